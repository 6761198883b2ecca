//! The front door: what awaits me, my networks and organizations; for others, what this is.

mod help;

use axum::http::StatusCode;
use domain::locale::Locale;
use i18n::t;
use leptos::prelude::*;
use services::home::{AssemblyMention, Awaiting, Home, OwnOrganization};

use crate::{
    context::{Answer, Cx},
    routes::{Access, Routes},
    ui::*,
};

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .get("/", Access::Public, home)
        .get("/health", Access::Public, health)
        .get("/help", Access::Public, help::help)
        .get("/accessibility", Access::Public, help::accessibility)
}

/// Answers whoever watches over the server.
async fn health(cx: Cx) -> Result<&'static str, StatusCode> {
    cx.services().networks().await.map(|_| "ok").map_err(|_| StatusCode::SERVICE_UNAVAILABLE)
}

async fn home(cx: Cx) -> Answer {
    if cx.viewer().actor.person().is_none() {
        return front_door(cx).await;
    }
    let l = cx.locale();
    let Home { awaiting, networks, organizations } = cx.services().home(cx.viewer()).await?;
    let title = t!(l, "home-title");
    let lead = t!(l, "home-lead", count = awaiting.len());
    let here = cx.clone();
    Ok(cx.page(title.clone()).render(move || {
        let tasks: Vec<Task> = awaiting.into_iter().map(|task| told(l, task)).collect();
        let first = networks.first().map(|network| format!("/n/{}", network.slug));
        let tasks = if tasks.is_empty() {
            let next = first
                .map(|href| view! { <ActionLink href text=t!(l, "home-open-network") kind=ActionKind::Secondary/> });
            view! { <EmptyState title=t!(l, "home-nothing-title") text=t!(l, "home-nothing")>{next}</EmptyState> }
                .into_any()
        } else {
            view! { <Tasks tasks/> }.into_any()
        };
        let networks = networks
            .iter()
            .map(|network| {
                let href = format!("/n/{}", network.slug);
                let text = first_sentence(network.descriptions.text(l, network.locale));
                view! { <Card title=network.name(l).to_owned() href=href><p>{text}</p></Card> }
            })
            .collect_view();
        let mine = organizations.iter().map(|organization| own(l, &here, organization)).collect_view();
        let mine = (!organizations.is_empty())
            .then(|| view! { <Section title=t!(l, "home-organizations")><Cards>{mine}</Cards></Section> });
        view! {
            <PageHeader title lead/>
            {tasks}
            {mine}
            <Section title=t!(l, "home-networks")><Cards>{networks}</Cards></Section>
        }
    }))
}

/// The first sentence of a description: enough to recognise a network by.
fn first_sentence(text: &str) -> String {
    let paragraph = text.trim().split("\n\n").next().unwrap_or_default().replace('\n', " ");
    match paragraph.split_once(". ") {
        Some((sentence, _)) => format!("{sentence}."),
        None => paragraph,
    }
}

fn own(l: Locale, cx: &Cx, organization: &OwnOrganization) -> impl IntoView + use<> {
    use domain::access::{Action, Scope};
    let scope = Scope::Organization(organization.id);
    let roles: Vec<String> = organization.roles.iter().map(|role| crate::wording::role(l, *role)).collect();
    let page = organization.networks.first().map(|network| format!("/n/{network}/members/{}", organization.slug));
    let manage = cx.viewer().may(Action::ManageOrganization, scope).then(|| {
        let href = format!("/o/{}", organization.slug);
        view! { <p><a href=href>{t!(l, "organizations-manage")}</a></p> }
    });
    view! {
        <Card title=organization.name.clone() href=page>
            <p>{i18n::list(l, &roles)}</p>
            {manage}
        </Card>
    }
}

fn assembly_href(assembly: &AssemblyMention, page: &str) -> String {
    format!("/n/{}/assemblies/{}{page}", assembly.network, assembly.id)
}

