//! A motion put to the vote: who may cast what, and what the votes decide.

use serde::{Deserialize, Serialize};

use crate::{
    colleges::RollEntry,
    fraction::{Comparison, Fraction},
    ids::{OrganizationId, PersonId},
    proxies::{Presence, Representation},
    quorum::{Quorum, Unit},
};

text_enum! {
    /// What an organization says to a motion.
    pub enum Choice {
        /// For.
        For = "for",
        /// Against.
        Against = "against",
        /// Neither; said aloud, unlike an absence.
        Abstain = "abstain",
    }
}

text_enum! {
    /// Where a poll stands. There is no way back from closed.
    pub enum PollState {
        /// Votes are taken and may be changed.
        Open = "open",
        /// Counted; the result does not change any more.
        Closed = "closed",
    }
}

text_enum! {
    /// Of what a majority is a share.
    pub enum Base {
        /// For and against: "suffrages exprimés", without abstentions.
        Expressed = "expressed",
        /// For, against and abstentions.
        Cast = "cast",
        /// All who are present or represented when the poll closes, whether they vote or not.
        Present = "present",
        /// The whole roll.
        Entitled = "entitled",
    }
}

/// What a motion needs to be adopted, in one unit throughout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MajorityRule {
    /// Of what.
    pub base: Base,
    /// How large a share.
    pub threshold: Fraction,
    /// At least, or more than.
    pub comparison: Comparison,
    /// Heads or voices.
    pub unit: Unit,
}

impl MajorityRule {
    /// More than half of the voices expressed: what applies where the statutes say nothing.
    pub const SIMPLE: Self =
        Self { base: Base::Expressed, threshold: Fraction::HALF, comparison: Comparison::MoreThan, unit: Unit::Weight };
    /// Two thirds at least of the voices expressed.
    pub const TWO_THIRDS: Self = Self {
        base: Base::Expressed,
        threshold: Fraction::TWO_THIRDS,
        comparison: Comparison::AtLeast,
        unit: Unit::Weight,
    };
}

/// A number of organizations and the voices that they have together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Organizations.
    pub heads: u64,
    /// Voices.
    pub weight: u64,
}

impl Count {
    /// The count in one unit.
    #[must_use]
    pub const fn in_unit(self, unit: Unit) -> u64 {
        match unit {
            Unit::Heads => self.heads,
            Unit::Weight => self.weight,
        }
    }

    const fn add(&mut self, weight: u64) {
        self.heads += 1;
        self.weight += weight;
    }
}

/// What was cast, and by how many could have been.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// For.
    pub in_favour: Count,
    /// Against.
    pub against: Count,
    /// Abstentions.
    pub abstained: Count,
    /// Present or represented at the close.
    pub present: Count,
    /// On the roll.
    pub entitled: Count,
}

/// Why a motion was adopted or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The majority was reached.
    Adopted,
    /// It was not.
    Rejected,
    /// As many for as against, under a rule that asks for more than half of those expressed.
    Tied,
    /// The majority does not matter: the quorum was lost before the close.
    NoQuorum,
    /// Nobody voted for or against.
    NothingExpressed,
}

/// A result with both sides of the inequality that decided it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// What it needed.
    pub rule: MajorityRule,
    /// What was cast.
    pub tally: Tally,
    /// In favour, in the unit of the rule.
    pub have: u64,
    /// The base, in the unit of the rule.
    pub base: u64,
    /// The smallest number that would have been enough.
    pub needed: u64,
    /// The quorum when the poll closed.
    pub quorum: Quorum,
    /// What follows.
    pub verdict: Verdict,
}

impl Outcome {
    /// Whether the motion is adopted.
    #[must_use]
    pub const fn adopted(&self) -> bool {
        matches!(self.verdict, Verdict::Adopted)
    }
}

