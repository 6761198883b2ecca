//! "What if": a vote of the past, decided again by other rules.

use std::collections::BTreeSet;

use super::{AssemblyRules, Decision};
use crate::{
    assemblies::Kind,
    colleges::RollEntry,
    ids::OrganizationId,
    majorities::{Outcome, count},
    polls::Choice,
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
    pub votes: &'a [(OrganizationId, Choice)],
}

/// Decides a vote by these rules: with the roll, the presences and the votes that there were. By the
/// rules of its day it comes out as it did.
#[must_use]
pub fn replay(rules: &AssemblyRules, past: &PastPoll<'_>) -> Outcome {
    let voted: BTreeSet<OrganizationId> = past.votes.iter().map(|(organization, _)| *organization).collect();
    let rule = rules.quorum(past.kind, past.decision, past.second);
    let quorum = quorum_at_close(&rule, past.roll, past.presence, &voted);
    count(rules.majority(past.kind, past.decision), past.roll, past.presence, past.votes, quorum)
}
