//! Ballots with a grade for each candidate.

use super::{BallotError, entry};
use crate::sheets::{Merge, Sheets};

/// Ballots that grade every candidate.
#[derive(Clone, Debug, Default)]
pub struct Graded {
    candidates: usize,
    scale: Vec<String>,
    sheets: Sheets,
}

/// On a graded ballot: no grade was given to this candidate.
const UNGRADED: u16 = u16::MAX;

impl Graded {
    /// For how many candidates the ballots are.
    #[must_use]
    pub fn candidates(&self) -> usize {
        self.candidates
    }

    /// Takes ballots for so many candidates, graded on this scale of words, the best first.
    #[must_use]
    pub fn builder(candidates: usize, scale: Vec<String>) -> GradedBuilder {
        GradedBuilder { candidates, scale, merge: Merge::default(), scratch: Vec::new() }
    }

    /// The words of the scale, the best first.
    #[must_use]
    pub fn scale(&self) -> &[String] {
        &self.scale
    }

    /// The different ballots: for each candidate the position of its grade on the scale, and the weight.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (impl ExactSizeIterator<Item = Option<usize>> + '_, u64)> {
        self.sheets.iter().map(|(entries, weight)| {
            (entries.iter().map(|&grade| (grade != UNGRADED).then_some(usize::from(grade))), weight)
        })
    }

    /// The weight of all ballots.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.sheets.total()
    }
}

/// Takes graded ballots one by one.
#[derive(Debug)]
pub struct GradedBuilder {
    candidates: usize,
    scale: Vec<String>,
    merge: Merge,
    scratch: Vec<u16>,
}

impl GradedBuilder {
    /// Adds a ballot with a grade for each candidate: its position on the scale, or none.
    ///
    /// # Errors
    /// When the number of grades is wrong, a grade is not on the scale, or the weights overflow.
    pub fn add(&mut self, grades: &[Option<usize>], weight: u64) -> Result<(), BallotError> {
        if grades.len() != self.candidates {
            return Err(BallotError::NumberOfGrades { expected: self.candidates, found: grades.len() });
        }
        self.scratch.clear();
        for &grade in grades {
            self.scratch.push(match grade {
                None => UNGRADED,
                Some(grade) if grade < self.scale.len() && grade < usize::from(UNGRADED) => entry(grade),
                Some(grade) => return Err(BallotError::UnknownGrade(grade)),
            });
        }
        self.merge.add(&self.scratch, weight)
    }

    /// The ballots, once all are in.
    #[must_use]
    pub fn finish(self) -> Graded {
        Graded { candidates: self.candidates, scale: self.scale, sheets: self.merge.finish() }
    }
}
