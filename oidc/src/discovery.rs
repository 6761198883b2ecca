//! What is known of each provider: its endpoints and its keys.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{
    CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
    CoreJsonWebKeySet, CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode,
    CoreResponseType, CoreSubjectIdentifierType,
};
use openidconnect::{AdditionalProviderMetadata, DiscoveryError, IssuerUrl, ProviderMetadata};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::Clock;
use crate::error::{OidcError, plain_text};
use crate::http::HttpClient;

/// How long a discovery document and its keys are used before they are fetched again.
const TIME_TO_LIVE: TimeDelta = TimeDelta::hours(1);
/// How long unknown keys do not lead to another fetch, so that nobody can make this server hammer a provider.
const KEY_COOL_DOWN: TimeDelta = TimeDelta::minutes(1);
/// How many issuers are remembered before those that are out of date are forgotten.
const REMEMBERED_ISSUERS: usize = 1_000;

/// The fields of the discovery document that the library does not know.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct FurtherMetadata {
    end_session_endpoint: Option<Url>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
    #[serde(default)]
    backchannel_logout_supported: bool,
    code_challenge_methods_supported: Option<Vec<String>>,
}

impl AdditionalProviderMetadata for FurtherMetadata {}

type Metadata = ProviderMetadata<
    FurtherMetadata,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// A provider as it describes itself.
#[derive(Clone, Debug)]
pub struct Provider {
    /// Where people are sent to sign in.
    pub authorization_endpoint: Url,
    /// Where codes are exchanged.
    pub token_endpoint: Url,
    /// Where the person's details are read, if anywhere.
    pub userinfo_endpoint: Option<Url>,
    /// Where people are sent to sign out, if anywhere.
    pub end_session_endpoint: Option<Url>,
    /// Whether the provider promises to name itself when it sends people back.
    pub names_itself_on_return: bool,
    /// Whether the provider tells its clients when a session ends.
    pub backchannel_logout: bool,
    /// Whether the provider supports PKCE with S256, if it says anything about it.
    pub pkce: Option<bool>,
    pub(crate) keys: CoreJsonWebKeySet,
}

impl Provider {
    async fn fetch(issuer: &str, http: &HttpClient) -> Result<Self, OidcError> {
        crate::check_issuer_address(issuer, http.policy())?;
        let url = IssuerUrl::new(issuer.to_owned())
            .map_err(|_| OidcError::InsecureAddress { address: plain_text(issuer) })?;
        let metadata = Metadata::discover_async(url, http).await.map_err(|error| discovery_error(error, issuer))?;
        let further = metadata.additional_metadata();
        let policy = http.policy();
        let provider = Self {
            authorization_endpoint: metadata.authorization_endpoint().url().clone(),
            token_endpoint: metadata
                .token_endpoint()
                .ok_or(OidcError::MissingEndpoint { endpoint: "token_endpoint" })?
                .url()
                .clone(),
            userinfo_endpoint: metadata.userinfo_endpoint().map(|endpoint| endpoint.url().clone()),
            end_session_endpoint: further.end_session_endpoint.clone(),
            names_itself_on_return: further.authorization_response_iss_parameter_supported,
            backchannel_logout: further.backchannel_logout_supported,
            pkce: further
                .code_challenge_methods_supported
                .as_ref()
                .map(|methods| methods.iter().any(|method| method == "S256")),
            keys: metadata.jwks().clone(),
        };
        // Browsers are sent to these two, so nothing but http addresses may come through.
        policy.check_url(&provider.authorization_endpoint)?;
        provider.end_session_endpoint.as_ref().map_or(Ok(()), |endpoint| policy.check_url(endpoint))?;
        Ok(provider)
    }
}

