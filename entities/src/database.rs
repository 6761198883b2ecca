//! Connecting to SQLite or PostgreSQL, and bringing the schema up to date.

use std::time::Duration;

use migration::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};
use tokio::sync::mpsc;

use crate::{
    clock::Clock,
    tx::{self, Job},
};

/// Held while the schema changes, so that two servers starting at once do not both change it.
const MIGRATION_LOCK: i64 = 0x7472_616d_6501;

/// Prepared statements that a connection remembers.
const STATEMENTS: usize = 512;

/// The database: many readers, and one writer (see [`crate::tx`]).
#[derive(Clone, Debug)]
pub struct Store {
    read: DatabaseConnection,
    jobs: mpsc::Sender<Box<dyn Job>>,
    clock: Clock,
}

/// Why the database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// Not an address that is understood.
    #[error("the database address must begin with sqlite: or postgres:")]
    Address,
    /// The database did not answer, or did not want us.
    #[error("the database cannot be reached: {0}")]
    Unreachable(#[source] DbErr),
    /// A change of the schema failed; nothing of it was kept.
    #[error("the schema could not be brought up to date: {0}")]
    Migration(#[source] DbErr),
}

impl Store {
    /// Connects, brings the schema up to date, and starts the writer.
    ///
    /// `url` is `sqlite://PATH?mode=rwc` or `postgres://…`.
    ///
    /// # Errors
    /// [`ConnectError`].
    pub async fn open(url: &str, clock: Clock) -> Result<Self, ConnectError> {
        let write = connect(url, 1).await?;
        migrate(&write).await?;
        let read = connect(url, 8).await?;
        let (jobs, queue) = mpsc::channel(4096);
        tokio::spawn(tx::writer(write, clock.clone(), queue));
        Ok(Self { read, jobs, clock })
    }

    /// For reading. What it shows was committed.
    #[must_use]
    pub const fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// The clock that the whole server goes by.
    #[must_use]
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    pub(crate) const fn jobs(&self) -> &mpsc::Sender<Box<dyn Job>> {
        &self.jobs
    }
}

async fn connect(url: &str, connections: u32) -> Result<DatabaseConnection, ConnectError> {
    if !url.starts_with("sqlite:") && !url.starts_with("postgres:") && !url.starts_with("postgresql:") {
        return Err(ConnectError::Address);
    }
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(5))
        // What closes idle and old connections counts the idle ones without a lock: when the count is below zero for
        // a moment, it goes over 2^64 of them (sqlx 0.9) and takes a processor for good.
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(!url.starts_with("sqlite:"))
        .test_before_acquire_if_idle_for(Duration::from_secs(5))
        .sqlx_logging(false)
        .record_stmt_in_spans(false)
        // Statements for many votes at once differ by their number; each is prepared once.
        .map_sqlx_postgres_opts(|options| options.statement_cache_capacity(STATEMENTS))
        // FULL: with NORMAL a power cut may take back votes that were acknowledged.
        .map_sqlx_sqlite_opts(|options| {
            options
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(Duration::from_secs(10))
                .foreign_keys(true)
                .statement_cache_capacity(STATEMENTS)
        });
    Database::connect(options).await.map_err(ConnectError::Unreachable)
}

async fn migrate(database: &DatabaseConnection) -> Result<(), ConnectError> {
    // The writer's pool has one connection, so the lock and its release are of one session.
    let lock = |function: &str| {
        let sql = format!("SELECT {function}({MIGRATION_LOCK})");
        Statement::from_string(DbBackend::Postgres, sql)
    };
    let postgres = database.get_database_backend() == DbBackend::Postgres;
    if postgres {
        database.execute_raw(lock("pg_advisory_lock")).await.map_err(ConnectError::Migration)?;
    }
    let result = async {
        Migrator::up(database, None).await?;
        tx::prepare(database).await
    };
    let result = result.await.map_err(ConnectError::Migration);
    if postgres {
        database.execute_raw(lock("pg_advisory_unlock")).await.map_err(ConnectError::Migration)?;
    }
    result
}
