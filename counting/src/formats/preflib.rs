//! The files of PrefLib (Mattei and Walsh, "PrefLib: a library for preferences", 2013): `.soc`, `.soi`, `.toc` and
//! `.toi` with orders, `.cat` with categories.
//!
//! ```text
//! # TITLE: Board 2026
//! # NUMBER ALTERNATIVES: 3
//! # NUMBER VOTERS: 15
//! # ALTERNATIVE NAME 1: Ada
//! # ALTERNATIVE NAME 2: Bo
//! # ALTERNATIVE NAME 3: Cleo
//! 13: 1,{2,3}
//! 2: 3
//! ```
//!
//! Files of before 2022 begin with the number of candidates, a line with number and name for each, and a line with
//! three totals; then `13,1,{2,3}`. Both kinds are read. Numbers that a file gives about itself must be true: a line
//! that was lost is noticed.

mod header;

use self::header::Header;
use super::{FormatError, at, fail, number, preferences, quote, size};
use crate::{Approvals, BallotKind, Ballots, Candidate, Election, Graded, Rankings};

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `.soc`: everybody ranked, nobody equal.
    StrictComplete,
    /// `.soi`: nobody equal.
    StrictIncomplete,
    /// `.toc`: everybody ranked.
    TiedComplete,
    /// `.toi`: any order.
    TiedIncomplete,
    /// `.cat`: each candidate in a category, the best category first.
    Categories,
}

/// Reads a PrefLib file.
///
/// # Errors
/// With the line and a sentence.
pub fn read(text: &str, kind: Kind, wanted: BallotKind) -> Result<Election, FormatError> {
    let (header, lines) = Header::read(text, kind)?;
    if kind != Kind::Categories && wanted == BallotKind::Graded {
        return fail(1, "this file has orders, no grades");
    }
    let mut ballots = Reader::new(kind, wanted, &header);
    let mut total = 0_u64;
    let mut last = header.line;
    for (line, text) in lines {
        if text.trim().is_empty() {
            continue;
        }
        last = line;
        let Some((weight, order)) = text.split_once(header.separator) else {
            return fail(line, format_args!("{} is no line of ballots: it has no “{}”", quote(text), header.separator));
        };
        let weight = number(line, weight.trim(), "the number of these ballots")?;
        match total.checked_add(weight) {
            Some(sum) => total = sum,
            None => return fail(line, crate::BallotError::TooManyVotes),
        }
        ballots.add(line, weight, &groups(line, order, header.candidates.len())?)?;
    }
    if let Some((line, voters)) = header.voters
        && voters != total
    {
        return fail(line, format_args!("{voters} voters are announced here, but the lines add up to {total}"));
    }
    let candidates: Vec<Candidate> = header.candidates.into_iter().map(Candidate::new).collect();
    at(last, Election::new(header.title, 1, candidates, ballots.finish()))
}

/// Splits `1,{2,3},{}` into its groups of candidates.
fn groups(line: usize, text: &str, candidates: usize) -> Result<Vec<Vec<usize>>, FormatError> {
    let mut groups = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (group, after) = match rest.strip_prefix('{') {
            Some(inside) => match inside.split_once('}') {
                Some((inside, after)) => (inside, after),
                None => return fail(line, "a “{” without “}”"),
            },
            None => {
                let end = rest.find(',').unwrap_or(rest.len());
                if end == 0 {
                    return fail(line, "a comma with nothing before it");
                }
                rest.split_at(end)
            }
        };
        let inside = group.trim();
        let names: Vec<&str> = if inside.is_empty() { Vec::new() } else { inside.split(',').collect() };
        groups.push(names.iter().map(|name| candidate(line, name.trim(), candidates)).collect::<Result<_, _>>()?);
        rest = match after.trim_start().strip_prefix(',') {
            Some(next) if next.trim().is_empty() => return fail(line, "a comma with nothing after it"),
            Some(next) => next.trim_start(),
            None if after.trim().is_empty() => "",
            None => return fail(line, format_args!("a comma is missing before {}", quote(after.trim()))),
        };
    }
    Ok(groups)
}

