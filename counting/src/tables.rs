//! The steps of methods that compare, grade or share out: what stands in [`crate::Round`] beside votes.

use serde::{Deserialize, Serialize};

use crate::{Amount, Tie};

/// Every two candidates compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparisons {
    /// The candidates of rows and columns, in the order of the ballot paper.
    pub candidates: Vec<String>,
    /// How many ballots prefer the candidate of the row to the candidate of the column.
    pub preferring: Vec<Vec<u64>>,
}

/// A comparison that somebody wins, or the weakest one of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Win {
    /// How many ballots prefer the winner.
    pub votes: u64,
    /// How many prefer the other.
    pub against: u64,
}

impl PartialOrd for Win {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// By winning votes: more votes are stronger; of equal votes, fewer against are stronger.
impl Ord for Win {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.votes.cmp(&other.votes).then(other.against.cmp(&self.against))
    }
}

/// The strongest path from each candidate to each other (Schulze).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paths {
    /// The candidates of rows and columns, in the order of the ballot paper.
    pub candidates: Vec<String>,
    /// The weakest win on the strongest path from the candidate of the row to the candidate of the column; none where
    /// no path of wins leads there.
    pub strength: Vec<Vec<Option<Win>>>,
    /// The order that follows: each set stands before the next, and the method sees no difference within a set.
    pub ranking: Vec<Vec<String>>,
    /// The tie for the last seat, if there was one.
    pub ties: Vec<Tie>,
}

/// The wins in the order in which they are settled (ranked pairs).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settling {
    /// The wins, the strongest first.
    pub wins: Vec<Settled>,
    /// In how many different ways the wins can be settled, when equal ones come in any order. Zero when there were too
    /// many to follow: then everybody whom some way could elect is named in the tie.
    pub ways: usize,
    /// The order that follows; empty when there are several ways.
    pub ranking: Vec<Vec<String>>,
    /// The ties that were met.
    pub ties: Vec<Tie>,
}

/// A win and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// Who is preferred.
    pub winner: String,
    /// To whom.
    pub loser: String,
    /// By how many.
    pub win: Win,
    /// What became of it.
    pub fate: Fate,
}

/// What becomes of a win.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It stands.
    Kept,
    /// Stronger wins say the opposite.
    Contradicted,
    /// It depends on the order of wins that are equally strong.
    Depends,
}

/// The grades of each candidate (majority judgment).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grades {
    /// The scale, the best grade first.
    pub scale: Vec<String>,
    /// The candidates, the best first; equal ones in the order of the ballot paper.
    pub profiles: Vec<Profile>,
    /// The tie for the last seat, if there was one.
    pub ties: Vec<Tie>,
}

/// The grades of one candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Who.
    pub candidate: String,
    /// How often each grade of the scale was given.
    pub counts: Vec<u64>,
    /// The middle grade: at least half of the grades are as good or better, and at least half as bad or worse. Of two
    /// middle grades the lower one. None when nobody graded the candidate and ungraded ballots are left out.
    pub majority_grade: Option<String>,
    /// The place, counted from one; equal candidates share it.
    pub place: usize,
}

/// The seats of each list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// How many votes make a seat, for methods with a quota.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub quota: Option<Amount>,
    /// The lists in the order of the ballot paper.
    pub lists: Vec<List>,
    /// Each seat with what won it, in the order in which they were given.
    pub given: Vec<Given>,
    /// The tie for the last seats, if there was one.
    pub ties: Vec<Tie>,
}

/// What a list got.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// Its name.
    pub name: String,
    /// Its votes.
    pub votes: u64,
    /// Its seats.
    pub seats: usize,
    /// What it would come with for one more seat: the next quotient, or the votes over its full quotas.
    pub next: Amount,
}

/// One seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// To which list.
    pub list: String,
    /// Who takes it, when the list has names.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub candidate: Option<String>,
    /// By what.
    pub by: Claim,
}

/// What wins a seat for a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "kebab-case")]
pub enum Claim {
    /// The highest quotient.
    Quotient {
        /// The quotient.
        quotient: Amount,
    },
    /// A full quota.
    Quota,
    /// One of the largest remainders.
    Remainder {
        /// The votes over the full quotas.
        remainder: Amount,
    },
}
