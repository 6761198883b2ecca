//! Colleges, and the voting weight that they give to a member.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    ids::{CollegeId, OrganizationId},
    memberships::Status,
};

text_enum! {
    /// A number that a member declares about itself, on which weights and fees are based.
    pub enum Figure {
        /// Employees in full-time equivalents.
        Employees = "employees",
        /// Members of its own, natural persons.
        Members = "members",
        /// Places of shelter or housing.
        Places = "places",
    }
}

/// From `from` upwards (and below the next bracket) the weight is `weight`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bracket {
    /// Smallest figure of the bracket.
    pub from: u64,
    /// Voices in the assembly.
    pub weight: u64,
}

/// How many voices a member of a college has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum WeightRule {
    /// The same number of voices for everyone in the college.
    Fixed {
        /// Voices of each member.
        weight: u64,
    },
    /// By the bracket into which a declared figure falls.
    Brackets {
        /// The figure that is looked at.
        figure: Figure,
        /// Brackets, in ascending order of `from`, the first from 0.
        brackets: Vec<Bracket>,
    },
}

/// A figure as declared, and the day from which it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    /// What was declared.
    pub figure: Figure,
    /// How much.
    pub value: u64,
    /// First day on which it counts.
    pub as_of: NaiveDate,
}

/// Why a weight is what it is: said in one sentence on the roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum WeightReason {
    /// Everyone in the college has it.
    Fixed,
    /// The declared figure falls into this bracket.
    Bracket {
        /// The figure that was looked at.
        figure: Figure,
        /// Its value at the reference date.
        value: u64,
        /// When it was declared for.
        as_of: NaiveDate,
        /// Where the bracket begins.
        from: u64,
        /// Where the next begins, if there is one.
        below: Option<u64>,
    },
    /// Nothing was declared by the reference date: the lowest bracket.
    NothingDeclared {
        /// The figure that is missing.
        figure: Figure,
    },
}

/// Why a weight rule cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum InvalidWeightRule {
    /// There is no bracket.
    #[error("there is no bracket")]
    NoBracket,
    /// The first bracket does not begin at 0, or a bracket begins no later than the one before.
    #[error("brackets begin at 0 and ascend")]
    NotAscending,
}

impl WeightRule {
    /// Checks the rule once, when it is written down.
    ///
    /// # Errors
    /// [`InvalidWeightRule`] when brackets are missing or out of order.
    pub fn validate(&self) -> Result<(), InvalidWeightRule> {
        let Self::Brackets { brackets, .. } = self else { return Ok(()) };
        let first = brackets.first().ok_or(InvalidWeightRule::NoBracket)?;
        if first.from != 0 || !brackets.is_sorted_by(|a, b| a.from < b.from) {
            return Err(InvalidWeightRule::NotAscending);
        }
        Ok(())
    }

    /// The weight of a member at the reference date, from its declarations in any order.
    #[must_use]
    pub fn weigh(&self, declarations: &[Declaration], reference: NaiveDate) -> (u64, WeightReason) {
        match self {
            Self::Fixed { weight } => (*weight, WeightReason::Fixed),
            Self::Brackets { figure, brackets } => {
                let lowest = brackets.first().map_or(0, |bracket| bracket.weight);
                let declared =
                    declarations.iter().filter(|d| d.figure == *figure && d.as_of <= reference).max_by_key(|d| d.as_of);
                let Some(declared) = declared else {
                    return (lowest, WeightReason::NothingDeclared { figure: *figure });
                };
                let after = brackets.partition_point(|bracket| bracket.from <= declared.value);
                let (from, weight) =
                    after.checked_sub(1).map_or((0, lowest), |index| (brackets[index].from, brackets[index].weight));
                let reason = WeightReason::Bracket {
                    figure: *figure,
                    value: declared.value,
                    as_of: declared.as_of,
                    from,
                    below: brackets.get(after).map(|bracket| bracket.from),
                };
                (weight, reason)
            }
        }
    }
}

/// What the electoral roll needs to know of a membership.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The organization.
    pub organization: OrganizationId,
    /// Its name on the day of the assembly.
    pub name: String,
    /// Its college, when it has one.
    pub college: Option<College>,
    /// Where its membership stood at the reference date; `None` when it had not begun.
    pub status: Option<Status>,
    /// What it declared about itself.
    pub declarations: Vec<Declaration>,
}

/// A college as the roll needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct College {
    /// Which college.
    pub id: CollegeId,
    /// Its name.
    pub name: String,
    /// How it weighs.
    pub weight: WeightRule,
}

/// One line of the frozen electoral roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollEntry {
    /// Who may vote.
    pub organization: OrganizationId,
    /// Its name on the day of the assembly.
    pub name: String,
    /// In which college.
    pub college: CollegeId,
    /// The college's name.
    pub college_name: String,
    /// With how many voices.
    pub weight: u64,
    /// And why.
    pub reason: WeightReason,
}

