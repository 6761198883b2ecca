//! Ballots, kept flat and merged: a million of twenty preferences each take about fifty megabytes, and identical
//! ballots are kept once with the sum of their weights. Merging loses the order in which they were cast, on purpose.

mod approved;
mod graded;
mod ranked;

pub use approved::{Approvals, ApprovalsBuilder};
pub use graded::{Graded, GradedBuilder};
pub use ranked::{Preference, Ranking, Rankings, RankingsBuilder};

/// The ballots of one election, all of one kind.
#[derive(Clone, Debug)]
pub enum Ballots {
    /// Candidates in order of preference.
    Ranked(Rankings),
    /// Candidates that the voter names, in no order.
    Approved(Approvals),
    /// A grade for each candidate.
    Graded(Graded),
}

/// What kind of ballots there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BallotKind {
    /// See [`Ballots::Ranked`].
    Ranked,
    /// See [`Ballots::Approved`].
    Approved,
    /// See [`Ballots::Graded`].
    Graded,
}

impl Ballots {
    /// Which kind.
    #[must_use]
    pub fn kind(&self) -> BallotKind {
        match self {
            Self::Ranked(_) => BallotKind::Ranked,
            Self::Approved(_) => BallotKind::Approved,
            Self::Graded(_) => BallotKind::Graded,
        }
    }

    /// For how many candidates they were made.
    #[must_use]
    pub fn candidates(&self) -> usize {
        match self {
            Self::Ranked(ballots) => ballots.candidates(),
            Self::Approved(ballots) => ballots.candidates(),
            Self::Graded(ballots) => ballots.candidates(),
        }
    }
}

impl From<Rankings> for Ballots {
    fn from(ballots: Rankings) -> Self {
        Self::Ranked(ballots)
    }
}

impl From<Approvals> for Ballots {
    fn from(ballots: Approvals) -> Self {
        Self::Approved(ballots)
    }
}

impl From<Graded> for Ballots {
    fn from(ballots: Graded) -> Self {
        Self::Graded(ballots)
    }
}

/// Why a ballot cannot be taken. The reader of a file adds the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BallotError {
    /// There is no candidate at this position.
    #[error("there is no candidate number {}", .0 + 1)]
    UnknownCandidate(usize),
    /// A candidate stands twice on the ballot.
    #[error("candidate number {} stands twice on the ballot", .0 + 1)]
    NamedTwice(usize),
    /// A grade that is not on the scale.
    #[error("there is no grade number {0} on the scale")]
    UnknownGrade(usize),
    /// A graded ballot with a grade too many or too few.
    #[error("the ballot has {found} grades for {expected} candidates")]
    NumberOfGrades {
        /// How many candidates there are.
        expected: usize,
        /// How many grades stand on the ballot.
        found: usize,
    },
    /// The weights add up to more than sixty-four bits hold.
    #[error("the weights of the ballots are too large to be added up")]
    TooManyVotes,
}

/// A position that is known to be small. A larger one would be a defect of the caller and reads as the last.
fn entry(position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX)
}

/// Which candidates stand on the ballot that is being read.
#[derive(Debug)]
struct Marks {
    seen: Vec<u64>,
    ballot: u64,
}

impl Marks {
    fn new(candidates: usize) -> Self {
        Self { seen: vec![0; candidates.min(crate::Election::MOST_CANDIDATES)], ballot: 0 }
    }

    fn next_ballot(&mut self) {
        self.ballot += 1;
    }

    fn mark(&mut self, candidate: usize) -> Result<(), BallotError> {
        let seen = self.seen.get_mut(candidate).ok_or(BallotError::UnknownCandidate(candidate))?;
        if *seen == self.ballot {
            return Err(BallotError::NamedTwice(candidate));
        }
        *seen = self.ballot;
        Ok(())
    }
}
