//! What people thought of a session: who answers, and what is shown of it.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use crate::{
    ids::{HalfDayId, PersonId, RegistrationId},
    locale::{Locale, Localized},
    trainings::{
        attendance::{Attendance, Mark, merge},
        evaluation::*,
        half_days::HalfDay,
    },
};

fn question(number: u128, kind: Kind, options: usize) -> Question {
    let text = |text: String| Localized::one(Locale::Fr, text);
    let options = (0..options).map(|at| text(format!("Réponse {at}"))).collect();
    Question { id: Uuid::from_u128(number), kind, text: text(format!("Question {number}")), options }
}

fn form() -> Vec<Question> {
    vec![question(1, Kind::Scale, 0), question(2, Kind::Choice, 2), question(3, Kind::Text, 0)]
}

fn sheet(answers: impl IntoIterator<Item = (u128, Answer)>) -> Answers {
    answers.into_iter().map(|(number, answer)| (Uuid::from_u128(number), answer)).collect()
}

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

#[test]
fn nothing_is_shown_before_the_third_sheet_and_no_sheet_can_be_put_together_from_texts() {
    let told =
        |mark, text: &str| sheet([(1, Answer::Scale(mark)), (2, Answer::Choice(1)), (3, Answer::Text(text.into()))]);
    let mut sheets = vec![told(5, "Trop court"), told(4, "Bravo")];
    assert_eq!(results(&form(), &sheets), None);
    assert_eq!(satisfaction(&form(), &sheets), None);
    sheets.push(told(4, "Merci"));
    let shown = results(&form(), &sheets).expect("three sheets");
    assert_eq!(shown[0], Answered::Scale([0, 0, 0, 2, 1]));
    assert_eq!(shown[1], Answered::Choice(vec![0, 3]));
    assert_eq!(shown[2], Answered::Text(vec!["Bravo".into(), "Merci".into(), "Trop court".into()]));
    assert_eq!(satisfaction(&form(), &sheets), Some(Average { sum: 13, count: 3 }));
}

#[test]
fn a_mean_is_rounded_half_up_to_one_decimal() {
    let tenths = |sum, count| Average { sum, count }.tenths();
    assert_eq!(tenths(13, 3), Some(43), "4.333…");
    assert_eq!(tenths(14, 3), Some(47), "4.666…");
    assert_eq!(tenths(85, 20), Some(43), "4.25 is 4.3");
    assert_eq!(tenths(0, 0), None);
}

#[test]
fn who_was_there_answers_once_within_thirty_days() {
    let ends = moment("2026-06-01T15:00:00Z");
    let (before, closed) = (ends - TimeDelta::minutes(1), ends + TimeDelta::days(30));
    assert_eq!(may_answer(ends, true, false, ends), Ok(()));
    assert_eq!(may_answer(ends, true, false, closed - TimeDelta::minutes(1)), Ok(()));
    assert_eq!(may_answer(ends, true, false, closed), Err(AnswerRefused::Closed { closed_at: closed }));
    assert_eq!(may_answer(ends, true, false, before), Err(AnswerRefused::NotOver { ends_at: ends }));
    assert_eq!(may_answer(ends, true, true, ends), Err(AnswerRefused::Answered));
    assert_eq!(may_answer(ends, false, false, ends), Err(AnswerRefused::NotThere));
}

#[test]
fn who_was_absent_throughout_is_not_asked_and_who_was_not_noted_is() {
    let half_day = |number| HalfDay {
        id: HalfDayId(Uuid::from_u128(number)),
        starts: moment("2026-06-01T09:00:00Z"),
        ends: moment("2026-06-01T12:00:00Z"),
    };
    let days = [half_day(1), half_day(2)];
    let registration = RegistrationId(Uuid::from_u128(7));
    let noted = |marks: &[(u128, Attendance)]| {
        let mark = |(at, (day, attendance)): (u128, &(u128, Attendance))| Mark {
            at: moment("2026-06-01T12:00:00Z"),
            nonce: Uuid::from_u128(at),
            registration,
            half_day: HalfDayId(Uuid::from_u128(*day)),
            attendance: *attendance,
            by: PersonId(Uuid::nil()),
        };
        let marks: Vec<Mark> = (1..).zip(marks).map(mark).collect();
        was_there(&merge(&marks), registration, &days)
    };
    assert!(noted(&[]), "nobody noted anything");
    assert!(noted(&[(1, Attendance::Absent)]), "nobody noted the afternoon");
    assert!(noted(&[(1, Attendance::Absent), (2, Attendance::Present)]));
    assert!(!noted(&[(1, Attendance::Absent), (2, Attendance::Excused)]));
}

#[test]
fn what_is_no_answer_to_the_form_is_refused() {
    let check = |answers| check(&form(), &sheet(answers));
    assert_eq!(check(vec![(1, Answer::Scale(5))]), Ok(()), "one answer is enough");
    assert_eq!(check(vec![]), Err(AnswerRefused::Empty));
    let wrong = [
        (1, Answer::Scale(0)),
        (1, Answer::Scale(6)),
        (2, Answer::Choice(2)),
        (3, Answer::Text(" ".into())),
        (3, Answer::Scale(3)),
        (9, Answer::Scale(3)),
    ];
    for answer in wrong {
        assert_eq!(check(vec![answer.clone()]), Err(AnswerRefused::NotAnAnswer), "{answer:?}");
    }
}

#[test]
fn a_form_has_questions_that_say_something_and_choices_to_choose_from() {
    assert_eq!(invalid(&form()), []);
    assert_eq!(invalid(&[]), [], "no form at all: nobody is asked");
    let silent = Question { text: Localized(BTreeMap::new()), ..question(1, Kind::Scale, 0) };
    let wrong = [silent, question(2, Kind::Choice, 1), question(3, Kind::Choice, 11)];
    assert_eq!(
        invalid(&wrong),
        [
            InvalidForm::NoText { question: 1 },
            InvalidForm::Options { question: 2 },
            InvalidForm::Options { question: 3 }
        ]
    );
    let many: Vec<Question> = (0..21).map(|number| question(number, Kind::Text, 0)).collect();
    assert_eq!(invalid(&many), [InvalidForm::TooManyQuestions]);
}

proptest! {
    #[test]
    fn a_mean_lies_between_the_worst_and_the_best_and_the_order_of_sheets_tells_nothing(
        marks in proptest::collection::vec(1..=BEST, 3..50),
    ) {
        let sheets: Vec<Answers> = marks.iter().map(|mark| sheet([(1, Answer::Scale(*mark))])).collect();
        let average = satisfaction(&form(), &sheets).expect("three sheets or more");
        prop_assert_eq!(average.count, marks.len() as u64);
        let tenths = average.tenths().expect("a mean");
        let (worst, best) = (marks.iter().min().expect("a mark"), marks.iter().max().expect("a mark"));
        prop_assert!(u64::from(*worst) * 10 <= tenths && tenths <= u64::from(*best) * 10);
        let turned: Vec<Answers> = sheets.iter().rev().cloned().collect();
        prop_assert_eq!(results(&form(), &turned), results(&form(), &sheets));
    }
}
