//! The page on which an association sets its sign-in up.

use axum::response::Response;
use domain::{
    locale::Locale,
    people::Role,
    sign_in::{ConnectionState, may_come_from_claims},
};
use i18n::t;
use leptos::prelude::*;
use services::sign_in::ConnectionView;

use super::{fields, results};
use crate::{
    context::Cx,
    entries::Filled,
    ui::{
        ActionKind, ActionLink, Callout, Checkbox, Choice, Choices, Fact, Facts, Field, FieldGroup, FormActions,
        PageHeader, PageLink, PostButton, PostForm, Section, Select, Step, StepState, Steps, SubmitButton, Tag, Tone,
    },
    wording,
};

pub(super) fn connection(cx: &Cx, found: ConnectionView, waiting: usize, settings: Filled, domain: Filled) -> Response {
    let l = cx.locale();
    let base = format!("/o/{}/connection", found.organization.slug);
    let name = found.organization.name.clone();
    let draft = domain.on(l, settings.on(l, cx.page(t!(l, "connection-title"))));
    // Whichever of the two forms came back says so with its status.
    let status = if settings.problem.any() { settings.problem.status() } else { domain.problem.status() };
    let draft = if settings.conflict { draft.status(axum::http::StatusCode::CONFLICT) } else { draft.status(status) };
    let draft = draft.breadcrumb(vec![
        PageLink::new("/account", t!(l, "account-title")),
        PageLink::new(&base, t!(l, "account-connection", organization = &name)),
    ]);
    let (state, tone) = state(l, found.state);
    let steps = steps(l, &found);
    let summary = settings.summary(l);
    let form = form(l, &base, &found, settings);
    let service = service(l, &base, &found);
    let domains = results::domains(l, &base, &found.domains, &domain);
    let test = results::test(l, &base, &found);
    let register = vec![
        Fact::new(t!(l, "connection-redirect-uri"), found.redirect_uri),
        Fact::new(t!(l, "connection-signed-out-uri"), found.signed_out_uri),
        Fact::new(t!(l, "connection-logout-uri"), found.logout_uri),
        Fact::new(t!(l, "connection-direct-address"), found.direct_address),
    ];
    let requests = format!("/o/{}/approvals", found.organization.slug);
    draft.render(move || {
        view! {
            <PageHeader title=t!(l, "connection-title") kicker=name.clone() lead=t!(l, "connection-lead", organization = &name)>
                <Tag text=state tone/>
                <ActionLink
                    href=requests
                    text=t!(l, "connection-approvals-count", count = waiting)
                    kind=ActionKind::Secondary
                />
            </PageHeader>
            {summary}
            <Section title=t!(l, "connection-steps-title")><Steps steps/></Section>
            {service}
            <Section title=t!(l, "connection-register-title") id="register"><Facts facts=register/></Section>
            <Section title=t!(l, "connection-settings") id="settings">{form}</Section>
            <Section title=t!(l, "connection-domains") id="domains">{domains}</Section>
            <Section title=t!(l, "connection-test-title") id="test">{test}</Section>
        }
    })
}

fn state(l: Locale, state: Option<ConnectionState>) -> (String, Tone) {
    match state {
        None => (t!(l, "connection-none"), Tone::Neutral),
        Some(ConnectionState::Draft) => (t!(l, "connection-draft"), Tone::Attention),
        Some(ConnectionState::Tested) => (t!(l, "connection-tested"), Tone::Active),
        Some(ConnectionState::Active) => (t!(l, "connection-active"), Tone::Positive),
        Some(ConnectionState::Disabled) => (t!(l, "connection-disabled"), Tone::Critical),
    }
}

fn steps(l: Locale, found: &ConnectionView) -> Vec<Step> {
    let saved = found.state.is_some();
    let active = found.state == Some(ConnectionState::Active);
    let tested = active || found.state == Some(ConnectionState::Tested);
    let proved = found.domains.iter().any(|line| line.verified_at.is_some());
    let all = [
        (t!(l, "connection-step-settings"), "#settings", saved),
        (t!(l, "connection-step-domains"), "#domains", proved),
        (t!(l, "connection-step-test"), "#test", tested),
        (t!(l, "connection-step-active"), "#service", active),
    ];
    let now = all.iter().position(|(_, _, done)| !done);
    let step = |(position, (title, href, done)): (usize, (String, &str, bool))| {
        let (state, words) = match done {
            true => (StepState::Done, t!(l, "connection-step-done")),
            false if Some(position) == now => (StepState::Current, t!(l, "connection-step-now")),
            false => (StepState::Upcoming, t!(l, "connection-step-later")),
        };
        Step { title, href: Some(href.to_owned()), detail: None, state, state_in_words: words }
    };
    all.into_iter().enumerate().map(step).collect()
}

