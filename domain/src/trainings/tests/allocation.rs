//! The fair allocation after the closing date.

use proptest::prelude::*;

use super::*;
use crate::trainings::{
    allocation::{Allocation, AllocationRefused, Because, Decision, Scarce, Settled, allocate},
    seating::Tally,
};

fn run(session: &Session) -> Allocation {
    allocate(&session.seating, &session.registrations, hour(100)).expect("an allocation")
}

fn of(allocation: &Allocation, number: u128) -> &Because {
    let mut decisions = allocation.decisions.iter();
    &decisions.find(|decision| decision.registration == id(number)).expect("a decision").because
}

fn seated(allocation: &Allocation) -> Vec<u128> {
    let seats = allocation.decisions.iter().filter(|decision| decision.because.is_seat());
    seats.map(|decision| decision.registration.0.as_u128()).collect()
}

const fn seat(round: u32, settled: Settled) -> Because {
    Because::Seated { round, pot: None, settled }
}

fn no_seat(round: u32, settled: Settled, ahead: &[u128], colleagues: u32) -> Because {
    let ahead = ahead.iter().map(|number| organization(*number)).collect();
    Because::NotSeated { round, scarce: Scarce::Seats, settled, ahead, colleagues }
}

/// Registers people in the order of their association.
fn ordered(session: &mut Session, of: u128, people: &[u128]) {
    let mut people = candidates(people, &[]);
    for (at, candidate) in (0..).zip(&mut people) {
        candidate.order = at;
    }
    let asking = Asking { organization: organization(of), guest: None, people, together: None, agreement: false };
    session.ask(&asking, 1).expect("asked");
}

#[test]
fn a_large_association_that_was_quick_does_not_take_all() {
    let mut session = Session::new(Rule::FairAtClose, 5);
    session.seating.priorities = [(organization(1), 3), (organization(2), 2), (organization(3), 1)].into();
    ordered(&mut session, 1, &[11, 12, 13, 14, 15]);
    ordered(&mut session, 2, &[21]);
    ordered(&mut session, 3, &[31, 32]);
    let run = run(&session);
    assert_eq!(seated(&run), [11, 12, 21, 31, 32]);
    assert_eq!(of(&run, 31), &seat(1, Settled::Enough));
    assert_eq!(of(&run, 12), &seat(2, Settled::Enough));
    assert_eq!(of(&run, 13), &no_seat(3, Settled::RoundsBefore, &[], 2));

    session.seating.capacity = 4;
    let run = super::allocation::run(&session);
    assert_eq!(seated(&run), [11, 21, 31, 32], "the second seat by priority");
    assert_eq!(of(&run, 32), &seat(2, Settled::Priority));
    assert_eq!(of(&run, 12), &no_seat(2, Settled::Priority, &[3], 1));
}

#[test]
fn the_lot_decides_between_associations_of_the_same_priority() {
    let mut session = Session::new(Rule::FairAtClose, 2);
    for number in 1..=4 {
        ordered(&mut session, number, &[number * 10]);
    }
    session.seating.priorities = [(organization(4), 1)].into();
    let run = run(&session);
    let mut drawn = [1, 2, 3];
    drawn.sort_by_key(|number| session.seating.lot(organization(*number).0));
    let [first, second, third] = drawn;
    assert_eq!(of(&run, 40), &seat(1, Settled::Priority));
    assert_eq!(of(&run, first * 10), &seat(1, Settled::Lot { place: 1, of: 3 }));
    assert_eq!(of(&run, second * 10), &no_seat(1, Settled::Lot { place: 2, of: 3 }, &[4, first], 0));
    assert_eq!(of(&run, third * 10), &no_seat(1, Settled::Lot { place: 3, of: 3 }, &[4, first], 0));
}

#[test]
fn within_an_association_its_order_counts_and_then_the_lot() {
    let mut session = Session::new(Rule::FairAtClose, 1);
    ordered(&mut session, 1, &[13, 12, 11]);
    assert_eq!(seated(&run(&session)), [13]);
    for registration in &mut session.registrations {
        registration.order = 0;
    }
    let first = [11, 12, 13].into_iter().min_by_key(|number| session.seating.lot(person(*number).0));
    assert_eq!(seated(&run(&session)), [first.expect("three")]);
}

