//! The messages of one language, read once and kept for the life of the process.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

use crate::key::{ENTRIES, Key};
use crate::{Locale, format};

/// The messages of one language.
pub(crate) struct Messages {
    bundle: FluentBundle<FluentResource>,
    /// The text of every message without variables, by the key's place in the table.
    texts: Vec<Option<String>>,
}

/// The messages of a language.
pub(crate) fn of(locale: Locale) -> &'static Messages {
    static FRENCH: OnceLock<Messages> = OnceLock::new();
    static DUTCH: OnceLock<Messages> = OnceLock::new();
    static ENGLISH: OnceLock<Messages> = OnceLock::new();
    match locale {
        Locale::Fr => FRENCH.get_or_init(|| Messages::read(locale)),
        Locale::Nl => DUTCH.get_or_init(|| Messages::read(locale)),
        Locale::En => ENGLISH.get_or_init(|| Messages::read(locale)),
    }
}

impl Messages {
    fn read(locale: Locale) -> Self {
        let (language, source) = match locale {
            Locale::Fr => (langid!("fr"), include_str!(concat!(env!("OUT_DIR"), "/fr.ftl"))),
            Locale::Nl => (langid!("nl"), include_str!(concat!(env!("OUT_DIR"), "/nl.ftl"))),
            Locale::En => (langid!("en"), include_str!(concat!(env!("OUT_DIR"), "/en.ftl"))),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // The pages' own markup sets the direction of text; the marks would end up in the names
        // and addresses that people copy.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match locale {
            Locale::Fr => |value, _| grouped(Locale::Fr, value),
            Locale::Nl => |value, _| grouped(Locale::Nl, value),
            Locale::En => |value, _| grouped(Locale::En, value),
        }));
        let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| errors);
        bundle
            .add_resource(resource.expect("the build script has parsed it"))
            .expect("the build script has refused a key that exists twice");
        let mut messages = Self { bundle, texts: Vec::new() };
        messages.texts =
            ENTRIES.iter().map(|entry| entry.variables.is_empty().then(|| messages.write(entry.key, None))).collect();
        messages
    }

    /// The text of a message without variables.
    pub(crate) fn text(&self, key: Key) -> &str {
        self.texts[key.index()].as_deref().expect("the macro has checked that the message takes no variable")
    }

    /// The text of a message with its variables filled in.
    pub(crate) fn format(&self, key: Key, arguments: &FluentArgs<'_>) -> String {
        self.write(key.name(), Some(arguments))
    }

    fn write(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let message = self.bundle.get_message(key).expect("the table of keys is made from these messages");
        let pattern = message.value().expect("the build script has refused a message without text");
        let mut faults = Vec::new();
        let text = self.bundle.format_pattern(pattern, arguments, &mut faults).into_owned();
        debug_assert!(faults.is_empty(), "“{key}”: {faults:?}");
        text
    }
}

/// A whole number as the language groups it; anything else as Fluent writes it.
fn grouped(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 && number.value.abs() < 9e15 => {
            Some(format::number(locale, number.value as i64))
        }
        _ => None,
    }
}
