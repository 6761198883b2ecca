//! Which associations come first where seats are given out after the close: seen by all, set by those who organize.

use axum::{Form, extract::Path};
use domain::{
    access::{Action, Scope},
    ids::OrganizationId,
};
use i18n::t;
use leptos::prelude::*;
use services::{
    Error,
    networks::Network,
    trainings::{Priority, PriorityForm},
};

use super::catalogue::way;
use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered},
    ui::*,
};

/// The page.
pub async fn show(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = cx.services().network(cx.viewer(), &slug).await?;
    page(&cx, &network, Filled::first(Entries::default().with("priority", 1))).await
}

/// Gives a priority.
pub async fn set(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let form = PriorityForm { name: entries.text("name"), priority: entries.text("priority") };
    match answered(cx.services().set_training_priority(cx.viewer(), &network, &form).await, entries)? {
        Ok(()) => Ok(done(cx.path(), "saved")),
        Err(filled) => page(&cx, &network, filled).await,
    }
}

/// Takes one away.
pub async fn remove(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &slug).await?;
    cx.viewer().require(Action::OrganizeTrainings, Scope::Network(network.id))?;
    let organization = entries.text("organization").parse().map(OrganizationId).map_err(|_| Error::NotFound)?;
    cx.services().drop_training_priority(cx.viewer(), &network, organization).await?;
    Ok(done(&format!("/n/{slug}/trainings/priorities"), "saved"))
}

async fn page(cx: &Cx, network: &Network, filled: Filled) -> Answer {
    let l = cx.locale();
    let found = cx.services().training_priorities(cx.viewer(), network).await?;
    let organizes = super::may_organize(cx, network);
    let here = format!("/n/{}/trainings/priorities", network.slug);
    let title = t!(l, "trainings-priorities");
    let way = way(l, network, vec![PageLink::new(&here, title.clone())]);
    let draft = cx.network_page(network, title.clone()).breadcrumb(way);
    Ok(filled.on(l, draft).render(move || {
        let list = if found.is_empty() {
            view! { <p>{t!(l, "trainings-priorities-none")}</p> }.into_any()
        } else {
            let mut columns = vec![
                Column::text(t!(l, "column-association")),
                Column::number(t!(l, "trainings-priority")),
            ];
            if organizes {
                columns.push(Column::actions(t!(l, "actions")));
            }
            let row = |Priority { organization, name, priority }: &Priority| {
                let mut cells = vec![Cell::text(name.clone()), Cell::text(priority.to_string())];
                if organizes {
                    let entries = vec![("organization".to_owned(), organization.to_string())];
                    let (action, about) = (format!("{here}/remove"), name.clone());
                    cells.push(Cell::view(view! {
                        <PostButton action=action text=t!(l, "trainings-priority-remove") kind=ActionKind::Quiet entries=entries about=about/>
                    }));
                }
                cells
            };
            let rows = found.iter().map(row).collect();
            view! { <DataTable caption=t!(l, "trainings-priorities") caption_hidden=true columns rows/> }.into_any()
        };
        let summary = filled.summary(l);
        let form = organizes.then(|| {
            let required = t!(l, "required");
            let action = here.clone();
            view! {
                <Section title=t!(l, "trainings-priority-add") id="add">
                    <PostForm action>
                        <Field name="name" label=t!(l, "column-association") value=filled.text("name") hint=t!(l, "trainings-priority-name-hint") error=filled.error(l, "name") required=required.clone()/>
                        <Field name="priority" label=t!(l, "trainings-priority") value=filled.text("priority") inputmode="numeric" width=FieldWidth::Short error=filled.error(l, "priority") required=required/>
                        <FormActions><SubmitButton text=t!(l, "save")/></FormActions>
                    </PostForm>
                </Section>
            }
        });
        view! {
            <PageHeader title lead=t!(l, "trainings-priorities-lead")/>
            {summary}
            {list}
            {form}
        }
    }))
}
