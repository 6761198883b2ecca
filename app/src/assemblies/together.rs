//! Several questions on one ballot: putting them to the vote together, and closing them.

use axum::extract::{Form, Path};
use domain::{assemblies::ItemKind, ids::PollId, locale::Locale};
use i18n::t;
use leptos::prelude::*;
use services::{
    Error,
    assemblies::{Item, ItemPoll, Room},
};
use uuid::Uuid;

use super::{Address, PartAddress, agenda::question_title, room::act, secrecy};
use crate::{
    context::{Answer, Cx},
    entries::Entries,
    ui::{ActionKind, Checkbox, Disclosure, FieldGroup, FormActions, PostButton, PostForm, SubmitButton},
};

/// Whoever runs ticks the questions that go together; nothing where there are not two.
pub fn form(l: Locale, path: &str, room: &Room) -> Option<impl IntoView + use<>> {
    let ready = |item: &&Item| {
        item.kind == ItemKind::Motion
            && item.awaits_vote
            && item.election.is_none()
            && item.amendments.iter().all(|amendment| !amendment.awaits_vote)
    };
    let items: Vec<&Item> = room.items.iter().filter(ready).collect();
    if items.len() < 2 || room.open_item().is_some() {
        return None;
    }
    let boxes: Vec<_> = items
        .iter()
        .map(|item| {
            let hint = item.secrecy.because.map(|because| secrecy::because(l, because));
            view! { <Checkbox name="item" id=format!("item-{}", item.id) value=item.id.to_string() label=question_title(l, item) hint=hint/> }
        })
        .collect();
    let mut known: Vec<String> = items.iter().flat_map(|item| item.secrecy.recognizable.clone()).collect();
    known.sort();
    known.dedup();
    let secret = (!known.is_empty()).then(|| secrecy::recognizable(l, &known));
    let action = format!("{path}/polls");
    Some(view! {
        <Disclosure summary=t!(l, "ballots-together")>
            <PostForm action=action>
                <FieldGroup legend=t!(l, "ballots-together-hint")>{boxes}</FieldGroup>
                <Disclosure summary=t!(l, "ballots-open-secret")>
                    <Checkbox name="secret" id="secret-together" label=t!(l, "ballots-open-secret")/>
                    {secret}
                </Disclosure>
                <FormActions><SubmitButton text=t!(l, "ballots-together-open") kind=ActionKind::Secondary/></FormActions>
            </PostForm>
        </Disclosure>
    })
}

/// The turnout of each open question, and the way to close all, or one.
pub fn close(l: Locale, path: &str, open: &[(&Item, &ItemPoll)]) -> AnyView {
    let Some((_, first)) = open.first() else { return ().into_any() };
    let lines: Vec<_> = open
        .iter()
        .map(|(item, poll)| {
            let (title, turnout) = (question_title(l, item), poll.turnout);
            view! { <li>{t!(l, "chair-poll-open", title = title, voted = turnout.voted, present = turnout.present)}</li> }
        })
        .collect();
    let single: Vec<_> = open
        .iter()
        .map(|(item, poll)| {
            let action = format!("{path}/polls/{}/close", poll.id);
            view! {
                <p>{question_title(l, item)}</p>
                <PostButton action=action text=t!(l, "chair-close-poll") kind=ActionKind::Secondary about=question_title(l, item)/>
            }
        })
        .collect();
    let all = format!("{path}/polls/{}/close-together", first.id);
    view! {
        <ul>{lines}</ul>
        <PostButton action=all text=t!(l, "ballots-close-all", count = open.len())/>
        <Disclosure summary=t!(l, "ballots-close-one")>{single}</Disclosure>
    }
    .into_any()
}

/// Several questions are put to the vote together.
pub async fn open(cx: Cx, Path(address): Path<Address>, Form(entries): Form<Entries>) -> Answer {
    let room = address.room(&cx).await?;
    let items: Vec<Uuid> = entries.all("item").iter().filter_map(|item| item.parse().ok()).collect();
    let result = cx.services().open_polls_together(cx.viewer(), room.id, &items, secrecy::manner(&entries)).await;
    act(&cx, &address, result.map(drop), "polls-opened").await
}

/// All that were put to the vote together are closed.
pub async fn close_all(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    let address = Address::from(&part);
    let room = address.room(&cx).await?;
    let poll = PollId(part.part);
    if !room.questions().any(|item| item.poll.as_ref().is_some_and(|one| one.id == poll)) {
        return Err(Error::NotFound.into());
    }
    act(&cx, &address, cx.services().close_polls_together(cx.viewer(), poll).await.map(drop), "polls-closed").await
}
