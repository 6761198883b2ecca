//! Elections counted by proven methods, exactly: whole numbers, decimals of a fixed length as the rule prescribes, or
//! fractions; never floating point. No input or output, clock or chance: the same election gives the same [`Outcome`]
//! on every machine.
//!
//! ```
//! use counting::{Candidate, Election, Method, Options, Rankings, count};
//!
//! let mut ballots = Rankings::builder(3);
//! ballots.add_order(&[0, 1], 4)?;
//! ballots.add_order(&[1, 2], 3)?;
//! ballots.add_order(&[2, 1], 2)?;
//! let candidates = ["Ada", "Bo", "Cleo"].map(Candidate::new).into();
//! let election = Election::new("Chair", 1, candidates, ballots.finish())?;
//! let outcome = count(Method::Irv, &election, &Options::default())?;
//! assert_eq!(outcome.elected, ["Bo"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Every method promises: the order of ballots changes nothing; candidates are known by their position and treated
//! alike (only a lot looks at names); a ballot of weight n counts as n ballots; and either as many are elected as there
//! are seats and candidates, or [`Outcome::tied`] names those between whom the rule cannot decide and
//! [`Outcome::open_seats`] says for how many seats.
//!
//! Seats can be reserved for groups of candidates, such as colleges, in [`Method::Plurality`], [`Method::Block`],
//! [`Method::StvScottish`] and [`Method::StvMeek`], see [`Options::reserved`].

mod amount;
mod arithmetic;
mod ballots;
mod borda;
mod condorcet;
mod election;
pub mod formats;
mod irv;
mod lists;
mod majority_judgment;
mod meek;
mod method;
mod outcome;
mod pairs;
pub mod parity;
mod piles;
mod plurality;
mod ranked_pairs;
mod reserved;
mod schulze;
mod scottish;
mod sheets;
mod staged;
mod tables;
mod ties;
mod two_round;
mod ways;

pub use amount::Amount;
pub use ballots::{
    Approvals, ApprovalsBuilder, BallotError, BallotKind, Ballots, Graded, GradedBuilder, Preference, Ranking,
    Rankings, RankingsBuilder,
};
pub use election::{Candidate, Election};
pub use method::{Method, UnknownMethod};
pub use outcome::{
    Because, BrokenBy, Formula, Outcome, Question, Reason, Round, State, Step, Tally, Threshold, Tie, Turnout, Until,
    Votes,
};
pub use reserved::Reservation;
pub use tables::{Allocation, Claim, Comparisons, Fate, Given, Grades, List, Paths, Profile, Settled, Settling, Win};
pub use ties::Ties;

/// What the statutes leave open about a method.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What breaks a tie that the method's own rule leaves.
    pub ties: Ties,
    /// The arithmetic of [`Method::StvMeek`].
    pub meek: MeekArithmetic,
    /// The second round of [`Method::TwoRound`].
    pub second_round: SecondRound,
    /// Seats that groups of candidates get at least, for the methods that know them.
    pub reserved: Vec<Reservation>,
    /// Candidates who are not on a ballot, for [`Method::Schulze`] and [`Method::RankedPairs`].
    pub unranked: Unranked,
    /// Candidates without a grade, for [`Method::MajorityJudgment`].
    pub ungraded: Ungraded,
}

/// What a ballot says about candidates who are not on it, when every two are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unranked {
    /// They are equal and last: whoever is ranked is preferred to them.
    #[default]
    Last,
    /// Nothing: the ballot does not count where they are compared.
    NoOpinion,
}

/// What a ballot says about a candidate to whom it gives no grade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ungraded {
    /// The worst grade, as Balinski and Laraki count it.
    #[default]
    Worst,
    /// Nothing: each candidate is judged by the grades that it has, however few.
    LeftOut,
}

/// How exactly Meek's method is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MeekArithmetic {
    /// The Reference Meek Rule of the Proportional Representation Foundation, after Hill, Wichmann and Woodall
    /// (Algorithm 123, The Computer Journal 30, 1987): nine decimals, keep factors and votes rounded up, a surplus under
    /// 0.000001 is small enough.
    #[default]
    Reference,
    /// Eighteen decimals and nine more to guard them: numbers closer than half of the eighteenth are equal. Candidates
    /// who are sure to lose are excluded at once, and a surplus of at most 0.000000001 is small enough.
    Guarded,
    /// Fractions without any rounding, otherwise as [`MeekArithmetic::Guarded`] with 0.0000000001. The fractions grow
    /// with every distribution; an election for which they grow too large is refused.
    Exact,
}

