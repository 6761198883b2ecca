//! "What if": every closed vote of the network beside what the draft would have made of it.

use axum::extract::Path;
use domain::{locale::Locale, polls::Outcome};
use i18n::t;
use leptos::prelude::*;
use services::{Error, networks::Network, statutes::Replayed};

use super::{draft_link, managed, page};
use crate::{
    context::{Answer, Cx},
    spreadsheet::csv_file,
    ui::*,
};

/// What the address asks to see.
struct Asked {
    changed: bool,
    assembly: String,
}

impl Asked {
    fn of(cx: &Cx) -> Self {
        let text = |name| cx.query(name).unwrap_or_default().to_owned();
        Self { changed: text("show") == "changed", assembly: text("assembly") }
    }

    fn any(&self) -> bool {
        self.changed || !self.assembly.is_empty()
    }

    fn shows(&self, vote: &Replayed) -> bool {
        (!self.changed || vote.changed()) && (self.assembly.is_empty() || vote.assembly.to_string() == self.assembly)
    }

    fn query(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        if self.changed {
            query.append_pair("show", "changed");
        }
        if !self.assembly.is_empty() {
            query.append_pair("assembly", &self.assembly);
        }
        query.finish()
    }
}

async fn replayed(cx: &Cx, slug: &str) -> Result<(Network, Vec<Replayed>), Error> {
    let network = managed(cx, slug).await?;
    let draft = cx.services().statutes_draft(cx.viewer(), &network).await?;
    let votes = cx.services().what_if(cx.viewer(), &network, &draft.rules).await?;
    Ok((network, votes))
}

/// The comparison, vote by vote.
pub async fn show(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let (network, votes) = replayed(&cx, &slug).await?;
    let asked = Asked::of(&cx);
    let title = t!(l, "statutes-what-if");
    let base = format!("/n/{slug}/statutes/draft");
    Ok(page(&cx, &network, &title, vec![draft_link(l, &network)]).render(move || {
        let changed = votes.iter().filter(|vote| vote.changed()).count();
        let told = if votes.is_empty() {
            t!(l, "statutes-what-if-none")
        } else {
            t!(l, "statutes-what-if-summary", votes = votes.len(), changed = changed)
        };
        let file = format!("{base}/what-if.csv?{}", asked.query());
        let export = (!votes.is_empty())
            .then(|| view! { <ActionLink href=file text=t!(l, "export-csv") kind=ActionKind::Secondary/> });
        let filter = (!votes.is_empty()).then(|| filter(l, &format!("{base}/what-if"), &votes, &asked));
        view! {
            <PageHeader title kicker=t!(l, "statutes-draft") lead=t!(l, "statutes-what-if-lead")>{export}</PageHeader>
            <p>{told}</p>
            {filter}
            {table(l, &format!("/n/{slug}/assemblies"), &votes, &asked)}
        }
    }))
}

fn filter(l: Locale, here: &str, votes: &[Replayed], asked: &Asked) -> impl IntoView + use<> {
    let shown = vec![Choice::new("changed", t!(l, "statutes-what-if-changed"))];
    let mut assemblies: Vec<Choice> = Vec::new();
    for vote in votes {
        let id = vote.assembly.to_string();
        if assemblies.iter().all(|known| known.value != id) {
            assemblies.push(Choice::new(id, vote.assembly_title.clone()));
        }
    }
    let reset = asked.any().then(|| PageLink::new(here, t!(l, "statutes-what-if-all")));
    let selected = if asked.changed { "changed" } else { "" };
    let (action, assembly) = (here.to_owned(), asked.assembly.clone());
    view! {
        <FilterBar action label=t!(l, "statutes-what-if-filter-label") submit=t!(l, "statutes-what-if-filter") reset>
            <Select name="show" label=t!(l, "statutes-what-if-show") options=shown selected empty=t!(l, "statutes-what-if-all")/>
            <Select name="assembly" label=t!(l, "statutes-what-if-assembly") options=assemblies selected=assembly empty=t!(l, "statutes-what-if-every-assembly")/>
        </FilterBar>
    }
}

