//! Members ask for an assembly, and see how many have asked and how many are needed.

use axum::extract::{Form, Path};
use domain::{
    ids::{AssemblyId, OrganizationId},
    locale::Locale,
};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    assemblies::{AssemblyRequest, NewRequest, Requests},
    networks::Network,
};
use uuid::Uuid;

use super::overview::breadcrumb;
use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered},
    ui::{
        ActionKind, Choice, EmptyState, FormActions, PageHeader, PageLink, PlainText, PostButton, PostForm, Progress,
        Section, Select, SubmitButton, Tag, TextArea, Tone,
    },
};

/// A request's address.
#[derive(Clone, Debug, Deserialize)]
pub struct RequestAddress {
    network: String,
    request: Uuid,
}

fn base(network: &str) -> String {
    format!("/n/{network}/assemblies/requests")
}

/// The requests of a network.
pub async fn show(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = cx.services().network(cx.viewer(), &slug).await?;
    page(&cx, &network, Filled::default()).await
}

async fn page(cx: &Cx, network: &Network, filled: Filled) -> Answer {
    let l = cx.locale();
    let found = cx.services().assembly_requests(cx.viewer(), network).await?;
    let (base, title) = (base(&network.slug), t!(l, "requests"));
    let way = vec![PageLink::new(&base, title.clone())];
    let draft = cx.network_page(network, title.clone()).breadcrumb(breadcrumb(l, network, way));
    let (zone, written_in) = (network.zone, network.locale.to_string());
    Ok(filled.on(l, draft).render(move || {
        let list = match found.requests.is_empty() {
            true => view! { <EmptyState title=t!(l, "requests-none-title") text=t!(l, "requests-none")/> }.into_any(),
            false => {
                let one = |request: &AssemblyRequest| one(l, &base, zone, &written_in, &found, request);
                found.requests.iter().map(one).collect_view().into_any()
            }
        };
        let form = (!found.mine.is_empty() && !found.kinds.is_empty()).then(|| form(l, &base, &found, &filled));
        let rule = match found.kinds.is_empty() {
            true => vec![t!(l, "requests-no-rule")],
            false => found
                .kinds
                .iter()
                .map(|(kind, asked)| {
                    let kind = i18n::wording::kind(l, *kind);
                    t!(l, "requests-rule", kind = kind, needed = asked.needed, of = asked.of)
                })
                .collect(),
        };
        let rules = rule.into_iter().map(|rule| view! { <p>{rule}</p> }).collect_view();
        view! {
            <PageHeader title lead=t!(l, "requests-lead")/>
            {rules}
            {filled.summary(l)}
            {list}
            {form}
        }
    }))
}

fn one(
    l: Locale,
    base: &str,
    zone: chrono_tz::Tz,
    written_in: &str,
    found: &Requests,
    request: &AssemblyRequest,
) -> impl IntoView + use<> {
    let path = format!("{base}/{}", request.id);
    let title = format!(
        "{}, {}",
        i18n::wording::kind(l, request.kind),
        i18n::date(l, services::day_in(zone, request.asked_at))
    );
    let progress = request.asked.map(|asked| {
        let text = t!(l, "requests-count", have = asked.have, needed = asked.needed, of = asked.of);
        let (label, reached) = (t!(l, "requests-asking"), (asked.reached, t!(l, "requests-enough")));
        view! { <Progress label text value=asked.have maximum=asked.of threshold=Some(asked.needed) reached=reached/> }
    });
    let names: Vec<String> = request.members.iter().map(|(_, name)| name.clone()).collect();
    let names = (!names.is_empty()).then(|| view! { <p class="hint">{i18n::list(l, &names)}</p> });
    let state = match (&request.answer, request.reached_at) {
        (Some((assembly, title)), _) => {
            let href = format!("{}/{assembly}", base.trim_end_matches("/requests"));
            view! { <p>{t!(l, "requests-answered")}" "<a href=href>{title.clone()}</a></p> }.into_any()
        }
        (None, Some(at)) => {
            let text = t!(l, "requests-reached", date = i18n::date(l, services::day_in(zone, at)));
            view! { <p><Tag text=t!(l, "requests-enough") tone=Tone::Attention/>" "{text}</p> }.into_any()
        }
        (None, None) => ().into_any(),
    };
    let waits = request.answer.is_none();
    let buttons = found.mine.iter().filter(|_| waits).map(|(id, name)| {
        let entries = vec![("organization".to_owned(), id.to_string())];
        let about = name.clone();
        if request.members.iter().any(|(member, _)| member == id) {
            let action = format!("{path}/leave");
            view! { <PostButton action text=t!(l, "requests-leave") kind=ActionKind::Quiet entries about/> }.into_any()
        } else {
            let action = format!("{path}/join");
            view! { <PostButton action text=t!(l, "requests-join") kind=ActionKind::Secondary entries about/> }
                .into_any()
        }
    });
    let buttons = buttons.collect_view();
    let answer = (waits && request.reached_at.is_some() && !found.answers.is_empty()).then(|| {
        let options = found.answers.iter().map(|(id, title)| Choice::new(id.to_string(), title.clone())).collect();
        let id = format!("answer-{}", request.id);
        view! {
            <PostForm action=format!("{path}/answer")>
                <Select name="assembly" id label=t!(l, "requests-answer-by") options=options empty=t!(l, "choose")/>
                <FormActions><SubmitButton text=t!(l, "requests-answer") kind=ActionKind::Secondary/></FormActions>
            </PostForm>
        }
    });
    let (purpose, written_in) = (request.purpose.clone(), written_in.to_owned());
    view! {
        <Section title>
            <PlainText text=purpose lang=written_in/>
            {progress}
            {names}
            {state}
            {buttons}
            {answer}
        </Section>
    }
}

