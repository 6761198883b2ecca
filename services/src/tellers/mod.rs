//! Tellers: who they are, and the sheets on which two of them write down papers and raised hands.
//!
//! Whoever runs an assembly appoints them, from those who have arrived or who run it too. What they write, and what of
//! it counts, is decided by `domain::tellers`.

mod asked;
mod sheets;
mod urn;

use std::collections::BTreeMap;

use domain::{
    access::{Action, Relation, Scope, permitted},
    assemblies::{CourseRefused, State},
    ids::{AssemblyId, NetworkId, PersonId, PollId},
    people::Role,
    tellers::Teller,
};
use entities::{
    assemblies::{item, poll},
    people::{mandate, person},
    tellers::{sheet, teller, urn_sheet},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::OnConflict,
};
use uuid::Uuid;

pub use asked::Printed;
pub(crate) use sheets::all_signed_off;
pub use sheets::{Begun, Line, NewSheet, OnRecord, Sheets};
pub use urn::Papers;
pub(crate) use urn::{named, urn_signed_off, urns};

use crate::{
    Error, Refusal, Services, Viewer,
    assemblies::{
        drafting::{item_of, visible},
        sitting::Sitting,
    },
    day_in,
    networks::network_by_id,
};

/// The tellers of an assembly, and who could be.
#[derive(Clone, Debug, Default)]
pub struct Tellers {
    /// Those who are, by name.
    pub appointed: Vec<Teller>,
    /// Those who could be: they have arrived, or run the assembly. Only for whoever appoints.
    pub candidates: Vec<Teller>,
}

