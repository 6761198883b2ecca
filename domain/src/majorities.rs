//! What a motion needs, and why a vote came out as it did.
//!
//! A majority is a list of conditions that must all hold. Four things are kept apart: an abstention
//! (said aloud), a blank ballot (handed in, with no answer), a null ballot (handed in on paper, and
//! unreadable or against the rules) and an absence. Only for and against are expressed.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    ballots::{Carries, Said, SecretBallot},
    colleges::RollEntry,
    fraction::{Comparison, Fraction},
    ids::{CollegeId, OrganizationId},
    polls::Choice,
    proxies::{Presence, Representation},
    quorum::{Quorum, Unit},
};

mod written;

use written::{WrittenMajority, WrittenOutcome};

text_enum! {
    /// Of what a majority is a share.
    pub enum Base {
        /// For and against: "suffrages exprimés", without abstentions, blank and null ballots.
        Expressed = "expressed",
        /// For, against, abstentions, blank and null ballots: whatever was handed in.
        Cast = "cast",
        /// All who are present or represented when the poll closes, whether they vote or not.
        Present = "present",
        /// The whole roll.
        Entitled = "entitled",
    }
}

text_enum! {
    /// Where a condition must hold.
    pub enum MajorityScope {
        /// Over the whole roll.
        Whole = "whole",
        /// In each college by itself.
        EachCollege = "each_college",
        /// The share counts the votes against: no college may reach it.
        NoCollegeAgainst = "no_college_against",
    }
}

text_enum! {
    /// What happens when as many are for as against.
    pub enum Tie {
        /// The motion is rejected.
        Rejected = "rejected",
        /// Whoever chairs decides.
        CastingVote = "casting_vote",
    }
}

impl MajorityScope {
    fn is_whole(&self) -> bool {
        *self == Self::Whole
    }
}

fn whole() -> MajorityScope {
    MajorityScope::Whole
}

/// One condition of a majority, in one unit throughout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MajorityRule {
    /// Of what.
    pub base: Base,
    /// How large a share.
    pub threshold: Fraction,
    /// At least, or more than.
    pub comparison: Comparison,
    /// Heads or voices.
    pub unit: Unit,
    /// Where it must hold.
    #[serde(default = "whole", skip_serializing_if = "MajorityScope::is_whole")]
    pub scope: MajorityScope,
}

impl MajorityRule {
    /// More than half of the voices expressed: what applies where the statutes say nothing.
    pub const SIMPLE: Self = Self {
        base: Base::Expressed,
        threshold: Fraction::HALF,
        comparison: Comparison::MoreThan,
        unit: Unit::Weight,
        scope: MajorityScope::Whole,
    };
    /// Two thirds at least of the voices expressed.
    pub const TWO_THIRDS: Self =
        Self { threshold: Fraction::TWO_THIRDS, comparison: Comparison::AtLeast, ..Self::SIMPLE };
}

/// What a motion needs to be adopted: every condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WrittenMajority", into = "WrittenMajority")]
pub struct Majority {
    /// At least one; all must hold.
    pub conditions: Vec<MajorityRule>,
    /// What a tie does.
    pub tie: Tie,
}

impl Majority {
    /// Both in heads and in voices: the double majority of federations.
    #[must_use]
    pub fn double(rule: MajorityRule) -> Self {
        let conditions = [Unit::Heads, Unit::Weight].map(|unit| MajorityRule { unit, ..rule });
        Self { conditions: conditions.to_vec(), tie: Tie::Rejected }
    }

    /// This and one more condition.
    #[must_use]
    pub fn and(mut self, rule: MajorityRule) -> Self {
        self.conditions.push(rule);
        self
    }
}

impl From<MajorityRule> for Majority {
    fn from(rule: MajorityRule) -> Self {
        Self { conditions: vec![rule], tie: Tie::Rejected }
    }
}

impl From<&Majority> for Majority {
    fn from(majority: &Majority) -> Self {
        majority.clone()
    }
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
    /// Ballots without an answer.
    #[serde(default)]
    pub blank: Count,
    /// Ballots on paper that say nothing that counts. Nobody casts one on a screen.
    #[serde(default)]
    pub null: Count,
    /// Present or represented at the close.
    pub present: Count,
    /// On the roll.
    pub entitled: Count,
}

