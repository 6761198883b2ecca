//! What a count says: who is elected, between whom it cannot decide, every step with exact numbers, and why.
//!
//! An outcome stands for itself: it holds names and numbers and needs no election beside it, so that it can be printed
//! in a minute, put into a bundle, and compared with a count done again. Words are made from it elsewhere.

use serde::{Deserialize, Serialize};

use crate::Method;
pub(crate) use crate::amount::Amount;
use crate::tables::{Allocation, Claim, Comparisons, Grades, Paths, Settling, Win};

/// The result of a count with everything that explains it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The method.
    pub method: Method,
    /// How many were to be elected.
    pub seats: usize,
    /// Who is elected, in the order in which the method elects them.
    pub elected: Vec<String>,
    /// Sets of candidates between whom the rule cannot decide. Empty unless seats are open because of a tie.
    pub tied: Vec<Vec<String>>,
    /// Seats that this count does not fill: for a tie, for a second round, or for want of candidates.
    pub open_seats: usize,
    /// Who goes on to a second round, for [`Method::TwoRound`].
    pub second_round: Vec<String>,
    /// The ballots that were counted.
    pub turnout: Turnout,
    /// Each step.
    pub rounds: Vec<Round>,
    /// Why each of the elected is elected, in the order of `elected`.
    pub reasons: Vec<Reason>,
}

/// How many voices were cast. Weights are added up: a ballot of weight three stands here as three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turnout {
    /// Ballots that the method could read.
    pub valid: u64,
    /// Ballots that name nobody, or only candidates who withdrew.
    pub blank: u64,
    /// Ballots that the method cannot read, such as two first preferences where it needs one.
    pub invalid: u64,
}

/// One step of a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Round {
    /// Votes, transfers and what followed from them.
    Votes(Votes),
    /// Every two candidates compared.
    Comparisons(Comparisons),
    /// The strongest paths (Schulze).
    Paths(Paths),
    /// The wins as they are settled (ranked pairs).
    Settling(Settling),
    /// The grades (majority judgment).
    Grades(Grades),
    /// The seats of lists.
    Allocation(Allocation),
}

/// A step of a method that counts votes: plurality, run-off, transferable votes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Votes {
    /// What was done to get here.
    pub step: Step,
    /// How many votes a candidate needed at this step, if the method asks for a number.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub threshold: Option<Threshold>,
    /// Every candidate who has not withdrawn, in the order of the ballot paper, after this step.
    pub tallies: Vec<Tally>,
    /// Votes that no candidate holds, because their ballots name nobody further.
    pub exhausted: Amount,
    /// Votes lost by rounding, since the beginning. Held, exhausted and lost add up to the same sum in every round.
    pub lost: Amount,
    /// Who was elected at this step, in order.
    pub elected: Vec<String>,
    /// Who was excluded after this step's votes were known.
    pub excluded: Vec<String>,
    /// Of the excluded, those who give way because the seats that are left are reserved for others.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub gave_way: Vec<String>,
    /// Those with the fewest votes who were not excluded because seats are reserved for their group.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub protected: Vec<String>,
    /// The ties that this step met.
    pub ties: Vec<Tie>,
}

/// The number of votes that elects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Threshold {
    /// The number.
    pub votes: Amount,
    /// Whether a candidate with exactly this number has reached it.
    pub reached_by_equality: bool,
    /// How the number comes about.
    pub formula: Formula,
}

/// How a number of votes that elects comes about. `votes` are those of the step, `seats` those to be filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Formula {
    /// Half of the valid ballots; more is needed.
    HalfOfValid,
    /// Half of the ballots that still name a continuing candidate; more is needed.
    HalfOfContinuing,
    /// votes / (seats + 1), rounded down, plus one.
    DroopWhole,
    /// votes / (seats + 1), cut after nine decimals, plus 0.000000001.
    DroopNinePlaces,
    /// votes / (seats + 1), without rounding; more is needed.
    DroopExact,
}

/// What a step of a count does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "kebab-case")]
pub enum Step {
    /// The votes as they stand on the ballots.
    First,
    /// The surplus of an elected candidate goes to the next preferences of all the ballots that the candidate holds.
    Surplus {
        /// Whose.
        of: String,
        /// How many votes above the quota.
        surplus: Amount,
    },
    /// The ballots of an excluded candidate go to their next preferences at the value they have.
    Exclusion {
        /// Whose.
        of: String,
    },
    /// The ballots of several, excluded together because the seats that are left are reserved for others, go on.
    GivingWay {
        /// Whose.
        of: Vec<String>,
    },
    /// Ballots were distributed anew by keep factors (Meek), so many times until the surplus was small enough.
    Distribution {
        /// How many times.
        iterations: usize,
        /// The sum of what the elected hold above the quota.
        surplus: Amount,
        /// Why it was enough.
        until: Until,
    },
    /// The second round between those who went on.
    SecondRound {
        /// The ballots that were counted in it.
        turnout: Turnout,
    },
}

