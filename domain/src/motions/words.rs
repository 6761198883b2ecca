//! Texts as words: their difference, their distance, and the merge of two changes of one text.
//!
//! A word is what stands between two spaces, its punctuation included; a no-break space does not
//! separate. Whole words are what a reader sees change and what a listener hears change.

use similar::{Algorithm, DiffOp, MergeResolution, TextMergeConfig, capture_diff_slices};

/// The one way in which a paragraph is kept: one line, single spaces, nothing around it. No-break
/// spaces stay, because French typography needs them.
#[must_use]
pub fn tidy(text: &str) -> String {
    let separates = |c: char| (c.is_whitespace() || c.is_control()) && !matches!(c, '\u{a0}' | '\u{202f}');
    text.split(separates).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> Vec<&str> {
    text.split(' ').filter(|word| !word.is_empty()).collect()
}

/// Whether words stay, go or come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// In both texts.
    Same,
    /// Only in the old text.
    Removed,
    /// Only in the new text.
    Added,
}

/// Words in a row that stay, go or come together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What happens to them.
    pub kind: SegmentKind,
    /// The words.
    pub text: String,
}

/// The shortest edit script between two rows of words, without the library's heuristics: a vote is
/// ordered by its length.
fn script(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    capture_diff_slices(Algorithm::RawMyers, old, new)
}

/// What becomes of the words of `old` in `new`, in reading order; removed words stand before those
/// that take their place.
#[must_use]
pub fn difference(old: &str, new: &str) -> Vec<Segment> {
    let (old, new) = (words(old), words(new));
    let mut segments = Vec::new();
    let mut push = |kind, words: &[&str]| {
        if !words.is_empty() {
            segments.push(Segment { kind, text: words.join(" ") });
        }
    };
    for op in script(&old, &new) {
        if let DiffOp::Equal { .. } = op {
            push(SegmentKind::Same, &old[op.old_range()]);
        } else {
            push(SegmentKind::Removed, &old[op.old_range()]);
            push(SegmentKind::Added, &new[op.new_range()]);
        }
    }
    segments
}

/// How far two texts are from each other: the smallest number of words to take out of the one and
/// to put in to make the other. A word that is replaced counts twice.
#[must_use]
pub fn distance(old: &str, new: &str) -> usize {
    let (old, new) = (words(old), words(new));
    let counted = |op: DiffOp| match op {
        DiffOp::Equal { .. } => 0,
        other => other.old_range().len() + other.new_range().len(),
    };
    script(&old, &new).into_iter().map(counted).sum()
}

/// Two changes of one text that meet: nobody can say by rule what both together want.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("both change the same words, or words that stand side by side")]
pub struct Overlap;

