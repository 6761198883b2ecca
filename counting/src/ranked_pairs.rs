//! Ranked pairs with winning votes (Tideman, "Independence of clones as a criterion for voting rules", Social Choice
//! and Welfare 4, 1987).
//!
//! Wins are settled from the strongest to the weakest: each is kept unless those kept already say the opposite. When
//! equally strong wins contradict one another, it matters which comes first. Then
//!
//! - without a lot, every order is followed, as Tideman defines it: elected is who is elected in every order, and tied
//!   who is in some. To find out can take for ever (Brill and Fischer 2012), so beyond [`MOST_ORDERS`] states everybody
//!   whom the pairs alone do not rule out is named as tied;
//! - with a lot, equal wins are settled in the order of the winner's lot, and then of the loser's, the worse first, in
//!   the manner of Zavist and Tideman ("Complete independence of clones in the ranked pairs rule", 1989).

mod settle;

use std::cmp::Reverse;

use self::settle::{Order, Settlement};
use crate::outcome::{Because, Outcome, Round, Tie};
use crate::pairs::Pairs;
use crate::tables::{Fate, Settled, Settling, Win};
use crate::ties::{Lots, best, in_ballot_order};
use crate::{BrokenBy, Election, Method, Options, Question, Refusal, condorcet};

/// How many states of wins in different orders are followed.
const MOST_ORDERS: usize = 2_000;

/// One candidate preferred to another, by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    winner: usize,
    loser: usize,
    win: Win,
}

/// Counts.
pub(crate) fn count(election: &Election, options: &Options) -> Result<Outcome, Refusal> {
    let lots = Lots::new(&options.ties, election)?;
    let pairs = Pairs::of(Method::RankedPairs, election, options.unranked)?;
    let wins = wins(&pairs, &lots);
    let Settlement { orders, contested } = settle::settle(pairs.len(), &wins, lots.by() != BrokenBy::Open);
    let standings = if orders.is_empty() { vec![ruled_out(&pairs)] } else { rankings(&pairs, &orders) };
    let places: Vec<Vec<usize>> = standings.iter().map(|levels| condorcet::places(levels, pairs.len())).collect();
    let chances = chances(&standings, election.seats(), pairs.len());
    // With one order the places decide; with several, who is elected in all of them, then who is in some.
    let score = |candidate: usize| {
        let number = condorcet::number(&pairs, candidate);
        match &places[..] {
            [only] => (Chance::Some, Reverse(only[number])),
            _ => (chances[number], Reverse(0)),
        }
    };
    let elected = best(election, &lots, &pairs.candidates, score, election.seats(), Question::Elect);
    let mut ties: Vec<Tie> = Vec::new();
    if lots.by() != BrokenBy::Open && !contested.is_empty() {
        ties.push(order_tie(election, &pairs, &lots, &wins, &contested));
    }
    ties.extend(elected.tie.iter().cloned());
    let ranking = if orders.len() == 1 { pairs.names(election, &standings[0]) } else { Vec::new() };
    let settling = Settling { wins: settled(election, &pairs, &wins, &orders), ways: orders.len(), ranking, ties };
    let reasons = condorcet::reasons(election, &pairs, &elected, |_, rival| Because::Contradicted {
        rival: pairs.name(election, rival),
    });
    Ok(Outcome {
        method: Method::RankedPairs,
        seats: election.seats(),
        elected: election.names(&elected.taken),
        tied: if elected.tied.is_empty() { Vec::new() } else { vec![in_ballot_order(election, &elected.tied)] },
        open_seats: election.seats() - elected.taken.len(),
        second_round: Vec::new(),
        turnout: pairs.turnout,
        rounds: vec![Round::Comparisons(pairs.table(election)), Round::Settling(settling)],
        reasons,
    })
}

/// The wins, the strongest first; equal ones by lot, else as on the ballot paper.
fn wins(pairs: &Pairs, lots: &Lots) -> Vec<Pair> {
    let mut wins = Vec::new();
    for winner in 0..pairs.len() {
        for loser in 0..pairs.len() {
            if let Some(win) = pairs.win(winner, loser) {
                wins.push(Pair { winner, loser, win });
            }
        }
    }
    let place = |number: usize| lots.place(pairs.candidates[number]);
    wins.sort_by_key(|pair| (Reverse(pair.win), place(pair.winner), Reverse(place(pair.loser))));
    wins
}

/// How an order of wins ranks the candidates.
fn rankings(pairs: &Pairs, orders: &[Order]) -> Vec<Vec<Vec<usize>>> {
    orders.iter().map(|order| pairs.levels(|one, other| order.before(one, other))).collect()
}

/// Whether a candidate takes a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Chance {
    /// In no order.
    None,
    /// In some order.
    Some,
    /// In every order.
    Sure,
}

fn chances(standings: &[Vec<Vec<usize>>], seats: usize, many: usize) -> Vec<Chance> {
    let mut sure = vec![true; many];
    let mut possible = vec![false; many];
    for levels in standings {
        let mut left = seats;
        for level in levels {
            for &number in level {
                sure[number] &= level.len() <= left;
                possible[number] |= left > 0;
            }
            left = left.saturating_sub(level.len());
        }
    }
    sure.iter()
        .zip(possible)
        .map(|(&sure, possible)| match (sure, possible) {
            (true, _) => Chance::Sure,
            (false, true) => Chance::Some,
            (false, false) => Chance::None,
        })
        .collect()
}

/// The order that the pairs alone give, whatever is settled first: sets in which everybody is connected with everybody
/// by a chain of wins and draws. All of an earlier set win against all of a later one.
fn ruled_out(pairs: &Pairs) -> Vec<Vec<usize>> {
    let mut chain = Order::new(pairs.len());
    for one in 0..pairs.len() {
        for other in 0..pairs.len() {
            if one != other && pairs.win(other, one).is_none() && !chain.before(one, other) {
                chain.keep(one, other);
            }
        }
    }
    pairs.levels(|one, other| chain.before(one, other) && !chain.before(other, one))
}

fn settled(election: &Election, pairs: &Pairs, wins: &[Pair], orders: &[Order]) -> Vec<Settled> {
    let fate = |pair: &Pair| {
        let kept = orders.iter().filter(|order| order.before(pair.winner, pair.loser)).count();
        match kept {
            _ if orders.is_empty() => Fate::Depends,
            0 => Fate::Contradicted,
            all if all == orders.len() => Fate::Kept,
            _ => Fate::Depends,
        }
    };
    wins.iter()
        .map(|pair| Settled {
            winner: pairs.name(election, pair.winner),
            loser: pairs.name(election, pair.loser),
            win: pair.win,
            fate: fate(pair),
        })
        .collect()
}

/// The tie between wins that a lot has put in order.
fn order_tie(election: &Election, pairs: &Pairs, lots: &Lots, wins: &[Pair], contested: &[usize]) -> Tie {
    let mut candidates: Vec<usize> = contested
        .iter()
        .flat_map(|&index| [wins[index].winner, wins[index].loser])
        .map(|number| pairs.candidates[number])
        .collect();
    candidates.sort_unstable();
    candidates.dedup();
    let mut taken = candidates.clone();
    taken.sort_by_key(|&candidate| lots.place(candidate));
    Tie {
        candidates: election.names(&candidates),
        question: Question::Order,
        broken_by: lots.by(),
        taken: election.names(&taken),
    }
}
