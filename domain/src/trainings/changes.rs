//! Changes of a session, and whether it takes place.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    Registration, State, count,
    seating::{InvalidSeating, Seating, Tally},
};
use crate::ids::{NetworkId, OrganizationId};

/// What an organiser has to know before other rules apply. Nobody loses a seat by it; nobody gets one either, until
/// there is room again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "consequence")]
pub enum Consequence {
    /// More seats are taken than there would be.
    BelowTaken {
        /// How many are taken.
        taken: u32,
        /// How many there would be.
        capacity: u32,
    },
    /// An association holds more than it might.
    OverQuota {
        /// Which.
        organization: OrganizationId,
        /// How many it holds.
        taken: u32,
        /// How many it might hold.
        limit: u32,
    },
    /// The members of another network hold more than they might.
    GuestsOverQuota {
        /// Which network.
        guest: NetworkId,
        /// How many they hold.
        taken: u32,
        /// How many they might hold.
        limit: u32,
    },
}

/// Why a session's rules about seats stay as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum ChangeRefused {
    /// The new rules cannot be used.
    #[error("the rules cannot be used: {wrong:?}")]
    Invalid {
        /// What is wrong with them.
        wrong: Vec<InvalidSeating>,
    },
    /// People have registered under the other way of giving seats.
    #[error("people have registered: the way in which seats are given stays")]
    RuleInUse,
    /// It has consequences that nobody has acknowledged.
    #[error("this has consequences: {consequences:?}")]
    NotAcknowledged {
        /// Which.
        consequences: Vec<Consequence>,
    },
}

/// Decides whether other rules about seats take the place of those that a session has.
///
/// # Errors
/// [`ChangeRefused`] when they are not valid, give seats in another way to people who have registered, or have
/// consequences that were not acknowledged.
pub fn may_change(
    old: &Seating,
    new: &Seating,
    registrations: &[Registration],
    acknowledged: bool,
    now: DateTime<Utc>,
) -> Result<(), ChangeRefused> {
    let wrong = new.invalid();
    if !wrong.is_empty() {
        return Err(ChangeRefused::Invalid { wrong });
    }
    let live = || registrations.iter().any(|registration| registration.state_at(now).is_live());
    if old.rule != new.rule && live() {
        return Err(ChangeRefused::RuleInUse);
    }
    let consequences = consequences(new, registrations, now);
    if consequences.is_empty() || acknowledged {
        return Ok(());
    }
    Err(ChangeRefused::NotAcknowledged { consequences })
}

/// What rules about seats mean for those who hold one.
#[must_use]
pub fn consequences(new: &Seating, registrations: &[Registration], now: DateTime<Utc>) -> Vec<Consequence> {
    let tally = Tally::new(new, registrations, now);
    let (taken, capacity) = (tally.taken(), new.capacity);
    let below = (taken > capacity).then_some(Consequence::BelowTaken { taken, capacity });
    let over = tally.organizations().filter_map(|(organization, taken)| {
        let limit = new.quota_of(organization).filter(|limit| taken > *limit)?;
        Some(Consequence::OverQuota { organization, taken, limit })
    });
    let guests = tally.guests().filter_map(|(guest, taken)| {
        let limit = new.guests.get(&guest).copied().unwrap_or(0);
        (taken > limit).then_some(Consequence::GuestsOverQuota { guest, taken, limit })
    });
    below.into_iter().chain(over).chain(guests).collect()
}

/// Whether a session has the people that it needs. Offers do not count before they are accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "confirmation")]
pub enum Confirmation {
    /// It has them.
    Confirmable,
    /// It has not: at the closing date the organiser is told.
    TooFew {
        /// How many are seated.
        seated: u32,
        /// How many are needed.
        minimum: u32,
    },
}

/// Whether a session can be confirmed.
#[must_use]
pub fn confirmation(seating: &Seating, registrations: &[Registration]) -> Confirmation {
    let seated = registrations.iter().filter(|registration| registration.state == State::Seated).count();
    let (seated, minimum) = (count(seated), seating.minimum);
    if seated >= minimum { Confirmation::Confirmable } else { Confirmation::TooFew { seated, minimum } }
}
