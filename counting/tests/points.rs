//! Approval and Borda: cases, and what both promise.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

mod support;

use counting::{
    Amount, Approvals, Because, Candidate, Election, Method, Options, Outcome, Preference, Rankings, Refusal, Ties,
    count,
};
use proptest::prelude::*;
use support::{election, votes};

fn counted(method: Method, election: &Election) -> Outcome {
    count(method, election, &Options::default()).unwrap()
}

/// The points or approvals of each candidate.
fn scores(outcome: &Outcome) -> Vec<&str> {
    votes(&outcome.rounds[0]).tallies.iter().map(|tally| tally.votes.as_str()).collect()
}

#[test]
fn tennessee_by_points() {
    let capital = election(
        1,
        "Memphis Nashville Chattanooga Knoxville",
        "42: Memphis Nashville Chattanooga Knoxville
         26: Nashville Chattanooga Knoxville Memphis
         15: Chattanooga Knoxville Nashville Memphis
         17: Knoxville Chattanooga Nashville Memphis",
    );
    let outcome = counted(Method::Borda, &capital);
    assert_eq!(outcome.elected, ["Nashville"]);
    assert_eq!(scores(&outcome), ["126", "194", "173", "107"]);
    assert_eq!(
        outcome.reasons[0].because,
        Because::MostVotes {
            votes: Amount::whole(194_u64),
            ahead_of: Some(("Chattanooga".into(), Amount::whole(173_u64)))
        }
    );
}

/// Half a point for everybody in the same place, at the end as in the middle.
#[test]
fn equals_share_their_points() {
    assert_eq!(scores(&counted(Method::Borda, &election(1, "A B C D", "1: A"))), ["3", "1", "1", "1"]);
    assert_eq!(scores(&counted(Method::Borda, &election(1, "A B C D", "1: A B"))), ["3", "2", "1/2", "1/2"]);
    let mut ballots = Rankings::builder(4);
    let shared = |candidate, shared| Preference { candidate, shared };
    ballots.add([shared(3, false), shared(1, false), shared(2, true), shared(0, false)], 3).unwrap();
    let names = ["A", "B", "C", "D"].map(Candidate::new).into();
    let election = Election::new("", 1, names, ballots.finish()).unwrap();
    assert_eq!(scores(&counted(Method::Borda, &election)), ["0", "9/2", "9/2", "9"]);
}

#[test]
fn whoever_withdrew_gives_no_points() {
    let mut three = election(1, "A B C", "2: A B C\n 1: B");
    three.withdraw("A").unwrap();
    assert_eq!(scores(&counted(Method::Borda, &three)), ["3", "0"]);
    let mut alone = election(1, "A B", "2: A");
    alone.withdraw("A").unwrap();
    assert_eq!(counted(Method::Borda, &alone).turnout.blank, 2);
}

#[test]
fn approvals_are_added_up() {
    let mut ballots = Approvals::builder(3);
    ballots.add(&[0, 1], 5).unwrap();
    ballots.add(&[1, 2], 4).unwrap();
    ballots.add(&[2], 1).unwrap();
    ballots.add(&[], 2).unwrap();
    let names: Vec<_> = ["A", "B", "C"].map(Candidate::new).into();
    let election = Election::new("", 2, names.clone(), ballots.finish()).unwrap();
    let outcome = counted(Method::Approval, &election);
    assert_eq!(scores(&outcome), ["5", "9", "5"]);
    assert_eq!((outcome.turnout.valid, outcome.turnout.blank), (10, 2));
    assert_eq!((outcome.elected, outcome.tied), (vec!["B".to_owned()], vec![vec!["A".to_owned(), "C".to_owned()]]));
    let order = ["C", "A", "B"].map(str::to_owned).into();
    let drawn =
        count(Method::Approval, &election, &Options { ties: Ties::Drawn(order), ..Options::default() }).unwrap();
    assert_eq!(drawn.elected, ["B", "C"]);
    assert!(matches!(count(Method::Borda, &election, &Options::default()), Err(Refusal::WrongBallots { .. })));
    // On a ranked ballot everybody who is ranked is approved.
    let mut ranked = Rankings::builder(3);
    ranked.add_order(&[1, 0], 5).unwrap();
    ranked.add_order(&[2, 1], 4).unwrap();
    ranked.add_order(&[2], 1).unwrap();
    let ranked = Election::new("", 2, names, ranked.finish()).unwrap();
    assert_eq!(scores(&counted(Method::Approval, &ranked)), ["5", "9", "5"]);
}

