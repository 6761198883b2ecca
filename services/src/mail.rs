//! Letters: written in the same change as what they tell of, so that neither happens without the other.

use chrono::{DateTime, Utc};
use entities::{
    Unit,
    mail::{job, letter},
};
use sea_orm::{ActiveValue::Set, EntityTrait};
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
    /// Why it was sent: `convocation`, `sign_in_link`, `invitation`.
    pub kind: &'static str,
}

/// Writes a letter and the job that carries it. Returns the letter's identifier.
pub(crate) async fn enqueue(unit: &Unit, letter: Letter) -> Result<Uuid, Error> {
    let id = unit.id();
    let row = letter::ActiveModel {
        id: Set(id),
        network_id: Set(letter.network),
        person_id: Set(letter.person),
        to_address: Set(letter.to_address),
        to_name: Set(letter.to_name),
        subject: Set(letter.subject),
        body: Set(letter.body),
        kind: Set(letter.kind.to_owned()),
        message_id: Set(format!("{id}@trame")),
        created_at: Set(unit.now()),
        sent_at: Set(None),
    };
    letter::Entity::insert(row).exec_without_returning(unit.write()).await?;
    enqueue_job(unit, LETTER_JOB, serde_json::json!({ "letter": id }), unit.now()).await?;
    Ok(id)
}

/// Notes work that is to be done after this change, not before a time.
pub(crate) async fn enqueue_job(
    unit: &Unit,
    kind: &str,
    payload: serde_json::Value,
    run_at: DateTime<Utc>,
) -> Result<Uuid, Error> {
    let id = unit.id();
    let row = job::ActiveModel {
        id: Set(id),
        kind: Set(kind.to_owned()),
        payload: Set(payload),
        run_at: Set(run_at),
        attempts: Set(0),
        locked_until: Set(None),
        done_at: Set(None),
        last_error: Set(None),
    };
    job::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok(id)
}
