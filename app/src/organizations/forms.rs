//! The fields that say what an organization is, shared by everyone who asks for them.

use domain::{identifiers::Register, locale::Locale, organizations::LegalForm};
use i18n::t;
use leptos::prelude::*;
use services::organizations::{IdentityForm, Organization};

use super::words;
use crate::{
    context::language_name,
    entries::{Entries, Filled, choices},
    ui::*,
};

/// What was typed about an organization.
#[must_use]
pub fn identity_form(entries: &Entries) -> IdentityForm {
    IdentityForm {
        legal_form: entries.text("legal_form"),
        country: entries.text("country"),
        locales: entries.all("locales"),
        rna: entries.text("rna"),
        siren: entries.text("siren"),
        siret: entries.text("siret"),
        enterprise_number: entries.text("enterprise_number"),
        email: entries.text("email"),
        phone: entries.text("phone"),
        website: entries.text("website"),
        description: entries.text("description"),
    }
}

/// What is stored of an organization, as its form shows it.
#[must_use]
pub fn identity_entries(organization: &Organization) -> Entries {
    let mut entries = Entries::default()
        .with("version", organization.version)
        .with("legal_form", organization.legal_form)
        .with("country", &organization.country)
        .with_some("email", organization.email.as_ref())
        .with_some("phone", organization.phone.as_ref())
        .with_some("website", organization.website.as_ref())
        .with("description", &organization.description);
    for locale in &organization.locales {
        entries = entries.with("locales", locale);
    }
    for (register, number) in &organization.identifiers {
        entries = entries.with(register.as_str(), words::spaced(*register, number));
    }
    entries
}

/// The countries that networks of the product have members in; another is typed by its code.
fn countries(l: Locale, chosen: &str) -> Vec<Choice> {
    let mut countries = vec![
        Choice::new("FR", t!(l, "organizations-country-fr")),
        Choice::new("BE", t!(l, "organizations-country-be")),
        Choice::new("NL", t!(l, "organizations-country-nl")),
        Choice::new("LU", t!(l, "organizations-country-lu")),
        Choice::new("DE", t!(l, "organizations-country-de")),
        Choice::new("CH", t!(l, "organizations-country-ch")),
        Choice::new("GB", t!(l, "organizations-country-gb")),
    ];
    if chosen.len() == 2 && !countries.iter().any(|country| country.value == chosen) {
        countries.push(Choice::new(chosen, chosen));
    }
    countries
}

/// The list of countries, wherever one is asked for.
pub fn country_field(l: Locale, filled: &Filled) -> impl IntoView + use<> {
    let chosen = filled.text("country");
    view! {
        <Select name="country" label=t!(l, "organizations-country") options=countries(l, &chosen) selected=chosen error=filled.error(l, "country") required=t!(l, "required")/>
    }
}

/// Legal form, numbers, languages, contacts.
pub fn identity_fields(l: Locale, filled: &Filled) -> impl IntoView + use<> {
    let forms = choices(LegalForm::ALL, |form| words::legal_form(l, form));
    let numbers = Register::ALL.iter().map(|register| {
        let name = register.as_str();
        let hint = match register {
            Register::Rna => t!(l, "organizations-rna-hint"),
            Register::Siren => t!(l, "organizations-siren-hint"),
            Register::Siret => t!(l, "organizations-siret-hint"),
            Register::EnterpriseNumber => t!(l, "organizations-enterprise-number-hint"),
        };
        let error = if filled.taken(name) { Some(t!(l, "organizations-number-taken")) } else { filled.error(l, name) };
        view! { <Field name=name label=words::register(l, *register) value=filled.text(name) hint error/> }
    });
    let numbers = numbers.collect_view();
    let spoken = filled.entries.all("locales");
    let languages = Locale::ALL.iter().map(|locale| {
        let word = locale.to_string();
        let checked = spoken.contains(&word);
        let id = format!("field-locales-{word}");
        view! { <Checkbox name="locales" value=word id=id label=language_name(*locale) checked/> }
    });
    let languages = languages.collect_view();
    let (form, form_error) = (filled.text("legal_form"), filled.error(l, "legal_form"));
    let country = country_field(l, filled);
    let contacts = contact_fields(l, filled);
    view! {
        <FieldGroup legend=t!(l, "organizations-legal-identity")>
            <Select name="legal_form" label=t!(l, "organizations-legal-form") options=forms selected=form empty=t!(l, "choose-one") error=form_error required=t!(l, "required")/>
            {country}
            {numbers}
        </FieldGroup>
        <FieldGroup legend=t!(l, "organizations-languages")>{languages}</FieldGroup>
        <FieldGroup legend=t!(l, "organizations-contacts")>{contacts}</FieldGroup>
    }
}

fn contact_fields(l: Locale, filled: &Filled) -> impl IntoView + use<> {
    view! {
        <Field name="email" label=t!(l, "organizations-email") kind="email" value=filled.text("email") hint=t!(l, "organizations-email-hint") error=filled.error(l, "email")/>
        <Field name="phone" label=t!(l, "phone") kind="tel" value=filled.text("phone") error=filled.error(l, "phone")/>
        <Field name="website" label=t!(l, "website") kind="url" value=filled.text("website") hint=t!(l, "organizations-website-hint") error=filled.error(l, "website")/>
        <TextArea name="description" label=t!(l, "description") rows=5 value=filled.text("description") hint=t!(l, "organizations-description-hint") error=filled.error(l, "description")/>
    }
}
