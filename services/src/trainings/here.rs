//! People say themselves that they are there: they scan the code that a trainer shows, and confirm.

use chrono_tz::Tz;
use domain::{
    access::{Action, Scope},
    check_in::read_code,
    ids::{HalfDayId, RegistrationId, TrainingSessionId},
    trainings::{
        State,
        attendance::{Attendance, HereRefused, may_say_here, merge},
        half_days::HalfDay,
    },
};
use entities::trainings::{half_day, mark, session};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use super::{
    attendance::{marks_of, require_mark},
    records::Records,
};
use crate::{
    Error, Refusal, Services, Viewer,
    networks::{Network, network_by_id},
};

/// What somebody sees who scanned the code of a half-day.
#[derive(Clone, Debug)]
pub struct Here {
    /// Of which training.
    pub training: String,
    /// The half-day.
    pub half_day: HalfDay,
    /// The time zone in which it is held.
    pub zone: Tz,
    /// Whether it is the time to say so.
    pub open: Result<(), HereRefused>,
    /// Whether the viewer has a seat.
    pub seated: bool,
    /// Whether they are noted as present.
    pub present: bool,
}

/// A half-day by its code, the session that it is of, and the viewer's registration with a seat.
async fn found(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    typed: &str,
) -> Result<(HalfDay, Records, Option<RegistrationId>), Error> {
    let person = viewer.person()?;
    let code = read_code(typed).ok_or(Error::NotFound)?;
    let row = half_day::Entity::find().filter(half_day::Column::Code.eq(code)).one(database).await?;
    let row = row.ok_or(Error::NotFound)?;
    let session = session::Entity::find_by_id(row.session_id).one(database).await?.ok_or(Error::NotFound)?;
    let records = Records::of(database, session).await?;
    let own = records.registrations.iter().find(|it| it.person == person && it.state == State::Seated);
    let own = own.map(|registration| registration.id);
    Ok((HalfDay { id: HalfDayId(row.id), starts: row.starts_at, ends: row.ends_at }, records, own))
}

impl Services {
    /// The codes of a session's half-days, for those who show them; none for half-days that were planned without.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn attendance_codes(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingSessionId,
    ) -> Result<(String, Vec<(HalfDay, String)>), Error> {
        viewer.require(Action::TakeAttendance, Scope::Network(network.id))?;
        let database = self.store().read();
        let records = Records::load(database, network.id, id).await?;
        require_mark(database, viewer, &records).await?;
        let rows = half_day::Entity::find()
            .filter(half_day::Column::SessionId.eq(id.0))
            .order_by_asc(half_day::Column::StartsAt)
            .all(database)
            .await?;
        let code = |row: half_day::Model| {
            let day = HalfDay { id: HalfDayId(row.id), starts: row.starts_at, ends: row.ends_at };
            Some((day, row.code?))
        };
        Ok((records.training.title, rows.into_iter().filter_map(code).collect()))
    }

    /// What the viewer can say of a half-day whose code they have.
    ///
    /// # Errors
    /// [`Error::SignInNeeded`], or [`Error::NotFound`] where no half-day has this code.
    pub async fn here(&self, viewer: &Viewer, typed: &str) -> Result<Here, Error> {
        let database = self.store().read();
        let (half_day, records, own) = found(database, viewer, typed).await?;
        let sheet = merge(&marks_of(database, std::slice::from_ref(&half_day)).await?);
        Ok(Here {
            open: may_say_here(&half_day, self.now()),
            zone: network_by_id(database, records.row.network_id).await?.zone,
            present: own.is_some_and(|own| sheet.of(own, half_day.id) == Some(Attendance::Present)),
            seated: own.is_some(),
            training: records.training.title,
            half_day,
        })
    }

    /// The viewer says that they are there. Twice is once.
    ///
    /// # Errors
    /// As for [`Services::here`]; a refusal for whoever has no seat, and before and after the half-day.
    pub async fn say_here(&self, viewer: &Viewer, typed: &str) -> Result<(), Error> {
        let (person, typed) = (viewer.person()?, typed.to_owned());
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, typed) = (viewer.clone(), typed.clone());
                Box::pin(async move {
                    let (half_day, records, own) = found(unit.read(), &viewer, &typed).await?;
                    let own = own.ok_or(Refusal::Named("training-not-seated"))?;
                    may_say_here(&half_day, unit.now())?;
                    let marks = marks_of(unit.read(), std::slice::from_ref(&half_day)).await?;
                    if merge(&marks).of(own, half_day.id) == Some(Attendance::Present) {
                        return Ok(());
                    }
                    let row = mark::Model {
                        nonce: unit.id(),
                        half_day_id: half_day.id.0,
                        registration_id: own.0,
                        attendance: Attendance::Present.to_string(),
                        marked_at: unit.now(),
                        marked_by: person.0,
                    };
                    mark::Entity::insert(row.into_active_model().reset_all())
                        .exec_without_returning(unit.write())
                        .await?;
                    let told = serde_json::json!({
                        "session": records.id(), "registration": own, "half_day": half_day.id,
                    });
                    unit.record(person, Some(records.row.network_id), "training_said_here", told);
                    Ok(())
                })
            })
            .await
    }
}
