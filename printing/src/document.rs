//! What can be printed: a title and blocks, in words that a reader understands already.

use serde::{Deserialize, Serialize};

/// A document, every string of it in its own language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Document {
    /// The language's code: "fr", "nl", "en".
    pub locale: String,
    /// What the document is: "Procès-verbal de l'assemblée générale ordinaire".
    pub title: String,
    /// A line below the title, or nothing.
    pub subtitle: String,
    /// The organization that issues it.
    pub author: String,
    /// When and where, as a sentence, or nothing.
    pub date_line: String,
    /// A few words at the head of every page after the first.
    pub running_head: String,
    /// What every page must say, such as that the data are invented.
    pub notice: Option<String>,
    /// How a page is numbered: "Page {n} sur {m}".
    pub page_label: String,
    /// The content, in order.
    pub blocks: Vec<Block>,
}

/// A piece of content.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "snake_case")]
pub enum Block {
    /// A heading, which also becomes a bookmark.
    Heading {
        /// How deep: 1 for a chapter, up to 3.
        level: u8,
        /// Its words.
        text: String,
    },
    /// Running text; an empty line begins another paragraph.
    Paragraph(String),
    /// Labels with their values, one below the other.
    Facts(Vec<(String, String)>),
    /// A list with bullets.
    List(Vec<String>),
    /// A table, whose header is repeated on every page that it runs over.
    Table {
        /// What the table holds.
        caption: String,
        /// The columns, from the first.
        columns: Vec<Column>,
        /// The rows, each with one cell per column.
        rows: Vec<Vec<String>>,
    },
    /// A decision with the inequality that makes it.
    Explanation {
        /// The rule, as a sentence.
        statement: String,
        /// The left side: "47 voix pour".
        left: String,
        /// The sign between the sides: "≥".
        comparison: String,
        /// The right side: "41 voix nécessaires".
        right: String,
        /// The outcome in words: "Adopté".
        verdict: String,
        /// Whether the decision was taken; a colour shows it beside the words.
        adopted: bool,
    },
    /// A text in its exact words, such as a motion.
    Quote(String),
    /// Places to sign, one for each name or role.
    Signatures(Vec<String>),
    /// The next block begins a page.
    PageBreak,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Column {
    /// Its header.
    pub title: String,
    /// Where its cells stand.
    pub align: Align,
}

/// Where the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words.
    Start,
    /// Marks.
    Center,
    /// Numbers, digit under digit.
    End,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn words(title: impl Into<String>) -> Self {
        Self { title: title.into(), align: Align::Start }
    }

    /// A column of numbers.
    #[must_use]
    pub fn numbers(title: impl Into<String>) -> Self {
        Self { title: title.into(), align: Align::End }
    }
}
