//! Seats for lists: cases of the literature, ties at the last seat, and what the methods promise.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

use std::collections::BTreeMap;

use counting::{
    Allocation, Amount, Because, Candidate, Claim, Election, Method, Options, Outcome, Rankings, Refusal, Round, Ties,
    count,
};
use proptest::prelude::*;

const ALL: [Method; 3] = [Method::Dhondt, Method::SainteLague, Method::LargestRemainder];

fn lists(votes: &[u64], seats: usize) -> Election {
    let mut ballots = Rankings::builder(votes.len());
    for (list, votes) in votes.iter().enumerate() {
        ballots.add_order(&[list], *votes).unwrap();
    }
    let names = ('A'..).take(votes.len()).map(Candidate::new).collect();
    Election::new("", seats, names, ballots.finish()).unwrap()
}

fn counted(method: Method, election: &Election) -> Outcome {
    count(method, election, &Options::default()).unwrap()
}

fn allocation(outcome: &Outcome) -> &Allocation {
    let Round::Allocation(allocation) = &outcome.rounds[0] else { panic!("no seats") };
    allocation
}

fn seats(outcome: &Outcome) -> Vec<usize> {
    allocation(outcome).lists.iter().map(|list| list.seats).collect()
}

/// 100,000 votes for four lists and eight seats, the usual example of the three methods.
#[test]
fn eight_seats_for_four_lists() {
    let votes = [100_000, 80_000, 30_000, 20_000];
    let dhondt = counted(Method::Dhondt, &lists(&votes, 8));
    assert_eq!(seats(&dhondt), [4, 3, 1, 0]);
    assert_eq!(dhondt.elected, ["A", "B", "A", "B", "A", "C", "B", "A"]);
    assert_eq!(allocation(&dhondt).given[4].by, Claim::Quotient { quotient: Amount::quotient(100_000, 3) });
    assert_eq!(
        dhondt.reasons[7].because,
        Because::Seat {
            list: "A".into(),
            claim: Claim::Quotient { quotient: Amount::whole(25_000_u64) },
            ahead_of: Some(("A".into(), Amount::whole(20_000_u64))),
        }
    );
    assert_eq!(seats(&counted(Method::SainteLague, &lists(&votes, 8))), [3, 3, 1, 1]);
    let remainder = counted(Method::LargestRemainder, &lists(&votes, 8));
    assert_eq!(seats(&remainder), [3, 3, 1, 1]);
    assert_eq!(allocation(&remainder).quota, Some(Amount::whole(28_750_u64)));
}

/// Adding a seat takes one away: the paradox of Alabama, which largest remainders have and quotients do not.
#[test]
fn largest_remainders_know_the_paradox_of_alabama() {
    let votes = [6, 6, 2];
    assert_eq!(seats(&counted(Method::LargestRemainder, &lists(&votes, 10))), [4, 4, 2]);
    assert_eq!(seats(&counted(Method::LargestRemainder, &lists(&votes, 11))), [5, 5, 1]);
    // By Sainte-Laguë the three come with equal quotients to the last two of ten seats: 6/9 = 6/9 = 2/3.
    let tied = counted(Method::SainteLague, &lists(&votes, 10));
    assert_eq!(
        (seats(&tied), tied.open_seats, tied.tied),
        (vec![4, 4, 1], 1, vec![["A", "B", "C"].map(str::to_owned).into()])
    );
}

#[test]
fn equal_claims_to_the_last_seat_are_named() {
    for method in ALL {
        let outcome = counted(method, &lists(&[50, 50, 10], 1));
        assert!(outcome.elected.is_empty(), "{method}");
        assert_eq!((outcome.tied.clone(), outcome.open_seats), (vec![vec!["A".to_owned(), "B".to_owned()]], 1));
        let order = ["B", "C", "A"].map(str::to_owned).into();
        let drawn =
            count(method, &lists(&[50, 50, 10], 1), &Options { ties: Ties::Drawn(order), ..Options::default() });
        let drawn = drawn.unwrap();
        assert_eq!(drawn.elected, ["B"], "{method}");
        assert!(
            matches!(&drawn.reasons[0].because, Because::DrawnAmong { candidates, .. } if candidates == &["A", "B"])
        );
        // Two equal claims to two seats are no tie.
        assert!(counted(method, &lists(&[50, 50, 10], 2)).tied.is_empty());
    }
}

/// Quotients that differ by less than a floating-point number can tell.
#[test]
fn quotients_are_compared_exactly() {
    let large = 1_u64 << 60;
    let outcome = counted(Method::Dhondt, &lists(&[3 * large + 1, large], 4));
    // 3 · 2⁶⁰ + 1 over three is more than 2⁶⁰ by a third: the third seat, and the fourth goes to B.
    assert_eq!(outcome.elected, ["A", "A", "A", "B"]);
    let outcome = counted(Method::Dhondt, &lists(&[3 * large - 1, large], 3));
    assert_eq!(outcome.elected, ["A", "A", "B"]);
}

