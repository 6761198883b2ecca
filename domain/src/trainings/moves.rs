//! What people do with a registration: withdraw it, answer an offer, give the seat to a colleague, say no, or seat
//! somebody out of order.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    Registration, State,
    registering::{Candidate, registered},
    seating::{Seating, Tally},
    waiting::{Unit, Wait},
};
use crate::ids::{OrganizationId, RegistrationId};

/// Why a registration stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum MoveRefused {
    /// The session has no such registration.
    #[error("there is no such registration")]
    Unknown,
    /// It does not lead on from where the registration stands.
    #[error("a registration that is “{state}” does not become “{next}”")]
    NotFromHere {
        /// Where it stands.
        state: State,
        /// What was tried.
        next: State,
    },
    /// No seat changes hands once the session has begun.
    #[error("the session began at {begins_at}")]
    Begun {
        /// When it did.
        begins_at: DateTime<Utc>,
    },
    /// A seat is not given back by oneself so late.
    #[error("seats were given back until {until}")]
    TooLateToCancel {
        /// Until when they were.
        until: DateTime<Utc>,
    },
    /// Who is told no, or is passed over, is told why.
    #[error("a reason is needed")]
    ReasonMissing,
    /// Nobody is seated where there is no room, whatever the reason.
    #[error("there is no room: {why}")]
    NoRoom {
        /// What is missing.
        why: Wait,
    },
    /// The colleague is registered for the session.
    #[error("the colleague is registered already, for {organization}")]
    RegisteredAlready {
        /// For which association.
        organization: OrganizationId,
    },
    /// The seat is reserved, for some time still, and the colleague has no right to it.
    #[error("the seat is reserved for “{pot}”")]
    Reserved {
        /// For whom.
        pot: String,
    },
}

impl MoveRefused {
    pub(super) fn find(registrations: &[Registration], id: RegistrationId) -> Result<&Registration, Self> {
        registrations.iter().find(|registration| registration.id == id).ok_or(Self::Unknown)
    }

    pub(super) fn before_beginning(seating: &Seating, now: DateTime<Utc>) -> Result<(), Self> {
        let begins_at = seating.begins_at;
        if now < begins_at { Ok(()) } else { Err(Self::Begun { begins_at }) }
    }

    fn unless(seating: &Seating, registration: &Registration, next: State, now: DateTime<Utc>) -> Result<(), Self> {
        let state = registration.state_at(now);
        if !state.may_become(next) {
            return Err(Self::NotFromHere { state, next });
        }
        Self::before_beginning(seating, now)
    }
}

fn step(
    seating: &Seating,
    registration: &Registration,
    next: State,
    now: DateTime<Utc>,
) -> Result<Registration, MoveRefused> {
    MoveRefused::unless(seating, registration, next, now)?;
    Ok(registration.clone().into_state(next))
}

/// Withdraws a registration, with its seat where it has one. After the session's last day for that, a seat is given back
/// by those who organize alone; to a colleague it may still go.
///
/// # Errors
/// [`MoveRefused`] when it does not count any more, when it is too late, or the session has begun.
pub fn cancel(
    seating: &Seating,
    registration: &Registration,
    organizer: bool,
    now: DateTime<Utc>,
) -> Result<Registration, MoveRefused> {
    let cancelled = step(seating, registration, State::Cancelled, now)?;
    match seating.cancel_until.filter(|until| *until <= now) {
        Some(until) if !organizer && registration.state == State::Seated => Err(MoveRefused::TooLateToCancel { until }),
        _ => Ok(cancelled),
    }
}

/// Says no to an offer. The registration is not offered a seat again.
///
/// # Errors
/// [`MoveRefused`] when there is no offer any more.
pub fn decline(
    seating: &Seating,
    registration: &Registration,
    now: DateTime<Utc>,
) -> Result<Registration, MoveRefused> {
    step(seating, registration, State::Declined, now)
}

/// Says yes to an offer.
///
/// # Errors
/// [`MoveRefused`] when there is no offer any more.
pub fn accept(seating: &Seating, registration: &Registration, now: DateTime<Utc>) -> Result<Registration, MoveRefused> {
    let state = registration.state_at(now);
    if state != State::Offered {
        return Err(MoveRefused::NotFromHere { state, next: State::Seated });
    }
    MoveRefused::before_beginning(seating, now)?;
    Ok(registration.clone().into_seat(registration.pot.clone()))
}

/// The association's manager, or the organiser, says no to somebody who has no seat yet.
///
/// # Errors
/// [`MoveRefused`] without a reason, and for somebody who has a seat: that is withdrawn, not refused.
pub fn refuse(
    seating: &Seating,
    registration: &Registration,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<Registration, MoveRefused> {
    let refused = step(seating, registration, State::Refused, now)?;
    if reason.trim().is_empty() { Err(MoveRefused::ReasonMissing) } else { Ok(refused) }
}

/// The organiser seats somebody out of order, with the group where they wait in one: it jumps the order and nothing
/// else. There has to be a seat, the association's quota holds, and a reserved seat stays reserved.
///
/// # Errors
/// [`MoveRefused`] without a reason, without room, or for somebody whom the association has not agreed to.
pub fn seat_out_of_order(
    seating: &Seating,
    registrations: &[Registration],
    id: RegistrationId,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<Vec<Registration>, MoveRefused> {
    let registration = MoveRefused::find(registrations, id)?;
    let state = registration.state_at(now);
    if !matches!(state, State::Asked | State::Waiting) {
        return Err(MoveRefused::NotFromHere { state, next: State::Seated });
    }
    MoveRefused::before_beginning(seating, now)?;
    if reason.trim().is_empty() {
        return Err(MoveRefused::ReasonMissing);
    }
    let Some(unit) = Unit::of(seating, registrations, registration, now) else { return Err(MoveRefused::Unknown) };
    let pots = unit.fit(&Tally::new(seating, registrations, now)).map_err(|why| MoveRefused::NoRoom { why })?;
    Ok(unit.members.into_iter().zip(pots).map(|(member, pot)| member.clone().into_seat(pot)).collect())
}

/// A seat that went from one person to a colleague of the same association.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// The registration that gave it.
    pub given: Registration,
    /// The colleague's, with the same seat.
    pub taken: Registration,
}

/// Gives a seat to a colleague of the same association, who takes that very seat: also where more seats are taken than
/// there are by now, since nothing is added.
///
/// # Errors
/// [`MoveRefused`] when there is no seat to give, the colleague is registered already, or the seat is still reserved
/// for others.
pub fn transfer(
    seating: &Seating,
    registrations: &[Registration],
    id: RegistrationId,
    colleague: &Candidate,
    now: DateTime<Utc>,
) -> Result<Transfer, MoveRefused> {
    let from = MoveRefused::find(registrations, id)?;
    let given = step(seating, from, State::Transferred, now)?;
    if let Some(organization) = registered(registrations, colleague.person, now) {
        return Err(MoveRefused::RegisteredAlready { organization });
    }
    // The seat of a pot that is released, or that the organiser has taken away since, is a general one for others.
    let pot = from.pot.clone().filter(|pot| colleague.qualities.contains(pot));
    if let (Some(reserved), None) = (&from.pot, &pot)
        && seating.reserves(reserved, now)
    {
        return Err(MoveRefused::Reserved { pot: reserved.clone() });
    }
    let taken = Registration {
        id: colleague.id,
        person: colleague.person,
        qualities: colleague.qualities.clone(),
        order: colleague.order,
        group: None,
        asked: now,
        pot,
        ..from.clone()
    };
    Ok(Transfer { given, taken })
}
