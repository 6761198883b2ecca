//! What an election came to: who is elected and why, every round, who voted.

use domain::{
    elections::{Declared, Round},
    locale::Locale,
    statutes::AssemblyRules,
};
use i18n::t;
use leptos::prelude::*;
use printing::{Block, Column as PrintedColumn};
use services::elections::{CandidateList, Election};

use super::words;
use crate::ui::{Callout, Column, DataTable, Disclosure, TableLayout, Tally, TallyLine, Tone};

/// A result.
#[component]
pub fn Declaration(
    /// Language of the page.
    l: Locale,
    /// What was declared.
    declared: Declared,
    /// Who voted.
    #[prop(optional)]
    voted: Vec<String>,
    /// Whether every round is shown.
    #[prop(optional)]
    rounds: bool,
) -> impl IntoView {
    let said = i18n::wording::declaration(l, &declared).into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    let report = declared.count.as_ref().map(|count| i18n::wording::election_report(l, count));
    let waits = declared.decided.is_none() && declared.count.as_ref().is_some_and(|count| !count.tied.is_empty());
    let tone = if waits { Tone::Attention } else { Tone::Positive };
    let votes = rounds.then(|| lists(l, &declared)).flatten();
    let why = report.as_ref().map(|report| view! { <p>{report.reasons.join(" ")}</p> });
    let tables = report.filter(|_| rounds).map(|report| {
        report
            .rounds
            .into_iter()
            .map(|round| {
                let columns = round.columns.into_iter().map(Column::text).collect();
                let rows = round.rows.into_iter().map(|row| row.into_iter().map(Into::into).collect()).collect();
                let notes = round.notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view();
                view! {
                    <DataTable caption=round.heading columns=columns rows=rows layout=TableLayout::Scrolling/>
                    <ul>{notes}</ul>
                }
            })
            .collect_view()
    });
    let voted = (!voted.is_empty()).then(|| {
        let names = voted.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
        view! { <Disclosure summary=t!(l, "elections-voted")><ul>{names}</ul></Disclosure> }
    });
    view! { <Callout tone=tone>{said}{why}</Callout>{votes}{tables}{voted} }
}

/// The votes of lists as bars; the table with their quotients follows.
fn lists(l: Locale, declared: &Declared) -> Option<impl IntoView + use<>> {
    let allocation = declared.count.as_ref()?.rounds.iter().find_map(|round| match round {
        Round::Allocation(allocation) => Some(allocation),
        _ => None,
    })?;
    let whole = allocation.lists.iter().map(|list| list.votes).sum();
    let lines = allocation.lists.iter().map(|list| TallyLine {
        label: list.name.clone(),
        amount: t!(l, "lists-votes-of", votes = list.votes, seats = list.seats),
        part: list.votes,
        whole,
    });
    let lines = lines.collect();
    Some(view! { <Tally caption=t!(l, "lists-votes") lines=lines/> })
}

/// The result as the minutes tell it.
pub fn minutes(l: Locale, statutes: &AssemblyRules, election: &Election) -> Vec<Block> {
    let rules = &election.rules;
    let mut blocks = Vec::new();
    let people: Vec<String> = election
        .candidacies
        .iter()
        .filter(|candidacy| candidacy.consented_at.is_some())
        .map(|candidacy| match candidacy.withdrawn_at {
            Some(_) => t!(l, "elections-minutes-withdrawn", name = candidacy.name.as_str()),
            None => t!(
                l,
                "elections-minutes-candidate",
                name = candidacy.name.as_str(),
                organization = candidacy.organization_name.as_str()
            ),
        })
        .collect();
    let unit = i18n::wording::unit(l, rules.unit);
    let method = i18n::wording::counting_method(l, rules.method);
    blocks.push(Block::Paragraph(t!(l, "elections-minutes-rules", method = method, seats = rules.seats, unit = unit)));
    blocks.extend(words::departs(l, statutes, rules).map(Block::Paragraph));
    if let Some(electorate) = &rules.electorate {
        blocks.push(Block::Paragraph(t!(l, "lists-minutes-electorate", college = electorate.name.as_str())));
    }
    if !rules.reserved.is_empty() {
        let colleges = i18n::list(l, &words::reserved(l, election));
        blocks.push(Block::Paragraph(t!(l, "lists-minutes-reserved", colleges = colleges)));
    }
    if election.runoff_of.is_some() {
        blocks.push(Block::Paragraph(t!(l, "lists-runoff-of")));
    }
    if !election.lists.is_empty() {
        let names = |list: &CandidateList| {
            let names: Vec<&str> =
                election.on_list(list.id).filter(|it| it.stands()).map(|it| it.name.as_str()).collect();
            t!(l, "lists-minutes-list", list = list.name.as_str(), names = names.join(", "))
        };
        blocks.push(Block::List(election.lists.iter().map(names).collect()));
    } else if !people.is_empty() {
        blocks.push(Block::List(people));
    }
    let Some(declared) = &election.declared else { return blocks };
    blocks.push(Block::Paragraph(i18n::wording::declaration(l, declared).join(" ")));
    if let Some(count) = &declared.count {
        let report = i18n::wording::election_report(l, count);
        blocks.push(Block::Paragraph(report.reasons.join(" ")));
        for round in report.rounds {
            blocks.push(Block::Table {
                caption: round.heading,
                columns: round.columns.into_iter().map(PrintedColumn::words).collect(),
                rows: round.rows,
            });
            if !round.notes.is_empty() {
                blocks.push(Block::List(round.notes));
            }
        }
    }
    if election.runoff.is_some() {
        blocks.push(Block::Paragraph(t!(l, "lists-runoff-follows")));
    }
    blocks.push(Block::Paragraph(t!(l, "elections-minutes-voted", names = i18n::list(l, &election.voted))));
    blocks
}
