//! Rules to begin with. They are usual clauses and what the law asks at least, and no legal advice:
//! a network's own statutes come first.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    AssemblyRules, Audience, Convener, Convening, Decision, DecisionRule, KindRules, Participation, SecondConvocation,
    SecrecyRule,
};
use crate::{
    assemblies::Kind,
    fraction::{Comparison, Fraction},
    majorities::{Base, Majority, MajorityRule, MajorityScope, Tie},
    proxies::ProxyRule,
    quorum::{Condition, Counting, QuorumRule, Unit},
};

text_enum! {
    /// A set of rules to begin with.
    pub enum Preset {
        /// An association of the French law of 1 July 1901. The law leaves these matters to the
        /// statutes; these are clauses that many have.
        FrenchAssociation = "french_association",
        /// A Belgian ASBL or VZW under the Code des sociétés et des associations / Wetboek van
        /// vennootschappen en verenigingen: articles 9:13 and 9:14 (convocation), 9:21 (statutes
        /// and purpose), 9:23 (exclusion) and 2:110 (dissolution).
        BelgianAssociation = "belgian_association",
        /// Every member counts one, in every matter.
        OneMemberOneVoice = "one_member_one_voice",
        /// Colleges that weigh by their own rules, none of which can be outvoted.
        CollegesWithBlocks = "colleges_with_blocks",
    }
}

const FOUR_FIFTHS: MajorityRule = MajorityRule {
    threshold: match Fraction::new(4, 5) {
        Ok(four_fifths) => four_fifths,
        Err(_) => Fraction::TWO_THIRDS,
    },
    ..MajorityRule::TWO_THIRDS
};

fn quorum(threshold: Fraction) -> QuorumRule {
    let condition = Condition { threshold, comparison: Comparison::AtLeast, unit: Unit::Heads };
    QuorumRule { total: Some(condition), ..QuorumRule::NONE }
}

fn share(numerator: u64, denominator: u64) -> Option<Fraction> {
    Fraction::new(numerator, denominator).ok()
}

/// A second assembly, fifteen days later at the earliest, which decides whatever the number.
const ANY_NUMBER: SecondConvocation = SecondConvocation { after_days: 15, quorum: QuorumRule::NONE };

impl Preset {
    /// The rules.
    #[must_use]
    pub fn rules(self) -> AssemblyRules {
        match self {
            Self::FrenchAssociation => french(),
            Self::BelgianAssociation => belgian(),
            Self::OneMemberOneVoice => one_voice(),
            Self::CollegesWithBlocks => colleges(),
        }
    }
}

fn french() -> AssemblyRules {
    let mut rules = AssemblyRules::usual();
    for kind in rules.kinds.values_mut() {
        kind.convening =
            Convening { by: BTreeSet::from([Convener::Board, Convener::Chair]), on_request_of: share(1, 4) };
        kind.majority.tie = Tie::CastingVote;
        kind.second = Some(ANY_NUMBER);
    }
    rules.secrecy = SecrecyRule { persons: true, on_request_of: share(1, 4) };
    rules.participation = Participation {
        present: BTreeSet::from([
            Audience::MembersWithoutVote,
            Audience::PersonsConcerned,
            Audience::Staff,
            Audience::Partners,
        ]),
        speak: BTreeSet::from([Audience::MembersWithoutVote, Audience::PersonsConcerned, Audience::Staff]),
    };
    let important = |quorum| DecisionRule { majority: MajorityRule::TWO_THIRDS.into(), quorum, secret: false };
    rules.decisions = BTreeMap::from([
        (Decision::Statutes, important(Some(quorum(Fraction::HALF)))),
        (Decision::Purpose, important(Some(quorum(Fraction::TWO_THIRDS)))),
        (Decision::Exclusion, DecisionRule { secret: true, ..important(None) }),
        (Decision::Dissolution, important(Some(quorum(Fraction::TWO_THIRDS)))),
    ]);
    rules
}

