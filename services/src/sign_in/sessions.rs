//! Sessions: opened, shown, ended. The database holds only the hash of what the browser holds.

use chrono::{DateTime, Duration, Utc};
use domain::{check_in::code, ids::PersonId, journal::digits};
use entities::{Unit, people::person, sign_in::session};
use rand::{TryRngCore, rngs::OsRng};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter,
    sea_query::{Expr, Query, SelectStatement},
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    Error, Services, Viewer,
    viewer::{Known, column, know},
};

/// How long a session lasts at most.
pub const SESSION_DAYS: i64 = 30;
/// After how many days without a visit a session ends.
pub const IDLE_DAYS: i64 = 14;
/// How exactly the last visit is known; noting every page would make every page a write.
const SEEN_EVERY_MINUTES: i64 = 60;

/// The browser in which somebody signs in.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    /// Hash of the session that it holds so far, which ends when a new one is opened.
    pub session: Option<String>,
    /// What it calls itself.
    pub user_agent: String,
}

/// How a session came to be.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Whose.
    pub person: PersonId,
    /// The identity that vouched for them, with its connection.
    pub identity: Option<(Uuid, Uuid)>,
    /// `sid` of the provider.
    pub provider_session: Option<String>,
    /// The ID token, for the hint at sign-out.
    pub id_token: Option<String>,
    /// `oidc`, `link` or `passkey`.
    pub method: &'static str,
    /// What the browser calls itself.
    pub user_agent: String,
}

/// A secret for a cookie or a link: 256 random bits as text.
#[must_use]
pub fn secret() -> String {
    let mut bytes = [0_u8; 32];
    OsRng.try_fill_bytes(&mut bytes).expect("the system gives random bytes, or nothing is safe");
    digits(&bytes)
}

/// A code for a pass, a certificate, a half-day: 80 random bits, as people read them out.
///
/// # Errors
/// [`Error::Stored`] where a secret has other digits than it has.
pub(crate) fn fresh_code() -> Result<String, Error> {
    let bits = u128::from_str_radix(&secret()[..20], 16).map_err(|_| Error::Stored("a secret of no digits".into()))?;
    Ok(code(bits))
}

/// What the database holds of a secret.
pub(crate) fn hashed(secret: &str) -> String {
    digits(&Sha256::digest(secret.as_bytes()))
}

/// Opens a session within a change; returns the secret that goes into the cookie. The session that
/// the same browser held before is ended: an identifier is never carried over a sign-in.
pub(crate) async fn open(
    unit: &Unit,
    new: &NewSession,
    before: Option<&str>,
    network: Option<Uuid>,
) -> Result<String, Error> {
    if let Some(before) = before {
        session::Entity::delete_by_id(before.to_owned()).exec(unit.write()).await?;
    }
    session::Entity::delete_many().filter(session::Column::ExpiresAt.lte(unit.now())).exec(unit.write()).await?;
    let secret = secret();
    let row = session::ActiveModel {
        id_hash: Set(hashed(&secret)),
        person_id: Set(new.person.0),
        identity_id: Set(new.identity.map(|(identity, _)| identity)),
        connection_id: Set(new.identity.map(|(_, connection)| connection)),
        provider_session: Set(new.provider_session.clone()),
        id_token: Set(new.id_token.clone()),
        method: Set(new.method.to_owned()),
        user_agent: Set(new.user_agent.chars().take(200).collect()),
        created_at: Set(unit.now()),
        last_seen_at: Set(unit.now()),
        expires_at: Set(unit.now() + Duration::days(SESSION_DAYS)),
    };
    session::Entity::insert(row).exec_without_returning(unit.write()).await?;
    unit.record(new.person, network, "sign_in", serde_json::json!({ "method": new.method }));
    Ok(secret)
}

/// Whether somebody holds a mandate today. What one may do comes from mandates, so that without one
/// a session would show nothing and none is opened.
pub(crate) async fn holds_mandate(unit: &Unit, person: PersonId) -> Result<bool, Error> {
    let viewer = Viewer::load(unit.read(), person, unit.now()).await?;
    Ok(viewer.is_some_and(|viewer| !viewer.actor.mandates().is_empty()))
}

/// Ends every session of a person, for whoever ends their last mandate.
pub(crate) async fn end_sessions_of(unit: &Unit, person: PersonId) -> Result<u64, Error> {
    let ended =
        session::Entity::delete_many().filter(session::Column::PersonId.eq(person.0)).exec(unit.write()).await?;
    Ok(ended.rows_affected)
}

