//! The waiting list as it is shown, and that nobody on it is passed over.

use proptest::prelude::*;

use super::*;
use crate::trainings::{
    allocation::allocate,
    seating::Tally,
    waiting::{Wait, Waiting, waiting_list},
};

fn shown(session: &Session, now: i64) -> Vec<(u128, u32, Wait)> {
    let list = waiting_list(&session.seating, &session.registrations, hour(now));
    list.into_iter()
        .map(|Waiting { registration, position, because }| (registration.0.as_u128(), position, because))
        .collect()
}

#[test]
fn each_reads_their_place_and_why_they_wait() {
    let mut session = Session::new(Rule::FirstCome, 4);
    session.seating.quota = Quota::Fixed { seats: 2 };
    session.register(1, &[1, 2, 3], &[], 1);
    session.register(2, &[4, 5], &[], 2);
    session.register_group(3, &[6, 7], 3);
    session.register(4, &[8, 9], &[], 4);
    let quota = Wait::Quota { limit: 2, taken: 2 };
    let full = |at, number| (number, at, Wait::Full);
    assert_eq!(shown(&session, 5), [(3, 1, quota.clone()), full(2, 6), full(3, 7), full(4, 8), full(5, 9)]);
    session.cancel(4, 6);
    let group = Wait::GroupDoesNotFit { people: 2, fit: 1 };
    assert_eq!(
        shown(&session, 7),
        [
            (3, 1, quota),
            (6, 2, group.clone()),
            (7, 3, group),
            (8, 4, Wait::Next),
            (9, 5, Wait::OthersWaitBefore { people: 1 })
        ]
    );
    assert!(shown(&session, 200).iter().all(|(_, _, because)| *because == Wait::Begun));
}

#[test]
fn where_the_rule_is_fair_the_association_with_fewest_seats_comes_first() {
    let mut session = Session::new(Rule::FairAtClose, 3);
    session.seating.priorities = [(organization(1), 1), (organization(2), 2), (organization(3), 3)].into();
    session.register(1, &[1, 2, 3], &[], 1);
    session.register(2, &[4, 5], &[], 2);
    session.register(3, &[6], &[], 3);
    let run = allocate(&session.seating, &session.registrations, hour(100)).expect("run");
    let applied = run.applied(&session.registrations);
    session.write(applied);
    session.cancel(6, 101);
    // Association 3 has nobody left; 1 and 2 have a seat each, so the priority decides.
    let first = session.offer(102);
    assert_eq!(first.len(), 1);
    assert_eq!(session.find(id(first[0])).organization, organization(1));
    session.cancel(first[0], 103);
    let rest: Vec<_> = shown(&session, 104).into_iter().map(|(number, _, _)| session.of(number).organization).collect();
    assert_eq!(rest, [organization(1), organization(2)]);
}

type Drawn = (u128, usize, bool, bool);

/// Registrations by association, size, group or not, and quality.
fn arrivals() -> impl Strategy<Value = Vec<Drawn>> {
    prop::collection::vec((0..4_u128, 1..4_usize, any::<bool>(), any::<bool>()), 1..14)
}

fn filled(rule: Rule, capacity: u32, quota: u32, drawn: &[Drawn]) -> Session {
    let mut session = Session::new(rule, capacity);
    session.seating.quota = Quota::Fixed { seats: quota };
    session.seating.guests = [(network(100), 2)].into();
    session.seating.pots = vec![pot("small", capacity / 3)];
    let mut next = 1;
    for (at, (of, people, together, small)) in (1..).zip(drawn) {
        let people: Vec<u128> = (next..).take(*people).collect();
        next += people.len() as u128;
        let together = together.then(|| group(people[0]));
        let people = candidates(&people, if *small { &["small"] } else { &[] });
        let asking = Asking { organization: organization(*of), guest: guest(*of), people, together, agreement: false };
        session.ask(&asking, at).expect("registered");
    }
    session
}

/// Whether people would have seats together if some others gave theirs back.
fn could_take(session: &Session, people: &[&Registration], without: &[RegistrationId], now: i64) -> bool {
    let others: Vec<Registration> =
        session.registrations.iter().filter(|one| !without.contains(&one.id)).cloned().collect();
    let mut tally = Tally::new(&session.seating, &others, hour(now));
    people.iter().all(|one| match tally.room(one) {
        Ok(pot) => {
            tally.take(one, pot.as_deref());
            true
        }
        Err(_) => false,
    })
}

/// People with those who want seats together with them.
fn units(session: &Session, of: &[u128]) -> Vec<Vec<Registration>> {
    let mut units: Vec<Vec<Registration>> = vec![];
    for one in of.iter().map(|number| session.of(*number)) {
        match units.iter_mut().find(|unit| unit[0].group.is_some() && unit[0].group == one.group) {
            Some(unit) => unit.push(one.clone()),
            None => units.push(vec![one.clone()]),
        }
    }
    units
}

