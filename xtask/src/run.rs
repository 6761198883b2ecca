//! `cargo xtask run`.

use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::javascript::Node;
use crate::program::Purpose;
use crate::{Folders, program, site};

#[derive(clap::Args)]
pub struct Options {
    /// Build with optimizations
    #[arg(long)]
    release: bool,
    /// Where to listen on this machine
    #[arg(long, default_value_t = 3000)]
    port: u16,
    /// SQLite (sqlite:path) or PostgreSQL (postgres://…); a file in data/ otherwise
    #[arg(long)]
    database_url: Option<String>,
    /// An empty network instead of the demo
    #[arg(long)]
    empty: bool,
}

/// Builds, then becomes the server: it prints its address and how to sign in.
pub fn run(folders: &Folders, options: &Options) -> Result<ExitCode> {
    let node = Node::ensure(&folders.cargo_target)?;
    site::build(folders, &node)?;
    let trame = program::build(folders, options.release, Purpose::Here)?;
    let mut server = Command::new(trame);
    server.arg(if options.empty { "serve" } else { "demo" }).arg("--port").arg(options.port.to_string());
    if let Some(address) = &options.database_url {
        server.arg("--database-url").arg(address);
    }
    Err(server.exec()).context("cannot start trame")
}
