//! The sheet of a session: its trainers note who is there, half-day by half-day; afterwards certificates are issued.

use axum::{Form, Json, body::Bytes, extract::Path, http::header, response::IntoResponse};
use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    ids::{HalfDayId, PersonId, RegistrationId},
    locale::Locale,
    trainings::attendance::Attendance,
};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use serde_json::json;
use services::{
    Error,
    networks::Network,
    trainings::{AttendanceSheet, NewMark, Participant, half_day_in_words},
};
use uuid::Uuid;

use super::{catalogue::way, forms::SessionAddress, registering::Sent};
use crate::{
    context::{Answer, Cx, done},
    entries::Entries,
    problems::on_form,
    ui::*,
};

/// The sheet.
pub async fn show(cx: Cx, Path(address): Path<SessionAddress>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    page(&cx, &network, &address, Sent::default()).await
}

async fn page(cx: &Cx, network: &Network, address: &SessionAddress, sent: Sent) -> Answer {
    let l = cx.locale();
    let sheet = cx.services().attendance(cx.viewer(), network, address.session).await?;
    let base = format!("/n/{}/trainings", network.slug);
    let session = format!("{base}/sessions/{}", sheet.session);
    let here = format!("{session}/attendance");
    let title = t!(l, "trainings-attendance");
    let rest = vec![PageLink::new(&session, sheet.training.title.clone()), PageLink::new(&here, title.clone())];
    let draft = sent.on(l, cx.network_page(network, title.clone()).breadcrumb(way(l, network, rest)));
    let network = network.clone();
    Ok(draft.render(move || {
        let lead = sheet.training.title.clone();
        let days: Vec<AnyView> =
            (0_usize..).zip(&sheet.half_days).map(|(at, _)| day(l, &network, &here, &sheet, at)).collect();
        let nobody = sheet.people.is_empty().then(|| view! { <p>{t!(l, "trainings-attendance-nobody")}</p> });
        let conflicts = conflicts(l, &network, &sheet);
        let certificates = sheet.over.then(|| certificates(l, &here, &sheet));
        let trainers = sheet.may_organize.then(|| trainers(l, &here, &sheet));
        let words = json!({
            "kept": [t!(l, "trainings-kept-none"), t!(l, "trainings-kept-one"), t!(l, "trainings-kept", count = "{count}")],
            "offline": t!(l, "check-in-offline"),
            "failed": t!(l, "trainings-kept-failed"),
            "signedOut": t!(l, "check-in-signed-out"),
        });
        let codes = format!("{here}/codes");
        view! {
            <PageHeader title lead>
                <ActionLink href=codes text=t!(l, "here-codes") kind=ActionKind::Secondary/>
            </PageHeader>
            {conflicts}
            {nobody}
            <div
                id="attendance"
                class="attendance"
                data-told=format!("{here}/marks")
                data-worker=format!("{session}/attendance-worker.js")
                data-scope=here.clone()
                data-words=words.to_string()
            >
                <p class="lead" data-part="state" role="status" hidden=true></p>
                {days}
            </div>
            {certificates}
            {trainers}
            <script type="module" src=asset("attendance.js")></script>
        }
    }))
}

fn word(l: Locale, attendance: Attendance) -> String {
    match attendance {
        Attendance::Present => t!(l, "trainings-present"),
        Attendance::Absent => t!(l, "trainings-absent"),
        Attendance::Excused => t!(l, "trainings-excused"),
    }
}

