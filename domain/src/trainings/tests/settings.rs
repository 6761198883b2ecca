//! What an organiser sets, and changes later.

use super::*;
use crate::{
    colleges::Figure,
    trainings::{
        changes::{ChangeRefused, Confirmation, Consequence, confirmation, consequences, may_change},
        seating::InvalidSeating as Wrong,
    },
};

fn wrong(change: impl Fn(&mut Seating)) -> Vec<Wrong> {
    let mut seating = seating(Rule::FairAtClose, 12);
    change(&mut seating);
    seating.invalid()
}

#[test]
fn what_an_organiser_typed_wrongly_is_named() {
    assert_eq!(wrong(|_| {}), []);
    assert_eq!(wrong(|seating| seating.capacity = 0), [Wrong::NoSeat]);
    assert_eq!(wrong(|seating| seating.minimum = 13), [Wrong::MinimumAboveCapacity { minimum: 13, capacity: 12 }]);
    assert_eq!(wrong(|seating| seating.minimum = 12), []);
    assert_eq!(wrong(|seating| seating.quota = Quota::Fixed { seats: 0 }), [Wrong::QuotaZero]);
    let figure = Figure::Employees;
    for figures in [[].into(), [(organization(1), 0)].into()] {
        let quota = Quota::Proportional { figure, figures };
        assert_eq!(wrong(|seating| seating.quota = quota.clone()), [Wrong::NothingDeclared { figure }]);
    }
    assert_eq!(wrong(|seating| seating.pots = vec![pot("small", 12)]), []);
    assert_eq!(
        wrong(|seating| seating.pots = vec![pot("small", 12), pot("brussels", 1)]),
        [Wrong::PotsAboveCapacity { reserved: 13, capacity: 12 }]
    );
    assert_eq!(
        wrong(|seating| seating.pots = vec![pot("small", u32::MAX), pot("brussels", u32::MAX)]).len(),
        1,
        "no overflow"
    );
    assert_eq!(
        wrong(|seating| seating.pots = vec![pot("small", 1), pot("small", 0), pot(" ", 1)]),
        [Wrong::PotTwice { key: "small".into() }, Wrong::PotWithoutSeat { key: "small".into() }, Wrong::PotWithoutKey]
    );
    let unreleased = |seating: &mut Seating| (seating.pots, seating.reserved_until) = (vec![pot("small", 1)], None);
    assert_eq!(wrong(unreleased), [Wrong::ReleaseMissing]);
    assert_eq!(wrong(|seating| seating.reserved_until = Some(hour(201))), [Wrong::ReleaseAfterBeginning]);
    assert_eq!(wrong(|seating| seating.closes_at = hour(0)), [Wrong::ClosesBeforeOpening]);
    assert_eq!(wrong(|seating| seating.closes_at = hour(200)), []);
    assert_eq!(wrong(|seating| seating.closes_at = hour(201)), [Wrong::ClosesAfterBeginning]);
    assert_eq!(wrong(|seating| seating.cancel_until = Some(hour(200))), []);
    assert_eq!(wrong(|seating| seating.cancel_until = Some(hour(201))), [Wrong::CancelAfterBeginning]);
    assert_eq!(wrong(|seating| seating.hold_hours = 0), [Wrong::HoldZero]);
}

#[test]
fn a_proportional_quota_is_rounded_up_and_at_least_one() {
    let mut seating = seating(Rule::FirstCome, 20);
    let figures = [(organization(1), 100), (organization(2), 31), (organization(3), 1)].into();
    seating.quota = Quota::Proportional { figure: Figure::Employees, figures };
    let quotas = [1, 2, 3, 4].map(|number| seating.quota_of(organization(number)));
    // 2000/132 = 15,15…; 620/132 = 4,69…; 20/132; nothing declared.
    assert_eq!(quotas, [Some(16), Some(5), Some(1), Some(1)]);
    seating.quota = Quota::Proportional { figure: Figure::Employees, figures: [(organization(1), u64::MAX)].into() };
    assert_eq!(seating.quota_of(organization(1)), Some(20));
}

#[test]
fn the_lot_is_what_anybody_computes() {
    // printf '2026-06-01 Namur\n00000000-0000-0000-0000-000000000001' | sha256sum
    let lot = seating(Rule::FairAtClose, 1).lot(organization(1).0);
    let digits: String = lot.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(digits, "7982726e176ad36d2ed8c54eabcefa9dd46d79b56fd698fe60d8158e8dff14bf");
}

#[test]
fn fewer_seats_than_are_taken_take_nobodys_seat_and_promote_nobody() {
    let mut session = Session::new(Rule::FirstCome, 4);
    session.register(1, &[1, 2, 3], &[], 1);
    session.register(2, &[4, 5], &[], 2);
    let smaller = Seating { capacity: 2, quota: Quota::Fixed { seats: 2 }, ..session.seating.clone() };
    let told = vec![
        Consequence::BelowTaken { taken: 4, capacity: 2 },
        Consequence::OverQuota { organization: organization(1), taken: 3, limit: 2 },
    ];
    assert_eq!(consequences(&smaller, &session.registrations, hour(3)), told);
    let change = |acknowledged| may_change(&session.seating, &smaller, &session.registrations, acknowledged, hour(3));
    assert_eq!(change(false), Err(ChangeRefused::NotAcknowledged { consequences: told }));
    assert_eq!(change(true), Ok(()));

    session.seating = smaller;
    assert_eq!(session.offer(4), [], "four of two seats are taken");
    session.cancel(1, 5);
    session.cancel(2, 5);
    assert_eq!(session.offer(6), [], "two of two seats are taken");
    session.cancel(3, 7);
    assert_eq!(session.offer(8), [5]);
    assert_eq!(session.who(State::Seated), [4]);
}

#[test]
fn seats_are_not_given_in_another_way_to_people_who_have_registered() {
    let mut session = Session::new(Rule::FairAtClose, 4);
    let other = Seating { rule: Rule::FirstCome, ..session.seating.clone() };
    let change = |session: &Session| may_change(&session.seating, &other, &session.registrations, true, hour(3));
    assert_eq!(change(&session), Ok(()));
    session.register(1, &[1], &[], 1);
    assert_eq!(change(&session), Err(ChangeRefused::RuleInUse));
    session.cancel(1, 2);
    assert_eq!(change(&session), Ok(()));
    let empty = Seating { capacity: 0, ..session.seating.clone() };
    assert_eq!(
        may_change(&session.seating, &empty, &[], true, hour(3)),
        Err(ChangeRefused::Invalid { wrong: vec![Wrong::NoSeat] })
    );
}

#[test]
fn a_session_needs_its_minimum_of_people_who_have_said_yes() {
    let mut session = Session::new(Rule::FirstCome, 3);
    session.seating.minimum = 3;
    session.register(1, &[1, 2, 3, 4], &[], 1);
    assert_eq!(confirmation(&session.seating, &session.registrations), Confirmation::Confirmable);
    session.cancel(1, 2);
    assert_eq!(session.offer(3), [4]);
    assert_eq!(confirmation(&session.seating, &session.registrations), Confirmation::TooFew { seated: 2, minimum: 3 });
}

#[test]
fn rules_are_kept_as_text_and_read_again() {
    let mut seating = seating(Rule::FairAtClose, 12);
    seating.pots = vec![pot("small", 2)];
    seating.priorities = [(organization(1), 1)].into();
    seating.quota = Quota::Proportional { figure: Figure::Members, figures: [(organization(1), 40)].into() };
    let text = serde_json::to_string(&seating).expect("text");
    assert_eq!(serde_json::from_str::<Seating>(&text).expect("the same"), seating);
}