#[test]
fn candidates_of_lists_take_their_seats_in_the_order_of_the_paper() {
    let mut ballots = Rankings::builder(5);
    for (candidate, votes) in [10, 40, 5, 30, 12].into_iter().enumerate() {
        ballots.add_order(&[candidate], votes).unwrap();
    }
    let candidates = [("Ada", "Red"), ("Bo", "Red"), ("Cleo", "Blue"), ("Dan", "Blue"), ("Eve", "")]
        .map(|(name, group)| Candidate { group: (!group.is_empty()).then(|| group.into()), ..Candidate::new(name) });
    let election = Election::new("", 4, candidates.into(), ballots.finish()).unwrap();
    let outcome = counted(Method::Dhondt, &election);
    assert_eq!(outcome.elected, ["Ada", "Cleo", "Bo", "Dan"]);
    assert_eq!(
        allocation(&outcome).lists.iter().map(|list| list.name.as_str()).collect::<Vec<_>>(),
        ["Red", "Blue", "Eve"]
    );
    // With five seats Red has no third candidate; Eve is a list of her own.
    let outcome = counted(Method::Dhondt, &election.clone().with_seats(7).unwrap());
    assert_eq!(outcome.elected.iter().filter(|name| ["Ada", "Bo"].contains(&name.as_str())).count(), 2);
    assert_eq!(seats(&counted(Method::LargestRemainder, &election.with_seats(7).unwrap())), [2, 2, 3]);
}

#[test]
fn nobody_gets_a_seat_for_no_votes() {
    for method in ALL {
        let outcome = counted(method, &lists(&[0, 0], 3));
        assert_eq!((outcome.elected.len(), outcome.tied.len(), outcome.open_seats), (0, 0, 3), "{method}");
        assert_eq!(counted(method, &lists(&[0, 7], 3)).elected, ["B", "B", "B"], "{method}");
    }
}

#[test]
fn seats_have_a_limit() {
    for method in ALL {
        let many = lists(&[1, 2], usize::MAX);
        assert_eq!(count(method, &many, &Options::default()), Err(Refusal::TooManySeats { most: 100_000 }));
    }
}

fn votes() -> impl Strategy<Value = Vec<u64>> {
    prop::collection::vec(0..1000_u64, 1..7)
}

proptest! {
    #[test]
    fn every_seat_is_given_or_its_tie_is_named(votes in votes(), all in 1..40_usize) {
        for method in ALL {
            let outcome = counted(method, &lists(&votes, all));
            prop_assert_eq!(outcome.elected.len() + outcome.open_seats, all);
            prop_assert_eq!(outcome.open_seats > 0, !outcome.tied.is_empty() || votes.iter().sum::<u64>() == 0);
            let lot = Options { ties: Ties::Lot { seed: "x".into() }, ..Options::default() };
            let drawn = count(method, &lists(&votes, all), &lot).unwrap();
            prop_assert!(drawn.tied.is_empty());
            let mut names: BTreeMap<&String, usize> = BTreeMap::new();
            drawn.elected.iter().for_each(|name| *names.entry(name).or_default() += 1);
            for list in &allocation(&drawn).lists {
                prop_assert_eq!(names.get(&list.name).copied().unwrap_or_default(), list.seats);
            }
        }
    }

    /// One more seat takes none away.
    #[test]
    fn quotients_give_more_seats_to_a_larger_house(votes in votes(), all in 1..40_usize) {
        for method in [Method::Dhondt, Method::SainteLague] {
            let (fewer, more) = (counted(method, &lists(&votes, all)), counted(method, &lists(&votes, all + 1)));
            if fewer.tied.is_empty() && more.tied.is_empty() {
                prop_assert!(seats(&fewer).iter().zip(seats(&more)).all(|(fewer, more)| *fewer <= more));
            }
        }
    }

    #[test]
    fn more_votes_never_give_fewer_seats(votes in votes(), all in 1..40_usize) {
        for method in ALL {
            let outcome = counted(method, &lists(&votes, all));
            if outcome.tied.is_empty() {
                let seats = seats(&outcome);
                for (one, votes_of_one) in votes.iter().enumerate() {
                    for (other, votes_of_other) in votes.iter().enumerate() {
                        prop_assert!(votes_of_one <= votes_of_other || seats[one] >= seats[other]);
                    }
                }
            }
        }
    }

    /// Largest remainders stay within one seat of the exact share.
    #[test]
    fn largest_remainders_keep_the_quota(votes in votes(), all in 1..40_usize) {
        let outcome = counted(Method::LargestRemainder, &lists(&votes, all));
        let sum: u64 = votes.iter().sum();
        if sum > 0 && outcome.tied.is_empty() {
            for (votes, seats) in votes.iter().zip(seats(&outcome)) {
                let share = votes * all as u64;
                prop_assert!(share / sum <= seats as u64 && seats as u64 <= share.div_ceil(sum));
            }
        }
    }

    #[test]
    fn larger_numbers_in_proportion_change_nothing(votes in votes(), all in 1..40_usize, factor in 2..1_000_000_000_000_u64) {
        let larger: Vec<u64> = votes.iter().map(|votes| votes * factor).collect();
        for method in ALL {
            let (one, many) = (counted(method, &lists(&votes, all)), counted(method, &lists(&larger, all)));
            prop_assert_eq!((one.elected, one.tied), (many.elected, many.tied));
        }
    }
}
