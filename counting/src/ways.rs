//! Ties that nothing breaks. When the assembly decides them, a count follows every way in which each tie could be
//! decided. Often all ways elect the same people, and the tie is of no consequence. Otherwise the count stops at the first
//! tie that matters: who is elected on every way is elected, who is elected on some ways only is tied.

use std::collections::BTreeSet;

use crate::outcome::{Because, BrokenBy, Outcome, Reason, Round, Turnout, Votes};
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
    pub(crate) fn take(&mut self, tied: &[usize], best: bool, indifferent: bool) -> (Option<usize>, BrokenBy) {
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

/// How many ways a count follows at most. Small elections, where ties are common, are counted in no time.
fn most_ways(election: &Election) -> usize {
    let different = match election.ballots() {
        crate::Ballots::Ranked(rankings) => rankings.different(),
        _ => 0,
    };
    (1_000_000 / (different + election.candidates().len().pow(2))).clamp(8, 1000)
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
        for (path, elected) in
            ways.iter().filter(|(path, _)| path.len() > tie && path[..tie].iter().all(|&choice| choice == 0))
        {
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::first_that_matters;

    /// After the first tie one way meets three more, the other only one; on each the last decides.
    #[test]
    fn ways_of_different_length_are_compared_as_far_as_they_go() {
        let elected = |candidate: usize| BTreeSet::from([candidate]);
        let mut ways = Vec::new();
        for choices in 0..8 {
            let path = vec![0, choices >> 2 & 1, choices >> 1 & 1, choices & 1];
            ways.push((path, elected(choices & 1)));
        }
        ways.extend([(vec![1, 0], elected(0)), (vec![1, 1], elected(1))]);
        assert_eq!(first_that_matters(&ways), Some(3));
        ways.truncate(9);
        assert_eq!(first_that_matters(&ways), Some(0));
    }
}
