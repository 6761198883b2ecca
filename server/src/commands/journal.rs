//! `trame journal`.

use std::process::ExitCode;

use domain::journal::digits;
use entities::{Clock, audit::journal_line};
use sea_orm::EntityTrait;
use services::{Services, audit::Verified};

use super::Stopped;
use crate::config::Config;

#[derive(Debug, clap::Subcommand)]
pub(super) enum Journal {
    /// Follow the whole journal; find what was altered, removed or reordered
    Verify {
        /// A line and its hash that were noted earlier, from minutes or from this command
        #[arg(long, value_name = "SEQUENCE:HASH", value_parser = noted)]
        expect: Option<Noted>,
    },
}

/// A line whose hash somebody kept.
#[derive(Clone, Debug)]
pub(super) struct Noted {
    pub sequence: i64,
    pub hash: String,
}

pub(super) fn noted(text: &str) -> Result<Noted, String> {
    let (sequence, hash) = text.split_once(':').ok_or("write SEQUENCE:HASH")?;
    let sequence = sequence.parse().map_err(|_| "SEQUENCE is a number")?;
    let hexadecimal = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !hexadecimal {
        return Err("HASH has 64 hexadecimal digits".into());
    }
    Ok(Noted { sequence, hash: hash.to_ascii_lowercase() })
}

pub(super) async fn run(config: &Config, command: Journal) -> Result<ExitCode, Stopped> {
    let Journal::Verify { expect } = command;
    let store = super::open(config, Clock::system()).await?;
    let services = super::services(store, config);
    let (told, whole) = verify(&services, expect.as_ref()).await?;
    println!("{told}");
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn verify(services: &Services, expect: Option<&Noted>) -> Result<(String, bool), Stopped> {
    let (lines, head) = match services.verify_journal().await? {
        Verified::Whole { lines, head } => (lines, head),
        Verified::Broken(broken) => return Ok((format!("The journal is broken: {broken}."), false)),
    };
    if let Some(noted) = expect {
        // The chain is whole, so the hash beside the line is the line's.
        let row = journal_line::Entity::find_by_id(noted.sequence).one(services.store().read()).await;
        let found = row.map_err(services::Error::from)?.map(|row| digits(&row.hash));
        match found {
            Some(found) if found == noted.hash => {}
            Some(found) => {
                let sequence = noted.sequence;
                return Ok((format!("The journal is another one: line {sequence} has the hash {found}."), false));
            }
            None => return Ok((format!("The journal has no line {}: it ends at {lines}.", noted.sequence), false)),
        }
    }
    Ok((format!("The journal is whole.\nLines: {lines}\nHead:  {lines}:{}", digits(&head)), true))
}
