//! Secret votes on motions: asking for one, what the page says of it, and what is known afterwards.

use axum::extract::{Form, Path};
use domain::{
    assemblies::{ItemKind, State},
    ballots::{Carries, SecretBecause},
    colleges::RollEntry,
    ids::OrganizationId,
    locale::Locale,
};
use i18n::t;
use leptos::prelude::*;
use services::{
    Error, Refusal,
    assemblies::{Item, ItemPoll, MyVoice, Room},
    ballots::{Manner, Secrecy},
};

use super::{Address, PartAddress, agenda::question_title, room::act};
use crate::{
    context::{Answer, Cx},
    entries::Entries,
    ui::{ActionKind, Callout, Checkbox, Disclosure, FormActions, PostButton, PostForm, SubmitButton, Tag, Tone},
};

/// Why a vote is secret.
pub fn because(l: Locale, because: SecretBecause) -> String {
    match because {
        SecretBecause::Statutes => t!(l, "ballots-secret-statutes"),
        SecretBecause::Requested => t!(l, "ballots-secret-requested"),
        SecretBecause::Chair => t!(l, "ballots-secret-chair"),
    }
}

/// That a vote is secret, where it is.
pub fn tag(l: Locale, poll: &ItemPoll) -> Option<impl IntoView + use<>> {
    let text = because(l, poll.secret?);
    Some(view! { <p><Tag text=t!(l, "ballots-secret") tone=Tone::Active/>" "{text}</p> })
}

fn carries(l: Locale, carries: Carries) -> String {
    match (carries.weight, carries.college) {
        (true, true) => t!(l, "ballots-carries-both"),
        (true, false) => t!(l, "ballots-carries-weight"),
        (false, true) => t!(l, "ballots-carries-college"),
        (false, false) => t!(l, "ballots-carries-nothing"),
    }
}

/// What a voter is told before a secret ballot: why, what stands on it, whom it protects from, and that it is final.
pub fn on_the_ballot(l: Locale, room: &Room, poll: &ItemPoll, able: &[&MyVoice]) -> impl IntoView + use<> {
    let stamp = Carries::of(&poll.rule);
    let entries: Vec<RollEntry> = room.roll.iter().map(|line| line.entry.clone()).collect();
    let known = stamp.recognizable(&entries);
    let mine = able.iter().filter(|voice| known.iter().any(|entry| entry.organization == voice.organization));
    let mine: Vec<&str> = mine.map(|voice| voice.name.as_str()).collect();
    let warning = (!mine.is_empty()).then(|| {
        let text = t!(l, "ballots-recognizable-you", organization = i18n::list(l, &mine));
        view! { <Callout tone=Tone::Attention><p>{text}</p></Callout> }
    });
    view! {
        {tag(l, poll)}
        <p>{t!(l, "elections-final")}" "{carries(l, stamp)}</p>
        {warning}
        <Disclosure summary=t!(l, "elections-secrecy")>
            <p>{t!(l, "elections-secrecy-protects")}</p>
            <p>{t!(l, "elections-secrecy-not")}</p>
            <p>{t!(l, "elections-secrecy-final")}</p>
        </Disclosure>
    }
}

/// After the close: who voted, that nobody knows what, and what became of papers.
pub fn who_voted(l: Locale, poll: &ItemPoll) -> impl IntoView + use<> {
    let names = poll.voted.iter().cloned().map(|name| view! { <li>{name}</li> }).collect_view();
    let papers = crate::tellers::urn_told(l, poll);
    view! { {tag(l, poll)} <p>{t!(l, "ballots-nobody-knows")}</p> {papers} <ul>{names}</ul> }
}

/// What the minutes say of a secret vote.
pub fn minutes(l: Locale, poll: &ItemPoll) -> Option<String> {
    let because = because(l, poll.secret?);
    let names: Vec<&str> = poll.voted.iter().map(String::as_str).collect();
    let voted = t!(l, "elections-minutes-voted", names = i18n::list(l, &names));
    Some(format!("{because} {}", if names.is_empty() { t!(l, "ballots-nobody-knows") } else { voted }))
}

/// How many asked for a secret vote on a question.
fn asked(l: Locale, secrecy: &Secrecy) -> Option<String> {
    let asked = secrecy.asked?;
    Some(t!(l, "ballots-asked", asked = asked.asked, present = asked.present, needed = asked.needed))
}

