//! The page of a member: who it is, since when, by which decisions, and who speaks for it.

use axum::extract::Path;
use domain::{
    access::{Action, Scope},
    locale::Locale,
};
use i18n::t;
use leptos::prelude::*;
use services::{memberships::MemberPage, networks::Network};

use super::{status, step, tone};
use crate::{
    context::{Answer, Cx},
    organizations::words,
    ui::*,
};

/// The page.
pub async fn member(cx: Cx, Path((network, organization)): Path<(String, String)>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &network).await?;
    let page = cx.services().member(cx.viewer(), &network, &organization, l).await?;
    let today = services::day_in(network.zone, cx.services().now());
    let title = page.organization.name_on(today).to_owned();
    let draft = cx.network_page(&network, title.clone()).breadcrumb(vec![
        PageLink::new(format!("/n/{}", network.slug), network.name(l)),
        PageLink::new(format!("/n/{}/members", network.slug), t!(l, "memberships-title")),
        PageLink::new(cx.path(), title.clone()),
    ]);
    let own = Scope::Organization(page.organization.id);
    let member = format!("/n/{}/members/{}/membership", network.slug, page.organization.slug);
    let administration = format!("/o/{}", page.organization.slug);
    let mut actions = Vec::new();
    if cx.viewer().may(Action::ManageMemberships, Scope::Network(network.id)) {
        actions.push((member, t!(l, "memberships-decide")));
    }
    if cx.viewer().may(Action::ManageOrganization, own) {
        actions.push((administration, t!(l, "organizations-manage")));
    }
    Ok(draft.render(move || {
        let lead =
            page.organization.names.iter().find(|name| name.name == title).and_then(|name| name.short_name.clone());
        let standing = status(l, page.membership.status);
        let standing_tone = tone(page.membership.status);
        let links = actions
            .into_iter()
            .map(|(href, text)| view! { <ActionLink href text kind=ActionKind::Secondary/> })
            .collect_view();
        let description = (!page.organization.description.is_empty())
            .then(|| view! { <PlainText text=page.organization.description.clone()/> });
        let side = view! {
            {names(l, &page)}
            {figures(l, &page)}
        }
        .into_any();
        view! {
            <PageHeader title lead kicker=t!(l, "memberships-kicker")>
                <Tag text=standing tone=standing_tone/>
                {links}
            </PageHeader>
            {description}
            <Columns side>
                {identity(l, &network, &page, today)}
                {people(l, &page)}
                {sites(l, &page, today)}
                {history(l, &page)}
            </Columns>
        }
    }))
}

fn identity(l: Locale, network: &Network, page: &MemberPage, today: chrono::NaiveDate) -> impl IntoView + use<> {
    let organization = &page.organization;
    let mut facts = vec![
        Fact::new(
            t!(l, "memberships-college"),
            page.college.clone().unwrap_or_else(|| t!(l, "memberships-no-college")),
        ),
        Fact::new(t!(l, "memberships-since"), i18n::date(l, page.membership.since)),
        Fact::new(t!(l, "organizations-legal-form"), words::legal_form(l, organization.legal_form)),
    ];
    for (register, number) in &organization.identifiers {
        facts.push(Fact::new(words::register(l, *register), words::spaced(*register, number)));
    }
    if !organization.locales.is_empty() {
        let languages: Vec<String> =
            organization.locales.iter().map(|locale| crate::context::language_name(*locale)).collect();
        facts.push(Fact::new(t!(l, "organizations-languages"), i18n::list(l, &languages)));
    }
    if let Some(website) = organization.website.clone() {
        let href = website.clone();
        facts.push(Fact::view(t!(l, "website"), view! { <a href=href rel="noopener nofollow">{website}</a> }));
    }
    if let Some(email) = organization.email.clone() {
        let href = format!("mailto:{email}");
        facts.push(Fact::view(t!(l, "email"), view! { <a href=href>{email}</a> }));
    }
    if let Some(phone) = organization.phone.clone() {
        let number: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        facts.push(Fact::view(t!(l, "phone"), view! { <a href=format!("tel:{number}")>{phone}</a> }));
    }
    let named = organization.short_name_on(today).to_owned();
    let carried = page.carries.iter().map(|carried| {
        let text =
            t!(l, "memberships-carries", organization = &named, carried = &carried.name, network = network.name(l));
        let href = format!("/n/{}", carried.slug);
        view! { <Callout tone=Tone::Active><p><a href=href>{text}</a></p></Callout> }
    });
    let carried = carried.collect_view();
    let elsewhere = page
        .elsewhere
        .iter()
        .map(|network| {
            let href = format!("/n/{}/members/{}", network.slug, organization.slug);
            view! { <li><a href=href>{network.name.clone()}</a></li> }
        })
        .collect_view();
    let elsewhere = (!page.elsewhere.is_empty()).then(|| {
        view! {
            <Section title=t!(l, "memberships-elsewhere")>
                <p>{t!(l, "memberships-elsewhere-text")}</p>
                <ul>{elsewhere}</ul>
            </Section>
        }
    });
    view! {
        {carried}
        <Facts facts/>
        {elsewhere}
    }
}

