//! Who is there without a vote: coming, leaving and asking for the floor, for oneself and at the desk.

use axum::extract::{Form, Path};
use domain::{
    access::{Action, Scope},
    assemblies::State,
    ids::{OrganizationId, PersonId},
    locale::Locale,
    speakers::{RequestKind, SpeakerList, SpeakingOrder},
    statutes::Audience,
};
use i18n::t;
use leptos::prelude::*;
use printing::Block;
use serde::Deserialize;
use services::{
    Error, Refusal,
    assemblies::{Attendee, NewAttendee, Room, Speaker},
};
use uuid::Uuid;

use super::{Address, floor::speaker_list, room::act};
use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered},
    ui::{
        ActionKind, Cell, Choice, Column, DataTable, Field, FormActions, PostButton, PostForm, Section, Select,
        SubmitButton, Tag, Tone,
    },
};

/// As whom the desk may write somebody down.
fn audiences(l: Locale, room: &Room) -> Vec<Choice> {
    let allowed = Audience::ALL.iter().filter(|audience| room.rules.participation.lets_in(**audience));
    allowed.map(|audience| Choice::new(audience.as_str(), one_of(l, *audience))).collect()
}

/// An audience as one of its people is called.
pub fn one_of(l: Locale, audience: Audience) -> String {
    match audience {
        Audience::MembersWithoutVote => t!(l, "participation-member"),
        Audience::PersonsConcerned => t!(l, "participation-person-concerned"),
        Audience::Staff => t!(l, "participation-staff"),
        Audience::Partners => t!(l, "participation-partner"),
        Audience::Observers => t!(l, "participation-observer"),
        Audience::Public => t!(l, "participation-public"),
    }
}

/// The room is for those whom the statutes let in, until the session is over.
pub fn guarded(room: &Room) -> Result<(), Error> {
    let open = room.attending.may_enter || room.may_run || room.state == State::Closed;
    if open { Ok(()) } else { Err(Refusal::Named("not-in-the-room").into()) }
}

/// What the viewer does here who has no vote; nothing for those who have one.
pub fn section(l: Locale, path: &str, room: &Room) -> Option<impl IntoView + use<>> {
    let own = room.attending.own.filter(|_| room.mine.is_empty() && room.day_has_come)?;
    if !matches!(room.state, State::Convened | State::Open) {
        return None;
    }
    let as_whom = one_of(l, own.audience);
    let action = match own.here {
        Some(id) => view! {
            <p><Tag text=t!(l, "present") tone=Tone::Positive/>" "{t!(l, "participation-you-are-here", audience = as_whom)}</p>
            <PostButton action=format!("{path}/attend/leave") text=t!(l, "room-leave") kind=ActionKind::Quiet entries=vec![("attendee".to_owned(), id.to_string())]/>
        }
        .into_any(),
        None => view! {
            <p>{t!(l, "participation-not-here", audience = as_whom)}</p>
            <PostButton action=format!("{path}/attend") text=t!(l, "room-arrive")/>
        }
        .into_any(),
    };
    let speaks = if own.speaks { t!(l, "participation-may-speak") } else { t!(l, "participation-listens") };
    Some(
        view! { <Section title=t!(l, "participation-without-vote") id="attending">{action}<p class="hint">{speaks}</p></Section> },
    )
}

/// Asking for the floor without a vote.
pub fn asking(l: Locale, path: &str, room: &Room) -> Option<impl IntoView + use<>> {
    let id = room.attending.own.filter(|own| own.speaks).and_then(|own| own.here)?;
    let waits = |kind: RequestKind| {
        room.floor.waiting.iter().any(|speech| Some(speech.person) == room.viewer && speech.kind == kind)
    };
    let action = format!("{path}/attend/ask");
    let attendee = ("attendee".to_owned(), id.to_string());
    let alternating = room.floor.rule.order == SpeakingOrder::Alternating;
    let speech = (room.floor.list_open && !waits(RequestKind::Speech)).then(|| {
        if !alternating {
            let entries = vec![attendee.clone()];
            let action = action.clone();
            return view! { <PostButton action text=t!(l, "floor-ask") kind=ActionKind::Secondary entries/> }.into_any();
        }
        let lists = SpeakerList::ALL.iter().map(|list| Choice::new(list.as_str(), speaker_list(l, *list))).collect();
        view! {
            <PostForm action=action.clone()>
                <input type="hidden" name="attendee" value=id.to_string()/>
                <Select name="list" id="floor-list-attending" label=t!(l, "floor-list") hint=t!(l, "floor-list-hint") options=lists selected=SpeakerList::Unstated.as_str()/>
                <FormActions><SubmitButton text=t!(l, "floor-ask") kind=ActionKind::Secondary/></FormActions>
            </PostForm>
        }
        .into_any()
    });
    let point = (!waits(RequestKind::PointOfOrder)).then(|| {
        let entries = vec![attendee.clone(), ("kind".to_owned(), RequestKind::PointOfOrder.to_string())];
        view! { <PostButton action=action.clone() text=t!(l, "floor-point-of-order") kind=ActionKind::Quiet entries/> }
    });
    Some(view! { {speech} {point} })
}

