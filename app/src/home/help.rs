//! The help, and the accessibility statement: what stands there is the same for everyone.

use i18n::{Key, key, t};
use leptos::prelude::*;

use crate::{
    context::{Answer, Cx},
    ui::{PageHeader, Section},
};

/// A part of a page: its anchor, its heading, and its sentences.
type Part = (&'static str, Key, &'static [Key]);

const HELP: [Part; 5] = [
    (
        "sign-in",
        key!("help-sign-in-title"),
        &[
            key!("help-sign-in-open"),
            key!("help-sign-in-address"),
            key!("help-sign-in-own"),
            key!("help-sign-in-link"),
            key!("help-sign-in-end"),
        ],
    ),
    (
        "vote",
        key!("help-vote-title"),
        &[
            key!("help-vote-open"),
            key!("help-vote-arrive"),
            key!("help-vote-choose"),
            key!("help-vote-change"),
            key!("help-vote-named"),
        ],
    ),
    (
        "proxy",
        key!("help-proxy-title"),
        &[key!("help-proxy-open"), key!("help-proxy-choose"), key!("help-proxy-take-back")],
    ),
    (
        "result",
        key!("help-result-title"),
        &[key!("help-result-sentence"), key!("help-result-roll"), key!("help-result-again")],
    ),
    (
        "trouble",
        key!("help-trouble-title"),
        &[
            key!("help-trouble-reload"),
            key!("help-trouble-form"),
            key!("help-trouble-mail"),
            key!("help-trouble-right"),
            key!("help-trouble-room"),
        ],
    ),
];

const ACCESSIBILITY: [Part; 4] = [
    (
        "state",
        key!("accessibility-state-title"),
        &[key!("accessibility-state"), key!("accessibility-aim"), key!("accessibility-checks")],
    ),
    (
        "done",
        key!("accessibility-done-title"),
        &[
            key!("accessibility-done-keyboard"),
            key!("accessibility-done-reader"),
            key!("accessibility-done-colour"),
            key!("accessibility-done-small"),
            key!("accessibility-done-script"),
        ],
    ),
    (
        "known",
        key!("accessibility-known-title"),
        &[
            key!("accessibility-known-documents"),
            key!("accessibility-known-tested"),
            key!("accessibility-known-language"),
        ],
    ),
    (
        "contact",
        key!("accessibility-contact-title"),
        &[key!("accessibility-contact"), key!("accessibility-contact-appeal")],
    ),
];

/// How to sign in, vote, give a proxy, and what to do when something fails.
pub(super) async fn help(cx: Cx) -> Answer {
    let l = cx.locale();
    Ok(cx.page(t!(l, "help")).render(move || {
        let links = HELP.into_iter().map(|(anchor, title, _)| {
            view! { <li><a href=format!("#{anchor}")>{title.text(l)}</a></li> }
        });
        let sections = HELP.into_iter().map(|(anchor, title, steps)| {
            let steps = steps.iter().map(|step| view! { <li>{step.text(l)}</li> }).collect_view();
            let steps = if anchor == "trouble" {
                view! { <ul>{steps}</ul> }.into_any()
            } else {
                view! { <ol>{steps}</ol> }.into_any()
            };
            view! { <Section title=title.text(l) id=anchor>{steps}</Section> }
        });
        view! {
            <PageHeader title=t!(l, "help") lead=t!(l, "help-lead")/>
            <nav aria-label=t!(l, "help-on-this-page")><ul>{links.collect_view()}</ul></nav>
            {sections.collect_view()}
        }
    }))
}

/// What works for whom, what does not yet, and who has checked it.
pub(super) async fn accessibility(cx: Cx) -> Answer {
    let l = cx.locale();
    Ok(cx.page(t!(l, "accessibility")).render(move || {
        let sections = ACCESSIBILITY.into_iter().map(|(anchor, title, sentences)| {
            let lines = sentences.iter();
            let body = if matches!(anchor, "done" | "known") {
                let lines = lines.map(|line| view! { <li>{line.text(l)}</li> });
                view! { <ul>{lines.collect_view()}</ul> }.into_any()
            } else {
                lines.map(|line| view! { <p>{line.text(l)}</p> }).collect_view().into_any()
            };
            view! { <Section title=title.text(l) id=anchor>{body}</Section> }
        });
        view! {
            <PageHeader title=t!(l, "accessibility") lead=t!(l, "accessibility-lead")/>
            {sections.collect_view()}
        }
    }))
}
