//! Schulze's method and ranked pairs: cases of the literature, and what both promise.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

mod support;

use std::collections::BTreeSet;

use counting::{
    Because, BrokenBy, Candidate, Election, Fate, Method, Options, Outcome, Paths, Preference, Question, Rankings,
    Refusal, Round, Settling, Ties, Win, count,
};
use proptest::prelude::*;
use support::election;

const BOTH: [Method; 2] = [Method::Schulze, Method::RankedPairs];

fn counted(method: Method, election: &Election) -> Outcome {
    count(method, election, &Options::default()).unwrap()
}

fn with_lot(method: Method, election: &Election, seed: &str) -> Outcome {
    count(method, election, &Options { ties: Ties::Lot { seed: seed.into() }, ..Options::default() }).unwrap()
}

fn paths(outcome: &Outcome) -> &Paths {
    let found =
        outcome.rounds.iter().find_map(|round| if let Round::Paths(paths) = round { Some(paths) } else { None });
    found.unwrap()
}

fn settling(outcome: &Outcome) -> &Settling {
    let found = outcome.rounds.iter().find_map(|round| if let Round::Settling(it) = round { Some(it) } else { None });
    found.unwrap()
}

/// A ranking as one word: `A B=C`.
fn told(ranking: &[Vec<String>]) -> String {
    ranking.iter().map(|level| level.join("=")).collect::<Vec<_>>().join(" ")
}

#[test]
fn tennessee_wants_nashville() {
    let capital = election(
        1,
        "Memphis Nashville Chattanooga Knoxville",
        "42: Memphis Nashville Chattanooga Knoxville
         26: Nashville Chattanooga Knoxville Memphis
         15: Chattanooga Knoxville Nashville Memphis
         17: Knoxville Chattanooga Nashville Memphis",
    );
    for method in BOTH {
        let outcome = counted(method, &capital);
        assert_eq!(outcome.elected, ["Nashville"]);
        assert_eq!(
            outcome.reasons[0].because,
            Because::BeatsEach { closest: "Memphis".into(), votes: 58, against: 42 }
        );
    }
    assert_eq!(told(&paths(&counted(Method::Schulze, &capital)).ranking), "Nashville Chattanooga Knoxville Memphis");
    assert_eq!(
        told(&settling(&counted(Method::RankedPairs, &capital)).ranking),
        "Nashville Chattanooga Knoxville Memphis"
    );
}

/// The 45 voters with whom Schulze's method is usually explained, with the strengths of all paths.
#[test]
fn forty_five_voters_elect_e_by_paths() {
    let voters = election(
        1,
        "A B C D E",
        "5: A C B E D
         5: A D E C B
         8: B E D A C
         3: C A B E D
         7: C A E B D
         2: C B A D E
         7: D C E B A
         8: E B A D C",
    );
    let outcome = counted(Method::Schulze, &voters);
    assert_eq!(outcome.elected, ["E"]);
    let paths = paths(&outcome);
    assert_eq!(told(&paths.ranking), "E A C B D");
    let votes: Vec<Vec<u64>> = paths
        .strength
        .iter()
        .map(|row| row.iter().map(|strength| strength.map_or(0, |win| win.votes)).collect())
        .collect();
    assert_eq!(
        votes,
        [[0, 28, 28, 30, 24], [25, 0, 28, 33, 24], [25, 29, 0, 29, 24], [25, 28, 28, 0, 24], [25, 28, 28, 31, 0]]
    );
    // The direct comparison of E and B is lost; the path back is weaker.
    assert!(
        matches!(&outcome.reasons[0].because, Because::StrongerPath { there: Some(there), back: Some(back), .. } if there > back)
    );
}

/// Example 1 of Schulze's paper of 2011: D, though C is before B and A is before C.
#[test]
fn twenty_one_voters_elect_d() {
    let voters = election(1, "A B C D", "8: A C D B\n 2: B A D C\n 4: C D B A\n 4: D B A C\n 3: D C B A");
    let outcome = counted(Method::Schulze, &voters);
    assert_eq!(outcome.elected, ["D"]);
    assert_eq!(told(&paths(&outcome).ranking), "D A C B");
}