/// No number of seats or votes is too large to be counted or refused.
#[test]
fn the_largest_numbers_are_counted_or_refused() {
    let board = election(1, "A B C", "3: A B\n 2: B C\n 1: C");
    let largest = election(1, "A B C", &format!("{}: A B\n 1: B A", u64::MAX - 1));
    for method in Method::ALL.into_iter().filter(|method| *method != Method::MajorityJudgment) {
        for seats in [1000, usize::MAX / 2, usize::MAX] {
            let many = board.clone().with_seats(seats).unwrap();
            if let Ok(outcome) = count(method, &many, &Options::default()) {
                assert_eq!(outcome.elected.len() + outcome.open_seats, seats, "{method}");
            }
        }
        let outcome = counted(method, &largest);
        assert_eq!(outcome.turnout.valid, u64::MAX, "{method}");
    }
}

type Ballot = (Vec<usize>, u64);

fn plan() -> impl Strategy<Value = (usize, Vec<Ballot>)> {
    (2..6_usize).prop_flat_map(|candidates| {
        let order = Just((0..candidates).collect::<Vec<_>>()).prop_shuffle();
        let ballot = (order, 0..=candidates, 1..4_u64);
        let ballot = ballot.prop_map(|(order, length, weight)| (order[..length].to_vec(), weight));
        (Just(candidates), prop::collection::vec(ballot, 1..16))
    })
}

fn build(candidates: usize, ballots: &[Ballot], factor: u64) -> Election {
    let mut builder = Rankings::builder(candidates);
    for (order, weight) in ballots {
        builder.add_order(order, weight * factor).unwrap();
    }
    let names = (0..candidates).map(|number| Candidate::new(format!("{number}"))).collect();
    Election::new("", 1, names, builder.finish()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// The points of a tournament: one for every other candidate who is ranked lower, half for an equal one.
    #[test]
    fn points_are_those_of_a_tournament((candidates, ballots) in plan()) {
        let place = |order: &[usize], candidate| order.iter().position(|&it| it == candidate).unwrap_or(usize::MAX);
        let doubled = |candidate: usize| ballots.iter().filter(|(order, _)| !order.is_empty()).map(|(order, weight)| {
            let others = (0..candidates).filter(|&other| other != candidate);
            let points = others.map(|other| match place(order, candidate).cmp(&place(order, other)) {
                std::cmp::Ordering::Less => 2,
                std::cmp::Ordering::Equal => 1,
                std::cmp::Ordering::Greater => 0,
            });
            weight * points.sum::<u64>()
        }).sum::<u64>();
        let expected: Vec<String> = (0..candidates).map(|it| Amount::quotient(u128::from(doubled(it)), 2).to_string()).collect();
        let outcome = counted(Method::Borda, &build(candidates, &ballots, 1));
        prop_assert_eq!(scores(&outcome), expected);
    }

    #[test]
    fn raising_a_winner_does_no_harm((candidates, ballots) in plan(), at in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        for method in [Method::Borda, Method::Approval] {
            let before = counted(method, &build(candidates, &ballots, 1));
            for name in before.elected.iter().chain(before.tied.iter().flatten()) {
                let candidate: usize = name.parse().unwrap();
                let mut raised = ballots.clone();
                let (order, _) = &mut raised[at.index(ballots.len())];
                let stood = order.iter().position(|&it| it == candidate).unwrap_or(order.len());
                order.retain(|&it| it != candidate);
                order.insert(to.index(stood + 1), candidate);
                let after = counted(method, &build(candidates, &raised, 1));
                prop_assert!(after.elected.contains(name) || after.tied.iter().flatten().any(|it| it == name));
                prop_assert!(after.elected.contains(name) || !before.elected.contains(name));
            }
        }
    }

    #[test]
    fn larger_weights_in_proportion_change_nothing((candidates, ballots) in plan(), factor in 2..1_000_000_000_000_u64) {
        for method in [Method::Borda, Method::Approval, Method::Plurality, Method::Block, Method::TwoRound, Method::Irv] {
            let (one, many) = (counted(method, &build(candidates, &ballots, 1)), counted(method, &build(candidates, &ballots, factor)));
            prop_assert_eq!((one.elected, one.tied), (many.elected, many.tied), "{}", method);
        }
    }
}