#[test]
fn quotas_and_reserved_seats_hold() {
    let mut session = Session::new(Rule::FairAtClose, 5);
    session.seating.quota = Quota::Fixed { seats: 2 };
    session.seating.pots = vec![pot("small", 2)];
    ordered(&mut session, 1, &[11, 12, 13]);
    ordered(&mut session, 2, &[21, 22]);
    session.register(3, &[31], &["small"], 2);
    session.seating.priorities = [(organization(1), 1), (organization(2), 2)].into();
    let run = run(&session);
    assert_eq!(seated(&run), [11, 12, 21, 31]);
    assert_eq!(of(&run, 13), &Because::Quota { limit: 2, colleagues: 2 });
    assert_eq!(of(&run, 31), &Because::Seated { round: 1, pot: Some("small".into()), settled: Settled::Enough });
    let Because::NotSeated { round: 2, scarce: Scarce::Unreserved, settled: Settled::Priority, .. } = of(&run, 22)
    else {
        panic!("{:?}", of(&run, 22))
    };
    let released = allocate(&session.seating, &session.registrations, hour(150)).expect("later");
    assert_eq!(seated(&released), [11, 12, 21, 22, 31]);
}

#[test]
fn a_group_that_does_not_fit_leaves_its_seats_to_the_others() {
    let mut session = Session::new(Rule::FairAtClose, 4);
    session.seating.priorities = [(organization(1), 1), (organization(2), 2), (organization(3), 3)].into();
    session.register_group(1, &[11, 12, 13], 1);
    ordered(&mut session, 2, &[21, 22]);
    ordered(&mut session, 3, &[31, 32]);
    let run = run(&session);
    assert_eq!(seated(&run), [21, 22, 31, 32]);
    assert_eq!(of(&run, 12), &Because::GroupDidNotFit { people: 3, fit: 2 });
    let applied = run.applied(&session.registrations);
    session.write(applied);
    assert_eq!(session.who(State::Waiting), [11, 12, 13]);
}

#[test]
fn of_two_groups_that_do_not_fit_beside_each_other_the_first_in_order_stays() {
    let mut session = Session::new(Rule::FairAtClose, 4);
    session.seating.priorities = [(organization(1), 1)].into();
    session.register_group(1, &[11, 12, 13], 2);
    session.register_group(2, &[21, 22, 23], 1);
    assert_eq!(seated(&run(&session)), [11, 12, 13]);
}

#[test]
fn a_group_that_went_out_beside_one_that_can_never_fit_comes_back() {
    let mut session = Session::new(Rule::FairAtClose, 4);
    session.seating.priorities = [(organization(1), 1)].into();
    session.register_group(1, &[11, 12, 13, 14, 15], 1);
    session.register_group(2, &[21, 22, 23], 2);
    assert_eq!(seated(&run(&session)), [21, 22, 23]);
}

#[test]
fn a_seat_that_was_given_out_of_order_counts() {
    let mut session = Session::new(Rule::FairAtClose, 2);
    session.seating.priorities = [(organization(1), 1)].into();
    ordered(&mut session, 1, &[11, 12]);
    ordered(&mut session, 2, &[21]);
    let seated_before =
        moves::seat_out_of_order(&session.seating, &session.registrations, id(11), "interprets", hour(50));
    session.write(seated_before.expect("a seat"));
    let run = run(&session);
    assert_eq!(seated(&run), [21]);
    assert_eq!(of(&run, 12), &no_seat(2, Settled::RoundsBefore, &[], 0));
}

#[test]
fn it_runs_once_and_in_its_time() {
    let mut session = Session::new(Rule::FairAtClose, 1);
    let at = |session: &Session, now| allocate(&session.seating, &session.registrations, hour(now)).map(drop);
    assert_eq!(at(&session, 100), Err(AllocationRefused::NobodyAsked));
    ordered(&mut session, 1, &[11, 12]);
    assert_eq!(at(&session, 99), Err(AllocationRefused::StillOpen { closes_at: hour(100) }));
    assert_eq!(at(&session, 200), Err(AllocationRefused::Begun { begins_at: hour(200) }));
    session.seating.seed = " ".into();
    assert_eq!(at(&session, 100), Err(AllocationRefused::NoSeed));
    session.seating.seed = "published".into();
    let run = run(&session);
    assert_eq!(run.seating, session.seating, "it says by which rules it ran");
    let applied = run.applied(&session.registrations);
    session.write(applied);
    assert_eq!(at(&session, 101), Err(AllocationRefused::NobodyAsked));
    session.seating.rule = Rule::FirstCome;
    assert_eq!(at(&session, 101), Err(AllocationRefused::FirstCome));
}

