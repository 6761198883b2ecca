//! "What awaits me": the list on the home page.

use leptos::prelude::*;

use super::{Tag, Tone};

/// One thing that awaits a person.
#[derive(Clone, Debug, Default)]
pub struct Task {
    /// What it is: "A vote is open".
    pub title: String,
    /// About what, for whom.
    pub detail: String,
    /// Until when, or since when.
    pub when: Option<String>,
    /// Where it is done.
    pub href: String,
    /// The verb on the button.
    pub action: String,
    /// How urgent it is.
    pub tone: Tone,
    /// The word that says how urgent it is.
    pub status: Option<String>,
}

/// The things that await a person, the most urgent first: it alone gets the primary button.
#[component]
pub fn Tasks(
    /// The things; for an empty list, show an `EmptyState` instead.
    tasks: Vec<Task>,
) -> impl IntoView {
    let tasks = tasks.into_iter().enumerate().map(|(position, task)| {
        let class = if position == 0 { "button primary" } else { "button secondary" };
        let spoken = format!(" – {}", task.title);
        view! {
            <li class="task" data-tone=task.tone.name()>
                <div>
                    {task.status.map(|text| view! { <Tag text tone=task.tone/> })}
                    <h2>{task.title}</h2>
                    <p>{task.detail}</p>
                    {task.when.map(|when| view! { <p class="when">{when}</p> })}
                </div>
                <a class=class href=task.href>
                    {task.action}
                    <span class="spoken">{spoken}</span>
                </a>
            </li>
        }
    });
    view! { <ul class="tasks">{tasks.collect_view()}</ul> }
}
