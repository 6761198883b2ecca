//! The two halves of a sign-in: sending the browser away, and judging what it brings back.

use std::fmt;

use oauth2::basic::{
    BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse, BasicTokenType,
};
use oauth2::{
    AuthType, AuthUrl, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointNotSet, EndpointSet,
    ExtraTokenFields, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope,
    StandardRevocableToken, StandardTokenResponse, TokenResponse as _, TokenUrl,
};
use openidconnect::Nonce;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use crate::claims;
use crate::discovery::Provider;
use crate::error::{OidcError, plain_text};
use crate::jws::{Claims, SignedToken};
use crate::secret::{Secret, same};
use crate::userinfo::merged;
use crate::{Client, ClientAuthentication, ConnectionSettings};

/// The random bytes of a state or a nonce: 43 characters once encoded.
const RANDOM_BYTES: u32 = 32;

/// A sign-in that was begun and has not come back yet. To be kept where only this browser can reach it.
#[derive(Clone, Eq, PartialEq)]
pub struct Pending {
    /// The issuer that was asked.
    pub issuer: String,
    /// What the browser must bring back.
    pub state: String,
    /// What the ID token must contain.
    pub nonce: String,
    /// What proves to the provider that the one who asks for the token began the sign-in.
    pub pkce_verifier: Option<Secret>,
}

impl fmt::Debug for Pending {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Pending").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// The first half of a sign-in.
#[derive(Clone, Debug)]
pub struct Begin {
    /// Where to send the browser.
    pub authorize_url: Url,
    /// What to remember until it comes back.
    pub pending: Pending,
}

/// The query with which the browser comes back.
#[derive(Clone, Default, Deserialize)]
pub struct Callback {
    /// The code, if the provider agreed.
    pub code: Option<String>,
    /// The state of the pending sign-in.
    pub state: Option<String>,
    /// The issuer that answers, RFC 9207.
    pub iss: Option<String>,
    /// Why the provider refused.
    pub error: Option<String>,
    /// The same in the provider's words.
    pub error_description: Option<String>,
}

impl fmt::Debug for Callback {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Callback").field("iss", &self.iss).field("error", &self.error).finish_non_exhaustive()
    }
}

/// A sign-in that the provider, or a portal of its own, asks this service to begin.
#[derive(Clone, Debug, Deserialize)]
pub struct ThirdPartyLogin {
    /// The issuer to sign in at. A connection must exist for it.
    pub iss: String,
    /// Whom the provider expects.
    pub login_hint: Option<String>,
    /// The page to show afterwards.
    pub target_link_uri: Option<String>,
}

impl ThirdPartyLogin {
    /// The path and query of the page to show afterwards, if it is one of this service's own pages.
    #[must_use]
    pub fn local_target(&self, own_address: &Url) -> Option<String> {
        let target = own_address.join(self.target_link_uri.as_deref()?).ok()?;
        let local = target.origin() == own_address.origin() && target.username().is_empty();
        // A path of two slashes would be read as another host.
        (local && !target.path().starts_with("//"))
            .then(|| target[url::Position::BeforePath..url::Position::AfterQuery].to_owned())
    }
}

/// Who somebody is, according to their own provider.
#[derive(Clone)]
pub struct VerifiedIdentity {
    /// The provider that says so.
    pub issuer: String,
    /// The person's identifier there. With the connection and the issuer, the only key to a person.
    pub subject: String,
    /// The address, which may change and may be anybody's.
    pub email: Option<String>,
    /// Whether the provider says that it verified the address. Absent means no.
    pub email_verified: bool,
    /// The person's name.
    pub name: Option<String>,
    /// The person's language.
    pub locale: Option<String>,
    /// The provider's session, which a logout token may name.
    pub sid: Option<String>,
    /// How strongly the person was authenticated, in the provider's words.
    pub acr: Option<String>,
    /// By which means the person was authenticated, in the provider's words.
    pub amr: Vec<String>,
    /// The ID token itself, to be handed back as a hint when signing out.
    pub id_token: Secret,
    /// Everything that was received, ID token and user information together.
    pub claims: Value,
}