/// The form of one half-day: a choice beside each name.
fn day(l: Locale, network: &Network, here: &str, sheet: &AttendanceSheet, at: usize) -> AnyView {
    let half_day = &sheet.half_days[at];
    if sheet.people.is_empty() {
        return ().into_any();
    }
    let rows = sheet.people.iter().map(|person| {
        let chosen = sheet.sheet.of(person.registration, half_day.id);
        let options = Attendance::ALL.iter().map(|it| Choice::new(it.to_string(), word(l, *it))).collect();
        let (name, id) = (format!("mark-{}", person.registration), format!("mark-{at}-{}", person.registration));
        let label = t!(l, "trainings-attendance-of", name = person.name.as_str(), organization = person.organization_name.as_str());
        let selected = chosen.map(|it| it.to_string()).unwrap_or_default();
        view! { <Select name=name id=id label=label options=options selected=selected empty=t!(l, "trainings-not-noted")/> }
    });
    let rows = rows.collect_view();
    let noted = sheet.people.iter().filter(|person| sheet.sheet.of(person.registration, half_day.id).is_some()).count();
    let present = sheet
        .people
        .iter()
        .filter(|person| sheet.sheet.of(person.registration, half_day.id) == Some(Attendance::Present))
        .count();
    let text = t!(l, "trainings-noted", noted = noted, people = sheet.people.len(), present = present);
    let (title, action, id) = (half_day_in_words(l, network.zone, half_day), here.to_owned(), half_day.id.to_string());
    let all = vec![("half_day".to_owned(), half_day.id.to_string()), ("all".to_owned(), "present".to_owned())];
    let all = (noted == 0).then(|| {
        view! { <PostButton action=action.clone() text=t!(l, "trainings-all-present") kind=ActionKind::Secondary entries=all/> }
    });
    let about = title.clone();
    view! {
        <Section title=title id=format!("half-day-{}", at + 1)>
            <p>{text}</p>
            {all}
            <PostForm action=action>
                <input type="hidden" name="half_day" value=id/>
                {rows}
                <FormActions><SubmitButton text=t!(l, "save") about=about/></FormActions>
            </PostForm>
        </Section>
    }
    .into_any()
}

/// Where two noted something else.
fn conflicts(l: Locale, network: &Network, sheet: &AttendanceSheet) -> Option<impl IntoView + use<>> {
    if sheet.sheet.conflicts.is_empty() {
        return None;
    }
    let by = |person: PersonId| sheet.noted_by.get(&person).cloned().unwrap_or_default();
    let lines = sheet.sheet.conflicts.iter().map(|conflict| {
        let kept = &conflict.kept;
        let of = sheet.people.iter().find(|person| person.registration == kept.registration);
        let day = sheet
            .half_days
            .iter()
            .find(|day| day.id == kept.half_day)
            .map(|day| half_day_in_words(l, network.zone, day));
        let others: Vec<String> = conflict
            .differing
            .iter()
            .map(|mark| t!(l, "trainings-noted-by", mark = word(l, mark.attendance), by = by(mark.by)))
            .collect();
        let text = t!(
            l,
            "trainings-conflict",
            name = of.map(|person| person.name.clone()).unwrap_or_default(),
            day = day.unwrap_or_default(),
            kept = t!(l, "trainings-noted-by", mark = word(l, kept.attendance), by = by(kept.by)),
            others = i18n::list(l, &others)
        );
        view! { <li>{text}</li> }
    });
    let lines = lines.collect_view();
    Some(view! {
        <Callout tone=Tone::Attention>
            <p><strong>{t!(l, "trainings-conflicts")}</strong></p>
            <ul>{lines}</ul>
        </Callout>
    })
}

fn certificates(l: Locale, here: &str, sheet: &AttendanceSheet) -> impl IntoView + use<> {
    let line = |person: &Participant| {
        let certificate = person.certificate.as_ref()?;
        let (href, text) = (format!("/certificates/{}", certificate.code), person.name.clone());
        Some(view! { <li><a href=href>{text}</a>" "<span class="hint">{certificate.grouped()}</span></li> })
    };
    let lines = sheet.people.iter().filter_map(line).collect_view();
    let action = format!("{here}/certificates");
    let share = sheet.training.details.share;
    let share = i18n::percent(l, share.numerator(), share.denominator());
    view! {
        <Section title=t!(l, "certificates-title") id="certificates">
            <p>{t!(l, "certificates-due", share = share)}</p>
            <ul>{lines}</ul>
            <PostButton action=action text=t!(l, "certificates-issue")/>
        </Section>
    }
}

fn trainers(l: Locale, here: &str, sheet: &AttendanceSheet) -> impl IntoView + use<> {
    let boxes = sheet.trainers.iter().map(|(person, name, leads)| {
        let (id, value, label, leads) = (format!("trainer-{person}"), person.to_string(), name.clone(), *leads);
        view! { <Checkbox name="trainer" id=id value=value label=label checked=leads/> }
    });
    let boxes = boxes.collect_view();
    let action = format!("{here}/trainers");
    let form = if sheet.trainers.is_empty() {
        view! { <p>{t!(l, "trainings-no-trainer")}</p> }.into_any()
    } else {
        view! {
            <PostForm action=action>
                <FieldGroup legend=t!(l, "trainings-trainers-who")>{boxes}</FieldGroup>
                <FormActions><SubmitButton text=t!(l, "save") kind=ActionKind::Secondary/></FormActions>
            </PostForm>
        }
        .into_any()
    };
    view! { <Section title=t!(l, "trainings-trainers-title") id="trainers">{form}</Section> }
}

