//! Asking for seats, and what becomes of registrations: the forms, the cards, the list.

use axum::{Form, extract::Path};
use chrono::{DateTime, Utc};
use domain::{
    ids::{OrganizationId, PersonId, RegistrationId, TrainingSessionId},
    locale::Locale,
    trainings::seating::Pot,
};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    Error, Refusal,
    networks::Network,
    trainings::{Employer, Line, Move, MoveKind, NewPerson, NewRegistrations, SessionPage},
};
use uuid::Uuid;

use super::{
    forms::SessionAddress,
    session::{page, summary},
    words,
};
use crate::{
    context::{Answer, Cx, Draft, done},
    entries::Entries,
    problems::{FormProblem, on_form, refusal},
    ui::*,
};

/// Begins the name of the entry that says a colleague's place; the colleague's identifier follows.
const PLACE: &str = "place-";

/// A registration's address.
#[derive(Clone, Debug, Deserialize)]
pub struct RegistrationAddress {
    /// The network's word.
    pub network: String,
    /// Which registration.
    pub registration: RegistrationId,
}

/// A form that came back.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// What was typed.
    pub entries: Entries,
    /// What stands against it.
    pub problem: FormProblem,
}

impl Sent {
    /// The page with its status, and on top of it what stands against the form.
    pub fn on(&self, l: Locale, draft: Draft) -> Draft {
        let draft = draft.status(self.problem.status());
        match &self.problem.refusal {
            Some(refused) => {
                let text = refusal(l, refused);
                draft.notice(NoticeKind::Problem, t!(l, "problem-refused-title"), text)
            }
            None => draft,
        }
    }
}

/// The forms by which the viewer asks for seats.
pub fn forms(
    l: Locale,
    here: &str,
    network: &Network,
    session: &SessionPage,
    sent: &Sent,
    now: DateTime<Utc>,
) -> Option<AnyView> {
    let seating = &session.seating;
    if !session.course.gives_seats() || (session.employers.is_empty() && !session.partner) {
        return None;
    }
    if now < seating.opens_at {
        let day = i18n::date_time(l, network.zone, seating.opens_at);
        let text = t!(l, "trainings-opens-later", day = day);
        return Some(view! { <Callout><p>{text}</p></Callout> }.into_any());
    }
    if seating.closes_at <= now {
        let text = t!(l, "trainings-closed", day = i18n::deadline(l, network.zone, seating.closes_at));
        return Some(view! { <Callout><p>{text}</p></Callout> }.into_any());
    }
    let registered = session.lines.iter().any(|line| line.own && line.state.is_live());
    let own = (!registered && session.viewer.is_some()).then(|| own_form(l, here, session, sent));
    let staff = session.employers.iter().filter(|employer| employer.staff.is_some());
    let staff = staff.map(|employer| staff_form(l, here, session, employer, sent)).collect_view();
    Some(view! { {own}{staff} }.into_any())
}

/// The entries that every form of registrations sends.
fn hidden(sent: &Sent, form: &str) -> impl IntoView + use<> {
    let again = sent.entries.text("form") == form;
    let request = if again { sent.entries.text("request") } else { Uuid::new_v4().to_string() };
    let form = form.to_owned();
    view! {
        <input type="hidden" name="form" value=form/>
        <input type="hidden" name="request" value=request/>
    }
}

/// For oneself.
fn own_form(l: Locale, here: &str, session: &SessionPage, sent: &Sent) -> impl IntoView + use<> {
    let again = sent.entries.text("form") == "own";
    let options: Vec<Choice> = session
        .employers
        .iter()
        .map(|employer| Choice::new(employer.organization.to_string(), employer.name.clone()))
        .collect();
    let chosen = if again { sent.entries.text("organization") } else { String::new() };
    let organization = match options.as_slice() {
        [] => ().into_any(),
        [only] => {
            let (value, text) = (only.value.clone(), t!(l, "trainings-for", organization = only.label.as_str()));
            view! { <input type="hidden" name="organization" value=value/><p>{text}</p> }.into_any()
        }
        // Who belongs to two associations registers for one of them.
        _ => {
            let hint = t!(l, "trainings-for-which-hint");
            view! { <Select name="organization" label=t!(l, "trainings-for-which") options=options selected=chosen hint=hint/> }
                .into_any()
        }
    };
    let pots = pots(l, "own", &session.seating.pots, sent);
    let needs = if again { sent.entries.text("needs") } else { String::new() };
    let agreement = session.employers.iter().any(|employer| employer.agreement && !employer.may_agree);
    let agreement = agreement.then(|| view! { <p class="hint">{t!(l, "trainings-agreement-first")}</p> });
    let (action, hidden) = (format!("{here}/registrations"), hidden(sent, "own"));
    view! {
        <Section title=t!(l, "trainings-register") id="register">
            <PostForm action>
                {hidden}
                {organization}
                {pots}
                <TextArea name="needs" id="needs" label=t!(l, "trainings-needs") value=needs rows=2 hint=t!(l, "trainings-needs-hint")/>
                {agreement}
                <FormActions><SubmitButton text=t!(l, "trainings-register-submit")/></FormActions>
            </PostForm>
        </Section>
    }
}

