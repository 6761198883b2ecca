//! Seats for lists in proportion to their votes.
//!
//! - D'Hondt: each seat goes to the highest of the quotients votes / 1, votes / 2, votes / 3…
//! - Sainte-Laguë: each seat goes to the highest of votes / 1, votes / 3, votes / 5…
//! - largest remainder: a seat for each full Hare quota (votes / seats, not rounded), then one each for the largest
//!   remainders.
//!
//! Each ballot counts for the list of its first preference. A candidate of the election is a list of its own, whose
//! name then stands among the elected once for every seat; or candidates have a group, then the group is the list and
//! its seats go to its candidates in the order of the ballot paper. A list with as many seats as candidates gets no
//! more. A list without votes gets none. Quotients are compared exactly; equal ones matter only for the last seats.

mod shares;

use std::collections::HashMap;

use self::shares::{Share, Shares};
use crate::outcome::{Amount, Because, Outcome, Reason, Round, Tie};
use crate::plurality::first_names;
use crate::tables::{Allocation, Claim, Given, List};
use crate::ties::Lots;
use crate::{BrokenBy, Election, Method, Options, Question, Refusal};

/// The most seats that lists share.
const MOST_SEATS: usize = 100_000;

/// A list with its candidates who stand.
struct Standing {
    name: String,
    /// The candidate whose lot the list has: the first.
    first: usize,
    /// Those who take its seats; none when the list itself is the candidate.
    candidates: Option<Vec<usize>>,
    votes: u64,
}

/// Counts.
pub(crate) fn count(method: Method, election: &Election, options: &Options) -> Result<Outcome, Refusal> {
    if election.seats() > MOST_SEATS {
        return Err(Refusal::TooManySeats { most: MOST_SEATS });
    }
    let lots = Lots::new(&options.ties, election)?;
    let standing = election.standing();
    let (votes, turnout) = first_names(method, election, &standing, 1)?;
    let lists = lists(election, &standing, &votes);
    let shares: Vec<Share> = lists
        .iter()
        .map(|list| Share {
            votes: list.votes,
            most: list.candidates.as_ref().map_or(usize::MAX, Vec::len),
            lot: lots.place(list.first),
        })
        .collect();
    let shares = match method {
        Method::Dhondt => Shares::by_quotient(&shares, election.seats(), |seats| seats + 1),
        Method::SainteLague => Shares::by_quotient(&shares, election.seats(), |seats| 2 * seats + 1),
        _ => Shares::by_remainder(&shares, election.seats()),
    };
    let given = given(election, &lists, &shares);
    let elected: Vec<String> =
        given.iter().map(|given| given.candidate.clone().unwrap_or_else(|| given.list.clone())).collect();
    let tie = shares.tie.as_ref().map(|tie| Tie {
        candidates: tie.between.iter().map(|&list| lists[list].name.clone()).collect(),
        question: Question::Elect,
        broken_by: lots.by(),
        taken: tie.taken.iter().map(|&list| lists[list].name.clone()).collect(),
    });
    Ok(Outcome {
        method,
        seats: election.seats(),
        tied: tie.iter().filter(|tie| tie.broken_by == BrokenBy::Open).map(|tie| tie.candidates.clone()).collect(),
        open_seats: election.seats() - elected.len(),
        second_round: Vec::new(),
        turnout,
        reasons: reasons(&elected, &given, &shares, &lists, &lots),
        rounds: vec![Round::Allocation(Allocation {
            quota: shares.quota.clone(),
            lists: lists
                .iter()
                .enumerate()
                .map(|(index, list)| List {
                    name: list.name.clone(),
                    votes: list.votes,
                    seats: shares.given.iter().filter(|(to, _)| *to == index).count(),
                    next: shares.next[index].clone(),
                })
                .collect(),
            given,
            ties: tie.into_iter().collect(),
        })],
        elected,
    })
}

fn lists(election: &Election, standing: &[usize], votes: &[u64]) -> Vec<Standing> {
    let mut lists: Vec<Standing> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for &candidate in standing {
        let votes = votes[candidate];
        let Some(group) = &election.candidates()[candidate].group else {
            lists.push(Standing { name: election.name(candidate), first: candidate, candidates: None, votes });
            continue;
        };
        let index = *known.entry(group).or_insert_with(|| {
            let empty = Standing { name: group.clone(), first: candidate, candidates: Some(Vec::new()), votes: 0 };
            lists.push(empty);
            lists.len() - 1
        });
        lists[index].votes += votes;
        lists[index].candidates.get_or_insert_default().push(candidate);
    }
    lists
}

/// Puts names to the seats.
fn given(election: &Election, lists: &[Standing], shares: &Shares) -> Vec<Given> {
    let mut taken = vec![0_usize; lists.len()];
    shares
        .given
        .iter()
        .map(|(list, by)| {
            let seat = taken[*list];
            taken[*list] += 1;
            let candidate = lists[*list].candidates.as_ref().and_then(|candidates| candidates.get(seat));
            Given {
                list: lists[*list].name.clone(),
                candidate: candidate.map(|&candidate| election.name(candidate)),
                by: by.clone(),
            }
        })
        .collect()
}

fn reasons(elected: &[String], given: &[Given], shares: &Shares, lists: &[Standing], lots: &Lots) -> Vec<Reason> {
    let lucky = shares.tie.as_ref().map_or(&[][..], |tie| &tie.taken);
    let sure = given.len() - lucky.len();
    let because = |index: usize, given: &Given| {
        if index >= sure {
            let between = shares.tie.iter().flat_map(|tie| &tie.between).map(|&list| lists[list].name.clone());
            return Because::DrawnAmong { candidates: between.collect(), by: lots.by() };
        }
        Because::Seat {
            list: given.list.clone(),
            claim: given.by.clone(),
            ahead_of: shares.rival.as_ref().map(|(list, claim)| (lists[*list].name.clone(), claim.clone())),
        }
    };
    elected
        .iter()
        .zip(given)
        .enumerate()
        .map(|(index, (name, given))| Reason { candidate: name.clone(), because: because(index, given) })
        .collect()
}

/// An exact quotient of votes.
fn quotient(votes: u64, divisor: u128) -> Amount {
    Amount::quotient(u128::from(votes), divisor)
}

impl Claim {
    fn of_quotient(votes: u64, divisor: u128) -> Self {
        Self::Quotient { quotient: quotient(votes, divisor) }
    }
}