fn at(network: &Network, address: &SessionAddress) -> String {
    format!("/n/{}/trainings/sessions/{}/attendance", network.slug, address.session)
}

/// What was chosen for a half-day; what is as it was is not noted again.
pub async fn note(cx: Cx, Path(address): Path<SessionAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let sheet = cx.services().attendance(cx.viewer(), &network, address.session).await?;
    let half_day = entries.text("half_day").parse().map(HalfDayId).map_err(|_| Error::NotFound)?;
    let (now, everybody) = (cx.services().now(), entries.text("all").parse::<Attendance>().ok());
    let mut marks = Vec::new();
    for person in &sheet.people {
        let chosen = everybody.or_else(|| entries.text(&format!("mark-{}", person.registration)).parse().ok());
        let Some(attendance) = chosen.filter(|it| sheet.sheet.of(person.registration, half_day) != Some(*it)) else {
            continue;
        };
        let RegistrationId(registration) = person.registration;
        marks.push(NewMark {
            nonce: Uuid::new_v4(),
            registration: RegistrationId(registration),
            half_day,
            attendance,
            noted: now,
            sent: now,
        });
    }
    cx.services().mark_attendance(cx.viewer(), network.id, address.session, marks).await?;
    Ok(done(&at(&network, &address), "attendance-noted"))
}

/// Marks that a device kept while it was offline, or noted just now.
#[derive(Deserialize)]
struct Batch {
    /// When they were sent, by the device's clock.
    sent: DateTime<Utc>,
    marks: Vec<Kept>,
}

#[derive(Deserialize)]
struct Kept {
    nonce: Uuid,
    registration: Uuid,
    half_day: Uuid,
    attendance: String,
    /// When it was noted, by the same clock.
    noted: DateTime<Utc>,
}

/// Takes them. What was taken before is taken once.
pub async fn told(cx: Cx, Path(address): Path<SessionAddress>, body: Bytes) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    cx.viewer().require(Action::TakeAttendance, Scope::Network(network.id))?;
    // Read only now: nobody else hears what is wrong with it.
    let batch: Batch = serde_json::from_slice(&body).map_err(|_| Error::Invalid(Vec::new()))?;
    let mark = |kept: &Kept| {
        Some(NewMark {
            nonce: kept.nonce,
            registration: RegistrationId(kept.registration),
            half_day: HalfDayId(kept.half_day),
            attendance: kept.attendance.parse().ok()?,
            noted: kept.noted,
            sent: batch.sent,
        })
    };
    let marks = batch.marks.iter().map(mark).collect::<Option<Vec<_>>>().ok_or(Error::Invalid(Vec::new()))?;
    let nonces: Vec<Uuid> = marks.iter().map(|mark| mark.nonce).collect();
    cx.services().mark_attendance(cx.viewer(), network.id, address.session, marks).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(json!({ "taken": nonces }))).into_response())
}

/// The service worker, at an address from which it may keep this sheet.
pub async fn worker(cx: Cx, Path(address): Path<SessionAddress>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    cx.services().attendance(cx.viewer(), &network, address.session).await?;
    Ok(page_worker())
}

/// Who leads the session.
pub async fn name_trainers(cx: Cx, Path(address): Path<SessionAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    cx.viewer().require(Action::OrganizeTrainings, Scope::Network(network.id))?;
    let named = entries.all("trainer").iter().filter_map(|person| person.parse().ok()).map(PersonId).collect();
    let result = cx.services().name_trainers(cx.viewer(), &network, address.session, named).await;
    match on_form(result)? {
        Ok(()) => Ok(done(&at(&network, &address), "saved")),
        Err(problem) => page(&cx, &network, &address, Sent { entries, problem, ..Sent::default() }).await,
    }
}

/// Issues the certificates that are due.
pub async fn issue(cx: Cx, Path(address): Path<SessionAddress>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let result = cx.services().issue_certificates(cx.viewer(), &network, address.session).await;
    match on_form(result)? {
        Ok(_) => Ok(done(&at(&network, &address), "certificates-issued")),
        Err(problem) => page(&cx, &network, &address, Sent { problem, ..Sent::default() }).await,
    }
}
