//! Preparing an assembly: its form, its agenda, its documents, the convocation.

use axum::{
    extract::{Form, Multipart, Path},
    http::StatusCode,
};
use chrono::{NaiveDate, NaiveTime};
use domain::{
    access::{Action, Scope},
    assemblies::{AssemblyRules, ItemKind, Kind, State, Venue},
    elections::{CollegeSeats, METHODS, Method, TieRule, statutory_unit},
    locale::Locale,
    quorum::Unit,
    statutes::Decision,
};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    Error, FieldError, FieldProblem,
    assemblies::{Item, NewAssembly, NewDocument, NewItem, Preparation, Room},
    elections::NewElection,
    networks::Network,
};

use super::{Address, PartAddress, overview::breadcrumb};
use crate::{
    context::{Answer, Cx, done, see_other},
    elections::form::{self, colleges},
    problems::{FormProblem, on_form},
    ui::{
        ActionKind, ActionLink, Callout, Choice, Choices, Disclosure, ErrorSummary, Field, FieldGroup, FieldWidth,
        FormActions, PageHeader, PageLink, PostButton, PostForm, Section, Select, SubmitButton, TextArea, Tone,
    },
};

/// What was typed into the form of an assembly, whatever it is.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AssemblyForm {
    kind: String,
    title: String,
    venue: String,
    place: String,
    remote_url: String,
    day: String,
    time: String,
}

impl AssemblyForm {
    fn of(room: &Room) -> Self {
        let starts = room.starts_at.with_timezone(&room.network.zone);
        Self {
            kind: room.kind.to_string(),
            title: room.title.clone(),
            venue: room.venue.to_string(),
            place: room.place.clone().unwrap_or_default(),
            remote_url: room.remote_url.clone().unwrap_or_default(),
            day: room.held_on.to_string(),
            time: starts.format("%H:%M").to_string(),
        }
    }

    fn read(&self) -> Result<NewAssembly, Error> {
        let mut errors = Vec::new();
        let kind =
            self.kind.parse::<Kind>().map_err(|_| errors.push(FieldError::new("kind", FieldProblem::NotAChoice)));
        let venue =
            self.venue.parse::<Venue>().map_err(|_| errors.push(FieldError::new("venue", FieldProblem::NotAChoice)));
        let day =
            self.day.parse::<NaiveDate>().map_err(|_| errors.push(FieldError::new("day", FieldProblem::NotADate)));
        let time = NaiveTime::parse_from_str(self.time.trim(), "%H:%M")
            .or_else(|_| NaiveTime::parse_from_str(self.time.trim(), "%H:%M:%S"))
            .map_err(|_| errors.push(FieldError::new("time", FieldProblem::NotADate)));
        match (kind, venue, day, time) {
            (Ok(kind), Ok(venue), Ok(day), Ok(time)) => Ok(NewAssembly {
                kind,
                title: self.title.clone(),
                venue,
                place: self.place.clone(),
                remote_url: self.remote_url.clone(),
                day,
                time,
            }),
            _ => Err(Error::Invalid(errors)),
        }
    }
}

async fn convener(cx: &Cx, slug: &str) -> Result<Network, Error> {
    let network = cx.services().network(cx.viewer(), slug).await?;
    cx.viewer().require(Action::ConveneAssembly, Scope::Network(network.id))?;
    Ok(network)
}

/// The empty form.
pub async fn new(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = convener(&cx, &slug).await?;
    let form = AssemblyForm {
        kind: Kind::Ordinary.to_string(),
        venue: Venue::Room.to_string(),
        time: "14:00".into(),
        ..AssemblyForm::default()
    };
    Ok(form_page(
        &cx,
        &network,
        format!("/n/{slug}/assemblies/new"),
        t!(cx.locale(), "assembly-new"),
        form,
        &FormProblem::default(),
    ))
}

