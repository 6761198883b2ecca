//! The account page.

use axum::response::Response;
use chrono_tz::Europe::Paris;
use domain::{
    access::{Action, Relation, permitted},
    locale::Locale,
};
use i18n::t;
use leptos::prelude::*;
use services::sign_in::{Account, HeldMandate, LinkedIdentity, Organization, PasskeyLine, SessionLine};

use super::{device, passkeys};
use crate::{
    context::{Cx, language_name},
    ui::{
        ActionKind, ActionLink, Callout, Cell, Choice, Column, DataTable, Fact, Facts, FormActions, PageHeader,
        PostButton, PostForm, Section, Select, SubmitButton, Tag, Tone,
    },
    wording,
};

pub(super) fn account(cx: &Cx, account: Account, known: Vec<PasskeyLine>) -> Response {
    let l = cx.locale();
    let address = account.email.unwrap_or_else(|| t!(l, "account-no-email"));
    let facts = vec![Fact::new(t!(l, "name"), account.name), Fact::new(t!(l, "account-email"), address)];
    let administered = settled(cx, &account.mandates);
    let mandates = mandates(l, account.mandates);
    let by_link = account.identities.is_empty();
    let identities = identities(l, account.identities);
    let linkable = account.linkable.into_iter().map(move |organization| link(l, organization)).collect_view();
    let others = account.sessions.len() > 1;
    let sessions = sessions(l, account.sessions);
    let language = language(l, account.locale);
    let passkeys = passkeys::list(cx, known).map(|list| {
        view! { <Section title=t!(l, "account-passkeys") id="passkeys">{list}</Section> }
    });
    cx.page(t!(l, "account-title")).render(move || {
        view! {
            <PageHeader title=t!(l, "account-title") lead=t!(l, "account-lead")/>
            {linkable}
            <Facts facts/>
            <Section title=t!(l, "account-mandates") id="mandates">
                {mandates}
                {administered}
            </Section>
            <Section title=t!(l, "record-title") id="trainings">
                <ActionLink href="/account/trainings" text=t!(l, "record-open") kind=ActionKind::Secondary/>
            </Section>
            <Section title=t!(l, "account-language") id="language">{language}</Section>
            <Section title=t!(l, "account-identities") id="identities">
                {by_link.then(|| view! { <p>{t!(l, "account-identities-none")}</p> })}
                {identities}
            </Section>
            {passkeys}
            <Section title=t!(l, "account-sessions") id="sessions">
                {sessions}
                {others.then(|| view! {
                    <PostButton
                        action="/account/sessions/end-others"
                        text=t!(l, "account-end-others")
                        kind=ActionKind::Secondary
                    />
                })}
            </Section>
        }
    })
}

fn mandates(l: Locale, mandates: Vec<HeldMandate>) -> impl IntoView {
    let columns = vec![
        Column::text(t!(l, "account-role")),
        Column::text(t!(l, "account-place")),
        Column::text(t!(l, "account-period")),
    ];
    let row = |mandate: HeldMandate| {
        let from = i18n::date(l, mandate.from);
        let period = match mandate.until {
            Some(until) => t!(l, "account-period-until", from = from, until = i18n::date(l, until)),
            None => t!(l, "account-period-open", from = from),
        };
        vec![Cell::text(wording::role(l, mandate.role)), Cell::text(mandate.place), Cell::text(period)]
    };
    let rows = mandates.into_iter().map(row).collect();
    view! { <DataTable caption=t!(l, "account-mandates-caption") caption_hidden=true columns rows/> }
}

