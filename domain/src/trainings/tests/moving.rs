//! What becomes of a registration: withdrawn, answered, refused, given on, seated out of order.

use super::*;
use crate::trainings::{
    moves::{MoveRefused, accept, cancel, decline, refuse, seat_out_of_order, transfer},
    waiting::{Wait, expire},
};

#[test]
fn what_is_over_stays_over() {
    for from in State::ALL.iter().filter(|state| !state.is_live()) {
        assert!(State::ALL.iter().all(|next| !from.may_become(*next)), "{from}");
    }
    for from in State::ALL.iter().filter(|state| state.is_live()) {
        assert!(from.may_become(State::Cancelled), "{from}");
    }
    assert!(State::ALL.iter().all(|state| !state.takes_seat() || state.is_live()));
}

/// One seat, given back by its holder and offered to person 2 at hour 10, while person 3 waits.
fn offered() -> Session {
    let mut session = Session::new(Rule::FirstCome, 1);
    session.register(1, &[1, 2, 3], &[], 1);
    session.cancel(1, 9);
    assert_eq!(session.offer(10), [2]);
    session
}

#[test]
fn an_offer_holds_a_seat_for_its_hours_and_passes_on() {
    let mut session = offered();
    assert_eq!(session.of(2).until, Some(hour(58)));
    assert_eq!(session.offer(57), [], "the seat is held");
    let accepted = accept(&session.seating, session.of(2), hour(57)).expect("in time");
    assert_eq!(accepted.state, State::Seated);

    let late = MoveRefused::NotFromHere { state: State::Expired, next: State::Seated };
    assert_eq!(accept(&session.seating, session.of(2), hour(58)), Err(late));
    assert_eq!(expire(&session.registrations, hour(57)), []);
    let expired = expire(&session.registrations, hour(58));
    assert_eq!(expired.iter().map(|one| (one.id, one.state)).collect::<Vec<_>>(), [(id(2), State::Expired)]);
    // Whether or not the expiry was written down.
    assert_eq!(offers(&session.seating, &session.registrations, hour(58))[0].registration, id(3));
    session.write(expired);
    assert_eq!(session.offer(58), [3]);
}

#[test]
fn no_offer_reaches_into_the_session() {
    let mut session = offered();
    let declined = decline(&session.seating, session.of(2), hour(190)).expect_err("lapsed long ago");
    assert_eq!(declined, MoveRefused::NotFromHere { state: State::Expired, next: State::Declined });
    assert_eq!(session.offer(199), [3]);
    assert_eq!(session.of(3).until, Some(hour(200)));
    assert!(accept(&session.seating, session.of(3), hour(200)).is_err());
    assert_eq!(offers(&session.seating, &session.registrations, hour(200)), []);
}

#[test]
fn who_said_no_is_not_offered_a_seat_again() {
    let mut session = offered();
    let declined = decline(&session.seating, session.of(2), hour(11)).expect("declined");
    session.write([declined]);
    assert_eq!(session.offer(12), [3]);
    session.cancel(3, 13);
    assert_eq!(session.offer(14), []);
}

#[test]
fn a_no_needs_a_reason_and_takes_nobodys_seat() {
    let mut session = Session::new(Rule::FirstCome, 1);
    session.register(1, &[1, 2], &[], 1);
    assert_eq!(refuse(&session.seating, session.of(2), "  ", hour(2)), Err(MoveRefused::ReasonMissing));
    let refused = refuse(&session.seating, session.of(2), "not this year", hour(2)).expect("refused");
    assert_eq!(refused.state, State::Refused);
    let seated = MoveRefused::NotFromHere { state: State::Seated, next: State::Refused };
    assert_eq!(refuse(&session.seating, session.of(1), "not this year", hour(2)), Err(seated));
}

#[test]
fn nothing_moves_once_the_session_has_begun() {
    let mut session = Session::new(Rule::FirstCome, 1);
    session.register(1, &[1, 2], &[], 1);
    let begun = MoveRefused::Begun { begins_at: hour(200) };
    assert_eq!(cancel(&session.seating, session.of(1), true, hour(200)), Err(begun.clone()));
    let [colleague] = &candidates(&[9], &[])[..] else { panic!("one") };
    assert_eq!(transfer(&session.seating, &session.registrations, id(1), colleague, hour(200)), Err(begun));
}