/// Begins an assembly.
pub async fn create(cx: Cx, Path(slug): Path<String>, Form(form): Form<AssemblyForm>) -> Answer {
    let network = convener(&cx, &slug).await?;
    let result = match form.read() {
        Ok(new) => cx.services().draft_assembly(cx.viewer(), &network, new).await,
        Err(error) => Err(error),
    };
    Ok(match on_form(result)? {
        Ok(id) => see_other(&format!("/n/{slug}/assemblies/{id}")),
        Err(problem) => form_page(
            &cx,
            &network,
            format!("/n/{slug}/assemblies/new"),
            t!(cx.locale(), "assembly-new"),
            form,
            &problem,
        ),
    })
}

async fn draft(cx: &Cx, address: &Address) -> Result<Room, Error> {
    let room = address.room(cx).await?;
    cx.viewer().require(Action::ConveneAssembly, Scope::Network(room.network.id))?;
    if room.state != State::Draft {
        return Err(domain::assemblies::CourseRefused::NotNow { state: room.state }.into());
    }
    Ok(room)
}

/// The form of a draft.
pub async fn edit(cx: Cx, Path(address): Path<Address>) -> Answer {
    let room = draft(&cx, &address).await?;
    let action = format!("{}/edit", address.path());
    Ok(form_page(
        &cx,
        &room.network,
        action,
        t!(cx.locale(), "assembly-edit"),
        AssemblyForm::of(&room),
        &FormProblem::default(),
    ))
}

/// Changes a draft.
pub async fn save(cx: Cx, Path(address): Path<Address>, Form(form): Form<AssemblyForm>) -> Answer {
    let room = draft(&cx, &address).await?;
    let result = match form.read() {
        Ok(new) => cx.services().change_assembly(cx.viewer(), room.id, new).await,
        Err(error) => Err(error),
    };
    let action = format!("{}/edit", address.path());
    Ok(match on_form(result)? {
        Ok(()) => done(&address.path(), "saved"),
        Err(problem) => form_page(&cx, &room.network, action, t!(cx.locale(), "assembly-edit"), form, &problem),
    })
}

fn form_page(
    cx: &Cx,
    network: &Network,
    action: String,
    title: String,
    form: AssemblyForm,
    problem: &FormProblem,
) -> axum::response::Response {
    let l = cx.locale();
    let draft = cx.network_page(network, title.clone()).status(problem.status()).breadcrumb(breadcrumb(
        l,
        network,
        vec![PageLink::new(&action, title.clone())],
    ));
    let problem = problem.clone();
    draft.render(move || {
        let required = t!(l, "required");
        let kinds = Kind::ALL.iter().map(|kind| Choice::new(kind.as_str(), i18n::wording::kind(l, *kind))).collect();
        let venues = Venue::ALL.iter().map(|venue| Choice::new(venue.as_str(), i18n::wording::venue(l, *venue))).collect();
        view! {
            <PageHeader title=title/>
            {summary(l, &problem)}
            <PostForm action=action>
                <Choices name="kind" legend=t!(l, "assembly-kind") options=kinds selected=form.kind error=problem.field(l, "kind") required=required.clone()/>
                <Field name="title" label=t!(l, "field-title") value=form.title error=problem.field(l, "title") required=required.clone()/>
                <Field name="day" label=t!(l, "assembly-day") kind="date" width=FieldWidth::Short value=form.day error=problem.field(l, "day") required=required.clone()/>
                <Field name="time" label=t!(l, "assembly-time") kind="time" width=FieldWidth::Short value=form.time error=problem.field(l, "time") required=required.clone()/>
                <Choices name="venue" legend=t!(l, "assembly-venue") options=venues selected=form.venue error=problem.field(l, "venue") required=required.clone()/>
                <Field name="place" label=t!(l, "assembly-place") value=form.place hint=t!(l, "assembly-place-hint") error=problem.field(l, "place")/>
                <Field name="remote_url" label=t!(l, "assembly-remote") kind="url" value=form.remote_url hint=t!(l, "assembly-remote-hint") error=problem.field(l, "remote_url")/>
                <FormActions><SubmitButton text=t!(l, "save")/></FormActions>
            </PostForm>
        }
    })
}

