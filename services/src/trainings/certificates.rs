//! Certificates: what somebody can show of a session, and what anybody can hold it against.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    check_in::{grouped, read_code},
    ids::{NetworkId, RegistrationId, TrainingSessionId},
    trainings::{State, attendance::merge, catalogue::Details, qualifications::Granted},
};
use entities::{
    Unit,
    trainings::{certificate, mark},
};
use i18n::t;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    attendance::{marks_of, require_mark},
    planning::half_days_of,
    record::announcement,
    records::Records,
    settling,
};
use crate::{
    Error, Refusal, Services, Viewer, day_in,
    mail::{Letter, enqueue_all},
    networks::{Network, network_by_id},
    sign_in::fresh_code,
};

/// What a certificate says. It stays as it was issued, whatever names change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Who.
    pub name: String,
    /// Of which organization, as it was called then.
    pub organization: String,
    /// Which training.
    pub training: String,
    /// By which network, in its language.
    pub network: String,
    /// Who led it.
    pub trainers: String,
    /// Where.
    pub place: Option<String>,
    /// When it began.
    pub begins_at: DateTime<Utc>,
    /// When it ended.
    pub ends_at: DateTime<Utc>,
    /// The time zone in which it was held.
    pub zone: String,
    /// Minutes at which they were there.
    pub attended: u64,
    /// Minutes of the session.
    pub of: u64,
    /// The qualification that goes with it.
    #[serde(default)]
    pub granted: Option<Granted>,
}

/// A certificate that was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certified {
    /// In the address of the page that verifies it.
    pub code: String,
    /// What it says.
    pub told: Told,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
}

impl Certified {
    /// The code as people read it out.
    #[must_use]
    pub fn grouped(&self) -> String {
        grouped(&self.code)
    }
}

impl TryFrom<certificate::Model> for Certified {
    type Error = Error;

    fn try_from(row: certificate::Model) -> Result<Self, Error> {
        Ok(Self { code: row.code, told: serde_json::from_value(row.told)?, issued_at: row.issued_at })
    }
}

/// The certificates for these registrations.
pub(super) async fn certified(
    database: &impl ConnectionTrait,
    registrations: Vec<Uuid>,
) -> Result<BTreeMap<RegistrationId, Certified>, Error> {
    let rows = certificate::Entity::find()
        .filter(certificate::Column::RegistrationId.is_in(registrations))
        .all(database)
        .await?;
    rows.into_iter().map(|row| Ok((RegistrationId(row.registration_id), row.try_into()?))).collect()
}

impl Services {
    /// The certificate with a code, for whoever holds it: what it says is what its holder chose to show.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub async fn certificate(&self, typed: &str) -> Result<Certified, Error> {
        Ok(self.certificate_row(typed).await?.0)
    }

    /// The certificate with a code, and the registration that it is for.
    pub(super) async fn certificate_row(&self, typed: &str) -> Result<(Certified, Uuid), Error> {
        let code = read_code(typed).ok_or(Error::NotFound)?;
        let row = certificate::Entity::find().filter(certificate::Column::Code.eq(code));
        let row = row.one(self.store().read()).await?.ok_or(Error::NotFound)?;
        let registration = row.registration_id;
        Ok((row.try_into()?, registration))
    }

    /// Issues the certificates that are due and not issued yet, and writes to those who get one. Returns how many.
    ///
    /// # Errors
    /// Of permission, or a refusal: the session is not over, nobody was noted.
    pub async fn issue_certificates(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingSessionId,
    ) -> Result<usize, Error> {
        viewer.require(Action::TakeAttendance, Scope::Network(network.id))?;
        let (person, network, public_url) = (viewer.person()?, network.id, self.settings().public_url.clone());
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, public_url) = (viewer.clone(), public_url.clone());
                Box::pin(async move {
                    let records = Records::load(unit.read(), network, id).await?;
                    require_mark(unit.read(), &viewer, &records).await?;
                    let issued = issue(unit, &records, network, &public_url).await?;
                    let count = issued.len();
                    if count > 0 {
                        let told = serde_json::json!({ "session": id, "registrations": issued });
                        unit.record(person, Some(network.0), "training_certificates_issued", told);
                    }
                    Ok(count)
                })
            })
            .await
    }
}

async fn issue(
    unit: &Unit,
    records: &Records,
    network: NetworkId,
    public_url: &str,
) -> Result<Vec<RegistrationId>, Error> {
    if unit.now() < records.row.ends_at {
        return Err(Refusal::Named("training-not-over").into());
    }
    let half_days = half_days_of(unit.read(), vec![records.row.id]).await?.remove(&records.id()).unwrap_or_default();
    let noted = mark::Entity::find().filter(mark::Column::HalfDayId.is_in(half_days.iter().map(|day| day.id.0)));
    if noted.one(unit.read()).await?.is_none() {
        return Err(Refusal::Named("training-nobody-noted").into());
    }
    let sheet = merge(&marks_of(unit.read(), &half_days).await?);
    let before = certified(unit.read(), records.rows.iter().map(|row| row.id).collect()).await?;
    let people = records.people(unit.read()).await?;
    let network = network_by_id(unit.read(), network.0).await?;
    let details: Details = serde_json::from_value(records.training.details.clone())?;
    let on = day_in(network.zone, records.row.ends_at);
    let granted = details.grant.clone().map(|grant| Granted { grant, on });
    let (mut issued, mut letters, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for (row, registration) in records.rows.iter().zip(&records.registrations) {
        let due = sheet.certificate(registration.id, &half_days, details.share);
        if registration.state != State::Seated || before.contains_key(&registration.id) || !due.is_due() {
            continue;
        }
        let Some(person) = people.get(&registration.person) else { continue };
        let told = Told {
            name: person.name.clone(),
            organization: row.organization_name.clone(),
            training: records.training.title.clone(),
            network: network.name(network.locale).to_owned(),
            trainers: details.trainers.clone(),
            place: records.row.place.clone(),
            begins_at: records.row.begins_at,
            ends_at: records.row.ends_at,
            zone: network.zone.name().to_owned(),
            attended: due.attended,
            of: due.of,
            granted: granted.clone(),
        };
        let code = fresh_code()?;
        rows.push(certificate::ActiveModel {
            registration_id: Set(row.id),
            code: Set(code.clone()),
            told: Set(serde_json::to_value(&told)?),
            issued_at: Set(unit.now()),
            announced_at: Set(None),
        });
        issued.push(registration.id);
        let link = format!("{public_url}/certificates/{code}");
        letters.extend(Letter::to(person, network.id.0, "certificate", |l| {
            let (name, title) = (told.name.as_str(), told.training.as_str());
            let subject = t!(l, "certificates-letter-subject", title = title);
            (subject, t!(l, "certificates-letter", name = name, title = title, link = link))
        })?);
    }
    if !rows.is_empty() {
        certificate::Entity::insert_many(rows).exec_without_returning(unit.write()).await?;
        enqueue_all(unit, letters).await?;
        if let Some(on) = granted.as_ref().and_then(Granted::announced_on) {
            settling::look_at(unit, records.id(), announcement(network.zone, on)).await?;
        }
    }
    Ok(issued)
}
