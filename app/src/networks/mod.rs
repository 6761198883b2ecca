//! A network: its front page, its sections, and what its administrators change of it.
//!
//! Used by everyone in a network. The rules of colleges and assemblies are in `domain::colleges`
//! and `domain::assemblies`.

mod colleges;
mod settings;

use axum::extract::Path;
use domain::{
    access::{Action, Scope},
    assemblies::State,
    locale::Locale,
};
use i18n::t;
use leptos::prelude::*;
use services::networks::{Front, Network, NextAssembly};

use crate::{
    context::{Answer, Cx},
    routes::{Access, Routes},
    ui::*,
};

pub use colleges::weight_rule;

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    let manage = Access::May(Action::ManageNetwork);
    Routes::default()
        .get("/n/{network}", Access::May(Action::ViewNetwork), front)
        .get("/n/{network}/settings", manage, settings::overview)
        .get("/n/{network}/settings/presentation", manage, settings::presentation)
        .post("/n/{network}/settings/presentation", manage, settings::save_presentation)
        .get("/n/{network}/settings/colleges/new", manage, colleges::new_college)
        .post("/n/{network}/settings/colleges/new", manage, colleges::add_college)
        .get("/n/{network}/settings/colleges/{college}", manage, colleges::college)
        .post("/n/{network}/settings/colleges/{college}", manage, colleges::save_college)
        .post("/n/{network}/settings/colleges/{college}/remove", manage, colleges::remove_college)
}

/// The sections of a network, for its navigation.
#[must_use]
pub fn sections(cx: &Cx, network: &Network) -> Vec<PageLink> {
    let l = cx.locale();
    let scope = Scope::Network(network.id);
    if !cx.viewer().may(Action::ViewNetwork, scope) {
        return Vec::new();
    }
    let base = format!("/n/{}", network.slug);
    let mut links = vec![
        (base.clone(), t!(l, "section-overview")),
        (format!("{base}/members"), t!(l, "section-members")),
        (format!("{base}/assemblies"), t!(l, "section-assemblies")),
        (format!("{base}/trainings"), t!(l, "trainings-title")),
        (format!("{base}/statutes"), t!(l, "section-statutes")),
    ];
    for (action, section, text) in [
        (Action::ViewPeople, "people", t!(l, "people-title")),
        (Action::ReadJournal, "journal", t!(l, "section-journal")),
        (Action::ManageNetwork, "settings", t!(l, "section-settings")),
    ] {
        if cx.viewer().may(action, scope) {
            links.push((format!("{base}/{section}"), text));
        }
    }
    let here = cx.path();
    let stands = |href: &str| here.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let longest = links.iter().filter(|(href, _)| stands(href)).map(|(href, _)| href.len()).max();
    links
        .into_iter()
        .map(|(href, text)| {
            let current = stands(&href) && Some(href.len()) == longest;
            PageLink::new(href, text).current(current)
        })
        .collect()
}

async fn front(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let front = cx.services().front(cx.viewer(), &network, l).await?;
    let title = network.name(l).to_owned();
    let base = format!("/n/{slug}");
    let decides = cx.viewer().may(Action::ManageMemberships, Scope::Network(network.id));
    let sections: Vec<PageLink> = sections(&cx, &network).into_iter().skip(1).collect();
    Ok(cx.network_page(&network, title.clone()).render(move || {
        let description = network.descriptions.text(l, network.locale).trim().to_owned();
        let own_words = network.descriptions.0.contains_key(&l);
        let description = (!description.is_empty()).then(|| {
            let lang = (!own_words).then(|| network.locale.to_string());
            view! { <PlainText text=description lang/> }
        });
        let side = view! {
            {members(l, &base, &front, decides)}
            {belongs_to(l, &title, &front)}
        }
        .into_any();
        let cards = sections
            .into_iter()
            .map(|link| {
                let text = section_text(l, link.href.rsplit('/').next().unwrap_or_default());
                view! { <Card title=link.text href=link.href><p>{text}</p></Card> }
            })
            .collect_view();
        view! {
            <PageHeader title=title.clone() kicker=t!(l, "networks-kicker")/>
            <Columns side>
                {next_assembly(l, &base, &network, front.next.as_ref())}
                {description}
            </Columns>
            <Section title=t!(l, "networks-sections")><Cards>{cards}</Cards></Section>
        }
    }))
}

fn section_text(l: Locale, section: &str) -> String {
    match section {
        "members" => t!(l, "networks-section-members"),
        "assemblies" => t!(l, "networks-section-assemblies"),
        "trainings" => t!(l, "networks-section-trainings"),
        "statutes" => t!(l, "networks-section-statutes"),
        "people" => t!(l, "networks-section-people"),
        "journal" => t!(l, "networks-section-journal"),
        "settings" => t!(l, "networks-section-settings"),
        _ => String::new(),
    }
}

fn next_assembly(l: Locale, base: &str, network: &Network, next: Option<&NextAssembly>) -> impl IntoView + use<> {
    let content = match next {
        None => view! { <p>{t!(l, "networks-no-assembly")}</p> }.into_any(),
        Some(next) => {
            let open = next.state == State::Open;
            let tone = if open { Tone::Active } else { Tone::Neutral };
            let text = if open { t!(l, "networks-assembly-open") } else { t!(l, "networks-assembly-convened") };
            let when = i18n::date_time(l, network.zone, next.starts_at);
            let written_in = network.locale.to_string();
            let place = next.place.clone().map(|place| view! { <p>{place}</p> });
            view! {
                <Card title=next.title.clone() lang=written_in href=format!("{base}/assemblies/{}", next.id)>
                    <p><Tag text tone/></p>
                    <p>{when}</p>
                    {place}
                </Card>
            }
            .into_any()
        }
    };
    view! { <Section title=t!(l, "networks-next-assembly")>{content}</Section> }
}

fn members(l: Locale, base: &str, front: &Front, decides: bool) -> impl IntoView + use<> {
    let mut facts = vec![Fact::new(t!(l, "networks-admitted"), i18n::number(l, front.admitted.cast_signed()))];
    if front.suspended > 0 {
        facts.push(Fact::new(t!(l, "networks-suspended"), i18n::number(l, front.suspended.cast_signed())));
    }
    if front.applied > 0 {
        let href = format!("{base}/members?status=applied");
        let number = i18n::number(l, front.applied.cast_signed());
        facts.push(if decides {
            Fact::view(t!(l, "networks-applied"), view! { <a href=href>{number}</a> })
        } else {
            Fact::new(t!(l, "networks-applied"), number)
        });
    }
    view! { <Section title=t!(l, "section-members")><Facts facts/></Section> }
}

fn belongs_to(l: Locale, name: &str, front: &Front) -> impl IntoView + use<> {
    let belongings = front.belongs_to.iter().map(|other| {
        let text = if other.through == name {
            t!(l, "networks-belongs-to-itself", network = name, other = &other.name)
        } else {
            t!(l, "networks-belongs-to", network = name, other = &other.name, through = &other.through)
        };
        match &other.slug {
            Some(slug) => {
                let href = format!("/n/{slug}");
                view! { <p><a href=href>{text}</a></p> }.into_any()
            }
            None => view! { <p>{text}</p> }.into_any(),
        }
    });
    let belongings = belongings.collect_view();
    (!front.belongs_to.is_empty()).then(|| {
        view! { <Section title=t!(l, "networks-belonging")>{belongings}</Section> }
    })
}
