//! What the columns are.

use std::collections::HashSet;

use super::super::{FormatError, fail, quote};
use super::records::Record;
use crate::BallotKind;

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// How often the ballot was cast.
    Weight,
    /// What the ballot says about this candidate.
    Candidate(String),
    /// Whom the ballot ranks next.
    Place,
    /// A name that can be elected.
    Name,
    /// The list of that name.
    Group,
    /// The votes of that name.
    Votes,
    /// Not looked at.
    Nothing,
}

/// How a file is built.
pub(super) struct Shape {
    pub(super) columns: Vec<Column>,
    /// Whether the first line is a heading.
    pub(super) has_heading: bool,
}

const WEIGHT: [&str; 6] = ["weight", "count", "poids", "nombre", "gewicht", "aantal"];
const VOTES: [&str; 3] = ["votes", "voix", "stemmen"];
const NAME: [&str; 6] = ["name", "nom", "naam", "candidate", "candidat", "kandidaat"];
const GROUP: [&str; 6] = ["list", "liste", "lijst", "party", "parti", "partij"];
const PLACE: [&str; 8] = ["", "rank", "rang", "place", "choice", "choix", "keuze", "preference"];
const PLACE_TOO: [&str; 4] = ["préférence", "voorkeur", "plaats", "#"];

/// Finds out what the columns are.
pub(super) fn shape(records: &[Record], wanted: BallotKind, end: usize) -> Result<Shape, FormatError> {
    let Some((first, rows)) = records.split_first() else { return fail(end, "the file has no lines with values") };
    if let Some(columns) = without_heading(first, rows, wanted) {
        return Ok(Shape { columns, has_heading: false });
    }
    let words: Vec<String> = first.cells.iter().map(|cell| cell.to_lowercase()).collect();
    let once = |known: &[&str]| words.iter().filter(|word| known.contains(&word.as_str())).count() <= 1;
    if !once(&WEIGHT) || !once(&VOTES) {
        return fail(first.line, "two columns have the same meaning");
    }
    let columns = if words.iter().any(|word| VOTES.contains(&word.as_str())) {
        totals(first, &words)?
    } else {
        let places = words.iter().filter_map(|word| place(word)).collect::<Vec<_>>();
        let numbered = !places.is_empty() && places.iter().copied().eq(1..=places.len() as u64);
        let column = |(cell, word): (&String, &String)| match place(word) {
            _ if word.is_empty() => Column::Nothing,
            _ if WEIGHT.contains(&word.as_str()) => Column::Weight,
            Some(_) if numbered => Column::Place,
            _ => Column::Candidate(cell.clone()),
        };
        let columns: Vec<Column> = first.cells.iter().zip(&words).map(column).collect();
        if numbered && let Some(Column::Candidate(name)) = columns.iter().find(|it| matches!(it, Column::Candidate(_)))
        {
            return fail(first.line, format_args!("among numbered places, {} has no meaning", quote(name)));
        }
        let mut names = HashSet::new();
        for column in &columns {
            if let Column::Candidate(name) = column
                && !names.insert(name)
            {
                return fail(first.line, crate::Refusal::SameName { name: name.clone() });
            }
        }
        columns
    };
    Ok(Shape { columns, has_heading: true })
}

/// The place in a heading such as "3", "rank 3" or "choix 3".
fn place(word: &str) -> Option<u64> {
    let digits = word.trim_start_matches(|character: char| !character.is_ascii_digit());
    let before = word[..word.len() - digits.len()].trim_end_matches([' ', '_', '-', '.']);
    if PLACE.contains(&before) || PLACE_TOO.contains(&before) { digits.parse().ok() } else { None }
}

fn totals(first: &Record, words: &[String]) -> Result<Vec<Column>, FormatError> {
    // A list is the name when there is no other.
    let named = words.iter().any(|word| NAME.contains(&word.as_str()));
    let mut columns: Vec<Column> = words
        .iter()
        .map(|word| match word.as_str() {
            word if VOTES.contains(&word) => Column::Votes,
            word if NAME.contains(&word) => Column::Name,
            word if GROUP.contains(&word) => {
                if named {
                    Column::Group
                } else {
                    Column::Name
                }
            }
            _ => Column::Nothing,
        })
        .collect();
    if !columns.contains(&Column::Name)
        && let Some(column) = columns.iter_mut().find(|column| **column == Column::Nothing)
    {
        *column = Column::Name;
    }
    let number = |wanted: &Column| columns.iter().filter(|column| *column == wanted).count();
    if number(&Column::Name) != 1 || number(&Column::Group) > 1 {
        return fail(first.line, "beside the votes there should be one column with names");
    }
    Ok(columns)
}

/// The columns of a file that has no heading, if it is one that can do without.
fn without_heading(first: &Record, rows: &[Record], wanted: BallotKind) -> Option<Vec<Column>> {
    let is_number = |cell: &str| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    let known = |cell: &str| {
        let word = cell.to_lowercase();
        WEIGHT.contains(&word.as_str()) || VOTES.contains(&word.as_str()) || place(&word).is_some()
    };
    if wanted == BallotKind::Graded {
        return None;
    }
    // Name and votes.
    if let [name, votes] = &first.cells[..]
        && !is_number(name)
        && !known(name)
        && is_number(votes)
    {
        return Some(vec![Column::Name, Column::Votes]);
    }
    let mut all = std::iter::once(first).chain(rows);
    let width = first.cells.len();
    // A weight and then names, on every line.
    let names = |cells: &[String]| cells.iter().all(|cell| !is_number(cell) && !known(cell));
    if width > 1 && all.clone().all(|row| is_number(row.cell(0)) && names(&row.cells[1..])) {
        let mut columns = vec![Column::Place; width];
        columns[0] = Column::Weight;
        return Some(columns);
    }
    // Names, all of which stand on the first line.
    let everybody: HashSet<&str> = first.cells.iter().map(String::as_str).collect();
    let complete = everybody.len() == width && width > 1 && !everybody.contains("");
    let again = |row: &Record| row.cells.iter().all(|cell| cell.is_empty() || everybody.contains(cell.as_str()));
    if complete && !rows.is_empty() && names(&first.cells) && all.all(again) {
        return Some(vec![Column::Place; width]);
    }
    None
}