/// Why Meek's iteration stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Until {
    /// Somebody reached the quota.
    Elected,
    /// The surplus is smaller than the rule's bound.
    SmallSurplus,
    /// The surplus no longer shrinks.
    Stable,
    /// Some candidates are sure to lose, whatever the surplus still does.
    SureLosers,
}

/// How a candidate stands after a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Who.
    pub candidate: String,
    /// The votes held.
    pub votes: Amount,
    /// In, out or open.
    pub state: State,
    /// The share of each ballot that the candidate keeps (Meek).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub keep: Option<Amount>,
}

/// Where a candidate stands in a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Neither elected nor excluded yet.
    Hopeful,
    /// Elected.
    Elected,
    /// Out; at the end of a count also whoever was not elected.
    Excluded,
}

/// A tie and how it was broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// Between whom.
    pub candidates: Vec<String>,
    /// What had to be decided.
    pub question: Question,
    /// By what it was decided.
    pub broken_by: BrokenBy,
    /// Who was taken: to be elected, excluded, transferred first or to go on. Empty when the tie is open.
    pub taken: Vec<String>,
}

/// What a tie is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// Who takes a seat.
    Elect,
    /// Who is excluded.
    Exclude,
    /// Whose surplus is transferred first.
    TransferFirst,
    /// Who goes on to the second round.
    GoOn,
    /// Which comparison is settled first.
    Order,
}

/// What broke a tie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "kebab-case")]
pub enum BrokenBy {
    /// The candidates' votes at this earlier round, counted from one: the last at which they differed.
    EarlierRound {
        /// Which.
        round: usize,
    },
    /// The method's own rule, such as a second criterion, or that all who tie for a place in the second round go on.
    Rule,
    /// The lot of [`crate::Ties::Lot`] with this seed.
    Lot {
        /// The seed that was published beforehand.
        seed: String,
    },
    /// An order that was drawn in the room.
    DrawnOrder,
    /// Nothing: whichever way it is decided, the same people are elected. The order of the ballot paper was followed.
    NoConsequence,
    /// Nothing: the assembly decides.
    Open,
}

/// Why somebody is elected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Who.
    pub candidate: String,
    /// Why.
    pub because: Because,
}

/// The ways to be elected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "kebab-case")]
pub enum Because {
    /// Among the highest numbers of votes.
    MostVotes {
        /// The votes.
        votes: Amount,
        /// The best of those who were not elected, with the votes.
        ahead_of: Option<(String, Amount)>,
    },
    /// As many votes as the best who was not elected; the tie was broken.
    TieBroken {
        /// The votes.
        votes: Amount,
        /// By what.
        by: BrokenBy,
    },
    /// More than half.
    AbsoluteMajority {
        /// The round, counted from one.
        round: usize,
        /// The votes.
        votes: Amount,
        /// Of how many.
        of: Amount,
    },
    /// Enough votes for a seat.
    Quota {
        /// The round, counted from one.
        round: usize,
        /// The votes at that round.
        votes: Amount,
        /// What was needed.
        quota: Amount,
    },
    /// Everybody else was elected or excluded, and seats were left.
    LastStanding {
        /// The round, counted from one.
        round: usize,
        /// The votes at that round.
        votes: Amount,
    },
    /// The best of a group for which a seat is reserved, before others with more votes.
    Reserved {
        /// The group.
        group: String,
        /// The votes.
        votes: Amount,
    },
    /// No more candidates than seats.
    Unopposed,
    /// Elected whichever way the open ties are decided.
    Certain,
    /// More ballots prefer this candidate to each of those who are not elected than the other way round.
    BeatsEach {
        /// The rival who comes closest.
        closest: String,
        /// How many prefer the elected.
        votes: u64,
        /// How many prefer the rival.
        against: u64,
    },
    /// Nobody who is not elected has a stronger path to this candidate than it has to them (Schulze).
    StrongerPath {
        /// The rival against whom the direct comparison stands worst.
        rival: String,
        /// The path to the rival.
        there: Option<Win>,
        /// The path back.
        back: Option<Win>,
    },
    /// The wins that are kept put nobody who is not elected before this candidate (ranked pairs).
    Contradicted {
        /// The rival who wins or draws the direct comparison, which stronger wins contradict.
        rival: String,
    },
    /// Better grades (majority judgment).
    BetterGrade {
        /// The majority grade of the elected.
        grade: Option<String>,
        /// The best of those who are not elected.
        rival: String,
        /// The rival's majority grade.
        rival_grade: Option<String>,
        /// The first middle grade by which the two differ: the majority grades, or what comes up when equal ones are
        /// taken away.
        decided: Option<String>,
        /// That of the rival.
        rival_decided: Option<String>,
    },
    /// A seat of a list.
    Seat {
        /// The list.
        list: String,
        /// What won the seat.
        claim: Claim,
        /// The best list that got no further seat, with its quotient or remainder.
        ahead_of: Option<(String, Amount)>,
    },
    /// Equal with others by the rule; the tie was broken.
    DrawnAmong {
        /// The tied.
        candidates: Vec<String>,
        /// By what.
        by: BrokenBy,
    },
}
