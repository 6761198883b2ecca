//! What an organiser sets for a session, and the room that is left in it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Registration, waiting::Wait};
use crate::{
    colleges::Figure,
    ids::{NetworkId, OrganizationId},
};

/// The hours for which an offer holds a seat where the organiser says nothing else.
pub const HOLD_HOURS: u16 = 48;

text_enum! {
    /// How seats are given.
    pub enum Rule {
        /// To whoever asks first.
        FirstCome = "first_come",
        /// After the closing date, in rounds among the associations.
        FairAtClose = "fair_at_close",
    }
}

/// Seats for people with a quality, until they are released to all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pot {
    /// The quality: a small association, a territory, a person concerned.
    pub key: String,
    /// How many.
    pub seats: u32,
}

/// How many seats one association may hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "quota")]
pub enum Quota {
    /// As many as there are.
    #[default]
    None,
    /// The same number for each.
    Fixed {
        /// How many.
        seats: u32,
    },
    /// Its share of the capacity by a figure that associations declare, rounded up, and at least one.
    Proportional {
        /// Which figure.
        figure: Figure,
        /// What each association declared. One that declared nothing may hold one seat.
        figures: BTreeMap<OrganizationId, u64>,
    },
}

/// A session's rules about seats, with everything needed to decide by them again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seating {
    /// How seats are given.
    pub rule: Rule,
    /// How many there are.
    pub capacity: u32,
    /// How many people the session needs to take place.
    pub minimum: u32,
    /// How many one association may hold.
    pub quota: Quota,
    /// Other networks whose members may take part, and how many seats these may hold together.
    #[serde(default)]
    pub guests: BTreeMap<NetworkId, u32>,
    /// Reserved seats, part of the capacity; a person takes from the first pot that has room.
    pub pots: Vec<Pot>,
    /// From when on reserved seats are for all.
    pub reserved_until: Option<DateTime<Utc>>,
    /// From when on people can register.
    pub opens_at: DateTime<Utc>,
    /// Until when, exclusive.
    pub closes_at: DateTime<Utc>,
    /// When the first half-day begins. From then on no seat changes hands.
    pub begins_at: DateTime<Utc>,
    /// For how many hours an offer holds a seat.
    pub hold_hours: u16,
    /// Until when, exclusive, whoever has a seat gives it back themselves; afterwards those who organize do it for them.
    /// Until the session begins where nothing is said.
    #[serde(default)]
    pub cancel_until: Option<DateTime<Utc>>,
    /// The network's priority for associations, lower first; those without one come last.
    pub priorities: BTreeMap<OrganizationId, u32>,
    /// The seed of the lot, as it was published. Used by [`Rule::FairAtClose`] alone.
    pub seed: String,
}

/// What is wrong with a session's rules about seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum InvalidSeating {
    /// A session without seats.
    #[error("a session has at least one seat")]
    NoSeat,
    /// It could never take place.
    #[error("{minimum} people are needed, and there are {capacity} seats")]
    MinimumAboveCapacity {
        /// How many are needed.
        minimum: u32,
        /// How many seats there are.
        capacity: u32,
    },
    /// An association may hold at least one seat.
    #[error("a quota is at least one seat")]
    QuotaZero,
    /// A network is invited and has no seat.
    #[error("a network with which the session is shared has at least one seat")]
    GuestsWithoutSeat,
    /// Nothing to be proportional to.
    #[error("no association has declared “{figure}”")]
    NothingDeclared {
        /// Which figure.
        figure: Figure,
    },
    /// Reserved for nobody.
    #[error("reserved seats without saying for whom")]
    PotWithoutKey,
    /// The same quality twice.
    #[error("seats are reserved twice for “{key}”")]
    PotTwice {
        /// Which.
        key: String,
    },
    /// Nothing is reserved.
    #[error("no seat is reserved for “{key}”")]
    PotWithoutSeat {
        /// Which.
        key: String,
    },
    /// More seats are reserved than there are.
    #[error("{reserved} seats are reserved, and there are {capacity}")]
    PotsAboveCapacity {
        /// How many are reserved.
        reserved: u64,
        /// How many there are.
        capacity: u32,
    },
    /// Reserved seats would stay empty.
    #[error("reserved seats need a moment at which they are for all")]
    ReleaseMissing,
    /// Reserved seats would stay empty.
    #[error("reserved seats are for all before the session begins")]
    ReleaseAfterBeginning,
    /// Nobody could register.
    #[error("registration closes after it opens")]
    ClosesBeforeOpening,
    /// People would register for what has begun.
    #[error("registration closes before the session begins")]
    ClosesAfterBeginning,
    /// From then on no seat changes hands.
    #[error("seats are given back before the session begins")]
    CancelAfterBeginning,
    /// Nobody could accept an offer.
    #[error("an offer holds a seat for at least one hour")]
    HoldZero,
}

