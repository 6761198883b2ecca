//! Signing out: here, at the provider, and here on the provider's word.

use chrono::Duration;
use domain::sign_in::ConnectionState;
use entities::sign_in::{connection, identity, logout_token, session};
use oidc::Secret;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use url::Url;
use uuid::Uuid;

use super::{
    Organization,
    connections::{self, settings_of},
    network_of, organization_by_id, organization_named, today,
};
use crate::{Error, Refusal, Services, Viewer};

/// How long the identifier of a logout token is remembered: longer than a token is accepted.
const REMEMBERED_HOURS: i64 = 24;

/// What is left to do after signing out here.
#[derive(Clone, Debug)]
pub struct SignedOut {
    /// The provider at which the person is still signed in, and where to end that.
    pub provider: Option<(Organization, Url)>,
}

impl Services {
    /// Ends the viewer's session here. `state` is handed to the provider, which hands it back to
    /// `/sign-out/return`.
    ///
    /// # Errors
    /// [`Error::Database`]. A provider that does not answer is no obstacle.
    pub async fn sign_out(&self, viewer: &Viewer, state: &str) -> Result<SignedOut, Error> {
        let Some(hash) = viewer.session.clone() else { return Ok(SignedOut { provider: None }) };
        let ended = self
            .store()
            .write::<_, Error, _>(move |unit| {
                let hash = hash.clone();
                Box::pin(async move {
                    let Some(row) = session::Entity::find_by_id(hash.clone()).one(unit.read()).await? else {
                        return Ok(None);
                    };
                    session::Entity::delete_by_id(hash).exec(unit.write()).await?;
                    unit.record(row.person_id, None, "sign_out", json!({}));
                    Ok(Some(row))
                })
            })
            .await?;
        let provider = match ended {
            Some(session) => self.provider_to_leave(session, state).await?,
            None => None,
        };
        Ok(SignedOut { provider })
    }

    async fn provider_to_leave(
        &self,
        session: session::Model,
        state: &str,
    ) -> Result<Option<(Organization, Url)>, Error> {
        let database = self.store().read();
        let Some(connection) = session.connection_id else { return Ok(None) };
        let connection = connection::Entity::find_by_id(connection).one(database).await?;
        let Some(connection) = connection.filter(|row| row.state == ConnectionState::Active.as_str()) else {
            return Ok(None);
        };
        let back: Url = format!("{}/sign-out/return", self.settings().public_url)
            .parse()
            .expect("the public address is checked when the server starts");
        let hint = session.id_token.map(Secret::from);
        let leave = self.oidc().logout_url(&settings_of(&connection)?, hint.as_ref(), &back, Some(state)).await;
        let Ok(Some(url)) = leave else { return Ok(None) };
        let organization = organization_by_id(database, connection.organization_id, today(self.now())).await?;
        Ok(Some((organization, url)))
    }

    /// Ends sessions on the word of an organization's provider (back-channel logout).
    ///
    /// # Errors
    /// [`Refusal::Protocol`] with the code of what is wrong with the token, `token-replayed` the second
    /// time; [`Error::NotFound`].
    pub async fn back_channel_logout(&self, slug: &str, token: &str) -> Result<(), Error> {
        let database = self.store().read();
        let organization = organization_named(database, slug, today(self.now())).await?;
        let connection = connections::of(database, organization.id.0).await?.ok_or(Error::NotFound)?;
        let verdict = self.oidc().verify_logout_token(&settings_of(&connection)?, token).await;
        let token = match verdict {
            Ok(token) => token,
            Err(error) => {
                tracing::warn!(%error, organization = organization.slug, "a logout token was refused");
                return Err(Refusal::Protocol(error.code()).into());
            }
        };
        self.store()
            .write(move |unit| {
                let (token, issuer, organization) = (token.clone(), connection.issuer.clone(), organization.clone());
                let connection = connection.id;
                Box::pin(async move {
                    let used = logout_token::Entity::find_by_id((issuer.clone(), token.jti.clone()));
                    if used.one(unit.read()).await?.is_some() {
                        return Err(Refusal::Protocol("token-replayed").into());
                    }
                    logout_token::Entity::delete_many()
                        .filter(logout_token::Column::ExpiresAt.lte(unit.now()))
                        .exec(unit.write())
                        .await?;
                    let row = logout_token::ActiveModel {
                        issuer: Set(issuer.clone()),
                        jti: Set(token.jti),
                        expires_at: Set(unit.now() + Duration::hours(REMEMBERED_HOURS)),
                    };
                    logout_token::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    let mut ending =
                        session::Entity::delete_many().filter(session::Column::ConnectionId.eq(connection));
                    if let Some(subject) = token.sub {
                        let identities: Vec<Uuid> = identity::Entity::find()
                            .filter(identity::Column::ConnectionId.eq(connection))
                            .filter(identity::Column::Issuer.eq(&issuer))
                            .filter(identity::Column::Subject.eq(subject))
                            .all(unit.read())
                            .await?
                            .into_iter()
                            .map(|row| row.id)
                            .collect();
                        ending = ending.filter(session::Column::IdentityId.is_in(identities));
                    }
                    if let Some(sid) = token.sid {
                        ending = ending.filter(session::Column::ProviderSession.eq(sid));
                    }
                    let ended = ending.exec(unit.write()).await?.rows_affected;
                    let network = network_of(unit.read(), organization.id.0).await?;
                    let particulars = json!({ "organization": organization.id, "sessions_ended": ended });
                    unit.record("", network, "back_channel_logout", particulars);
                    Ok(())
                })
            })
            .await
    }
}
