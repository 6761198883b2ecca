//! Comma-separated values, as a spreadsheet writes them (RFC 4180). Semicolons and tabs serve as well as commas.
//!
//! Lines before the heading may begin with `#`: `# title: Board 2026`, `# seats: 3`, and those named below. The heading
//! says what the columns are, in English, French or Dutch. A column `weight` (or `count`, `poids`, `nombre`, `gewicht`,
//! `aantal`) says how often a ballot was cast; a column without a heading is not looked at.
//!
//! **One ballot a line, a column for each candidate.** Preferences are places: 1 for the best, equal places allowed,
//! nothing for who is not ranked. Approvals are `1`, `x`, `yes`, `oui`, `ja`, and nothing, `0`, `no`, `non`, `nee`.
//! Grades are whole numbers, of which a higher one is better and 0 the worst, or the words of a line
//! `# grades: Excellent; Good; Poor`, the best first.
//!
//! ```text
//! weight,Ada,Bo,Cleo
//! 12,1,2,3
//! 5,2,1,
//! ```
//!
//! **One ballot a line, a column for each place**, with names in the columns `1`, `2`, `3` or `rank 1`, `choix 2`,
//! `voorkeur 3`. A line `# candidates: Ada; Bo; Cleo` lists who stands, so that a misspelt name is noticed; without it
//! they are taken from the ballots. A heading is not needed if the first line names everybody, or if every line begins
//! with a weight.
//!
//! ```text
//! # candidates: Ada; Bo; Cleo
//! weight,choice 1,choice 2
//! 12,Ada,Bo
//! ```
//!
//! **Totals**: a name a line with its votes, for lists and pluralities. The columns are the name (`name`, `nom`, `naam`,
//! `candidate`, `candidat`, `kandidaat`), the `votes` (`voix`, `stemmen`) and, for candidates of lists, the `list`
//! (`liste`, `lijst`, `party`, `parti`, `partij`). Without a heading: name and votes.
//!
//! ```text
//! list,votes
//! Together,340000
//! Forward,280000
//! ```

mod heading;
mod records;

use std::collections::{BTreeSet, HashMap};

use self::heading::{Column, Shape};
use self::records::{Record, Settings};
use super::{FormatError, at, fail, last_line, number, preferences, quote};
use crate::{Approvals, BallotKind, Ballots, Candidate, Election, Graded, Rankings, Refusal};

/// Reads comma-separated values as ballots of the kind that is wanted.
///
/// # Errors
/// With the line and a sentence.
pub fn read(text: &str, wanted: BallotKind) -> Result<Election, FormatError> {
    let (settings, records) = records::read(text)?;
    let end = last_line(text);
    let shape = heading::shape(&records, wanted, end)?;
    let rows = &records[usize::from(shape.has_heading)..];
    let width = records.first().map_or(0, |first| first.cells.len());
    // Only names in the order of preference may be fewer than there are columns.
    let ragged = shape.columns.iter().all(|column| matches!(column, Column::Place | Column::Weight | Column::Nothing));
    if let Some(row) = rows.iter().find(|row| row.cells.len() > width || (row.cells.len() < width && !ragged)) {
        return fail(row.line, format_args!("{} columns, where the first line has {width}", row.cells.len()));
    }
    let table = Table { rows, shape: &shape, settings: &settings, end };
    let (candidates, ballots) = if shape.columns.contains(&Column::Votes) {
        table.totals(wanted)?
    } else if shape.columns.contains(&Column::Place) {
        table.places(wanted)?
    } else {
        table.candidates(wanted)?
    };
    let seats = settings.seats.unwrap_or(1);
    at(end, Election::new(settings.title.clone(), seats, candidates, ballots))
}

struct Table<'a> {
    rows: &'a [Record],
    shape: &'a Shape,
    settings: &'a Settings,
    end: usize,
}

