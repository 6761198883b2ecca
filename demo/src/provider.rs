//! The identity providers of the demo's associations: true OpenID Connect, signing anybody in as
//! anybody. Everything lies in memory; keys are made anew at every start.

use std::{collections::BTreeMap, net::SocketAddr, sync::Arc};

use app::{App, Cx, context::with_context};
use axum::{
    Form, Router,
    extract::{Path, Query, State},
    http::StatusCode,
    middleware,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use domain::{people::Role, sign_in::ConnectionState};
use entities::Clock;
use oidc::provider::{AuthorizeRefusal, AuthorizeRequest, Issuer, Person, RegisteredClient, SigningKey, router};
use serde::Deserialize;
use serde_json::{Map, json};

use crate::{
    data::{Account, Connection, Demo},
    pages,
};

const PATH: &str = "/demo/idp";

/// The issuer of an association's people.
#[must_use]
pub fn issuer_address(public_url: &str, slug: &str) -> String {
    format!("{public_url}{PATH}/{slug}")
}

/// All issuers of the demo.
#[derive(Clone)]
pub struct Provider {
    app: App,
    issuers: Arc<BTreeMap<String, Arc<Issuer>>>,
    /// The associations whose connection is in use, with the name of their issuer.
    associations: Arc<Vec<(String, String)>>,
}

impl Provider {
    /// Makes the issuers with new keys. `None` when `listen` can be reached from other machines.
    #[must_use]
    pub fn new(app: App, demo: &Demo, listen: SocketAddr) -> Option<Self> {
        if !listen.ip().is_loopback() {
            return None;
        }
        let (public_url, clock) = (app.services.settings().public_url.clone(), app.services.store().clock().clone());
        let issuers = demo.connections.iter().map(|connection| {
            let issuer = issuer(demo, connection, &public_url, &clock);
            (connection.issuer.clone(), Arc::new(issuer))
        });
        let active = demo.connections.iter().filter(|connection| connection.state == ConnectionState::Active);
        let associations = active.map(|connection| (connection.organization.clone(), connection.issuer.clone()));
        let (issuers, associations) = (Arc::new(issuers.collect()), Arc::new(associations.collect()));
        Some(Self { issuers, associations, app })
    }

    /// The routes under `/demo`: the providers, their pages, and the mailbox.
    pub fn router(self) -> Router {
        let protocol = router::<()>(self.issuers.values().cloned(), Arc::new(|_: &_| String::new()));
        let app = self.app.clone();
        let context = || middleware::from_fn_with_state(app.clone(), with_context);
        // The page on which a person is picked is one of ours; the rest answers machines.
        let providers = Router::new()
            .route("/{issuer}/authorize", get(authorize).post(sign_in).layer(context()))
            .with_state(self.clone())
            .fallback_service(protocol);
        Router::new()
            .route("/demo", get(pages::people))
            .route("/demo/mailbox", get(pages::mailbox))
            .with_state(self)
            .layer(context())
            .nest(PATH, providers)
    }

    /// The associations that sign their people in themselves, by their word in addresses.
    pub(crate) fn associations(&self) -> impl Iterator<Item = (&str, &Issuer)> {
        self.associations.iter().filter_map(|(slug, issuer)| Some((slug.as_str(), self.issuers.get(issuer)?.as_ref())))
    }

    fn issuer(&self, slug: &str) -> Result<&Issuer, StatusCode> {
        self.issuers.get(slug).map(Arc::as_ref).ok_or(StatusCode::NOT_FOUND)
    }
}

fn issuer(demo: &Demo, connection: &Connection, public_url: &str, clock: &Clock) -> Issuer {
    let client = RegisteredClient {
        client_id: connection.client_id.clone(),
        client_secret: None,
        redirect_uris: vec![format!("{public_url}/sign-in/callback")],
        post_logout_redirect_uris: vec![format!("{public_url}/sign-out/return")],
    };
    let key = SigningKey::es256(&format!("{}-key", connection.issuer), &mut rand::rng());
    let people = connection.accounts.iter().map(|account| person(demo, account)).collect();
    let clock = clock.clone();
    let name = demo
        .organization(&connection.organization)
        .and_then(|organization| organization.names.last())
        .map_or(connection.issuer.as_str(), |name| name.short_name.as_deref().unwrap_or(&name.name));
    Issuer::new(
        &format!("{public_url}{PATH}"),
        &connection.issuer,
        name,
        key,
        vec![client],
        people,
        Arc::new(move || clock.now()),
    )
}

fn person(demo: &Demo, account: &Account) -> Person {
    let roles = demo.mandates.iter().filter(|mandate| Some(&mandate.person) == account.person.as_ref());
    // Kept as stable words; the page says them in its language.
    let mut roles: Vec<&str> = roles.map(|mandate| mandate.role.as_str()).collect();
    roles.dedup();
    Person {
        subject: account.subject.clone(),
        name: account.name.clone(),
        note: account.person.is_some().then(|| roles.join(" ")),
        claims: Map::from_iter([
            ("name".to_owned(), json!(account.name)),
            ("email".to_owned(), json!(account.email)),
            ("email_verified".to_owned(), json!(true)),
            ("groups".to_owned(), json!(account.groups)),
        ]),
    }
}

/// The roles of a person of an issuer; `None` for someone whom the platform does not know.
pub(crate) fn roles(person: &Person) -> Option<Vec<Role>> {
    let mut roles: Vec<Role> = person.note.as_ref()?.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    roles.sort();
    roles.dedup();
    Some(roles)
}

async fn authorize(
    State(provider): State<Provider>,
    cx: Cx,
    Path(slug): Path<String>,
    Query(request): Query<AuthorizeRequest>,
) -> Result<Response, StatusCode> {
    let issuer = provider.issuer(&slug)?;
    match issuer.check(&request) {
        Ok(()) => Ok(pages::pick(&cx, issuer, &request)),
        Err(refusal) => refused(refusal),
    }
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
    match provider.issuer(&slug)?.sign_in(&picked.request, &picked.subject) {
        Ok(url) => Ok(Redirect::to(url.as_str()).into_response()),
        Err(refusal) => refused(refusal),
    }
}

fn refused(refusal: AuthorizeRefusal) -> Result<Response, StatusCode> {
    match refusal {
        AuthorizeRefusal::Redirect(url) => Ok(Redirect::to(url.as_str()).into_response()),
        AuthorizeRefusal::Here(reason) => {
            tracing::warn!(reason, "the demo's identity provider was asked for something that it cannot give");
            Err(StatusCode::BAD_REQUEST)
        }
    }
}