/// What stands against a form, above it.
pub fn summary(l: Locale, problem: &FormProblem) -> impl IntoView + use<> {
    let refusal = problem
        .refusal
        .as_ref()
        .map(|refusal| crate::problems::refusal(l, refusal))
        .map(|text| view! { <Callout tone=Tone::Critical><p role="alert">{text}</p></Callout> });
    let fields: Vec<(String, String)> =
        problem.fields.iter().map(|error| (error.field.to_owned(), problem.field(l, error.field))).collect();
    let fields =
        (!fields.is_empty()).then(|| view! { <ErrorSummary title=t!(l, "problem-form-title") errors=fields/> });
    view! { {refusal} {fields} }
}

/// What was typed into the form of an item, whatever it is.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ItemForm {
    kind: String,
    title: String,
    text: String,
    decision: String,
    method: String,
    seats: String,
    ties: String,
    unit: String,
    candidacies_until: String,
    /// The college that elects, seats reserved for colleges, and the rule of parity.
    #[serde(flatten)]
    more: form::Entries,
}

impl ItemForm {
    fn of(item: &Item) -> Self {
        Self {
            kind: item.kind.to_string(),
            title: item.title.clone(),
            text: item.text.clone(),
            decision: item.decision.to_string(),
            ..item.election.as_ref().map_or_else(Self::blank, |election| Self {
                method: election.rules.method.to_string(),
                seats: election.rules.seats.to_string(),
                ties: election.rules.ties.to_string(),
                unit: election.rules.unit.to_string(),
                candidacies_until: election.candidacies_until.map(|day| day.to_string()).unwrap_or_default(),
                more: form::entries(election),
                ..Self::default()
            })
        }
    }

    /// What a new item begins with.
    fn blank() -> Self {
        Self {
            kind: ItemKind::Motion.to_string(),
            decision: Decision::Ordinary.to_string(),
            method: Method::TwoRound.to_string(),
            seats: "1".into(),
            ties: TieRule::Assembly.to_string(),
            ..Self::default()
        }
    }

    fn election(&self, rules: &AssemblyRules, colleges: &[CollegeSeats]) -> Result<NewElection, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut wrong = |field, problem| errors.push(FieldError::new(field, problem));
        let method = self.method.parse().map_err(|_| wrong("method", FieldProblem::NotAChoice));
        let seats = self.seats.trim().parse().map_err(|_| wrong("seats", FieldProblem::NotANumber));
        let ties = self.ties.parse().map_err(|_| wrong("ties", FieldProblem::NotAChoice));
        let unit = form::unit(&self.unit, rules).map_err(|error| wrong(error.field, error.problem));
        let until = match self.candidacies_until.trim() {
            "" => Ok(None),
            day => day.parse().map(Some).map_err(|_| wrong("candidacies_until", FieldProblem::NotADate)),
        };
        let more = form::read(&self.more, colleges).map_err(|found| errors.extend(found));
        match (method, seats, ties, unit, until, more) {
            (
                Ok(method),
                Ok(seats),
                Ok(ties),
                Ok(unit),
                Ok(candidacies_until),
                Ok(form::More { electorate, reserved, parity }),
            ) => Ok(NewElection { method, seats, ties, unit, candidacies_until, electorate, reserved, parity }),
            _ => Err(errors),
        }
    }

    fn read(&self, rules: &AssemblyRules, colleges: &[CollegeSeats]) -> Result<NewItem, Error> {
        let Ok(kind) = self.kind.parse::<ItemKind>() else {
            return Err(Error::Invalid(vec![FieldError::new("kind", FieldProblem::NotAChoice)]));
        };
        let decision = match (kind, self.decision.parse()) {
            (ItemKind::Election, _) => Decision::Persons,
            (_, Ok(decision)) => decision,
            (_, Err(_)) => return Err(Error::Invalid(vec![FieldError::new("decision", FieldProblem::NotAChoice)])),
        };
        let election = match kind {
            ItemKind::Election => Some(self.election(rules, colleges).map_err(Error::Invalid)?),
            ItemKind::Information | ItemKind::Motion => None,
        };
        Ok(NewItem { kind, title: self.title.clone(), text: self.text.clone(), decision, election })
    }
}

/// The empty form of an item.
pub async fn new_item(cx: Cx, Path(address): Path<Address>) -> Answer {
    let room = draft(&cx, &address).await?;
    let colleges = colleges(&cx, &room.network).await?;
    let form = ItemForm::blank();
    let action = format!("{}/items/new", address.path());
    Ok(item_page(&cx, (&room, colleges), &address, action, t!(cx.locale(), "item-new"), form, &FormProblem::default()))
}

