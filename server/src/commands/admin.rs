//! `trame admin`, and the first administrator of an empty server.

use std::process::ExitCode;

use entities::Clock;
use services::{Refusal, Services};

use super::Stopped;
use crate::config::Config;

#[derive(Debug, clap::Subcommand)]
pub(super) enum Admin {
    /// Make someone administrator of a network and print the link with which they sign in once
    Invite {
        /// How the person is called
        name: String,
        /// Their e-mail address
        address: String,
        /// The word of the network in its address; needed where there are several
        #[arg(long, value_name = "SLUG")]
        network: Option<String>,
    },
}

pub(super) async fn run(config: &Config, command: Admin) -> Result<ExitCode, Stopped> {
    let Admin::Invite { name, address, network } = command;
    let store = super::open(config, Clock::system()).await?;
    let services = super::services(store, config);
    let path = services.invite_administrator(&name, Some(&address), network.as_deref()).await.map_err(understood)?;
    println!("{name} signs in once with this link:\n{}{path}", config.public_url());
    Ok(ExitCode::SUCCESS)
}

fn understood(error: services::Error) -> Stopped {
    match error {
        services::Error::NotFound => Stopped::Other("there is no network with that word in its address".into()),
        services::Error::Refused(Refusal::Named("network-needed")) => {
            Stopped::Other("there are several networks: say which one with --network".into())
        }
        services::Error::Invalid(fields) => {
            let fields: Vec<&str> = fields.iter().map(|error| error.field).collect();
            Stopped::Other(format!("this cannot be used: {}", fields.join(", ")))
        }
        error => error.into(),
    }
}

/// On a server without anybody: makes an empty network and the link of its first administrator.
pub(super) async fn first(services: &Services) -> Result<Option<String>, Stopped> {
    if !services.nobody_yet().await? {
        return Ok(None);
    }
    let path = services.invite_administrator("Administration", None, None).await?;
    Ok(Some(format!("{}{path}", services.settings().public_url)))
}