#[test]
fn a_cycle_of_three_is_cut_at_its_weakest_win() {
    // A before B by 68 to 32, B before C by 72 to 28, C before A by 52 to 48: the last gives way.
    let cycle = election(1, "A B C", "40: A B C\n 28: C A B\n 24: B C A\n 8: B A C");
    let outcome = counted(Method::RankedPairs, &cycle);
    assert_eq!(outcome.elected, ["A"]);
    let wins = &settling(&outcome).wins;
    let fates: Vec<_> = wins.iter().map(|it| (it.winner.as_str(), it.loser.as_str(), it.win.votes, it.fate)).collect();
    assert_eq!(fates, [("B", "C", 72, Fate::Kept), ("A", "B", 68, Fate::Kept), ("C", "A", 52, Fate::Contradicted)]);
    assert_eq!(outcome.reasons[0].because, Because::Contradicted { rival: "C".into() });
    assert_eq!(counted(Method::Schulze, &cycle).elected, ["A"]);
}

#[test]
fn a_perfect_cycle_is_a_tie_of_all_who_are_on_it() {
    let cycle = election(1, "A B C D", "1: A B C D\n 1: B C A D\n 1: C A B D");
    for method in BOTH {
        let outcome = counted(method, &cycle);
        assert!(outcome.elected.is_empty());
        assert_eq!(outcome.tied, [["A", "B", "C"]]);
        assert_eq!(outcome.open_seats, 1);
        let drawn = with_lot(method, &cycle, "x");
        assert_eq!(drawn.elected.len(), 1);
        assert_ne!(drawn.elected[0], "D");
        assert!(matches!(
            drawn.rounds.last(),
            Some(Round::Settling(Settling { ties, .. }) | Round::Paths(Paths { ties, .. }))
                if ties.iter().any(|tie| matches!(&tie.broken_by, BrokenBy::Lot { seed } if seed == "x"))
        ));
    }
    let outcome = counted(Method::RankedPairs, &cycle);
    assert_eq!(settling(&outcome).ways, 3);
    assert!(settling(&outcome).ranking.is_empty());
    let depends = settling(&outcome).wins.iter().filter(|it| it.fate == Fate::Depends).count();
    assert_eq!(depends, 3, "the wins over D are kept in every order");
    let drawn = with_lot(Method::RankedPairs, &cycle, "x");
    assert_eq!(settling(&drawn).ways, 1);
    assert_eq!(settling(&drawn).ties[0].question, Question::Order);
    // With two seats the third place on the cycle is not enough; with three nobody is tied.
    let three = cycle.with_seats(3).unwrap();
    assert_eq!(counted(Method::RankedPairs, &three).elected.len(), 3);
}

#[test]
fn equal_wins_that_do_not_contradict_each_other_are_no_tie() {
    let chain = election(1, "A B C", "2: A B C\n 1: C B A");
    let outcome = counted(Method::RankedPairs, &chain);
    assert_eq!(outcome.elected, ["A"]);
    assert_eq!(settling(&outcome).ways, 1);
    assert!(settling(&with_lot(Method::RankedPairs, &chain, "x")).ties.is_empty());
}

/// Of two wins with the same votes, the one with fewer against is stronger.
#[test]
fn votes_against_decide_between_equal_wins() {
    let strong = Win { votes: 10, against: 3 };
    assert!(strong > Win { votes: 10, against: 4 });
    assert!(strong < Win { votes: 11, against: 10 });
    // A before B 10 : 5, B before C 10 : 3, C before A 8 : 7. Without a tie, although two wins have ten votes.
    let mut ballots = Rankings::builder(3);
    ballots.add_order(&[0, 1, 2], 7).unwrap();
    ballots.add_order(&[2, 0, 1], 3).unwrap();
    ballots.add_order(&[1, 2, 0], 3).unwrap();
    ballots
        .add([(1, false), (2, true), (0, false)].map(|(candidate, shared)| Preference { candidate, shared }), 1)
        .unwrap();
    ballots
        .add([(1, false), (2, true), (0, false)].map(|(candidate, shared)| Preference { candidate, shared }), 1)
        .unwrap();
    let names = ["A", "B", "C"].map(Candidate::new).into();
    let outcome = counted(Method::RankedPairs, &Election::new("", 1, names, ballots.finish()).unwrap());
    let strongest = &settling(&outcome).wins[0];
    assert_eq!((strongest.winner.as_str(), strongest.win), ("B", Win { votes: 10, against: 3 }));
}