/// Adds an item.
pub async fn add_item(cx: Cx, Path(address): Path<Address>, Form(form): Form<ItemForm>) -> Answer {
    let room = draft(&cx, &address).await?;
    let colleges = colleges(&cx, &room.network).await?;
    let result = match form.read(&room.rules, &colleges) {
        Ok(new) => cx.services().add_item(cx.viewer(), room.id, new).await,
        Err(error) => Err(error),
    };
    let action = format!("{}/items/new", address.path());
    Ok(match on_form(result)? {
        Ok(_) => done(&address.path(), "item-added"),
        Err(problem) => {
            item_page(&cx, (&room, colleges), &address, action, t!(cx.locale(), "item-new"), form, &problem)
        }
    })
}

/// The form of an item.
pub async fn edit_item(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    let address = Address::from(&part);
    let room = draft(&cx, &address).await?;
    let colleges = colleges(&cx, &room.network).await?;
    let item = room.items.iter().find(|item| item.id == part.part).ok_or(Error::NotFound)?;
    let form = ItemForm::of(item);
    let action = format!("{}/items/{}", address.path(), part.part);
    Ok(item_page(&cx, (&room, colleges), &address, action, t!(cx.locale(), "item-edit"), form, &FormProblem::default()))
}

/// Changes an item.
pub async fn save_item(cx: Cx, Path(part): Path<PartAddress>, Form(form): Form<ItemForm>) -> Answer {
    let address = Address::from(&part);
    let room = draft(&cx, &address).await?;
    let colleges = colleges(&cx, &room.network).await?;
    let result = match form.read(&room.rules, &colleges) {
        Ok(new) => cx.services().change_item(cx.viewer(), room.id, part.part, new).await,
        Err(error) => Err(error),
    };
    let action = format!("{}/items/{}", address.path(), part.part);
    Ok(match on_form(result)? {
        Ok(()) => done(&address.path(), "saved"),
        Err(problem) => {
            item_page(&cx, (&room, colleges), &address, action, t!(cx.locale(), "item-edit"), form, &problem)
        }
    })
}

