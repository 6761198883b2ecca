//! Who was there: marks for each half-day, also taken offline by several people, and the certificate that follows.
//!
//! A device keeps its marks until it is connected and tells them then, perhaps twice, perhaps after others. What counts
//! follows from the marks alone, whichever came first.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::half_days::HalfDay;
use crate::{
    fraction::{Comparison, Fraction},
    ids::{HalfDayId, PersonId, RegistrationId},
};

text_enum! {
    /// What is noted of somebody for a half-day.
    pub enum Attendance {
        /// There.
        Present = "present",
        /// Not there.
        Absent = "absent",
        /// Not there, and said so. The hours do not count as attended.
        Excused = "excused",
    }
}

/// One note about one person and one half-day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mark {
    /// When, by our clock; see [`crate::check_in::by_our_clock`].
    pub at: DateTime<Utc>,
    /// Made by the device: the same mark told twice has the same.
    pub nonce: Uuid,
    /// About whom.
    pub registration: RegistrationId,
    /// For which half-day.
    pub half_day: HalfDayId,
    /// What.
    pub attendance: Attendance,
    /// Who noted it.
    pub by: PersonId,
}

/// Two people noted something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The mark that counts: the latest.
    pub kept: Mark,
    /// What others noted last, where it differs, in the order of time.
    pub differing: Vec<Mark>,
}

/// What counts of all marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// For each registration and half-day the mark that counts.
    pub marks: BTreeMap<(RegistrationId, HalfDayId), Mark>,
    /// What somebody has to look at. Whoever corrects their own mark contradicts nobody.
    pub conflicts: Vec<Conflict>,
}

/// How long before a half-day people can say that they are there.
pub const EARLY: TimeDelta = TimeDelta::minutes(30);

/// Why nobody says now that they are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum HereRefused {
    /// It is too early.
    #[error("people say that they are there from {from} on")]
    TooEarly {
        /// From when on.
        from: DateTime<Utc>,
    },
    /// The half-day is over: the trainer notes who was there.
    #[error("the half-day ended at {ended}")]
    Over {
        /// When it did.
        ended: DateTime<Utc>,
    },
}

/// Whether somebody may say of themselves that they are there: from half an hour before a half-day until its end.
///
/// # Errors
/// [`HereRefused`] before and after.
pub fn may_say_here(half_day: &HalfDay, now: DateTime<Utc>) -> Result<(), HereRefused> {
    let from = half_day.starts - EARLY;
    if now < from {
        return Err(HereRefused::TooEarly { from });
    }
    if now >= half_day.ends {
        return Err(HereRefused::Over { ended: half_day.ends });
    }
    Ok(())
}

/// Puts the marks of all devices together: the same nonce counts once, and of several marks the latest.
#[must_use]
pub fn merge(marks: &[Mark]) -> Sheet {
    let mut told: BTreeMap<Uuid, Mark> = BTreeMap::new();
    for mark in marks {
        // A nonce with another content is a broken device; the later one counts, whichever comes first.
        told.entry(mark.nonce).and_modify(|known| *known = *mark.max(known)).or_insert(*mark);
    }
    let mut last: BTreeMap<(RegistrationId, HalfDayId), BTreeMap<PersonId, Mark>> = BTreeMap::new();
    for mark in told.into_values() {
        let by = last.entry((mark.registration, mark.half_day)).or_default();
        by.entry(mark.by).and_modify(|known| *known = mark.max(*known)).or_insert(mark);
    }
    let mut sheet = Sheet::default();
    for (about, by) in last {
        let Some(kept) = by.values().max().copied() else { continue };
        let mut differing: Vec<Mark> = by.into_values().filter(|mark| mark.attendance != kept.attendance).collect();
        differing.sort();
        sheet.marks.insert(about, kept);
        if !differing.is_empty() {
            sheet.conflicts.push(Conflict { kept, differing });
        }
    }
    sheet
}

impl Sheet {
    /// What is noted of somebody for a half-day; nothing when `None`.
    #[must_use]
    pub fn of(&self, registration: RegistrationId, half_day: HalfDayId) -> Option<Attendance> {
        self.marks.get(&(registration, half_day)).map(|mark| mark.attendance)
    }

    /// The minutes of the half-days at which somebody was present.
    #[must_use]
    pub fn attended(&self, registration: RegistrationId, half_days: &[HalfDay]) -> u64 {
        let present = |day: &&HalfDay| self.of(registration, day.id) == Some(Attendance::Present);
        half_days.iter().filter(present).map(HalfDay::minutes).sum()
    }

    /// Whether a certificate is due to somebody for a session, which asks for a share of its minutes.
    #[must_use]
    pub fn certificate(&self, registration: RegistrationId, half_days: &[HalfDay], share: Fraction) -> Certificate {
        let attended = self.attended(registration, half_days);
        let of = half_days.iter().map(HalfDay::minutes).sum();
        Certificate { attended, of, share, needed: share.needed_of(of, Comparison::AtLeast) }
    }
}

/// Minutes attended held against the share that a certificate asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Minutes at which they were present.
    pub attended: u64,
    /// Minutes of the session, those included at which they were excused.
    pub of: u64,
    /// The share that is asked for.
    pub share: Fraction,
    /// The minutes that it comes to.
    pub needed: u64,
}

impl Certificate {
    /// Whether it is due. Never to somebody who was not there at all, whatever share is asked for.
    #[must_use]
    pub fn is_due(&self) -> bool {
        self.attended > 0 && self.share.met_by(self.attended, self.of, Comparison::AtLeast)
    }
}
