//! What a person sees: pages, the forms on them, and the few islands that need a browser.
//!
//! A page is an axum handler that asks a service and renders a Leptos view to a string. A form
//! posts to a handler that calls a service and sends the browser on, or shows the form again with
//! what was typed and the errors beside the fields. One folder a capability: `mod.rs` has the
//! routes and handlers, `pages.rs` the views, `islands.rs` what runs in the browser.

pub mod assemblies;

#[cfg(feature = "ssr")]
pub mod account;
#[cfg(feature = "ssr")]
pub mod audit;
#[cfg(feature = "ssr")]
pub mod connections;
#[cfg(feature = "ssr")]
pub mod context;
#[cfg(feature = "ssr")]
pub mod elections;
#[cfg(feature = "ssr")]
pub mod entries;
#[cfg(feature = "ssr")]
pub mod home;
#[cfg(feature = "ssr")]
pub mod memberships;
#[cfg(feature = "ssr")]
pub mod motions;
#[cfg(feature = "ssr")]
pub mod networks;
#[cfg(feature = "ssr")]
pub mod onward;
#[cfg(feature = "ssr")]
pub mod organizations;
#[cfg(feature = "ssr")]
pub mod paging;
#[cfg(feature = "ssr")]
pub mod people;
#[cfg(feature = "ssr")]
pub mod problems;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod sign_in;
#[cfg(feature = "ssr")]
pub mod spreadsheet;
#[cfg(feature = "ssr")]
pub mod statutes;
#[cfg(feature = "ssr")]
pub mod tellers;
#[cfg(feature = "ssr")]
pub mod trainings;
#[cfg(feature = "ssr")]
pub mod ui;
#[cfg(feature = "ssr")]
pub mod visits;
#[cfg(feature = "ssr")]
pub mod wording;

#[cfg(feature = "ssr")]
pub use context::{App, Cx};
#[cfg(feature = "ssr")]
pub use routes::{Access, Routes, site};

/// Called once by the page's loader before it brings the islands to life.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
