//! The forms of those who organize: a training, a session.

use axum::{Form, extract::Path};
use domain::{
    access::{Action, Scope},
    colleges::Figure,
    fraction::Comparison,
    ids::{NeedId, TrainingId, TrainingSessionId},
    locale::Locale,
    trainings::{
        catalogue::{Details, Provider},
        qualifications::Validity,
        seating::{HOLD_HOURS, Rule},
    },
};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    networks::Network,
    trainings::{SessionForm, Training, TrainingForm},
};

use super::{
    catalogue::{Address, way},
    half_days, words,
};
use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered, choices},
    ui::*,
};

/// A session's address.
#[derive(Clone, Debug, Deserialize)]
pub struct SessionAddress {
    /// The network's word.
    pub network: String,
    /// Which session.
    pub session: TrainingSessionId,
}

/// The network, for whoever organizes trainings.
pub async fn organized(cx: &Cx, slug: &str) -> Result<Network, services::Error> {
    let network = cx.services().network(cx.viewer(), slug).await?;
    cx.viewer().require(Action::OrganizeTrainings, Scope::Network(network.id))?;
    Ok(network)
}

/// The need from which something is planned.
fn need_of(entries: &Entries) -> Option<NeedId> {
    entries.text("need").parse().ok().map(NeedId)
}

/// Carries that need through a form, and says what it means.
fn answers_need(l: Locale, filled: &Filled) -> Option<impl IntoView + use<>> {
    let need = need_of(&filled.entries)?.to_string();
    let text = t!(l, "needs-answers");
    Some(view! { <input type="hidden" name="need" value=need/><Callout><p>{text}</p></Callout> })
}

fn training_form(entries: &Entries) -> TrainingForm {
    TrainingForm {
        title: entries.text("title"),
        subject: entries.text("subject"),
        audience: entries.text("audience"),
        objectives: entries.text("objectives"),
        prerequisites: entries.text("prerequisites"),
        hours: entries.text("hours"),
        trainers: entries.text("trainers"),
        provider: entries.text("provider"),
        provider_name: entries.text("provider_name"),
        qualiopi: entries.text("qualiopi"),
        languages: entries.all("languages"),
        accessibility: entries.text("accessibility"),
        prices: entries.text("prices"),
        funders: entries.text("funders"),
        share: entries.text("share"),
        grant: entries.text("grant"),
        validity: entries.text("validity"),
        length: entries.text("length"),
        announced: entries.text("announced"),
        need: need_of(entries),
        version: entries.text("version").parse().ok(),
    }
}

/// A training as its form would hold it.
fn entries_of(training: &Training) -> Entries {
    let Details {
        subject,
        audience,
        objectives,
        prerequisites,
        minutes,
        trainers,
        provider,
        provider_name,
        qualiopi,
        languages,
        accessibility,
        prices,
        funders,
        share,
        grant,
    } = &training.details;
    let amount = |cents: u64| format!("{}.{:02}", cents / 100, cents % 100);
    let prices: Vec<String> =
        prices.iter().map(|price| format!("{}: {}", price.category, amount(price.cents))).collect();
    let hours = format!("{}.{:02}", minutes / 60, minutes % 60 * 100 / 60);
    let entries = Entries::default()
        .with("title", &training.title)
        .with("subject", subject)
        .with("audience", audience)
        .with("objectives", objectives)
        .with("prerequisites", prerequisites)
        .with("hours", hours.trim_end_matches('0').trim_end_matches('.'))
        .with("trainers", trainers)
        .with("provider", provider)
        .with("provider_name", provider_name)
        .with("qualiopi", qualiopi)
        .with("accessibility", accessibility)
        .with("prices", prices.join("\n"))
        .with("funders", funders)
        .with("share", share.needed_of(100, Comparison::AtLeast))
        .with("version", training.version);
    let entries = grant.iter().fold(entries, |entries, grant| {
        let (validity, length) = match grant.validity {
            Validity::Unlimited => ("unlimited", None),
            Validity::Months { months } => ("months", Some(months)),
            Validity::EndOfYear { years } => ("end_of_year", Some(years)),
        };
        let entries = entries.with("grant", &grant.name).with("validity", validity).with_some("length", length);
        entries.with_some("announced", length.map(|_| grant.announced))
    });
    languages.iter().fold(entries, |entries, language| entries.with("languages", language))
}

