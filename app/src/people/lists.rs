//! Who is who: the people of a network, the people of an organization.

use axum::extract::Path;
use domain::{access::Action, locale::Locale, people::Holder};
use i18n::t;
use leptos::prelude::*;
use services::{
    people::{PersonInNetwork, PersonInOrganization},
    text::fold,
};

use super::Place;
use crate::{
    context::{Answer, Cx},
    paging::Paged,
    ui::*,
};

/// People of members on a page.
const PAGE: usize = 100;

fn person_columns(l: Locale, with_actions: bool) -> Vec<Column> {
    let mut columns = vec![
        Column::text(t!(l, "people-person")),
        Column::text(t!(l, "people-role")),
        Column::text(t!(l, "people-mandate")),
        Column::text(t!(l, "people-contact")),
    ];
    if with_actions {
        columns.push(Column::actions(t!(l, "actions")));
    }
    columns
}

fn term(l: Locale, held: &PersonInOrganization) -> String {
    let from = i18n::date(l, held.from);
    match held.until {
        Some(until) => t!(l, "from-until", from = from, until = i18n::date(l, until)),
        None => t!(l, "since", date = from),
    }
}

fn contact(held: &PersonInOrganization) -> Cell {
    match held.email.clone() {
        Some(email) => Cell::link(format!("mailto:{email}"), email),
        None => Cell::text("–"),
    }
}

fn cells(l: Locale, held: &PersonInOrganization) -> Vec<Cell> {
    vec![
        Cell::text(held.name.clone()),
        Cell::text(crate::wording::role(l, held.role)),
        Cell::text(term(l, held)),
        contact(held),
    ]
}

/// The people of a network.
pub async fn of_network(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let place = Place::network(&cx, &slug).await?;
    let Place::Network(network) = &place else { return Err(services::Error::NotFound.into()) };
    let people = cx.services().network_people(cx.viewer(), network).await?;
    let manages = cx.viewer().may(Action::ManageNetworkMandates, domain::access::Scope::Network(network.id));
    let (own, mut others): (Vec<_>, Vec<_>) = people.into_iter().partition(|person| person.organization.is_none());
    let query = cx.query("q").unwrap_or_default().trim().to_owned();
    let folded = fold(&query);
    others.retain(|person| {
        let organization = person.organization.as_ref().map(|(_, name)| fold(name)).unwrap_or_default();
        folded.is_empty() || fold(&person.held.name).contains(&folded) || organization.contains(&folded)
    });
    let paged = Paged::of(cx.query("page"), others.len(), PAGE);
    let title = t!(l, "people-title");
    let draft = place.page(&cx, &title);
    let base = place.base();
    let found = others.len();
    let others: Vec<PersonInNetwork> = paged.rows(others).collect();
    Ok(draft.render(move || {
        let (current, past): (Vec<_>, Vec<_>) =
            own.into_iter().map(|person| person.held).partition(|held| held.until.is_none() || held.valid);
        let list = format!("{base}/people");
        let add = manages.then(|| {
            let href = format!("{base}/people/new");
            view! { <ActionLink href text=t!(l, "people-give-mandate")/> }
        });
        let reset = (!query.is_empty()).then(|| PageLink::new(&list, t!(l, "filter-clear")));
        let pagination = paged.links(l, |page| cx.here_with("page", &page.to_string()));
        let past = (!past.is_empty()).then(|| {
            let past = mandates(l, &base, past, false, false);
            view! { <Section title=t!(l, "people-past")>{past}</Section> }
        });
        let current = mandates(l, &base, current, manages, false);
        let others = of_members(l, &base, others, manages);
        view! {
            <PageHeader title lead=t!(l, "people-network-lead")>{add}</PageHeader>
            <Section title=t!(l, "people-of-network")>{current}</Section>
            <Section title=t!(l, "people-of-members")>
                <FilterBar action=list label=t!(l, "people-search-label") submit=t!(l, "search") reset>
                    <Field name="q" label=t!(l, "people-search") kind="search" value=query/>
                </FilterBar>
                <p>{t!(l, "results-count", count = found)}</p>
                {others}
                {pagination}
            </Section>
            {past}
        }
    }))
}

