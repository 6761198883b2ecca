//! Elections of persons in an assembly: what the board sets, what a ballot says, and the count.
//!
//! The counting itself is the crate `counting`; here stands what an assembly adds to it: the paper with its candidates,
//! the quorum, and in what is counted.

mod seats;
mod ties;

use std::collections::BTreeMap;

pub use counting::{Method, Round, parity};
pub use seats::{
    CollegeSeats, Electorate, LIST_METHODS, OnList, RESERVING_METHODS, ReservationRefused, Vacant, statutory_unit,
};
pub use ties::{Decided, TieRefused, Tied};

use counting::{Approvals, Ballots, Election, Graded, Options, Rankings, SecondRound, Ties};
use serde::{Deserialize, Serialize};

use crate::{
    colleges::RollEntry,
    quorum::{Quorum, Unit},
};

text_enum! {
    /// What breaks a tie that the method's own rule leaves.
    pub enum TieRule {
        /// The assembly decides.
        Assembly = "assembly",
        /// A lot whose seed is published when the vote opens, before the first ballot.
        Lot = "lot",
    }
}

/// Methods that are offered: those that elect persons, then those that share seats among lists.
pub const METHODS: [Method; 14] = [
    Method::Plurality,
    Method::Block,
    Method::TwoRound,
    Method::Approval,
    Method::Irv,
    Method::StvScottish,
    Method::StvMeek,
    Method::Schulze,
    Method::RankedPairs,
    Method::MajorityJudgment,
    Method::Borda,
    Method::Dhondt,
    Method::SainteLague,
    Method::LargestRemainder,
];

/// Grades of majority judgment, from 0, the best. They have words in every language.
pub const GRADES: usize = 6;

/// Most candidates on a paper: more cannot be ranked on a page.
pub const MOST_CANDIDATES: usize = 60;

/// Most people on all lists of an election together.
pub const MOST_ON_LISTS: usize = 300;

/// How an election is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// How ballots become seats.
    pub method: Method,
    /// How many are elected.
    pub seats: usize,
    /// What breaks a tie.
    pub ties: TieRule,
    /// Whether each organization counts one, or its voices.
    pub unit: Unit,
    /// From which a lot is drawn: known from the opening on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub seed: Option<String>,
    /// Seats that the candidates of some colleges get at least.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub reserved: Vec<CollegeSeats>,
    /// What a list has to be, by what its candidates declare.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub parity: Option<parity::Rule>,
    /// The college that elects, from among its own; everybody where `None`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub electorate: Option<Electorate>,
}

/// What a ballot asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marking {
    /// One name.
    One,
    /// Names, at most so many where there is a limit.
    Several(Option<usize>),
    /// Places, from 1.
    Ranks,
    /// A grade for each name.
    Grades,
}

impl Rules {
    /// What the ballot of this method asks for. In two rounds each ballot ranks: the second round is counted from the
    /// same ballots, so nobody has to vote again.
    #[must_use]
    pub fn marking(&self) -> Marking {
        match self.method {
            Method::Plurality | Method::Dhondt | Method::SainteLague | Method::LargestRemainder => Marking::One,
            Method::Block => Marking::Several(Some(self.seats)),
            Method::Approval => Marking::Several(None),
            Method::MajorityJudgment => Marking::Grades,
            _ => Marking::Ranks,
        }
    }

    /// The weight of an organization's ballot.
    #[must_use]
    pub fn weight(&self, entry: &RollEntry) -> u64 {
        match self.unit {
            Unit::Heads => 1,
            Unit::Weight => entry.weight,
        }
    }

    /// Organizations whose ballot would show whose it is, because nobody else who elects has their number of voices.
    #[must_use]
    pub fn recognizable<'r>(&self, roll: &'r [RollEntry]) -> Vec<&'r RollEntry> {
        if self.unit == Unit::Heads {
            return Vec::new();
        }
        let elect = || roll.iter().filter(|entry| self.elects(entry));
        let mut with = BTreeMap::<u64, usize>::new();
        for entry in elect() {
            *with.entry(entry.weight).or_default() += 1;
        }
        elect().filter(|entry| entry.weight > 0 && with.get(&entry.weight) == Some(&1)).collect()
    }
}

/// A name on the paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// Of the candidate, or of the list.
    pub name: String,
    /// Withdrawn after the vote was opened: ballots are read as if the name did not stand on them. A list has withdrawn
    /// when nobody on it stands any more.
    pub withdrawn: bool,
    /// The candidate's college, where seats are reserved for colleges.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub college: Option<String>,
    /// Who is on the list, in its order.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub people: Vec<OnList>,
}

