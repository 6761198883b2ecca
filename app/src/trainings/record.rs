//! What stays of trainings: one's own certificates, and the qualifications of an organization's people.

use axum::{Form, extract::Path};
use domain::{access::Action, locale::Locale};
use i18n::t;
use leptos::prelude::*;
use services::trainings::{RecordLine, duration};

use super::words;
use crate::{
    context::{Answer, Cx, done},
    entries::Entries,
    ui::*,
};

/// The viewer's own certificates, with their hours by year.
pub async fn own(cx: Cx) -> Answer {
    let l = cx.locale();
    let record = cx.services().training_record(cx.viewer()).await?;
    let title = t!(l, "record-title");
    Ok(cx.page(title.clone()).render(move || {
        let body = if record.is_empty() {
            view! { <p>{t!(l, "record-empty")}</p> }.into_any()
        } else {
            let years = years(l, &record);
            let columns = vec![
                Column::text(t!(l, "trainings-training")),
                Column::text(t!(l, "trainings-begins")),
                Column::number(t!(l, "certificates-hours")),
                Column::text(t!(l, "column-association")),
                Column::text(t!(l, "trainings-grant")),
            ];
            let rows = record.iter().map(|line| row(l, line)).collect();
            view! {
                <Facts facts=years/>
                <DataTable caption=t!(l, "record-caption") columns rows/>
            }
            .into_any()
        };
        view! {
            <PageHeader title lead=t!(l, "record-lead")/>
            {body}
        }
    }))
}

/// The hours of each year, the last first.
fn years(l: Locale, record: &[RecordLine]) -> Vec<Fact> {
    use chrono::Datelike;
    let mut years = std::collections::BTreeMap::<i32, u64>::new();
    for RecordLine { certificate, .. } in record {
        let told = &certificate.told;
        let year = services::day_in(services::time_zone(&told.zone), told.begins_at).year();
        *years.entry(year).or_default() += told.attended;
    }
    years.into_iter().rev().map(|(year, minutes)| Fact::new(year.to_string(), duration(l, minutes))).collect()
}

fn row(l: Locale, line: &RecordLine) -> Vec<Cell> {
    let told = &line.certificate.told;
    let day = services::day_in(services::time_zone(&told.zone), told.begins_at);
    vec![
        Cell::link(format!("/certificates/{}", line.certificate.code), told.training.clone()),
        Cell::text(i18n::date(l, day)),
        Cell::text(duration(l, told.attended)),
        Cell::text(told.organization.clone()),
        Cell::view(qualification(l, line)),
    ]
}

fn qualification(l: Locale, line: &RecordLine) -> impl IntoView + use<> {
    line.qualification.clone().map(|(granted, standing)| {
        let (text, tone) = if line.renewed {
            (t!(l, "qualifications-renewed"), Tone::Neutral)
        } else {
            words::qualification(l, &granted, standing)
        };
        view! { <span>{granted.grant.name}</span>" "<Tag text tone/> }
    })
}

/// What an organization settles about trainings, and which qualifications its people have.
pub async fn staff(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let organization = cx.services().organization_for(cx.viewer(), &slug, Action::RegisterStaff).await?;
    let record = cx.services().staff_record(cx.viewer(), organization.id).await?;
    let name = organization.name_on(crate::organizations::today(&cx)).to_owned();
    let title = t!(l, "trainings-title");
    let mut draft = cx.page(title.clone());
    if record.may_set_agreement {
        let way = vec![PageLink::new(format!("/o/{slug}"), name.clone()), PageLink::new(cx.path(), title.clone())];
        draft = draft.breadcrumb(way);
    }
    Ok(draft.render(move || {
        let (word, text, now) = if record.agreement {
            ("no", t!(l, "trainings-agreement-off"), t!(l, "trainings-agreement-is-on"))
        } else {
            ("yes", t!(l, "trainings-agreement-on"), t!(l, "trainings-agreement-is-off"))
        };
        let button = record.may_set_agreement.then(|| {
            let entries = vec![("agreement".to_owned(), word.to_owned())];
            view! { <PostButton action=format!("/o/{slug}/trainings/agreement") text=text kind=ActionKind::Secondary entries=entries/> }
        });
        let list = if record.qualifications.is_empty() {
            view! { <p>{t!(l, "qualifications-none")}</p> }.into_any()
        } else {
            let columns = vec![
                Column::text(t!(l, "trainings-person")),
                Column::text(t!(l, "trainings-grant")),
                Column::text(t!(l, "status")),
            ];
            let row = |(name, line): &(String, RecordLine)| {
                let (granted, standing) = line.qualification.as_ref()?;
                let (text, tone) = words::qualification(l, granted, *standing);
                Some(vec![Cell::text(name.clone()), Cell::text(granted.grant.name.clone()), Cell::tag(text, tone)])
            };
            let rows = record.qualifications.iter().filter_map(row).collect();
            view! { <DataTable caption=t!(l, "qualifications-caption") columns rows/> }.into_any()
        };
        view! {
            <PageHeader title kicker=name/>
            <Section title=t!(l, "qualifications-title") id="qualifications">{list}</Section>
            <Section title=t!(l, "trainings-agreement") id="agreement">
                <p>{now}</p>
                {button}
            </Section>
        }
    }))
}

/// An organization's managers agree first, or not.
pub async fn agreement(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let organization = cx.services().organization(cx.viewer(), &slug).await?;
    cx.services().set_agreement(cx.viewer(), organization.id, entries.text("agreement") == "yes").await?;
    Ok(done(&format!("/o/{slug}/trainings"), "saved"))
}