/// Puts two changes of one text together. At least one word that neither touches has to lie between
/// what the one and what the other changes: side by side, two changes may well contradict each
/// other ("vingt euros" made "trente euros" and "vingt dollars"). The very same change counts once.
///
/// # Errors
/// [`Overlap`]; nothing is ever chosen silently.
pub fn merge(base: &str, one: &str, other: &str) -> Result<String, Overlap> {
    // The library merges lines: each word is one.
    let lines = |text: &str| words(text).iter().fold(String::new(), |lines, word| lines + word + "\n");
    let (base_lines, one_lines, other_lines) = (lines(base), lines(one), lines(other));
    let merged = TextMergeConfig::new().algorithm(Algorithm::RawMyers).merge_lines(
        base_lines.as_str(),
        one_lines.as_str(),
        other_lines.as_str(),
    );
    let (of_one, of_other) = (words(one), words(other));
    let mut text: Vec<&str> = Vec::new();
    let mut before = MergeResolution::Unchanged;
    for region in merged.regions() {
        let resolution = region.resolution();
        match resolution {
            MergeResolution::Unchanged | MergeResolution::Both | MergeResolution::Ours => {
                text.extend(&of_one[region.ours_range()]);
            }
            MergeResolution::Theirs => text.extend(&of_other[region.theirs_range()]),
            // Also what a later version of the library may tell apart.
            _ => return Err(Overlap),
        }
        let changed = |resolution| resolution != MergeResolution::Unchanged;
        if changed(before) && changed(resolution) && before != resolution {
            return Err(Overlap);
        }
        before = resolution;
    }
    Ok(text.join(" "))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn paragraphs_are_kept_in_one_way() {
        assert_eq!(tidy("  Deux\r\n sièges\u{a0}:\tun\u{2028}par  collège\n"), "Deux sièges\u{a0}: un par collège");
        assert_eq!(tidy(" \n "), "");
    }

    #[test]
    fn differences_read_in_order() {
        let found = difference("deux sièges sont ouverts", "quatre sièges au moins sont ouverts");
        let told: Vec<_> = found.iter().map(|segment| (segment.kind, segment.text.as_str())).collect();
        use SegmentKind::{Added, Removed, Same};
        assert_eq!(
            told,
            [(Removed, "deux"), (Added, "quatre"), (Same, "sièges"), (Added, "au moins"), (Same, "sont ouverts")]
        );
        assert_eq!(distance("deux sièges sont ouverts", "quatre sièges au moins sont ouverts"), 4);
    }

    #[test]
    fn changes_that_meet_are_not_merged() {
        let base = "la cotisation est de vingt euros par an";
        let euros = "la cotisation est de trente euros par an";
        assert_eq!(merge(base, euros, "la cotisation est de vingt dollars par an"), Err(Overlap));
        assert_eq!(merge(base, euros, "la cotisation est de dix euros par an"), Err(Overlap));
        assert_eq!(merge(base, euros, euros).as_deref(), Ok(euros));
        assert_eq!(
            merge(base, euros, "la cotisation est de vingt euros par mois").as_deref(),
            Ok("la cotisation est de trente euros par mois")
        );
        assert_eq!(
            merge(base, base, "une cotisation est de vingt euros").as_deref(),
            Ok("une cotisation est de vingt euros")
        );
        // Two insertions at one place have no order.
        assert_eq!(merge("a b", "a x b", "a y b"), Err(Overlap));
    }

    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "d", "e", "f"]), 0..12).prop_map(|w| w.join(" "))
    }

    /// The length of the longest common subsequence, by the definition.
    fn common(old: &[&str], new: &[&str]) -> usize {
        let mut row = vec![0; new.len() + 1];
        for word in old {
            let mut corner = 0;
            for (index, other) in new.iter().enumerate() {
                let above = row[index + 1];
                row[index + 1] = if word == other { corner + 1 } else { above.max(row[index]) };
                corner = above;
            }
        }
        row[new.len()]
    }

    /// A base and a change of it that leaves most of it alone.
    fn changed() -> impl Strategy<Value = (Vec<usize>, usize, usize, usize)> {
        (prop::collection::vec(0_usize..1, 8..20), 0_usize..8, 0_usize..3, 0_usize..3)
    }

    proptest! {
        /// What stays and what goes is the old text; what stays and what comes is the new one.
        #[test]
        fn a_difference_holds_both_texts(old in text(), new in text()) {
            let found = difference(&old, &new);
            let without = |kind| {
                let kept: Vec<&str> = found.iter().filter(|s| s.kind != kind).map(|s| s.text.as_str()).collect();
                kept.join(" ")
            };
            prop_assert_eq!(without(SegmentKind::Added), old);
            prop_assert_eq!(without(SegmentKind::Removed), new);
        }

        /// The distance is the smallest there is, and a distance.
        #[test]
        fn the_distance_is_exact(old in text(), new in text(), third in text()) {
            let (o, n) = (words(&old), words(&new));
            prop_assert_eq!(distance(&old, &new), o.len() + n.len() - 2 * common(&o, &n));
            prop_assert_eq!(distance(&old, &new), distance(&new, &old));
            prop_assert!(distance(&old, &third) <= distance(&old, &new) + distance(&new, &third));
        }

        /// Which of the two came first does not matter, and whoever changes nothing changes nothing.
        #[test]
        fn merging_takes_no_side(base in text(), one in text(), other in text()) {
            prop_assert_eq!(merge(&base, &one, &other), merge(&base, &other, &one));
            prop_assert_eq!(merge(&base, &one, &base), Ok(one));
        }

        /// Neither side is lost: every word that either put in is there, every word that either took out is gone.
        #[test]
        fn merging_loses_neither_side((base, at, out, into) in changed(), far in 0_usize..5) {
            let base: Vec<String> = (0..base.len()).map(|number| format!("w{number}")).collect();
            let edit = |at: usize, mark: &str| {
                let mut words = base.clone();
                let end = (at + out).min(words.len());
                words.splice(at..end, (0..into).map(|number| format!("{mark}{number}")));
                words
            };
            let second = at + out + 1 + far;
            prop_assume!(second < base.len() && out + into > 0);
            let (one, other) = (edit(at, "one"), edit(second, "other"));
            let merged = merge(&base.join(" "), &one.join(" "), &other.join(" "));
            let merged = merged.expect("a word lies between them");
            let found: Vec<&str> = words(&merged);
            for (position, word) in base.iter().enumerate() {
                let taken = (at..at + out).contains(&position) || (second..second + out).contains(&position);
                prop_assert_eq!(found.contains(&word.as_str()), !taken, "{} in {}", word, merged);
            }
            for number in 0..into {
                for mark in ["one", "other"] {
                    prop_assert!(found.contains(&format!("{mark}{number}").as_str()), "{}", merged);
                }
            }
        }
    }
}
