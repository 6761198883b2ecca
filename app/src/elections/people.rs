//! Who stands: the candidates, and the form by which somebody stands or is proposed.

use std::collections::BTreeSet;

use axum::extract::{Form, Path};
use domain::{
    ids::OrganizationId,
    locale::Locale,
    polls::{CastAs, PollState},
};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    Error,
    assemblies::Room,
    elections::{Candidacy, Election, NewCandidacy},
};

use super::{
    lists,
    paper::electing,
    show::{Sent, page},
};
use crate::{
    assemblies::{Address, PartAddress},
    context::{Answer, Cx, done},
    problems::on_form,
    ui::{
        ActionKind, Card, Cards, Choice, Field, FormActions, PlainText, PostButton, PostForm, Section, Select,
        SubmitButton, Tag, TextArea, Tone,
    },
};

/// What was typed into the form of a candidacy.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Proposed {
    organization: String,
    name: String,
    statement: String,
    list: String,
    list_name: String,
    side: String,
}

/// Those who stand, were proposed, or withdrew.
pub fn candidates(
    l: Locale,
    path: &str,
    room: &Room,
    election: &Election,
    viewer: &str,
    state: Option<PollState>,
) -> impl IntoView + use<> {
    let cards = election.candidacies.iter().map(|candidacy| {
        let status = status(l, candidacy, state);
        let statement = (!candidacy.statement.is_empty())
            .then(|| view! { <PlainText text=candidacy.statement.clone() lang=room.network.locale.to_string()/> });
        let actions = actions(l, path, room, candidacy, viewer, (state, None));
        let (name, organization) = (candidacy.name.clone(), candidacy.organization_name.clone());
        view! { <Card title=name><p>{organization}</p>{status}{statement}{actions}</Card> }
    });
    let cards = cards.collect_view();
    let nobody = election.candidacies.is_empty().then(|| view! { <p>{t!(l, "elections-nobody-yet")}</p> });
    view! { <Section title=t!(l, "elections-candidates") id="candidates">{nobody}<Cards>{cards}</Cards></Section> }
}

/// Whether somebody stands, waits or has withdrawn.
pub fn status(l: Locale, candidacy: &Candidacy, state: Option<PollState>) -> AnyView {
    if candidacy.withdrawn_at.is_some() {
        view! { <Tag text=t!(l, "elections-withdrawn") tone=Tone::Neutral/> }.into_any()
    } else if candidacy.consented_at.is_none() {
        view! { <Tag text=t!(l, "elections-no-consent") tone=Tone::Attention/> }.into_any()
    } else if candidacy.on_paper && state.is_none() {
        view! { <p class="hint">{t!(l, "elections-consent-paper")}</p> }.into_any()
    } else {
        ().into_any()
    }
}

/// What the viewer may do with a candidacy; `up` moves it on its list.
pub fn actions(
    l: Locale,
    path: &str,
    room: &Room,
    candidacy: &Candidacy,
    viewer: &str,
    (state, up): (Option<PollState>, Option<AnyView>),
) -> Option<impl IntoView + use<>> {
    if candidacy.withdrawn_at.is_some() || state == Some(PollState::Closed) || room.viewer.is_none() {
        return None;
    }
    let button = |word: &str, text: String, kind: ActionKind| {
        let action = format!("{path}/candidacies/{}/{word}", candidacy.id);
        view! { <PostButton action=action text=text kind=kind about=candidacy.name.clone()/> }
    };
    let waits = candidacy.consented_at.is_none() && state.is_none();
    let represents = room
        .mine
        .iter()
        .any(|voice| matches!(voice.cast_as, CastAs::Own) && voice.organization == candidacy.organization);
    let me = represents && services::text::fold(&candidacy.name) == services::text::fold(viewer);
    let consent = (waits && me).then(|| button("consent", t!(l, "elections-consent"), ActionKind::Primary));
    let paper =
        (waits && room.may_run).then(|| button("paper", t!(l, "elections-consent-record"), ActionKind::Secondary));
    let own = candidacy.person == room.viewer
        || (candidacy.consented_at.is_none() && (me || Some(candidacy.proposed_by) == room.viewer));
    let withdraw = (own || room.may_run).then(|| button("withdraw", t!(l, "elections-withdraw"), ActionKind::Quiet));
    Some(view! { <FormActions>{consent}{paper}{up}{withdraw}</FormActions> })
}

