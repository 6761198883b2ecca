//! The form in which the secretary writes.

use std::collections::BTreeMap;

use axum::{
    extract::{Form, Path},
    response::Response,
};
use domain::{
    access::{Action, Scope},
    locale::Locale,
};
use i18n::t;
use leptos::prelude::*;
use services::{
    Error, Refusal,
    assemblies::{Minutes, MinutesEdit, MinutesText},
};

use crate::{
    assemblies::{Address, breadcrumb, summary},
    context::{Answer, Cx, done},
    problems::{FormProblem, on_form},
    ui::{Choice, FormActions, PageHeader, PageLink, PostForm, Select, SubmitButton, TextArea},
};

/// The form in which the secretary writes.
pub async fn edit(cx: Cx, Path(address): Path<Address>) -> Answer {
    let minutes = editable(&cx, &address).await?;
    Ok(form_page(&cx, &address, &minutes, &minutes.text, &FormProblem::default()))
}

pub(super) async fn editable(cx: &Cx, address: &Address) -> Result<Minutes, Error> {
    let room = address.room(cx).await?;
    cx.viewer().require(Action::RunAssembly, Scope::Network(room.network.id))?;
    cx.services().minutes(cx.viewer(), address.id()).await
}

/// Saves what the secretary wrote.
pub async fn save(cx: Cx, Path(address): Path<Address>, Form(entries): Form<Vec<(String, String)>>) -> Answer {
    let minutes = editable(&cx, &address).await?;
    let mut text = MinutesText::default();
    let mut notes = BTreeMap::new();
    let (mut version, mut locale) = (0, minutes.locale);
    for (name, value) in entries {
        match name.as_str() {
            "opening" => text.opening = value,
            "closing" => text.closing = value,
            "version" => version = value.parse().unwrap_or_default(),
            "locale" => locale = value.parse().unwrap_or(locale),
            name => {
                let item = name.strip_prefix("note-").and_then(|id| id.parse().ok());
                if let Some(item) = item.filter(|id| minutes.room.items.iter().any(|item| item.id == *id)) {
                    notes.insert(item, value);
                }
            }
        }
    }
    text.notes = notes;
    let edit = MinutesEdit { version, locale, text: text.clone() };
    let result = match cx.services().save_minutes(cx.viewer(), address.id(), edit).await {
        // What was typed comes back with the version that stands now: sent again, it takes its place.
        Err(Error::Conflict) => {
            version = editable(&cx, &address).await?.version;
            Err(Refusal::Named("minutes-conflict").into())
        }
        other => other,
    };
    Ok(match on_form(result)? {
        Ok(()) => done(&format!("{}/minutes", address.path()), "saved"),
        Err(problem) => form_page(&cx, &address, &Minutes { version, locale, ..minutes }, &text, &problem),
    })
}

fn form_page(cx: &Cx, address: &Address, minutes: &Minutes, text: &MinutesText, problem: &FormProblem) -> Response {
    let l = cx.locale();
    let path = address.path();
    let title = t!(l, "minutes-edit");
    let way = vec![
        PageLink::new(&path, minutes.room.title.clone()),
        PageLink::new(format!("{path}/minutes"), t!(l, "assembly-minutes")),
        PageLink::new(format!("{path}/minutes/edit"), title.clone()),
    ];
    let draft = cx.network_page(&minutes.room.network, title.clone()).status(problem.status()).breadcrumb(breadcrumb(
        l,
        &minutes.room.network,
        way,
    ));
    let (minutes, text, problem) = (minutes.clone(), text.clone(), problem.clone());
    draft.render(move || {
        let languages =
            Locale::ALL.iter().map(|language| Choice::new(language.as_str(), crate::context::language_name(*language))).collect();
        let notes = minutes.room.items.iter().map(|item| {
            let label = t!(l, "minutes-note", number = item.number, title = item.title.clone());
            let value = text.notes.get(&item.id).cloned().unwrap_or_default();
            view! { <TextArea name=format!("note-{}", item.id) label=label value=value rows=4/> }
        });
        let notes = notes.collect_view();
        view! {
            <PageHeader title=title kicker=minutes.room.title.clone() lead=t!(l, "minutes-edit-lead")/>
            {summary(l, &problem)}
            <PostForm action=format!("{path}/minutes/edit")>
                <input type="hidden" name="version" value=minutes.version.to_string()/>
                <Select name="locale" label=t!(l, "minutes-language") options=languages selected=minutes.locale.as_str()/>
                <TextArea name="opening" label=t!(l, "minutes-opening") value=text.opening.clone() rows=6 error=problem.field(l, "opening")/>
                {notes}
                <TextArea name="closing" label=t!(l, "minutes-closing") value=text.closing.clone() rows=4 error=problem.field(l, "closing")/>
                <FormActions><SubmitButton text=t!(l, "save")/></FormActions>
            </PostForm>
        }
    })
}
