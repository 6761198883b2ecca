//! Redirects to another site, which are the way to a member's identity provider.
//!
//! The security policy says that forms lead to this site only, and Chromium holds every redirect
//! after a form to that. Naming all providers in the policy of every page would be long, and known
//! only after a look into the database. So such a redirect becomes a page that moves on by itself.

use axum::{
    http::{HeaderMap, HeaderValue, Uri, header},
    response::Response,
};
use i18n::t;
use leptos::prelude::*;

use crate::{
    context::Cx,
    ui::{ActionLink, PageHeader},
};

/// The same answer, or a page in place of a redirect that leads away from `origin`.
#[must_use]
pub fn by_page(cx: &Cx, response: Response, origin: &str) -> Response {
    let elsewhere = response.status().is_redirection().then(|| target(response.headers(), origin)).flatten();
    let Some((address, host)) = elsewhere else { return response };
    let l = cx.locale();
    let title = t!(l, "onward-title", host = host);
    let (lead, action) = (t!(l, "onward-lead"), t!(l, "onward-action"));
    let refresh = HeaderValue::from_str(&format!("0; url={address}"));
    let mut page = cx.page(title.clone()).render(move || {
        view! {
            <PageHeader title=title lead=lead/>
            <p><ActionLink href=address text=action/></p>
        }
    });
    // Cookies of the redirect stay; the location does too, for clients that are no browsers.
    for (name, value) in response.headers() {
        if name == header::SET_COOKIE || name == header::LOCATION {
            page.headers_mut().append(name.clone(), value.clone());
        }
    }
    if let Ok(refresh) = refresh {
        page.headers_mut().insert(header::REFRESH, refresh);
    }
    page
}

/// Where a redirect leads and the host to name, when it is not this site.
fn target(headers: &HeaderMap, origin: &str) -> Option<(String, String)> {
    let location = headers.get(header::LOCATION)?.to_str().ok()?;
    let here = location.strip_prefix(origin).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']));
    let host = location.parse::<Uri>().ok()?.authority()?.to_string();
    (!here).then(|| (location.to_owned(), host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_other_sites_are_elsewhere() {
        let leads = |location: &'static str| {
            let headers = HeaderMap::from_iter([(header::LOCATION, HeaderValue::from_static(location))]);
            target(&headers, "https://trame.example.org").map(|(_, host)| host)
        };
        assert_eq!(leads("/account"), None);
        assert_eq!(leads("https://trame.example.org/account"), None);
        assert_eq!(leads("https://trame.example.org"), None);
        assert_eq!(leads("https://id.example.net:8443/authorize?x=y").as_deref(), Some("id.example.net:8443"));
        assert_eq!(leads("https://trame.example.org.example.net/").as_deref(), Some("trame.example.org.example.net"));
    }
}
