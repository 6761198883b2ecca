//! Text on its way into a spreadsheet.

/// A text that no spreadsheet takes for a formula.
#[must_use]
pub fn guarded(text: &str) -> String {
    let formula = text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r', '\n']);
    if formula { format!("'{text}") } else { text.to_owned() }
}
