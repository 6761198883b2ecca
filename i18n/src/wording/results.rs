//! Majorities, and why a vote came out as it did.

use domain::{
    majorities::{Base, Count, Inequality, Majority, MajorityRule, MajorityScope, Outcome, Tie, Verdict},
    quorum::Unit,
};

use super::quorum::{quorum_part, share};
use crate::{Locale, t};

/// The explanation of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// What follows, in two or three words.
    pub verdict: String,
    /// Why, in a sentence or two for each condition, with both sides of its inequality.
    pub statement: String,
    /// Every condition.
    pub conditions: Vec<ExplainedCondition>,
    /// What was cast, one sentence for each answer.
    pub counts: Vec<String>,
    /// What each group means for the result, one sentence each.
    pub details: Vec<String>,
}

/// A condition with both of its sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainedCondition {
    /// What it asks, in one sentence.
    pub title: String,
    /// What stands on the left of the inequality, without its number: "voix pour".
    pub left: String,
    /// Where the right side comes from: "les deux tiers au moins des 40 voix exprimées".
    pub comparison: String,
    /// What stands on the right of the inequality, without its number: "nécessaires".
    pub right: String,
    /// The number on the left.
    pub have: u64,
    /// The number on the right.
    pub needed: u64,
    /// Whether it holds.
    pub met: bool,
}

/// What a motion needs: one sentence for each condition, and one about a tie where a casting vote
/// breaks it.
#[must_use]
pub fn majority(l: Locale, majority: &Majority) -> String {
    let mut sentences: Vec<String> = majority.conditions.iter().map(|rule| majority_rule(l, rule)).collect();
    if majority.tie == Tie::CastingVote {
        sentences.push(t!(l, "majority-casting-vote"));
    }
    sentences.join(" ")
}

/// One condition of a majority, in one sentence.
#[must_use]
pub fn majority_rule(l: Locale, rule: &MajorityRule) -> String {
    let base = match (rule.base, rule.unit) {
        (Base::Expressed, Unit::Heads) => t!(l, "base-expressed-heads"),
        (Base::Expressed, Unit::Weight) => t!(l, "base-expressed-weight"),
        (Base::Cast, Unit::Heads) => t!(l, "base-cast-heads"),
        (Base::Cast, Unit::Weight) => t!(l, "base-cast-weight"),
        (Base::Present, Unit::Heads) => t!(l, "base-present-heads"),
        (Base::Present, Unit::Weight) => t!(l, "base-present-weight"),
        (Base::Entitled, Unit::Heads) => t!(l, "base-entitled-heads"),
        (Base::Entitled, Unit::Weight) => t!(l, "base-entitled-weight"),
    };
    let share = share(l, rule.threshold, rule.comparison);
    match rule.scope {
        MajorityScope::Whole => t!(l, "majority", share = share, base = base),
        MajorityScope::EachCollege => t!(l, "majority-each-college", share = share, base = base),
        MajorityScope::NoCollegeAgainst => t!(l, "majority-no-college-against", share = share, base = base),
    }
}

/// Why a vote came out as it did.
#[must_use]
pub fn outcome(l: Locale, outcome: &Outcome) -> Explained {
    let inequalities = || outcome.conditions.iter().map(|held| inequality(l, held)).collect::<Vec<_>>().join(" ");
    let verdict = match outcome.verdict {
        Verdict::Adopted => t!(l, "verdict-adopted"),
        Verdict::Rejected => t!(l, "verdict-rejected"),
        Verdict::Tied if outcome.awaits_casting_vote() => t!(l, "verdict-tied-casting-vote"),
        Verdict::Tied => t!(l, "verdict-tied"),
        Verdict::NoQuorum => t!(l, "verdict-no-quorum"),
        Verdict::NothingExpressed => t!(l, "verdict-nothing-expressed"),
    };
    let statement = match (outcome.verdict, outcome.casting) {
        (Verdict::NoQuorum, _) => t!(l, "outcome-no-quorum"),
        (Verdict::NothingExpressed, _) => t!(l, "outcome-nothing-expressed"),
        (Verdict::Adopted, Some(_)) => format!("{} {}", tied(l, outcome), t!(l, "outcome-casting-vote-for")),
        (Verdict::Rejected, Some(_)) => format!("{} {}", tied(l, outcome), t!(l, "outcome-casting-vote-against")),
        (Verdict::Adopted | Verdict::Rejected, None) => inequalities(),
        (Verdict::Tied, _) => tied(l, outcome),
    };
    Explained {
        verdict,
        statement,
        conditions: outcome.conditions.iter().map(|held| condition(l, held)).collect(),
        counts: counts(l, outcome),
        details: details(l, outcome),
    }
}

fn condition(l: Locale, held: &Inequality) -> ExplainedCondition {
    let rule = &held.rule;
    let title = match &held.college {
        None => majority_rule(l, rule),
        Some(college) => t!(l, "in-college", college = college.as_str(), text = majority_rule(l, rule)),
    };
    let share = share(l, rule.threshold, rule.comparison);
    let right = match rule.scope {
        MajorityScope::NoCollegeAgainst => t!(l, "opposing-label", count = held.needed),
        MajorityScope::Whole | MajorityScope::EachCollege => t!(l, "needed-label", count = held.needed),
    };
    ExplainedCondition {
        title,
        left: side(l, held),
        comparison: format!("{share} {}", whole(l, rule, held.base)),
        right,
        have: held.have,
        needed: held.needed,
        met: held.met,
    }
}

/// What is counted on the left, without its number.
fn side(l: Locale, held: &Inequality) -> String {
    match (held.rule.scope, held.rule.unit) {
        (MajorityScope::NoCollegeAgainst, Unit::Heads) => t!(l, "against-heads", count = held.have),
        (MajorityScope::NoCollegeAgainst, Unit::Weight) => t!(l, "against-weight", count = held.have),
        (_, Unit::Heads) => t!(l, "for-heads", count = held.have),
        (_, Unit::Weight) => t!(l, "for-weight", count = held.have),
    }
}