impl Tally {
    const fn enter(&mut self, weight: u64, present: bool) {
        self.entitled.add(weight);
        if present {
            self.present.add(weight);
        }
    }

    const fn of(&mut self, choice: Choice) -> &mut Count {
        match choice {
            Choice::For => &mut self.in_favour,
            Choice::Against => &mut self.against,
            Choice::Abstain => &mut self.abstained,
            Choice::Blank => &mut self.blank,
            Choice::Null => &mut self.null,
        }
    }

    /// Voices count where each was put, the organization where most of them are.
    fn take(&mut self, weight: u64, said: Said) {
        self.of(said.head()).heads += 1;
        match said {
            Said::Whole(choice) => self.of(choice).weight += weight,
            Said::Divided(division) => {
                for choice in Choice::ON_SCREEN {
                    self.of(*choice).weight += division.of(*choice);
                }
            }
        }
    }

    /// The base of a majority, in one unit.
    #[must_use]
    pub const fn base(&self, base: Base, unit: Unit) -> u64 {
        let expressed = self.in_favour.in_unit(unit) + self.against.in_unit(unit);
        match base {
            Base::Expressed => expressed,
            Base::Cast => expressed + self.abstained.in_unit(unit) + self.blank.in_unit(unit) + self.null.in_unit(unit),
            Base::Present => self.present.in_unit(unit),
            Base::Entitled => self.entitled.in_unit(unit),
        }
    }
}

/// A condition with both of its sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inequality {
    /// The condition.
    pub rule: MajorityRule,
    /// The college in which it was held, or the whole roll.
    pub college: Option<String>,
    /// In favour, in the unit of the rule; against, where the rule asks that no college be.
    pub have: u64,
    /// The base, in the unit of the rule.
    pub base: u64,
    /// The smallest number that is enough; for a rule on votes against, enough to stop the motion.
    pub needed: u64,
    /// Whether the condition holds.
    pub met: bool,
}

impl Inequality {
    fn hold(rule: MajorityRule, tally: &Tally, college: Option<&str>) -> Self {
        let base = tally.base(rule.base, rule.unit);
        let side = if rule.scope == MajorityScope::NoCollegeAgainst { tally.against } else { tally.in_favour };
        let have = side.in_unit(rule.unit);
        let mut needed = rule.threshold.needed_of(base, rule.comparison);
        if college.is_some() {
            // A share of nothing is no support, and no opposition either.
            needed = needed.max(1);
        }
        let reached = have >= needed;
        let met = if rule.scope == MajorityScope::NoCollegeAgainst { !reached } else { reached };
        Self { rule, college: college.map(str::to_owned), have, base, needed, met }
    }

    /// As many for as against, under a condition that asks for more than half of those expressed.
    fn tied(&self) -> bool {
        let MajorityRule { base, threshold, scope, .. } = self.rule;
        scope == MajorityScope::Whole
            && base == Base::Expressed
            && threshold == Fraction::HALF
            && self.base.is_multiple_of(2)
            && self.have == self.base / 2
    }
}

/// Why a motion was adopted or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every condition holds.
    Adopted,
    /// One does not.
    Rejected,
    /// As many for as against, under a rule that asks for more than half of those expressed, and
    /// nothing else stands against it.
    Tied,
    /// The majority does not matter: the quorum was lost before the close.
    NoQuorum,
    /// Nobody voted for or against.
    NothingExpressed,
}

/// A result with both sides of every inequality that decided it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "WrittenOutcome")]
pub struct Outcome {
    /// What it needed.
    pub rule: Majority,
    /// What was cast.
    pub tally: Tally,
    /// Every condition, where it applies to colleges once for each.
    pub conditions: Vec<Inequality>,
    /// What whoever chairs said to a tie, where the rule gives them that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub casting: Option<Choice>,
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

    /// The condition that decided: the first that does not hold, or the first of all.
    #[must_use]
    pub fn deciding(&self) -> Option<&Inequality> {
        self.conditions.iter().find(|held| !held.met).or_else(|| self.conditions.first())
    }

    /// Whether the result waits for whoever chairs.
    #[must_use]
    pub fn awaits_casting_vote(&self) -> bool {
        self.verdict == Verdict::Tied && self.rule.tie == Tie::CastingVote && self.casting.is_none()
    }

