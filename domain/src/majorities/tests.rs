//! What the rules of majorities promise, by cases and by properties.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{colleges::WeightReason, quorum::Counting};

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

fn decide(rule: impl Into<Majority>, weights: &[u64], choices: &[Choice]) -> Outcome {
    let votes: Vec<_> = (1_u128..).zip(choices).map(|(number, choice)| (organization(number), *choice)).collect();
    count(rule, &roll(weights), &Presence::default(), &votes, quorum(true))
}

use Choice::{Abstain, Against, Blank, For};

#[test]
fn twenty_eight_voices_for_twenty_seven_needed() {
    let rule = MajorityRule { base: Base::Cast, ..MajorityRule::TWO_THIRDS };
    let outcome = decide(rule, &[28, 10, 2], &[For, Against, Abstain]);
    let held = outcome.deciding().expect("a condition");
    assert_eq!((held.have, held.needed, held.base), (28, 27, 40));
    assert!(outcome.adopted());
}

#[test]
fn bases_differ_by_the_abstentions_and_the_silent() {
    let weights = [1; 10];
    let choices = [For, For, For, Against, Abstain, Blank];
    let base = |base| decide(MajorityRule { base, ..MajorityRule::SIMPLE }, &weights, &choices).conditions[0].base;
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

/// A roll in two colleges: the first `left` organizations are in one, the others in the other.
fn two_colleges(weights: &[u64], left: usize) -> Vec<RollEntry> {
    let mut roll = roll(weights);
    for entry in &mut roll[left..] {
        entry.college = CollegeId(Uuid::from_u128(1));
        entry.college_name = "Partenaires".into();
    }
    roll
}

fn in_two_colleges(rule: impl Into<Majority>, choices: &[Choice], left: usize) -> Outcome {
    let votes: Vec<_> = (1_u128..).zip(choices).map(|(number, choice)| (organization(number), *choice)).collect();
    let roll = two_colleges(&vec![1; choices.len()], left);
    count(rule, &roll, &Presence::default(), &votes, quorum(true))
}

#[test]
fn two_thirds_of_forty_two_are_twenty_eight_and_of_forty_three_twenty_nine() {
    for (members, enough) in [(42, 28), (43, 29)] {
        for (in_favour, adopted) in [(enough - 1, false), (enough, true)] {
            let choices: Vec<_> = (0..members).map(|number| if number < in_favour { For } else { Against }).collect();
            let outcome = decide(MajorityRule::TWO_THIRDS, &vec![1; members], &choices);
            assert_eq!(outcome.adopted(), adopted, "{in_favour} of {members}");
            assert_eq!(outcome.conditions[0].needed, enough as u64);
        }
    }
    let half = |members: usize, in_favour: usize, comparison| {
        let choices: Vec<_> = (0..members).map(|number| if number < in_favour { For } else { Against }).collect();
        decide(MajorityRule { comparison, ..MajorityRule::SIMPLE }, &vec![1; members], &choices).adopted()
    };
    assert!(half(42, 21, Comparison::AtLeast) && !half(42, 21, Comparison::MoreThan));
    assert!(half(42, 22, Comparison::MoreThan) && half(43, 22, Comparison::MoreThan));
    assert!(!half(43, 21, Comparison::AtLeast));
}

#[test]
fn one_college_may_hold_a_motion_up() {
    let each = MajorityRule { scope: MajorityScope::EachCollege, ..MajorityRule::SIMPLE };
    let outcome = in_two_colleges(each, &[For, For, For, Against, Against, For], 3);
    let held: Vec<_> = outcome.conditions.iter().map(|c| (c.college.as_deref(), c.have, c.needed, c.met)).collect();
    assert_eq!(held, [(Some("Membres"), 3, 2, true), (Some("Partenaires"), 1, 2, false)]);
    assert_eq!(outcome.verdict, Verdict::Rejected);
    let silent = in_two_colleges(each, &[For, For, For, Abstain], 3);
    assert_eq!((silent.conditions[1].have, silent.conditions[1].needed, silent.conditions[1].met), (0, 1, false));
}

#[test]
fn no_college_against_counts_those_against() {
    let none = MajorityRule { scope: MajorityScope::NoCollegeAgainst, ..MajorityRule::SIMPLE };
    let rule = Majority::from(MajorityRule::SIMPLE).and(none);
    let outcome = in_two_colleges(&rule, &[For, For, For, For, Against, Against, For], 4);
    let held = outcome.deciding().expect("a condition");
    assert_eq!((held.college.as_deref(), held.have, held.needed, held.met), (Some("Partenaires"), 2, 2, false));
    assert_eq!(outcome.verdict, Verdict::Rejected);
    // Half of a college is not more than half, and a college that says nothing is not against.
    assert!(in_two_colleges(&rule, &[For, For, For, For, Against, For], 4).adopted());
    assert!(in_two_colleges(&rule, &[For, For, For, For, Abstain], 4).adopted());
}

#[test]
fn a_casting_vote_breaks_a_tie_and_nothing_else() {
    let rule = Majority { tie: Tie::CastingVote, ..MajorityRule::SIMPLE.into() };
    let tied = decide(&rule, &[1, 1], &[For, Against]);
    assert!(tied.awaits_casting_vote() && !tied.adopted());
    assert_eq!(tied.clone().broken_by(For).verdict, Verdict::Adopted);
    assert_eq!(tied.clone().broken_by(Against).verdict, Verdict::Rejected);
    assert_eq!(tied.clone().broken_by(Abstain), tied);
    let broken = tied.broken_by(Against);
    assert_eq!(broken.clone().broken_by(For), broken, "said once");
    let lost = decide(&rule, &[1, 1, 1], &[For, Against, Against]);
    assert_eq!(lost.clone().broken_by(For), lost);
    let without = decide(MajorityRule::SIMPLE, &[1, 1], &[For, Against]);
    assert_eq!(without.clone().broken_by(For), without, "only where the statutes say so");
    // Tied in voices and lost in heads is lost.
    let double = Majority { tie: Tie::CastingVote, ..Majority::double(MajorityRule::SIMPLE) };
    assert_eq!(decide(&double, &[2, 1, 1], &[For, Against, Against]).verdict, Verdict::Rejected);
}

/// As they were written before a majority could have several conditions.
#[test]
fn rules_and_results_of_before_are_still_read() {
    let old = r#"{"base":"cast","threshold":[2,3],"comparison":"at_least","unit":"weight"}"#;
    let majority: Majority = serde_json::from_str(old).expect("an old rule");
    assert_eq!(majority, MajorityRule { base: Base::Cast, ..MajorityRule::TWO_THIRDS }.into());
    assert_eq!(serde_json::to_string(&majority).expect("data"), old, "one condition is still written so");
    let old = r#"{"rule":{"base":"expressed","threshold":[1,2],"comparison":"more_than","unit":"weight"},
        "tally":{"in_favour":{"heads":3,"weight":6},"against":{"heads":1,"weight":2},"abstained":{"heads":0,"weight":0},
        "present":{"heads":4,"weight":8},"entitled":{"heads":5,"weight":9}},"have":6,"base":8,"needed":5,
        "quorum":{"counting":"present","reached":true,"parts":[]},"verdict":"adopted"}"#;
    let outcome: Outcome = serde_json::from_str(old).expect("an old result");
    let held = &outcome.conditions[0];
    assert_eq!((held.have, held.base, held.needed, held.met), (6, 8, 5, true));
    assert_eq!((outcome.tally.blank, outcome.casting), (Count::default(), None));
    let again: Outcome = serde_json::from_value(serde_json::to_value(&outcome).expect("data")).expect("and back");
    assert_eq!(again, outcome);
}

