//! The desk at the door: who comes, who leaves, who gave a proxy on paper.

use axum::extract::Path;
use domain::{
    access::{Action, Scope},
    assemblies::State,
    locale::Locale,
    proxies::Representation,
};
use i18n::t;
use leptos::prelude::*;
use services::assemblies::{DeskLine, RollLine, Room};

use super::{
    Address,
    live::quorum_bars,
    overview::{breadcrumb, presence},
    participation,
};
use crate::{
    context::{Answer, Cx},
    entries::Filled,
    paging::Paged,
    ui::{
        ActionKind, ActionLink, Cell, Choice, Column, DataTable, EmptyState, Field, FilterBar, FormActions, PageHeader,
        PageLink, PostButton, PostForm, Section, Select, SubmitButton,
    },
};

/// Organizations on one page of the desk.
const DESK_PAGE: usize = 60;

/// The desk at the door: who comes, who leaves, who gave a proxy.
pub async fn show(cx: Cx, Path(address): Path<Address>) -> Answer {
    page(&cx, &address, Filled::default()).await
}

/// The desk, with what stands against the form that was sent.
pub(super) async fn page(cx: &Cx, address: &Address, filled: Filled) -> Answer {
    let l = cx.locale();
    let room = address.room(cx).await?;
    cx.viewer().require(Action::RunAssembly, Scope::Network(room.network.id))?;
    let query = cx.query("q").unwrap_or_default().trim().to_owned();
    let wanted = query.to_lowercase();
    let mut lines = cx.services().desk(cx.viewer(), room.id).await?;
    lines.retain(|line| {
        line.name.to_lowercase().contains(&wanted)
            || line.people.iter().any(|person| person.name.to_lowercase().contains(&wanted))
    });
    let paged = Paged::of(cx.query("page"), lines.len(), DESK_PAGE);
    let path = address.path();
    let title = t!(l, "assembly-desk");
    let way = vec![PageLink::new(&path, room.title.clone()), PageLink::new(format!("{path}/desk"), title.clone())];
    let draft = cx.network_page(&room.network, title.clone()).breadcrumb(breadcrumb(l, &room.network, way));
    Ok(filled.on(l, draft).render(move || {
        let quorum = quorum_bars(l, &room.quorum).into_iter().map(|bar| {
            view! { <p><strong>{bar.label}</strong>" – "{bar.text}</p> }
        });
        let quorum = quorum.collect_view();
        let rows: Vec<Vec<Cell>> = paged.rows(&lines).map(|line| desk_row(l, &path, &room, line)).collect();
        let columns = vec![
            Column::text(t!(l, "column-association")),
            Column::text(t!(l, "column-present")),
            Column::text(t!(l, "desk-people")),
            Column::text(t!(l, "proxies")),
        ];
        let table = if rows.is_empty() {
            view! { <EmptyState title=t!(l, "desk-none-found-title") text=t!(l, "desk-none-found")/> }.into_any()
        } else {
            view! { <DataTable caption=title.clone() caption_hidden=true columns=columns rows=rows/> }.into_any()
        };
        let pagination = paged.links(l, |page| cx.here_with("page", &page.to_string()));
        let reset = (!query.is_empty()).then(|| PageLink::new(format!("{path}/desk"), t!(l, "filter-clear")));
        let proxy = (room.state != State::Closed).then(|| desk_proxy(l, &path, &room));
        let (to_room, to_door, here) = (format!("{path}/room"), format!("{path}/door"), format!("{path}/desk"));
        view! {
            <PageHeader title=title.clone() kicker=room.title.clone()>
                <ActionLink href=to_room text=t!(l, "room") kind=ActionKind::Secondary/>
                <ActionLink href=to_door text=t!(l, "check-in-door") kind=ActionKind::Secondary/>
            </PageHeader>
            {filled.summary(l)}
            {quorum}
            <FilterBar action=here label=t!(l, "desk-search-label") submit=t!(l, "search") reset=reset>
                <Field name="q" label=t!(l, "desk-search") kind="search" value=query/>
            </FilterBar>
            {table}
            {pagination}
            {participation::desk(l, &path, &room, &filled)}
            {proxy}
        }
    }))
}

fn desk_row(l: Locale, path: &str, room: &Room, line: &DeskLine) -> Vec<Cell> {
    let representation = room
        .roll
        .iter()
        .find(|entry| entry.entry.organization == line.organization)
        .map_or(Representation::Absent, |entry| entry.representation);
    let closed = room.state == State::Closed;
    let people = line.people.iter().map(|person| {
        let entries = vec![
            ("organization".to_owned(), line.organization.to_string()),
            ("person".to_owned(), person.id.to_string()),
        ];
        let (part, text, kind) = if person.here {
            ("leave", t!(l, "desk-leaves"), ActionKind::Quiet)
        } else {
            ("arrive", t!(l, "desk-arrives"), ActionKind::Secondary)
        };
        let about = format!("{}, {}", person.name, line.name);
        let ask = person.here.then(|| participation::ask_for(l, path, room, entries.clone(), about.clone())).flatten();
        let button = (!closed).then(
            || view! { <PostButton action=format!("{path}/{part}") text=text kind=kind entries=entries about=about/> },
        );
        let pass = (!closed).then(|| {
            let href = format!("{path}/pass?organization={}&person={}", line.organization, person.id);
            let who = person.name.clone();
            view! { <a href=href>{t!(l, "check-in-print")}<span class="spoken">" – "{who}</span></a> }
        });
        view! { <li>{person.name.clone()}" ("{i18n::wording::role(l, person.role)}") "{button}" "{ask}" "{pass}</li> }
    });
    let people = if line.people.is_empty() {
        view! { <p class="hint">{t!(l, "desk-nobody")}</p> }.into_any()
    } else {
        view! { <ul class="links">{people.collect_view()}</ul> }.into_any()
    };
    let proxy = room.proxies.iter().find(|proxy| proxy.giver == line.organization && proxy.revoked_at.is_none());
    let proxy = proxy.map(|proxy| t!(l, "desk-proxy-to", holder = proxy.holder_name.clone())).unwrap_or_default();
    vec![line.name.clone().into(), presence(l, representation), Cell::view(people), proxy.into()]
}

/// A proxy that came in on paper: from whom, to whom.
fn desk_proxy(l: Locale, path: &str, room: &Room) -> impl IntoView + use<> {
    let choice = |line: &RollLine| Choice::new(line.entry.organization.to_string(), line.entry.name.clone());
    let absent = |line: &&RollLine| line.representation == Representation::Absent;
    let givers = room.roll.iter().filter(absent).map(choice).collect();
    let holders = room.roll.iter().map(choice).collect();
    let action = format!("{path}/proxy");
    view! {
        <Section title=t!(l, "proxy-give") id="proxy">
            <PostForm action=action>
                <Select name="giver" label=t!(l, "proxy-giver") options=givers empty=t!(l, "choose")/>
                <Select name="holder" label=t!(l, "proxy-holder") options=holders empty=t!(l, "choose")/>
                <FormActions><SubmitButton text=t!(l, "proxy-give") kind=ActionKind::Secondary/></FormActions>
            </PostForm>
        </Section>
    }
}
