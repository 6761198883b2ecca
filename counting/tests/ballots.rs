//! Ballots as they are taken and kept.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

use counting::{Amount, Approvals, BallotError, Candidate, Election, Graded, Preference, Rankings, Refusal};
use proptest::prelude::*;

fn preferences(ballot: &[(usize, bool)]) -> impl Iterator<Item = Preference> {
    ballot.iter().map(|&(candidate, shared)| Preference { candidate, shared })
}

#[test]
fn identical_ballots_are_kept_once() {
    let mut builder = Rankings::builder(3);
    builder.add_order(&[0, 1], 2).unwrap();
    builder.add_order(&[1, 0], 1).unwrap();
    builder.add_order(&[0, 1], 3).unwrap();
    builder.add_order(&[2], 0).unwrap();
    builder.add_order(&[], 7).unwrap();
    let ballots = builder.finish();
    let kept: Vec<_> = ballots.iter().map(|ranking| (ranking.weight, ranking.preferences().count())).collect();
    assert_eq!(kept, [(5, 2), (1, 2)]);
    assert_eq!((ballots.total(), ballots.blank(), ballots.different()), (6, 7, 2));
    assert!(ballots.has_second_preferences() && !ballots.has_shared_places());
}

#[test]
fn the_order_within_a_shared_place_means_nothing() {
    let mut builder = Rankings::builder(4);
    builder.add(preferences(&[(3, false), (2, false), (0, true), (1, true)]), 1).unwrap();
    builder.add(preferences(&[(3, true), (1, false), (2, true), (0, true)]), 1).unwrap();
    let ballots = builder.finish();
    assert!(ballots.has_shared_places());
    let ballot: Vec<_> = ballots.get(0).preferences().map(|at| (at.candidate, at.shared)).collect();
    assert_eq!(ballot, [(3, false), (0, false), (1, true), (2, true)]);
    assert_eq!((ballots.different(), ballots.get(0).weight), (1, 2));
}

#[test]
fn a_wrong_ballot_is_refused_and_not_counted() {
    let mut ranked = Rankings::builder(2);
    assert_eq!(ranked.add_order(&[0, 2], 1), Err(BallotError::UnknownCandidate(2)));
    assert_eq!(ranked.add_order(&[1, 0, 1], 1), Err(BallotError::NamedTwice(1)));
    ranked.add_order(&[1], u64::MAX).unwrap();
    assert_eq!(ranked.add_order(&[0], 1), Err(BallotError::TooManyVotes));
    assert_eq!(ranked.add_order(&[], 1), Err(BallotError::TooManyVotes));
    let ranked = ranked.finish();
    assert_eq!((ranked.total(), ranked.different()), (u64::MAX, 1));

    let mut approved = Approvals::builder(2);
    assert_eq!(approved.add(&[2], 1), Err(BallotError::UnknownCandidate(2)));
    assert_eq!(approved.add(&[1, 1], 1), Err(BallotError::NamedTwice(1)));
    approved.add(&[1, 0], 1).unwrap();
    approved.add(&[0, 1], 1).unwrap();
    assert_eq!(approved.finish().iter().collect::<Vec<_>>(), [(&[0, 1][..], 2)]);

    let mut graded = Graded::builder(2, ["good", "bad"].map(String::from).into());
    assert_eq!(graded.add(&[Some(0)], 1), Err(BallotError::NumberOfGrades { expected: 2, found: 1 }));
    assert_eq!(graded.add(&[Some(0), Some(2)], 1), Err(BallotError::UnknownGrade(2)));
    graded.add(&[None, Some(1)], 4).unwrap();
    assert_eq!(graded.finish().total(), 4);
}

#[test]
fn ballots_for_other_candidates_are_refused() {
    let candidates = ["A", "B"].map(Candidate::new).into();
    let refused = Election::new("", 1, candidates, Rankings::builder(3).finish()).unwrap_err();
    assert_eq!(refused, Refusal::OtherCandidates { expected: 2, found: 3 });
    let nobody = Election::new("", 1, Vec::new(), Rankings::builder(0).finish()).unwrap_err();
    assert_eq!(nobody, Refusal::NoCandidates);
}

#[test]
fn numbers_are_written_exactly() {
    assert_eq!(Amount::decimal(1_200_007, 5).as_str(), "12.00007");
    assert_eq!(Amount::quotient(42, 4).as_str(), "21/2");
    assert_eq!(Amount::quotient(42, 2).as_str(), "21");
    assert_eq!(Amount::whole(u64::MAX).as_str(), "18446744073709551615");
}

proptest! {
    #[test]
    fn what_is_put_in_comes_out(ballots in prop::collection::vec((Just((0..5).collect::<Vec<usize>>()).prop_shuffle(), 1..6_usize, 1..9_u64), 0..40)) {
        let mut builder = Rankings::builder(5);
        let mut expected = std::collections::BTreeMap::new();
        for (order, length, weight) in ballots {
            let order = &order[..length.min(5)];
            builder.add_order(order, weight).unwrap();
            *expected.entry(order.to_vec()).or_insert(0) += weight;
        }
        let kept = builder.finish();
        let found: std::collections::BTreeMap<Vec<usize>, u64> =
            kept.iter().map(|ranking| (ranking.preferences().map(|at| at.candidate).collect(), ranking.weight)).collect();
        prop_assert_eq!(kept.different(), found.len());
        prop_assert_eq!(found, expected);
    }
}
