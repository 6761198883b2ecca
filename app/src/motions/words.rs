//! How motions and amendments are called, and how differences are shown.

use domain::{
    locale::Locale,
    motions::{CollisionKind, MotionRefused, SegmentKind, Standing, State, TextRefused, difference},
};
use i18n::t;
use leptos::prelude::*;
use services::motions::{Amendment, Backer};

use crate::ui::{Difference, Tone, WordChange, Words};

/// "Amendment 2 to 1.3: other words".
#[must_use]
pub fn amendment_title(l: Locale, amendment: &Amendment) -> String {
    let what = i18n::wording::change_kind(l, amendment.proposal.change.kind());
    let number = amendment.proposal.number;
    match amendment.place {
        Some(place) => t!(l, "motions-amendment-title", number = number, place = place.to_string(), what = what),
        None => t!(l, "motions-amendment-title-short", number = number, what = what),
    }
}

/// Who wrote it: the associations, or the board.
#[must_use]
pub fn authors(l: Locale, authors: &[Backer]) -> String {
    if authors.is_empty() { t!(l, "motions-author-board") } else { names(l, authors) }
}

/// Names in a row.
#[must_use]
pub fn names(l: Locale, backers: &[Backer]) -> String {
    let names: Vec<&str> = backers.iter().map(|backer| backer.name.as_str()).collect();
    i18n::list(l, &names)
}

/// How urgent a state is.
#[must_use]
pub const fn tone(state: State) -> Tone {
    match state {
        State::Draft | State::Submitted => Tone::Attention,
        State::Voting => Tone::Active,
        State::Adopted => Tone::Positive,
        State::Rejected | State::Refused => Tone::Critical,
        State::Admissible | State::Withdrawn | State::Superseded => Tone::Neutral,
    }
}

/// What an amendment changes, word by word.
pub fn changes(l: Locale, amendment: &Amendment) -> impl IntoView + use<> {
    words_changed(l, &amendment.before, &amendment.after, amendment.proposal.locale)
}

/// What becomes of some words, word by word.
pub fn words_changed(l: Locale, before: &str, after: &str, written_in: Locale) -> impl IntoView + use<> {
    let parts = difference(before, after)
        .into_iter()
        .map(|segment| {
            let change = match segment.kind {
                SegmentKind::Same => WordChange::Same,
                SegmentKind::Removed => WordChange::Removed,
                SegmentKind::Added => WordChange::Added,
            };
            (change, segment.text)
        })
        .collect();
    let lang = Words::from((written_in != l).then(|| written_in.to_string()));
    view! {
        <Difference parts=parts removed=t!(l, "motions-words-removed") added=t!(l, "motions-words-added") end=t!(l, "motions-words-end") lang=lang/>
    }
}

/// How an amendment stands to the text as it has become; nothing while it reads as it was written.
#[must_use]
pub fn standing(l: Locale, amendment: &Amendment) -> Option<String> {
    if let Some((because, by)) = amendment.superseded {
        let why = i18n::wording::without_object(l, because);
        return Some(match by {
            Some(number) => t!(l, "motions-superseded-by", number = number, why = why),
            None => why,
        });
    }
    if !amendment.state.pending() {
        return None;
    }
    match &amendment.standing {
        Standing::AsWritten => None,
        Standing::Rebased { .. } => Some(t!(l, "motions-rebased")),
        Standing::TranslationFirst => Some(t!(l, "motions-translation-first")),
        Standing::WithoutObject(because) => Some(i18n::wording::without_object(l, *because)),
    }
}

/// How another amendment stands to this one.
#[must_use]
pub fn collision(l: Locale, kind: CollisionKind, other: u32) -> String {
    match kind {
        CollisionKind::Compatible => t!(l, "motions-collision-compatible", other = other),
        CollisionKind::Exclusive => t!(l, "motions-collision-exclusive", other = other),
        CollisionKind::Deletion => t!(l, "motions-collision-deletion", other = other),
        CollisionKind::SamePlace => t!(l, "motions-collision-same-place", other = other),
        CollisionKind::Languages => t!(l, "motions-collision-languages", other = other),
    }
}

/// A refusal as a sentence that says what to do.
#[must_use]
pub fn refused(l: Locale, refused: &MotionRefused) -> String {
    use MotionRefused as R;
    match refused {
        R::NotFromHere { state } => {
            t!(l, "refused-motion-not-from-here", state = i18n::wording::motion_state(l, *state))
        }
        // The pages say the deadline in the network's own time zone.
        R::DeadlinePassed { .. } => t!(l, "refused-motion-deadline"),
        R::SessionOpened => t!(l, "refused-motion-session"),
        R::NotOnRoll => t!(l, "refused-motion-not-on-roll"),
        R::BacksAlready => t!(l, "refused-motion-backs-already"),
        R::ReasonMissing => t!(l, "refused-motion-reason"),
        R::ChangesNothing => t!(l, "refused-motion-changes-nothing"),
        R::WithoutObject { because } => {
            t!(l, "refused-motion-without-object", why = i18n::wording::without_object(l, *because))
        }
        R::TranslationFirst { locale } => {
            t!(l, "refused-motion-translation-first", language = crate::context::language_name(*locale))
        }
        R::NotItsTurn { first } => t!(l, "refused-motion-not-its-turn", first = *first),
        R::AmendmentsPending { count } => t!(l, "refused-motion-amendments-pending", count = *count),
        R::Text(TextRefused::Empty) => t!(l, "refused-motion-text-empty"),
        R::Text(TextRefused::ArticleEmpty { article }) => t!(l, "refused-motion-article-empty", article = *article),
        R::Text(TextRefused::BuiltDifferently { locale, article }) => t!(
            l,
            "refused-motion-built-differently",
            language = crate::context::language_name(*locale),
            article = *article
        ),
        R::Text(TextRefused::UpToDate) => t!(l, "refused-motion-up-to-date"),
    }
}
