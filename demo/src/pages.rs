//! The pages of the demo: who can sign in where, the page on which a person is picked, the mailbox.

use app::{
    Cx,
    context::Answer,
    ui::{
        ActionKind, ActionLink, Callout, Card, Cards, Cell, Column, DataTable, EmptyState, Fact, Facts, FormActions,
        PageHeader, PostForm, Section, SubmitButton, Tone,
    },
    wording,
};
use axum::{extract::State, response::Response};
use entities::mail::letter;
use i18n::t;
use leptos::prelude::*;
use oidc::provider::{AuthorizeRequest, Issuer, Person};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::provider::{Provider, roles};

/// How many letters the mailbox shows.
const LETTERS: u64 = 100;

/// Which associations sign their people in themselves.
pub(crate) async fn people(State(provider): State<Provider>, cx: Cx) -> Response {
    let l = cx.locale();
    let cards: Vec<_> = provider
        .associations()
        .map(|(slug, issuer)| {
            let people: Vec<String> = issuer.people().into_iter().map(|person| person.name).collect();
            (issuer.name().to_owned(), format!("/sso/{slug}"), people)
        })
        .collect();
    cx.page(t!(l, "demo-title")).render(move || {
        let cards = cards.into_iter().map(|(name, href, people)| {
            let people = people.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
            view! {
                <Card title=name href=href>
                    <ul>{people}</ul>
                </Card>
            }
        });
        view! {
            <PageHeader title=t!(l, "demo-title") lead=t!(l, "demo-lead")>
                <ActionLink href="/demo/mailbox" text=t!(l, "demo-mailbox") kind=ActionKind::Secondary/>
            </PageHeader>
            <Callout>
                <p>{t!(l, "demo-how")}</p>
                <p>{t!(l, "demo-others")}</p>
            </Callout>
            <Section title=t!(l, "demo-associations")>
                <Cards>{cards.collect_view()}</Cards>
            </Section>
        }
    })
}

/// The page of an issuer: who wants to sign in?
pub(crate) fn pick(cx: &Cx, issuer: &Issuer, request: &AuthorizeRequest) -> Response {
    let l = cx.locale();
    let title = t!(l, "demo-pick-title", organization = issuer.name());
    let action = format!("/demo/idp/{}/authorize", issuer.slug());
    let mut people = issuer.people();
    // Whoever typed an address is offered first.
    let expected =
        |person: &Person| person.claims.get("email").and_then(|email| email.as_str()) != request.login_hint.as_deref();
    people.sort_by_key(|person| request.login_hint.is_some() && expected(person));
    let fields = fields(request);
    cx.page(title.clone()).render(move || {
        let hidden =
            fields.into_iter().map(move |(name, value)| view! { <input type="hidden" name=name value=value/> });
        let rows = people.into_iter().map(move |person| {
            let roles = match roles(&person) {
                Some(roles) if roles.is_empty() => t!(l, "demo-pick-no-role"),
                Some(roles) => {
                    i18n::list(l, &roles.into_iter().map(move |role| wording::role(l, role)).collect::<Vec<_>>())
                }
                None => t!(l, "demo-pick-unknown"),
            };
            let button = view! {
                <SubmitButton
                    text=t!(l, "demo-pick-action")
                    kind=ActionKind::Secondary
                    name="subject"
                    value=person.subject
                    about=person.name.clone()
                />
            };
            vec![Cell::from(person.name), roles.into(), Cell::view(button)]
        });
        let columns = vec![
            Column::text(t!(l, "demo-pick-person")),
            Column::text(t!(l, "demo-pick-roles")),
            Column::actions(t!(l, "demo-pick-action")),
        ];
        view! {
            <PageHeader kicker=t!(l, "demo-pick-kicker") title=title.clone() lead=t!(l, "demo-pick-lead")/>
            <Callout tone=Tone::Attention>
                <p>{t!(l, "demo-pick-notice")}</p>
            </Callout>
            <PostForm action=action>
                {hidden.collect_view()}
                <DataTable caption=t!(l, "demo-pick-caption") columns=columns rows=rows.collect()/>
                <FormActions>
                    <SubmitButton text=t!(l, "demo-pick-decline") kind=ActionKind::Quiet name="subject" value=""/>
                </FormActions>
            </PostForm>
        }
    })
}

fn fields(request: &AuthorizeRequest) -> Vec<(String, String)> {
    let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(request) else { return Vec::new() };
    fields.into_iter().filter_map(|(name, value)| Some((name, value.as_str()?.to_owned()))).collect()
}

/// The letters that the demo wrote and that never leave this machine.
pub(crate) async fn mailbox(cx: Cx) -> Answer {
    let l = cx.locale();
    let mut query = letter::Entity::find().order_by_desc(letter::Column::CreatedAt).order_by_desc(letter::Column::Id);
    let recipient = cx.query("to").map(str::to_owned).filter(|address| !address.is_empty());
    if let Some(address) = &recipient {
        query = query.filter(letter::Column::ToAddress.eq(address.as_str()));
    }
    let letters = query.limit(LETTERS).all(cx.services().store().read()).await?;
    let title = t!(l, "demo-mailbox");
    Ok(cx.page(title.clone()).render(move || {
        let empty = letters.is_empty().then(|| {
            view! { <EmptyState title=t!(l, "demo-mailbox-empty-title") text=t!(l, "demo-mailbox-empty")/> }
        });
        let all = recipient.map(|_| {
            view! { <ActionLink href="/demo/mailbox" text=t!(l, "demo-mailbox-all") kind=ActionKind::Secondary/> }
        });
        view! {
            <PageHeader title=title lead=t!(l, "demo-mailbox-lead")>{all}</PageHeader>
            {empty}
            {letters.into_iter().map(|letter| one(l, letter)).collect_view()}
        }
    }))
}

fn one(l: domain::locale::Locale, letter: letter::Model) -> impl IntoView {
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("to", &letter.to_address).finish();
    let recipient =
        view! { <a href=format!("/demo/mailbox?{query}")>{format!("{} <{}>", letter.to_name, letter.to_address)}</a> };
    let sent = i18n::date_time(l, chrono_tz::Europe::Paris, letter.created_at);
    view! {
        <Section title=letter.subject>
            <Facts facts=vec![Fact::view(t!(l, "demo-mailbox-to"), recipient), Fact::new(t!(l, "demo-mailbox-on"), sent)]/>
            <div class="plain-text">{with_links(&letter.body)}</div>
        </Section>
    }
}

/// A letter's text with its addresses made links.
fn with_links(body: &str) -> impl IntoView + use<> {
    let words = body.split_inclusive([' ', '\n']).map(|word| {
        let address = word.trim_end();
        if address.starts_with("http://") || address.starts_with("https://") {
            let after = word[address.len()..].to_owned();
            view! { <a href=address.to_owned()>{address.to_owned()}</a>{after} }.into_any()
        } else {
            word.to_owned().into_any()
        }
    });
    words.collect_view()
}
