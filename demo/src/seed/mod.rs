//! Fills an empty database with the demo.
//!
//! Organizations, people and networks are written down at once; memberships, mandates and figures
//! as time goes by; assemblies and trainings are played through the services at their own time, so that
//! rolls, quorums, results and seats are computed and never written by hand.

mod assemblies;
mod connections;
mod foundations;
mod motions;
mod records;
mod trainings;
mod visits;

use std::sync::Arc;

use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, TimeZone, Utc};
use domain::ids::PersonId;
use entities::{Unit, audit::journal_line, people::person};
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use services::{Error, Services, Viewer};

use crate::{
    clock::DemoClock,
    data::{Demo, Network, NobodySpeaks},
    ids::id,
};

/// What the journal says last of a demo that is complete.
const COMPLETE: &str = "demo_seeded";
/// Who wrote the demo down, for the journal.
const ACTOR: &str = "demo";
/// SQLite takes 32,766 values in a statement.
const ROWS: usize = 500;

/// Whether anything had to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeded {
    /// The database was empty.
    Now,
    /// The demo was there.
    Before,
}

/// Why a database has no demo.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// A vote in the data that nobody could have cast.
    #[error(transparent)]
    Vote(#[from] NobodySpeaks),
    /// The data names something that it does not describe, or an hour that does not exist.
    #[error("demonstration data: {0}")]
    Unknown(String),
    /// A service refused.
    #[error("{what}: {error}")]
    Refused {
        /// What was played.
        what: String,
        /// The refusal.
        error: Error,
    },
    /// The database.
    #[error(transparent)]
    Services(#[from] Error),
    /// The database holds something else.
    #[error("this database holds something else than a complete demo: name another one, or remove it")]
    Occupied,
}

impl From<DbErr> for SeedError {
    fn from(error: DbErr) -> Self {
        Self::Services(error.into())
    }
}

/// Fills an empty database as of `today`. Done once, it does nothing; connections follow the public
/// address every time, because their issuers lie under it.
///
/// # Errors
/// [`SeedError`].
pub async fn seed(
    services: &Services,
    clock: &DemoClock,
    demo: &Arc<Demo>,
    today: NaiveDate,
) -> Result<Seeded, SeedError> {
    let result = fill(services, clock, demo, today).await;
    clock.release();
    result
}

async fn fill(services: &Services, clock: &DemoClock, demo: &Arc<Demo>, today: NaiveDate) -> Result<Seeded, SeedError> {
    let read = services.store().read();
    let complete = journal_line::Entity::find().filter(journal_line::Column::Kind.eq(COMPLETE)).one(read).await?;
    if complete.is_some() {
        connections::follow(services, demo).await?;
        return Ok(Seeded::Before);
    }
    if person::Entity::find().one(read).await?.is_some() {
        return Err(SeedError::Occupied);
    }
    let events = events(demo, today)?;
    if let Some(first) = events.first() {
        clock.set(first.at() - chrono::TimeDelta::hours(1));
    }
    foundations::write(services, demo).await?;
    play(services, clock, demo, &events, today).await?;
    clock.release();
    records::write(services, demo, today, records::Until::TheEnd).await?;
    connections::write(services, demo).await?;
    services
        .store()
        .write(|unit| {
            Box::pin(async move {
                unit.record(ACTOR, None, COMPLETE, json!({}));
                Ok::<_, Error>(())
            })
        })
        .await?;
    Ok(Seeded::Now)
}

/// Something that happens, with its time.
enum Event<'d> {
    Assembly(assemblies::Event<'d>),
    Training(trainings::Event<'d>),
    Visit(visits::Event<'d>),
}

impl Event<'_> {
    const fn at(&self) -> DateTime<Utc> {
        match self {
            Self::Assembly(event) => event.at,
            Self::Training(event) => event.at,
            Self::Visit(event) => event.at,
        }
    }
}

/// Everything that happens, in the order of the clock.
fn events(demo: &Demo, today: NaiveDate) -> Result<Vec<Event<'_>>, SeedError> {
    let mut all: Vec<_> = assemblies::events(demo, today)?.into_iter().map(Event::Assembly).collect();
    all.extend(trainings::events(demo, today)?.into_iter().map(Event::Training));
    all.extend(visits::events(demo, today).into_iter().map(Event::Visit));
    all.sort_by_key(Event::at);
    Ok(all)
}

async fn play(
    services: &Services,
    clock: &DemoClock,
    demo: &Arc<Demo>,
    events: &[Event<'_>],
    today: NaiveDate,
) -> Result<(), SeedError> {
    let (mut assemblies, mut trainings) =
        (assemblies::Player::new(services, today), trainings::Player::new(services, today));
    let mut visits = visits::Player::new(services, today);
    let mut recorded = None;
    for event in events {
        clock.set(event.at());
        let day = event.at().date_naive();
        if recorded != Some(day) {
            records::write(services, demo, today, records::Until::Day(day)).await?;
            recorded = Some(day);
        }
        match event {
            Event::Assembly(event) => assemblies.happens(event).await?,
            Event::Training(event) => trainings.happens(event).await?,
            Event::Visit(event) => visits.happens(event).await?,
        }
    }
    Ok(())
}

/// The moment of a local time of a network.
fn moment(network: &Network, local: NaiveDateTime) -> Result<DateTime<Utc>, SeedError> {
    match network.time_zone.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Ok(at.with_timezone(&Utc)),
        LocalResult::None => Err(SeedError::Unknown(format!("the hour {local} does not exist"))),
    }
}

/// Somebody, with what they are now.
async fn viewer(services: &Services, person: &str) -> Result<Viewer, SeedError> {
    let viewer = Viewer::load(services.store().read(), PersonId(id("person", person)), services.now()).await?;
    viewer.ok_or_else(|| SeedError::Unknown(format!("no person {person}")))
}

/// Inserts rows that a model holds whole.
async fn insert<A>(unit: &Unit, rows: Vec<<A::Entity as EntityTrait>::Model>) -> Result<(), Error>
where
    A: ActiveModelTrait + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    let rows: Vec<A> = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
    for chunk in rows.chunks(ROWS) {
        A::Entity::insert_many(chunk.to_vec()).exec_without_returning(unit.write()).await?;
    }
    Ok(())
}
