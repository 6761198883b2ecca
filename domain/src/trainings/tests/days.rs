//! Half-days, who was there, and what follows from it.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, TimeZone};
use proptest::prelude::*;

use super::*;
use crate::{
    fraction::Fraction,
    ids::{HalfDayId, TrainingSessionId},
    trainings::{
        attendance::{Attendance, Mark, merge},
        half_days::{Clash, HalfDay, InvalidHalfDays, begins, clashes, invalid},
        qualifications::{InvalidValidity, Standing, Validity},
    },
};

fn day(number: u128, starts: &str, ends: &str) -> HalfDay {
    let instant = |text: &str| text.parse().expect("an instant");
    HalfDay { id: HalfDayId(Uuid::from_u128(number)), starts: instant(starts), ends: instant(ends) }
}

fn two_days() -> [HalfDay; 2] {
    [
        day(1, "2026-06-01T09:00:00+02:00", "2026-06-01T12:30:00+02:00"),
        day(2, "2026-06-01T13:30:00+02:00", "2026-06-01T16:00:00+02:00"),
    ]
}

#[test]
fn a_night_of_a_clock_change_has_the_hours_that_pass() {
    // A night at the shelter, 22:00 to 06:00 in Brussels.
    assert_eq!(day(1, "2026-03-28T22:00:00+01:00", "2026-03-29T06:00:00+02:00").minutes(), 7 * 60);
    assert_eq!(day(1, "2026-10-24T22:00:00+02:00", "2026-10-25T06:00:00+01:00").minutes(), 9 * 60);
    assert_eq!(day(1, "2026-06-01T22:00:00+02:00", "2026-06-02T06:00:00+02:00").minutes(), 8 * 60);
}

#[test]
fn half_days_typed_wrongly_are_named() {
    let half_day = HalfDayId(Uuid::from_u128(3));
    let [morning, afternoon] = two_days();
    assert_eq!(invalid(&[]), [InvalidHalfDays::NoHalfDay]);
    assert_eq!(invalid(&[morning, afternoon]), []);
    let backwards = day(3, "2026-06-02T12:00:00Z", "2026-06-02T12:00:00Z");
    assert_eq!(invalid(&[morning, backwards]), [InvalidHalfDays::EndsBeforeStart { half_day }]);
    let year = day(3, "2026-07-02T09:00:00Z", "2027-07-02T12:00:00Z");
    assert_eq!(invalid(&[year]), [InvalidHalfDays::TooLong { half_day }]);
    let lunch = day(3, "2026-06-01T12:00:00+02:00", "2026-06-01T13:30:00+02:00");
    assert_eq!(invalid(&[morning, lunch, afternoon]), [InvalidHalfDays::Overlap { half_day, with: morning.id }]);
    assert_eq!(begins(&[afternoon, morning]), Some(morning.starts));
}

#[test]
fn another_session_at_the_same_time_is_shown() {
    let [morning, afternoon] = two_days();
    let session = TrainingSessionId(Uuid::from_u128(9));
    let late_morning = day(3, "2026-06-01T12:00:00+02:00", "2026-06-01T13:30:00+02:00");
    let clash = Clash { half_day: morning.id, session, with: late_morning.id };
    assert_eq!(clashes(&[morning, afternoon], &[(session, vec![late_morning])]), [clash]);
}

fn mark(nonce: u128, about: u128, half_day: u128, attendance: Attendance, at: i64, by: u128) -> Mark {
    Mark {
        at: hour(0) + TimeDelta::minutes(at),
        nonce: Uuid::from_u128(nonce),
        registration: id(about),
        half_day: HalfDayId(Uuid::from_u128(half_day)),
        attendance,
        by: person(by),
    }
}

#[test]
fn marks_of_two_trainers_are_put_together() {
    let [morning, afternoon] = two_days();
    let absent = mark(1, 7, 1, Attendance::Absent, 0, 50);
    let late = mark(2, 7, 1, Attendance::Present, 20, 50);
    let sheet = merge(&[late, absent, late]);
    assert_eq!(sheet.of(id(7), morning.id), Some(Attendance::Present), "came late");
    assert_eq!(sheet.conflicts, [], "a correction is no conflict");
    assert_eq!(sheet.of(id(7), afternoon.id), None);

    let other = mark(3, 7, 1, Attendance::Excused, 10, 51);
    let sheet = merge(&[other, late, absent]);
    assert_eq!(sheet.of(id(7), morning.id), Some(Attendance::Present));
    assert_eq!(sheet.conflicts.len(), 1);
    assert_eq!((sheet.conflicts[0].kept, &sheet.conflicts[0].differing[..]), (late, &[other][..]));
    let agrees = mark(4, 7, 1, Attendance::Present, 30, 51);
    assert_eq!(merge(&[other, late, absent, agrees]).conflicts, []);
}

