//! Majorities, and why a vote came out as it did.

use domain::{
    polls::{Base, Count, MajorityRule, Outcome, Verdict},
    quorum::Unit,
};

use super::quorum::{quorum_part, share};
use crate::{Locale, t};

/// The explanation of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// What follows, in two or three words.
    pub verdict: String,
    /// Why, in one or two sentences with both sides of the inequality.
    pub statement: String,
    /// What stands on the left of the inequality, without its number: "voix pour".
    pub left: String,
    /// Where the right side comes from: "les deux tiers au moins des 40 voix exprimées".
    pub comparison: String,
    /// What stands on the right of the inequality, without its number: "nécessaires".
    pub right: String,
    /// What was counted, and what each group means for the result, one sentence each.
    pub details: Vec<String>,
}

/// What a motion needs, in one sentence.
#[must_use]
pub fn majority(l: Locale, rule: &MajorityRule) -> String {
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
    t!(l, "majority", share = share(l, rule.threshold, rule.comparison), base = base)
}

/// Why a vote came out as it did.
#[must_use]
pub fn outcome(l: Locale, outcome: &Outcome) -> Explained {
    let rule = &outcome.rule;
    let left = match rule.unit {
        Unit::Heads => t!(l, "for-heads", count = outcome.have),
        Unit::Weight => t!(l, "for-weight", count = outcome.have),
    };
    let share = share(l, rule.threshold, rule.comparison);
    let whole = whole(l, rule, outcome.base);
    let comparison = format!("{share} {whole}");
    let needed = t!(l, "needed-count", count = outcome.needed);
    let (verdict, statement) = match outcome.verdict {
        Verdict::Adopted => (
            t!(l, "verdict-adopted"),
            t!(l, "outcome-adopted", have = outcome.have, side = &left, needed = needed, share = share, whole = whole),
        ),
        Verdict::Rejected => (
            t!(l, "verdict-rejected"),
            t!(
                l,
                "outcome-rejected",
                have = outcome.have,
                side = &left,
                needed = needed,
                share = share,
                whole = whole,
                missing = outcome.needed.saturating_sub(outcome.have)
            ),
        ),
        Verdict::Tied => (
            t!(l, "verdict-tied"),
            t!(
                l,
                "outcome-tied",
                have = outcome.have,
                side = &left,
                needed = outcome.needed,
                share = share,
                whole = whole
            ),
        ),
        Verdict::NoQuorum => (t!(l, "verdict-no-quorum"), t!(l, "outcome-no-quorum")),
        Verdict::NothingExpressed => (t!(l, "verdict-nothing-expressed"), t!(l, "outcome-nothing-expressed")),
    };
    Explained {
        verdict,
        statement,
        left,
        comparison,
        right: t!(l, "needed-label", count = outcome.needed),
        details: details(l, outcome),
    }
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

fn details(l: Locale, outcome: &Outcome) -> Vec<String> {
    let tally = &outcome.tally;
    let silent = Count {
        heads: tally.present.heads.saturating_sub(tally.in_favour.heads + tally.against.heads + tally.abstained.heads),
        weight: tally
            .present
            .weight
            .saturating_sub(tally.in_favour.weight + tally.against.weight + tally.abstained.weight),
    };
    let words = |count: Count| (voices(l, count.weight), associations(l, count.heads));
    let (weight, heads) = words(tally.in_favour);
    let mut details = vec![t!(l, "detail-for", weight = weight, heads = heads)];
    let (weight, heads) = words(tally.against);
    details.push(t!(l, "detail-against", weight = weight, heads = heads));
    let (weight, heads) = words(tally.abstained);
    details.push(t!(l, "detail-abstained", weight = weight, heads = heads));
    let base = outcome.rule.base;
    if tally.abstained.heads > 0 {
        details.push(match base {
            Base::Expressed => t!(l, "detail-abstentions-apart"),
            Base::Cast | Base::Present | Base::Entitled => t!(l, "detail-abstentions-weigh"),
        });
    }
    if silent.heads > 0 {
        let (weight, heads) = words(silent);
        details.push(t!(l, "detail-silent", weight = weight, heads = heads));
    }
    if matches!(base, Base::Present | Base::Entitled) {
        details.push(t!(l, "detail-silence-weighs"));
    }
    let (weight, heads) = words(tally.entitled);
    details.push(t!(l, "detail-entitled", weight = weight, heads = heads));
    let quorum = &outcome.quorum;
    details
        .extend(quorum.parts.iter().map(|part| t!(l, "quorum-detail", part = quorum_part(l, quorum.counting, part))));
    details
}
