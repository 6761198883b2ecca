//! Who the tellers of an assembly are, and the way to their sheets.

use axum::extract::{Form, Path};
use domain::{
    access::{Action, Scope},
    assemblies::State,
    ids::PersonId,
    locale::Locale,
};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    Error, Refusal,
    assemblies::{Item, ItemPoll, Room},
    tellers::Tellers,
};

use crate::{
    assemblies::{Address, breadcrumb, summary},
    context::{Answer, Cx, done},
    problems::{FormProblem, on_form},
    ui::{
        ActionKind, ActionLink, Callout, Cell, Choice, Column, DataTable, FormActions, PageHeader, PageLink,
        PostButton, PostForm, Section, Select, SubmitButton, Tone,
    },
};

/// The tellers of an assembly.
pub async fn show(cx: Cx, Path(address): Path<Address>) -> Answer {
    page(&cx, &address, &FormProblem::default()).await
}

async fn page(cx: &Cx, address: &Address, problem: &FormProblem) -> Answer {
    let l = cx.locale();
    let room = address.room(cx).await?;
    cx.viewer().require(Action::RunAssembly, Scope::Network(room.network.id))?;
    let tellers = cx.services().tellers(cx.viewer(), room.id).await?;
    let path = address.path();
    let title = t!(l, "tellers");
    let way = vec![PageLink::new(&path, room.title.clone()), PageLink::new(format!("{path}/tellers"), title.clone())];
    let draft = cx
        .network_page(&room.network, format!("{title} – {}", room.title))
        .breadcrumb(breadcrumb(l, &room.network, way))
        .status(problem.status());
    let problem = problem.clone();
    Ok(draft.render(move || {
        let to_room = format!("{path}/room");
        let running = matches!(room.state, State::Convened | State::Open);
        let form = running.then(|| form(l, &path, &tellers));
        view! {
            <PageHeader title=title kicker=room.title.clone() lead=t!(l, "tellers-lead")>
                <ActionLink href=to_room text=t!(l, "room") kind=ActionKind::Secondary/>
            </PageHeader>
            {summary(l, &problem)}
            {list(l, &path, &tellers, running)}
            {form}
            {sheets(l, &path, &room)}
        }
    }))
}

fn list(l: Locale, path: &str, tellers: &Tellers, running: bool) -> impl IntoView + use<> {
    let missing = (running && tellers.appointed.len() < 2)
        .then(|| view! { <Callout tone=Tone::Attention><p>{t!(l, "tellers-two-needed")}</p></Callout> });
    let rows: Vec<Vec<Cell>> = tellers
        .appointed
        .iter()
        .map(|teller| {
            let entries = vec![("person".to_owned(), teller.person.to_string())];
            let button = running.then(|| {
                view! { <PostButton action=format!("{path}/tellers/dismiss") text=t!(l, "tellers-dismiss") kind=ActionKind::Quiet entries=entries about=teller.name.clone()/> }
            });
            vec![teller.name.clone().into(), Cell::view(button)]
        })
        .collect();
    let columns = vec![Column::text(t!(l, "tellers-name")), Column::actions(t!(l, "actions"))];
    let table = (!rows.is_empty())
        .then(|| view! { <DataTable caption=t!(l, "tellers") caption_hidden=true columns=columns rows=rows/> });
    view! { {missing} {table} }
}

fn form(l: Locale, path: &str, tellers: &Tellers) -> impl IntoView + use<> {
    let options: Vec<Choice> = tellers
        .candidates
        .iter()
        .map(|candidate| Choice::new(candidate.person.to_string(), candidate.name.clone()))
        .collect();
    let action = format!("{path}/tellers");
    view! {
        <Section title=t!(l, "tellers-appoint") id="appoint">
            <PostForm action=action>
                <Select name="person" label=t!(l, "tellers-name") options=options empty=t!(l, "choose") hint=t!(l, "tellers-who")/>
                <FormActions><SubmitButton text=t!(l, "tellers-appoint") kind=ActionKind::Secondary/></FormActions>
            </PostForm>
        </Section>
    }
}

