//! The vote of whoever chairs, where the statutes let it break a tie.

use axum::extract::{Form, Path};
use domain::{assemblies::State, ids::PollId, locale::Locale, polls::Choice};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    Error,
    assemblies::{Item, Room},
};

use super::{Address, PartAddress, room::act};
use crate::{
    context::{Answer, Cx},
    ui::{ActionKind, Callout, FormActions, PostButton, Tone},
};

/// The ties that wait for whoever chairs.
pub fn ties(l: Locale, path: &str, room: &Room) -> impl IntoView + use<> {
    let ties = room.items.iter().filter_map(|item| {
        let poll = item.poll.as_ref()?;
        let waits = room.state == State::Open && poll.outcome.as_ref()?.awaits_casting_vote();
        waits.then(|| tie(l, path, item, poll.id))
    });
    ties.collect_view()
}

fn tie(l: Locale, path: &str, item: &Item, poll: PollId) -> impl IntoView + use<> {
    let button = |choice: Choice, text: String| {
        let entries = vec![("choice".to_owned(), choice.to_string())];
        let about = item.title.clone();
        view! { <PostButton action=format!("{path}/polls/{poll}/casting") text=text kind=ActionKind::Secondary entries=entries about=about/> }
    };
    let buttons = view! {
        {button(Choice::For, t!(l, "statutes-casting-for"))}
        {button(Choice::Against, t!(l, "statutes-casting-against"))}
    };
    let text = t!(l, "statutes-casting", title = item.title.clone());
    view! { <Callout tone=Tone::Attention><p>{text}</p><FormActions>{buttons}</FormActions></Callout> }
}

/// What whoever chairs says to a tie.
#[derive(Debug, Deserialize)]
pub struct CastingForm {
    #[serde(default)]
    choice: String,
}

/// Breaks a tie.
pub async fn casting(cx: Cx, Path(part): Path<PartAddress>, Form(form): Form<CastingForm>) -> Answer {
    let address = Address::from(&part);
    let room = address.room(&cx).await?;
    if !room.items.iter().any(|item| item.poll.as_ref().is_some_and(|poll| poll.id == PollId(part.part))) {
        return Err(Error::NotFound.into());
    }
    let result = match form.choice.parse() {
        Ok(choice) => cx.services().break_tie(cx.viewer(), PollId(part.part), choice).await.map(|_| ()),
        Err(_) => Err(services::Refusal::Named("ballot-choose").into()),
    };
    act(&cx, &address, result, "tie-broken").await
}