/// The button with which the desk asks for the floor on somebody's behalf, once an item is called.
pub fn ask_for(l: Locale, path: &str, room: &Room, entries: Vec<(String, String)>, about: String) -> Option<AnyView> {
    (room.state == State::Open && room.floor.item.is_some() && room.floor.list_open).then(|| {
        let action = format!("{path}/floor/ask-for");
        view! { <PostButton action text=t!(l, "floor-ask") kind=ActionKind::Quiet entries about/> }.into_any()
    })
}

/// The desk: who is there without a vote, and the form for one more.
pub fn desk(l: Locale, path: &str, room: &Room, filled: &Filled) -> Option<impl IntoView + use<>> {
    let options = audiences(l, room);
    if options.is_empty() || room.state == State::Closed {
        return None;
    }
    let here = room.attending.attendees.iter().filter(|attendee| attendee.left_at.is_none());
    let rows: Vec<Vec<Cell>> = here.map(|attendee| row(l, path, room, attendee)).collect();
    let table = (!rows.is_empty()).then(|| {
        let columns = vec![
            Column::text(t!(l, "check-in-name")),
            Column::text(t!(l, "participation-as")),
            Column::text(t!(l, "participation-with")),
            Column::actions(t!(l, "actions")),
        ];
        view! { <DataTable caption=t!(l, "participation-without-vote") caption_hidden=true columns rows/> }
    });
    let action = format!("{path}/desk/attend");
    let form = room.day_has_come.then(|| {
        let (name, organization) = (filled.text("name"), filled.text("organization"));
        let (no_name, no_audience) = (filled.error(l, "name"), filled.error(l, "audience"));
        let selected = filled.text("audience");
        view! {
            <PostForm action>
                <Field name="name" label=t!(l, "participation-name") hint=t!(l, "participation-name-hint") value=name error=no_name required=t!(l, "required") autocomplete="off"/>
                <Select name="audience" label=t!(l, "participation-as") options=options selected=selected error=no_audience empty=t!(l, "choose")/>
                <Field name="organization" label=t!(l, "participation-with") hint=t!(l, "participation-with-hint") value=organization autocomplete="off"/>
                <FormActions><SubmitButton text=t!(l, "participation-write-down") kind=ActionKind::Secondary/></FormActions>
            </PostForm>
        }
    });
    Some(view! {
        <Section title=t!(l, "participation-without-vote") id="attending">
            <p class="hint">{t!(l, "participation-desk-hint")}</p>
            {table}
            {form}
        </Section>
    })
}

fn row(l: Locale, path: &str, room: &Room, attendee: &Attendee) -> Vec<Cell> {
    let entries = vec![("attendee".to_owned(), attendee.id.to_string())];
    let about = attendee.name.clone();
    let ask = attendee.speaks.then(|| ask_for(l, path, room, entries.clone(), about.clone())).flatten();
    let leave = format!("{path}/attend/leave");
    let actions = view! {
        {ask}
        <PostButton action=leave text=t!(l, "desk-leaves") kind=ActionKind::Quiet entries about/>
    };
    vec![
        Cell::text(attendee.name.clone()),
        Cell::text(one_of(l, attendee.audience)),
        Cell::text(attendee.organization.clone()),
        Cell::view(actions),
    ]
}

