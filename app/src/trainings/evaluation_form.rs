//! The evaluation form of a training, for those who organize: its questions in every language.

use axum::{Form, extract::Path};
use domain::{
    locale::{Locale, Localized},
    trainings::evaluation::{Kind, Question},
};
use i18n::t;
use leptos::prelude::*;
use services::{
    networks::Network,
    trainings::{EvaluationForm, TypedQuestion, evaluation_preset},
};

use super::catalogue::{Address, way};
use crate::{
    context::{Answer, Cx, done, language_name},
    entries::{Entries, Filled, answered, choices},
    ui::*,
};

/// Empty questions below those that are there.
const NEW: usize = 2;

fn kind_word(l: Locale, kind: Kind) -> String {
    match kind {
        Kind::Scale => t!(l, "evaluation-kind-scale"),
        Kind::Choice => t!(l, "evaluation-kind-choice"),
        Kind::Text => t!(l, "evaluation-kind-text"),
    }
}

/// How many questions a form holds.
fn held(entries: &Entries) -> usize {
    entries.text("count").parse().unwrap_or(0_usize).min(domain::trainings::evaluation::QUESTIONS * 2)
}

/// The questions as their form holds them.
fn entries_of(questions: &[Question], version: i32) -> Entries {
    let entries = Entries::default().with("version", version).with("count", questions.len() + NEW);
    questions.iter().enumerate().fold(entries, |entries, (at, question)| {
        let mut entries = entries.with(format!("id-{at}"), question.id).with(format!("kind-{at}"), question.kind);
        for l in Locale::ALL {
            let of = |text: &Localized| text.0.get(l).cloned().unwrap_or_default();
            let options: Vec<String> = question.options.iter().map(of).collect();
            entries = entries.with(format!("text-{at}_{l}"), of(&question.text));
            entries = entries.with(format!("options-{at}_{l}"), options.join("\n").trim());
        }
        entries
    })
}

fn typed(entries: &Entries) -> Vec<TypedQuestion> {
    let question = |at: usize| TypedQuestion {
        id: entries.text(&format!("id-{at}")).parse().ok(),
        kind: entries.text(&format!("kind-{at}")),
        texts: entries.in_every_language(&format!("text-{at}")),
        options: entries.in_every_language(&format!("options-{at}")),
    };
    (0..held(entries)).map(question).collect()
}

/// The form.
pub async fn edit(cx: Cx, Path(address): Path<Address>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let form = cx.services().evaluation_form(cx.viewer(), &network, address.training).await?;
    let preset = form.questions.is_empty() && cx.query("preset").is_some();
    let questions = if preset { evaluation_preset() } else { form.questions.clone() };
    Ok(page(&cx, &network, &form, Filled::first(entries_of(&questions, form.version))))
}

/// Writes the questions.
pub async fn save(cx: Cx, Path(address): Path<Address>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let (typed, version) = (typed(&entries), entries.version());
    let result = cx.services().save_evaluation_form(cx.viewer(), &network, address.training, &typed, version).await;
    match answered(result, entries)? {
        Ok(()) => Ok(done(cx.path(), "saved")),
        Err(filled) => {
            let form = cx.services().evaluation_form(cx.viewer(), &network, address.training).await?;
            Ok(page(&cx, &network, &form, filled))
        }
    }
}

fn page(cx: &Cx, network: &Network, form: &EvaluationForm, filled: Filled) -> axum::response::Response {
    let l = cx.locale();
    let of = format!("/n/{}/trainings/{}", network.slug, form.training.id);
    let title = t!(l, "evaluation-form");
    let rest = vec![PageLink::new(&of, form.training.title.clone()), PageLink::new(cx.path(), title.clone())];
    let draft = cx.network_page(network, title.clone()).breadcrumb(way(l, network, rest));
    let (action, empty) = (cx.path().to_owned(), form.questions.is_empty());
    let (count, stored) = (held(&filled.entries), form.questions.len());
    let lead = form.training.title.clone();
    filled.on(l, draft).render(move || {
        let unfilled = filled.text("text-0_fr").is_empty() && filled.text("text-0_nl").is_empty();
        let preset = (empty && unfilled).then(|| {
            let href = format!("{action}?preset=yes");
            view! {
                <Callout>
                    <p>{t!(l, "evaluation-form-empty")}</p>
                    <FormActions><ActionLink href text=t!(l, "evaluation-form-preset") kind=ActionKind::Secondary/></FormActions>
                    <p class="hint">{t!(l, "evaluation-form-preset-hint")}</p>
                </Callout>
            }
        });
        let questions = (0..count).map(|at| question(l, &filled, at)).collect_view();
        let remove = (stored > 0).then(|| view! { <p class="hint">{t!(l, "evaluation-form-remove")}</p> });
        let (version, held) = (filled.text("version"), count.to_string());
        view! {
            <PageHeader title lead/>
            <p>{t!(l, "evaluation-form-lead")}</p>
            {filled.summary(l)}
            {preset}
            {remove}
            <PostForm action>
                <input type="hidden" name="version" value=version/>
                <input type="hidden" name="count" value=held/>
                <div id=field_id("questions")>{questions}</div>
                <FormActions>
                    <SubmitButton text=t!(l, "save")/>
                    <ActionLink href=of text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
    })
}

fn question(l: Locale, filled: &Filled, at: usize) -> impl IntoView + use<> {
    let empty = Locale::ALL.iter().all(|locale| filled.text(&format!("text-{at}_{locale}")).is_empty());
    let legend = if empty { t!(l, "evaluation-question-new") } else { t!(l, "evaluation-question", number = at + 1) };
    let fields = Locale::ALL.iter().map(|locale| {
        let (name, language) = (format!("text-{at}_{locale}"), language_name(*locale));
        let label = t!(l, "evaluation-question-in", language = language);
        let value = filled.text(&name);
        view! { <Field name label value/> }
    });
    let fields = fields.collect_view();
    let options = Locale::ALL.iter().map(|locale| {
        let (name, language) = (format!("options-{at}_{locale}"), language_name(*locale));
        let label = t!(l, "evaluation-options-in", language = language);
        let value = filled.text(&name);
        view! { <TextArea name label value rows=3 hint=t!(l, "evaluation-options-hint")/> }
    });
    let options = options.collect_view();
    let (kind, id) = (format!("kind-{at}"), format!("id-{at}"));
    let known = filled.text(&id);
    let known = (!known.is_empty()).then(|| view! { <input type="hidden" name=id value=known/> });
    let selected = match filled.text(&kind) {
        none if none.is_empty() => Kind::Scale.to_string(),
        word => word,
    };
    let open = selected == Kind::Choice.as_str();
    let kinds = choices(Kind::ALL, |it| kind_word(l, it));
    let summary = kind_word(l, Kind::Choice);
    view! {
        <FieldGroup legend>
            {known}
            {fields}
            <Select name=kind label=t!(l, "evaluation-kind") options=kinds selected/>
            <Disclosure summary open>{options}</Disclosure>
        </FieldGroup>
    }
}
