//! What hangs on an organization: its names over time, its sites, what it declares about itself.

use axum::{Form, extract::Path};
use domain::colleges::Figure;
use i18n::t;
use leptos::prelude::*;
use services::organizations::{FigureForm, NameForm, Organization, SiteForm};
use uuid::Uuid;

use super::{
    forms::country_field,
    overview::{page, today},
    words,
};
use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered, choices},
    ui::*,
};

/// Its names over time.
pub async fn names(cx: Cx, Path(slug): Path<String>) -> Answer {
    let organization = cx.services().organization(cx.viewer(), &slug).await?;
    let filled = Filled::first(Entries::default().with("valid_from", today(&cx)));
    show_names(&cx, &organization, filled)
}

/// Adds a name.
pub async fn add_name(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let organization = cx.services().organization(cx.viewer(), &slug).await?;
    let form = NameForm {
        name: entries.text("name"),
        short_name: entries.text("short_name"),
        valid_from: entries.text("valid_from"),
        reason: entries.text("reason"),
    };
    match answered(cx.services().name_organization(cx.viewer(), organization.id, &form).await, entries)? {
        Ok(()) => Ok(done(cx.path(), "saved")),
        Err(filled) => show_names(&cx, &organization, filled),
    }
}

fn show_names(cx: &Cx, organization: &Organization, filled: Filled) -> Answer {
    let l = cx.locale();
    let title = t!(l, "organizations-names");
    let draft = filled.on(l, page(cx, organization, &title));
    let action = format!("/o/{}/names", organization.slug);
    let moments: Vec<Moment> = organization
        .names
        .iter()
        .map(|name| {
            let text = match &name.short_name {
                Some(short) => format!("{} ({short})", name.name),
                None => name.name.clone(),
            };
            let since = t!(l, "since", date = i18n::date(l, name.valid_from));
            Moment { at: name.valid_from.to_string(), when: since, content: text.into_any() }
        })
        .collect();
    Ok(draft.render(move || {
        let required = t!(l, "required");
        view! {
            <PageHeader title lead=t!(l, "organizations-names-lead")/>
            {filled.summary(l)}
            <Timeline moments/>
            <Section title=t!(l, "organizations-new-name")>
                <PostForm action>
                    <Field name="name" label=t!(l, "name") value=filled.text("name") error=filled.error(l, "name") required=required.clone()/>
                    <Field name="short_name" label=t!(l, "memberships-short-name") value=filled.text("short_name") hint=t!(l, "organizations-short-name-hint") error=filled.error(l, "short_name")/>
                    <Field name="valid_from" label=t!(l, "from-date") kind="date" width=FieldWidth::Short value=filled.text("valid_from") error=filled.error(l, "valid_from") required/>
                    <TextArea name="reason" label=t!(l, "organizations-reason") rows=2 value=filled.text("reason") hint=t!(l, "organizations-reason-hint") error=filled.error(l, "reason")/>
                    <FormActions><SubmitButton text=t!(l, "save")/></FormActions>
                </PostForm>
            </Section>
        }
    }))
}

/// Its sites.
pub async fn sites(cx: Cx, Path(slug): Path<String>) -> Answer {
    let organization = cx.services().organization(cx.viewer(), &slug).await?;
    let filled = Filled::first(Entries::default().with("country", &organization.country));
    show_sites(&cx, &organization, filled, None)
}

/// Adds a site.
pub async fn add_site(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let organization = cx.services().organization(cx.viewer(), &slug).await?;
    let form = SiteForm {
        label: entries.text("label"),
        street: entries.text("street"),
        postal_code: entries.text("postal_code"),
        city: entries.text("city"),
        country: entries.text("country"),
        opened_on: entries.text("opened_on"),
    };
    match answered(cx.services().open_site(cx.viewer(), organization.id, &form).await, entries)? {
        Ok(_) => Ok(done(&format!("/o/{slug}/sites"), "saved")),
        Err(filled) => show_sites(&cx, &organization, filled, None),
    }
}

/// Closes a site.
pub async fn close_site(cx: Cx, Path((slug, site)): Path<(String, Uuid)>, Form(entries): Form<Entries>) -> Answer {
    let organization = cx.services().organization(cx.viewer(), &slug).await?;
    let on = entries.text("closed_on");
    match answered(cx.services().close_site(cx.viewer(), organization.id, site, &on).await, entries)? {
        Ok(()) => Ok(done(&format!("/o/{slug}/sites"), "saved")),
        Err(filled) => show_sites(&cx, &organization, filled, Some(site)),
    }
}

