//! The schema of the rules. What older assemblies froze is read too: whatever came later has a
//! default that means what its absence meant.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    assemblies::Kind,
    fraction::{Comparison, Fraction},
    majorities::{Majority, MajorityRule},
    proxies::ProxyRule,
    quorum::{Condition, Counting, QuorumRule, Unit},
};

text_enum! {
    /// What is decided: the statutes ask more of some decisions than of others.
    pub enum Decision {
        /// Whatever the statutes name nothing else for.
        Ordinary = "ordinary",
        /// The accounts and the budget.
        Budget = "budget",
        /// Who holds an office.
        Persons = "persons",
        /// The by-laws.
        ByLaws = "by_laws",
        /// A change of the statutes.
        Statutes = "statutes",
        /// A change of the purpose.
        Purpose = "purpose",
        /// The exclusion of a member.
        Exclusion = "exclusion",
        /// The end of the network.
        Dissolution = "dissolution",
    }
}

text_enum! {
    /// Who may call an assembly.
    pub enum Convener {
        /// The board.
        Board = "board",
        /// Whoever presides.
        Chair = "chair",
        /// The auditor.
        Auditor = "auditor",
    }
}

text_enum! {
    /// Who may be in the room beside those who vote.
    pub enum Audience {
        /// Members whose vote is suspended, or who have none.
        MembersWithoutVote = "members_without_vote",
        /// People who are accompanied by a member.
        PersonsConcerned = "persons_concerned",
        /// Employees of the network and of its members.
        Staff = "staff",
        /// Partners of the network.
        Partners = "partners",
        /// Observers whom the board invites.
        Observers = "observers",
        /// Anyone.
        Public = "public",
    }
}

/// A network's rules for its assemblies, frozen into each assembly when it is convened.
///
/// Colleges and the weight that they give are kept beside, with the members
/// ([`crate::colleges::WeightRule`]): the roll refers to them on its reference date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssemblyRules {
    /// The electoral roll is frozen as of so many days before the assembly.
    pub reference_days: u32,
    /// Proxies.
    pub proxies: ProxyRule,
    /// Secrecy of votes.
    #[serde(default, skip_serializing_if = "SecrecyRule::is_silent")]
    pub secrecy: SecrecyRule,
    /// Who may be there without a vote.
    #[serde(default, skip_serializing_if = "Participation::is_silent")]
    pub participation: Participation,
    /// By kind of assembly.
    pub kinds: BTreeMap<Kind, KindRules>,
    /// What decisions need that need something else than the kind of assembly asks.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub decisions: BTreeMap<Decision, DecisionRule>,
}

/// The rules of a kind of assembly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindRules {
    /// Whole days between the sending of the convocation and the day of the assembly.
    pub notice_days: u32,
    /// Who calls it.
    #[serde(default, skip_serializing_if = "Convening::is_silent")]
    pub convening: Convening,
    /// The quorum.
    pub quorum: QuorumRule,
    /// What a motion needs, where nothing else is said for its kind of decision.
    pub majority: Majority,
    /// A second assembly where the first had no quorum; `None` where the statutes know none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<SecondConvocation>,
}

/// Who calls an assembly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Convening {
    /// By right.
    #[serde(default)]
    pub by: BTreeSet<Convener>,
    /// The share of the members whose request obliges the board.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_request_of: Option<Fraction>,
}

/// A second assembly with the same agenda, where the first had no quorum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecondConvocation {
    /// Whole days from the day of the first assembly, at least.
    pub after_days: u32,
    /// Its own quorum, for every decision.
    pub quorum: QuorumRule,
}

/// What a kind of decision needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionRule {
    /// The majority.
    pub majority: Majority,
    /// A quorum of its own; that of the assembly where `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<QuorumRule>,
    /// Whether the vote is always secret.
    #[serde(default, skip_serializing_if = "is_false")]
    pub secret: bool,
}

/// When a vote is secret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecrecyRule {
    /// Always, when it is about persons.
    #[serde(default)]
    pub persons: bool,
    /// Whenever this share of those present or represented asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_request_of: Option<Fraction>,
}

/// Who may be there without a vote. Those on the roll may be present, speak and vote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participation {
    /// May be present.
    #[serde(default)]
    pub present: BTreeSet<Audience>,
    /// May also speak.
    #[serde(default)]
    pub speak: BTreeSet<Audience>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_false(value: &bool) -> bool {
    !*value
}

impl SecrecyRule {
    fn is_silent(&self) -> bool {
        *self == Self::default()
    }
}

impl Participation {
    fn is_silent(&self) -> bool {
        *self == Self::default()
    }
}

impl Convening {
    fn is_silent(&self) -> bool {
        *self == Self::default()
    }
}

impl AssemblyRules {
    /// Usual clauses of a French association: fifteen days of notice, no quorum but what the
    /// statutes ask, two thirds in extraordinary assembly. No legal advice.
    #[must_use]
    pub fn usual() -> Self {
        let kind = |threshold, majority: MajorityRule| KindRules {
            notice_days: 15,
            convening: Convening::default(),
            quorum: QuorumRule {
                counting: Counting::PresentAndRepresented,
                total: Some(Condition { threshold, comparison: Comparison::AtLeast, unit: Unit::Heads }),
                each_college: None,
            },
            majority: majority.into(),
            second: None,
        };
        Self {
            reference_days: 30,
            proxies: ProxyRule::new(Some(2), false),
            secrecy: SecrecyRule::default(),
            participation: Participation::default(),
            kinds: BTreeMap::from([
                (Kind::Ordinary, kind(Fraction::HALF, MajorityRule::SIMPLE)),
                (Kind::Extraordinary, kind(Fraction::TWO_THIRDS, MajorityRule::TWO_THIRDS)),
            ]),
            decisions: BTreeMap::new(),
        }
    }

    /// The rules of a kind; those of the ordinary assembly where the statutes name no others, and
    /// the usual ones where they name none.
    #[must_use]
    pub fn of(&self, kind: Kind) -> KindRules {
        self.kinds
            .get(&kind)
            .or_else(|| self.kinds.get(&Kind::Ordinary))
            .cloned()
            .unwrap_or_else(|| Self::usual().kinds[&kind].clone())
    }

    /// What a decision needs in an assembly of this kind.
    #[must_use]
    pub fn majority(&self, kind: Kind, decision: Decision) -> Majority {
        match self.decisions.get(&decision) {
            Some(rule) => rule.majority.clone(),
            None => self.of(kind).majority,
        }
    }

    /// The quorum of a decision in an assembly of this kind. A second assembly has its own for all.
    #[must_use]
    pub fn quorum(&self, kind: Kind, decision: Decision, second: bool) -> QuorumRule {
        let rules = self.of(kind);
        match rules.second {
            Some(again) if second => again.quorum,
            _ => self.decisions.get(&decision).and_then(|rule| rule.quorum).unwrap_or(rules.quorum),
        }
    }

    /// Whether the vote on a decision is secret by right, without anyone asking.
    #[must_use]
    pub fn secret(&self, decision: Decision) -> bool {
        (decision == Decision::Persons && self.secrecy.persons)
            || self.decisions.get(&decision).is_some_and(|rule| rule.secret)
    }
}