fn item_page(
    cx: &Cx,
    (room, colleges): (&Room, Vec<CollegeSeats>),
    address: &Address,
    action: String,
    title: String,
    form: ItemForm,
    problem: &FormProblem,
) -> axum::response::Response {
    let l = cx.locale();
    let way = vec![PageLink::new(address.path(), room.title.clone()), PageLink::new(&action, title.clone())];
    let draft = cx.network_page(&room.network, title.clone()).status(problem.status()).breadcrumb(breadcrumb(
        l,
        &room.network,
        way,
    ));
    let (rules, of) = (room.rules.clone(), room.kind);
    let problem = problem.clone();
    draft.render(move || {
        let required = t!(l, "required");
        let kinds = ItemKind::ALL.iter().map(|kind| Choice::new(kind.as_str(), i18n::wording::item_kind(l, *kind))).collect();
        let decisions = Decision::ALL.iter().map(|decision| {
            let needs = i18n::wording::majority(l, &rules.majority(of, *decision));
            Choice::new(decision.as_str(), i18n::wording::decision(l, *decision)).detail(needs)
        });
        let decisions = decisions.collect();
        let method = METHODS.iter().map(|method| Choice::new(method.name(), i18n::wording::counting_method(l, *method))).collect();
        let ties = vec![
            Choice::new(TieRule::Assembly.as_str(), t!(l, "elections-ties-assembly")),
            Choice::new(TieRule::Lot.as_str(), t!(l, "elections-ties-lot")),
        ];
        let statutes = statutory_unit(&rules).map(|unit| {
            Choice::new("", t!(l, "lists-unit-statutes", unit = i18n::wording::unit(l, unit)))
        });
        let units = Unit::ALL.iter().map(|unit| Choice::new(unit.as_str(), i18n::wording::unit(l, *unit)));
        let units = statutes.into_iter().chain(units).collect();
        let unit_hint = format!("{} {}", t!(l, "elections-unit-hint"), t!(l, "lists-weights"));
        let more = form::fields(l, &form.more, &colleges, &problem);
        view! {
            <PageHeader title=title/>
            {summary(l, &problem)}
            <PostForm action=action>
                <Choices name="kind" legend=t!(l, "item-kind") options=kinds selected=form.kind error=problem.field(l, "kind") required=required.clone()/>
                <Field name="title" label=t!(l, "field-title") value=form.title error=problem.field(l, "title") required=required.clone()/>
                <TextArea name="text" label=t!(l, "item-text") value=form.text rows=12 hint=t!(l, "item-text-hint") error=problem.field(l, "text")/>
                <div class="only-for-motion"><Choices name="decision" legend=t!(l, "statutes-item-decision") options=decisions selected=form.decision hint=t!(l, "statutes-item-decision-hint") error=problem.field(l, "decision") required=required/></div>
                <div class="only-for-election"><FieldGroup legend=t!(l, "elections-only")>
                    <Select name="method" label=t!(l, "elections-method") options=method selected=form.method error=problem.field(l, "method")/>
                    <Field name="seats" label=t!(l, "elections-seats") value=form.seats inputmode="numeric" width=FieldWidth::Short error=problem.field(l, "seats")/>
                    <Select name="unit" label=t!(l, "elections-unit") options=units selected=form.unit hint=unit_hint error=problem.field(l, "unit")/>
                    <Select name="ties" label=t!(l, "elections-ties") options=ties selected=form.ties error=problem.field(l, "ties")/>
                    <Field name="candidacies_until" label=t!(l, "elections-until") kind="date" width=FieldWidth::Short value=form.candidacies_until hint=t!(l, "elections-until-hint") error=problem.field(l, "candidacies_until")/>
                    {more}
                </FieldGroup></div>
                <FormActions><SubmitButton text=t!(l, "save")/></FormActions>
            </PostForm>
        }
    })
}

/// Takes an item off the agenda.
pub async fn remove_item(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    let address = Address::from(&part);
    let room = draft(&cx, &address).await?;
    cx.services().remove_item(cx.viewer(), room.id, part.part).await?;
    Ok(done(&address.path(), "item-removed"))
}

/// Where an item moves.
#[derive(Debug, Deserialize)]
pub struct MoveForm {
    direction: String,
}

/// Moves an item up or down.
pub async fn move_item(cx: Cx, Path(part): Path<PartAddress>, Form(form): Form<MoveForm>) -> Answer {
    let address = Address::from(&part);
    let room = draft(&cx, &address).await?;
    cx.services().move_item(cx.viewer(), room.id, part.part, form.direction == "up").await?;
    Ok(done(&address.path(), "saved"))
}

/// Adds a document to an item.
pub async fn add_document(cx: Cx, Path(part): Path<PartAddress>, mut upload: Multipart) -> Answer {
    let address = Address::from(&part);
    let room = address.room(&cx).await?;
    let mut new = NewDocument { file_name: String::new(), content: Vec::new() };
    while let Ok(Some(field)) = upload.next_field().await {
        if field.name() == Some("document") {
            new.file_name = field.file_name().unwrap_or_default().to_owned();
            new.content = match field.bytes().await {
                Ok(content) => content.to_vec(),
                Err(error) => return Ok(axum::response::IntoResponse::into_response(error.status())),
            };
        }
    }
    Ok(match on_form(cx.services().add_document(cx.viewer(), room.id, part.part, new).await)? {
        Ok(()) => done(&address.path(), "document-added"),
        Err(problem) => {
            let l = cx.locale();
            let text = problem.field(l, "document");
            let back = address.path();
            cx.network_page(&room.network, t!(l, "document-add")).status(StatusCode::UNPROCESSABLE_ENTITY).render(
                move || {
                    view! {
                        <PageHeader title=t!(l, "document-add")/>
                        <Callout tone=Tone::Critical><p role="alert">{text}</p></Callout>
                        <p><a href=back>{t!(l, "back")}</a></p>
                    }
                },
            )
        }
    })
}

