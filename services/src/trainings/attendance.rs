//! Who was there on each half-day: noted by the trainers of a session, on a device that may have been offline, or from
//! paper afterwards. Every mark is kept; which counts is decided in `domain::trainings::attendance`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    access::{Action, Scope},
    check_in::by_our_clock,
    ids::{HalfDayId, NetworkId, OrganizationId, PersonId, RegistrationId, TrainingSessionId},
    people::Role,
    trainings::{
        State,
        attendance::{Attendance, Mark, Sheet, merge},
        half_days::HalfDay,
    },
};
use entities::{
    people::mandate,
    trainings::{mark, trainer},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use uuid::Uuid;

use super::{
    catalogue::Training,
    certificates::{Certified, certified},
    planning::half_days_of,
    records::{Records, people},
};
use crate::{Error, Refusal, Services, Viewer, day_in, networks::Network, people::valid_on, text::fold};

/// Most marks in one batch.
const MARKS: usize = 2_000;
/// How long a mark may wait on a device: a week.
const KEPT: TimeDelta = TimeDelta::days(7);

/// The sheet of a session, as those who note see it.
#[derive(Clone, Debug)]
pub struct AttendanceSheet {
    /// Which session.
    pub session: TrainingSessionId,
    /// Of which training.
    pub training: Training,
    /// Its half-days.
    pub half_days: Vec<HalfDay>,
    /// Who has a seat, by name.
    pub people: Vec<Participant>,
    /// What counts of all that was noted.
    pub sheet: Sheet,
    /// Who noted, by person.
    pub noted_by: BTreeMap<PersonId, String>,
    /// Who may lead sessions of the network, and whether they lead this one; for those who organize.
    pub trainers: Vec<(PersonId, String, bool)>,
    /// Whether the session is over: certificates can be issued.
    pub over: bool,
    /// Whether the viewer organizes trainings.
    pub may_organize: bool,
}

/// Somebody with a seat.
#[derive(Clone, Debug)]
pub struct Participant {
    /// Their registration.
    pub registration: RegistrationId,
    /// Their name.
    pub name: String,
    /// Their organization.
    pub organization: OrganizationId,
    /// How it was called.
    pub organization_name: String,
    /// Their certificate, once there is one.
    pub certificate: Option<Certified>,
}

/// A mark on its way in.
#[derive(Clone, Copy, Debug)]
pub struct NewMark {
    /// Made by the device or the form: the same told twice is one.
    pub nonce: Uuid,
    /// About whom.
    pub registration: RegistrationId,
    /// For which half-day.
    pub half_day: HalfDayId,
    /// What.
    pub attendance: Attendance,
    /// When it was noted, by the device's clock.
    pub noted: DateTime<Utc>,
    /// When it was sent, by the same clock.
    pub sent: DateTime<Utc>,
}

impl Services {
    /// The sheet of a session.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn attendance(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingSessionId,
    ) -> Result<AttendanceSheet, Error> {
        viewer.require(Action::TakeAttendance, Scope::Network(network.id))?;
        let database = self.store().read();
        let records = Records::load(database, network.id, id).await?;
        require_mark(database, viewer, &records).await?;
        let half_days = half_days_of(database, vec![id.0]).await?.remove(&id).unwrap_or_default();
        let known = records.people(database).await?;
        let marks = marks_of(database, &half_days).await?;
        let mut certificates = certified(database, records.rows.iter().map(|row| row.id).collect()).await?;
        let mut seated: Vec<Participant> = Vec::new();
        for (row, registration) in records.rows.iter().zip(&records.registrations) {
            if registration.state == State::Seated {
                seated.push(Participant {
                    registration: registration.id,
                    name: known.get(&registration.person).map(|person| person.name.clone()).unwrap_or_default(),
                    organization: registration.organization,
                    organization_name: row.organization_name.clone(),
                    certificate: certificates.remove(&registration.id),
                });
            }
        }
        seated.sort_by_cached_key(|participant| fold(&participant.name));
        let noted_by = people(database, marks.iter().map(|mark| mark.by.0)).await?;
        let may_organize = viewer.may(Action::OrganizeTrainings, Scope::Network(network.id));
        Ok(AttendanceSheet {
            session: id,
            training: records.training.clone().try_into()?,
            half_days,
            people: seated,
            sheet: merge(&marks),
            noted_by: noted_by.into_iter().map(|(person, row)| (person, row.name)).collect(),
            trainers: if may_organize { self.trainers(network, id).await? } else { Vec::new() },
            over: records.row.ends_at <= self.now(),
            may_organize,
        })
    }

    /// Who may lead sessions of a network today, and whether they lead this one.
    async fn trainers(&self, network: &Network, id: TrainingSessionId) -> Result<Vec<(PersonId, String, bool)>, Error> {
        let database = self.store().read();
        let today = day_in(network.zone, self.now());
        let candidates = trainers_of(database, network.id, today).await?;
        let leading = trainer::Entity::find().filter(trainer::Column::SessionId.eq(id.0)).all(database).await?;
        let leading: BTreeSet<Uuid> = leading.into_iter().map(|row| row.person_id).collect();
        let known = people(database, candidates.iter().copied().chain(leading.iter().copied())).await?;
        let mut found: Vec<_> =
            known.into_iter().map(|(person, row)| (person, row.name, leading.contains(&person.0))).collect();
        found.sort_by_cached_key(|(_, name, _)| fold(name));
        Ok(found)
    }

    /// Names the trainers who lead a session, in place of those before.
    ///
    /// # Errors
    /// Of permission, or a refusal: not a trainer of the network.
    pub async fn name_trainers(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingSessionId,
        named: BTreeSet<PersonId>,
    ) -> Result<(), Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let (person, zone, network) = (viewer.person()?, network.zone, network.id);
        self.store()
            .write(move |unit| {
                let named = named.clone();
                Box::pin(async move {
                    Records::load(unit.read(), network, id).await?;
                    let trainers = trainers_of(unit.read(), network, day_in(zone, unit.now())).await?;
                    if named.iter().any(|person| !trainers.contains(&person.0)) {
                        return Err(Refusal::Named("training-no-trainer").into());
                    }
                    let before = trainer::Entity::delete_many().filter(trainer::Column::SessionId.eq(id.0));
                    before.exec(unit.write()).await?;
                    for person in &named {
                        let row = trainer::ActiveModel { session_id: Set(id.0), person_id: Set(person.0) };
                        trainer::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    }
                    let told = serde_json::json!({ "session": id, "trainers": named });
                    unit.record(person, Some(network.0), "training_trainers_named", told);
                    Ok(())
                })
            })
            .await
    }

    /// Takes marks, from a form or from a device that kept them. The same mark twice is one.
    ///
    /// # Errors
    /// Of permission, [`Error::NotFound`] for half-days and registrations of another session, or a refusal.
    pub async fn mark_attendance(
        &self,
        viewer: &Viewer,
        network: NetworkId,
        id: TrainingSessionId,
        new: Vec<NewMark>,
    ) -> Result<(), Error> {
        viewer.require(Action::TakeAttendance, Scope::Network(network))?;
        if new.len() > MARKS {
            return Err(Refusal::Named("batch-too-long").into());
        }
        let (viewer, person) = (viewer.clone(), viewer.person()?);
        self.store()
            .write(move |unit| {
                let (viewer, new) = (viewer.clone(), new.clone());
                Box::pin(async move {
                    let records = Records::load(unit.read(), network, id).await?;
                    require_mark(unit.read(), &viewer, &records).await?;
                    let half_days = half_days_of(unit.read(), vec![id.0]).await?.remove(&id).unwrap_or_default();
                    let there = mark::Entity::find()
                        .filter(mark::Column::Nonce.is_in(new.iter().map(|mark| mark.nonce)))
                        .all(unit.read())
                        .await?;
                    let there: BTreeSet<Uuid> = there.into_iter().map(|row| row.nonce).collect();
                    let mut rows: BTreeMap<Uuid, mark::Model> = BTreeMap::new();
                    for mark in new.iter().filter(|mark| !there.contains(&mark.nonce)) {
                        let seated = records.find(mark.registration)?.state == State::Seated;
                        if !seated || half_days.iter().all(|day| day.id != mark.half_day) {
                            return Err(Error::NotFound);
                        }
                        // A device that is further off than it can have waited has a broken clock.
                        let at = by_our_clock(mark.noted, mark.sent, unit.now());
                        let row = mark::Model {
                            nonce: mark.nonce,
                            half_day_id: mark.half_day.0,
                            registration_id: mark.registration.0,
                            attendance: mark.attendance.to_string(),
                            marked_at: at.clamp(unit.now() - KEPT, unit.now()),
                            marked_by: person.0,
                        };
                        rows.insert(row.nonce, row);
                    }
                    if rows.is_empty() {
                        return Ok(());
                    }
                    let told: Vec<_> = rows
                        .values()
                        .map(|row| {
                            serde_json::json!({
                                "registration": row.registration_id, "half_day": row.half_day_id,
                                "attendance": row.attendance, "at": row.marked_at,
                            })
                        })
                        .collect();
                    let rows = rows.into_values().map(|row| row.into_active_model().reset_all());
                    mark::Entity::insert_many(rows).exec_without_returning(unit.write()).await?;
                    let told = serde_json::json!({ "session": id, "marks": told });
                    unit.record(person, Some(network.0), "training_attendance_marked", told);
                    Ok(())
                })
            })
            .await
    }
}

