//! The draft: what it changes, where it is written, and how it is put into force.

use axum::{Form, extract::Path, response::Response};
use domain::{
    assemblies::{Kind, State},
    locale::Locale,
    statutes::{Decision, Preset},
};
use i18n::{t, wording::Clause};
use leptos::prelude::*;
use services::{
    assemblies::Listed,
    networks::Network,
    statutes::{Adoption, Draft, Replayed, Statutes},
};

use super::{managed, page};
use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered},
    ui::*,
};

/// Everything that the page of the draft tells.
struct Told {
    network: Network,
    statutes: Statutes,
    draft: Draft,
    assemblies: Vec<Listed>,
    replayed: Vec<Replayed>,
}

async fn told(cx: &Cx, slug: &str) -> Result<Told, services::Error> {
    let network = managed(cx, slug).await?;
    let statutes = cx.services().statutes(cx.viewer(), &network).await?;
    let draft = cx.services().statutes_draft(cx.viewer(), &network).await?;
    let mut assemblies = cx.services().assemblies(cx.viewer(), &network).await?;
    assemblies.retain(|assembly| matches!(assembly.state, State::Open | State::Closed));
    let replayed =
        if draft.begun() { cx.services().what_if(cx.viewer(), &network, &draft.rules).await? } else { Vec::new() };
    Ok(Told { network, statutes, draft, assemblies, replayed })
}

/// The draft.
pub async fn show(cx: Cx, Path(slug): Path<String>) -> Answer {
    let told = told(&cx, &slug).await?;
    let today = services::day_in(told.network.zone, cx.services().now());
    let entries = Entries::default().with("valid_from", today);
    Ok(render(&cx, told, Filled::first(entries)))
}

fn render(cx: &Cx, told: Told, filled: Filled) -> Response {
    let l = cx.locale();
    let title = t!(l, "statutes-draft");
    let Told { network, statutes, draft, assemblies, replayed } = told;
    let base = format!("/n/{}/statutes/draft", network.slug);
    filled.on(l, page(cx, &network, &title, Vec::new())).render(move || {
        let lead = if draft.begun() { t!(l, "statutes-draft-lead") } else { t!(l, "statutes-draft-none") };
        let kicker =
            draft.edited_at.map(|at| t!(l, "statutes-draft-edited", date = i18n::date_time(l, network.zone, at)));
        let begun = draft.begun().then(|| {
            view! {
                {differences(l, &statutes, &draft)}
                {summary(l, &base, &replayed)}
                {adoption(l, &base, &draft, &assemblies, &filled)}
            }
        });
        view! {
            <PageHeader title kicker lead/>
            {filled.summary(l)}
            <Callout><p>{t!(l, "statutes-no-advice")}</p></Callout>
            {begun}
            {ways(l, &base)}
            {beginning(l, &base, draft.begun())}
        }
    })
}

/// The clauses that read differently: today's beside the draft's.
fn differences(l: Locale, statutes: &Statutes, draft: &Draft) -> impl IntoView + use<> {
    let (today, then) = (i18n::wording::clauses(l, &statutes.rules), i18n::wording::clauses(l, &draft.rules));
    let of = |clauses: &[Clause], wanted: &Clause| {
        let found = clauses.iter().find(|clause| clause.section == wanted.section && clause.label == wanted.label);
        found.map(|clause| clause.text.clone())
    };
    let gone = today.iter().filter(|clause| of(&then, clause).is_none());
    let rows: Vec<Vec<Cell>> = then
        .iter()
        .chain(gone)
        .map(|clause| (clause, of(&today, clause), of(&then, clause)))
        .filter(|(_, today, then)| today != then)
        .map(|(clause, today, then)| {
            let nothing = || t!(l, "statutes-absent");
            vec![
                format!("{} – {}", clause.section, clause.label).into(),
                today.unwrap_or_else(nothing).into(),
                then.unwrap_or_else(nothing).into(),
            ]
        })
        .collect();
    let content = if rows.is_empty() {
        view! { <p>{t!(l, "statutes-no-differences")}</p> }.into_any()
    } else {
        let columns = vec![
            Column::text(t!(l, "statutes-clause")),
            Column::text(t!(l, "statutes-today")),
            Column::text(t!(l, "statutes-then")),
        ];
        view! { <DataTable caption=t!(l, "statutes-differences") caption_hidden=true columns rows/> }.into_any()
    };
    view! { <Section title=t!(l, "statutes-differences") id="differences">{content}</Section> }
}

fn summary(l: Locale, base: &str, replayed: &[Replayed]) -> impl IntoView + use<> {
    let changed = replayed.iter().filter(|vote| vote.changed()).count();
    let text = if replayed.is_empty() {
        t!(l, "statutes-what-if-none")
    } else {
        t!(l, "statutes-what-if-summary", votes = replayed.len(), changed = changed)
    };
    let href = format!("{base}/what-if");
    let open = (!replayed.is_empty()).then(|| {
        view! { <ActionLink href text=t!(l, "statutes-what-if-open") kind=ActionKind::Secondary/> }
    });
    view! { <Section title=t!(l, "statutes-what-if") id="what-if"><p>{text}</p><FormActions>{open}</FormActions></Section> }
}

