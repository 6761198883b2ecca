//! Passes: who has one, and the list with which a door decides by itself.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::{CourseRefused, State},
    check_in,
    ids::{AssemblyId, OrganizationId, PersonId},
    people::Role,
};
use entities::{
    Unit,
    assemblies::pass,
    people::{mandate, person},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::super::{drafting::visible, sitting::Sitting};
use crate::{
    Error, Refusal, Services, Viewer, day_in,
    networks::network_by_id,
    people::valid_on,
    sign_in::{fresh_code, hashed},
    text,
};

/// What somebody shows at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    /// For whom they come.
    pub organization: OrganizationId,
    /// Its name on the roll.
    pub organization_name: String,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// What is on the pass; whoever runs the assembly reads it.
    pub code: String,
}

/// What a door needs to decide by itself.
#[derive(Clone, Debug)]
pub struct DoorList {
    /// Where the assembly stands.
    pub state: State,
    /// Everybody who has a pass.
    pub entries: Vec<DoorEntry>,
}

/// Somebody whom the door may let in.
#[derive(Clone, Debug)]
pub struct DoorEntry {
    /// SHA-256 of the code, in hexadecimal digits: a device that is lost tells nobody a code.
    pub pass: String,
    /// For whom.
    pub organization: String,
    /// Who.
    pub person: String,
    /// Since when they are there.
    pub since: Option<DateTime<Utc>>,
    /// Who holds the organization's proxy; it ends when somebody comes.
    pub given_to: Option<String>,
}

/// Somebody who represents an organization today.
#[derive(Clone, Debug)]
pub(in crate::assemblies) struct Representative {
    pub organization: OrganizationId,
    pub person: PersonId,
    pub name: String,
    pub role: Role,
}

/// Who represents the organizations of a roll on a day; somebody with two such mandates once.
pub(in crate::assemblies) async fn representatives(
    database: &impl ConnectionTrait,
    sitting: &Sitting,
    today: NaiveDate,
) -> Result<Vec<Representative>, Error> {
    let roles: Vec<&str> = Role::ALL.iter().filter(|role| role.represents()).map(|role| role.as_str()).collect();
    let rows = mandate::Entity::find()
        .filter(mandate::Column::OrganizationId.is_in(sitting.roll.iter().map(|entry| entry.organization.0)))
        .filter(mandate::Column::Role.is_in(roles))
        .filter(valid_on(today))
        .all(database)
        .await?;
    let names: HashMap<Uuid, String> = person::Entity::find()
        .filter(person::Column::Id.is_in(rows.iter().map(|row| row.person_id)))
        .all(database)
        .await?
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect();
    let mut found: Vec<Representative> = Vec::new();
    for row in rows {
        let Some(organization) = row.organization_id.map(OrganizationId) else { continue };
        let person = PersonId(row.person_id);
        if !found.iter().any(|known| known.organization == organization && known.person == person) {
            let name = names.get(&row.person_id).cloned().unwrap_or_default();
            found.push(Representative { organization, person, name, role: row.role.parse()? });
        }
    }
    Ok(found)
}