/// One condition with both of its sides, in one sentence or two.
#[must_use]
pub fn inequality(l: Locale, held: &Inequality) -> String {
    let rule = &held.rule;
    let (side, share, whole) = (side(l, held), share(l, rule.threshold, rule.comparison), whole(l, rule, held.base));
    let (have, needed) = (held.have, t!(l, "needed-count", count = held.needed));
    let text = match (rule.scope, held.met) {
        (MajorityScope::NoCollegeAgainst, true) => {
            t!(l, "outcome-not-opposed", have = have, side = side, needed = held.needed, share = share, whole = whole)
        }
        (MajorityScope::NoCollegeAgainst, false) => {
            t!(l, "outcome-opposed", have = have, side = side, needed = held.needed, share = share, whole = whole)
        }
        (_, true) => t!(l, "outcome-adopted", have = have, side = side, needed = needed, share = share, whole = whole),
        (_, false) => t!(
            l,
            "outcome-rejected",
            have = have,
            side = side,
            needed = needed,
            share = share,
            whole = whole,
            missing = held.needed.saturating_sub(held.have)
        ),
    };
    match &held.college {
        None => text,
        Some(college) => t!(l, "in-college", college = college.as_str(), text = text),
    }
}

/// The condition that is tied, and every other.
fn tied(l: Locale, outcome: &Outcome) -> String {
    let sentences: Vec<String> = outcome
        .conditions
        .iter()
        .map(|held| {
            if held.met {
                return inequality(l, held);
            }
            t!(
                l,
                "outcome-tied",
                have = held.have,
                side = side(l, held),
                needed = held.needed,
                share = share(l, held.rule.threshold, held.rule.comparison),
                whole = whole(l, &held.rule, held.base)
            )
        })
        .collect();
    sentences.join(" ")
}

/// A number of voices: "28 voix".
#[must_use]
pub fn voices(l: Locale, count: u64) -> String {
    t!(l, "voices-count", count = count)
}

/// A number of associations: "12 associations".
#[must_use]
pub fn associations(l: Locale, count: u64) -> String {
    t!(l, "associations-count", count = count)
}

fn whole(l: Locale, rule: &MajorityRule, count: u64) -> String {
    match (rule.base, rule.unit) {
        (Base::Expressed, Unit::Heads) => t!(l, "of-expressed-heads", count = count),
        (Base::Expressed, Unit::Weight) => t!(l, "of-expressed-weight", count = count),
        (Base::Cast, Unit::Heads) => t!(l, "of-cast-heads", count = count),
        (Base::Cast, Unit::Weight) => t!(l, "of-cast-weight", count = count),
        (Base::Present, Unit::Heads) => t!(l, "of-present-heads", count = count),
        (Base::Present, Unit::Weight) => t!(l, "of-present-weight", count = count),
        (Base::Entitled, Unit::Heads) => t!(l, "of-entitled-heads", count = count),
        (Base::Entitled, Unit::Weight) => t!(l, "of-entitled-weight", count = count),
    }
}

fn counts(l: Locale, outcome: &Outcome) -> Vec<String> {
    let tally = &outcome.tally;
    let words = |count: Count| (voices(l, count.weight), associations(l, count.heads));
    let (weight, heads) = words(tally.in_favour);
    let mut counts = vec![t!(l, "detail-for", weight = weight, heads = heads)];
    let (weight, heads) = words(tally.against);
    counts.push(t!(l, "detail-against", weight = weight, heads = heads));
    let (weight, heads) = words(tally.abstained);
    counts.push(t!(l, "detail-abstained", weight = weight, heads = heads));
    if tally.blank.heads > 0 {
        let (weight, heads) = words(tally.blank);
        counts.push(t!(l, "detail-blank", weight = weight, heads = heads));
    }
    if tally.null.heads > 0 {
        let (weight, heads) = words(tally.null);
        counts.push(t!(l, "detail-null", weight = weight, heads = heads));
    }
    counts
}

fn details(l: Locale, outcome: &Outcome) -> Vec<String> {
    let tally = &outcome.tally;
    let silent = |unit| tally.present.in_unit(unit).saturating_sub(tally.base(Base::Cast, unit));
    let silent = Count { heads: silent(Unit::Heads), weight: silent(Unit::Weight) };
    let words = |count: Count| (voices(l, count.weight), associations(l, count.heads));
    let mut details = Vec::new();
    let some = |bases: &[Base]| outcome.rule.conditions.iter().any(|rule| bases.contains(&rule.base));
    if tally.abstained.heads > 0 {
        if some(&[Base::Expressed]) {
            details.push(t!(l, "detail-abstentions-apart"));
        }
        if some(&[Base::Cast, Base::Present, Base::Entitled]) {
            details.push(t!(l, "detail-abstentions-weigh"));
        }
    }
    if tally.blank.heads + tally.null.heads > 0 {
        details.push(t!(l, "detail-blank-apart"));
    }
    if silent.heads > 0 {
        let (weight, heads) = words(silent);
        details.push(t!(l, "detail-silent", weight = weight, heads = heads));
    }
    if some(&[Base::Present, Base::Entitled]) {
        details.push(t!(l, "detail-silence-weighs"));
    }
    let (weight, heads) = words(tally.entitled);
    details.push(t!(l, "detail-entitled", weight = weight, heads = heads));
    let quorum = &outcome.quorum;
    details
        .extend(quorum.parts.iter().map(|part| t!(l, "quorum-detail", part = quorum_part(l, quorum.counting, part))));
    details
}
