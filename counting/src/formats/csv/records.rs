//! The lines of comma-separated values, and the settings before them.

use super::super::{FormatError, fail, quote, size};

/// One line of values.
pub(super) struct Record {
    /// On which line it begins.
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

impl Record {
    /// The value of a column; empty when the line has fewer.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// What the lines with `#` say.
#[derive(Default)]
pub(super) struct Settings {
    pub(super) title: String,
    pub(super) seats: Option<usize>,
    pub(super) candidates: Vec<String>,
    /// The words of the scale, the best first.
    pub(super) grades: Vec<String>,
}

/// The records of a file.
pub(super) type Records = Vec<Record>;

/// Splits a file into settings and records. Empty lines are passed over.
pub(super) fn read(text: &str) -> Result<(Settings, Records), FormatError> {
    let mut settings = Settings::default();
    let mut rest = text;
    let mut line = 1;
    while let Some(comment) = rest.strip_prefix('#') {
        let (content, after) = comment.split_once('\n').unwrap_or((comment, ""));
        settings.take(line, content)?;
        rest = after;
        line += 1;
    }
    let delimiter = delimiter(rest);
    let mut records = Vec::new();
    while !rest.is_empty() {
        let begun = line;
        let (cells, after) = record(rest, delimiter, begun)?;
        line += rest[..rest.len() - after.len()].matches('\n').count();
        rest = after;
        // An empty line is nothing; one of empty values is a blank ballot.
        if cells.len() > 1 || cells.iter().any(|cell| !cell.is_empty()) {
            records.push(Record { line: begun, cells });
        }
    }
    Ok((settings, records))
}

impl Settings {
    fn take(&mut self, line: usize, content: &str) -> Result<(), FormatError> {
        let Some((key, value)) = content.split_once(':') else { return Ok(()) };
        let value = value.trim();
        match key.trim().to_lowercase().as_str() {
            "title" | "titre" | "titel" => value.clone_into(&mut self.title),
            "seats" | "sièges" | "zetels" => {
                let seats = size(line, value, "the number of seats")?;
                if seats == 0 {
                    return fail(line, crate::Refusal::NoSeats);
                }
                self.seats = Some(seats);
            }
            "candidates" | "candidats" | "kandidaten" => self.candidates = words(line, value)?,
            "grades" | "mentions" | "graden" => self.grades = words(line, value)?,
            _ => {}
        }
        Ok(())
    }
}

/// Words between semicolons, or between commas if there is no semicolon.
fn words(line: usize, value: &str) -> Result<Vec<String>, FormatError> {
    let delimiter = if value.contains(';') { ';' } else { ',' };
    let words: Vec<String> = value.split(delimiter).map(|word| word.trim().to_owned()).collect();
    for (index, word) in words.iter().enumerate() {
        if word.is_empty() {
            return fail(line, "a word is missing between the separators");
        }
        if words[..index].iter().any(|other| other.to_lowercase() == word.to_lowercase()) {
            return fail(line, format_args!("{} stands here twice", quote(word)));
        }
    }
    Ok(words)
}

/// What separates the values: the most frequent of semicolon, tab and comma on the first line, outside of quotation.
fn delimiter(text: &str) -> char {
    let first = text.trim_start().lines().next().unwrap_or_default();
    let outside: String = first.split('"').step_by(2).collect();
    let frequency = |delimiter: &char| outside.matches(*delimiter).count();
    // The last of equals wins: a comma unless another is more frequent.
    [';', '\t', ','].into_iter().max_by_key(frequency).unwrap_or(',')
}

/// Reads one record; gives back what follows its line.
fn record(text: &str, delimiter: char, begun: usize) -> Result<(Vec<String>, &str), FormatError> {
    let mut cells = Vec::new();
    let mut rest = text;
    loop {
        let (cell, after) = match rest.trim_start_matches([' ', '\u{a0}']).strip_prefix('"') {
            Some(inside) => quoted(inside, delimiter, begun)?,
            None => {
                let end = rest.find([delimiter, '\n']).unwrap_or(rest.len());
                let (cell, after) = rest.split_at(end);
                if cell.contains('"') {
                    return fail(begun, format_args!("a quotation mark in the middle of {}", quote(cell.trim())));
                }
                (cell.trim().to_owned(), after)
            }
        };
        cells.push(cell);
        match after.strip_prefix(delimiter) {
            Some(next) => rest = next,
            None => return Ok((cells, after.strip_prefix('\n').unwrap_or(after))),
        }
    }
}

/// Reads a value in quotation marks, in which a doubled mark is one. It ends on its line: names have no line breaks, and
/// a lost mark must not swallow the rest of the file.
fn quoted(inside: &str, delimiter: char, begun: usize) -> Result<(String, &str), FormatError> {
    let mut cell = String::new();
    let mut rest = inside;
    loop {
        let end = match rest.find(['"', '\n']) {
            Some(end) if rest[end..].starts_with('"') => end,
            _ => return fail(begun, "a quotation mark without its closing one on the line"),
        };
        cell.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        if let Some(next) = rest.strip_prefix('"') {
            cell.push('"');
            rest = next;
            continue;
        }
        let after = rest.trim_start_matches([' ', '\r', '\u{a0}']);
        if after.is_empty() || after.starts_with([delimiter, '\n']) {
            return Ok((cell.trim().to_owned(), after));
        }
        return fail(begun, format_args!("something stands after the quotation marks of {}", quote(&cell)));
    }
}
