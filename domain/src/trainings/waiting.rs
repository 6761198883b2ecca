//! The waiting list: whose turn it is, who gets an offer, and why the others wait still.
//!
//! A group that wants seats together or not at all waits as one and keeps its place. Seats that do not suffice for it
//! go to the next whom they fit, so nobody waits beside an empty seat that they could take.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    Registration, State, count,
    seating::{Rule, Seating, Tally},
};
use crate::ids::{OrganizationId, RegistrationId};

/// Why somebody has no seat yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Wait {
    /// Every seat is taken.
    #[error("every seat is taken")]
    Full,
    /// The association holds as many seats as it may.
    #[error("the association holds {taken} seats and may hold {limit}")]
    Quota {
        /// How many it may hold.
        limit: u32,
        /// How many it holds.
        taken: u32,
    },
    /// The members of the other network through which it takes part hold as many seats as they may together.
    #[error("the network's members hold {taken} seats and may hold {limit}")]
    GuestQuota {
        /// How many they may hold.
        limit: u32,
        /// How many they hold.
        taken: u32,
    },
    /// The seats that are left are reserved for others, for some time still.
    #[error("only reserved seats are left: {seats}")]
    OnlyReservedLeft {
        /// How many.
        seats: u32,
    },
    /// A seat is left, and it is for those who wait before.
    #[error("{people} people wait before for the seats that are left")]
    OthersWaitBefore {
        /// How many have a seat offered before.
        people: u32,
    },
    /// There are seats for some of the group, and it wants them together.
    #[error("there are seats for {fit} of the {people} who want them together")]
    GroupDoesNotFit {
        /// How many are in the group.
        people: u32,
        /// For how many there would be seats.
        fit: u32,
    },
    /// The allocation after the closing date comes first.
    #[error("seats are given out after the closing date")]
    Allocation,
    /// It is their turn: an offer is on its way.
    #[error("an offer is on its way")]
    Next,
    /// The session has begun.
    #[error("the session has begun")]
    Begun,
}

/// A seat that is held for somebody's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// For whom.
    pub registration: RegistrationId,
    /// From which pot; a general seat when `None`.
    pub pot: Option<String>,
    /// Until when, exclusive.
    pub until: DateTime<Utc>,
}

impl Offer {
    /// The registration that holds this offer.
    #[must_use]
    pub fn hold(&self, registration: &Registration) -> Registration {
        let mut held = registration.clone().into_seat(self.pot.clone());
        (held.state, held.until) = (State::Offered, Some(self.until));
        held
    }
}

/// Someone on the waiting list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Who.
    pub registration: RegistrationId,
    /// Their place, from 1. People of the same association come one round after another where the rule is fair.
    pub position: u32,
    /// Why they have no offer yet.
    pub because: Wait,
}

/// Who get a seat together or not at all: one person, or a group.
#[derive(Clone, Debug)]
pub(super) struct Unit<'r> {
    pub(super) members: Vec<&'r Registration>,
    organization: OrganizationId,
    key: Key,
}

/// The order of a list beyond the number of seats that an association holds, which changes as seats are given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    priority: u32,
    organization: [u8; 32],
    order: u32,
    person: [u8; 32],
    asked: Option<DateTime<Utc>>,
    id: RegistrationId,
}

impl Key {
    fn new(seating: &Seating, registration: &Registration) -> Self {
        let id = registration.id;
        match seating.rule {
            Rule::FirstCome => Self {
                priority: 0,
                organization: [0; 32],
                order: 0,
                person: [0; 32],
                asked: Some(registration.asked),
                id,
            },
            Rule::FairAtClose => Self {
                priority: seating.priority_of(registration.organization),
                organization: seating.lot(registration.organization.0),
                order: registration.order,
                person: seating.lot(registration.person.0),
                asked: None,
                id,
            },
        }
    }
}

