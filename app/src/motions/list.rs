//! The motions of an assembly, and until when something may be proposed.

use axum::extract::{Form, Path};
use chrono::{DateTime, LocalResult, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use domain::{
    access::{Action, Scope},
    assemblies::State as Assembly,
    locale::Locale,
    motions::{Deadlines, Phase},
};
use i18n::t;
use leptos::prelude::*;
use services::{
    Error, FieldError, FieldProblem,
    assemblies::Room,
    motions::{Motion, Motions},
};

use super::{Address, motion_path, own_voices, words};
use crate::{
    assemblies::breadcrumb,
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered},
    ui::{
        ActionKind, ActionLink, Cell, Column, DataTable, EmptyState, Fact, Facts, Field, FieldGroup, FieldWidth,
        FormActions, PageHeader, PageLink, PostForm, SubmitButton,
    },
};

/// The last minute of a day, for a deadline of which only the day is given.
const END_OF_DAY: NaiveTime = NaiveTime::from_hms_opt(23, 59, 0).expect("a minute before midnight is a time");

/// The list.
pub async fn show(cx: Cx, Path(address): Path<Address>) -> Answer {
    let l = cx.locale();
    let room = address.room(&cx).await?;
    let motions = cx.services().motions(cx.viewer(), room.id).await?;
    let title = t!(l, "motions");
    let way = vec![PageLink::new(address.assembly(), room.title.clone()), PageLink::new(address.path(), title.clone())];
    let draft = cx.network_page(&room.network, format!("{title} – {}", room.title)).breadcrumb(breadcrumb(
        l,
        &room.network,
        way,
    ));
    Ok(draft.render(move || {
        let propose = (!own_voices(&room).is_empty() && motions.phase == Phase::Motions)
            .then(|| view! { <ActionLink href=format!("{}/new", address.path()) text=t!(l, "motions-new")/> });
        let dates = (room.may_convene && room.state != Assembly::Closed).then(|| {
            let href = format!("{}/deadlines", address.path());
            view! { <ActionLink href=href text=t!(l, "motions-deadlines-edit") kind=ActionKind::Secondary/> }
        });
        let list = if motions.motions.is_empty() {
            view! { <EmptyState title=t!(l, "motions-none-title") text=t!(l, "motions-none")/> }.into_any()
        } else {
            let rows = motions.motions.iter().map(|motion| row(l, &address, &room, motion)).collect();
            let columns = vec![
                Column::text(t!(l, "motions-motion")),
                Column::text(t!(l, "motions-authors")),
                Column::text(t!(l, "motions-item")),
                Column::text(t!(l, "motions-state")),
            ];
            view! { <DataTable caption=title.clone() caption_hidden=true columns=columns rows=rows/> }.into_any()
        };
        view! {
            <PageHeader title=title.clone() kicker=room.title.clone()>{propose} {dates}</PageHeader>
            <Facts facts=facts(l, &room, &motions)/>
            {list}
        }
    }))
}

fn row(l: Locale, address: &Address, room: &Room, motion: &Motion) -> Vec<Cell> {
    let item = room.items.iter().find(|item| Some(item.id) == motion.item);
    vec![
        Cell::link(motion_path(&address.assembly(), motion.id), format!("{}. {}", motion.number, motion.title)),
        words::authors(l, &motion.authors).into(),
        item.map_or_else(String::new, |item| item.number.to_string()).into(),
        Cell::tag(i18n::wording::motion_state(l, motion.state), words::tone(motion.state)),
    ]
}

fn facts(l: Locale, room: &Room, motions: &Motions) -> Vec<Fact> {
    vec![
        Fact::new(t!(l, "motions-deadline-motions"), until(l, room, motions.deadlines.motions)),
        Fact::new(t!(l, "motions-deadline-amendments"), until(l, room, motions.deadlines.amendments)),
        Fact::new(t!(l, "motions-now"), phase(l, motions.phase)),
    ]
}

/// A deadline in the time zone of the network.
pub fn until(l: Locale, room: &Room, at: Option<DateTime<Utc>>) -> String {
    at.map_or_else(|| t!(l, "motions-until-session"), |at| i18n::date_time(l, room.network.zone, at))
}

fn phase(l: Locale, phase: Phase) -> String {
    match phase {
        Phase::Motions => t!(l, "motions-phase-motions"),
        Phase::Amendments => t!(l, "motions-phase-amendments"),
        Phase::Over => t!(l, "motions-phase-over"),
    }
}

