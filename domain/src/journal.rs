//! The hash-chained journal: what happened, so that any altered, removed or reordered line shows.
//!
//! Each line carries SHA-256 over the line before and over its own content. Whoever noted the
//! last hash (it stands in every minute) can tell later whether anything before it was changed.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// What the first line follows.
pub const GENESIS: Hash = [0; 32];

/// One line, as it is hashed. The payload is kept as the very text that was hashed, because JSON
/// has many spellings of one value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Place in the chain, from 1, without gaps.
    pub sequence: i64,
    /// When, in microseconds: what both databases keep.
    pub at: DateTime<Utc>,
    /// Who, as an identifier or the word of a part of the system.
    pub actor: String,
    /// In which network, as an identifier; empty for the instance.
    pub network: String,
    /// What happened: a stable word.
    pub kind: String,
    /// The particulars, as JSON text.
    pub payload: String,
    /// Drawn by chance, so that nobody finds out what a line says by trying what it might say against the hash of its
    /// content. Empty in lines from before there were any.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub salt: String,
}

impl Line {
    /// The hash of what this line says. Who may not read a line can still be shown this, and follow the chain over it.
    ///
    /// Every field goes in with its length before it, so that no text can be moved from one field to the next without
    /// a trace; an empty salt does not go in.
    #[must_use]
    pub fn content(&self) -> Hash {
        let mut hasher = Sha256::new();
        hasher.update(self.sequence.to_be_bytes());
        let at = self.at.to_rfc3339_opts(SecondsFormat::Micros, true);
        let salt = Some(&self.salt).filter(|salt| !salt.is_empty());
        for field in [&at, &self.actor, &self.network, &self.kind, &self.payload].into_iter().chain(salt) {
            hasher.update((field.len() as u64).to_be_bytes());
            hasher.update(field.as_bytes());
        }
        hasher.finalize().into()
    }

    /// The hash of this line after `previous`.
    #[must_use]
    pub fn hash(&self, previous: &Hash) -> Hash {
        follow(previous, &self.content())
    }
}

/// The hash of a line, of which only the hash of its content is known, after `previous`.
#[must_use]
pub fn follow(previous: &Hash, content: &Hash) -> Hash {
    Sha256::new().chain_update(previous).chain_update(content).finalize().into()
}

/// A hash as people compare it, or whatever else is bytes: hexadecimal digits.
#[must_use]
pub fn digits(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes that [`digits`] wrote; `None` where these are not 64 digits.
#[must_use]
pub fn read_digits(text: &str) -> Option<Hash> {
    let mut hash = Hash::default();
    if text.len() != 2 * hash.len() || !text.is_ascii() {
        return None;
    }
    for (at, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok()?;
    }
    Some(hash)
}

/// What is wrong with a chain, at the first place where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A line is missing, or lines were reordered.
    #[error("line {expected} is missing: line {found} stands in its place")]
    Missing {
        /// Which should come.
        expected: i64,
        /// Which came.
        found: i64,
    },
    /// The line does not give the hash that is written beside it.
    #[error("line {sequence} was altered, or a line before it was")]
    Altered {
        /// Which line.
        sequence: i64,
    },
    /// The chain ends before the head that was noted.
    #[error("the last lines are missing: the journal ends at {found}, the head says {expected}")]
    Truncated {
        /// The noted head.
        expected: i64,
        /// The last line found.
        found: i64,
    },
}

/// Follows a chain line by line, so that a journal of any length is verified in little memory.
#[derive(Clone, Debug)]
pub struct Verifier {
    sequence: i64,
    hash: Hash,
}

impl Default for Verifier {
    fn default() -> Self {
        Self { sequence: 0, hash: GENESIS }
    }
}

impl Verifier {
    /// Takes the next line and the hash that is stored beside it.
    ///
    /// # Errors
    /// [`Broken`] at the first line that does not follow.
    pub fn take(&mut self, line: &Line, stored: &[u8]) -> Result<(), Broken> {
        let expected = self.sequence + 1;
        if line.sequence != expected {
            return Err(Broken::Missing { expected, found: line.sequence });
        }
        let hash = line.hash(&self.hash);
        if hash.as_slice() != stored {
            return Err(Broken::Altered { sequence: line.sequence });
        }
        self.sequence = expected;
        self.hash = hash;
        Ok(())
    }

    /// Ends at the head that was noted elsewhere.
    ///
    /// # Errors
    /// [`Broken`] when lines are missing at the end or the head is another.
    pub fn finish(&self, sequence: i64, hash: &[u8]) -> Result<(), Broken> {
        if sequence != self.sequence {
            return Err(Broken::Truncated { expected: sequence, found: self.sequence });
        }
        if hash == self.hash { Ok(()) } else { Err(Broken::Altered { sequence }) }
    }

    /// The place and hash reached.
    #[must_use]
    pub const fn head(&self) -> (i64, Hash) {
        (self.sequence, self.hash)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn chain(length: i64) -> Vec<(Line, Hash)> {
        let mut previous = GENESIS;
        (1..=length)
            .map(|sequence| {
                let line = Line {
                    sequence,
                    at: DateTime::from_timestamp_micros(1_700_000_000_000_000 + sequence).expect("a time"),
                    actor: "someone".into(),
                    network: String::new(),
                    kind: "vote_cast".into(),
                    payload: format!("{{\"number\":{sequence}}}"),
                    salt: format!("{sequence:032x}"),
                };
                previous = line.hash(&previous);
                (line, previous)
            })
            .collect()
    }

    fn verify(lines: &[(Line, Hash)], head: &(Line, Hash)) -> Result<(), Broken> {
        let mut verifier = Verifier::default();
        for (line, hash) in lines {
            verifier.take(line, hash)?;
        }
        verifier.finish(head.0.sequence, &head.1)
    }

    #[test]
    fn moving_text_between_fields_shows() {
        let mut lines = chain(1);
        let (line, _) = &mut lines[0];
        line.actor = "some".into();
        line.network = "one".into();
        let head = lines[0].clone();
        assert_eq!(verify(&lines, &head), Err(Broken::Altered { sequence: 1 }));
    }

    #[test]
    fn a_cut_tail_shows() {
        let lines = chain(5);
        assert_eq!(verify(&lines[..4], &lines[4]), Err(Broken::Truncated { expected: 5, found: 4 }));
    }

    proptest! {
        #[test]
        fn an_untouched_chain_holds(length in 1_i64..40) {
            let lines = chain(length);
            prop_assert_eq!(verify(&lines, lines.last().expect("not empty")), Ok(()));
        }

        #[test]
        fn every_removal_alteration_and_swap_shows(length in 2_i64..40, place in any::<prop::sample::Index>(), kind in 0..3) {
            let whole = chain(length);
            let head = whole.last().expect("not empty").clone();
            let mut lines = whole.clone();
            let place = place.index(lines.len());
            match kind {
                0 => { lines.remove(place); }
                1 => lines[place].0.payload.push(' '),
                _ => lines.swap(place, (place + 1) % whole.len()),
            }
            prop_assert!(verify(&lines, &head).is_err());
        }
    }
}