fn of_members(l: Locale, base: &str, people: Vec<PersonInNetwork>, manages: bool) -> AnyView {
    if people.is_empty() {
        return view! { <EmptyState title=t!(l, "people-empty-title") text=t!(l, "people-empty")/> }.into_any();
    }
    let mut columns = person_columns(l, manages);
    columns.insert(1, Column::text(t!(l, "memberships-organization")));
    let rows = people
        .into_iter()
        .map(|PersonInNetwork { held, organization }| {
            let mut cells = cells(l, &held);
            let organization = match organization {
                Some((slug, name)) => Cell::link(format!("{base}/members/{slug}"), name),
                None => Cell::text(""),
            };
            cells.insert(1, organization);
            if manages {
                let href = format!("{base}/people/new?person={}", held.person);
                cells.push(Cell::view(view! { <ActionLink href text=t!(l, "people-give-mandate") kind=ActionKind::Quiet about=held.name/> }));
            }
            cells
        })
        .collect();
    view! { <DataTable caption=t!(l, "people-of-members") caption_hidden=true columns rows/> }.into_any()
}

/// Mandates held in one place, each with what may be done to it.
fn mandates(l: Locale, base: &str, people: Vec<PersonInOrganization>, manages: bool, edits: bool) -> AnyView {
    if people.is_empty() {
        return view! { <EmptyState title=t!(l, "people-empty-title") text=t!(l, "people-empty")/> }.into_any();
    }
    let rows = people
        .into_iter()
        .map(|held| {
            let mut cells = cells(l, &held);
            if manages {
                let end = format!("{base}/mandates/{}", held.mandate);
                let edit = edits.then(|| {
                    let href = format!("{base}/people/{}", held.person);
                    view! { <ActionLink href text=t!(l, "edit") kind=ActionKind::Quiet about=held.name.clone()/> }
                });
                let about = format!("{}, {}", held.name, crate::wording::role(l, held.role));
                cells.push(Cell::view(view! {
                    {edit}
                    <ActionLink href=end text=t!(l, "people-end-mandate") kind=ActionKind::Quiet about/>
                }));
            }
            cells
        })
        .collect();
    let columns = person_columns(l, manages);
    view! { <DataTable caption=t!(l, "people-mandates") caption_hidden=true columns rows/> }.into_any()
}

/// The people of an organization.
pub async fn of_organization(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let place = Place::organization(&cx, &slug, Action::ViewPeople).await?;
    let Holder::Organization(id) = place.holder() else { return Err(services::Error::NotFound.into()) };
    let people = cx.services().organization_people(cx.viewer(), id).await?;
    let manages = cx.viewer().may(Action::ManageOrganizationMandates, domain::access::Scope::Organization(id));
    let title = t!(l, "people-title");
    let (draft, name, base) = (place.page(&cx, &title), place.name(&cx), place.base());
    Ok(draft.render(move || {
        let today = services::day_in(services::time_zone("Europe/Paris"), cx.services().now());
        let (current, past): (Vec<_>, Vec<_>) =
            people.into_iter().partition(|held| held.until.is_none_or(|until| until >= today));
        let past = (!past.is_empty()).then(|| mandates(l, &base, past, false, false));
        let current = mandates(l, &base, current, manages, true);
        let add = manages.then(|| {
            let href = format!("{base}/people/new");
            view! { <ActionLink href text=t!(l, "people-give-mandate")/> }
        });
        view! {
            <PageHeader title kicker=name lead=t!(l, "people-organization-lead")>{add}</PageHeader>
            {current}
            {past.map(|past| view! { <Section title=t!(l, "people-past")>{past}</Section> })}
        }
    }))
}