impl Table<'_> {
    fn weight(&self, row: &Record) -> Result<u64, FormatError> {
        match self.shape.columns.iter().position(|column| *column == Column::Weight) {
            Some(column) => number(row.line, row.cell(column), "the weight of the ballot"),
            None => Ok(1),
        }
    }

    /// A name a line, with its votes.
    fn totals(&self, wanted: BallotKind) -> Result<(Vec<Candidate>, Ballots), FormatError> {
        let column = |wanted: &Column| self.shape.columns.iter().position(|column| column == wanted);
        let (name, group, votes) = (column(&Column::Name), column(&Column::Group), column(&Column::Votes));
        let mut candidates = Vec::new();
        let mut weights = Vec::new();
        for row in self.rows {
            let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
            if cell(name).is_empty() {
                return fail(row.line, "the name is empty");
            }
            let group = cell(group);
            let group = (!group.is_empty()).then(|| group.to_owned());
            candidates.push(Candidate { name: cell(name).to_owned(), withdrawn: false, group });
            weights.push((row.line, number(row.line, cell(votes), "the number of votes")?));
        }
        self.stand(&candidates)?;
        let ballots = match wanted {
            BallotKind::Graded => return fail(1, "this file has votes, no grades"),
            BallotKind::Ranked => {
                let mut builder = Rankings::builder(candidates.len());
                for (candidate, (line, weight)) in weights.into_iter().enumerate() {
                    at(line, builder.add_order(&[candidate], weight))?;
                }
                builder.finish().into()
            }
            BallotKind::Approved => {
                let mut builder = Approvals::builder(candidates.len());
                for (candidate, (line, weight)) in weights.into_iter().enumerate() {
                    at(line, builder.add(&[candidate], weight))?;
                }
                builder.finish().into()
            }
        };
        Ok((candidates, ballots))
    }

    /// A ballot a line, with names in the order of preference.
    fn places(&self, wanted: BallotKind) -> Result<(Vec<Candidate>, Ballots), FormatError> {
        let columns: Vec<usize> = self.columns(|column| *column == Column::Place);
        let names: Vec<String> = if self.settings.candidates.is_empty() {
            let named = self.rows.iter().flat_map(|row| columns.iter().map(|&column| row.cell(column)));
            named.filter(|name| !name.is_empty()).collect::<BTreeSet<_>>().into_iter().map(str::to_owned).collect()
        } else {
            self.settings.candidates.clone()
        };
        let candidates: Vec<Candidate> = names.iter().map(Candidate::new).collect();
        self.stand(&candidates)?;
        let positions: HashMap<&str, usize> =
            names.iter().enumerate().map(|(index, name)| (name.as_str(), index)).collect();
        let order = |row: &Record| -> Result<Vec<usize>, FormatError> {
            let cells = columns.iter().map(|&column| row.cell(column)).filter(|name| !name.is_empty());
            cells
                .map(|name| match positions.get(name) {
                    Some(&candidate) => Ok(candidate),
                    None => fail(row.line, format_args!("there is no candidate {}", quote(name))),
                })
                .collect()
        };
        let ballots = match wanted {
            BallotKind::Graded => return fail(1, "this file has preferences, no grades"),
            BallotKind::Ranked => {
                let mut builder = Rankings::builder(candidates.len());
                for row in self.rows {
                    at(row.line, builder.add_order(&order(row)?, self.weight(row)?))?;
                }
                builder.finish().into()
            }
            BallotKind::Approved => {
                let mut builder = Approvals::builder(candidates.len());
                for row in self.rows {
                    at(row.line, builder.add(&order(row)?, self.weight(row)?))?;
                }
                builder.finish().into()
            }
        };
        Ok((candidates, ballots))
    }

    /// A ballot a line, with a column for each candidate.
    fn candidates(&self, wanted: BallotKind) -> Result<(Vec<Candidate>, Ballots), FormatError> {
        let columns: Vec<usize> = self.columns(|column| matches!(column, Column::Candidate(_)));
        let candidates: Vec<Candidate> = self
            .shape
            .columns
            .iter()
            .filter_map(|column| match column {
                Column::Candidate(name) => Some(Candidate::new(name)),
                _ => None,
            })
            .collect();
        self.stand(&candidates)?;
        let ballots = match wanted {
            BallotKind::Ranked => {
                let mut builder = Rankings::builder(candidates.len());
                for row in self.rows {
                    at(row.line, builder.add(preferences(&ranked(row, &columns)?), self.weight(row)?))?;
                }
                builder.finish().into()
            }
            BallotKind::Approved => {
                let mut builder = Approvals::builder(candidates.len());
                for row in self.rows {
                    at(row.line, builder.add(&approved(row, &columns)?, self.weight(row)?))?;
                }
                builder.finish().into()
            }
            BallotKind::Graded => {
                let scale = Scale::of(self.settings, self.rows, &columns)?;
                let mut builder = Graded::builder(candidates.len(), scale.words.clone());
                for row in self.rows {
                    let grades =
                        columns.iter().map(|&column| scale.grade(row, column)).collect::<Result<Vec<_>, _>>()?;
                    at(row.line, builder.add(&grades, self.weight(row)?))?;
                }
                builder.finish().into()
            }
        };
        Ok((candidates, ballots))
    }

    fn columns(&self, wanted: impl Fn(&Column) -> bool) -> Vec<usize> {
        self.shape.columns.iter().enumerate().filter(|(_, column)| wanted(column)).map(|(index, _)| index).collect()
    }

    fn stand(&self, candidates: &[Candidate]) -> Result<(), FormatError> {
        if candidates.is_empty() {
            return fail(self.end, Refusal::NoCandidates);
        }
        if candidates.len() > Election::MOST_CANDIDATES {
            return fail(self.end, Refusal::TooManyCandidates { most: Election::MOST_CANDIDATES });
        }
        Ok(())
    }
}

