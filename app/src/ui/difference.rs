//! What changes in a text, word by word.

use leptos::prelude::*;

use super::Words;

/// Whether words stay, go or come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordChange {
    /// They stay.
    Same,
    /// They go.
    Removed,
    /// They come.
    Added,
}

/// A text with the words that go and the words that come. Removed words are struck out and added ones
/// underlined; whoever listens hears where they begin and end.
#[component]
pub fn Difference(
    /// The words in reading order.
    parts: Vec<(WordChange, String)>,
    /// Said before words that go: "removed:".
    #[prop(into)]
    removed: String,
    /// Said before words that come: "added:".
    #[prop(into)]
    added: String,
    /// Said after either: "end".
    #[prop(into)]
    end: String,
    /// Language of the text, where it differs from the page's.
    #[prop(optional, into)]
    lang: Words,
) -> impl IntoView {
    let spoken = |text: &str| {
        let said = format!(" ({text}) ");
        view! { <span class="spoken">{said}</span> }
    };
    let parts = parts.into_iter().map(|(change, text)| match change {
        WordChange::Same => view! { {text}" " }.into_any(),
        WordChange::Removed => view! { <del>{spoken(&removed)}{text}{spoken(&end)}</del>" " }.into_any(),
        WordChange::Added => view! { <ins>{spoken(&added)}{text}{spoken(&end)}</ins>" " }.into_any(),
    });
    let parts = parts.collect_view();
    view! { <p class="difference" lang=lang.0>{parts}</p> }
}
