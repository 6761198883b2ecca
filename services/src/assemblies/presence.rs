//! Who comes and goes, and who speaks for whom.

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::{CourseRefused, State},
    colleges::RollEntry,
    ids::{AssemblyId, NetworkId, OrganizationId, PersonId},
    people::Role,
    proxies::may_give,
};
use entities::{
    Unit,
    assemblies::{attendance, proxy},
    people::{mandate, person},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};

use super::{check_in::representatives, in_network, sitting::Sitting};
use crate::{Error, Refusal, Services, Viewer, day_in, networks::network_by_id};

/// Someone who comes in for an organization.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    /// For whom.
    pub organization: OrganizationId,
    /// Who; the viewer when `None`.
    pub person: Option<PersonId>,
    /// Whether from afar.
    pub remote: bool,
}

/// The viewer acts for the organization, or runs the assembly.
fn acts_for(viewer: &Viewer, network: NetworkId, organization: OrganizationId) -> Result<(), Error> {
    // Who represents an organization elsewhere may see nothing of this network.
    viewer.require(Action::ViewAssembly, Scope::Network(network))?;
    match viewer.require(Action::RepresentOrganization, Scope::Member(network, organization)) {
        Err(Error::NotAllowed { .. }) => viewer.require(Action::RunAssembly, Scope::Network(network)),
        other => other,
    }
}

/// Proxies are given from the convocation to the end of the session; who comes in comes on the day.
fn doors_open(state: State) -> Result<(), Error> {
    match state {
        State::Convened | State::Open => Ok(()),
        State::Draft | State::Closed => Err(CourseRefused::NotNow { state }.into()),
    }
}

impl Services {
    /// Someone comes in. Twice is once; the organization's proxy ends.
    ///
    /// # Errors
    /// Of permission, or a refusal: not a representative, not on the roll, doors closed.
    pub async fn arrive(&self, viewer: &Viewer, id: AssemblyId, arrival: Arrival) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| Box::pin(come_in(unit, viewer, id, arrival))).await
    }

    /// Someone leaves. Who is not there has left already.
    ///
    /// # Errors
    /// Of permission, or a refusal once the session is over.
    pub async fn leave(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        organization: OrganizationId,
        person: Option<PersonId>,
    ) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let sitting = Sitting::load(unit.read(), id).await?;
                acts_for(viewer, NetworkId(sitting.row.network_id), organization)?;
                doors_open(sitting.state)?;
                let person = person.map_or_else(|| viewer.person(), Ok)?;
                let here = sitting.attendances.iter().filter(|row| {
                    row.organization_id == organization.0 && row.person_id == person.0 && row.left_at.is_none()
                });
                for row in here {
                    let mut change = row.clone().into_active_model();
                    change.left_at = Set(Some(unit.now()));
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({ "assembly": id, "organization": organization, "person": person });
                    unit.record(viewer.person()?, in_network(&sitting.row), "departure", told);
                }
                Ok(())
            })
        })
        .await
    }

    /// An organization gives its proxy to another.
    ///
    /// # Errors
    /// Of permission, or the rule that stands against it.
    pub async fn give_proxy(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        giver: OrganizationId,
        holder: OrganizationId,
    ) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let sitting = Sitting::load(unit.read(), id).await?;
                acts_for(viewer, NetworkId(sitting.row.network_id), giver)?;
                doors_open(sitting.state)?;
                may_give(&sitting.rules.proxies, &sitting.roll, &sitting.presence, giver, holder)?;
                let row = proxy::ActiveModel {
                    id: Set(unit.id()),
                    assembly_id: Set(id.0),
                    giver_id: Set(giver.0),
                    holder_id: Set(holder.0),
                    given_at: Set(unit.now()),
                    given_by: Set(Some(viewer.person()?.0)),
                    revoked_at: Set(None),
                    revoked_because: Set(None),
                };
                proxy::Entity::insert(row).exec_without_returning(unit.write()).await?;
                let told = serde_json::json!({ "assembly": id, "giver": giver, "holder": holder });
                unit.record(viewer.person()?, in_network(&sitting.row), "proxy_given", told);
                Ok(())
            })
        })
        .await
    }

    /// An organization takes its proxy back.
    ///
    /// # Errors
    /// Of permission, or a refusal: there is none, or the session is over.
    pub async fn revoke_proxy(&self, viewer: &Viewer, id: AssemblyId, giver: OrganizationId) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let sitting = Sitting::load(unit.read(), id).await?;
                acts_for(viewer, NetworkId(sitting.row.network_id), giver)?;
                doors_open(sitting.state)?;
                if sitting.presence.given_by(giver).is_none() {
                    return Err(Refusal::Named("no-proxy").into());
                }
                end_proxy(unit, &sitting, giver, viewer.person()?, "giver").await
            })
        })
        .await
    }
}

