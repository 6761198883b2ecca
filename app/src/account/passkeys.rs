//! Passkeys: the buttons on the pages, and what `passkey.js` posts.

use axum::{
    Json,
    extract::Path,
    response::{IntoResponse, Response},
};
use axum_extra::extract::cookie::CookieJar;
use chrono::Duration;
use chrono_tz::Europe::Paris;
use domain::locale::Locale;
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};
use services::{
    Error, Refusal,
    sign_in::{PasskeyLine, local_path, secret},
};
use uuid::Uuid;

use super::device;
use crate::{
    context::{Answer, Cx, cookie, done},
    sign_in::{browser, public_url, session_of},
    ui::{ActionKind, Cell, Column, DataTable, FormActions, PostButton, SubmitButton, asset},
};

/// What the script posts with a device's answer.
#[derive(Deserialize)]
pub(crate) struct Answered {
    pub(crate) answer: Value,
    #[serde(default)]
    next: String,
}

/// Name of the cookie that ties a question to one browser.
fn question_cookie_name(public_url: &str) -> &'static str {
    if public_url.starts_with("https:") { "__Host-passkey" } else { "passkey" }
}

/// The cookie that ties the question to this browser.
///
/// # Errors
/// [`Refusal::Named`] `passkey-refused` where there is none.
pub(crate) fn asked(cx: &Cx, jar: &CookieJar) -> Result<String, Error> {
    let found = jar.get(question_cookie_name(public_url(cx))).map(|cookie| cookie.value().to_owned());
    Ok(found.ok_or(Refusal::Named("passkey-refused"))?)
}

/// Hands a question to the script, tied to this browser.
pub(crate) fn question(cx: &Cx, jar: CookieJar, tied: String, question: Value) -> Response {
    let tie = cookie(public_url(cx), question_cookie_name(public_url(cx)), tied, Duration::minutes(5));
    (jar.add(tie), Json(question)).into_response()
}

pub(super) async fn start(cx: Cx, jar: CookieJar) -> Answer {
    let tied = secret();
    let asked = cx.services().start_passkey(cx.viewer(), &tied).await?;
    Ok(question(&cx, jar, tied, asked))
}

pub(super) async fn finish(cx: Cx, jar: CookieJar, Json(answered): Json<Answered>) -> Answer {
    let tied = asked(&cx, &jar)?;
    let label = device::named(cx.user_agent()).unwrap_or_else(|| t!(cx.locale(), "account-device-unknown"));
    cx.services().finish_passkey(cx.viewer(), &tied, answered.answer, &label).await?;
    Ok(Json(json!({ "next": "/account?done=passkey-registered" })).into_response())
}

pub(super) async fn remove(cx: Cx, Path(id): Path<Uuid>) -> Answer {
    cx.services().remove_passkey(cx.viewer(), id).await?;
    Ok(done("/account", "passkey-removed"))
}

pub(crate) async fn start_sign_in(cx: Cx, jar: CookieJar) -> Answer {
    let tied = secret();
    let asked = cx.services().start_passkey_sign_in(&tied).await?;
    Ok(question(&cx, jar, tied, asked))
}

pub(crate) async fn finish_sign_in(cx: Cx, jar: CookieJar, Json(answered): Json<Answered>) -> Answer {
    let tied = asked(&cx, &jar)?;
    let opened = cx.services().finish_passkey_sign_in(&tied, answered.answer, &browser(&cx)).await?;
    let next = local_path(public_url(&cx), &answered.next);
    Ok((jar.add(session_of(&cx, opened)), Json(json!({ "next": next }))).into_response())
}

/// A button that the script takes over.
pub(crate) struct Button {
    /// What is asked of the device: `register`, or anything else for its signature.
    pub(crate) kind: &'static str,
    /// Where the answer goes.
    pub(crate) action: String,
    /// Where the question comes from.
    pub(crate) start: String,
    /// What stands on it.
    pub(crate) text: String,
    /// What is said when it does not work.
    pub(crate) problem: String,
    /// Where to go afterwards.
    pub(crate) next: String,
    /// How much it matters.
    pub(crate) weight: ActionKind,
}

/// The form that the script takes over; hidden until it does.
pub(crate) fn button(button: Button) -> AnyView {
    let Button { kind, action, start, text, problem, next, weight } = button;
    view! {
        <div hidden=true>
            <form class="post-button" method="post" action=action data-passkey=kind data-start=start>
                <input type="hidden" name="next" value=next/>
                <FormActions><SubmitButton text kind=weight/></FormActions>
                <p class="error" role="alert" hidden=true>{problem}</p>
            </form>
        </div>
        <script type="module" src=asset("passkey.js")></script>
    }
    .into_any()
}

fn form(
    l: Locale,
    kind: &'static str,
    action: &'static str,
    start: &'static str,
    text: String,
    next: String,
) -> AnyView {
    let problem = t!(l, "sign-in-passkey-refused");
    let weight = ActionKind::Secondary;
    button(Button { kind, action: action.into(), start: start.into(), text, problem, next, weight })
}

/// The button on the sign-in page.
pub(crate) fn sign_in_button(cx: &Cx, next: String) -> Option<AnyView> {
    let l = cx.locale();
    let text = t!(l, "sign-in-passkey");
    cx.services()
        .passkeys_available()
        .then(|| form(l, "sign-in", "/sign-in/passkey", "/sign-in/passkey/start", text, next))
}

/// The list on the account page, and the button for a new one.
pub(super) fn list(cx: &Cx, passkeys: Vec<PasskeyLine>) -> Option<AnyView> {
    if !cx.services().passkeys_available() {
        return None;
    }
    let l = cx.locale();
    let table = (!passkeys.is_empty()).then(|| {
        let columns = vec![
            Column::text(t!(l, "account-passkey")),
            Column::text(t!(l, "account-passkey-since")),
            Column::text(t!(l, "account-used")),
            Column::actions(t!(l, "actions")),
        ];
        let row = |line: PasskeyLine| {
            let action = format!("/account/passkeys/{}/remove", line.id);
            let used = line.used_at.map(|at| i18n::date_time(l, Paris, at)).unwrap_or_default();
            let (about, text) = (line.label.clone(), t!(l, "remove"));
            vec![
                Cell::text(line.label),
                Cell::text(i18n::date_time(l, Paris, line.created_at)),
                Cell::text(used),
                Cell::view(view! { <PostButton action about text kind=ActionKind::Quiet/> }),
            ]
        };
        let rows = passkeys.into_iter().map(row).collect();
        view! { <DataTable caption=t!(l, "account-passkeys") caption_hidden=true columns rows/> }
    });
    let text = t!(l, "account-passkey-add");
    let add = form(l, "register", "/account/passkeys", "/account/passkeys/start", text, String::new());
    Some(view! { <p>{t!(l, "account-passkeys-text")}</p>{table}{add} }.into_any())
}