/// The reserved seats to which one declares a right.
fn pots(l: Locale, form: &str, pots: &[Pot], sent: &Sent) -> Option<impl IntoView + use<>> {
    if pots.is_empty() {
        return None;
    }
    let again = sent.entries.text("form") == form;
    let typed = sent.entries.all("quality");
    let boxes = (0_usize..).zip(pots).map(|(at, pot)| {
        let ticked = again && typed.contains(&pot.key);
        let (id, value, label) = (format!("quality-{form}-{at}"), pot.key.clone(), pot.key.clone());
        view! { <Checkbox name="quality" id=id value=value label=label checked=ticked/> }
    });
    let boxes = boxes.collect_view();
    Some(view! { <FieldGroup legend=t!(l, "trainings-qualities")>{boxes}</FieldGroup> })
}

/// For an association's people, in the order of its priorities.
fn staff_form(l: Locale, here: &str, session: &SessionPage, employer: &Employer, sent: &Sent) -> impl IntoView + use<> {
    let name = format!("staff-{}", employer.organization);
    let again = sent.entries.text("form") == name;
    let there: Vec<PersonId> = session.lines.iter().filter(|it| it.state.is_live()).map(|it| it.person).collect();
    let people: Vec<&(PersonId, String)> =
        employer.staff.iter().flatten().filter(|(person, _)| !there.contains(person)).collect();
    // A place beside each who shall be registered: it says who, and who goes first.
    let places: Vec<Choice> =
        (1..=people.len()).map(|place| Choice::new(place.to_string(), place.to_string())).collect();
    let boxes: Vec<AnyView> = people
        .iter()
        .map(|(person, label)| {
            let entry = format!("{PLACE}{person}");
            let typed = if again { sent.entries.text(&entry) } else { String::new() };
            let (id, label, options) = (format!("{name}-{person}"), label.clone(), places.clone());
            view! { <Select name=entry id=id label=label options=options selected=typed empty=t!(l, "trainings-staff-not")/> }
                .into_any()
        })
        .collect();
    let room = match employer.quota {
        Some(quota) => t!(l, "trainings-own-quota", taken = employer.taken, quota = quota),
        None => t!(l, "trainings-own-seats", taken = employer.taken),
    };
    let form = if boxes.is_empty() {
        view! { <p>{t!(l, "trainings-staff-nobody")}</p> }.into_any()
    } else {
        let ways = vec![
            Choice::new("fit", t!(l, "trainings-as-many-as-fit")),
            Choice::new("together", t!(l, "trainings-all-or-none")),
        ];
        let chosen = if again { sent.entries.text("way") } else { "fit".to_owned() };
        let pots = pots(l, &name, &session.seating.pots, sent);
        let organization = employer.organization.to_string();
        let (action, hidden) = (format!("{here}/registrations"), hidden(sent, &name));
        let way = format!("way-{name}");
        view! {
            <PostForm action>
                {hidden}
                <input type="hidden" name="organization" value=organization/>
                <FieldGroup legend=t!(l, "trainings-staff-who")>
                    <p class="hint">{t!(l, "trainings-staff-order")}</p>
                    {boxes}
                </FieldGroup>
                <Choices name="way" id=way legend=t!(l, "trainings-staff-way") options=ways selected=chosen/>
                {pots}
                <FormActions><SubmitButton text=t!(l, "trainings-staff-submit") kind=ActionKind::Secondary/></FormActions>
            </PostForm>
        }
        .into_any()
    };
    let title = t!(l, "trainings-staff", organization = employer.name.as_str());
    view! {
        <Section title=title id=name>
            <p>{room}</p>
            {form}
        </Section>
    }
}

