//! Single transferable vote as in schedule 1, rules 46 to 52, of the Scottish Local Government Elections Order 2007
//! (SSI 2007/42): weighted inclusive Gregory.
//!
//! - Quota: valid votes / (seats + 1), rounded down, plus one.
//! - Who reaches the quota at the end of a stage is elected; several at once are.
//! - The largest surplus is transferred first, over all the papers that the candidate holds. The value of a paper
//!   becomes surplus × its value / the candidate's votes, cut after five decimals. A candidate with exactly the quota
//!   has no surplus and no stage.
//! - Without a surplus the candidate with the fewest votes is excluded, and the papers go on at the value they have.
//! - Ties: the last earlier stage at which the votes differ, then a lot.
//! - When as many candidates continue as seats are left, they are elected; when no seat is left, the count ends.

use crate::irv::lowest;
use crate::outcome::{Amount, Because, Formula, Outcome, Question, State, Step, Threshold};
use crate::piles::Piles;
use crate::reserved::Reserved;
use crate::staged::Stages;
use crate::ways::{Breaker, Count, settle};
use crate::{Election, Method, Options, Rankings, Refusal};

/// Decimals of a transfer value.
const PLACES: u32 = 5;
/// One vote, in hundred thousandths.
const ONE: u128 = 10_u128.pow(PLACES);

/// Counts a single transferable vote by the Scottish rules.
pub(crate) fn count(election: &Election, options: &Options) -> Result<Outcome, Refusal> {
    let rankings = election.rankings(Method::StvScottish)?;
    let reserved = Reserved::new(election, options)?;
    settle(Method::StvScottish, election, options, |breaker| Ok(run(election, rankings, &reserved, breaker)))
}

/// Votes in hundred thousandths.
struct Held {
    votes: Vec<u128>,
    exhausted: u128,
    total: u128,
}

impl Held {
    fn begin(&self, stages: &mut Stages<'_>, step: Step, quota: u128) {
        let lost = self.total - self.exhausted - self.votes.iter().sum::<u128>();
        let threshold = Threshold { votes: amount(quota), reached_by_equality: true, formula: Formula::DroopWhole };
        let (exhausted, lost) = (amount(self.exhausted), amount(lost));
        stages.begin(step, Some(threshold), self.votes.clone(), exhausted, lost, |candidate| {
            (amount(self.votes[candidate]), None)
        });
    }

    fn give(&mut self, to: Option<usize>, value: u128) {
        match to {
            Some(candidate) => self.votes[candidate] += value,
            None => self.exhausted += value,
        }
    }
}

fn amount(votes: u128) -> Amount {
    Amount::decimal(votes, PLACES)
}

fn run<'a>(election: &'a Election, rankings: &Rankings, reserved: &'a Reserved, breaker: &'a mut Breaker) -> Count {
    let (mut piles, turnout) = Piles::new(rankings, election.candidates().len(), &election.standing());
    // At most one, so that it fits.
    let mut value = vec![ONE as u32; rankings.different()];
    let total = u128::from(turnout.valid) * ONE;
    let votes = (0..election.candidates().len())
        .map(|candidate| piles.pile(candidate).map(|(_, weight)| u128::from(weight) * ONE).sum())
        .collect();
    let mut held = Held { votes, exhausted: 0, total };
    let quota = (u128::from(turnout.valid) / (election.seats() as u128 + 1) + 1) * ONE;
    let mut stages = Stages::new(election, reserved, breaker);
    held.begin(&mut stages, Step::First, quota);
    let mut surpluses: Vec<usize> = Vec::new();
    loop {
        if !elect(&mut stages, &held.votes, quota, &mut surpluses) {
            return stages.finish(turnout, true);
        }
        if stages.seats_left() == 0 || stages.hopeful().is_empty() {
            return stages.finish(turnout, false);
        }
        let largest = surpluses.iter().map(|&candidate| held.votes[candidate]).max();
        let giving_way = stages.give_way();
        if !giving_way.is_empty() {
            for &from in &giving_way {
                pass_on(&mut piles, &stages, &mut held, &value, from);
            }
            held.begin(&mut stages, Step::GivingWay { of: election.names(&giving_way) }, quota);
        } else if let Some(largest) = largest {
            let tied: Vec<_> =
                surpluses.iter().copied().filter(|&candidate| held.votes[candidate] == largest).collect();
            let Some(from) = stages.decide(&tied, Question::TransferFirst, false) else {
                return stages.finish(turnout, true);
            };
            surpluses.retain(|&candidate| candidate != from);
            let surplus = largest - quota;
            let state = &stages.state;
            piles.transfer(
                from,
                |candidate| state[candidate] == State::Hopeful,
                |ballot, weight, to| {
                    let transferred = u128::from(value[ballot]) * surplus / largest;
                    value[ballot] = transferred as u32;
                    held.give(to, transferred * u128::from(weight));
                },
            );
            held.votes[from] = quota;
            held.begin(&mut stages, Step::Surplus { of: election.name(from), surplus: amount(surplus) }, quota);
        } else {
            let Some(from) = lowest(&mut stages, &held.votes) else { return stages.finish(turnout, true) };
            stages.exclude(from);
            pass_on(&mut piles, &stages, &mut held, &value, from);
            held.begin(&mut stages, Step::Exclusion { of: election.name(from) }, quota);
        }
    }
}

/// Moves all papers of a candidate who is excluded on, at the value they have.
fn pass_on(piles: &mut Piles<'_>, stages: &Stages<'_>, held: &mut Held, value: &[u32], from: usize) {
    held.votes[from] = 0;
    piles.transfer(
        from,
        |candidate| stages.state[candidate] == State::Hopeful,
        |ballot, weight, to| held.give(to, u128::from(value[ballot]) * u128::from(weight)),
    );
}

/// Elects who reaches the quota, and the last ones standing. Those of one stage are elected together and stand in the
/// order of the ballot paper. False when a tie stops the count.
fn elect(stages: &mut Stages<'_>, votes: &[u128], quota: u128, surpluses: &mut Vec<usize>) -> bool {
    let hopeful = stages.hopeful();
    let last = hopeful.len() <= stages.seats_left();
    let round = stages.round();
    let reaching: Vec<_> = hopeful.into_iter().filter(|&candidate| last || votes[candidate] >= quota).collect();
    let finished = stages.elect_all(
        &reaching,
        |one, other| votes[one].cmp(&votes[other]),
        |candidate| {
            let held = amount(votes[candidate]);
            if votes[candidate] >= quota {
                Because::Quota { round, votes: held, quota: amount(quota) }
            } else {
                Because::LastStanding { round, votes: held }
            }
        },
    );
    let elected = |&candidate: &usize| stages.state[candidate] == State::Elected;
    surpluses.extend(reaching.into_iter().filter(elected).filter(|&candidate| votes[candidate] > quota));
    finished
}
