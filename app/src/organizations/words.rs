//! The words for organizations: legal forms, registers, figures, sites.

use chrono::NaiveDate;
use domain::{colleges::Figure, identifiers::Register, locale::Locale, organizations::LegalForm};
use i18n::t;
use leptos::prelude::*;
use services::organizations::{Organization, Site};

use crate::ui::*;

/// A legal form.
#[must_use]
pub fn legal_form(l: Locale, form: LegalForm) -> String {
    match form {
        LegalForm::Association1901 => t!(l, "organizations-form-association-1901"),
        LegalForm::AssociationAlsaceMoselle => t!(l, "organizations-form-alsace-moselle"),
        LegalForm::Foundation => t!(l, "organizations-form-foundation"),
        LegalForm::Asbl => t!(l, "organizations-form-asbl"),
        LegalForm::Vzw => t!(l, "organizations-form-vzw"),
        LegalForm::Aisbl => t!(l, "organizations-form-aisbl"),
        LegalForm::Cooperative => t!(l, "organizations-form-cooperative"),
        LegalForm::PublicBody => t!(l, "organizations-form-public-body"),
        LegalForm::Company => t!(l, "organizations-form-company"),
        LegalForm::Informal => t!(l, "organizations-form-informal"),
        LegalForm::Other => t!(l, "organizations-form-other"),
    }
}

/// A register.
#[must_use]
pub fn register(l: Locale, register: Register) -> String {
    match register {
        Register::Rna => t!(l, "organizations-rna"),
        Register::Siren => t!(l, "organizations-siren"),
        Register::Siret => t!(l, "organizations-siret"),
        Register::EnterpriseNumber => t!(l, "organizations-enterprise-number"),
    }
}

/// A registration number as its register writes it.
#[must_use]
pub fn spaced(register: Register, number: &str) -> String {
    let part = |range: std::ops::Range<usize>| number.get(range).unwrap_or_default();
    match (register, number.len()) {
        (Register::Siren, 9) => [part(0..3), part(3..6), part(6..9)].join("\u{202f}"),
        (Register::Siret, 14) => [part(0..3), part(3..6), part(6..9), part(9..14)].join("\u{202f}"),
        (Register::EnterpriseNumber, 10) => [part(0..4), part(4..7), part(7..10)].join("."),
        _ => number.to_owned(),
    }
}

/// A figure that organizations declare.
#[must_use]
pub fn figure(l: Locale, figure: Figure) -> String {
    match figure {
        Figure::Employees => t!(l, "organizations-figure-employees"),
        Figure::Members => t!(l, "organizations-figure-members"),
        Figure::Places => t!(l, "organizations-figure-places"),
    }
}

/// What an organization declared about itself, the latest first.
pub fn figures(l: Locale, organization: &Organization) -> impl IntoView + use<> {
    let rows: Vec<Vec<Cell>> = organization
        .figures
        .iter()
        .map(|declared| {
            vec![
                Cell::text(figure(l, declared.figure)),
                Cell::text(i18n::number(l, i64::try_from(declared.value).unwrap_or(i64::MAX))),
                Cell::text(i18n::date(l, declared.as_of)),
            ]
        })
        .collect();
    if rows.is_empty() {
        return view! { <p>{t!(l, "organizations-no-figures")}</p> }.into_any();
    }
    let columns = vec![
        Column::text(t!(l, "organizations-figure")),
        Column::number(t!(l, "organizations-value")),
        Column::text(t!(l, "organizations-as-of")),
    ];
    view! { <DataTable caption=t!(l, "organizations-figures") caption_hidden=true columns rows/> }.into_any()
}

/// The columns of a table of sites.
#[must_use]
pub fn site_columns(l: Locale) -> Vec<Column> {
    vec![
        Column::text(t!(l, "organizations-site")),
        Column::text(t!(l, "address")),
        Column::text(t!(l, "organizations-opened-on")),
        Column::text(t!(l, "status")),
    ]
}

/// A site in a table.
#[must_use]
pub fn site_row(l: Locale, site: &Site, today: NaiveDate) -> Vec<Cell> {
    let mut address = Vec::new();
    address.extend(site.street.clone());
    let town = [site.postal_code.clone().unwrap_or_default(), site.city.clone()].join(" ");
    address.push(town.trim().to_owned());
    let state = match site.closed_on {
        Some(closed) if closed < today => {
            Cell::tag(t!(l, "organizations-closed-on", date = i18n::date(l, closed)), Tone::Neutral)
        }
        Some(closes) => Cell::tag(t!(l, "organizations-closes-on", date = i18n::date(l, closes)), Tone::Attention),
        None => Cell::tag(t!(l, "organizations-open"), Tone::Positive),
    };
    vec![
        Cell::text(site.label.clone()),
        Cell::text(address.join(", ")),
        Cell::text(site.opened_on.map_or_else(|| "–".to_owned(), |on| i18n::date(l, on))),
        state,
    ]
}
