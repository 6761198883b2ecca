//! Things in an order: an agenda, a workflow, a history, the pages of a list.

use leptos::prelude::*;

use super::PageLink;

/// Where a step stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StepState {
    /// Behind us.
    Done,
    /// Now.
    Current,
    /// To come.
    #[default]
    Upcoming,
}

/// One item of an agenda, or one state of a workflow.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// What it is.
    pub title: String,
    /// Where it leads.
    pub href: Option<String>,
    /// One more line.
    pub detail: Option<String>,
    /// Where it stands.
    pub state: StepState,
    /// The words for that: "done", "now", "to come".
    pub state_in_words: String,
}

/// An agenda or a workflow, with the place where we are.
#[component]
pub fn Steps(
    /// The steps, in order.
    steps: Vec<Step>,
) -> impl IntoView {
    let steps = steps.into_iter().map(|step| {
        let (state, now) = match step.state {
            StepState::Done => ("done", None),
            StepState::Current => ("current", Some("step")),
            StepState::Upcoming => ("upcoming", None),
        };
        let title = match step.href {
            Some(href) => view! { <a href=href>{step.title}</a> }.into_any(),
            None => step.title.into_any(),
        };
        view! {
            <li data-state=state aria-current=now>
                <p class="step-title">
                    {title}
                    <span class="step-state">{step.state_in_words}</span>
                </p>
                {step.detail.map(|detail| view! { <p class="step-detail">{detail}</p> })}
            </li>
        }
    });
    view! { <ol class="steps">{steps.collect_view()}</ol> }
}

/// Something that happened, or will.
pub struct Moment {
    /// The time for machines: `2022-06-02T14:30:00+02:00`.
    pub at: String,
    /// The time in words.
    pub when: String,
    /// What happened.
    pub content: AnyView,
}

impl Moment {
    /// A moment told in words.
    pub fn new(at: impl Into<String>, when: impl Into<String>, text: impl Into<String>) -> Self {
        Self { at: at.into(), when: when.into(), content: text.into().into_any() }
    }
}

/// A history, in the order given.
#[component]
pub fn Timeline(
    /// The moments.
    moments: Vec<Moment>,
) -> impl IntoView {
    let moments = moments.into_iter().map(|moment| {
        view! {
            <li>
                <time datetime=moment.at>{moment.when}</time>
                <div>{moment.content}</div>
            </li>
        }
    });
    view! { <ol class="timeline">{moments.collect_view()}</ol> }
}

/// The way to the pages before and after.
#[component]
pub fn Pagination(
    /// Spoken name: "Pages of the journal".
    #[prop(into)]
    label: String,
    /// "Page 2 of 5".
    #[prop(into)]
    position: String,
    /// The page before.
    previous: Option<PageLink>,
    /// The page after.
    next: Option<PageLink>,
) -> impl IntoView {
    view! {
        <nav class="pagination" aria-label=label>
            {previous.map(|link| view! { <a class="button secondary" rel="prev" href=link.href>{link.text}</a> })}
            <p>{position}</p>
            {next.map(|link| view! { <a class="button secondary" rel="next" href=link.href>{link.text}</a> })}
        </nav>
    }
}

/// The controls that narrow a list down, in one row where there is room. Sends a GET, so that a result can be linked to.
#[component]
pub fn FilterBar(
    /// The address of the list.
    #[prop(into)]
    action: String,
    /// Spoken name: "Filter the associations".
    #[prop(into)]
    label: String,
    /// The text of the button.
    #[prop(into)]
    submit: String,
    /// Shown and linked when a filter is set: the whole list.
    #[prop(optional_no_strip, into)]
    reset: Option<PageLink>,
    /// The controls.
    children: Children,
) -> impl IntoView {
    view! {
        <form class="filters" role="search" method="get" action=action aria-label=label>
            {children()}
            <div class="actions">
                <button type="submit" class="button secondary">{submit}</button>
                {reset.map(|link| view! { <a class="button quiet" href=link.href>{link.text}</a> })}
            </div>
        </form>
    }
}
