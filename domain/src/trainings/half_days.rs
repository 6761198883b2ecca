//! Half-days of a session: how long they last, and what they overlap.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{HalfDayId, TrainingSessionId};

/// A half-day between two instants. Whoever resolves local times with their time zone has settled what a clock change
/// means, so a half-day through the night of one has the hours that pass, not those on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfDay {
    /// Which.
    pub id: HalfDayId,
    /// From.
    pub starts: DateTime<Utc>,
    /// To, exclusive.
    pub ends: DateTime<Utc>,
}

impl HalfDay {
    /// How many minutes pass; none where it ends before it starts.
    #[must_use]
    pub fn minutes(&self) -> u64 {
        u64::try_from((self.ends - self.starts).num_minutes()).unwrap_or(0)
    }

    /// Whether some moment belongs to both. What ends when the other starts does not overlap.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.starts < other.ends && other.starts < self.ends
    }
}

/// What is wrong with the half-days of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum InvalidHalfDays {
    /// There is none.
    #[error("a session has at least one half-day")]
    NoHalfDay,
    /// It ends before it starts, or at once.
    #[error("it ends after it starts")]
    EndsBeforeStart {
        /// Which.
        half_day: HalfDayId,
    },
    /// A day or longer: most often a wrong date.
    #[error("a half-day is shorter than a day")]
    TooLong {
        /// Which.
        half_day: HalfDayId,
    },
    /// Two at once.
    #[error("two half-days overlap")]
    Overlap {
        /// Which.
        half_day: HalfDayId,
        /// With which.
        with: HalfDayId,
    },
}

/// Everything that is wrong with the half-days of a session, in the order in which they stand.
#[must_use]
pub fn invalid(half_days: &[HalfDay]) -> Vec<InvalidHalfDays> {
    if half_days.is_empty() {
        return vec![InvalidHalfDays::NoHalfDay];
    }
    let mut wrong = vec![];
    for (at, day) in half_days.iter().enumerate() {
        if day.ends <= day.starts {
            wrong.push(InvalidHalfDays::EndsBeforeStart { half_day: day.id });
        } else if day.ends - day.starts >= TimeDelta::hours(24) {
            wrong.push(InvalidHalfDays::TooLong { half_day: day.id });
        }
        let with = half_days[..at].iter().filter(|other| other.overlaps(day));
        wrong.extend(with.map(|other| InvalidHalfDays::Overlap { half_day: day.id, with: other.id }));
    }
    wrong
}

/// When a session begins: at its first half-day.
#[must_use]
pub fn begins(half_days: &[HalfDay]) -> Option<DateTime<Utc>> {
    half_days.iter().map(|day| day.starts).min()
}

/// Another session at the same time. It is shown to the person and refuses nothing: they may leave early, or give one
/// of the two seats to a colleague.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clash {
    /// The half-day of the session in question.
    pub half_day: HalfDayId,
    /// The other session.
    pub session: TrainingSessionId,
    /// Its half-day.
    pub with: HalfDayId,
}

/// The half-days of a person's other sessions that overlap those of a session.
#[must_use]
pub fn clashes(half_days: &[HalfDay], others: &[(TrainingSessionId, Vec<HalfDay>)]) -> Vec<Clash> {
    let mut clashes = vec![];
    for day in half_days {
        for (session, theirs) in others {
            let with = theirs.iter().filter(|other| other.overlaps(day));
            clashes.extend(with.map(|other| Clash { half_day: day.id, session: *session, with: other.id }));
        }
    }
    clashes
}
