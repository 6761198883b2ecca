//! What counts in stages share: the account of each stage, ties broken by earlier stages, and what to do with a tie that
//! nothing breaks.
//!
//! When the assembly decides ties, the count follows every way in which each tie could be decided. Often all ways elect
//! the same people, and the tie is of no consequence. Otherwise the count stops at the first tie that matters: who is
//! elected on every way is elected, who is elected on some ways only is tied.

use std::collections::BTreeSet;

use crate::outcome::{
    Amount, Because, BrokenBy, Outcome, Question, Reason, Round, State, Step, Tally, Threshold, Tie, Turnout, Votes,
};
use crate::ties::{Lots, in_ballot_order};
use crate::{Election, Method, Options, Refusal};

/// What one run of a count gives.
pub(crate) struct Count {
    pub(crate) elected: Vec<usize>,
    /// Who was still in when an open tie stopped the count; empty when it was finished.
    pub(crate) open: Vec<usize>,
    pub(crate) rounds: Vec<Votes>,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) turnout: Turnout,
}

/// Decides the ties that votes do not.
pub(crate) struct Breaker {
    lots: Lots,
    /// Which of the tied to take at each tie, where the assembly decides; the first from there on.
    path: Vec<usize>,
    /// How many were tied at each tie that was met.
    met: Vec<usize>,
    /// At which tie to stop.
    stop: Option<usize>,
}

impl Breaker {
    fn new(lots: &Lots, path: Vec<usize>, stop: Option<usize>) -> Self {
        Self { lots: lots.clone(), path, met: Vec::new(), stop }
    }

    /// Takes one of the tied, in the order of the ballot paper: the one with the best lot or, to be excluded, with the
    /// worst. `indifferent` says that the choice is known to change nothing.
    fn take(&mut self, tied: &[usize], best: bool, indifferent: bool) -> (Option<usize>, BrokenBy) {
        if let Some(taken) = self.lots.pick(tied, best) {
            return (Some(taken), self.lots.by());
        }
        if indifferent {
            return (tied.first().copied(), BrokenBy::NoConsequence);
        }
        let tie = self.met.len();
        self.met.push(tied.len());
        if self.stop == Some(tie) {
            return (None, BrokenBy::Open);
        }
        let choice = self.path.get(tie).copied().unwrap_or(0);
        (tied.get(choice).copied(), BrokenBy::NoConsequence)
    }
}

/// The running account of a count in stages.
pub(crate) struct Stages<'a> {
    pub(crate) election: &'a Election,
    breaker: &'a mut Breaker,
    pub(crate) state: Vec<State>,
    elected: Vec<usize>,
    reasons: Vec<Reason>,
    rounds: Vec<Votes>,
    /// The votes after each round, for ties.
    history: Vec<Vec<u128>>,
}

impl<'a> Stages<'a> {
    pub(crate) fn new(election: &'a Election, breaker: &'a mut Breaker) -> Self {
        let state = election
            .candidates()
            .iter()
            .map(|candidate| if candidate.withdrawn { State::Excluded } else { State::Hopeful })
            .collect();
        let (elected, reasons, rounds, history) = Default::default();
        Self { election, breaker, state, elected, reasons, rounds, history }
    }

    pub(crate) fn hopeful(&self) -> Vec<usize> {
        (0..self.state.len()).filter(|&candidate| self.state[candidate] == State::Hopeful).collect()
    }

    pub(crate) fn seats_left(&self) -> usize {
        self.election.seats() - self.elected.len()
    }

    /// The number of the current round, counted from one.
    pub(crate) fn round(&self) -> usize {
        self.rounds.len()
    }

    /// Begins a round with these votes, which later ties look back on.
    pub(crate) fn begin(
        &mut self,
        step: Step,
        threshold: Option<Threshold>,
        votes: Vec<u128>,
        exhausted: Amount,
        lost: Amount,
        shown: impl Fn(usize) -> (Amount, Option<Amount>),
    ) {
        let tallies = (0..self.state.len())
            .filter(|&candidate| !self.election.candidates()[candidate].withdrawn)
            .map(|candidate| {
                let (votes, keep) = shown(candidate);
                Tally { candidate: self.election.name(candidate), votes, state: self.state[candidate], keep }
            })
            .collect();
        let (elected, excluded, ties) = Default::default();
        self.history.push(votes);
        self.rounds.push(Votes { step, threshold, tallies, exhausted, lost, elected, excluded, ties });
    }

    fn show(&mut self, candidate: usize, state: State) {
        self.state[candidate] = state;
        let name = self.election.name(candidate);
        let Some(round) = self.rounds.last_mut() else { return };
        if let Some(tally) = round.tallies.iter_mut().find(|tally| tally.candidate == name) {
            tally.state = state;
        }
        if state == State::Elected { round.elected.push(name) } else { round.excluded.push(name) }
    }

    pub(crate) fn elect(&mut self, candidate: usize, because: Because) {
        self.show(candidate, State::Elected);
        self.elected.push(candidate);
        self.reasons.push(Reason { candidate: self.election.name(candidate), because });
    }

    pub(crate) fn exclude(&mut self, candidate: usize) {
        self.show(candidate, State::Excluded);
    }

    /// One of the tied, decided by the last earlier round in which their votes differ, then by [`Breaker::take`]. None
    /// stops the count.
    pub(crate) fn decide(&mut self, tied: &[usize], question: Question, indifferent: bool) -> Option<usize> {
        if let &[only] = tied {
            return Some(only);
        }
        let best = question != Question::Exclude;
        let mut left = tied.to_vec();
        let mut decided = None;
        for (round, votes) in self.history.iter().enumerate().rev() {
            let held = left.iter().map(|&candidate| votes[candidate]);
            let extreme = if best { held.max() } else { held.min() };
            left.retain(|&candidate| Some(votes[candidate]) == extreme);
            if let &[only] = left.as_slice() {
                decided = Some((Some(only), BrokenBy::EarlierRound { round: round + 1 }));
                break;
            }
        }
        self.settle(tied, &left, question, indifferent, decided)
    }