impl Services {
    /// The passes of whoever looks: one for each organization of the roll that they represent.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn my_passes(&self, viewer: &Viewer, id: AssemblyId) -> Result<Vec<Pass>, Error> {
        let database = self.store().read();
        let sitting = Sitting::load(database, id).await?;
        visible(viewer, &sitting.row)?;
        let person = viewer.person()?;
        Ok(self.passes(sitting).await?.into_iter().filter(|pass| pass.person == person).collect())
    }

    /// The pass of somebody, for the desk that prints it.
    ///
    /// # Errors
    /// Of permission, or a refusal: they do not represent the organization, or it has no vote.
    pub async fn pass_of(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        organization: OrganizationId,
        person: PersonId,
    ) -> Result<Pass, Error> {
        let sitting = self.at_the_door(viewer, id).await?;
        let mut passes = self.passes(sitting).await?.into_iter();
        let pass = passes.find(|pass| pass.organization == organization && pass.person == person);
        Ok(pass.ok_or(Refusal::Named("not-a-representative"))?)
    }

    /// Whose pass it is that was scanned, for whoever stands at the door.
    ///
    /// # Errors
    /// Of permission, or the refusal of a code that is none.
    pub async fn pass_at_door(&self, viewer: &Viewer, id: AssemblyId, code: &str) -> Result<Pass, Error> {
        let sitting = self.at_the_door(viewer, id).await?;
        let code = check_in::read_code(code).ok_or(Refusal::Named("pass-unknown"))?;
        let found = self.passes(sitting).await?.into_iter().find(|pass| pass.code == code);
        Ok(found.ok_or(Refusal::Named("pass-unknown"))?)
    }

    /// What a door needs to decide by itself while its network is down.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn door_list(&self, viewer: &Viewer, id: AssemblyId) -> Result<DoorList, Error> {
        let sitting = self.at_the_door(viewer, id).await?;
        let mut entries: Vec<DoorEntry> = Vec::new();
        for pass in self.passes(sitting.clone()).await? {
            let here = |row: &&entities::assemblies::attendance::Model| {
                row.organization_id == pass.organization.0 && row.person_id == pass.person.0 && row.left_at.is_none()
            };
            let holder = sitting.presence.given_by(pass.organization);
            entries.push(DoorEntry {
                pass: hashed(&pass.code),
                since: sitting.attendances.iter().find(here).map(|row| row.arrived_at),
                given_to: holder.and_then(|holder| sitting.entry(holder)).map(|entry| entry.name.clone()),
                organization: pass.organization_name,
                person: pass.person_name,
            });
        }
        Ok(DoorList { state: sitting.state, entries })
    }

    /// The assembly, for whoever runs it, once its members are called.
    pub(super) async fn at_the_door(&self, viewer: &Viewer, id: AssemblyId) -> Result<Sitting, Error> {
        let sitting = Sitting::load(self.store().read(), id).await?;
        viewer.require(Action::RunAssembly, Scope::Network(domain::ids::NetworkId(sitting.row.network_id)))?;
        if sitting.state == State::Draft {
            return Err(CourseRefused::NotNow { state: sitting.state }.into());
        }
        Ok(sitting)
    }

    /// The passes of everybody who may come today, by name of the organization. Who has none yet is given one, so that
    /// a door which has the list knows everyone.
    async fn passes(&self, sitting: Sitting) -> Result<Vec<Pass>, Error> {
        if !matches!(sitting.state, State::Convened | State::Open) {
            return Ok(Vec::new());
        }
        let id = AssemblyId(sitting.row.id);
        let database = self.store().read();
        let network = network_by_id(database, sitting.row.network_id).await?;
        let today = day_in(network.zone, self.now()).max(sitting.row.held_on);
        let people = representatives(database, &sitting, today).await?;
        let mut known = stored(database, id).await?;
        if people.iter().any(|one| !known.contains_key(&(one.organization, one.person))) {
            let wanted = people.clone();
            known = self
                .store()
                .write(move |unit| {
                    let wanted = wanted.clone();
                    Box::pin(async move { make(unit, id, &wanted).await })
                })
                .await?;
        }
        let mut passes: Vec<Pass> = people
            .into_iter()
            .filter_map(|one| {
                let code = known.get(&(one.organization, one.person))?.clone();
                let organization_name = sitting.entry(one.organization)?.name.clone();
                let Representative { organization, person, name, .. } = one;
                Some(Pass { organization, organization_name, person, person_name: name, code })
            })
            .collect();
        passes.sort_by_cached_key(|pass| (text::fold(&pass.organization_name), text::fold(&pass.person_name)));
        Ok(passes)
    }
}

type Codes = HashMap<(OrganizationId, PersonId), String>;

async fn stored(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Codes, Error> {
    let rows = pass::Entity::find().filter(pass::Column::AssemblyId.eq(id.0)).all(database).await?;
    Ok(rows.into_iter().map(|row| ((OrganizationId(row.organization_id), PersonId(row.person_id)), row.code)).collect())
}

/// Gives a pass to those who have none.
async fn make(unit: &Unit, id: AssemblyId, wanted: &[Representative]) -> Result<Codes, Error> {
    let mut known = stored(unit.read(), id).await?;
    for Representative { organization, person, .. } in wanted {
        if known.contains_key(&(*organization, *person)) {
            continue;
        }
        let code = fresh_code()?;
        let row = pass::ActiveModel {
            id: Set(unit.id()),
            assembly_id: Set(id.0),
            organization_id: Set(organization.0),
            person_id: Set(person.0),
            code: Set(code.clone()),
            made_at: Set(unit.now()),
        };
        pass::Entity::insert(row).exec_without_returning(unit.write()).await?;
        known.insert((*organization, *person), code);
    }
    Ok(known)
}