impl<'r> Unit<'r> {
    /// Everybody in a state, alone or with their group.
    pub(super) fn all(
        seating: &Seating,
        registrations: &'r [Registration],
        state: State,
        now: DateTime<Utc>,
    ) -> Vec<Self> {
        let mut units: BTreeMap<_, Vec<(Key, &Registration)>> = BTreeMap::new();
        for registration in registrations.iter().filter(|registration| registration.state_at(now) == state) {
            let alone = registration.group.is_none().then_some(registration.id);
            let entry = (Key::new(seating, registration), registration);
            units.entry((registration.group, alone)).or_default().push(entry);
        }
        let unit = |mut members: Vec<(Key, &'r Registration)>| {
            members.sort_by(|(one, _), (other, _)| one.cmp(other));
            let (key, first) = members.first().cloned()?;
            let members = members.into_iter().map(|(_, member)| member).collect();
            Some(Self { members, organization: first.organization, key })
        };
        units.into_values().filter_map(unit).collect()
    }

    /// The unit that somebody belongs to.
    pub(super) fn of(
        seating: &Seating,
        registrations: &'r [Registration],
        registration: &Registration,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let units = Self::all(seating, registrations, registration.state_at(now), now);
        units.into_iter().find(|unit| unit.members.iter().any(|member| member.id == registration.id))
    }

    /// The seats that all of them would have.
    pub(super) fn fit(&self, tally: &Tally<'_>) -> Result<Vec<Option<String>>, Wait> {
        if let [alone] = self.members.as_slice() {
            return tally.room(alone).map(|pot| vec![pot]);
        }
        let mut tally = tally.clone();
        let mut pots = Vec::with_capacity(self.members.len());
        let mut first = None;
        for member in &self.members {
            match tally.room(member) {
                Ok(pot) => {
                    tally.take(member, pot.as_deref());
                    pots.push(pot);
                }
                Err(why) => first = first.or(Some(why)),
            }
        }
        match first {
            None => Ok(pots),
            Some(why) if pots.is_empty() => Err(why),
            Some(_) => Err(Wait::GroupDoesNotFit { people: count(self.members.len()), fit: count(pots.len()) }),
        }
    }

    /// Takes the seats.
    pub(super) fn take(&self, tally: &mut Tally<'_>, pots: &[Option<String>]) {
        for (member, pot) in self.members.iter().zip(pots) {
            tally.take(member, pot.as_deref());
        }
    }
}

/// Those who are left, next in line first. Where the rule is fair, the association that holds fewer seats goes before:
/// so only the first of each has to be compared, and the place of an association changes only with its own seats.
struct Queue<'r> {
    rule: Rule,
    /// The units of each association, the first in line last.
    waiting: BTreeMap<OrganizationId, Vec<Unit<'r>>>,
    /// The first of each association, behind those that go before.
    first: BTreeSet<(u32, Key, OrganizationId)>,
    /// The associations whose first is not in line yet.
    apart: Vec<OrganizationId>,
}

impl<'r> Queue<'r> {
    fn new(rule: Rule, units: Vec<Unit<'r>>) -> Self {
        let mut waiting: BTreeMap<OrganizationId, Vec<Unit<'r>>> = BTreeMap::new();
        for unit in units {
            waiting.entry(unit.organization).or_default().push(unit);
        }
        for units in waiting.values_mut() {
            units.sort_by(|one, other| other.key.cmp(&one.key));
        }
        let apart = waiting.keys().copied().collect();
        Self { rule, waiting, first: BTreeSet::new(), apart }
    }

    /// The next in line, where associations hold so many seats by now.
    fn next(&mut self, seats: impl Fn(OrganizationId) -> u32) -> Option<Unit<'r>> {
        for organization in self.apart.drain(..) {
            if let Some(unit) = self.waiting.get(&organization).and_then(|units| units.last()) {
                let standing = match self.rule {
                    Rule::FirstCome => 0,
                    Rule::FairAtClose => seats(organization),
                };
                self.first.insert((standing, unit.key.clone(), organization));
            }
        }
        let (.., organization) = self.first.pop_first()?;
        self.apart.push(organization);
        self.waiting.get_mut(&organization)?.pop()
    }

    fn left(self) -> impl Iterator<Item = Unit<'r>> {
        self.waiting.into_values().flatten()
    }
}

