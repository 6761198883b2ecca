//! Trainings that the members of a network share: who has a seat in a session, who waits, who was there.
//!
//! A session has seats, perhaps a quota for each association, and perhaps seats that are reserved for some time. A seat
//! is held by whoever is seated, and by whoever has an offer that has not lapsed; nothing here ever gives more seats
//! than there are, more than an association's quota, or a reserved seat to somebody else. An offer lapses by the hour
//! that stands in it, whether or not anybody has written that down yet.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{NetworkId, OrganizationId, PersonId, RegistrationGroupId, RegistrationId};

pub mod allocation;
pub mod attendance;
pub mod catalogue;
pub mod changes;
pub mod evaluation;
pub mod figures;
pub mod half_days;
pub mod moves;
pub mod needs;
pub mod qualifications;
pub mod registering;
pub mod seating;
pub mod waiting;

text_enum! {
    /// Where a registration stands.
    pub enum State {
        /// The association wants to agree first.
        AwaitingAgreement = "awaiting_agreement",
        /// In the allocation, which comes at the closing date.
        Asked = "asked",
        /// On the waiting list.
        Waiting = "waiting",
        /// Holds a seat until a moment, for an answer.
        Offered = "offered",
        /// Has a seat.
        Seated = "seated",
        /// Said no to an offer.
        Declined = "declined",
        /// Let an offer lapse.
        Expired = "expired",
        /// Withdrawn.
        Cancelled = "cancelled",
        /// The association or the organiser said no, with a reason.
        Refused = "refused",
        /// The seat was given to a colleague.
        Transferred = "transferred",
    }
}

impl State {
    /// What it is at a moment: an offer whose hour has come has expired, whether or not that was written down.
    #[must_use]
    pub fn at(self, until: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Self {
        match (self, until) {
            (Self::Offered, Some(until)) if until <= now => Self::Expired,
            (state, _) => state,
        }
    }

    /// Whether it takes a seat.
    #[must_use]
    pub const fn takes_seat(self) -> bool {
        matches!(self, Self::Offered | Self::Seated)
    }

    /// Whether the registration still counts: the person may not register a second time meanwhile.
    #[must_use]
    pub const fn is_live(self) -> bool {
        matches!(self, Self::AwaitingAgreement | Self::Asked | Self::Waiting | Self::Offered | Self::Seated)
    }

    /// Whether a registration that stands here may come to stand there.
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        use State::{
            Asked, AwaitingAgreement, Cancelled, Declined, Expired, Offered, Refused, Seated, Transferred, Waiting,
        };
        match self {
            AwaitingAgreement => matches!(next, Asked | Waiting | Seated | Cancelled | Refused),
            Asked => matches!(next, Waiting | Seated | Cancelled | Refused),
            Waiting => matches!(next, Offered | Seated | Cancelled | Refused),
            Offered => matches!(next, Seated | Declined | Expired | Cancelled),
            Seated => matches!(next, Cancelled | Transferred),
            Declined | Expired | Cancelled | Refused | Transferred => false,
        }
    }
}

/// One person, asked for one session on behalf of one association.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// Which. Identifiers grow with time.
    pub id: RegistrationId,
    /// Who.
    pub person: PersonId,
    /// For which association.
    pub organization: OrganizationId,
    /// The network through which the association takes part, where it is not the session's own.
    #[serde(default)]
    pub guest: Option<NetworkId>,
    /// With whom, where they want seats together or not at all.
    pub group: Option<RegistrationGroupId>,
    /// The pots of reserved seats from which the person may have one, by key.
    pub qualities: BTreeSet<String>,
    /// When it was asked for.
    pub asked: DateTime<Utc>,
    /// The place among the association's people, as its training officer set it; lower first.
    pub order: u32,
    /// Where it stands, as it was last written down; see [`Registration::state_at`].
    pub state: State,
    /// From which pot the seat is taken; a general seat when `None`.
    pub pot: Option<String>,
    /// Until when an offer holds the seat.
    pub until: Option<DateTime<Utc>>,
}

impl Registration {
    /// Where it stands at a moment.
    #[must_use]
    pub fn state_at(&self, now: DateTime<Utc>) -> State {
        self.state.at(self.until, now)
    }

    /// The same registration, standing elsewhere, without a seat.
    #[must_use]
    fn into_state(mut self, state: State) -> Self {
        (self.state, self.pot, self.until) = (state, None, None);
        self
    }

    /// The same registration with a seat.
    #[must_use]
    fn into_seat(mut self, pot: Option<String>) -> Self {
        (self.state, self.pot, self.until) = (State::Seated, pot, None);
        self
    }
}

/// A number of people or seats. There are never as many as this could not hold.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
