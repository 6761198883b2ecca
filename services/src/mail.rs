//! Letters: written in the same change as what they tell of, so that neither happens without the other.

use chrono::{DateTime, Utc};
use domain::locale::Locale;
use entities::{
    Unit,
    mail::{job, letter},
    people::person,
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use crate::Error;

/// Kind of the jobs that carry letters; their payload is `{"letter": id}`.
pub const LETTER_JOB: &str = "letter";

/// A letter that is to leave.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    /// The network in whose name it is written.
    pub network: Option<Uuid>,
    /// To whom.
    pub person: Option<Uuid>,
    /// Where to.
    pub to_address: String,
    /// The name beside the address.
    pub to_name: String,
    /// What it is about.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// An iCalendar file that goes with it.
    pub calendar: Option<String>,
    /// Why it was sent: `convocation`, `sign_in_link`, `invitation`.
    pub kind: &'static str,
}

impl Letter {
    /// A letter in the name of a network, its subject and its text in the person's language; none to whoever has no
    /// address.
    ///
    /// # Errors
    /// [`Error::Stored`] for a language that nobody knows.
    pub fn to(
        person: &person::Model,
        network: Uuid,
        kind: &'static str,
        words: impl FnOnce(Locale) -> (String, String),
    ) -> Result<Option<Self>, Error> {
        let Some(address) = person.email.clone() else { return Ok(None) };
        let (subject, body) = words(person.locale.parse()?);
        Ok(Some(Self {
            network: Some(network),
            person: Some(person.id),
            to_address: address,
            to_name: person.name.clone(),
            subject,
            body,
            calendar: None,
            kind,
        }))
    }
}

/// Letters in one statement: SQLite takes so many parameters and no more.
const LETTERS: usize = 500;

/// Writes a letter and the job that carries it. Returns the letter's identifier.
pub(crate) async fn enqueue(unit: &Unit, letter: Letter) -> Result<Uuid, Error> {
    let row = row(unit, letter);
    let id = row.id;
    letter::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(unit.write()).await?;
    enqueue_job(unit, LETTER_JOB, serde_json::json!({ "letter": id }), unit.now()).await?;
    Ok(id)
}

/// Writes many letters, and the jobs that carry them, in a few statements.
pub(crate) async fn enqueue_all(unit: &Unit, letters: Vec<Letter>) -> Result<(), Error> {
    let rows: Vec<letter::Model> = letters.into_iter().map(|letter| row(unit, letter)).collect();
    for rows in rows.chunks(LETTERS) {
        let jobs = rows.iter().map(|row| {
            let payload = serde_json::json!({ "letter": row.id });
            job_row(unit, LETTER_JOB, payload, unit.now()).into_active_model().reset_all()
        });
        let jobs: Vec<job::ActiveModel> = jobs.collect();
        let rows = rows.iter().cloned().map(|row| row.into_active_model().reset_all());
        letter::Entity::insert_many(rows).exec_without_returning(unit.write()).await?;
        job::Entity::insert_many(jobs).exec_without_returning(unit.write()).await?;
    }
    Ok(())
}

fn row(unit: &Unit, letter: Letter) -> letter::Model {
    let id = unit.id();
    letter::Model {
        id,
        network_id: letter.network,
        person_id: letter.person,
        to_address: letter.to_address,
        to_name: letter.to_name,
        subject: letter.subject,
        body: letter.body,
        calendar: letter.calendar,
        kind: letter.kind.to_owned(),
        message_id: format!("{id}@trame"),
        created_at: unit.now(),
        sent_at: None,
    }
}

/// Notes work that is to be done after this change, not before a time.
pub(crate) async fn enqueue_job(
    unit: &Unit,
    kind: &str,
    payload: serde_json::Value,
    run_at: DateTime<Utc>,
) -> Result<Uuid, Error> {
    let row = job_row(unit, kind, payload, run_at);
    let id = row.id;
    job::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(unit.write()).await?;
    Ok(id)
}

fn job_row(unit: &Unit, kind: &str, payload: serde_json::Value, run_at: DateTime<Utc>) -> job::Model {
    job::Model {
        id: unit.id(),
        kind: kind.to_owned(),
        payload,
        run_at,
        attempts: 0,
        locked_until: None,
        done_at: None,
        last_error: None,
    }
}
