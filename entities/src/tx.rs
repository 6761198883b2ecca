//! The one way to write.
//!
//! Every change of the database is a closure that is run by the one writer of the process, after
//! the one before it: what it reads is what it decides on, whatever arrives at the same instant.
//! Closures that wait at the same time share one transaction, so a thousand voters wait for a few
//! writes to the disk and not for a thousand. Two processes on one PostgreSQL take turns by the lock on
//! the head of the journal, which a transaction begins with; another process on one SQLite file
//! waits at `BEGIN IMMEDIATE`. Changes that depend on nothing but what the journal tells (votes by name)
//! take that lock at their end instead: when another process has moved the head meanwhile, they are
//! undone and run again under the lock.
//!
//! A caller hears "done" after the commit and never before. What happened goes into the journal
//! in the same transaction.
//!
//! In a closure: read and decide first, then write. A refusal before the first write costs the
//! others in the transaction nothing; after it, the transaction is rolled back and each closure is
//! run again alone. So a closure may run more than once and touches nothing but its [`Unit`]. It
//! must not call [`Store::write`] itself: it would wait for itself.

use std::{
    future::Future,
    pin::Pin,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use chrono::{DateTime, Utc};
use domain::journal::{GENESIS, Hash, Line};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, EntityTrait, QuerySelect,
    QueryTrait, RuntimeErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sea_query::{CommonTableExpression, InsertStatement, OnConflict, Query, UpdateStatement, WithClause},
};
use serde::Serialize;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use crate::{
    audit::{journal_head, journal_line},
    clock::Clock,
    database::Store,
};

/// The one row of the journal's head.
const HEAD: i32 = 1;
/// More would let the first in a transaction wait noticeably for the last.
const BATCH: usize = 128;
const ATTEMPTS: usize = 5;
/// Lines of the journal in one statement.
const LINES: usize = 1000;

/// A boxed future, as closures return it.
pub type Work<'u, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'u>>;

/// What a closure may fail with.
pub trait Failure: From<DbErr> + Send + 'static {
    /// The database's own error, if that is what it is.
    fn database(&self) -> Option<&DbErr>;
}

impl Failure for DbErr {
    fn database(&self) -> Option<&DbErr> {
        Some(self)
    }
}

/// One change in the making: the transaction, its time, and what it tells the journal.
#[derive(Debug)]
pub struct Unit {
    transaction: DatabaseTransaction,
    head: Head,
    now: DateTime<Utc>,
    wrote: AtomicBool,
    /// Rows that go in with the journal's lines.
    rows: Mutex<Vec<InsertStatement>>,
    lines: Mutex<Vec<NewLine>>,
}

/// The last line of the journal and its hash.
#[derive(Clone, Copy, Debug)]
struct Head {
    sequence: i64,
    hash: Hash,
}

#[derive(Debug)]
struct NewLine {
    actor: String,
    network: String,
    kind: &'static str,
    payload: String,
    salt: String,
}

impl Unit {
    /// For reading what the change decides on.
    #[must_use]
    pub const fn read(&self) -> &DatabaseTransaction {
        &self.transaction
    }

    /// For writing. From here on a refusal costs a rollback.
    #[must_use]
    pub fn write(&self) -> &DatabaseTransaction {
        self.wrote.store(true, Ordering::Relaxed);
        &self.transaction
    }

    /// Writes rows together with the lines that tell of them, in one statement where the database can. The change
    /// must not read them itself; whatever comes after it does.
    pub fn write_with_lines(&self, rows: InsertStatement) {
        self.wrote.store(true, Ordering::Relaxed);
        self.rows.lock().unwrap_or_else(PoisonError::into_inner).push(rows);
    }

