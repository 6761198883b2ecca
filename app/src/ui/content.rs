//! The plain parts of a page: its head, its sections, facts, tags, texts, and what stands where nothing is yet.

use leptos::prelude::*;

use super::{Tone, Words};

/// The head of a page: one `h1`, one sentence, the status, and the next action.
#[component]
pub fn PageHeader(
    /// The heading of the page.
    #[prop(into)]
    title: String,
    /// Language of the heading, where it differs from the page's.
    #[prop(optional, into)]
    lang: Words,
    /// What kind of page this is, above the heading: "General assembly".
    #[prop(optional, into)]
    kicker: Words,
    /// One sentence under the heading.
    #[prop(optional, into)]
    lead: Words,
    /// Tags and actions, under the sentence.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="page-header">
            {kicker.map(|kicker| view! { <p class="kicker">{kicker}</p> })}
            <h1 lang=lang.0>{title}</h1>
            {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}

/// A part of a page under its own heading.
#[component]
pub fn Section(
    /// The heading.
    #[prop(into)]
    title: String,
    /// Language of the heading, where it differs from the page's.
    #[prop(optional, into)]
    lang: Words,
    /// Identifier, for links to this part.
    #[prop(optional, into)]
    id: Words,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section" id=id.0>
            <h2 lang=lang.0>{title}</h2>
            {children()}
        </section>
    }
}

/// Two columns where there is room: what to do, and what to know beside it.
#[component]
pub fn Columns(
    /// What to know: the narrower column, second on a phone.
    side: AnyView,
    /// What to do: the wider column, first on a phone.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="columns">
            <div>{children()}</div>
            <div>{side}</div>
        </div>
    }
}

/// A status in one or two words.
#[component]
pub fn Tag(
    /// The words.
    #[prop(into)]
    text: String,
    /// What they mean.
    #[prop(optional)]
    tone: Tone,
) -> impl IntoView {
    view! { <span class="tag" data-tone=tone.name()>{text}</span> }
}

/// One line of a list of facts.
pub struct Fact {
    label: String,
    value: AnyView,
}

impl Fact {
    /// A fact in words.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self::view(label, value.into())
    }

    /// A fact that holds a link or a tag.
    pub fn view(label: impl Into<String>, value: impl IntoView + 'static) -> Self {
        Self { label: label.into(), value: value.into_any() }
    }
}

/// Facts about one thing, as a list of terms and descriptions.
#[component]
pub fn Facts(
    /// The facts, in the order shown.
    facts: Vec<Fact>,
) -> impl IntoView {
    let facts = facts.into_iter().map(|fact| {
        view! {
            <div>
                <dt>{fact.label}</dt>
                <dd>{fact.value}</dd>
            </div>
        }
    });
    view! { <dl class="facts">{facts.collect_view()}</dl> }
}

/// A text that somebody wrote, with its line breaks: a motion, a remark.
#[component]
pub fn PlainText(
    /// The text.
    #[prop(into)]
    text: String,
    /// Its language, where it differs from the page's.
    #[prop(optional, into)]
    lang: Words,
) -> impl IntoView {
    view! { <div class="plain-text" lang=lang.0>{text}</div> }
}

/// A box around a thing among several of its kind.
#[component]
pub fn Card(
    /// The heading.
    #[prop(into)]
    title: String,
    /// Where the heading leads.
    #[prop(optional, into)]
    href: Words,
    /// Language of the heading, where it differs from the page's.
    #[prop(optional, into)]
    lang: Words,
    /// The content.
    children: Children,
) -> impl IntoView {
    let title = match href.0 {
        Some(href) => view! { <a href=href>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    view! {
        <article class="card">
            <h3 lang=lang.0>{title}</h3>
            {children()}
        </article>
    }
}

/// Boxes side by side where there is room.
#[component]
pub fn Cards(
    /// The boxes.
    children: Children,
) -> impl IntoView {
    view! { <div class="cards">{children()}</div> }
}

/// A sentence set apart, for what must be known before acting.
#[component]
pub fn Callout(
    /// The meaning of the box.
    #[prop(optional)]
    tone: Tone,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! { <div class="callout" data-tone=tone.name()>{children()}</div> }
}

/// What stands where a list is empty: why it is, and what to do next.
#[component]
pub fn EmptyState(
    /// "No association yet".
    #[prop(into)]
    title: String,
    /// Why it is empty, and what will stand here.
    #[prop(into)]
    text: String,
    /// The next action.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty-title">{title}</p>
            <p>{text}</p>
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}

/// Something most readers do not need at once, behind a line that opens it.
#[component]
pub fn Disclosure(
    /// The line.
    #[prop(into)]
    summary: String,
    /// Whether it is open at first.
    #[prop(optional)]
    open: bool,
    /// What it hides.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary>{summary}</summary>
            <div>{children()}</div>
        </details>
    }
}
