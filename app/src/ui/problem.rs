//! The page that comes instead of the one that was asked for.

use leptos::prelude::*;

use super::Words;

/// A refusal, a page that is not there, a fault: what happened, what is safe, what to do.
#[component]
pub fn ProblemPage(
    /// What happened, in a few words.
    #[prop(into)]
    title: String,
    /// What happened, in one or two sentences.
    #[prop(into)]
    happened: String,
    /// What is safe: "Nothing was changed."
    #[prop(optional, into)]
    reassurance: Words,
    /// What to do now, one sentence each.
    #[prop(optional)]
    advice: Vec<String>,
    /// Heading above the advice: "What you can do".
    #[prop(optional, into)]
    advice_title: String,
    /// What to quote when asking for help, with its label.
    #[prop(optional, into)]
    reference: Words,
    /// The next action.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let advice = (!advice.is_empty()).then(|| {
        let lines = advice.into_iter().map(|line| view! { <li>{line}</li> });
        view! {
            <h2>{advice_title}</h2>
            <ul>{lines.collect_view()}</ul>
        }
    });
    view! {
        <div class="problem">
            <h1>{title}</h1>
            <p class="lead">{happened}</p>
            {reassurance.map(|text| view! { <p class="reassurance">{text}</p> })}
            {advice}
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
            {reference.map(|text| view! { <p class="reference">{text}</p> })}
        </div>
    }
}
