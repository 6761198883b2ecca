//! Quorum: whether enough of those entitled take part, exactly and with its explanation.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    colleges::RollEntry,
    fraction::{Comparison, Fraction},
    ids::{CollegeId, OrganizationId},
    proxies::{Presence, Representation},
};

text_enum! {
    /// In what a decision counts.
    pub enum Unit {
        /// One for each organization.
        Heads = "heads",
        /// Its voices.
        Weight = "weight",
    }
}

text_enum! {
    /// Who counts towards the quorum.
    pub enum Counting {
        /// Organizations whose representative is there.
        Present = "present",
        /// Those, and the ones that gave them a proxy.
        PresentAndRepresented = "present_and_represented",
        /// Those that hand in a vote, whatever it says: known at the close of each vote only.
        Voting = "voting",
    }
}

/// One condition of a quorum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Share of those entitled.
    pub threshold: Fraction,
    /// At least, or more than.
    pub comparison: Comparison,
    /// Heads or voices.
    pub unit: Unit,
}

/// The quorum rule of a kind of assembly. No condition at all means no quorum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuorumRule {
    /// Who counts.
    pub counting: Counting,
    /// Over the whole roll.
    pub total: Option<Condition>,
    /// In each college, one by one.
    pub each_college: Option<Condition>,
}

impl QuorumRule {
    /// Any number decides.
    pub const NONE: Self = Self { counting: Counting::PresentAndRepresented, total: None, each_college: None };
}

/// One condition held against what is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuorumPart {
    /// The college, or the whole roll.
    pub college: Option<String>,
    /// The condition.
    pub condition: Condition,
    /// What is there.
    pub have: u64,
    /// What would be needed.
    pub needed: u64,
    /// All that are entitled.
    pub whole: u64,
    /// Whether this condition is met.
    pub reached: bool,
}

/// The quorum at a moment, with both sides of every inequality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quorum {
    /// Who counts.
    pub counting: Counting,
    /// Whether every condition is met.
    pub reached: bool,
    /// The conditions, the whole roll first.
    pub parts: Vec<QuorumPart>,
}

/// Recomputes the quorum. Where those who vote count, they are known at the close only: until
/// then it is whether enough are there who could.
///
/// An empty roll never has a quorum: nobody could decide.
#[must_use]
pub fn quorum(rule: &QuorumRule, roll: &[RollEntry], presence: &Presence) -> Quorum {
    let counting = match rule.counting {
        Counting::Voting => Counting::PresentAndRepresented,
        counting => counting,
    };
    hold(rule, counting, roll, |organization| match presence.of(organization) {
        Representation::Present => true,
        Representation::Represented { .. } => counting == Counting::PresentAndRepresented,
        Representation::Absent => false,
    })
}

/// The quorum at the close of a vote, when it is known who took part in it.
#[must_use]
pub fn quorum_at_close(
    rule: &QuorumRule,
    roll: &[RollEntry],
    presence: &Presence,
    voted: &BTreeSet<OrganizationId>,
) -> Quorum {
    match rule.counting {
        Counting::Voting => hold(rule, Counting::Voting, roll, |organization| voted.contains(&organization)),
        Counting::Present | Counting::PresentAndRepresented => quorum(rule, roll, presence),
    }
}

