//! How majorities and results are written down, now and before a majority could have several
//! conditions: assemblies keep the rules and results of their day.

use serde::{Deserialize, Serialize};

use super::{Base, Inequality, Majority, MajorityRule, MajorityScope, Outcome, Tally, Tie, Verdict};
use crate::{
    fraction::{Comparison, Fraction},
    polls::Choice,
    quorum::{Quorum, Unit},
};

/// One condition on its own, or a list with what a tie does.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenMajority {
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<Base>,
    #[serde(skip_serializing_if = "Option::is_none")]
    threshold: Option<Fraction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comparison: Option<Comparison>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Unit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<MajorityScope>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tie: Option<Tie>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conditions: Option<Vec<MajorityRule>>,
}

/// Why what is written is no majority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum NoMajority {
    #[error("a majority needs `base`, `threshold`, `comparison` and `unit`, or a list of `conditions`")]
    Incomplete,
    #[error("a majority has either one condition of its own or a list of `conditions`, not both")]
    Twice,
    #[error("a majority needs at least one condition")]
    NoCondition,
}

impl TryFrom<WrittenMajority> for Majority {
    type Error = NoMajority;

    fn try_from(written: WrittenMajority) -> Result<Self, NoMajority> {
        let WrittenMajority { base, threshold, comparison, unit, scope, tie, conditions } = written;
        let tie = tie.unwrap_or(Tie::Rejected);
        match (base, threshold, comparison, unit, conditions) {
            (Some(base), Some(threshold), Some(comparison), Some(unit), None) => {
                let scope = scope.unwrap_or(MajorityScope::Whole);
                Ok(Self { conditions: vec![MajorityRule { base, threshold, comparison, unit, scope }], tie })
            }
            (None, None, None, None, Some(conditions)) if scope.is_none() => {
                if conditions.is_empty() {
                    return Err(NoMajority::NoCondition);
                }
                Ok(Self { conditions, tie })
            }
            (.., Some(_)) => Err(NoMajority::Twice),
            _ => Err(NoMajority::Incomplete),
        }
    }
}

impl From<Majority> for WrittenMajority {
    fn from(majority: Majority) -> Self {
        let tie = Some(majority.tie).filter(|tie| *tie != Tie::Rejected);
        let nothing =
            Self { base: None, threshold: None, comparison: None, unit: None, scope: None, tie, conditions: None };
        match majority.conditions.as_slice() {
            [only] => Self {
                base: Some(only.base),
                threshold: Some(only.threshold),
                comparison: Some(only.comparison),
                unit: Some(only.unit),
                scope: Some(only.scope).filter(|scope| !scope.is_whole()),
                ..nothing
            },
            _ => Self { conditions: Some(majority.conditions), ..nothing },
        }
    }
}

/// A result, whose only inequality once stood beside the tally.
#[derive(Deserialize)]
pub(super) struct WrittenOutcome {
    rule: Majority,
    tally: Tally,
    conditions: Option<Vec<Inequality>>,
    have: Option<u64>,
    base: Option<u64>,
    needed: Option<u64>,
    casting: Option<Choice>,
    quorum: Quorum,
    verdict: Verdict,
}

impl From<WrittenOutcome> for Outcome {
    fn from(written: WrittenOutcome) -> Self {
        let WrittenOutcome { rule, tally, conditions, have, base, needed, casting, quorum, verdict } = written;
        let conditions = conditions.unwrap_or_else(|| {
            let sides = have.zip(base).zip(needed).zip(rule.conditions.first());
            sides
                .map(|(((have, base), needed), rule)| Inequality {
                    rule: *rule,
                    college: None,
                    have,
                    base,
                    needed,
                    met: have >= needed,
                })
                .into_iter()
                .collect()
        });
        Self { rule, tally, conditions, casting, quorum, verdict }
    }
}