/// The pages on which the draft is written.
fn ways(l: Locale, base: &str) -> impl IntoView + use<> {
    let mut links = vec![("general".to_owned(), t!(l, "statutes-edit-general"))];
    links.extend(Kind::ALL.iter().map(|kind| (format!("kinds/{kind}"), i18n::wording::kind(l, *kind))));
    let decisions = Decision::ALL.iter().filter(|decision| **decision != Decision::Ordinary);
    links.extend(decisions.map(|of| (format!("decisions/{of}"), i18n::wording::decision(l, *of))));
    links.push(("toml".to_owned(), t!(l, "statutes-edit-toml")));
    let links = links.into_iter().map(|(part, text)| {
        let href = format!("{base}/{part}");
        view! { <li><a href=href>{text}</a></li> }
    });
    let links = links.collect_view();
    view! {
        <Section title=t!(l, "statutes-edit") id="edit">
            <p>{t!(l, "statutes-edit-text")}</p>
            <ul class="links">{links}</ul>
        </Section>
    }
}

fn adoption(l: Locale, base: &str, draft: &Draft, assemblies: &[Listed], filled: &Filled) -> impl IntoView + use<> {
    let options = assemblies.iter().map(|one| Choice::new(one.id.to_string(), one.title.clone())).collect();
    let revision = draft.revision.to_string();
    let form = view! {
        <input type="hidden" name="version" value=revision/>
        <Field name="valid_from" label=t!(l, "statutes-adopt-from") kind="date" width=FieldWidth::Short value=filled.text("valid_from") hint=t!(l, "statutes-adopt-from-hint") error=filled.error(l, "valid_from") required=t!(l, "required")/>
        <Select name="assembly" label=t!(l, "statutes-adopt-assembly") options selected=filled.text("assembly") empty=t!(l, "statutes-adopt-elsewhere") error=filled.error(l, "assembly")/>
        <Field name="note" label=t!(l, "statutes-adopt-note") value=filled.text("note") error=filled.error(l, "note")/>
    };
    let action = format!("{base}/adopt");
    view! {
        <Section title=t!(l, "statutes-adopt") id="adopt">
            <p>{t!(l, "statutes-adopt-text")}</p>
            <PostForm action>
                {form}
                <FormActions><SubmitButton text=t!(l, "statutes-adopt-button")/></FormActions>
            </PostForm>
        </Section>
    }
}

fn beginning(l: Locale, base: &str, begun: bool) -> impl IntoView + use<> {
    let mut options = vec![Choice::new("current", t!(l, "statutes-start-current"))];
    options.extend(Preset::ALL.iter().map(|preset| Choice::new(preset.as_str(), i18n::wording::preset(l, *preset))));
    let kind = if begun { ActionKind::Secondary } else { ActionKind::Primary };
    let replaced = begun.then(|| view! { <p>{t!(l, "statutes-start-text")}</p> });
    let discard = begun.then(|| {
        view! { <PostButton action=format!("{base}/discard") text=t!(l, "statutes-discard") kind=ActionKind::Danger/> }
    });
    let action = format!("{base}/begin");
    view! {
        <Section title=t!(l, "statutes-start") id="begin">
            {replaced}
            <PostForm action>
                <Select name="from" label=t!(l, "statutes-start-from") options selected="current"/>
                <FormActions><SubmitButton text=t!(l, "statutes-start-button") kind/></FormActions>
            </PostForm>
            {discard}
        </Section>
    }
}

/// Begins anew.
pub async fn begin(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let preset = match entries.text("from").as_str() {
        "current" => None,
        word => Some(word.parse::<Preset>().map_err(|_| services::Error::NotFound)?),
    };
    cx.services().begin_statutes(cx.viewer(), &network, preset).await?;
    Ok(done(&format!("/n/{slug}/statutes/draft"), "statutes-drafted"))
}

/// Discards the draft.
pub async fn discard(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = managed(&cx, &slug).await?;
    cx.services().discard_statutes(cx.viewer(), &network).await?;
    Ok(done(&format!("/n/{slug}/statutes"), "statutes-discarded"))
}

/// Puts the draft into force.
pub async fn adopt(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let form = Adoption {
        revision: entries.version(),
        valid_from: entries.text("valid_from"),
        assembly: entries.text("assembly"),
        note: entries.text("note"),
    };
    let result = cx.services().adopt_statutes(cx.viewer(), &network, &form).await;
    match answered(result, entries)? {
        Ok(number) => Ok(done(&format!("/n/{slug}/statutes/{number}"), "statutes-adopted")),
        Err(filled) => Ok(render(&cx, told(&cx, &slug).await?, filled)),
    }
}
