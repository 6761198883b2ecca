//! The floor in the room: the item that the assembly is at, who asks to speak, and what the chair does.

use axum::extract::{Form, Path};
use domain::{
    access::{Action, Scope},
    assemblies::State,
    ids::OrganizationId,
    locale::Locale,
    polls::CastAs,
    speakers::{RequestKind, SpeakerList, SpeakingOrder, SpeakingRule},
};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    Error, FieldError, FieldProblem,
    assemblies::{Asks, FloorStep, Item, MyVoice, Room, Speech},
};
use uuid::Uuid;

use super::{Address, live::speaker, participation, room::act};
use crate::{
    context::{Answer, Cx},
    ui::{
        ActionKind, Checkbox, Choice, Disclosure, Field, FieldWidth, FormActions, PostButton, PostForm, Section,
        Select, SubmitButton,
    },
};

/// The longest speech that can be set, in minutes.
const LONGEST: u32 = 120;

/// The part of the room's page; nothing before the session and after it.
pub fn section(l: Locale, path: &str, room: &Room) -> Option<impl IntoView + use<>> {
    if room.state != State::Open {
        return None;
    }
    let written_in = room.network.locale.to_string();
    let item = match room.called_item() {
        Some(item) => {
            let title = format!("{}. {}", item.number, item.title);
            view! { <p><strong lang=written_in>{title}</strong></p> }.into_any()
        }
        None => view! { <p>{t!(l, "floor-no-item")}</p> }.into_any(),
    };
    let speaking = room.floor.speaking.as_ref().map(|speech| {
        let since = speech.began_at.map(|at| i18n::time(l, room.network.zone, at)).unwrap_or_default();
        view! { <p>{t!(l, "floor-speaks-since", speaker = speaker(l, speech), time = since)}</p> }
    });
    let lines = room.floor.waiting.iter().map(|speech| view! { <li>{speaker(l, speech)}</li> });
    let waiting = match room.floor.waiting.len() {
        0 => view! { <p class="hint">{t!(l, "floor-nobody-waits")}</p> }.into_any(),
        _ => view! { <p>{t!(l, "floor-waiting")}</p> <ol class="speakers">{lines.collect_view()}</ol> }.into_any(),
    };
    let rule = rule_in_words(l, room.floor.rule);
    let asking = room.floor.item.is_some().then(|| asking(l, path, room));
    let chair = room.may_run.then(|| chair(l, path, room));
    Some(view! {
        <Section title=t!(l, "floor") id="floor">
            {item}
            {speaking}
            {waiting}
            <p class="hint">{rule}</p>
            {asking}
            {chair}
        </Section>
    })
}

/// How the floor is given, in a sentence or two.
fn rule_in_words(l: Locale, rule: SpeakingRule) -> String {
    let mut sentences = vec![match rule.order {
        SpeakingOrder::FirstCome => t!(l, "floor-rule-first-come"),
        SpeakingOrder::Alternating => t!(l, "floor-rule-alternating"),
    }];
    if rule.new_voices_first {
        sentences.push(t!(l, "floor-rule-new-voices"));
    }
    if let Some(seconds) = rule.seconds {
        sentences.push(t!(l, "floor-rule-time", minutes = seconds.div_ceil(60)));
    }
    sentences.join(" ")
}

/// What someone who is there can do: ask, or take the request back.
fn asking(l: Locale, path: &str, room: &Room) -> impl IntoView + use<> {
    let voices: Vec<&MyVoice> =
        room.mine.iter().filter(|voice| voice.here && matches!(voice.cast_as, CastAs::Own)).collect();
    let own = room.floor.waiting.iter().enumerate().filter(|(_, speech)| Some(speech.person) == room.viewer);
    let own: Vec<(usize, Speech)> = own.map(|(place, speech)| (place + 1, speech.clone())).collect();
    let waits = |kind: RequestKind| own.iter().any(|(_, speech)| speech.kind == kind);
    let speech = (!voices.is_empty() && !waits(RequestKind::Speech) && room.floor.list_open)
        .then(|| ask_form(l, path, room, &voices));
    let closed = (!room.floor.list_open).then(|| view! { <p class="hint">{t!(l, "floor-list-closed")}</p> });
    let point = voices.first().filter(|_| !waits(RequestKind::PointOfOrder)).map(|voice| {
        let entries = vec![
            ("organization".to_owned(), voice.organization.to_string()),
            ("kind".to_owned(), RequestKind::PointOfOrder.to_string()),
        ];
        view! { <PostButton action=format!("{path}/floor/ask") text=t!(l, "floor-point-of-order") kind=ActionKind::Quiet entries=entries/> }
    });
    let own = own.into_iter().map(|(place, speech)| {
        let entries = vec![("request".to_owned(), speech.id.to_string())];
        let about = speaker(l, &speech);
        view! {
            <p role="status">{t!(l, "floor-your-place", place = place)}</p>
            <PostButton action=format!("{path}/floor/withdraw") text=t!(l, "floor-withdraw") kind=ActionKind::Quiet entries=entries about=about/>
        }
    });
    let own = own.collect_view();
    let attending = participation::asking(l, path, room);
    view! { {own} {speech} {closed} {point} {attending} }
}