    /// The time of this change.
    #[must_use]
    pub const fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// A new identifier, in order of time.
    #[must_use]
    pub fn id(&self) -> Uuid {
        let (seconds, nanoseconds) = (self.now.timestamp().unsigned_abs(), self.now.timestamp_subsec_nanos());
        Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanoseconds))
    }

    /// Tells the journal what happened: `kind` is a stable word, `payload` the particulars, without
    /// any secret.
    pub fn record(&self, actor: impl ToString, network: Option<Uuid>, kind: &'static str, payload: impl Serialize) {
        let line = NewLine {
            actor: actor.to_string(),
            network: network.map(|network| network.to_string()).unwrap_or_default(),
            kind,
            payload: serde_json::to_string(&payload).expect("what is recorded is plain data"),
            salt: Uuid::new_v4().simple().to_string(),
        };
        self.lines.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }

    fn lines(&self) -> std::sync::MutexGuard<'_, Vec<NewLine>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes what waits for the lines, for whoever reads next in the same transaction.
    async fn write_waiting(&self) -> Result<(), DbErr> {
        let rows = std::mem::take(&mut *self.rows.lock().unwrap_or_else(PoisonError::into_inner));
        for rows in rows {
            self.transaction.execute(&rows).await?;
        }
        Ok(())
    }
}

impl Store {
    /// Runs a closure as part of a transaction and returns what it returned, once that is durable.
    ///
    /// # Errors
    /// What the closure failed with, or the database's error.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: Failure,
        F: for<'u> Fn(&'u Unit) -> Work<'u, T, E> + Send + Sync + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Typed { work, result: None, reply });
        self.jobs().send(job).await.map_err(|_| stopped())?;
        answer.await.map_err(|_| stopped())?
    }
}

pub(crate) fn stopped() -> DbErr {
    DbErr::Conn(RuntimeErr::Internal("the writer has stopped".into()))
}

/// A closure in the queue, whatever it returns.
pub(crate) trait Job: Send {
    /// Whether it depends on nothing that changes without a line of the journal, and writes nothing without one.
    fn follows_journal(&self) -> bool {
        false
    }
    fn attempt<'j>(&'j mut self, unit: &'j Unit) -> Pin<Box<dyn Future<Output = Attempt> + Send + 'j>>;
    fn deliver(self: Box<Self>);
    fn fail(self: Box<Self>, error: DbErr);
}

pub(crate) enum Attempt {
    Done,
    Refused,
    Database { again: bool },
}

struct Typed<F, T, E> {
    work: F,
    result: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<F, T, E> Job for Typed<F, T, E>
where
    T: Send + 'static,
    E: Failure,
    F: for<'u> Fn(&'u Unit) -> Work<'u, T, E> + Send + Sync + 'static,
{
    fn attempt<'j>(&'j mut self, unit: &'j Unit) -> Pin<Box<dyn Future<Output = Attempt> + Send + 'j>> {
        Box::pin(async move {
            let result = (self.work)(unit).await;
            let attempt = match &result {
                Ok(_) => Attempt::Done,
                Err(error) => {
                    error.database().map_or(Attempt::Refused, |error| Attempt::Database { again: passes(error) })
                }
            };
            self.result = Some(result);
            attempt
        })
    }

    fn deliver(self: Box<Self>) {
        if let Some(result) = self.result {
            // Nobody listens any more when the browser hung up; the change stands all the same.
            let _ = self.reply.send(result);
        }
    }

    fn fail(self: Box<Self>, error: DbErr) {
        let _ = self.reply.send(Err(E::from(error)));
    }
}

/// Whether the same work may succeed when it is tried again.
pub(crate) fn passes(error: &DbErr) -> bool {
    let text = error.to_string();
    ["40001", "40P01", "could not serialize", "deadlock detected", "database is locked"]
        .iter()
        .any(|sign| text.contains(sign))
}

pub(crate) async fn writer(database: DatabaseConnection, clock: Clock, mut queue: mpsc::Receiver<Box<dyn Job>>) {
    let mut writer = Writer { database, clock, known: None };
    let mut jobs = Vec::with_capacity(BATCH);
    while queue.recv_many(&mut jobs, BATCH).await > 0 {
        let batch = std::mem::take(&mut jobs);
        if let Err(batch) = writer.together(batch).await {
            for job in batch {
                writer.alone(job).await;
            }
        }
    }
}

struct Writer {
    database: DatabaseConnection,
    clock: Clock,
    /// The head after the last commit, where it need not be read again: see [`Writer::begin`].
    known: Option<Head>,
}

type Batch = Vec<Box<dyn Job>>;

/// A transaction that came to nothing.
struct Undone {
    error: DbErr,
    /// Nothing of it is kept for certain: it may be run again. Otherwise it failed while it was committed.
    for_certain: bool,
}

/// Before the commit an error leaves nothing behind.
fn undone(error: DbErr) -> Undone {
    Undone { error, for_certain: true }
}