impl Seating {
    /// Everything that is wrong with what an organiser typed; nothing when it can be used.
    #[must_use]
    pub fn invalid(&self) -> Vec<InvalidSeating> {
        let mut wrong = vec![];
        if self.capacity == 0 {
            wrong.push(InvalidSeating::NoSeat);
        }
        if self.minimum > self.capacity {
            wrong.push(InvalidSeating::MinimumAboveCapacity { minimum: self.minimum, capacity: self.capacity });
        }
        match &self.quota {
            Quota::Fixed { seats: 0 } => wrong.push(InvalidSeating::QuotaZero),
            Quota::Proportional { figure, figures } if figures.values().all(|value| *value == 0) => {
                wrong.push(InvalidSeating::NothingDeclared { figure: *figure });
            }
            Quota::None | Quota::Fixed { .. } | Quota::Proportional { .. } => {}
        }
        if self.guests.values().any(|seats| *seats == 0) {
            wrong.push(InvalidSeating::GuestsWithoutSeat);
        }
        self.invalid_pots(&mut wrong);
        if self.closes_at <= self.opens_at {
            wrong.push(InvalidSeating::ClosesBeforeOpening);
        }
        if self.begins_at < self.closes_at {
            wrong.push(InvalidSeating::ClosesAfterBeginning);
        }
        if self.cancel_until.is_some_and(|until| self.begins_at < until) {
            wrong.push(InvalidSeating::CancelAfterBeginning);
        }
        if self.hold_hours == 0 {
            wrong.push(InvalidSeating::HoldZero);
        }
        wrong
    }

    fn invalid_pots(&self, wrong: &mut Vec<InvalidSeating>) {
        let mut seen = BTreeSet::new();
        for Pot { key, seats } in &self.pots {
            if key.trim().is_empty() {
                wrong.push(InvalidSeating::PotWithoutKey);
            } else if !seen.insert(key) {
                wrong.push(InvalidSeating::PotTwice { key: key.clone() });
            }
            if *seats == 0 {
                wrong.push(InvalidSeating::PotWithoutSeat { key: key.clone() });
            }
        }
        let reserved = self.pots.iter().map(|pot| u64::from(pot.seats)).sum();
        if reserved > u64::from(self.capacity) {
            wrong.push(InvalidSeating::PotsAboveCapacity { reserved, capacity: self.capacity });
        }
        match self.reserved_until {
            None if !self.pots.is_empty() => wrong.push(InvalidSeating::ReleaseMissing),
            Some(until) if until > self.begins_at => wrong.push(InvalidSeating::ReleaseAfterBeginning),
            None | Some(_) => {}
        }
    }

    /// How many seats an association may hold; as many as there are when `None`.
    #[must_use]
    pub fn quota_of(&self, organization: OrganizationId) -> Option<u32> {
        match &self.quota {
            Quota::None => None,
            Quota::Fixed { seats } => Some(*seats),
            Quota::Proportional { figures, .. } => {
                let total: u128 = figures.values().map(|value| u128::from(*value)).sum();
                let own = u128::from(figures.get(&organization).copied().unwrap_or(0));
                let share = (u128::from(self.capacity) * own).div_ceil(total.max(1));
                Some(u32::try_from(share).unwrap_or(self.capacity).max(1))
            }
        }
    }

    /// The network's priority for an association, lower first.
    #[must_use]
    pub fn priority_of(&self, organization: OrganizationId) -> u32 {
        self.priorities.get(&organization).copied().unwrap_or(u32::MAX)
    }

    /// The lot of an association or of a person: the SHA-256 of the seed, a line feed and the identifier in lower case
    /// with hyphens. Whose is lower comes first. `printf 'SEED\nID' | sha256sum` gives the same.
    #[must_use]
    pub fn lot(&self, id: Uuid) -> [u8; 32] {
        Sha256::new().chain_update(&self.seed).chain_update("\n").chain_update(id.to_string()).finalize().into()
    }

    /// Whether reserved seats are for all by now.
    #[must_use]
    pub fn released(&self, now: DateTime<Utc>) -> bool {
        self.reserved_until.is_some_and(|until| until <= now)
    }

    /// Whether seats are reserved for a quality still.
    #[must_use]
    pub fn reserves(&self, key: &str, now: DateTime<Utc>) -> bool {
        !self.released(now) && self.pots.iter().any(|pot| pot.key == key)
    }

