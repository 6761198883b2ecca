//! A certificate as anybody with its address may hold it against what they were shown: a page, and the PDF.

use axum::extract::Path;
use domain::locale::Locale;
use i18n::t;
use leptos::prelude::*;
use printing::{Block, Document};
use services::{
    Error,
    trainings::{Certified, duration},
};

use crate::{
    assemblies::attachment,
    context::{Answer, Cx},
    ui::*,
};

/// What it says, as labels and values.
fn facts(l: Locale, certificate: &Certified) -> Vec<(String, String)> {
    let told = &certificate.told;
    let zone = services::time_zone(&told.zone);
    let (first, last) = (services::day_in(zone, told.begins_at), services::day_in(zone, told.ends_at));
    let when = if first == last {
        i18n::date(l, first)
    } else {
        t!(l, "trainings-from-to", from = i18n::date(l, first), to = i18n::date(l, last))
    };
    let mut facts = vec![
        (t!(l, "certificates-name"), told.name.clone()),
        (t!(l, "column-association"), told.organization.clone()),
        (t!(l, "trainings-training"), told.training.clone()),
        (t!(l, "trainings-begins"), when),
    ];
    facts.extend(told.place.clone().map(|place| (t!(l, "trainings-place"), place)));
    if !told.trainers.is_empty() {
        facts.push((t!(l, "trainings-trainers"), told.trainers.clone()));
    }
    let hours = t!(l, "certificates-attended", attended = duration(l, told.attended), of = duration(l, told.of));
    facts.push((t!(l, "certificates-hours"), hours));
    if let Some(granted) = &told.granted {
        let until = super::words::until(l, granted.until());
        facts.push((t!(l, "trainings-grant"), format!("{} ({until})", granted.grant.name)));
    }
    facts.push((t!(l, "certificates-by"), told.network.clone()));
    facts.push((t!(l, "certificates-issued-on"), i18n::date(l, services::day_in(zone, certificate.issued_at))));
    facts.push((t!(l, "certificates-code"), certificate.grouped()));
    facts
}

/// The page.
pub async fn show(cx: Cx, Path(code): Path<String>) -> Answer {
    let l = cx.locale();
    let certificate = cx.services().certificate(&code).await?;
    let title = t!(l, "certificates-title");
    Ok(cx.page(title.clone()).render(move || {
        let facts = facts(l, &certificate).into_iter().map(|(label, value)| Fact::new(label, value)).collect();
        let file = format!("/certificates/{}/certificate.pdf", certificate.code);
        let badge = format!("/certificates/{}/badge.svg", certificate.code);
        let token = format!("/certificates/{}/badge.jwt", certificate.code);
        view! {
            <PageHeader title lead=t!(l, "certificates-lead")/>
            <Callout tone=Tone::Positive><p role="status"><strong>{t!(l, "certificates-genuine")}</strong></p></Callout>
            <Facts facts/>
            <FormActions>
                <ActionLink href=file text=t!(l, "certificates-pdf") kind=ActionKind::Secondary/>
                <ActionLink href=badge text=t!(l, "badges-download") kind=ActionKind::Secondary/>
            </FormActions>
            <p class="hint">{t!(l, "badges-hint")}" "<a href=token>{t!(l, "badges-token")}</a></p>
        }
    }))
}

/// The certificate as a PDF, in the language of the address.
pub async fn pdf(cx: Cx, Path(code): Path<String>) -> Answer {
    let l = cx.locale();
    let certificate = cx.services().certificate(&code).await?;
    let told = &certificate.told;
    let address = format!("{}/certificates/{}", cx.services().settings().public_url, certificate.code);
    let document = Document {
        locale: l.to_string(),
        title: t!(l, "certificates-title"),
        subtitle: told.training.clone(),
        author: told.network.clone(),
        running_head: t!(l, "certificates-title"),
        notice: cx.services().settings().demo.then(|| t!(l, "demo-notice")),
        page_label: t!(l, "minutes-page"),
        blocks: vec![
            Block::Paragraph(t!(
                l,
                "certificates-statement",
                name = told.name.as_str(),
                network = told.network.as_str()
            )),
            Block::Facts(facts(l, &certificate)),
            Block::Paragraph(t!(l, "certificates-verify", address = address)),
        ],
        ..Document::default()
    };
    let (typeset, made) = (cx.typeset(), certificate.issued_at);
    let content = tokio::task::spawn_blocking(move || typeset(&document, made))
        .await
        .map_err(|error| Error::Stored(error.to_string()))?
        .map_err(Error::Stored)?;
    Ok(attachment(&format!("{}.pdf", certificate.grouped()), "application/pdf", content))
}
