//! What every method promises, for any election.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

mod support;

use std::collections::BTreeSet;

use counting::{Candidate, Election, Method, Options, Outcome, Preference, Rankings, SecondRound, Ties, count};
use proptest::prelude::*;
use support::{units, votes};

const METHODS: [Method; 10] = [
    Method::Plurality,
    Method::Block,
    Method::TwoRound,
    Method::Approval,
    Method::Borda,
    Method::Irv,
    Method::StvScottish,
    Method::StvMeek,
    Method::Schulze,
    Method::RankedPairs,
];

/// An election in a form that a test can change.
#[derive(Clone, Debug)]
struct Plan {
    seats: usize,
    withdrawn: Vec<bool>,
    ballots: Vec<(Vec<Preference>, u64)>,
}

impl Plan {
    /// The election with its candidates in another order; `order[new]` is the old position.
    fn in_order(&self, order: &[usize]) -> Election {
        let mut ballots = Rankings::builder(order.len());
        for (ballot, weight) in &self.ballots {
            let moved = ballot.iter().map(|preference| Preference {
                candidate: order.iter().position(|&old| old == preference.candidate).unwrap(),
                shared: preference.shared,
            });
            ballots.add(moved, *weight).unwrap();
        }
        let candidates = order
            .iter()
            .map(|&old| Candidate { withdrawn: self.withdrawn[old], ..Candidate::new(format!("candidate {old}")) })
            .collect();
        Election::new("", self.seats, candidates, ballots.finish()).unwrap()
    }

    fn election(&self) -> Election {
        self.in_order(&(0..self.withdrawn.len()).collect::<Vec<_>>())
    }

    fn seats_for(&self, method: Method) -> Self {
        Self { seats: if method == Method::Irv { 1 } else { self.seats }, ..self.clone() }
    }
}

fn ballot(candidates: usize) -> impl Strategy<Value = (Vec<Preference>, u64)> {
    let order = Just((0..candidates).collect::<Vec<_>>()).prop_shuffle();
    let shares = prop::collection::vec(prop::bool::weighted(0.08), candidates);
    (order, 0..=candidates, shares, 1..5_u64).prop_map(|(order, length, shares, weight)| {
        let ballot = order.into_iter().zip(shares).take(length);
        (ballot.map(|(candidate, shared)| Preference { candidate, shared }).collect(), weight)
    })
}

fn plan() -> impl Strategy<Value = Plan> {
    (2..7_usize, 1..4_usize).prop_flat_map(|(candidates, seats)| {
        let withdrawn = prop::collection::vec(prop::bool::weighted(0.1), candidates)
            .prop_filter("somebody stands", |withdrawn| withdrawn.contains(&false));
        let ballots = prop::collection::vec(ballot(candidates), 0..24);
        (withdrawn, ballots).prop_map(move |(withdrawn, ballots)| Plan { seats, withdrawn, ballots })
    })
}

fn counted(method: Method, election: &Election, ties: Ties) -> Outcome {
    let options = Options { ties, second_round: SecondRound::Preferences, ..Options::default() };
    count(method, election, &options).unwrap()
}

fn lot() -> Ties {
    Ties::Lot { seed: "published beforehand".into() }
}

