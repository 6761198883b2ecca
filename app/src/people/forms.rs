//! Giving a mandate, ending one, correcting what is known of a person.

use axum::{Form, extract::Path};
use domain::{access::Action, ids::PersonId, locale::Locale};
use i18n::t;
use leptos::prelude::*;
use services::people::{KnownPerson, MandateForm, PersonForm, PersonInOrganization};
use uuid::Uuid;

use super::{Place, role_detail};
use crate::{
    context::{Answer, Cx, done, language_name},
    entries::{Entries, Filled, answered, choices},
    ui::*,
};

async fn network(cx: &Cx, slug: &str) -> Result<Place, services::Error> {
    let place = Place::network(cx, slug).await?;
    if let Place::Network(network) = &place {
        let scope = domain::access::Scope::Network(network.id);
        cx.viewer().require(Action::ManageNetworkMandates, scope)?;
    }
    Ok(place)
}

async fn organization(cx: &Cx, slug: &str) -> Result<Place, services::Error> {
    Place::organization(cx, slug, Action::ManageOrganizationMandates).await
}

/// The form that gives a mandate of a network.
pub async fn new_in_network(cx: Cx, Path(slug): Path<String>) -> Answer {
    let place = network(&cx, &slug).await?;
    show_new(&cx, &place, first(&cx)).await
}

/// The form that gives a mandate of an organization.
pub async fn new_in_organization(cx: Cx, Path(slug): Path<String>) -> Answer {
    let place = organization(&cx, &slug).await?;
    show_new(&cx, &place, first(&cx)).await
}

/// Gives a mandate of a network.
pub async fn give_in_network(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let place = network(&cx, &slug).await?;
    give(&cx, &place, entries).await
}

/// Gives a mandate of an organization.
pub async fn give_in_organization(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let place = organization(&cx, &slug).await?;
    give(&cx, &place, entries).await
}

fn first(cx: &Cx) -> Filled {
    let today = crate::organizations::today(cx);
    let entries = Entries::default().with("from", today).with("locale", cx.locale());
    Filled::first(entries.with("person", cx.query("person").unwrap_or_default()))
}

async fn give(cx: &Cx, place: &Place, entries: Entries) -> Answer {
    let form = MandateForm {
        person: entries.text("person"),
        name: entries.text("name"),
        email: entries.text("email"),
        pseudonym: entries.text("pseudonym"),
        locale: entries.text("locale"),
        role: entries.text("role"),
        from: entries.text("from"),
        until: entries.text("until"),
    };
    match answered(cx.services().give_mandate(cx.viewer(), place.holder(), &form).await, entries)? {
        Ok(_) => Ok(done(&format!("{}/people", place.base()), "mandate-given")),
        Err(filled) => show_new(cx, place, filled).await,
    }
}

async fn known(cx: &Cx, filled: &Filled) -> Result<Option<KnownPerson>, services::Error> {
    let typed = filled.text("person");
    if typed.is_empty() {
        return Ok(None);
    }
    let id: Uuid = typed.parse().map_err(|_| services::Error::NotFound)?;
    cx.services().known_person(cx.viewer(), PersonId(id)).await.map(Some)
}

