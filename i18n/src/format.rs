//! Dates, times, numbers and lists, as each language writes them.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;

use crate::Locale;

const NARROW: char = '\u{202f}';
const FIXED: char = '\u{a0}';

/// The names that the calendar takes from the platform's tables.
fn calendar(locale: Locale) -> chrono::Locale {
    match locale {
        Locale::Fr => chrono::Locale::fr_FR,
        Locale::Nl => chrono::Locale::nl_BE,
        Locale::En => chrono::Locale::en_GB,
    }
}

/// A date in full: "1er juin 2022", "1 juni 2022", "1 June 2022".
#[must_use]
pub fn date(locale: Locale, date: NaiveDate) -> String {
    let ordinal = if locale == Locale::Fr && date.day() == 1 { "er" } else { "" };
    format!("{}{ordinal} {}", date.day(), date.format_localized("%B %Y", calendar(locale)))
}

/// A date for a narrow column: "02/06/2022" in all three languages.
#[must_use]
pub fn date_short(_locale: Locale, date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// A date with its day of the week: "jeudi 2 juin 2022".
#[must_use]
pub fn weekday_date(locale: Locale, day: NaiveDate) -> String {
    format!("{} {}", day.format_localized("%A", calendar(locale)), date(locale, day))
}

/// The end of a term: its last day where it ends at midnight, else the day and the time.
#[must_use]
pub fn deadline(locale: Locale, zone: Tz, instant: DateTime<Utc>) -> String {
    let local = instant.with_timezone(&zone).naive_local();
    match local.date().pred_opt().filter(|_| local.time() == chrono::NaiveTime::MIN) {
        Some(last) => date(locale, last),
        None => date_time(locale, zone, instant),
    }
}

/// A time of day where the reader is: "14 h 05", "14.05 uur", "14:05".
#[must_use]
pub fn time(locale: Locale, zone: Tz, instant: DateTime<Utc>) -> String {
    let local = instant.with_timezone(&zone);
    let (hour, minute) = (local.hour(), local.minute());
    match (locale, minute) {
        (Locale::Fr, 0) => format!("{hour}{FIXED}h"),
        (Locale::Fr, _) => format!("{hour}{FIXED}h{FIXED}{minute:02}"),
        (Locale::Nl, 0) => format!("{hour}{FIXED}uur"),
        (Locale::Nl, _) => format!("{hour}.{minute:02}{FIXED}uur"),
        (Locale::En, _) => format!("{hour:02}:{minute:02}"),
    }
}

/// A date with its time: "2 juin 2022 à 14 h 05", "2 juni 2022 om 14.05 uur", "2 June 2022 at 14:05".
#[must_use]
pub fn date_time(locale: Locale, zone: Tz, instant: DateTime<Utc>) -> String {
    let at = match locale {
        Locale::Fr => "à",
        Locale::Nl => "om",
        Locale::En => "at",
    };
    format!("{} {at} {}", date(locale, instant.with_timezone(&zone).date_naive()), time(locale, zone, instant))
}

/// A whole number in groups of three: "12 345", "12.345", "12,345".
#[must_use]
pub fn number(locale: Locale, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let separator = match locale {
        Locale::Fr => NARROW,
        Locale::Nl => '.',
        Locale::En => ',',
    };
    let mut grouped = String::with_capacity(digits.len() * 2);
    if number < 0 {
        grouped.push('−');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// A share in percent, rounded half up to one decimal; an exact whole number has none: "50 %",
/// "66,7 %". A share of nothing is a dash, for it is no number.
#[must_use]
pub fn percent(locale: Locale, numerator: u64, denominator: u64) -> String {
    if denominator == 0 {
        return "–".to_owned();
    }
    let (numerator, denominator) = (u128::from(numerator), u128::from(denominator));
    let tenths = (numerator * 2000 + denominator) / (denominator * 2);
    let whole = i64::try_from(tenths / 10).map_or_else(|_| (tenths / 10).to_string(), |whole| number(locale, whole));
    let exact = numerator * 100 % denominator == 0;
    let decimals = match (exact, locale) {
        (true, _) => String::new(),
        (false, Locale::En) => format!(".{}", tenths % 10),
        (false, Locale::Fr | Locale::Nl) => format!(",{}", tenths % 10),
    };
    match locale {
        Locale::Fr => format!("{whole}{decimals}{NARROW}%"),
        Locale::Nl | Locale::En => format!("{whole}{decimals}%"),
    }
}

/// Several things in one sentence: "a, b et c", "a, b en c", "a, b and c".
#[must_use]
pub fn list<T: AsRef<str>>(locale: Locale, items: &[T]) -> String {
    let and = match locale {
        Locale::Fr => " et ",
        Locale::Nl => " en ",
        Locale::En => " and ",
    };
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{}{and}{}", first.join(", "), last.as_ref())
        }
    }
}
