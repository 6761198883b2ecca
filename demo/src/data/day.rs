//! Days, fixed or counted from the day on which the demo starts.

use chrono::{Days, NaiveDate};
use serde::Deserialize;

/// A day: `2022-06-02`, `today`, `today-20` or `today+35`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub enum Day {
    /// A day of the calendar.
    On(NaiveDate),
    /// So many days before the demo starts.
    Before(Days),
    /// So many days after, or the very day.
    After(Days),
}

/// A text that names no day.
#[derive(Debug, thiserror::Error)]
#[error("“{0}” is no day: write 2022-06-02, today, today-20 or today+35")]
pub struct NoDay(String);

impl Day {
    /// The day of the calendar, when the demo starts on `today`.
    #[must_use]
    pub fn date(self, today: NaiveDate) -> NaiveDate {
        match self {
            Self::On(date) => date,
            Self::Before(days) => today - days,
            Self::After(days) => today + days,
        }
    }
}

impl TryFrom<String> for Day {
    type Error = NoDay;

    fn try_from(text: String) -> Result<Self, NoDay> {
        let days = |count: &str| count.parse::<u16>().ok().map(|count| Days::new(count.into()));
        let day = match text.strip_prefix("today") {
            Some("") => Some(Self::After(Days::new(0))),
            Some(offset) => match offset.split_at_checked(1) {
                Some(("-", count)) => days(count).map(Self::Before),
                Some(("+", count)) => days(count).map(Self::After),
                _ => None,
            },
            None => text.parse().ok().map(Self::On),
        };
        day.ok_or(NoDay(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<NaiveDate> {
        let today = NaiveDate::from_ymd_opt(2026, 3, 2)?;
        Day::try_from(text.to_owned()).ok().map(|day| day.date(today))
    }

    #[test]
    fn days_count_from_the_start_of_the_demo() {
        let on = NaiveDate::from_ymd_opt;
        assert_eq!(date("2022-06-02"), on(2022, 6, 2));
        assert_eq!(date("today"), on(2026, 3, 2));
        assert_eq!(date("today-2"), on(2026, 2, 28));
        assert_eq!(date("today+30"), on(2026, 4, 1));
        for wrong in ["", "todays", "today-", "today*3", "today-é", "2022-02-30", "tomorrow"] {
            assert_eq!(date(wrong), None, "{wrong}");
        }
    }
}
