//! Lists of candidates: who stands on them, in what order, and what each declares for the rule of parity.

use axum::extract::{Form, Path};
use domain::{
    elections::parity::{self, Side},
    locale::Locale,
    polls::{CastAs, PollState},
};
use i18n::t;
use leptos::prelude::*;
use services::{
    Error,
    assemblies::Room,
    elections::{Candidacy, CandidateList, Election, OnList},
};

use super::{
    people::{actions, at, status},
    words,
};
use crate::{
    assemblies::PartAddress,
    context::{Answer, Cx, done},
    ui::{
        ActionKind, Card, Cards, Choice, Field, FormActions, PlainText, PostButton, PostForm, Section, Select,
        SubmitButton,
    },
};

const SIDES: [(&str, Side); 3] = [("woman", Side::Woman), ("man", Side::Man), ("neither", Side::Neither)];

/// A side that was chosen.
pub fn side(typed: &str) -> Option<Side> {
    SIDES.iter().find(|(word, _)| *word == typed).map(|(_, side)| *side)
}

/// The list that was chosen: one that is there, else a new one of that name.
pub fn chosen(list: &str, name: &str) -> Option<OnList> {
    match list.parse() {
        Ok(id) => Some(OnList::Known(id)),
        Err(_) if name.trim().is_empty() => None,
        Err(_) => Some(OnList::New(name.to_owned())),
    }
}

/// The lists with those on them.
pub fn cards(
    l: Locale,
    path: &str,
    room: &Room,
    election: &Election,
    viewer: &str,
    state: Option<PollState>,
) -> impl IntoView + use<> {
    let cards = election.lists.iter().map(|list| card(l, path, (room, election, list), viewer, state)).collect_view();
    let nobody = election.lists.is_empty().then(|| view! { <p>{t!(l, "lists-nobody")}</p> });
    view! { <Section title=t!(l, "lists-title") id="candidates">{nobody}<Cards>{cards}</Cards></Section> }
}

fn card(
    l: Locale,
    path: &str,
    (room, election, list): (&Room, &Election, &CandidateList),
    viewer: &str,
    state: Option<PollState>,
) -> impl IntoView + use<> {
    let keeps = room.may_run || room.viewer == Some(list.proposed_by);
    let people: Vec<&Candidacy> = election.on_list(list.id).collect();
    let kept = election.rules.parity.filter(|_| keeps && state.is_none()).map(|rule| {
        // Whoever has still to consent counts as well: an order that cannot hold is better seen early.
        let standing = people.iter().filter(|it| it.withdrawn_at.is_none()).map(|it| it.side.unwrap_or(Side::Neither));
        let told = words::parity_of(l, parity::check(rule, &standing.collect::<Vec<_>>()));
        view! { <p class="hint">{told}</p> }
    });
    let empty = people.is_empty().then(|| view! { <p>{t!(l, "lists-empty")}</p> });
    let written_in = room.network.locale.to_string();
    let mut place = 0;
    let lines = people.into_iter().enumerate().map(|(at, candidacy)| {
        let (name, organization) = (candidacy.name.as_str(), candidacy.organization_name.as_str());
        let line = if candidacy.withdrawn_at.is_some() {
            t!(l, "elections-minutes-candidate", name = name, organization = organization)
        } else {
            place += 1;
            t!(l, "lists-place", place = place, name = name, organization = organization)
        };
        let statement = (!candidacy.statement.is_empty())
            .then(|| view! { <PlainText text=candidacy.statement.clone() lang=written_in.clone()/> });
        let up = (keeps && at > 0 && state.is_none()).then(|| {
            let action = format!("{path}/candidacies/{}/up", candidacy.id);
            view! { <PostButton action=action text=t!(l, "lists-up") kind=ActionKind::Quiet about=candidacy.name.clone()/> }.into_any()
        });
        let declares = declares(l, path, room, election, candidacy, viewer, state);
        let (status, actions) = (status(l, candidacy, state), actions(l, path, room, candidacy, viewer, (state, up)));
        view! { <div class="place"><p>{line}</p>{status}{statement}{declares}{actions}</div> }
    });
    let lines = lines.collect_view();
    view! { <Card title=list.name.clone()>{kept}{empty}{lines}</Card> }
}