/// Somebody asks for seats.
pub async fn register(cx: Cx, Path(address): Path<SessionAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let viewer = cx.viewer().person()?;
    let organization = entries.text("organization").parse::<Uuid>().ok().map(OrganizationId);
    let qualities: std::collections::BTreeSet<String> = entries.all("quality").into_iter().collect();
    let people = if entries.text("form") == "own" { vec![viewer] } else { in_order(&entries) };
    let new = NewRegistrations {
        organization,
        people: people
            .into_iter()
            .map(|person| NewPerson { person, qualities: qualities.clone(), needs: entries.text("needs") })
            .collect(),
        together: entries.text("way") == "together",
        request: entries.text("request"),
    };
    let result = match new.request.parse::<Uuid>() {
        Ok(_) => cx.services().register_for_training(cx.viewer(), network.id, address.session, new).await,
        Err(_) => Err(Refusal::Named("training-form").into()),
    };
    match on_form(result)? {
        Ok(_) => Ok(done(&at(&network, address.session), "training-registered")),
        Err(problem) => page(&cx, &network, &address, Sent { entries, problem }).await,
    }
}

/// The people beside whom a place was chosen, in the order of these places.
fn in_order(entries: &Entries) -> Vec<PersonId> {
    let mut people: Vec<(usize, PersonId)> = entries
        .pairs()
        .iter()
        .filter_map(|(name, place)| {
            let person = name.strip_prefix(PLACE)?.parse().ok()?;
            Some((place.parse().ok()?, PersonId(person)))
        })
        .collect();
    people.sort_by_key(|(place, _)| *place);
    people.into_iter().map(|(_, person)| person).collect()
}

fn at(network: &Network, session: TrainingSessionId) -> String {
    format!("/n/{}/trainings/sessions/{session}", network.slug)
}

/// Something is done with a registration.
pub async fn act(cx: Cx, Path(address): Path<RegistrationAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let reason = entries.text("reason");
    let wanted = match entries.text("move").as_str() {
        "agree" => Move::Agree,
        "refuse" => Move::Refuse { reason },
        "cancel" => Move::Cancel,
        "accept" => Move::Accept,
        "decline" => Move::Decline,
        "seat" => Move::Seat { reason },
        "transfer" => Move::Transfer { to: PersonId(entries.text("to").parse().map_err(|_| Error::NotFound)?) },
        _ => return Err(Error::NotFound.into()),
    };
    let session: TrainingSessionId =
        entries.text("session").parse().map(TrainingSessionId).map_err(|_| Error::NotFound)?;
    let result = cx.services().move_registration(cx.viewer(), network.id, address.registration, wanted).await;
    let to = SessionAddress { network: network.slug.clone(), session };
    match on_form(result)? {
        Ok(()) => Ok(done(&at(&network, session), "training-moved")),
        Err(problem) => page(&cx, &network, &to, Sent { entries, problem }).await,
    }
}

/// What the viewer may do with a registration.
fn actions(l: Locale, base: &str, session: &SessionPage, line: &Line) -> Vec<AnyView> {
    let action = format!("{base}/registrations/{}", line.id);
    let id = session.id.to_string();
    let entries = |word: &str| vec![("move".to_owned(), word.to_owned()), ("session".to_owned(), id.clone())];
    let button = |word: &str, text: String, kind: ActionKind| {
        view! { <PostButton action=action.clone() text=text kind=kind entries=entries(word) about=line.name.clone()/> }
            .into_any()
    };
    let with_reason = |word: &'static str, text: String| {
        let (field, summary) = (format!("reason-{word}-{}", line.id), text.clone());
        let (action, id, about) = (action.clone(), id.clone(), line.name.clone());
        view! {
            <Disclosure summary=summary>
                <PostForm action=action>
                    <input type="hidden" name="move" value=word/>
                    <input type="hidden" name="session" value=id/>
                    <Field name="reason" id=field label=t!(l, "trainings-reason") hint=t!(l, "trainings-reason-hint")/>
                    <FormActions><SubmitButton text=text kind=ActionKind::Secondary about=about/></FormActions>
                </PostForm>
            </Disclosure>
        }
        .into_any()
    };
    line.moves
        .iter()
        .map(|kind| match kind {
            MoveKind::Accept => button("accept", t!(l, "trainings-accept"), ActionKind::Primary),
            MoveKind::Decline => button("decline", t!(l, "trainings-decline"), ActionKind::Secondary),
            MoveKind::Agree => button("agree", t!(l, "trainings-agree"), ActionKind::Primary),
            MoveKind::Cancel => button("cancel", t!(l, "trainings-cancel"), ActionKind::Quiet),
            MoveKind::Refuse => with_reason("refuse", t!(l, "trainings-refuse")),
            MoveKind::Seat => with_reason("seat", t!(l, "trainings-seat")),
            MoveKind::Transfer => transfer(l, &action, session, line).into_any(),
        })
        .collect()
}

