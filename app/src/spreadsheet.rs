//! Text on its way into a spreadsheet.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::locale::Locale;
use rust_xlsxwriter::{DocProperties, Format, Workbook, XlsxError};

/// A text that no spreadsheet takes for a formula.
#[must_use]
pub fn guarded(text: &str) -> String {
    let formula = text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r', '\n']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

/// Rows as a file that is saved, the headings first.
pub fn csv_file(l: Locale, name: &str, rows: &[Vec<String>]) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, csv(l, rows)).into_response()
}

fn csv(l: Locale, rows: &[Vec<String>]) -> String {
    // Spreadsheets in French and Dutch take the comma for a decimal sign.
    let separator = if l == Locale::En { "," } else { ";" };
    // The mark tells spreadsheets that accents are UTF-8.
    let mut text = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| cell_text(cell)).collect();
        text.push_str(&cells.join(separator));
        text.push_str("\r\n");
    }
    text
}

/// A cell that no spreadsheet takes for a formula.
fn cell_text(text: &str) -> String {
    let text = guarded(text);
    if text.contains(['"', ',', ';', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// A value of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words; never a formula.
    Text(String),
    /// A whole number.
    Whole(u64),
    /// A day.
    Date(NaiveDate),
    /// An amount in cents of a euro; an empty cell where there is none.
    Cents(Option<u64>),
    /// A part of a whole, shown in percent; an empty cell of nothing.
    Share(u64, u64),
    /// A number divided by another, with one decimal; an empty cell of nothing.
    Quotient(u64, u64),
}

/// A sheet of a workbook.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its name: 31 characters at most.
    pub name: String,
    /// The headings of its columns: a row that stays in sight.
    pub headings: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<Value>>,
}

/// Sheets as a file for a spreadsheet, with numbers that can be reckoned with.
///
/// # Errors
/// Where a sheet has more rows than the format, or a name that it does not know.
pub fn workbook(sheets: &[Sheet], made: DateTime<Utc>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The time is handed in: the same figures are the same file.
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let heading = Format::new().set_bold().set_text_wrap();
    let format = |format: &str| Format::new().set_num_format(format);
    let (date, euros, percent, decimal) =
        (format("yyyy-mm-dd"), format("#,##0.00 €"), format("0.0%"), format("#,##0.0"));
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(&sheet.name)?;
        for (column, text) in (0..).zip(&sheet.headings) {
            page.write_string_with_format(0, column, text, &heading)?;
        }
        for (row, values) in (1..).zip(&sheet.rows) {
            for (column, value) in (0..).zip(values) {
                match value {
                    Value::Text(text) => page.write_string(row, column, text)?,
                    Value::Whole(number) => page.write_number(row, column, quotient(*number, 1))?,
                    Value::Date(day) => page.write_datetime_with_format(row, column, day, &date)?,
                    Value::Cents(Some(cents)) => {
                        page.write_number_with_format(row, column, quotient(*cents, 100), &euros)?
                    }
                    Value::Share(part, whole @ 1..) => {
                        page.write_number_with_format(row, column, quotient(*part, *whole), &percent)?
                    }
                    Value::Quotient(number, by @ 1..) => {
                        page.write_number_with_format(row, column, quotient(*number, *by), &decimal)?
                    }
                    Value::Cents(None) | Value::Share(..) | Value::Quotient(..) => continue,
                };
            }
        }
        page.set_freeze_panes(1, 0)?;
        page.autofit();
    }
    book.save_to_buffer()
}

/// The format has no other numbers than these. What decides is computed exactly, elsewhere.
#[expect(clippy::cast_precision_loss, reason = "the cells of the format are such numbers")]
fn quotient(number: u64, by: u64) -> f64 {
    number as f64 / by as f64
}

#[cfg(test)]
mod tests {
    use super::cell_text;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(cell_text("=HYPERLINK(\"https://x.example\")"), "\"'=HYPERLINK(\"\"https://x.example\"\")\"");
        for text in ["+1", "-1", "@SUM", " =1", "\t=1"] {
            assert!(cell_text(text).starts_with('\''), "{text:?}");
        }
        assert_eq!(cell_text("Cap à cité"), "Cap à cité");
        assert_eq!(cell_text("A; B"), "\"A; B\"");
    }
}
