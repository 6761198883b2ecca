//! Signing out: at the provider on the person's wish, and here on the provider's word.

use chrono::{DateTime, Utc};
use serde_json::Value;
use url::Url;

use crate::claims;
use crate::error::OidcError;
use crate::jws::SignedToken;
use crate::secret::{Secret, same};
use crate::{Client, ConnectionSettings};

const LOGOUT_EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// A provider's word that a session, or all sessions of a person, are over.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LogoutToken {
    /// The person. Without a session, all of the person's sessions are over.
    pub sub: Option<String>,
    /// The provider's session.
    pub sid: Option<String>,
    /// The token's identifier. Whoever acts on the token remembers it and refuses it the second time.
    pub jti: String,
    /// When it was issued.
    pub iat: DateTime<Utc>,
}

impl Client {
    /// Where to send the browser so that the session at the provider ends as well, if the provider
    /// offers that.
    pub async fn logout_url(
        &self,
        settings: &ConnectionSettings,
        id_token_hint: Option<&Secret>,
        post_logout_redirect_uri: &Url,
        state: Option<&str>,
    ) -> Result<Option<Url>, OidcError> {
        let provider = self.directory.provider(&settings.issuer).await?;
        let Some(mut url) = provider.end_session_endpoint.clone() else { return Ok(None) };
        {
            let mut query = url.query_pairs_mut();
            if let Some(hint) = id_token_hint {
                query.append_pair("id_token_hint", hint.expose());
            }
            query.append_pair("client_id", &settings.client_id);
            query.append_pair("post_logout_redirect_uri", post_logout_redirect_uri.as_str());
            if let Some(state) = state {
                query.append_pair("state", state);
            }
        }
        Ok(Some(url))
    }

    /// Verifies a token that a provider posted to end sessions.
    pub async fn verify_logout_token(
        &self,
        settings: &ConnectionSettings,
        token: &str,
    ) -> Result<LogoutToken, OidcError> {
        let token = SignedToken::parse(token)?;
        token.expect_type("logout+jwt")?;
        self.verify_signature(&settings.issuer, &token).await?;
        let claims = token.into_claims();
        let now = (self.clock)();
        claims::check_issuer(&claims, &settings.issuer)?;
        claims::check_audience(&claims, &settings.client_id)?;
        let iat = claims::check_issued_at(&claims, now)?;
        claims::check_expiry(&claims, now)?;
        let event = claims.get("events").and_then(|events| events.get(LOGOUT_EVENT));
        if !event.is_some_and(Value::is_object) {
            return Err(OidcError::MissingLogoutEvent);
        }
        if claims.contains_key("nonce") {
            return Err(OidcError::NonceInLogoutToken);
        }
        let sid = claims::text(&claims, "sid").map(str::to_owned);
        let sub = match claims::subject(&claims) {
            Ok(subject) => Some(subject.to_owned()),
            Err(_) if sid.is_some() && !claims.contains_key("sub") => None,
            Err(_) => return Err(OidcError::NothingToLogOut),
        };
        let jti = claims::text(&claims, "jti").ok_or(OidcError::MissingTokenId)?.to_owned();
        Ok(LogoutToken { sub, sid, jti, iat })
    }
}

/// Judges the state with which the browser comes back from the provider's sign-out page.
pub fn check_logout_return(expected: Option<&str>, returned: Option<&str>) -> Result<(), OidcError> {
    let belongs = match (expected, returned) {
        (Some(expected), Some(returned)) => same(expected, returned),
        (None, None) => true,
        _ => false,
    };
    if belongs { Ok(()) } else { Err(OidcError::LogoutStateMismatch) }
}