fn people(l: Locale, page: &MemberPage) -> impl IntoView + use<> {
    let rows: Vec<Vec<Cell>> = page
        .people
        .iter()
        .filter(|held| held.valid)
        .map(|held| {
            let contact = match held.email.clone() {
                Some(email) => Cell::link(format!("mailto:{email}"), email),
                None => Cell::text("–"),
            };
            vec![
                Cell::text(held.name.clone()),
                Cell::text(crate::wording::role(l, held.role)),
                Cell::text(i18n::date(l, held.from)),
                contact,
            ]
        })
        .collect();
    let content = if rows.is_empty() {
        view! { <p>{t!(l, "people-none-here")}</p> }.into_any()
    } else {
        let columns = vec![
            Column::text(t!(l, "people-person")),
            Column::text(t!(l, "people-role")),
            Column::text(t!(l, "people-from")),
            Column::text(t!(l, "people-contact")),
        ];
        view! { <DataTable caption=t!(l, "people-of-organization") caption_hidden=true columns rows/> }.into_any()
    };
    view! { <Section title=t!(l, "people-of-organization")>{content}</Section> }
}

fn sites(l: Locale, page: &MemberPage, today: chrono::NaiveDate) -> impl IntoView + use<> {
    let rows: Vec<Vec<Cell>> = page.organization.sites.iter().map(|site| words::site_row(l, site, today)).collect();
    (!rows.is_empty()).then(|| {
        let columns = words::site_columns(l);
        view! {
            <Section title=t!(l, "organizations-sites")>
                <DataTable caption=t!(l, "organizations-sites") caption_hidden=true columns rows/>
            </Section>
        }
    })
}

fn history(l: Locale, page: &MemberPage) -> impl IntoView + use<> {
    let moments: Vec<Moment> = page
        .steps
        .iter()
        .rev()
        .map(|taken| {
            let decision = taken.decision.clone().map(|text| view! { <p>{text}</p> });
            let by = taken.by.as_ref().map(|name| view! { <p class="hint">{t!(l, "by-person", name = name)}</p> });
            let title = step(l, taken.step);
            let content = view! { <p><strong>{title}</strong></p> {decision} {by} };
            Moment { at: taken.on.to_string(), when: i18n::date(l, taken.on), content: content.into_any() }
        })
        .collect();
    view! { <Section title=t!(l, "memberships-history") id="history"><Timeline moments/></Section> }
}

fn names(l: Locale, page: &MemberPage) -> impl IntoView + use<> {
    let moments: Vec<Moment> = page
        .organization
        .names
        .iter()
        .map(|name| {
            let text = match &name.short_name {
                Some(short) => format!("{} ({short})", name.name),
                None => name.name.clone(),
            };
            let since = t!(l, "since", date = i18n::date(l, name.valid_from));
            Moment { at: name.valid_from.to_string(), when: since, content: text.into_any() }
        })
        .collect();
    view! {
        <Section title=t!(l, "organizations-names")>
            <Timeline moments/>
        </Section>
    }
}

fn figures(l: Locale, page: &MemberPage) -> impl IntoView + use<> {
    let figures = words::figures(l, &page.organization);
    (!page.organization.figures.is_empty())
        .then(|| view! { <Section title=t!(l, "organizations-figures")>{figures}</Section> })
}
