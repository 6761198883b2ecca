//! Work that waits in the table `jobs`: taken, done, and tried again when it failed.
//!
//! A job is taken by a change like any other, so by one worker at a time, whatever the database and
//! however many servers. Who takes it holds it for a while; a worker that dies is replaced after that.
//! A job may therefore be done twice, and must then have the effect of once.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::TrainingSessionId;
use entities::mail::{job, letter};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use services::{Error, Services, mail::LETTER_JOB, trainings::TRAINING_JOB};
use tokio::sync::watch;
use uuid::Uuid;

use crate::mail::{MailError, Mailer};

/// How often the table is looked at while there is nothing to do.
const LOOK: Duration = Duration::from_secs(1);
/// How long a job is held by who took it.
const HELD: TimeDelta = TimeDelta::minutes(5);
/// How many are taken at once.
const BATCH: u64 = 20;
/// After so many attempts, over about a day, a job is given up.
const ATTEMPTS: i32 = 12;

/// Does the jobs of which it has the means.
#[derive(Clone)]
pub struct Worker {
    services: Services,
    mailer: Option<Mailer>,
}

/// How a job ended.
enum Ended {
    Done,
    /// It will not work the next time either.
    Hopeless(String),
    Failed(String),
}

impl Worker {
    /// Without a mailer, letters wait.
    #[must_use]
    pub fn new(services: Services, mailer: Option<Mailer>) -> Self {
        Self { services, mailer }
    }

    /// Works until told to stop.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        loop {
            let done = self.round().await.unwrap_or_else(|error| {
                tracing::error!(%error, "jobs cannot be taken");
                0
            });
            let pause = if done == 0 { LOOK } else { Duration::ZERO };
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                _ = stop.wait_for(|stop| *stop) => return,
            }
        }
    }

    /// Does what is due, once. Returns how many jobs that were.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn round(&self) -> Result<usize, Error> {
        let taken = self.take().await?;
        for job in &taken {
            // In a task of its own: a fault in one job does not end the worker.
            let (worker, work) = (self.clone(), job.clone());
            let ended = tokio::spawn(async move { worker.work(&work).await }).await;
            self.finish(job, ended.unwrap_or_else(|fault| Ended::Hopeless(fault.to_string()))).await?;
        }
        Ok(taken.len())
    }

    fn kinds(&self) -> Vec<&'static str> {
        self.mailer.iter().map(|_| LETTER_JOB).chain([TRAINING_JOB]).collect()
    }

    async fn take(&self) -> Result<Vec<job::Model>, Error> {
        let kinds = self.kinds();
        // Looking costs nothing; only when there is something is it a change.
        if due(&kinds, self.services.now()).one(self.services.store().read()).await?.is_none() {
            return Ok(Vec::new());
        }
        self.services
            .store()
            .write(move |unit| {
                let kinds = kinds.clone();
                Box::pin(async move {
                    let rows = due(&kinds, unit.now()).all(unit.read()).await?;
                    if !rows.is_empty() {
                        job::Entity::update_many()
                            .filter(job::Column::Id.is_in(rows.iter().map(|row| row.id)))
                            .col_expr(job::Column::LockedUntil, (unit.now() + HELD).into())
                            .exec(unit.write())
                            .await?;
                    }
                    Ok(rows)
                })
            })
            .await
    }

    async fn work(&self, job: &job::Model) -> Ended {
        match (job.kind.as_str(), &self.mailer) {
            (LETTER_JOB, Some(mailer)) => self.letter(job, mailer).await,
            (TRAINING_JOB, _) => self.training(job).await,
            _ => Ended::Hopeless(format!("nobody knows how to do “{}”", job.kind)),
        }
    }

    async fn training(&self, job: &job::Model) -> Ended {
        let Some(id) = job.payload["session"].as_str().and_then(|id| id.parse::<Uuid>().ok()) else {
            return Ended::Hopeless("the job names no session".into());
        };
        match self.services.settle_session(TrainingSessionId(id)).await {
            Ok(()) => Ended::Done,
            Err(error) => Ended::Failed(error.to_string()),
        }
    }

    async fn letter(&self, job: &job::Model, mailer: &Mailer) -> Ended {
        let Some(id) = job.payload["letter"].as_str().and_then(|id| id.parse::<Uuid>().ok()) else {
            return Ended::Hopeless("the job names no letter".into());
        };
        let found = letter::Entity::find_by_id(id).one(self.services.store().read()).await;
        let letter = match found {
            Ok(Some(letter)) => letter,
            Ok(None) => return Ended::Hopeless("the letter is gone".into()),
            Err(error) => return Ended::Failed(error.to_string()),
        };
        if letter.sent_at.is_some() {
            return Ended::Done;
        }
        match mailer.send(&letter).await {
            Ok(()) => Ended::Done,
            Err(error @ MailError::Later(_)) => Ended::Failed(error.to_string()),
            Err(error) => Ended::Hopeless(error.to_string()),
        }
    }

    async fn finish(&self, job: &job::Model, ended: Ended) -> Result<(), Error> {
        let attempts = job.attempts + 1;
        let (done, error) = match ended {
            Ended::Done => (true, None),
            Ended::Hopeless(error) => (true, Some(error)),
            Ended::Failed(error) => (attempts >= ATTEMPTS, Some(error)),
        };
        if let Some(error) = &error {
            tracing::warn!(job = %job.id, kind = job.kind, attempts, given_up = done, error, "a job failed");
        }
        let sent = (error.is_none() && job.kind == LETTER_JOB).then(|| job.payload["letter"].as_str()?.parse().ok());
        let (id, sent) = (job.id, sent.flatten());
        self.services
            .store()
            .write(move |unit| {
                let error = error.clone();
                Box::pin(async move {
                    let row = job::ActiveModel {
                        id: Set(id),
                        attempts: Set(attempts),
                        locked_until: Set(None),
                        run_at: Set(unit.now() + pause(attempts)),
                        done_at: Set(done.then(|| unit.now())),
                        last_error: Set(error),
                        ..Default::default()
                    };
                    row.update(unit.write()).await?;
                    if let Some(letter) = sent {
                        let row = letter::ActiveModel {
                            id: Set(letter),
                            sent_at: Set(Some(unit.now())),
                            ..Default::default()
                        };
                        row.update(unit.write()).await?;
                    }
                    Ok(())
                })
            })
            .await
    }
}

fn due(kinds: &[&str], now: DateTime<Utc>) -> sea_orm::Select<job::Entity> {
    let free = Condition::any().add(job::Column::LockedUntil.is_null()).add(job::Column::LockedUntil.lt(now));
    job::Entity::find()
        .filter(job::Column::DoneAt.is_null())
        .filter(job::Column::RunAt.lte(now))
        .filter(job::Column::Kind.is_in(kinds.iter().copied()))
        .filter(free)
        .order_by_asc(job::Column::RunAt)
        .limit(BATCH)
}

/// Half a minute after the first attempt, twice as long after each other, six hours at most.
fn pause(attempts: i32) -> TimeDelta {
    let doublings = u32::try_from(attempts - 1).unwrap_or(0).min(10);
    TimeDelta::seconds(30 * (1 << doublings)).min(TimeDelta::hours(6))
}

#[cfg(test)]
mod tests {
    use super::pause;

    #[test]
    fn pauses_grow_to_six_hours() {
        let minutes: Vec<i64> = (1..=12).map(|attempts| pause(attempts).num_minutes()).collect();
        assert_eq!(minutes, [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
    }
}
