//! The methods by name.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::BallotKind;

/// A way to count an election.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// One name on each ballot; the most votes win. With several seats: single non-transferable vote.
    Plurality,
    /// As many names on each ballot as there are seats; the most votes win.
    Block,
    /// Absolute majority in the first round, else a second round between the best.
    TwoRound,
    /// As many names as the voter likes; the most approvals win.
    Approval,
    /// Points for places.
    Borda,
    /// Instant run-off: the last is excluded until somebody has more than half.
    Irv,
    /// Single transferable vote as in the Scottish Local Government Elections Order 2007.
    StvScottish,
    /// Single transferable vote by Meek's method.
    StvMeek,
    /// Condorcet, by the strongest paths (Schulze).
    Schulze,
    /// Condorcet, by ranked pairs (Tideman).
    RankedPairs,
    /// The median grade (Balinski and Laraki).
    MajorityJudgment,
    /// Lists, by the highest quotients with 1, 2, 3…
    Dhondt,
    /// Lists, by the highest quotients with 1, 3, 5…
    SainteLague,
    /// Lists, by a quota and the largest remainders.
    LargestRemainder,
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Plurality,
        Self::Block,
        Self::TwoRound,
        Self::Approval,
        Self::Borda,
        Self::Irv,
        Self::StvScottish,
        Self::StvMeek,
        Self::Schulze,
        Self::RankedPairs,
        Self::MajorityJudgment,
        Self::Dhondt,
        Self::SainteLague,
        Self::LargestRemainder,
    ];

    /// The name on the command line and in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Plurality => "plurality",
            Self::Block => "block",
            Self::TwoRound => "two-round",
            Self::Approval => "approval",
            Self::Borda => "borda",
            Self::Irv => "irv",
            Self::StvScottish => "stv-scottish",
            Self::StvMeek => "stv-meek",
            Self::Schulze => "schulze",
            Self::RankedPairs => "ranked-pairs",
            Self::MajorityJudgment => "majority-judgment",
            Self::Dhondt => "dhondt",
            Self::SainteLague => "sainte-lague",
            Self::LargestRemainder => "largest-remainder",
        }
    }

    /// The kind of ballots that the method is made for: what a file is read as that could hold several kinds.
    #[must_use]
    pub fn ballots(self) -> BallotKind {
        match self {
            Self::Approval | Self::Block => BallotKind::Approved,
            Self::MajorityJudgment => BallotKind::Graded,
            _ => BallotKind::Ranked,
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// No method has this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no method “{0}”")]
pub struct UnknownMethod(pub String);

impl FromStr for Method {
    type Err = UnknownMethod;

    fn from_str(name: &str) -> Result<Self, UnknownMethod> {
        Self::ALL.into_iter().find(|method| method.name() == name).ok_or_else(|| UnknownMethod(name.to_owned()))
    }
}
