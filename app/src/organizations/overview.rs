//! Where the administration of an organization begins, what it is, and its networks.

use axum::{Form, extract::Path};
use chrono::NaiveDate;
use domain::{
    access::{Action, Scope},
    memberships::{Status, Step},
};
use i18n::t;
use leptos::prelude::*;
use services::{memberships::StepForm, organizations::Organization};

use super::{
    forms::{identity_entries, identity_fields, identity_form},
    words,
};
use crate::{
    context::{Answer, Cx, Draft, done},
    entries::{Entries, Filled, answered},
    memberships::{status, tone},
    ui::*,
};

/// The day for whoever looks at an organization by itself.
pub fn today(cx: &Cx) -> NaiveDate {
    services::day_in(services::time_zone("Europe/Paris"), cx.services().now())
}

/// A page of an organization's administration.
pub fn page(cx: &Cx, organization: &Organization, title: &str) -> Draft {
    let mut links = vec![PageLink::new(format!("/o/{}", organization.slug), organization.short_name_on(today(cx)))];
    if links[0].href != cx.path() {
        links.push(PageLink::new(cx.path(), title));
    }
    cx.page(title).breadcrumb(links)
}

/// Where it begins.
pub async fn overview(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let organization = cx.services().organization(cx.viewer(), &slug).await?;
    let memberships = cx.services().memberships_of(cx.viewer(), organization.id).await?;
    let today = today(&cx);
    let title = organization.name_on(today).to_owned();
    let base = format!("/o/{slug}");
    let connection = cx.viewer().may(Action::ManageConnection, Scope::Organization(organization.id));
    let draft = cx.page(title.clone());
    Ok(draft.render(move || {
        let mut cards = vec![
            (format!("{base}/edit"), t!(l, "organizations-legal-identity"), t!(l, "organizations-identity-text")),
            (format!("{base}/names"), t!(l, "organizations-names"), t!(l, "organizations-names-text")),
            (
                format!("{base}/sites"),
                t!(l, "organizations-sites"),
                t!(
                    l,
                    "organizations-sites-text",
                    count = organization
                        .sites
                        .iter()
                        .filter(|site| site.closed_on.is_none_or(|closed| closed >= today))
                        .count()
                ),
            ),
            (format!("{base}/figures"), t!(l, "organizations-figures"), t!(l, "organizations-figures-text")),
            (format!("{base}/people"), t!(l, "people-title"), t!(l, "organizations-people-text")),
            (format!("{base}/trainings"), t!(l, "trainings-title"), t!(l, "organizations-trainings-text")),
            (format!("{base}/networks"), t!(l, "organizations-networks"), t!(l, "organizations-networks-text")),
        ];
        if connection {
            cards.push((
                format!("{base}/connection"),
                t!(l, "organizations-connection"),
                t!(l, "organizations-connection-text"),
            ));
        }
        let cards = cards
            .into_iter()
            .map(|(href, title, text)| view! { <Card title href=href><p>{text}</p></Card> })
            .collect_view();
        let shown = memberships
            .iter()
            .filter(|(_, membership)| !matches!(membership.status, Status::Left | Status::Excluded))
            .map(|(network, membership)| {
                let href = format!("/n/{}/members/{slug}", network.slug);
                let (text, tone) = (status(l, membership.status), tone(membership.status));
                view! { <p><a href=href>{network.name(l).to_owned()}</a>" "<Tag text tone/></p> }
            })
            .collect_view();
        view! {
            <PageHeader title kicker=t!(l, "organizations-kicker") lead=words::legal_form(l, organization.legal_form)/>
            {shown}
            <Section title=t!(l, "organizations-manage")><Cards>{cards}</Cards></Section>
        }
    }))
}

/// The form of what it is.
pub async fn edit(cx: Cx, Path(slug): Path<String>) -> Answer {
    let organization = cx.services().organization(cx.viewer(), &slug).await?;
    let filled = Filled::first(identity_entries(&organization));
    show(&cx, &organization, filled)
}

/// Changes what it is.
pub async fn save(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let organization = cx.services().organization(cx.viewer(), &slug).await?;
    let form = identity_form(&entries);
    let result = cx.services().edit_organization(cx.viewer(), organization.id, entries.version(), &form).await;
    match answered(result, entries)? {
        Ok(saved) => Ok(done(&format!("/o/{slug}"), if saved.unusual { "saved-unusual" } else { "saved" })),
        Err(filled) => show(&cx, &organization, filled),
    }
}