/// Gives the seats that are left to those whose turn it is, as long as they fit. Room only shrinks meanwhile, so who
/// does not fit once is passed for good.
pub(super) fn in_turn<'r>(
    seating: &Seating,
    tally: &mut Tally<'_>,
    units: Vec<Unit<'r>>,
) -> (Vec<(&'r Registration, Option<String>)>, Vec<Unit<'r>>) {
    let (mut given, mut left) = (vec![], vec![]);
    let mut queue = Queue::new(seating.rule, units);
    while tally.left() > 0
        && let Some(unit) = queue.next(|organization| tally.taken_by(organization))
    {
        if let Ok(pots) = unit.fit(tally) {
            unit.take(tally, &pots);
            given.extend(unit.members.into_iter().zip(pots));
        } else {
            left.push(unit);
        }
    }
    // Without a seat left nobody fits, whatever the order.
    left.extend(queue.left());
    (given, left)
}

/// Why the list stands still, whoever waits.
pub(super) fn standstill(seating: &Seating, registrations: &[Registration], now: DateTime<Utc>) -> Option<Wait> {
    if now >= seating.begins_at {
        return Some(Wait::Begun);
    }
    let asked = || registrations.iter().any(|registration| registration.state == State::Asked);
    let before = seating.rule == Rule::FairAtClose && (now < seating.closes_at || asked());
    before.then_some(Wait::Allocation)
}

/// Who on the waiting list gets an offer now, in the order of the rule: by the moment of asking, or the association
/// with the fewest seats first, then the network's priority, then the lot.
///
/// Nothing while the fair allocation is still to come, and nothing once the session has begun.
#[must_use]
pub fn offers(seating: &Seating, registrations: &[Registration], now: DateTime<Utc>) -> Vec<Offer> {
    if standstill(seating, registrations, now).is_some() {
        return vec![];
    }
    let units = Unit::all(seating, registrations, State::Waiting, now);
    let (given, _) = in_turn(seating, &mut Tally::new(seating, registrations, now), units);
    let until = seating.held_until(now);
    given.into_iter().map(|(registration, pot)| Offer { registration: registration.id, pot, until }).collect()
}

/// The offers whose hour has come, as expired.
#[must_use]
pub fn expire(registrations: &[Registration], now: DateTime<Utc>) -> Vec<Registration> {
    let lapsed = registrations.iter().filter(|registration| registration.state != registration.state_at(now));
    lapsed.map(|registration| registration.clone().into_state(State::Expired)).collect()
}

/// Everybody on the waiting list in its order, with their place and why they have no offer yet.
#[must_use]
pub fn waiting_list(seating: &Seating, registrations: &[Registration], now: DateTime<Utc>) -> Vec<Waiting> {
    let units = Unit::all(seating, registrations, State::Waiting, now);
    let why = reasons(seating, registrations, units.clone(), now);
    let tally = Tally::new(seating, registrations, now);
    let mut seats: BTreeMap<OrganizationId, u32> = tally.organizations().collect();
    let mut list = Vec::new();
    let mut queue = Queue::new(seating.rule, units);
    while let Some(unit) = queue.next(|organization| seats.get(&organization).copied().unwrap_or(0)) {
        *seats.entry(unit.organization).or_default() += count(unit.members.len());
        for member in unit.members {
            let because = why.get(&member.id).cloned().unwrap_or(Wait::Next);
            list.push(Waiting { registration: member.id, position: count(list.len() + 1), because });
        }
    }
    list
}

/// Why each has no offer; nothing of those who get one now.
fn reasons(
    seating: &Seating,
    registrations: &[Registration],
    units: Vec<Unit<'_>>,
    now: DateTime<Utc>,
) -> BTreeMap<RegistrationId, Wait> {
    let still = standstill(seating, registrations, now);
    let before = Tally::new(seating, registrations, now);
    let (given, left) = match &still {
        Some(_) => (vec![], units),
        None => in_turn(seating, &mut before.clone(), units),
    };
    let why = |unit: &Unit<'_>| match (&still, unit.fit(&before)) {
        (Some(still), _) => still.clone(),
        (None, Ok(_)) => Wait::OthersWaitBefore { people: count(given.len()) },
        (None, Err(why)) => why,
    };
    let each = left.iter().map(|unit| (why(unit), &unit.members));
    each.flat_map(|(why, members)| members.iter().map(move |member| (member.id, why.clone()))).collect()
}
