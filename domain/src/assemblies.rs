//! General assemblies: kinds, the rules of a network for them, notice, and their course.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    polls::PollState,
    quorum::Quorum,
    statutes::{Convener, SecondConvocation},
};

pub use crate::statutes::{AssemblyRules, KindRules};

text_enum! {
    /// The kind of an assembly: the statutes give each its own rules.
    pub enum Kind {
        /// Every year: reports, accounts, elections.
        Ordinary = "ordinary",
        /// To change the statutes, or to dissolve.
        Extraordinary = "extraordinary",
    }
}

text_enum! {
    /// Where an assembly stands.
    pub enum State {
        /// Prepared by the board; nobody has been called.
        Draft = "draft",
        /// Called: date, agenda, roll and rules stand.
        Convened = "convened",
        /// In session.
        Open = "open",
        /// Over.
        Closed = "closed",
    }
}

text_enum! {
    /// Where people take part.
    pub enum Venue {
        /// In a room.
        Room = "room",
        /// From afar.
        Remote = "remote",
        /// Both.
        Hybrid = "hybrid",
    }
}

text_enum! {
    /// What an item of the agenda is for.
    pub enum ItemKind {
        /// Something is said, nothing is decided.
        Information = "information",
        /// A motion is put to the vote.
        Motion = "motion",
        /// Persons are elected by secret ballot.
        Election = "election",
    }
}

/// A notice period that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Days that the members are given.
    pub days: u32,
    /// Days that the rule asks for.
    pub required: u32,
}

/// A notice period that is too short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{days} days of notice where {required} are required: the earliest day is {earliest}")]
pub struct NoticeTooShort {
    /// Days that the members would be given; 0 for a day that is past.
    pub days: u32,
    /// Days that the rule asks for.
    pub required: u32,
    /// The first day on which the assembly could be held.
    pub earliest: NaiveDate,
}

/// Checks the notice: whole days between the day of sending and the day of the assembly, both in
/// the network's time zone.
///
/// # Errors
/// [`NoticeTooShort`], with the first day that would do.
pub fn notice(rules: &KindRules, sent: NaiveDate, held: NaiveDate) -> Result<Notice, NoticeTooShort> {
    let days = u32::try_from((held - sent).num_days()).unwrap_or(0);
    let required = rules.notice_days;
    if days >= required && held >= sent {
        return Ok(Notice { days, required });
    }
    let earliest = sent.checked_add_days(Days::new(u64::from(required))).unwrap_or(held);
    Err(NoticeTooShort { days, required, earliest })
}

/// Why an assembly, or an item of it, does not go on as asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum CourseRefused {
    /// Not from the state in which it is.
    #[error("the assembly is “{state}”")]
    NotNow {
        /// The state.
        state: State,
    },
    /// There is nothing to decide or to hear.
    #[error("the agenda is empty")]
    AgendaEmpty,
    /// Nobody could vote.
    #[error("the roll is empty")]
    RollEmpty,
    /// The notice is too short.
    #[error(transparent)]
    Notice {
        /// What is missing.
        #[from]
        notice: NoticeTooShort,
    },
    /// The quorum is not there.
    #[error("the quorum is not reached")]
    NoQuorum {
        /// How far it is.
        quorum: Quorum,
    },
    /// A vote is open: it has to be closed first.
    #[error("a vote is open")]
    PollOpen,
    /// This motion was voted on; a vote is not held twice.
    #[error("this motion was put to the vote already")]
    AlreadyVoted,
    /// Nothing is put to the vote under this item.
    #[error("this item is no motion")]
    NotAMotion,
    /// The statutes name who calls an assembly, and this is somebody else.
    #[error("the statutes name who calls an assembly")]
    NotAConvener {
        /// Who calls it.
        by: Vec<Convener>,
    },
    /// The statutes know no second assembly.
    #[error("the rules know no second convocation")]
    NoSecond,
    /// A second assembly takes up what had no quorum, and nothing is left of that.
    #[error("nothing was left undecided for want of a quorum")]
    NothingLeft,
    /// The first assembly is not long enough past.
    #[error("the second assembly may be held on {earliest} at the earliest")]
    TooSoonAfterFirst {
        /// The first day on which it may be held.
        earliest: NaiveDate,
    },
}

/// Whether a second assembly may take up what the first could not decide, and by which rule: once it
/// is over, where the statutes know one, and where a motion had no quorum.
///
/// # Errors
/// [`CourseRefused`] with the first reason against it.
pub fn may_repeat(state: State, rules: &KindRules, undecided: usize) -> Result<SecondConvocation, CourseRefused> {
    if state != State::Closed {
        return Err(CourseRefused::NotNow { state });
    }
    let second = rules.second.ok_or(CourseRefused::NoSecond)?;
    if undecided == 0 { Err(CourseRefused::NothingLeft) } else { Ok(second) }
}

/// Whether the assembly may be convened: agenda, roll and notice.
///
/// # Errors
/// [`CourseRefused`] with the first thing that is missing.
pub fn may_convene(
    state: State,
    rules: &KindRules,
    items: usize,
    roll: usize,
    sent: NaiveDate,
    held: NaiveDate,
) -> Result<Notice, CourseRefused> {
    if state != State::Draft {
        return Err(CourseRefused::NotNow { state });
    }
    if items == 0 {
        return Err(CourseRefused::AgendaEmpty);
    }
    if roll == 0 {
        return Err(CourseRefused::RollEmpty);
    }
    Ok(notice(rules, sent, held)?)
}

/// Whether the session may be opened. The quorum is not asked here: it is needed to decide, not
/// to meet.
///
/// # Errors
/// [`CourseRefused::NotNow`].
pub fn may_open(state: State) -> Result<(), CourseRefused> {
    if state == State::Convened { Ok(()) } else { Err(CourseRefused::NotNow { state }) }
}