/// A task in words.
fn told(l: Locale, task: Awaiting) -> Task {
    let starts = |assembly: &AssemblyMention| i18n::date_time(l, assembly.zone, assembly.starts_at);
    match task {
        Awaiting::Vote { assembly, organizations } => Task {
            title: t!(l, "home-vote-title"),
            detail: t!(l, "home-vote", assembly = &assembly.title, organizations = i18n::list(l, &organizations)),
            when: None,
            href: assembly_href(&assembly, "/room"),
            action: t!(l, "home-vote-action"),
            tone: Tone::Active,
            status: Some(t!(l, "home-now")),
        },
        Awaiting::Session { assembly } => Task {
            title: t!(l, "home-session-title"),
            detail: assembly.title.clone(),
            when: Some(starts(&assembly)),
            href: assembly_href(&assembly, ""),
            action: t!(l, "home-session-action"),
            tone: Tone::Active,
            status: None,
        },
        Awaiting::Assembly { assembly, organizations } => Task {
            title: t!(l, "home-assembly-title", assembly = &assembly.title),
            detail: if organizations.is_empty() {
                t!(l, "home-assembly-run")
            } else {
                t!(l, "home-assembly", organizations = i18n::list(l, &organizations))
            },
            when: Some(starts(&assembly)),
            href: assembly_href(&assembly, ""),
            action: t!(l, "home-assembly-action"),
            tone: Tone::Attention,
            status: Some(t!(l, "home-soon")),
        },
        Awaiting::Request { network, count } => Task {
            title: t!(l, "home-request-title", count = count),
            detail: t!(l, "home-request"),
            when: None,
            href: format!("/n/{network}/assemblies/requests"),
            action: t!(l, "home-request-action"),
            tone: Tone::Attention,
            status: Some(t!(l, "home-soon")),
        },
        Awaiting::Application { network, organization, name, since } => Task {
            title: t!(l, "home-application-title", organization = &name),
            detail: t!(l, "home-application"),
            when: Some(t!(l, "since", date = i18n::date(l, since))),
            href: format!("/n/{network}/members/{organization}/membership"),
            action: t!(l, "home-application-action"),
            tone: Tone::Attention,
            status: None,
        },
        Awaiting::Approval { organization, name, people } => Task {
            title: t!(l, "home-approval-title", count = people),
            detail: t!(l, "home-approval", organization = &name),
            when: None,
            href: format!("/o/{organization}/approvals"),
            action: t!(l, "home-approval-action"),
            tone: Tone::Attention,
            status: None,
        },
        Awaiting::Minutes { assembly } => Task {
            title: t!(l, "home-minutes-title"),
            detail: assembly.title.clone(),
            when: Some(starts(&assembly)),
            href: assembly_href(&assembly, "/minutes"),
            action: t!(l, "home-minutes-action"),
            tone: Tone::Neutral,
            status: None,
        },
        Awaiting::Signing { assembly, sign } => Task {
            title: if sign { t!(l, "home-signing-title") } else { t!(l, "home-reading-title") },
            detail: assembly.title.clone(),
            when: Some(starts(&assembly)),
            href: assembly_href(&assembly, "/minutes/signing"),
            action: if sign { t!(l, "signing-sign") } else { t!(l, "signing-step-read") },
            tone: Tone::Attention,
            status: None,
        },
        Awaiting::Connection { organization, name } => Task {
            title: t!(l, "home-connection-title", organization = &name),
            detail: t!(l, "home-connection"),
            when: None,
            href: format!("/o/{organization}/connection"),
            action: t!(l, "home-connection-action"),
            tone: Tone::Neutral,
            status: None,
        },
    }
}

/// What someone finds who has not signed in.
async fn front_door(cx: Cx) -> Answer {
    let l = cx.locale();
    let networks = cx.services().networks().await?;
    let title = t!(l, "home-welcome");
    let demo = cx.services().settings().demo;
    Ok(cx.page(title.clone()).render(move || {
        // In the demo the first sign-in is chosen from a list of invented people.
        let demo =
            demo.then(|| view! { <ActionLink href="/demo" text=t!(l, "demo-title") kind=ActionKind::Secondary/> });
        let cards = networks
            .iter()
            .map(|network| {
                let next = url::form_urlencoded::Serializer::new(String::new())
                    .append_pair("next", &format!("/n/{}", network.slug))
                    .finish();
                let text = first_sentence(network.descriptions.text(l, network.locale));
                let name = network.name(l).to_owned();
                let href = format!("/sign-in?{next}");
                view! {
                    <Card title=name.clone()>
                        <p>{text}</p>
                        <ActionLink href text=t!(l, "sign-in") kind=ActionKind::Secondary about=name/>
                    </Card>
                }
            })
            .collect_view();
        let networks = if networks.is_empty() {
            view! { <EmptyState title=t!(l, "home-no-networks-title") text=t!(l, "home-no-networks")/> }.into_any()
        } else {
            view! { <Section title=t!(l, "home-networks-here")><Cards>{cards}</Cards></Section> }.into_any()
        };
        view! {
            <PageHeader title lead=t!(l, "home-what-it-is")>
                <ActionLink href="/sign-in" text=t!(l, "sign-in")/>
                {demo}
            </PageHeader>
            {networks}
        }
    }))
}