/// The empty form of a training.
pub async fn new_training(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = organized(&cx, &slug).await?;
    let entries = Entries::default()
        .with("provider", Provider::Network)
        .with("languages", network.locale)
        .with("share", 50)
        .with("validity", "unlimited")
        .with_some("title", cx.query("title"))
        .with_some("need", cx.query("need"));
    show_training(&cx, &network, None, Filled::first(entries))
}

/// Adds a training.
pub async fn add_training(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let network = organized(&cx, &slug).await?;
    let result = cx.services().add_training(cx.viewer(), &network, &training_form(&entries)).await;
    match answered(result, entries)? {
        Ok(id) => Ok(done(&format!("/n/{}/trainings/{id}", network.slug), "training-added")),
        Err(filled) => show_training(&cx, &network, None, filled),
    }
}

/// The form of a training.
pub async fn edit_training(cx: Cx, Path(address): Path<Address>) -> Answer {
    let network = organized(&cx, &address.network).await?;
    let page = cx.services().training(cx.viewer(), &network, address.training).await?;
    let filled = Filled::first(entries_of(&page.training));
    show_training(&cx, &network, Some(&page.training), filled)
}

/// Changes a training.
pub async fn save_training(cx: Cx, Path(address): Path<Address>, Form(entries): Form<Entries>) -> Answer {
    let network = organized(&cx, &address.network).await?;
    let page = cx.services().training(cx.viewer(), &network, address.training).await?;
    let form = training_form(&entries);
    let result = cx.services().change_training(cx.viewer(), &network, address.training, &form).await;
    match answered(result, entries)? {
        Ok(()) => Ok(done(&format!("/n/{}/trainings/{}", network.slug, address.training), "saved")),
        Err(filled) => show_training(&cx, &network, Some(&page.training), filled),
    }
}

/// Puts a training into the catalogue, or takes it out.
pub async fn list_training(cx: Cx, Path(address): Path<Address>, Form(entries): Form<Entries>) -> Answer {
    let network = organized(&cx, &address.network).await?;
    let listed = entries.text("listed") == "yes";
    cx.services().list_training(cx.viewer(), &network, address.training, listed).await?;
    Ok(done(&format!("/n/{}/trainings/{}", network.slug, address.training), "saved"))
}

