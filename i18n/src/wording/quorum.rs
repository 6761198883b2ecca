//! Shares and quorums.

use domain::{
    fraction::{Comparison, Fraction},
    quorum::{Condition, Counting, QuorumPart, QuorumRule, Unit},
};

use crate::{Locale, t};

/// A threshold in words: "les deux tiers au moins", "meer dan de helft", "at least 3/7".
#[must_use]
pub fn share(l: Locale, threshold: Fraction, comparison: Comparison) -> String {
    let fraction = threshold.to_string();
    match comparison {
        Comparison::AtLeast => t!(l, "share-at-least", share = name(threshold), fraction = fraction),
        Comparison::MoreThan => t!(l, "share-more-than", share = name(threshold), fraction = fraction),
    }
}

fn name(threshold: Fraction) -> &'static str {
    const NAMES: [(u64, u64, &str); 8] = [
        (1, 2, "half"),
        (1, 3, "third"),
        (2, 3, "two-thirds"),
        (1, 4, "quarter"),
        (3, 4, "three-quarters"),
        (3, 5, "three-fifths"),
        (4, 5, "four-fifths"),
        (1, 1, "all"),
    ];
    NAMES
        .into_iter()
        .find(|(numerator, denominator, _)| Fraction::new(*numerator, *denominator) == Ok(threshold))
        .map_or("other", |(_, _, name)| name)
}

/// One condition of a quorum with what is there, what is needed, and of how many.
#[must_use]
pub fn quorum_part(l: Locale, counting: Counting, part: &QuorumPart) -> String {
    let have = match (counting, part.condition.unit) {
        (Counting::Present, Unit::Heads) => t!(l, "quorum-present-heads", count = part.have),
        (Counting::Present, Unit::Weight) => t!(l, "quorum-present-weight", count = part.have),
        (Counting::PresentAndRepresented, Unit::Heads) => t!(l, "quorum-represented-heads", count = part.have),
        (Counting::PresentAndRepresented, Unit::Weight) => t!(l, "quorum-represented-weight", count = part.have),
        (Counting::Voting, Unit::Heads) => t!(l, "quorum-voting-heads", count = part.have),
        (Counting::Voting, Unit::Weight) => t!(l, "quorum-voting-weight", count = part.have),
    };
    let whole = match part.condition.unit {
        Unit::Heads => t!(l, "of-entitled-heads", count = part.whole),
        Unit::Weight => t!(l, "of-entitled-weight", count = part.whole),
    };
    let needed = t!(l, "needed-count", count = part.needed);
    let share = share(l, part.condition.threshold, part.condition.comparison);
    let reached = match (part.reached, part.needed.saturating_sub(part.have)) {
        (true, _) => t!(l, "quorum-reached"),
        (false, 0) => t!(l, "quorum-not-reached"),
        (false, missing) => t!(l, "quorum-missing", count = missing),
    };
    match &part.college {
        None => t!(l, "quorum-part", have = have, needed = needed, share = share, whole = whole, reached = reached),
        Some(college) => t!(
            l,
            "quorum-part-college",
            college = college.as_str(),
            have = have,
            needed = needed,
            share = share,
            whole = whole,
            reached = reached
        ),
    }
}

/// One condition of a quorum, for the middle of a sentence.
#[must_use]
pub fn condition(l: Locale, condition: &Condition) -> String {
    let share = share(l, condition.threshold, condition.comparison);
    let whole = match condition.unit {
        Unit::Heads => t!(l, "roll-heads"),
        Unit::Weight => t!(l, "roll-weight"),
    };
    format!("{share} {whole}")
}

/// What a quorum asks for, in one sentence.
#[must_use]
pub fn quorum_rule(l: Locale, rule: &QuorumRule) -> String {
    let counting = rule.counting.as_str();
    let total = rule.total.map(|total| condition(l, &total));
    let college = rule.each_college.map(|college| condition(l, &college));
    match (total, college) {
        (None, None) => t!(l, "quorum-rule-none"),
        (Some(total), None) => t!(l, "quorum-rule-total", counting = counting, total = total),
        (None, Some(college)) => t!(l, "quorum-rule-college", counting = counting, college = college),
        (Some(total), Some(college)) => {
            t!(l, "quorum-rule-both", counting = counting, total = total, college = college)
        }
    }
}
