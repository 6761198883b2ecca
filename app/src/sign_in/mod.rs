//! Signing in and out: by the own association's provider, or by a one-time link.

mod pages;
pub mod words;

use axum::{
    Form,
    extract::{Path, Query},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use axum_extra::extract::cookie::{Cookie, CookieJar};
use chrono::Duration;
use serde::Deserialize;
use services::{
    Error, Refusal,
    sign_in::{Browser, Callback, Finished, Purpose, SESSION_DAYS, Way, local_path, secret},
};

use crate::{
    account::passkeys,
    context::{Answer, Cx, Problem, cookie, done, see_other, session_cookie_name},
    entries::{Entries, Filled, answered},
    routes::{Access, Routes},
};

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .get("/sign-in", Access::Public, form)
        .post("/sign-in", Access::Public, identify)
        .get("/sign-in/sent", Access::Public, sent)
        .post("/sign-in/passkey/start", Access::Public, passkeys::start_sign_in)
        .post("/sign-in/passkey", Access::Public, passkeys::finish_sign_in)
        .get("/sign-in/link/{token}", Access::Public, link)
        .post("/sign-in/link/{token}", Access::Public, use_link)
        .get("/sign-in/callback", Access::Public, callback)
        .get("/sso/{organization}", Access::Public, direct)
        .post("/sso/{organization}/logout", Access::Public, back_channel_logout)
        .post("/sign-out", Access::Public, sign_out)
        .get("/sign-out/return", Access::Public, signed_out)
}

/// Name of the cookie that ties a sign-in that is under way to one browser.
fn attempt_cookie_name(public_url: &str) -> &'static str {
    if public_url.starts_with("https:") { "__Host-sign-in" } else { "sign-in" }
}

/// Name of the cookie that ties a sign-out at the provider to one browser.
fn leaving_cookie_name(public_url: &str) -> &'static str {
    if public_url.starts_with("https:") { "__Host-sign-out" } else { "sign-out" }
}

pub(crate) fn public_url(cx: &Cx) -> &str {
    &cx.services().settings().public_url
}

fn forget(cx: &Cx, name: &'static str) -> Cookie<'static> {
    cookie(public_url(cx), name, String::new(), Duration::zero())
}

/// The browser that asks.
pub(crate) fn browser(cx: &Cx) -> Browser {
    Browser { session: cx.viewer().session.clone(), user_agent: cx.user_agent().to_owned() }
}

/// The cookie that holds the secret of a new session.
pub(crate) fn session_of(cx: &Cx, secret: String) -> Cookie<'static> {
    let name = session_cookie_name(public_url(cx));
    cookie(public_url(cx), name, secret, Duration::days(SESSION_DAYS))
}

/// Hands the secret of a new session to the browser and sends it on.
fn let_in(cx: &Cx, jar: CookieJar, secret: String, path: &str) -> Response {
    (jar.add(session_of(cx, secret)), see_other(path)).into_response()
}

async fn form(cx: Cx) -> Answer {
    let next = local_path(public_url(&cx), cx.query("next").unwrap_or_default());
    if cx.viewer().actor.person().is_some() {
        return Ok(see_other(&next));
    }
    let instead = match cx.query("organization") {
        Some(slug) => cx.services().sign_in_organization(slug).await.ok().map(|(organization, _)| organization),
        None => None,
    };
    pages::form(&cx, Filled::first(Entries::default().with("next", next)), instead).await
}

async fn identify(cx: Cx, jar: CookieJar, Form(entries): Form<Entries>) -> Answer {
    let (address, next) = (entries.text("address"), entries.text("next"));
    let way = match answered(cx.services().identify(&address).await, entries)? {
        Ok(way) => way,
        Err(filled) => return pages::form(&cx, filled, None).await,
    };
    match way {
        Way::Connection(organization) => {
            start(cx, jar, &organization.slug, Purpose::SignIn, &next, Some(&address)).await
        }
        Way::Mail { address } => {
            cx.services().request_link(&address, cx.locale(), &next).await?;
            Ok(see_other("/sign-in/sent"))
        }
    }
}

async fn sent(cx: Cx) -> Answer {
    Ok(pages::sent(&cx))
}

/// What may stand in the direct address of an association; providers' portals begin here too.
#[derive(Default, Deserialize)]
struct Direct {
    next: Option<String>,
    iss: Option<String>,
    login_hint: Option<String>,
    target_link_uri: Option<String>,
}

async fn direct(cx: Cx, jar: CookieJar, Path(slug): Path<String>, Query(asked): Query<Direct>) -> Answer {
    // The issuer of a portal is not followed anywhere: the association's own connection decides.
    drop(asked.iss);
    let next = asked.next.or(asked.target_link_uri).unwrap_or_default();
    let next = next.strip_prefix(public_url(&cx)).unwrap_or(&next).to_owned();
    start(cx, jar, &slug, Purpose::SignIn, &next, asked.login_hint.as_deref()).await
}

