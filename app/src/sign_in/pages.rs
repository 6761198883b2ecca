//! The pages of signing in.

use axum::{http::StatusCode, response::Response};
use i18n::t;
use leptos::prelude::*;
use services::{
    Refusal,
    sign_in::{LINK_MINUTES, LINKS_PER_HOUR, LinkShown, Listed, NetworkChoices, Organization, refusal_word},
};

use crate::{
    context::{Answer, Cx},
    entries::Filled,
    problems,
    ui::{
        ActionKind, ActionLink, Callout, Card, Cards, EmptyState, Field, FilterBar, FormActions, NoticeKind,
        PageHeader, PageLink, PostForm, ProblemPage, Section, SubmitButton, Tone,
    },
};

/// The address, or the association.
pub(super) async fn form(cx: &Cx, filled: Filled, instead: Option<Organization>) -> Answer {
    let l = cx.locale();
    let search = cx.query("q").unwrap_or_default().to_owned();
    let choices = cx.services().sign_in_choices(&search, l).await?;
    let next = filled.text("next");
    let mut draft = filled.on(l, cx.page(t!(l, "sign-in-title")));
    if let Some(organization) = instead {
        let text = t!(l, "sign-in-mail-instead", organization = organization.name);
        draft = draft.notice(NoticeKind::Information, text, "");
    }
    let demo = cx.services().settings().demo.then(|| {
        let text = t!(l, "sign-in-demo");
        view! { <Callout tone=Tone::Attention><p>{text}</p></Callout> }
    });
    let reset = (!search.is_empty()).then(|| {
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", &next).finish();
        PageLink::new(format!("/sign-in?{query}"), t!(l, "search-clear"))
    });
    let summary = filled.summary(l);
    let (address, error) = (filled.text("address"), filled.error(l, "address"));
    let for_search = next.clone();
    let passkey = crate::account::passkeys::sign_in_button(cx, next.clone());
    let list = networks(cx, choices, &next);
    Ok(draft.render(move || {
        view! {
            <PageHeader title=t!(l, "sign-in-title") lead=t!(l, "sign-in-lead")/>
            {summary}
            {demo}
            <PostForm action="/sign-in">
                <input type="hidden" name="next" value=next/>
                <Field
                    name="address"
                    label=t!(l, "sign-in-address")
                    kind="email"
                    value=address
                    hint=t!(l, "sign-in-address-hint")
                    error=error
                    autocomplete="username"
                    inputmode="email"
                />
                <FormActions><SubmitButton text=t!(l, "continue")/></FormActions>
            </PostForm>
            {passkey}
            <Section title=t!(l, "sign-in-pick-title") id="associations">
                <FilterBar
                    action="/sign-in#associations"
                    label=t!(l, "sign-in-pick-label")
                    submit=t!(l, "search")
                    reset=reset
                >
                    <input type="hidden" name="next" value=for_search/>
                    <Field name="q" label=t!(l, "sign-in-pick-search") kind="search" value=search/>
                </FilterBar>
                {list}
            </Section>
        }
    }))
}

fn networks(cx: &Cx, choices: Vec<NetworkChoices>, next: &str) -> AnyView {
    let l = cx.locale();
    if choices.is_empty() {
        let (title, text) = (t!(l, "sign-in-pick-none"), t!(l, "sign-in-pick-none-advice"));
        return view! { <EmptyState title text/> }.into_any();
    }
    let next = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
    let card = |listed: Listed| {
        let href = format!("/sso/{}?{next}", listed.slug);
        let text = if listed.connected { t!(l, "sign-in-pick-own") } else { t!(l, "sign-in-pick-mail") };
        view! { <Card title=listed.name href=href><p class="hint">{text}</p></Card> }
    };
    let networks = choices.into_iter().map(|choice| {
        let cards: Vec<_> = choice.organizations.into_iter().map(card).collect();
        view! { <Section title=choice.network><Cards>{cards}</Cards></Section> }
    });
    networks.collect_view().into_any()
}

