//! Amendments that get in each other's way, named before the vote.

use super::{
    amendment::{Change, Proposal},
    words::merge,
};
use crate::ids::AmendmentId;

text_enum! {
    /// How two amendments to one paragraph stand to each other.
    pub enum CollisionKind {
        /// They change different words: both can be adopted.
        Compatible = "compatible",
        /// They change the same words: when one is adopted, the other is without object.
        Exclusive = "exclusive",
        /// One strikes out the paragraph that the other changes.
        Deletion = "deletion",
        /// Both put a paragraph in the same place: the one adopted first stands first.
        SamePlace = "same_place",
        /// They change the paragraph in two languages: after one, the translation comes first.
        Languages = "languages",
    }
}

/// Two amendments to one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Collision {
    /// The one that came in first.
    pub one: AmendmentId,
    /// The other.
    pub other: AmendmentId,
    /// How they stand to each other.
    pub kind: CollisionKind,
}

/// Every pair of amendments that touch one paragraph, in the order of their numbers.
#[must_use]
pub fn collisions(proposals: &[Proposal]) -> Vec<Collision> {
    let mut sorted: Vec<&Proposal> = proposals.iter().collect();
    sorted.sort_by_key(|proposal| proposal.number);
    let mut found = Vec::new();
    for (index, one) in sorted.iter().enumerate() {
        for other in &sorted[index + 1..] {
            if one.paragraph == other.paragraph
                && let Some(kind) = between(one, other)
            {
                found.push(Collision { one: one.id, other: other.id, kind });
            }
        }
    }
    found
}

fn between(one: &Proposal, other: &Proposal) -> Option<CollisionKind> {
    use Change::{Delete, InsertAfter, Replace};
    Some(match (&one.change, &other.change) {
        (InsertAfter { .. }, InsertAfter { .. }) => CollisionKind::SamePlace,
        // What comes behind a paragraph does not depend on its words, but may on its being there.
        (InsertAfter { .. }, Replace { .. }) | (Replace { .. }, InsertAfter { .. }) => return None,
        (Delete, _) | (_, Delete) => CollisionKind::Deletion,
        (Replace { .. }, Replace { .. }) if one.locale != other.locale => CollisionKind::Languages,
        (Replace { text: first }, Replace { text: second }) => match merge(&one.base, first, second) {
            Ok(_) if one.base == other.base => CollisionKind::Compatible,
            _ => CollisionKind::Exclusive,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::Locale,
        motions::amendment::tests::{proposal, replace},
    };

    #[test]
    fn every_pair_on_a_paragraph_is_named() {
        let base = "un deux trois quatre cinq";
        let put = |number| proposal(number, 1, base, Change::InsertAfter { text: "six".into() });
        let all = [
            proposal(2, 1, base, replace("un deux trois quatre sept")),
            proposal(1, 1, base, replace("neuf deux trois quatre cinq")),
            proposal(3, 1, base, replace("dix deux trois quatre cinq")),
            proposal(4, 1, base, Change::Delete),
            proposal(5, 2, "autre", Change::Delete),
            put(6),
            put(7),
            Proposal { locale: Locale::Nl, ..proposal(8, 1, "een", replace("twee")) },
        ];
        let number = |id| all.iter().find(|one| one.id == id).expect("one of them").number;
        let found: Vec<_> =
            collisions(&all).iter().map(|found| (number(found.one), number(found.other), found.kind)).collect();
        use CollisionKind as K;
        assert_eq!(
            found,
            [
                (1, 2, K::Compatible),
                (1, 3, K::Exclusive),
                (1, 4, K::Deletion),
                (1, 8, K::Languages),
                (2, 3, K::Compatible),
                (2, 4, K::Deletion),
                (2, 8, K::Languages),
                (3, 4, K::Deletion),
                (3, 8, K::Languages),
                (4, 6, K::Deletion),
                (4, 7, K::Deletion),
                (4, 8, K::Deletion),
                (6, 7, K::SamePlace),
            ]
        );
    }
}