#[test]
fn who_waits_takes_part_again_where_registration_was_reopened() {
    let mut session = Session::new(Rule::FairAtClose, 1);
    ordered(&mut session, 1, &[11, 12]);
    let applied = run(&session).applied(&session.registrations);
    session.write(applied);
    (session.seating.closes_at, session.seating.capacity) = (hour(120), 2);
    session.seating.priorities = [(organization(2), 1)].into();
    session.register(1, &[13], &[], 110);
    assert_eq!(session.offer(115), [], "the second allocation comes first");
    assert_eq!(session.offer(121), []);
    let again = allocate(&session.seating, &session.registrations, hour(121)).expect("a second one");
    assert_eq!(again.decisions.len(), 2, "of those who have no seat");
    let seats = again.decisions.iter().filter(|decision| decision.because.is_seat());
    assert_eq!(seats.count(), 1);
}

#[test]
fn decisions_are_kept_as_text_and_read_again() {
    let mut session = Session::new(Rule::FairAtClose, 1);
    ordered(&mut session, 1, &[11, 12]);
    ordered(&mut session, 2, &[21]);
    session.register_group(3, &[31, 32], 1);
    session.register(4, &[41], &["small"], 1);
    let run = run(&session);
    let text = serde_json::to_string(&run).expect("text");
    assert_eq!(serde_json::from_str::<Allocation>(&text).expect("the same"), run);
}

type Drawn = (u128, usize, bool, Vec<&'static str>, u32, i64);

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let qualities = prop::sample::subsequence(vec!["small", "brussels"], 0..=2);
    prop::collection::vec((0..5_u128, 1..4_usize, any::<bool>(), qualities, 0..3_u32, 0..90_i64), 1..16)
}

fn rules() -> impl Strategy<Value = Seating> {
    let priorities = prop::collection::btree_map((0..5_u128).prop_map(organization), 0..2_u32, 0..5);
    (1..14_u32, prop::option::of(1..4_u32), 0..3_u32, 0..3_u32, priorities, "[a-z]{1,4}").prop_map(
        |(capacity, quota, small, brussels, priorities, seed)| Seating {
            quota: quota.map_or(Quota::None, |seats| Quota::Fixed { seats }),
            pots: vec![
                pot("small", small.min(capacity)),
                pot("brussels", brussels.min(capacity - small.min(capacity))),
            ],
            guests: [(network(100), 2)].into(),
            priorities,
            seed,
            ..seating(Rule::FairAtClose, capacity)
        },
    )
}

/// A session at its closing date.
fn asked(seating: Seating, drawn: &[Drawn]) -> Session {
    let mut session = Session { seating, registrations: vec![] };
    let mut next = 1;
    for (of, people, together, qualities, order, at) in drawn {
        let numbers: Vec<u128> = (next..).take(*people).collect();
        next += numbers.len() as u128;
        let together = together.then(|| group(numbers[0]));
        let mut people = candidates(&numbers, qualities);
        people.iter_mut().for_each(|candidate| candidate.order = *order);
        let asking = Asking { organization: organization(*of), guest: guest(*of), people, together, agreement: false };
        session.ask(&asking, *at).expect("asked");
    }
    session
}