#[test]
fn after_the_last_day_for_it_a_seat_goes_back_by_those_who_organize_or_to_a_colleague() {
    let mut session = Session::new(Rule::FirstCome, 1);
    session.seating.cancel_until = Some(hour(150));
    session.register(1, &[1], &[], 1);
    session.register(2, &[2], &[], 2);
    let cancel = |number, organizer, now| cancel(&session.seating, session.of(number), organizer, hour(now));
    assert!(cancel(1, false, 149).is_ok());
    assert_eq!(cancel(1, false, 150), Err(MoveRefused::TooLateToCancel { until: hour(150) }));
    assert!(cancel(1, true, 150).is_ok(), "those who organize still do it");
    assert!(cancel(2, false, 150).is_ok(), "who only waits holds nobody up");
    let [colleague] = &candidates(&[9], &[])[..] else { panic!("one") };
    assert!(transfer(&session.seating, &session.registrations, id(1), colleague, hour(150)).is_ok());
}

#[test]
fn out_of_order_is_not_over_capacity_nor_over_the_quota_nor_without_a_reason() {
    let mut session = Session::new(Rule::FirstCome, 2);
    session.seating.quota = Quota::Fixed { seats: 1 };
    session.register(1, &[1, 2], &[], 1);
    session.register(2, &[3], &[], 2);
    session.register(3, &[4, 5], &[], 3);
    let seat = |session: &Session, number: u128, reason: &str| {
        seat_out_of_order(&session.seating, &session.registrations, id(number), reason, hour(9))
    };
    assert_eq!(seat(&session, 4, "speaks there"), Err(MoveRefused::NoRoom { why: Wait::Full }));
    session.cancel(3, 5);
    let quota = Wait::Quota { limit: 1, taken: 1 };
    assert_eq!(seat(&session, 2, "speaks there"), Err(MoveRefused::NoRoom { why: quota }));
    assert_eq!(seat(&session, 5, ""), Err(MoveRefused::ReasonMissing));
    let seated = seat(&session, 5, "speaks there").expect("before person 4");
    session.write(seated);
    assert_eq!(session.offer(10), []);
    assert_eq!(session.who(State::Seated), [1, 5]);
    assert!(matches!(seat(&session, 5, "again"), Err(MoveRefused::NotFromHere { .. })));
    assert_eq!(seat(&session, 77, "who?"), Err(MoveRefused::Unknown));
}

#[test]
fn out_of_order_a_group_is_seated_as_a_group() {
    let mut session = Session::new(Rule::FirstCome, 2);
    session.register(1, &[1], &[], 1);
    session.register_group(2, &[2, 3], 2);
    let seat = |session: &Session| {
        seat_out_of_order(&session.seating, &session.registrations, id(3), "they train others", hour(3))
    };
    let short = Wait::GroupDoesNotFit { people: 2, fit: 1 };
    assert_eq!(seat(&session), Err(MoveRefused::NoRoom { why: short }));
    session.cancel(1, 3);
    assert_eq!(seat(&session).expect("two seats").len(), 2);
}

#[test]
fn a_seat_goes_to_a_colleague_who_may_have_it() {
    let mut session = Session::new(Rule::FirstCome, 2);
    session.seating.pots = vec![pot("small", 1)];
    session.register(1, &[1], &["small"], 1);
    session.register(1, &[2, 3], &[], 2);
    let give = |session: &Session, from: u128, qualities: &[&str], to: u128, now: i64| {
        let colleague = &candidates(&[to], qualities)[0];
        transfer(&session.seating, &session.registrations, id(from), colleague, hour(now))
    };
    assert_eq!(give(&session, 1, &[], 9, 3), Err(MoveRefused::Reserved { pot: "small".into() }));
    let released = give(&session, 1, &[], 9, 150).expect("released");
    assert_eq!(released.taken.pot, None, "a general seat from now on");
    let organization = organization(1);
    assert_eq!(give(&session, 1, &["small"], 3, 3), Err(MoveRefused::RegisteredAlready { organization }));
    assert!(matches!(give(&session, 3, &[], 9, 3), Err(MoveRefused::NotFromHere { state: State::Waiting, .. })));

    session.seating.capacity = 1;
    let given = give(&session, 1, &["small"], 9, 3).expect("also where fewer seats are left than are taken");
    session.write([given.given, given.taken]);
    assert_eq!(session.of(1).state, State::Transferred);
    assert_eq!((session.of(9).state, session.of(9).pot.as_deref()), (State::Seated, Some("small")));
    assert_eq!(session.of(9).organization, organization);
}
