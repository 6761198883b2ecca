//! The course of a motion and of an amendment, and until when something may be proposed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{amendment::WithoutObject, text::TextRefused};
use crate::{assemblies, locale::Locale};

text_enum! {
    /// Where a motion or an amendment stands.
    pub enum State {
        /// Written and shown to its authors alone.
        Draft = "draft",
        /// Handed in; the board has to say whether it is admissible.
        Submitted = "submitted",
        /// It will be put to the vote.
        Admissible = "admissible",
        /// The board found that it cannot be put to the vote, and said why.
        Refused = "refused",
        /// The vote is open.
        Voting = "voting",
        /// Adopted by a vote.
        Adopted = "adopted",
        /// Put to the vote and not adopted.
        Rejected = "rejected",
        /// Taken back by its authors.
        Withdrawn = "withdrawn",
        /// Without object: what was adopted before leaves it nothing to decide.
        Superseded = "superseded",
    }
}

impl State {
    /// Whether it waits for the board or for the vote: the text is not put to the vote before.
    #[must_use]
    pub const fn pending(self) -> bool {
        matches!(self, Self::Submitted | Self::Admissible | Self::Voting)
    }
}

/// A step from a state to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Its authors hand it in.
    Submit,
    /// The board finds it admissible.
    Admit,
    /// The board finds that it is not.
    Refuse {
        /// Why.
        reason: String,
    },
    /// The chair puts it to the vote.
    PutToVote,
    /// The vote is closed.
    Decide {
        /// Whether it was adopted.
        adopted: bool,
    },
    /// Its authors take it back.
    Withdraw,
    /// What was adopted leaves it nothing to decide.
    Supersede,
}

/// Takes a step.
///
/// # Errors
/// [`MotionRefused::NotFromHere`], or [`MotionRefused::ReasonMissing`].
pub fn step(state: State, step: &Step) -> Result<State, MotionRefused> {
    use State as S;
    Ok(match (state, step) {
        (S::Draft, Step::Submit) => S::Submitted,
        (S::Submitted, Step::Admit) => S::Admissible,
        (S::Submitted | S::Admissible, Step::Refuse { reason }) if reason.trim().is_empty() => {
            return Err(MotionRefused::ReasonMissing);
        }
        (S::Submitted, Step::Refuse { .. }) => S::Refused,
        (S::Admissible, Step::PutToVote) => S::Voting,
        (S::Voting, Step::Decide { adopted: true }) => S::Adopted,
        (S::Voting, Step::Decide { adopted: false }) => S::Rejected,
        (S::Draft | S::Submitted | S::Admissible, Step::Withdraw) => S::Withdrawn,
        (S::Submitted | S::Admissible, Step::Supersede) => S::Superseded,
        _ => return Err(MotionRefused::NotFromHere { state }),
    })
}

/// Until when the members may propose. Without a date, until the session is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadlines {
    /// Motions.
    pub motions: Option<DateTime<Utc>>,
    /// Amendments.
    pub amendments: Option<DateTime<Utc>>,
}

text_enum! {
    /// What members may hand in now.
    pub enum Phase {
        /// Motions, and amendments to those that are there.
        Motions = "motions",
        /// Amendments only.
        Amendments = "amendments",
        /// Nothing any more.
        Over = "over",
    }
}

impl Deadlines {
    /// What may be handed in at a time.
    #[must_use]
    pub fn phase(&self, assembly: assemblies::State, now: DateTime<Utc>) -> Phase {
        match (in_time(self.motions, assembly, now), in_time(self.amendments, assembly, now)) {
            (Ok(()), _) => Phase::Motions,
            (_, Ok(())) => Phase::Amendments,
            _ => Phase::Over,
        }
    }
}

/// The last moment counts in.
fn in_time(until: Option<DateTime<Utc>>, assembly: assemblies::State, now: DateTime<Utc>) -> Result<(), MotionRefused> {
    use assemblies::State as A;
    match (assembly, until) {
        (A::Closed, _) | (A::Open, None) => Err(MotionRefused::SessionOpened),
        (_, Some(at)) if now > at => Err(MotionRefused::DeadlinePassed { at }),
        _ => Ok(()),
    }
}