/// The seat goes to a colleague, for whoever registers the association's people.
fn transfer(l: Locale, action: &str, session: &SessionPage, line: &Line) -> Option<impl IntoView + use<>> {
    let there: Vec<PersonId> = session.lines.iter().filter(|it| it.state.is_live()).map(|it| it.person).collect();
    let employer = session.employers.iter().find(|it| it.organization == line.organization)?;
    let colleagues: Vec<Choice> = employer
        .staff
        .iter()
        .flatten()
        .filter(|(person, _)| !there.contains(person))
        .map(|(person, name)| Choice::new(person.to_string(), name.clone()))
        .collect();
    if colleagues.is_empty() {
        return None;
    }
    let (action, id, session) = (action.to_owned(), format!("to-{}", line.id), session.id.to_string());
    let about = line.name.clone();
    Some(view! {
        <Disclosure summary=t!(l, "trainings-transfer")>
            <PostForm action=action>
                <input type="hidden" name="move" value="transfer"/>
                <input type="hidden" name="session" value=session/>
                <Select name="to" id=id label=t!(l, "trainings-transfer-to") options=colleagues/>
                <FormActions><SubmitButton text=t!(l, "trainings-transfer-submit") kind=ActionKind::Secondary about=about/></FormActions>
            </PostForm>
        </Disclosure>
    })
}

fn told(l: Locale, network: &Network, session: &SessionPage, line: &Line) -> impl IntoView + use<> {
    let lines = words::why(l, network.zone, &session.seating, line);
    lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()
}

/// A registration of the viewer's own.
pub fn card(l: Locale, base: &str, network: &Network, session: &SessionPage, line: &Line) -> impl IntoView + use<> {
    let title = t!(l, "trainings-for", organization = line.organization_name.as_str());
    let needs = line.needs.clone().map(|needs| {
        let text = t!(l, "trainings-needs-told", needs = needs);
        view! { <p class="hint">{text}</p> }
    });
    let (state, tone) = (words::state(l, line.state), words::state_tone(line.state));
    let (told, actions) = (told(l, network, session, line), actions(l, base, session, line).collect_view());
    view! {
        <Card title=title>
            <p><Tag text=state tone=tone/></p>
            {told}
            {needs}
            <FormActions>{actions}</FormActions>
        </Card>
    }
}

/// Registrations of others that are the viewer's business.
pub fn list(
    l: Locale,
    base: &str,
    here: &str,
    network: &Network,
    session: &SessionPage,
    lines: &[&Line],
) -> impl IntoView + use<> {
    let columns = vec![
        Column::text(t!(l, "trainings-person")),
        Column::text(t!(l, "column-association")),
        Column::text(t!(l, "status")),
        Column::text(t!(l, "trainings-why")),
        Column::actions(t!(l, "trainings-actions")),
    ];
    let rows = lines
        .iter()
        .map(|line| {
            let needs = line.needs.clone().map(|needs| view! { <p class="hint">{needs}</p> });
            let name = line.name.clone();
            vec![
                Cell::view(view! { {name}{needs} }),
                Cell::text(line.organization_name.clone()),
                Cell::tag(words::state(l, line.state), words::state_tone(line.state)),
                Cell::view(told(l, network, session, line)),
                Cell::view(actions(l, base, session, line).collect_view()),
            ]
        })
        .collect();
    let export = session.may_organize.then(|| {
        let href = format!("{here}/registrations.csv");
        view! { <FormActions><ActionLink href=href text=t!(l, "trainings-registrations-csv") kind=ActionKind::Secondary/></FormActions> }
    });
    let summary = summary(l, lines);
    view! {
        <Section title=t!(l, "trainings-registrations") id="registrations">
            <p>{summary}</p>
            <DataTable caption=t!(l, "trainings-registrations") caption_hidden=true columns rows/>
            {export}
        </Section>
    }
}
