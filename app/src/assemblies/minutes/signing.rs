//! Where the minutes stand: who has to read and sign which version, and the next right action for whoever looks.

use axum::{
    Json,
    extract::{Form, Path, rejection::JsonRejection},
    response::{IntoResponse, Response},
};
use axum_extra::extract::cookie::CookieJar;
use domain::{
    access::{Action, Scope},
    ids::PersonId,
    locale::Locale,
    minutes::{Missing, Office, Stage},
};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use serde_json::json;
use services::{
    Error, Refusal,
    assemblies::{Act, Minutes, Named, Signing},
};
use uuid::Uuid;

use super::{
    document::{canonical, how, what},
    forms::{self, Means},
};
use crate::{
    account::passkeys::{Answered, asked, question},
    assemblies::{Address, breadcrumb, summary},
    context::{Answer, Cx, done},
    problems::{FormProblem, on_form},
    ui::{
        ActionKind, ActionLink, Column, DataTable, Disclosure, Fact, Facts, PageHeader, PageLink, Section, Step,
        StepState, Steps,
    },
};

/// What the forms of this page say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SigningForm {
    chair: String,
    secretary: String,
    version: String,
    hash: String,
    confirm: String,
}

/// The page.
pub async fn show(cx: Cx, Path(address): Path<Address>) -> Answer {
    signing_page(&cx, &address, &FormProblem::default()).await
}

/// Names chair and secretary.
pub async fn name(cx: Cx, Path(address): Path<Address>, Form(form): Form<SigningForm>) -> Answer {
    let id = runs(&cx, &address).await?;
    let person = |text: &str| text.parse::<Uuid>().ok().map(PersonId);
    let (chair, secretary) = (person(&form.chair), person(&form.secretary));
    let result = cx.services().name_minutes_offices(cx.viewer(), id, chair, secretary).await;
    after(&cx, &address, result, "minutes-named").await
}

/// Gives the version that stands to be read.
pub async fn present(cx: Cx, Path(address): Path<Address>, Form(form): Form<SigningForm>) -> Answer {
    let id = runs(&cx, &address).await?;
    let minutes = cx.services().minutes(cx.viewer(), id).await?;
    let result = if form.version.parse() == Ok(minutes.version) {
        cx.services().present_minutes(cx.viewer(), id, minutes.version, canonical(&minutes)?).await
    } else {
        Err(Error::Conflict)
    };
    let result = match result {
        Err(Error::Conflict) => Err(domain::minutes::MinutesRefused::OtherVersion.into()),
        other => other,
    };
    after(&cx, &address, result, "minutes-presented").await
}

/// The viewer has read it.
pub async fn read(cx: Cx, Path(address): Path<Address>, Form(form): Form<SigningForm>) -> Answer {
    let room = address.room(&cx).await?;
    let result = cx.services().read_minutes(cx.viewer(), room.id, &form.hash).await;
    after(&cx, &address, result, "minutes-read").await
}

/// The viewer signs by their session.
pub async fn sign(cx: Cx, Path(address): Path<Address>, Form(form): Form<SigningForm>) -> Answer {
    let room = address.room(&cx).await?;
    let result = if form.confirm == "yes" {
        cx.services().sign_minutes_by_session(cx.viewer(), room.id, &form.hash).await
    } else {
        Err(Refusal::Named("signing-confirm").into())
    };
    after(&cx, &address, result, "minutes-signed").await
}

/// Asks the viewer's device to sign.
pub async fn start_passkey(cx: Cx, Path(address): Path<Address>, jar: CookieJar) -> Answer {
    let room = address.room(&cx).await?;
    let tied = services::sign_in::secret();
    let wanted = cx.services().start_signing_minutes(cx.viewer(), room.id, &tied).await?;
    Ok(question(&cx, jar, tied, wanted))
}

/// Keeps the signature of the viewer's device.
pub async fn finish_passkey(
    cx: Cx,
    Path(address): Path<Address>,
    jar: CookieJar,
    answered: Result<Json<Answered>, JsonRejection>,
) -> Answer {
    // Whether there is such an assembly is said before what was sent is looked at.
    let room = address.room(&cx).await?;
    let Json(answered) = answered.map_err(|_| Refusal::Named("passkey-refused"))?;
    let tied = asked(&cx, &jar)?;
    cx.services().sign_minutes_by_passkey(cx.viewer(), room.id, &tied, answered.answer).await?;
    Ok(Json(json!({ "next": format!("{}?done=minutes-signed", here(&address)) })).into_response())
}

fn here(address: &Address) -> String {
    format!("{}/minutes/signing", address.path())
}