/// Article 9:21 leaves abstentions out of the numerator and of the denominator: the base is what is
/// expressed. Two thirds of the members must be present or represented; where they are not, a second
/// meeting, fifteen days later at the earliest, decides whatever the number.
fn belgian() -> AssemblyRules {
    let by_statutes = |majority: MajorityRule| DecisionRule {
        majority: majority.into(),
        quorum: Some(quorum(Fraction::TWO_THIRDS)),
        secret: false,
    };
    let kind = KindRules {
        notice_days: 15,
        convening: Convening { by: BTreeSet::from([Convener::Board, Convener::Auditor]), on_request_of: share(1, 5) },
        quorum: QuorumRule::NONE,
        majority: MajorityRule::SIMPLE.into(),
        second: Some(ANY_NUMBER),
    };
    AssemblyRules {
        reference_days: 15,
        proxies: ProxyRule::new(Some(1), false),
        secrecy: SecrecyRule { persons: true, on_request_of: None },
        participation: Participation::default(),
        kinds: BTreeMap::from([(Kind::Ordinary, kind.clone()), (Kind::Extraordinary, kind)]),
        decisions: BTreeMap::from([
            (Decision::Statutes, by_statutes(MajorityRule::TWO_THIRDS)),
            (Decision::Purpose, by_statutes(FOUR_FIFTHS)),
            (Decision::Exclusion, DecisionRule { secret: true, ..by_statutes(MajorityRule::TWO_THIRDS) }),
            (Decision::Dissolution, by_statutes(FOUR_FIFTHS)),
        ]),
    }
}

fn one_voice() -> AssemblyRules {
    let heads = |rule: MajorityRule| -> Majority { MajorityRule { unit: Unit::Heads, ..rule }.into() };
    let mut rules = AssemblyRules::usual();
    rules.proxies = ProxyRule::new(Some(1), false);
    rules.secrecy = SecrecyRule { persons: true, on_request_of: None };
    for (kind, rule) in &mut rules.kinds {
        rule.convening.by = BTreeSet::from([Convener::Board]);
        rule.majority = heads(if *kind == Kind::Ordinary { MajorityRule::SIMPLE } else { MajorityRule::TWO_THIRDS });
        rule.second = Some(ANY_NUMBER);
    }
    let two_thirds = DecisionRule { majority: heads(MajorityRule::TWO_THIRDS), quorum: None, secret: false };
    rules.decisions = [Decision::Statutes, Decision::Purpose, Decision::Exclusion, Decision::Dissolution]
        .map(|decision| (decision, two_thirds.clone()))
        .into();
    rules
}

/// Voices decide, as the colleges give them; and a college of which more than half is against stops
/// a change of what binds everybody.
fn colleges() -> AssemblyRules {
    let present = |threshold| Condition { threshold, comparison: Comparison::AtLeast, unit: Unit::Heads };
    let mut rules = AssemblyRules::usual();
    rules.proxies = ProxyRule::new(Some(2), true);
    rules.secrecy = SecrecyRule { persons: true, on_request_of: None };
    for rule in rules.kinds.values_mut() {
        rule.convening.by = BTreeSet::from([Convener::Board]);
        rule.quorum = QuorumRule {
            counting: Counting::PresentAndRepresented,
            total: Some(Condition { unit: Unit::Weight, ..present(Fraction::HALF) }),
            each_college: share(1, 3).map(present),
        };
        rule.second = Some(ANY_NUMBER);
    }
    let nobody_against = MajorityRule {
        base: Base::Expressed,
        scope: MajorityScope::NoCollegeAgainst,
        unit: Unit::Heads,
        ..MajorityRule::SIMPLE
    };
    let binding = DecisionRule {
        majority: Majority::double(MajorityRule::TWO_THIRDS).and(nobody_against),
        quorum: None,
        secret: false,
    };
    rules.decisions = [Decision::Statutes, Decision::Purpose, Decision::Dissolution]
        .map(|decision| (decision, binding.clone()))
        .into();
    rules
}