proptest! {
    /// No association has a second seat while another one, for which somebody asked alone, has none and could have
    /// had that very seat.
    #[test]
    fn one_seat_for_each_before_any_has_two(seating in rules(), drawn in drawn()) {
        let mut session = asked(seating, &drawn);
        let run = run(&session);
        let applied = run.applied(&session.registrations);
        session.write(applied);
        let all = Tally::new(&session.seating, &session.registrations, hour(100));
        for decision in &run.decisions {
            if !matches!(decision.because, Because::Seated { round: 2.., .. }) { continue; }
            let others: Vec<Registration> =
                session.registrations.iter().filter(|one| one.id != decision.registration).cloned().collect();
            let without = Tally::new(&session.seating, &others, hour(100));
            for one in session.registrations.iter().filter(|one| one.state == State::Waiting && one.group.is_none()) {
                if all.taken_by(one.organization) == 0 {
                    let room = without.room(one);
                    prop_assert!(room.is_err(), "{:?} has none: {:?}", one, decision);
                }
            }
        }
    }

    /// Never over capacity, quota or pots; a group has all its seats or none; no seat stays empty that somebody who
    /// asked alone could take.
    #[test]
    fn the_rules_hold_and_no_seat_is_wasted(seating in rules(), drawn in drawn()) {
        let mut session = asked(seating, &drawn);
        let run = run(&session);
        prop_assert_eq!(run.decisions.len(), session.registrations.len());
        let before = session.registrations.clone();
        session.write(run.applied(&before));
        prop_assert_eq!(sequences::broken(&session.seating, &before, &session.registrations, hour(100)), None);
        let tally = Tally::new(&session.seating, &session.registrations, hour(100));
        for one in &session.registrations {
            let together = |other: &&Registration| one.group.is_some() && other.group == one.group;
            prop_assert!(session.registrations.iter().filter(together).all(|other| other.state == one.state));
            if one.state == State::Waiting && one.group.is_none() {
                prop_assert!(tally.room(one).is_err(), "{:?}", one);
            }
        }
    }

    /// Neither the order in which registrations are handed in nor the moment of asking changes anything.
    #[test]
    fn only_what_was_asked_counts_not_when(
        (seating, drawn) in (rules(), drawn()),
        keys in prop::collection::vec(any::<u32>(), 48),
        moments in prop::collection::vec(0..90_i64, 48),
    ) {
        let mut session = asked(seating, &drawn);
        let first = run(&session);
        let mut shuffled: Vec<_> = keys.into_iter().zip(session.registrations.clone()).collect();
        shuffled.sort_by_key(|(key, registration)| (*key, registration.id));
        session.registrations = shuffled.into_iter().map(|(_, registration)| registration).collect();
        for (registration, at) in session.registrations.iter_mut().zip(moments) {
            registration.asked = hour(at);
        }
        prop_assert_eq!(run(&session), first);
    }

    /// Each reason says what happened: who is ahead had a seat in that round, and places are places.
    #[test]
    fn reasons_are_true(seating in rules(), drawn in drawn()) {
        let session = asked(seating, &drawn);
        let run = run(&session);
        for decision in &run.decisions {
            match &decision.because {
                Because::NotSeated { round, settled, ahead, colleagues, .. } => {
                    for organization in ahead {
                        let served = |other: &Decision| other.organization == *organization
                            && matches!(other.because, Because::Seated { round: theirs, .. } if theirs == *round);
                        prop_assert!(run.decisions.iter().any(served));
                        let priority = |of: OrganizationId| session.seating.priority_of(of);
                        prop_assert!(priority(*organization) <= priority(decision.organization));
                    }
                    prop_assert_eq!(ahead.is_empty(), *settled == Settled::RoundsBefore);
                    prop_assert!(*colleagues + 1 >= *round, "as many colleagues as rounds before");
                    if let Settled::Lot { place, of } = settled { prop_assert!(1 < *place && place <= of); }
                }
                Because::Seated { settled: Settled::Lot { place, of }, .. } => prop_assert!(1 <= *place && place < of),
                Because::Quota { limit, .. } => prop_assert_eq!(session.seating.quota_of(decision.organization), Some(*limit)),
                Because::GuestQuota { limit } => {
                    let seated = |other: &&Decision| other.because.is_seat() && other.organization == organization(3);
                    prop_assert_eq!(run.decisions.iter().filter(seated).count(), *limit as usize);
                }
                Because::GroupDidNotFit { people, fit } => prop_assert!(fit <= people && *people > 1),
                Because::Seated { settled, .. } => prop_assert_ne!(*settled, Settled::RoundsBefore),
            }
        }
    }
}
