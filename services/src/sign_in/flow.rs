//! A sign-in at a provider: sending the browser away, and judging what it brings back.
//!
//! The network is spoken to between two changes, never within one: the first uses the attempt up,
//! the second decides. So a slow provider holds nobody else up.

use chrono::Duration;
use domain::{
    access::{Action, Scope},
    ids::PersonId,
    sign_in::ConnectionState,
};
use entities::{
    Unit,
    sign_in::{attempt, connection},
};
use oidc::{Callback, Pending, Secret};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use url::Url;
use uuid::Uuid;

use super::{
    Organization, admission,
    connections::{self, settings_of},
    local_path, network_of, organization_by_id, organization_named, refusal_word,
    sessions::{Browser, hashed},
    today,
};
use crate::{Error, Refusal, Services, Viewer};

/// How long somebody may take at their provider.
const ATTEMPT_MINUTES: i64 = 20;

/// Why a browser is sent to a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open a session.
    SignIn,
    /// To see what the connection would bring, before it is activated.
    Test,
    /// To attach a second identity to the person whose session is open.
    Link,
}

impl Purpose {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Test => "test",
            Self::Link => "link",
        }
    }
}

/// How a sign-in ended, for the page that says so.
#[derive(Clone, Debug)]
pub enum Finished {
    /// A session is open.
    SignedIn {
        /// For the cookie.
        secret: String,
        /// Where the person wanted to go.
        return_to: String,
    },
    /// An administrator of the organization has to agree first.
    Waiting {
        /// Whose administrators.
        organization: Organization,
    },
    /// The test of a connection is stored with it.
    Tested {
        /// Whose connection.
        organization: Organization,
    },
    /// A second identity is attached.
    Linked,
    /// Not let in.
    Refused {
        /// At whose provider; unknown when the answer belongs to no sign-in of ours.
        organization: Option<Organization>,
        /// Why.
        refusal: Refusal,
    },
}

/// An attempt that was just used up.
#[derive(Clone, Debug)]
struct Consumed {
    attempt: attempt::Model,
    connection: connection::Model,
    organization: Organization,
}

impl Services {
    /// The one address to which providers send people back.
    #[must_use]
    pub fn redirect_uri(&self) -> Url {
        let address = format!("{}/sign-in/callback", self.settings().public_url);
        address.parse().expect("the public address is checked when the server starts")
    }

    /// Sends the viewer's browser to the provider of an organization. `cookie` ties the attempt to the
    /// browser. Returns the provider's address.
    ///
    /// # Errors
    /// [`Refusal::Named`] `connection-inactive`, [`Refusal::Protocol`] when the provider does not
    /// answer as it should, and those of permission for a test or a link.
    pub async fn begin_sign_in(
        &self,
        viewer: &Viewer,
        organization: &str,
        purpose: Purpose,
        return_to: &str,
        login_hint: Option<&str>,
        cookie: &str,
    ) -> Result<Url, Error> {
        let database = self.store().read();
        let organization = organization_named(database, organization, today(self.now())).await?;
        let person = match purpose {
            Purpose::SignIn => None,
            Purpose::Test => {
                viewer.require(Action::ManageConnection, Scope::Organization(organization.id))?;
                Some(viewer.person()?)
            }
            Purpose::Link => {
                admission::require_membership(viewer, organization.id)?;
                Some(viewer.person()?)
            }
        };
        let connection = connections::of(database, organization.id.0).await?;
        let connection = connection
            .filter(|row| purpose == Purpose::Test || row.state == ConnectionState::Active.as_str())
            .ok_or(Refusal::Named("connection-inactive"))?;
        let begun = self.oidc().begin(&settings_of(&connection)?, &self.redirect_uri(), login_hint).await;
        let begin = match begun {
            Ok(begin) => begin,
            Err(error) => {
                let refusal = Refusal::Protocol(error.code());
                tracing::warn!(%error, organization = organization.slug, "a sign-in could not be begun");
                if purpose == Purpose::Test {
                    self.store_failed_test(connection, &error, person).await?;
                } else {
                    self.note_refusal(organization, refusal.clone()).await?;
                }
                return Err(refusal.into());
            }
        };
        let row = attempt::Model {
            state_hash: hashed(&begin.pending.state),
            connection_id: connection.id,
            issuer: begin.pending.issuer.clone(),
            nonce: begin.pending.nonce.clone(),
            pkce_verifier: begin.pending.pkce_verifier.as_ref().map(|verifier| verifier.expose().to_owned()),
            browser_hash: hashed(cookie),
            purpose: purpose.word().to_owned(),
            person_id: person.map(|person| person.0),
            return_to: local_path(&self.settings().public_url, return_to),
            created_at: self.now(),
            expires_at: self.now() + Duration::minutes(ATTEMPT_MINUTES),
        };
        let version = connection.version;
        self.store()
            .write(move |unit| {
                let row = row.clone();
                Box::pin(async move {
                    let now = connection::Entity::find_by_id(row.connection_id).one(unit.read()).await?;
                    now.filter(|now| now.version == version).ok_or(Refusal::Protocol("connection-changed"))?;
                    attempt::Entity::delete_many()
                        .filter(attempt::Column::ExpiresAt.lte(unit.now()))
                        .exec(unit.write())
                        .await?;
                    let row = attempt::ActiveModel {
                        state_hash: Set(row.state_hash),
                        connection_id: Set(row.connection_id),
                        issuer: Set(row.issuer),
                        nonce: Set(row.nonce),
                        pkce_verifier: Set(row.pkce_verifier),
                        browser_hash: Set(row.browser_hash),
                        purpose: Set(row.purpose),
                        person_id: Set(row.person_id),
                        return_to: Set(row.return_to),
                        created_at: Set(unit.now()),
                        expires_at: Set(row.expires_at),
                    };
                    attempt::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    Ok::<_, Error>(())
                })
            })
            .await?;
        Ok(begin.authorize_url)
    }