/// Who is elected and who is tied, whatever the order.
fn result(outcome: &Outcome) -> (BTreeSet<String>, BTreeSet<BTreeSet<String>>) {
    let tied = outcome.tied.iter().map(|tied| tied.iter().cloned().collect());
    (outcome.elected.iter().cloned().collect(), tied.collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_order_and_the_bundling_of_ballots_change_nothing(plan in plan(), seed in any::<u64>()) {
        for method in METHODS {
            let plan = plan.seats_for(method);
            let mut copies = Vec::new();
            for (ballot, weight) in &plan.ballots {
                copies.extend((0..*weight).map(|_| (ballot.clone(), 1)));
            }
            let length = copies.len().max(1);
            copies.rotate_left((seed % length as u64) as usize);
            copies.reverse();
            let loose = Plan { ballots: copies, ..plan.clone() };
            for ties in [Ties::Assembly, lot()] {
                prop_assert_eq!(counted(method, &plan.election(), ties.clone()), counted(method, &loose.election(), ties));
            }
        }
    }

    #[test]
    fn candidates_are_treated_alike(
        (plan, order) in plan().prop_flat_map(|plan| {
            let order = Just((0..plan.withdrawn.len()).collect::<Vec<_>>()).prop_shuffle();
            (Just(plan), order)
        })
    ) {
        for method in METHODS {
            let plan = plan.seats_for(method);
            for ties in [Ties::Assembly, lot()] {
                let moved = counted(method, &plan.in_order(&order), ties.clone());
                prop_assert_eq!(result(&counted(method, &plan.election(), ties)), result(&moved), "{}", method);
            }
        }
    }

    #[test]
    fn every_seat_is_filled_or_its_tie_is_named(plan in plan()) {
        for method in METHODS {
            let plan = plan.seats_for(method);
            let standing = plan.withdrawn.iter().filter(|withdrawn| !**withdrawn).count();
            let drawn = counted(method, &plan.election(), lot());
            prop_assert_eq!(drawn.elected.len(), plan.seats.min(standing), "{}", method);
            prop_assert!(drawn.tied.is_empty());
            let outcome = counted(method, &plan.election(), Ties::Assembly);
            prop_assert_eq!(outcome.elected.len() + outcome.open_seats, plan.seats);
            prop_assert_eq!(outcome.reasons.len(), outcome.elected.len());
            if outcome.tied.is_empty() {
                prop_assert_eq!(outcome.elected.len(), plan.seats.min(standing), "{}", method);
            }
            for tied in &outcome.tied {
                prop_assert!(tied.len() > outcome.open_seats && outcome.open_seats > 0, "{}", method);
                prop_assert!(tied.iter().all(|name| !outcome.elected.contains(name)));
            }
            // Whoever is certain without a lot is elected with any; the lot fills the rest from the tied.
            for name in &outcome.elected {
                prop_assert!(method == Method::TwoRound || drawn.elected.contains(name), "{} {}", method, name);
            }
            if method != Method::TwoRound {
                for name in drawn.elected.iter().filter(|name| !outcome.elected.contains(name)) {
                    prop_assert!(outcome.tied.iter().any(|tied| tied.contains(name)), "{} {}", method, name);
                }
            }
        }
    }

    #[test]
    fn no_vote_is_lost(plan in plan()) {
        for (method, places) in [(Method::Plurality, 0), (Method::Irv, 0), (Method::StvScottish, 5), (Method::StvMeek, 9)] {
            let outcome = counted(method, &plan.seats_for(method).election(), lot());
            for round in outcome.rounds.iter().map(votes) {
                let held: u128 = round.tallies.iter().map(|tally| units(&tally.votes, places)).sum();
                let sum = held + units(&round.exhausted, places) + units(&round.lost, places);
                prop_assert_eq!(sum, u128::from(outcome.turnout.valid) * 10_u128.pow(places as u32), "{}", method);
            }
            let cast: u64 = plan.ballots.iter().map(|(_, weight)| weight).sum();
            let turnout = outcome.turnout;
            prop_assert_eq!(turnout.valid + turnout.blank + turnout.invalid, cast);
        }
    }

    #[test]
    fn who_withdrew_might_never_have_stood(plan in plan()) {
        let stays: Vec<_> = (0..plan.withdrawn.len()).filter(|&candidate| !plan.withdrawn[candidate]).collect();
        let ballots = plan.ballots.iter().map(|(ballot, weight)| {
            let mut kept: Vec<Preference> = Vec::new();
            let mut begins = true;
            for preference in ballot {
                begins |= !preference.shared;
                if stays.contains(&preference.candidate) {
                    kept.push(Preference { shared: !begins, ..*preference });
                    begins = false;
                }
            }
            (kept, *weight)
        });
        let without = Plan { ballots: ballots.collect(), ..plan.clone() };
        for method in METHODS {
            let with = counted(method, &plan.seats_for(method).election(), lot());
            let without = counted(method, &without.seats_for(method).in_order(&stays), lot());
            prop_assert_eq!(with, without);
        }
    }

    /// Droop's proportionality: a group of candidates whom more than k quotas of voters rank before all others gets k
    /// of the seats, or as many as it has candidates.
    #[test]
    fn solid_coalitions_get_their_seats(plan in plan()) {
        for method in [Method::Irv, Method::StvScottish, Method::StvMeek] {
            let plan = Plan { withdrawn: vec![false; plan.withdrawn.len()], ..plan.seats_for(method) };
            let outcome = counted(method, &plan.election(), lot());
            let quota = outcome.turnout.valid / (plan.seats as u64 + 1) + 1;
            for group in 1..1_usize << plan.withdrawn.len() {
                let size = group.count_ones() as usize;
                let solid: u64 = plan.ballots.iter().filter(|(ballot, _)| {
                    let top = ballot.get(..size).filter(|top| top.iter().all(|preference| group >> preference.candidate & 1 == 1));
                    top.is_some() && ballot[1..].iter().all(|preference| !preference.shared)
                }).map(|(_, weight)| weight).sum();
                let due = size.min((solid / quota) as usize);
                let elected = (0..plan.withdrawn.len())
                    .filter(|candidate| group >> candidate & 1 == 1 && outcome.elected.contains(&format!("candidate {candidate}")));
                prop_assert!(elected.count() >= due, "{} group {:b} of {} votes", method, group, solid);
            }
        }
    }

    #[test]
    fn another_vote_for_the_elected_does_no_harm(plan in plan()) {
        for method in [Method::Plurality, Method::Block] {
            let before = counted(method, &plan.election(), lot());
            for candidate in (0..plan.withdrawn.len()).filter(|&at| before.elected.contains(&format!("candidate {at}"))) {
                let mut more = plan.clone();
                more.ballots.push((vec![Preference { candidate, shared: false }], 1));
                let after = counted(method, &more.election(), lot());
                prop_assert!(after.elected.contains(&format!("candidate {candidate}")), "{}", method);
            }
        }
    }

    /// A candidate moved up on a ballot, the others staying in their order, stays elected.
    #[test]
    fn plurality_is_monotone(plan in plan(), at in any::<prop::sample::Index>()) {
        let before = counted(Method::Plurality, &plan.election(), lot());
        if plan.ballots.is_empty() {
            return Ok(());
        }
        for name in &before.elected {
            let candidate: usize = name["candidate ".len()..].parse().unwrap();
            let mut raised = plan.clone();
            let place = at.index(plan.ballots.len());
            let (ballot, _) = &mut raised.ballots[place];
            if ballot.iter().any(|preference| preference.shared) {
                continue;
            }
            ballot.retain(|preference| preference.candidate != candidate);
            ballot.insert(0, Preference { candidate, shared: false });
            prop_assert!(counted(Method::Plurality, &raised.election(), lot()).elected.contains(name));
        }
    }
}
