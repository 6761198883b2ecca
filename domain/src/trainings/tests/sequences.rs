//! Whatever people do, one thing after another: the rules hold after each step.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::trainings::{
    allocation::allocate,
    changes::may_change,
    moves::{accept, cancel, decline, refuse, seat_out_of_order, transfer},
    registering::agree,
    seating::Tally,
    waiting::{expire, offers},
};

#[derive(Clone, Debug)]
enum Step {
    Register { of: u128, people: Vec<(u128, Vec<&'static str>)>, together: bool, agreement: bool },
    Agree(prop::sample::Index),
    Refuse(prop::sample::Index),
    Cancel(prop::sample::Index),
    Accept(prop::sample::Index),
    Decline(prop::sample::Index),
    Transfer { from: prop::sample::Index, to: u128, qualities: Vec<&'static str> },
    OutOfOrder(prop::sample::Index),
    Offer,
    Expire,
    Allocate,
    Change { capacity: u32, quota: Option<u32>, small: u32, guests: Option<u32> },
    Pass(i64),
}

fn qualities() -> impl Strategy<Value = Vec<&'static str>> {
    prop::sample::subsequence(vec!["small", "brussels"], 0..=2)
}

fn step() -> impl Strategy<Value = Step> {
    let index = any::<prop::sample::Index>;
    let people = prop::collection::vec((0..30_u128, qualities()), 1..5);
    prop_oneof![
        6 => (0..4_u128, people, any::<bool>(), any::<bool>())
            .prop_map(|(of, people, together, agreement)| Step::Register { of, people, together, agreement }),
        3 => index().prop_map(Step::Agree),
        1 => index().prop_map(Step::Refuse),
        4 => index().prop_map(Step::Cancel),
        4 => index().prop_map(Step::Accept),
        2 => index().prop_map(Step::Decline),
        2 => (index(), 0..30_u128, qualities()).prop_map(|(from, to, qualities)| Step::Transfer { from, to, qualities }),
        1 => index().prop_map(Step::OutOfOrder),
        5 => Just(Step::Offer),
        2 => Just(Step::Expire),
        2 => Just(Step::Allocate),
        1 => (1..10_u32, prop::option::of(1..4_u32), 0..3_u32, prop::option::of(1..4_u32))
            .prop_map(|(capacity, quota, small, guests)| Step::Change { capacity, quota, small, guests }),
        5 => (0..40_i64).prop_map(Step::Pass),
    ]
}

/// What of the rules a step has broken. What was too many before may stay, and nothing is added to it.
pub(super) fn broken(
    seating: &Seating,
    before: &[Registration],
    after: &[Registration],
    now: DateTime<Utc>,
) -> Option<String> {
    let held = |all: &[Registration]| -> Vec<Registration> {
        all.iter().filter(|one| one.state_at(now).takes_seat()).cloned().collect()
    };
    let (had, have) = (held(before), held(after));
    let grown = |what: &str, had: usize, have: usize, most: u32| {
        (have > had && count(have) > most).then(|| format!("{have} {what} of {most}, {had} before"))
    };
    let known = |one: &Registration| one.pot.clone().filter(|key| seating.pots.iter().any(|pot| pot.key == *key));
    let from = |all: &[Registration], key: Option<&str>| all.iter().filter(|one| known(one).as_deref() == key).count();
    let mut wrong = grown("seats", had.len(), have.len(), seating.capacity);
    for of in have.iter().map(|one| one.organization) {
        let seats = |all: &[Registration]| all.iter().filter(|one| one.organization == of).count();
        let most = seating.quota_of(of).unwrap_or(u32::MAX);
        wrong = wrong.or(grown("of an association", seats(&had), seats(&have), most));
    }
    let through = |all: &[Registration]| all.iter().filter(|one| one.guest.is_some()).count();
    let most = seating.guests.get(&network(100)).copied().unwrap_or(0);
    wrong = wrong.or(grown("of the other network", through(&had), through(&have), most));
    if !seating.released(now) {
        let mut unreserved = seating.capacity;
        for pot in &seating.pots {
            let (had, have) = (from(&had, Some(&pot.key)), from(&have, Some(&pot.key)));
            wrong = wrong.or(grown("of a pot", had, have, pot.seats));
            unreserved = unreserved.saturating_sub(pot.seats.max(count(have)));
        }
        wrong = wrong.or(grown("general seats", from(&had, None), from(&have, None), unreserved));
        let entitled = |one: &&Registration| known(one).is_none_or(|key| one.qualities.contains(&key));
        wrong = wrong.or(have.iter().find(|one| !entitled(one)).map(|one| format!("{one:?} took a reserved seat")));
    }
    let mut live: BTreeMap<PersonId, u32> = BTreeMap::new();
    for one in after.iter().filter(|one| one.state_at(now).is_live()) {
        *live.entry(one.person).or_default() += 1;
    }
    wrong = wrong.or(live.values().any(|times| *times > 1).then(|| "somebody is registered twice".into()));
    let moved = before.iter().find(|one| {
        let new = after.iter().find(|other| other.id == one.id);
        let (old, new) = (one.state_at(now), new.map(|new| new.state_at(now)));
        new.is_none_or(|new| old != new && !old.may_become(new))
    });
    wrong.or(moved.map(|one| format!("{one:?} moved where it may not")))
}

/// Takes a step as somebody would: what is refused changes nothing.
fn take(session: &mut Session, step: &Step, next: &mut u128, now: &mut DateTime<Utc>) {
    let Session { seating, registrations } = session.clone();
    let known = |at: &prop::sample::Index| (!registrations.is_empty()).then(|| at.get(&registrations).clone());
    let mut fresh = || {
        *next += 1;
        id(*next)
    };
    let changed: Vec<Registration> = match step {
        Step::Register { of, people, together, agreement } => {
            let candidate = |(number, qualities): &(u128, Vec<&str>)| Candidate {
                id: fresh(),
                person: person(*number),
                qualities: keys(qualities),
                order: 0,
            };
            let people: Vec<Candidate> = people.iter().map(candidate).collect();
            let together = together.then(|| group(people[0].id.0.as_u128()));
            let asking =
                Asking { organization: organization(*of), guest: guest(*of), people, together, agreement: *agreement };
            let placed = register(&seating, &registrations, &asking, *now).unwrap_or_default();
            placed.into_iter().map(|placed| placed.registration).collect()
        }
        Step::Agree(at) => {
            let placed = known(at).and_then(|one| agree(&seating, &registrations, one.id, *now).ok());
            placed.unwrap_or_default().into_iter().map(|placed| placed.registration).collect()
        }
        Step::Refuse(at) => known(at).and_then(|one| refuse(&seating, &one, "no", *now).ok()).into_iter().collect(),
        Step::Cancel(at) => known(at).and_then(|one| cancel(&seating, &one, false, *now).ok()).into_iter().collect(),
        Step::Accept(at) => known(at).and_then(|one| accept(&seating, &one, *now).ok()).into_iter().collect(),
        Step::Decline(at) => known(at).and_then(|one| decline(&seating, &one, *now).ok()).into_iter().collect(),
        Step::Transfer { from, to, qualities } => {
            let colleague = Candidate { id: fresh(), person: person(*to), qualities: keys(qualities), order: 0 };
            let moved = known(from).and_then(|one| transfer(&seating, &registrations, one.id, &colleague, *now).ok());
            moved.map(|moved| vec![moved.given, moved.taken]).unwrap_or_default()
        }
        Step::OutOfOrder(at) => known(at)
            .and_then(|one| seat_out_of_order(&seating, &registrations, one.id, "speaks", *now).ok())
            .unwrap_or_default(),
        Step::Offer => {
            let made = offers(&seating, &registrations, *now);
            made.iter().map(|offer| offer.hold(session.find(offer.registration))).collect()
        }
        Step::Expire => expire(&registrations, *now),
        Step::Allocate => {
            let run = allocate(&seating, &registrations, *now);
            run.map(|run| run.applied(&registrations)).unwrap_or_default()
        }
        Step::Change { capacity, quota, small, guests } => {
            let new = Seating {
                capacity: *capacity,
                quota: quota.map_or(Quota::None, |seats| Quota::Fixed { seats }),
                guests: guests.iter().map(|seats| (network(100), *seats)).collect(),
                pots: if *small > 0 { vec![pot("small", *small)] } else { vec![] },
                ..seating.clone()
            };
            if may_change(&seating, &new, &registrations, true, *now).is_ok() {
                session.seating = new;
            }
            vec![]
        }
        Step::Pass(hours) => {
            *now += TimeDelta::hours(*hours);
            vec![]
        }
    };
    session.write(changed);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Never over capacity, quota or pots; nobody twice; nobody loses a seat but by leaving it; nobody is offered
    /// anything again who declined, cancelled or let it expire; and after the offers no seat is empty beside somebody
    /// who could take it.
    #[test]
    fn the_rules_hold_after_every_step(fair: bool, capacity in 1..10_u32, steps in prop::collection::vec(step(), 1..60)) {
        let mut session = Session::new(if fair { Rule::FairAtClose } else { Rule::FirstCome }, capacity);
        session.seating.guests = [(network(100), 2)].into();
        session.seating.pots = vec![pot("small", capacity / 4), pot("brussels", capacity / 5)];
        let (mut next, mut now) = (0, hour(0));
        for step in &steps {
            let before = session.registrations.clone();
            take(&mut session, step, &mut next, &mut now);
            prop_assert_eq!(broken(&session.seating, &before, &session.registrations, now), None, "{:?}", step);
            if !matches!(step, Step::Cancel(_) | Step::Transfer { .. }) {
                for one in before.iter().filter(|one| one.state == State::Seated) {
                    prop_assert_eq!(session.find(one.id).state, State::Seated, "{:?} took a seat", step);
                }
            }
            if matches!(step, Step::Offer) {
                prop_assert_eq!(offers(&session.seating, &session.registrations, now), vec![]);
                let tally = Tally::new(&session.seating, &session.registrations, now);
                let alone = |one: &&Registration| one.state == State::Waiting && one.group.is_none();
                if waiting::standstill(&session.seating, &session.registrations, now).is_none() {
                    for one in session.registrations.iter().filter(alone) {
                        prop_assert!(tally.room(one).is_err(), "{:?}", one);
                    }
                }
            }
        }
    }
}
