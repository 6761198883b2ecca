//! The pass: what a representative shows at the door, on a phone or on paper.

use axum::extract::Path;
use domain::{
    check_in::grouped,
    ids::{OrganizationId, PersonId},
    locale::Locale,
};
use i18n::t;
use leptos::prelude::*;
use services::{
    Error,
    assemblies::{Pass, Room},
};

use super::{Address, overview::breadcrumb};
use crate::{
    context::{Answer, Cx},
    ui::{Callout, EmptyState, Fact, Facts, PageHeader, PageLink, QrCode, Section, Tone},
};

/// The passes of whoever looks, or the one that the desk prints.
pub async fn show(cx: Cx, Path(address): Path<Address>) -> Answer {
    let l = cx.locale();
    let room = address.room(&cx).await?;
    let mut title = t!(l, "check-in-my-pass");
    let passes = match (cx.query("organization"), cx.query("person")) {
        (Some(organization), Some(person)) => {
            title = t!(l, "check-in-print");
            let (Ok(organization), Ok(person)) = (organization.parse(), person.parse()) else {
                return Err(Error::NotFound.into());
            };
            let (organization, person) = (OrganizationId(organization), PersonId(person));
            vec![cx.services().pass_of(cx.viewer(), room.id, organization, person).await?]
        }
        _ => cx.services().my_passes(cx.viewer(), room.id).await?,
    };
    let path = address.path();
    let door = format!("{}{path}/door", cx.services().settings().public_url);
    let way = vec![PageLink::new(&path, room.title.clone()), PageLink::new(format!("{path}/pass"), title.clone())];
    let draft = cx.network_page(&room.network, title.clone()).breadcrumb(breadcrumb(l, &room.network, way));
    Ok(draft.render(move || {
        let kicker = room.title.clone();
        let parts = match passes.is_empty() {
            true => {
                view! { <EmptyState title=t!(l, "check-in-no-pass-title") text=t!(l, "check-in-no-pass")/> }.into_any()
            }
            false => passes.iter().map(|pass| one(l, &room, &door, pass)).collect_view().into_any(),
        };
        view! { <PageHeader title kicker/> {parts} }
    }))
}

fn one(l: Locale, room: &Room, door: &str, pass: &Pass) -> impl IntoView + use<> {
    let Pass { organization_name, person_name, code, .. } = pass.clone();
    let when = format!("{}, {}", i18n::weekday_date(l, room.held_on), i18n::time(l, room.network.zone, room.starts_at));
    let mut facts = vec![
        Fact::new(t!(l, "check-in-name"), person_name.clone()),
        Fact::new(t!(l, "assembly"), room.title.clone()),
        Fact::new(t!(l, "assembly-date"), when),
    ];
    facts.extend(room.place.clone().map(|place| Fact::new(t!(l, "assembly-place"), place)));
    let here = room
        .attendances
        .iter()
        .find(|stay| stay.organization == pass.organization && stay.person == pass.person && stay.left_at.is_none());
    let here = here.map(|stay| {
        let since = i18n::time(l, room.network.zone, stay.arrived_at);
        view! { <Callout tone=Tone::Positive><p>{t!(l, "check-in-here-since", time = since)}</p></Callout> }
    });
    let label = t!(l, "check-in-qr", name = person_name, organization = organization_name.clone());
    let text = format!("{door}/{code}");
    view! {
        <Section title=organization_name>
            {here}
            <div class="pass">
                <QrCode text label/>
                <div>
                    <Facts facts/>
                    <p>{t!(l, "check-in-code")}</p>
                    <p class="pass-code">{grouped(&code)}</p>
                    <p class="hint">{t!(l, "check-in-pass-hint")}</p>
                </div>
            </div>
        </Section>
    }
}
