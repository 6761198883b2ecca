//! What is written is read again; what presets promise; what a vote of the past would have become.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    assemblies::Kind,
    colleges::{RollEntry, WeightReason},
    fraction::{Comparison, Fraction},
    ids::{CollegeId, OrganizationId, PersonId},
    majorities::{Base, Majority, MajorityRule, Tie, Verdict},
    polls::Choice,
    proxies::Presence,
    quorum::{Counting, QuorumRule, Unit},
};

/// What an assembly froze before there were decisions, second convocations and lists of conditions.
const OLD: &str = r#"{
    "kinds": {
        "ordinary": { "notice_days": 15, "majority": { "base": "expressed", "threshold": [1, 2], "comparison": "more_than", "unit": "weight" },
            "quorum": { "counting": "present_and_represented", "total": { "threshold": [1, 2], "comparison": "at_least", "unit": "heads" }, "each_college": null } },
        "extraordinary": { "notice_days": 15, "majority": { "base": "expressed", "threshold": [2, 3], "comparison": "at_least", "unit": "weight" },
            "quorum": { "counting": "present_and_represented", "total": { "threshold": [2, 3], "comparison": "at_least", "unit": "heads" }, "each_college": null } }
    },
    "proxies": { "per_holder": 2, "same_college": false },
    "reference_days": 30
}"#;

#[test]
fn rules_of_before_are_still_read_and_mean_the_same() {
    let rules: AssemblyRules = serde_json::from_str(OLD).expect("old rules");
    assert_eq!(rules, AssemblyRules::usual());
    for decision in Decision::ALL {
        assert_eq!(rules.majority(Kind::Ordinary, *decision), MajorityRule::SIMPLE.into());
        assert_eq!(rules.quorum(Kind::Ordinary, *decision, true), rules.of(Kind::Ordinary).quorum);
        assert!(!rules.secret(*decision));
    }
    let text = serde_json::to_value(&rules).expect("data");
    assert_eq!(text, serde_json::from_str::<serde_json::Value>(OLD).expect("JSON"), "an old server reads them too");
}

#[test]
fn presets_are_valid_and_survive_both_forms() {
    for preset in Preset::ALL {
        let rules = preset.rules();
        rules.validate().unwrap_or_else(|flaws| panic!("{preset}: {flaws:?}"));
        let toml = write_toml(&rules);
        assert_eq!(read_toml(&toml).unwrap_or_else(|wrong| panic!("{preset}: {wrong}\n{toml}")), rules);
        let json = serde_json::to_string(&rules).expect("data");
        assert_eq!(serde_json::from_str::<AssemblyRules>(&json).expect("and back"), rules);
    }
}

#[test]
fn an_error_in_the_text_names_its_line() {
    let toml = write_toml(&Preset::BelgianAssociation.rules());
    let lines = |text: &str| text.lines().count();
    let wrong = |from: &str, to: &str| {
        let at = toml.find(from).unwrap_or_else(|| panic!("{from} in\n{toml}"));
        let unreadable = read_toml(&toml.replacen(from, to, 1)).expect_err(to);
        (unreadable.line, lines(&toml[..at]).max(1), unreadable.message)
    };
    let (line, expected, message) = wrong("counting = \"present_and_represented\"", "counting = \"everybody\"");
    assert_eq!(line, expected + 1, "{message}");
    assert!(message.contains("everybody"), "{message}");
    let (line, expected, message) = wrong("notice_days = 15", "notice_day = 15");
    assert_eq!(line, expected + 1, "{message}");
    assert!(message.contains("notice_day"), "{message}");
    let (_, _, message) = wrong("threshold = [2, 3]", "threshold = [3, 2]");
    assert!(message.contains("a share"), "{message}");
    assert_eq!(read_toml("reference_days = 30\nproxies = ???").expect_err("no TOML").line, 2);
    assert_eq!(read_toml("").expect_err("nothing").line, 1);
}

