//! The pages on which the draft is written: what holds for all, each kind of assembly, each kind of
//! decision, and everything as TOML.

use axum::{Form, extract::Path, response::Response};
use domain::{
    assemblies::Kind,
    locale::Locale,
    statutes::{Audience, Convener, Decision, write_toml},
};
use i18n::t;
use leptos::prelude::*;
use services::{
    Error,
    networks::Network,
    statutes::{Edit, Typed},
};

use super::{draft_link, fields, managed, page};
use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered, choices},
    ui::*,
};

/// A page of the draft: what it is called, and its part of the address.
struct Part {
    title: String,
    path: String,
}

fn general_part(l: Locale) -> Part {
    Part { title: t!(l, "statutes-edit-general"), path: "general".into() }
}

fn kind_part(l: Locale, kind: Kind) -> Part {
    Part { title: i18n::wording::kind(l, kind), path: format!("kinds/{kind}") }
}

fn decision_part(l: Locale, decision: Decision) -> Part {
    Part { title: i18n::wording::decision(l, decision), path: format!("decisions/{decision}") }
}

fn toml_part(l: Locale) -> Part {
    Part { title: t!(l, "statutes-toml"), path: "toml".into() }
}

/// What stands in the draft, as a form that is shown for the first time.
async fn first(
    cx: &Cx,
    network: &Network,
    typed: impl FnOnce(&domain::assemblies::AssemblyRules) -> Typed,
) -> Result<Filled, Error> {
    let draft = cx.services().statutes_draft(cx.viewer(), network).await?;
    let Typed(pairs) = typed(&draft.rules);
    Ok(Filled::first(Entries::from(pairs).with("version", draft.revision)))
}

async fn save(
    cx: &Cx,
    slug: &str,
    entries: Entries,
    edit: Edit,
    show: impl FnOnce(&Cx, &Network, Filled) -> Response,
) -> Answer {
    let network = managed(cx, slug).await?;
    let result = cx.services().edit_statutes(cx.viewer(), &network, entries.version(), &edit).await;
    match answered(result, entries)? {
        Ok(()) => Ok(done(&format!("/n/{slug}/statutes/draft"), "statutes-drafted")),
        Err(filled) => Ok(show(cx, &network, filled)),
    }
}

