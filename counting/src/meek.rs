//! Single transferable vote by Meek's method: an elected candidate keeps only the share of every ballot that adds up to
//! the quota, and the quota follows the ballots that are exhausted.
//!
//! The default is the Reference Meek Rule of the Proportional Representation Foundation, step by step as it is published
//! (prfound.org), after Hill, Wichmann and Woodall, Algorithm 123, The Computer Journal 30 (1987). As in the reference
//! rule, candidates tie for exclusion when the whole surplus could not put them apart, and ties are not broken by
//! earlier rounds.

use std::cmp::Ordering;

use crate::arithmetic::{Arithmetic, Exact, Guarded, NinePlaces};
use crate::outcome::{Amount, Because, Outcome, Question, State, Step, Threshold, Turnout, Until};
use crate::piles::{Next, next_preference, stands, turnout};
use crate::reserved::Reserved;
use crate::sheets::{Merge, Sheets};
use crate::staged::Stages;
use crate::ways::{Breaker, Count, settle};
use crate::{Election, MeekArithmetic, Method, Options, Rankings, Refusal};

/// Counts a single transferable vote by Meek's method.
pub(crate) fn count(election: &Election, options: &Options) -> Result<Outcome, Refusal> {
    let rankings = election.rankings(Method::StvMeek)?;
    let stands = stands(election.candidates().len(), &election.standing());
    let turnout = turnout(rankings, &stands, |_, _, _| {});
    let reserved = Reserved::new(election, options)?;
    let ballots = Papers { rankings, stands, turnout };
    settle(Method::StvMeek, election, options, |breaker| match options.meek {
        MeekArithmetic::Reference => run(&NinePlaces, election, &ballots, &reserved, breaker),
        MeekArithmetic::Guarded => run(&Guarded::new(), election, &ballots, &reserved, breaker),
        MeekArithmetic::Exact => run(&Exact::new(), election, &ballots, &reserved, breaker),
    })
}

struct Papers<'a> {
    rankings: &'a Rankings,
    stands: Vec<bool>,
    turnout: Turnout,
}

/// What a round needs of the ballots: the candidates who share each of them, up to the first who keeps all of the rest.
/// A million ballots become a few thousand rows, and every distribution of the round works on these.
struct Shares {
    rows: Sheets,
    /// Voices whose ballots name no continuing candidate at all.
    exhausted: u64,
}

impl Shares {
    fn new(papers: &Papers<'_>, state: &[State]) -> Self {
        let mut merge = Merge::default();
        let mut row: Vec<u16> = Vec::new();
        for ranking in papers.rankings.iter() {
            row.clear();
            let mut start = 0;
            while let Next::Candidate { candidate, position } =
                next_preference(ranking, start, &papers.stands, |candidate| state[candidate] != State::Excluded)
            {
                row.push(candidate as u16);
                if state[candidate] == State::Hopeful {
                    break;
                }
                start = position + 1;
            }
            if !row.is_empty() {
                // The weights of all ballots were added up when they were read.
                let _ = merge.add(&row, ranking.weight);
            }
        }
        let rows = merge.finish();
        let exhausted = papers.turnout.valid - rows.total();
        Self { rows, exhausted }
    }

    /// The votes of each candidate and those that nobody keeps.
    fn distribute<A: Arithmetic>(&self, arithmetic: &A, keep: &[A::Number]) -> (Vec<A::Number>, A::Number) {
        let mut votes = vec![arithmetic.whole(0); keep.len()];
        let mut exhausted = arithmetic.whole(self.exhausted);
        for (row, weight) in self.rows.iter() {
            let mut rest = arithmetic.whole(1);
            for &candidate in row {
                let part = arithmetic.part(&rest, &keep[usize::from(candidate)]);
                arithmetic.add(&mut votes[usize::from(candidate)], &arithmetic.times(&part, weight));
                arithmetic.subtract(&mut rest, &part);
            }
            arithmetic.add(&mut exhausted, &arithmetic.times(&rest, weight));
        }
        (votes, exhausted)
    }
}

/// The state of the votes when an iteration has ended.
struct Settled<N> {
    votes: Vec<N>,
    exhausted: N,
    quota: N,
    surplus: N,
    iterations: usize,
    until: Until,
    /// Who reached the quota, or who is sure to lose.
    concerned: Vec<usize>,
}