fn discovery_error(error: DiscoveryError<OidcError>, issuer: &str) -> OidcError {
    let invalid = |reason: &dyn std::fmt::Display| OidcError::AnswerInvalid { reason: plain_text(&reason.to_string()) };
    match error {
        DiscoveryError::Request(refusal) => refusal,
        DiscoveryError::Response(status, _, _) if !status.is_success() => {
            OidcError::ProviderFailed { status: status.as_u16() }
        }
        DiscoveryError::Response(_, _, reason) => invalid(&reason),
        DiscoveryError::Parse(reason) => invalid(&reason),
        // The only validation that the library makes is that of the issuer.
        DiscoveryError::Validation(reason) => OidcError::DiscoveryIssuerMismatch {
            expected: issuer.to_owned(),
            found: plain_text(reason.split('`').nth(1).unwrap_or_default()),
        },
        other => invalid(&other),
    }
}

#[derive(Debug)]
struct Known {
    provider: Arc<Provider>,
    fetched_at: DateTime<Utc>,
    refetched_at: Option<DateTime<Utc>>,
}

type Slot = Arc<tokio::sync::Mutex<Option<Known>>>;

/// The providers that were asked before. Each has its own lock: a slow one makes nobody else wait.
pub(crate) struct Directory {
    http: HttpClient,
    clock: Clock,
    slots: Mutex<HashMap<String, Slot>>,
}

impl Directory {
    pub(crate) fn new(http: HttpClient, clock: Clock) -> Self {
        Self { http, clock, slots: Mutex::default() }
    }

    /// The provider of an issuer, fetched at most once at a time.
    pub(crate) async fn provider(&self, issuer: &str) -> Result<Arc<Provider>, OidcError> {
        let slot = self.slot(issuer);
        let mut known = self.lock(&slot).await?;
        let now = (self.clock)();
        if let Some(known) = known.as_ref().filter(|known| is_fresh(known, now)) {
            return Ok(Arc::clone(&known.provider));
        }
        let provider = Arc::new(Provider::fetch(issuer, &self.http).await?);
        *known = Some(Known { provider: Arc::clone(&provider), fetched_at: now, refetched_at: None });
        Ok(provider)
    }

    /// The provider with newer keys than those of `seen`, unless it was asked for them a moment ago.
    pub(crate) async fn with_newer_keys(
        &self,
        issuer: &str,
        seen: &Arc<Provider>,
    ) -> Result<Option<Arc<Provider>>, OidcError> {
        let slot = self.slot(issuer);
        let mut guard = self.lock(&slot).await?;
        let Some(known) = guard.as_mut() else { return Ok(None) };
        if !Arc::ptr_eq(&known.provider, seen) {
            return Ok(Some(Arc::clone(&known.provider)));
        }
        let now = (self.clock)();
        if known.refetched_at.is_some_and(|last| (now - last).abs() < KEY_COOL_DOWN) {
            return Ok(None);
        }
        known.refetched_at = Some(now);
        known.provider = Arc::new(Provider::fetch(issuer, &self.http).await?);
        known.fetched_at = now;
        Ok(Some(Arc::clone(&known.provider)))
    }

    pub(crate) fn forget(&self, issuer: &str) {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner).remove(issuer);
    }

    fn slot(&self, issuer: &str) -> Slot {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        if slots.len() >= REMEMBERED_ISSUERS && !slots.contains_key(issuer) {
            let now = (self.clock)();
            slots.retain(|_, slot| {
                slot.try_lock().map_or(true, |known| known.as_ref().is_some_and(|known| is_fresh(known, now)))
            });
        }
        Arc::clone(slots.entry(issuer.to_owned()).or_default())
    }

    /// Waits for whoever is fetching the same provider, but no longer than a fetch of one's own would take.
    async fn lock<'slot>(&self, slot: &'slot Slot) -> Result<tokio::sync::MutexGuard<'slot, Option<Known>>, OidcError> {
        tokio::time::timeout(self.http.policy().total_timeout, slot.lock())
            .await
            .map_err(|_| OidcError::ProviderTooSlow)
    }
}

/// A clock that was set back must not keep old keys alive, hence the absolute value.
fn is_fresh(known: &Known, now: DateTime<Utc>) -> bool {
    (now - known.fetched_at).abs() < TIME_TO_LIVE
}