fn ask_form(l: Locale, path: &str, room: &Room, voices: &[&MyVoice]) -> AnyView {
    let action = format!("{path}/floor/ask");
    let alternating = room.floor.rule.order == SpeakingOrder::Alternating;
    if let ([voice], false) = (voices, alternating) {
        let entries = vec![("organization".to_owned(), voice.organization.to_string())];
        return view! { <PostButton action=action text=t!(l, "floor-ask") kind=ActionKind::Secondary entries=entries/> }
            .into_any();
    }
    let organizations = voices.iter().map(|voice| Choice::new(voice.organization.to_string(), voice.name.clone()));
    let organizations: Vec<Choice> = organizations.collect();
    let lists = SpeakerList::ALL.iter().map(|list| Choice::new(list.as_str(), speaker_list(l, *list))).collect();
    let list = alternating.then(|| {
        view! { <Select name="list" id="floor-list" label=t!(l, "floor-list") hint=t!(l, "floor-list-hint") options=lists selected=SpeakerList::Unstated.as_str()/> }
    });
    view! {
        <PostForm action=action>
            <Select name="organization" id="floor-organization" label=t!(l, "floor-for") options=organizations/>
            {list}
            <FormActions><SubmitButton text=t!(l, "floor-ask") kind=ActionKind::Secondary/></FormActions>
        </PostForm>
    }
    .into_any()
}

pub(super) fn speaker_list(l: Locale, list: SpeakerList) -> String {
    match list {
        SpeakerList::Women => t!(l, "floor-list-women"),
        SpeakerList::Men => t!(l, "floor-list-men"),
        SpeakerList::Unstated => t!(l, "floor-list-unstated"),
    }
}

/// What the chair does: the next item, the next speaker, the list, the rule.
fn chair(l: Locale, path: &str, room: &Room) -> impl IntoView + use<> {
    let step = format!("{path}/floor");
    let button = |name: &str, value: String, text: String, kind: ActionKind, about: String| {
        let entries = vec![("step".to_owned(), name.to_owned()), ("target".to_owned(), value)];
        view! { <PostButton action=step.clone() text=text kind=kind entries=entries about=about/> }
    };
    let speaking = room.floor.speaking.as_ref();
    let after = speaking.map(|speech| speech.id.to_string()).unwrap_or_default();
    let next =
        room.floor.waiting.first().map(|speech| {
            button("next", after.clone(), t!(l, "floor-next"), ActionKind::Secondary, speaker(l, speech))
        });
    let end =
        speaking.map(|speech| button("end", after.clone(), t!(l, "floor-end"), ActionKind::Quiet, speaker(l, speech)));
    let list = room.floor.item.is_some().then(|| {
        let (value, text) = if room.floor.list_open {
            ("close", t!(l, "floor-close-list"))
        } else {
            ("open", t!(l, "floor-open-list"))
        };
        button("list", value.to_owned(), text, ActionKind::Quiet, String::new())
    });
    let following = following(room).map(|item| {
        let about = format!("{}. {}", item.number, item.title);
        button("item", item.id.to_string(), t!(l, "floor-call-next"), ActionKind::Secondary, about)
    });
    let others = room.items.iter().filter(|item| Some(item.id) != room.floor.item).map(|item| {
        let title = format!("{}. {}", item.number, item.title);
        let call = button("item", item.id.to_string(), t!(l, "floor-call"), ActionKind::Quiet, title.clone());
        view! { <li>{title}" "{call}</li> }
    });
    let others = others.collect_view();
    let rule = rule_form(l, path, room.floor.rule);
    view! {
        <FormActions>{next} {end} {list} {following}</FormActions>
        <Disclosure summary=t!(l, "floor-other-items")><ul class="links">{others}</ul></Disclosure>
        <Disclosure summary=t!(l, "floor-rule")>{rule}</Disclosure>
    }
}

/// The item after the one that the assembly is at.
fn following(room: &Room) -> Option<&Item> {
    let at = room.called_item().map_or(0, |item| item.number);
    room.items.iter().find(|item| item.number == at + 1)
}

fn rule_form(l: Locale, path: &str, rule: SpeakingRule) -> impl IntoView + use<> {
    let orders = vec![
        Choice::new(SpeakingOrder::FirstCome.as_str(), t!(l, "floor-order-first-come")),
        Choice::new(SpeakingOrder::Alternating.as_str(), t!(l, "floor-order-alternating")),
    ];
    let minutes = rule.seconds.map(|seconds| seconds.div_ceil(60).to_string()).unwrap_or_default();
    view! {
        <PostForm action=format!("{path}/floor/rule")>
            <Select name="order" id="floor-order" label=t!(l, "floor-order") options=orders selected=rule.order.as_str()/>
            <Checkbox name="new_voices_first" label=t!(l, "floor-new-voices") checked=rule.new_voices_first/>
            <Field name="minutes" label=t!(l, "floor-minutes") hint=t!(l, "floor-minutes-hint") kind="number" width=FieldWidth::Short value=minutes/>
            <FormActions><SubmitButton text=t!(l, "save") kind=ActionKind::Secondary/></FormActions>
        </PostForm>
    }
}

