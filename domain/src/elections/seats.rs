//! Seats that are shared out: reserved for colleges, or among lists.

use std::collections::BTreeSet;

use counting::{Candidate, Reservation};
use serde::{Deserialize, Serialize};

use super::{Method, Name, Rules};
use crate::{
    colleges::RollEntry,
    ids::{CollegeId, OrganizationId},
    proxies::Presence,
    quorum::{Counting, Quorum, QuorumRule, Unit, quorum, quorum_at_close},
    statutes::{AssemblyRules, Decision},
};

/// Methods that give seats to lists.
pub const LIST_METHODS: [Method; 3] = [Method::Dhondt, Method::SainteLague, Method::LargestRemainder];

/// Methods that can reserve seats for the candidates of a college.
pub const RESERVING_METHODS: [Method; 4] = [Method::Plurality, Method::Block, Method::StvScottish, Method::StvMeek];

/// Seats that the candidates of a college get at least.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollegeSeats {
    /// Which.
    pub college: CollegeId,
    /// What it is called.
    pub name: String,
    /// How many seats, at least.
    pub seats: usize,
}

/// A college that elects its own seats: only its organizations vote, and only for candidates from among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Electorate {
    /// Which.
    pub college: CollegeId,
    /// What it is called.
    pub name: String,
}

/// Somebody on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnList {
    /// Of the candidate.
    pub name: String,
    /// Withdrawn after the vote was opened: the next takes the place.
    pub withdrawn: bool,
}

/// Seats that nobody fills, because too few candidates of a college stand.
pub type Vacant = CollegeSeats;

/// Whether the statutes count heads or voices where they elect persons: the unit of their rule for persons, where they
/// have one and it counts in one unit throughout.
#[must_use]
pub fn statutory_unit(rules: &AssemblyRules) -> Option<Unit> {
    let conditions = &rules.decisions.get(&Decision::Persons)?.majority.conditions;
    let unit = conditions.first()?.unit;
    conditions.iter().all(|condition| condition.unit == unit).then_some(unit)
}

/// Why seats cannot be reserved in this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReservationRefused {
    /// The method knows no reserved seats.
    #[error("this method cannot reserve seats")]
    Method,
    /// One college elects, from among its own.
    #[error("where one college elects, no seat is reserved for another")]
    OneCollege,
    /// More are reserved than there are.
    #[error("{reserved} seats are reserved, of {seats}")]
    TooMany {
        /// How many are reserved.
        reserved: usize,
        /// How many there are.
        seats: usize,
    },
}

impl Rules {
    /// Whether seats are shared among lists.
    #[must_use]
    pub fn by_lists(&self) -> bool {
        LIST_METHODS.contains(&self.method)
    }

    /// Whether an organization votes, and whether candidates come from it.
    #[must_use]
    pub fn elects(&self, entry: &RollEntry) -> bool {
        self.electorate.as_ref().is_none_or(|electorate| electorate.college == entry.college)
    }

    /// The quorum at the close. Who has to be there is asked of the whole assembly; where it is who votes that counts, it
    /// is asked of those who elect.
    #[must_use]
    pub fn quorum_at_close(
        &self,
        rule: &QuorumRule,
        roll: &[RollEntry],
        presence: &Presence,
        voted: &BTreeSet<OrganizationId>,
    ) -> Quorum {
        if rule.counting != Counting::Voting {
            return quorum(rule, roll, presence);
        }
        let elect: Vec<RollEntry> = roll.iter().filter(|entry| self.elects(entry)).cloned().collect();
        quorum_at_close(rule, &elect, presence, voted)
    }

    /// Whether the seats can be reserved as the rules say.
    ///
    /// # Errors
    /// [`ReservationRefused`].
    pub fn may_reserve(&self) -> Result<(), ReservationRefused> {
        let reserved = self.reserved.iter().map(|of| of.seats).sum();
        if reserved == 0 {
            return Ok(());
        }
        if self.electorate.is_some() {
            return Err(ReservationRefused::OneCollege);
        }
        if !RESERVING_METHODS.contains(&self.method) {
            return Err(ReservationRefused::Method);
        }
        match reserved > self.seats {
            true => Err(ReservationRefused::TooMany { reserved, seats: self.seats }),
            false => Ok(()),
        }
    }

    /// Reserved seats for which too few candidates of the college stand. They stay vacant: they are not for others.
    pub(super) fn vacant(&self, names: &[Name]) -> Vec<Vacant> {
        let missing = |of: &CollegeSeats| of.seats.saturating_sub(standing(names, &of.name));
        let short = self.reserved.iter().map(|of| Vacant { seats: missing(of), ..of.clone() });
        short.filter(|vacant| vacant.seats > 0).collect()
    }

    /// The seats that a count has to give to colleges: as many as there are candidates for.
    pub(super) fn reservations(&self, names: &[Name]) -> Vec<Reservation> {
        let seats = |of: &CollegeSeats| of.seats.min(standing(names, &of.name));
        self.reserved.iter().map(|of| Reservation { group: of.name.clone(), at_least: seats(of) }).collect()
    }

    /// Those who can be elected, as the count knows them: names of the paper, or everybody on its lists.
    pub(super) fn candidates(&self, names: &[Name]) -> Vec<Candidate> {
        if !self.by_lists() {
            let candidate = |name: &Name| Candidate {
                name: name.name.clone(),
                withdrawn: name.withdrawn,
                group: name.college.clone(),
            };
            return names.iter().map(candidate).collect();
        }
        let of_list = |list: &Name| {
            let group = list.name.clone();
            list.people.clone().into_iter().map(move |person| Candidate {
                name: person.name,
                withdrawn: person.withdrawn,
                group: Some(group.clone()),
            })
        };
        names.iter().flat_map(of_list).collect()
    }

    /// The candidates for whom a ballot counts that names this name of the paper: the name itself, or the first of a list
    /// who still stands; nobody where the whole list has withdrawn.
    pub(super) fn stands_for(&self, names: &[Name], named: usize) -> Option<usize> {
        if !self.by_lists() {
            return Some(named);
        }
        let before: usize = names.iter().take(named).map(|list| list.people.len()).sum();
        let first = names.get(named)?.people.iter().position(|person| !person.withdrawn)?;
        Some(before + first)
    }
}

fn standing(names: &[Name], college: &str) -> usize {
    names.iter().filter(|name| !name.withdrawn && name.college.as_deref() == Some(college)).count()
}
