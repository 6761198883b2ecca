//! What whoever looks can do next with the minutes: name, give to be read, declare read, sign.

use domain::{
    locale::Locale,
    minutes::{Missing, Office, Stage},
};
use i18n::t;
use leptos::prelude::*;
use services::{
    Viewer,
    assemblies::{Minutes, Named},
};

use super::signing::named;
use crate::{
    account::passkeys::{Button, button},
    problems::FormProblem,
    ui::{
        ActionKind, ActionLink, Callout, Checkbox, Choice, Disclosure, FormActions, PostButton, PostForm, Section,
        Select, SubmitButton, Tone,
    },
};

/// How the viewer can sign.
#[derive(Clone, Debug)]
pub struct Means {
    /// They have a passkey that can.
    pub passkey: bool,
    /// Passkeys work at this address.
    pub passkeys_work: bool,
    /// How they signed in.
    pub method: String,
}

/// The forms that are the viewer's to send, the next right one first.
pub fn forms(
    l: Locale,
    path: &str,
    minutes: &Minutes,
    (viewer, means): (&Viewer, Option<Means>),
    people: Vec<Named>,
    problem: &FormProblem,
) -> impl IntoView + use<> {
    let course = &minutes.signing.course;
    let missing = course.missing();
    let person = viewer.actor.person();
    let read = person.and_then(|person| course.may_read(person).ok()).map(|_| declare(l, path, minutes));
    let sign = means.map(|means| sign(l, path, minutes, viewer, &means));
    let present = (minutes.room.may_run && missing == [Missing::Presentation]).then(|| present(l, path, minutes));
    let names = (minutes.room.may_run && course.may_change().is_ok()).then(|| {
        let form = names(l, path, minutes, people, problem);
        let title = t!(l, "signing-names");
        if missing == [Missing::Names] || problem.any() {
            view! { <Section title=title id="names">{form}</Section> }.into_any()
        } else {
            view! { <Disclosure summary=title>{form}</Disclosure> }.into_any()
        }
    });
    view! { {read} {sign} {present} {names} }
}

fn names(l: Locale, path: &str, minutes: &Minutes, people: Vec<Named>, problem: &FormProblem) -> impl IntoView + use<> {
    let signing = &minutes.signing;
    let select = |name: &'static str, office: Office| {
        let options = people.iter().map(|known| Choice::new(known.person.to_string(), known.name.clone())).collect();
        let selected = named(signing, office).map(|named| named.person.to_string()).unwrap_or_default();
        view! {
            <Select name=name label=i18n::wording::office(l, office) options=options selected=selected empty=t!(l, "signing-choose") error=problem.field(l, name)/>
        }
    };
    let warning = (signing.course.stage() > Stage::Draft).then(|| {
        view! { <Callout tone=Tone::Attention><p>{t!(l, "signing-names-warning")}</p></Callout> }
    });
    let kind = if signing.chair.is_none() { ActionKind::Primary } else { ActionKind::Secondary };
    let (chair, secretary) = (select("chair", Office::Chair), select("secretary", Office::Secretary));
    view! {
        {warning}
        <p class="hint">{t!(l, "signing-names-hint")}</p>
        <PostForm action=format!("{path}/minutes/offices")>
            {chair}
            {secretary}
            <FormActions><SubmitButton text=t!(l, "save") kind=kind/></FormActions>
        </PostForm>
    }
}

fn present(l: Locale, path: &str, minutes: &Minutes) -> impl IntoView + use<> {
    let version = minutes.version;
    let entries = vec![("version".to_owned(), version.to_string())];
    let action = format!("{path}/minutes/present");
    view! {
        <Section title=t!(l, "signing-step-presented") id="present">
            <p>{t!(l, "signing-present-text")}</p>
            <PostButton action=action text=t!(l, "signing-present", version = version) entries=entries/>
        </Section>
    }
}

/// Version and hash of what stands.
fn standing(minutes: &Minutes) -> (i32, String) {
    minutes.signing.presented.as_ref().map(|presented| (presented.version, presented.hash.clone())).unwrap_or_default()
}

fn declare(l: Locale, path: &str, minutes: &Minutes) -> impl IntoView + use<> {
    let (version, hash) = standing(minutes);
    let entries = vec![("hash".to_owned(), hash)];
    let action = format!("{path}/minutes/read");
    view! {
        <Section title=t!(l, "signing-step-read") id="read">
            <p>{t!(l, "signing-declare-read-text")}</p>
            <PostButton action=action text=t!(l, "signing-declare-read", version = version) entries=entries/>
        </Section>
    }
}

fn sign(l: Locale, path: &str, minutes: &Minutes, viewer: &Viewer, means: &Means) -> impl IntoView + use<> {
    let (version, hash) = standing(minutes);
    let passkey = if means.passkey {
        let button = button(Button {
            kind: "sign",
            action: format!("{path}/minutes/passkey"),
            start: format!("{path}/minutes/passkey/start"),
            text: t!(l, "signing-sign-passkey"),
            problem: t!(l, "signing-passkey-refused"),
            next: String::new(),
            weight: ActionKind::Primary,
        });
        view! { <p>{t!(l, "signing-sign-passkey-text")}</p>{button} }.into_any()
    } else if means.passkeys_work {
        let link = view! { <ActionLink href="/account" text=t!(l, "signing-account") kind=ActionKind::Secondary/> };
        view! { <p>{t!(l, "signing-passkey-none")}</p><FormActions>{link}</FormActions> }.into_any()
    } else {
        view! { <p>{t!(l, "signing-passkey-nowhere")}</p> }.into_any()
    };
    let method = i18n::wording::sign_in_method(l, &means.method);
    let text = t!(l, "signing-session-text", name = viewer.name.as_str(), method = method);
    let office = minutes.signing.mine.map(|office| i18n::wording::office(l, office)).unwrap_or_default();
    let kind = if means.passkey { ActionKind::Secondary } else { ActionKind::Primary };
    let session = view! {
        <p>{text}</p>
        <PostForm action=format!("{path}/minutes/sign")>
            <input type="hidden" name="hash" value=hash/>
            <Checkbox name="confirm" label=t!(l, "signing-session-confirm", version = version, office = office)/>
            <FormActions><SubmitButton text=t!(l, "signing-session") kind=kind/></FormActions>
        </PostForm>
    };
    let session = if means.passkey {
        view! { <Disclosure summary=t!(l, "signing-session")>{session}</Disclosure> }.into_any()
    } else {
        session.into_any()
    };
    view! { <Section title=t!(l, "signing-sign") id="sign">{passkey}{session}</Section> }
}