/// Counts a poll at its close.
///
/// `votes` holds at most one choice for each organization; those of organizations that are not on
/// the roll do not count.
#[must_use]
pub fn count(
    rule: MajorityRule,
    roll: &[RollEntry],
    presence: &Presence,
    votes: &[(OrganizationId, Choice)],
    quorum: Quorum,
) -> Outcome {
    let mut tally = Tally::default();
    for entry in roll {
        tally.entitled.add(entry.weight);
        let choice =
            votes.iter().find(|(organization, _)| *organization == entry.organization).map(|(_, choice)| *choice);
        // Who voted and then left was present for this poll.
        if choice.is_some() || presence.of(entry.organization) != Representation::Absent {
            tally.present.add(entry.weight);
        }
        match choice {
            Some(Choice::For) => tally.in_favour.add(entry.weight),
            Some(Choice::Against) => tally.against.add(entry.weight),
            Some(Choice::Abstain) => tally.abstained.add(entry.weight),
            None => {}
        }
    }
    let amount = |count: Count| count.in_unit(rule.unit);
    let (have, against) = (amount(tally.in_favour), amount(tally.against));
    let base = match rule.base {
        Base::Expressed => have + against,
        Base::Cast => have + against + amount(tally.abstained),
        Base::Present => amount(tally.present),
        Base::Entitled => amount(tally.entitled),
    };
    let verdict = if !quorum.reached {
        Verdict::NoQuorum
    } else if have + against == 0 {
        Verdict::NothingExpressed
    } else if rule.threshold.met_by(have, base, rule.comparison) {
        Verdict::Adopted
    } else if have == against && rule.base == Base::Expressed && rule.threshold == Fraction::HALF {
        Verdict::Tied
    } else {
        Verdict::Rejected
    };
    Outcome { rule, tally, have, base, needed: rule.threshold.needed_of(base, rule.comparison), quorum, verdict }
}

/// Someone who wants to vote for an organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voter<'a> {
    /// Who.
    pub person: PersonId,
    /// The organizations that this person represents by a mandate valid today.
    pub represents: &'a std::collections::BTreeSet<OrganizationId>,
}

/// In which right a vote is cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "as", rename_all = "snake_case")]
pub enum CastAs {
    /// For the own organization.
    Own,
    /// For another, by its proxy.
    Proxy {
        /// The organization that holds the proxy.
        holder: OrganizationId,
    },
}

/// Why a vote is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum CastRefused {
    /// The poll is closed.
    #[error("the poll is closed")]
    Closed,
    /// The organization has no vote in this assembly.
    #[error("the organization is not on the roll")]
    NotOnRoll,
    /// The person represents neither the organization nor the holder of its proxy.
    #[error("this is not for you to cast")]
    NotYours,
    /// The organization gave its proxy away and its own representative has not arrived.
    #[error("the organization gave its proxy to another")]
    GivenAway,
    /// The person has not arrived.
    #[error("you have not arrived")]
    NotHere,
}

