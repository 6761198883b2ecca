//! The door: passes are scanned and decided on, with the network and without.
//!
//! Without JavaScript the page is a form for the code, and the address in a QR code leads to one press. With it,
//! `door.js` decides on the device by the list in `door.json`, keeps what it noted, and tells it to `door/check-ins`.

use axum::{
    Json,
    body::Bytes,
    extract::{Form, Path},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono_tz::Tz;
use domain::{
    access::{Action, Scope},
    assemblies::State,
    check_in::{Late, Outcome, grouped, read_code},
    locale::Locale,
};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use serde_json::json;
use services::{
    Error, Refusal,
    assemblies::{Batch, Checked, Pass, Room, Told},
};
use uuid::Uuid;

use super::{Address, overview::breadcrumb};
use crate::{
    context::{Answer, Cx, see_other},
    ui::{
        ActionKind, ActionLink, Callout, Cell, Column, DataTable, EmptyState, ErrorSummary, Fact, Facts, Field,
        FormActions, PageHeader, PageLink, PostForm, Section, SubmitButton, Tone, asset, page_worker,
    },
};

/// What came back with the form.
#[derive(Default)]
struct Typed {
    code: String,
    door: String,
    refused: bool,
}

/// The room, for whoever runs it.
async fn guarded(cx: &Cx, address: &Address) -> Result<Room, Error> {
    let room = address.room(cx).await?;
    cx.viewer().require(Action::RunAssembly, Scope::Network(room.network.id))?;
    Ok(room)
}

/// The page of the door.
pub async fn show(cx: Cx, Path(address): Path<Address>) -> Answer {
    let typed = Typed { door: cx.query("door").unwrap_or_default().to_owned(), ..Typed::default() };
    page(&cx, &address, typed).await
}

async fn page(cx: &Cx, address: &Address, typed: Typed) -> Answer {
    let l = cx.locale();
    let room = guarded(cx, address).await?;
    let last = cx.query("scan").and_then(|nonce| nonce.parse().ok());
    let (conflicts, last) = cx.services().checked(cx.viewer(), room.id, last).await?;
    let path = address.path();
    let title = t!(l, "check-in-door");
    let way = vec![PageLink::new(&path, room.title.clone()), PageLink::new(format!("{path}/door"), title.clone())];
    let draft = cx.network_page(&room.network, title.clone()).breadcrumb(breadcrumb(l, &room.network, way));
    let draft = if typed.refused { draft.status(StatusCode::UNPROCESSABLE_ENTITY) } else { draft };
    let mut response = draft.render(move || {
        let kicker = room.title.clone();
        let last = last.map(|checked| {
            let tone = if checked.outcome.is_conflict() { Tone::Attention } else { Tone::Positive };
            view! { <Callout tone><p role="status"><strong>{in_words(l, room.network.zone, &checked)}</strong></p></Callout> }
        });
        let desk = format!("{path}/desk");
        let body = match room.state {
            // The script is there still: it tells what this device kept, and what the server says to that.
            State::Closed => {
                let over = view! { <EmptyState title=t!(l, "check-in-over-title") text=t!(l, "check-in-over")/> };
                view! { {over} {door(l, &path, None)} }.into_any()
            }
            _ => door(l, &path, Some(typed)).into_any(),
        };
        view! {
            <PageHeader title kicker lead=t!(l, "check-in-door-lead")>
                <ActionLink href=desk text=t!(l, "assembly-desk") kind=ActionKind::Secondary/>
            </PageHeader>
            {last}
            {body}
            {to_look_at(l, room.network.zone, &conflicts)}
        }
    });
    allow_camera(&mut response);
    Ok(response)
}

/// Only this page may use the camera.
fn allow_camera(response: &mut Response) {
    let policy = HeaderValue::from_static("camera=(self), microphone=(), geolocation=(), payment=(), usb=()");
    response.headers_mut().insert(HeaderName::from_static("permissions-policy"), policy);
}

/// The form for a code, and what the script takes over.
fn door(l: Locale, path: &str, typed: Option<Typed>) -> impl IntoView + use<> {
    let refused = typed.as_ref().is_some_and(|typed| typed.refused);
    let error = refused.then(|| t!(l, "refused-pass-unknown"));
    let errors = error.clone().map(|error| vec![("code".to_owned(), error)]).unwrap_or_default();
    let form = typed.map(|typed| code_form(l, path, typed, error));
    let (name, organization) = ("{name}", "{organization}");
    let words = json!({
        "welcome": t!(l, "check-in-welcome", name = name, organization = organization),
        "already": t!(l, "check-in-already", name = name, organization = organization, time = "{time}"),
        "proxy": t!(l, "check-in-ends-proxy", organization = organization, holder = "{holder}"),
        "unknown": t!(l, "check-in-unknown-here"),
        "unreadable": t!(l, "refused-pass-unknown"),
        "kept": [t!(l, "check-in-kept-none"), t!(l, "check-in-kept-one"), t!(l, "check-in-kept", count = "{count}")],
        "offline": t!(l, "check-in-offline"),
        "signedOut": t!(l, "check-in-signed-out"),
        "failed": t!(l, "check-in-failed"),
        "full": t!(l, "check-in-full"),
    });
    view! {
        <div
            id="door"
            class="door"
            data-list=format!("{path}/door.json")
            data-told=format!("{path}/door/check-ins")
            data-worker=format!("{path}/door-worker.js")
            data-scope=format!("{path}/door")
            data-words=words.to_string()
        >
            <ErrorSummary title=t!(l, "errors-title", count = errors.len()) errors=errors/>
            <p class="lead" data-part="state" role="status" hidden=true></p>
            <div class="callout door-answer" data-part="answer" role="alert" hidden=true></div>
            {form}
            <section class="section" data-part="conflicts" hidden=true>
                <h2>{t!(l, "check-in-conflicts-here")}</h2>
                <ul></ul>
                <button class="button quiet" type="button" data-part="seen">{t!(l, "check-in-seen")}</button>
            </section>
        </div>
        <script type="module" src=asset("door.js")></script>
    }
}

fn code_form(l: Locale, path: &str, typed: Typed, error: Option<String>) -> impl IntoView + use<> {
    let action = format!("{path}/door");
    let Typed { code, door, .. } = typed;
    view! {
        <PostForm action>
            <input type="hidden" name="nonce" value=Uuid::new_v4().to_string()/>
            <Field name="code" label=t!(l, "check-in-code-field") hint=t!(l, "check-in-code-hint") value=code error=error autocomplete="off"/>
            <Field name="door" label=t!(l, "check-in-door-name") hint=t!(l, "check-in-door-name-hint") value=door autocomplete="off"/>
            <FormActions>
                <SubmitButton text=t!(l, "check-in-note")/>
                <button class="button secondary" type="button" data-part="camera" hidden=true>{t!(l, "check-in-camera")}</button>
            </FormActions>
        </PostForm>
        <video class="door-camera" data-part="video" muted playsinline hidden=true aria-label=t!(l, "check-in-camera")></video>
    }
}

/// What the doors told that somebody has to look at.
fn to_look_at(l: Locale, zone: Tz, conflicts: &[Checked]) -> Option<impl IntoView + use<>> {
    if conflicts.is_empty() {
        return None;
    }
    let row = |checked: &Checked| {
        vec![
            Cell::text(i18n::time(l, zone, checked.scanned_at)),
            Cell::text(in_words(l, zone, checked)),
            Cell::text(checked.door.clone()),
        ]
    };
    let rows: Vec<Vec<Cell>> = conflicts.iter().map(row).collect();
    let columns = vec![
        Column::text(t!(l, "check-in-scanned")),
        Column::text(t!(l, "check-in-what")),
        Column::text(t!(l, "check-in-door")),
    ];
    Some(view! {
        <Section title=t!(l, "check-in-conflicts") id="conflicts">
            <DataTable caption=t!(l, "check-in-conflicts") caption_hidden=true columns rows/>
        </Section>
    })
}

/// What became of a scan, in a sentence.
fn in_words(l: Locale, zone: Tz, checked: &Checked) -> String {
    let time = |at| i18n::time(l, zone, at);
    let name = checked.person.clone().unwrap_or_default();
    let organization = checked.organization.clone().unwrap_or_default();
    match checked.outcome {
        Outcome::Recorded { late: None, .. } => t!(l, "check-in-welcome", name = name, organization = organization),
        Outcome::Recorded { at, late: Some(Late::Vote) } => {
            let scanned = time(checked.scanned_at);
            t!(l, "check-in-late-vote", name = name, organization = organization, scanned = scanned, time = time(at))
        }
        Outcome::Recorded { at, late: Some(Late::Clock) } => {
            t!(l, "check-in-late-clock", name = name, organization = organization, time = time(at))
        }
        Outcome::AlreadyThere { since } => match &checked.by_door {
            Some(door) => {
                let door = door.clone();
                t!(l, "check-in-already-by", name = name, organization = organization, time = time(since), door = door)
            }
            None => t!(l, "check-in-already", name = name, organization = organization, time = time(since)),
        },
        Outcome::LeftSince { at } => {
            t!(l, "check-in-left-since", name = name, organization = organization, time = time(at))
        }
        Outcome::Unknown => t!(l, "refused-pass-unknown"),
        Outcome::NotYet => t!(l, "refused-before-the-day"),
        Outcome::SessionOver => t!(l, "check-in-session-over", name = name),
        Outcome::NotOnRoll => t!(l, "check-in-not-on-roll", name = name),
        Outcome::MandateEnded => t!(l, "check-in-mandate-ended", name = name),
    }
}

/// What a camera opens that reads a pass: whose it is, and one press.
pub async fn scanned(cx: Cx, Path((network, assembly, code)): Path<(String, Uuid, String)>) -> Answer {
    let l = cx.locale();
    let address = Address { network, assembly };
    let room = guarded(&cx, &address).await?;
    let Pass { organization, organization_name, person, person_name, code } =
        cx.services().pass_at_door(cx.viewer(), room.id, &code).await.map_err(|error| match error {
            Error::Refused(Refusal::Named("pass-unknown")) => Error::NotFound,
            other => other,
        })?;
    let path = address.path();
    let title = t!(l, "check-in-door");
    let way = vec![PageLink::new(&path, room.title.clone()), PageLink::new(format!("{path}/door"), title.clone())];
    let draft = cx.network_page(&room.network, title).breadcrumb(breadcrumb(l, &room.network, way));
    Ok(draft.render(move || {
        let facts = vec![
            Fact::new(t!(l, "check-in-name"), person_name.clone()),
            Fact::new(t!(l, "column-association"), organization_name.clone()),
            Fact::new(t!(l, "check-in-code"), grouped(&code)),
        ];
        let here = room
            .attendances
            .iter()
            .find(|stay| stay.organization == organization && stay.person == person && stay.left_at.is_none());
        let here = here.map(|stay| {
            let since = i18n::time(l, room.network.zone, stay.arrived_at);
            view! { <Callout tone=Tone::Attention><p>{t!(l, "check-in-noted-since", time = since)}</p></Callout> }
        });
        let proxy = room.proxies.iter().find(|proxy| proxy.giver == organization && proxy.revoked_at.is_none());
        let proxy = proxy.map(|proxy| {
            let text = t!(
                l,
                "check-in-ends-proxy",
                organization = organization_name.clone(),
                holder = proxy.holder_name.clone()
            );
            view! { <Callout tone=Tone::Attention><p>{text}</p></Callout> }
        });
        let about = format!("{person_name}, {organization_name}");
        view! {
            <PageHeader title=person_name.clone() kicker=organization_name.clone()/>
            {here}
            {proxy}
            <Facts facts/>
            <PostForm action=format!("{path}/door")>
                <input type="hidden" name="nonce" value=Uuid::new_v4().to_string()/>
                <input type="hidden" name="code" value=code/>
                <FormActions><SubmitButton text=t!(l, "check-in-note") about=about/></FormActions>
            </PostForm>
        }
    }))
}

/// A code that was typed, or read by a scanner that types.
#[derive(Debug, Deserialize)]
pub struct CodeForm {
    #[serde(default)]
    code: String,
    #[serde(default)]
    nonce: String,
    #[serde(default)]
    door: String,
}

/// Notes an arrival by its pass.
pub async fn note(cx: Cx, Path(address): Path<Address>, Form(form): Form<CodeForm>) -> Answer {
    let room = guarded(&cx, &address).await?;
    let Some(code) = read_code(&form.code) else {
        return page(&cx, &address, Typed { code: form.code, door: form.door, refused: true }).await;
    };
    let nonce = form.nonce.parse().unwrap_or_else(|_| Uuid::new_v4());
    let now = cx.services().now();
    let batch = Batch { door: form.door.clone(), sent_at: now, scans: vec![Told { nonce, pass: code, at: now }] };
    let checked = cx.services().check_in(cx.viewer(), room.id, batch).await?;
    if checked.first().is_some_and(|checked| checked.outcome == Outcome::Unknown) {
        return page(&cx, &address, Typed { code: form.code, door: form.door, refused: true }).await;
    }
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("scan", &nonce.to_string())
        .append_pair("door", &form.door)
        .finish();
    Ok(see_other(&format!("{}/door?{query}", address.path())))
}

/// What a door kept while its network was down, or noted just now.
pub async fn told(cx: Cx, Path(address): Path<Address>, body: Bytes) -> Answer {
    let l = cx.locale();
    let room = guarded(&cx, &address).await?;
    // Read only now: nobody else hears what is wrong with it.
    let batch: Batch = serde_json::from_slice(&body).map_err(|_| Error::Invalid(Vec::new()))?;
    let checked = cx.services().check_in(cx.viewer(), room.id, batch).await?;
    let told = checked.iter().map(|checked| {
        json!({
            "nonce": checked.nonce,
            "outcome": checked.outcome,
            "conflict": checked.outcome.is_conflict(),
            "text": in_words(l, room.network.zone, checked),
        })
    });
    Ok((no_store(), Json(told.collect::<Vec<_>>())).into_response())
}

/// The list with which the door decides by itself.
pub async fn list(cx: Cx, Path(address): Path<Address>) -> Answer {
    let l = cx.locale();
    let room = guarded(&cx, &address).await?;
    let list = cx.services().door_list(cx.viewer(), room.id).await?;
    let entries = list.entries.into_iter().map(|entry| {
        json!({
            "pass": entry.pass,
            "organization": entry.organization,
            "person": entry.person,
            "since": entry.since.map(|since| i18n::time(l, room.network.zone, since)),
            "holder": entry.given_to,
        })
    });
    Ok((no_store(), Json(json!({ "entries": entries.collect::<Vec<_>>() }))).into_response())
}

fn no_store() -> [(HeaderName, HeaderValue); 1] {
    [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))]
}

/// The service worker, at an address from which it may keep the page of this door and no other.
pub async fn worker(cx: Cx, Path(address): Path<Address>) -> Answer {
    guarded(&cx, &address).await?;
    Ok(page_worker())
}