fn hold(rule: &QuorumRule, counting: Counting, roll: &[RollEntry], counts: impl Fn(OrganizationId) -> bool) -> Quorum {
    let part = |college: Option<String>, condition: Condition, entries: &[&RollEntry]| {
        let amount = |entry: &&RollEntry| match condition.unit {
            Unit::Heads => 1,
            Unit::Weight => entry.weight,
        };
        let whole = entries.iter().map(amount).sum();
        let have = entries.iter().filter(|entry| counts(entry.organization)).map(amount).sum();
        QuorumPart {
            college,
            condition,
            have,
            needed: condition.threshold.needed_of(whole, condition.comparison),
            whole,
            reached: whole > 0 && condition.threshold.met_by(have, whole, condition.comparison),
        }
    };
    let mut parts = Vec::new();
    if let Some(condition) = rule.total {
        parts.push(part(None, condition, &roll.iter().collect::<Vec<_>>()));
    }
    if let Some(condition) = rule.each_college {
        let mut colleges: BTreeMap<(&str, CollegeId), Vec<&RollEntry>> = BTreeMap::new();
        for entry in roll {
            colleges.entry((&entry.college_name, entry.college)).or_default().push(entry);
        }
        parts.extend(colleges.iter().map(|((name, _), entries)| part(Some((*name).to_owned()), condition, entries)));
    }
    Quorum { counting, reached: !roll.is_empty() && parts.iter().all(|part| part.reached), parts }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::{colleges::WeightReason, ids::PersonId};

    fn entry(number: u128, college: u128, weight: u64) -> RollEntry {
        RollEntry {
            organization: OrganizationId(Uuid::from_u128(number)),
            name: format!("Association {number}"),
            college: CollegeId(Uuid::from_u128(college)),
            college_name: format!("Collège {college}"),
            weight,
            reason: WeightReason::Fixed,
        }
    }

    fn half(unit: Unit) -> Condition {
        Condition { threshold: Fraction::HALF, comparison: Comparison::AtLeast, unit }
    }

    fn present(numbers: impl IntoIterator<Item = u128>) -> Presence {
        let mut presence = Presence::default();
        for number in numbers {
            presence.arrive(OrganizationId(Uuid::from_u128(number)), PersonId(Uuid::from_u128(number)));
        }
        presence
    }

    #[test]
    fn half_of_forty_three_is_twenty_two() {
        let roll: Vec<_> = (1..=43).map(|number| entry(number, 1, 1)).collect();
        let rule = QuorumRule { counting: Counting::Present, total: Some(half(Unit::Heads)), each_college: None };
        assert!(!quorum(&rule, &roll, &present(1..=21)).reached);
        let state = quorum(&rule, &roll, &present(1..=22));
        assert!(state.reached);
        assert_eq!((state.parts[0].have, state.parts[0].needed, state.parts[0].whole), (22, 22, 43));
    }

    #[test]
    fn a_college_without_quorum_is_named() {
        let roll = [entry(1, 1, 5), entry(2, 1, 1), entry(3, 2, 1), entry(4, 2, 1)];
        let rule = QuorumRule {
            counting: Counting::Present,
            total: Some(half(Unit::Weight)),
            each_college: Some(half(Unit::Heads)),
        };
        let state = quorum(&rule, &roll, &present([1, 2]));
        assert!(!state.reached);
        let reached: Vec<_> = state.parts.iter().map(|part| (part.college.as_deref(), part.reached)).collect();
        assert_eq!(reached, [(None, true), (Some("Collège 1"), true), (Some("Collège 2"), false)]);
    }

    #[test]
    fn proxies_count_only_where_the_rule_says_so_and_only_while_the_holder_is_there() {
        let roll = [entry(1, 1, 1), entry(2, 1, 1), entry(3, 1, 1)];
        let mut presence = present([1]);
        presence.give(OrganizationId(Uuid::from_u128(2)), OrganizationId(Uuid::from_u128(1)));
        presence.give(OrganizationId(Uuid::from_u128(3)), OrganizationId(Uuid::from_u128(2)));
        let have = |counting| {
            let rule = QuorumRule { counting, total: Some(half(Unit::Heads)), each_college: None };
            quorum(&rule, &roll, &presence).parts[0].have
        };
        assert_eq!(have(Counting::Present), 1);
        assert_eq!(have(Counting::PresentAndRepresented), 2);
    }

    /// 42 and 43 members, of whom half must vote: who is there and says nothing does not count.
    #[test]
    fn those_who_vote_count_at_the_close() {
        let rule = QuorumRule { counting: Counting::Voting, total: Some(half(Unit::Heads)), each_college: None };
        for (members, enough) in [(42, 21), (43, 22)] {
            let roll: Vec<_> = (1..=members).map(|number| entry(number, 1, 1)).collect();
            let presence = present(1..=members);
            let voted = |count| (1..=count).map(|number| OrganizationId(Uuid::from_u128(number))).collect();
            let close = |count| quorum_at_close(&rule, &roll, &presence, &voted(count));
            assert!(!close(enough - 1).reached);
            assert!(close(enough).reached);
            assert_eq!(close(enough).counting, Counting::Voting);
            let before = quorum(&rule, &roll, &presence);
            assert_eq!((before.reached, before.counting), (true, Counting::PresentAndRepresented));
        }
    }

    #[test]
    fn an_empty_roll_has_no_quorum_and_no_rule_needs_none() {
        let rule = QuorumRule { counting: Counting::Present, total: None, each_college: None };
        assert!(!quorum(&rule, &[], &Presence::default()).reached);
        assert!(quorum(&rule, &[entry(1, 1, 1)], &Presence::default()).reached);
    }

    proptest! {
        /// An arrival never loses a quorum.
        #[test]
        fn arrivals_only_help(weights in prop::collection::vec(1_u64..50, 1..40), arrived in prop::collection::btree_set(1_u128..40, 0..40), newcomer in 1_u128..40) {
            let roll: Vec<_> = (1_u128..).zip(&weights).map(|(number, weight)| entry(number, number % 3, *weight)).collect();
            let rule = QuorumRule { counting: Counting::Present, total: Some(half(Unit::Weight)), each_college: Some(half(Unit::Heads)) };
            let before = quorum(&rule, &roll, &present(arrived.iter().copied()));
            let after = quorum(&rule, &roll, &present(arrived.iter().copied().chain([newcomer])));
            prop_assert!(!before.reached || after.reached);
        }
    }
}
