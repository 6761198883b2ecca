//! An association's own sign-in: settings, domains, test, requests for access; and the network's help.

mod fields;
mod pages;
mod rescue;
mod results;

use axum::{Form, extract::Path};
use axum_extra::extract::cookie::CookieJar;
use domain::{access::Action, ids::PersonId};
use services::{
    Error, FieldError, FieldProblem,
    sign_in::{Purpose, RescueLink},
};
use uuid::Uuid;

use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered},
    routes::{Access, Routes},
    sign_in::start,
};

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    let manage = Access::May(Action::ManageConnection);
    let help = Access::May(Action::BreakGlass);
    Routes::default()
        .get("/o/{organization}/connection", manage, connection)
        .post("/o/{organization}/connection", manage, save)
        .post("/o/{organization}/connection/test", manage, test)
        .post("/o/{organization}/connection/activate", manage, activate)
        .post("/o/{organization}/connection/disable", manage, disable)
        .post("/o/{organization}/connection/domains", manage, claim)
        .post("/o/{organization}/connection/domains/{domain}/check", manage, check)
        .post("/o/{organization}/connection/domains/{domain}/remove", manage, remove)
        .get("/o/{organization}/approvals", manage, approvals)
        .post("/o/{organization}/approvals/{approval}", manage, decide)
        .get("/o/{organization}/rescue", help, rescue)
        .post("/o/{organization}/rescue/domains/{domain}", help, vouch)
        .post("/o/{organization}/rescue/people/{person}", help, let_in)
}

fn page_of(slug: &str) -> String {
    format!("/o/{slug}/connection")
}

async fn connection(cx: Cx, Path(slug): Path<String>) -> Answer {
    let view = cx.services().connection(cx.viewer(), &slug).await?;
    let (_, waiting) = cx.services().waiting(cx.viewer(), &slug).await?;
    let settings = Filled::first(fields::entries(&view.form));
    Ok(pages::connection(&cx, view, waiting.len(), settings, Filled::default()))
}

/// The page again, with a form that came back.
async fn again(cx: &Cx, slug: &str, settings: Option<Filled>, domain: Filled) -> Answer {
    let view = cx.services().connection(cx.viewer(), slug).await?;
    let (_, waiting) = cx.services().waiting(cx.viewer(), slug).await?;
    let settings = settings.unwrap_or_else(|| Filled::first(fields::entries(&view.form)));
    Ok(pages::connection(cx, view, waiting.len(), settings, domain))
}

async fn save(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let form = fields::form(&entries);
    match answered(cx.services().save_connection(cx.viewer(), &slug, form).await, entries)? {
        Ok(()) => Ok(done(&page_of(&slug), "connection-saved")),
        Err(filled) => again(&cx, &slug, Some(filled), Filled::default()).await,
    }
}

async fn test(cx: Cx, jar: CookieJar, Path(slug): Path<String>) -> Answer {
    start(cx, jar, &slug, Purpose::Test, "/", None).await
}

async fn activate(cx: Cx, Path(slug): Path<String>) -> Answer {
    cx.services().activate_connection(cx.viewer(), &slug).await?;
    Ok(done(&page_of(&slug), "connection-active"))
}

async fn disable(cx: Cx, Path(slug): Path<String>) -> Answer {
    cx.services().disable_connection(cx.viewer(), &slug).await?;
    Ok(done(&page_of(&slug), "connection-disabled"))
}

async fn claim(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let domain = entries.text("domain");
    let claimed = cx.services().claim_domain(cx.viewer(), &slug, &domain).await;
    match answered(claimed, entries)? {
        Ok(()) => Ok(done(&page_of(&slug), "domain-claimed")),
        Err(filled) => again(&cx, &slug, None, filled).await,
    }
}

async fn check(cx: Cx, Path((slug, id)): Path<(String, Uuid)>) -> Answer {
    let checked = cx.services().check_domain(cx.viewer(), &slug, id).await;
    match answered(checked, Entries::default())? {
        Ok(()) => Ok(done(&page_of(&slug), "domain-verified")),
        Err(filled) => again(&cx, &slug, None, filled).await,
    }
}

async fn remove(cx: Cx, Path((slug, id)): Path<(String, Uuid)>) -> Answer {
    cx.services().remove_domain(cx.viewer(), &slug, id).await?;
    Ok(done(&page_of(&slug), "domain-removed"))
}

async fn approvals(cx: Cx, Path(slug): Path<String>) -> Answer {
    let (organization, waiting) = cx.services().waiting(cx.viewer(), &slug).await?;
    Ok(results::approvals(&cx, organization, waiting))
}

async fn decide(cx: Cx, Path((slug, id)): Path<(String, Uuid)>, Form(entries): Form<Entries>) -> Answer {
    let grant = match entries.text("decision").as_str() {
        "grant" => true,
        "refuse" => false,
        _ => return Err(Error::Invalid(vec![FieldError::new("decision", FieldProblem::NotAChoice)]).into()),
    };
    cx.services().decide_approval(cx.viewer(), &slug, id, grant).await?;
    let word = if grant { "approval-granted" } else { "approval-refused" };
    Ok(done(&format!("/o/{slug}/approvals"), word))
}

async fn rescue(cx: Cx, Path(slug): Path<String>) -> Answer {
    let rescue = cx.services().rescue(cx.viewer(), &slug).await?;
    Ok(rescue::page(&cx, rescue))
}

async fn vouch(cx: Cx, Path((slug, id)): Path<(String, Uuid)>) -> Answer {
    cx.services().vouch_for_domain(cx.viewer(), &slug, id).await?;
    Ok(done(&format!("/o/{slug}/rescue"), "domain-vouched"))
}

async fn let_in(cx: Cx, Path((slug, id)): Path<(String, Uuid)>, Form(entries): Form<Entries>) -> Answer {
    let by_mail = entries.text("how") == "mail";
    let person = PersonId(id);
    let found = cx.services().rescue(cx.viewer(), &slug).await?;
    let name = found.people.into_iter().find(|reachable| reachable.id == person).ok_or(Error::NotFound)?.name;
    match cx.services().break_glass(cx.viewer(), &slug, person, by_mail).await? {
        RescueLink::Sent => Ok(done(&format!("/o/{slug}/rescue"), "rescue-sent")),
        RescueLink::Shown { address } => Ok(rescue::link(&cx, &slug, &name, address)),
    }
}