async fn runs(cx: &Cx, address: &Address) -> Result<domain::ids::AssemblyId, Error> {
    let room = address.room(cx).await?;
    cx.viewer().require(Action::RunAssembly, Scope::Network(room.network.id))?;
    Ok(room.id)
}

/// Back to the page, with a word or with what stands against it.
async fn after(cx: &Cx, address: &Address, result: Result<(), Error>, word: &str) -> Answer {
    match on_form(result)? {
        Ok(()) => Ok(done(&here(address), word)),
        Err(problem) => signing_page(cx, address, &problem).await,
    }
}

async fn signing_page(cx: &Cx, address: &Address, problem: &FormProblem) -> Answer {
    let l = cx.locale();
    address.room(cx).await?;
    let minutes = cx.services().minutes(cx.viewer(), address.id()).await?;
    let people =
        if minutes.room.may_run { cx.services().minutes_people(cx.viewer(), address.id()).await? } else { Vec::new() };
    let means = means(cx, &minutes).await?;
    Ok(page(cx, address, l, minutes, people, means, problem))
}

/// How the viewer can sign, when it is their turn.
async fn means(cx: &Cx, minutes: &Minutes) -> Result<Option<Means>, Error> {
    let person = cx.viewer().person()?;
    if minutes.signing.course.may_sign(person).is_err() {
        return Ok(None);
    }
    Ok(Some(Means {
        passkey: cx.services().may_sign_by_passkey(cx.viewer()).await?,
        passkeys_work: cx.services().passkeys_available(),
        method: cx.services().session_method(cx.viewer()).await?,
    }))
}

fn page(
    cx: &Cx,
    address: &Address,
    l: Locale,
    minutes: Minutes,
    people: Vec<Named>,
    means: Option<Means>,
    problem: &FormProblem,
) -> Response {
    let path = address.path();
    let title = t!(l, "signing");
    let way = vec![
        PageLink::new(&path, minutes.room.title.clone()),
        PageLink::new(format!("{path}/minutes"), t!(l, "assembly-minutes")),
        PageLink::new(format!("{path}/minutes/signing"), title.clone()),
    ];
    let draft = cx
        .network_page(&minutes.room.network, format!("{title} – {}", minutes.room.title))
        .status(problem.status())
        .breadcrumb(breadcrumb(l, &minutes.room.network, way));
    let (problem, viewer) = (problem.clone(), cx.viewer().clone());
    draft.render(move || {
        let forms = forms::forms(l, &path, &minutes, (&viewer, means), people, &problem);
        let history = history(l, &minutes);
        let minutes_path = format!("{path}/minutes");
        let kicker = minutes.room.title.clone();
        view! {
            <PageHeader title=title kicker=kicker lead=t!(l, "signing-lead")>
                <ActionLink href=minutes_path text=t!(l, "signing-see") kind=ActionKind::Secondary/>
            </PageHeader>
            {summary(l, &problem)}
            {next(l, &minutes)}
            {forms}
            <Section title=t!(l, "signing-state") id="state">
                <Steps steps=steps(l, minutes.signing.course.stage())/>
                <Facts facts=facts(l, &minutes)/>
            </Section>
            {history}
            <Disclosure summary=t!(l, "signing-check")><p>{t!(l, "signing-check-text")}</p></Disclosure>
        }
    })
}

fn steps(l: Locale, stage: Stage) -> Vec<Step> {
    let title = |stage: &Stage| match stage {
        Stage::Draft => t!(l, "signing-step-draft"),
        Stage::Presented => t!(l, "signing-step-presented"),
        Stage::Read => t!(l, "signing-step-read"),
        Stage::Signed => t!(l, "signing-step-signed"),
        Stage::Approved => t!(l, "signing-step-approved"),
    };
    let reached = Stage::ALL.iter().position(|one| *one == stage).unwrap_or_default();
    let step = |(place, one): (usize, &Stage)| {
        // A draft is what one writes; each later word tells what was done to it.
        let (state, words) = match place {
            0 if reached == 0 => (StepState::Current, t!(l, "signing-now")),
            place if place <= reached => (StepState::Done, t!(l, "signing-done")),
            place if place == reached + 1 && reached > 0 => (StepState::Current, t!(l, "signing-now")),
            _ => (StepState::Upcoming, t!(l, "signing-later")),
        };
        Step { title: title(one), state, state_in_words: words, ..Step::default() }
    };
    Stage::ALL.iter().enumerate().map(step).collect()
}