/// Whether the session may be closed: not while a vote is open.
///
/// # Errors
/// [`CourseRefused`].
pub fn may_close(state: State, polls: &[PollState]) -> Result<(), CourseRefused> {
    if state != State::Open {
        return Err(CourseRefused::NotNow { state });
    }
    if polls.contains(&PollState::Open) { Err(CourseRefused::PollOpen) } else { Ok(()) }
}

/// Whether a motion or an election may be put to the vote: in session, with a quorum, one vote at a time, once.
///
/// # Errors
/// [`CourseRefused`] with the first reason against it.
pub fn may_open_poll(
    state: State,
    item: ItemKind,
    on_this_item: Option<PollState>,
    others: &[PollState],
    quorum: &Quorum,
) -> Result<(), CourseRefused> {
    if state != State::Open {
        return Err(CourseRefused::NotNow { state });
    }
    if item == ItemKind::Information {
        return Err(CourseRefused::NotAMotion);
    }
    match on_this_item {
        Some(PollState::Closed) => return Err(CourseRefused::AlreadyVoted),
        Some(PollState::Open) => return Err(CourseRefused::PollOpen),
        None => {}
    }
    if others.contains(&PollState::Open) {
        return Err(CourseRefused::PollOpen);
    }
    if quorum.reached { Ok(()) } else { Err(CourseRefused::NoQuorum { quorum: quorum.clone() }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quorum::Counting;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 6, day).expect("a day")
    }

    #[test]
    fn fifteen_days_are_fifteen_days() {
        let rules = AssemblyRules::usual().of(Kind::Ordinary);
        assert_eq!(notice(&rules, day(1), day(16)), Ok(Notice { days: 15, required: 15 }));
        assert_eq!(notice(&rules, day(1), day(15)), Err(NoticeTooShort { days: 14, required: 15, earliest: day(16) }));
        assert_eq!(notice(&rules, day(10), day(1)).map_err(|short| short.days), Err(0));
        let none = KindRules { notice_days: 0, ..rules };
        assert!(notice(&none, day(1), day(1)).is_ok());
        assert!(notice(&none, day(2), day(1)).is_err(), "nobody is called to a day that is past");
    }

    fn quorum(reached: bool) -> Quorum {
        Quorum { counting: Counting::Present, reached, parts: vec![] }
    }

    #[test]
    fn an_assembly_is_convened_with_agenda_roll_and_notice() {
        let rules = AssemblyRules::usual().of(Kind::Ordinary);
        assert!(may_convene(State::Draft, &rules, 1, 1, day(1), day(20)).is_ok());
        assert_eq!(may_convene(State::Draft, &rules, 0, 1, day(1), day(20)), Err(CourseRefused::AgendaEmpty));
        assert_eq!(may_convene(State::Draft, &rules, 1, 0, day(1), day(20)), Err(CourseRefused::RollEmpty));
        assert_eq!(
            may_convene(State::Open, &rules, 1, 1, day(1), day(20)),
            Err(CourseRefused::NotNow { state: State::Open })
        );
    }

    #[test]
    fn one_vote_at_a_time_once_with_quorum_in_session() {
        let open = |state, item, this, others: &[PollState], reached| {
            may_open_poll(state, item, this, others, &quorum(reached))
        };
        assert_eq!(open(State::Open, ItemKind::Motion, None, &[PollState::Closed], true), Ok(()));
        assert!(matches!(open(State::Open, ItemKind::Motion, None, &[], false), Err(CourseRefused::NoQuorum { .. })));
        assert_eq!(open(State::Open, ItemKind::Motion, None, &[PollState::Open], true), Err(CourseRefused::PollOpen));
        assert_eq!(
            open(State::Open, ItemKind::Motion, Some(PollState::Closed), &[], true),
            Err(CourseRefused::AlreadyVoted)
        );
        assert_eq!(open(State::Open, ItemKind::Information, None, &[], true), Err(CourseRefused::NotAMotion));
        assert_eq!(
            open(State::Convened, ItemKind::Motion, None, &[], true),
            Err(CourseRefused::NotNow { state: State::Convened })
        );
    }

    #[test]
    fn the_session_ends_after_its_votes() {
        assert_eq!(may_close(State::Open, &[PollState::Closed]), Ok(()));
        assert_eq!(may_close(State::Open, &[PollState::Open]), Err(CourseRefused::PollOpen));
        assert_eq!(may_close(State::Closed, &[]), Err(CourseRefused::NotNow { state: State::Closed }));
        assert_eq!(may_open(State::Draft), Err(CourseRefused::NotNow { state: State::Draft }));
    }

    #[test]
    fn a_second_assembly_needs_a_rule_a_first_that_is_over_and_something_left() {
        let none = AssemblyRules::usual().of(Kind::Ordinary);
        let second = SecondConvocation { after_days: 15, quorum: crate::quorum::QuorumRule::NONE };
        let rules = KindRules { second: Some(second), ..none.clone() };
        assert_eq!(may_repeat(State::Closed, &rules, 1), Ok(second));
        assert_eq!(may_repeat(State::Closed, &rules, 0), Err(CourseRefused::NothingLeft));
        assert_eq!(may_repeat(State::Closed, &none, 1), Err(CourseRefused::NoSecond));
        assert_eq!(may_repeat(State::Open, &rules, 1), Err(CourseRefused::NotNow { state: State::Open }));
    }

    #[test]
    fn rules_survive_being_written_down() {
        let rules = AssemblyRules::usual();
        let text = serde_json::to_string(&rules).expect("rules are data");
        assert_eq!(serde_json::from_str::<AssemblyRules>(&text).expect("and back"), rules);
    }
}