#[test]
fn a_certificate_asks_for_a_share_of_the_minutes() {
    let days = two_days();
    let share = Fraction::new(7, 12).expect("a share");
    let morning = merge(&[
        mark(1, 7, 1, Attendance::Present, 0, 50),
        mark(2, 7, 2, Attendance::Excused, 0, 50),
        mark(3, 8, 2, Attendance::Present, 0, 50),
    ]);
    let certificate = morning.certificate(id(7), &days, share);
    assert_eq!((certificate.attended, certificate.of, certificate.needed), (210, 360, 210));
    assert!(certificate.is_due(), "exactly the share");
    assert!(!morning.certificate(id(8), &days, share).is_due());
    assert!(!morning.certificate(id(9), &days, Fraction::ZERO).is_due(), "never there");
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn a_qualification_ends_and_is_announced_before() {
    let two_years = Validity::Months { months: 24 };
    assert_eq!(two_years.until(date("2024-02-29")), Some(date("2026-02-28")));
    assert_eq!(Validity::Months { months: 1 }.until(date("2026-01-31")), Some(date("2026-02-28")));
    let end_of_year = Validity::EndOfYear { years: 2 };
    assert_eq!(end_of_year.until(date("2026-01-02")), Some(date("2028-12-31")));
    assert_eq!(Validity::EndOfYear { years: 0 }.until(date("2026-12-31")), Some(date("2026-12-31")));
    let granted = date("2026-03-15");
    let until = date("2028-03-15");
    let on = |text: &str| two_years.standing(granted, 90, date(text));
    assert_eq!(on("2026-03-14"), Standing::NotYet);
    assert_eq!(on("2026-03-15"), Standing::Valid);
    assert_eq!(on("2027-12-15"), Standing::Valid);
    assert_eq!(two_years.announced_on(granted, 90), Some(date("2027-12-16")));
    assert_eq!(on("2027-12-16"), Standing::Ending { until, days: 90 });
    assert_eq!(on("2028-03-15"), Standing::Ending { until, days: 0 });
    assert_eq!(on("2028-03-16"), Standing::Ended { until });
    assert_eq!(Validity::Unlimited.standing(granted, 90, date("2999-01-01")), Standing::Valid);
    assert_eq!(Validity::Months { months: 0 }.validate(), Err(InvalidValidity::NoMonth));
    assert_eq!(two_years.validate(), Ok(()));
}

fn marks() -> impl Strategy<Value = Vec<Mark>> {
    let attendance = prop::sample::select(Attendance::ALL);
    prop::collection::vec((0..12_u128, 0..3_u128, 0..2_u128, attendance, 0..5_i64, 0..3_u128), 0..20).prop_map(
        |drawn| {
            let drawn = drawn.into_iter();
            drawn.map(|(nonce, about, day, attendance, at, by)| mark(nonce, about, day, attendance, at, by)).collect()
        },
    )
}

proptest! {
    /// Whichever device is connected first, and however often it tells.
    #[test]
    fn the_order_of_marks_changes_nothing(marks in marks(), keys in prop::collection::vec(any::<u32>(), 20), again in 0..20_usize) {
        let mut told: Vec<_> = keys.into_iter().zip(marks.clone()).collect();
        told.sort_by_key(|(key, mark)| (*key, *mark));
        let mut told: Vec<Mark> = told.into_iter().map(|(_, mark)| mark).collect();
        told.extend_from_slice(&marks[..again.min(marks.len())]);
        prop_assert_eq!(merge(&told), merge(&marks));
    }

    /// The latest mark counts, and a conflict never agrees with it.
    #[test]
    fn the_latest_mark_counts(marks in marks()) {
        let sheet = merge(&marks);
        for (about, kept) in &sheet.marks {
            prop_assert_eq!(*about, (kept.registration, kept.half_day));
        }
        for conflict in &sheet.conflicts {
            for mark in &conflict.differing {
                prop_assert!(mark.at <= conflict.kept.at && mark.by != conflict.kept.by);
                prop_assert_ne!(mark.attendance, conflict.kept.attendance);
            }
        }
    }

    /// What the clock shows less what it was put forward is what passes.
    #[test]
    fn real_hours_are_counted(shown in 1..1_000_i64, before in -3..3_i32, after in -3..3_i32, start in 0..100_000_i64) {
        let local = NaiveDateTime::default() + TimeDelta::minutes(start);
        let zone = |hours: i32| FixedOffset::east_opt(hours * 3600).expect("an offset");
        let instant = |hours: i32, local: NaiveDateTime| {
            zone(hours).from_local_datetime(&local).single().expect("an instant").to_utc()
        };
        let half_day = HalfDay {
            id: HalfDayId(Uuid::nil()),
            starts: instant(before, local),
            ends: instant(after, local + TimeDelta::minutes(shown)),
        };
        let passes = shown - i64::from(after - before) * 60;
        prop_assert_eq!(half_day.minutes(), u64::try_from(passes).unwrap_or(0));
    }

    /// No day and no number makes it panic, and what holds today was granted before.
    #[test]
    fn a_qualification_stands_somewhere_on_any_day(granted in 0..80_000_i32, on in 0..80_000_i32, months: u16, announced: u16) {
        let day = |number| NaiveDate::from_num_days_from_ce_opt(700_000 + number).expect("a day");
        for validity in [Validity::Unlimited, Validity::Months { months }, Validity::EndOfYear { years: months }] {
            let standing = validity.standing(day(granted), announced, day(on));
            prop_assert_eq!(standing == Standing::NotYet, on < granted);
            if let (Some(until), Some(told)) = (validity.until(day(granted)), validity.announced_on(day(granted), announced)) {
                prop_assert!(day(granted) <= told && told <= until);
                let ending = day(on) >= told && day(on) <= until;
                prop_assert_eq!(matches!(standing, Standing::Ending { .. }), ending);
            }
        }
    }
}
