//! An amendment to one paragraph: what it amounts to on the text as it stands, and what becomes of
//! the text when it is adopted.

use super::{
    text::{Paragraph, Text, Wording},
    words::merge,
};
use crate::{
    ids::{AmendmentId, ParagraphId},
    locale::Locale,
};

text_enum! {
    /// What an amendment does to a paragraph.
    pub enum ChangeKind {
        /// Other words.
        Replace = "replace",
        /// The paragraph goes.
        Delete = "delete",
        /// A new paragraph comes behind it.
        Insert = "insert",
    }
}

/// What an amendment does to a paragraph, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// These words take the place of the paragraph's.
    Replace {
        /// The new words.
        text: String,
    },
    /// The paragraph goes, in every language.
    Delete,
    /// A paragraph with these words comes behind it.
    InsertAfter {
        /// The words.
        text: String,
    },
}

impl Change {
    /// The kind alone.
    #[must_use]
    pub const fn kind(&self) -> ChangeKind {
        match self {
            Self::Replace { .. } => ChangeKind::Replace,
            Self::Delete => ChangeKind::Delete,
            Self::InsertAfter { .. } => ChangeKind::Insert,
        }
    }

    /// The words that it brings; none for a deletion.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Replace { text } | Self::InsertAfter { text } => text,
            Self::Delete => "",
        }
    }
}

/// An amendment as the rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Which; an inserted paragraph takes its identifier from it.
    pub id: AmendmentId,
    /// In the order in which amendments to the motion came in, from 1.
    pub number: u32,
    /// To which paragraph.
    pub paragraph: ParagraphId,
    /// In which language.
    pub locale: Locale,
    /// The words of the paragraph when it was written.
    pub base: String,
    /// What it does.
    pub change: Change,
}

text_enum! {
    /// Why an amendment has nothing left to decide.
    pub enum WithoutObject {
        /// Its paragraph was struck out.
        ParagraphGone = "paragraph_gone",
        /// What was adopted changed the same words.
        Overlap = "overlap",
        /// What was adopted says the same already.
        AlreadySo = "already_so",
    }
}

/// What an amendment amounts to on the text as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It reads as it was written.
    AsWritten,
    /// The paragraph has changed elsewhere: with the words of both, it reads like this.
    Rebased {
        /// The whole paragraph.
        text: String,
    },
    /// The paragraph was changed in another language: its own words must say so first, or the change
    /// would be lost.
    TranslationFirst,
    /// Nothing is left to decide.
    WithoutObject(WithoutObject),
}

/// Why an amendment does not change the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotApply {
    /// Nothing is left to decide.
    #[error("without object: {0}")]
    WithoutObject(WithoutObject),
    /// The words in its language are out of date.
    #[error("the translation comes first")]
    TranslationFirst,
}

/// What an amendment amounts to on `text`. A paragraph behind a struck one still has its place; a
/// deletion of words that were changed meanwhile would undo what was adopted, and is without object.
#[must_use]
pub fn standing(text: &Text, proposal: &Proposal) -> Standing {
    let Some(paragraph) = text.paragraph(proposal.paragraph) else {
        return Standing::WithoutObject(WithoutObject::ParagraphGone);
    };
    let now = paragraph.words(proposal.locale);
    let stale = paragraph.stale(proposal.locale);
    match &proposal.change {
        Change::InsertAfter { .. } => Standing::AsWritten,
        Change::Delete if paragraph.struck => Standing::WithoutObject(WithoutObject::AlreadySo),
        Change::Replace { .. } if paragraph.struck => Standing::WithoutObject(WithoutObject::ParagraphGone),
        Change::Delete if now != proposal.base || stale => Standing::WithoutObject(WithoutObject::Overlap),
        Change::Delete => Standing::AsWritten,
        Change::Replace { .. } if stale => Standing::TranslationFirst,
        Change::Replace { text } if now == text => Standing::WithoutObject(WithoutObject::AlreadySo),
        Change::Replace { .. } if now == proposal.base => Standing::AsWritten,
        Change::Replace { text } => match merge(&proposal.base, now, text) {
            Ok(merged) if merged == now => Standing::WithoutObject(WithoutObject::AlreadySo),
            Ok(text) => Standing::Rebased { text },
            Err(_) => Standing::WithoutObject(WithoutObject::Overlap),
        },
    }
}