/// Decides whether a person may now vote for an organization, and in which right.
///
/// # Errors
/// [`CastRefused`] with the first reason against it.
pub fn may_cast(
    state: PollState,
    roll: &[RollEntry],
    presence: &Presence,
    voter: Voter<'_>,
    organization: OrganizationId,
) -> Result<CastAs, CastRefused> {
    if state == PollState::Closed {
        return Err(CastRefused::Closed);
    }
    if !roll.iter().any(|entry| entry.organization == organization) {
        return Err(CastRefused::NotOnRoll);
    }
    let proxy = presence.given_by(organization);
    if voter.represents.contains(&organization) {
        return match (proxy, presence.is_here(organization, voter.person)) {
            (Some(_), _) => Err(CastRefused::GivenAway),
            (None, true) => Ok(CastAs::Own),
            (None, false) => Err(CastRefused::NotHere),
        };
    }
    match proxy {
        Some(holder) if voter.represents.contains(&holder) => {
            if presence.is_here(holder, voter.person) {
                Ok(CastAs::Proxy { holder })
            } else {
                Err(CastRefused::NotHere)
            }
        }
        _ => Err(CastRefused::NotYours),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::{colleges::WeightReason, ids::CollegeId, quorum::Counting};

    fn organization(number: u128) -> OrganizationId {
        OrganizationId(Uuid::from_u128(number))
    }

    fn roll(weights: &[u64]) -> Vec<RollEntry> {
        (1_u128..)
            .zip(weights)
            .map(|(number, weight)| RollEntry {
                organization: organization(number),
                name: format!("Association {number}"),
                college: CollegeId(Uuid::nil()),
                college_name: "Membres".into(),
                weight: *weight,
                reason: WeightReason::Fixed,
            })
            .collect()
    }

    fn quorum(reached: bool) -> Quorum {
        Quorum { counting: Counting::Present, reached, parts: vec![] }
    }

    fn decide(rule: MajorityRule, weights: &[u64], choices: &[Choice]) -> Outcome {
        let votes: Vec<_> = (1_u128..).zip(choices).map(|(number, choice)| (organization(number), *choice)).collect();
        count(rule, &roll(weights), &Presence::default(), &votes, quorum(true))
    }

    use Choice::{Abstain, Against, For};

    #[test]
    fn twenty_eight_voices_for_twenty_seven_needed() {
        let rule = MajorityRule { base: Base::Cast, ..MajorityRule::TWO_THIRDS };
        let outcome = decide(rule, &[28, 10, 2], &[For, Against, Abstain]);
        assert_eq!((outcome.have, outcome.needed, outcome.base), (28, 27, 40));
        assert!(outcome.adopted());
    }

    #[test]
    fn bases_differ_by_the_abstentions_and_the_silent() {
        let weights = [1; 10];
        let choices = [For, For, For, Against, Abstain, Abstain];
        let base = |base| decide(MajorityRule { base, ..MajorityRule::SIMPLE }, &weights, &choices).base;
        assert_eq!([base(Base::Expressed), base(Base::Cast), base(Base::Present), base(Base::Entitled)], [4, 6, 6, 10]);
    }

    #[test]
    fn a_tie_is_named_and_not_adopted() {
        assert_eq!(decide(MajorityRule::SIMPLE, &[2, 1, 1], &[For, Against, Against]).verdict, Verdict::Tied);
        let heads = MajorityRule { unit: Unit::Heads, ..MajorityRule::SIMPLE };
        assert_eq!(decide(heads, &[2, 1, 1], &[For, Against, Against]).verdict, Verdict::Rejected);
    }

    #[test]
    fn silence_and_a_lost_quorum_adopt_nothing() {
        let at_least_nothing =
            MajorityRule { threshold: Fraction::ZERO, comparison: Comparison::AtLeast, ..MajorityRule::SIMPLE };
        assert_eq!(decide(at_least_nothing, &[1, 1], &[Abstain]).verdict, Verdict::NothingExpressed);
        let votes = [(organization(1), For)];
        let outcome = count(MajorityRule::SIMPLE, &roll(&[1]), &Presence::default(), &votes, quorum(false));
        assert_eq!(outcome.verdict, Verdict::NoQuorum);
    }

    #[test]
    fn who_may_cast_for_whom() {
        let person = PersonId(Uuid::from_u128(100));
        let mine = BTreeSet::from([organization(1)]);
        let voter = Voter { person, represents: &mine };
        let roll = roll(&[1, 1, 1, 1]);
        let mut presence = Presence::default();
        let may = |presence: &Presence, number| may_cast(PollState::Open, &roll, presence, voter, organization(number));
        assert_eq!(may(&presence, 1), Err(CastRefused::NotHere));
        presence.arrive(organization(1), person);
        presence.give(organization(2), organization(1));
        presence.give(organization(3), organization(4));
        assert_eq!(may(&presence, 1), Ok(CastAs::Own));
        assert_eq!(may(&presence, 2), Ok(CastAs::Proxy { holder: organization(1) }));
        assert_eq!(may(&presence, 3), Err(CastRefused::NotYours));
        assert_eq!(may(&presence, 9), Err(CastRefused::NotOnRoll));
        assert_eq!(may_cast(PollState::Closed, &roll, &presence, voter, organization(1)), Err(CastRefused::Closed));
        presence.leave(organization(1), person);
        assert_eq!(may(&presence, 2), Err(CastRefused::NotHere));
        let mut given = Presence::default();
        given.give(organization(1), organization(2));
        assert_eq!(may(&given, 1), Err(CastRefused::GivenAway));
    }

    fn choices() -> impl Strategy<Value = Vec<(u64, Choice)>> {
        prop::collection::vec((1_u64..100, prop::sample::select(Choice::ALL)), 1..40)
    }

    proptest! {
        /// The order in which ballots arrive changes nothing.
        #[test]
        fn order_does_not_matter(cast in choices(), seed: u64) {
            let roll = roll(&cast.iter().map(|(weight, _)| *weight).collect::<Vec<_>>());
            let mut votes: Vec<_> = (1_u128..).zip(&cast).map(|(number, (_, choice))| (organization(number), *choice)).collect();
            let before = count(MajorityRule::SIMPLE, &roll, &Presence::default(), &votes, quorum(true));
            let turn = usize::try_from(seed % votes.len() as u64).expect("small");
            votes.rotate_left(turn);
            prop_assert_eq!(before, count(MajorityRule::SIMPLE, &roll, &Presence::default(), &votes, quorum(true)));
        }

        /// Turning a vote against into one for never rejects what was adopted.
        #[test]
        fn support_never_harms(cast in choices(), two_thirds: bool, index in any::<prop::sample::Index>()) {
            let rule = if two_thirds { MajorityRule::TWO_THIRDS } else { MajorityRule::SIMPLE };
            let weights: Vec<_> = cast.iter().map(|(weight, _)| *weight).collect();
            let mut choices: Vec<_> = cast.iter().map(|(_, choice)| *choice).collect();
            let before = decide(rule, &weights, &choices);
            let changed = index.index(choices.len());
            choices[changed] = For;
            prop_assert!(!before.adopted() || decide(rule, &weights, &choices).adopted());
        }

        /// Weights of one decide as heads do, and a common factor changes no verdict.
        #[test]
        fn weights_of_one_are_heads(cast in choices(), factor in 1_u64..1_000_000_000_000) {
            let choices: Vec<_> = cast.iter().map(|(_, choice)| *choice).collect();
            let heads = MajorityRule { unit: Unit::Heads, ..MajorityRule::TWO_THIRDS };
            let ones = vec![1; choices.len()];
            prop_assert_eq!(decide(heads, &ones, &choices).verdict, decide(MajorityRule::TWO_THIRDS, &ones, &choices).verdict);
            let weights: Vec<_> = cast.iter().map(|(weight, _)| *weight).collect();
            let scaled: Vec<_> = weights.iter().map(|weight| weight * factor).collect();
            prop_assert_eq!(
                decide(MajorityRule::TWO_THIRDS, &weights, &choices).verdict,
                decide(MajorityRule::TWO_THIRDS, &scaled, &choices).verdict
            );
        }

        /// What is announced as needed is the edge.
        #[test]
        fn needed_is_the_edge(cast in choices()) {
            let weights: Vec<_> = cast.iter().map(|(weight, _)| *weight).collect();
            let choices: Vec<_> = cast.iter().map(|(_, choice)| *choice).collect();
            let outcome = decide(MajorityRule::TWO_THIRDS, &weights, &choices);
            if outcome.verdict != Verdict::NothingExpressed {
                prop_assert_eq!(outcome.adopted(), outcome.have >= outcome.needed);
            }
        }
    }
}