/// Whether a motion, or an amendment, may be handed in: in time, and for an organization that has a
/// vote here.
///
/// # Errors
/// [`MotionRefused`].
pub fn may_submit(
    amendment: bool,
    deadlines: &Deadlines,
    assembly: assemblies::State,
    now: DateTime<Utc>,
    on_roll: bool,
) -> Result<(), MotionRefused> {
    if !on_roll {
        return Err(MotionRefused::NotOnRoll);
    }
    in_time(if amendment { deadlines.amendments } else { deadlines.motions }, assembly, now)
}

/// Whether an organization may add its support: once, as long as it is not decided, and not to what
/// it wrote itself.
///
/// # Errors
/// [`MotionRefused`].
pub fn may_support(state: State, on_roll: bool, backs_already: bool) -> Result<(), MotionRefused> {
    if !on_roll {
        return Err(MotionRefused::NotOnRoll);
    }
    if !matches!(state, State::Submitted | State::Admissible) {
        return Err(MotionRefused::NotFromHere { state });
    }
    if backs_already { Err(MotionRefused::BacksAlready) } else { Ok(()) }
}

/// Whether an amendment is the next to be voted on, by its number and that of the next.
///
/// # Errors
/// [`MotionRefused::NotItsTurn`] with the number of the one that comes first.
pub fn may_put_to_vote(number: u32, next: Option<u32>) -> Result<(), MotionRefused> {
    match next {
        Some(first) if first != number => Err(MotionRefused::NotItsTurn { first }),
        _ => Ok(()),
    }
}

/// Whether the text itself may be put to the vote: after its amendments.
///
/// # Errors
/// [`MotionRefused::AmendmentsPending`] with how many are left.
pub fn may_vote_on_text(amendments: &[State]) -> Result<(), MotionRefused> {
    match amendments.iter().filter(|state| state.pending()).count() {
        0 => Ok(()),
        count => Err(MotionRefused::AmendmentsPending { count }),
    }
}

