//! Stays and visits, as the data files say them.

use domain::visits::Kind;
use serde::Deserialize;

use super::Day;

/// What a host offers, and who comes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitOffer {
    /// Of which network.
    pub network: String,
    /// Who offers.
    pub host: String,
    /// What kind of visit it is.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// What one sees.
    pub details: String,
    /// How many people at a time.
    pub places: u32,
    /// Who offers it for the host, and agrees for it.
    pub by: String,
    /// On which day.
    pub on: Day,
    /// Who asked to come.
    #[serde(default)]
    pub visits: Vec<Visit>,
}

/// Somebody asked to come.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// Of which association.
    pub sender: String,
    /// Who.
    pub person: String,
    /// What they would like to see.
    pub wish: String,
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// On which day they asked.
    pub on: Day,
    /// The day on which the host agreed.
    pub agreed_on: Option<Day>,
    /// What the visitor told of it, the day after.
    #[serde(default)]
    pub visitor_told: String,
    /// What the host told of it, the day after.
    #[serde(default)]
    pub host_told: String,
}
