//! One issuer: its people, its clients, and the codes and tokens that it gave out.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use rand::RngCore as _;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use url::Url;

use super::keys::SigningKey;
use crate::secret::same;
use crate::{Clock, Secret};

/// How long a code may be exchanged.
const CODE_LIFETIME: TimeDelta = TimeDelta::seconds(60);
/// How long an ID token and an access token are valid.
const TOKEN_LIFETIME: TimeDelta = TimeDelta::minutes(10);

/// Somebody who can sign in at an issuer.
#[derive(Clone, Debug)]
pub struct Person {
    /// The identifier, unique at this issuer.
    pub subject: String,
    /// The name, for the page on which one is picked.
    pub name: String,
    /// What to say about the person on that page.
    pub note: Option<String>,
    /// The claims: `email`, `email_verified`, `name`, `groups` and so on.
    pub claims: Map<String, Value>,
}

/// A service that people sign in to.
#[derive(Clone, Debug)]
pub struct RegisteredClient {
    /// The client's identifier.
    pub client_id: String,
    /// The client's secret; none for a public client, which must use PKCE.
    pub client_secret: Option<Secret>,
    /// The addresses to which people may be sent back, compared exactly.
    pub redirect_uris: Vec<String>,
    /// The addresses to which people may be sent back after signing out.
    pub post_logout_redirect_uris: Vec<String>,
}

/// The parameters with which a browser arrives.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct AuthorizeRequest {
    /// The client.
    #[serde(default)]
    pub client_id: String,
    /// Where to send the browser back.
    #[serde(default)]
    pub redirect_uri: String,
    /// Must be `code`.
    #[serde(default)]
    pub response_type: String,
    /// Must contain `openid`.
    #[serde(default)]
    pub scope: String,
    /// Handed back unchanged.
    pub state: Option<String>,
    /// Put into the ID token.
    pub nonce: Option<String>,
    /// The challenge of PKCE.
    pub code_challenge: Option<String>,
    /// Must be `S256` if there is a challenge.
    pub code_challenge_method: Option<String>,
    /// Whom the client expects.
    pub login_hint: Option<String>,
}

/// Why a browser is not served.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum AuthorizeRefusal {
    /// Client or address are unknown: the browser must not be sent anywhere.
    Here(&'static str),
    /// The client is told.
    Redirect(Url),
}

/// The form of the token endpoint, with the client's credentials wherever they were.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct TokenRequest {
    /// Must be `authorization_code`.
    #[serde(default)]
    pub grant_type: String,
    /// The code.
    #[serde(default)]
    pub code: String,
    /// The same address as before.
    #[serde(default)]
    pub redirect_uri: String,
    /// The verifier of PKCE.
    pub code_verifier: Option<String>,
    /// The client.
    pub client_id: Option<String>,
    /// The client's secret.
    pub client_secret: Option<String>,
}

/// What a code is exchanged for.
#[derive(Clone, Debug, Serialize)]
pub struct TokenAnswer {
    /// For the user information.
    pub access_token: String,
    /// Always `Bearer`.
    pub token_type: &'static str,
    /// In seconds.
    pub expires_in: i64,
    /// The ID token.
    pub id_token: String,
}

/// Why a code is not exchanged: an error code of the protocol.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TokenRefusal(pub &'static str);

/// The parameters with which a browser arrives to sign out.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct EndSessionRequest {
    /// The client.
    pub client_id: Option<String>,
    /// Where to send the browser back.
    pub post_logout_redirect_uri: Option<String>,
    /// Handed back unchanged.
    pub state: Option<String>,
}

struct Grant {
    request: AuthorizeRequest,
    subject: String,
    session: String,
    expires_at: DateTime<Utc>,
}

struct Access {
    subject: String,
    expires_at: DateTime<Utc>,
}

#[derive(Default)]
struct Given {
    codes: HashMap<String, Grant>,
    tokens: HashMap<String, Access>,
}

/// One issuer of the embedded provider.
pub struct Issuer {
    slug: String,
    name: String,
    address: String,
    key: SigningKey,
    clients: Vec<RegisteredClient>,
    people: RwLock<Vec<Person>>,
    clock: Clock,
    given: Mutex<Given>,
}

impl Issuer {
    /// An issuer at `{base}/{slug}`, where `base` is the address under which the router is mounted.
    #[must_use]
    pub fn new(
        base: &str,
        slug: &str,
        name: &str,
        key: SigningKey,
        clients: Vec<RegisteredClient>,
        people: Vec<Person>,
        clock: Clock,
    ) -> Self {
        Self {
            slug: slug.to_owned(),
            name: name.to_owned(),
            address: format!("{}/{slug}", base.trim_end_matches('/')),
            key,
            clients,
            people: RwLock::new(people),
            clock,
            given: Mutex::default(),
        }
    }