/// Calls the members.
pub async fn convene(cx: Cx, Path(address): Path<Address>) -> Answer {
    let l = cx.locale();
    let room = draft(&cx, &address).await?;
    let convened = cx.services().convene(cx.viewer(), room.id).await?;
    if convened.unreachable.is_empty() {
        return Ok(done(&address.path(), "convened"));
    }
    let title = t!(l, "convened-title");
    let back = address.path();
    Ok(cx.network_page(&room.network, title.clone()).render(move || {
        let names = convened.unreachable.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
        view! {
            <PageHeader title=title lead=t!(l, "convened-letters", letters = convened.letters)/>
            <Callout tone=Tone::Attention><p>{t!(l, "convened-unreachable")}</p><ul>{names}</ul></Callout>
            <p><a href=back>{t!(l, "continue")}</a></p>
        }
    }))
}

/// Begins the second assembly after one without a quorum.
pub async fn repeat(cx: Cx, Path(address): Path<Address>) -> Answer {
    let room = address.room(&cx).await?;
    let second = cx.services().repeat_assembly(cx.viewer(), room.id).await?;
    Ok(done(&format!("/n/{}/assemblies/{second}", address.network), "second-drafted"))
}

/// What the board does with a draft: change it, add to it, call the members.
pub fn draft_actions(l: Locale, path: &str, preparation: &Preparation) -> impl IntoView + use<> {
    let obstacle = preparation.obstacle.clone().map(|refused| {
        let text = crate::problems::refusal(l, &refused.into());
        view! { <Callout tone=Tone::Attention><p>{text}</p></Callout> }
    });
    let ready = preparation.obstacle.is_none().then(|| {
        view! {
            <p>{t!(l, "convene-what-happens", associations = preparation.roll.len())}</p>
            <PostButton action=format!("{path}/convene") text=t!(l, "convene")/>
        }
    });
    let (new_item, edit, approval) =
        (format!("{path}/items/new"), format!("{path}/edit"), format!("{path}/minutes-approval"));
    view! {
        <Section title=t!(l, "preparation") id="preparation">
            {obstacle}
            {ready}
            <ul class="links">
                <li><a href=new_item>{t!(l, "item-new")}</a></li>
                <li><a href=approval>{t!(l, "approval-link")}</a></li>
                <li><a href=edit>{t!(l, "assembly-edit")}</a></li>
            </ul>
        </Section>
    }
}

/// What the board does with an item of a draft.
pub fn item_actions(l: Locale, path: &str, item: &Item, last: usize) -> impl IntoView + use<> {
    let base = format!("{path}/items/{}", item.id);
    let about = item.title.clone();
    let shift = |direction: &str, text: String| {
        let entries = vec![("direction".to_owned(), direction.to_owned())];
        view! { <PostButton action=format!("{base}/move") text=text kind=ActionKind::Quiet entries=entries about=about.clone()/> }
    };
    let up = (item.number > 1).then(|| shift("up", t!(l, "move-up")));
    let down = (item.number < last).then(|| shift("down", t!(l, "move-down")));
    let edit =
        view! { <ActionLink href=base.clone() text=t!(l, "edit") kind=ActionKind::Secondary about=about.clone()/> };
    let articles = (item.kind == ItemKind::Motion).then(|| {
        let href = format!("{base}/text");
        view! { <ActionLink href=href text=t!(l, "motions-item-text") kind=ActionKind::Quiet about=about.clone()/> }
    });
    let remove = view! {
        <PostButton action=format!("{base}/remove") text=t!(l, "remove") kind=ActionKind::Quiet about=about.clone()/>
    };
    let field = format!("document-{}", item.number);
    let documents = format!("{base}/documents");
    let upload = view! {
        <PostForm action=documents files=true>
            <Field name="document" id=field label=t!(l, "document-file") kind="file" hint=t!(l, "document-hint")/>
            <FormActions><SubmitButton text=t!(l, "document-add") kind=ActionKind::Secondary about=about/></FormActions>
        </PostForm>
    };
    view! {
        <FormActions>{edit} {articles} {up} {down} {remove}</FormActions>
        <Disclosure summary=t!(l, "document-add")>{upload}</Disclosure>
    }
}