/// A request for the floor.
#[derive(Debug, Deserialize)]
pub struct AskForm {
    organization: Uuid,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    list: String,
}

impl AskForm {
    /// A button leaves out what is usual.
    fn asks(&self) -> Result<Asks, Error> {
        let usual = |word: &String, usual: &str| if word.is_empty() { usual.to_owned() } else { word.clone() };
        let kind = usual(&self.kind, RequestKind::Speech.as_str()).parse();
        let list = usual(&self.list, SpeakerList::Unstated.as_str()).parse();
        match (kind, list) {
            (Ok(kind), Ok(list)) => Ok(Asks { organization: OrganizationId(self.organization), kind, list }),
            _ => Err(Error::NotFound),
        }
    }
}

/// Someone asks for the floor.
pub async fn ask(cx: Cx, Path(address): Path<Address>, Form(form): Form<AskForm>) -> Answer {
    let room = address.room(&cx).await?;
    let result = cx.services().ask_floor(cx.viewer(), room.id, form.asks()?).await;
    act(&cx, &address, result, "floor-asked").await
}

/// Which request.
#[derive(Debug, Deserialize)]
pub struct RequestForm {
    request: Uuid,
}

/// A request is taken back.
pub async fn withdraw(cx: Cx, Path(address): Path<Address>, Form(form): Form<RequestForm>) -> Answer {
    let room = address.room(&cx).await?;
    let result = cx.services().withdraw_request(cx.viewer(), room.id, form.request).await;
    act(&cx, &address, result, "floor-withdrawn").await
}

/// What the chair does.
#[derive(Debug, Deserialize)]
pub struct StepForm {
    #[serde(default)]
    step: String,
    #[serde(default)]
    target: String,
}

impl StepForm {
    fn step(&self) -> Result<FloorStep, Error> {
        let target = || self.target.parse().map_err(|_| Error::NotFound);
        Ok(match self.step.as_str() {
            "item" => FloorStep::Item(target()?),
            "next" if self.target.is_empty() => FloorStep::Next { after: None },
            "next" => FloorStep::Next { after: Some(target()?) },
            "end" => FloorStep::End { speech: target()? },
            "list" => FloorStep::List { open: self.target == "open" },
            _ => return Err(Error::NotFound),
        })
    }
}

/// The room, for whoever runs it: nobody else hears what is wrong with the form.
async fn chaired(cx: &Cx, address: &Address) -> Result<Room, Error> {
    let room = address.room(cx).await?;
    cx.viewer().require(Action::RunAssembly, Scope::Network(room.network.id))?;
    Ok(room)
}

/// The chair moves on.
pub async fn step(cx: Cx, Path(address): Path<Address>, Form(form): Form<StepForm>) -> Answer {
    let room = chaired(&cx, &address).await?;
    let result = cx.services().step_floor(cx.viewer(), room.id, form.step()?).await;
    act(&cx, &address, result, "floor-moved").await
}

/// How the floor is given, as it was typed.
#[derive(Debug, Deserialize)]
pub struct RuleForm {
    #[serde(default)]
    order: String,
    #[serde(default)]
    new_voices_first: Option<String>,
    #[serde(default)]
    minutes: String,
}

impl RuleForm {
    fn rule(&self) -> Result<SpeakingRule, Error> {
        let order = self.order.parse().map_err(|_| FieldError::new("order", FieldProblem::NotAChoice));
        let order = order.map_err(|wrong| Error::Invalid(vec![wrong]))?;
        let seconds = match self.minutes.trim() {
            "" => None,
            minutes => match minutes.parse::<u32>() {
                Ok(minutes) if (1..=LONGEST).contains(&minutes) => Some(minutes * 60),
                _ => return Err(Error::Invalid(vec![FieldError::new("minutes", FieldProblem::NotANumber)])),
            },
        };
        Ok(SpeakingRule { order, new_voices_first: self.new_voices_first.is_some(), seconds })
    }
}

/// The chair changes how the floor is given.
pub async fn rule(cx: Cx, Path(address): Path<Address>, Form(form): Form<RuleForm>) -> Answer {
    let room = chaired(&cx, &address).await?;
    let result = match form.rule() {
        Ok(rule) => cx.services().step_floor(cx.viewer(), room.id, FloorStep::Rule(rule)).await,
        Err(refused) => Err(refused),
    };
    act(&cx, &address, result, "saved").await
}
