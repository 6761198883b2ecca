//! What a network's trainings amounted to, for its board and for whoever pays: seats, people, hours, money.
//!
//! Whole numbers only. Who shows a rate writes it as the share that it is; see [`People::present`] of [`People::due`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{State, catalogue::Price, evaluation::Average};
use crate::ids::{OrganizationId, RegistrationId, TrainingId, TrainingSessionId};

/// A registration as figures count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which.
    pub registration: RegistrationId,
    /// On behalf of which association.
    pub organization: OrganizationId,
    /// Where it stands now.
    pub state: State,
    /// Half-days of the session that are over.
    pub over: u64,
    /// How many of them somebody noted for this person.
    pub noted: u64,
    /// At how many of them they were present.
    pub present: u64,
    /// The minutes of those at which they were present.
    pub minutes: u64,
    /// What a seat costs them, in cents.
    pub cents: u64,
}

/// A session that was announced, as figures count it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Which.
    pub session: TrainingSessionId,
    /// Of which training.
    pub training: TrainingId,
    /// How many seats there are.
    pub capacity: u32,
    /// Whether it has begun: who waits then has waited in vain.
    pub begun: bool,
    /// How content people were, once that is shown.
    pub satisfaction: Option<Average>,
    /// What it cost, in cents, where somebody said so.
    pub cost: Option<u64>,
    /// What others paid towards it, in cents, where somebody said so.
    pub funding: Option<u64>,
    /// Everybody who registered.
    pub entries: Vec<Entry>,
}

/// What registrations amount to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// How often somebody asked.
    pub registrations: u64,
    /// How many have, or had, a seat.
    pub seated: u64,
    /// To how many the association or the organizer said no.
    pub refused: u64,
    /// How many still waited when the session began.
    pub in_vain: u64,
    /// Half-days that are over, for everybody with a seat.
    pub due: u64,
    /// How many of these were noted at all.
    pub noted: u64,
    /// At how many of these people were present.
    pub present: u64,
    /// The minutes of those half-days, for all people together.
    pub minutes: u64,
    /// What the people with a seat pay, in cents.
    pub cents: u64,
}

/// What sessions amount to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// How many sessions.
    pub sessions: u64,
    /// How many seats they had.
    pub seats: u64,
    /// Who asked, and who came.
    pub people: People,
    /// How content people were, over all sessions of which that is shown.
    pub satisfaction: Average,
    /// What they cost, in cents, as far as it was said.
    pub cost: u64,
    /// What others paid towards them, in cents, as far as it was said.
    pub funding: u64,
    /// Of how many sessions nobody said what they cost.
    pub without_cost: u64,
}

impl People {
    /// What one registration amounts to.
    #[must_use]
    pub fn of(entry: &Entry, begun: bool) -> Self {
        let seated = entry.state == State::Seated;
        let waits = matches!(entry.state, State::AwaitingAgreement | State::Asked | State::Waiting);
        let counted = |number: u64| if seated { number } else { 0 };
        Self {
            registrations: 1,
            seated: u64::from(seated),
            refused: u64::from(entry.state == State::Refused),
            in_vain: u64::from(begun && waits),
            due: counted(entry.over),
            noted: counted(entry.noted),
            present: counted(entry.present),
            minutes: counted(entry.minutes),
            cents: counted(entry.cents),
        }
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            registrations: self.registrations + other.registrations,
            seated: self.seated + other.seated,
            refused: self.refused + other.refused,
            in_vain: self.in_vain + other.in_vain,
            due: self.due + other.due,
            noted: self.noted + other.noted,
            present: self.present + other.present,
            minutes: self.minutes + other.minutes,
            cents: self.cents + other.cents,
        }
    }
}

impl Figures {
    /// What one session amounts to.
    #[must_use]
    pub fn of(counted: &Counted) -> Self {
        let people = counted.entries.iter().map(|entry| People::of(entry, counted.begun));
        Self {
            sessions: 1,
            seats: counted.capacity.into(),
            people: people.fold(People::default(), People::and),
            satisfaction: counted.satisfaction.unwrap_or_default(),
            cost: counted.cost.unwrap_or(0),
            funding: counted.funding.unwrap_or(0),
            without_cost: u64::from(counted.cost.is_none()),
        }
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            sessions: self.sessions + other.sessions,
            seats: self.seats + other.seats,
            people: self.people.and(other.people),
            satisfaction: self.satisfaction.and(other.satisfaction),
            cost: self.cost + other.cost,
            funding: self.funding + other.funding,
            without_cost: self.without_cost + other.without_cost,
        }
    }
}

/// What all sessions amount to.
#[must_use]
pub fn total(sessions: &[Counted]) -> Figures {
    sessions.iter().map(Figures::of).fold(Figures::default(), Figures::and)
}

/// What the registrations of each group amount to: of each association, of each territory.
#[must_use]
pub fn by<K: Ord>(sessions: &[Counted], group: impl Fn(OrganizationId) -> K) -> BTreeMap<K, People> {
    let mut groups: BTreeMap<K, People> = BTreeMap::new();
    for counted in sessions {
        for entry in &counted.entries {
            let people = groups.entry(group(entry.organization)).or_default();
            *people = people.and(People::of(entry, counted.begun));
        }
    }
    groups
}

/// What a seat costs, in cents. Prices have names in the network's words: the first of the list is for staff of members,
/// the last for partners.
#[must_use]
pub fn price(prices: &[Price], partner: bool) -> u64 {
    let price = if partner { prices.last() } else { prices.first() };
    price.map_or(0, |price| price.cents)
}