fn candidate(line: usize, text: &str, candidates: usize) -> Result<usize, FormatError> {
    let found = size(line, text, "the number of a candidate")?;
    match found.checked_sub(1) {
        Some(candidate) if candidate < candidates => Ok(candidate),
        _ => fail(line, format_args!("there is no candidate number {found}, the file has {candidates}")),
    }
}

/// Takes the ballots as what is wanted.
struct Reader {
    kind: Kind,
    candidates: usize,
    categories: usize,
    ballots: Taking,
}

enum Taking {
    Ranked(crate::RankingsBuilder),
    Approved(crate::ApprovalsBuilder),
    Graded(crate::GradedBuilder),
}

impl Reader {
    fn new(kind: Kind, wanted: BallotKind, header: &Header) -> Self {
        let candidates = header.candidates.len();
        let ballots = match wanted {
            BallotKind::Approved if kind == Kind::Categories => Taking::Approved(Approvals::builder(candidates)),
            BallotKind::Graded => Taking::Graded(Graded::builder(candidates, header.categories.clone())),
            _ => Taking::Ranked(Rankings::builder(candidates)),
        };
        Self { kind, candidates, categories: header.categories.len(), ballots }
    }

    fn add(&mut self, line: usize, weight: u64, groups: &[Vec<usize>]) -> Result<(), FormatError> {
        self.fits(line, groups)?;
        match &mut self.ballots {
            Taking::Ranked(builder) => at(line, builder.add(preferences(groups), weight)),
            Taking::Approved(builder) => at(line, builder.add(groups.first().map_or(&[], Vec::as_slice), weight)),
            Taking::Graded(builder) => {
                let mut grades = vec![None; self.candidates];
                for (grade, group) in groups.iter().enumerate() {
                    for &candidate in group {
                        if grades[candidate].replace(grade).is_some() {
                            return fail(line, crate::BallotError::NamedTwice(candidate));
                        }
                    }
                }
                at(line, builder.add(&grades, weight))
            }
        }
    }

    /// Whether the line is what the ending of the file promises.
    fn fits(&self, line: usize, groups: &[Vec<usize>]) -> Result<(), FormatError> {
        let ranked: usize = groups.iter().map(Vec::len).sum();
        let equal = groups.iter().any(|group| group.len() > 1);
        match self.kind {
            Kind::Categories if groups.len() > self.categories => {
                fail(line, format_args!("{} groups for {} categories", groups.len(), self.categories))
            }
            Kind::Categories => self.once(line, groups),
            Kind::StrictComplete | Kind::StrictIncomplete if equal => {
                fail(line, "two candidates are equal here, which a file with strict orders does not have")
            }
            Kind::StrictComplete | Kind::TiedComplete if ranked < self.candidates => fail(
                line,
                format_args!("{ranked} of {} candidates are ranked, in a file with complete orders", self.candidates),
            ),
            _ if groups.iter().any(Vec::is_empty) => fail(line, "an order has no empty places"),
            _ => Ok(()),
        }
    }

    fn once(&self, line: usize, groups: &[Vec<usize>]) -> Result<(), FormatError> {
        let mut seen = vec![false; self.candidates];
        match groups.iter().flatten().find(|&&candidate| std::mem::replace(&mut seen[candidate], true)) {
            Some(&candidate) => fail(line, crate::BallotError::NamedTwice(candidate)),
            None => Ok(()),
        }
    }

    fn finish(self) -> Ballots {
        match self.ballots {
            Taking::Ranked(builder) => builder.finish().into(),
            Taking::Approved(builder) => builder.finish().into(),
            Taking::Graded(builder) => builder.finish().into(),
        }
    }
}