/// The candidates of a ballot that gives places, in the order of the places.
fn ranked(row: &Record, columns: &[usize]) -> Result<Vec<Vec<usize>>, FormatError> {
    let mut places: Vec<(u64, usize)> = Vec::new();
    for (candidate, &column) in columns.iter().enumerate() {
        let cell = row.cell(column);
        if cell.is_empty() || cell == "-" {
            continue;
        }
        let place = number(row.line, cell, "a place")?;
        if place == 0 {
            return fail(row.line, "places are counted from 1");
        }
        places.push((place, candidate));
    }
    places.sort_unstable();
    Ok(places
        .chunk_by(|one, other| one.0 == other.0)
        .map(|equal| equal.iter().map(|(_, candidate)| *candidate).collect())
        .collect())
}

fn approved(row: &Record, columns: &[usize]) -> Result<Vec<usize>, FormatError> {
    let mut named = Vec::new();
    for (candidate, &column) in columns.iter().enumerate() {
        match row.cell(column).to_lowercase().as_str() {
            "1" | "x" | "yes" | "oui" | "ja" | "true" | "✓" => named.push(candidate),
            "" | "0" | "-" | "no" | "non" | "nee" | "false" => {}
            other => {
                return fail(row.line, format_args!("{} is neither approval nor none: write 1 or 0", quote(other)));
            }
        }
    }
    Ok(named)
}

/// The words of a scale, the best first.
struct Scale {
    words: Vec<String>,
    positions: HashMap<String, usize>,
}

impl Scale {
    /// The highest number that can be a grade.
    const HIGHEST: u64 = 1000;

    fn of(settings: &Settings, rows: &[Record], columns: &[usize]) -> Result<Self, FormatError> {
        if !settings.grades.is_empty() {
            return Ok(Self::new(settings.grades.clone()));
        }
        let mut highest = 0;
        for row in rows {
            for &column in columns {
                let cell = row.cell(column);
                if cell.is_empty() {
                    continue;
                }
                let Ok(grade) = number(row.line, cell, "a grade") else {
                    return fail(
                        row.line,
                        format_args!(
                            "{} is no number; words need a line “# grades: the best; …; the worst”",
                            quote(cell)
                        ),
                    );
                };
                if grade > Self::HIGHEST {
                    return fail(row.line, format_args!("grades go up to {}, not to {grade}", Self::HIGHEST));
                }
                highest = highest.max(grade);
            }
        }
        Ok(Self::new((0..=highest).rev().map(|grade| grade.to_string()).collect()))
    }

    fn new(words: Vec<String>) -> Self {
        let positions = words.iter().enumerate().map(|(index, word)| (word.to_lowercase(), index)).collect();
        Self { words, positions }
    }

    fn grade(&self, row: &Record, column: usize) -> Result<Option<usize>, FormatError> {
        let cell = row.cell(column);
        if cell.is_empty() {
            return Ok(None);
        }
        match self.positions.get(&cell.to_lowercase()) {
            Some(&grade) => Ok(Some(grade)),
            // Numbers may be written with zeros before them.
            None => match cell.parse::<u64>().ok().and_then(|grade| self.positions.get(&grade.to_string())) {
                Some(&grade) => Ok(Some(grade)),
                None => fail(row.line, format_args!("{} is not on the scale", quote(cell))),
            },
        }
    }
}