/// What a ballot says. Candidates are meant by their place on the paper, from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// Nobody, on purpose.
    Blank,
    /// Candidates, the preferred first.
    Ranked(Vec<usize>),
    /// Candidates, in the order of the paper.
    Named(Vec<usize>),
    /// A grade for each candidate, 0 the best; `None` where none is given.
    Graded(Vec<Option<usize>>),
}

/// What was typed on a ballot, candidate by candidate: a place or a grade, `on` for a name, nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Whether the ballot shall be blank.
    pub blank: bool,
    /// What stands beside each candidate.
    pub beside: Vec<String>,
}

/// Why a ballot is not taken. Nothing is corrected silently: a ballot cannot be changed once it is cast.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperRefused {
    /// Neither a mark nor blank.
    #[error("the ballot has no mark and is not declared blank")]
    Empty,
    /// Blank, and yet with marks.
    #[error("the ballot is declared blank and has marks")]
    BlankWithMarks,
    /// More names than there are seats.
    #[error("at most {most} names")]
    TooMany {
        /// How many may be named.
        most: usize,
    },
    /// No place, or no grade, that there is.
    #[error("“{typed}” is no mark")]
    NotAMark {
        /// What was typed.
        typed: String,
        /// Beside whom, by place on the paper.
        candidate: usize,
    },
    /// Two candidates at one place.
    #[error("place {place} was given twice")]
    SamePlace {
        /// Which.
        place: usize,
    },
    /// A place is left out.
    #[error("nobody is at place {place}")]
    Gap {
        /// Which.
        place: usize,
    },
    /// Somebody who withdrew.
    #[error("a candidate has withdrawn")]
    Withdrawn {
        /// Who, by place on the paper.
        candidate: usize,
    },
}

impl Paper {
    /// Reads a ballot. Marks beside candidates who withdrew before are refused, so that the voter knows.
    ///
    /// # Errors
    /// [`PaperRefused`] with the first thing to look at again.
    pub fn read(marking: Marking, names: &[Name], marks: &Marks) -> Result<Self, PaperRefused> {
        let mut marked = Vec::new();
        for (candidate, typed) in marks.beside.iter().enumerate() {
            let typed = typed.trim();
            if typed.is_empty() {
                continue;
            }
            let Some(name) = names.get(candidate) else {
                return Err(PaperRefused::NotAMark { typed: typed.to_owned(), candidate });
            };
            if name.withdrawn {
                return Err(PaperRefused::Withdrawn { candidate });
            }
            marked.push((candidate, typed));
        }
        match (marks.blank, marked.is_empty()) {
            (true, true) => return Ok(Self::Blank),
            (true, false) => return Err(PaperRefused::BlankWithMarks),
            (false, true) => return Err(PaperRefused::Empty),
            (false, false) => {}
        }
        let number = |(candidate, typed): &(usize, &str)| {
            typed
                .parse::<usize>()
                .map_err(|_| PaperRefused::NotAMark { typed: (*typed).to_owned(), candidate: *candidate })
        };
        match marking {
            Marking::One | Marking::Several(_) => {
                let most = if let Marking::Several(most) = marking { most } else { Some(1) };
                if let Some(most) = most.filter(|most| marked.len() > *most) {
                    return Err(PaperRefused::TooMany { most });
                }
                let named = marked.into_iter().map(|(candidate, _)| candidate).collect();
                Ok(if marking == Marking::One { Self::Ranked(named) } else { Self::Named(named) })
            }
            Marking::Ranks => {
                let mut places = BTreeMap::new();
                for mark in &marked {
                    let place = number(mark)?;
                    if place == 0 || place > names.len() {
                        return Err(PaperRefused::NotAMark { typed: mark.1.to_owned(), candidate: mark.0 });
                    }
                    if places.insert(place, mark.0).is_some() {
                        return Err(PaperRefused::SamePlace { place });
                    }
                }
                match (1..).zip(places.keys()).find(|(expected, place)| expected != *place) {
                    Some((place, _)) => Err(PaperRefused::Gap { place }),
                    None => Ok(Self::Ranked(places.into_values().collect())),
                }
            }
            Marking::Grades => {
                let mut grades = vec![None; names.len()];
                for mark in &marked {
                    let grade = number(mark)?;
                    if grade >= GRADES {
                        return Err(PaperRefused::NotAMark { typed: mark.1.to_owned(), candidate: mark.0 });
                    }
                    grades[mark.0] = Some(grade);
                }
                Ok(Self::Graded(grades))
            }
        }
    }
}

