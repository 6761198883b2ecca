//! Qualifications that a training gives: for how long they hold, and when their end is announced.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// For how long a qualification holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "validity")]
pub enum Validity {
    /// For good.
    Unlimited,
    /// Until the same day of a month, so many months later; the last of that month where it has no such day.
    Months {
        /// How many.
        months: u16,
    },
    /// Until 31 December, so many years later.
    EndOfYear {
        /// How many; with 0 it is the year of the day on which it was granted.
        years: u16,
    },
}

/// A qualification that a training gives to whoever gets its certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// What it is called, in the network's words.
    pub name: String,
    /// For how long it holds.
    pub validity: Validity,
    /// How many days before its last one its end is announced.
    pub announced: u16,
}

/// A qualification that somebody was given on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Granted {
    /// What was given, as the training said it then.
    pub grant: Grant,
    /// The day from which it holds.
    pub on: NaiveDate,
}

impl Granted {
    /// Its last day; for good when `None`.
    #[must_use]
    pub fn until(&self) -> Option<NaiveDate> {
        self.grant.validity.until(self.on)
    }

    /// How it stands on a day.
    #[must_use]
    pub fn standing(&self, on: NaiveDate) -> Standing {
        self.grant.validity.standing(self.on, self.grant.announced, on)
    }

    /// The day on which its end is announced.
    #[must_use]
    pub fn announced_on(&self) -> Option<NaiveDate> {
        self.grant.validity.announced_on(self.on, self.grant.announced)
    }

    /// Whether another one takes its place: of the same name, and holding for longer.
    #[must_use]
    pub fn renewed_by(&self, other: &Self) -> bool {
        let longer = match (self.until(), other.until()) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(until), Some(other)) => other > until,
        };
        longer && self.grant.name == other.grant.name
    }
}

/// What is wrong with a validity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum InvalidValidity {
    /// It would end on the day on which it is granted.
    #[error("a qualification holds for at least one month")]
    NoMonth,
}

/// A qualification on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "standing")]
pub enum Standing {
    /// It is granted on a later day.
    NotYet,
    /// It holds.
    Valid,
    /// It holds, and its end is near enough to be announced.
    Ending {
        /// Its last day.
        until: NaiveDate,
        /// How many days are left after this one.
        days: u32,
    },
    /// It does not hold any more.
    Ended {
        /// Its last day.
        until: NaiveDate,
    },
}

impl Validity {
    /// Whether it can be used.
    ///
    /// # Errors
    /// [`InvalidValidity`] where it ends at once.
    pub const fn validate(self) -> Result<(), InvalidValidity> {
        match self {
            Self::Months { months: 0 } => Err(InvalidValidity::NoMonth),
            Self::Unlimited | Self::Months { .. } | Self::EndOfYear { .. } => Ok(()),
        }
    }

    /// The last day on which a qualification holds that was granted on a day; for good when `None`.
    #[must_use]
    pub fn until(self, granted: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Unlimited => None,
            Self::Months { months } => granted.checked_add_months(Months::new(months.into())),
            Self::EndOfYear { years } => NaiveDate::from_ymd_opt(granted.year().saturating_add(years.into()), 12, 31),
        }
    }

    /// How a qualification stands on a day, if its end is announced so many days before.
    #[must_use]
    pub fn standing(self, granted: NaiveDate, announced: u16, on: NaiveDate) -> Standing {
        let Some(until) = self.until(granted).filter(|_| on >= granted) else {
            return if on < granted { Standing::NotYet } else { Standing::Valid };
        };
        match u32::try_from((until - on).num_days()) {
            Err(_) => Standing::Ended { until },
            Ok(days) if days <= announced.into() => Standing::Ending { until, days },
            Ok(_) => Standing::Valid,
        }
    }

    /// The day on which the end of a qualification is announced, never before it is granted.
    #[must_use]
    pub fn announced_on(self, granted: NaiveDate, days: u16) -> Option<NaiveDate> {
        let until = self.until(granted)?;
        Some(until.checked_sub_days(Days::new(days.into())).unwrap_or(granted).max(granted))
    }
}
