//! What people thought of a session: questions in the network's languages, answers that are nobody's.
//!
//! Each answers once. Who has answered and what was answered are kept apart; see `docs/trainings.md`. Results are shown
//! once there are so many answers that none of them stands for somebody.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{attendance::Sheet, half_days::HalfDay};
use crate::{ids::RegistrationId, locale::Localized};

/// From how many answer sheets on results are shown: with fewer, colleagues would know who said what.
pub const SHOWN_FROM: usize = 3;
/// For how long people answer after the end of a session.
pub const ANSWERED_WITHIN: TimeDelta = TimeDelta::days(30);
/// The best mark of a scale; the worst is 1.
pub const BEST: u8 = 5;
/// Most questions of a form.
pub const QUESTIONS: usize = 20;
/// Most answers among which one is chosen.
pub const OPTIONS: usize = 10;

text_enum! {
    /// How a question is answered.
    pub enum Kind {
        /// From 1 to 5.
        Scale = "scale",
        /// One of several.
        Choice = "choice",
        /// In one's own words.
        Text = "text",
    }
}

/// One question of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Which: answers name it.
    pub id: Uuid,
    /// How it is answered.
    pub kind: Kind,
    /// What is asked.
    pub text: Localized,
    /// The answers of a [`Kind::Choice`], in the order shown; none otherwise.
    pub options: Vec<Localized>,
}

/// An answer to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A mark from 1 to [`BEST`].
    Scale(u8),
    /// The place of what was chosen, the first is 0.
    Choice(usize),
    /// Words.
    Text(String),
}

/// All answers of one person, who does not stand in it.
pub type Answers = BTreeMap<Uuid, Answer>;

/// What is wrong with a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum InvalidForm {
    /// More questions than people answer.
    #[error("a form has twenty questions at most")]
    TooManyQuestions,
    /// A question says nothing.
    #[error("a question has a text")]
    NoText {
        /// Which: the first is 1.
        question: usize,
    },
    /// Nothing to choose from, or too much.
    #[error("a choice has two to ten answers")]
    Options {
        /// Which: the first is 1.
        question: usize,
    },
}

/// Everything that is wrong with a form, in the order of its questions.
#[must_use]
pub fn invalid(questions: &[Question]) -> Vec<InvalidForm> {
    let mut wrong = Vec::new();
    if questions.len() > QUESTIONS {
        wrong.push(InvalidForm::TooManyQuestions);
    }
    for (number, question) in (1..).zip(questions) {
        let says = |text: &Localized| text.0.values().any(|text| !text.trim().is_empty());
        if !says(&question.text) {
            wrong.push(InvalidForm::NoText { question: number });
        }
        let fits = (2..=OPTIONS).contains(&question.options.len()) && question.options.iter().all(says);
        if question.kind == Kind::Choice && !fits {
            wrong.push(InvalidForm::Options { question: number });
        }
    }
    wrong
}

/// Why somebody does not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum AnswerRefused {
    /// The session is not over.
    #[error("the session is not over")]
    NotOver {
        /// When it is.
        ends_at: DateTime<Utc>,
    },
    /// The time for answers has passed.
    #[error("the time for answers has passed")]
    Closed {
        /// When it did.
        closed_at: DateTime<Utc>,
    },
    /// They had no seat, or were there at no half-day.
    #[error("those who were there answer")]
    NotThere,
    /// They have answered.
    #[error("each answers once")]
    Answered,
    /// Nothing was answered.
    #[error("an answer sheet has an answer")]
    Empty,
    /// What came is no answer to a question of the form.
    #[error("not an answer to this form")]
    NotAnAnswer,
}

/// Whether somebody with a seat counts as having been there: not, where each half-day says that they were not.
#[must_use]
pub fn was_there(sheet: &Sheet, registration: RegistrationId, half_days: &[HalfDay]) -> bool {
    use super::attendance::Attendance::Present;
    let missed = |day: &HalfDay| sheet.of(registration, day.id).is_some_and(|noted| noted != Present);
    half_days.is_empty() || !half_days.iter().all(missed)
}

/// When answers are not taken any more.
#[must_use]
pub fn closes(ends_at: DateTime<Utc>) -> DateTime<Utc> {
    ends_at + ANSWERED_WITHIN
}

