//! Asking for seats: one person, or several at once by a training officer.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    Registration, State, count,
    moves::MoveRefused,
    seating::{Rule, Seating, Tally},
    waiting::{Unit, Wait, in_turn, standstill},
};
use crate::ids::{NetworkId, OrganizationId, PersonId, RegistrationGroupId, RegistrationId};

/// Somebody for whom a seat is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The registration to be made.
    pub id: RegistrationId,
    /// Who.
    pub person: PersonId,
    /// The pots of reserved seats from which they may have one, by key.
    pub qualities: BTreeSet<String>,
    /// The place among the association's people; lower first.
    pub order: u32,
}

/// What is asked for, for one association.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// For which association.
    pub organization: OrganizationId,
    /// The network through which it takes part, where it is not the session's own.
    pub guest: Option<NetworkId>,
    /// For whom, with identifiers in the order in which they stand.
    pub people: Vec<Candidate>,
    /// All or none, as this group; as many as fit when `None`.
    pub together: Option<RegistrationGroupId>,
    /// Whether the association's manager has to agree first.
    pub agreement: bool,
}

/// What becomes of a registration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "place")]
pub enum Place {
    /// The association's manager has to agree.
    AwaitingAgreement,
    /// Takes part in the allocation after the closing date.
    Asked,
    /// Has a seat.
    Seated {
        /// From which pot; a general seat when `None`.
        pot: Option<String>,
    },
    /// Is on the waiting list.
    Waiting {
        /// Why.
        because: Wait,
    },
}

/// A registration as it is to be written down, and how it came to stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The registration.
    pub registration: Registration,
    /// What became of it.
    pub place: Place,
}

impl Placed {
    fn new(registration: &Registration, place: Place) -> Self {
        let registration = registration.clone();
        let registration = match &place {
            Place::AwaitingAgreement => registration.into_state(State::AwaitingAgreement),
            Place::Asked => registration.into_state(State::Asked),
            Place::Seated { pot } => registration.into_seat(pot.clone()),
            Place::Waiting { .. } => registration.into_state(State::Waiting),
        };
        Self { registration, place }
    }
}

/// Why nobody of those who were named is registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum RegisterRefused {
    /// Registration has not begun.
    #[error("registration opens at {opens_at}")]
    NotOpenYet {
        /// When it does.
        opens_at: DateTime<Utc>,
    },
    /// Registration is over.
    #[error("registration closed at {closes_at}")]
    Closed {
        /// When it did.
        closes_at: DateTime<Utc>,
    },
    /// Nobody was named.
    #[error("nobody is named")]
    Nobody,
    /// The same person twice.
    #[error("{person} is named twice")]
    NamedTwice {
        /// Who.
        person: PersonId,
    },
    /// A person registers once for a session, also one who belongs to two associations.
    #[error("{person} is registered already, for {organization}")]
    RegisteredAlready {
        /// Who.
        person: PersonId,
        /// For which association.
        organization: OrganizationId,
    },
}

/// For which association a person is registered already.
pub(super) fn registered(
    registrations: &[Registration],
    person: PersonId,
    now: DateTime<Utc>,
) -> Option<OrganizationId> {
    let mut live = registrations.iter().filter(|registration| registration.state_at(now).is_live());
    live.find(|registration| registration.person == person).map(|registration| registration.organization)
}