/// Why a motion or an amendment does not go on as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MotionRefused {
    /// Not from the state in which it is.
    #[error("it is “{state}”")]
    NotFromHere {
        /// The state.
        state: State,
    },
    /// Too late.
    #[error("the deadline was {at}")]
    DeadlinePassed {
        /// The last moment.
        at: DateTime<Utc>,
    },
    /// No date was set, and the session has been opened.
    #[error("the session has been opened")]
    SessionOpened,
    /// The organization has no vote in this assembly.
    #[error("not on the roll")]
    NotOnRoll,
    /// It supports it, or wrote it.
    #[error("it is among the authors or supporters already")]
    BacksAlready,
    /// A refusal without a reason.
    #[error("a refusal needs a reason")]
    ReasonMissing,
    /// The amendment says what the text says.
    #[error("it changes nothing")]
    ChangesNothing,
    /// The paragraph is no longer there, or there is nothing to change any more.
    #[error("without object: {because}")]
    WithoutObject {
        /// Why.
        because: WithoutObject,
    },
    /// The paragraph was changed in another language.
    #[error("the words in {locale} come first")]
    TranslationFirst {
        /// Which words are out of date.
        locale: Locale,
    },
    /// Another amendment comes first.
    #[error("amendment {first} comes first")]
    NotItsTurn {
        /// Its number.
        first: u32,
    },
    /// The text is voted on after its amendments.
    #[error("{count} amendments come first")]
    AmendmentsPending {
        /// How many.
        count: usize,
    },
    /// The text cannot be read, or not changed like this.
    #[error(transparent)]
    Text(#[from] TextRefused),
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn what_is_decided_stays_decided() {
        let refuse = |reason: &str| Step::Refuse { reason: reason.into() };
        assert_eq!(step(State::Draft, &Step::Submit), Ok(State::Submitted));
        assert_eq!(step(State::Submitted, &refuse(" ")), Err(MotionRefused::ReasonMissing));
        assert_eq!(step(State::Submitted, &refuse("hors sujet")), Ok(State::Refused));
        assert_eq!(step(State::Voting, &Step::Decide { adopted: true }), Ok(State::Adopted));
        let every = [
            Step::Submit,
            Step::Admit,
            refuse("non"),
            Step::PutToVote,
            Step::Decide { adopted: false },
            Step::Withdraw,
            Step::Supersede,
        ];
        for state in [State::Adopted, State::Rejected, State::Withdrawn, State::Superseded, State::Refused] {
            assert!(!state.pending());
            for one in &every {
                assert_eq!(step(state, one), Err(MotionRefused::NotFromHere { state }), "{one:?}");
            }
        }
        // An open vote ends with a decision and with nothing else.
        let ways: Vec<_> = every.iter().filter(|one| step(State::Voting, one).is_ok()).collect();
        assert_eq!(ways, [&Step::Decide { adopted: false }]);
    }

    #[test]
    fn a_deadline_is_its_last_moment() {
        use assemblies::State as A;
        let at = DateTime::<Utc>::UNIX_EPOCH;
        let (before, after) = (at - TimeDelta::seconds(1), at + TimeDelta::seconds(1));
        let deadlines = Deadlines { motions: Some(at - TimeDelta::days(1)), amendments: Some(at) };
        let amend = |now| may_submit(true, &deadlines, A::Convened, now, true);
        assert_eq!((amend(before), amend(at)), (Ok(()), Ok(())));
        assert_eq!(amend(after), Err(MotionRefused::DeadlinePassed { at }));
        assert_eq!(deadlines.phase(A::Convened, at), Phase::Amendments);
        let moved = may_submit(false, &deadlines, A::Convened, at, true);
        assert_eq!(moved, Err(MotionRefused::DeadlinePassed { at: at - TimeDelta::days(1) }));
        assert_eq!(may_submit(true, &deadlines, A::Convened, before, false), Err(MotionRefused::NotOnRoll));
        let closed = may_submit(true, &deadlines, A::Closed, before, true);
        assert_eq!(closed, Err(MotionRefused::SessionOpened));
        // The date of amendments holds before that of motions has passed, too.
        let early = Deadlines { motions: Some(after), amendments: Some(before) };
        let late = may_submit(true, &early, A::Convened, at, true);
        assert_eq!(late, Err(MotionRefused::DeadlinePassed { at: before }));
        assert_eq!(may_submit(false, &early, A::Convened, at, true), Ok(()));
    }

    #[test]
    fn without_a_date_the_session_is_the_end() {
        use assemblies::State as A;
        let (none, now) = (Deadlines::default(), DateTime::<Utc>::UNIX_EPOCH);
        for amendment in [true, false] {
            assert_eq!(may_submit(amendment, &none, A::Convened, now, true), Ok(()));
            assert_eq!(may_submit(amendment, &none, A::Open, now, true), Err(MotionRefused::SessionOpened));
        }
        assert_eq!(none.phase(A::Open, now), Phase::Over);
        let in_session = Deadlines { amendments: Some(now), ..none };
        assert_eq!(may_submit(true, &in_session, A::Open, now, true), Ok(()));
        assert_eq!(may_submit(false, &in_session, A::Open, now, true), Err(MotionRefused::SessionOpened));
    }

    #[test]
    fn support_counts_once() {
        assert_eq!(may_support(State::Submitted, true, false), Ok(()));
        assert_eq!(may_support(State::Submitted, true, true), Err(MotionRefused::BacksAlready));
        assert_eq!(may_support(State::Submitted, false, false), Err(MotionRefused::NotOnRoll));
        let late = may_support(State::Adopted, true, false);
        assert_eq!(late, Err(MotionRefused::NotFromHere { state: State::Adopted }));
    }

    #[test]
    fn amendments_come_in_their_order_and_before_the_text() {
        assert_eq!(may_put_to_vote(2, Some(2)), Ok(()));
        assert_eq!(may_put_to_vote(2, Some(1)), Err(MotionRefused::NotItsTurn { first: 1 }));
        assert_eq!(may_vote_on_text(&[State::Adopted, State::Superseded, State::Refused]), Ok(()));
        let left = may_vote_on_text(&[State::Submitted, State::Admissible, State::Rejected]);
        assert_eq!(left, Err(MotionRefused::AmendmentsPending { count: 2 }));
    }
}
