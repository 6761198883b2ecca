//! What stays of trainings with a person: hours, certificates, and qualifications that end one day.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::{
    access::{Action, Scope},
    ids::{OrganizationId, PersonId, RegistrationId, TrainingSessionId},
    trainings::qualifications::{Granted, Standing},
};
use entities::{
    Unit,
    trainings::{certificate, practice, registration},
};
use i18n::t;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::OnConflict,
};
use uuid::Uuid;

use super::{
    certificates::{Certified, certified},
    page::staff,
    records::{Records, moment},
};
use crate::{
    Error, Services, Viewer, day_in,
    mail::{Letter, enqueue_all},
    text::fold,
};

/// A certificate in somebody's record.
#[derive(Clone, Debug)]
pub struct RecordLine {
    /// Whose.
    pub person: PersonId,
    /// The certificate.
    pub certificate: Certified,
    /// The qualification that goes with it, and how it stands today.
    pub qualification: Option<(Granted, Standing)>,
    /// Whether a later certificate renewed it.
    pub renewed: bool,
}

/// What an organization settles about trainings, and what its people can show.
#[derive(Clone, Debug)]
pub struct StaffRecord {
    /// Whether managers agree before people take part.
    pub agreement: bool,
    /// Whether the viewer settles that.
    pub may_set_agreement: bool,
    /// Its people's certificates with qualifications, those that end first at the head.
    pub qualifications: Vec<(String, RecordLine)>,
}

/// The moment at which people hear that a qualification ends: the morning of that day.
pub(super) fn announcement(zone: chrono_tz::Tz, day: NaiveDate) -> DateTime<Utc> {
    moment(zone, day.and_time(NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default()))
}

/// The certificates of people, newest first.
async fn certificates_of(
    database: &impl ConnectionTrait,
    people: Vec<Uuid>,
    now: DateTime<Utc>,
) -> Result<Vec<RecordLine>, Error> {
    let registrations =
        registration::Entity::find().filter(registration::Column::PersonId.is_in(people)).all(database).await?;
    let mut certificates = certified(database, registrations.iter().map(|row| row.id).collect()).await?;
    let mut lines = Vec::new();
    for registration in registrations {
        let Some(certificate) = certificates.remove(&RegistrationId(registration.id)) else { continue };
        let today = day_in(crate::time_zone(&certificate.told.zone), now);
        let qualification = certificate.told.granted.clone().map(|granted| {
            let standing = granted.standing(today);
            (granted, standing)
        });
        let person = PersonId(registration.person_id);
        lines.push(RecordLine { person, certificate, qualification, renewed: false });
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.certificate.told.begins_at));
    let granted: Vec<(PersonId, Granted)> =
        lines.iter().filter_map(|line| Some((line.person, line.qualification.clone()?.0))).collect();
    for line in &mut lines {
        let Some((own, _)) = &line.qualification else { continue };
        line.renewed = granted.iter().any(|(person, other)| *person == line.person && own.renewed_by(other));
    }
    Ok(lines)
}

impl Services {
    /// The viewer's own certificates, newest first.
    ///
    /// # Errors
    /// [`Error::SignInNeeded`], or [`Error::Database`].
    pub async fn training_record(&self, viewer: &Viewer) -> Result<Vec<RecordLine>, Error> {
        certificates_of(self.store().read(), vec![viewer.person()?.0], self.now()).await
    }

