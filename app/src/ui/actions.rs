//! What a person can do on a page: buttons, links that look like buttons, forms of one button.

use leptos::prelude::*;

use super::Words;

/// How much an action matters. A page has one primary action at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ActionKind {
    /// The obvious next thing to do.
    #[default]
    Primary,
    /// Another thing one may do.
    Secondary,
    /// Something that cannot be undone.
    Danger,
    /// Something minor, such as "cancel".
    Quiet,
}

impl ActionKind {
    fn class(self) -> &'static str {
        match self {
            ActionKind::Primary => "button primary",
            ActionKind::Secondary => "button secondary",
            ActionKind::Danger => "button danger",
            ActionKind::Quiet => "button quiet",
        }
    }
}

/// The button that sends the form around it.
#[component]
pub fn SubmitButton(
    /// The visible text: a verb.
    #[prop(into)]
    text: String,
    /// How much the action matters.
    #[prop(optional)]
    kind: ActionKind,
    /// Name of the form entry that the button adds, where a form has several buttons.
    #[prop(optional, into)]
    name: Words,
    /// Value of that form entry.
    #[prop(optional, into)]
    value: Words,
    /// What the action is about, for those who hear the button out of its row: "Aurore".
    #[prop(optional, into)]
    about: Words,
) -> impl IntoView {
    view! {
        <button type="submit" class=kind.class() name=name.0 value=value.0>
            {text}
            {about.map(spoken)}
        </button>
    }
}

/// A link that looks like a button: it leads somewhere and changes nothing.
#[component]
pub fn ActionLink(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// The visible text.
    #[prop(into)]
    text: String,
    /// How much the action matters.
    #[prop(optional)]
    kind: ActionKind,
    /// What the action is about, for those who hear the link out of its row.
    #[prop(optional, into)]
    about: Words,
) -> impl IntoView {
    view! {
        <a class=kind.class() href=href>
            {text}
            {about.map(spoken)}
        </a>
    }
}

/// A whole form of one button, for an action that needs no other entry.
#[component]
pub fn PostButton(
    /// Where the form posts.
    #[prop(into)]
    action: String,
    /// The visible text: a verb.
    #[prop(into)]
    text: String,
    /// How much the action matters.
    #[prop(optional)]
    kind: ActionKind,
    /// Form entries that are sent with it.
    #[prop(optional)]
    entries: Vec<(String, String)>,
    /// What the action is about, for those who hear the button out of its row.
    #[prop(optional, into)]
    about: Words,
) -> impl IntoView {
    let entries = entries.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    view! {
        <form class="post-button" method="post" action=action>
            {entries.collect_view()}
            <SubmitButton text kind about/>
        </form>
    }
}

/// The row of buttons at the end of a form or of a page's head.
#[component]
pub fn FormActions(
    /// The buttons, the primary one first.
    children: Children,
) -> impl IntoView {
    view! { <div class="actions">{children()}</div> }
}

fn spoken(about: String) -> impl IntoView {
    view! { <span class="spoken">" – "{about}</span> }
}