#[test]
fn with_too_many_orders_everybody_who_is_not_ruled_out_is_tied() {
    // Twelve candidates in a perfect cycle, and one whom all of them beat.
    let many = 12;
    let mut ballots = Rankings::builder(many + 1);
    for first in 0..many {
        let order: Vec<_> = (0..many).map(|place| (first + place) % many).chain([many]).collect();
        ballots.add_order(&order, 1).unwrap();
    }
    let names = (0..=many).map(|number| Candidate::new(format!("{number}"))).collect();
    let cycle = Election::new("", 1, names, ballots.finish()).unwrap();
    let outcome = counted(Method::RankedPairs, &cycle);
    assert_eq!(outcome.tied.len(), 1);
    assert_eq!(outcome.tied[0].len(), many);
    assert_eq!(settling(&outcome).ways, 0);
    assert_eq!(with_lot(Method::RankedPairs, &cycle, "x").elected.len(), 1);
}

#[test]
fn more_candidates_than_can_be_compared_are_refused() {
    let names = (0..501).map(|number| Candidate::new(format!("{number}"))).collect();
    let many = Election::new("", 1, names, Rankings::builder(501).finish()).unwrap();
    for method in BOTH {
        assert_eq!(count(method, &many, &Options::default()), Err(Refusal::TooManyCandidates { most: 500 }));
    }
}

type Ballot = (Vec<usize>, u64);

fn ballots(candidates: usize) -> impl Strategy<Value = Vec<Ballot>> {
    let order = Just((0..candidates).collect::<Vec<_>>()).prop_shuffle();
    let ballot =
        (order, 0..=candidates, 1..4_u64).prop_map(|(order, length, weight)| (order[..length].to_vec(), weight));
    prop::collection::vec(ballot, 1..16)
}

fn plan() -> impl Strategy<Value = (usize, Vec<Ballot>)> {
    (2..6_usize).prop_flat_map(|candidates| (Just(candidates), ballots(candidates)))
}

fn build(candidates: usize, ballots: &[Ballot], seats: usize, factor: u64) -> Election {
    let mut builder = Rankings::builder(candidates);
    for (order, weight) in ballots {
        builder.add_order(order, weight * factor).unwrap();
    }
    let names = (0..candidates).map(|number| Candidate::new(format!("{number}"))).collect();
    Election::new("", seats, names, builder.finish()).unwrap()
}

fn prefers(ballots: &[Ballot], one: usize, other: usize) -> u64 {
    let place = |order: &[usize], candidate| order.iter().position(|&it| it == candidate).unwrap_or(usize::MAX);
    ballots.iter().filter(|(order, _)| place(order, one) < place(order, other)).map(|(_, weight)| weight).sum()
}

/// Whom the definition of ranked pairs elects in some order of the wins, by trying every permutation.
fn by_every_order(candidates: usize, ballots: &[Ballot]) -> BTreeSet<String> {
    let mut wins = Vec::new();
    for one in 0..candidates {
        for other in 0..candidates {
            let (votes, against) = (prefers(ballots, one, other), prefers(ballots, other, one));
            if votes > against {
                wins.push(((u64::MAX - votes, against), one, other));
            }
        }
    }
    wins.sort_unstable();
    let mut winners = BTreeSet::new();
    every_order(&wins, &mut vec![false; wins.len()], &mut Vec::new(), candidates, &mut winners);
    winners
}

type Strength = ((u64, u64), usize, usize);

