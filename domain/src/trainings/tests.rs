use chrono::TimeDelta;
use uuid::Uuid;

use super::{
    registering::{Asking, Candidate, Place, Placed, RegisterRefused, register},
    seating::{Pot, Quota, Rule, Seating},
    waiting::{Offer, offers},
    *,
};

mod allocation;
mod days;
mod evaluation;
mod figures;
mod listing;
mod moving;
mod needs;
mod seats;
mod sequences;
mod settings;

/// Hours after registration opens; it closes at 100 and the session begins at 200.
fn hour(hour: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_774_854_000, 0).expect("a time") + TimeDelta::hours(hour)
}

fn organization(number: u128) -> OrganizationId {
    OrganizationId(Uuid::from_u128(number))
}

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn id(number: u128) -> RegistrationId {
    RegistrationId(Uuid::from_u128(number))
}

fn group(number: u128) -> RegistrationGroupId {
    RegistrationGroupId(Uuid::from_u128(number))
}

fn network(number: u128) -> NetworkId {
    NetworkId(Uuid::from_u128(number))
}

/// Where associations come at random, the fourth is of another network.
fn guest(of: u128) -> Option<NetworkId> {
    (of == 3).then(|| network(100))
}

fn keys(keys: &[&str]) -> BTreeSet<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

fn pot(key: &str, seats: u32) -> Pot {
    Pot { key: key.to_owned(), seats }
}

fn seating(rule: Rule, capacity: u32) -> Seating {
    Seating {
        rule,
        capacity,
        minimum: 0,
        quota: Quota::None,
        guests: [].into(),
        pots: vec![],
        reserved_until: Some(hour(150)),
        opens_at: hour(0),
        closes_at: hour(100),
        begins_at: hour(200),
        hold_hours: seating::HOLD_HOURS,
        cancel_until: None,
        priorities: [].into(),
        seed: "2026-06-01 Namur".into(),
    }
}

/// People who are registered under their own number.
fn candidates(people: &[u128], qualities: &[&str]) -> Vec<Candidate> {
    let candidate =
        |number: &u128| Candidate { id: id(*number), person: person(*number), qualities: keys(qualities), order: 0 };
    people.iter().map(candidate).collect()
}

/// A session as people meet it: decisions are written down as they come.
#[derive(Clone, Debug)]
struct Session {
    seating: Seating,
    registrations: Vec<Registration>,
}

impl Session {
    fn new(rule: Rule, capacity: u32) -> Self {
        Self { seating: seating(rule, capacity), registrations: vec![] }
    }

    fn write(&mut self, changed: impl IntoIterator<Item = Registration>) {
        for new in changed {
            match self.registrations.iter_mut().find(|known| known.id == new.id) {
                Some(known) => *known = new,
                None => self.registrations.push(new),
            }
        }
    }

    fn place(&mut self, placed: Vec<Placed>) -> Vec<Place> {
        self.write(placed.iter().map(|placed| placed.registration.clone()));
        placed.into_iter().map(|placed| placed.place).collect()
    }

    fn ask(&mut self, asking: &Asking, now: i64) -> Result<Vec<Place>, RegisterRefused> {
        let placed = register(&self.seating, &self.registrations, asking, hour(now))?;
        Ok(self.place(placed))
    }

    /// Registers people for an association, as many as fit.
    fn register(&mut self, of: u128, people: &[u128], qualities: &[&str], now: i64) -> Vec<Place> {
        let people = candidates(people, qualities);
        let asking = Asking { organization: organization(of), guest: None, people, together: None, agreement: false };
        self.ask(&asking, now).expect("registered")
    }

    /// Registers people for an association, all or none.
    fn register_group(&mut self, of: u128, people: &[u128], now: i64) -> Vec<Place> {
        let together = Some(group(people[0]));
        let people = candidates(people, &[]);
        let asking = Asking { organization: organization(of), guest: None, people, together, agreement: false };
        self.ask(&asking, now).expect("registered")
    }

    fn offer(&mut self, now: i64) -> Vec<u128> {
        let made = offers(&self.seating, &self.registrations, hour(now));
        self.hold(&made);
        made.iter().map(|offer| offer.registration.0.as_u128()).collect()
    }

    fn hold(&mut self, made: &[Offer]) {
        let held: Vec<_> = made.iter().map(|offer| offer.hold(self.find(offer.registration))).collect();
        self.write(held);
    }

    fn find(&self, id: RegistrationId) -> &Registration {
        self.registrations.iter().find(|registration| registration.id == id).expect("a registration")
    }

    fn of(&self, number: u128) -> &Registration {
        self.find(id(number))
    }

    fn cancel(&mut self, number: u128, now: i64) {
        let cancelled = moves::cancel(&self.seating, self.of(number), false, hour(now)).expect("cancelled");
        self.write([cancelled]);
    }

    /// Who stands in a state, by number.
    fn who(&self, state: State) -> Vec<u128> {
        let standing = self.registrations.iter().filter(|registration| registration.state == state);
        standing.map(|registration| registration.id.0.as_u128()).collect()
    }
}

const fn general() -> Place {
    Place::Seated { pot: None }
}

fn from_pot(key: &str) -> Place {
    Place::Seated { pot: Some(key.to_owned()) }
}

const fn waits(because: waiting::Wait) -> Place {
    Place::Waiting { because }
}