proptest! {
    /// After seats were given back, nobody who waits longer than somebody who was promoted could have had that seat;
    /// and no seat stays empty that somebody who waits could take.
    #[test]
    fn first_come_nobody_is_passed_over(
        drawn in arrivals(),
        (capacity, quota) in (1_u32..8, 1_u32..4),
        leaving in prop::collection::vec(any::<prop::sample::Index>(), 1..5),
    ) {
        let mut session = filled(Rule::FirstCome, capacity, quota, &drawn);
        for leaves in leaving {
            let seated = session.who(State::Seated);
            if !seated.is_empty() { session.cancel(*leaves.get(&seated), 50); }
        }
        let promoted = session.offer(51);
        let left = units(&session, &session.who(State::Waiting));
        for unit in &left {
            let people: Vec<&Registration> = unit.iter().collect();
            prop_assert!(!could_take(&session, &people, &[], 51), "an empty seat beside {:?}", unit);
            for other in units(&session, &promoted) {
                if (unit[0].asked, unit[0].id) < (other[0].asked, other[0].id) {
                    let theirs: Vec<RegistrationId> = other.iter().map(|one| one.id).collect();
                    prop_assert!(!could_take(&session, &people, &theirs, 51), "{:?} passed {:?}", other, unit);
                }
            }
        }
        prop_assert_eq!(session.offer(51), Vec::<u128>::new(), "once is enough");
    }

    /// Somebody who registers while others wait takes no seat that one of them could have.
    #[test]
    fn first_come_a_newcomer_passes_nobody(
        drawn in arrivals(),
        (capacity, quota) in (1_u32..8, 1_u32..4),
        leaves in any::<prop::sample::Index>(),
        (newcomer, small) in (0..5_u128, any::<bool>()),
    ) {
        let mut session = filled(Rule::FirstCome, capacity, quota, &drawn);
        let seated = session.who(State::Seated);
        if !seated.is_empty() { session.cancel(*leaves.get(&seated), 50); }
        let promoted = offers(&session.seating, &session.registrations, hour(51));
        let qualities: &[&str] = if small { &["small"] } else { &[] };
        session.register(newcomer, &[1_000], qualities, 51);
        prop_assert_eq!(offers(&session.seating, &session.registrations, hour(51)), promoted);
    }

    /// Where the rule is fair, nobody whose association has fewer seats, or comes first at the same number, is passed.
    #[test]
    fn fair_nobody_is_passed_over(
        drawn in arrivals(),
        (capacity, quota) in (1_u32..8, 1_u32..4),
        leaving in prop::collection::vec(any::<prop::sample::Index>(), 1..5),
    ) {
        let singles: Vec<Drawn> = drawn.into_iter().map(|(of, people, _, small)| (of, people, false, small)).collect();
        let mut session = filled(Rule::FairAtClose, capacity, quota, &singles);
        let run = allocate(&session.seating, &session.registrations, hour(100)).expect("run");
        session.write(run.applied(&session.registrations.clone()));
        for leaves in leaving {
            let seated = session.who(State::Seated);
            if !seated.is_empty() { session.cancel(*leaves.get(&seated), 101); }
        }
        let promoted = session.offer(102);
        let tally = Tally::new(&session.seating, &session.registrations, hour(102));
        let place = |of: OrganizationId, seats: u32| (seats, session.seating.priority_of(of), session.seating.lot(of.0));
        for waiting in session.who(State::Waiting).into_iter().map(|number| session.of(number)) {
            prop_assert!(!could_take(&session, &[waiting], &[], 102));
            for (at, other) in promoted.iter().map(|number| session.of(*number)).enumerate() {
                let later = promoted[at + 1..].iter().any(|number| session.of(*number).organization == other.organization);
                let had = tally.taken_by(other.organization) - 1;
                let has = tally.taken_by(waiting.organization);
                if !later && place(waiting.organization, has) < place(other.organization, had) {
                    prop_assert!(!could_take(&session, &[waiting], &[other.id], 102), "{:?} passed {:?}", other, waiting);
                }
            }
        }
    }

    /// The list shows everybody who waits once, in places from 1, whatever order they are handed in.
    #[test]
    fn the_list_is_whole(drawn in arrivals(), capacity in 1_u32..8, fair: bool, turn in any::<prop::sample::Index>()) {
        let mut session = filled(if fair { Rule::FairAtClose } else { Rule::FirstCome }, capacity, 3, &drawn);
        if fair {
            let run = allocate(&session.seating, &session.registrations, hour(100)).expect("run");
            session.write(run.applied(&session.registrations.clone()));
        }
        let list = waiting_list(&session.seating, &session.registrations, hour(101));
        let places: Vec<u32> = list.iter().map(|waiting| waiting.position).collect();
        prop_assert_eq!(places, (1..).take(session.who(State::Waiting).len()).collect::<Vec<u32>>());
        let at = turn.index(session.registrations.len());
        session.registrations.rotate_left(at);
        prop_assert_eq!(list, waiting_list(&session.seating, &session.registrations, hour(101)));
    }
}
