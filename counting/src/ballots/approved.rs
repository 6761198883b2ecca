//! Ballots that name candidates in no order.

use super::{BallotError, Marks, entry};
use crate::sheets::{Merge, Sheets};

/// Ballots that name candidates in no order.
#[derive(Clone, Debug, Default)]
pub struct Approvals {
    candidates: usize,
    sheets: Sheets,
    blank: u64,
}

impl Approvals {
    /// For how many candidates the ballots are.
    #[must_use]
    pub fn candidates(&self) -> usize {
        self.candidates
    }

    /// Takes ballots for so many candidates.
    #[must_use]
    pub fn builder(candidates: usize) -> ApprovalsBuilder {
        ApprovalsBuilder {
            candidates,
            merge: Merge::default(),
            scratch: Vec::new(),
            marks: Marks::new(candidates),
            blank: 0,
        }
    }

    /// The different ballots: the positions of the candidates that are named, and the weight.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&[u16], u64)> {
        self.sheets.iter()
    }

    /// The weight of all ballots that name somebody.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.sheets.total()
    }

    /// The weight of the ballots that name nobody.
    #[must_use]
    pub fn blank(&self) -> u64 {
        self.blank
    }
}

/// Takes approvals one by one.
#[derive(Debug)]
pub struct ApprovalsBuilder {
    candidates: usize,
    merge: Merge,
    scratch: Vec<u16>,
    marks: Marks,
    blank: u64,
}

impl ApprovalsBuilder {
    /// Adds a ballot that names these candidates.
    ///
    /// # Errors
    /// When a candidate does not exist or is named twice, or the weights overflow.
    pub fn add(&mut self, candidates: &[usize], weight: u64) -> Result<(), BallotError> {
        self.scratch.clear();
        self.marks.next_ballot();
        for &candidate in candidates {
            self.marks.mark(candidate)?;
            self.scratch.push(entry(candidate));
        }
        self.scratch.sort_unstable();
        // Blank ballots are added to the others when a method finds more of them: the sum must fit as well.
        let sum = self.blank.checked_add(self.merge.total()).and_then(|sum| sum.checked_add(weight));
        sum.ok_or(BallotError::TooManyVotes)?;
        if self.scratch.is_empty() {
            self.blank += weight;
            return Ok(());
        }
        self.merge.add(&self.scratch, weight)
    }

    /// The ballots, once all are in.
    #[must_use]
    pub fn finish(self) -> Approvals {
        Approvals { candidates: self.candidates, sheets: self.merge.finish(), blank: self.blank }
    }
}
