//! "What if": a vote of the past, decided again by other rules.

use std::collections::BTreeSet;

use super::{AssemblyRules, Decision};
use crate::{
    assemblies::Kind,
    ballots::{Carries, Said, SecretBallot},
    colleges::RollEntry,
    ids::OrganizationId,
    majorities::{Outcome, count, count_ballots},
    proxies::Presence,
    quorum::quorum_at_close,
};

/// A vote as it was when it closed.
#[derive(Clone, Copy, Debug)]
pub struct PastPoll<'a> {
    /// In which kind of assembly.
    pub kind: Kind,
    /// On which kind of decision.
    pub decision: Decision,
    /// Whether the assembly was the second, after one without a quorum.
    pub second: bool,
    /// The roll of the assembly.
    pub roll: &'a [RollEntry],
    /// Who was there at the close, and which proxies stood.
    pub presence: &'a Presence,
    /// What was cast.
    pub cast: PastVotes<'a>,
}

/// What was cast in a vote of the past.
#[derive(Clone, Copy, Debug)]
pub enum PastVotes<'a> {
    /// By name.
    Named(&'a [(OrganizationId, Said)]),
    /// In secret.
    Secret {
        /// Who voted.
        voted: &'a BTreeSet<OrganizationId>,
        /// What stands on the ballots.
        carries: Carries,
        /// The ballots.
        ballots: &'a [SecretBallot],
    },
}

/// Decides a vote by these rules: with the roll, the presences and the votes that there were. By the
/// rules of its day it comes out as it did. `None` where a secret ballot does not carry what these rules count.
#[must_use]
pub fn replay(rules: &AssemblyRules, past: &PastPoll<'_>) -> Option<Outcome> {
    let voted: BTreeSet<OrganizationId> = match past.cast {
        PastVotes::Named(votes) => votes.iter().map(|(organization, _)| *organization).collect(),
        PastVotes::Secret { voted, .. } => voted.clone(),
    };
    let rule = rules.quorum(past.kind, past.decision, past.second);
    let quorum = quorum_at_close(&rule, past.roll, past.presence, &voted);
    let majority = rules.majority(past.kind, past.decision);
    match past.cast {
        PastVotes::Named(votes) => Some(count(majority, past.roll, past.presence, votes, quorum)),
        PastVotes::Secret { voted, carries, ballots } => (Carries::of(&majority) == carries)
            .then(|| count_ballots(&majority, past.roll, past.presence, (voted, ballots), quorum)),
    }
}