    /// The result once whoever chairs has broken the tie; unchanged where there is none to break,
    /// or where the answer is neither for nor against.
    #[must_use]
    pub fn broken_by(mut self, choice: Choice) -> Self {
        let verdict = match choice {
            Choice::For => Verdict::Adopted,
            Choice::Against => Verdict::Rejected,
            Choice::Abstain | Choice::Blank | Choice::Null => return self,
        };
        if self.awaits_casting_vote() {
            self.casting = Some(choice);
            self.verdict = verdict;
        }
        self
    }
}

/// What was cast in a poll, by college too.
#[derive(Default)]
struct Counted<'r> {
    whole: Tally,
    colleges: BTreeMap<(&'r str, CollegeId), Tally>,
}

impl<'r> Counted<'r> {
    /// Who could vote. Who voted and then left was present for this poll.
    fn enter(&mut self, entry: &'r RollEntry, weight: u64, presence: &Presence, voted: bool) {
        let present = voted || presence.of(entry.organization) != Representation::Absent;
        self.whole.enter(weight, present);
        self.colleges.entry((&entry.college_name, entry.college)).or_default().enter(weight, present);
    }

    fn take(&mut self, college: Option<CollegeId>, weight: u64, said: Said) {
        self.whole.take(weight, said);
        let of_college = self.colleges.iter_mut().find(|((_, id), _)| Some(*id) == college);
        if let Some((_, tally)) = of_college {
            tally.take(weight, said);
        }
    }
}

/// Counts a poll at its close.
///
/// `votes` holds at most one vote for each organization; those of organizations that are not on
/// the roll do not count.
#[must_use]
pub fn count<S: Copy + Into<Said>>(
    rule: impl Into<Majority>,
    roll: &[RollEntry],
    presence: &Presence,
    votes: &[(OrganizationId, S)],
    quorum: Quorum,
) -> Outcome {
    let votes: BTreeMap<OrganizationId, Said> = votes.iter().map(|(voter, said)| (*voter, (*said).into())).collect();
    let mut counted = Counted::default();
    for entry in roll {
        let said = votes.get(&entry.organization).copied();
        counted.enter(entry, entry.weight, presence, said.is_some());
        if let Some(said) = said {
            counted.take(Some(entry.college), entry.weight, said);
        }
    }
    decide(rule.into(), &counted, quorum)
}

/// Counts a secret poll at its close: who has voted is known, and the ballots, but not which is whose. A ballot carries
/// what the majority needs and no more ([`Carries`]); where it counts heads alone, everybody's voices are one.
#[must_use]
pub fn count_ballots(
    rule: &Majority,
    roll: &[RollEntry],
    presence: &Presence,
    (voted, ballots): (&BTreeSet<OrganizationId>, &[SecretBallot]),
    quorum: Quorum,
) -> Outcome {
    let carries = Carries::of(rule);
    let mut counted = Counted::default();
    for entry in roll {
        counted.enter(entry, carries.stamp(entry).weight, presence, voted.contains(&entry.organization));
    }
    for ballot in ballots {
        counted.take(ballot.stamp.college, ballot.stamp.weight, ballot.choice.into());
    }
    decide(rule.clone(), &counted, quorum)
}

/// What follows from what was cast.
fn decide(rule: Majority, counted: &Counted<'_>, quorum: Quorum) -> Outcome {
    let Counted { whole: tally, colleges } = counted;
    let mut conditions = Vec::new();
    for condition in &rule.conditions {
        match condition.scope {
            MajorityScope::Whole => conditions.push(Inequality::hold(*condition, tally, None)),
            MajorityScope::EachCollege | MajorityScope::NoCollegeAgainst => conditions
                .extend(colleges.iter().map(|((name, _), tally)| Inequality::hold(*condition, tally, Some(name)))),
        }
    }
    let mut unmet = conditions.iter().filter(|held| !held.met).peekable();
    let verdict = if !quorum.reached {
        Verdict::NoQuorum
    } else if tally.in_favour.heads + tally.against.heads == 0 {
        Verdict::NothingExpressed
    } else if unmet.peek().is_none() {
        Verdict::Adopted
    } else if unmet.all(Inequality::tied) {
        Verdict::Tied
    } else {
        Verdict::Rejected
    };
    Outcome { rule, tally: *tally, conditions, casting: None, quorum, verdict }
}

#[cfg(test)]
mod tests;
