//! Two sheets beside each other: where they differ, what does not count any more, and the sign-off.

use std::collections::HashMap;

use domain::{
    ids::OrganizationId,
    locale::Locale,
    polls::Choice,
    tellers::{Compared, Unfinished},
};
use i18n::t;
use leptos::prelude::*;
use services::{assemblies::Room, tellers::Sheets};

use super::words;
use crate::ui::{Callout, Cell, Column, DataTable, Disclosure, FormActions, PostForm, Section, SubmitButton, Tone};

/// What the two who wrote them see.
pub fn compared(l: Locale, here: &str, room: &Room, sheets: &Sheets) -> Option<impl IntoView + use<>> {
    let compared = sheets.compared.as_ref()?;
    let names: HashMap<OrganizationId, String> =
        room.roll.iter().map(|line| (line.entry.organization, line.entry.name.clone())).collect();
    let sign = (sheets.missing == Some(Unfinished::NotSignedOff)).then(|| sign(l, here, &names, sheets, compared));
    let (refused, differing) = (refused(l, &names, compared), differing(l, &names, compared));
    Some(view! {
        <Section title=t!(l, "tellers-compared") id="compared">
            {refused}
            {differing}
            {sign}
        </Section>
    })
}

fn name(names: &HashMap<OrganizationId, String>, organization: OrganizationId) -> String {
    names.get(&organization).cloned().unwrap_or_default()
}

/// Organizations whose line counts no more.
fn refused(l: Locale, names: &HashMap<OrganizationId, String>, compared: &Compared) -> Option<impl IntoView + use<>> {
    if compared.refused.is_empty() {
        return None;
    }
    let lines = compared.refused.iter().map(|(organization, why)| {
        let (name, why) = (name(names, *organization), words::line(l, *why));
        view! { <li><strong>{name}</strong>" – "{why}</li> }
    });
    let lines = lines.collect_view();
    Some(view! { <Callout tone=Tone::Attention><p>{t!(l, "tellers-stood")}</p><ul>{lines}</ul></Callout> })
}

fn differing(l: Locale, names: &HashMap<OrganizationId, String>, compared: &Compared) -> Option<impl IntoView + use<>> {
    if compared.differing.is_empty() {
        return None;
    }
    let said = |choice: &Option<Choice>| match choice {
        Some(choice) => i18n::wording::choice(l, *choice),
        None => t!(l, "tellers-none"),
    };
    let rows: Vec<Vec<Cell>> = compared
        .differing
        .iter()
        .map(|(organization, [mine, other])| {
            vec![name(names, *organization).into(), said(mine).into(), said(other).into()]
        })
        .collect();
    let columns = vec![
        Column::text(t!(l, "column-association")),
        Column::text(t!(l, "tellers-mine")),
        Column::text(t!(l, "tellers-other")),
    ];
    Some(view! {
        <p>{t!(l, "tellers-look-again")}</p>
        <DataTable caption=t!(l, "tellers-differing") columns=columns rows=rows/>
    })
}

/// What is signed off, and the button.
fn sign(
    l: Locale,
    here: &str,
    names: &HashMap<OrganizationId, String>,
    sheets: &Sheets,
    compared: &Compared,
) -> impl IntoView + use<> {
    let counts = Choice::ALL.iter().filter_map(|choice| {
        let count = compared.agreed.values().filter(|said| *said == choice).count();
        (count > 0).then(|| view! { <li>{i18n::wording::choice(l, *choice)}" – "{count}</li> })
    });
    let counts = counts.collect_view();
    let mut agreed: Vec<(String, Choice)> =
        compared.agreed.iter().map(|(organization, choice)| (name(names, *organization), *choice)).collect();
    agreed.sort_by_cached_key(|(name, _)| name.to_lowercase());
    let rows: Vec<Vec<Cell>> =
        agreed.into_iter().map(|(name, choice)| vec![name.into(), i18n::wording::choice(l, choice).into()]).collect();
    let columns = vec![Column::text(t!(l, "column-association")), Column::text(t!(l, "column-vote"))];
    let agree = t!(l, "tellers-agree", count = compared.agreed.len());
    let (action, seen) = (format!("{here}/sign"), sheets.seen.clone());
    view! {
        <Callout tone=Tone::Positive>
            <p>{agree}</p>
            <ul>{counts}</ul>
        </Callout>
        <Disclosure summary=t!(l, "votes-by-name")>
            <DataTable caption=t!(l, "votes-by-name") caption_hidden=true columns=columns rows=rows/>
        </Disclosure>
        <PostForm action=action>
            <input type="hidden" name="seen" value=seen/>
            <p class="hint">{t!(l, "tellers-sign-hint")}</p>
            <FormActions><SubmitButton text=t!(l, "tellers-sign")/></FormActions>
        </PostForm>
    }
}
