//! What trainings amounted to.

use proptest::prelude::*;
use uuid::Uuid;

use crate::{
    ids::{OrganizationId, RegistrationId, TrainingId, TrainingSessionId},
    trainings::{State, catalogue::Price, evaluation::Average, figures::*},
};

fn entry(organization: u128, state: State, present: u64) -> Entry {
    Entry {
        registration: RegistrationId(Uuid::nil()),
        organization: OrganizationId(Uuid::from_u128(organization)),
        state,
        over: 2,
        noted: 2,
        present,
        minutes: present * 180,
        cents: 4_000,
    }
}

fn session(begun: bool, entries: Vec<Entry>) -> Counted {
    Counted {
        session: TrainingSessionId(Uuid::nil()),
        training: TrainingId(Uuid::nil()),
        capacity: 12,
        begun,
        satisfaction: Some(Average { sum: 13, count: 3 }),
        cost: Some(90_000),
        funding: Some(60_000),
        entries,
    }
}

#[test]
fn only_people_with_a_seat_are_due_present_and_paying() {
    let entries = vec![
        entry(1, State::Seated, 2),
        entry(1, State::Seated, 1),
        entry(2, State::Refused, 0),
        entry(2, State::Waiting, 0),
        entry(3, State::Cancelled, 2),
    ];
    let figures = Figures::of(&session(true, entries));
    let people = People {
        registrations: 5,
        seated: 2,
        refused: 1,
        in_vain: 1,
        due: 4,
        noted: 4,
        present: 3,
        minutes: 540,
        cents: 8_000,
    };
    assert_eq!(figures.people, people);
    assert_eq!((figures.sessions, figures.seats, figures.without_cost), (1, 12, 0));
}

#[test]
fn nobody_waits_in_vain_before_the_session_begins() {
    let waiting = || vec![entry(1, State::Waiting, 0), entry(1, State::Asked, 0), entry(1, State::Expired, 0)];
    assert_eq!(Figures::of(&session(false, waiting())).people.in_vain, 0);
    assert_eq!(Figures::of(&session(true, waiting())).people.in_vain, 2, "who let an offer lapse was offered a seat");
}

#[test]
fn what_nobody_said_a_session_cost_is_told_apart_from_what_cost_nothing() {
    let unsaid = Counted { cost: None, funding: None, satisfaction: None, ..session(true, vec![]) };
    let free = Counted { cost: Some(0), ..session(true, vec![]) };
    let figures = total(&[unsaid, free, session(true, vec![])]);
    assert_eq!((figures.cost, figures.funding, figures.without_cost), (90_000, 120_000, 1));
    assert_eq!(figures.satisfaction, Average { sum: 26, count: 6 });
    assert_eq!(total(&[]), Figures::default());
}

#[test]
fn staff_of_members_pay_the_first_price_and_partners_the_last() {
    let price_of = |category: &str, cents| Price { category: category.into(), cents };
    let both = [price_of("Membres", 0), price_of("Partenaires", 6_000)];
    assert_eq!((price(&both, false), price(&both, true)), (0, 6_000));
    assert_eq!((price(&both[1..], false), price(&both[1..], true)), (6_000, 6_000), "one price is for all");
    assert_eq!(price(&[], true), 0);
}

proptest! {
    #[test]
    fn groups_add_up_to_the_whole(
        people in proptest::collection::vec((1_u128..9, 0..State::ALL.len(), 0_u64..3, any::<bool>()), 0..60),
    ) {
        let sessions: Vec<Counted> = people
            .iter()
            .map(|(organization, state, present, begun)| {
                session(*begun, vec![entry(*organization, State::ALL[*state], *present)])
            })
            .collect();
        let whole = total(&sessions).people;
        let sum = |groups: std::collections::BTreeMap<u128, People>| {
            groups.into_values().fold(People::default(), People::and)
        };
        prop_assert_eq!(sum(by(&sessions, |organization| organization.0.as_u128())), whole);
        prop_assert_eq!(sum(by(&sessions, |organization| organization.0.as_u128() % 2)), whole);
        prop_assert!(whole.present <= whole.due && whole.seated <= whole.registrations);
    }
}
