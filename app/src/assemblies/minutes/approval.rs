//! Putting the approval of minutes on the agenda of an assembly in preparation.

use axum::{
    extract::{Form, Path},
    response::Response,
};
use domain::ids::AssemblyId;
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::assemblies::{Approvable, Room};
use uuid::Uuid;

use crate::{
    assemblies::{Address, breadcrumb, summary},
    context::{Answer, Cx, done},
    problems::{FormProblem, on_form},
    ui::{Choice, EmptyState, FormActions, PageHeader, PageLink, PostForm, Select, SubmitButton},
};

/// What the form says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ApprovalForm {
    minutes: String,
}

/// The form.
pub async fn show(cx: Cx, Path(address): Path<Address>) -> Answer {
    let room = address.room(&cx).await?;
    let found = cx.services().approvable_minutes(cx.viewer(), room.id).await?;
    Ok(page(&cx, &address, &room, found, &ApprovalForm::default(), &FormProblem::default()))
}

/// Adds the item.
pub async fn add(cx: Cx, Path(address): Path<Address>, Form(form): Form<ApprovalForm>) -> Answer {
    let room = address.room(&cx).await?;
    let of = form.minutes.parse::<Uuid>().ok().map(AssemblyId);
    Ok(match on_form(cx.services().put_minutes_to_approval(cx.viewer(), room.id, of).await)? {
        Ok(_) => done(&address.path(), "approval-added"),
        Err(problem) => {
            let found = cx.services().approvable_minutes(cx.viewer(), room.id).await?;
            page(&cx, &address, &room, found, &form, &problem)
        }
    })
}

fn page(
    cx: &Cx,
    address: &Address,
    room: &Room,
    found: Vec<Approvable>,
    form: &ApprovalForm,
    problem: &FormProblem,
) -> Response {
    let l = cx.locale();
    let path = address.path();
    let action = format!("{path}/minutes-approval");
    let title = t!(l, "approval");
    let way = vec![PageLink::new(&path, room.title.clone()), PageLink::new(&action, title.clone())];
    let draft = cx.network_page(&room.network, title.clone()).status(problem.status()).breadcrumb(breadcrumb(
        l,
        &room.network,
        way,
    ));
    let (kicker, selected, problem) = (room.title.clone(), form.minutes.clone(), problem.clone());
    draft.render(move || {
        let (problems, error) = (summary(l, &problem), problem.field(l, "minutes"));
        let body = if found.is_empty() {
            view! { <EmptyState title=t!(l, "approval-none-title") text=t!(l, "approval-none")/> }.into_any()
        } else {
            let options = found.into_iter().map(|found| {
                let text = t!(
                    l,
                    "approval-minutes-choice",
                    title = found.title,
                    date = i18n::date(l, found.held_on),
                    version = found.version
                );
                Choice::new(found.assembly.to_string(), text)
            });
            let options = options.collect();
            view! {
                <PostForm action=action>
                    <Select name="minutes" label=t!(l, "approval-minutes") options=options selected=selected empty=t!(l, "signing-choose") error=error/>
                    <FormActions><SubmitButton text=t!(l, "approval-add")/></FormActions>
                </PostForm>
            }
            .into_any()
        };
        view! {
            <PageHeader title=title kicker=kicker lead=t!(l, "approval-lead")/>
            {problems}
            {body}
        }
    })
}