fn form(l: Locale, base: &str, found: &Requests, filled: &Filled) -> impl IntoView + use<> {
    let mine: Vec<Choice> = found.mine.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect();
    let kinds = found.kinds.iter().map(|(kind, _)| Choice::new(kind.as_str(), i18n::wording::kind(l, *kind))).collect();
    let selected = |name: &str, first: Option<String>| match filled.text(name) {
        typed if typed.is_empty() => first,
        typed => Some(typed),
    };
    let only = (found.mine.len() == 1).then(|| found.mine[0].0.to_string());
    let organization = selected("organization", only);
    let kind = selected("kind", None);
    let (action, purpose) = (base.to_owned(), filled.text("purpose"));
    let (no_organization, no_kind, no_purpose) =
        (filled.error(l, "organization"), filled.error(l, "kind"), filled.error(l, "purpose"));
    view! {
        <Section title=t!(l, "requests-new") id="new">
            <PostForm action>
                <Select name="organization" label=t!(l, "column-association") options=mine selected=organization empty=t!(l, "choose") error=no_organization/>
                <Select name="kind" label=t!(l, "assembly-kind") options=kinds selected=kind empty=t!(l, "choose") error=no_kind required=t!(l, "required")/>
                <TextArea name="purpose" label=t!(l, "requests-purpose") hint=t!(l, "requests-purpose-hint") value=purpose rows=6 error=no_purpose required=t!(l, "required")/>
                <FormActions><SubmitButton text=t!(l, "requests-ask")/></FormActions>
            </PostForm>
        </Section>
    }
}

/// A member asks for an assembly.
pub async fn ask(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let new = NewRequest {
        organization: entries.text("organization").parse().ok().map(OrganizationId),
        kind: entries.text("kind"),
        purpose: entries.text("purpose"),
    };
    let result = cx.services().ask_for_assembly(cx.viewer(), &network, new).await;
    match answered(result, entries)? {
        Ok(()) => Ok(done(&base(&slug), "assembly-requested")),
        Err(filled) => page(&cx, &network, filled).await,
    }
}

async fn support(cx: &Cx, address: &RequestAddress, entries: Entries, asks: bool) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let organization = OrganizationId(entries.text("organization").parse().unwrap_or_default());
    let which = (address.request, organization);
    let result = cx.services().support_request(cx.viewer(), &network, which, asks).await;
    match answered(result, Entries::default())? {
        Ok(()) => Ok(done(&base(&address.network), "saved")),
        Err(filled) => page(cx, &network, filled).await,
    }
}

/// A member joins a request.
pub async fn join(cx: Cx, Path(address): Path<RequestAddress>, Form(entries): Form<Entries>) -> Answer {
    support(&cx, &address, entries, true).await
}

/// A member takes that back.
pub async fn leave(cx: Cx, Path(address): Path<RequestAddress>, Form(entries): Form<Entries>) -> Answer {
    support(&cx, &address, entries, false).await
}

/// Whoever convenes says which assembly answers a request.
pub async fn answer(cx: Cx, Path(address): Path<RequestAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let assembly = entries.text("assembly").parse().map_or(AssemblyId(Uuid::nil()), AssemblyId);
    cx.services().answer_request(cx.viewer(), &network, address.request, assembly).await?;
    Ok(done(&base(&address.network), "saved"))
}