    /// As [`Stages::decide`], for a rule that does not look back.
    pub(crate) fn decide_now(&mut self, tied: &[usize], question: Question, indifferent: bool) -> Option<usize> {
        if let &[only] = tied {
            return Some(only);
        }
        self.settle(tied, tied, question, indifferent, None)
    }

    fn settle(
        &mut self,
        tied: &[usize],
        left: &[usize],
        question: Question,
        indifferent: bool,
        decided: Option<(Option<usize>, BrokenBy)>,
    ) -> Option<usize> {
        let best = question != Question::Exclude;
        let (taken, broken_by) = decided.unwrap_or_else(|| self.breaker.take(left, best, indifferent));
        let tie = Tie {
            candidates: in_ballot_order(self.election, tied),
            question,
            broken_by,
            taken: taken.map(|candidate| self.election.name(candidate)).into_iter().collect(),
        };
        if let Some(round) = self.rounds.last_mut() {
            round.ties.push(tie);
        }
        taken
    }

    /// The end: finished, or stopped by an open tie.
    pub(crate) fn finish(mut self, turnout: Turnout, stopped: bool) -> Count {
        let open = if stopped { self.hopeful() } else { Vec::new() };
        if let Some(round) = self.rounds.last_mut().filter(|_| !stopped) {
            for tally in round.tallies.iter_mut().filter(|tally| tally.state == State::Hopeful) {
                tally.state = State::Excluded;
            }
        }
        Count { elected: self.elected, open, rounds: self.rounds, reasons: self.reasons, turnout }
    }
}

/// How many ways a count follows at most. Small elections, where ties are common, are counted in no time.
fn most_ways(election: &Election) -> usize {
    let different = match election.ballots() {
        crate::Ballots::Ranked(rankings) => rankings.different(),
        _ => 0,
    };
    (1_000_000 / (different + 50 * election.candidates().len() + 1)).clamp(8, 1000)
}

/// Runs a count as often as its ties need, and makes the outcome.
pub(crate) fn settle(
    method: Method,
    election: &Election,
    options: &Options,
    mut run: impl FnMut(&mut Breaker) -> Result<Count, Refusal>,
) -> Result<Outcome, Refusal> {
    let lots = Lots::new(&options.ties, election)?;
    let mut ways: Vec<(Vec<usize>, BTreeSet<usize>)> = Vec::new();
    let mut first = None;
    let mut path = Vec::new();
    loop {
        let mut breaker = Breaker::new(&lots, path, None);
        let count = run(&mut breaker)?;
        let met = breaker.met;
        let mut taken = breaker.path;
        taken.resize(met.len(), 0);
        ways.push((taken.clone(), count.elected.iter().copied().collect()));
        first.get_or_insert(count);
        let Some(last) = (0..met.len()).rev().find(|&tie| taken[tie] + 1 < met[tie]) else { break };
        if ways.len() == most_ways(election) {
            let stopped = run(&mut Breaker::new(&lots, Vec::new(), Some(0)))?;
            let tied = stopped.open.clone();
            return Ok(outcome(method, election, stopped, BTreeSet::new(), tied));
        }
        taken.truncate(last + 1);
        taken[last] += 1;
        path = taken;
    }
    let certain = ways.iter().skip(1).fold(ways[0].1.clone(), |certain, (_, elected)| &certain & elected);
    let tied: Vec<_> =
        ways.iter().fold(BTreeSet::new(), |all, (_, elected)| &all | elected).difference(&certain).copied().collect();
    let count = match (first_that_matters(&ways), first) {
        (None, Some(count)) => count,
        (stop, _) => run(&mut Breaker::new(&lots, Vec::new(), stop))?,
    };
    Ok(outcome(method, election, count, certain, tied))
}

/// The first tie, on the way that takes the first of the tied each time, whose decision changes who can be elected.
fn first_that_matters(ways: &[(Vec<usize>, BTreeSet<usize>)]) -> Option<usize> {
    (0..ways[0].0.len()).find(|&tie| {
        let mut by_choice: Vec<BTreeSet<&BTreeSet<usize>>> = Vec::new();
        for (path, elected) in ways.iter().filter(|(path, _)| path[..tie].iter().all(|&choice| choice == 0)) {
            by_choice.resize_with(by_choice.len().max(path[tie] + 1), BTreeSet::new);
            by_choice[path[tie]].insert(elected);
        }
        by_choice.windows(2).any(|pair| pair[0] != pair[1])
    })
}

fn outcome(method: Method, election: &Election, count: Count, certain: BTreeSet<usize>, tied: Vec<usize>) -> Outcome {
    let mut elected = count.elected;
    let mut reasons = count.reasons;
    for candidate in certain {
        if !elected.contains(&candidate) {
            elected.push(candidate);
            reasons.push(Reason { candidate: election.name(candidate), because: Because::Certain });
        }
    }
    Outcome {
        method,
        seats: election.seats(),
        open_seats: election.seats() - elected.len(),
        elected: election.names(&elected),
        tied: if tied.is_empty() { Vec::new() } else { vec![in_ballot_order(election, &tied)] },
        second_round: Vec::new(),
        turnout: count.turnout,
        rounds: count.rounds.into_iter().map(Round::Votes).collect(),
        reasons,
    }
}
