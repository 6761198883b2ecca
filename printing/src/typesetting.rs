//! Setting type.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Datelike, Timelike, Utc};
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::{Block, Document, plain_text, world};

/// Held while a document is set.
static TURN: Mutex<()> = Mutex::new(());

/// Why a document could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintingError {
    /// A document without title cannot be accessible.
    #[error("the document has no title")]
    NoTitle,
    /// A table has no column, or a row that does not fit its columns.
    #[error("the table “{caption}” has {columns} columns and a row of {cells} cells")]
    Table {
        /// The table's caption.
        caption: String,
        /// How many columns it has.
        columns: usize,
        /// How many cells the row has.
        cells: usize,
    },
    /// The moment lies outside the years that a PDF can name.
    #[error("a document cannot be dated {0}")]
    Date(DateTime<Utc>),
    /// The document does not become data for the template.
    #[error("the document cannot be handed to the template: {0}")]
    Data(#[from] serde_json::Error),
    /// The typesetter refused; what it said.
    #[error("the typesetter refused: {0}")]
    Typesetting(String),
}

/// The document as a PDF, dated `created`.
///
/// # Errors
/// [`PrintingError`] when the document has no title or a table whose rows do not fit; anything
/// else that a person has typed prints.
pub fn pdf(document: &Document, created: DateTime<Utc>) -> Result<Vec<u8>, PrintingError> {
    check(document)?;
    let timestamp = timestamp(created).ok_or(PrintingError::Date(created))?;
    let mut data = serde_json::to_value(document)?;
    plain_text::clean(&mut data);
    let data = serde_json::to_vec(&data)?;
    // One document at a time: a page takes some megabytes, and the memory below is shared.
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let bytes = typeset(data, timestamp);
    // The typesetter remembers every step, private texts included, for a next edition of the same
    // document: here there is none.
    typst::comemo::evict(0);
    bytes
}

/// Runs the template over the data and writes the pages as a PDF.
fn typeset(data: Vec<u8>, timestamp: Timestamp) -> Result<Vec<u8>, PrintingError> {
    let world = world::Print::new(data);
    let pages: PagedDocument = typst::compile(&world).output.map_err(|faults| refusal(&faults))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|fault| PrintingError::Typesetting(fault.message().to_string()))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Trame".to_owned())),
        timestamp: Some(timestamp),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|faults| refusal(&faults))
}

/// What the typesetter said, in one line.
fn refusal(faults: &[SourceDiagnostic]) -> PrintingError {
    PrintingError::Typesetting(faults.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>().join("; "))
}

/// A moment as PDF writes it.
fn timestamp(moment: DateTime<Utc>) -> Option<Timestamp> {
    let small = |number: u32| u8::try_from(number).ok();
    if !(0..=9999).contains(&moment.year()) {
        return None;
    }
    let datetime = Datetime::from_ymd_hms(
        moment.year(),
        small(moment.month())?,
        small(moment.day())?,
        small(moment.hour())?,
        small(moment.minute())?,
        small(moment.second())?,
    )?;
    Some(Timestamp::new_utc(datetime))
}

/// Whether the document can be set at all.
fn check(document: &Document) -> Result<(), PrintingError> {
    if plain_text::printable(&document.title).trim().is_empty() {
        return Err(PrintingError::NoTitle);
    }
    for block in &document.blocks {
        if let Block::Table { caption, columns, rows } = block {
            let unfit = |cells| PrintingError::Table { caption: caption.clone(), columns: columns.len(), cells };
            match rows.iter().find(|row| row.len() != columns.len()) {
                Some(row) => return Err(unfit(row.len())),
                None if columns.is_empty() => return Err(unfit(0)),
                None => {}
            }
        }
    }
    Ok(())
}