impl Writer {
    /// Runs all in one transaction, or gives them back when one of them spoilt it.
    async fn together(&mut self, mut batch: Batch) -> Result<(), Batch> {
        let lock_late = batch.iter().all(|job| job.follows_journal());
        let mut result = self.run(&mut batch, lock_late).await;
        if lock_late && matches!(&result, Err(undone) if undone.for_certain) {
            result = self.run(&mut batch, false).await;
        }
        match result {
            Ok(()) => batch.into_iter().for_each(|job| job.deliver()),
            Err(Undone { for_certain: true, .. }) => return Err(batch),
            // Nothing is run twice on a guess.
            Err(Undone { error, .. }) => {
                batch.into_iter().for_each(|job| job.fail(DbErr::Custom(error.to_string())));
            }
        }
        Ok(())
    }

    async fn run(&mut self, batch: &mut [Box<dyn Job>], lock_late: bool) -> Result<(), Undone> {
        let unit = self.begin(lock_late).await.map_err(undone)?;
        for job in batch {
            let before = unit.lines().len();
            unit.write_waiting().await.map_err(undone)?;
            unit.wrote.store(false, Ordering::Relaxed);
            match job.attempt(&unit).await {
                Attempt::Done => {}
                Attempt::Refused if !unit.wrote.load(Ordering::Relaxed) => unit.lines().truncate(before),
                Attempt::Refused | Attempt::Database { .. } => {
                    drop(unit.transaction.rollback().await);
                    return Err(undone(DbErr::Custom("one of several changes spoilt the transaction".into())));
                }
            }
        }
        self.commit(unit).await
    }

    async fn alone(&mut self, mut job: Box<dyn Job>) {
        for attempt in 1..=ATTEMPTS {
            let unit = match self.begin(false).await {
                Ok(unit) => unit,
                Err(error) => return job.fail(error),
            };
            match job.attempt(&unit).await {
                Attempt::Done => match self.commit(unit).await {
                    Ok(()) => return job.deliver(),
                    Err(Undone { error, .. }) if passes(&error) && attempt < ATTEMPTS => {}
                    Err(Undone { error, .. }) => return job.fail(error),
                },
                Attempt::Database { again: true } if attempt < ATTEMPTS => drop(unit.transaction.rollback().await),
                Attempt::Refused | Attempt::Database { .. } => {
                    drop(unit.transaction.rollback().await);
                    return job.deliver();
                }
            }
        }
    }

    /// On PostgreSQL reading the head is what waits for the other processes, unless the lock may come late. On SQLite
    /// `BEGIN IMMEDIATE` was: the head that is known from the last commit is the head, unless another process wrote,
    /// which the commit finds.
    #[expect(clippy::disallowed_methods, reason = "the one place where a transaction begins")]
    async fn begin(&mut self, lock_late: bool) -> Result<Unit, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let locked = self.database.get_database_backend() == DbBackend::Sqlite;
        let known = self.known.take().filter(|_| locked || lock_late);
        let transaction = self.database.begin_with_options(options).await?;
        let head = match known {
            Some(head) => head,
            None => head(&transaction).await?,
        };
        let now = self.clock.now();
        Ok(Unit {
            transaction,
            head,
            now,
            wrote: AtomicBool::new(false),
            rows: Mutex::default(),
            lines: Mutex::default(),
        })
    }

    /// Chains the journal's new lines to the old ones, and commits.
    async fn commit(&mut self, unit: Unit) -> Result<(), Undone> {
        let lines = std::mem::take(&mut *unit.lines());
        let mut reached = unit.head;
        if lines.is_empty() {
            unit.write_waiting().await.map_err(undone)?;
        } else {
            reached = tell(&unit, &lines).await.map_err(undone)?;
        }
        unit.transaction.commit().await.map_err(|error| Undone { for_certain: passes(&error), error })?;
        self.known = Some(reached);
        Ok(())
    }
}

/// The head as it stands, locked where the database has such locks.
async fn head(transaction: &DatabaseTransaction) -> Result<Head, DbErr> {
    let head = journal_head::Entity::find_by_id(HEAD).lock_exclusive().one(transaction).await?;
    let head = head.ok_or_else(|| DbErr::Custom("the journal has lost its head".into()))?;
    let hash = head.hash.try_into().map_err(|_| DbErr::Custom("the head of the journal is no hash".into()))?;
    Ok(Head { sequence: head.sequence, hash })
}