/// Why an organization of the network is not on the roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum LeftOut {
    /// It was no member at the reference date.
    NotYetMember,
    /// It was, but in a status without a vote.
    Status {
        /// Which status.
        status: Status,
    },
    /// It belongs to no college.
    NoCollege,
    /// Its college gives it no voice.
    NoVoice,
}

/// Freezes the electoral roll at the reference date: who may vote with which weight, and who may
/// not, each with the reason. Sorted by name.
#[must_use]
pub fn freeze_roll(
    candidates: &[Candidate],
    reference: NaiveDate,
) -> (Vec<RollEntry>, BTreeMap<OrganizationId, LeftOut>) {
    let mut roll = Vec::new();
    let mut left_out = BTreeMap::new();
    for candidate in candidates {
        match entry(candidate, reference) {
            Ok(entry) => roll.push(entry),
            Err(reason) => {
                left_out.insert(candidate.organization, reason);
            }
        }
    }
    roll.sort_by_cached_key(|entry| (entry.name.to_lowercase(), entry.organization));
    (roll, left_out)
}

fn entry(candidate: &Candidate, reference: NaiveDate) -> Result<RollEntry, LeftOut> {
    let status = candidate.status.ok_or(LeftOut::NotYetMember)?;
    if !status.votes() {
        return Err(LeftOut::Status { status });
    }
    let college = candidate.college.as_ref().ok_or(LeftOut::NoCollege)?;
    let (weight, reason) = college.weight.weigh(&candidate.declarations, reference);
    if weight == 0 {
        return Err(LeftOut::NoVoice);
    }
    Ok(RollEntry {
        organization: candidate.organization,
        name: candidate.name.clone(),
        college: college.id,
        college_name: college.name.clone(),
        weight,
        reason,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, day).expect("a day")
    }

    fn by_places() -> WeightRule {
        WeightRule::Brackets {
            figure: Figure::Places,
            brackets: vec![
                Bracket { from: 0, weight: 1 },
                Bracket { from: 50, weight: 2 },
                Bracket { from: 200, weight: 4 },
            ],
        }
    }

    #[test]
    fn the_bracket_is_taken_at_the_reference_date() {
        let declared = |value, on| Declaration { figure: Figure::Places, value, as_of: day(on) };
        let declarations = [declared(49, 1), declared(50, 10), declared(900, 20)];
        assert_eq!(by_places().weigh(&declarations, day(9)).0, 1);
        let (weight, reason) = by_places().weigh(&declarations, day(10));
        assert_eq!(weight, 2);
        assert_eq!(
            reason,
            WeightReason::Bracket { figure: Figure::Places, value: 50, as_of: day(10), from: 50, below: Some(200) }
        );
        assert_eq!(by_places().weigh(&declarations, day(31)).0, 4);
        assert_eq!(by_places().weigh(&[], day(31)), (1, WeightReason::NothingDeclared { figure: Figure::Places }));
    }

    #[test]
    fn brackets_must_ascend_from_zero() {
        let rule = |froms: &[u64]| WeightRule::Brackets {
            figure: Figure::Members,
            brackets: froms.iter().map(|from| Bracket { from: *from, weight: 1 }).collect(),
        };
        assert_eq!(rule(&[]).validate(), Err(InvalidWeightRule::NoBracket));
        assert_eq!(rule(&[1, 2]).validate(), Err(InvalidWeightRule::NotAscending));
        assert_eq!(rule(&[0, 5, 5]).validate(), Err(InvalidWeightRule::NotAscending));
        assert_eq!(rule(&[0, 5, 6]).validate(), Ok(()));
    }

    #[test]
    fn everyone_is_on_the_roll_or_told_why_not() {
        let college =
            College { id: CollegeId(Uuid::nil()), name: "Membres".into(), weight: WeightRule::Fixed { weight: 1 } };
        let candidate = |number: u128, status, college: Option<&College>| Candidate {
            organization: OrganizationId(Uuid::from_u128(number)),
            name: format!("Association {number}"),
            college: college.cloned(),
            status,
            declarations: vec![],
        };
        let candidates = [
            candidate(1, Some(Status::Admitted), Some(&college)),
            candidate(2, Some(Status::Suspended), Some(&college)),
            candidate(3, None, Some(&college)),
            candidate(4, Some(Status::Admitted), None),
        ];
        let (roll, left_out) = freeze_roll(&candidates, day(1));
        assert_eq!(roll.len(), 1);
        assert_eq!(left_out.len(), 3);
        assert_eq!(left_out[&candidates[1].organization], LeftOut::Status { status: Status::Suspended });
        assert_eq!(left_out[&candidates[2].organization], LeftOut::NotYetMember);
        assert_eq!(left_out[&candidates[3].organization], LeftOut::NoCollege);
    }

    proptest! {
        /// Declaring more never gives fewer voices when the brackets give more.
        #[test]
        fn weight_is_monotone(a in 0_u64..500, b in 0_u64..500) {
            let weight = |value| by_places().weigh(&[Declaration { figure: Figure::Places, value, as_of: day(1) }], day(2)).0;
            prop_assert!(weight(a.min(b)) <= weight(a.max(b)));
        }
    }
}