fn show_training(cx: &Cx, network: &Network, training: Option<&Training>, filled: Filled) -> Answer {
    let l = cx.locale();
    let base = format!("/n/{}/trainings", network.slug);
    let title = if training.is_some() { t!(l, "trainings-edit") } else { t!(l, "trainings-add") };
    let back = training.map_or_else(|| base.clone(), |training| format!("{base}/{}", training.id));
    let mut rest: Vec<PageLink> =
        training.map(|training| PageLink::new(&back, training.title.clone())).into_iter().collect();
    rest.push(PageLink::new(cx.path(), title.clone()));
    let draft = cx.network_page(network, title.clone()).breadcrumb(way(l, network, rest));
    let action = cx.path().to_owned();
    Ok(filled.on(l, draft).render(move || {
        let required = t!(l, "required");
        let languages = Locale::ALL
            .iter()
            .map(|language| {
                let ticked = filled.entries.all("languages").contains(&language.to_string());
                let (id, label) = (format!("languages-{language}"), crate::context::language_name(*language));
                view! { <Checkbox name="languages" id=id value=language.to_string() label=label checked=ticked/> }
            })
            .collect_view();
        let wrong = filled.error(l, "languages").map(|text| view! { <p class="error">{text}</p> });
        let field = |name: &'static str, label: String, hint: Option<String>| {
            view! { <Field name=name label=label value=filled.text(name) hint=hint error=filled.error(l, name)/> }
        };
        let area = |name: &'static str, label: String, rows: u16, hint: Option<String>| {
            view! { <TextArea name=name label=label value=filled.text(name) rows=rows hint=hint error=filled.error(l, name)/> }
        };
        let providers = choices(Provider::ALL, |it| words::provider(l, it));
        let what = view! {
            <Field name="title" label=t!(l, "field-title") value=filled.text("title") error=filled.error(l, "title") required=required.clone()/>
            {field("subject", t!(l, "trainings-subject"), Some(t!(l, "trainings-subject-hint")))}
            {area("objectives", t!(l, "trainings-objectives"), 4, None)}
            {area("audience", t!(l, "trainings-audience"), 3, None)}
            {area("prerequisites", t!(l, "trainings-prerequisites"), 3, None)}
            <Field name="hours" label=t!(l, "trainings-duration-hours") value=filled.text("hours") width=FieldWidth::Short inputmode="decimal" error=filled.error(l, "hours") required=required/>
        };
        let who = view! {
            {field("trainers", t!(l, "trainings-trainers"), None)}
            <Select name="provider" label=t!(l, "trainings-provider") options=providers selected=filled.text("provider") error=filled.error(l, "provider")/>
            {field("provider_name", t!(l, "trainings-provider-name"), None)}
            {field("qualiopi", t!(l, "trainings-qualiopi"), Some(t!(l, "trainings-qualiopi-hint")))}
        };
        let how = view! {
            <FieldGroup legend=t!(l, "trainings-languages")>{languages}{wrong}</FieldGroup>
            {area("accessibility", t!(l, "trainings-accessibility"), 3, None)}
            {area("prices", t!(l, "trainings-prices"), 3, Some(t!(l, "trainings-prices-hint")))}
            {field("funders", t!(l, "trainings-funders"), None)}
        };
        let number = |name: &'static str, label: String, hint: Option<String>| {
            view! { <Field name=name label=label value=filled.text(name) inputmode="numeric" width=FieldWidth::Short hint=hint error=filled.error(l, name)/> }
        };
        let validities = vec![
            Choice::new("unlimited", t!(l, "qualifications-for-good")),
            Choice::new("months", t!(l, "qualifications-for-months")),
            Choice::new("end_of_year", t!(l, "qualifications-for-years")),
        ];
        let after = view! {
            {number("share", t!(l, "certificates-share"), Some(t!(l, "certificates-share-hint")))}
            {field("grant", t!(l, "trainings-grant"), Some(t!(l, "trainings-grant-hint")))}
            <Select name="validity" label=t!(l, "qualifications-validity") options=validities selected=filled.text("validity") error=filled.error(l, "validity")/>
            {number("length", t!(l, "qualifications-length"), None)}
            {number("announced", t!(l, "qualifications-announced"), Some(t!(l, "qualifications-announced-hint")))}
        };
        let version = filled.text("version");
        view! {
            <PageHeader title/>
            {filled.summary(l)}
            <PostForm action>
                <input type="hidden" name="version" value=version/>
                {answers_need(l, &filled)}
                <FieldGroup legend=t!(l, "trainings-group-what")>{what}</FieldGroup>
                <FieldGroup legend=t!(l, "trainings-group-who")>{who}</FieldGroup>
                {how}
                <FieldGroup legend=t!(l, "trainings-group-after")>{after}</FieldGroup>
                <FormActions>
                    <SubmitButton text=t!(l, "save")/>
                    <ActionLink href=back text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
    }))
}

fn session_form(entries: &Entries) -> SessionForm {
    SessionForm {
        place: entries.text("place"),
        remote_url: entries.text("remote_url"),
        instructions: entries.text("instructions"),
        half_days: half_days::typed(entries),
        rule: entries.text("rule"),
        capacity: entries.text("capacity"),
        minimum: entries.text("minimum"),
        quota: entries.text("quota"),
        quota_seats: entries.text("quota_seats"),
        guests: entries.text("guests"),
        pots: entries.text("pots"),
        reserved_until: entries.text("reserved_until"),
        opens_on: entries.text("opens_on"),
        closes_on: entries.text("closes_on"),
        hold_hours: entries.text("hold_hours"),
        cancel_on: entries.text("cancel_on"),
        acknowledged: !entries.text("acknowledged").is_empty(),
        need: need_of(entries),
        version: entries.text("version").parse().ok(),
    }
}