/// A ballot in the box: what it says and how much it weighs, and nothing of whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    /// Drawn by chance: it tells neither who nor when.
    pub id: uuid::Uuid,
    /// What it says.
    pub paper: Paper,
    /// One, or the voices.
    pub weight: u64,
}

/// What an election came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declared {
    /// The quorum at the close.
    pub quorum: Quorum,
    /// The count; `None` without a quorum, and where nobody stood any more.
    pub count: Option<counting::Outcome>,
    /// Reserved seats that nobody fills, because too few candidates of a college stood.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub vacant: Vec<Vacant>,
    /// What the assembly decided of a tie that the count leaves to it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub decided: Option<Decided>,
}

/// Why ballots cannot be counted: they were not made for this paper. A fault of whoever kept them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Uncountable {
    /// A ballot of another kind, or for other candidates.
    #[error("a ballot does not fit the paper")]
    Ballot,
    /// The method refuses the election.
    #[error(transparent)]
    Method(#[from] counting::Refusal),
}

/// Counts an election, where there is a quorum and somebody stands.
///
/// # Errors
/// [`Uncountable`]: never for ballots that [`Paper::read`] made.
pub fn declare(rules: &Rules, names: &[Name], ballots: &[Ballot], quorum: Quorum) -> Result<Declared, Uncountable> {
    let stands = names.iter().any(|name| !name.withdrawn);
    let vacant = if quorum.reached && stands { rules.vacant(names) } else { Vec::new() };
    let seats = rules.seats.saturating_sub(vacant.iter().map(|vacant| vacant.seats).sum());
    if !quorum.reached || !stands || seats == 0 {
        return Ok(Declared { quorum, count: None, vacant, decided: None });
    }
    let candidates = rules.candidates(names);
    let election = Election::new("", seats, candidates, papers(rules, names, ballots)?)?;
    let ties = match (rules.ties, &rules.seed) {
        (TieRule::Lot, Some(seed)) => Ties::Lot { seed: seed.clone() },
        _ => Ties::Assembly,
    };
    let reserved = rules.reservations(names);
    let options = Options { ties, second_round: SecondRound::Preferences, reserved, ..Options::default() };
    let count = counting::count(rules.method, &election, &options)?;
    Ok(Declared { quorum, count: Some(count), vacant, decided: None })
}

fn papers(rules: &Rules, names: &[Name], ballots: &[Ballot]) -> Result<Ballots, Uncountable> {
    let refused = |_| Uncountable::Ballot;
    let candidates = rules.candidates(names).len();
    Ok(match rules.marking() {
        Marking::One | Marking::Ranks => {
            let mut taken = Rankings::builder(candidates);
            for ballot in ballots {
                match &ballot.paper {
                    Paper::Blank => taken.add_order(&[], ballot.weight).map_err(refused)?,
                    Paper::Ranked(order) if order.iter().any(|named| *named >= names.len()) => {
                        return Err(Uncountable::Ballot);
                    }
                    Paper::Ranked(order) => {
                        let order: Vec<usize> =
                            order.iter().filter_map(|named| rules.stands_for(names, *named)).collect();
                        taken.add_order(&order, ballot.weight).map_err(refused)?;
                    }
                    _ => return Err(Uncountable::Ballot),
                }
            }
            taken.finish().into()
        }
        Marking::Several(_) => {
            let mut taken = Approvals::builder(candidates);
            for ballot in ballots {
                match &ballot.paper {
                    Paper::Blank => taken.add(&[], ballot.weight).map_err(refused)?,
                    Paper::Named(named) => taken.add(named, ballot.weight).map_err(refused)?,
                    _ => return Err(Uncountable::Ballot),
                }
            }
            taken.finish().into()
        }
        Marking::Grades => {
            let scale = (0..GRADES).map(|grade| grade.to_string()).collect();
            let mut taken = Graded::builder(candidates, scale);
            let none = vec![None; candidates];
            for ballot in ballots {
                match &ballot.paper {
                    Paper::Blank => taken.add(&none, ballot.weight).map_err(refused)?,
                    Paper::Graded(grades) => taken.add(grades, ballot.weight).map_err(refused)?,
                    _ => return Err(Uncountable::Ballot),
                }
            }
            taken.finish().into()
        }
    })
}

#[cfg(test)]
mod tests;