fn run<'a, A: Arithmetic>(
    arithmetic: &A,
    election: &'a Election,
    papers: &Papers<'_>,
    reserved: &'a Reserved,
    breaker: &'a mut Breaker,
) -> Result<Count, Refusal> {
    let mut keep = vec![arithmetic.whole(1); election.candidates().len()];
    let mut stages = Stages::new(election, reserved, breaker);
    loop {
        for (keep, state) in keep.iter_mut().zip(&stages.state) {
            if *state == State::Excluded {
                *keep = arithmetic.whole(0);
            }
        }
        let settled = iterate(arithmetic, papers, &stages, &mut keep)?;
        record(arithmetic, &mut stages, &settled, &keep);
        match settled.until {
            Until::Elected => {
                let quota = arithmetic.show(&settled.quota);
                let round = stages.round();
                let finished = stages.elect_all(
                    &settled.concerned,
                    |one, other| arithmetic.compare(&settled.votes[one], &settled.votes[other]),
                    |winner| {
                        let votes = arithmetic.show(&settled.votes[winner]);
                        Because::Quota { round, votes, quota: quota.clone() }
                    },
                );
                if !finished {
                    return Ok(stages.finish(papers.turnout, true));
                }
            }
            Until::SureLosers => settled.concerned.iter().for_each(|&loser| stages.exclude(loser)),
            // No more candidates than seats from the beginning.
            Until::SmallSurplus | Until::Stable if stages.hopeful().len() <= stages.seats_left() => {}
            Until::SmallSurplus | Until::Stable => {
                let Some(loser) = lowest(arithmetic, &mut stages, &settled) else {
                    return Ok(stages.finish(papers.turnout, true));
                };
                stages.exclude(loser);
            }
        }
        let hopeful = stages.hopeful();
        if hopeful.len() <= stages.seats_left() {
            for candidate in hopeful {
                let (round, votes) = (stages.round(), arithmetic.show(&settled.votes[candidate]));
                stages.elect(candidate, Because::LastStanding { round, votes });
            }
        }
        if stages.seats_left() == 0 || stages.hopeful().is_empty() {
            return Ok(stages.finish(papers.turnout, false));
        }
        stages.give_way();
    }
}

/// Distributes the votes until somebody is elected, some are sure to lose, or the surplus is small or does not shrink.
fn iterate<A: Arithmetic>(
    arithmetic: &A,
    papers: &Papers<'_>,
    stages: &Stages<'_>,
    keep: &mut [A::Number],
) -> Result<Settled<A::Number>, Refusal> {
    let shares = Shares::new(papers, &stages.state);
    let hopeful = stages.hopeful();
    let mut previous = None;
    let mut iterations = 0;
    loop {
        iterations += 1;
        let (votes, exhausted) = shares.distribute(arithmetic, keep);
        let mut sum = arithmetic.whole(0);
        votes.iter().for_each(|held| arithmetic.add(&mut sum, held));
        let quota = arithmetic.quota(&sum, stages.election.seats());
        let winners: Vec<_> =
            hopeful.iter().copied().filter(|&candidate| reaches(arithmetic, &votes[candidate], &quota)).collect();
        let is_elected = |candidate: usize| stages.state[candidate] == State::Elected || winners.contains(&candidate);
        let surplus = surplus(arithmetic, &votes, &quota, is_elected);
        let (until, concerned) = if winners.is_empty() {
            let losers = if stages.reserved().is_empty() {
                sure_losers(arithmetic, &hopeful, &votes, &surplus, stages.seats_left())
            } else {
                Vec::new()
            };
            let shrinks = previous.as_ref().is_none_or(|before| arithmetic.compare(&surplus, before) == Ordering::Less);
            if !losers.is_empty() {
                (Some(Until::SureLosers), losers)
            } else if arithmetic.is_small(&surplus) {
                (Some(Until::SmallSurplus), losers)
            } else {
                ((!shrinks).then_some(Until::Stable), losers)
            }
        } else {
            (Some(Until::Elected), winners)
        };
        if let Some(until) = until {
            return Ok(Settled { votes, exhausted, quota, surplus, iterations, until, concerned });
        }
        for (candidate, keep) in keep.iter_mut().enumerate() {
            if stages.state[candidate] == State::Elected {
                *keep = arithmetic.keep(keep, &quota, &votes[candidate]);
                if arithmetic.is_too_large(keep) {
                    return Err(Refusal::TooLargeForExact);
                }
            }
        }
        previous = Some(surplus);
    }
}