async fn show_new(cx: &Cx, place: &Place, filled: Filled) -> Answer {
    let l = cx.locale();
    let known = known(cx, &filled).await?;
    let title = t!(l, "people-give-mandate");
    let draft = filled.on(l, place.page(cx, &title));
    let (base, name) = (place.base(), place.name(cx));
    let roles: Vec<Choice> = place
        .roles()
        .into_iter()
        .map(|role| Choice::new(role.to_string(), crate::wording::role(l, role)).detail(role_detail(l, role)))
        .collect();
    Ok(draft.render(move || {
        let required = t!(l, "required");
        let person = match known {
            Some(person) => view! {
                <input type="hidden" name="person" value=person.id.to_string()/>
                <Facts facts=vec![Fact::new(t!(l, "people-person"), person.name)]/>
            }
            .into_any(),
            None => {
                let fields = person_fields(l, &filled);
                view! { <FieldGroup legend=t!(l, "people-person")>{fields}</FieldGroup> }.into_any()
            }
        };
        let mandate = view! {
            <Choices name="role" legend=t!(l, "people-role") options=roles selected=filled.text("role") error=filled.error(l, "role") required=required.clone()/>
            <Field name="from" label=t!(l, "people-first-day") kind="date" width=FieldWidth::Short value=filled.text("from") error=filled.error(l, "from") required/>
            <Field name="until" label=t!(l, "people-last-day") kind="date" width=FieldWidth::Short value=filled.text("until") hint=t!(l, "people-last-day-hint") error=filled.error(l, "until")/>
        };
        let cancel = format!("{base}/people");
        view! {
            <PageHeader title kicker=name/>
            {filled.summary(l)}
            <PostForm action=format!("{base}/people/new")>
                {person}
                <FieldGroup legend=t!(l, "people-mandate")>{mandate}</FieldGroup>
                <FormActions>
                    <SubmitButton text=t!(l, "people-give-mandate")/>
                    <ActionLink href=cancel text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
    }))
}

fn person_fields(l: Locale, filled: &Filled) -> impl IntoView + use<> {
    let languages = choices(Locale::ALL, language_name);
    let email = if filled.taken("email") { Some(t!(l, "people-email-taken")) } else { filled.error(l, "email") };
    view! {
        <Field name="name" label=t!(l, "people-name") value=filled.text("name") error=filled.error(l, "name") required=t!(l, "required")/>
        <Field name="email" label=t!(l, "email") kind="email" value=filled.text("email") hint=t!(l, "people-email-hint") error=email/>
        <Field name="pseudonym" label=t!(l, "people-pseudonym") value=filled.text("pseudonym") hint=t!(l, "people-pseudonym-hint") error=filled.error(l, "pseudonym")/>
        <Select name="locale" label=t!(l, "language") options=languages selected=filled.text("locale") error=filled.error(l, "locale") required=t!(l, "required")/>
    }
}

/// The page that asks for the last day of a mandate of a network.
pub async fn ending_in_network(cx: Cx, Path((slug, mandate)): Path<(String, Uuid)>) -> Answer {
    let place = network(&cx, &slug).await?;
    show_ending(&cx, &place, mandate, Filled::default()).await
}

/// The page that asks for the last day of a mandate of an organization.
pub async fn ending_in_organization(cx: Cx, Path((slug, mandate)): Path<(String, Uuid)>) -> Answer {
    let place = organization(&cx, &slug).await?;
    show_ending(&cx, &place, mandate, Filled::default()).await
}

/// Ends a mandate of a network.
pub async fn end_in_network(
    cx: Cx,
    Path((slug, mandate)): Path<(String, Uuid)>,
    Form(entries): Form<Entries>,
) -> Answer {
    let place = network(&cx, &slug).await?;
    end(&cx, &place, mandate, entries).await
}

/// Ends a mandate of an organization.
pub async fn end_in_organization(
    cx: Cx,
    Path((slug, mandate)): Path<(String, Uuid)>,
    Form(entries): Form<Entries>,
) -> Answer {
    let place = organization(&cx, &slug).await?;
    end(&cx, &place, mandate, entries).await
}

async fn end(cx: &Cx, place: &Place, mandate: Uuid, entries: Entries) -> Answer {
    let day = entries.text("last_day");
    let result = cx.services().end_mandate(cx.viewer(), place.holder(), mandate, &day).await;
    match answered(result, entries)? {
        Ok(()) => Ok(done(&format!("{}/people", place.base()), "mandate-ended")),
        Err(filled) => show_ending(cx, place, mandate, filled).await,
    }
}

async fn held(cx: &Cx, place: &Place, mandate: Uuid) -> Result<PersonInOrganization, services::Error> {
    let people: Vec<PersonInOrganization> = match place {
        Place::Network(network) => {
            let people = cx.services().network_people(cx.viewer(), network).await?;
            people.into_iter().filter(|person| person.organization.is_none()).map(|person| person.held).collect()
        }
        Place::Organization(organization) => cx.services().organization_people(cx.viewer(), organization.id).await?,
    };
    people.into_iter().find(|held| held.mandate == mandate).ok_or(services::Error::NotFound)
}

async fn show_ending(cx: &Cx, place: &Place, mandate: Uuid, filled: Filled) -> Answer {
    let l = cx.locale();
    let held = held(cx, place, mandate).await?;
    let title = t!(l, "people-end-mandate");
    let draft = filled.on(l, place.page(cx, &title));
    let (base, name) = (place.base(), place.name(cx));
    let today = crate::organizations::today(cx);
    let day = if filled.text("last_day").is_empty() { today.to_string() } else { filled.text("last_day") };
    Ok(draft.render(move || {
        let facts = vec![
            Fact::new(t!(l, "people-person"), held.name.clone()),
            Fact::new(t!(l, "people-role"), crate::wording::role(l, held.role)),
            Fact::new(t!(l, "people-first-day"), i18n::date(l, held.from)),
        ];
        view! {
            <PageHeader title kicker=name/>
            {filled.summary(l)}
            <Facts facts/>
            <PostForm action=format!("{base}/mandates/{mandate}")>
                <Field name="last_day" label=t!(l, "people-last-day") kind="date" width=FieldWidth::Short value=day hint=t!(l, "people-ending-hint") error=filled.error(l, "last_day") required=t!(l, "required")/>
                <FormActions>
                    <SubmitButton text=t!(l, "people-end-mandate") kind=ActionKind::Danger/>
                    <ActionLink href=format!("{base}/people") text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
    }))
}

/// The form of what is known of a person.
pub async fn person(cx: Cx, Path((slug, person)): Path<(String, Uuid)>) -> Answer {
    let place = organization(&cx, &slug).await?;
    let known = in_place(&cx, &place, person).await?;
    let entries = Entries::default()
        .with("name", known.name)
        .with_some("email", known.email)
        .with_some("pseudonym", known.pseudonym)
        .with("locale", known.locale);
    Ok(show_person(&cx, &place, person, Filled::first(entries)))
}

/// Corrects what is known of a person.
pub async fn save_person(cx: Cx, Path((slug, person)): Path<(String, Uuid)>, Form(entries): Form<Entries>) -> Answer {
    let place = organization(&cx, &slug).await?;
    in_place(&cx, &place, person).await?;
    let form = PersonForm {
        name: entries.text("name"),
        email: entries.text("email"),
        pseudonym: entries.text("pseudonym"),
        locale: entries.text("locale"),
    };
    match answered(cx.services().edit_person(cx.viewer(), PersonId(person), &form).await, entries)? {
        Ok(()) => Ok(done(&format!("{}/people", place.base()), "saved")),
        Err(filled) => Ok(show_person(&cx, &place, person, filled)),
    }
}

/// Someone of this organization and of no other that the address might have named.
async fn in_place(cx: &Cx, place: &Place, person: Uuid) -> Result<KnownPerson, services::Error> {
    let id = place.organization_id().ok_or(services::Error::NotFound)?;
    let people = cx.services().organization_people(cx.viewer(), id).await?;
    if !people.iter().any(|held| held.person.0 == person) {
        return Err(services::Error::NotFound);
    }
    cx.services().known_person(cx.viewer(), PersonId(person)).await
}

fn show_person(cx: &Cx, place: &Place, person: Uuid, filled: Filled) -> axum::response::Response {
    let l = cx.locale();
    let title = t!(l, "people-edit");
    let draft = filled.on(l, place.page(cx, &title));
    let (base, name) = (place.base(), place.name(cx));
    draft.render(move || {
        view! {
            <PageHeader title kicker=name/>
            {filled.summary(l)}
            <PostForm action=format!("{base}/people/{person}")>
                {person_fields(l, &filled)}
                <FormActions>
                    <SubmitButton text=t!(l, "save-changes")/>
                    <ActionLink href=format!("{base}/people") text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
    })
}
