//! What is counted: the candidates, the number of seats and the ballots.

use std::collections::HashSet;

use crate::{Approvals, Ballots, Graded, Method, Rankings, Refusal};

/// Somebody, or a list, that can be elected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// The name, different from every other in the election. A lot is drawn over exactly these letters.
    pub name: String,
    /// Withdrawn after the ballots were made: the ballots are read as if the name did not stand on them.
    pub withdrawn: bool,
    /// The list or party, for methods that give seats to lists; or the college for which seats are reserved.
    pub group: Option<String>,
}

impl Candidate {
    /// A candidate who stands, without a list.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), withdrawn: false, group: None }
    }
}

/// An election: everything that a count needs, and nothing about who voted.
#[derive(Clone, Debug)]
pub struct Election {
    title: String,
    seats: usize,
    candidates: Vec<Candidate>,
    ballots: Ballots,
}

impl Election {
    /// The largest number of candidates. The account of a transferable vote has a line for each candidate in a round for
    /// each candidate: a million lines.
    pub const MOST_CANDIDATES: usize = 1000;

    /// Candidates are known by their position in `candidates` from here on; the ballots use the same positions.
    ///
    /// # Errors
    /// Without seats, without candidates, with two candidates of one name, or with ballots made for another number of
    /// candidates.
    pub fn new(
        title: impl Into<String>,
        seats: usize,
        candidates: Vec<Candidate>,
        ballots: impl Into<Ballots>,
    ) -> Result<Self, Refusal> {
        let ballots = ballots.into();
        if seats == 0 {
            return Err(Refusal::NoSeats);
        }
        if candidates.is_empty() {
            return Err(Refusal::NoCandidates);
        }
        if candidates.len() > Self::MOST_CANDIDATES {
            return Err(Refusal::TooManyCandidates { most: Self::MOST_CANDIDATES });
        }
        if ballots.candidates() != candidates.len() {
            return Err(Refusal::OtherCandidates { expected: candidates.len(), found: ballots.candidates() });
        }
        let mut names = HashSet::with_capacity(candidates.len());
        if let Some(twice) = candidates.iter().find(|candidate| !names.insert(candidate.name.as_str())) {
            return Err(Refusal::SameName { name: twice.name.clone() });
        }
        Ok(Self { title: title.into(), seats, candidates, ballots })
    }

    /// The title, possibly empty.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// How many are to be elected; never zero.
    #[must_use]
    pub fn seats(&self) -> usize {
        self.seats
    }

    /// The same election for another number of seats.
    ///
    /// # Errors
    /// For zero seats.
    pub fn with_seats(mut self, seats: usize) -> Result<Self, Refusal> {
        if seats == 0 {
            return Err(Refusal::NoSeats);
        }
        self.seats = seats;
        Ok(self)
    }

    /// The candidates, withdrawn ones included, in the order of the ballot paper.
    #[must_use]
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// The name of the candidate at this position.
    #[must_use]
    pub fn name(&self, candidate: usize) -> String {
        self.candidates[candidate].name.clone()
    }

    /// The names of the candidates at these positions.
    #[must_use]
    pub fn names(&self, candidates: &[usize]) -> Vec<String> {
        candidates.iter().map(|&candidate| self.name(candidate)).collect()
    }

    /// The positions of those who have not withdrawn.
    #[must_use]
    pub fn standing(&self) -> Vec<usize> {
        (0..self.candidates.len()).filter(|&candidate| !self.candidates[candidate].withdrawn).collect()
    }

    /// Somebody withdraws; the ballots stay as they were cast.
    ///
    /// # Errors
    /// When nobody has this name.
    pub fn withdraw(&mut self, name: &str) -> Result<(), Refusal> {
        match self.candidates.iter_mut().find(|candidate| candidate.name == name) {
            Some(candidate) => {
                candidate.withdrawn = true;
                Ok(())
            }
            None => Err(Refusal::UnknownCandidate { name: name.to_owned() }),
        }
    }

    /// The ballots.
    #[must_use]
    pub fn ballots(&self) -> &Ballots {
        &self.ballots
    }

    /// The ballots as rankings.
    ///
    /// # Errors
    /// When they are approvals or grades, which `method` cannot count.
    pub fn rankings(&self, method: Method) -> Result<&Rankings, Refusal> {
        match &self.ballots {
            Ballots::Ranked(rankings) => Ok(rankings),
            other => Err(Refusal::WrongBallots { method, found: other.kind() }),
        }
    }

    /// The ballots as approvals.
    ///
    /// # Errors
    /// When they are rankings or grades.
    pub fn approvals(&self, method: Method) -> Result<&Approvals, Refusal> {
        match &self.ballots {
            Ballots::Approved(approvals) => Ok(approvals),
            other => Err(Refusal::WrongBallots { method, found: other.kind() }),
        }
    }

    /// The ballots as grades.
    ///
    /// # Errors
    /// When they are rankings or approvals.
    pub fn graded(&self, method: Method) -> Result<&Graded, Refusal> {
        match &self.ballots {
            Ballots::Graded(graded) => Ok(graded),
            other => Err(Refusal::WrongBallots { method, found: other.kind() }),
        }
    }
}
