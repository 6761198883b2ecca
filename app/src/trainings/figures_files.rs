//! The figures as files: a table for a spreadsheet, and the workbook for whoever pays.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use domain::{locale::Locale, trainings::figures::People};
use i18n::t;
use services::{
    Error,
    networks::Network,
    trainings::{FiguresFilter, FiguresPage},
};

use super::{figures::filter, words};
use crate::{
    context::{Answer, Cx},
    spreadsheet::{Sheet, Value, csv_file, workbook},
};

async fn found(cx: &Cx, slug: &str, named: bool) -> Result<(Network, FiguresPage), Error> {
    let network = cx.services().network(cx.viewer(), slug).await?;
    let filter = FiguresFilter { named, ..filter(cx) };
    let page = cx.services().training_figures(cx.viewer(), &network, &filter).await?;
    Ok((network, page))
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

fn people_headings(l: Locale) -> [String; 9] {
    [
        t!(l, "figures-seated"),
        t!(l, "figures-registrations"),
        t!(l, "figures-refused"),
        t!(l, "figures-in-vain"),
        t!(l, "figures-due"),
        t!(l, "figures-present"),
        t!(l, "figures-attendance"),
        t!(l, "figures-minutes"),
        t!(l, "figures-price"),
    ]
}

fn people_values(people: &People) -> [Value; 9] {
    [
        Value::Whole(people.seated),
        Value::Whole(people.registrations),
        Value::Whole(people.refused),
        Value::Whole(people.in_vain),
        Value::Whole(people.due),
        Value::Whole(people.present),
        Value::Share(people.present, people.due),
        Value::Quotient(people.minutes, 60),
        Value::Cents(Some(people.cents)),
    ]
}

fn sessions(l: Locale, page: &FiguresPage) -> Sheet {
    let mut headings = vec![t!(l, "trainings-training"), t!(l, "figures-day"), t!(l, "trainings-place")];
    if page.whole {
        headings.push(t!(l, "figures-seats"));
    }
    headings.extend(people_headings(l));
    if page.whole {
        headings.extend([t!(l, "figures-satisfaction"), t!(l, "figures-cost"), t!(l, "figures-funding")]);
    }
    let rows = page.sessions.iter().map(|it| {
        let mut row = vec![text(&it.title), Value::Date(it.day), text(it.place.clone().unwrap_or_default())];
        if page.whole {
            row.push(Value::Whole(it.figures.seats));
        }
        row.extend(people_values(&it.figures.people));
        if page.whole {
            let satisfaction = it.figures.satisfaction;
            row.push(Value::Quotient(satisfaction.sum, satisfaction.count));
            row.extend([Value::Cents(it.costs.cost), Value::Cents(it.costs.funding)]);
        }
        row
    });
    Sheet { name: t!(l, "figures-sessions"), headings, rows: rows.collect() }
}

fn associations(l: Locale, page: &FiguresPage) -> Sheet {
    let mut headings = vec![t!(l, "column-association"), t!(l, "figures-territory")];
    headings.extend(people_headings(l));
    let rows = page.organizations.iter().map(|it| {
        let mut row = vec![text(&it.name), text(it.territory.clone().unwrap_or_default())];
        row.extend(people_values(&it.people));
        row
    });
    Sheet { name: t!(l, "figures-associations"), headings, rows: rows.collect() }
}

fn territories(l: Locale, page: &FiguresPage) -> Sheet {
    let mut headings = vec![t!(l, "figures-territory")];
    headings.extend(people_headings(l));
    let rows = page.territories.iter().map(|(name, people)| {
        let mut row = vec![text(name.clone().unwrap_or_else(|| t!(l, "figures-no-territory")))];
        row.extend(people_values(people));
        row
    });
    Sheet { name: t!(l, "figures-territories"), headings, rows: rows.collect() }
}

/// Who registered, without what was asked about diet and needs.
fn registrations(l: Locale, page: &FiguresPage) -> Sheet {
    let headings = vec![
        t!(l, "trainings-training"),
        t!(l, "figures-day"),
        t!(l, "trainings-person"),
        t!(l, "column-association"),
        t!(l, "figures-territory"),
        t!(l, "trainings-asked-at"),
        t!(l, "status"),
        t!(l, "figures-due"),
        t!(l, "figures-present"),
        t!(l, "figures-minutes"),
    ];
    let rows = page.registrations.iter().map(|it| {
        let people = People::of(&it.entry, false);
        vec![
            text(&it.title),
            Value::Date(it.day),
            text(&it.name),
            text(&it.organization),
            text(it.territory.clone().unwrap_or_default()),
            Value::Date(it.asked),
            text(words::state(l, it.entry.state)),
            Value::Whole(people.due),
            Value::Whole(people.present),
            Value::Quotient(people.minutes, 60),
        ]
    });
    Sheet { name: t!(l, "figures-registrations"), headings, rows: rows.collect() }
}

/// A value as a spreadsheet reads it from text.
fn written(l: Locale, value: &Value) -> String {
    let decimal = |tenths: u64| {
        let point = if l == Locale::En { '.' } else { ',' };
        format!("{}{point}{}", tenths / 10, tenths % 10)
    };
    let rounded = |number: u64, by: u64| (number * 20 + by) / (by * 2);
    match value {
        Value::Text(text) => text.clone(),
        Value::Whole(number) => number.to_string(),
        Value::Date(day) => day.to_string(),
        Value::Cents(Some(cents)) => {
            let point = if l == Locale::En { '.' } else { ',' };
            format!("{}{point}{:02}", cents / 100, cents % 100)
        }
        Value::Share(part, whole @ 1..) => i18n::percent(l, *part, *whole),
        Value::Quotient(number, by @ 1..) => decimal(rounded(*number, *by)),
        Value::Cents(None) | Value::Share(..) | Value::Quotient(..) => String::new(),
    }
}

/// One table for a spreadsheet: `sessions`, `associations` or `territories`.
pub async fn csv(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let (network, page) = found(&cx, &slug, false).await?;
    let sheet = match cx.query("table") {
        Some("associations") => associations(l, &page),
        Some("territories") => territories(l, &page),
        _ => sessions(l, &page),
    };
    let mut rows = vec![sheet.headings];
    rows.extend(sheet.rows.iter().map(|row| row.iter().map(|value| written(l, value)).collect::<Vec<_>>()));
    let name = format!("{}-{}-{}.csv", network.slug, t!(l, "figures-file"), services::text::slug(&sheet.name));
    Ok(csv_file(l, &name, &rows))
}

/// The workbook.
pub async fn xlsx(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let (network, page) = found(&cx, &slug, true).await?;
    let now = cx.services().now();
    let sheets = vec![sessions(l, &page), associations(l, &page), territories(l, &page), registrations(l, &page)];
    let content = tokio::task::spawn_blocking(move || workbook(&sheets, now))
        .await
        .map_err(|error| Error::Stored(error.to_string()))?
        .map_err(|error| Error::Stored(error.to_string()))?;
    let name = format!("{}-{}.xlsx", network.slug, t!(l, "figures-file"));
    Ok(attached(&name, content))
}

fn attached(name: &str, content: Vec<u8>) -> Response {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, content).into_response()
}
