//! `trame verify`.

use std::{fs, path::PathBuf, process::ExitCode};

use domain::{
    bundle::{Bundle, Checked, CheckedMinutes, Fault, TextFault, Unsound, check},
    locale::Locale,
    minutes::{MinutesRefused, SignatureFault},
};
use i18n::t;

use super::{
    Stopped,
    journal::{Noted, noted},
};

#[derive(Debug, clap::Args)]
pub(super) struct Verify {
    /// The bundle, as the page of the minutes gives it
    #[arg(value_name = "BUNDLE")]
    file: PathBuf,
    /// A line and its hash from minutes that were kept
    #[arg(long, value_name = "SEQUENCE:HASH", value_parser = noted)]
    expect: Option<Noted>,
    /// Language of the answer: fr, nl or en
    #[arg(long, default_value = "en")]
    language: Locale,
}

pub(super) fn run(command: &Verify) -> Result<ExitCode, Stopped> {
    let l = command.language;
    let text = fs::read(&command.file)?;
    let bundle: Bundle = serde_json::from_slice(&text)
        .map_err(|error| Stopped::Other(t!(l, "verify-not-a-bundle", why = error.to_string())))?;
    println!("{} – {}", bundle.network, bundle.title);
    let checked = match check(&bundle) {
        Ok(checked) => checked,
        Err(unsound) => {
            println!("✗ {}", why(l, &unsound));
            return Ok(ExitCode::FAILURE);
        }
    };
    let kept = command.expect.as_ref().map(|noted| (noted, bundle.hash_at(noted.sequence)));
    let sound =
        checked.agrees() && kept.as_ref().is_none_or(|(noted, found)| found.as_deref() == Some(noted.hash.as_str()));
    told(l, &checked);
    elections(l, &checked);
    if let Some(checked) = &checked.minutes {
        minutes(l, checked);
    }
    match kept {
        Some((noted, Some(found))) if found == noted.hash => {
            println!("✓ {}", t!(l, "verify-kept", line = noted.sequence));
        }
        Some((noted, Some(_))) => println!("✗ {}", t!(l, "verify-kept-other", line = noted.sequence)),
        Some((noted, None)) => println!("✗ {}", t!(l, "verify-kept-outside", line = noted.sequence)),
        None => println!("{}", t!(l, "verify-compare", line = checked.last, hash = checked.head.clone())),
    }
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn told(l: Locale, checked: &Checked) {
    println!("✓ {}", t!(l, "verify-chain", lines = checked.told, sealed = checked.sealed));
    for recount in &checked.polls {
        let result = i18n::wording::outcome(l, &recount.again);
        let sign = if recount.agrees() { "✓" } else { "✗" };
        println!("{sign} {}: {}", recount.title, result.statement);
        if recount.told != recount.again {
            println!("  {}", t!(l, "verify-differs", told = i18n::wording::outcome(l, &recount.told).statement));
        }
        if let Some(urn) = &recount.urn {
            println!("  {}", t!(l, "verify-urn", out = urn.handed_out, valid = urn.valid, null = urn.null));
        }
        if !recount.lawful {
            println!("  {}", t!(l, "verify-unlawful"));
        }
        if recount.late > 0 {
            println!("  {}", t!(l, "verify-late", votes = recount.late));
        }
        if recount.irregular > 0 {
            println!("  {}", t!(l, "verify-irregular", votes = recount.irregular));
        }
    }
}

fn elections(l: Locale, checked: &Checked) {
    for recount in &checked.elections {
        let sign = if recount.agrees() { "✓" } else { "✗" };
        let declared = recount.again.as_ref().unwrap_or(&recount.told);
        println!("{sign} {}: {}", recount.title, i18n::wording::declaration(l, declared).join(" "));
        println!("  {}", t!(l, "verify-ballots", ballots = recount.ballots, voted = recount.voted));
        if let Some(urn) = &recount.urn {
            println!("  {}", t!(l, "verify-urn", out = urn.handed_out, valid = urn.valid, null = urn.null));
        }
        if !recount.agrees() {
            println!("  {}", t!(l, "verify-election-differs"));
        }
    }
}

fn minutes(l: Locale, checked: &CheckedMinutes) {
    match checked.text {
        None => println!("✓ {}", t!(l, "verify-minutes", version = checked.version)),
        Some(fault) => {
            let fault = match fault {
                TextFault::Missing => t!(l, "verify-minutes-missing"),
                TextFault::OtherHash => t!(l, "verify-minutes-other-hash"),
                TextFault::Unreadable => t!(l, "verify-minutes-unreadable"),
                TextFault::OtherJournal => t!(l, "verify-minutes-other-journal"),
                TextFault::Unsigned => t!(l, "verify-minutes-unsigned"),
            };
            println!("✗ {fault}");
        }
    }
    println!("  {}", checked.hash);
    for signature in &checked.signatures {
        let (name, office) = (signature.name.as_str(), i18n::wording::office(l, signature.office));
        match (signature.fault, &signature.passkey) {
            (None, Some(site)) => {
                let site = site.as_str();
                println!("✓ {}", t!(l, "verify-signature-passkey", name = name, office = office, site = site));
            }
            (None, None) => println!("✓ {}", t!(l, "verify-signature-session", name = name, office = office)),
            (Some(fault), _) => {
                let why = match fault {
                    Fault::Proof(fault) => fault.to_string(),
                    Fault::OtherText => SignatureFault::Text.to_string(),
                    Fault::NotTheirs => MinutesRefused::NotYours.to_string(),
                };
                println!("✗ {}", t!(l, "verify-signature-bad", name = name, office = office, why = why));
            }
        }
    }
    if let Some(title) = &checked.approved {
        println!("  {}", t!(l, "verify-minutes-approved", title = title.as_str()));
    }
}

fn why(l: Locale, unsound: &Unsound) -> String {
    match unsound {
        Unsound::Format(word) => t!(l, "verify-format", word = word.clone()),
        Unsound::Hash(line) => t!(l, "verify-hash", line = *line),
        Unsound::Order { expected, found } => t!(l, "verify-order", expected = *expected, found = *found),
        Unsound::Altered => t!(l, "verify-altered"),
        Unsound::Unreadable(line) => t!(l, "verify-unreadable", line = *line),
        Unsound::NoRoll => t!(l, "verify-no-roll"),
    }
}