/// The votes of the assembly, each with its sheets.
fn sheets(l: Locale, path: &str, room: &Room) -> Option<impl IntoView + use<>> {
    let rows: Vec<Vec<Cell>> = room
        .questions()
        .filter_map(|item| {
            let poll = item.poll.as_ref()?;
            let href = sheet_of(path, item, poll);
            let title = crate::assemblies::question_name(l, item);
            Some(vec![Cell::link(href, title), i18n::wording::poll_state(l, poll.state).into()])
        })
        .collect();
    (!rows.is_empty()).then(|| {
        let columns = vec![Column::text(t!(l, "tellers-vote")), Column::text(t!(l, "tellers-state"))];
        view! {
            <Section title=t!(l, "tellers-sheets") id="sheets">
                <DataTable caption=t!(l, "tellers-sheets") caption_hidden=true columns=columns rows=rows/>
            </Section>
        }
    })
}

/// Where a vote is counted by tellers: papers of a secret one have no name to stand on a sheet, and go into an urn.
fn sheet_of(path: &str, item: &Item, poll: &ItemPoll) -> String {
    format!("{path}/polls/{}/{}", poll.id, if in_urn(item, poll) { "urn" } else { "paper" })
}

fn in_urn(item: &Item, poll: &ItemPoll) -> bool {
    item.election.is_some() || poll.secret.is_some()
}

/// The way from the room to the sheets of the open vote, for tellers and whoever runs the assembly.
pub fn link(l: Locale, path: &str, room: &Room) -> Option<impl IntoView + use<>> {
    if !(room.is_teller || room.may_run) || room.state == State::Closed {
        return None;
    }
    let kind = if room.may_run { ActionKind::Secondary } else { ActionKind::Primary };
    let open = room.open_items().filter_map(|item| {
        let poll = item.poll.as_ref()?;
        let text = if in_urn(item, poll) { t!(l, "urn-go") } else { t!(l, "tellers-go-sheet") };
        Some((sheet_of(path, item, poll), text, crate::assemblies::question_name(l, item)))
    });
    let sheets: Vec<_> =
        open.map(|(href, text, about)| view! { <ActionLink href=href text=text kind=kind about=about/> }).collect();
    let appoint = room.may_run.then(|| {
        view! { <ActionLink href=format!("{path}/tellers") text=t!(l, "tellers-go-appoint") kind=ActionKind::Quiet/> }
    });
    if sheets.is_empty() && appoint.is_none() {
        return None;
    }
    let you = room.is_teller.then(|| view! { <p>{t!(l, "tellers-you-are")}</p> });
    Some(
        view! { <Section title=t!(l, "tellers-paper") id="tellers">{you}<FormActions>{sheets}{appoint}</FormActions></Section> },
    )
}

/// Somebody who becomes a teller, or is one no more.
#[derive(Debug, Deserialize)]
pub struct PersonForm {
    #[serde(default)]
    person: String,
}

impl PersonForm {
    fn id(&self) -> Result<PersonId, Error> {
        self.person.parse().map(PersonId).map_err(|_| Refusal::Named("teller-choose").into())
    }
}

/// Makes somebody a teller.
pub async fn appoint(cx: Cx, Path(address): Path<Address>, Form(form): Form<PersonForm>) -> Answer {
    let room = address.room(&cx).await?;
    cx.viewer().require(Action::RunAssembly, Scope::Network(room.network.id))?;
    let result = match form.id() {
        Ok(person) => cx.services().appoint_teller(cx.viewer(), room.id, person).await,
        Err(error) => Err(error),
    };
    back(&cx, &address, result, "teller-appointed").await
}

/// Somebody is a teller no more.
pub async fn dismiss(cx: Cx, Path(address): Path<Address>, Form(form): Form<PersonForm>) -> Answer {
    let room = address.room(&cx).await?;
    cx.viewer().require(Action::RunAssembly, Scope::Network(room.network.id))?;
    let result = match form.id() {
        Ok(person) => cx.services().dismiss_teller(cx.viewer(), room.id, person).await,
        Err(error) => Err(error),
    };
    back(&cx, &address, result, "teller-dismissed").await
}

async fn back(cx: &Cx, address: &Address, result: Result<(), Error>, word: &str) -> Answer {
    match on_form(result)? {
        Ok(()) => Ok(done(&format!("{}/tellers", address.path()), word)),
        Err(problem) => page(cx, address, &problem).await,
    }
}