/// The lines as rows after a head, and the head after them.
fn chained(head: Head, now: DateTime<Utc>, lines: &[NewLine]) -> (Vec<journal_line::ActiveModel>, Head) {
    let Head { mut sequence, mut hash } = head;
    let rows = lines.iter().map(|NewLine { actor, network, kind, payload, salt }| {
        sequence += 1;
        let line = Line {
            sequence,
            at: now,
            actor: actor.clone(),
            network: network.clone(),
            kind: (*kind).into(),
            payload: payload.clone(),
            salt: salt.clone(),
        };
        hash = line.hash(&hash);
        journal_line::ActiveModel {
            sequence: Set(line.sequence),
            at: Set(line.at),
            actor: Set(line.actor),
            network: Set(line.network),
            kind: Set(line.kind),
            payload: Set(line.payload),
            salt: Set(line.salt),
            hash: Set(hash.to_vec()),
        }
    });
    let rows = rows.collect();
    (rows, Head { sequence, hash })
}

/// Writes the lines and whatever waits for them, and moves the head.
async fn tell(unit: &Unit, lines: &[NewLine]) -> Result<Head, DbErr> {
    if unit.transaction.get_database_backend() == DbBackend::Postgres {
        return tell_at_once(unit, lines).await;
    }
    unit.write_waiting().await?;
    let mut after = unit.head;
    let (mut rows, mut next) = chained(after, unit.now, lines);
    if unit.transaction.execute(&moved(after, next)).await?.rows_affected() == 0 {
        // Another process wrote since the last commit of this one, and before this transaction.
        after = head(&unit.transaction).await?;
        (rows, next) = chained(after, unit.now, lines);
        if unit.transaction.execute(&moved(after, next)).await?.rows_affected() == 0 {
            return Err(DbErr::Custom("the journal's head is not what it says".into()));
        }
    }
    for chunk in rows.chunks(LINES) {
        journal_line::Entity::insert_many(chunk.to_vec()).exec_without_returning(&unit.transaction).await?;
    }
    Ok(next)
}

/// All in one statement, but for more lines than it takes.
async fn tell_at_once(unit: &Unit, lines: &[NewLine]) -> Result<Head, DbErr> {
    let (mut rows, next) = chained(unit.head, unit.now, lines);
    let rest = rows.split_off(rows.len().min(LINES));
    let mut with = WithClause::new();
    let waiting = unit.rows.lock().unwrap_or_else(PoisonError::into_inner).pop();
    if let Some(rows) = waiting {
        with.cte(CommonTableExpression::new().query(rows).table_name("beside").to_owned());
    }
    // More would be more values than a statement takes.
    unit.write_waiting().await?;
    let told = journal_line::Entity::insert_many(rows).into_query();
    with.cte(CommonTableExpression::new().query(told).table_name("told").to_owned());
    if unit.transaction.execute(&moved(unit.head, next).with(with)).await?.rows_affected() == 0 {
        return Err(DbErr::Custom("another process moved the journal's head".into()));
    }
    for chunk in rest.chunks(LINES) {
        journal_line::Entity::insert_many(chunk.to_vec()).exec_without_returning(&unit.transaction).await?;
    }
    Ok(next)
}

/// Moves the head, where it is the one that the lines follow.
fn moved(after: Head, next: Head) -> UpdateStatement {
    Query::update()
        .table(journal_head::Entity)
        .value(journal_head::Column::Sequence, next.sequence)
        .value(journal_head::Column::Hash, next.hash.to_vec())
        .and_where(journal_head::Column::Id.eq(HEAD))
        .and_where(journal_head::Column::Sequence.eq(after.sequence))
        .and_where(journal_head::Column::Hash.eq(after.hash.to_vec()))
        .to_owned()
}

/// Gives a new database the head of an empty journal.
pub(crate) async fn prepare(database: &DatabaseConnection) -> Result<(), DbErr> {
    let head = journal_head::ActiveModel { id: Set(HEAD), sequence: Set(0), hash: Set(GENESIS.to_vec()) };
    let there = OnConflict::column(journal_head::Column::Id).do_nothing().to_owned();
    journal_head::Entity::insert(head).on_conflict(there).exec_without_returning(database).await?;
    Ok(())
}
