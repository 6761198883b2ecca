//! Signing in at a member's own identity provider with OpenID Connect.
//!
//! This crate knows the protocol and nothing else: no database, no session, no person. It turns the
//! return of a browser into a [`VerifiedIdentity`] or into an [`OidcError`] that says why not.
//!
//! The rules, in short: authorization code with PKCE, state and nonce; the issuer is compared exactly,
//! wherever it appears; only signatures that the provider alone can make; keys are fetched again once
//! when a token names an unknown one; providers are spoken to over TLS, never through a redirection,
//! never inside a private network, and within limits of time and size.

mod claims;
mod discovery;
mod error;
mod http;
mod jws;
mod logout;
mod network;
#[cfg(feature = "provider")]
pub mod provider;
mod secret;
mod sign_in;
mod userinfo;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use url::Url;

pub use claims::{LEEWAY_SECONDS, OLDEST_TOKEN_SECONDS};
pub use discovery::Provider;
pub use error::OidcError;
pub use logout::{LogoutToken, check_logout_return};
pub use network::NetworkPolicy;
pub use secret::Secret;
pub use sign_in::{Begin, Callback, Pending, ThirdPartyLogin, VerifiedIdentity};

/// Where the time comes from.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// How this service proves to a provider that it is the registered client.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ClientAuthentication {
    /// The secret in the `Authorization` header, which every provider supports.
    #[default]
    Basic,
    /// The secret in the body of the request.
    Post,
    /// No secret: a public client, protected by PKCE alone.
    None,
}

/// One member's connection to its identity provider, as the protocol needs it.
#[derive(Clone, Debug)]
pub struct ConnectionSettings {
    /// The issuer, exactly as the provider writes it.
    pub issuer: String,
    /// The identifier under which this service is registered there.
    pub client_id: String,
    /// The secret that goes with it, unless the client is public.
    pub client_secret: Option<Secret>,
    /// Whether to use PKCE. To be switched off only for providers that refuse its parameters.
    pub pkce: bool,
    /// What is asked for; `openid` is always added.
    pub scopes: Vec<String>,
    /// How the secret is sent.
    pub client_authentication: ClientAuthentication,
}

/// The OpenID Connect client of the whole server. Cloning it is cheap and shares what it knows of the
/// providers.
#[derive(Clone)]
pub struct Client {
    http: http::HttpClient,
    directory: Arc<discovery::Directory>,
    clock: Clock,
}

impl Client {
    /// A client that knows no provider yet.
    #[must_use]
    pub fn new(policy: NetworkPolicy, clock: Clock) -> Self {
        let http = http::HttpClient::new(Arc::new(policy));
        let directory = Arc::new(discovery::Directory::new(http.clone(), Arc::clone(&clock)));
        Self { http, directory, clock }
    }

    /// What a provider says about itself, for the page on which an administrator sets a connection up.
    pub async fn provider(&self, issuer: &str) -> Result<Arc<Provider>, OidcError> {
        self.directory.provider(issuer).await
    }

    /// Forgets what is known of an issuer, so that a provider that was just repaired is asked again.
    pub fn forget(&self, issuer: &str) {
        self.directory.forget(issuer);
    }

    /// Verifies a token's signature. An unknown key or a wrong signature leads to one more fetch of the
    /// keys, because providers change them without notice.
    async fn verify_signature(&self, issuer: &str, token: &jws::SignedToken<'_>) -> Result<(), OidcError> {
        let provider = self.directory.provider(issuer).await?;
        let refusal = match token.verify(&provider.keys) {
            Err(refusal @ (OidcError::UnknownKey | OidcError::SignatureInvalid)) => refusal,
            verdict => return verdict,
        };
        match self.directory.with_newer_keys(issuer, &provider).await? {
            Some(newer) => token.verify(&newer.keys),
            None => Err(refusal),
        }
    }
}

impl std::fmt::Debug for Client {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Client").field("policy", self.http.policy()).finish_non_exhaustive()
    }
}

/// Whether an address may be used as the address of a provider. For checking a form before it is saved.
pub fn check_issuer_address(issuer: &str, policy: &NetworkPolicy) -> Result<(), OidcError> {
    let url = Url::parse(issuer).map_err(|_| OidcError::InsecureAddress { address: error::plain_text(issuer) })?;
    policy.check_url(&url)
}