/// Personal data stays out of logs: the subject is enough to find the rest.
impl fmt::Debug for VerifiedIdentity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("VerifiedIdentity")
            .field("issuer", &self.issuer)
            .field("subject", &self.subject)
            .finish_non_exhaustive()
    }
}

#[derive(Debug, Deserialize, Serialize)]
struct IdTokenField {
    id_token: Option<String>,
}

impl ExtraTokenFields for IdTokenField {}

type TokenAnswer = StandardTokenResponse<IdTokenField, BasicTokenType>;

/// The token is kept as text: the library's own ID token type would refuse an incomplete one without
/// saying what it lacks.
type OauthClient = oauth2::Client<
    BasicErrorResponse,
    TokenAnswer,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

fn oauth_client(settings: &ConnectionSettings, provider: &Provider, redirect_uri: &Url) -> OauthClient {
    let client = oauth2::Client::new(ClientId::new(settings.client_id.clone()))
        .set_auth_uri(AuthUrl::from_url(provider.authorization_endpoint.clone()))
        .set_token_uri(TokenUrl::from_url(provider.token_endpoint.clone()))
        .set_redirect_uri(RedirectUrl::from_url(redirect_uri.clone()));
    let auth_type = match settings.client_authentication {
        ClientAuthentication::Basic => AuthType::BasicAuth,
        ClientAuthentication::Post => AuthType::RequestBody,
        ClientAuthentication::None => return client.set_auth_type(AuthType::RequestBody),
    };
    let client = client.set_auth_type(auth_type);
    match &settings.client_secret {
        Some(secret) => client.set_client_secret(ClientSecret::new(secret.expose().to_owned())),
        None => client,
    }
}

impl Client {
    /// Begins a sign-in.
    pub async fn begin(
        &self,
        settings: &ConnectionSettings,
        redirect_uri: &Url,
        login_hint: Option<&str>,
    ) -> Result<Begin, OidcError> {
        let provider = self.directory.provider(&settings.issuer).await?;
        let client = oauth_client(settings, &provider, redirect_uri);
        let state = CsrfToken::new_random_len(RANDOM_BYTES);
        let nonce = Nonce::new_random_len(RANDOM_BYTES);
        let further_scopes = settings.scopes.iter().filter(|scope| *scope != "openid").cloned();
        let mut request = client
            .authorize_url(|| state.clone())
            .add_scope(Scope::new("openid".to_owned()))
            .add_scopes(further_scopes.map(Scope::new))
            .add_extra_param("nonce", nonce.secret().clone());
        if let Some(hint) = login_hint {
            request = request.add_extra_param("login_hint", hint.to_owned());
        }
        let mut pkce_verifier = None;
        if settings.pkce {
            let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
            request = request.set_pkce_challenge(challenge);
            pkce_verifier = Some(Secret::from(verifier.into_secret()));
        }
        let (authorize_url, state) = request.url();
        let pending = Pending {
            issuer: settings.issuer.clone(),
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            pkce_verifier,
        };
        Ok(Begin { authorize_url, pending })
    }

