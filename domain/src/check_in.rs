//! Check-in at the door: what a scanned pass does, also when it reaches the server late.
//!
//! A door decides by itself while its network is down and tells the server afterwards. What it tells is settled here
//! by the same rule, once for each scan, whatever arrives first. Nobody is moved backwards in time across a vote: who
//! is learned of after a vote was opened or closed is there from the moment of learning.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::assemblies::State;

/// The signs of a pass: digits and letters without those that are taken for another (I, L, O, U).
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Signs of a code: eighty bits, which nobody guesses.
const LENGTH: usize = 16;

/// The code of a pass from random bits, of which the lowest eighty count.
#[must_use]
pub fn code(bits: u128) -> String {
    let sign = |place: usize| char::from(SIGNS[usize::try_from(bits >> (5 * place) & 31).unwrap_or_default()]);
    (0..LENGTH).rev().map(sign).collect()
}

/// The code in what was scanned or typed: an address that ends with it, or the code itself in groups and any case.
/// `None` where it cannot be one.
#[must_use]
pub fn read_code(typed: &str) -> Option<String> {
    let last = typed.trim().trim_end_matches('/').rsplit('/').next()?;
    let read = |sign: char| match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let signs: String = last.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').map(read).collect();
    let known = signs.bytes().all(|sign| SIGNS.contains(&sign));
    (known && signs.len() == LENGTH).then_some(signs)
}

/// The code as people read it out: in groups of four.
#[must_use]
pub fn grouped(code: &str) -> String {
    let signs: Vec<char> = code.chars().collect();
    signs.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// When something happened by a clock that may be wrong: as long ago as that clock says, counted back from now.
#[must_use]
pub fn by_our_clock(happened: DateTime<Utc>, sent: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    now.checked_sub_signed(sent - happened).unwrap_or(now)
}

/// From when to when someone was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// From.
    pub from: DateTime<Utc>,
    /// To; still there when `None`.
    pub until: Option<DateTime<Utc>>,
}

/// Whom a pass is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Whether the organization has a vote in the assembly.
    pub on_roll: bool,
    /// Whether the person represents it today.
    pub mandated: bool,
    /// When they were there, in the order of time.
    pub stays: Vec<Stay>,
}

/// How the doors stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doors {
    /// Where the assembly stands.
    pub state: State,
    /// The first moment of its day.
    pub open_since: DateTime<Utc>,
    /// When a vote was last opened or closed.
    pub last_decision: Option<DateTime<Utc>>,
}

/// A pass that was held before a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// Made by the door: the same scan told twice has the same.
    pub nonce: Uuid,
    /// Which pass.
    pub pass: String,
    /// When, by our clock.
    pub at: DateTime<Utc>,
}

/// Why an arrival counts from another moment than that of the scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Late {
    /// A vote was opened or closed between the scan and the moment at which the server learned of it.
    Vote,
    /// The time of the scan cannot be: before the doors were open, or to come.
    Clock,
}

/// What became of a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// They are there.
    Recorded {
        /// From this moment on.
        at: DateTime<Utc>,
        /// Why that is not the moment of the scan.
        late: Option<Late>,
    },
    /// They were there already.
    AlreadyThere {
        /// Since when.
        since: DateTime<Utc>,
    },
    /// They left after the scan: nobody is brought back by an old one.
    LeftSince {
        /// When they left.
        at: DateTime<Utc>,
    },
    /// No pass of this assembly.
    Unknown,
    /// The day of the assembly has not come.
    NotYet,
    /// The session is over.
    SessionOver,
    /// The organization has no vote in this assembly.
    NotOnRoll,
    /// The person does not represent the organization any more.
    MandateEnded,
}

impl Outcome {
    /// Whether somebody at the door has to look at it.
    #[must_use]
    pub const fn is_conflict(self) -> bool {
        !matches!(self, Self::Recorded { late: None, .. })
    }
}

/// What is known of an assembly's doors: passes with those they are for, and the scans that were settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// How the doors stand.
    pub doors: Doors,
    /// By pass.
    pub guests: BTreeMap<String, Guest>,
    /// By the nonce of the scan.
    pub settled: BTreeMap<Uuid, Outcome>,
}

impl Ledger {
    /// Settles a scan. A scan that was settled before has the answer that it had then, and changes nothing.
    pub fn settle(&mut self, scan: &Scan, now: DateTime<Utc>) -> Outcome {
        if let Some(before) = self.settled.get(&scan.nonce) {
            return *before;
        }
        let outcome = self.decide(scan, now);
        if let (Outcome::Recorded { at, .. }, Some(guest)) = (outcome, self.guests.get_mut(&scan.pass)) {
            guest.stays.push(Stay { from: at, until: None });
        }
        self.settled.insert(scan.nonce, outcome);
        outcome
    }

    fn decide(&self, scan: &Scan, now: DateTime<Utc>) -> Outcome {
        let Some(guest) = self.guests.get(&scan.pass) else { return Outcome::Unknown };
        match self.doors.state {
            State::Closed => return Outcome::SessionOver,
            State::Draft => return Outcome::NotYet,
            State::Convened | State::Open if now < self.doors.open_since => return Outcome::NotYet,
            State::Convened | State::Open => {}
        }
        if !guest.on_roll {
            return Outcome::NotOnRoll;
        }
        if !guest.mandated {
            return Outcome::MandateEnded;
        }
        let possible = (self.doors.open_since..=now).contains(&scan.at);
        let at = if possible { scan.at } else { now };
        match guest.stays.last() {
            Some(Stay { from, until: None }) => return Outcome::AlreadyThere { since: *from },
            Some(Stay { until: Some(left), .. }) if at < *left => return Outcome::LeftSince { at: *left },
            Some(_) | None => {}
        }
        let late = match self.doors.last_decision {
            _ if !possible => Some(Late::Clock),
            Some(decided) if at < now && at <= decided => Some(Late::Vote),
            _ => None,
        };
        Outcome::Recorded { at: if late.is_some() { now } else { at }, late }
    }

    /// The passes whose people are there.
    pub fn present(&self) -> impl Iterator<Item = &str> {
        let here = |guest: &Guest| guest.stays.last().is_some_and(|stay| stay.until.is_none());
        self.guests.iter().filter(move |(_, guest)| here(guest)).map(|(pass, _)| pass.as_str())
    }
}

#[cfg(test)]
mod tests;
