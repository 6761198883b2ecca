//! The minutes: assembled from the records, completed by the secretary, read, signed and approved; as a page and as a
//! PDF. Page and PDF are made from one and the same document.

mod approval;
mod attendance;
mod deliberation;
mod document;
mod edit;
mod forms;
mod signing;
mod view;

use axum::extract::Path;
use chrono::{DateTime, Utc};
use domain::{access::Action, assemblies::State, locale::Locale};
use i18n::t;
use leptos::prelude::*;
use printing::Block;
use services::{Error, assemblies::Minutes};

use self::{document::document, view::as_view};
use super::{Address, attachment, breadcrumb};
use crate::{
    context::{Answer, Cx},
    routes::{Access, Routes},
    ui::{ActionKind, ActionLink, Callout, PageHeader, PageLink},
};

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    let (view, run) = (Access::May(Action::ViewAssembly), Access::May(Action::RunAssembly));
    let convene = Access::May(Action::ConveneAssembly);
    Routes::default()
        .get("/n/{network}/assemblies/{assembly}/minutes", view, show)
        .get("/n/{network}/assemblies/{assembly}/minutes.pdf", view, pdf)
        .get("/n/{network}/assemblies/{assembly}/bundle.json", view, bundle)
        .get("/n/{network}/assemblies/{assembly}/minutes/edit", run, edit::edit)
        .post("/n/{network}/assemblies/{assembly}/minutes/edit", run, edit::save)
        .get("/n/{network}/assemblies/{assembly}/minutes/signing", view, signing::show)
        .post("/n/{network}/assemblies/{assembly}/minutes/offices", run, signing::name)
        .post("/n/{network}/assemblies/{assembly}/minutes/present", run, signing::present)
        .post("/n/{network}/assemblies/{assembly}/minutes/read", view, signing::read)
        .post("/n/{network}/assemblies/{assembly}/minutes/sign", view, signing::sign)
        .post("/n/{network}/assemblies/{assembly}/minutes/passkey/start", view, signing::start_passkey)
        .post("/n/{network}/assemblies/{assembly}/minutes/passkey", view, signing::finish_passkey)
        .get("/n/{network}/assemblies/{assembly}/minutes-approval", convene, approval::show)
        .post("/n/{network}/assemblies/{assembly}/minutes-approval", convene, approval::add)
}

/// The minutes as a page.
pub async fn show(cx: Cx, Path(address): Path<Address>) -> Answer {
    let l = cx.locale();
    address.room(&cx).await?;
    let minutes = cx.services().minutes(cx.viewer(), address.id()).await?;
    let path = address.path();
    let title = t!(l, "assembly-minutes");
    let way =
        vec![PageLink::new(&path, minutes.room.title.clone()), PageLink::new(format!("{path}/minutes"), title.clone())];
    let draft = cx
        .network_page(&minutes.room.network, format!("{title} – {}", minutes.room.title))
        .breadcrumb(breadcrumb(l, &minutes.room.network, way));
    let document = document(l, &minutes)?;
    Ok(draft.render(move || {
        let links = Locale::ALL.iter().map(|language| {
            let text = t!(l, "minutes-pdf", language = crate::context::language_name(*language));
            let kind = if *language == l { ActionKind::Primary } else { ActionKind::Secondary };
            view! { <ActionLink href=format!("{path}/minutes.pdf?lang={language}") text=text kind=kind/> }
        });
        let links = links.collect_view();
        let writable = matches!(minutes.room.state, State::Open | State::Closed) && minutes.signing.course.may_change().is_ok();
        let edit = (minutes.room.may_run && writable)
            .then(|| view! { <ActionLink href=format!("{path}/minutes/edit") text=t!(l, "edit") kind=ActionKind::Secondary/> });
        let mut above = String::new();
        let blocks = document.blocks.into_iter().map(|block| {
            if let Block::Heading { text, .. } = &block {
                above.clone_from(text);
            }
            as_view(l, &minutes, block, &above)
        });
        let blocks = blocks.collect_view();
        let language = (minutes.locale != l).then(|| {
            let language = crate::context::language_name(minutes.locale);
            view! { <Callout><p>{t!(l, "minutes-written-in", language = language)}</p></Callout> }
        });
        let signing = (minutes.room.state == State::Closed)
            .then(|| view! { <ActionLink href=format!("{path}/minutes/signing") text=t!(l, "signing") kind=ActionKind::Secondary/> });
        let bundle = (minutes.room.state == State::Closed).then(|| {
            let hint = t!(l, "minutes-bundle-hint");
            view! { <p><a href=format!("{path}/bundle.json")>{t!(l, "minutes-bundle")}</a>" "<span class="hint">{hint}</span></p> }
        });
        view! {
            <PageHeader kicker=document.subtitle title=document.title lead=document.date_line>{signing} {edit} {links}</PageHeader>
            {language}
            {blocks}
            {bundle}
        }
    }))
}

/// The minutes as a PDF, in the language of the address.
pub async fn pdf(cx: Cx, Path(address): Path<Address>) -> Answer {
    address.room(&cx).await?;
    let minutes = cx.services().minutes(cx.viewer(), address.id()).await?;
    let document = document(cx.locale(), &minutes)?;
    let made = as_of(&minutes).unwrap_or_else(|| cx.services().now());
    let name = format!("{}-{}-{}.pdf", minutes.room.network.slug, minutes.room.held_on, cx.locale());
    let typeset = cx.typeset();
    let content = tokio::task::spawn_blocking(move || typeset(&document, made))
        .await
        .map_err(|error| Error::Stored(error.to_string()))?
        .map_err(Error::Stored)?;
    Ok(attachment(&name, "application/pdf", content))
}

/// Everything with which the results can be checked without this server.
pub async fn bundle(cx: Cx, Path(address): Path<Address>) -> Answer {
    let room = address.room(&cx).await?;
    let bundle = cx.services().bundle(cx.viewer(), room.id).await?;
    let name = format!("{}-{}.json", room.network.slug, room.held_on);
    Ok(attachment(&name, "application/json", serde_json::to_vec(&bundle)?))
}

/// The time of what the minutes hold: made twice from the same records they are the same file.
fn as_of(minutes: &Minutes) -> Option<DateTime<Utc>> {
    let signing = &minutes.signing;
    let presented = signing.presented.as_ref().map(|presented| presented.at);
    let approved = signing.approved.as_ref().map(|approved| approved.at);
    let acts = signing.acts.iter().map(|act| act.at);
    let moments = [minutes.edited_at, minutes.room.closed_at, presented, approved].into_iter().flatten();
    moments.chain(acts).max().or(minutes.room.convened_at)
}
