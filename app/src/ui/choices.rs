//! Controls that choose among given answers.

use leptos::prelude::*;

use super::Words;
use super::forms::{Surroundings, field_id, required_word};

/// One answer among several.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What the person reads.
    pub label: String,
    /// One more line, if it helps to choose.
    pub detail: Option<String>,
}

impl Choice {
    /// An answer without a detail.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), detail: None }
    }

    /// Adds a line that helps to choose.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}

/// How the answers are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChoiceLayout {
    /// One under the other.
    #[default]
    List,
    /// Large boxes, side by side where there is room: for a vote.
    Ballot,
}

/// One answer among a few, all visible. No answer is given beforehand unless `selected` says so.
#[component]
pub fn Choices(
    /// Name of the form entry.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    legend: String,
    /// The answers, in the order shown.
    options: Vec<Choice>,
    /// The value chosen so far.
    #[prop(optional, into)]
    selected: Words,
    /// How the answers are laid out.
    #[prop(optional)]
    layout: ChoiceLayout,
    /// How to answer, in one sentence.
    #[prop(optional, into)]
    hint: Words,
    /// Why the answer was refused.
    #[prop(optional, into)]
    error: Words,
    /// The word that says that an answer is needed.
    #[prop(optional, into)]
    required: Words,
    /// Identifier of the first answer, where the name occurs twice on a page.
    #[prop(optional, into)]
    id: Words,
) -> impl IntoView {
    let id = id.0.unwrap_or_else(|| field_id(&name));
    let around = Surroundings { id: id.clone(), hint: hint.0, error: error.0 };
    let (described_by, invalid) = (around.described_by(), around.invalid());
    let is_required = required.is_some();
    let answers = options.into_iter().enumerate().map(|(position, choice)| {
        // The first answer bears the identifier itself, so that the error summary leads to it.
        let id = if position == 0 { id.clone() } else { format!("{id}-{position}") };
        let checked = selected.0.as_deref() == Some(choice.value.as_str());
        view! {
            <label class="choice" for=id>
                <input type="radio" id=id.clone() name=name.clone() value=choice.value checked=checked required=is_required/>
                <span class="choice-text">
                    {choice.label}
                    {choice.detail.map(|detail| view! { <span class="choice-detail">{detail}</span> })}
                </span>
            </label>
        }
    });
    let class = match layout {
        ChoiceLayout::List => "field choices",
        ChoiceLayout::Ballot => "field choices ballot",
    };
    view! {
        <fieldset class=class aria-describedby=described_by data-invalid=invalid>
            <legend>{legend}{required_word(required)}</legend>
            {around.texts()}
            <div class="choice-list">{answers.collect_view()}</div>
        </fieldset>
    }
}

/// One answer among many, in a list that opens.
#[component]
pub fn Select(
    /// Name of the form entry.
    #[prop(into)]
    name: String,
    /// The visible label.
    #[prop(into)]
    label: String,
    /// The answers, in the order shown.
    options: Vec<Choice>,
    /// The value chosen so far.
    #[prop(optional, into)]
    selected: Words,
    /// The text of an empty first answer, where nothing is chosen yet.
    #[prop(optional, into)]
    empty: Words,
    /// How to answer, in one sentence.
    #[prop(optional, into)]
    hint: Words,
    /// Why the answer was refused.
    #[prop(optional, into)]
    error: Words,
    /// The word that says that an answer is needed.
    #[prop(optional, into)]
    required: Words,
    /// Identifier of the control, where the name occurs twice on a page.
    #[prop(optional, into)]
    id: Words,
) -> impl IntoView {
    let id = id.0.unwrap_or_else(|| field_id(&name));
    let around = Surroundings { id: id.clone(), hint: hint.0, error: error.0 };
    let is_required = required.is_some();
    let (described_by, invalid) = (around.described_by(), around.invalid());
    let empty = empty.map(|text| view! { <option value="">{text}</option> });
    let answers = options.into_iter().map(|choice| {
        let chosen = selected.0.as_deref() == Some(choice.value.as_str());
        view! { <option value=choice.value selected=chosen>{choice.label}</option> }
    });
    view! {
        <div class="field">
            <label for=id.clone()>{label}{required_word(required)}</label>
            {around.texts()}
            <select
                class="control"
                id=id
                name=name
                required=is_required
                aria-invalid=invalid
                aria-describedby=described_by
            >
                {empty}
                {answers.collect_view()}
            </select>
        </div>
    }
}
