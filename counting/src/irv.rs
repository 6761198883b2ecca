//! Instant run-off: each ballot counts for its first continuing preference; until somebody has more than half of these
//! ballots, the candidate with the fewest is excluded. Ties are broken by the last earlier round in which they differ.

use crate::outcome::{Amount, Because, Formula, Outcome, Question, State, Step, Threshold};
use crate::piles::Piles;
use crate::reserved::Reserved;
use crate::staged::Stages;
use crate::ways::{Breaker, Count, settle};
use crate::{Election, Method, Options, Rankings, Refusal};

/// Counts an instant run-off.
pub(crate) fn count(election: &Election, options: &Options) -> Result<Outcome, Refusal> {
    let rankings = election.rankings(Method::Irv)?;
    if election.seats() != 1 {
        return Err(Refusal::OneSeatOnly { method: Method::Irv, seats: election.seats() });
    }
    let reserved = Reserved::none(election);
    settle(Method::Irv, election, options, |breaker| Ok(run(election, rankings, &reserved, breaker)))
}

fn run<'a>(election: &'a Election, rankings: &Rankings, reserved: &'a Reserved, breaker: &'a mut Breaker) -> Count {
    let (mut piles, turnout) = Piles::new(rankings, election.candidates().len(), &election.standing());
    let mut stages = Stages::new(election, reserved, breaker);
    let mut votes: Vec<u128> = (0..election.candidates().len())
        .map(|candidate| piles.pile(candidate).map(|(_, weight)| u128::from(weight)).sum())
        .collect();
    let mut step = Step::First;
    loop {
        let continuing: u128 = votes.iter().sum();
        let threshold = Threshold {
            votes: Amount::quotient(continuing, 2),
            reached_by_equality: false,
            formula: Formula::HalfOfContinuing,
        };
        let exhausted = Amount::whole(u128::from(turnout.valid) - continuing);
        stages.begin(step, Some(threshold), votes.clone(), exhausted, Amount::whole(0_u64), |candidate| {
            (Amount::whole(votes[candidate]), None)
        });
        let hopeful = stages.hopeful();
        if let Some(&winner) = hopeful.iter().find(|&&candidate| votes[candidate] * 2 > continuing) {
            let round = stages.round();
            let held = Amount::whole(votes[winner]);
            stages.elect(winner, Because::AbsoluteMajority { round, votes: held, of: Amount::whole(continuing) });
            return stages.finish(turnout, false);
        }
        if let &[last] = hopeful.as_slice() {
            let round = stages.round();
            stages.elect(last, Because::LastStanding { round, votes: Amount::whole(votes[last]) });
            return stages.finish(turnout, false);
        }
        let Some(loser) = lowest(&mut stages, &votes) else { return stages.finish(turnout, true) };
        stages.exclude(loser);
        let state = &stages.state;
        votes[loser] = 0;
        piles.transfer(
            loser,
            |candidate| state[candidate] == State::Hopeful,
            |_, weight, to| {
                if let Some(to) = to {
                    votes[to] += u128::from(weight);
                }
            },
        );
        step = Step::Exclusion { of: election.name(loser) };
    }
}

/// The candidate with the fewest votes among those who can be excluded; none when a tie stops the count.
///
/// Candidates without any vote are excluded one after another in any order, and nobody's votes change meanwhile.
pub(crate) fn lowest(stages: &mut Stages<'_>, votes: &[u128]) -> Option<usize> {
    let hopeful = stages.excludable();
    let fewest = hopeful.iter().map(|&candidate| votes[candidate]).min()?;
    let tied: Vec<_> = hopeful.iter().copied().filter(|&candidate| votes[candidate] == fewest).collect();
    let indifferent = fewest == 0 && stages.reserved().is_empty() && hopeful.len() - tied.len() >= stages.seats_left();
    stages.protect(|candidate| votes[candidate] < fewest);
    stages.decide(&tied, Question::Exclude, indifferent)
}
