//! What people do with Trame: one module a capability.
//!
//! A use case authorises, then decides with `domain` inside one write, and tells the journal. Every
//! function takes the [`Viewer`] who asks; what they may not see is [`Error::NotFound`].

pub mod assemblies;
pub mod audit;
pub mod ballots;
pub mod elections;
pub mod error;
mod fields;
pub mod home;
pub mod mail;
pub mod memberships;
pub mod motions;
pub mod networks;
pub mod organizations;
pub mod people;
pub mod sign_in;
pub mod statutes;
pub mod tellers;
pub mod text;
pub mod trainings;
pub mod viewer;
pub mod visits;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use entities::Store;

pub use error::{Error, FieldError, FieldProblem, Refusal};
pub use viewer::Viewer;

/// What the server is told once, when it starts.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Address under which people reach the server, without a slash at the end.
    pub public_url: String,
    /// Whether identity providers on this machine may be spoken to: the demo and the tests.
    pub allow_loopback_providers: bool,
    /// Whether the content is invented, which every page then says.
    pub demo: bool,
}

/// Everything that use cases need; cheap to clone.
#[derive(Clone)]
pub struct Services {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    settings: Settings,
    oidc: oidc::Client,
    rooms: assemblies::Rooms,
    votes: assemblies::Votes,
    secret_ballots: elections::SecretBallots,
    proceedings: assemblies::Readings<domain::ids::AssemblyId, assemblies::Proceedings>,
    registering: trainings::Registering,
}

impl Services {
    /// Puts the parts together.
    #[must_use]
    pub fn new(store: Store, settings: Settings) -> Self {
        let policy = if settings.allow_loopback_providers {
            oidc::NetworkPolicy::loopback()
        } else {
            oidc::NetworkPolicy::default()
        };
        let clock = store.clock().clone();
        let oidc = oidc::Client::new(policy, Arc::new(move || clock.now()));
        let (rooms, votes) = (assemblies::Rooms::default(), assemblies::gathering());
        let secret_ballots = elections::gathering();
        let (proceedings, registering) = (assemblies::Readings::default(), trainings::gathering());
        let inner = Inner { store, settings, oidc, rooms, votes, secret_ballots, proceedings, registering };
        Self { inner: Arc::new(inner) }
    }

    /// The database.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// What the server was told when it started.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    /// The protocol of sign-in.
    #[must_use]
    pub fn oidc(&self) -> &oidc::Client {
        &self.inner.oidc
    }

    /// The rooms that are being watched.
    #[must_use]
    pub fn rooms(&self) -> &assemblies::Rooms {
        &self.inner.rooms
    }

    pub(crate) fn votes(&self) -> &assemblies::Votes {
        &self.inner.votes
    }

    pub(crate) fn secret_ballots(&self) -> &elections::SecretBallots {
        &self.inner.secret_ballots
    }

    pub(crate) fn proceedings(&self) -> &assemblies::Readings<domain::ids::AssemblyId, assemblies::Proceedings> {
        &self.inner.proceedings
    }

    pub(crate) fn registering(&self) -> &trainings::Registering {
        &self.inner.registering
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.inner.store.clock().now()
    }
}

/// The time zone of that name; Paris where the name is unknown, because a day must begin somewhere.
#[must_use]
pub fn time_zone(name: &str) -> Tz {
    name.parse().unwrap_or(Tz::Europe__Paris)
}

/// The day in a time zone.
#[must_use]
pub fn day_in(zone: Tz, at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}
