//! `trame count`: counts a file of ballots, without a server or a database.

use std::{
    fmt::Write as _,
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Args, ValueEnum};
use counting::{
    Method, Options, Outcome, Ties,
    formats::{self, Format},
};
use i18n::{
    Locale,
    wording::{self, RoundReport},
};

use super::Stopped;

/// What is counted, and how it is told.
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(super) struct Count {
    /// How to count
    #[arg(long, value_name = "METHOD", value_parser = method())]
    method: Method,
    /// How many to elect; what the file says otherwise, or one
    #[arg(long, value_name = "N")]
    seats: Option<usize>,
    /// The ballots: .blt, .soc, .soi, .toc, .toi, .cat or .csv
    file: PathBuf,
    /// Write the outcome as JSON, with every round
    #[arg(long)]
    json: bool,
    /// Break ties by lot with this seed, which was published before the ballots were known
    #[arg(long, value_name = "TEXT")]
    seed: Option<String>,
    /// The language of the report; that of the terminal otherwise
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<Language>,
}

const AFTER: &str = "Without a seed, ties are broken by the order that the file has, if it has one, and else left \
to the assembly: then they are named. Ends with 0 when the ballots were counted, tied or not; with 1 when the file \
cannot be read or the method cannot count it, and says why; with 2 when the command was not understood.";

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Language {
    Fr,
    Nl,
    En,
}

/// The methods by name, for the help and for completion.
fn method() -> impl clap::builder::TypedValueParser<Value = Method> {
    use clap::builder::TypedValueParser;
    clap::builder::PossibleValuesParser::new(Method::ALL.map(Method::name)).try_map(|name| name.parse::<Method>())
}

pub(super) fn run(command: &Count) -> Result<ExitCode, Stopped> {
    let outcome = count(command)?;
    let text = if command.json {
        let json = serde_json::to_string_pretty(&outcome);
        format!("{}\n", json.map_err(|error| Stopped::Other(error.to_string()))?)
    } else {
        let environment = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).unwrap_or_default());
        told(locale(command.language, &environment), &outcome)
    };
    match io::stdout().write_all(text.as_bytes()) {
        // Whoever reads only the beginning has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        written => Ok(written.map(|()| ExitCode::SUCCESS)?),
    }
}

fn count(command: &Count) -> Result<Outcome, Stopped> {
    let name = command.file.display();
    let stopped = |why: &dyn std::fmt::Display| Stopped::Other(format!("{name}: {why}"));
    let ending = command.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let Some(format) = Format::of_extension(ending) else {
        return Err(stopped(&"the ending of the name should be .blt, .soc, .soi, .toc, .toi, .cat or .csv"));
    };
    let content = std::fs::read(&command.file).map_err(|error| stopped(&error))?;
    let file = formats::read(format, &content, command.method.ballots()).map_err(|error| stopped(&error))?;
    let election = match command.seats {
        Some(seats) => file.election.with_seats(seats).map_err(|error| stopped(&error))?,
        None => file.election,
    };
    let ties = match (&command.seed, file.drawn_order) {
        (Some(seed), _) => Ties::Lot { seed: seed.clone() },
        (None, Some(order)) => Ties::Drawn(order),
        (None, None) => Ties::Assembly,
    };
    let options = Options { ties, ..Options::default() };
    counting::count(command.method, &election, &options).map_err(|error| stopped(&error))
}

/// The language that was asked for, else that of the terminal, else English.
fn locale(asked: Option<Language>, environment: &[String]) -> Locale {
    match asked {
        Some(Language::Fr) => Locale::Fr,
        Some(Language::Nl) => Locale::Nl,
        Some(Language::En) => Locale::En,
        None => match environment.iter().find(|value| !value.is_empty()).and_then(|value| value.get(..2)) {
            Some("fr") => Locale::Fr,
            Some("nl") => Locale::Nl,
            _ => Locale::En,
        },
    }
}

/// The whole report as plain text: rounds, result, reasons.
fn told(l: Locale, outcome: &Outcome) -> String {
    let report = wording::count_report(l, outcome);
    let mut text = format!("{}\n", report.title);
    for round in &report.rounds {
        text.push('\n');
        table(&mut text, round);
    }
    text.push('\n');
    for sentence in &report.result {
        let _ = writeln!(text, "{sentence}");
    }
    if !report.reasons.is_empty() {
        let _ = writeln!(text, "\n{}", report.reasons.join(" "));
    }
    text
}

/// A round with its columns one under the other; numbers end at the same place.
fn table(text: &mut String, round: &RoundReport) {
    let _ = writeln!(text, "{}", round.heading);
    let width = |column: usize| {
        let cells = round.rows.iter().filter_map(|row| row.get(column)).chain(round.columns.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..round.columns.len()).map(width).collect();
    let numeric = |column: usize| {
        let mut cells = round.rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty());
        cells.clone().next().is_some()
            && cells.all(|cell| cell.chars().next().is_some_and(|first| first.is_ascii_digit() || first == '–'))
    };
    let numeric: Vec<bool> = (0..round.columns.len()).map(numeric).collect();
    for row in std::iter::once(&round.columns).chain(&round.rows) {
        let mut line = String::new();
        for (cell, (width, numeric)) in row.iter().zip(widths.iter().zip(&numeric)) {
            let padding = " ".repeat(width.saturating_sub(cell.chars().count()));
            let _ = if *numeric { write!(line, "  {padding}{cell}") } else { write!(line, "  {cell}{padding}") };
        }
        let _ = writeln!(text, "{}", line.trim_end());
    }
    for note in &round.notes {
        let _ = writeln!(text, "{note}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_tells_the_language() {
        let environment = |all: &str, lang: &str| [all.to_owned(), String::new(), lang.to_owned()];
        assert_eq!(locale(None, &environment("", "fr_BE.UTF-8")), Locale::Fr);
        assert_eq!(locale(None, &environment("nl_BE", "fr_BE.UTF-8")), Locale::Nl);
        assert_eq!(locale(None, &environment("", "C")), Locale::En);
        assert_eq!(locale(None, &environment("", "é")), Locale::En);
        assert_eq!(locale(Some(Language::Nl), &environment("fr", "fr")), Locale::Nl);
    }

    #[test]
    fn columns_stand_one_under_the_other() {
        let round = RoundReport {
            heading: "Round".into(),
            columns: vec!["Name".into(), "Votes".into()],
            rows: vec![vec!["Éléonore".into(), "5".into()], vec!["Bo".into(), "12".into()]],
            notes: vec!["A note.".into()],
        };
        let mut text = String::new();
        table(&mut text, &round);
        assert_eq!(text, "Round\n  Name      Votes\n  Éléonore      5\n  Bo           12\nA note.\n");
    }
}
