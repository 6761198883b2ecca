//! Registering: who has a seat at once, and who waits for what.

use super::*;
use crate::trainings::{registering::agree, waiting::Wait};

#[test]
fn of_six_people_four_have_the_seats_that_are_left() {
    let mut session = Session::new(Rule::FirstCome, 4);
    let places = session.register(1, &[1, 2, 3, 4, 5, 6], &[], 1);
    assert_eq!(places[..4], [general(), general(), general(), general()]);
    assert_eq!(places[4..], [waits(Wait::Full), waits(Wait::Full)]);
}

#[test]
fn six_people_who_want_all_or_none_wait_as_a_group_and_keep_their_place() {
    let mut session = Session::new(Rule::FirstCome, 6);
    session.register(1, &[1, 2], &[], 1);
    let places = session.register_group(2, &[11, 12, 13, 14, 15, 16], 2);
    assert_eq!(places, vec![waits(Wait::GroupDoesNotFit { people: 6, fit: 4 }); 6]);
    assert_eq!(session.register(3, &[21], &[], 3), [general()], "a seat that does not suffice for the group");
    assert_eq!(session.register(3, &[22, 23, 24, 25], &[], 4).pop(), Some(waits(Wait::Full)));
    for leaving in [1, 2, 21, 22, 23] {
        session.cancel(leaving, 5);
    }
    // Five seats are free: not for the group, and so for the one who waits behind it.
    assert_eq!(session.offer(6), [25]);
    for leaving in [24, 25] {
        session.cancel(leaving, 7);
    }
    assert_eq!(session.offer(8), [11, 12, 13, 14, 15, 16]);
}

#[test]
fn a_group_smaller_by_one_who_left_fits() {
    let mut session = Session::new(Rule::FirstCome, 2);
    session.register_group(1, &[1, 2, 3], 1);
    session.cancel(3, 2);
    assert_eq!(session.offer(3), [1, 2]);
}

#[test]
fn nobody_passes_somebody_who_waits_and_could_take_the_seat() {
    let mut session = Session::new(Rule::FirstCome, 1);
    session.register(1, &[1], &[], 1);
    session.register(2, &[2], &[], 2);
    session.cancel(1, 3);
    let before = Wait::OthersWaitBefore { people: 1 };
    assert_eq!(session.register(3, &[3], &[], 4), [waits(before)]);
    assert_eq!(session.offer(5), [2]);
}

#[test]
fn who_cannot_take_the_seat_is_passed() {
    let mut session = Session::new(Rule::FirstCome, 3);
    session.seating.quota = Quota::Fixed { seats: 2 };
    let quota = Wait::Quota { limit: 2, taken: 2 };
    assert_eq!(session.register(1, &[1, 2, 3], &[], 1), [general(), general(), waits(quota)]);
    assert_eq!(session.register(2, &[4], &[], 2), [general()]);
}

#[test]
fn reserved_seats_are_for_those_with_the_quality_until_they_are_released() {
    let mut session = Session::new(Rule::FirstCome, 4);
    session.seating.closes_at = hour(180);
    session.seating.pots = vec![pot("small", 1), pot("brussels", 1)];
    assert_eq!(
        session.register(1, &[1, 2, 3], &[], 1),
        [general(), general(), waits(Wait::OnlyReservedLeft { seats: 2 })]
    );
    assert_eq!(session.register(2, &[4], &["brussels", "small"], 2), [from_pot("small")], "the first pot with room");
    assert_eq!(session.register(3, &[5], &["small"], 3), [waits(Wait::OnlyReservedLeft { seats: 1 })]);
    assert_eq!(session.offer(149), []);
    assert_eq!(session.offer(150), [3], "released to all, in the order of asking");
    assert_eq!(session.of(3).pot, None);
}

#[test]
fn who_has_the_quality_leaves_the_general_seats_to_others() {
    let mut session = Session::new(Rule::FirstCome, 2);
    session.seating.pots = vec![pot("concerned", 1)];
    assert_eq!(session.register(1, &[1], &["concerned"], 1), [from_pot("concerned")]);
    assert_eq!(session.register(1, &[2], &["concerned"], 2), [general()], "the pot is empty");
    session.cancel(1, 3);
    assert_eq!(session.register(2, &[3], &[], 4), [waits(Wait::OnlyReservedLeft { seats: 1 })]);
}

#[test]
fn a_person_registers_for_one_of_two_associations() {
    let mut session = Session::new(Rule::FirstCome, 4);
    session.register(1, &[1], &[], 1);
    let mut again = candidates(&[7], &[]);
    again[0].person = person(1);
    let asking = Asking { organization: organization(2), guest: None, people: again, together: None, agreement: false };
    let refused = RegisterRefused::RegisteredAlready { person: person(1), organization: organization(1) };
    assert_eq!(session.ask(&asking, 2), Err(refused));
    session.cancel(1, 3);
    assert_eq!(session.ask(&asking, 4), Ok(vec![general()]));
}

