//! Tables. On a narrow screen each row becomes a small card, with the headings beside the values.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Tag, Tone};

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    heading: Arc<str>,
    numeric: bool,
    hidden: bool,
}

impl Column {
    /// A column of words.
    pub fn text(heading: impl Into<Arc<str>>) -> Self {
        Self { heading: heading.into(), numeric: false, hidden: false }
    }

    /// A column of numbers, aligned to the right with figures of equal width.
    pub fn number(heading: impl Into<Arc<str>>) -> Self {
        Self { heading: heading.into(), numeric: true, hidden: false }
    }

    /// A column of buttons or links, whose heading is heard but not seen.
    pub fn actions(heading: impl Into<Arc<str>>) -> Self {
        Self { heading: heading.into(), numeric: false, hidden: true }
    }
}

/// The content of one cell.
pub enum Cell {
    /// Words or a number.
    Text(String),
    /// A link.
    Link {
        /// Where it leads.
        href: String,
        /// Its text.
        text: String,
    },
    /// A status.
    Tag {
        /// Its words.
        text: String,
        /// Its tone.
        tone: Tone,
    },
    /// Anything else.
    View(AnyView),
}

impl Cell {
    /// Words or a number.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A link.
    pub fn link(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Link { href: href.into(), text: text.into() }
    }

    /// A status.
    pub fn tag(text: impl Into<String>, tone: Tone) -> Self {
        Self::Tag { text: text.into(), tone }
    }

    /// Anything else, such as a button.
    pub fn view(view: impl IntoView + 'static) -> Self {
        Self::View(view.into_any())
    }

    fn content(self) -> impl IntoView {
        use leptos::either::EitherOf4;
        match self {
            Cell::Text(text) => EitherOf4::A(text),
            Cell::Link { href, text } => EitherOf4::B(view! { <a href=href>{text}</a> }),
            Cell::Tag { text, tone } => EitherOf4::C(view! { <Tag text tone/> }),
            Cell::View(view) => EitherOf4::D(view),
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// What happens to a table that is wider than the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableLayout {
    /// Rows become cards. The right thing for a list of things.
    #[default]
    Stacked,
    /// The table scrolls in a region that the keyboard reaches. For figures compared by column.
    Scrolling,
}

/// A table; the first cell of each row names the row. An empty list is better served by `EmptyState`.
#[component]
pub fn DataTable(
    /// What the table holds, in one line.
    #[prop(into)]
    caption: String,
    /// Whether the caption is heard but not seen, because a heading right above says the same.
    #[prop(optional)]
    caption_hidden: bool,
    /// The columns; the first one names the row.
    columns: Vec<Column>,
    /// The rows, one cell for each column.
    rows: Vec<Vec<Cell>>,
    /// What happens on a narrow screen.
    #[prop(optional)]
    layout: TableLayout,
) -> impl IntoView {
    let headings = columns.clone().into_iter().map(|column| {
        let class = column.numeric.then_some("number");
        let heading = if column.hidden {
            view! { <span class="spoken">{column.heading}</span> }.into_any()
        } else {
            column.heading.into_any()
        };
        view! { <th scope="col" role="columnheader" class=class>{heading}</th> }
    });
    let headings = headings.collect_view();
    // The roles repeat what the elements mean, because browsers forget it once rows are laid out as blocks.
    let rows = rows.into_iter().map(|cells| {
        let mut cells = cells.into_iter().zip(&columns);
        let first = cells.next().map(|(cell, _)| {
            view! { <th scope="row" role="rowheader">{cell.content()}</th> }
        });
        let others = cells
            .map(|(cell, column)| {
                let class = match (column.numeric, column.hidden) {
                    (true, _) => Some("number"),
                    (false, true) => Some("row-actions"),
                    (false, false) => None,
                };
                let label = (!column.hidden).then(|| column.heading.clone());
                view! { <td role="cell" class=class data-label=label>{cell.content()}</td> }
            })
            .collect_view();
        view! { <tr role="row">{first}{others}</tr> }
    });
    let rows = rows.collect_view();
    let scrolling = layout == TableLayout::Scrolling;
    let class = if scrolling { "table scrolling" } else { "table stacked" };
    view! {
        <div
            class=class
            role=scrolling.then_some("region")
            tabindex=scrolling.then_some("0")
            aria-label=scrolling.then_some(caption)
        >
            <table role="table">
                <caption class:spoken=caption_hidden>{caption.clone()}</caption>
                <thead role="rowgroup">
                    <tr role="row">{headings}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
}
