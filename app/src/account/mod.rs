//! One's own account: mandates, devices, language, and the accounts by which one signs in.

mod device;
mod pages;
pub(crate) mod passkeys;

use axum::Form;
use axum_extra::extract::cookie::CookieJar;
use domain::locale::Locale;
use services::{Error, FieldError, FieldProblem, sign_in::Purpose};

use crate::{
    context::{Answer, Cx, done},
    entries::Entries,
    routes::{Access, Routes},
    sign_in::start,
};

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .get("/account", Access::SignedIn, account)
        .post("/account/language", Access::SignedIn, language)
        .post("/account/sessions/end", Access::SignedIn, end_session)
        .post("/account/sessions/end-others", Access::SignedIn, end_others)
        .post("/account/link", Access::SignedIn, link)
        .post("/account/passkeys/start", Access::SignedIn, passkeys::start)
        .post("/account/passkeys", Access::SignedIn, passkeys::finish)
        .post("/account/passkeys/{passkey}/remove", Access::SignedIn, passkeys::remove)
}

async fn account(cx: Cx) -> Answer {
    let account = cx.services().account(cx.viewer(), cx.locale()).await?;
    let known = cx.services().passkeys(cx.viewer()).await?;
    Ok(pages::account(&cx, account, known))
}

async fn language(cx: Cx, Form(entries): Form<Entries>) -> Answer {
    let wrong = || Error::Invalid(vec![FieldError::new("language", FieldProblem::NotAChoice)]);
    let locale: Locale = entries.text("language").parse().map_err(|_| wrong())?;
    cx.services().choose_language(cx.viewer(), locale).await?;
    // The address carries the language once, so that this browser remembers it too.
    Ok(done(&format!("/account?lang={locale}"), "saved"))
}

async fn end_session(cx: Cx, Form(entries): Form<Entries>) -> Answer {
    cx.services().revoke_session(cx.viewer(), &entries.text("session")).await?;
    Ok(done("/account", "session-ended"))
}

async fn end_others(cx: Cx) -> Answer {
    cx.services().revoke_other_sessions(cx.viewer()).await?;
    Ok(done("/account", "session-ended"))
}

async fn link(cx: Cx, jar: CookieJar, Form(entries): Form<Entries>) -> Answer {
    cx.viewer().person()?;
    start(cx, jar, &entries.text("organization"), Purpose::Link, "/account", None).await
}