/// Whether somebody takes down who is there: those who organize, and the trainers of the session.
pub(super) async fn may_mark(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    records: &Records,
) -> Result<bool, Error> {
    let scope = Scope::Network(records.network());
    if viewer.may(Action::OrganizeTrainings, scope) {
        return Ok(true);
    }
    let Ok(person) = viewer.person() else { return Ok(false) };
    let leads = trainer::Entity::find_by_id((records.row.id, person.0));
    Ok(viewer.may(Action::TakeAttendance, scope) && leads.one(database).await?.is_some())
}

/// That somebody takes down who is there.
///
/// # Errors
/// A refusal for everybody else.
pub(super) async fn require_mark(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    records: &Records,
) -> Result<(), Error> {
    match may_mark(database, viewer, records).await? {
        true => Ok(()),
        false => Err(Refusal::Named("training-not-trainer").into()),
    }
}

/// Everybody who may lead sessions of a network on a day.
async fn trainers_of(
    database: &impl ConnectionTrait,
    network: NetworkId,
    today: chrono::NaiveDate,
) -> Result<BTreeSet<Uuid>, Error> {
    let rows = mandate::Entity::find()
        .filter(mandate::Column::NetworkId.eq(network.0))
        .filter(mandate::Column::Role.eq(Role::Trainer.as_str()))
        .filter(valid_on(today))
        .all(database)
        .await?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

/// Every mark about these half-days.
pub(super) async fn marks_of(database: &impl ConnectionTrait, half_days: &[HalfDay]) -> Result<Vec<Mark>, Error> {
    let rows = mark::Entity::find()
        .filter(mark::Column::HalfDayId.is_in(half_days.iter().map(|day| day.id.0)))
        .all(database)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Mark {
                at: row.marked_at,
                nonce: row.nonce,
                registration: RegistrationId(row.registration_id),
                half_day: HalfDayId(row.half_day_id),
                attendance: row.attendance.parse()?,
                by: PersonId(row.marked_by),
            })
        })
        .collect()
}