#[test]
fn what_nobody_could_keep_is_refused() {
    let flaws = |change: fn(&mut AssemblyRules)| {
        let mut rules = AssemblyRules::usual();
        change(&mut rules);
        rules.validate().map_err(|InvalidStatutes(flaws)| flaws)
    };
    assert_eq!(flaws(|_| {}), Ok(()));
    assert_eq!(flaws(|rules| drop(rules.kinds.remove(&Kind::Ordinary))), Err(vec![Flaw::NoOrdinary]));
    assert_eq!(flaws(|rules| rules.reference_days = 4_000), Err(vec![Flaw::TooManyDays]));
    let more_than_all = |rules: &mut AssemblyRules| {
        let all = Fraction::new(1, 1).expect("all");
        let rule = MajorityRule { threshold: all, ..MajorityRule::SIMPLE };
        let rule = DecisionRule { majority: rule.into(), quorum: None, secret: false };
        rules.decisions.insert(Decision::Ordinary, rule);
    };
    assert_eq!(flaws(more_than_all), Err(vec![Flaw::OrdinaryTwice, Flaw::Unreachable]));
    let outside = |rules: &mut AssemblyRules| rules.participation.speak = [Audience::Public].into();
    assert_eq!(flaws(outside), Err(vec![Flaw::SpeaksFromOutside]));
    let many = |rules: &mut AssemblyRules| {
        let rule = rules.kinds.get_mut(&Kind::Ordinary).expect("a kind");
        rule.majority = Majority { conditions: vec![MajorityRule::SIMPLE; 7], tie: Tie::Rejected };
    };
    assert_eq!(flaws(many), Err(vec![Flaw::TooManyConditions]));
}

fn organization(number: u128) -> OrganizationId {
    OrganizationId(Uuid::from_u128(number))
}

fn roll(weights: &[u64]) -> Vec<RollEntry> {
    (1_u128..)
        .zip(weights)
        .map(|(number, weight)| RollEntry {
            organization: organization(number),
            name: format!("Association {number}"),
            college: CollegeId(Uuid::from_u128(number % 2)),
            college_name: format!("Collège {}", number % 2),
            weight: *weight,
            reason: WeightReason::Fixed,
        })
        .collect()
}

fn there(count: u128) -> Presence {
    let mut presence = Presence::default();
    for number in 1..=count {
        presence.arrive(organization(number), PersonId(Uuid::from_u128(number)));
    }
    presence
}

fn belgian(decision: Decision, second: bool, members: usize, present: u128, choices: &[Choice]) -> Verdict {
    let (roll, presence) = (roll(&vec![1; members]), there(present));
    let votes: Vec<_> =
        (1_u128..).zip(choices).map(|(number, choice)| (organization(number), (*choice).into())).collect();
    let past = PastPoll {
        kind: Kind::Ordinary,
        decision,
        second,
        roll: &roll,
        presence: &presence,
        cast: PastVotes::Named(&votes),
    };
    replay(&Preset::BelgianAssociation.rules(), &past).expect("votes by name").verdict
}

/// Article 9:21 with 42 members: 28 must be there; of 25 who say for or against, 17 (two thirds) change
/// the statutes and 20 (four fifths) the purpose, whatever the abstentions.
#[test]
fn belgian_statutes_change_as_the_law_says() {
    let said = |yes: usize, no: usize, abstain: usize| {
        [vec![Choice::For; yes], vec![Choice::Against; no], vec![Choice::Abstain; abstain]].concat()
    };
    use Decision::{Dissolution, Exclusion, Ordinary, Purpose, Statutes};
    assert_eq!(belgian(Statutes, false, 42, 28, &said(17, 8, 3)), Verdict::Adopted);
    assert_eq!(belgian(Statutes, false, 42, 28, &said(16, 9, 3)), Verdict::Rejected);
    assert_eq!(belgian(Statutes, false, 42, 27, &said(27, 0, 0)), Verdict::NoQuorum);
    assert_eq!(belgian(Statutes, false, 43, 28, &said(28, 0, 0)), Verdict::NoQuorum);
    assert_eq!(belgian(Statutes, false, 43, 29, &said(29, 0, 0)), Verdict::Adopted);
    assert_eq!(belgian(Statutes, true, 42, 3, &said(2, 1, 0)), Verdict::Adopted, "the second meeting: any number");
    for decision in [Purpose, Dissolution] {
        assert_eq!(belgian(decision, false, 42, 28, &said(20, 5, 3)), Verdict::Adopted);
        assert_eq!(belgian(decision, false, 42, 28, &said(19, 6, 3)), Verdict::Rejected);
        assert_eq!(belgian(decision, true, 42, 5, &said(3, 1, 1)), Verdict::Rejected, "and the same majority");
    }
    assert_eq!(belgian(Exclusion, false, 42, 27, &said(27, 0, 0)), Verdict::NoQuorum);
    assert_eq!(belgian(Ordinary, false, 42, 3, &said(2, 1, 0)), Verdict::Adopted);
}