/// The candidate's own declaration, until the vote opens.
fn declares(
    l: Locale,
    path: &str,
    room: &Room,
    election: &Election,
    candidacy: &Candidacy,
    viewer: &str,
    state: Option<PollState>,
) -> Option<impl IntoView + use<>> {
    let mine = candidacy.person == room.viewer
        || (represents(room, candidacy) && services::text::fold(&candidacy.name) == services::text::fold(viewer));
    if election.rules.parity.is_none() || state.is_some() || room.viewer.is_none() || !mine {
        return None;
    }
    let action = format!("{path}/candidacies/{}/side", candidacy.id);
    let select = select(l, &format!("side-{}", candidacy.id), candidacy.side);
    Some(view! {
        <PostForm action=action>
            {select}
            <FormActions><SubmitButton text=t!(l, "lists-side-save") kind=ActionKind::Secondary/></FormActions>
        </PostForm>
    })
}

fn represents(room: &Room, candidacy: &Candidacy) -> bool {
    let own = |voice: &&services::assemblies::MyVoice| matches!(voice.cast_as, CastAs::Own);
    room.mine.iter().filter(own).any(|voice| voice.organization == candidacy.organization)
}

fn select(l: Locale, id: &str, selected: Option<Side>) -> impl IntoView + use<> {
    let options = SIDES.iter().map(|(word, side)| Choice::new(*word, words::side(l, *side))).collect();
    let word =
        SIDES.iter().find(|(_, side)| *side == selected.unwrap_or(Side::Neither)).map(|(word, _)| (*word).to_owned());
    view! { <Select name="side" id=id.to_owned() label=t!(l, "lists-side") options=options selected=word hint=t!(l, "lists-parity-private")/> }
}

/// How a candidate counts for the rule of parity, where there is one.
pub fn side_field(l: Locale, election: &Election, chosen: &str) -> Option<impl IntoView + use<>> {
    election.rules.parity.map(|_| select(l, "side-new", side(chosen)))
}

/// On which list somebody is going to stand: one that the viewer keeps, or a new one.
pub fn list_fields(
    l: Locale,
    room: &Room,
    election: &Election,
    (list, name): (String, String),
    wrong: String,
) -> Option<impl IntoView + use<>> {
    if !election.rules.by_lists() {
        return None;
    }
    let mine = election.lists.iter().filter(|list| room.may_run || room.viewer == Some(list.proposed_by));
    let options: Vec<Choice> = mine.map(|list| Choice::new(list.id.to_string(), list.name.clone())).collect();
    if options.is_empty() {
        let hint = t!(l, "lists-list-keeper");
        // The summary above the form leads here.
        return Some(view! { <Field name="list_name" id="field-list" label=t!(l, "lists-list-name") value=name hint=hint error=wrong/> }.into_any());
    }
    let hint = format!("{} {}", t!(l, "lists-list-name-hint"), t!(l, "lists-list-keeper"));
    Some(view! {
        <Select name="list" label=t!(l, "lists-list") options=options selected=list empty=t!(l, "lists-list-new") error=wrong/>
        <Field name="list_name" label=t!(l, "lists-list-name") value=name hint=hint/>
    }.into_any())
}

/// Somebody moves one place up on their list.
pub async fn up(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    let (room, at) = at(&cx, &part).await?;
    cx.services().move_up_on_list(cx.viewer(), room.id, part.part).await?;
    Ok(done(&at, "list-ordered"))
}

/// What a candidate declares.
pub async fn declare(cx: Cx, Path(part): Path<PartAddress>, Form(form): Form<Vec<(String, String)>>) -> Answer {
    let (room, at) = at(&cx, &part).await?;
    let typed = form.iter().find(|(name, _)| name == "side").map_or("", |(_, value)| value.as_str());
    let side = side(typed).ok_or(Error::NotFound)?;
    cx.services().declare_side(cx.viewer(), room.id, part.part, side).await?;
    Ok(done(&at, "side-declared"))
}