#[test]
fn a_majority_is_whole_or_refused_with_a_reason() {
    let refused = |text: &str| serde_json::from_str::<Majority>(text).expect_err(text).to_string();
    assert!(refused(r#"{"base":"cast"}"#).contains("`threshold`"));
    assert!(refused(r#"{"conditions":[]}"#).contains("at least one condition"));
    assert!(refused(r#"{"unit":"heads","conditions":[]}"#).contains("not both"));
    assert!(refused(r#"{"conditions":[{"base":"cast","threshhold":[1,2]}]}"#).contains("threshhold"));
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
            let held = &outcome.conditions[0];
            prop_assert_eq!(outcome.adopted(), held.have >= held.needed);
        }
    }

    /// The double majority is the conjunction of its parts, whatever was cast.
    #[test]
    fn double_is_both(cast in choices()) {
        let weights: Vec<_> = cast.iter().map(|(weight, _)| *weight).collect();
        let choices: Vec<_> = cast.iter().map(|(_, choice)| *choice).collect();
        let alone = |unit| decide(MajorityRule { unit, ..MajorityRule::TWO_THIRDS }, &weights, &choices).adopted();
        let double = decide(Majority::double(MajorityRule::TWO_THIRDS), &weights, &choices);
        prop_assert_eq!(double.adopted(), alone(Unit::Heads) && alone(Unit::Weight));
        prop_assert_eq!(double.conditions.len(), 2);
    }

    /// Abstentions, blank ballots and silence change nothing of what is expressed.
    #[test]
    fn only_for_and_against_are_expressed(cast in choices(), others in prop::collection::vec((1_u64..100, prop::sample::select(vec![Abstain, Blank, Choice::Null])), 0..20)) {
        let split = |cast: &[(u64, Choice)]| {
            let (weights, choices): (Vec<_>, Vec<_>) = cast.iter().copied().unzip();
            decide(MajorityRule::TWO_THIRDS, &weights, &choices)
        };
        let more: Vec<_> = cast.iter().chain(&others).copied().collect();
        let (before, after) = (split(&cast), split(&more));
        prop_assert_eq!(&before.conditions, &after.conditions);
        prop_assert_eq!(before.verdict, after.verdict);
    }

    /// What is in the bases adds up: five answers, and none is another.
    #[test]
    fn bases_contain_each_other(cast in choices()) {
        let (weights, choices): (Vec<_>, Vec<_>) = cast.iter().copied().unzip();
        let tally = decide(MajorityRule::SIMPLE, &weights, &choices).tally;
        for unit in Unit::ALL {
            let [expressed, cast, present, entitled] = [Base::Expressed, Base::Cast, Base::Present, Base::Entitled].map(|base| tally.base(base, *unit));
            prop_assert!(expressed <= cast && cast <= present && present <= entitled);
            let said = [tally.abstained, tally.blank, tally.null].map(|count| count.in_unit(*unit));
            prop_assert_eq!(cast - expressed, said.iter().sum::<u64>());
        }
    }
}
