//! What an election came to: who is elected and why, every round, who voted.

use domain::{elections::Declared, locale::Locale};
use i18n::t;
use leptos::prelude::*;
use printing::{Block, Column as PrintedColumn};
use services::elections::Election;

use crate::ui::{Callout, Column, DataTable, Disclosure, TableLayout, Tone};

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
    let report = declared.count.map(|count| i18n::wording::election_report(l, &count));
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
    view! { <Callout tone=Tone::Positive>{said}{why}</Callout>{tables}{voted} }
}

/// The result as the minutes tell it.
pub fn minutes(l: Locale, election: &Election) -> Vec<Block> {
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
    if !people.is_empty() {
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
    blocks.push(Block::Paragraph(t!(l, "elections-minutes-voted", names = i18n::list(l, &election.voted))));
    blocks
}