/// Ends every session that a connection opened, but for the one of whoever asks.
pub(crate) async fn end_sessions_of_connection(
    unit: &Unit,
    connection: Uuid,
    but_for: Option<&str>,
) -> Result<u64, Error> {
    let ended = session::Entity::delete_many()
        .filter(session::Column::ConnectionId.eq(connection))
        .filter(session::Column::IdHash.ne(but_for.unwrap_or_default()))
        .exec(unit.write())
        .await?;
    Ok(ended.rows_affected)
}

/// A session beside a row of what is known of its person.
#[derive(Debug, FromQueryResult)]
struct SessionOf {
    expires_at: DateTime<Utc>,
    last_seen_at: DateTime<Utc>,
    #[sea_orm(nested)]
    known: Known,
}

/// Asks for a session with its person and all that they may do, in one statement.
fn held(hash: &str) -> SelectStatement {
    let of = |of| column(session::Entity, of);
    let mut query = Query::select();
    query
        .expr_as(of(session::Column::ExpiresAt), "expires_at")
        .expr_as(of(session::Column::LastSeenAt), "last_seen_at")
        .from(session::Entity)
        .inner_join(person::Entity, of(session::Column::PersonId).eq(column(person::Entity, person::Column::Id)))
        .and_where(of(session::Column::IdHash).eq(hash));
    know(&mut query);
    query
}

impl Services {
    /// Who holds a session's secret; nobody when it is unknown, ended or too old, or when the person
    /// holds no mandate any more.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn viewer(&self, secret: Option<&str>) -> Result<Viewer, Error> {
        let Some(secret) = secret else { return Ok(Viewer::anonymous()) };
        let hash = hashed(secret);
        let (database, now) = (self.store().read(), self.now());
        let statement = database.get_database_backend().build(&held(&hash));
        let (sessions, rows): (Vec<_>, Vec<_>) = SessionOf::find_by_statement(statement)
            .all(database)
            .await?
            .into_iter()
            .map(|row| ((row.expires_at, row.last_seen_at), row.known))
            .unzip();
        let Some((expires_at, last_seen_at)) = sessions.first().copied() else { return Ok(Viewer::anonymous()) };
        if expires_at <= now || last_seen_at + Duration::days(IDLE_DAYS) <= now {
            return Ok(Viewer::anonymous());
        }
        let viewer = Viewer::stored(&rows, now)?;
        let Some(viewer) = viewer.filter(|viewer| !viewer.actor.mandates().is_empty()) else {
            return Ok(Viewer::anonymous());
        };
        if last_seen_at + Duration::minutes(SEEN_EVERY_MINUTES) < now {
            self.note_visit(hash.clone());
        }
        Ok(Viewer { session: Some(hash), ..viewer })
    }

    /// Notes a visit without making the page wait for it.
    fn note_visit(&self, hash: String) {
        let store = self.store().clone();
        tokio::spawn(async move {
            let noted = store
                .write::<_, Error, _>(move |unit| {
                    let hash = hash.clone();
                    Box::pin(async move {
                        session::Entity::update_many()
                            .col_expr(session::Column::LastSeenAt, Expr::value(unit.now()))
                            .filter(session::Column::IdHash.eq(hash))
                            .exec(unit.write())
                            .await?;
                        Ok(())
                    })
                })
                .await;
            if let Err(error) = noted {
                tracing::warn!(%error, "a visit was not noted");
            }
        });
    }

    /// Ends one of the viewer's own sessions, on whichever device it is.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not theirs.
    pub async fn revoke_session(&self, viewer: &Viewer, id: &str) -> Result<(), Error> {
        let person = viewer.person()?;
        let id = id.to_owned();
        self.store()
            .write(move |unit| {
                let id = id.clone();
                Box::pin(async move {
                    let found = session::Entity::find_by_id(id.clone()).one(unit.read()).await?;
                    found.filter(|session| session.person_id == person.0).ok_or(Error::NotFound)?;
                    session::Entity::delete_by_id(id).exec(unit.write()).await?;
                    unit.record(person, None, "session_revoked", serde_json::json!({}));
                    Ok(())
                })
            })
            .await
    }

    /// Ends all sessions of the viewer but the one that they look through.
    ///
    /// # Errors
    /// [`Error::SignInFirst`], [`Error::Database`].
    pub async fn revoke_other_sessions(&self, viewer: &Viewer) -> Result<u64, Error> {
        let person = viewer.person()?;
        let current = viewer.session.clone().unwrap_or_default();
        self.store()
            .write(move |unit| {
                let current = current.clone();
                Box::pin(async move {
                    let ended = session::Entity::delete_many()
                        .filter(session::Column::PersonId.eq(person.0))
                        .filter(session::Column::IdHash.ne(current))
                        .exec(unit.write())
                        .await?;
                    let sessions = ended.rows_affected;
                    unit.record(person, None, "session_revoked", serde_json::json!({ "sessions": sessions }));
                    Ok(sessions)
                })
            })
            .await
    }
}