/// Asking for a secret vote on the question that comes next, where the statutes let one ask.
pub fn ask(l: Locale, path: &str, room: &Room) -> Option<impl IntoView + use<>> {
    if room.state != State::Open {
        return None;
    }
    let item = room.questions().find(|item| item.awaits_vote).filter(|item| item.kind == ItemKind::Motion)?;
    let told = match item.secrecy.because {
        Some(SecretBecause::Statutes) => return None,
        Some(reason) => because(l, reason),
        None => String::new(),
    };
    let asked = asked(l, &item.secrecy)?;
    let mine: Vec<OrganizationId> = room
        .mine
        .iter()
        .filter(|voice| {
            voice.here && (voice.given_to.is_none() || matches!(voice.cast_as, domain::polls::CastAs::Proxy { .. }))
        })
        .map(|voice| voice.organization)
        .collect();
    let all_asked = mine.iter().all(|organization| item.secrecy.by.contains(organization));
    let mut entries: Vec<(String, String)> =
        mine.iter().map(|organization| ("organization".to_owned(), organization.to_string())).collect();
    entries.push(("asks".to_owned(), if all_asked { "no" } else { "yes" }.to_owned()));
    let text = if all_asked { t!(l, "ballots-ask-back") } else { t!(l, "ballots-ask") };
    let action = format!("{path}/items/{}/secrecy", item.id);
    let about = question_title(l, item);
    let button = (!mine.is_empty()).then(|| {
        view! { <PostButton action=action text=text kind=ActionKind::Secondary entries=entries about=about.clone()/> }
    });
    Some(view! {
        <Disclosure summary=t!(l, "ballots-asking") open=all_asked && !mine.is_empty()>
            <p><strong>{about}</strong></p>
            <p>{asked}</p>
            {(!told.is_empty()).then(|| view! { <p>{told}</p> })}
            {button}
        </Disclosure>
    })
}

/// How whoever runs opens the vote on a question: at once, and in secret where it must be or is chosen.
pub fn open_form(l: Locale, action: &str, item: &Item, about: &str, kind: ActionKind) -> AnyView {
    let secrecy = &item.secrecy;
    let by_statutes = matches!(secrecy.because, Some(SecretBecause::Statutes));
    let asked = asked(l, secrecy).filter(|_| !by_statutes).map(|text| view! { <p class="hint">{text}</p> });
    let secret_form = {
        let (action, about) = (action.to_owned(), about.to_owned());
        let warning = recognizable(l, &secrecy.recognizable);
        let secret_kind = if secrecy.because.is_some() { kind } else { ActionKind::Secondary };
        view! {
            <PostForm action=action>
                <input type="hidden" name="secret" value="yes"/>
                {warning}
                <FormActions><SubmitButton text=t!(l, "ballots-open-secretly") kind=secret_kind about=about/></FormActions>
            </PostForm>
        }
    };
    if let Some(reason) = secrecy.because {
        return view! { {asked} <Callout><p>{because(l, reason)}</p></Callout> {secret_form} }.into_any();
    }
    view! {
        {asked}
        <PostButton action=action.to_owned() text=t!(l, "chair-open-poll") kind=kind about=about.to_owned()/>
        <Disclosure summary=t!(l, "ballots-open-secret")>{secret_form}</Disclosure>
    }
    .into_any()
}

/// That some ballots would show whose they are, and the box that says that this is known.
pub fn recognizable(l: Locale, names: &[String]) -> Option<impl IntoView + use<>> {
    if names.is_empty() {
        return None;
    }
    let text = t!(l, "ballots-recognizable", names = i18n::list(l, names));
    // Several forms of one page may ask for it.
    let id = format!("acknowledged-{}", uuid::Uuid::new_v4().simple());
    Some(view! {
        <Callout tone=Tone::Attention><p>{text}</p></Callout>
        <Checkbox name="acknowledged" id=id label=t!(l, "elections-acknowledge")/>
    })
}

/// The manner in which a form opens a vote.
pub fn manner(entries: &Entries) -> Manner {
    let ticked = |name: &str| entries.text(name) == "yes";
    Manner { secret: ticked("secret"), acknowledged: ticked("acknowledged") }
}

/// Somebody asks for a secret vote, or takes that back, for all for whom they vote.
pub async fn asks(cx: Cx, Path(part): Path<PartAddress>, Form(entries): Form<Entries>) -> Answer {
    let address = Address::from(&part);
    let room = address.room(&cx).await?;
    let asks = entries.text("asks") == "yes";
    let mut result = Err(Error::from(Refusal::Named("not-a-representative")));
    for organization in entries.all("organization") {
        let organization = OrganizationId(organization.parse().map_err(|_| Error::NotFound)?);
        result = cx.services().ask_for_secrecy(cx.viewer(), room.id, part.part, (organization, asks)).await;
        if result.is_err() {
            break;
        }
    }
    act(&cx, &address, result, if asks { "secrecy-asked" } else { "secrecy-unasked" }).await
}