/// What the minutes say of them; nothing where nobody came.
pub fn minuted(l: Locale, room: &Room) -> Option<Block> {
    if room.attending.attendees.is_empty() {
        return None;
    }
    let one = |attendee: &Attendee| {
        let audience = one_of(l, attendee.audience);
        match attendee.organization.as_str() {
            "" => t!(l, "participation-minuted", name = attendee.name.clone(), audience = audience),
            with => t!(
                l,
                "participation-minuted-with",
                name = attendee.name.clone(),
                audience = audience,
                organization = with.to_owned()
            ),
        }
    };
    let mut names: Vec<String> = room.attending.attendees.iter().map(one).collect();
    // Who left and came back is named once.
    names.sort();
    names.dedup();
    Some(Block::Paragraph(t!(l, "participation-minutes", people = names.join("; "))))
}

/// Which attendee.
#[derive(Debug, Deserialize)]
pub struct AttendeeForm {
    #[serde(default)]
    attendee: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    list: String,
}

impl AttendeeForm {
    fn attendee(&self) -> Uuid {
        self.attendee.parse().unwrap_or_default()
    }

    /// A button leaves out what is usual.
    fn asks(&self) -> (RequestKind, SpeakerList) {
        (self.kind.parse().unwrap_or(RequestKind::Speech), self.list.parse().unwrap_or(SpeakerList::Unstated))
    }
}

/// The viewer comes without a vote.
pub async fn attend(cx: Cx, Path(address): Path<Address>) -> Answer {
    let room = address.room(&cx).await?;
    act(&cx, &address, cx.services().attend(cx.viewer(), room.id).await, "arrived").await
}

/// Somebody who has no vote leaves.
pub async fn leave(cx: Cx, Path(address): Path<Address>, Form(form): Form<AttendeeForm>) -> Answer {
    let room = address.room(&cx).await?;
    let own = room.attending.own.and_then(|own| own.here) == Some(form.attendee());
    cx.services().attendee_leaves(cx.viewer(), room.id, form.attendee()).await?;
    let back = if own { "room" } else { "desk" };
    Ok(done(&format!("{}/{back}", address.path()), "left"))
}

/// Whoever attends without a vote asks for the floor.
pub async fn ask(cx: Cx, Path(address): Path<Address>, Form(form): Form<AttendeeForm>) -> Answer {
    let room = address.room(&cx).await?;
    let speaker = Speaker::Attendee(form.attendee());
    let result = cx.services().ask_floor_for(cx.viewer(), room.id, speaker, form.asks()).await;
    act(&cx, &address, result, "floor-asked").await
}

/// Somebody comes without a vote, by the desk.
pub async fn write_down(cx: Cx, Path(address): Path<Address>, Form(entries): Form<Entries>) -> Answer {
    let room = address.room(&cx).await?;
    let new = NewAttendee {
        name: entries.text("name"),
        audience: entries.text("audience"),
        organization: entries.text("organization"),
    };
    match answered(cx.services().write_down(cx.viewer(), room.id, new).await, entries)? {
        Ok(()) => Ok(done(&format!("{}/desk", address.path()), "arrived")),
        Err(filled) => super::desk::page(&cx, &address, filled).await,
    }
}

/// For whom the desk asks.
#[derive(Debug, Deserialize)]
pub struct ForForm {
    #[serde(default)]
    attendee: String,
    #[serde(default)]
    organization: String,
    #[serde(default)]
    person: String,
}

/// The desk asks for the floor on somebody's behalf.
pub async fn ask_on_behalf(cx: Cx, Path(address): Path<Address>, Form(form): Form<ForForm>) -> Answer {
    let room = address.room(&cx).await?;
    cx.viewer().require(Action::RunAssembly, Scope::Network(room.network.id))?;
    let speaker = match (form.attendee.parse(), form.organization.parse(), form.person.parse()) {
        (Ok(attendee), ..) => Speaker::Attendee(attendee),
        (_, Ok(organization), Ok(person)) => Speaker::Representative(OrganizationId(organization), PersonId(person)),
        _ => return Err(Error::NotFound.into()),
    };
    let asks = (RequestKind::Speech, SpeakerList::Unstated);
    let result = cx.services().ask_floor_for(cx.viewer(), room.id, speaker, asks).await;
    match answered(result, Entries::default())? {
        Ok(()) => Ok(done(&format!("{}/desk", address.path()), "floor-asked-for")),
        Err(filled) => super::desk::page(&cx, &address, filled).await,
    }
}
