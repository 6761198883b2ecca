//! What a form holds: what is stored so far when it is first shown, what was typed when it comes back.

use axum::http::StatusCode;
use domain::locale::Locale;
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{Error, FieldProblem};

use crate::{
    context::Draft,
    problems::{self, FormProblem},
    ui::{Choice, ErrorSummary, NoticeKind},
};

/// The entries of a form by name. Nothing is refused here: a name that is missing is an empty text,
/// and the services say what is wrong with it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Entries(Vec<(String, String)>);

impl Entries {
    /// Adds an entry.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl ToString) -> Self {
        self.0.push((name.into(), value.to_string()));
        self
    }

    /// Adds an entry where there is something to add.
    #[must_use]
    pub fn with_some(self, name: impl Into<String>, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The first entry of that name, or an empty text.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// Every entry of that name.
    #[must_use]
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect()
    }

    /// The texts in the languages of `Locale::ALL`: `name_fr`, `name_nl`, `name_en`.
    #[must_use]
    pub fn in_every_language(&self, name: &str) -> [String; 3] {
        ["fr", "nl", "en"].map(|locale| self.text(&format!("{name}_{locale}")))
    }

    /// Every entry.
    #[must_use]
    pub fn pairs(&self) -> Vec<(String, String)> {
        self.0.clone()
    }

    /// A version that a form carries; one that nobody handed out where it was forged.
    #[must_use]
    pub fn version(&self) -> i32 {
        self.text("version").parse().unwrap_or(-1)
    }
}

impl From<Vec<(String, String)>> for Entries {
    fn from(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }
}

/// A form on its way to the page: what it holds and what stands against it.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    /// What it holds.
    pub entries: Entries,
    /// What stands against it.
    pub problem: FormProblem,
    /// Someone else changed the same thing meanwhile.
    pub conflict: bool,
}

impl Filled {
    /// A form that is shown for the first time.
    #[must_use]
    pub fn first(entries: Entries) -> Self {
        Self { entries, ..Self::default() }
    }

    /// The entry of that name.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.entries.text(name)
    }

    /// What is wrong with the field of that name.
    #[must_use]
    pub fn error(&self, l: Locale, name: &str) -> Option<String> {
        let text = self.problem.field(l, name);
        (!text.is_empty()).then_some(text)
    }

    /// Whether the field of that name holds what another has already.
    #[must_use]
    pub fn taken(&self, name: &str) -> bool {
        self.problem.fields.iter().any(|error| error.field == name && error.problem == FieldProblem::Taken)
    }

    /// The list of errors, each leading to its field.
    pub fn summary(&self, l: Locale) -> impl IntoView + use<> {
        let errors: Vec<(String, String)> = self
            .problem
            .fields
            .iter()
            .map(|error| (error.field.to_owned(), self.problem.field(l, error.field)))
            .collect();
        let title = t!(l, "errors-title", count = errors.len());
        view! { <ErrorSummary title errors/> }
    }

    /// The page with its status, and on top of it what stands against the whole form.
    #[must_use]
    pub fn on(&self, l: Locale, draft: Draft) -> Draft {
        let draft = draft.status(if self.conflict { StatusCode::CONFLICT } else { self.problem.status() });
        if self.conflict {
            let text = t!(l, "form-conflict");
            return draft.notice(NoticeKind::Problem, t!(l, "problem-conflict-title"), text);
        }
        match &self.problem.refusal {
            Some(refusal) => {
                let text = problems::refusal(l, refusal);
                draft.notice(NoticeKind::Problem, t!(l, "problem-refused-title"), text)
            }
            None => draft,
        }
    }
}

/// Splits what a service answered to a form: what was done, or the form as it comes back.
///
/// # Errors
/// Whatever a form cannot show.
pub fn answered<T>(result: Result<T, Error>, entries: Entries) -> Result<Result<T, Filled>, Error> {
    match result {
        Err(Error::Conflict) => Ok(Err(Filled { entries, conflict: true, ..Filled::default() })),
        other => Ok(problems::on_form(other)?.map_err(|problem| Filled { entries, problem, conflict: false })),
    }
}

/// The answers of a list, from a kind of value and the words for it.
pub fn choices<T: Copy + std::fmt::Display>(values: &[T], word: impl Fn(T) -> String) -> Vec<Choice> {
    values.iter().map(|value| Choice::new(value.to_string(), word(*value))).collect()
}
