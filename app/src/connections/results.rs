//! What was found out: domains that are proved, tests that were made, people who wait.

use axum::response::Response;
use chrono_tz::Europe::Paris;
use domain::locale::Locale;
use i18n::t;
use leptos::prelude::*;
use serde_json::Value;
use services::sign_in::{ConnectionView, DomainLine, Organization, TestResult, Waiting};

use crate::{
    context::Cx,
    entries::Filled,
    ui::{
        ActionKind, Callout, Cell, Column, DataTable, EmptyState, Fact, Facts, Field, FormActions, PageHeader,
        PageLink, PostButton, PostForm, SubmitButton, Tone,
    },
    wording,
};

pub(super) fn domains(l: Locale, base: &str, lines: &[DomainLine], filled: &Filled) -> impl IntoView + use<> {
    let list = if lines.is_empty() {
        let (title, text) = (t!(l, "connection-domains-none"), t!(l, "connection-domains-none-text"));
        view! { <EmptyState title text/> }.into_any()
    } else {
        let columns = vec![
            Column::text(t!(l, "connection-domain")),
            Column::text(t!(l, "connection-domain-state")),
            Column::text(t!(l, "connection-domain-record")),
            Column::actions(t!(l, "actions")),
        ];
        let rows = lines.iter().map(|line| domain(l, base, line)).collect();
        view! { <DataTable caption=t!(l, "connection-domains") caption_hidden=true columns rows/> }.into_any()
    };
    let open = lines.iter().any(|line| line.verified_at.is_none());
    let action = format!("{base}/domains");
    let value = filled.text("domain");
    view! {
        <p>{t!(l, "connection-domains-lead")}</p>
        {list}
        {open.then(|| view! { <p class="hint">{t!(l, "connection-domain-other-way")}</p> })}
        <PostForm action>
            <Field
                name="domain" value label=t!(l, "connection-domain") hint=t!(l, "connection-domain-hint")
                autocomplete="off"
            />
            <FormActions>
                <SubmitButton text=t!(l, "connection-domain-add") kind=ActionKind::Secondary/>
            </FormActions>
        </PostForm>
    }
}

fn domain(l: Locale, base: &str, line: &DomainLine) -> Vec<Cell> {
    let proved = line.verified_at.is_some();
    let state = match (proved, line.by_dns) {
        (false, _) => Cell::tag(t!(l, "connection-domain-open"), Tone::Attention),
        (true, true) => Cell::tag(t!(l, "connection-domain-by-dns"), Tone::Positive),
        (true, false) => Cell::tag(t!(l, "connection-domain-by-network"), Tone::Positive),
    };
    let record = if proved {
        Cell::text("")
    } else {
        let record = line.record.clone();
        Cell::view(view! { <code>{record}</code> })
    };
    let check = (!proved).then(|| {
        let action = format!("{base}/domains/{}/check", line.id);
        let about = line.domain.clone();
        view! { <PostButton action text=t!(l, "connection-domain-check") about kind=ActionKind::Secondary/> }
    });
    let action = format!("{base}/domains/{}/remove", line.id);
    let about = line.domain.clone();
    let buttons = view! {
        <div class="actions">
            {check}
            <PostButton action text=t!(l, "connection-domain-remove") about kind=ActionKind::Quiet/>
        </div>
    };
    vec![Cell::text(line.domain.clone()), state, record, Cell::view(buttons)]
}

pub(super) fn test(l: Locale, base: &str, found: &ConnectionView) -> impl IntoView + use<> {
    let result = found.test.as_ref().map(|result| shown(l, result));
    let button = found.state.is_some().then(|| {
        let action = format!("{base}/test");
        view! { <PostButton action text=t!(l, "connection-test-action") kind=ActionKind::Secondary/> }
    });
    view! {
        <p>{t!(l, "connection-test")}</p>
        {button}
        {result}
    }
}