    /// The last part of the address.
    #[must_use]
    pub fn slug(&self) -> &str {
        &self.slug
    }

    /// The name of the association, for the page on which a person is picked.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The issuer as the protocol knows it.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The people who can sign in.
    #[must_use]
    pub fn people(&self) -> Vec<Person> {
        self.people.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Replaces the people, for example when one of them changes address.
    pub fn set_people(&self, people: Vec<Person>) {
        *self.people.write().unwrap_or_else(PoisonError::into_inner) = people;
    }

    /// The discovery document.
    #[must_use]
    pub fn discovery(&self) -> Value {
        let at = |path: &str| format!("{}/{path}", self.address);
        json!({
            "issuer": self.address,
            "authorization_endpoint": at("authorize"),
            "token_endpoint": at("token"),
            "userinfo_endpoint": at("userinfo"),
            "jwks_uri": at("jwks"),
            "end_session_endpoint": at("end-session"),
            "response_types_supported": ["code"],
            "response_modes_supported": ["query"],
            "grant_types_supported": ["authorization_code"],
            "subject_types_supported": ["public"],
            "scopes_supported": ["openid", "profile", "email"],
            "id_token_signing_alg_values_supported": [self.key.algorithm()],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
            "code_challenge_methods_supported": ["S256"],
            "authorization_response_iss_parameter_supported": true,
            "backchannel_logout_supported": true,
            "backchannel_logout_session_supported": true,
        })
    }

    /// The published keys.
    #[must_use]
    pub fn jwks(&self) -> Value {
        json!({"keys": [self.key.public_jwk()]})
    }

    /// Checks the parameters with which a browser arrives.
    pub fn check(&self, request: &AuthorizeRequest) -> Result<(), AuthorizeRefusal> {
        let client = self.client(&request.client_id).ok_or(AuthorizeRefusal::Here("unknown client"))?;
        if !client.redirect_uris.contains(&request.redirect_uri) {
            return Err(AuthorizeRefusal::Here("unregistered redirect_uri"));
        }
        let has_challenge = request.code_challenge.is_some();
        let error = if request.response_type != "code" {
            "unsupported_response_type"
        } else if !request.scope.split(' ').any(|scope| scope == "openid") {
            "invalid_scope"
        } else if has_challenge && request.code_challenge_method.as_deref() != Some("S256")
            || !has_challenge && client.client_secret.is_none()
        {
            "invalid_request"
        } else {
            return Ok(());
        };
        let url = self.back(request, &[("error", error)]).ok_or(AuthorizeRefusal::Here("invalid redirect_uri"))?;
        Err(AuthorizeRefusal::Redirect(url))
    }

    /// Signs a person in: gives out a code and says where to send the browser. An unknown subject is
    /// treated as a person who declined.
    pub fn sign_in(&self, request: &AuthorizeRequest, subject: &str) -> Result<Url, AuthorizeRefusal> {
        self.check(request)?;
        let known = self.person(subject).is_some();
        let code = random_text();
        let parameter = if known { ("code", code.as_str()) } else { ("error", "access_denied") };
        let url = self.back(request, &[parameter]).ok_or(AuthorizeRefusal::Here("invalid redirect_uri"))?;
        if known {
            let now = (self.clock)();
            let mut given = self.given();
            given.codes.retain(|_, grant| grant.expires_at > now);
            given.codes.insert(
                code,
                Grant {
                    request: request.clone(),
                    subject: subject.to_owned(),
                    session: random_text(),
                    expires_at: now + CODE_LIFETIME,
                },
            );
        }
        Ok(url)
    }

    /// Exchanges a code, once.
    pub fn exchange(&self, request: &TokenRequest) -> Result<TokenAnswer, TokenRefusal> {
        let client =
            request.client_id.as_deref().and_then(|id| self.client(id)).ok_or(TokenRefusal("invalid_client"))?;
        let authenticated = match (&client.client_secret, &request.client_secret) {
            (Some(expected), Some(given)) => same(expected.expose(), given),
            (None, None) => true,
            _ => false,
        };
        if !authenticated {
            return Err(TokenRefusal("invalid_client"));
        }
        if request.grant_type != "authorization_code" {
            return Err(TokenRefusal("unsupported_grant_type"));
        }
        let now = (self.clock)();
        let mut given = self.given();
        let grant = given.codes.remove(&request.code).ok_or(TokenRefusal("invalid_grant"))?;
        let proved = match (&grant.request.code_challenge, &request.code_verifier) {
            (Some(challenge), Some(verifier)) => {
                same(challenge, &BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)))
            }
            (None, None) => true,
            _ => false,
        };
        let matches = grant.request.client_id == client.client_id && grant.request.redirect_uri == request.redirect_uri;
        if !proved || !matches || grant.expires_at <= now {
            return Err(TokenRefusal("invalid_grant"));
        }
        let person = self.person(&grant.subject).ok_or(TokenRefusal("invalid_grant"))?;
        let expires_at = now + TOKEN_LIFETIME;
        let access_token = random_text();
        given.tokens.retain(|_, access| access.expires_at > now);
        given.tokens.insert(access_token.clone(), Access { subject: grant.subject, expires_at });
        let mut claims = person.claims;
        claims.extend(Map::from_iter([
            ("iss".to_owned(), json!(self.address)),
            ("sub".to_owned(), json!(person.subject)),
            ("aud".to_owned(), json!(client.client_id)),
            ("iat".to_owned(), json!(now.timestamp())),
            ("exp".to_owned(), json!(expires_at.timestamp())),
            ("auth_time".to_owned(), json!(now.timestamp())),
            ("sid".to_owned(), json!(grant.session)),
        ]));
        if let Some(nonce) = grant.request.nonce {
            claims.insert("nonce".to_owned(), json!(nonce));
        }
        Ok(TokenAnswer {
            access_token,
            token_type: "Bearer",
            expires_in: TOKEN_LIFETIME.num_seconds(),
            id_token: self.key.token("JWT", &Value::Object(claims)),
        })
    }

    /// The details of the person to whom an access token was given.
    #[must_use]
    pub fn userinfo(&self, access_token: &str) -> Option<Value> {
        let now = (self.clock)();
        let subject = {
            let given = self.given();
            given.tokens.get(access_token).filter(|access| access.expires_at > now)?.subject.clone()
        };
        let mut claims = self.person(&subject)?.claims;
        claims.insert("sub".to_owned(), json!(subject));
        Some(Value::Object(claims))
    }

    /// Where to send a browser that signed out: back to the client if the address is registered.
    #[must_use]
    pub fn end_session(&self, request: &EndSessionRequest) -> Option<Url> {
        let client = self.client(request.client_id.as_deref()?)?;
        let target = request.post_logout_redirect_uri.as_ref()?;
        let mut url = Url::parse(client.post_logout_redirect_uris.iter().find(|uri| *uri == target)?).ok()?;
        if let Some(state) = &request.state {
            url.query_pairs_mut().append_pair("state", state);
        }
        Some(url)
    }

    /// A token that tells a client that a person's sessions, or one of them, are over.
    #[must_use]
    pub fn logout_token(&self, client_id: &str, subject: &str, session: Option<&str>) -> String {
        let now = (self.clock)();
        let mut claims = json!({
            "iss": self.address, "aud": client_id, "sub": subject, "jti": random_text(),
            "iat": now.timestamp(), "exp": (now + TimeDelta::minutes(2)).timestamp(),
            "events": {"http://schemas.openid.net/event/backchannel-logout": {}},
        });
        if let Some(session) = session {
            claims["sid"] = json!(session);
        }
        self.key.token("logout+jwt", &claims)
    }

    fn back(&self, request: &AuthorizeRequest, parameters: &[(&str, &str)]) -> Option<Url> {
        let mut url = Url::parse(&request.redirect_uri).ok()?;
        {
            let mut query = url.query_pairs_mut();
            query.extend_pairs(parameters);
            if let Some(state) = &request.state {
                query.append_pair("state", state);
            }
            query.append_pair("iss", &self.address);
        }
        Some(url)
    }

    fn client(&self, id: &str) -> Option<&RegisteredClient> {
        self.clients.iter().find(|client| client.client_id == id)
    }

    fn person(&self, subject: &str) -> Option<Person> {
        let people = self.people.read().unwrap_or_else(PoisonError::into_inner);
        people.iter().find(|person| person.subject == subject).cloned()
    }

    fn given(&self) -> MutexGuard<'_, Given> {
        self.given.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Issuer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Issuer").field("address", &self.address).finish_non_exhaustive()
    }
}

fn random_text() -> String {
    let mut bytes = [0; 32];
    rand::rng().fill_bytes(&mut bytes);
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}
