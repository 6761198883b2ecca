//! What counts in stages share: the account of each stage, seats one after another, and ties broken by earlier stages.

use std::cmp::Ordering;

use crate::Election;
use crate::outcome::{Amount, Because, BrokenBy, Question, Reason, State, Step, Tally, Threshold, Tie, Turnout, Votes};
use crate::reserved::Reserved;
use crate::ties::in_ballot_order;
use crate::ways::{Breaker, Count};

/// The running account of a count in stages.
pub(crate) struct Stages<'a> {
    pub(crate) election: &'a Election,
    breaker: &'a mut Breaker,
    reserved: &'a Reserved,
    pub(crate) state: Vec<State>,
    elected: Vec<usize>,
    reasons: Vec<Reason>,
    rounds: Vec<Votes>,
    /// The votes after each round, for ties.
    history: Vec<Vec<u128>>,
}

impl<'a> Stages<'a> {
    pub(crate) fn new(election: &'a Election, reserved: &'a Reserved, breaker: &'a mut Breaker) -> Self {
        let state = election
            .candidates()
            .iter()
            .map(|candidate| if candidate.withdrawn { State::Excluded } else { State::Hopeful })
            .collect();
        let (elected, reasons, rounds, history) = Default::default();
        Self { election, breaker, reserved, state, elected, reasons, rounds, history }
    }

    pub(crate) fn hopeful(&self) -> Vec<usize> {
        (0..self.state.len()).filter(|&candidate| self.state[candidate] == State::Hopeful).collect()
    }

    /// The hopeful who can take a seat.
    pub(crate) fn electable(&self) -> Vec<usize> {
        let can = |&candidate: &usize| self.reserved.can_be_elected(candidate, &self.state, self.seats_left());
        self.hopeful().into_iter().filter(can).collect()
    }

    /// Elects all of these, one after another and the best first where seats are reserved: each seat may change who can
    /// take the next. False when a tie stops the count.
    pub(crate) fn elect_all(
        &mut self,
        reaching: &[usize],
        compare: impl Fn(usize, usize) -> Ordering,
        because: impl Fn(usize) -> Because,
    ) -> bool {
        if self.reserved.is_empty() {
            reaching.iter().for_each(|&candidate| self.elect(candidate, because(candidate)));
            return true;
        }
        loop {
            let electable: Vec<_> =
                self.electable().into_iter().filter(|candidate| reaching.contains(candidate)).collect();
            let Some(best) = electable.iter().copied().max_by(|&one, &other| compare(one, other)) else { return true };
            let tied: Vec<_> =
                electable.into_iter().filter(|&candidate| compare(candidate, best) == Ordering::Equal).collect();
            let Some(next) = self.next_seat(&tied) else { return false };
            self.elect(next, because(next));
        }
    }

    /// Which of these equals takes a seat next. There is nothing to decide while seats for anybody are left for all.
    pub(crate) fn next_seat(&mut self, tied: &[usize]) -> Option<usize> {
        if tied.len() <= self.reserved.free(&self.state, self.seats_left()) {
            return tied.first().copied();
        }
        self.decide_now(tied, Question::Elect, false)
    }

    /// Excludes whoever can take none of the seats that are left, and says who.
    pub(crate) fn give_way(&mut self) -> Vec<usize> {
        let electable = self.electable();
        let hopeful = self.hopeful();
        let gone: Vec<_> = hopeful.into_iter().filter(|candidate| !electable.contains(candidate)).collect();
        for &candidate in &gone {
            self.exclude(candidate);
            let name = self.election.name(candidate);
            if let Some(round) = self.rounds.last_mut() {
                round.gave_way.push(name);
            }
        }
        gone
    }

    /// The hopeful who can be excluded, whose groups do not need them.
    pub(crate) fn excludable(&self) -> Vec<usize> {
        let can = |&candidate: &usize| self.reserved.can_be_excluded(candidate, &self.state);
        self.hopeful().into_iter().filter(can).collect()
    }

    /// Notes who had fewer votes than the one to be excluded, and is protected.
    pub(crate) fn protect(&mut self, fewer: impl Fn(usize) -> bool) {
        let protected: Vec<_> = self.hopeful().into_iter().filter(|&candidate| fewer(candidate)).collect();
        let names = self.election.names(&protected);
        if let Some(round) = self.rounds.last_mut() {
            round.protected = names;
        }
    }

    pub(crate) fn reserved(&self) -> &'a Reserved {
        self.reserved
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
        let (elected, excluded, gave_way, protected, ties) = Default::default();
        self.history.push(votes);
        self.rounds.push(Votes {
            step,
            threshold,
            tallies,
            exhausted,
            lost,
            elected,
            excluded,
            gave_way,
            protected,
            ties,
        });
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