/// The same for every address: a link is on its way, if the address is somebody's.
pub(super) fn sent(cx: &Cx) -> Response {
    let l = cx.locale();
    let title = t!(l, "sign-in-sent-title");
    cx.page(title.clone()).render(move || {
        view! {
            <PageHeader title lead=t!(l, "sign-in-sent", minutes = LINK_MINUTES)/>
            <Section title=t!(l, "sign-in-sent-advice-title")>
                <ul>
                    <li>{t!(l, "sign-in-sent-advice-wait")}</li>
                    <li>{t!(l, "sign-in-sent-advice-other")}</li>
                    <li>{t!(l, "sign-in-sent-advice-limit", limit = LINKS_PER_HOUR)}</li>
                </ul>
                <p><ActionLink href="/sign-in" text=t!(l, "sign-in-sent-again") kind=ActionKind::Secondary/></p>
            </Section>
        }
    })
}

/// A link before it is used: opening it changes nothing, since mail scanners open links too.
pub(super) fn link(cx: &Cx, token: &str, shown: &LinkShown, next: String) -> Response {
    let l = cx.locale();
    let title = t!(l, "sign-in-link-title", name = &shown.name);
    let lead = if shown.invitation { t!(l, "sign-in-link-invitation") } else { t!(l, "sign-in-link") };
    let until = t!(l, "sign-in-link-until", when = i18n::date_time(l, chrono_tz::Europe::Paris, shown.expires_at));
    let action = format!("/sign-in/link/{token}");
    cx.page(title.clone()).render(move || {
        view! {
            <PageHeader title lead/>
            <PostForm action>
                <input type="hidden" name="next" value=next/>
                <FormActions><SubmitButton text=t!(l, "sign-in-link-action")/></FormActions>
            </PostForm>
            <p class="hint">{until}" "{t!(l, "sign-in-link-not-you")}</p>
        }
    })
}

/// Why somebody was not let in, and what to do.
pub(super) fn refused(cx: &Cx, organization: Option<Organization>, refusal: &Refusal) -> Response {
    let l = cx.locale();
    let title = t!(l, "sign-in-refused-title");
    let happened = problems::refusal(l, refusal);
    let reference =
        matches!(refusal, Refusal::Protocol(_)).then(|| t!(l, "sign-in-refused-code", code = refusal_word(refusal)));
    let at = organization.as_ref().map(|found| t!(l, "sign-in-refused-at", organization = &found.name));
    let again = organization.map(|found| {
        let (href, text) = (format!("/sso/{}", found.slug), t!(l, "sign-in-refused-again", organization = found.name));
        view! { <ActionLink href text/> }
    });
    let kind = if again.is_some() { ActionKind::Secondary } else { ActionKind::Primary };
    cx.page(title.clone()).status(StatusCode::UNPROCESSABLE_ENTITY).render(move || {
        view! {
            <ProblemPage title happened reassurance=at reference>
                {again}
                <ActionLink href="/sign-in" text=t!(l, "sign-in-refused-other") kind/>
            </ProblemPage>
        }
    })
}

/// An administrator has to agree first.
pub(super) fn waiting(cx: &Cx, organization: &Organization) -> Response {
    let l = cx.locale();
    let title = t!(l, "sign-in-waiting-title");
    let lead = t!(l, "sign-in-waiting", organization = &organization.name);
    cx.page(title.clone()).render(move || {
        view! {
            <PageHeader title lead/>
            <p>{t!(l, "sign-in-waiting-advice")}</p>
        }
    })
}

/// Signed out here; at the provider only on the person's wish, since other services may use it too.
pub(super) fn left(cx: &Cx, organization: &Organization, address: &str) -> Response {
    let l = cx.locale();
    let title = t!(l, "sign-out-title");
    let lead = t!(l, "sign-out-provider", organization = &organization.name);
    let action = t!(l, "sign-out-provider-action", organization = &organization.name);
    let address = address.to_owned();
    cx.page(title.clone()).signed_out().render(move || {
        view! {
            <PageHeader title lead/>
            <FormActions>
                <ActionLink href=address text=action/>
                <ActionLink href="/" text=t!(l, "sign-out-home") kind=ActionKind::Secondary/>
            </FormActions>
        }
    })
}