/// The one thing to do with a connection that is ready or in use.
fn service(l: Locale, base: &str, found: &ConnectionView) -> impl IntoView + use<> {
    let (path, text, explained, kind) = match found.state {
        Some(ConnectionState::Tested) => {
            ("activate", t!(l, "connection-activate"), t!(l, "connection-activate-text"), ActionKind::Primary)
        }
        Some(ConnectionState::Active) => {
            ("disable", t!(l, "connection-disable"), t!(l, "connection-disable-text"), ActionKind::Danger)
        }
        _ => return None,
    };
    let action = format!("{base}/{path}");
    Some(view! {
        <Section title=t!(l, "connection-step-active") id="service">
            <p>{explained}</p>
            <PostButton action text kind/>
        </Section>
    })
}

fn form(l: Locale, base: &str, found: &ConnectionView, filled: Filled) -> impl IntoView + use<> {
    let warning = matches!(found.state, Some(ConnectionState::Active | ConnectionState::Tested)).then(|| {
        let text = t!(l, "connection-save-warning");
        view! { <Callout tone=Tone::Attention><p>{text}</p></Callout> }
    });
    let secret_hint =
        if found.has_secret { t!(l, "connection-client-secret-kept") } else { t!(l, "connection-client-secret-hint") };
    let authentication = vec![
        Choice::new("basic", t!(l, "connection-authentication-basic"))
            .detail(t!(l, "connection-authentication-basic-detail")),
        Choice::new("post", t!(l, "connection-authentication-post")),
        Choice::new("none", t!(l, "connection-authentication-none")),
    ];
    let unknown = vec![
        Choice::new("ask_approval", t!(l, "connection-unknown-ask")).detail(t!(l, "connection-unknown-ask-detail")),
        Choice::new("create_staff", t!(l, "connection-unknown-create"))
            .detail(t!(l, "connection-unknown-create-detail")),
        Choice::new("refuse", t!(l, "connection-unknown-refuse")).detail(t!(l, "connection-unknown-refuse-detail")),
    ];
    let pkce_error = filled.error(l, "pkce").map(|_| t!(l, "connection-pkce-needed"));
    let rules_error = filled.error(l, "rules").map(|_| {
        let text = t!(l, "connection-rules-error");
        view! { <p class="error" id="field-rules">{text}</p> }
    });
    let rules: Vec<_> = fields::lines(&filled.entries)
        .into_iter()
        .enumerate()
        .map(|(position, line)| {
            let number = position + 1;
            view! {
                <Field
                    name="claim" id=format!("claim-{number}") value=line.claim
                    label=t!(l, "connection-rule-claim", line = number)
                />
                <Field
                    name="value" id=format!("value-{number}") value=line.value
                    label=t!(l, "connection-rule-value", line = number)
                />
                <Select
                    name="role" id=format!("role-{number}") options=roles(l) selected=line.role
                    empty=t!(l, "connection-rule-no-role")
                    label=t!(l, "connection-rule-role", line = number)
                />
            }
        })
        .collect();
    let version = filled.text("version");
    let action = base.to_owned();
    view! {
        <PostForm action>
            {warning}
            <input type="hidden" name="version" value=version/>
            <Field
                name="issuer" kind="url" value=filled.text("issuer") error=filled.error(l, "issuer")
                label=t!(l, "connection-issuer") hint=t!(l, "connection-issuer-hint")
            />
            <Field
                name="client_id" value=filled.text("client_id") error=filled.error(l, "client_id")
                label=t!(l, "connection-client-id") autocomplete="off"
            />
            <Field
                name="client_secret" kind="password" error=filled.error(l, "client_secret")
                label=t!(l, "connection-client-secret") hint=secret_hint autocomplete="off"
            />
            <Choices
                name="client_authentication" options=authentication selected=filled.text("client_authentication")
                legend=t!(l, "connection-client-authentication") error=filled.error(l, "client_authentication")
            />
            <Checkbox
                name="pkce" checked=!filled.text("pkce").is_empty() label=t!(l, "connection-pkce")
                hint=t!(l, "connection-pkce-hint") error=pkce_error
            />
            <Field
                name="scopes" value=filled.text("scopes") error=filled.error(l, "scopes")
                label=t!(l, "connection-scopes") hint=t!(l, "connection-scopes-hint")
            />
            <Choices
                name="unknown_person" options=unknown selected=filled.text("unknown_person")
                legend=t!(l, "connection-unknown-person") error=filled.error(l, "unknown_person")
            />
            <FieldGroup legend=t!(l, "connection-rules")>
                <p class="hint">{t!(l, "connection-rules-hint")}</p>
                {rules_error}
                {rules}
            </FieldGroup>
            <FormActions><SubmitButton text=t!(l, "save")/></FormActions>
        </PostForm>
    }
}

fn roles(l: Locale) -> Vec<Choice> {
    let possible = Role::ALL.iter().filter(|role| may_come_from_claims(**role));
    possible.map(|role| Choice::new(role.as_str(), wording::role(l, *role))).collect()
}
