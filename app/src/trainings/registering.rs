//! Asking for seats: for oneself, and for an association’s people.

use axum::{Form, extract::Path};
use chrono::{DateTime, Utc};
use domain::{
    ids::{OrganizationId, PersonId, TrainingSessionId},
    locale::Locale,
    trainings::seating::Pot,
};
use i18n::t;
use leptos::prelude::*;
use services::{
    Refusal,
    networks::Network,
    text::fold,
    trainings::{Employer, NewPerson, NewRegistrations, SessionPage},
};
use uuid::Uuid;

use super::{forms::SessionAddress, session::page};
use crate::{
    context::{Answer, Cx, Draft, done},
    entries::Entries,
    problems::{FormProblem, on_form, refusal},
    ui::*,
};

/// Begins the name of the entry that says a colleague's place; the colleague's identifier follows.
const PLACE: &str = "place-";
/// People of an association on a page; more are searched for by name.
const STAFF: usize = 60;
/// Most people that are registered at once.
const AT_ONCE: usize = 20;

/// A form that came back.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// What was typed.
    pub entries: Entries,
    /// What stands against it.
    pub problem: FormProblem,
    /// The colleague that is searched for.
    pub colleague: String,
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
    let there = session.registered();
    let people: Vec<&(PersonId, String)> =
        employer.staff.iter().flatten().filter(|(person, _)| !there.contains(person)).collect();
    let query = fold(&sent.colleague);
    let chosen = |person: &PersonId| again && !sent.entries.text(&format!("{PLACE}{person}")).is_empty();
    let (found, others): (Vec<&(PersonId, String)>, Vec<_>) =
        people.iter().copied().partition(|(person, label)| chosen(person) || fold(label).contains(&query));
    let hidden_people = others.len() + found.len().saturating_sub(STAFF);
    let search = (people.len() > STAFF).then(|| {
        let (id, value, label) = (format!("colleague-{name}"), sent.colleague.clone(), t!(l, "trainings-staff-search"));
        let more = (hidden_people > 0).then(|| {
            view! { <p class="hint">{t!(l, "trainings-staff-more", people = hidden_people)}</p> }
        });
        view! {
            <FilterBar action=format!("{here}#{name}") label=label.clone() submit=t!(l, "filter")>
                <Field name="colleague" id=id label=label kind="search" value=value/>
            </FilterBar>
            {more}
        }
    });
    // A place beside each who shall be registered: it says who, and who goes first.
    let places: Vec<Choice> =
        (1..=people.len().min(AT_ONCE)).map(|place| Choice::new(place.to_string(), place.to_string())).collect();
    let boxes: Vec<AnyView> = found
        .iter()
        .take(STAFF)
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
    let form = if people.is_empty() {
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
            {search}
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
        Err(problem) => page(&cx, &network, &address, Sent { entries, problem, ..Sent::default() }).await,
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

pub fn at(network: &Network, session: TrainingSessionId) -> String {
    format!("/n/{}/trainings/sessions/{session}", network.slug)
}
