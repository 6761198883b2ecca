//! Membership of an organization in a network, as a workflow.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

text_enum! {
    /// Where a membership stands.
    pub enum Status {
        /// Asked for, not yet decided.
        Applied = "applied",
        /// A member with all its rights.
        Admitted = "admitted",
        /// A member that may not vote until the suspension is lifted.
        Suspended = "suspended",
        /// Left by its own decision, or the application withdrawn.
        Left = "left",
        /// Excluded, or the application refused, by decision of the network.
        Excluded = "excluded",
    }
}

text_enum! {
    /// A step of the workflow.
    pub enum Step {
        /// The organization asks to join, for the first time or again.
        Apply = "apply",
        /// The network admits it.
        Admit = "admit",
        /// The network suspends it.
        Suspend = "suspend",
        /// The network lifts the suspension.
        Reinstate = "reinstate",
        /// The organization leaves or withdraws.
        Leave = "leave",
        /// The network excludes it or refuses the application.
        Exclude = "exclude",
    }
}

/// Why a step cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum StepRefused {
    /// The step does not lead on from where the membership stands.
    #[error("“{step}” is not possible for a membership that is “{status}”")]
    NotFromHere {
        /// Where the membership stands.
        status: Status,
        /// What was tried.
        step: Step,
    },
    /// A decision of the network must be named: its statutes ask which body decided, and when.
    #[error("a decision is needed")]
    DecisionMissing,
    /// A step may not be dated before the one it follows.
    #[error("the date lies before the previous step of {previous}")]
    BeforePrevious {
        /// The date of the step before.
        previous: NaiveDate,
    },
}

impl Status {
    /// Whether the organization is a member in good standing, with a voice in the assembly.
    #[must_use]
    pub const fn votes(self) -> bool {
        matches!(self, Self::Admitted)
    }

    /// The steps that lead on from here, in the order in which a form offers them.
    #[must_use]
    pub fn steps(self) -> Vec<Step> {
        Step::ALL.iter().copied().filter(|step| self.after(*step).is_some()).collect()
    }

    const fn after(self, step: Step) -> Option<Self> {
        Some(match (self, step) {
            (Self::Left | Self::Excluded, Step::Apply) => Self::Applied,
            (Self::Applied, Step::Admit) | (Self::Suspended, Step::Reinstate) => Self::Admitted,
            (Self::Admitted, Step::Suspend) => Self::Suspended,
            (Self::Applied | Self::Admitted | Self::Suspended, Step::Leave) => Self::Left,
            (Self::Applied | Self::Admitted | Self::Suspended, Step::Exclude) => Self::Excluded,
            _ => return None,
        })
    }
}

impl Step {
    /// Whether the network decides it, so that the decision must be named.
    #[must_use]
    pub const fn needs_decision(self) -> bool {
        matches!(self, Self::Admit | Self::Suspend | Self::Reinstate | Self::Exclude)
    }
}

/// Takes a step: where the membership stands afterwards.
///
/// `previous` is the date of the latest step, `on` the date from which this one counts.
///
/// # Errors
/// [`StepRefused`] when the step does not follow, is dated before its predecessor, or lacks the
/// decision that it rests on.
pub fn take_step(
    status: Status,
    previous: NaiveDate,
    step: Step,
    on: NaiveDate,
    decision: Option<&str>,
) -> Result<Status, StepRefused> {
    let next = status.after(step).ok_or(StepRefused::NotFromHere { status, step })?;
    if on < previous {
        return Err(StepRefused::BeforePrevious { previous });
    }
    if step.needs_decision() && decision.is_none_or(|text| text.trim().is_empty()) {
        return Err(StepRefused::DecisionMissing);
    }
    Ok(next)
}

/// The status on a day, from dated steps in the order in which they were taken: what counts on
/// the reference date of an assembly. `None` before the first.
#[must_use]
pub fn status_on(steps: &[(NaiveDate, Status)], day: NaiveDate) -> Option<Status> {
    steps.iter().rev().find(|(on, _)| *on <= day).map(|(_, status)| *status)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, day).expect("a day")
    }

    #[test]
    fn the_whole_life_of_a_membership() {
        let mut status = Status::Applied;
        for (step, decision, expected) in [
            (Step::Admit, Some("Conseil du 3 janvier"), Status::Admitted),
            (Step::Suspend, Some("Conseil du 5 janvier"), Status::Suspended),
            (Step::Reinstate, Some("Conseil du 6 janvier"), Status::Admitted),
            (Step::Leave, None, Status::Left),
            (Step::Apply, None, Status::Applied),
            (Step::Exclude, Some("Conseil du 9 janvier"), Status::Excluded),
        ] {
            status = take_step(status, day(1), step, day(2), decision).expect("follows");
            assert_eq!(status, expected);
        }
    }

    #[test]
    fn refusals_are_named() {
        assert_eq!(
            take_step(Status::Left, day(1), Step::Suspend, day(2), Some("x")),
            Err(StepRefused::NotFromHere { status: Status::Left, step: Step::Suspend })
        );
        assert_eq!(
            take_step(Status::Applied, day(1), Step::Admit, day(2), Some("  ")),
            Err(StepRefused::DecisionMissing)
        );
        assert_eq!(
            take_step(Status::Applied, day(3), Step::Admit, day(2), Some("x")),
            Err(StepRefused::BeforePrevious { previous: day(3) })
        );
    }

    #[test]
    fn only_the_admitted_vote() {
        let voting: Vec<_> = Status::ALL.iter().filter(|status| status.votes()).collect();
        assert_eq!(voting, [&Status::Admitted]);
    }

    #[test]
    fn the_status_of_the_reference_date_counts() {
        let steps = [(day(1), Status::Applied), (day(5), Status::Admitted), (day(9), Status::Suspended)];
        assert_eq!(status_on(&steps, day(4)), Some(Status::Applied));
        assert_eq!(status_on(&steps, day(8)), Some(Status::Admitted));
        assert_eq!(status_on(&steps, day(9)), Some(Status::Suspended));
        assert_eq!(status_on(&steps[1..], day(4)), None);
    }
}