fn session_entries(form: &SessionForm) -> Entries {
    half_days::entered(Entries::default(), &form.half_days)
        .with("place", &form.place)
        .with("remote_url", &form.remote_url)
        .with("instructions", &form.instructions)
        .with("rule", &form.rule)
        .with("capacity", &form.capacity)
        .with("minimum", &form.minimum)
        .with("quota", &form.quota)
        .with("quota_seats", &form.quota_seats)
        .with("guests", &form.guests)
        .with("pots", &form.pots)
        .with("reserved_until", &form.reserved_until)
        .with("opens_on", &form.opens_on)
        .with("closes_on", &form.closes_on)
        .with("hold_hours", &form.hold_hours)
        .with("cancel_on", &form.cancel_on)
        .with_some("version", form.version)
}

/// The empty form of a session.
pub async fn new_session(cx: Cx, Path(address): Path<Address>) -> Answer {
    let network = organized(&cx, &address.network).await?;
    let today = services::day_in(network.zone, cx.services().now());
    let entries = Entries::default()
        .with("opens_on", today)
        .with("rule", Rule::FirstCome)
        .with("quota", "none")
        .with("hold_hours", HOLD_HOURS)
        .with_some("capacity", cx.query("capacity"))
        .with_some("need", cx.query("need"));
    show_session(&cx, &network, address.training, None, Filled::first(entries)).await
}

/// Plans a session.
pub async fn add_session(cx: Cx, Path(address): Path<Address>, Form(entries): Form<Entries>) -> Answer {
    let network = organized(&cx, &address.network).await?;
    let form = session_form(&entries);
    match answered(cx.services().add_session(cx.viewer(), &network, address.training, &form).await, entries)? {
        Ok(id) => Ok(done(&format!("/n/{}/trainings/sessions/{id}", network.slug), "training-session-planned")),
        Err(filled) => show_session(&cx, &network, address.training, None, filled).await,
    }
}

/// The form of a session.
pub async fn edit_session(cx: Cx, Path(address): Path<SessionAddress>) -> Answer {
    let network = organized(&cx, &address.network).await?;
    let page = cx.services().training_session(cx.viewer(), &network, address.session).await?;
    let form = cx.services().session_form(cx.viewer(), &network, address.session).await?;
    let filled = Filled::first(session_entries(&form));
    show_session(&cx, &network, page.training.id, Some(address.session), filled).await
}

/// Changes a session.
pub async fn save_session(cx: Cx, Path(address): Path<SessionAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = organized(&cx, &address.network).await?;
    let page = cx.services().training_session(cx.viewer(), &network, address.session).await?;
    let form = session_form(&entries);
    match answered(cx.services().change_session(cx.viewer(), &network, address.session, &form).await, entries)? {
        Ok(()) => Ok(done(&format!("/n/{}/trainings/sessions/{}", network.slug, address.session), "saved")),
        Err(filled) => show_session(&cx, &network, page.training.id, Some(address.session), filled).await,
    }
}

