//! The rules in plain sentences, their versions, and their export.

use axum::{extract::Path, response::Response};
use chrono::NaiveDate;
use domain::{locale::Locale, statutes::write_toml};
use i18n::{t, wording::Clause};
use leptos::prelude::*;
use services::{
    Error, day_in,
    networks::{College, Network},
    statutes::{Statutes, Version},
};

use super::page;
use crate::{
    assemblies::attachment,
    context::{Answer, Cx},
    ui::*,
};

/// The rules of today.
pub async fn current(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let statutes = cx.services().statutes(cx.viewer(), &network).await?;
    let shown = statutes.in_force.and_then(|number| statutes.version(number).cloned());
    show(&cx, &network, statutes, shown).await
}

/// A version, of today or of another day.
pub async fn version(cx: Cx, Path((slug, number)): Path<(String, i32)>) -> Answer {
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let statutes = cx.services().statutes(cx.viewer(), &network).await?;
    let shown = statutes.version(number).cloned().ok_or(Error::NotFound)?;
    show(&cx, &network, statutes, Some(shown)).await
}

async fn show(cx: &Cx, network: &Network, statutes: Statutes, shown: Option<Version>) -> Answer {
    let l = cx.locale();
    let colleges = cx.services().colleges(cx.viewer(), network.id).await?;
    let title = t!(l, "statutes-title");
    let kicker = shown.as_ref().map(|version| t!(l, "statutes-version", number = version.number));
    let way = shown.as_ref().filter(|version| Some(version.number) != statutes.in_force);
    let way = way.map(|version| {
        PageLink::new(format!("/n/{}/statutes/{}", network.slug, version.number), kicker.clone().unwrap_or_default())
    });
    let base = format!("/n/{}", network.slug);
    let today = day_in(network.zone, cx.services().now());
    let network = network.clone();
    Ok(page(cx, &network, &title, way.into_iter().collect()).render(move || {
        let rules = shown.as_ref().map_or(&statutes.rules, |version| &version.rules);
        let clauses = i18n::wording::clauses(l, rules);
        let facts = shown.as_ref().map(|version| view! { <Facts facts=facts(l, &base, &statutes, version, today)/> });
        let unversioned = shown.is_none().then(|| view! { <Callout><p>{t!(l, "statutes-unversioned")}</p></Callout> });
        let export = shown.as_ref().map(|version| {
            let href = format!("{base}/statutes/{}/rules.toml", version.number);
            view! { <ActionLink href text=t!(l, "statutes-export") kind=ActionKind::Secondary/> }
        });
        let prepare = statutes.may_manage.then(|| {
            view! { <ActionLink href=format!("{base}/statutes/draft") text=t!(l, "statutes-prepare")/> }
        });
        view! {
            <PageHeader title=title.clone() kicker lead=t!(l, "statutes-lead")>{prepare} {export}</PageHeader>
            {unversioned}
            {facts}
            <Callout><p>{t!(l, "statutes-no-advice")}</p></Callout>
            {sections(clauses)}
            {weights(l, &network, &colleges)}
            {versions(l, &base, &statutes, today)}
        }
    }))
}

/// The clauses, a section for each that they belong to.
pub fn sections(clauses: Vec<Clause>) -> impl IntoView {
    let mut sections: Vec<(String, Vec<Fact>)> = Vec::new();
    for Clause { section, label, text } in clauses {
        match sections.last_mut() {
            Some((title, facts)) if *title == section => facts.push(Fact::new(label, text)),
            _ => sections.push((section, vec![Fact::new(label, text)])),
        }
    }
    let sections = sections.into_iter().map(|(title, facts)| view! { <Section title><Facts facts/></Section> });
    sections.collect_view()
}

fn facts(l: Locale, base: &str, statutes: &Statutes, version: &Version, today: NaiveDate) -> Vec<Fact> {
    let adopted = match version.adopted_by.clone() {
        Some((id, title)) => {
            let href = format!("{base}/assemblies/{id}");
            Fact::view(t!(l, "statutes-adopted-by"), view! { <a href=href>{title}</a> })
        }
        None => Fact::new(t!(l, "statutes-adopted-by"), t!(l, "statutes-adopted-nowhere")),
    };
    let (text, tone) = state(l, statutes, version, today);
    let number = version.number;
    let mut facts = vec![
        Fact::view(t!(l, "statutes-version-label"), view! { {number}" "<Tag text tone/> }),
        Fact::new(t!(l, "statutes-valid-from"), i18n::date(l, version.valid_from)),
        adopted,
    ];
    if !version.note.is_empty() {
        facts.push(Fact::new(t!(l, "statutes-note"), version.note.clone()));
    }
    facts
}

/// Whether it applies, in words.
fn state(l: Locale, statutes: &Statutes, version: &Version, today: NaiveDate) -> (String, Tone) {
    if Some(version.number) == statutes.in_force {
        (t!(l, "statutes-in-force"), Tone::Positive)
    } else if version.valid_from > today {
        (t!(l, "statutes-to-come"), Tone::Attention)
    } else {
        (t!(l, "statutes-past"), Tone::Neutral)
    }
}

/// Colleges and the voices that they give: the rules refer to them.
fn weights(l: Locale, network: &Network, colleges: &[College]) -> impl IntoView + use<> {
    let facts: Vec<Fact> = colleges
        .iter()
        .map(|college| {
            let name = college.names.text(l, network.locale).to_owned();
            Fact::new(name, i18n::wording::weight_rule(l, &college.rule))
        })
        .collect();
    (!facts.is_empty()).then(|| view! { <Section title=t!(l, "statutes-colleges")><Facts facts/></Section> })
}

fn versions(l: Locale, base: &str, statutes: &Statutes, today: NaiveDate) -> impl IntoView + use<> {
    if statutes.versions.is_empty() {
        return None;
    }
    let columns = vec![
        Column::text(t!(l, "statutes-version-label")),
        Column::text(t!(l, "assembly-state")),
        Column::text(t!(l, "statutes-valid-from")),
        Column::text(t!(l, "statutes-adopted-by")),
        Column::text(t!(l, "statutes-note")),
    ];
    let rows = statutes
        .versions
        .iter()
        .map(|version| {
            let href = format!("{base}/statutes/{}", version.number);
            let adopted = version.adopted_by.as_ref().map(|(_, title)| title.clone());
            let (text, tone) = state(l, statutes, version, today);
            vec![
                Cell::link(href, t!(l, "statutes-version", number = version.number)),
                Cell::tag(text, tone),
                i18n::date(l, version.valid_from).into(),
                adopted.unwrap_or_else(|| t!(l, "statutes-adopted-nowhere")).into(),
                version.note.clone().into(),
            ]
        })
        .collect();
    Some(view! {
        <Section title=t!(l, "statutes-versions")>
            <DataTable caption=t!(l, "statutes-versions") caption_hidden=true columns rows/>
        </Section>
    })
}

/// A version as TOML.
pub async fn toml(cx: Cx, Path((slug, number)): Path<(String, i32)>) -> Answer {
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let statutes = cx.services().statutes(cx.viewer(), &network).await?;
    let version = statutes.version(number).ok_or(Error::NotFound)?;
    let name = format!("{slug}-{number}.toml");
    let file: Response = attachment(&name, "application/toml", write_toml(&version.rules).into_bytes());
    Ok(file)
}
