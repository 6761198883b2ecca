//! A provider that does what it is told, however wrong.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use chrono::DateTime;
use oidc::provider::SigningKey;
use oidc::{
    Begin, Callback, Client, ClientAuthentication, ConnectionSettings, NetworkPolicy, OidcError, Secret,
    VerifiedIdentity,
};
use serde_json::{Value, json};
use url::{Url, form_urlencoded};

pub const CLIENT_ID: &str = "trame";
pub const CLIENT_SECRET: &str = "a secret: with/odd+characters";
/// The moment at which all tests begin.
pub const NOW: i64 = 1_781_524_800;

/// One RSA key for all tests, because making one takes a second.
pub static RSA: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::rs256("rsa", &mut rand::rng()));

pub fn new_key(id: &str) -> SigningKey {
    SigningKey::es256(id, &mut rand::rng())
}

/// How an endpoint fails.
#[derive(Clone)]
pub enum Fault {
    Status(u16),
    TenMegabytes,
    Endless,
    Redirect(String),
    NeverAnswers,
    Body(&'static str, String),
}

type Sign = Arc<dyn Fn(&Value) -> String + Send + Sync>;
type Change = Arc<dyn Fn(&mut Value) + Send + Sync>;

/// What the provider does. Everything is right until a test changes it.
pub struct Behaviour {
    /// What is published at `/jwks`.
    pub keys: Vec<Value>,
    /// How tokens are signed.
    pub sign: Sign,
    pub change_discovery: Change,
    pub change_id_token: Change,
    pub change_userinfo: Change,
    pub sign_userinfo: bool,
    /// Endpoints that fail, by path.
    pub faults: HashMap<&'static str, Fault>,
    /// Whether any code is accepted, also those of others.
    pub accepts_any_code: bool,
    /// Whether the browser is sent back with `iss`.
    pub names_itself: bool,
    codes: HashMap<String, Url>,
    /// The requests so far: path, `Authorization` header and form.
    pub requests: Vec<(String, Option<String>, HashMap<String, String>)>,
}

#[derive(Clone)]
pub struct Hostile {
    pub issuer: String,
    behaviour: Arc<Mutex<Behaviour>>,
}

impl Hostile {
    pub async fn start(key: &SigningKey) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let nothing: Change = Arc::new(|_| {});
        let behaviour = Behaviour {
            keys: vec![key.public_jwk()],
            sign: signed_with(key),
            change_discovery: Arc::clone(&nothing),
            change_id_token: Arc::clone(&nothing),
            change_userinfo: nothing,
            sign_userinfo: false,
            faults: HashMap::new(),
            accepts_any_code: false,
            names_itself: true,
            codes: HashMap::new(),
            requests: Vec::new(),
        };
        let provider = Self { issuer, behaviour: Arc::new(Mutex::new(behaviour)) };
        let router = Router::new().fallback(answer).with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    pub fn behaviour(&self) -> MutexGuard<'_, Behaviour> {
        self.behaviour.lock().expect("no test panics while it holds this")
    }

    pub fn id_token(&self, change: impl Fn(&mut Value) + Send + Sync + 'static) {
        self.behaviour().change_id_token = Arc::new(change);
    }

    pub fn userinfo(&self, change: impl Fn(&mut Value) + Send + Sync + 'static) {
        self.behaviour().change_userinfo = Arc::new(change);
    }

    pub fn discovery(&self, change: impl Fn(&mut Value) + Send + Sync + 'static) {
        self.behaviour().change_discovery = Arc::new(change);
    }

    pub fn sign(&self, sign: impl Fn(&Value) -> String + Send + Sync + 'static) {
        self.behaviour().sign = Arc::new(sign);
    }

    /// Signs with another key and publishes nothing else.
    pub fn rotate(&self, key: &SigningKey) {
        let mut behaviour = self.behaviour();
        behaviour.keys = vec![key.public_jwk()];
        behaviour.sign = signed_with(key);
    }

    pub fn fail(&self, path: &'static str, fault: Fault) {
        self.behaviour().faults.insert(path, fault);
    }

