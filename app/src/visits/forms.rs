//! The forms: an offer, and a request.

use axum::{Form, extract::Path};
use domain::{ids::VisitOfferId, visits::Kind};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    networks::Network,
    visits::{OfferForm, Place, VisitForm},
};

use super::{way, words};
use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered, choices},
    ui::*,
};

/// An offer's address.
#[derive(Clone, Debug, Deserialize)]
pub struct OfferAddress {
    network: String,
    offer: VisitOfferId,
}

/// The empty form of an offer.
pub async fn new_offer(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let entries = Entries::default().with("places", 1).with("kind", Kind::Stay);
    show_offer(&cx, &network, None, Filled::first(entries)).await
}

/// Offers a stay or a visit.
pub async fn add_offer(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let form = offer_form(&entries);
    match answered(cx.services().offer_visit(cx.viewer(), &network, &form).await, entries)? {
        Ok(_) => Ok(done(&format!("/n/{slug}/trainings/visits"), "visit-offered")),
        Err(filled) => show_offer(&cx, &network, None, filled).await,
    }
}

/// An offer's form, as it stands.
pub async fn edit_offer(cx: Cx, Path(address): Path<OfferAddress>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let form = cx.services().visit_offer(cx.viewer(), &network, address.offer).await?;
    let entries = Entries::default()
        .with("kind", form.kind)
        .with("title", form.title)
        .with("details", form.details)
        .with("places", form.places)
        .with("first_on", form.first_on)
        .with("last_on", form.last_on);
    show_offer(&cx, &network, Some(address.offer), Filled::first(entries)).await
}

/// Changes an offer.
pub async fn change_offer(cx: Cx, Path(address): Path<OfferAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let form = offer_form(&entries);
    let changed = cx.services().change_visit_offer(cx.viewer(), &network, address.offer, &form).await;
    match answered(changed, entries)? {
        Ok(()) => Ok(done(&format!("/n/{}/trainings/visits", network.slug), "saved")),
        Err(filled) => show_offer(&cx, &network, Some(address.offer), filled).await,
    }
}

fn offer_form(entries: &Entries) -> OfferForm {
    OfferForm {
        host: entries.text("host"),
        kind: entries.text("kind"),
        title: entries.text("title"),
        details: entries.text("details"),
        places: entries.text("places"),
        first_on: entries.text("first_on"),
        last_on: entries.text("last_on"),
    }
}

/// Takes requests for an offer, or no more.
pub async fn open_offer(cx: Cx, Path(address): Path<OfferAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let open = entries.text("open") == "yes";
    cx.services().open_visit_offer(cx.viewer(), &network, address.offer, open).await?;
    Ok(done(&format!("/n/{}/trainings/visits", network.slug), "saved"))
}

fn named(places: &[Place]) -> Vec<Choice> {
    places.iter().map(|place| Choice::new(place.organization.to_string(), place.name.clone())).collect()
}

async fn show_offer(cx: &Cx, network: &Network, offer: Option<VisitOfferId>, filled: Filled) -> Answer {
    let l = cx.locale();
    let mut places = cx.services().visit_places(cx.viewer(), network).await?;
    places.retain(|place| place.offers);
    let title = if offer.is_some() { t!(l, "visits-offer-change") } else { t!(l, "visits-offer") };
    let way = way(l, network, vec![PageLink::new(cx.path(), title.clone())]);
    let draft = cx.network_page(network, title.clone()).breadcrumb(way);
    let (action, back) = (cx.path().to_owned(), format!("/n/{}/trainings/visits", network.slug));
    Ok(filled.on(l, draft).render(move || {
        if places.is_empty() {
            return view! { <PageHeader title/><p>{t!(l, "visits-nobody-offers")}</p> }.into_any();
        }
        let required = t!(l, "required");
        let summary = filled.summary(l);
        let kinds = choices(Kind::ALL, |it| words::kind(l, it));
        let day = |name: &'static str, label: String| {
            view! { <Field name=name label=label kind="date" value=filled.text(name) width=FieldWidth::Short error=filled.error(l, name)/> }
        };
        let host = offer.is_none().then(|| {
            view! { <Select name="host" label=t!(l, "visits-host") options=named(&places) selected=filled.text("host") error=filled.error(l, "host")/> }
        });
        let (lead, submit) = if offer.is_some() {
            (t!(l, "visits-offer-change-lead"), t!(l, "save"))
        } else {
            (t!(l, "visits-offer-lead"), t!(l, "visits-offer-submit"))
        };
        let fields = view! {
            {host}
            <Choices name="kind" legend=t!(l, "visits-kind") options=kinds selected=filled.text("kind") error=filled.error(l, "kind").unwrap_or_default()/>
            <Field name="title" label=t!(l, "field-title") value=filled.text("title") error=filled.error(l, "title") required=required.clone()/>
            <TextArea name="details" label=t!(l, "visits-details") value=filled.text("details") rows=5 hint=t!(l, "visits-details-hint") error=filled.error(l, "details")/>
            <Field name="places" label=t!(l, "visits-how-many") value=filled.text("places") inputmode="numeric" width=FieldWidth::Short error=filled.error(l, "places") required=required/>
            {day("first_on", t!(l, "visits-first-possible"))}
            {day("last_on", t!(l, "visits-last-possible"))}
        };
        view! {
            <PageHeader title lead/>
            {summary}
            <PostForm action>
                {fields}
                <FormActions>
                    <SubmitButton text=submit/>
                    <ActionLink href=back text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
        .into_any()
    }))
}