fn render<View: IntoView + 'static>(
    cx: &Cx,
    network: &Network,
    part: Part,
    filled: &Filled,
    fields: impl FnOnce(Locale, &Filled) -> View,
) -> Response {
    let l = cx.locale();
    let draft = filled.on(l, page(cx, network, &part.title, vec![draft_link(l, network)]));
    let base = format!("/n/{}/statutes/draft", network.slug);
    draft.render(move || {
        let (fields, version, action) = (fields(l, filled), filled.text("version"), format!("{base}/{}", part.path));
        view! {
            <PageHeader title=part.title kicker=t!(l, "statutes-draft")/>
            {filled.summary(l)}
            <PostForm action>
                <input type="hidden" name="version" value=version/>
                {fields}
                <FormActions>
                    <SubmitButton text=t!(l, "save-changes")/>
                    <ActionLink href=base text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
    })
}

/// The form of what holds for all assemblies.
pub async fn general(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let filled = first(&cx, &network, Typed::general).await?;
    Ok(show_general(&cx, &network, filled))
}

/// Changes what holds for all assemblies.
pub async fn save_general(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let edit = Edit::General(Typed(entries.pairs()));
    save(&cx, &slug, entries, edit, show_general).await
}

fn show_general(cx: &Cx, network: &Network, filled: Filled) -> Response {
    render(cx, network, general_part(cx.locale()), &filled, |l, filled| {
        let ticked = |name: &str| filled.text(name) == "yes";
        let audience = move |of| i18n::wording::audience(l, of);
        let roll = view! { <Field name="reference_days" label=t!(l, "networks-reference-days") width=FieldWidth::Short inputmode="numeric" value=filled.text("reference_days") hint=t!(l, "networks-reference-hint") error=filled.error(l, "reference_days")/> };
        let proxies = view! {
            <Field name="proxies_per_holder" label=t!(l, "networks-proxies-per-holder") width=FieldWidth::Short inputmode="numeric" value=filled.text("proxies_per_holder") hint=t!(l, "networks-proxies-hint") error=filled.error(l, "proxies_per_holder")/>
            <Checkbox name="same_college" label=t!(l, "networks-same-college") checked=ticked("same_college")/>
            <Checkbox name="split" label=t!(l, "ballots-split-field") checked=ticked("split")/>
            <Checkbox name="split_voices" label=t!(l, "ballots-split-voices-field") checked=ticked("split_voices")/>
        };
        let secrecy = view! {
            <Checkbox name="secret_persons" label=t!(l, "statutes-secret-persons-field") checked=ticked("secret_persons")/>
            <Field name="secret_share" label=t!(l, "statutes-secret-share") width=FieldWidth::Short value=filled.text("secret_share") hint=t!(l, "networks-quorum-hint") error=filled.error(l, "secret_share")/>
        };
        view! {
            <FieldGroup legend=t!(l, "statutes-roll")>{roll}</FieldGroup>
            <FieldGroup legend=t!(l, "statutes-proxies")>{proxies}</FieldGroup>
            <FieldGroup legend=t!(l, "statutes-secrecy")>{secrecy}</FieldGroup>
            {fields::boxes(l, "present", t!(l, "statutes-present-field"), Audience::ALL, audience, filled)}
            {fields::boxes(l, "speak", t!(l, "statutes-speak-field"), Audience::ALL, audience, filled)}
        }
    })
}

/// The form of a kind of assembly.
pub async fn kind(cx: Cx, Path((slug, word)): Path<(String, String)>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let kind: Kind = word.parse().map_err(|_| Error::NotFound)?;
    let filled = first(&cx, &network, |rules| Typed::kind(&rules.of(kind))).await?;
    Ok(show_kind(&cx, &network, kind, filled))
}

/// Changes a kind of assembly.
pub async fn save_kind(cx: Cx, Path((slug, word)): Path<(String, String)>, Form(entries): Form<Entries>) -> Answer {
    managed(&cx, &slug).await?;
    let kind: Kind = word.parse().map_err(|_| Error::NotFound)?;
    let edit = Edit::Kind(kind, Typed(entries.pairs()));
    save(&cx, &slug, entries, edit, |cx, network, filled| show_kind(cx, network, kind, filled)).await
}

fn show_kind(cx: &Cx, network: &Network, kind: Kind, filled: Filled) -> Response {
    render(cx, network, kind_part(cx.locale(), kind), &filled, |l, filled| {
        let convener = move |of| i18n::wording::convener(l, of);
        let share = view! { <Field name="convened_share" label=t!(l, "statutes-on-request") width=FieldWidth::Short value=filled.text("convened_share") hint=t!(l, "networks-quorum-hint") error=filled.error(l, "convened_share")/> };
        let notice = view! { <Field name="notice_days" label=t!(l, "networks-notice-days") width=FieldWidth::Short inputmode="numeric" value=filled.text("notice_days") hint=t!(l, "networks-notice-hint") error=filled.error(l, "notice_days")/> };
        let days = view! { <Field name="second_days" label=t!(l, "statutes-second-days") width=FieldWidth::Short inputmode="numeric" value=filled.text("second_days") hint=t!(l, "statutes-second-days-hint") error=filled.error(l, "second_days")/> };
        let hint = Some(t!(l, "networks-quorum-hint"));
        let again = view! {
            {days}
            {fields::counting(l, "second_counting", filled)}
            {fields::condition(l, "second_total", t!(l, "statutes-second-share"), hint, filled)}
        };
        let quorum = fields::quorum(l, filled);
        view! {
            {fields::boxes(l, "convened_by", t!(l, "statutes-convened-by"), Convener::ALL, convener, filled)}
            {share}
            {notice}
            <FieldGroup legend=t!(l, "statutes-quorum")>{quorum}</FieldGroup>
            {fields::majority(l, filled)}
            <FieldGroup legend=t!(l, "statutes-second")>{again}</FieldGroup>
        }
    })
}

/// The form of a kind of decision.
pub async fn decision(cx: Cx, Path((slug, word)): Path<(String, String)>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let decision: Decision = word.parse().map_err(|_| Error::NotFound)?;
    let filled = first(&cx, &network, |rules| Typed::decision(rules, decision)).await?;
    Ok(show_decision(&cx, &network, decision, filled))
}

/// Changes a kind of decision.
pub async fn save_decision(cx: Cx, Path((slug, word)): Path<(String, String)>, Form(entries): Form<Entries>) -> Answer {
    managed(&cx, &slug).await?;
    let decision: Decision = word.parse().map_err(|_| Error::NotFound)?;
    let edit = Edit::Decision(decision, Typed(entries.pairs()));
    save(&cx, &slug, entries, edit, |cx, network, filled| show_decision(cx, network, decision, filled)).await
}

fn show_decision(cx: &Cx, network: &Network, decision: Decision, filled: Filled) -> Response {
    render(cx, network, decision_part(cx.locale(), decision), &filled, |l, filled| {
        let own = choices(&["no", "yes"], |word| match word {
            "yes" => t!(l, "statutes-own-yes"),
            _ => t!(l, "statutes-own-no"),
        });
        let own_quorum = choices(&["no", "yes"], |word| match word {
            "yes" => t!(l, "statutes-own-quorum-yes"),
            _ => t!(l, "statutes-own-quorum-no"),
        });
        let quorum = fields::quorum(l, filled);
        let which = view! { <Choices name="own_quorum" legend=t!(l, "statutes-own-quorum") options=own_quorum selected=filled.text("own_quorum") error=filled.error(l, "own_quorum")/> };
        view! {
            <Choices name="own" legend=t!(l, "statutes-own-rule") options=own selected=filled.text("own") error=filled.error(l, "own")/>
            {fields::majority(l, filled)}
            <FieldGroup legend=t!(l, "statutes-quorum")>
                {which}
                {quorum}
            </FieldGroup>
            <Checkbox name="secret" label=t!(l, "statutes-own-secret") checked={filled.text("secret") == "yes"}/>
        }
    })
}

/// The draft as TOML.
pub async fn toml(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let filled = first(&cx, &network, |rules| Typed(vec![("toml".into(), write_toml(rules))])).await?;
    Ok(show_toml(&cx, &network, filled))
}

/// Changes the whole draft.
pub async fn save_toml(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let edit = Edit::Toml(entries.text("toml"));
    save(&cx, &slug, entries, edit, show_toml).await
}

fn show_toml(cx: &Cx, network: &Network, filled: Filled) -> Response {
    render(cx, network, toml_part(cx.locale()), &filled, |l, filled| {
        view! {
            <TextArea name="toml" label=t!(l, "statutes-toml") value=filled.text("toml") rows=30 hint=t!(l, "statutes-toml-lead") error=filled.error(l, "toml")/>
        }
    })
}
