//! Trainings, their sessions, and who asked when for which seats. Who has one is computed.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::NaiveTime;
use domain::{
    locale::Locale,
    trainings::{
        catalogue::{Course, Provider},
        seating::{Pot, Rule},
    },
};
use serde::Deserialize;

use super::Day;

/// A training of a network's catalogue, in the network's language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// Of which network.
    pub network: String,
    /// Unique in the network.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// Under which heading it stands.
    pub subject: String,
    /// For whom.
    #[serde(default)]
    pub audience: String,
    /// What people can do afterwards.
    #[serde(default)]
    pub objectives: String,
    /// What they need before.
    #[serde(default)]
    pub prerequisites: String,
    /// How long it takes, in hours, as a form would say it: `3,5`.
    pub hours: String,
    /// Who leads it, by roles.
    #[serde(default)]
    pub trainers: String,
    /// Who gives it.
    pub provider: Provider,
    /// The name of the body or of the member.
    #[serde(default)]
    pub provider_name: String,
    /// In which languages it is held.
    pub languages: Vec<Locale>,
    /// The qualification that goes with the certificate.
    #[serde(default)]
    pub grant: String,
    /// For how many months it holds; for good where nothing is said.
    #[serde(default)]
    pub grant_months: String,
    /// What is arranged for people with disabilities.
    #[serde(default)]
    pub accessibility: String,
    /// For each category, as a form would say it: `Membres : 40`.
    #[serde(default)]
    pub prices: Vec<String>,
    /// Who pays for the rest.
    #[serde(default)]
    pub funders: String,
    /// Whether people are asked afterwards what they thought of it, by the usual questions.
    #[serde(default)]
    pub evaluated: bool,
    /// The day on which it is written down.
    pub added_on: Day,
    /// Who writes it down, and does everything that the organizer of its sessions does.
    pub organized_by: String,
    /// Whether it is in the catalogue, or a draft.
    pub published: bool,
    /// Its sessions.
    #[serde(default)]
    pub sessions: Vec<Session>,
}

/// A session of a training.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Unique in the training.
    pub slug: String,
    /// Where, for a room.
    #[serde(default)]
    pub place: String,
    /// Where, from afar.
    #[serde(default)]
    pub remote_url: String,
    /// How to get there.
    #[serde(default)]
    pub instructions: String,
    /// In their order.
    pub half_days: Vec<HalfDay>,
    /// How seats are given.
    pub rule: Rule,
    /// How many there are.
    pub capacity: u32,
    /// How many people it needs.
    #[serde(default)]
    pub minimum: u32,
    /// How many one association may hold; without a limit when `None`.
    pub quota: Option<u32>,
    /// Reserved seats, part of the capacity.
    #[serde(default)]
    pub reserved: Vec<Pot>,
    /// From when on they are for all.
    pub reserved_until: Option<Day>,
    /// Other networks with which it is shared, as a form would say it: `transfrontalier: 2`.
    #[serde(default)]
    pub shared: Vec<String>,
    /// The first day on which people ask.
    pub opens_on: Day,
    /// The last one.
    pub closes_on: Day,
    /// The last day on which people give their seat back themselves.
    pub cancel_on: Option<Day>,
    /// The day on which it is announced; planned until then, or always.
    pub announced_on: Option<Day>,
    /// The day on which it is confirmed.
    pub confirmed_on: Option<Day>,
    /// What it cost, as a form would say it.
    #[serde(default)]
    pub cost: String,
    /// What others paid towards it.
    #[serde(default)]
    pub funding: String,
    /// Who asks for seats.
    #[serde(default)]
    pub registrations: Vec<Registration>,
}

/// A half-day of a session, in the network's time zone.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HalfDay {
    /// On which day.
    pub on: Day,
    /// Its beginning.
    pub from: NaiveTime,
    /// Its end.
    pub to: NaiveTime,
}

/// Seats that somebody asks for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// On behalf of which organization; of the network's partners when `None`.
    pub organization: Option<String>,
    /// Through which network, where it is not the one of the training.
    pub through: Option<String>,
    /// For whom, in the order of the organization's priorities.
    pub people: Vec<String>,
    /// Who asks for them; the first of them when `None`.
    pub by: Option<String>,
    /// The day.
    pub on: Day,
    /// The time, in the network's time zone.
    pub at: NaiveTime,
    /// Whether they want seats together or not at all.
    #[serde(default)]
    pub together: bool,
    /// The reserved seats to which they declare a right.
    #[serde(default)]
    pub qualities: BTreeSet<String>,
    /// What those who prepare the session have to know.
    #[serde(default)]
    pub needs: String,
}

/// An organization whose managers agree before its people take part.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Which.
    pub organization: String,
    /// Who says so.
    pub by: String,
    /// Since when.
    pub on: Day,
}

impl Session {
    /// How far the data takes it.
    #[must_use]
    pub const fn course(&self) -> Course {
        match (self.announced_on, self.confirmed_on) {
            (None, _) => Course::Planned,
            (Some(_), None) => Course::Announced,
            (Some(_), Some(_)) => Course::Confirmed,
        }
    }
}

impl Registration {
    /// Who asks.
    #[must_use]
    pub fn asks(&self) -> &str {
        self.by.as_ref().or(self.people.first()).map_or("", String::as_str)
    }
}

/// Needs that a network collects from its members for the year to come.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeedCollection {
    /// Of which network.
    pub network: String,
    /// What it asks for.
    pub introduction: String,
    /// The day on which it opens.
    pub opened_on: Day,
    /// The last day.
    pub closes_on: Day,
    /// Who opens it.
    pub by: String,
    /// What associations need.
    pub needs: Vec<Need>,
}

/// What an association needs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Whose.
    pub organization: String,
    /// Who states it.
    pub by: String,
    /// A training of the catalogue, by its word.
    pub training: Option<String>,
    /// Another subject.
    #[serde(default)]
    pub subject: String,
    /// For how many people.
    pub people: u32,
    /// When and where, best.
    #[serde(default)]
    pub preference: String,
    /// Why.
    #[serde(default)]
    pub reasons: String,
    /// The day.
    pub on: Day,
}