    pub fn requests_to(&self, path: &str) -> usize {
        self.behaviour().requests.iter().filter(|(found, ..)| found == path).count()
    }

    /// What a browser brings back after its person agreed.
    pub fn agree(&self, authorize_url: &Url) -> Callback {
        let mut behaviour = self.behaviour();
        let code = format!("code-{}", behaviour.codes.len());
        behaviour.codes.insert(code.clone(), authorize_url.clone());
        Callback {
            code: Some(code),
            state: query(authorize_url).remove("state"),
            iss: behaviour.names_itself.then(|| self.issuer.clone()),
            ..Callback::default()
        }
    }

    fn exchange(&self, form: &HashMap<String, String>, authorization: Option<&str>) -> Response {
        let behaviour = self.behaviour();
        let known = form.get("code").and_then(|code| behaviour.codes.get(code));
        let request = match known {
            Some(url) => query(url),
            None if behaviour.accepts_any_code => HashMap::new(),
            None => return (StatusCode::BAD_REQUEST, json_body(&json!({"error": "invalid_grant"}))).into_response(),
        };
        if authorization.is_none() && !form.contains_key("client_id") {
            return (StatusCode::UNAUTHORIZED, json_body(&json!({"error": "invalid_client"}))).into_response();
        }
        let mut claims = json!({
            "iss": self.issuer, "sub": "jeanne", "aud": CLIENT_ID, "iat": NOW, "exp": NOW + 300,
            "nonce": request.get("nonce"), "sid": "session-1", "acr": "eidas1", "amr": ["pwd", "otp"],
        });
        (behaviour.change_id_token)(&mut claims);
        let answer = json!({
            "access_token": "access", "token_type": "Bearer", "expires_in": 300, "id_token": (behaviour.sign)(&claims),
        });
        json_body(&answer).into_response()
    }

    fn details(&self) -> Response {
        let behaviour = self.behaviour();
        let mut claims = json!({
            "sub": "jeanne", "name": "Jeanne Moreau", "email": "jeanne@aurore.example", "email_verified": true,
            "locale": "fr-BE", "groups": ["board"],
        });
        (behaviour.change_userinfo)(&mut claims);
        if behaviour.sign_userinfo {
            ([(CONTENT_TYPE, "application/jwt; charset=utf-8")], (behaviour.sign)(&claims)).into_response()
        } else {
            json_body(&claims).into_response()
        }
    }
}

pub fn signed_with(key: &SigningKey) -> Sign {
    let key = key.clone();
    Arc::new(move |claims| key.token("JWT", claims))
}

pub fn query(url: &Url) -> HashMap<String, String> {
    url.query_pairs().into_owned().collect()
}

fn json_body(value: &Value) -> impl IntoResponse + use<> {
    ([(CONTENT_TYPE, "application/json")], value.to_string())
}