/// Sends the browser to the provider of an organization.
pub(crate) async fn start(
    cx: Cx,
    jar: CookieJar,
    slug: &str,
    purpose: Purpose,
    next: &str,
    hint: Option<&str>,
) -> Answer {
    let name = attempt_cookie_name(public_url(&cx));
    let tied = jar.get(name).map(|cookie| cookie.value().to_owned()).filter(|value| value.len() == 64);
    let tied = tied.unwrap_or_else(secret);
    match cx.services().begin_sign_in(cx.viewer(), slug, purpose, next, hint, &tied).await {
        Ok(address) => {
            let tie = cookie(public_url(&cx), name, tied, Duration::hours(1));
            Ok((jar.add(tie), see_other(address.as_str())).into_response())
        }
        Err(Error::Refused(Refusal::Named("connection-inactive"))) if purpose == Purpose::SignIn => {
            let query = url::form_urlencoded::Serializer::new(String::new())
                .append_pair("organization", slug)
                .append_pair("next", next)
                .finish();
            Ok(see_other(&format!("/sign-in?{query}")))
        }
        Err(Error::Refused(_)) if purpose == Purpose::Test => Ok(see_other(&format!("/o/{slug}/connection#test"))),
        Err(Error::Refused(refusal)) => {
            let organization = cx.services().sign_in_organization(slug).await?.0;
            Ok(pages::refused(&cx, Some(organization), &refusal))
        }
        Err(error) => Err(error.into()),
    }
}

async fn callback(cx: Cx, jar: CookieJar, Query(callback): Query<Callback>) -> Answer {
    let name = attempt_cookie_name(public_url(&cx));
    let tied = jar.get(name).map(|cookie| cookie.value().to_owned());
    let finished = cx.services().finish_sign_in(cx.viewer(), &callback, tied.as_deref(), &browser(&cx)).await?;
    Ok(match finished {
        Finished::SignedIn { secret, return_to } => {
            let jar = jar.add(forget(&cx, name));
            let_in(&cx, jar, secret, &return_to)
        }
        Finished::Waiting { organization } => pages::waiting(&cx, &organization),
        Finished::Tested { organization } => see_other(&format!("/o/{}/connection#test", organization.slug)),
        Finished::Linked => done("/account", "identity-linked"),
        Finished::Refused { organization, refusal } => pages::refused(&cx, organization, &refusal),
    })
}

async fn link(cx: Cx, Path(token): Path<String>) -> Answer {
    match cx.services().link(&token).await {
        Ok(shown) => {
            let next = local_path(public_url(&cx), cx.query("next").unwrap_or_default());
            Ok(pages::link(&cx, &token, &shown, next))
        }
        Err(Error::Refused(refusal)) => Ok(pages::refused(&cx, None, &refusal)),
        Err(error) => Err(error.into()),
    }
}

async fn use_link(cx: Cx, jar: CookieJar, Path(token): Path<String>, Form(entries): Form<Entries>) -> Answer {
    match cx.services().use_link(&token, &browser(&cx)).await {
        Ok(secret) => {
            let next = local_path(public_url(&cx), &entries.text("next"));
            Ok(let_in(&cx, jar, secret, &next))
        }
        Err(Error::Refused(refusal)) => Ok(pages::refused(&cx, None, &refusal)),
        Err(error) => Err(error.into()),
    }
}

async fn sign_out(cx: Cx, jar: CookieJar) -> Answer {
    let state = secret();
    let left = cx.services().sign_out(cx.viewer(), &state).await?;
    let jar = jar.add(forget(&cx, session_cookie_name(public_url(&cx))));
    let Some((organization, address)) = left.provider else {
        return Ok((jar, done("/", "signed-out")).into_response());
    };
    let name = leaving_cookie_name(public_url(&cx));
    let jar = jar.add(cookie(public_url(&cx), name, state, Duration::minutes(10)));
    Ok((jar, pages::left(&cx, &organization, address.as_str())).into_response())
}

async fn signed_out(cx: Cx, jar: CookieJar) -> Answer {
    let name = leaving_cookie_name(public_url(&cx));
    let expected = jar.get(name).map(|cookie| cookie.value().to_owned());
    // An answer to no question of ours leads home as well, but nothing is said to have happened.
    let ours = expected.is_some() && expected.as_deref() == cx.query("state");
    let onward = if ours { done("/", "signed-out") } else { see_other("/") };
    Ok((jar.add(forget(&cx, name)), onward).into_response())
}

#[derive(Deserialize)]
struct Logout {
    #[serde(default)]
    logout_token: String,
}

/// The answer is for a machine: no page, and nothing that a cache may keep.
async fn back_channel_logout(cx: Cx, Path(slug): Path<String>, Form(logout): Form<Logout>) -> Answer {
    let status = match cx.services().back_channel_logout(&slug, &logout.logout_token).await {
        Ok(()) => StatusCode::OK,
        Err(Error::Refused(_) | Error::NotFound) => StatusCode::BAD_REQUEST,
        Err(error) => return Err(Problem(error)),
    };
    Ok((status, [(header::CACHE_CONTROL, "no-store")]).into_response())
}