#[test]
fn registration_has_its_time_and_its_people() {
    let mut session = Session::new(Rule::FirstCome, 4);
    let asking = |people: &[u128]| Asking {
        organization: organization(1),
        guest: None,
        people: candidates(people, &[]),
        together: None,
        agreement: false,
    };
    assert_eq!(session.ask(&asking(&[1]), -1), Err(RegisterRefused::NotOpenYet { opens_at: hour(0) }));
    assert_eq!(session.ask(&asking(&[1]), 100), Err(RegisterRefused::Closed { closes_at: hour(100) }));
    assert_eq!(session.ask(&asking(&[]), 1), Err(RegisterRefused::Nobody));
    assert_eq!(session.ask(&asking(&[1, 1]), 1), Err(RegisterRefused::NamedTwice { person: person(1) }));
    assert_eq!(session.ask(&asking(&[1]), 0), Ok(vec![general()]));
}

fn with_agreement(session: &mut Session, people: &[u128], together: bool, now: i64) -> Vec<Place> {
    let together = together.then(|| group(people[0]));
    let people = candidates(people, &[]);
    let asking = Asking { organization: organization(1), guest: None, people, together, agreement: true };
    session.ask(&asking, now).expect("registered")
}

#[test]
fn who_is_agreed_to_keeps_the_moment_of_asking() {
    let mut session = Session::new(Rule::FirstCome, 1);
    assert_eq!(with_agreement(&mut session, &[1], false, 1), [Place::AwaitingAgreement]);
    assert_eq!(session.register(2, &[2, 3], &[], 2)[0], general(), "nothing is kept for who awaits agreement");
    let agreed = agree(&session.seating, &session.registrations, id(1), hour(3)).expect("agreed");
    assert_eq!(session.place(agreed), [waits(Wait::Full)]);
    session.cancel(2, 4);
    assert_eq!(session.offer(5), [1]);
}

#[test]
fn a_group_is_agreed_to_as_a_group() {
    let mut session = Session::new(Rule::FirstCome, 2);
    with_agreement(&mut session, &[1, 2], true, 1);
    let agreed = agree(&session.seating, &session.registrations, id(2), hour(3)).expect("agreed");
    assert_eq!(session.place(agreed), [general(), general()]);
    assert!(agree(&session.seating, &session.registrations, id(2), hour(3)).is_err());
}

#[test]
fn an_agreement_after_the_close_of_a_fair_allocation_leads_to_the_list() {
    let mut session = Session::new(Rule::FairAtClose, 1);
    with_agreement(&mut session, &[1, 2], false, 1);
    session.register(2, &[3], &[], 2);
    let agreed = agree(&session.seating, &session.registrations, id(1), hour(3)).expect("agreed");
    assert_eq!(session.place(agreed), [Place::Asked]);
    let agreed = agree(&session.seating, &session.registrations, id(2), hour(100)).expect("agreed");
    assert_eq!(session.place(agreed), [waits(Wait::Allocation)]);
    assert_eq!(session.offer(101), [], "the allocation comes first");
}

#[test]
fn another_network_has_its_own_share_of_the_seats_and_no_more() {
    let mut session = Session::new(Rule::FirstCome, 5);
    session.seating.guests = [(network(100), 2)].into();
    let through = |of: u128, people: &[u128]| Asking {
        organization: organization(of),
        guest: Some(network(100)),
        people: candidates(people, &[]),
        together: None,
        agreement: false,
    };
    let places = session.ask(&through(7, &[1]), 1).expect("registered");
    assert_eq!(places, [general()]);
    let places = session.ask(&through(8, &[2, 3]), 2).expect("registered");
    assert_eq!(places, [general(), waits(waiting::Wait::GuestQuota { limit: 2, taken: 2 })]);
    // The other seats stay for the network's own, and who waits has the next that their network gives back.
    assert_eq!(session.register(1, &[4, 5, 6, 7], &[], 3)[..3], [general(), general(), general()]);
    session.cancel(4, 4);
    assert_eq!(session.offer(5), [7]);
    session.cancel(1, 6);
    assert_eq!(session.offer(7), [3]);
    // With a network that is not invited any more nothing is shared; who has a seat keeps it.
    let alone = Seating { guests: [].into(), ..session.seating.clone() };
    let told = vec![changes::Consequence::GuestsOverQuota { guest: network(100), taken: 2, limit: 0 }];
    assert_eq!(changes::consequences(&alone, &session.registrations, hour(8)), told);
    session.seating = alone;
    assert_eq!(
        session.ask(&through(9, &[8]), 9).expect("registered"),
        [waits(waiting::Wait::GuestQuota { limit: 0, taken: 2 })]
    );
    assert_eq!(session.who(State::Seated), [2, 5, 6]);
}
