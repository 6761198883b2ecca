//! Who was there, minute by minute: every arrival and departure with what it made of the assembly.

use chrono::{DateTime, Utc};

use crate::{
    colleges::RollEntry,
    ids::{OrganizationId, PersonId},
    proxies::{Presence, Representation},
};

/// Somebody was there for an organization, from and until.
#[derive(Clone, Copy, Debug)]
pub struct Stay {
    /// For whom.
    pub organization: OrganizationId,
    /// Who.
    pub person: PersonId,
    /// From.
    pub from: DateTime<Utc>,
    /// Until; to the end where there is none.
    pub until: Option<DateTime<Utc>>,
}

/// A proxy stood, from and until.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Whose.
    pub giver: OrganizationId,
    /// With whom.
    pub holder: OrganizationId,
    /// From.
    pub from: DateTime<Utc>,
    /// Until; to the end where there is none.
    pub until: Option<DateTime<Utc>>,
}

/// An arrival or a departure, and what there was after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// When.
    pub at: DateTime<Utc>,
    /// Which of the stays, by its place.
    pub stay: usize,
    /// Whether somebody came.
    pub arrived: bool,
    /// Organizations of the roll whose representative is there.
    pub present: u64,
    /// Organizations whose proxy is held by one that is there.
    pub represented: u64,
    /// The voices of both.
    pub voices: u64,
}

/// Of things at one moment, proxies are given before people come, and end before people go.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Given(usize),
    Came(usize),
    Ended(usize),
    Left(usize),
}

/// Every arrival and departure, in its order.
#[must_use]
pub fn movements(roll: &[RollEntry], stays: &[Stay], proxies: &[Standing]) -> Vec<Movement> {
    let mut events: Vec<(DateTime<Utc>, Event)> = Vec::new();
    for (place, stay) in stays.iter().enumerate() {
        events.push((stay.from, Event::Came(place)));
        events.extend(stay.until.map(|until| (until, Event::Left(place))));
    }
    for (place, proxy) in proxies.iter().enumerate() {
        events.push((proxy.from, Event::Given(place)));
        events.extend(proxy.until.map(|until| (until, Event::Ended(place))));
    }
    events.sort_unstable();
    let mut presence = Presence::default();
    let mut movements = Vec::new();
    for (at, event) in events {
        let (stay, arrived) = match event {
            Event::Given(place) => {
                presence.give(proxies[place].giver, proxies[place].holder);
                continue;
            }
            Event::Ended(place) => {
                // Another may have been given meanwhile: only this one ends.
                if presence.given_by(proxies[place].giver) == Some(proxies[place].holder) {
                    presence.take_back(proxies[place].giver);
                }
                continue;
            }
            Event::Came(place) => {
                presence.arrive(stays[place].organization, stays[place].person);
                (place, true)
            }
            Event::Left(place) => {
                presence.leave(stays[place].organization, stays[place].person);
                (place, false)
            }
        };
        let mut movement = Movement { at, stay, arrived, present: 0, represented: 0, voices: 0 };
        for entry in roll {
            match presence.of(entry.organization) {
                Representation::Present => movement.present += 1,
                Representation::Represented { .. } => movement.represented += 1,
                Representation::Absent => continue,
            }
            movement.voices += entry.weight;
        }
        movements.push(movement);
    }
    movements
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use uuid::Uuid;

    use super::*;
    use crate::{colleges::WeightReason, ids::CollegeId};

    fn organization(number: u128) -> OrganizationId {
        OrganizationId(Uuid::from_u128(number))
    }

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
    }

    fn stay(number: u128, from: i64, until: Option<i64>) -> Stay {
        let person = PersonId(Uuid::from_u128(100 + number));
        Stay { organization: organization(number), person, from: at(from), until: until.map(at) }
    }

    /// One comes with a proxy, its giver comes itself, the first leaves.
    #[test]
    fn each_movement_tells_what_it_made_of_the_assembly() {
        let roll: Vec<RollEntry> = (1..=3)
            .map(|number| RollEntry {
                organization: organization(number),
                name: format!("Association {number}"),
                college: CollegeId(Uuid::from_u128(9)),
                college_name: "Collège".into(),
                weight: u64::try_from(number).expect("small"),
                reason: WeightReason::Fixed,
            })
            .collect();
        let stays = [stay(1, 0, Some(30)), stay(2, 10, None)];
        let given = |giver, from, until: Option<i64>| Standing {
            giver: organization(giver),
            holder: organization(1),
            from: at(from),
            until: until.map(at),
        };
        let proxies = [given(2, -60, Some(10)), given(3, 5, None)];
        let told: Vec<_> = movements(&roll, &stays, &proxies)
            .into_iter()
            .map(|movement| {
                (movement.at, movement.stay, movement.arrived, movement.present, movement.represented, movement.voices)
            })
            .collect();
        assert_eq!(
            told,
            [
                (at(0), 0, true, 1, 1, 3),
                (at(10), 1, true, 2, 1, 6),
                // With its holder the proxy of the third is without effect.
                (at(30), 0, false, 1, 0, 2),
            ]
        );
    }
}
