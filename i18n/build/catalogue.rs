//! Reads the Fluent files and says what is wrong with them.
//!
//! The build script includes this file, and so do the tests: what fails a build is tested as a
//! plain function. A catalogue is sound when every language has the same files, with the same
//! keys, taking the same variables.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// The languages of the catalogue.
pub const LANGUAGES: [&str; 3] = [FIRST, "nl", "en"];

/// The language that is written first, and to which the others are compared.
const FIRST: &str = "fr";

/// One Fluent file.
pub struct Source {
    /// The language's folder: "fr", "nl" or "en".
    pub language: String,
    /// The file's name, such as "assemblies.ftl".
    pub file: String,
    /// What it holds.
    pub text: String,
}

/// What messages take: each key with the names of its variables.
pub type Keys = BTreeMap<String, BTreeSet<String>>;

/// One message of one language.
struct Message {
    file: String,
    variables: BTreeSet<String>,
    terms: BTreeSet<String>,
}

/// Everything one language says.
#[derive(Default)]
struct Language {
    files: BTreeSet<String>,
    messages: BTreeMap<String, Message>,
    terms: BTreeSet<String>,
}

/// Checks all files together.
///
/// # Errors
/// One line per fault, each naming the language, the file and the key.
pub fn check(sources: &[Source]) -> Result<Keys, Vec<String>> {
    let mut faults = Vec::new();
    let mut languages: BTreeMap<&str, Language> = LANGUAGES.iter().map(|name| (*name, Language::default())).collect();
    for source in sources {
        match languages.get_mut(source.language.as_str()) {
            Some(language) => read(source, language, &mut faults),
            None => faults.push(format!("{}: no such language", place(&source.language, &source.file))),
        }
    }
    for (name, language) in &languages {
        for (key, message) in &language.messages {
            for term in message.terms.difference(&language.terms) {
                faults.push(format!(
                    "{}: “{key}” uses the term “-{term}”, which {name} has not",
                    place(name, &message.file)
                ));
            }
            let counterparts = languages.iter().filter(|(other, _)| (*name == FIRST) != (**other == FIRST));
            for (other_name, other) in counterparts {
                compare(key, message, name, other_name, other, &mut faults);
            }
        }
    }
    faults.sort();
    faults.dedup();
    if faults.is_empty() {
        let first = languages.remove(FIRST).unwrap_or_default();
        Ok(first.messages.into_iter().map(|(key, message)| (key, message.variables)).collect())
    } else {
        Err(faults)
    }
}

/// What a message lacks or takes differently in another language.
fn compare(key: &str, message: &Message, name: &str, other_name: &str, other: &Language, faults: &mut Vec<String>) {
    match other.messages.get(key) {
        None if other.files.contains(&message.file) => {
            faults.push(format!(
                "{}: “{key}” is missing (it stands in {})",
                place(other_name, &message.file),
                place(name, &message.file)
            ));
        }
        None => faults.push(format!("{}: the file is missing (it stands in {name})", place(other_name, &message.file))),
        Some(twin) if twin.file != message.file && name == FIRST => {
            faults.push(format!(
                "{}: “{key}” stands in {} elsewhere",
                place(other_name, &twin.file),
                place(name, &message.file)
            ));
        }
        Some(twin) if twin.variables != message.variables && name == FIRST => {
            faults.push(format!(
                "{}: “{key}” takes {} but in {name} it takes {}",
                place(other_name, &twin.file),
                usage(&twin.variables),
                usage(&message.variables),
            ));
        }
        Some(_) => {}
    }
}

/// Names of variables as a person reads them.
#[must_use]
pub fn usage(variables: &BTreeSet<String>) -> String {
    if variables.is_empty() {
        "no variable".to_owned()
    } else {
        variables.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
    }
}

/// Where a file lies, as it is written in a fault.
fn place(language: &str, file: &str) -> String {
    format!("i18n/locales/{language}/{file}")
}

/// Adds one file to what its language says.
fn read(source: &Source, language: &mut Language, faults: &mut Vec<String>) {
    let here = place(&source.language, &source.file);
    language.files.insert(source.file.clone());
    let resource = match parser::parse(source.text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = source.text[..error.pos.start.min(source.text.len())].lines().count().max(1);
                let near = error
                    .slice
                    .and_then(|slice| source.text.get(slice))
                    .and_then(|text| text.lines().next())
                    .unwrap_or("");
                faults.push(format!("{here}:{line}: {} (in “{near}”)", error.kind));
            }
            resource
        }
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name;
                let mut parts = Parts::default();
                match &message.value {
                    Some(pattern) => parts.pattern(pattern),
                    None => faults.push(format!("{here}: “{key}” has no text")),
                }
                if !message.attributes.is_empty() {
                    faults
                        .push(format!("{here}: “{key}” has attributes, which no page can ask for; write another key"));
                }
                faults.extend(parts.refused.iter().map(|what| format!("{here}: “{key}” {what}")));
                let read = Message { file: source.file.clone(), variables: parts.variables, terms: parts.terms };
                if let Some(earlier) = language.messages.insert(key.to_owned(), read) {
                    faults.push(format!(
                        "{here}: “{key}” exists twice (also in {})",
                        place(&source.language, &earlier.file)
                    ));
                }
            }
            Entry::Term(term) => {
                let mut parts = Parts::default();
                parts.pattern(&term.value);
                if !parts.variables.is_empty() {
                    faults.push(format!("{here}: the term “-{}” takes a variable", term.id.name));
                }
                if !language.terms.insert(term.id.name.to_owned()) {
                    faults.push(format!("{here}: the term “-{}” exists twice", term.id.name));
                }
            }
            // The parser has said already what is wrong with junk.
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
}

/// What a pattern refers to.
#[derive(Default)]
struct Parts {
    variables: BTreeSet<String>,
    terms: BTreeSet<String>,
    refused: Vec<String>,
}

impl Parts {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.terms.insert(id.name.to_owned());
                if let Some(CallArguments { positional, named }) = arguments {
                    positional.iter().for_each(|argument| self.inline(argument));
                    named.iter().for_each(|argument| self.inline(&argument.value));
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::MessageReference { id, .. } => {
                self.refused.push(format!("refers to the message “{}”; make it a term (-{})", id.name, id.name));
            }
            InlineExpression::FunctionReference { id, .. } => {
                self.refused.push(format!("calls {}; format the value before handing it in", id.name));
            }
        }
    }
}

/// Puts the marks in which a language's typography differs from the keyboard's.
///
/// An apostrophe becomes a curly one everywhere. In French a narrow no-break space stands before
/// `;`, `!`, `?` and `%`, a no-break space before `:` and inside « quotation marks ».
#[must_use]
pub fn typeset(language: &str, text: &str) -> String {
    const NARROW: &str = "\u{202f}";
    const FIXED: &str = "\u{a0}";
    let text = text.replace('\'', "’");
    if language != "fr" {
        return text;
    }
    let mut typeset = text;
    for mark in [';', '!', '?', '%'] {
        typeset = typeset.replace(&format!(" {mark}"), &format!("{NARROW}{mark}"));
    }
    typeset.replace(" :", &format!("{FIXED}:")).replace("« ", &format!("«{FIXED}")).replace(" »", &format!("{FIXED}»"))
}