/// The form of the deadlines.
pub async fn deadlines(cx: Cx, Path(address): Path<Address>) -> Answer {
    let room = convener(&cx, &address).await?;
    let now = cx.services().motions(cx.viewer(), room.id).await?.deadlines;
    let zone = room.network.zone;
    let filled = [("motions", now.motions), ("amendments", now.amendments)].into_iter().fold(
        Entries::default(),
        |entries, (name, at)| {
            let local = at.map(|at| at.with_timezone(&zone));
            entries
                .with_some(format!("{name}_day"), local.map(|local| local.date_naive()))
                .with_some(format!("{name}_time"), local.map(|local| local.format("%H:%M")))
        },
    );
    Ok(form(&cx, &address, &room, Filled::first(filled)))
}

/// Saves the deadlines.
pub async fn save_deadlines(cx: Cx, Path(address): Path<Address>, Form(entries): Form<Entries>) -> Answer {
    let room = convener(&cx, &address).await?;
    let result = match read(&entries, room.network.zone) {
        Ok(new) => cx.services().set_deadlines(cx.viewer(), room.id, new).await,
        Err(error) => Err(error),
    };
    Ok(match answered(result, entries)? {
        Ok(()) => done(&address.path(), "saved"),
        Err(filled) => form(&cx, &address, &room, filled),
    })
}

async fn convener(cx: &Cx, address: &Address) -> Result<Room, Error> {
    let room = address.room(cx).await?;
    cx.viewer().require(Action::ConveneAssembly, Scope::Network(room.network.id))?;
    Ok(room)
}

fn read(entries: &Entries, zone: Tz) -> Result<Deadlines, Error> {
    let mut errors = Vec::new();
    let mut moment = |day: &'static str, time: &'static str| {
        let (typed_day, typed_time) = (entries.text(day), entries.text(time));
        if typed_day.trim().is_empty() {
            return None;
        }
        let Ok(on) = typed_day.trim().parse::<NaiveDate>() else {
            errors.push(FieldError::new(day, FieldProblem::NotADate));
            return None;
        };
        let at = match typed_time.trim() {
            "" => Some(END_OF_DAY),
            typed => ["%H:%M", "%H:%M:%S"].iter().find_map(|form| NaiveTime::parse_from_str(typed, form).ok()),
        };
        // An hour that comes twice when the clocks change is the second: nobody is too late by mistake.
        let at = at.and_then(|at| match zone.from_local_datetime(&on.and_time(at)) {
            LocalResult::Single(at) | LocalResult::Ambiguous(_, at) => Some(at.with_timezone(&Utc)),
            LocalResult::None => None,
        });
        if at.is_none() {
            errors.push(FieldError::new(time, FieldProblem::NotADate));
        }
        at
    };
    let motions = moment("motions_day", "motions_time");
    let amendments = moment("amendments_day", "amendments_time");
    if errors.is_empty() { Ok(Deadlines { motions, amendments }) } else { Err(Error::Invalid(errors)) }
}

fn form(cx: &Cx, address: &Address, room: &Room, filled: Filled) -> axum::response::Response {
    let l = cx.locale();
    let title = t!(l, "motions-deadlines-edit");
    let action = format!("{}/deadlines", address.path());
    let way = vec![
        PageLink::new(address.assembly(), room.title.clone()),
        PageLink::new(address.path(), t!(l, "motions")),
        PageLink::new(&action, title.clone()),
    ];
    let draft = cx.network_page(&room.network, title.clone()).breadcrumb(breadcrumb(l, &room.network, way));
    let zone = t!(l, "motions-zone", zone = room.network.zone.name());
    let draft = filled.on(l, draft);
    draft.render(move || {
        let group = |name: &str, legend: String| {
            let (day, time) = (format!("{name}_day"), format!("{name}_time"));
            let (on, not_on) = (filled.text(&day), filled.error(l, &day));
            let (at, not_at) = (filled.text(&time), filled.error(l, &time));
            let zone = zone.clone();
            view! {
                <FieldGroup legend=legend>
                    <Field name=day label=t!(l, "motions-deadline-day") kind="date" width=FieldWidth::Short value=on error=not_on/>
                    <Field name=time label=t!(l, "motions-deadline-time") kind="time" width=FieldWidth::Short value=at hint=zone error=not_at/>
                </FieldGroup>
            }
        };
        let (motions, amendments) = (
            group("motions", t!(l, "motions-deadline-motions")),
            group("amendments", t!(l, "motions-deadline-amendments")),
        );
        view! {
            <PageHeader title=title lead=t!(l, "motions-deadlines-lead")/>
            {filled.summary(l)}
            <PostForm action=action>
                {motions}
                {amendments}
                <FormActions><SubmitButton text=t!(l, "save")/></FormActions>
            </PostForm>
        }
    })
}
