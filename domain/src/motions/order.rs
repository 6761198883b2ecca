//! In which order amendments are put to the vote.

use std::cmp::Reverse;

use super::{
    amendment::{Change, ChangeKind, Proposal, Standing, standing},
    text::Text,
    words::distance,
};
use crate::ids::AmendmentId;

/// An amendment in its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ordered {
    /// Which.
    pub id: AmendmentId,
    /// How far it is from the text as it stands: words taken out and words put in (see
    /// [`distance`]).
    pub distance: usize,
    /// Whether the chair set its place.
    pub by_chair: bool,
}

/// The order of the vote: paragraph by paragraph, and on each the deletion first, then other words
/// beginning with those furthest from the text, then what is put behind it; of two equally far the
/// one that came in first. This is the usual order of French assemblies (*Règlement de l'Assemblée
/// nationale*, article 100). Amendments to which the chair gave a place come before all others, by
/// that place.
#[must_use]
pub fn order(text: &Text, proposals: &[(Proposal, Option<u32>)]) -> Vec<Ordered> {
    let mut all: Vec<_> = proposals
        .iter()
        .map(|(proposal, set)| {
            let at = text.paragraphs().position(|(_, paragraph)| paragraph.id == proposal.paragraph);
            let kind = match proposal.change.kind() {
                ChangeKind::Delete => 0,
                ChangeKind::Replace => 1,
                ChangeKind::Insert => 2,
            };
            let far = far(text, proposal);
            let key = (set.is_none(), *set, at.unwrap_or(usize::MAX), kind, Reverse(far), proposal.number, proposal.id);
            (key, Ordered { id: proposal.id, distance: far, by_chair: set.is_some() })
        })
        .collect();
    all.sort_by_key(|(key, _)| *key);
    all.into_iter().map(|(_, ordered)| ordered).collect()
}

/// How far an amendment, as it reads on the text now, is from it.
fn far(text: &Text, proposal: &Proposal) -> usize {
    let now = text.paragraph(proposal.paragraph).map_or("", |paragraph| paragraph.words(proposal.locale));
    match (&proposal.change, standing(text, proposal)) {
        (Change::InsertAfter { text }, _) => distance("", text),
        (Change::Delete, _) => distance(now, ""),
        (Change::Replace { .. }, Standing::Rebased { text }) => distance(now, &text),
        (Change::Replace { text }, _) => distance(now, text),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::motions::{
        amendment::tests::{proposal, replace},
        text::tests::french,
    };

    const FIRST: &str = "un deux trois quatre";

    fn numbers(text: &Text, all: &[(Proposal, Option<u32>)]) -> Vec<u32> {
        let number = |id| all.iter().find(|(one, _)| one.id == id).expect("one of them").0.number;
        order(text, all).into_iter().map(|ordered| number(ordered.id)).collect()
    }

    #[test]
    fn the_deletion_then_the_furthest_then_what_is_added() {
        let text = french(&format!("{FIRST}\n\ncinq six"));
        let all = [
            (proposal(1, 2, "cinq six", replace("cinq sept")), None),
            (
                proposal(
                    2,
                    1,
                    FIRST,
                    Change::InsertAfter { text: "à la fin et longuement de tout autres mots".into() },
                ),
                None,
            ),
            (proposal(3, 1, FIRST, replace("un deux trois neuf")), None),
            (proposal(4, 1, FIRST, replace("dix onze douze treize quatorze")), None),
            (proposal(5, 1, FIRST, Change::Delete), None),
            (proposal(6, 1, FIRST, replace("un deux huit quatre")), None),
        ];
        assert_eq!(numbers(&text, &all), [5, 4, 3, 6, 2, 1]);
        let told: Vec<_> = order(&text, &all).iter().map(|ordered| ordered.distance).collect();
        assert_eq!(told, [4, 9, 2, 2, 9, 2]);
        let mut set = all.to_vec();
        set[0].1 = Some(1);
        set[2].1 = Some(2);
        assert_eq!(numbers(&text, &set), [1, 3, 5, 4, 6, 2], "those of the chair first, then the rule");
    }

    proptest! {
        /// Every amendment has one place, whatever the order in which they are handed over.
        #[test]
        fn the_order_is_total(
            wanted in prop::collection::vec((1_u128..4, 0_usize..3, "[a-c]( [a-c]){0,3}", prop::option::of(1_u32..4)), 0..8),
            turn in any::<prop::sample::Index>(),
        ) {
            let text = french("a b\n\nb c\n\na c");
            let mut all: Vec<_> = (1..)
                .zip(wanted)
                .map(|(number, (to, kind, words, set))| {
                    let change = match kind {
                        0 => replace(&words),
                        1 => Change::Delete,
                        _ => Change::InsertAfter { text: words },
                    };
                    (proposal(number, to, "a b", change), set)
                })
                .collect();
            let before = order(&text, &all);
            prop_assert_eq!(before.len(), all.len());
            if !all.is_empty() {
                let turn = turn.index(all.len());
                all.rotate_left(turn);
            }
            prop_assert_eq!(before, order(&text, &all));
        }
    }
}