async fn show_session(
    cx: &Cx,
    network: &Network,
    training: TrainingId,
    session: Option<TrainingSessionId>,
    filled: Filled,
) -> Answer {
    let l = cx.locale();
    let training = cx.services().training(cx.viewer(), network, training).await?.training;
    let base = format!("/n/{}/trainings", network.slug);
    let title = if session.is_some() { t!(l, "trainings-session-edit") } else { t!(l, "trainings-session-add") };
    let of = format!("{base}/{}", training.id);
    let back = session.map_or_else(|| of.clone(), |session| format!("{base}/sessions/{session}"));
    let rest = vec![PageLink::new(&of, training.title.clone()), PageLink::new(cx.path(), title.clone())];
    let draft = cx.network_page(network, title.clone()).breadcrumb(way(l, network, rest));
    let action = cx.path().to_owned();
    let lead = training.title;
    let others = cx.services().networks().await?;
    let others: Vec<String> =
        others.iter().filter(|other| other.id != network.id).map(|other| other.name(l).to_owned()).collect();
    let shared = (!others.is_empty()).then(|| t!(l, "trainings-guests-hint", networks = i18n::list(l, &others)));
    Ok(filled.on(l, draft).render(move || {
        let required = t!(l, "required");
        let unacknowledged = matches!(
            &filled.problem.refusal,
            Some(services::Refusal::Change(domain::trainings::changes::ChangeRefused::NotAcknowledged { .. }))
        );
        let acknowledge = unacknowledged
            .then(|| view! { <Checkbox name="acknowledged" label=t!(l, "trainings-acknowledge")/> });
        let number = |name: &'static str, label: String, hint: Option<String>| {
            view! { <Field name=name label=label value=filled.text(name) inputmode="numeric" width=FieldWidth::Short hint=hint error=filled.error(l, name)/> }
        };
        let day = |name: &'static str, label: String, hint: Option<String>| {
            view! { <Field name=name label=label kind="date" value=filled.text(name) width=FieldWidth::Short hint=hint error=filled.error(l, name)/> }
        };
        let rules = choices(Rule::ALL, |it| words::rule(l, it));
        let mut quotas = vec![
            Choice::new("none", t!(l, "trainings-quota-none")),
            Choice::new("fixed", t!(l, "trainings-quota-same")),
        ];
        quotas.extend(Figure::ALL.iter().map(|figure| {
            Choice::new(figure.to_string(), t!(l, "trainings-quota-share", figure = words::figure(l, *figure)))
        }));
        let place = view! {
            <Field name="place" label=t!(l, "trainings-place") value=filled.text("place") hint=t!(l, "trainings-place-hint") error=filled.error(l, "place")/>
            <Field name="remote_url" label=t!(l, "trainings-remote") kind="url" value=filled.text("remote_url") hint=t!(l, "trainings-remote-hint") error=filled.error(l, "remote_url")/>
            <TextArea name="instructions" label=t!(l, "trainings-instructions") value=filled.text("instructions") rows=4 hint=t!(l, "trainings-instructions-hint") error=filled.error(l, "instructions")/>
        };
        let seats = view! {
            <Field name="capacity" label=t!(l, "trainings-capacity") value=filled.text("capacity") inputmode="numeric" width=FieldWidth::Short error=filled.error(l, "capacity") required=required/>
            {number("minimum", t!(l, "trainings-minimum"), Some(t!(l, "trainings-minimum-hint")))}
            <Select name="quota" label=t!(l, "trainings-quota") options=quotas selected=filled.text("quota") error=filled.error(l, "quota")/>
            {number("quota_seats", t!(l, "trainings-quota-seats"), Some(t!(l, "trainings-quota-seats-hint")))}
            <TextArea name="pots" label=t!(l, "trainings-pots") value=filled.text("pots") rows=3 hint=t!(l, "trainings-pots-hint") error=filled.error(l, "pots")/>
            {day("reserved_until", t!(l, "trainings-reserved-until"), None)}
            {shared.clone().map(|hint| view! {
                <TextArea name="guests" label=t!(l, "trainings-guests") value=filled.text("guests") rows=2 hint=hint error=filled.error(l, "guests")/>
            })}
        };
        let rule = view! {
            <Choices name="rule" legend=t!(l, "trainings-rule") options=rules selected=filled.text("rule") error=filled.error(l, "rule").unwrap_or_default()/>
            {day("opens_on", t!(l, "trainings-opens-on"), None)}
            {day("closes_on", t!(l, "trainings-closes-on"), None)}
            {number("hold_hours", t!(l, "trainings-hold"), Some(t!(l, "trainings-hold-hint")))}
            {day("cancel_on", t!(l, "trainings-cancel-on"), Some(t!(l, "trainings-cancel-on-hint")))}
        };
        let version = filled.text("version");
        view! {
            <PageHeader title lead/>
            {filled.summary(l)}
            <PostForm action>
                <input type="hidden" name="version" value=version/>
                {answers_need(l, &filled)}
                {acknowledge}
                {half_days::rows(l, &filled)}
                <FieldGroup legend=t!(l, "trainings-place")>{place}</FieldGroup>
                <FieldGroup legend=t!(l, "trainings-seats")>{seats}</FieldGroup>
                <FieldGroup legend=t!(l, "trainings-group-registration")>{rule}</FieldGroup>
                <FormActions>
                    <SubmitButton text=t!(l, "save")/>
                    <ActionLink href=back text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
    }))
}
