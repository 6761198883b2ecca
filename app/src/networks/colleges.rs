//! The colleges of a network, and how the members of each weigh.

use axum::{Form, extract::Path};
use domain::{colleges::Figure, colleges::WeightRule, ids::CollegeId, locale::Locale};
use i18n::t;
use leptos::prelude::*;
use services::networks::{College, CollegeForm, MOST_BRACKETS, Network};
use uuid::Uuid;

use super::settings::{managed, names, page};
use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered, choices},
    organizations::words,
    ui::*,
};

/// A weight rule in one sentence.
#[must_use]
pub fn weight_rule(l: Locale, rule: &WeightRule) -> String {
    match rule {
        WeightRule::Fixed { weight } => t!(l, "networks-weight-fixed", count = *weight),
        WeightRule::Brackets { figure, brackets } => {
            let brackets: Vec<String> = brackets
                .iter()
                .map(|bracket| t!(l, "networks-weight-bracket", from = bracket.from, count = bracket.weight))
                .collect();
            let figure = words::figure(l, *figure);
            t!(l, "networks-weight-brackets", figure = figure, brackets = i18n::list(l, &brackets))
        }
    }
}

/// The form of a new college.
pub async fn new_college(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let entries = Entries::default().with("rule", "fixed").with("weight", 1);
    Ok(show_college(&cx, &network, None, Filled::first(entries)))
}

/// Adds a college.
pub async fn add_college(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let network = managed(&cx, &slug).await?;
    save(&cx, &network, None, entries).await
}

/// The form of a college.
pub async fn college(cx: Cx, Path((slug, id)): Path<(String, Uuid)>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let college = cx.services().college(cx.viewer(), network.id, id).await?;
    let filled = Filled::first(college_entries(&college));
    Ok(show_college(&cx, &network, Some(college.id), filled))
}

/// Changes a college.
pub async fn save_college(cx: Cx, Path((slug, id)): Path<(String, Uuid)>, Form(entries): Form<Entries>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let college = cx.services().college(cx.viewer(), network.id, id).await?;
    save(&cx, &network, Some(college.id), entries).await
}

/// Removes a college.
pub async fn remove_college(cx: Cx, Path((slug, id)): Path<(String, Uuid)>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let college = cx.services().college(cx.viewer(), network.id, id).await?;
    let entries = college_entries(&college);
    match answered(cx.services().remove_college(cx.viewer(), network.id, college.id).await, entries)? {
        Ok(()) => Ok(done(&format!("/n/{slug}/settings"), "saved")),
        Err(filled) => Ok(show_college(&cx, &network, Some(college.id), filled)),
    }
}

fn college_entries(college: &College) -> Entries {
    let mut entries = Entries::default();
    for locale in Locale::ALL {
        entries = entries.with_some(format!("name_{locale}"), college.names.0.get(locale));
    }
    match &college.rule {
        WeightRule::Fixed { weight } => entries.with("rule", "fixed").with("weight", weight),
        WeightRule::Brackets { figure, brackets } => {
            entries = entries.with("rule", "brackets").with("figure", figure);
            for (line, bracket) in brackets.iter().enumerate() {
                entries = entries.with(format!("from_{line}"), bracket.from);
                entries = entries.with(format!("weight_{line}"), bracket.weight);
            }
            entries
        }
    }
}

async fn save(cx: &Cx, network: &Network, id: Option<CollegeId>, entries: Entries) -> Answer {
    let form = CollegeForm {
        names: entries.in_every_language("name"),
        rule: entries.text("rule"),
        weight: entries.text("weight"),
        figure: entries.text("figure"),
        brackets: (0..MOST_BRACKETS)
            .map(|line| (entries.text(&format!("from_{line}")), entries.text(&format!("weight_{line}"))))
            .collect(),
    };
    match answered(cx.services().save_college(cx.viewer(), network, id, &form).await, entries)? {
        Ok(()) => Ok(done(&format!("/n/{}/settings", network.slug), "saved")),
        Err(filled) => Ok(show_college(cx, network, id, filled)),
    }
}

fn show_college(cx: &Cx, network: &Network, id: Option<CollegeId>, filled: Filled) -> axum::response::Response {
    let l = cx.locale();
    let title = if id.is_some() { t!(l, "networks-edit-college") } else { t!(l, "networks-add-college") };
    let draft = filled.on(l, page(cx, network, &title));
    let base = format!("/n/{}/settings", network.slug);
    let action = id.map_or_else(|| format!("{base}/colleges/new"), |id| format!("{base}/colleges/{id}"));
    draft.render(move || {
        let rules = vec![
            Choice::new("fixed", t!(l, "networks-rule-fixed")).detail(t!(l, "networks-rule-fixed-detail")),
            Choice::new("brackets", t!(l, "networks-rule-brackets")).detail(t!(l, "networks-rule-brackets-detail")),
        ];
        let brackets = (0..MOST_BRACKETS).map(|line| {
            let (from, weight) = (format!("from_{line}"), format!("weight_{line}"));
            let id = if line == 0 { "field-brackets".to_owned() } else { format!("field-{from}") };
            let error = filled.error(l, "brackets").filter(|_| line == 0);
            let (from_value, weight_value) = (filled.text(&from), filled.text(&weight));
            view! {
                <div class="field-pair">
                    <Field name=from id=id label=t!(l, "networks-bracket-from", line = line + 1) width=FieldWidth::Short inputmode="numeric" value=from_value error/>
                    <Field name=weight label=t!(l, "networks-bracket-weight", line = line + 1) width=FieldWidth::Short inputmode="numeric" value=weight_value/>
                </div>
            }
        });
        let brackets = brackets.collect_view();
        let figures = choices(Figure::ALL, |figure| words::figure(l, figure));
        let names = names(l, &filled);
        let which = view! { <Choices name="rule" legend=t!(l, "networks-rule") options=rules selected=filled.text("rule") error=filled.error(l, "rule")/> };
        let fixed = view! { <Field name="weight" label=t!(l, "networks-voices") width=FieldWidth::Short inputmode="numeric" value=filled.text("weight") error=filled.error(l, "weight")/> };
        let figure = view! { <Select name="figure" label=t!(l, "organizations-figure") options=figures selected=filled.text("figure") error=filled.error(l, "figure")/> };
        let remove = id.map(|id| {
            let action = format!("{base}/colleges/{id}/remove");
            view! {
                <Section title=t!(l, "networks-remove-college")>
                    <p>{t!(l, "networks-remove-college-text")}</p>
                    <PostButton action text=t!(l, "networks-remove-college") kind=ActionKind::Danger/>
                </Section>
            }
        });
        view! {
            <PageHeader title/>
            {filled.summary(l)}
            <PostForm action>
                <FieldGroup legend=t!(l, "name")>{names}</FieldGroup>
                {which}
                <FieldGroup legend=t!(l, "networks-rule-fixed")>{fixed}</FieldGroup>
                <FieldGroup legend=t!(l, "networks-rule-brackets")>
                    {figure}
                    <p class="hint">{t!(l, "networks-brackets-hint")}</p>
                    {brackets}
                </FieldGroup>
                <FormActions>
                    <SubmitButton text=t!(l, "save")/>
                    <ActionLink href=base text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
            {remove}
        }
    })
}
