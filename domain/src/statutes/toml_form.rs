//! The rules as TOML: what is exported, edited by hand and pasted back.

use super::AssemblyRules;

/// A text that is no set of rules.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct Unreadable {
    /// From 1.
    pub line: usize,
    /// What is wrong there, for whoever knows the format; in English.
    pub message: String,
}

/// Reads rules from TOML. Says nothing of whether they make sense: [`AssemblyRules::validate`] does.
///
/// # Errors
/// [`Unreadable`] with the line.
pub fn read_toml(text: &str) -> Result<AssemblyRules, Unreadable> {
    toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start.min(text.len()));
        let line = text.as_bytes()[..start].iter().filter(|byte| **byte == b'\n').count() + 1;
        Unreadable { line, message: error.message().to_owned() }
    })
}

/// Writes rules as TOML.
#[must_use]
pub fn write_toml(rules: &AssemblyRules) -> String {
    toml::to_string(rules).expect("rules are tables, words and numbers, which TOML has")
}