async fn come_in(unit: &Unit, viewer: &Viewer, id: AssemblyId, arrival: Arrival) -> Result<(), Error> {
    let Arrival { organization, person, remote } = arrival;
    let mut sitting = Sitting::load(unit.read(), id).await?;
    acts_for(viewer, NetworkId(sitting.row.network_id), organization)?;
    doors_open(sitting.state)?;
    let person = person.map_or_else(|| viewer.person(), Ok)?;
    if sitting.entry(organization).is_none() {
        return Err(domain::polls::CastRefused::NotOnRoll.into());
    }
    sitting.day_has_come(unit.read(), unit.now()).await?;
    let network = network_by_id(unit.read(), sitting.row.network_id).await?;
    let name = representative(unit.read(), organization, person, day_in(network.zone, unit.now())).await?;
    if sitting.presence.is_here(organization, person) {
        return Ok(());
    }
    let from = unit.now();
    let entering = Entering { organization, person, name, remote, from, scanned: None };
    enter(unit, &mut sitting, viewer.person()?, entering).await
}

/// Someone who may come in, and does.
pub(super) struct Entering {
    pub organization: OrganizationId,
    pub person: PersonId,
    pub name: String,
    pub remote: bool,
    /// Since when they are there.
    pub from: DateTime<Utc>,
    /// When their pass was scanned, and by which door.
    pub scanned: Option<(DateTime<Utc>, String)>,
}

/// Writes down that someone is there. The organization's proxy ends.
pub(super) async fn enter(unit: &Unit, sitting: &mut Sitting, by: PersonId, entering: Entering) -> Result<(), Error> {
    let Entering { organization, person, name, remote, from, scanned } = entering;
    let row = attendance::ActiveModel {
        id: Set(unit.id()),
        assembly_id: Set(sitting.row.id),
        organization_id: Set(organization.0),
        person_id: Set(person.0),
        person_name: Set(name),
        remote: Set(remote),
        arrived_at: Set(from),
        left_at: Set(None),
    };
    attendance::Entity::insert(row).exec_without_returning(unit.write()).await?;
    let mut told = serde_json::json!({ "assembly": sitting.row.id, "organization": organization, "person": person, "remote": remote });
    if let Some((scanned, door)) = scanned {
        told["since"] = serde_json::json!(from);
        told["scanned"] = serde_json::json!(scanned);
        told["door"] = serde_json::json!(door);
    }
    unit.record(by, in_network(&sitting.row), "arrival", told);
    if sitting.presence.given_by(organization).is_some() {
        end_proxy(unit, sitting, organization, by, "arrival").await?;
    }
    sitting.presence.arrive(organization, person);
    Ok(())
}

async fn end_proxy(
    unit: &Unit,
    sitting: &Sitting,
    giver: OrganizationId,
    by: PersonId,
    because: &str,
) -> Result<(), Error> {
    for row in sitting.proxies.iter().filter(|row| row.giver_id == giver.0 && row.revoked_at.is_none()) {
        let mut change = row.clone().into_active_model();
        change.revoked_at = Set(Some(unit.now()));
        change.revoked_because = Set(Some(because.to_owned()));
        change.update(unit.write()).await?;
        let told = serde_json::json!({ "assembly": sitting.row.id, "giver": giver, "holder": row.holder_id, "because": because });
        unit.record(by, in_network(&sitting.row), "proxy_revoked", told);
    }
    Ok(())
}

/// The name of a person who represents an organization today.
async fn representative(
    database: &impl ConnectionTrait,
    organization: OrganizationId,
    person: PersonId,
    today: chrono::NaiveDate,
) -> Result<String, Error> {
    let roles: Vec<&str> = Role::ALL.iter().filter(|role| role.represents()).map(|role| role.as_str()).collect();
    let mandates = mandate::Entity::find()
        .filter(mandate::Column::PersonId.eq(person.0))
        .filter(mandate::Column::OrganizationId.eq(organization.0))
        .filter(mandate::Column::Role.is_in(roles))
        .all(database)
        .await?;
    if !mandates.iter().any(|row| row.starts_on <= today && row.ends_on.is_none_or(|last| today <= last)) {
        return Err(Refusal::Named("not-a-representative").into());
    }
    let found = person::Entity::find_by_id(person.0).one(database).await?;
    Ok(found.ok_or(Error::NotFound)?.name)
}

/// A line of the desk at the door: who may come in for an organization.
#[derive(Clone, Debug)]
pub struct DeskLine {
    /// For whom.
    pub organization: OrganizationId,
    /// Its name on the roll.
    pub name: String,
    /// Its representatives today.
    pub people: Vec<DeskPerson>,
}

/// Someone who may come in.
#[derive(Clone, Debug)]
pub struct DeskPerson {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// In which role.
    pub role: Role,
    /// Whether they are there.
    pub here: bool,
}

impl Services {
    /// The desk at the door: every organization of the roll with its representatives.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn desk(&self, viewer: &Viewer, id: AssemblyId) -> Result<Vec<DeskLine>, Error> {
        let database = self.store().read();
        let sitting = Sitting::load(database, id).await?;
        viewer.require(Action::RunAssembly, Scope::Network(NetworkId(sitting.row.network_id)))?;
        let network = network_by_id(database, sitting.row.network_id).await?;
        let today = day_in(network.zone, self.now());
        let people = representatives(database, &sitting, today).await?;
        let line = |entry: &RollEntry| {
            let own = people.iter().filter(|one| one.organization == entry.organization).map(|one| DeskPerson {
                id: one.person,
                name: one.name.clone(),
                role: one.role,
                here: sitting.presence.is_here(entry.organization, one.person),
            });
            DeskLine { organization: entry.organization, name: entry.name.clone(), people: own.collect() }
        };
        Ok(sitting.roll.iter().map(line).collect())
    }
}
