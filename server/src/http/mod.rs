//! The whole HTTP stack: the product's routes, its files, and the layers that keep both safe.

mod assets;
mod clients;
mod forms;
mod headers;

use std::{sync::Arc, time::Duration};

use app::{App, Cx};
use axum::{
    Router,
    extract::{MatchedPath, Request, State},
    http::{Method, StatusCode, Uri},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use services::Services;
use tower_http::{
    CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::CsrfLayer,
    timeout::TimeoutLayer, trace::TraceLayer,
};

use crate::config::{Config, ConfigError};

pub use assets::install as install_assets;

/// How long an answer may take. Live streams answer at once and go on after that.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// Identity providers post to `/sso/{organization}/logout` from their own servers, with a signed
/// token in place of a session.
fn is_back_channel(_: &Method, uri: &Uri) -> bool {
    uri.path().starts_with("/sso/") && uri.path().ends_with("/logout")
}

/// Everything that the server answers.
///
/// # Errors
/// [`ConfigError`] when the public address is none.
pub fn router(services: Services, config: &Config) -> Result<Router, ConfigError> {
    router_beside(services, config, Router::new())
}

/// What the pages are given.
#[must_use]
pub fn application(services: Services) -> App {
    App { services, typeset: |document, at| printing::pdf(document, at).map_err(|error| error.to_string()) }
}

/// The same, with routes beside the product's: the demo's.
///
/// # Errors
/// [`ConfigError`] when the public address is none.
pub fn router_beside(services: Services, config: &Config, beside: Router) -> Result<Router, ConfigError> {
    let public_url = services.settings().public_url.clone();
    let csrf = CsrfLayer::new()
        .add_trusted_origin(&public_url)
        .map_err(|_| ConfigError::PublicUrl)?
        .with_insecure_bypass(is_back_channel);
    let limiter = Arc::new(clients::Limiter::new(config, services.store().clock().clone()));
    let origin: Arc<str> = public_url.as_str().into();
    let site = app::site().into_router_within(application(services), |router| {
        router
            .layer(CatchPanicLayer::custom(panicked))
            .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, ANSWER_WITHIN))
            .layer(middleware::from_fn(forms::checked))
            .layer(csrf)
            .layer(middleware::from_fn_with_state(limiter, clients::limited))
            .layer(middleware::from_fn_with_state(origin, onward))
            .layer(TraceLayer::new_for_http().make_span_with(span))
    });
    Ok(assets::routes()
        .merge(beside)
        .merge(site)
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(4)))
        .layer(middleware::from_fn_with_state(headers::Secure(public_url.starts_with("https:")), headers::secure)))
}

/// A redirect to another site becomes a page that moves on by itself.
async fn onward(State(origin): State<Arc<str>>, request: Request, next: Next) -> Response {
    let cx = request.extensions().get::<Cx>().cloned();
    let response = next.run(request).await;
    match cx {
        Some(cx) => app::onward::by_page(&cx, response, &origin),
        None => response,
    }
}

/// The route and not the address: addresses may hold one-time secrets.
fn span(request: &Request) -> tracing::Span {
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str);
    tracing::debug_span!("request", method = %request.method(), route)
}

fn panicked(cause: Box<dyn std::any::Any + Send>) -> Response {
    let cause = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or("unknown");
    tracing::error!(cause, "a handler panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