fn shown(l: Locale, result: &TestResult) -> AnyView {
    let at = t!(l, "connection-test-at", when = i18n::date_time(l, Paris, result.at));
    if let Some(code) = &result.code {
        let sentence = crate::sign_in::words::protocol(l, code);
        let detail = result.detail.clone().unwrap_or_default();
        let detail = t!(l, "connection-test-detail", detail = detail, code = code);
        return view! {
            <Callout tone=Tone::Critical>
                <p><strong>{t!(l, "connection-test-bad")}</strong>" – "{at}</p>
                <p>{sentence}</p>
                <p>{detail}</p>
            </Callout>
        }
        .into_any();
    }
    let roles: Vec<String> = result.roles.iter().map(|role| wording::role(l, *role)).collect();
    let roles = if roles.is_empty() { t!(l, "connection-test-no-role") } else { i18n::list(l, &roles) };
    let facts = vec![
        Fact::new(t!(l, "connection-test-outcome"), outcome(l, result.outcome.as_deref().unwrap_or_default())),
        Fact::new(t!(l, "connection-test-roles"), roles),
    ];
    let columns = vec![Column::text(t!(l, "connection-test-claim")), Column::text(t!(l, "connection-test-value"))];
    let claims = result.claims.as_object().into_iter().flatten();
    let rows = claims.map(|(name, value)| vec![Cell::text(name), Cell::text(plain(value))]).collect();
    view! {
        <Callout tone=Tone::Positive>
            <p><strong>{t!(l, "connection-test-good")}</strong>" – "{at}</p>
        </Callout>
        <Facts facts/>
        <DataTable caption=t!(l, "connection-test-claims") columns rows/>
    }
    .into_any()
}

fn outcome(l: Locale, word: &str) -> String {
    match word {
        "welcome" => t!(l, "connection-outcome-welcome"),
        "create" => t!(l, "connection-outcome-create"),
        "wait" => t!(l, "connection-outcome-wait"),
        "foreign_domain" => t!(l, "connection-outcome-foreign"),
        "address_moved" => t!(l, "connection-outcome-moved"),
        "address_unverified" => t!(l, "connection-outcome-unverified"),
        _ => t!(l, "connection-outcome-unknown"),
    }
}

/// A claim as text: what an administrator types into a rule.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

pub(super) fn approvals(cx: &Cx, organization: Organization, waiting: Vec<Waiting>) -> Response {
    let l = cx.locale();
    let base = format!("/o/{}/approvals", organization.slug);
    let list = if waiting.is_empty() {
        let (title, text) = (t!(l, "connection-approvals-none"), t!(l, "connection-approvals-none-text"));
        view! { <EmptyState title text/> }.into_any()
    } else {
        let columns = vec![
            Column::text(t!(l, "name")),
            Column::text(t!(l, "email")),
            Column::text(t!(l, "connection-approval-since")),
            Column::actions(t!(l, "actions")),
        ];
        let row = |line: Waiting| {
            let action = format!("{base}/{}", line.id);
            let grant = vec![("decision".to_owned(), "grant".to_owned())];
            let refuse = vec![("decision".to_owned(), "refuse".to_owned())];
            let (about, again, name) = (line.name.clone(), line.name.clone(), line.name);
            let buttons = view! {
                <div class="actions">
                    <PostButton
                        action=action.clone() entries=grant about kind=ActionKind::Secondary
                        text=t!(l, "connection-approval-grant")
                    />
                    <PostButton
                        action entries=refuse about=again kind=ActionKind::Quiet
                        text=t!(l, "connection-approval-refuse")
                    />
                </div>
            };
            vec![
                Cell::text(name),
                Cell::text(line.email.unwrap_or_default()),
                Cell::text(i18n::date_time(l, Paris, line.since)),
                Cell::view(buttons),
            ]
        };
        let rows = waiting.into_iter().map(row).collect();
        view! { <DataTable caption=t!(l, "connection-approvals") caption_hidden=true columns rows/> }.into_any()
    };
    let title = t!(l, "connection-approvals");
    let lead = t!(l, "connection-approvals-lead", organization = &organization.name);
    let connection = format!("/o/{}/connection", organization.slug);
    let breadcrumb = vec![
        PageLink::new(connection, t!(l, "account-connection", organization = &organization.name)),
        PageLink::new(&base, title.clone()),
    ];
    cx.page(title.clone()).breadcrumb(breadcrumb).render(move || {
        view! {
            <PageHeader title kicker=organization.name lead/>
            {list}
        }
    })
}