    /// What an organization settles about trainings, and which qualifications its people of today have.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn staff_record(&self, viewer: &Viewer, organization: OrganizationId) -> Result<StaffRecord, Error> {
        viewer.require(Action::RegisterStaff, Scope::Organization(organization))?;
        let database = self.store().read();
        let today = day_in(chrono_tz::Europe::Paris, self.now());
        let staff = staff(database, &[organization.0], today).await?.remove(&organization.0).unwrap_or_default();
        let lines = certificates_of(database, staff.iter().map(|(person, _)| person.0).collect(), self.now()).await?;
        let names: BTreeMap<PersonId, String> = staff.into_iter().collect();
        let mut qualifications: Vec<(String, RecordLine)> = lines
            .into_iter()
            .filter(|line| line.qualification.is_some() && !line.renewed)
            .map(|line| (names.get(&line.person).cloned().unwrap_or_default(), line))
            .collect();
        let last = NaiveDate::MAX;
        qualifications.sort_by_cached_key(|(name, line)| {
            let until = line.qualification.as_ref().and_then(|(granted, _)| granted.until());
            (until.unwrap_or(last), fold(name))
        });
        let practice = practice::Entity::find_by_id(organization.0).one(database).await?;
        Ok(StaffRecord {
            agreement: practice.is_some_and(|row| row.agreement),
            may_set_agreement: viewer.may(Action::ManageOrganization, Scope::Organization(organization)),
            qualifications,
        })
    }

    /// Says whether an organization's managers agree before its people take part.
    ///
    /// # Errors
    /// Of permission.
    pub async fn set_agreement(
        &self,
        viewer: &Viewer,
        organization: OrganizationId,
        agreement: bool,
    ) -> Result<(), Error> {
        viewer.require(Action::ManageOrganization, Scope::Organization(organization))?;
        let person = viewer.person()?;
        self.store()
            .write(move |unit| {
                Box::pin(async move {
                    let row = practice::ActiveModel { organization_id: Set(organization.0), agreement: Set(agreement) };
                    let again = OnConflict::column(practice::Column::OrganizationId)
                        .update_column(practice::Column::Agreement)
                        .to_owned();
                    practice::Entity::insert(row).on_conflict(again).exec_without_returning(unit.write()).await?;
                    let told = serde_json::json!({ "organization": organization, "agreement": agreement });
                    unit.record(person, None, "training_agreement_set", told);
                    Ok(())
                })
            })
            .await
    }
}

/// Tells those whose qualification from a session ends that it does, once; not those who renewed it.
pub(super) async fn announce(unit: &Unit, records: &Records, public_url: &str) -> Result<(), Error> {
    let rows: Vec<Uuid> = records.rows.iter().map(|row| row.id).collect();
    let due = certificate::Entity::find()
        .filter(certificate::Column::RegistrationId.is_in(rows))
        .filter(certificate::Column::AnnouncedAt.is_null())
        .all(unit.read())
        .await?;
    let people = records.people(unit.read()).await?;
    let (mut letters, mut told) = (Vec::new(), Vec::new());
    for row in due {
        let registration = row.registration_id;
        let certificate = Certified::try_from(row)?;
        let zone = crate::time_zone(&certificate.told.zone);
        let Some(granted) = &certificate.told.granted else { continue };
        let until = match granted.standing(day_in(zone, unit.now())) {
            Standing::Ending { until, .. } => until,
            Standing::NotYet | Standing::Valid | Standing::Ended { .. } => continue,
        };
        let change = certificate::ActiveModel {
            registration_id: Set(registration),
            announced_at: Set(Some(unit.now())),
            ..Default::default()
        };
        change.update(unit.write()).await?;
        let Some(row) = records.rows.iter().find(|row| row.id == registration) else { continue };
        let others = certificates_of(unit.read(), vec![row.person_id], unit.now()).await?;
        if others.iter().any(|line| line.certificate.code == certificate.code && line.renewed) {
            continue;
        }
        told.push(registration);
        let Some(person) = people.get(&PersonId(row.person_id)) else { continue };
        let (name, link) = (granted.grant.name.as_str(), format!("{public_url}/account/trainings"));
        letters.extend(Letter::to(person, records.row.network_id, "qualification", |l| {
            let until = i18n::date(l, until);
            let subject = t!(l, "qualifications-letter-subject", qualification = name, until = until.as_str());
            let to = person.name.as_str();
            (subject, t!(l, "qualifications-letter", name = to, qualification = name, until = until, link = link))
        })?);
    }
    if !told.is_empty() {
        let session: TrainingSessionId = records.id();
        let told = serde_json::json!({ "session": session, "registrations": told });
        unit.record(super::settling::RULE, Some(records.row.network_id), "training_qualifications_ending", told);
        enqueue_all(unit, letters).await?;
    }
    Ok(())
}