/// The text once the amendment is adopted. No other paragraph changes. The other languages of the
/// paragraph are out of date from then on.
///
/// # Errors
/// [`CannotApply`]; nothing is overwritten silently.
pub fn apply(text: &Text, proposal: &Proposal) -> Result<Text, CannotApply> {
    let merged = match standing(text, proposal) {
        Standing::AsWritten => proposal.change.words().to_owned(),
        Standing::Rebased { text } => text,
        Standing::TranslationFirst => return Err(CannotApply::TranslationFirst),
        Standing::WithoutObject(because) => return Err(CannotApply::WithoutObject(because)),
    };
    let mut changed = text.clone();
    let written = Wording { text: merged, stale: false };
    match &proposal.change {
        Change::Replace { .. } => {
            if let Some(paragraph) = changed.paragraph_mut(proposal.paragraph) {
                paragraph.wordings.values_mut().for_each(|wording| wording.stale = true);
                paragraph.wordings.insert(proposal.locale, written);
            }
        }
        Change::Delete => {
            if let Some(paragraph) = changed.paragraph_mut(proposal.paragraph) {
                paragraph.struck = true;
            }
        }
        Change::InsertAfter { .. } => {
            let untranslated = || Wording { text: String::new(), stale: true };
            let mut wordings: std::collections::BTreeMap<_, _> =
                text.languages().into_iter().map(|locale| (locale, untranslated())).collect();
            wordings.insert(proposal.locale, written);
            let id = ParagraphId(proposal.id.0);
            insert(&mut changed, Paragraph { id, after: Some(proposal.paragraph), struck: false, wordings });
        }
    }
    Ok(changed)
}