/// The tellers of an assembly, by name.
pub(crate) async fn appointed(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Vec<Teller>, Error> {
    let rows = teller::Entity::find()
        .filter(teller::Column::AssemblyId.eq(id.0))
        .filter(teller::Column::DismissedAt.is_null())
        .all(database)
        .await?;
    Ok(by_name(rows.into_iter().map(|row| (PersonId(row.person_id), row.person_name)).collect()))
}

/// The names of everybody who is or was a teller of an assembly.
pub(crate) async fn names(
    database: &impl ConnectionTrait,
    id: AssemblyId,
) -> Result<BTreeMap<PersonId, String>, Error> {
    let rows = teller::Entity::find().filter(teller::Column::AssemblyId.eq(id.0)).all(database).await?;
    Ok(rows.into_iter().map(|row| (PersonId(row.person_id), row.person_name)).collect())
}

fn by_name(people: BTreeMap<PersonId, String>) -> Vec<Teller> {
    let mut tellers: Vec<Teller> = people.into_iter().map(|(person, name)| Teller { person, name }).collect();
    tellers.sort_by_cached_key(|teller| crate::text::fold(&teller.name));
    tellers
}

/// The viewer, as the teller that they may be.
fn me(viewer: &Viewer) -> Result<Teller, Error> {
    Ok(Teller { person: viewer.person()?, name: viewer.name.clone() })
}

/// Whether the viewer runs the assembly.
fn runs(viewer: &Viewer, sitting: &Sitting) -> bool {
    viewer.may(Action::RunAssembly, Scope::Network(NetworkId(sitting.row.network_id)))
}

/// A poll of an assembly that the viewer sees, with its item.
async fn poll_seen(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    id: AssemblyId,
    poll: PollId,
) -> Result<(Sitting, poll::Model, item::Model), Error> {
    let sitting = Sitting::load(database, id).await?;
    visible(viewer, &sitting.row)?;
    let row = poll::Entity::find_by_id(poll.0).one(database).await?;
    let row = row.filter(|row| row.assembly_id == id.0).ok_or(Error::NotFound)?;
    let item = item_of(database, id, row.item_id).await?;
    Ok((sitting, row, item))
}

/// Tellers are appointed from the convocation to the end of the session.
fn may_appoint(state: State) -> Result<(), Error> {
    match state {
        State::Convened | State::Open => Ok(()),
        State::Draft | State::Closed => Err(CourseRefused::NotNow { state }.into()),
    }
}

/// Whoever runs the assembly of today, and whoever has arrived.
async fn candidates(
    database: &impl ConnectionTrait,
    sitting: &Sitting,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Vec<Teller>, Error> {
    let network = network_by_id(database, sitting.row.network_id).await?;
    let today = day_in(network.zone, now);
    let roles: Vec<&str> = Role::ALL
        .iter()
        .filter(|role| permitted(Action::RunAssembly, **role, Relation::InNetwork))
        .map(|role| role.as_str())
        .collect();
    let running: Vec<Uuid> = mandate::Entity::find()
        .filter(mandate::Column::NetworkId.eq(sitting.row.network_id))
        .filter(mandate::Column::Role.is_in(roles))
        .filter(mandate::Column::StartsOn.lte(today))
        .all(database)
        .await?
        .into_iter()
        .filter(|row| row.ends_on.is_none_or(|last| today <= last))
        .map(|row| row.person_id)
        .collect();
    let people = person::Entity::find().filter(person::Column::Id.is_in(running)).all(database).await?;
    let running = people.into_iter().map(|row| (PersonId(row.id), row.name));
    let here = sitting.attendances.iter().filter(|row| row.left_at.is_none());
    let here = here.map(|row| (PersonId(row.person_id), row.person_name.clone()));
    Ok(by_name(running.chain(here).collect()))
}

impl Services {
    /// The tellers of an assembly; whoever runs it also hears who could be one.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn tellers(&self, viewer: &Viewer, id: AssemblyId) -> Result<Tellers, Error> {
        let database = self.store().read();
        let sitting = Sitting::load(database, id).await?;
        visible(viewer, &sitting.row)?;
        let appointed = appointed(database, id).await?;
        let mut candidates =
            if runs(viewer, &sitting) { candidates(database, &sitting, self.now()).await? } else { Vec::new() };
        candidates.retain(|candidate| !appointed.iter().any(|teller| teller.person == candidate.person));
        Ok(Tellers { appointed, candidates })
    }

    /// Makes somebody a teller. Twice is once.
    ///
    /// # Errors
    /// Of permission, or a refusal: not there, not now.
    pub async fn appoint_teller(&self, viewer: &Viewer, id: AssemblyId, person: PersonId) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let sitting = Sitting::load(unit.read(), id).await?;
                viewer.require(Action::RunAssembly, Scope::Network(NetworkId(sitting.row.network_id)))?;
                may_appoint(sitting.state)?;
                if appointed(unit.read(), id).await?.iter().any(|teller| teller.person == person) {
                    return Ok(());
                }
                let candidates = candidates(unit.read(), &sitting, unit.now()).await?;
                let found = candidates.into_iter().find(|candidate| candidate.person == person);
                let Teller { name, .. } = found.ok_or(Refusal::Named("teller-not-here"))?;
                let row = teller::ActiveModel {
                    assembly_id: Set(id.0),
                    person_id: Set(person.0),
                    person_name: Set(name.clone()),
                    appointed_at: Set(unit.now()),
                    appointed_by: Set(viewer.person()?.0),
                    dismissed_at: Set(None),
                };
                let again = OnConflict::columns([teller::Column::AssemblyId, teller::Column::PersonId])
                    .update_columns([
                        teller::Column::PersonName,
                        teller::Column::AppointedAt,
                        teller::Column::AppointedBy,
                        teller::Column::DismissedAt,
                    ])
                    .to_owned();
                teller::Entity::insert(row).on_conflict(again).exec_without_returning(unit.write()).await?;
                let told = serde_json::json!({ "assembly": id, "person": person, "name": name });
                unit.record(viewer.person()?, Some(sitting.row.network_id), "teller_appointed", told);
                Ok(())
            })
        })
        .await
    }

    /// Somebody is a teller no more; not while a sheet of theirs is begun.
    ///
    /// # Errors
    /// Of permission, or a refusal.
    pub async fn dismiss_teller(&self, viewer: &Viewer, id: AssemblyId, person: PersonId) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let sitting = Sitting::load(unit.read(), id).await?;
                viewer.require(Action::RunAssembly, Scope::Network(NetworkId(sitting.row.network_id)))?;
                may_appoint(sitting.state)?;
                let tellers = appointed(unit.read(), id).await?;
                if !tellers.iter().any(|teller| teller.person == person) {
                    return Ok(());
                }
                if has_begun(unit.read(), id, person).await? {
                    return Err(Refusal::Named("teller-has-begun").into());
                }
                let change = teller::ActiveModel {
                    assembly_id: Set(id.0),
                    person_id: Set(person.0),
                    dismissed_at: Set(Some(unit.now())),
                    ..Default::default()
                };
                teller::Entity::update(change).exec(unit.write()).await?;
                let told = serde_json::json!({ "assembly": id, "person": person });
                unit.record(viewer.person()?, Some(sitting.row.network_id), "teller_dismissed", told);
                Ok(())
            })
        })
        .await
    }
}

/// Whether somebody has a sheet of a poll of the assembly that is not signed off.
async fn has_begun(database: &impl ConnectionTrait, id: AssemblyId, person: PersonId) -> Result<bool, Error> {
    let polls: Vec<Uuid> = poll::Entity::find()
        .filter(poll::Column::AssemblyId.eq(id.0))
        .select_only()
        .column(poll::Column::Id)
        .order_by_asc(poll::Column::Id)
        .into_tuple()
        .all(database)
        .await?;
    let begun = sheet::Entity::find()
        .filter(sheet::Column::PollId.is_in(polls.clone()))
        .filter(sheet::Column::TellerId.eq(person.0));
    if begun.count(database).await? > 0 {
        return Ok(true);
    }
    let begun = urn_sheet::Entity::find()
        .filter(urn_sheet::Column::PollId.is_in(polls))
        .filter(urn_sheet::Column::TellerId.eq(person.0));
    Ok(begun.count(database).await? > 0)
}
