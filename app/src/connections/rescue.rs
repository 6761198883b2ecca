//! What a network's administrator may do for a member whose sign-in is broken.

use axum::response::Response;
use domain::locale::Locale;
use i18n::t;
use leptos::prelude::*;
use services::sign_in::{DomainLine, Reachable, Rescue};

use crate::{
    context::Cx,
    ui::{
        ActionKind, ActionLink, Cell, Column, DataTable, EmptyState, Fact, Facts, PageHeader, PostButton, Section, Tone,
    },
};

pub(super) fn page(cx: &Cx, rescue: Rescue) -> Response {
    let l = cx.locale();
    let base = format!("/o/{}/rescue", rescue.organization.slug);
    let name = rescue.organization.name;
    let lead = t!(l, "rescue-lead", organization = &name);
    let people = people(l, &base, rescue.people);
    let domains = (!rescue.domains.is_empty()).then(|| domains(l, &base, rescue.domains));
    cx.page(t!(l, "rescue-title")).render(move || {
        view! {
            <PageHeader title=t!(l, "rescue-title") kicker=name lead/>
            <Section title=t!(l, "rescue-people") id="people">{people}</Section>
            {domains.map(|domains| view! {
                <Section title=t!(l, "connection-domains") id="domains">{domains}</Section>
            })}
        }
    })
}

fn people(l: Locale, base: &str, people: Vec<Reachable>) -> AnyView {
    if people.is_empty() {
        let (title, text) = (t!(l, "rescue-people-none"), t!(l, "rescue-people-none-text"));
        return view! { <EmptyState title text/> }.into_any();
    }
    let columns = vec![Column::text(t!(l, "name")), Column::actions(t!(l, "actions"))];
    let row = |reachable: Reachable| {
        let action = format!("{base}/people/{}", reachable.id);
        let (about, again, name) = (reachable.name.clone(), reachable.name.clone(), reachable.name);
        let by_mail = reachable.has_address.then(|| {
            let (action, entries) = (action.clone(), vec![("how".to_owned(), "mail".to_owned())]);
            view! { <PostButton action entries about text=t!(l, "rescue-send") kind=ActionKind::Secondary/> }
        });
        let entries = vec![("how".to_owned(), "show".to_owned())];
        let none = (!reachable.has_address).then(|| view! { <span class="hint">{t!(l, "rescue-no-address")}</span> });
        let buttons = view! {
            <div class="actions">
                {none}
                {by_mail}
                <PostButton action entries about=again text=t!(l, "rescue-show") kind=ActionKind::Quiet/>
            </div>
        };
        vec![Cell::text(name), Cell::view(buttons)]
    };
    let rows = people.into_iter().map(row).collect();
    view! { <DataTable caption=t!(l, "rescue-people") caption_hidden=true columns rows/> }.into_any()
}

fn domains(l: Locale, base: &str, lines: Vec<DomainLine>) -> impl IntoView + use<> {
    let columns = vec![
        Column::text(t!(l, "connection-domain")),
        Column::text(t!(l, "connection-domain-state")),
        Column::actions(t!(l, "actions")),
    ];
    let row = |line: DomainLine| {
        let (state, button) = match (line.verified_at, line.by_dns) {
            (Some(_), true) => (Cell::tag(t!(l, "connection-domain-by-dns"), Tone::Positive), None),
            (Some(_), false) => (Cell::tag(t!(l, "connection-domain-by-network"), Tone::Positive), None),
            (None, _) => {
                let action = format!("{base}/domains/{}", line.id);
                let about = line.domain.clone();
                let button = view! { <PostButton action about text=t!(l, "rescue-vouch") kind=ActionKind::Secondary/> };
                (Cell::tag(t!(l, "connection-domain-open"), Tone::Attention), Some(button))
            }
        };
        vec![Cell::text(line.domain), state, Cell::view(button)]
    };
    let rows = lines.into_iter().map(row).collect();
    view! { <DataTable caption=t!(l, "connection-domains") caption_hidden=true columns rows/> }
}

/// The link, this once.
pub(super) fn link(cx: &Cx, slug: &str, name: &str, address: String) -> Response {
    let l = cx.locale();
    let title = t!(l, "rescue-link-title", name = name);
    let back = format!("/o/{slug}/rescue");
    let facts = vec![Fact::view(t!(l, "rescue-link-address"), view! { <code>{address}</code> })];
    cx.page(title.clone()).render(move || {
        view! {
            <PageHeader title lead=t!(l, "rescue-link-text")/>
            <Facts facts/>
            <p><ActionLink href=back text=t!(l, "rescue-back") kind=ActionKind::Secondary/></p>
        }
    })
}