    /// Until when an offer that is made now holds its seat.
    #[must_use]
    pub fn held_until(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let held = now.checked_add_signed(TimeDelta::hours(self.hold_hours.into()));
        held.map_or(self.begins_at, |held| held.min(self.begins_at))
    }
}

/// The seats that are taken at a moment, and the room beside them.
#[derive(Clone, Debug)]
pub struct Tally<'s> {
    seating: &'s Seating,
    released: bool,
    taken: u32,
    pots: Vec<u32>,
    by_organization: BTreeMap<OrganizationId, u32>,
    by_guest: BTreeMap<NetworkId, u32>,
}

impl<'s> Tally<'s> {
    /// Counts the seats that are taken at a moment.
    #[must_use]
    pub fn new(seating: &'s Seating, registrations: &[Registration], now: DateTime<Utc>) -> Self {
        let mut tally = Self {
            seating,
            released: seating.released(now),
            taken: 0,
            pots: vec![0; seating.pots.len()],
            by_organization: BTreeMap::new(),
            by_guest: BTreeMap::new(),
        };
        for holder in registrations.iter().filter(|registration| registration.state_at(now).takes_seat()) {
            tally.take(holder, holder.pot.as_deref());
        }
        tally
    }

    /// All seats that are taken.
    #[must_use]
    pub const fn taken(&self) -> u32 {
        self.taken
    }

    /// The seats that an association holds.
    #[must_use]
    pub fn taken_by(&self, organization: OrganizationId) -> u32 {
        self.by_organization.get(&organization).copied().unwrap_or(0)
    }

    /// The associations that hold seats.
    pub fn organizations(&self) -> impl Iterator<Item = (OrganizationId, u32)> {
        self.by_organization.iter().map(|(organization, taken)| (*organization, *taken))
    }

    /// The seats that the members of another network hold.
    #[must_use]
    pub fn taken_through(&self, guest: NetworkId) -> u32 {
        self.by_guest.get(&guest).copied().unwrap_or(0)
    }

    /// The other networks whose members hold seats.
    pub fn guests(&self) -> impl Iterator<Item = (NetworkId, u32)> {
        self.by_guest.iter().map(|(guest, taken)| (*guest, *taken))
    }

    /// The seats that are left, reserved ones included; none while more are taken than there are.
    #[must_use]
    pub const fn left(&self) -> u32 {
        self.seating.capacity.saturating_sub(self.taken)
    }

    /// The seats that are left for anybody.
    #[must_use]
    pub fn left_for_all(&self) -> u32 {
        if self.released {
            return self.left();
        }
        // A pot from which more was taken than it has now (the organiser changed it) reserves what was taken.
        let kept = self.seating.pots.iter().zip(&self.pots).map(|(pot, taken)| pot.seats.saturating_sub(*taken));
        kept.fold(self.left(), u32::saturating_sub)
    }

    /// The pot from which a person would have a seat, a general seat when it is `None`.
    ///
    /// # Errors
    /// [`Wait`] with why there is none: the quota of the association or of its network, no seat, or only reserved ones.
    pub fn room(&self, registration: &Registration) -> Result<Option<String>, Wait> {
        let Registration { organization, guest, qualities, .. } = registration;
        let taken = self.taken_by(*organization);
        if let Some(limit) = self.seating.quota_of(*organization).filter(|limit| taken >= *limit) {
            return Err(Wait::Quota { limit, taken });
        }
        if let Some(guest) = *guest {
            // With a network that is not invited any more nothing is shared.
            let limit = self.seating.guests.get(&guest).copied().unwrap_or(0);
            let taken = self.taken_through(guest);
            if taken >= limit {
                return Err(Wait::GuestQuota { limit, taken });
            }
        }
        if self.left() == 0 {
            return Err(Wait::Full);
        }
        let mut pots = self.seating.pots.iter().zip(&self.pots);
        let pot = pots.find(|(pot, taken)| !self.released && qualities.contains(&pot.key) && **taken < pot.seats);
        match pot {
            Some((pot, _)) => Ok(Some(pot.key.clone())),
            None if self.left_for_all() > 0 => Ok(None),
            None => Err(Wait::OnlyReservedLeft { seats: self.left() }),
        }
    }

    /// Counts the seat that somebody takes.
    pub fn take(&mut self, registration: &Registration, pot: Option<&str>) {
        self.taken += 1;
        *self.by_organization.entry(registration.organization).or_default() += 1;
        if let Some(guest) = registration.guest {
            *self.by_guest.entry(guest).or_default() += 1;
        }
        if let Some(at) = self.seating.pots.iter().position(|known| Some(known.key.as_str()) == pot) {
            self.pots[at] += 1;
        }
    }
}