fn show_sites(cx: &Cx, organization: &Organization, filled: Filled, closing: Option<Uuid>) -> Answer {
    let l = cx.locale();
    let today = today(cx);
    let title = t!(l, "organizations-sites");
    let draft = filled.on(l, page(cx, organization, &title));
    let base = format!("/o/{}/sites", organization.slug);
    let mut columns = words::site_columns(l);
    columns.push(Column::actions(t!(l, "actions")));
    let rows: Vec<Vec<Cell>> = organization
        .sites
        .iter()
        .map(|site| {
            let mut cells = words::site_row(l, site, today);
            let form = site.closed_on.is_none().then(|| {
                let refused = closing == Some(site.id);
                let value = if refused { filled.text("closed_on") } else { today.to_string() };
                let error = refused.then(|| filled.error(l, "closed_on")).flatten();
                let action = format!("{base}/{}", site.id);
                // The error summary leads to the field that was refused, and to no other.
                let id = if refused { "field-closed_on".to_owned() } else { format!("closed-{}", site.id) };
                let about = site.label.clone();
                view! {
                    <Disclosure summary=t!(l, "organizations-close") open=refused>
                        <PostForm action>
                            <Field name="closed_on" id=id label=t!(l, "organizations-last-day") kind="date" width=FieldWidth::Short value error/>
                            <FormActions><SubmitButton text=t!(l, "organizations-close-submit") kind=ActionKind::Secondary about/></FormActions>
                        </PostForm>
                    </Disclosure>
                }
            });
            cells.push(Cell::view(form));
            cells
        })
        .collect();
    let new = if closing.is_some() {
        Filled::first(Entries::default().with("country", &organization.country))
    } else {
        filled.clone()
    };
    Ok(draft.render(move || {
        let table = if rows.is_empty() {
            view! { <EmptyState title=t!(l, "organizations-no-sites-title") text=t!(l, "organizations-no-sites")/> }.into_any()
        } else {
            view! { <DataTable caption=t!(l, "organizations-sites") caption_hidden=true columns rows/> }.into_any()
        };
        let required = t!(l, "required");
        view! {
            <PageHeader title lead=t!(l, "organizations-sites-lead")/>
            {filled.summary(l)}
            {table}
            <Section title=t!(l, "organizations-new-site")>
                <PostForm action=base>
                    <Field name="label" label=t!(l, "organizations-site") value=new.text("label") hint=t!(l, "organizations-site-hint") error=new.error(l, "label") required=required.clone()/>
                    <Field name="street" label=t!(l, "organizations-street") value=new.text("street") error=new.error(l, "street")/>
                    <Field name="postal_code" label=t!(l, "organizations-postal-code") width=FieldWidth::Short value=new.text("postal_code") error=new.error(l, "postal_code")/>
                    <Field name="city" label=t!(l, "organizations-city") value=new.text("city") error=new.error(l, "city") required/>
                    {country_field(l, &new)}
                    <Field name="opened_on" label=t!(l, "organizations-opened-on") kind="date" width=FieldWidth::Short value=new.text("opened_on") error=new.error(l, "opened_on")/>
                    <FormActions><SubmitButton text=t!(l, "organizations-add-site")/></FormActions>
                </PostForm>
            </Section>
        }
    }))
}

/// What it declares about itself.
pub async fn figures(cx: Cx, Path(slug): Path<String>) -> Answer {
    let organization = cx.services().organization(cx.viewer(), &slug).await?;
    let filled = Filled::first(Entries::default().with("as_of", today(&cx)));
    show_figures(&cx, &organization, filled)
}

/// Declares a figure.
pub async fn declare(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let organization = cx.services().organization(cx.viewer(), &slug).await?;
    let form =
        FigureForm { figure: entries.text("figure"), value: entries.text("value"), as_of: entries.text("as_of") };
    match answered(cx.services().declare_figure(cx.viewer(), organization.id, &form).await, entries)? {
        Ok(()) => Ok(done(cx.path(), "saved")),
        Err(filled) => show_figures(&cx, &organization, filled),
    }
}

fn show_figures(cx: &Cx, organization: &Organization, filled: Filled) -> Answer {
    let l = cx.locale();
    let title = t!(l, "organizations-figures");
    let draft = filled.on(l, page(cx, organization, &title));
    let action = format!("/o/{}/figures", organization.slug);
    let table = words::figures(l, organization).into_any();
    let figures = choices(Figure::ALL, |figure| words::figure(l, figure));
    Ok(draft.render(move || {
        let required = t!(l, "required");
        let as_of = if filled.taken("as_of") {
            Some(t!(l, "organizations-as-of-taken"))
        } else {
            filled.error(l, "as_of")
        };
        view! {
            <PageHeader title lead=t!(l, "organizations-figures-lead")/>
            {filled.summary(l)}
            {table}
            <Section title=t!(l, "organizations-new-figure")>
                <PostForm action>
                    <Select name="figure" label=t!(l, "organizations-figure") options=figures selected=filled.text("figure") empty=t!(l, "choose-one") error=filled.error(l, "figure") required=required.clone()/>
                    <Field name="value" label=t!(l, "organizations-value") width=FieldWidth::Short inputmode="numeric" value=filled.text("value") error=filled.error(l, "value") required=required.clone()/>
                    <Field name="as_of" label=t!(l, "organizations-as-of") kind="date" width=FieldWidth::Short value=filled.text("as_of") hint=t!(l, "organizations-as-of-hint") error=as_of required/>
                    <FormActions><SubmitButton text=t!(l, "organizations-declare")/></FormActions>
                </PostForm>
            </Section>
        }
    }))
}
