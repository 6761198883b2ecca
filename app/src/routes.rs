//! Every address, with who may go there: nothing is served that is not in this table.

use axum::{Router, handler::Handler, middleware, routing};
use domain::access::Action;
use serde::Serialize;

use crate::context::{App, with_context};

/// Who may use an address. The services decide; this is what the tests hold them to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Everyone.
    Public,
    /// Whoever is signed in, about themselves.
    SignedIn,
    /// Whoever may do this to what the address names.
    May(Action),
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The address, with the names of its parts in braces.
    pub path: &'static str,
    /// Who may use it.
    pub access: Access,
}

/// Routes in the making.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    table: Vec<Row>,
}

impl Routes {
    /// A page.
    #[must_use]
    pub fn get<H, T>(mut self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.table.push(Row { method: "GET", path, access });
        self.router = self.router.route(path, routing::get(handler));
        self
    }

    /// What a form posts to.
    #[must_use]
    pub fn post<H, T>(mut self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.table.push(Row { method: "POST", path, access });
        self.router = self.router.route(path, routing::post(handler));
        self
    }

    /// The routes of another capability as well.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.table.extend(other.table);
        self.router = self.router.merge(other.router);
        self
    }

    /// The table, for the tests.
    #[must_use]
    pub fn table(&self) -> &[Row] {
        &self.table
    }

    /// The router, with its context and its pages for problems.
    pub fn into_router(self, app: App) -> Router {
        self.into_router_within(app, |router| router)
    }

    /// The same with the server's own layers around the handlers: what they refuse becomes a page too.
    pub fn into_router_within(self, app: App, layers: impl FnOnce(Router<App>) -> Router<App>) -> Router {
        let router = self
            .router
            .fallback(async || axum::http::StatusCode::NOT_FOUND)
            .method_not_allowed_fallback(async || axum::http::StatusCode::METHOD_NOT_ALLOWED);
        layers(router).layer(middleware::from_fn_with_state(app.clone(), with_context)).with_state(app)
    }
}

/// Every route of the product.
#[must_use]
pub fn site() -> Routes {
    crate::home::routes()
        .and(crate::networks::routes())
        .and(crate::memberships::routes())
        .and(crate::organizations::routes())
        .and(crate::people::routes())
        .and(crate::audit::routes())
        .and(crate::sign_in::routes())
        .and(crate::account::routes())
        .and(crate::connections::routes())
        .and(crate::assemblies::routes())
        .and(crate::elections::routes())
        .and(crate::tellers::routes())
        .and(crate::statutes::routes())
        .and(crate::motions::routes())
        .and(crate::trainings::routes())
        .and(crate::visits::routes())
}