/// Puts a paragraph behind its own, and behind what was put there before it.
fn insert(text: &mut Text, new: Paragraph) {
    let Some(behind) = new.after else { return };
    for article in &mut text.articles {
        let Some(at) = article.paragraphs.iter().position(|paragraph| paragraph.id == behind) else { continue };
        let mut family = vec![behind];
        let mut end = at + 1;
        while let Some(next) = article.paragraphs.get(end)
            && next.after.is_some_and(|after| family.contains(&after))
        {
            family.push(next.id);
            end += 1;
        }
        article.paragraphs.insert(end, new);
        return;
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::motions::text::tests::{bilingual, french, paragraph};

    pub fn proposal(number: u32, to: u128, base: &str, change: Change) -> Proposal {
        Proposal {
            id: AmendmentId(Uuid::from_u128(1000 + u128::from(number))),
            number,
            paragraph: paragraph(to),
            locale: Locale::Fr,
            base: base.to_owned(),
            change,
        }
    }

    pub fn replace(text: &str) -> Change {
        Change::Replace { text: text.to_owned() }
    }

    fn behind(text: &str) -> Change {
        Change::InsertAfter { text: text.to_owned() }
    }

    fn read(text: &Text) -> String {
        text.assembled(Locale::Fr, Locale::Fr)
    }

    const BASE: &str = "Deux sièges du conseil sont ouverts aux personnes accompagnées en juin";

    #[test]
    fn the_next_vote_is_on_the_text_as_amended() {
        let text = french(BASE);
        let seats =
            proposal(1, 1, BASE, replace("Quatre sièges du conseil sont ouverts aux personnes accompagnées en juin"));
        let month =
            proposal(2, 1, BASE, replace("Deux sièges du conseil sont ouverts aux personnes accompagnées en mars"));
        let rival =
            proposal(3, 1, BASE, replace("Six sièges du conseil sont ouverts aux personnes accompagnées en juin"));
        assert_eq!(standing(&text, &month), Standing::AsWritten);
        let amended = apply(&text, &seats).expect("it is as written");
        let merged = "Quatre sièges du conseil sont ouverts aux personnes accompagnées en mars";
        assert_eq!(standing(&amended, &month), Standing::Rebased { text: merged.into() });
        assert_eq!(standing(&amended, &rival), Standing::WithoutObject(WithoutObject::Overlap));
        assert_eq!(standing(&amended, &seats), Standing::WithoutObject(WithoutObject::AlreadySo));
        assert_eq!(read(&apply(&amended, &month).expect("it is rebased")), format!("1.1 {merged}"));
        assert_eq!(apply(&amended, &rival), Err(CannotApply::WithoutObject(WithoutObject::Overlap)));
        let deletion = proposal(4, 1, BASE, Change::Delete);
        assert_eq!(standing(&amended, &deletion), Standing::WithoutObject(WithoutObject::Overlap));
        let struck = apply(&text, &deletion).expect("it is as written");
        assert_eq!(standing(&struck, &month), Standing::WithoutObject(WithoutObject::ParagraphGone));
        assert_eq!(standing(&struck, &deletion), Standing::WithoutObject(WithoutObject::AlreadySo));
    }

    #[test]
    fn numbers_follow_the_text_and_identifiers_stay() {
        let text = french("un\n\ndeux\n\ntrois");
        let struck = apply(&text, &proposal(1, 2, "deux", Change::Delete)).expect("as written");
        assert_eq!(read(&struck), "1.1 un\n\n1.2 trois");
        let put = apply(&struck, &proposal(2, 2, "deux", behind("neuf"))).expect("its place is there");
        assert_eq!(read(&put), "1.1 un\n\n1.2 neuf\n\n1.3 trois");
        let more = apply(&put, &proposal(3, 2, "deux", behind("dix"))).expect("behind the first");
        assert_eq!(read(&more), "1.1 un\n\n1.2 neuf\n\n1.3 dix\n\n1.4 trois");
        assert_eq!(more.place(paragraph(3)).map(|place| place.paragraph), Some(4));
    }

    #[test]
    fn a_change_in_one_language_dates_the_other() {
        let text = bilingual("Deux sièges", "Twee zetels");
        let french = proposal(1, 1, "Deux sièges", replace("Trois sièges"));
        let dutch = Proposal { locale: Locale::Nl, ..proposal(2, 1, "Twee zetels", replace("Twee zetels in juni")) };
        let amended = apply(&text, &french).expect("as written");
        assert!(amended.paragraph(paragraph(1)).expect("it").stale(Locale::Nl));
        assert_eq!(apply(&amended, &dutch), Err(CannotApply::TranslationFirst));
        let translated = amended.brought_up_to_date(paragraph(1), Locale::Nl, "Drie zetels").expect("out of date");
        assert_eq!(standing(&translated, &dutch), Standing::Rebased { text: "Drie zetels in juni".into() });
        let put = apply(&translated, &proposal(3, 1, "Deux sièges", behind("Nouveau"))).expect("as written");
        let new = put.paragraph(ParagraphId(Uuid::from_u128(1003))).expect("it");
        assert!(new.stale(Locale::Nl) && !new.stale(Locale::Fr));
        assert_eq!(new.words_or(Locale::Nl, Locale::Nl), "Nouveau");
    }

    /// Amendments to different paragraphs of one text of eight, in any order of them.
    fn amendments() -> impl Strategy<Value = (Vec<Proposal>, Vec<Proposal>)> {
        let one = (0_usize..3, "[a-z]{1,4}( [a-z]{1,4}){0,4}");
        let all = prop::collection::btree_map(1_u128..=8, one, 1..8).prop_map(|wanted| {
            let written = (1..).zip(wanted).map(|(number, (to, (kind, words)))| {
                let change = match kind {
                    0 => replace(&words),
                    1 => Change::Delete,
                    _ => behind(&words),
                };
                proposal(number, to, &format!("mot {to}"), change)
            });
            written.collect::<Vec<_>>()
        });
        all.prop_flat_map(|written| (Just(written.clone()), Just(written).prop_shuffle()))
    }

    fn eight() -> Text {
        french(&(1..=8).map(|number| format!("mot {number}")).collect::<Vec<_>>().join("\n\n"))
    }

    proptest! {
        /// Without a collision the order of adoption does not matter.
        #[test]
        fn any_order_gives_the_same_text((written, shuffled) in amendments()) {
            let all = |order: &[Proposal]| order.iter().try_fold(eight(), |text, one| apply(&text, one));
            prop_assert_eq!(all(&written), all(&shuffled));
            prop_assert!(all(&written).is_ok());
        }

        /// No word of another paragraph changes, and its identifier stays.
        #[test]
        fn other_paragraphs_stay_as_they_are((written, _) in amendments()) {
            let text = eight();
            let amended = apply(&text, &written[0]).expect("as written");
            for (_, paragraph) in text.paragraphs().filter(|(_, paragraph)| paragraph.id != written[0].paragraph) {
                prop_assert_eq!(amended.paragraph(paragraph.id), Some(paragraph));
            }
        }

        /// Two changes of one paragraph: the second keeps what the first brought in, or is refused.
        #[test]
        fn nothing_adopted_is_overwritten(first in "[a-d]( [a-d]){3,7}", second in "[a-d]( [a-d]){3,7}", base in "[a-d]( [a-d]){3,7}") {
            let text = french(&base);
            let (one, other) = (proposal(1, 1, &base, replace(&first)), proposal(2, 1, &base, replace(&second)));
            prop_assume!(first != base);
            let amended = apply(&text, &one).expect("as written");
            match apply(&amended, &other) {
                Err(CannotApply::WithoutObject(_)) => {}
                Err(CannotApply::TranslationFirst) => prop_assert!(false, "there is one language"),
                Ok(both) => {
                    let words = both.paragraph(paragraph(1)).expect("it").words(Locale::Fr).to_owned();
                    prop_assert_eq!(Ok(words), merge(&base, &second, &first));
                }
            }
        }
    }
}
