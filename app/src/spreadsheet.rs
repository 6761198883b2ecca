//! Text on its way into a spreadsheet.

use domain::locale::Locale;

/// A text that no spreadsheet takes for a formula.
#[must_use]
pub fn guarded(text: &str) -> String {
    let formula = text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r', '\n']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

/// Rows as a file, the headings first.
#[must_use]
pub fn csv(l: Locale, rows: &[Vec<String>]) -> String {
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
