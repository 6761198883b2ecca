//! Seats reserved for groups.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

mod support;

use counting::{Because, Candidate, Election, Method, Options, Outcome, Rankings, Refusal, Reservation, Ties, count};
use proptest::prelude::*;
use support::votes;

const METHODS: [Method; 4] = [Method::Plurality, Method::Block, Method::StvScottish, Method::StvMeek];

/// Candidates `0, 1, 2…` in these groups, with ballots in order of preference.
fn election(seats: usize, groups: &[Option<u8>], ballots: &[(Vec<usize>, u64)]) -> Election {
    let mut builder = Rankings::builder(groups.len());
    for (order, weight) in ballots {
        builder.add_order(order, *weight).unwrap();
    }
    let candidates = groups.iter().enumerate().map(|(candidate, group)| Candidate {
        group: group.map(|group| format!("group {group}")),
        ..Candidate::new(candidate.to_string())
    });
    Election::new("", seats, candidates.collect(), builder.finish()).unwrap()
}

fn reserve(seats: &[usize]) -> Vec<Reservation> {
    let reserve = |(group, &at_least): (usize, &usize)| Reservation { group: format!("group {group}"), at_least };
    seats.iter().enumerate().map(reserve).collect()
}

fn counted(method: Method, election: &Election, reserved: &[usize], ties: Ties) -> Result<Outcome, Refusal> {
    count(method, election, &Options { reserved: reserve(reserved), ties, ..Options::default() })
}

/// Three seats, of which one is for group 1, whose candidates 3 and 4 have few votes.
fn small_college() -> Election {
    election(
        3,
        &[Some(0), Some(0), Some(0), Some(1), Some(1)],
        &[(vec![0, 1, 2], 40), (vec![1, 0, 2], 30), (vec![2, 0, 1], 25), (vec![3, 0], 2), (vec![4, 3], 3)],
    )
}

#[test]
fn the_best_of_a_small_college_takes_its_seat() {
    for (method, elected) in [
        (Method::Plurality, ["0", "1", "4"]),
        (Method::StvScottish, ["0", "1", "4"]),
        (Method::StvMeek, ["0", "1", "4"]),
    ] {
        let free = counted(method, &small_college(), &[], Ties::Assembly).unwrap();
        assert_eq!(free.elected, ["0", "1", "2"], "{method}");
        let mut outcome = counted(method, &small_college(), &[0, 1], Ties::Assembly).unwrap();
        outcome.elected.sort();
        assert_eq!((outcome.elected.as_slice(), outcome.open_seats), (&elected.map(String::from)[..], 0), "{method}");
    }
    let outcome = counted(Method::Plurality, &small_college(), &[0, 1], Ties::Assembly).unwrap();
    assert_eq!(
        outcome.reasons[2].because,
        Because::Reserved { group: "group 1".into(), votes: counting::Amount::whole(3_u64) }
    );
    let outcome = counted(Method::StvScottish, &small_college(), &[0, 1], Ties::Assembly).unwrap();
    // With two seats gone the last is the college's, and candidate 2 gives way, whatever the votes.
    assert!(outcome.rounds.iter().map(votes).any(|round| round.gave_way == ["2"]));
}

#[test]
fn a_college_with_as_many_candidates_as_seats_is_protected() {
    let election =
        election(2, &[Some(0), Some(0), Some(1), None], &[(vec![0], 11), (vec![1], 10), (vec![2], 3), (vec![3, 0], 9)]);
    let outcome = counted(Method::StvScottish, &election, &[0, 1], Ties::Assembly).unwrap();
    assert_eq!(outcome.elected, ["0", "2"]);
    assert_eq!(votes(&outcome.rounds[0]).excluded, ["3"]);
    assert_eq!(votes(&outcome.rounds[0]).protected, ["2"]);
}

#[test]
fn what_cannot_be_reserved_is_refused() {
    let too_many = counted(Method::Block, &small_college(), &[3, 1], Ties::Assembly).unwrap_err();
    assert_eq!(too_many, Refusal::TooManyReserved { reserved: 4, seats: 3 });
    let mut election = small_college();
    election.withdraw("4").unwrap();
    let too_few = counted(Method::StvMeek, &election, &[0, 2], Ties::Assembly).unwrap_err();
    assert_eq!(too_few, Refusal::TooFewInGroup { group: "group 1".into(), reserved: 2, standing: 1 });
    let refused = counted(Method::Borda, &election, &[1], Ties::Assembly).unwrap_err();
    assert_eq!(refused, Refusal::NoReservedSeats { method: Method::Borda });
}