fn every_order(
    wins: &[Strength],
    used: &mut [bool],
    kept: &mut Vec<(usize, usize)>,
    many: usize,
    winners: &mut BTreeSet<String>,
) {
    let Some(next) = wins.iter().zip(used.iter()).find(|(_, used)| !**used).map(|(win, _)| win.0) else {
        winners.extend((0..many).filter(|one| kept.iter().all(|(_, loser)| loser != one)).map(|one| one.to_string()));
        return;
    };
    for index in 0..wins.len() {
        if used[index] || wins[index].0 != next {
            continue;
        }
        let (_, winner, loser) = wins[index];
        used[index] = true;
        let mut reached = vec![loser];
        let mut at = 0;
        while at < reached.len() {
            let here = reached[at];
            let onward: Vec<_> = kept.iter().filter(|(from, _)| *from == here).map(|(_, to)| *to).collect();
            reached.extend(onward.into_iter().filter(|to| !reached.contains(to)).collect::<Vec<_>>());
            at += 1;
        }
        let fits = !reached.contains(&winner);
        if fits {
            kept.push((winner, loser));
        }
        every_order(wins, used, kept, many, winners);
        if fits {
            kept.pop();
        }
        used[index] = false;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn who_beats_everybody_is_elected_alone((candidates, ballots) in plan()) {
        let winner = (0..candidates).find(|&one| {
            (0..candidates).all(|other| one == other || prefers(&ballots, one, other) > prefers(&ballots, other, one))
        });
        if let Some(winner) = winner {
            for method in BOTH {
                let outcome = counted(method, &build(candidates, &ballots, 1, 1));
                prop_assert_eq!(outcome.elected, [winner.to_string()], "{}", method);
            }
        }
    }

    #[test]
    fn larger_weights_in_proportion_change_nothing((candidates, ballots) in plan(), factor in 2..1_000_000_000_u64, seats in 1..4_usize) {
        for method in BOTH {
            let (one, many) = (counted(method, &build(candidates, &ballots, seats, 1)), counted(method, &build(candidates, &ballots, seats, factor)));
            prop_assert_eq!((one.elected, one.tied), (many.elected, many.tied), "{}", method);
        }
    }

    /// Raising somebody on one ballot, the others staying in their order, never takes the seat away.
    #[test]
    fn raising_a_winner_does_no_harm((candidates, ballots) in plan(), at in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        for method in BOTH {
            let before = counted(method, &build(candidates, &ballots, 1, 1));
            let possible: BTreeSet<String> = before.elected.iter().chain(before.tied.iter().flatten()).cloned().collect();
            for name in &possible {
                let candidate: usize = name.parse().unwrap();
                let mut raised = ballots.clone();
                let (order, _) = &mut raised[at.index(ballots.len())];
                let stood = order.iter().position(|&it| it == candidate).unwrap_or(order.len());
                order.retain(|&it| it != candidate);
                order.insert(to.index(stood + 1), candidate);
                let after = counted(method, &build(candidates, &raised, 1, 1));
                let still = after.elected.contains(name) || after.tied.iter().flatten().any(|tied| tied == name);
                prop_assert!(still, "{} {}", method, name);
                if before.elected.contains(name) {
                    prop_assert!(after.elected.contains(name), "{} {} is only tied now", method, name);
                }
            }
        }
    }

    #[test]
    fn ranked_pairs_follow_every_order_of_equal_wins((candidates, ballots) in (2..5_usize).prop_flat_map(|it| (Just(it), ballots(it)))) {
        let outcome = counted(Method::RankedPairs, &build(candidates, &ballots, 1, 1));
        let possible: BTreeSet<String> = outcome.elected.iter().chain(outcome.tied.iter().flatten()).cloned().collect();
        prop_assert_eq!(possible, by_every_order(candidates, &ballots));
        // And a lot gives one of them.
        let drawn = with_lot(Method::RankedPairs, &build(candidates, &ballots, 1, 1), "seed");
        prop_assert!(by_every_order(candidates, &ballots).contains(&drawn.elected[0]));
    }

    /// The strongest path, by trying every path.
    #[test]
    fn schulze_finds_the_strongest_paths((candidates, ballots) in plan()) {
        let election = build(candidates, &ballots, 1, 1);
        let outcome = counted(Method::Schulze, &election);
        let wins: Vec<Vec<Option<Win>>> = (0..candidates).map(|one| (0..candidates).map(|other| {
            let (votes, against) = (prefers(&ballots, one, other), prefers(&ballots, other, one));
            (votes > against).then_some(Win { votes, against })
        }).collect()).collect();
        for one in 0..candidates {
            for other in (0..candidates).filter(|&other| other != one) {
                let strongest = strongest(&wins, one, other, &mut vec![one]);
                prop_assert_eq!(paths(&outcome).strength[one][other], strongest);
            }
        }
    }
}

fn strongest(wins: &[Vec<Option<Win>>], from: usize, to: usize, visited: &mut Vec<usize>) -> Option<Win> {
    let mut best = wins[from][to];
    for middle in 0..wins.len() {
        if middle == to || visited.contains(&middle) {
            continue;
        }
        if let Some(first) = wins[from][middle] {
            visited.push(middle);
            best = best.max(strongest(wins, middle, to, visited).map(|rest| rest.min(first)));
            visited.pop();
        }
    }
    best
}