#[test]
fn secrecy_follows_the_decision() {
    let rules = Preset::FrenchAssociation.rules();
    let secret: Vec<_> = Decision::ALL.iter().filter(|decision| rules.secret(**decision)).collect();
    assert_eq!(secret, [&Decision::Persons, &Decision::Exclusion]);
}

fn majority() -> impl Strategy<Value = Majority> {
    let rule = (
        prop::sample::select(Base::ALL),
        (0_u64..50, 50_u64..60),
        prop::sample::select(Unit::ALL),
        prop::sample::select(crate::majorities::MajorityScope::ALL),
        any::<bool>(),
    )
        .prop_map(|(base, (numerator, denominator), unit, scope, strict)| MajorityRule {
            base,
            threshold: Fraction::new(numerator, denominator).expect("a share"),
            comparison: if strict { Comparison::MoreThan } else { Comparison::AtLeast },
            unit,
            scope,
        });
    (prop::collection::vec(rule, 1..5), prop::sample::select(Tie::ALL))
        .prop_map(|(conditions, tie)| Majority { conditions, tie })
}

proptest! {
    /// Whatever a majority is, TOML and JSON give it back.
    #[test]
    fn majorities_survive_being_written(majority in majority(), decision in prop::sample::select(Decision::ALL), voting: bool, secret: bool) {
        let mut rules = AssemblyRules::usual();
        let counting = if voting { Counting::Voting } else { Counting::Present };
        let quorum = Some(QuorumRule { counting, ..rules.of(Kind::Extraordinary).quorum });
        rules.decisions.insert(decision, DecisionRule { majority, quorum, secret });
        let again = read_toml(&write_toml(&rules));
        prop_assert_eq!(again.as_ref(), Ok(&rules));
        let json = serde_json::to_value(&rules).expect("data");
        prop_assert_eq!(serde_json::from_value::<AssemblyRules>(json).expect("and back"), rules);
    }

    /// A text cut anywhere, or with any character in it, is refused with a line of its own or read.
    #[test]
    fn a_damaged_text_never_breaks_anything(at in any::<prop::sample::Index>(), with in any::<char>()) {
        let mut text: Vec<char> = write_toml(&Preset::CollegesWithBlocks.rules()).chars().collect();
        let place = at.index(text.len());
        text[place] = with;
        let text: String = text.into_iter().collect();
        if let Err(unreadable) = read_toml(&text) {
            prop_assert!(unreadable.line >= 1 && unreadable.line <= text.lines().count().max(1) + 1);
        }
    }
}

const GUIDE: &str = include_str!("../../../docs/statutes.md");

/// The example of the guide is read, and every word of every enumeration stands in it.
#[test]
fn the_guide_tells_the_schema() {
    let example = GUIDE.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let rules = read_toml(example).unwrap_or_else(|wrong| panic!("{wrong}"));
    rules.validate().expect("valid");
    assert_eq!(rules.majority(Kind::Ordinary, Decision::Statutes).conditions.len(), 3);
    let mut words: Vec<&str> = Vec::new();
    words.extend(Kind::ALL.iter().map(|word| word.as_str()));
    words.extend(Decision::ALL.iter().map(|word| word.as_str()));
    words.extend(Convener::ALL.iter().map(|word| word.as_str()));
    words.extend(Audience::ALL.iter().map(|word| word.as_str()));
    words.extend(Preset::ALL.iter().map(|word| word.as_str()));
    words.extend(Counting::ALL.iter().map(|word| word.as_str()));
    words.extend(Unit::ALL.iter().map(|word| word.as_str()));
    words.extend(Comparison::ALL.iter().map(|word| word.as_str()));
    words.extend(Base::ALL.iter().map(|word| word.as_str()));
    words.extend(crate::majorities::MajorityScope::ALL.iter().map(|word| word.as_str()));
    words.extend(Tie::ALL.iter().map(|word| word.as_str()));
    for word in words {
        assert!(GUIDE.contains(&format!("`{word}`")), "{word} is missing in docs/statutes.md");
    }
    // Every key that rules can have is in the example.
    let keys = |text: &str| -> std::collections::BTreeSet<String> {
        let word = |c: char| !(c.is_ascii_lowercase() || c == '_');
        text.split(word).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let all = write_toml(&rules);
    let missing: Vec<_> = keys(&all).difference(&keys(example)).cloned().collect();
    assert_eq!(missing, Vec::<String>::new());
}