#[test]
fn equals_for_the_reserved_seat_are_tied() {
    let election =
        election(2, &[Some(0), Some(0), Some(1), Some(1)], &[(vec![0], 9), (vec![1], 8), (vec![2], 2), (vec![3], 2)]);
    for method in METHODS {
        let outcome = counted(method, &election, &[0, 1], Ties::Assembly).unwrap();
        assert_eq!((outcome.elected, outcome.open_seats), (vec!["0".to_owned()], 1), "{method}");
        assert_eq!(outcome.tied, [["2", "3"]], "{method}");
    }
}

type Plan = (usize, Vec<Option<u8>>, Vec<(Vec<usize>, u64)>, Vec<usize>);

/// An election of candidates in up to three groups with seats that can be reserved.
fn plan() -> impl Strategy<Value = Plan> {
    let groups = prop::collection::vec(prop::option::weighted(0.8, 0..3_u8), 2..8);
    (1..5_usize, groups).prop_flat_map(|(seats, groups)| {
        let order = Just((0..groups.len()).collect::<Vec<_>>()).prop_shuffle();
        let ballot = (order, 1..=groups.len(), 1..5_u64)
            .prop_map(|(order, length, weight)| (order.into_iter().take(length).collect(), weight));
        let ballots = prop::collection::vec(ballot, 0..16);
        (Just(groups), ballots, prop::collection::vec(0..3_usize, 3)).prop_map(move |(groups, ballots, wanted)| {
            let mut left = seats;
            let possible = wanted.into_iter().enumerate().map(|(group, wanted)| {
                let members = groups.iter().filter(|member| **member == Some(group as u8)).count();
                let reserved = wanted.min(members).min(left);
                left -= reserved;
                reserved
            });
            let reserved = possible.collect();
            (seats, groups, ballots, reserved)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_group_gets_its_seats((seats, groups, ballots, reserved) in plan()) {
        let election = election(seats, &groups, &ballots);
        for method in METHODS {
            let outcome = counted(method, &election, &reserved, Ties::Lot { seed: "s".into() }).unwrap();
            prop_assert_eq!(outcome.elected.len(), seats.min(groups.len()), "{}", method);
            for (group, &at_least) in reserved.iter().enumerate() {
                let of_group = outcome.elected.iter().filter(|name| {
                    groups[name.parse::<usize>().unwrap()] == Some(group as u8)
                });
                prop_assert!(of_group.count() >= at_least, "{} group {}", method, group);
            }
            let open = counted(method, &election, &reserved, Ties::Assembly).unwrap();
            prop_assert_eq!(open.elected.len() + open.open_seats, seats);
            for name in &open.elected {
                prop_assert!(outcome.elected.contains(name), "{} {}", method, name);
            }
        }
    }

    /// Where the unbound count gives every group its seats, reserving them changes nothing for the most votes.
    #[test]
    fn reservations_that_are_met_change_nothing((seats, groups, ballots, reserved) in plan()) {
        let election = election(seats, &groups, &ballots);
        for method in [Method::Plurality, Method::Block] {
            let free = counted(method, &election, &[], Ties::Lot { seed: "s".into() }).unwrap();
            let met = reserved.iter().enumerate().all(|(group, &at_least)| {
                let member = |name: &&String| groups[name.parse::<usize>().unwrap()] == Some(group as u8);
                free.elected.iter().filter(member).count() >= at_least
            });
            if met {
                let bound = counted(method, &election, &reserved, Ties::Lot { seed: "s".into() }).unwrap();
                let (mut one, mut other) = (free.elected, bound.elected);
                one.sort();
                other.sort();
                prop_assert_eq!(one, other, "{}", method);
            }
        }
    }

    #[test]
    fn no_reserved_seat_changes_nothing((seats, groups, ballots, _) in plan()) {
        let election = election(seats, &groups, &ballots);
        for method in METHODS {
            let with = counted(method, &election, &[0, 0, 0], Ties::Assembly).unwrap();
            prop_assert_eq!(with, counted(method, &election, &[], Ties::Assembly).unwrap());
        }
    }
}
