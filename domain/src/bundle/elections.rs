//! Elections of a bundle, counted again from the ballots that the close published.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Convened, Line, Unsound, read, tellers::Papers};
use crate::{
    ballots::{Stamp, same_stamps},
    elections::{Ballot, Decided, Declared, Name, Rules, declare},
    ids::{OrganizationId, PollId},
    proxies::Presence,
    statutes::Decision,
    tellers::urn::Urn,
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
    /// What became of papers, where some were handed out.
    pub urn: Option<Urn>,
    /// Whether the ballots are those of as many voters on the roll, of the same weights, and a tie was decided among the
    /// tied only, once.
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
    closed: BTreeMap<PollId, Counted>,
    pub(super) recounts: Vec<ElectionRecount>,
}

#[derive(Deserialize)]
struct Opened {
    poll: PollId,
    title: String,
    #[serde(default)]
    decision: Option<Decision>,
    rules: Rules,
    candidates: Vec<String>,
    /// With colleges and lists, from when there were any.
    #[serde(default)]
    paper: Vec<Name>,
    /// The election whose tie it decides.
    #[serde(default)]
    runoff_of: Option<PollId>,
    /// Whether it is held between the tied of that one, for the seats that were left.
    #[serde(skip, default)]
    fits: bool,
    #[serde(skip)]
    papers: Papers,
}

#[derive(Deserialize)]
struct Closed {
    poll: PollId,
    names: Vec<Name>,
    voted: Vec<OrganizationId>,
    ballots: Vec<Ballot>,
    declared: Declared,
}

#[derive(Deserialize)]
struct Settled {
    poll: PollId,
    decided: Decided,
}

/// A counted election, for what follows from a tie.
struct Counted {
    recount: usize,
    rules: Rules,
    names: Vec<Name>,
    /// Whether a run-off has decided the tie.
    settled: bool,
}

impl Elections {
    pub(super) fn open(&mut self, line: &Line) -> Result<(), Unsound> {
        let mut opened: Opened = read(line)?;
        opened.fits = opened.runoff_of.is_none_or(|first| self.is_runoff(first, &opened));
        self.open.insert(opened.poll, opened);
        Ok(())
    }

    fn is_runoff(&self, first: PollId, opened: &Opened) -> bool {
        let Some(first) = self.closed.get(&first).filter(|first| !first.settled) else { return false };
        let again = self.recounts[first.recount].again.as_ref();
        let Some(Ok((rules, tied))) = again.map(|again| again.runoff(&first.rules, &first.names)) else { return false };
        let between: BTreeSet<&String> = tied.between.iter().collect();
        between == opened.candidates.iter().collect() && rules == Rules { seed: None, ..opened.rules.clone() }
    }

    /// The papers of an open election.
    pub(super) fn papers(&mut self, poll: PollId) -> Option<&mut Papers> {
        self.open.get_mut(&poll).map(|open| &mut open.papers)
    }

    pub(super) fn close(&mut self, line: &Line, convened: &Convened, presence: &Presence) -> Result<(), Unsound> {
        let closed: Closed = read(line)?;
        let Some(opened) = self.open.remove(&closed.poll) else { return Ok(()) };
        let voted: BTreeSet<OrganizationId> = closed.voted.iter().copied().collect();
        let decision = opened.decision.unwrap_or(Decision::Ordinary);
        let rule = convened.rules.quorum(convened.kind, decision, convened.second);
        let quorum = opened.rules.quorum_at_close(&rule, &convened.roll, presence, &voted);
        let again = declare(&opened.rules, &closed.names, &closed.ballots, quorum).ok();
        let elect = convened.roll.iter().filter(|entry| opened.rules.elects(entry));
        let entries = elect.filter(|entry| voted.contains(&entry.organization));
        let stamp = |weight| Stamp { weight, college: None };
        let entitled = entries.map(|entry| stamp(opened.rules.weight(entry))).collect();
        let weights = closed.ballots.iter().map(|ballot| stamp(ballot.weight)).collect();
        let Papers { urn, unsettled } = opened.papers;
        // Papers that were kept, and those that say nothing that counts, are no ballots.
        let weighed = same_stamps(entitled, weights, urn.as_ref().map(|urn| (urn.missing(), urn.stamp)));
        let once = voted.len() == closed.voted.len();
        let papers: Vec<&str> = closed.names.iter().map(|name| name.name.as_str()).collect();
        let same = opened.paper.is_empty() || standing(&opened.paper) == standing(&closed.names);
        if let Some(first) = opened.runoff_of.and_then(|first| self.closed.get_mut(&first)) {
            first.settled |= again.as_ref().is_some_and(|again| again.count.is_some());
        }
        let counted =
            Counted { recount: self.recounts.len(), rules: opened.rules, names: closed.names.clone(), settled: false };
        self.closed.insert(closed.poll, counted);
        self.recounts.push(ElectionRecount {
            title: opened.title,
            told: closed.declared,
            again,
            ballots: closed.ballots.len(),
            voted: voted.len(),
            urn,
            matched: once && !unsettled && weighed && papers == opened.candidates && same && opened.fits,
        });
        Ok(())
    }

    /// The assembly decided a tie: among the tied, as many as seats were left, and once.
    pub(super) fn decide(&mut self, line: &Line) -> Result<(), Unsound> {
        let Settled { poll, decided } = read(line)?;
        let counted = self.closed.get(&poll).ok_or(Unsound::Unreadable(line.sequence))?;
        let recount = &mut self.recounts[counted.recount];
        recount.matched &= !counted.settled && recount.told.decided.is_none();
        let again = recount.again.clone();
        match again.map(|again| again.decide(&counted.rules, &counted.names, &decided.chosen, &decided.reason)) {
            Some(Ok(again)) => recount.again = Some(again),
            _ => recount.matched = false,
        }
        recount.told.decided = Some(decided);
        Ok(())
    }
}

/// The paper as it was when the vote was opened: nobody had withdrawn.
fn standing(names: &[Name]) -> Vec<Name> {
    let mut names = names.to_vec();
    for name in &mut names {
        name.withdrawn = false;
        name.people.iter_mut().for_each(|person| person.withdrawn = false);
    }
    names
}