fn reaches<A: Arithmetic>(arithmetic: &A, votes: &A::Number, quota: &A::Number) -> bool {
    match arithmetic.compare(votes, quota) {
        Ordering::Greater => true,
        Ordering::Equal => A::REACHED_BY_EQUALITY,
        Ordering::Less => false,
    }
}

/// What the elected hold above the quota, together; not less than nothing.
fn surplus<A: Arithmetic>(
    arithmetic: &A,
    votes: &[A::Number],
    quota: &A::Number,
    is_elected: impl Fn(usize) -> bool,
) -> A::Number {
    let mut surplus = arithmetic.whole(0);
    for candidate in (0..votes.len()).filter(|&candidate| is_elected(candidate)) {
        arithmetic.add(&mut surplus, &votes[candidate]);
        arithmetic.subtract(&mut surplus, quota);
    }
    let zero = arithmetic.whole(0);
    if arithmetic.compare(&surplus, &zero) == Ordering::Less { zero } else { surplus }
}

/// The largest number of candidates from the bottom who together, with the whole surplus, stay behind the next one.
fn sure_losers<A: Arithmetic>(
    arithmetic: &A,
    hopeful: &[usize],
    votes: &[A::Number],
    surplus: &A::Number,
    seats_left: usize,
) -> Vec<usize> {
    if !A::EXCLUDES_SURE_LOSERS {
        return Vec::new();
    }
    let mut order = hopeful.to_vec();
    order.sort_by(|&one, &other| arithmetic.compare(&votes[one], &votes[other]));
    let mut together = surplus.clone();
    let mut sure = 0;
    for losers in 1..=order.len().saturating_sub(seats_left) {
        arithmetic.add(&mut together, &votes[order[losers - 1]]);
        let Some(&next) = order.get(losers) else { break };
        if arithmetic.compare(&together, &votes[next]) == Ordering::Less {
            sure = losers;
        }
    }
    order.truncate(sure);
    order.sort_unstable();
    order
}

/// Who is excluded: of all whom the surplus does not put apart from the last, the one whom the tie leaves last.
fn lowest<A: Arithmetic>(arithmetic: &A, stages: &mut Stages<'_>, settled: &Settled<A::Number>) -> Option<usize> {
    let hopeful = stages.excludable();
    let votes = &settled.votes;
    let last = hopeful.iter().copied().min_by(|&one, &other| arithmetic.compare(&votes[one], &votes[other]))?;
    let mut bound = votes[last].clone();
    arithmetic.add(&mut bound, &settled.surplus);
    let tied: Vec<_> = hopeful
        .iter()
        .copied()
        .filter(|&candidate| arithmetic.compare(&votes[candidate], &bound) != Ordering::Greater)
        .collect();
    let zero = arithmetic.whole(0);
    let nothing = tied.iter().all(|&candidate| arithmetic.compare(&votes[candidate], &zero) == Ordering::Equal);
    stages.protect(|candidate| arithmetic.compare(&votes[candidate], &votes[last]) == Ordering::Less);
    let indifferent = nothing && stages.reserved().is_empty() && hopeful.len() - tied.len() >= stages.seats_left();
    stages.decide_now(&tied, Question::Exclude, indifferent)
}

fn record<A: Arithmetic>(arithmetic: &A, stages: &mut Stages<'_>, settled: &Settled<A::Number>, keep: &[A::Number]) {
    let step = Step::Distribution {
        iterations: settled.iterations,
        surplus: arithmetic.show(&settled.surplus),
        until: settled.until,
    };
    let threshold = Threshold {
        votes: arithmetic.show(&settled.quota),
        reached_by_equality: A::REACHED_BY_EQUALITY,
        formula: A::FORMULA,
    };
    let exhausted = arithmetic.show(&settled.exhausted);
    stages.begin(step, Some(threshold), Vec::new(), exhausted, Amount::whole(0_u64), |candidate| {
        (arithmetic.show(&settled.votes[candidate]), Some(arithmetic.show(&keep[candidate])))
    });
}