fn show(cx: &Cx, organization: &Organization, filled: Filled) -> Answer {
    let l = cx.locale();
    let title = t!(l, "organizations-legal-identity");
    let draft = filled.on(l, page(cx, organization, &title));
    let (base, version) = (format!("/o/{}", organization.slug), organization.version.to_string());
    Ok(draft.render(move || {
        view! {
            <PageHeader title/>
            {filled.summary(l)}
            <PostForm action=format!("{base}/edit")>
                <input type="hidden" name="version" value=version/>
                {identity_fields(l, &filled)}
                <FormActions>
                    <SubmitButton text=t!(l, "save-changes")/>
                    <ActionLink href=base text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
    }))
}

/// Its networks, and the form to join another.
pub async fn networks(cx: Cx, Path(slug): Path<String>) -> Answer {
    show_networks(&cx, &slug, Filled::default()).await
}

/// Asks to join a network.
pub async fn apply(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let organization = cx.services().organization(cx.viewer(), &slug).await?;
    let network = entries.text("network");
    let result = cx.services().apply_to_network(cx.viewer(), organization.id, &network).await;
    match answered(result, entries)? {
        Ok(()) => Ok(done(&format!("/o/{slug}/networks"), "member-applied")),
        Err(filled) => show_networks(&cx, &slug, filled).await,
    }
}

/// Leaves a network.
pub async fn leave(cx: Cx, Path((slug, network)): Path<(String, String)>, Form(entries): Form<Entries>) -> Answer {
    let organization = cx.services().organization(cx.viewer(), &slug).await?;
    let memberships = cx.services().memberships_of(cx.viewer(), organization.id).await?;
    let found = memberships.into_iter().find(|(candidate, _)| candidate.slug == network);
    let Some((network, _)) = found else { return Err(services::Error::NotFound.into()) };
    let form = StepForm {
        step: Step::Leave.to_string(),
        on: services::day_in(network.zone, cx.services().now()).to_string(),
        decision: entries.text("decision"),
        version: entries.version(),
    };
    let result = cx.services().take_membership_step(cx.viewer(), &network, organization.id, &form).await;
    match answered(result, entries)? {
        Ok(_) => Ok(done(&format!("/o/{slug}/networks"), "saved")),
        Err(filled) => show_networks(&cx, &slug, filled).await,
    }
}

async fn show_networks(cx: &Cx, slug: &str, filled: Filled) -> Answer {
    let l = cx.locale();
    let organization = cx.services().organization(cx.viewer(), slug).await?;
    let memberships = cx.services().memberships_of(cx.viewer(), organization.id).await?;
    let others: Vec<Choice> = cx
        .services()
        .networks()
        .await?
        .iter()
        .filter(|network| {
            !memberships.iter().any(|(known, membership)| {
                known.id == network.id && !matches!(membership.status, Status::Left | Status::Excluded)
            })
        })
        .map(|network| Choice::new(&network.slug, network.name(l)))
        .collect();
    let title = t!(l, "organizations-networks");
    let base = format!("/o/{slug}/networks");
    let draft = filled.on(l, page(cx, &organization, &title));
    Ok(draft.render(move || {
        let columns = vec![
            Column::text(t!(l, "memberships-network")),
            Column::text(t!(l, "status")),
            Column::text(t!(l, "memberships-since")),
            Column::actions(t!(l, "actions")),
        ];
        let rows: Vec<Vec<Cell>> = memberships
            .iter()
            .map(|(network, membership)| {
                let name = network.name(l).to_owned();
                let leaving = membership.status.steps().contains(&Step::Leave).then(|| {
                    let entries = vec![("version".to_owned(), membership.version.to_string())];
                    let action = format!("{base}/{}/leave", network.slug);
                    let text = t!(l, "organizations-leave-text", network = network.name(l));
                    let button = view! {
                        <PostButton action text=t!(l, "organizations-leave-confirm") kind=ActionKind::Danger entries about=network.name(l)/>
                    };
                    view! { <Disclosure summary=t!(l, "organizations-leave")><p>{text}</p>{button}</Disclosure> }
                });
                vec![
                    Cell::text(name),
                    Cell::tag(status(l, membership.status), tone(membership.status)),
                    Cell::text(i18n::date(l, membership.since)),
                    Cell::view(leaving),
                ]
            })
            .collect();
        let table = if rows.is_empty() {
            view! { <EmptyState title=t!(l, "organizations-no-network-title") text=t!(l, "organizations-no-network")/> }.into_any()
        } else {
            view! { <DataTable caption=t!(l, "organizations-networks") caption_hidden=true columns rows/> }.into_any()
        };
        let join = (!others.is_empty()).then(|| {
            let select = view! {
                <Select name="network" label=t!(l, "memberships-network") options=others selected=filled.text("network") empty=t!(l, "choose-one") error=filled.error(l, "network") required=t!(l, "required")/>
            };
            let action = base.clone();
            view! {
                <Section title=t!(l, "organizations-apply")>
                    <p>{t!(l, "organizations-apply-text")}</p>
                    <PostForm action>
                        {select}
                        <FormActions><SubmitButton text=t!(l, "organizations-apply-submit")/></FormActions>
                    </PostForm>
                </Section>
            }
        });
        view! {
            <PageHeader title/>
            {filled.summary(l)}
            {table}
            {join}
        }
    }))
}