/// Decides whether somebody answers now.
///
/// # Errors
/// [`AnswerRefused`] before the end of the session, after the time for answers, for those who were not there, and for
/// those who have answered.
pub fn may_answer(
    ends_at: DateTime<Utc>,
    there: bool,
    answered: bool,
    now: DateTime<Utc>,
) -> Result<(), AnswerRefused> {
    match (there, answered) {
        (false, _) => Err(AnswerRefused::NotThere),
        _ if now < ends_at => Err(AnswerRefused::NotOver { ends_at }),
        (true, true) => Err(AnswerRefused::Answered),
        (true, false) if closes(ends_at) <= now => Err(AnswerRefused::Closed { closed_at: closes(ends_at) }),
        (true, false) => Ok(()),
    }
}

/// Holds answers against the form. What was left open is no answer, and at least one question has one.
///
/// # Errors
/// [`AnswerRefused`] where there is no answer, or one that no question has.
pub fn check(questions: &[Question], answers: &Answers) -> Result<(), AnswerRefused> {
    if answers.is_empty() {
        return Err(AnswerRefused::Empty);
    }
    let fits = |(id, answer): (&Uuid, &Answer)| {
        let question = questions.iter().find(|question| question.id == *id);
        question.is_some_and(|question| match answer {
            Answer::Scale(mark) => question.kind == Kind::Scale && (1..=BEST).contains(mark),
            Answer::Choice(place) => question.kind == Kind::Choice && *place < question.options.len(),
            Answer::Text(text) => question.kind == Kind::Text && !text.trim().is_empty(),
        })
    };
    if answers.iter().all(fits) { Ok(()) } else { Err(AnswerRefused::NotAnAnswer) }
}

/// A mean as the fraction that it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Average {
    /// All marks together.
    pub sum: u64,
    /// How many there are.
    pub count: u64,
}

impl Average {
    /// The mean in tenths, rounded half up: 43 is 4.3. Nothing where there is no mark.
    #[must_use]
    pub const fn tenths(self) -> Option<u64> {
        match self.count {
            0 => None,
            count => Some((self.sum * 20 + count) / (count * 2)),
        }
    }

    /// The mean of both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { sum: self.sum + other.sum, count: self.count + other.count }
    }
}

/// What was answered to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// How often each mark was given, the worst first.
    Scale([u64; BEST as usize]),
    /// How often each was chosen, in the order of the question.
    Choice(Vec<u64>),
    /// What was written, in the order of the alphabet: no sheet can be put together from it.
    Text(Vec<String>),
}

impl Answered {
    /// The mean of the marks of a scale.
    #[must_use]
    pub fn average(&self) -> Option<Average> {
        let Self::Scale(counts) = self else { return None };
        let sum = (1..).zip(counts).map(|(mark, count): (u64, &u64)| mark * count).sum();
        Some(Average { sum, count: counts.iter().sum() })
    }
}

/// What was answered to each question, in their order; nothing before there are [`SHOWN_FROM`] sheets.
#[must_use]
pub fn results(questions: &[Question], sheets: &[Answers]) -> Option<Vec<Answered>> {
    if sheets.len() < SHOWN_FROM {
        return None;
    }
    let result = |question: &Question| {
        let answers = || sheets.iter().filter_map(|sheet| sheet.get(&question.id));
        match question.kind {
            Kind::Scale => {
                let mut counts = [0; BEST as usize];
                for answer in answers() {
                    if let Answer::Scale(mark @ 1..=BEST) = answer {
                        counts[usize::from(*mark) - 1] += 1;
                    }
                }
                Answered::Scale(counts)
            }
            Kind::Choice => {
                let mut counts = vec![0; question.options.len()];
                for answer in answers() {
                    if let Answer::Choice(place) = answer
                        && let Some(count) = counts.get_mut(*place)
                    {
                        *count += 1;
                    }
                }
                Answered::Choice(counts)
            }
            Kind::Text => {
                let text = |answer: &Answer| match answer {
                    Answer::Text(text) => Some(text.clone()),
                    Answer::Scale(_) | Answer::Choice(_) => None,
                };
                let mut texts: Vec<String> = answers().filter_map(text).collect();
                texts.sort();
                Answered::Text(texts)
            }
        }
    };
    Some(questions.iter().map(result).collect())
}

/// How content people were: the mean of all marks of all scales; nothing before results are shown.
#[must_use]
pub fn satisfaction(questions: &[Question], sheets: &[Answers]) -> Option<Average> {
    let found = results(questions, sheets)?;
    Some(found.iter().filter_map(Answered::average).fold(Average::default(), Average::and))
}