fn table(l: Locale, assemblies: &str, votes: &[Replayed], asked: &Asked) -> impl IntoView + use<> {
    let rows: Vec<Vec<Cell>> = votes
        .iter()
        .filter(|vote| asked.shows(vote))
        .map(|vote| {
            let (text, tone) = if vote.changed() {
                (t!(l, "statutes-what-if-other"), Tone::Attention)
            } else {
                (t!(l, "statutes-what-if-same"), Tone::Neutral)
            };
            let (title, of) = (vote.title.clone(), vote.assembly_title.clone());
            let href = format!("{assemblies}/{}", vote.assembly);
            vec![
                Cell::view(view! { <div><strong>{title}</strong><br/><a href=href>{of}</a></div> }),
                i18n::wording::decision(l, vote.decision).into(),
                Cell::view(result(l, &vote.was)),
                Cell::view(result(l, &vote.would)),
                Cell::tag(text, tone),
            ]
        })
        .collect();
    if rows.is_empty() {
        let text = if votes.is_empty() { t!(l, "statutes-what-if-none") } else { t!(l, "statutes-what-if-nothing") };
        return view! { <p>{text}</p> }.into_any();
    }
    let columns = vec![
        Column::text(t!(l, "statutes-what-if-vote")),
        Column::text(t!(l, "statutes-what-if-decision")),
        Column::text(t!(l, "statutes-what-if-was")),
        Column::text(t!(l, "statutes-what-if-would")),
        Column::text(t!(l, "statutes-what-if-compared")),
    ];
    view! { <DataTable caption=t!(l, "statutes-what-if") caption_hidden=true columns rows/> }.into_any()
}

/// The verdict, and every inequality that decided it: those of the quorum where it was lost.
fn sentences(l: Locale, outcome: &Outcome) -> (String, Vec<String>) {
    let explained = i18n::wording::outcome(l, outcome);
    let mut sentences = vec![explained.statement];
    if !outcome.quorum.reached {
        let lost = outcome.quorum.parts.iter().filter(|part| !part.reached);
        sentences.extend(lost.map(|part| i18n::wording::quorum_part(l, outcome.quorum.counting, part)));
        sentences.extend(outcome.conditions.iter().map(|held| i18n::wording::inequality(l, held)));
    }
    (explained.verdict, sentences)
}

fn result(l: Locale, outcome: &Outcome) -> impl IntoView + use<> {
    let (verdict, sentences) = sentences(l, outcome);
    view! { <div><strong>{verdict}</strong><br/>{sentences.join(" ")}</div> }
}

/// The comparison for a spreadsheet, with the filter of the address.
pub async fn csv(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let (network, votes) = replayed(&cx, &slug).await?;
    let asked = Asked::of(&cx);
    let mut rows = vec![vec![
        t!(l, "statutes-what-if-assembly"),
        t!(l, "statutes-what-if-vote"),
        t!(l, "statutes-what-if-decision"),
        t!(l, "statutes-what-if-was"),
        t!(l, "statutes-what-if-would"),
        t!(l, "statutes-what-if-compared"),
    ]];
    for vote in votes.into_iter().filter(|vote| asked.shows(vote)) {
        let told = |outcome: &Outcome| {
            let (verdict, sentences) = sentences(l, outcome);
            format!("{verdict}. {}", sentences.join(" "))
        };
        let compared = if vote.changed() { t!(l, "statutes-what-if-other") } else { t!(l, "statutes-what-if-same") };
        let decision = i18n::wording::decision(l, vote.decision);
        let (was, would) = (told(&vote.was), told(&vote.would));
        rows.push(vec![vote.assembly_title, vote.title, decision, was, would, compared]);
    }
    Ok(csv_file(l, &format!("{}-what-if.csv", network.slug), &rows))
}
