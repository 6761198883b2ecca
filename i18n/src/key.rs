//! Keys of messages, checked while compiling.

use fluent_bundle::FluentArgs;

use crate::{Locale, messages};

/// What the build script knows of one message.
pub(crate) struct Entry {
    /// The message's key.
    pub(crate) key: &'static str,
    /// The names of its variables.
    pub(crate) variables: &'static [&'static str],
    /// Key and variables in a sentence, for the compiler to show.
    pub(crate) usage: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/entries.rs"));

/// A message that exists in every language; made by [`key!`](crate::key!) and [`t!`](crate::t!).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key(u16);

impl Key {
    /// The key of this name, checked to take exactly these variables.
    ///
    /// # Panics
    /// With `unknown` when there is no such key, and with the message's usage when it takes other
    /// variables: in a constant, as the macros use it, both are compile errors.
    #[doc(hidden)]
    #[must_use]
    pub const fn named(name: &str, variables: &[&str], unknown: &str) -> Self {
        let Some(key) = Self::find(name) else { panic!("{}", unknown) };
        let entry = &ENTRIES[key.0 as usize];
        if !covers(variables, entry.variables) || !covers(entry.variables, variables) {
            panic!("{}", entry.usage);
        }
        key
    }

    /// The key of this name, if there is one.
    pub(crate) const fn find(name: &str) -> Option<Self> {
        let (mut low, mut high) = (0, ENTRIES.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match compare(ENTRIES[middle].key, name) {
                0 => return Some(Self(middle as u16)),
                ..0 => low = middle + 1,
                1.. => high = middle,
            }
        }
        None
    }

    /// The message's name in the Fluent files.
    #[must_use]
    pub fn name(self) -> &'static str {
        ENTRIES[usize::from(self.0)].key
    }

    /// The text of a message without variables.
    #[must_use]
    pub fn text(self, locale: Locale) -> &'static str {
        messages::of(locale).text(self)
    }

    /// The text of a message with its variables filled in.
    #[doc(hidden)]
    #[must_use]
    pub fn format(self, locale: Locale, arguments: &FluentArgs<'_>) -> String {
        messages::of(locale).format(self, arguments)
    }

    /// The key's place in the table.
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Whether every name of `these` is among `those`.
const fn covers(those: &[&str], these: &[&str]) -> bool {
    let mut index = 0;
    while index < these.len() {
        let mut other = 0;
        while other < those.len() && compare(those[other], these[index]) != 0 {
            other += 1;
        }
        if other == those.len() {
            return false;
        }
        index += 1;
    }
    true
}

/// Negative, zero or positive as `one` sorts before, with or after `other`, byte by byte.
const fn compare(one: &str, other: &str) -> i32 {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut index = 0;
    while index < one.len() && index < other.len() {
        if one[index] != other[index] {
            return one[index] as i32 - other[index] as i32;
        }
        index += 1;
    }
    one.len() as i32 - other.len() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_each_key_and_no_other() {
        for (index, entry) in ENTRIES.iter().enumerate() {
            assert_eq!(Key::find(entry.key).map(Key::index), Some(index));
            assert_eq!(Key::find(&format!("{}-", entry.key)), None);
        }
        assert_eq!(Key::find(""), None);
        assert_eq!(Key::find("zzz"), None);
    }

    #[test]
    fn variables_are_compared_as_sets() {
        assert!(covers(&["a", "b"], &["b", "a"]));
        assert!(!covers(&["a"], &["a", "b"]));
        assert!(covers(&["a"], &[]));
    }
}
