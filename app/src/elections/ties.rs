//! A tie that the assembly decides: the run-off, or its own decision with the reason.

use axum::extract::{Form, Path};
use domain::{assemblies::State, elections::Tied, locale::Locale};
use i18n::t;
use leptos::prelude::*;
use services::{assemblies::Room, elections::Election};

use super::show::{Sent, back, page};
use crate::{
    assemblies::{Address, PartAddress},
    context::{Answer, Cx, done},
    problems::on_form,
    ui::{
        ActionKind, ActionLink, Callout, Checkbox, FieldGroup, FormActions, PostButton, PostForm, Section,
        SubmitButton, TextArea, Tone,
    },
};

/// What was chosen, and why.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    names: Vec<String>,
    reason: String,
}

impl Chosen {
    fn read(form: Vec<(String, String)>) -> Self {
        let mut chosen = Self::default();
        for (name, value) in form {
            match name.as_str() {
                "chosen" => chosen.names.push(value),
                "reason" => chosen.reason = value,
                _ => {}
            }
        }
        chosen
    }
}

/// The chain of an election and its run-off, as links.
pub fn chain(l: Locale, path: &str, election: &Election) -> impl IntoView + use<> {
    let link = |item: uuid::Uuid, says: String, text: String| {
        let href = format!("{path}/elections/{item}");
        view! { <Callout><p>{says}</p><p><ActionLink href=href text=text kind=ActionKind::Quiet/></p></Callout> }
    };
    let first = election.runoff_of.map(|first| link(first, t!(l, "lists-runoff-of"), t!(l, "lists-runoff-first")));
    let next = election.runoff.map(|next| link(next, t!(l, "lists-runoff-follows"), t!(l, "lists-runoff-see")));
    view! { {first}{next} }
}

/// What whoever runs the assembly does with a tie.
pub fn tie(l: Locale, here: &str, room: &Room, election: &Election, sent: &Sent) -> Option<AnyView> {
    let declared = election.declared.as_ref().filter(|_| election.runoff.is_none())?;
    let Tied { between, seats } = declared.tie(&election.paper)?;
    let told = t!(l, "lists-tie-text", names = i18n::list(l, &between), seats = seats);
    if room.state != State::Open {
        let over = t!(l, "lists-tie-session-over");
        return Some(
            view! { <Section title=t!(l, "lists-tie") id="tie"><p>{told}</p><p>{over}</p></Section> }.into_any(),
        );
    }
    let typed = sent.chosen.clone();
    let boxes = between.into_iter().enumerate().map(|(at, name)| {
        let checked = typed.names.contains(&name);
        view! { <Checkbox name="chosen" id=format!("chosen-{at}") label=name.clone() value=name checked=checked/> }
    });
    let boxes = boxes.collect_view();
    let wrong = sent.problem.field(l, "reason");
    let (hold, decide) = (format!("{here}/runoff"), format!("{here}/decide"));
    Some(
        view! {
            <Section title=t!(l, "lists-tie") id="tie">
                <Callout tone=Tone::Attention><p>{told}</p></Callout>
                <p>{t!(l, "lists-runoff-hint")}</p>
                <PostButton action=hold text=t!(l, "lists-runoff-hold")/>
                <PostForm action=decide>
                    <p>{t!(l, "lists-decide-hint")}</p>
                    <FieldGroup legend=t!(l, "lists-decide-who", seats = seats)>{boxes}</FieldGroup>
                    <TextArea name="reason" label=t!(l, "lists-decide-reason") value=typed.reason rows=3 required=t!(l, "required") error=wrong/>
                    <FormActions><SubmitButton text=t!(l, "lists-decide") kind=ActionKind::Secondary/></FormActions>
                </PostForm>
            </Section>
        }
        .into_any(),
    )
}

/// Whoever runs the assembly opens a run-off.
pub async fn runoff(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    let address = Address::from(&part);
    let room = address.room(&cx).await?;
    match on_form(cx.services().hold_runoff(cx.viewer(), room.id, part.part).await)? {
        Ok(item) => Ok(done(&format!("{}/elections/{item}", address.path()), "runoff-opened")),
        Err(problem) => page(&cx, &part, Sent { problem, ..Sent::default() }).await,
    }
}

/// The assembly's decision is written down.
pub async fn decide(cx: Cx, Path(part): Path<PartAddress>, Form(form): Form<Vec<(String, String)>>) -> Answer {
    let room = Address::from(&part).room(&cx).await?;
    let chosen = Chosen::read(form);
    let (names, reason) = (chosen.names.clone(), chosen.reason.clone());
    let result = cx.services().decide_tie(cx.viewer(), room.id, part.part, names, reason).await;
    match on_form(result)? {
        Ok(_) => back(&cx, &part, Ok(()), "tie-decided").await,
        Err(problem) => page(&cx, &part, Sent { problem, chosen, ..Sent::default() }).await,
    }
}
