//! The page of a request: where it stands, who acts next, and what was told of it.

use axum::{Form, extract::Path};
use domain::{ids::VisitId, locale::Locale, visits::Move};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    Error,
    networks::Network,
    visits::{VisitLine, VisitPage},
};

use super::{list::feedback, way, words};
use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered},
    ui::*,
};

/// A request's address.
#[derive(Clone, Debug, Deserialize)]
pub struct VisitAddress {
    network: String,
    visit: VisitId,
}

/// The page.
pub async fn show(cx: Cx, Path(address): Path<VisitAddress>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    page(&cx, &network, address.visit, Filled::first(Entries::default())).await
}

/// Agrees, refuses or cancels.
pub async fn act(cx: Cx, Path(address): Path<VisitAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let reason = entries.text("reason");
    let wanted = match entries.text("move").as_str() {
        "agree" => Move::Agree,
        "refuse" => Move::Refuse { reason },
        "cancel" => Move::Cancel { reason },
        _ => return Err(Error::NotFound.into()),
    };
    match answered(cx.services().move_visit(cx.viewer(), &network, address.visit, wanted).await, entries)? {
        Ok(()) => Ok(done(cx.path(), "saved")),
        Err(filled) => page(&cx, &network, address.visit, filled).await,
    }
}

/// Tells of it.
pub async fn tell(cx: Cx, Path(address): Path<VisitAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let told = (entries.text("text"), !entries.text("published").is_empty());
    let result = cx.services().tell_of_visit(cx.viewer(), &network, address.visit, (&told.0, told.1)).await;
    match answered(result, entries)? {
        Ok(()) => Ok(done(&format!("/n/{}/trainings/visits/{}", network.slug, address.visit), "visit-told")),
        Err(filled) => page(&cx, &network, address.visit, filled).await,
    }
}

async fn page(cx: &Cx, network: &Network, id: VisitId, filled: Filled) -> Answer {
    let l = cx.locale();
    let VisitPage { line, nobody_in } = cx.services().visit(cx.viewer(), network, id).await?;
    let title = line.offer.clone().unwrap_or_else(|| words::kind(l, line.kind));
    let here = format!("/n/{}/trainings/visits/{id}", network.slug);
    let way = way(l, network, vec![PageLink::new(&here, title.clone())]);
    let mut draft = cx.network_page(network, title.clone()).breadcrumb(way);
    if let Some(name) = nobody_in {
        let text = t!(l, "visits-nobody-answers", name = name.as_str());
        draft = draft.notice(NoticeKind::Information, t!(l, "visits-nobody-title"), text);
    }
    let lang = network.locale.to_string();
    Ok(filled.on(l, draft).render(move || {
        let (state, tone) = words::state(l, line.state);
        let summary = filled.summary(l);
        let facts = facts(l, &line);
        let side = view! { <Facts facts/> }.into_any();
        let reason = line.reason.clone().map(|text| {
            let lang = lang.clone();
            view! { <Section title=t!(l, "visits-reason")><PlainText text lang/></Section> }
        });
        let wish = (!line.wish.is_empty()).then(|| {
            let (text, lang) = (line.wish.clone(), lang.clone());
            view! { <Section title=t!(l, "visits-wished")><PlainText text lang/></Section> }
        });
        let decide = line.may_refuse.then(|| decide(l, &here, line.may_agree, &filled));
        let cancel = line.may_cancel.then(|| {
            let why = with_reason(l, &here, "cancel", t!(l, "visits-cancel"), &filled);
            view! { <Disclosure summary=t!(l, "visits-cancel")>{why}</Disclosure> }
        });
        let told = (!line.feedback.is_empty()).then(|| {
            let each = line.feedback.iter().map(|told| feedback(l, &lang, told)).collect_view();
            view! { <Section title=t!(l, "visits-told") id="told">{each}</Section> }
        });
        let tell = line.may_tell.then(|| telling(l, &here, &line, &filled));
        view! {
            <PageHeader title><Tag text=state tone/></PageHeader>
            {summary}
            <Columns side>
                {reason}
                {wish}
                {decide}
                {told}
                {tell}
                {cancel}
            </Columns>
        }
    }))
}

fn facts(l: Locale, line: &VisitLine) -> Vec<Fact> {
    let mut facts = vec![
        Fact::new(t!(l, "visits-kind"), words::kind(l, line.kind)),
        Fact::new(t!(l, "visits-sender"), line.sender_name.clone()),
        Fact::new(t!(l, "visits-host"), line.host_name.clone()),
        Fact::new(t!(l, "trainings-begins"), words::days(l, line.days)),
        Fact::new(t!(l, "visits-people"), line.people.to_string()),
    ];
    if !line.person_name.is_empty() {
        facts.push(Fact::new(t!(l, "visits-who"), line.person_name.clone()));
    }
    facts
}

fn with_reason(l: Locale, here: &str, word: &'static str, text: String, filled: &Filled) -> impl IntoView + use<> {
    let (action, id) = (here.to_owned(), format!("reason-{word}"));
    let value = if filled.text("move") == word { filled.text("reason") } else { String::new() };
    view! {
        <PostForm action>
            <input type="hidden" name="move" value=word/>
            <TextArea name="reason" id=id label=t!(l, "visits-reason") value=value rows=2 required=t!(l, "required")/>
            <FormActions><SubmitButton text kind=ActionKind::Secondary/></FormActions>
        </PostForm>
    }
}

fn decide(l: Locale, here: &str, may_agree: bool, filled: &Filled) -> impl IntoView + use<> {
    let refuse = with_reason(l, here, "refuse", t!(l, "visits-refuse"), filled);
    let agree = if may_agree {
        let entries = vec![("move".to_owned(), "agree".to_owned())];
        view! { <PostButton action=here.to_owned() text=t!(l, "visits-agree") entries/> }.into_any()
    } else {
        view! { <p>{t!(l, "visits-too-late")}</p> }.into_any()
    };
    view! {
        <Section title=t!(l, "visits-decide") id="decide">
            {agree}
            <Disclosure summary=t!(l, "visits-refuse")>{refuse}</Disclosure>
        </Section>
    }
}

fn telling(l: Locale, here: &str, line: &VisitLine, filled: &Filled) -> impl IntoView + use<> {
    let before = line.told.as_ref();
    let text = match filled.text("text") {
        typed if typed.is_empty() => before.map(|told| told.text.clone()).unwrap_or_default(),
        typed => typed,
    };
    let published = before.is_none_or(|told| told.published);
    let (action, error) = (format!("{here}/feedback"), filled.error(l, "text"));
    view! {
        <Section title=t!(l, "visits-tell") id="tell">
            <PostForm action>
                <TextArea name="text" label=t!(l, "visits-tell-what") value=text rows=5 hint=t!(l, "visits-tell-hint") error=error required=t!(l, "required")/>
                <Checkbox name="published" label=t!(l, "visits-publish") checked=published/>
                <FormActions><SubmitButton text=t!(l, "visits-tell-submit")/></FormActions>
            </PostForm>
        </Section>
    }
}