    /// Finishes a sign-in: judges the callback, exchanges the code, and verifies who the person is.
    pub async fn finish(
        &self,
        settings: &ConnectionSettings,
        redirect_uri: &Url,
        pending: &Pending,
        callback: &Callback,
    ) -> Result<VerifiedIdentity, OidcError> {
        if !callback.state.as_deref().is_some_and(|state| same(state, &pending.state)) {
            return Err(OidcError::StateMismatch);
        }
        if pending.issuer != settings.issuer {
            return Err(OidcError::ConnectionChanged);
        }
        let provider = self.directory.provider(&settings.issuer).await?;
        match &callback.iss {
            Some(issuer) if *issuer != pending.issuer => return Err(OidcError::CallbackIssuerMismatch),
            None if provider.names_itself_on_return => return Err(OidcError::CallbackIssuerMissing),
            _ => {}
        }
        if let Some(error) = &callback.error {
            return Err(OidcError::ProviderError {
                error: plain_text(error),
                description: callback.error_description.as_deref().map(plain_text),
            });
        }
        let code = callback.code.as_deref().filter(|code| !code.is_empty()).ok_or(OidcError::MissingCode)?;

        let answer = self.exchange(settings, &provider, redirect_uri, pending, code).await?;
        let raw = answer.extra_fields().id_token.as_deref().ok_or(OidcError::MissingIdToken)?;
        let id_claims = self.verified_id_token(settings, &pending.nonce, raw).await?;
        let subject = claims::subject(&id_claims)?.to_owned();
        let user_claims = match &provider.userinfo_endpoint {
            Some(endpoint) => self.userinfo(settings, endpoint, answer.access_token().secret(), &subject).await?,
            None => Claims::new(),
        };
        Ok(identity(settings, subject, Secret::from(raw), merged(id_claims, user_claims)))
    }

    async fn exchange(
        &self,
        settings: &ConnectionSettings,
        provider: &Provider,
        redirect_uri: &Url,
        pending: &Pending,
        code: &str,
    ) -> Result<TokenAnswer, OidcError> {
        let client = oauth_client(settings, provider, redirect_uri);
        let mut request = client.exchange_code(AuthorizationCode::new(code.to_owned()));
        if let Some(verifier) = &pending.pkce_verifier {
            request = request.set_pkce_verifier(PkceCodeVerifier::new(verifier.expose().to_owned()));
        }
        request.request_async(&self.http).await.map_err(|error| match error {
            RequestTokenError::Request(refusal) => refusal,
            RequestTokenError::ServerResponse(answer) => OidcError::TokenRefused {
                error: plain_text(answer.error().as_ref()),
                description: answer.error_description().map(|text| plain_text(text)),
            },
            // The body of the answer stays out of the message: it may hold tokens.
            RequestTokenError::Parse(reason, _) => OidcError::AnswerInvalid { reason: plain_text(&reason.to_string()) },
            RequestTokenError::Other(reason) => OidcError::AnswerInvalid { reason: plain_text(&reason) },
        })
    }

    async fn verified_id_token(
        &self,
        settings: &ConnectionSettings,
        nonce: &str,
        raw: &str,
    ) -> Result<Claims, OidcError> {
        let token = SignedToken::parse(raw)?;
        token.expect_type("jwt")?;
        self.verify_signature(&settings.issuer, &token).await?;
        let claims = token.into_claims();
        let now = (self.clock)();
        claims::check_issuer(&claims, &settings.issuer)?;
        claims::check_audience(&claims, &settings.client_id)?;
        claims::require_expiry(&claims)?;
        claims::check_expiry(&claims, now)?;
        claims::check_issued_at(&claims, now)?;
        if !claims::text(&claims, "nonce").is_some_and(|found| same(found, nonce)) {
            return Err(OidcError::NonceMismatch);
        }
        Ok(claims)
    }
}

fn identity(settings: &ConnectionSettings, subject: String, id_token: Secret, claims: Claims) -> VerifiedIdentity {
    let text = |name: &str| claims::text(&claims, name).map(str::to_owned);
    let amr = claims.get("amr").and_then(Value::as_array).into_iter().flatten();
    VerifiedIdentity {
        issuer: settings.issuer.clone(),
        subject,
        email: text("email"),
        email_verified: claims::is_true(&claims, "email_verified"),
        name: text("name"),
        locale: text("locale"),
        sid: text("sid"),
        acr: text("acr"),
        amr: amr.filter_map(Value::as_str).map(str::to_owned).collect(),
        id_token,
        claims: Value::Object(claims),
    }
}
