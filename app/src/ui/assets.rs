//! Logical names of the site's files, and the addresses under which they are served.

use std::{borrow::Cow, collections::HashMap, sync::OnceLock};

use axum::{
    http::header,
    response::{IntoResponse, Response},
};

static INSTALLED: OnceLock<Assets> = OnceLock::new();

/// The served address of each file, by logical name: `trame.css` → `/assets/trame.5f3a1c.css`.
#[derive(Clone, Debug, Default)]
pub struct Assets(HashMap<String, String>);

impl<Name: Into<String>, Address: Into<String>> FromIterator<(Name, Address)> for Assets {
    fn from_iter<I: IntoIterator<Item = (Name, Address)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, address)| (name.into(), address.into())).collect())
    }
}

/// Sets the map once, when the server starts. Returns false if one was installed before: the first one stays.
pub fn install(assets: Assets) -> bool {
    INSTALLED.set(assets).is_ok()
}

/// The address of a file by its logical name; `/assets/` and the name itself where none was installed.
#[must_use]
pub fn asset(name: &str) -> Cow<'static, str> {
    match INSTALLED.get().and_then(|assets| assets.0.get(name)) {
        Some(address) => Cow::Borrowed(address.as_str()),
        None => Cow::Owned(format!("/assets/{name}")),
    }
}

/// The service worker that keeps a page while the network is down. It is served beside each such page, because the
/// address of a worker says which pages it may keep.
#[must_use]
pub fn page_worker() -> Response {
    let kind = (header::CONTENT_TYPE, "text/javascript; charset=utf-8");
    let fresh = (header::CACHE_CONTROL, "no-cache");
    ([kind, fresh], include_str!("../../page-worker.js")).into_response()
}