/// The empty form of a request.
pub async fn new_visit(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let entries = Entries::default().with("people", 1).with("kind", Kind::Stay).with_some("offer", cx.query("offer"));
    show_visit(&cx, &network, Filled::first(entries)).await
}

/// Asks for a stay or a visit.
pub async fn ask(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &slug).await?;
    // A person stands in the list with the association for which they go.
    let who = entries.text("who");
    let (sender, person) = who.split_once(' ').unwrap_or_default();
    let form = VisitForm {
        offer: entries.text("offer"),
        host: entries.text("host"),
        kind: entries.text("kind"),
        sender: sender.to_owned(),
        person: person.to_owned(),
        people: entries.text("people"),
        first_on: entries.text("first_on"),
        last_on: entries.text("last_on"),
        wish: entries.text("wish"),
    };
    match answered(cx.services().ask_for_visit(cx.viewer(), &network, &form).await, entries)? {
        Ok(id) => Ok(done(&format!("/n/{slug}/trainings/visits/{id}"), "visit-asked")),
        Err(filled) => show_visit(&cx, &network, filled).await,
    }
}

async fn show_visit(cx: &Cx, network: &Network, filled: Filled) -> Answer {
    let l = cx.locale();
    let places = cx.services().visit_places(cx.viewer(), network).await?;
    let offers = cx.services().visit_offers(cx.viewer(), network).await?;
    let title = t!(l, "visits-ask");
    let way = way(l, network, vec![PageLink::new(cx.path(), title.clone())]);
    let draft = cx.network_page(network, title.clone()).breadcrumb(way);
    let (action, back) = (cx.path().to_owned(), format!("/n/{}/trainings/visits", network.slug));
    let chosen = filled.text("offer");
    let offer = offers.into_iter().find(|offer| offer.id.to_string() == chosen);
    let viewer = cx.viewer().actor.person();
    Ok(filled.on(l, draft).render(move || {
        let required = t!(l, "required");
        let summary = filled.summary(l);
        let people: Vec<Choice> = places
            .iter()
            .flat_map(|place| {
                place.people.iter().map(move |(person, name)| {
                    let label = t!(l, "visits-person-of", name = name.as_str(), association = place.name.as_str());
                    Choice::new(format!("{} {person}", place.organization), label)
                })
            })
            .collect();
        if people.is_empty() {
            return view! { <PageHeader title/><p>{t!(l, "visits-nobody-asks")}</p> }.into_any();
        }
        let own = viewer.and_then(|viewer| people.iter().find(|it| it.value.ends_with(&viewer.to_string())));
        let who = match filled.text("who") {
            typed if typed.is_empty() => own.map(|choice| choice.value.clone()).unwrap_or_default(),
            typed => typed,
        };
        let where_to = match offer {
            Some(offer) => {
                let facts = vec![
                    Fact::new(t!(l, "visits-what"), offer.title),
                    Fact::new(t!(l, "visits-host"), offer.host_name),
                    Fact::new(t!(l, "trainings-begins"), words::period(l, offer.first, offer.last)),
                ];
                let value = offer.id.to_string();
                view! { <input type="hidden" name="offer" value=value/><Facts facts/> }.into_any()
            }
            None => {
                let kinds = choices(Kind::ALL, |it| words::kind(l, it));
                view! {
                    <Field name="host" label=t!(l, "visits-host") value=filled.text("host") hint=t!(l, "trainings-priority-name-hint") error=filled.error(l, "host") required=required.clone()/>
                    <Choices name="kind" legend=t!(l, "visits-kind") options=kinds selected=filled.text("kind") error=filled.error(l, "kind").unwrap_or_default()/>
                }
                .into_any()
            }
        };
        let day = |name: &'static str, label: String| {
            view! { <Field name=name label=label kind="date" value=filled.text(name) width=FieldWidth::Short error=filled.error(l, name) required=t!(l, "required")/> }
        };
        let error = filled.error(l, "person").or_else(|| filled.error(l, "sender"));
        let fields = view! {
            <Select name="who" label=t!(l, "visits-who") options=people selected=who error=error/>
            <Field name="people" label=t!(l, "visits-people") value=filled.text("people") inputmode="numeric" width=FieldWidth::Short error=filled.error(l, "people") required=required/>
            {day("first_on", t!(l, "visits-first"))}
            {day("last_on", t!(l, "visits-last"))}
            <TextArea name="wish" label=t!(l, "visits-wish") value=filled.text("wish") rows=4 hint=t!(l, "visits-wish-hint") error=filled.error(l, "wish")/>
        };
        view! {
            <PageHeader title lead=t!(l, "visits-ask-lead")/>
            {summary}
            <PostForm action>
                {where_to}
                {fields}
                <FormActions>
                    <SubmitButton text=t!(l, "visits-ask-submit")/>
                    <ActionLink href=back text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
        .into_any()
    }))
}
