//! Settling what doors tell: each scan once, in one transaction, by the rule of `domain::check_in`.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveTime, TimeZone, Utc};
use domain::{
    access::{Action, Scope},
    check_in::{Doors, Guest, Ledger, Outcome, Scan, Stay, by_our_clock, read_code},
    ids::{AssemblyId, NetworkId, OrganizationId, PersonId},
};
use entities::{
    Unit,
    assemblies::{check_in, pass},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    super::{
        in_network,
        presence::{Entering, enter},
        sitting::{Sitting, polls},
    },
    passes::representatives,
};
use crate::{Error, Refusal, Services, Viewer, day_in, networks::network_by_id, sign_in::hashed};

/// Scans that are taken at once; a door sends the rest afterwards.
const MOST: usize = 500;
/// Characters of a door's name that are kept.
const NAME: usize = 60;

/// What a door sends.
#[derive(Clone, Debug, Deserialize)]
pub struct Batch {
    /// What the door calls itself; may be empty.
    #[serde(default)]
    pub door: String,
    /// When it sent this, by its own clock.
    pub sent_at: DateTime<Utc>,
    /// What was scanned, in that order.
    pub scans: Vec<Told>,
}

/// A scan as a door tells it.
#[derive(Clone, Debug, Deserialize)]
pub struct Told {
    /// The same for the same scan.
    pub nonce: Uuid,
    /// The code, or its SHA-256 in hexadecimal digits.
    pub pass: String,
    /// When, by the door's own clock.
    pub at: DateTime<Utc>,
}

/// What became of a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Which scan.
    pub nonce: Uuid,
    /// What became of it.
    pub outcome: Outcome,
    /// Whose pass it was.
    pub person: Option<String>,
    /// For whom they came.
    pub organization: Option<String>,
    /// When it was scanned.
    pub scanned_at: DateTime<Utc>,
    /// The door that scanned it.
    pub door: String,
    /// The door through which they had come already.
    pub by_door: Option<String>,
}

impl Services {
    /// Takes what a door tells. The same scan told twice counts once, and has the same answer.
    ///
    /// # Errors
    /// Of permission, or a refusal: a batch that is too long.
    pub async fn check_in(&self, viewer: &Viewer, id: AssemblyId, batch: Batch) -> Result<Vec<Checked>, Error> {
        // Whoever may not is told so before anything else.
        self.at_the_door(viewer, id).await?;
        if batch.scans.len() > MOST {
            return Err(Refusal::Named("batch-too-long").into());
        }
        self.in_room(viewer, id, move |unit, viewer| {
            let batch = batch.clone();
            Box::pin(settle(unit, viewer, id, batch))
        })
        .await
    }

    /// What somebody at the doors has to look at, the latest first, and what was last scanned with this nonce.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn checked(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        last: Option<Uuid>,
    ) -> Result<(Vec<Checked>, Option<Checked>), Error> {
        let sitting = self.at_the_door(viewer, id).await?;
        let database = self.store().read();
        let query = check_in::Entity::find().filter(check_in::Column::AssemblyId.eq(id.0));
        let rows = query.order_by_desc(check_in::Column::ReceivedAt).all(database).await?;
        let people = names(database, &rows).await?;
        let told = |row: &check_in::Model| checked(row, &sitting, &people, &rows);
        let conflicts = rows.iter().filter(|row| row.conflict).map(told).collect::<Result<_, Error>>()?;
        let last = rows.iter().find(|row| Some(row.nonce) == last).map(told).transpose()?;
        Ok((conflicts, last))
    }
}

async fn settle(unit: &Unit, viewer: &Viewer, id: AssemblyId, batch: Batch) -> Result<Vec<Checked>, Error> {
    let by = viewer.person()?;
    let mut sitting = Sitting::load(unit.read(), id).await?;
    viewer.require(Action::RunAssembly, Scope::Network(NetworkId(sitting.row.network_id)))?;
    let before = check_in::Entity::find().filter(check_in::Column::AssemblyId.eq(id.0)).all(unit.read()).await?;
    let passes = pass::Entity::find().filter(pass::Column::AssemblyId.eq(id.0)).all(unit.read()).await?;
    let passes: BTreeMap<String, pass::Model> = passes.into_iter().map(|row| (hashed(&row.code), row)).collect();
    let mut ledger = ledger(unit, &sitting, &passes, &before).await?;
    let people = guests(unit, &sitting).await?;
    let door: String = batch.door.trim().chars().take(NAME).collect();
    let mut rows = before;
    let mut settled = Vec::with_capacity(batch.scans.len());
    for told in batch.scans {
        // A time that no database keeps is no time of this assembly either.
        let (earliest, latest) = (unit.now() - Duration::days(366), unit.now() + Duration::days(366));
        let at = by_our_clock(told.at, batch.sent_at, unit.now()).clamp(earliest, latest);
        // A code that is read at the server is hashed here; a door hashes what it keeps.
        let pass = read_code(&told.pass).map_or_else(|| told.pass.to_ascii_lowercase(), |code| hashed(&code));
        let scan = Scan { nonce: told.nonce, pass, at };
        let known = ledger.settled.contains_key(&scan.nonce);
        let outcome = ledger.settle(&scan, unit.now());
        if known {
            settled.push(scan.nonce);
            continue;
        }
        let of = passes.get(&scan.pass);
        let row = check_in::Model {
            assembly_id: id.0,
            nonce: scan.nonce,
            door: door.clone(),
            organization_id: of.map(|of| of.organization_id),
            person_id: of.map(|of| of.person_id),
            outcome: serde_json::to_value(outcome)?,
            conflict: outcome.is_conflict(),
            scanned_at: at,
            received_at: unit.now(),
            received_by: by.0,
        };
        check_in::Entity::insert(check_in::ActiveModel {
            assembly_id: Set(row.assembly_id),
            nonce: Set(row.nonce),
            door: Set(row.door.clone()),
            organization_id: Set(row.organization_id),
            person_id: Set(row.person_id),
            outcome: Set(row.outcome.clone()),
            conflict: Set(row.conflict),
            scanned_at: Set(row.scanned_at),
            received_at: Set(row.received_at),
            received_by: Set(row.received_by),
        })
        .exec_without_returning(unit.write())
        .await?;
        if let (Outcome::Recorded { at: from, .. }, Some(of)) = (outcome, of) {
            let name = people.get(&of.person_id).cloned().unwrap_or_default();
            let entering = Entering {
                organization: OrganizationId(of.organization_id),
                person: PersonId(of.person_id),
                name,
                remote: false,
                from,
                scanned: Some((at, door.clone())),
            };
            enter(unit, &mut sitting, by, entering).await?;
        } else {
            let told = serde_json::json!({
                "assembly": id, "nonce": scan.nonce, "organization": row.organization_id, "person": row.person_id,
                "scanned": at, "door": door, "outcome": outcome,
            });
            unit.record(by, in_network(&sitting.row), "check_in_not_counted", told);
        }
        rows.push(row);
        settled.push(scan.nonce);
    }
    let find = |nonce: &Uuid| rows.iter().find(|row| row.nonce == *nonce);
    settled.iter().filter_map(find).map(|row| checked(row, &sitting, &people, &rows)).collect()
}

