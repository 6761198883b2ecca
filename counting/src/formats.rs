//! Ballots as other programs write them: BLT, PrefLib and comma-separated values.
//!
//! A file is read whole or refused with the line and a sentence; nothing is guessed. What a file holds beyond the
//! ballots, such as the order in which they were cast or the marks by which they are told apart, is not kept.

pub mod blt;
pub mod csv;
pub mod preflib;

use std::fmt;

use crate::{BallotKind, Election, Preference, Refusal};

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {sentence}")]
pub struct FormatError {
    /// The line, counted from one. When something is missing at the end, the last line.
    pub line: usize,
    /// What is wrong there.
    pub sentence: String,
}

/// What a file holds.
#[derive(Clone, Debug)]
pub struct File {
    /// The election. A file that does not say for how many seats is for one.
    pub election: Election,
    /// The order that breaks ties, best first, when the file has one: drawn before the count.
    pub drawn_order: Option<Vec<String>>,
}

/// The formats that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// See [`blt`].
    Blt,
    /// See [`preflib`].
    Preflib(preflib::Kind),
    /// See [`csv`].
    Csv,
}

impl Format {
    /// The format that goes by this ending of a file's name, in capitals or not.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        let kind = match extension.to_ascii_lowercase().as_str() {
            // The endings of Hill's and Otten's programs, which write the same words.
            "blt" | "hil" | "dat" => return Some(Self::Blt),
            "csv" | "tsv" => return Some(Self::Csv),
            "soc" => preflib::Kind::StrictComplete,
            "soi" => preflib::Kind::StrictIncomplete,
            "toc" => preflib::Kind::TiedComplete,
            "toi" => preflib::Kind::TiedIncomplete,
            "cat" => preflib::Kind::Categories,
            _ => return None,
        };
        Some(Self::Preflib(kind))
    }
}

/// Reads a file as ballots of the kind that the count needs.
///
/// Where approvals are wanted and a file has preferences, they stay preferences: methods that count approvals know what
/// to make of them. The categories of PrefLib are read as approvals (the first one), as grades, or as preferences
/// with equal places; comma-separated values as what is wanted, see [`csv`].
///
/// # Errors
/// With the line and a sentence, when the file does not follow its format or has no ballots of this kind.
pub fn read(format: Format, content: &[u8], wanted: BallotKind) -> Result<File, FormatError> {
    let text = std::str::from_utf8(content).map_err(|error| {
        let line = 1 + content[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
        FormatError { line, sentence: "these bytes are not UTF-8; save the file as UTF-8".into() }
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match format {
        Format::Blt if wanted == BallotKind::Graded => fail(1, "a BLT file has preferences, no grades"),
        Format::Blt => blt::read(text),
        Format::Preflib(kind) => Ok(File { election: preflib::read(text, kind, wanted)?, drawn_order: None }),
        Format::Csv => Ok(File { election: csv::read(text, wanted)?, drawn_order: None }),
    }
}

fn fail<T>(line: usize, sentence: impl fmt::Display) -> Result<T, FormatError> {
    Err(FormatError { line, sentence: sentence.to_string() })
}

/// Puts a line to what the counting engine refuses.
fn at<T, E: fmt::Display>(line: usize, result: Result<T, E>) -> Result<T, FormatError> {
    result.or_else(|error| fail(line, error))
}

/// The number of the last line that has something on it.
fn last_line(text: &str) -> usize {
    text.trim_end().lines().count().max(1)
}

/// What stands in a file may be long and strange: enough of it to be found again.
fn quote(found: &str) -> String {
    const LONGEST: usize = 40;
    let mut short: String = found.chars().filter(|character| !character.is_control()).take(LONGEST).collect();
    if found.chars().count() > LONGEST {
        short.push('…');
    }
    format!("“{short}”")
}

/// A whole number without a sign.
fn number(line: usize, found: &str, what: &str) -> Result<u64, FormatError> {
    if found.is_empty() || !found.bytes().all(|byte| byte.is_ascii_digit()) {
        return fail(line, format_args!("{what} should stand here, a whole number, not {}", quote(found)));
    }
    found.parse().or_else(|_| fail(line, format_args!("{} is too large", quote(found))))
}

/// Like [`number`], for what is counted in memory.
fn size(line: usize, found: &str, what: &str) -> Result<usize, FormatError> {
    let size = number(line, found, what)?;
    usize::try_from(size).or_else(|_| fail(line, format_args!("{} is too large", quote(found))))
}

/// How many candidates a file says that it has.
fn number_of_candidates(line: usize, found: &str) -> Result<usize, FormatError> {
    let candidates = size(line, found, "the number of candidates")?;
    if candidates == 0 {
        return fail(line, Refusal::NoCandidates);
    }
    if candidates > Election::MOST_CANDIDATES {
        return fail(line, Refusal::TooManyCandidates { most: Election::MOST_CANDIDATES });
    }
    Ok(candidates)
}

/// Places with the candidates that share them, as the preferences of a ballot.
fn preferences(places: &[Vec<usize>]) -> impl Iterator<Item = Preference> + '_ {
    places.iter().flat_map(|place| {
        place.iter().enumerate().map(|(index, &candidate)| Preference { candidate, shared: index > 0 })
    })
}
