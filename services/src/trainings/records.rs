//! A session as its records stand: what every decision about it begins with.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    ids::{NetworkId, OrganizationId, PersonId, RegistrationGroupId, RegistrationId, TrainingSessionId},
    trainings::{Registration, catalogue::Course, seating::Seating},
};
use entities::{
    Unit,
    people::person,
    trainings::{guest, registration, session, training},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::Error;

/// A session with the training that it is of, its rules about seats, and everybody who registered.
#[derive(Clone, Debug)]
pub(super) struct Records {
    pub row: session::Model,
    pub training: training::Model,
    pub course: Course,
    pub seating: Seating,
    pub rows: Vec<registration::Model>,
    pub registrations: Vec<Registration>,
}

impl Records {
    /// Loads a session of a network without asking who wants to know.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the network has no such session.
    pub async fn load(
        database: &impl ConnectionTrait,
        network: NetworkId,
        id: TrainingSessionId,
    ) -> Result<Self, Error> {
        let row = session::Entity::find_by_id(id.0).one(database).await?;
        Self::of(database, row.filter(|row| row.network_id == network.0).ok_or(Error::NotFound)?).await
    }

    /// Loads a session of a network, or one that is shared with it, without asking who wants to know.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is neither.
    pub async fn seen_from(
        database: &impl ConnectionTrait,
        network: NetworkId,
        id: TrainingSessionId,
    ) -> Result<Self, Error> {
        let row = session::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        if row.network_id != network.0 {
            guest::Entity::find_by_id((id.0, network.0)).one(database).await?.ok_or(Error::NotFound)?;
        }
        Self::of(database, row).await
    }

    /// Loads what belongs to a session that was found.
    pub async fn of(database: &impl ConnectionTrait, row: session::Model) -> Result<Self, Error> {
        let training = training::Entity::find_by_id(row.training_id).one(database).await?.ok_or(Error::NotFound)?;
        let rows = registration::Entity::find()
            .filter(registration::Column::SessionId.eq(row.id))
            .order_by_asc(registration::Column::Id)
            .all(database)
            .await?;
        Ok(Self {
            course: row.state.parse()?,
            seating: serde_json::from_value(row.seating.clone())?,
            registrations: rows.iter().map(stored).collect::<Result<_, _>>()?,
            row,
            training,
            rows,
        })
    }

    /// The session that a registration is for.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the network has no such registration.
    pub async fn of_registration(
        database: &impl ConnectionTrait,
        network: NetworkId,
        id: RegistrationId,
    ) -> Result<Self, Error> {
        let row = registration::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        Self::seen_from(database, network, TrainingSessionId(row.session_id)).await
    }

    pub fn network(&self) -> NetworkId {
        NetworkId(self.row.network_id)
    }

    pub fn id(&self) -> TrainingSessionId {
        TrainingSessionId(self.row.id)
    }

    pub fn find(&self, id: RegistrationId) -> Result<&Registration, Error> {
        self.registrations.iter().find(|registration| registration.id == id).ok_or(Error::NotFound)
    }

    pub fn row_of(&self, id: RegistrationId) -> Result<&registration::Model, Error> {
        self.rows.iter().find(|row| row.id == id.0).ok_or(Error::NotFound)
    }

    /// Writes down where registrations stand now, with why where that is known.
    pub async fn keep(&mut self, unit: &Unit, changed: Vec<Kept>) -> Result<(), Error> {
        for Kept { registration: now, because, reason } in changed {
            let at = self.rows.iter().position(|row| row.id == now.id.0).ok_or(Error::NotFound)?;
            let row = &mut self.rows[at];
            row.state = now.state.to_string();
            (row.pot, row.held_until) = (now.pot.clone(), now.until);
            row.version += 1;
            row.because = because.or(row.because.take());
            row.reason = reason.or(row.reason.take());
            let change = registration::ActiveModel {
                id: Set(row.id),
                state: Set(row.state.clone()),
                pot: Set(row.pot.clone()),
                held_until: Set(row.held_until),
                version: Set(row.version),
                because: Set(row.because.clone()),
                reason: Set(row.reason.clone()),
                ..Default::default()
            };
            change.update(unit.write()).await?;
            self.registrations[at] = now;
        }
        Ok(())
    }

    /// Adds registrations that are new.
    pub fn add(&mut self, rows: Vec<registration::Model>) -> Result<(), Error> {
        for row in rows {
            self.registrations.push(stored(&row)?);
            self.rows.push(row);
        }
        Ok(())
    }

    /// Everybody's record, by person.
    pub async fn people(&self, database: &impl ConnectionTrait) -> Result<BTreeMap<PersonId, person::Model>, Error> {
        people(database, self.rows.iter().map(|row| row.person_id)).await
    }
}

/// A registration that stands elsewhere now.
pub(super) struct Kept {
    pub registration: Registration,
    pub because: Option<serde_json::Value>,
    pub reason: Option<String>,
}

impl From<Registration> for Kept {
    fn from(registration: Registration) -> Self {
        Self { registration, because: None, reason: None }
    }
}

/// People by identifier.
pub(crate) async fn people(
    database: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<BTreeMap<PersonId, person::Model>, Error> {
    let ids: std::collections::BTreeSet<Uuid> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let found = person::Entity::find().filter(person::Column::Id.is_in(ids)).all(database).await?;
    Ok(found.into_iter().map(|row| (PersonId(row.id), row)).collect())
}

fn stored(row: &registration::Model) -> Result<Registration, Error> {
    Ok(Registration {
        id: RegistrationId(row.id),
        person: PersonId(row.person_id),
        organization: OrganizationId(row.organization_id),
        guest: row.guest_network_id.map(NetworkId),
        group: row.group_id.map(RegistrationGroupId),
        qualities: serde_json::from_value(row.qualities.clone())?,
        asked: row.asked_at,
        order: u32::try_from(row.rank).unwrap_or(u32::MAX),
        state: row.state.parse()?,
        pot: row.pot.clone(),
        until: row.held_until,
    })
}

/// A registration that has just been decided, as a row.
pub(super) fn row(session: Uuid, registration: &Registration, more: More) -> Result<registration::Model, Error> {
    let More { organization_name, asked_by, request, needs, because } = more;
    Ok(registration::Model {
        id: registration.id.0,
        session_id: session,
        person_id: registration.person.0,
        organization_id: registration.organization.0,
        guest_network_id: registration.guest.map(|guest| guest.0),
        organization_name,
        group_id: registration.group.map(|group| group.0),
        qualities: serde_json::to_value(&registration.qualities)?,
        asked_at: registration.asked,
        asked_by,
        request,
        rank: i32::try_from(registration.order).unwrap_or(i32::MAX),
        state: registration.state.to_string(),
        pot: registration.pot.clone(),
        held_until: registration.until,
        because,
        reason: None,
        needs,
        version: 0,
    })
}

/// What a row holds beside what the rules decide on.
pub(super) struct More {
    pub organization_name: String,
    pub asked_by: Uuid,
    pub request: String,
    pub needs: Option<String>,
    pub because: Option<serde_json::Value>,
}

/// The moment of a day and an hour in a time zone. An hour that the clocks skip in spring is the next that exists; of
/// one that comes twice in autumn, the first.
pub(super) fn moment(zone: chrono_tz::Tz, local: chrono::NaiveDateTime) -> DateTime<Utc> {
    use chrono::{LocalResult, TimeDelta, TimeZone};
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.to_utc(),
        LocalResult::None => {
            let later = local + TimeDelta::hours(1);
            zone.from_local_datetime(&later).earliest().map_or_else(|| later.and_utc(), |at| at.to_utc())
        }
    }
}
