//! Elections of a bundle, counted again from the ballots that the close published.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Convened, Line, Unsound, read};
use crate::{
    elections::{Ballot, Declared, Name, Rules, declare},
    ids::{OrganizationId, PollId},
    proxies::Presence,
    quorum::quorum_at_close,
    statutes::Decision,
};

/// An election, counted again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ElectionRecount {
    /// What was voted on.
    pub title: String,
    /// The result that was told.
    pub told: Declared,
    /// The result that the ballots give; `None` where they cannot be counted.
    pub again: Option<Declared>,
    /// Ballots in the box.
    pub ballots: usize,
    /// Organizations that voted.
    pub voted: usize,
    /// Whether the ballots are those of as many voters on the roll, of the same weights.
    pub matched: bool,
}

impl ElectionRecount {
    /// Whether both counts are the same, from as many ballots as voters.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.matched && self.again.as_ref() == Some(&self.told)
    }
}

/// Elections that were opened in the lines.
#[derive(Default)]
pub(super) struct Elections {
    open: BTreeMap<PollId, Opened>,
}

#[derive(Deserialize)]
struct Opened {
    poll: PollId,
    title: String,
    #[serde(default)]
    decision: Option<Decision>,
    rules: Rules,
    candidates: Vec<String>,
}

#[derive(Deserialize)]
struct Closed {
    poll: PollId,
    names: Vec<Name>,
    voted: Vec<OrganizationId>,
    ballots: Vec<Ballot>,
    declared: Declared,
}

impl Elections {
    pub(super) fn open(&mut self, line: &Line) -> Result<(), Unsound> {
        let opened: Opened = read(line)?;
        self.open.insert(opened.poll, opened);
        Ok(())
    }

    pub(super) fn close(
        &mut self,
        line: &Line,
        convened: &Convened,
        presence: &Presence,
    ) -> Result<Option<ElectionRecount>, Unsound> {
        let closed: Closed = read(line)?;
        let Some(opened) = self.open.remove(&closed.poll) else { return Ok(None) };
        let voted: BTreeSet<OrganizationId> = closed.voted.iter().copied().collect();
        let decision = opened.decision.unwrap_or(Decision::Ordinary);
        let rule = convened.rules.quorum(convened.kind, decision, convened.second);
        let quorum = quorum_at_close(&rule, &convened.roll, presence, &voted);
        let again = declare(&opened.rules, &closed.names, &closed.ballots, quorum).ok();
        let entries = convened.roll.iter().filter(|entry| voted.contains(&entry.organization));
        let mut entitled: Vec<u64> = entries.map(|entry| opened.rules.weight(entry)).collect();
        let mut weights: Vec<u64> = closed.ballots.iter().map(|ballot| ballot.weight).collect();
        entitled.sort_unstable();
        weights.sort_unstable();
        let once = voted.len() == closed.voted.len();
        let papers: Vec<&str> = closed.names.iter().map(|name| name.name.as_str()).collect();
        Ok(Some(ElectionRecount {
            title: opened.title,
            told: closed.declared,
            again,
            ballots: closed.ballots.len(),
            voted: voted.len(),
            matched: once && entitled == weights && papers == opened.candidates,
        }))
    }
}
