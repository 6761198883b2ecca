//! The forms of needs: what an association states, and the collection in which it does.

use axum::{Form, extract::Path};
use domain::{locale::Locale, trainings::needs::Topic};
use i18n::t;
use leptos::prelude::*;
use services::{
    networks::Network,
    trainings::{NeedCollectionForm, NeedForm, NeedLine, NeedsPage},
};

use super::{CollectionAddress, NeedAddress, here, title, way_to};
use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered},
    trainings::forms::organized,
    ui::*,
};

/// A need as it was typed.
pub fn need_form(entries: &Entries) -> NeedForm {
    NeedForm {
        organization: entries.text("organization"),
        training: entries.text("training"),
        subject: entries.text("subject"),
        people: entries.text("people"),
        preference: entries.text("preference"),
        reasons: entries.text("reasons"),
        version: entries.text("version").parse().ok(),
    }
}

/// A need as its form would hold it.
pub fn entries_of(line: &NeedLine) -> Entries {
    let entries = Entries::default()
        .with("organization", line.organization)
        .with("people", line.people)
        .with("preference", &line.preference)
        .with("reasons", &line.reasons)
        .with("version", line.version);
    match &line.stated {
        Topic::Training { training } => entries.with("training", training),
        Topic::Subject { subject } => entries.with("subject", subject),
    }
}

/// The form of a need.
pub fn need_fields(l: Locale, action: &str, page: &NeedsPage, filled: &Filled, there: bool) -> impl IntoView + use<> {
    let required = t!(l, "required");
    let employers: Vec<Choice> =
        page.employers.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect();
    let organization = match employers.as_slice() {
        [only] => {
            let (value, text) = (only.value.clone(), t!(l, "needs-for", association = only.label.as_str()));
            view! { <input type="hidden" name="organization" value=value/><p>{text}</p> }.into_any()
        }
        // Whose need it is does not change.
        _ if there => {
            let value = filled.text("organization");
            view! { <input type="hidden" name="organization" value=value/> }.into_any()
        }
        _ => view! {
            <Select name="organization" label=t!(l, "needs-association") options=employers selected=filled.text("organization")/>
        }
        .into_any(),
    };
    let trainings = page.trainings.iter().map(|(id, title)| Choice::new(id.to_string(), title.clone())).collect();
    let (version, action) = (filled.text("version"), action.to_owned());
    let field = |name: &'static str, label: String, hint: Option<String>| {
        view! { <Field name=name label=label value=filled.text(name) hint=hint error=filled.error(l, name)/> }
    };
    let area = |name: &'static str, label: String, hint: String| {
        view! { <TextArea name=name label=label value=filled.text(name) rows=3 hint=hint error=filled.error(l, name)/> }
    };
    let fields = view! {
        <Select name="training" label=t!(l, "needs-training") options=trainings selected=filled.text("training") empty=t!(l, "needs-training-none") error=filled.error(l, "training")/>
        {field("subject", t!(l, "needs-other-subject"), Some(t!(l, "needs-other-subject-hint")))}
        <Field name="people" label=t!(l, "needs-how-many") value=filled.text("people") inputmode="numeric" width=FieldWidth::Short error=filled.error(l, "people") required=required/>
        {area("preference", t!(l, "needs-preference"), t!(l, "needs-preference-hint"))}
        {area("reasons", t!(l, "needs-reasons"), t!(l, "needs-reasons-hint"))}
    };
    let submit = if there { t!(l, "save") } else { t!(l, "needs-state-submit") };
    view! {
        <PostForm action>
            <input type="hidden" name="version" value=version/>
            {organization}
            {fields}
            <FormActions><SubmitButton text=submit/></FormActions>
        </PostForm>
    }
}

/// The page on which a need is changed.
pub fn show_need(cx: &Cx, network: &Network, address: &NeedAddress, page: &NeedsPage, filled: Filled) -> Answer {
    let l = cx.locale();
    let heading = t!(l, "needs-edit");
    let back = here(network, address.collection);
    let rest = vec![PageLink::new(&back, title(l, &page.collection)), PageLink::new(cx.path(), heading.clone())];
    let draft = cx.network_page(network, heading.clone()).breadcrumb(way_to(l, network, rest));
    let action = cx.path().to_owned();
    Ok(filled.on(l, draft).render(move || {
        view! {
            <PageHeader title=heading/>
            {filled.summary(l)}
            {need_fields(l, &action, page, &filled, true)}
        }
    }))
}

