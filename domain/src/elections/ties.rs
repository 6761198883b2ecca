//! Ties that the count leaves to the assembly: between whom, for how many seats, and what the assembly may decide.
//!
//! The assembly has two ways: a run-off between exactly the tied for exactly the seats that are left, or a decision of
//! its own with its reason, such as the eldest or a drawing of lots before the room. Both are counted again by whoever
//! holds the bundle.

use serde::{Deserialize, Serialize};

use super::{CollegeSeats, Declared, Name, Rules};

/// What a count leaves to the assembly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tied {
    /// Between whom, in the order of the paper: candidates, or lists where lists share the seats.
    pub between: Vec<String>,
    /// For how many seats; fewer than are tied.
    pub seats: usize,
}

/// What the assembly decided of a tie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// Who was chosen among the tied: candidates, or lists.
    pub chosen: Vec<String>,
    /// Who takes the seats: the chosen, or the next of the chosen lists.
    pub elected: Vec<String>,
    /// Why, in the assembly's words.
    pub reason: String,
}

/// Why a decision of a tie is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TieRefused {
    /// Nothing is tied, or it is decided already.
    #[error("no tie is left to the assembly")]
    NoTie,
    /// Somebody who is not among the tied.
    #[error("“{name}” is not among the tied")]
    NotTied {
        /// Who.
        name: String,
    },
    /// Another number than there are seats.
    #[error("{seats} are to be chosen, not {chosen}")]
    Number {
        /// How many seats are left.
        seats: usize,
        /// How many were chosen.
        chosen: usize,
    },
    /// A college would not get the seats that are reserved for it.
    #[error("{missing} more of “{college}” have to be chosen")]
    College {
        /// Which.
        college: String,
        /// How many are missing.
        missing: usize,
    },
    /// No reason was given.
    #[error("the decision has no reason")]
    NoReason,
}

impl Declared {
    /// The tie that is left to the assembly; `None` where there is none or it has decided.
    #[must_use]
    pub fn tie(&self, names: &[Name]) -> Option<Tied> {
        let count = self.count.as_ref().filter(|count| count.open_seats > 0 && self.decided.is_none())?;
        let tied = |name: &Name| count.tied.iter().flatten().any(|tied| *tied == name.name);
        let between: Vec<String> = names.iter().filter(|name| tied(name)).map(|name| name.name.clone()).collect();
        (between.len() > count.open_seats).then_some(Tied { between, seats: count.open_seats })
    }

    /// Who is elected: by the count, then by the assembly's decision of a tie.
    pub fn elected(&self) -> impl Iterator<Item = &str> {
        let counted = self.count.iter().flat_map(|count| &count.elected);
        counted.chain(self.decided.iter().flat_map(|decided| &decided.elected)).map(String::as_str)
    }

    /// The result with what the assembly decided of the tie.
    ///
    /// # Errors
    /// [`TieRefused`] with the first thing that stands against it.
    pub fn decide(self, rules: &Rules, names: &[Name], chosen: &[String], reason: &str) -> Result<Self, TieRefused> {
        let tied = self.tie(names).ok_or(TieRefused::NoTie)?;
        if let Some(name) = chosen.iter().find(|name| !tied.between.contains(name)) {
            return Err(TieRefused::NotTied { name: name.clone() });
        }
        // In the order of the paper, each once: what was sent twice is one choice.
        let taken: Vec<&String> = tied.between.iter().filter(|name| chosen.contains(name)).collect();
        if taken.len() != tied.seats {
            return Err(TieRefused::Number { seats: tied.seats, chosen: taken.len() });
        }
        for (college, missing) in self.still_reserved(rules, names) {
            let of_college = |name: &&&String| group(names, name) == Some(college.name.as_str());
            let chosen = taken.iter().filter(of_college).count();
            if chosen < missing {
                return Err(TieRefused::College { college: college.name.clone(), missing: missing - chosen });
            }
        }
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(TieRefused::NoReason);
        }
        let elected = taken.iter().map(|chosen| self.takes(names, chosen)).collect();
        let decided = Decided { chosen: taken.into_iter().cloned().collect(), elected, reason: reason.to_owned() };
        Ok(Self { decided: Some(decided), ..self })
    }

    /// How a run-off between the tied is held: the same rules, for the seats that are left.
    ///
    /// # Errors
    /// [`TieRefused::NoTie`].
    pub fn runoff(&self, rules: &Rules, names: &[Name]) -> Result<(Rules, Tied), TieRefused> {
        let tied = self.tie(names).ok_or(TieRefused::NoTie)?;
        let reserved =
            self.still_reserved(rules, names).into_iter().map(|(of, seats)| CollegeSeats { seats, ..of.clone() });
        let reserved = reserved.collect();
        Ok((Rules { seats: tied.seats, seed: None, reserved, ..rules.clone() }, tied))
    }

    /// Colleges that have not got their seats by the count alone, with how many are missing.
    fn still_reserved<'r>(&self, rules: &'r Rules, names: &[Name]) -> Vec<(&'r CollegeSeats, usize)> {
        let Some(count) = &self.count else { return Vec::new() };
        let missing = |of: &CollegeSeats| {
            let of_college = |name: &&String| group(names, name) == Some(of.name.as_str());
            let vacant: usize =
                self.vacant.iter().filter(|vacant| vacant.college == of.college).map(|it| it.seats).sum();
            of.seats.saturating_sub(vacant + count.elected.iter().filter(of_college).count())
        };
        rules.reserved.iter().map(|of| (of, missing(of))).filter(|(_, missing)| *missing > 0).collect()
    }

    /// Who takes the seat of a chosen name: of a list, the first who is not elected yet.
    fn takes(&self, names: &[Name], chosen: &str) -> String {
        let elected = |name: &str| self.count.iter().flat_map(|count| &count.elected).any(|elected| elected == name);
        let list = names.iter().find(|name| name.name == chosen);
        let next = list.and_then(|list| list.people.iter().find(|it| !it.withdrawn && !elected(&it.name)));
        next.map_or(chosen, |person| person.name.as_str()).to_owned()
    }
}

/// The college of a candidate.
fn group<'n>(names: &'n [Name], wanted: &str) -> Option<&'n str> {
    names.iter().find(|name| name.name == wanted).and_then(|name| name.college.as_deref())
}
