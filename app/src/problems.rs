//! Every refusal as a page: what happened, that nothing was lost, what to do.

use std::sync::Arc;

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::locale::Locale;
use i18n::t;
use leptos::prelude::*;
use services::{Error, FieldError, FieldProblem, Refusal, trainings::HalfDayProblem};

use crate::{
    context::Cx,
    ui::{ActionLink, Notice, NoticeKind, ProblemPage},
};

/// An error that a response carries to where it becomes a page.
#[derive(Clone)]
pub struct Carried(pub Arc<Error>);

/// The status of an error.
#[must_use]
pub fn status(error: &Error) -> StatusCode {
    match error {
        Error::SignInFirst => StatusCode::UNAUTHORIZED,
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::NotAllowed { .. } => StatusCode::FORBIDDEN,
        Error::Refused(_) | Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Conflict => StatusCode::CONFLICT,
        Error::Database(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Stored(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Turns every answer that is a refusal and no page yet into one.
#[must_use]
pub fn as_page(cx: &Cx, response: Response) -> Response {
    let status = response.status();
    let html =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !(status.is_client_error() || status.is_server_error()) || html {
        return response;
    }
    let carried = response.extensions().get::<Carried>().cloned();
    if let Some(Carried(error)) = &carried {
        match &**error {
            Error::Database(error) => tracing::error!(%error, path = cx.path(), "the database failed"),
            Error::Stored(error) => tracing::error!(%error, path = cx.path(), "what is stored cannot be understood"),
            _ => {}
        }
    }
    let told = told(cx, status, carried.as_ref().map(|Carried(error)| &**error));
    let mut page = cx.page(told.title.clone()).status(status).render(move || {
        view! {
            <ProblemPage title=told.title happened=told.happened reassurance=told.reassurance advice=told.advice advice_title=told.advice_title>
                <ActionLink href=told.next.0 text=told.next.1/>
            </ProblemPage>
        }
    });
    if status == StatusCode::SERVICE_UNAVAILABLE {
        page.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("5"));
    }
    page
}

struct Told {
    title: String,
    happened: String,
    reassurance: String,
    advice: Vec<String>,
    advice_title: String,
    next: (String, String),
}

fn told(cx: &Cx, status: StatusCode, error: Option<&Error>) -> Told {
    let l = cx.locale();
    let home = ("/".to_owned(), t!(l, "home"));
    let back = (cx.path().to_owned(), t!(l, "try-again"));
    let (title, happened, advice, next) = match error {
        Some(Error::SignInFirst) => {
            (t!(l, "problem-sign-in-title"), t!(l, "problem-sign-in"), vec![], (cx.sign_in_address(), t!(l, "sign-in")))
        }
        Some(Error::NotAllowed { roles }) => {
            let roles: Vec<String> = roles.iter().map(|role| crate::wording::role(l, *role)).collect();
            (
                t!(l, "problem-not-allowed-title"),
                t!(l, "problem-not-allowed", roles = i18n::list(l, &roles)),
                vec![t!(l, "problem-not-allowed-advice")],
                home,
            )
        }
        Some(Error::Refused(refusal)) => (t!(l, "problem-refused-title"), self::refusal(l, refusal), vec![], home),
        Some(Error::Invalid(_)) => {
            (t!(l, "problem-form-title"), t!(l, "problem-form"), vec![t!(l, "problem-form-advice")], home)
        }
        Some(Error::Conflict) => {
            (t!(l, "problem-conflict-title"), t!(l, "problem-conflict"), vec![t!(l, "problem-conflict-advice")], back)
        }
        Some(Error::Database(_)) => (
            t!(l, "problem-unavailable-title"),
            t!(l, "problem-unavailable"),
            vec![t!(l, "problem-unavailable-advice")],
            back,
        ),
        Some(Error::Stored(_)) => {
            (t!(l, "problem-fault-title"), t!(l, "problem-fault"), vec![t!(l, "problem-fault-advice")], home)
        }
        Some(Error::NotFound) => not_found(l, home),
        None => match status {
            StatusCode::NOT_FOUND => not_found(l, home),
            StatusCode::METHOD_NOT_ALLOWED => (t!(l, "problem-method-title"), t!(l, "problem-method"), vec![], home),
            StatusCode::PAYLOAD_TOO_LARGE => (
                t!(l, "problem-too-large-title"),
                t!(l, "problem-too-large"),
                vec![t!(l, "problem-too-large-advice")],
                home,
            ),
            StatusCode::FORBIDDEN => {
                (t!(l, "problem-origin-title"), t!(l, "problem-origin"), vec![t!(l, "problem-origin-advice")], home)
            }
            StatusCode::TOO_MANY_REQUESTS => (
                t!(l, "problem-too-many-title"),
                t!(l, "problem-too-many"),
                vec![t!(l, "problem-too-many-advice")],
                home,
            ),
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => (
                t!(l, "problem-unavailable-title"),
                t!(l, "problem-unavailable"),
                vec![t!(l, "problem-unavailable-advice")],
                back,
            ),
            status if status.is_client_error() => {
                (t!(l, "problem-request-title"), t!(l, "problem-request"), vec![t!(l, "problem-request-advice")], home)
            }
            _ => (t!(l, "problem-fault-title"), t!(l, "problem-fault"), vec![t!(l, "problem-fault-advice")], home),
        },
    };
    Told {
        title,
        happened,
        reassurance: t!(l, "nothing-was-lost"),
        advice,
        advice_title: t!(l, "what-you-can-do"),
        next,
    }
}

type Sentence = (String, String, Vec<String>, (String, String));

fn not_found(l: Locale, home: (String, String)) -> Sentence {
    (t!(l, "problem-not-found-title"), t!(l, "problem-not-found"), vec![t!(l, "problem-not-found-advice")], home)
}

/// A refusal as a sentence.
#[must_use]
pub fn refusal(locale: Locale, refusal: &Refusal) -> String {
    crate::wording::refusal(locale, refusal)
}

/// What is wrong with a field, as a sentence beside it; empty when nothing is.
#[must_use]
pub fn field_error(locale: Locale, errors: &[FieldError], field: &str) -> String {
    let Some(error) = errors.iter().find(|error| error.field == field) else { return String::new() };
    match &error.problem {
        FieldProblem::Missing => t!(locale, "field-missing"),
        FieldProblem::TooLong { limit } => t!(locale, "field-too-long", limit = *limit),
        FieldProblem::FileTooLarge { megabytes } => t!(locale, "field-file-too-large", megabytes = *megabytes),
        FieldProblem::NotAnAddress => t!(locale, "field-not-an-address"),
        FieldProblem::NotANumber => t!(locale, "field-not-a-number"),
        FieldProblem::NotADate => t!(locale, "field-not-a-date"),
        FieldProblem::NotAChoice => t!(locale, "field-not-a-choice"),
        FieldProblem::NotWithThisMethod => t!(locale, "field-not-with-this-method"),
        FieldProblem::NotWithOneCollege => t!(locale, "field-not-with-one-college"),
        FieldProblem::MoreThan { most } => t!(locale, "field-more-than", most = *most),
        FieldProblem::NotAWebAddress => t!(locale, "field-not-a-web-address"),
        FieldProblem::Taken => t!(locale, "field-taken"),
        FieldProblem::Identifier(domain::identifiers::InvalidIdentifier::Form) => t!(locale, "field-identifier-form"),
        FieldProblem::Identifier(domain::identifiers::InvalidIdentifier::Checksum) => {
            t!(locale, "field-identifier-checksum")
        }
        FieldProblem::NotAShare => t!(locale, "networks-not-a-share"),
        FieldProblem::Unreadable { line, detail } => {
            t!(locale, "statutes-toml-error", line = *line, detail = detail.as_str())
        }
        FieldProblem::HalfDay { number, problem } => match problem {
            HalfDayProblem::Unreadable => t!(locale, "field-half-day-unreadable", number = *number),
            HalfDayProblem::TooLong => t!(locale, "field-half-day-too-long", number = *number),
            HalfDayProblem::Overlaps => t!(locale, "field-half-day-overlaps", number = *number),
        },
        FieldProblem::Evaluation(wrong) => crate::trainings::words::form_invalid(locale, *wrong),
        FieldProblem::Seating(wrong) => crate::trainings::words::invalid(locale, wrong),
        FieldProblem::Flaw(flaw) => crate::statutes::words::flaw(locale, *flaw),
    }
}

/// The message for a word that a form left in the address. Only words that we know are shown:
/// anyone can write an address.
#[must_use]
pub fn done(locale: Locale, word: &str) -> Option<Notice> {
    let title = crate::wording::done(locale, word)?;
    Some(Notice { kind: NoticeKind::Success, title, text: String::new() })
}

/// Splits what a service answered to a form: the fields and the rule that stand against it come
/// back with the form, anything else becomes a page of its own.
///
/// # Errors
/// Whatever the form cannot show.
pub fn on_form<T>(result: Result<T, Error>) -> Result<Result<T, FormProblem>, Error> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Error::Invalid(fields)) => Ok(Err(FormProblem { fields, refusal: None })),
        Err(Error::Refused(refusal)) => Ok(Err(FormProblem { fields: vec![], refusal: Some(refusal) })),
        Err(error) => Err(error),
    }
}

/// What stands against a form.
#[derive(Clone, Debug, Default)]
pub struct FormProblem {
    /// Fields to look at again.
    pub fields: Vec<FieldError>,
    /// The rule that stands against the whole.
    pub refusal: Option<Refusal>,
}

impl FormProblem {
    /// Whether anything stands against it.
    #[must_use]
    pub fn any(&self) -> bool {
        !self.fields.is_empty() || self.refusal.is_some()
    }

    /// The sentence beside a field.
    #[must_use]
    pub fn field(&self, locale: Locale, name: &str) -> String {
        field_error(locale, &self.fields, name)
    }

    /// 422 when something stands against the form, 200 when it is shown for the first time.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        if self.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
    }
}

impl IntoResponse for FormProblem {
    fn into_response(self) -> Response {
        self.status().into_response()
    }
}