/// What is missing, in words.
fn next(l: Locale, minutes: &Minutes) -> impl IntoView + use<> {
    let signing = &minutes.signing;
    let version = signing.presented.as_ref().map_or(minutes.version, |presented| presented.version);
    let name = |office: Office| named(signing, office).map(|named| named.name.clone()).unwrap_or_default();
    let sentence = |missing: &Missing| match missing {
        Missing::End => t!(l, "signing-missing-end"),
        Missing::Names => t!(l, "signing-missing-names"),
        Missing::Presentation => t!(l, "signing-missing-presentation", version = version),
        Missing::Reading(Office::Chair) => {
            t!(l, "signing-missing-reading-chair", version = version, name = name(Office::Chair))
        }
        Missing::Reading(Office::Secretary) => {
            t!(l, "signing-missing-reading-secretary", version = version, name = name(Office::Secretary))
        }
        Missing::Signature(Office::Chair) => {
            t!(l, "signing-missing-signature-chair", version = version, name = name(Office::Chair))
        }
        Missing::Signature(Office::Secretary) => {
            t!(l, "signing-missing-signature-secretary", version = version, name = name(Office::Secretary))
        }
        Missing::Approval => match &signing.awaited_by {
            Some((_, title)) => t!(l, "signing-awaited", title = title.as_str()),
            None => t!(l, "signing-missing-approval"),
        },
    };
    let lines: Vec<String> = signing.course.missing().iter().map(sentence).collect();
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <Section title=t!(l, "signing-next") id="next"><ul>{lines}</ul></Section> }
    })
}

pub(super) fn named(signing: &Signing, office: Office) -> Option<&Named> {
    match office {
        Office::Chair => signing.chair.as_ref(),
        Office::Secretary => signing.secretary.as_ref(),
    }
}

fn facts(l: Locale, minutes: &Minutes) -> Vec<Fact> {
    let signing = &minutes.signing;
    let stage = i18n::wording::minutes_stage(l, signing.course.stage());
    let version = signing.presented.as_ref().map_or(minutes.version, |presented| presented.version);
    let mut facts =
        vec![Fact::new(t!(l, "signing-state"), t!(l, "signing-version-state", state = stage, version = version))];
    for office in Office::ALL {
        let name = named(signing, *office).map_or_else(|| t!(l, "signing-not-named"), |named| named.name.clone());
        facts.push(Fact::new(i18n::wording::office(l, *office), name));
    }
    if let Some(presented) = &signing.presented {
        let hash = presented.hash.clone();
        facts.push(Fact::view(t!(l, "signing-hash"), view! { <code>{hash}</code> }));
    }
    if let Some(approved) = &signing.approved {
        let href = format!("/n/{}/assemblies/{}", minutes.room.network.slug, approved.assembly);
        let time = i18n::date_time(l, minutes.room.network.zone, approved.at);
        let text = t!(l, "signing-approved-by", title = approved.title.as_str(), time = time);
        facts.push(Fact::view(t!(l, "signing-approved"), view! { <a href=href>{text}</a> }));
    }
    facts
}

/// Who read and signed, and who had before a correction.
fn history(l: Locale, minutes: &Minutes) -> impl IntoView + use<> {
    let signing = &minutes.signing;
    let zone = minutes.room.network.zone;
    let row = |act: &Act| {
        let what = match act.voided_at {
            None => what(l, act),
            Some(at) => t!(l, "signing-void-since", what = what(l, act), time = i18n::date_time(l, zone, at)),
        };
        vec![
            act.name.as_str().into(),
            i18n::wording::office(l, act.office).into(),
            what.into(),
            i18n::date_time(l, zone, act.at).into(),
            how(l, &minutes.room, act).into(),
        ]
    };
    let table = |caption: String, acts: &[Act]| {
        let columns = vec![
            Column::text(t!(l, "signing-column-who")),
            Column::text(t!(l, "signing-column-office")),
            Column::text(t!(l, "signing-column-act")),
            Column::text(t!(l, "signing-column-when")),
            Column::text(t!(l, "signing-column-how")),
        ];
        let rows = acts.iter().map(row).collect();
        view! { <DataTable caption=caption caption_hidden=true columns=columns rows=rows/> }
    };
    let standing = if signing.acts.is_empty() {
        view! { <p>{t!(l, "signing-acts-none")}</p> }.into_any()
    } else {
        table(t!(l, "signing-acts"), &signing.acts).into_any()
    };
    let voided = (!signing.voided.is_empty()).then(|| {
        let table = table(t!(l, "signing-voided"), &signing.voided);
        view! { <Disclosure summary=t!(l, "signing-voided")>{table}</Disclosure> }
    });
    view! { <Section title=t!(l, "signing-acts") id="acts">{standing}{voided}</Section> }
}