/// Registers people for a session: what becomes of each, in the order in which they were named.
///
/// `registrations` are all that the session has. Where the first to come have the seats, nobody passes somebody who
/// waits and could take the seat.
///
/// # Errors
/// [`RegisterRefused`] with the first thing that stands against it; then nobody is registered.
pub fn register(
    seating: &Seating,
    registrations: &[Registration],
    asking: &Asking,
    now: DateTime<Utc>,
) -> Result<Vec<Placed>, RegisterRefused> {
    let Seating { opens_at, closes_at, .. } = *seating;
    if now < opens_at {
        return Err(RegisterRefused::NotOpenYet { opens_at });
    }
    if now >= closes_at {
        return Err(RegisterRefused::Closed { closes_at });
    }
    if asking.people.is_empty() {
        return Err(RegisterRefused::Nobody);
    }
    let mut named = BTreeSet::new();
    for Candidate { person, .. } in &asking.people {
        if !named.insert(person) {
            return Err(RegisterRefused::NamedTwice { person: *person });
        }
        if let Some(organization) = registered(registrations, *person, now) {
            return Err(RegisterRefused::RegisteredAlready { person: *person, organization });
        }
    }
    let new = |candidate: &Candidate| Registration {
        id: candidate.id,
        person: candidate.person,
        organization: asking.organization,
        guest: asking.guest,
        // Alone, all or none is no condition.
        group: asking.together.filter(|_| asking.people.len() > 1),
        qualities: candidate.qualities.clone(),
        asked: now,
        order: candidate.order,
        state: State::AwaitingAgreement,
        pot: None,
        until: None,
    };
    let new: Vec<Registration> = asking.people.iter().map(new).collect();
    if asking.agreement {
        return Ok(new.iter().map(|registration| Placed::new(registration, Place::AwaitingAgreement)).collect());
    }
    Ok(admit(seating, registrations, &new, now))
}

/// The association's manager agrees: to one person, or to a whole group that wants seats together.
///
/// Whoever is agreed to keeps the moment at which they asked. Agreed to after the closing date of a fair allocation,
/// they are on the waiting list.
///
/// # Errors
/// [`MoveRefused`] when nothing waits for an agreement, or the session has begun.
pub fn agree(
    seating: &Seating,
    registrations: &[Registration],
    id: RegistrationId,
    now: DateTime<Utc>,
) -> Result<Vec<Placed>, MoveRefused> {
    let registration = MoveRefused::find(registrations, id)?;
    let state = registration.state_at(now);
    if state != State::AwaitingAgreement {
        return Err(MoveRefused::NotFromHere { state, next: State::Waiting });
    }
    MoveRefused::before_beginning(seating, now)?;
    let Some(unit) = Unit::of(seating, registrations, registration, now) else { return Err(MoveRefused::Unknown) };
    let agreed: Vec<Registration> = unit.members.into_iter().cloned().collect();
    let others: Vec<Registration> =
        registrations.iter().filter(|other| agreed.iter().all(|one| one.id != other.id)).cloned().collect();
    Ok(admit(seating, &others, &agreed, now))
}

/// Lets people in who stand nowhere yet: into the allocation, onto a seat, or onto the waiting list.
fn admit(seating: &Seating, others: &[Registration], new: &[Registration], now: DateTime<Utc>) -> Vec<Placed> {
    if seating.rule == Rule::FairAtClose && now < seating.closes_at {
        return new.iter().map(|registration| Placed::new(registration, Place::Asked)).collect();
    }
    let waiting = |registration: &Registration| registration.clone().into_state(State::Waiting);
    if let Some(because) = standstill(seating, others, now) {
        let place = Place::Waiting { because };
        return new.iter().map(|registration| Placed::new(registration, place.clone())).collect();
    }
    let all: Vec<Registration> = others.iter().cloned().chain(new.iter().map(waiting)).collect();
    let units = Unit::all(seating, &all, State::Waiting, now);
    let (given, left) = in_turn(seating, &mut Tally::new(seating, &all, now), units);
    let given: BTreeMap<RegistrationId, Option<String>> =
        given.into_iter().map(|(registration, pot)| (registration.id, pot)).collect();
    let seated: Vec<Placed> = new
        .iter()
        .filter_map(|one| Some(Placed::new(one, Place::Seated { pot: given.get(&one.id)?.clone() })))
        .collect();
    // What would be left for the others if nobody waited before them.
    let mut tally = Tally::new(seating, others, now);
    for one in &seated {
        tally.take(&one.registration, one.registration.pot.as_deref());
    }
    let before = Wait::OthersWaitBefore { people: count(given.len() - seated.len()) };
    let because = |registration: &Registration| {
        let unit = left.iter().find(|unit| unit.members.iter().any(|member| member.id == registration.id))?;
        Some(unit.fit(&tally).err().unwrap_or_else(|| before.clone()))
    };
    let place = |registration: &Registration| match given.get(&registration.id) {
        Some(pot) => Place::Seated { pot: pot.clone() },
        None => Place::Waiting { because: because(registration).unwrap_or(Wait::Full) },
    };
    new.iter().map(|registration| Placed::new(registration, place(registration))).collect()
}
