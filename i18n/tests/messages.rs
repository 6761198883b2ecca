//! Messages and formats as people read them.

use chrono::{DateTime, NaiveDate, TimeZone as _, Utc};
use chrono_tz::Europe::Brussels;
use i18n::Locale::{En, Fr, Nl};
use i18n::{Locale, date, date_short, date_time, key, list, number, percent, t, time, weekday_date};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn instant(hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2022, 6, 2, hour, minute, 0).single().expect("an instant")
}

#[test]
fn plurals_of_none_one_and_two() {
    let members = |locale: Locale| [0, 1, 2].map(|count| t!(locale, "members-count", count = count));
    assert_eq!(members(Fr), ["aucun membre", "1 membre", "2 membres"]);
    assert_eq!(members(Nl), ["geen leden", "1 lid", "2 leden"]);
    assert_eq!(members(En), ["no members", "1 member", "2 members"]);
}

#[test]
fn french_counts_nothing_as_singular() {
    let days = |locale: Locale| [0, 1, 2].map(|count| t!(locale, "days-count", count = count));
    assert_eq!(days(Fr), ["0 jour", "1 jour", "2 jours"]);
    assert_eq!(days(Nl), ["0 dagen", "1 dag", "2 dagen"]);
    assert_eq!(days(En), ["0 days", "1 day", "2 days"]);
}

#[test]
fn numbers_in_messages_are_grouped() {
    assert_eq!(t!(Fr, "days-count", count = 1_234_567), "1\u{202f}234\u{202f}567 jours");
    assert_eq!(t!(Nl, "days-count", count = 12_345_u64), "12.345 dagen");
    assert_eq!(t!(En, "days-count", count = 12_345_usize), "12,345 days");
}

#[test]
fn variables_are_named_in_any_order_and_shown_as_they_are() {
    assert_eq!(t!(En, "page-of", pages = 9, page = 2), "Page 2 of 9");
    assert_eq!(t!(En, "page-of", page = 2, pages = 9,), "Page 2 of 9");
    let hostile = "<b>{ $x } : ! \u{202e}".to_owned();
    assert_eq!(t!(Fr, "by-person", name = &hostile), "par <b>{ $x } : ! \u{202e}");
}

#[test]
fn messages_are_typeset() {
    assert_eq!(t!(Fr, "list-empty"), "Il n’y a encore rien ici.");
    assert!(t!(Fr, "demo-notice").starts_with("Données de démonstration\u{a0}: "));
    assert_eq!(t!(Fr, "results-none-for", query = "x"), "Rien ne correspond à «\u{a0}x\u{a0}».");
    assert_eq!(key!("product-name").text(Nl), "Trame");
    assert_eq!(key!("product-name").name(), "product-name");
}

#[test]
fn dates_in_full() {
    let second = day(2022, 6, 2);
    assert_eq!([Fr, Nl, En].map(|locale| date(locale, second)), ["2 juin 2022", "2 juni 2022", "2 June 2022"]);
    let first = day(2022, 8, 1);
    assert_eq!([Fr, Nl, En].map(|locale| date(locale, first)), ["1er août 2022", "1 augustus 2022", "1 August 2022"]);
    assert_eq!(
        [Fr, Nl, En].map(|locale| weekday_date(locale, second)),
        ["jeudi 2 juin 2022", "donderdag 2 juni 2022", "Thursday 2 June 2022"]
    );
    assert_eq!([Fr, Nl, En].map(|locale| date_short(locale, second)), ["02/06/2022"; 3]);
}

#[test]
fn every_month_and_weekday_has_a_name() {
    for locale in [Fr, Nl, En] {
        let mut names: Vec<String> = (1..=12).map(|month| date(locale, day(2024, month, 3))).collect();
        names.dedup();
        assert_eq!(names.len(), 12);
        assert!(names.iter().all(|name| name.ends_with(" 2024") && name.len() > 8), "{names:?}");
    }
}

#[test]
fn times_are_those_of_the_place() {
    let summer = instant(12, 5);
    assert_eq!(
        [Fr, Nl, En].map(|locale| time(locale, Brussels, summer)),
        ["14\u{a0}h\u{a0}05", "14.05\u{a0}uur", "14:05"]
    );
    assert_eq!([Fr, Nl, En].map(|locale| time(locale, Brussels, instant(7, 0))), ["9\u{a0}h", "9\u{a0}uur", "09:00"]);
    let winter = Utc.with_ymd_and_hms(2022, 12, 31, 23, 30, 0).single().expect("an instant");
    assert_eq!(
        [Fr, Nl, En].map(|locale| date_time(locale, Brussels, winter)),
        ["1er janvier 2023 à 0\u{a0}h\u{a0}30", "1 januari 2023 om 0.30\u{a0}uur", "1 January 2023 at 00:30"]
    );
}

#[test]
fn numbers_are_grouped_by_three() {
    assert_eq!([Fr, Nl, En].map(|locale| number(locale, 1_234)), ["1\u{202f}234", "1.234", "1,234"]);
    assert_eq!([0, 7, 999, 1_000, -12_345].map(|value| number(En, value)), ["0", "7", "999", "1,000", "−12,345"]);
    assert_eq!(number(En, i64::MIN), "−9,223,372,036,854,775,808");
}

#[test]
fn percentages_are_exact() {
    assert_eq!([Fr, Nl, En].map(|locale| percent(locale, 2, 3)), ["66,7\u{202f}%", "66,7%", "66.7%"]);
    assert_eq!([Fr, Nl, En].map(|locale| percent(locale, 1, 2)), ["50\u{202f}%", "50%", "50%"]);
    assert_eq!(percent(En, 0, 41), "0%");
    assert_eq!(percent(En, 1, 2_000), "0.1%", "exactly half of a tenth goes up");
    assert_eq!(percent(En, 49, 100_000), "0.0%", "below half goes down, and is not shown as exact");
    assert_eq!(percent(En, 1_999, 2_000), "100.0%", "rounded, and not shown as exact");
    assert_eq!(percent(En, u64::MAX, u64::MAX), "100%");
    assert_eq!(percent(En, 30, 1), "3,000%");
    assert_eq!(percent(Fr, 1, 0), "–");
}

#[test]
fn lists_read_as_sentences() {
    assert_eq!([Fr, Nl, En].map(|locale| list(locale, &["a", "b", "c"])), ["a, b et c", "a, b en c", "a, b and c"]);
    assert_eq!(list(Fr, &["a", "b"]), "a et b");
    assert_eq!(list(Fr, &["a".to_owned()]), "a");
    assert_eq!(list::<&str>(Fr, &[]), "");
}