/// The form by which somebody stands or is proposed.
pub fn candidacy_form(
    l: Locale,
    here: &str,
    room: &Room,
    election: &Election,
    sent: &Sent,
) -> Option<impl IntoView + use<>> {
    let elect: BTreeSet<OrganizationId> = electing(room, election).collect();
    let own = room.mine.iter().filter(|voice| matches!(voice.cast_as, CastAs::Own));
    let own: Vec<OrganizationId> = own.map(|voice| voice.organization).filter(|it| elect.contains(it)).collect();
    let of_all = room.may_run || (election.rules.by_lists() && !own.is_empty());
    let options: Vec<Choice> = room
        .roll
        .iter()
        .map(|line| &line.entry)
        .filter(|entry| own.contains(&entry.organization) || (of_all && elect.contains(&entry.organization)))
        .map(|entry| Choice::new(entry.organization.to_string(), entry.name.clone()))
        .collect();
    if options.is_empty() {
        return None;
    }
    let mut typed = sent.candidacy.clone();
    if let (true, Some(first)) = (typed.organization.is_empty(), own.first()) {
        typed.organization = first.to_string();
    }
    let hint = if own.is_empty() { t!(l, "elections-name-consents") } else { t!(l, "elections-name-hint") };
    let action = format!("{here}/candidacies");
    let wrong = |field: &str| sent.problem.field(l, field);
    let (no_organization, no_name, no_statement) = (wrong("organization"), wrong("name"), wrong("statement"));
    if typed.list.is_empty() && typed.list_name.is_empty() {
        let kept = election.lists.iter().find(|list| room.viewer == Some(list.proposed_by));
        typed.list = kept.map(|list| list.id.to_string()).unwrap_or_default();
    }
    let side = lists::side_field(l, election, &typed.side);
    let lists = lists::list_fields(l, room, election, (typed.list, typed.list_name), wrong("list"));
    Some(view! {
        <Section title=t!(l, "elections-stand") id="stand">
            <PostForm action=action>
                <Select name="organization" label=t!(l, "column-association") options=options selected=typed.organization error=no_organization/>
                <Field name="name" label=t!(l, "elections-name") value=typed.name hint=hint error=no_name/>
                {side}
                {lists}
                <TextArea name="statement" label=t!(l, "elections-statement") value=typed.statement rows=5 error=no_statement/>
                <FormActions><SubmitButton text=t!(l, "elections-propose") kind=ActionKind::Secondary/></FormActions>
            </PostForm>
        </Section>
    })
}

/// Somebody stands or is proposed.
pub async fn propose(cx: Cx, Path(part): Path<PartAddress>, Form(form): Form<Proposed>) -> Answer {
    let address = Address::from(&part);
    let room = address.room(&cx).await?;
    let organization = form.organization.parse().map_err(|_| Error::NotFound)?;
    let new = NewCandidacy {
        organization: OrganizationId(organization),
        name: form.name.clone(),
        statement: form.statement.clone(),
        list: lists::chosen(&form.list, &form.list_name),
        side: lists::side(&form.side),
    };
    match on_form(cx.services().propose_candidacy(cx.viewer(), room.id, part.part, new).await)? {
        Ok(()) => Ok(done(&format!("{}/elections/{}", address.path(), part.part), "candidacy-proposed")),
        Err(problem) => page(&cx, &part, Sent { problem, candidacy: form, ..Sent::default() }).await,
    }
}

/// The candidate consents.
pub async fn consent(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    let (room, at) = at(&cx, &part).await?;
    cx.services().consent_to_candidacy(cx.viewer(), room.id, part.part, false).await?;
    Ok(done(&at, "candidacy-consented"))
}

/// Whoever runs the assembly holds the candidate's consent on paper.
pub async fn consent_on_paper(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    let (room, at) = at(&cx, &part).await?;
    cx.services().consent_to_candidacy(cx.viewer(), room.id, part.part, true).await?;
    Ok(done(&at, "candidacy-consented"))
}

/// A candidate withdraws.
pub async fn withdraw(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    let (room, at) = at(&cx, &part).await?;
    cx.services().withdraw_candidacy(cx.viewer(), room.id, part.part).await?;
    Ok(done(&at, "candidacy-withdrawn"))
}

/// The room, and the page of the election for which somebody stands.
pub async fn at(cx: &Cx, part: &PartAddress) -> Result<(Room, String), Error> {
    let address = Address::from(part);
    let room = address.room(cx).await?;
    let stands = |election: &Election| election.candidacies.iter().any(|candidacy| candidacy.id == part.part);
    let item = room.items.iter().find(|item| item.election.as_ref().is_some_and(stands)).ok_or(Error::NotFound)?;
    let at = format!("{}/elections/{}", address.path(), item.id);
    Ok((room, at))
}