async fn answer(State(provider): State<Hostile>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let path = uri.path();
    let authorization = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let form: HashMap<String, String> = form_urlencoded::parse(&body).into_owned().collect();
    let fault = {
        let mut behaviour = provider.behaviour();
        behaviour.requests.push((path.to_owned(), authorization.clone(), form.clone()));
        behaviour.faults.get(path).cloned()
    };
    match fault {
        Some(Fault::Status(status)) => {
            return StatusCode::from_u16(status).expect("a status").into_response();
        }
        Some(Fault::TenMegabytes) => {
            return ([(CONTENT_TYPE, "application/json")], vec![b' '; 10_000_000]).into_response();
        }
        Some(Fault::Endless) => {
            let chunks = futures::stream::repeat_with(|| Ok::<_, Infallible>(Bytes::from_static(&[b' '; 16_384])));
            return Body::from_stream(chunks).into_response();
        }
        Some(Fault::Redirect(target)) => return (StatusCode::FOUND, [(LOCATION, target)]).into_response(),
        Some(Fault::NeverAnswers) => return std::future::pending().await,
        Some(Fault::Body(content_type, body)) => return ([(CONTENT_TYPE, content_type)], body).into_response(),
        None => {}
    }
    let at = |path: &str| format!("{}{path}", provider.issuer);
    match path {
        "/.well-known/openid-configuration" => {
            let mut document = json!({
                "issuer": provider.issuer,
                "authorization_endpoint": at("/authorize"),
                "token_endpoint": at("/token"),
                "userinfo_endpoint": at("/userinfo"),
                "jwks_uri": at("/jwks"),
                "end_session_endpoint": at("/end-session?from=trame"),
                "response_types_supported": ["code", "something-new"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256", "ES256", "NEW512"],
                "code_challenge_methods_supported": ["S256"],
                "authorization_response_iss_parameter_supported": provider.behaviour().names_itself,
            });
            (provider.behaviour().change_discovery)(&mut document);
            json_body(&document).into_response()
        }
        "/jwks" => json_body(&json!({"keys": provider.behaviour().keys})).into_response(),
        "/token" => provider.exchange(&form, authorization.as_deref()),
        "/userinfo" => provider.details(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A client, a provider, and a clock that a test can move.
pub struct Rig {
    pub client: Client,
    pub provider: Hostile,
    pub settings: ConnectionSettings,
    pub redirect_uri: Url,
    pub time: Arc<AtomicI64>,
}

impl Rig {
    pub async fn new() -> Self {
        Self::with_key(&new_key("first")).await
    }

    pub async fn with_key(key: &SigningKey) -> Self {
        Self::with_policy(key, NetworkPolicy::loopback()).await
    }

    pub async fn impatient() -> Self {
        let policy = NetworkPolicy { total_timeout: Duration::from_millis(200), ..NetworkPolicy::loopback() };
        Self::with_policy(&new_key("first"), policy).await
    }

    pub async fn with_policy(key: &SigningKey, policy: NetworkPolicy) -> Self {
        let provider = Hostile::start(key).await;
        let time = Arc::new(AtomicI64::new(NOW));
        let clock = {
            let time = Arc::clone(&time);
            Arc::new(move || DateTime::from_timestamp(time.load(Ordering::Relaxed), 0).expect("a date"))
        };
        Self {
            client: Client::new(policy, clock),
            settings: settings(&provider.issuer),
            provider,
            redirect_uri: Url::parse("https://trame.example/sso/return").expect("an address"),
            time,
        }
    }

    pub fn pass(&self, seconds: i64) {
        self.time.fetch_add(seconds, Ordering::Relaxed);
    }

    pub async fn begin(&self) -> Result<Begin, OidcError> {
        self.client.begin(&self.settings, &self.redirect_uri, None).await
    }

    pub async fn finish(&self, begin: &Begin, callback: &Callback) -> Result<VerifiedIdentity, OidcError> {
        self.client.finish(&self.settings, &self.redirect_uri, &begin.pending, callback).await
    }

    pub async fn sign_in(&self) -> Result<VerifiedIdentity, OidcError> {
        let begin = self.begin().await?;
        let callback = self.provider.agree(&begin.authorize_url);
        self.finish(&begin, &callback).await
    }

    /// The code with which a whole sign-in is refused.
    pub async fn refusal(&self) -> &'static str {
        match self.sign_in().await {
            Ok(identity) => panic!("{} was let in", identity.subject),
            Err(error) => listed(&error),
        }
    }
}

/// The code of a refusal, which must be among those that have a message.
pub fn listed(error: &OidcError) -> &'static str {
    assert!(OidcError::CODES.contains(&error.code()), "{} is not listed", error.code());
    error.code()
}

pub fn settings(issuer: &str) -> ConnectionSettings {
    ConnectionSettings {
        issuer: issuer.to_owned(),
        client_id: CLIENT_ID.to_owned(),
        client_secret: Some(Secret::from(CLIENT_SECRET)),
        pkce: true,
        scopes: vec!["profile".to_owned(), "email".to_owned()],
        client_authentication: ClientAuthentication::Basic,
    }
}
