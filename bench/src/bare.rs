//! The least that a server can do: read the same rows in two statements, and write them into a page of the same size
//! by hand or put one row on the disk. No permissions, no languages, no journal, no layers.

use std::{fmt::Write as _, sync::Arc, time::Duration};

use anyhow::Result;
use axum::{
    Form, Router,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use chrono::{DateTime, NaiveDate, Utc};
use entities::Clock;
use sea_orm::sqlx::{
    self, PgPool, SqlitePool,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use serde::Deserialize;
use uuid::Uuid;

use crate::session_hash;

/// What every request reads: who asks, with their name.
const SESSION: &str =
    "SELECT s.expires_at, p.id, p.name FROM sessions s JOIN people p ON p.id = s.person_id WHERE s.id_hash = $1";

/// A page reads the members with their names over time and their colleges.
const MEMBERS: &str = "SELECT o.slug, n.name, n.valid_from, c.names->>'fr', m.status, m.status_since \
    FROM networks w JOIN memberships m ON m.network_id = w.id JOIN organizations o ON o.id = m.organization_id \
    JOIN organization_names n ON n.organization_id = o.id LEFT JOIN colleges c ON c.id = m.college_id \
    WHERE w.slug = $1 AND m.status NOT IN ('left', 'excluded') ORDER BY o.id";

/// A vote reads the poll, the organization's line on the roll, where the voter has arrived, the proxy that was given,
/// and the vote before.
const BALLOT: &str = "SELECT p.state, a.network_id, r.name, r.weight, t.organization_id, x.holder_id, v.choice \
    FROM polls p JOIN assemblies a ON a.id = p.assembly_id \
    LEFT JOIN roll_entries r ON r.assembly_id = a.id AND r.organization_id = $2 \
    LEFT JOIN attendances t ON t.assembly_id = a.id AND t.person_id = $3 AND t.left_at IS NULL \
    LEFT JOIN proxies x ON x.assembly_id = a.id AND x.giver_id = $2 AND x.revoked_at IS NULL \
    LEFT JOIN votes v ON v.poll_id = p.id AND v.organization_id = $2 WHERE p.id = $1";

/// And it writes one row.
const VOTE: &str =
    "INSERT INTO bare_votes (id, poll_id, organization_id, choice, request, cast_at) VALUES ($1, $2, $3, $4, $5, $6)";

type SessionRow = (DateTime<Utc>, Uuid, String);
type BallotRow = (String, Uuid, Option<String>, Option<i64>, Option<Uuid>, Option<Uuid>, Option<String>);
type MemberRow = (String, String, NaiveDate, Option<String>, String, NaiveDate);

/// As many connections as the product has.
const READERS: u32 = 8;
const WRITERS: u32 = 16;

#[derive(Clone)]
struct Bare {
    pools: Pools,
    page_bytes: usize,
    clock: Clock,
}

/// SQLite has one writer at a time whatever one does, so it gets one connection to write; PostgreSQL
/// commits many at once.
#[derive(Clone)]
enum Pools {
    Sqlite { read: SqlitePool, write: SqlitePool },
    Postgres { read: PgPool, write: PgPool },
}

/// The server, with pages of so many bytes.
///
/// # Errors
/// When the database is not there.
pub async fn router(database: &str, page_bytes: usize) -> Result<Router> {
    let pools = if database.starts_with("sqlite:") {
        let options: SqliteConnectOptions = database.parse()?;
        let options = options
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(10));
        let pool = |size| {
            SqlitePoolOptions::new().max_connections(size).test_before_acquire(false).connect_with(options.clone())
        };
        let (read, write) = (pool(READERS).await?, pool(1).await?);
        sqlx::query(table("blob", "text")).execute(&write).await?;
        Pools::Sqlite { read, write }
    } else {
        let pool = |size| PgPoolOptions::new().max_connections(size).test_before_acquire(false).connect(database);
        let (read, write) = (pool(READERS).await?, pool(WRITERS).await?);
        sqlx::query(table("uuid", "timestamptz")).execute(&write).await?;
        Pools::Postgres { read, write }
    };
    let bare = Bare { pools, page_bytes, clock: Clock::system() };
    Ok(Router::new()
        .route("/n/{network}/members", get(members))
        .route("/n/{network}/assemblies/{assembly}/polls/{poll}/vote", post(vote))
        .route("/insert/n/{network}/assemblies/{assembly}/polls/{poll}/vote", post(insert))
        .with_state(Arc::new(bare)))
}

fn table(identifier: &str, time: &str) -> sqlx::AssertSqlSafe<String> {
    // Both words are written a few lines above.
    sqlx::AssertSqlSafe(format!(
        "CREATE TABLE IF NOT EXISTS bare_votes (id {identifier} PRIMARY KEY, poll_id {identifier} NOT NULL, \
         organization_id {identifier} NOT NULL, choice text NOT NULL, request text NOT NULL, cast_at {time} NOT NULL)"
    ))
}

async fn members(State(bare): State<Arc<Bare>>, Path(network): Path<String>, headers: HeaderMap) -> Response {
    match page(&bare, &network, &headers).await {
        Ok(Some(html)) => Html(html).into_response(),
        Ok(None) => StatusCode::UNAUTHORIZED.into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// Runs the statement of a request on whichever database it is.
macro_rules! on {
    ($pools:expr, $pool:ident, $run:expr) => {
        match $pools {
            Pools::Sqlite { $pool, .. } => $run,
            Pools::Postgres { $pool, .. } => $run,
        }
    };
}

async fn session(bare: &Bare, headers: &HeaderMap) -> Result<Option<SessionRow>, sqlx::Error> {
    let cookie = headers.get(header::COOKIE).and_then(|cookie| cookie.to_str().ok());
    let Some(secret) = cookie.and_then(|cookie| cookie.strip_prefix("session=")) else { return Ok(None) };
    let hash = session_hash(secret);
    let found: Option<SessionRow> =
        on!(&bare.pools, read, sqlx::query_as(SESSION).bind(&hash).fetch_optional(read).await?);
    let now = bare.clock.now();
    Ok(found.filter(|(expires_at, ..)| *expires_at > now))
}

async fn page(bare: &Bare, network: &str, headers: &HeaderMap) -> Result<Option<String>, sqlx::Error> {
    let Some((_, _, person)) = session(bare, headers).await? else { return Ok(None) };
    let rows: Vec<MemberRow> = on!(&bare.pools, read, sqlx::query_as(MEMBERS).bind(network).fetch_all(read).await?);
    Ok(Some(html(&person, network, rows, bare.clock.now().date_naive(), bare.page_bytes)))
}

fn html(person: &str, network: &str, rows: Vec<MemberRow>, today: NaiveDate, page_bytes: usize) -> String {
    // The rows of one member lie side by side: its name is the latest that has begun.
    let mut members: Vec<MemberRow> = Vec::new();
    for row in rows {
        match members.last_mut() {
            Some(last) if last.0 == row.0 => {
                if row.2 <= today && row.2 > last.2 {
                    *last = row;
                }
            }
            _ => members.push(row),
        }
    }
    members.sort_by(|one, other| one.1.cmp(&other.1));
    let mut html = String::with_capacity(page_bytes + 1024);
    let _ = write!(
        html,
        "<!DOCTYPE html><html lang=\"fr\"><head><title>Membres</title></head><body><p>{}</p>",
        Escaped(person)
    );
    html.push_str("<table><thead><tr><th>Association<th>Collège<th>Statut<th>Depuis</tr></thead><tbody>");
    for (slug, name, _, college, status, since) in &members {
        let college = college.as_deref().unwrap_or("–");
        let _ = write!(
            html,
            "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><a href=\"/n/{network}/members/{slug}\">{}</a></th>\
             <td role=\"cell\" data-label=\"Collège\">{}</td><td role=\"cell\" data-label=\"Statut\">{status}</td>\
             <td role=\"cell\" data-label=\"Depuis\">{since}</td></tr>",
            Escaped(name),
            Escaped(college),
        );
    }
    html.push_str("</tbody></table><!--");
    while html.len() + 17 < page_bytes {
        html.push('.');
    }
    html.push_str("--></body></html>");
    html
}

struct Escaped<'t>(&'t str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for character in self.0.chars() {
            match character {
                '<' => formatter.write_str("&lt;")?,
                '&' => formatter.write_str("&amp;")?,
                '"' => formatter.write_str("&quot;")?,
                character => formatter.write_char(character)?,
            }
        }
        Ok(())
    }
}

#[derive(Deserialize)]
struct Ballot {
    organization: Uuid,
    request: Uuid,
    choice: String,
}

type PollAddress = (String, Uuid, Uuid);

async fn vote(
    State(bare): State<Arc<Bare>>,
    Path(address): Path<PollAddress>,
    headers: HeaderMap,
    Form(ballot): Form<Ballot>,
) -> Response {
    let (poll, organization) = (address.2, ballot.organization);
    let read = async {
        let Some((_, person, _)) = session(&bare, &headers).await? else { return Ok(None) };
        let rows: Vec<BallotRow> = on!(
            &bare.pools,
            read,
            sqlx::query_as(BALLOT).bind(poll).bind(organization).bind(person).fetch_all(read).await?
        );
        Ok::<_, sqlx::Error>(rows.into_iter().next())
    };
    match read.await {
        Ok(Some((state, ..))) if state == "open" => written(&bare, address, ballot).await,
        Ok(_) => StatusCode::FORBIDDEN.into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// The vote of whoever says so.
async fn insert(
    State(bare): State<Arc<Bare>>,
    Path(address): Path<PollAddress>,
    Form(ballot): Form<Ballot>,
) -> Response {
    written(&bare, address, ballot).await
}

async fn written(bare: &Bare, (network, assembly, poll): PollAddress, ballot: Ballot) -> Response {
    let Ballot { organization, request, choice } = ballot;
    let (id, request, now) = (Uuid::now_v7(), request.to_string(), bare.clock.now());
    let inserted = on!(
        &bare.pools,
        write,
        sqlx::query(VOTE)
            .bind(id)
            .bind(poll)
            .bind(organization)
            .bind(choice)
            .bind(request)
            .bind(now)
            .execute(write)
            .await
            .map(drop)
    );
    match inserted {
        Ok(()) => Redirect::to(&format!("/n/{network}/assemblies/{assembly}/room")).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