/// What the rule needs to know.
async fn ledger(
    unit: &Unit,
    sitting: &Sitting,
    passes: &BTreeMap<String, pass::Model>,
    before: &[check_in::Model],
) -> Result<Ledger, Error> {
    let network = network_by_id(unit.read(), sitting.row.network_id).await?;
    let today = day_in(network.zone, unit.now());
    let midnight = sitting.row.held_on.and_time(NaiveTime::MIN);
    let open_since =
        network.zone.from_local_datetime(&midnight).earliest().map_or(sitting.row.starts_at, |at| at.to_utc());
    let polls = polls(unit.read(), AssemblyId(sitting.row.id)).await?;
    let last_decision = polls.iter().flat_map(|poll| [Some(poll.opened_at), poll.closed_at]).flatten().max();
    let mandated = representatives(unit.read(), sitting, today).await?;
    let guest = |row: &pass::Model| {
        let (organization, person) = (OrganizationId(row.organization_id), PersonId(row.person_id));
        let stays = sitting
            .attendances
            .iter()
            .filter(|stay| stay.organization_id == row.organization_id && stay.person_id == row.person_id);
        Guest {
            on_roll: sitting.entry(organization).is_some(),
            mandated: mandated.iter().any(|one| one.organization == organization && one.person == person),
            stays: stays.map(|stay| Stay { from: stay.arrived_at, until: stay.left_at }).collect(),
        }
    };
    let settled = before.iter().map(|row| Ok((row.nonce, serde_json::from_value(row.outcome.clone())?)));
    Ok(Ledger {
        doors: Doors { state: sitting.state, open_since, last_decision },
        guests: passes.iter().map(|(pass, row)| (pass.clone(), guest(row))).collect(),
        settled: settled.collect::<Result<_, Error>>()?,
    })
}

type Names = BTreeMap<Uuid, String>;

async fn guests(unit: &Unit, sitting: &Sitting) -> Result<Names, Error> {
    let rows = pass::Entity::find().filter(pass::Column::AssemblyId.eq(sitting.row.id)).all(unit.read()).await?;
    people(unit.read(), rows.into_iter().map(|row| row.person_id)).await
}

async fn names(database: &impl ConnectionTrait, rows: &[check_in::Model]) -> Result<Names, Error> {
    people(database, rows.iter().filter_map(|row| row.person_id)).await
}

async fn people(database: &impl ConnectionTrait, ids: impl Iterator<Item = Uuid>) -> Result<Names, Error> {
    use entities::people::person;
    let found = person::Entity::find().filter(person::Column::Id.is_in(ids)).all(database).await?;
    Ok(found.into_iter().map(|person| (person.id, person.name)).collect())
}

fn checked(
    row: &check_in::Model,
    sitting: &Sitting,
    people: &Names,
    all: &[check_in::Model],
) -> Result<Checked, Error> {
    let outcome: Outcome = serde_json::from_value(row.outcome.clone())?;
    let mut by_door = None;
    if let Outcome::AlreadyThere { since } = outcome {
        for other in all.iter().filter(|other| other.person_id == row.person_id && other.nonce != row.nonce) {
            let let_in = serde_json::from_value::<Outcome>(other.outcome.clone())?;
            if other.organization_id == row.organization_id
                && matches!(let_in, Outcome::Recorded { at, .. } if at == since)
            {
                by_door = Some(other.door.clone()).filter(|door| !door.is_empty());
            }
        }
    }
    Ok(Checked {
        nonce: row.nonce,
        outcome,
        person: row.person_id.and_then(|person| people.get(&person).cloned()),
        organization: row
            .organization_id
            .and_then(|organization| sitting.entry(OrganizationId(organization)))
            .map(|entry| entry.name.clone()),
        scanned_at: row.scanned_at,
        door: row.door.clone(),
        by_door,
    })
}
