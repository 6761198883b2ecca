//! The provider's pages and endpoints.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Form, Path, Query, State};
use axum::http::header::{AUTHORIZATION, CACHE_CONTROL, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use url::form_urlencoded;

use super::issuer::{AuthorizeRefusal, AuthorizeRequest, EndSessionRequest, Issuer, Person, TokenRequest};

/// What the page needs on which a person is picked.
///
/// The page must hold a form that posts `parameters` as hidden fields to `action`, and one
/// `<button name="subject" value="…">` for each person. An empty subject declines.
#[derive(Debug)]
pub struct PageRequest<'page> {
    /// The issuer.
    pub issuer: &'page Issuer,
    /// Everybody who can sign in there.
    pub people: &'page [Person],
    /// Where the form goes.
    pub action: &'page str,
    /// The hidden fields of the form. Their values come from the browser and must be escaped.
    pub parameters: &'page [(String, String)],
    /// Whom the client expects, to be offered first.
    pub login_hint: Option<&'page str>,
    /// What is wrong with the request, if it cannot be served; then there is nothing to pick.
    pub refusal: Option<&'page str>,
}

/// Renders the page on which a person is picked, as a whole HTML document.
pub type Page = Arc<dyn Fn(&PageRequest<'_>) -> String + Send + Sync>;

#[derive(Clone)]
struct Provider {
    issuers: Arc<HashMap<String, Arc<Issuer>>>,
    page: Page,
}

impl Provider {
    fn issuer(&self, slug: &str) -> Result<&Issuer, StatusCode> {
        self.issuers.get(slug).map(Arc::as_ref).ok_or(StatusCode::NOT_FOUND)
    }
}

/// All issuers under `/{issuer}/…`. To be mounted under the base that the issuers were made with.
pub fn router<S>(issuers: impl IntoIterator<Item = Arc<Issuer>>, page: Page) -> Router<S>
where
    S: Clone + Send + Sync + 'static,
{
    let issuers = issuers.into_iter().map(|issuer| (issuer.slug().to_owned(), issuer)).collect();
    Router::new()
        .route("/{issuer}/.well-known/openid-configuration", get(discovery))
        .route("/{issuer}/jwks", get(jwks))
        .route("/{issuer}/authorize", get(authorize).post(sign_in))
        .route("/{issuer}/token", post(token))
        .route("/{issuer}/userinfo", get(userinfo).post(userinfo))
        .route("/{issuer}/end-session", get(end_session))
        .with_state(Provider { issuers: Arc::new(issuers), page })
}

async fn discovery(State(provider): State<Provider>, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    Ok(Json(provider.issuer(&slug)?.discovery()).into_response())
}

async fn jwks(State(provider): State<Provider>, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    Ok(Json(provider.issuer(&slug)?.jwks()).into_response())
}

async fn authorize(
    State(provider): State<Provider>,
    Path(slug): Path<String>,
    Query(request): Query<AuthorizeRequest>,
) -> Result<Response, StatusCode> {
    let issuer = provider.issuer(&slug)?;
    Ok(match issuer.check(&request) {
        Ok(()) => pick(&provider, issuer, &request).into_response(),
        Err(refusal) => refused(&provider, issuer, refusal),
    })
}

#[derive(Deserialize)]
struct Picked {
    subject: String,
    #[serde(flatten)]
    request: AuthorizeRequest,
}

async fn sign_in(
    State(provider): State<Provider>,
    Path(slug): Path<String>,
    Form(picked): Form<Picked>,
) -> Result<Response, StatusCode> {
    let issuer = provider.issuer(&slug)?;
    Ok(match issuer.sign_in(&picked.request, &picked.subject) {
        Ok(url) => Redirect::to(url.as_str()).into_response(),
        Err(refusal) => refused(&provider, issuer, refusal),
    })
}

fn pick(provider: &Provider, issuer: &Issuer, request: &AuthorizeRequest) -> Html<String> {
    let action = format!("{}/authorize", issuer.address());
    Html((provider.page)(&PageRequest {
        issuer,
        people: &issuer.people(),
        action: &action,
        parameters: &fields(request),
        login_hint: request.login_hint.as_deref(),
        refusal: None,
    }))
}

fn refused(provider: &Provider, issuer: &Issuer, refusal: AuthorizeRefusal) -> Response {
    match refusal {
        AuthorizeRefusal::Redirect(url) => Redirect::to(url.as_str()).into_response(),
        AuthorizeRefusal::Here(reason) => {
            let page = (provider.page)(&PageRequest {
                issuer,
                people: &[],
                action: "",
                parameters: &[],
                login_hint: None,
                refusal: Some(reason),
            });
            (StatusCode::BAD_REQUEST, Html(page)).into_response()
        }
    }
}

fn fields(request: &AuthorizeRequest) -> Vec<(String, String)> {
    let optional = [
        ("state", &request.state),
        ("nonce", &request.nonce),
        ("code_challenge", &request.code_challenge),
        ("code_challenge_method", &request.code_challenge_method),
        ("login_hint", &request.login_hint),
    ];
    let required = [
        ("client_id", &request.client_id),
        ("redirect_uri", &request.redirect_uri),
        ("response_type", &request.response_type),
        ("scope", &request.scope),
    ];
    let optional = optional.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?)));
    required.into_iter().chain(optional).map(|(name, value)| (name.to_owned(), value.clone())).collect()
}

async fn token(
    State(provider): State<Provider>,
    Path(slug): Path<String>,
    headers: HeaderMap,
    Form(mut request): Form<TokenRequest>,
) -> Result<Response, StatusCode> {
    let issuer = provider.issuer(&slug)?;
    if let Some((id, secret)) = basic_credentials(&headers) {
        request.client_id = Some(id);
        request.client_secret = Some(secret);
    }
    Ok(match issuer.exchange(&request) {
        Ok(answer) => ([(CACHE_CONTROL, "no-store")], Json(answer)).into_response(),
        Err(refusal) => {
            let status = if refusal.0 == "invalid_client" { StatusCode::UNAUTHORIZED } else { StatusCode::BAD_REQUEST };
            (status, [(CACHE_CONTROL, "no-store")], Json(serde_json::json!({"error": refusal.0}))).into_response()
        }
    })
}

/// Name and secret are encoded as form values before they are joined, RFC 6749 section 2.3.1.
fn basic_credentials(headers: &HeaderMap) -> Option<(String, String)> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Basic ")?;
    let joined = String::from_utf8(BASE64_STANDARD.decode(value).ok()?).ok()?;
    let (id, secret) = joined.split_once(':')?;
    let decode = |text: &str| {
        form_urlencoded::parse(text.as_bytes()).next().map(|(name, _)| name.into_owned()).unwrap_or_default()
    };
    Some((decode(id), decode(secret)))
}

async fn userinfo(
    State(provider): State<Provider>,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, StatusCode> {
    let issuer = provider.issuer(&slug)?;
    let token = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    Ok(match token.and_then(|token| issuer.userinfo(token)) {
        Some(claims) => ([(CACHE_CONTROL, "no-store")], Json(claims)).into_response(),
        None => (StatusCode::UNAUTHORIZED, [(WWW_AUTHENTICATE, "Bearer")]).into_response(),
    })
}

async fn end_session(
    State(provider): State<Provider>,
    Path(slug): Path<String>,
    Query(request): Query<EndSessionRequest>,
) -> Result<Response, StatusCode> {
    let url = provider.issuer(&slug)?.end_session(&request).ok_or(StatusCode::BAD_REQUEST)?;
    Ok(Redirect::to(url.as_str()).into_response())
}
