//! A printed document as a page.

use domain::locale::Locale;
use i18n::t;
use leptos::prelude::*;
use printing::Block;
use services::assemblies::Minutes;

use crate::ui::{Callout, Column, Condition, DataTable, Explanation, Fact, Facts, PlainText, Quantity, Tone};

/// A block, under the heading that stands above it.
pub(super) fn as_view(l: Locale, minutes: &Minutes, block: Block, above: &str) -> AnyView {
    let written_in = minutes.room.network.locale.to_string();
    match block {
        Block::Heading { level: 1, text } => view! { <h2>{text}</h2> }.into_any(),
        Block::Heading { level: 2, text } => view! { <h3>{text}</h3> }.into_any(),
        Block::Heading { text, .. } => view! { <h4>{text}</h4> }.into_any(),
        Block::Paragraph(text) => view! { <PlainText text=text/> }.into_any(),
        Block::Facts(facts) => {
            let facts = facts.into_iter().map(|(label, value)| Fact::new(label, value)).collect();
            view! { <Facts facts=facts/> }.into_any()
        }
        Block::List(lines) => {
            let lines = lines.into_iter().map(|line| view! { <li><PlainText text=line/></li> }).collect_view();
            view! { <ul>{lines}</ul> }.into_any()
        }
        Block::Table { caption, columns, rows } => {
            let columns = columns
                .into_iter()
                .map(|column| match column.align {
                    printing::Align::End => Column::number(column.title),
                    _ => Column::text(column.title),
                })
                .collect();
            let rows = rows.into_iter().map(|row| row.into_iter().map(Into::into).collect()).collect();
            let said = caption == above;
            view! { <DataTable caption=caption caption_hidden=said columns=columns rows=rows/> }.into_any()
        }
        Block::Explanation { statement, left, comparison, right, verdict, adopted } => {
            let met = comparison == "≥";
            let met_in_words = if met { t!(l, "condition-met") } else { t!(l, "condition-not-met") };
            let (left, right) = (split(&left), split(&right));
            let condition = Condition {
                title: String::new(),
                left: Quantity::new(left.0, left.1),
                sign: comparison,
                sign_in_words: if met { t!(l, "at-least") } else { t!(l, "less-than") },
                right: Quantity::new(right.0, right.1),
                met,
                met_in_words,
            };
            view! { <Explanation verdict=verdict adopted=adopted sentence=statement conditions=vec![condition]/> }
                .into_any()
        }
        Block::Quote(text) => {
            view! { <Callout tone=Tone::Neutral><PlainText text=text lang=written_in/></Callout> }.into_any()
        }
        Block::Signatures(names) => {
            let lines = names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
            view! { <ul class="signatures">{lines}</ul> }.into_any()
        }
        Block::PageBreak => ().into_any(),
    }
}

/// A number and what it counts.
fn split(quantity: &str) -> (String, String) {
    quantity
        .split_once(' ')
        .map_or((quantity.to_owned(), String::new()), |(number, what)| (number.to_owned(), what.to_owned()))
}