/// The ways to what one settles for organizations: their sign-in, and their people's trainings.
fn settled(cx: &Cx, mandates: &[HeldMandate]) -> impl IntoView + use<> {
    let l = cx.locale();
    let places = |action: Action| {
        let mut places: Vec<(String, String)> = mandates
            .iter()
            .filter(|mandate| permitted(action, mandate.role, Relation::InOrganization))
            .filter_map(|mandate| mandate.organization.clone().map(|slug| (slug, mandate.place.clone())))
            .collect();
        places.dedup();
        places
    };
    let connections = places(Action::ManageConnection)
        .into_iter()
        .map(|(slug, place)| (format!("/o/{slug}/connection"), t!(l, "account-connection", organization = place)));
    let trainings = places(Action::RegisterStaff)
        .into_iter()
        .map(|(slug, place)| (format!("/o/{slug}/trainings"), t!(l, "record-of-staff", organization = place)));
    let links: Vec<(String, String)> = connections.chain(trainings).collect();
    (!links.is_empty()).then(move || {
        let links = links.into_iter().map(|(href, text)| view! { <ActionLink href text kind=ActionKind::Secondary/> });
        view! { <FormActions>{links.collect_view()}</FormActions> }
    })
}

fn identities(l: Locale, identities: Vec<LinkedIdentity>) -> impl IntoView {
    (!identities.is_empty()).then(|| {
        let columns = vec![
            Column::text(t!(l, "account-identity")),
            Column::text(t!(l, "account-identity-address")),
            Column::text(t!(l, "account-used")),
        ];
        let row = |identity: LinkedIdentity| {
            vec![
                Cell::text(identity.organization.name),
                Cell::text(identity.email.unwrap_or_else(|| t!(l, "account-no-email"))),
                Cell::text(i18n::date_time(l, Paris, identity.used_at)),
            ]
        };
        let rows = identities.into_iter().map(row).collect();
        view! { <DataTable caption=t!(l, "account-identities-caption") caption_hidden=true columns rows/> }
    })
}

fn link(l: Locale, organization: Organization) -> impl IntoView {
    let entries = vec![("organization".to_owned(), organization.slug)];
    view! {
        <Callout tone=Tone::Attention>
            <p><strong>{t!(l, "account-link-title", organization = &organization.name)}</strong></p>
            <p>{t!(l, "account-link")}</p>
            <PostButton action="/account/link" text=t!(l, "account-link-action") about=organization.name entries/>
        </Callout>
    }
}

fn sessions(l: Locale, sessions: Vec<SessionLine>) -> impl IntoView {
    let columns = vec![
        Column::text(t!(l, "account-device")),
        Column::text(t!(l, "account-opened")),
        Column::text(t!(l, "account-seen")),
        Column::actions(t!(l, "actions")),
    ];
    let row = |session: SessionLine| {
        let name = device::named(&session.user_agent).unwrap_or_else(|| t!(l, "account-device-unknown"));
        let how = match session.method.as_str() {
            "oidc" => t!(l, "account-method-oidc"),
            "passkey" => t!(l, "account-method-passkey"),
            _ => t!(l, "account-method-link"),
        };
        let opened = i18n::date_time(l, Paris, session.opened_at);
        let about = format!("{name}, {opened}");
        let end = if session.current {
            let text = t!(l, "account-this-device");
            view! { <Tag text tone=Tone::Active/> }.into_any()
        } else {
            let entries = vec![("session".to_owned(), session.id)];
            let text = t!(l, "account-end-session");
            view! { <PostButton action="/account/sessions/end" text about entries kind=ActionKind::Quiet/> }.into_any()
        };
        vec![
            Cell::text(name),
            Cell::text(format!("{opened}, {how}")),
            Cell::text(i18n::date_time(l, Paris, session.seen_at)),
            Cell::View(end),
        ]
    };
    let rows = sessions.into_iter().map(row).collect();
    view! { <DataTable caption=t!(l, "account-sessions-caption") caption_hidden=true columns rows/> }
}

fn language(l: Locale, chosen: Locale) -> impl IntoView {
    let options = Locale::ALL.iter().map(|locale| Choice::new(locale.as_str(), language_name(*locale))).collect();
    view! {
        <PostForm action="/account/language">
            <Select
                name="language"
                label=t!(l, "account-language")
                options
                selected=chosen.as_str()
                hint=t!(l, "account-language-hint")
            />
            <FormActions><SubmitButton text=t!(l, "save") kind=ActionKind::Secondary/></FormActions>
        </PostForm>
    }
}