/// How the second round of an election in two rounds is decided.
#[derive(Clone, Debug, Default)]
pub enum SecondRound {
    /// By the preferences when some ballot ranks more candidates than there are seats; else there is a second vote, and
    /// the outcome names those who go on.
    #[default]
    Automatic,
    /// There is a second vote: the outcome names those who go on.
    Vote,
    /// Each ballot of the first round counts for whom it prefers among those who go on.
    Preferences,
    /// The ballots of the second vote, for an election with the same names; other candidates than those who go on are
    /// passed over.
    Ballots(Box<Election>),
}

/// Why an election cannot be counted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Zero seats.
    #[error("an election fills at least one seat")]
    NoSeats,
    /// Nobody stands.
    #[error("nobody stands for election")]
    NoCandidates,
    /// More candidates than ballots can hold.
    #[error("an election has at most {most} candidates")]
    TooManyCandidates {
        /// The most.
        most: usize,
    },
    /// More seats than lists can share.
    #[error("lists share at most {most} seats")]
    TooManySeats {
        /// The most.
        most: usize,
    },
    /// Two candidates of the same name: a result by name would not say who.
    #[error("two candidates have the name “{name}”")]
    SameName {
        /// The name.
        name: String,
    },
    /// Somebody who does not stand.
    #[error("there is no candidate “{name}”")]
    UnknownCandidate {
        /// The name.
        name: String,
    },
    /// Ballots that were made for other candidates.
    #[error("the ballots are for {found} candidates, the election has {expected}")]
    OtherCandidates {
        /// How many stand.
        expected: usize,
        /// For how many the ballots are.
        found: usize,
    },
    /// The method cannot count this kind of ballots.
    #[error("{method} cannot count ballots that are {found:?}")]
    WrongBallots {
        /// The method.
        method: Method,
        /// The kind of ballots.
        found: BallotKind,
    },
    /// The method elects one person.
    #[error("{method} fills one seat, not {seats}")]
    OneSeatOnly {
        /// The method.
        method: Method,
        /// How many were asked for.
        seats: usize,
    },
    /// A drawn order that does not name every candidate.
    #[error("the drawn order does not name “{name}”")]
    NotDrawn {
        /// Who is missing.
        name: String,
    },
    /// The method knows no reserved seats.
    #[error("{method} cannot reserve seats for groups")]
    NoReservedSeats {
        /// The method.
        method: Method,
    },
    /// More reserved seats than seats.
    #[error("{reserved} seats are reserved, but only {seats} are to be filled")]
    TooManyReserved {
        /// How many are reserved.
        reserved: usize,
        /// How many there are.
        seats: usize,
    },
    /// A group has fewer candidates than seats: whether those stay open or go to others is not for a count to decide.
    #[error("{reserved} seats are reserved for “{group}”, of which {standing} stand")]
    TooFewInGroup {
        /// The group.
        group: String,
        /// How many seats it should get.
        reserved: usize,
        /// How many candidates of it stand.
        standing: usize,
    },
    /// The exact fractions have become too large.
    #[error("the exact fractions of this election become too large; count it with decimals")]
    TooLargeForExact,
}

/// Counts an election.
///
/// # Errors
/// When the method does not fit the ballots or the number of seats, or an option does not fit the election.
pub fn count(method: Method, election: &Election, options: &Options) -> Result<Outcome, Refusal> {
    if election.standing().is_empty() {
        return Err(Refusal::NoCandidates);
    }
    let reserves = matches!(method, Method::Plurality | Method::Block | Method::StvScottish | Method::StvMeek);
    if !reserves && options.reserved.iter().any(|reservation| reservation.at_least > 0) {
        return Err(Refusal::NoReservedSeats { method });
    }
    match method {
        Method::Plurality => plurality::plurality(election, options),
        Method::Block => plurality::block(election, options),
        Method::TwoRound => two_round::count(election, options),
        Method::Irv => irv::count(election, options),
        Method::StvScottish => scottish::count(election, options),
        Method::StvMeek => meek::count(election, options),
        Method::Approval => plurality::approval(election, options),
        Method::Borda => borda::count(election, options),
        Method::Schulze => schulze::count(election, options),
        Method::RankedPairs => ranked_pairs::count(election, options),
        Method::MajorityJudgment => majority_judgment::count(election, options),
        Method::Dhondt | Method::SainteLague | Method::LargestRemainder => lists::count(method, election, options),
    }
}
