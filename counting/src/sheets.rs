//! Many short rows of numbers in one piece of memory, each row once with its weight.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::BallotError;

/// Rows with weights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheets {
    entries: Vec<u16>,
    ends: Vec<usize>,
    weights: Vec<u64>,
    total: u64,
}

impl Sheets {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn total(&self) -> u64 {
        self.total
    }

    pub(crate) fn get(&self, row: usize) -> (&[u16], u64) {
        (self.row(row), self.weights[row])
    }

    fn row(&self, row: usize) -> &[u16] {
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        &self.entries[start..self.ends[row]]
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = (&[u16], u64)> {
        (0..self.len()).map(|row| self.get(row))
    }
}

/// Takes rows and merges the identical ones as they come, so that a million equal ballots never take memory.
#[derive(Debug, Default)]
pub(crate) struct Merge {
    sheets: Sheets,
    known: HashTable<usize>,
    hasher: DefaultHashBuilder,
}

impl Merge {
    pub(crate) fn add(&mut self, row: &[u16], weight: u64) -> Result<(), BallotError> {
        if weight == 0 {
            return Ok(());
        }
        let Self { sheets, known, hasher } = self;
        sheets.total = sheets.total.checked_add(weight).ok_or(BallotError::TooManyVotes)?;
        let hash = hasher.hash_one(row);
        if let Some(&at) = known.find(hash, |&at| sheets.row(at) == row) {
            sheets.weights[at] += weight;
            return Ok(());
        }
        sheets.entries.extend_from_slice(row);
        sheets.ends.push(sheets.entries.len());
        sheets.weights.push(weight);
        known.insert_unique(hash, sheets.len() - 1, |&at| hasher.hash_one(sheets.row(at)));
        Ok(())
    }

    pub(crate) fn total(&self) -> u64 {
        self.sheets.total
    }

    pub(crate) fn finish(self) -> Sheets {
        self.sheets
    }
}
