//! A server in a process of its own, so that its processor time and its memory are its own.

use std::{
    io::{BufRead, BufReader, Read},
    net::{Ipv4Addr, SocketAddr},
    process::{Child, ChildStdin, Command, Stdio},
};

use anyhow::{Context, Result};
use entities::{Clock, Store};
use services::{Services, Settings};
use tokio::net::TcpListener;
use trame_server::{Config, http};

use crate::bare;

/// Which server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// The product, with all its layers.
    Trame,
    /// The handler to compare with.
    Bare,
}

/// What a server is told.
#[derive(Clone, Debug, clap::Args)]
pub struct Options {
    /// Which server
    #[arg(long)]
    pub kind: Kind,
    /// The database
    #[arg(long)]
    pub database: String,
    /// How large the bare handler's page is
    #[arg(long, default_value_t = 0)]
    pub page_bytes: usize,
}

/// Serves until standard input ends; prints the address first.
///
/// # Errors
/// When the database or the network is not there.
pub async fn serve(options: Options) -> Result<()> {
    // As quiet as the product in its house, and no quieter.
    tracing_subscriber::fmt().with_env_filter("info,sqlx=warn,sea_orm=warn").with_writer(std::io::stderr).init();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    let router = match options.kind {
        Kind::Trame => {
            let store = Store::open(&options.database, Clock::system()).await?;
            let config = Config { public_url: Some(format!("http://{address}")), listen: address, ..Config::default() };
            let settings = Settings { public_url: config.public_url(), allow_loopback_providers: false, demo: false };
            http::install_assets();
            http::router(Services::new(store, settings), &config)?
        }
        Kind::Bare => bare::router(&options.database, options.page_bytes).await?,
    };
    std::thread::spawn(|| {
        // Whoever measures holds the other end; when they go, so does the server.
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
    println!("{address}");
    axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).await?;
    Ok(())
}

/// A running server.
#[derive(Debug)]
pub struct Server {
    child: Child,
    lifeline: Option<ChildStdin>,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Server {
    /// Starts this very program as a server, and waits until it listens.
    ///
    /// # Errors
    /// When it does not.
    pub fn start(options: &Options) -> Result<Self> {
        let kind = match options.kind {
            Kind::Trame => "trame",
            Kind::Bare => "bare",
        };
        let mut child = Command::new(std::env::current_exe()?)
            .args(["serve", "--kind", kind, "--database", &options.database])
            .args(["--page-bytes", &options.page_bytes.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let lifeline = child.stdin.take();
        let mut line = String::new();
        BufReader::new(child.stdout.take().context("the output is piped")?).read_line(&mut line)?;
        let address = line.trim().parse().with_context(|| format!("the server said {line:?}"))?;
        Ok(Self { child, lifeline, address })
    }

    /// Its process.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.lifeline.take());
        let _ = self.child.wait();
    }
}