fn collection_form(entries: &Entries) -> NeedCollectionForm {
    NeedCollectionForm {
        year: entries.text("year"),
        introduction: entries.text("introduction"),
        closes_on: entries.text("closes_on"),
        version: entries.text("version").parse().ok(),
    }
}

/// The empty form of a collection.
pub async fn new_collection(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = organized(&cx, &slug).await?;
    let today = services::day_in(network.zone, cx.services().now());
    let entries = Entries::default().with("year", chrono::Datelike::year(&today) + 1);
    show_collection(&cx, &network, None, Filled::first(entries))
}

/// Opens a collection.
pub async fn collect(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let network = organized(&cx, &slug).await?;
    let form = collection_form(&entries);
    match answered(cx.services().collect_needs(cx.viewer(), &network, &form).await, entries)? {
        Ok(id) => Ok(done(&here(&network, id), "needs-collected")),
        Err(filled) => show_collection(&cx, &network, None, filled),
    }
}

/// The form of a collection.
pub async fn edit_collection(cx: Cx, Path(address): Path<CollectionAddress>) -> Answer {
    let network = organized(&cx, &address.network).await?;
    let page = cx.services().training_needs(cx.viewer(), &network, address.collection).await?;
    let last = page.collection.closes_at - chrono::TimeDelta::seconds(1);
    let entries = Entries::default()
        .with("year", page.collection.year)
        .with("introduction", &page.collection.introduction)
        .with("closes_on", services::day_in(network.zone, last))
        .with("version", page.collection.version);
    show_collection(&cx, &network, Some(&page), Filled::first(entries))
}

/// Changes a collection.
pub async fn save_collection(cx: Cx, Path(address): Path<CollectionAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = organized(&cx, &address.network).await?;
    let page = cx.services().training_needs(cx.viewer(), &network, address.collection).await?;
    let form = collection_form(&entries);
    let changed = cx.services().change_need_collection(cx.viewer(), &network, address.collection, &form).await;
    match answered(changed, entries)? {
        Ok(()) => Ok(done(&here(&network, address.collection), "saved")),
        Err(filled) => show_collection(&cx, &network, Some(&page), filled),
    }
}

fn show_collection(cx: &Cx, network: &Network, page: Option<&NeedsPage>, filled: Filled) -> Answer {
    let l = cx.locale();
    let heading = if page.is_some() { t!(l, "needs-collection-edit") } else { t!(l, "needs-collect") };
    let back =
        page.map_or_else(|| format!("/n/{}/trainings/needs", network.slug), |page| here(network, page.collection.id));
    let mut rest: Vec<PageLink> =
        page.map(|page| PageLink::new(&back, title(l, &page.collection))).into_iter().collect();
    rest.push(PageLink::new(cx.path(), heading.clone()));
    let draft = cx.network_page(network, heading.clone()).breadcrumb(way_to(l, network, rest));
    let action = cx.path().to_owned();
    Ok(filled.on(l, draft).render(move || {
        let required = t!(l, "required");
        let version = filled.text("version");
        view! {
            <PageHeader title=heading/>
            {filled.summary(l)}
            <PostForm action>
                <input type="hidden" name="version" value=version/>
                <Field name="year" label=t!(l, "needs-year") value=filled.text("year") inputmode="numeric" width=FieldWidth::Short error=filled.error(l, "year") required=required.clone()/>
                <Field name="closes_on" label=t!(l, "needs-last-day") kind="date" value=filled.text("closes_on") width=FieldWidth::Short error=filled.error(l, "closes_on") required=required/>
                <TextArea name="introduction" label=t!(l, "needs-introduction") value=filled.text("introduction") rows=4 hint=t!(l, "needs-introduction-hint") error=filled.error(l, "introduction")/>
                <FormActions>
                    <SubmitButton text=t!(l, "save")/>
                    <ActionLink href=back text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
    }))
}