    /// Judges what a browser brings back from a provider. Every refusal is told to the journal and
    /// returned as [`Finished::Refused`].
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn finish_sign_in(
        &self,
        viewer: &Viewer,
        callback: &Callback,
        cookie: Option<&str>,
        browser: &Browser,
    ) -> Result<Finished, Error> {
        let consumed = match self.consume(callback, cookie).await? {
            Ok(consumed) => consumed,
            Err(refused) => return Ok(refused),
        };
        let Consumed { attempt, connection, organization } = consumed.clone();
        let asked_by = attempt.person_id.map(PersonId);
        if asked_by.is_some() && asked_by != viewer.actor.person() {
            // The session that asked for the test or the link is over: nothing is attached to another.
            return self.refused(organization, Refusal::Named("session-ended")).await;
        }
        let pending = Pending {
            issuer: attempt.issuer.clone(),
            state: callback.state.clone().unwrap_or_default(),
            nonce: attempt.nonce.clone(),
            pkce_verifier: attempt.pkce_verifier.clone().map(Secret::from),
        };
        let settings = settings_of(&connection)?;
        let identity = match self.oidc().finish(&settings, &self.redirect_uri(), &pending, callback).await {
            Ok(identity) => identity,
            Err(error) => {
                tracing::warn!(%error, organization = organization.slug, "a sign-in was refused");
                if attempt.purpose == Purpose::Test.word() {
                    self.store_failed_test(connection, &error, asked_by).await?;
                    return Ok(Finished::Tested { organization });
                }
                return self.refused(organization, Refusal::Protocol(error.code())).await;
            }
        };
        let browser = browser.clone();
        self.store()
            .write(move |unit| {
                let (consumed, identity, browser) = (consumed.clone(), identity.clone(), browser.clone());
                Box::pin(async move {
                    let Consumed { attempt, connection, organization } = consumed;
                    let sign_in = admission::SignIn { attempt, connection, organization, identity, browser };
                    sign_in.decide(unit).await
                })
            })
            .await
    }

    /// Uses the attempt up that an answer belongs to, whatever comes of it.
    async fn consume(&self, callback: &Callback, cookie: Option<&str>) -> Result<Result<Consumed, Finished>, Error> {
        let state = hashed(callback.state.as_deref().unwrap_or_default());
        let browser = cookie.map(hashed);
        self.store()
            .write(move |unit| {
                let (state, browser) = (state.clone(), browser.clone());
                Box::pin(async move {
                    let unknown =
                        || Finished::Refused { organization: None, refusal: Refusal::Protocol("state-mismatch") };
                    let Some(attempt) = attempt::Entity::find_by_id(state.clone()).one(unit.read()).await? else {
                        return Ok(Err(unknown()));
                    };
                    let connection = connection::Entity::find_by_id(attempt.connection_id).one(unit.read()).await?;
                    let connection = connection.ok_or(Error::NotFound)?;
                    let organization =
                        organization_by_id(unit.read(), connection.organization_id, today(unit.now())).await?;
                    attempt::Entity::delete_by_id(state).exec(unit.write()).await?;
                    let word = if attempt.expires_at <= unit.now() {
                        "attempt-expired"
                    } else if browser.as_ref() != Some(&attempt.browser_hash) {
                        "state-mismatch"
                    } else {
                        return Ok(Ok(Consumed { attempt, connection, organization }));
                    };
                    let refusal = Refusal::Protocol(word);
                    record_refusal(unit, &organization, &refusal, None).await?;
                    Ok::<_, Error>(Err(Finished::Refused { organization: Some(organization), refusal }))
                })
            })
            .await
    }

    async fn refused(&self, organization: Organization, refusal: Refusal) -> Result<Finished, Error> {
        self.note_refusal(organization.clone(), refusal.clone()).await?;
        Ok(Finished::Refused { organization: Some(organization), refusal })
    }

    async fn note_refusal(&self, organization: Organization, refusal: Refusal) -> Result<(), Error> {
        self.store()
            .write(move |unit| {
                let (organization, refusal) = (organization.clone(), refusal.clone());
                Box::pin(async move { record_refusal(unit, &organization, &refusal, None).await })
            })
            .await
    }

    async fn store_failed_test(
        &self,
        connection: connection::Model,
        error: &oidc::OidcError,
        by: Option<PersonId>,
    ) -> Result<(), Error> {
        let (code, detail) = (error.code(), error.to_string());
        self.store()
            .write(move |unit| {
                let (connection, detail) = (connection.clone(), detail.clone());
                Box::pin(async move { admission::store_failed_test(unit, connection, code, detail, by).await })
            })
            .await
    }
}

/// Tells the journal that somebody was not let in: the code and nothing of the person, who is not
/// known to us yet.
pub(super) async fn record_refusal(
    unit: &Unit,
    organization: &Organization,
    refusal: &Refusal,
    person: Option<Uuid>,
) -> Result<(), Error> {
    let network = network_of(unit.read(), organization.id.0).await?;
    let actor = person.map(|person| person.to_string()).unwrap_or_default();
    let particulars = json!({ "method": "oidc", "organization": organization.id, "code": refusal_word(refusal) });
    unit.record(actor, network, "sign_in_refused", particulars);
    Ok(())
}
