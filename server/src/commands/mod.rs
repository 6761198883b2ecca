//! What can be typed after `trame`.

mod admin;
mod count;
mod demo;
mod journal;
mod serve;
mod verify;

use std::{
    fs,
    io::{self, IsTerminal},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Parser, Subcommand};
use entities::{Clock, ConnectError, Store};
use services::{Services, Settings};

use crate::{
    config::{Config, ConfigError, LogFormat},
    mail::MailError,
};

/// The common life of a federation of associations.
#[derive(Debug, Parser)]
#[command(name = "trame", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Args)]
struct Common {
    /// Configuration; `trame.toml` in the current folder otherwise, if there is one
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<String>,
    /// sqlite:PATH or postgres://…
    #[arg(long, global = true, value_name = "URL")]
    database_url: Option<String>,
    /// Port to listen on
    #[arg(long, global = true)]
    port: Option<u16>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve; begins with an empty network and a link for its first administrator
    Serve,
    /// Serve invented networks on this machine, with identity providers that sign anybody in
    Demo(demo::Options),
    /// Bring the database's schema up to date and stop
    Migrate,
    /// Count a file of ballots and say why, without a server
    Count(count::Count),
    /// Administrators
    #[command(subcommand)]
    Admin(admin::Admin),
    /// Check the results of an assembly from its bundle, without a server
    Verify(verify::Verify),
    /// The journal of everything that happened
    #[command(subcommand)]
    Journal(journal::Journal),
}

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Stopped {
    #[error("{0}")]
    Config(#[from] ConfigError),
    #[error("{0}")]
    Connect(#[from] ConnectError),
    #[error("{0}")]
    Services(#[from] services::Error),
    #[error("{0}")]
    Mail(#[from] MailError),
    #[error("{0}")]
    Seed(#[from] ::demo::SeedError),
    #[error("{0}")]
    DemoData(#[from] ::demo::data::DataError),
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("cannot listen on {address}: {error}")]
    Listen { address: SocketAddr, error: io::Error },
    #[error("{0}")]
    Other(String),
}

/// Does what was typed.
pub async fn run(cli: Cli) -> ExitCode {
    match dispatch(cli).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn dispatch(cli: Cli) -> Result<ExitCode, Stopped> {
    // Needs no configuration, and must not stumble over a wrong one.
    if let Command::Count(command) = &cli.command {
        return count::run(command);
    }
    let mut config = Config::read(cli.common.config.as_deref())?;
    if let Some(url) = cli.common.database_url {
        config.database_url = url;
    } else if matches!(cli.command, Command::Demo(_)) && config.database_url == Config::default().database_url {
        config.database_url = "sqlite://data/demo.db?mode=rwc".into();
    }
    if let Some(port) = cli.common.port {
        config.listen.set_port(port);
    }
    log(config.log);
    match cli.command {
        Command::Serve => serve::serve(&config).await,
        Command::Demo(options) => demo::demo(&config, &options).await,
        Command::Migrate => {
            open(&config, Clock::system()).await?;
            println!("The schema is up to date.");
            Ok(ExitCode::SUCCESS)
        }
        Command::Count(command) => count::run(&command),
        Command::Admin(command) => admin::run(&config, command).await,
        Command::Verify(command) => verify::run(&command),
        Command::Journal(command) => journal::run(&config, command).await,
    }
}

fn log(format: LogFormat) {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm=warn"));
    let colours = io::stderr().is_terminal();
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr).with_ansi(colours);
    // Set already when commands run inside a test.
    let _ = match format {
        LogFormat::Text => builder.compact().try_init(),
        LogFormat::Json => builder.json().try_init(),
    };
}

/// Opens the database; a file in a folder that is not there yet gets its folder.
async fn open(config: &Config, clock: Clock) -> Result<Store, Stopped> {
    let url = with_creation(&config.database_url);
    if let Some(folder) = folder(&url) {
        fs::create_dir_all(folder)?;
    }
    Ok(Store::open(&url, clock).await?)
}

fn services(store: Store, config: &Config) -> Services {
    Services::new(store, Settings { public_url: config.public_url(), allow_loopback_providers: false, demo: false })
}

/// A file that is not there is made, unless the address says otherwise.
fn with_creation(url: &str) -> String {
    if !url.starts_with("sqlite:") || url.contains("mode=") || url.contains(":memory:") {
        return url.to_owned();
    }
    let separator = if url.contains('?') { '&' } else { '?' };
    format!("{url}{separator}mode=rwc")
}

fn folder(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    Path::new(path).parent().filter(|folder| !folder.as_os_str().is_empty()).map(Path::to_path_buf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_a_database_is_found() {
        assert_eq!(folder("sqlite://data/trame.db?mode=rwc"), Some("data".into()));
        assert_eq!(folder("sqlite:///var/lib/trame/trame.db"), Some("/var/lib/trame".into()));
        assert_eq!(folder("sqlite:trame.db"), None);
        assert_eq!(folder("postgres://localhost/trame"), None);
    }

    #[test]
    fn a_missing_file_is_made() {
        assert_eq!(with_creation("sqlite:a.db"), "sqlite:a.db?mode=rwc");
        assert_eq!(with_creation("sqlite:a.db?cache=shared"), "sqlite:a.db?cache=shared&mode=rwc");
        assert_eq!(with_creation("sqlite:a.db?mode=ro"), "sqlite:a.db?mode=ro");
        assert_eq!(with_creation("postgres://localhost/trame"), "postgres://localhost/trame");
    }
}
