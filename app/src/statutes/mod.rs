//! The statutes of a network as rules: read by every member, written by the board and the
//! administrators, tried on the past before they apply.

mod draft;
mod fields;
mod forms;
mod pages;
mod what_if;
pub mod words;

use domain::{
    access::{Action, Scope},
    locale::Locale,
};
use i18n::t;
use services::{Error, networks::Network};

use crate::{
    context::{Cx, Draft},
    routes::{Access, Routes},
    ui::PageLink,
};

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    let (view, manage) = (Access::May(Action::ViewNetwork), Access::May(Action::ManageStatutes));
    Routes::default()
        .get("/n/{network}/statutes", view, pages::current)
        .get("/n/{network}/statutes/{version}", view, pages::version)
        .get("/n/{network}/statutes/{version}/rules.toml", view, pages::toml)
        .get("/n/{network}/statutes/draft", manage, draft::show)
        .post("/n/{network}/statutes/draft/begin", manage, draft::begin)
        .post("/n/{network}/statutes/draft/discard", manage, draft::discard)
        .post("/n/{network}/statutes/draft/adopt", manage, draft::adopt)
        .get("/n/{network}/statutes/draft/general", manage, forms::general)
        .post("/n/{network}/statutes/draft/general", manage, forms::save_general)
        .get("/n/{network}/statutes/draft/kinds/{kind}", manage, forms::kind)
        .post("/n/{network}/statutes/draft/kinds/{kind}", manage, forms::save_kind)
        .get("/n/{network}/statutes/draft/decisions/{decision}", manage, forms::decision)
        .post("/n/{network}/statutes/draft/decisions/{decision}", manage, forms::save_decision)
        .get("/n/{network}/statutes/draft/toml", manage, forms::toml)
        .post("/n/{network}/statutes/draft/toml", manage, forms::save_toml)
        .get("/n/{network}/statutes/draft/what-if", manage, what_if::show)
        .get("/n/{network}/statutes/draft/what-if.csv", manage, what_if::csv)
}

/// The network, for whoever writes its statutes.
async fn managed(cx: &Cx, slug: &str) -> Result<Network, Error> {
    let network = cx.services().network(cx.viewer(), slug).await?;
    cx.viewer().require(Action::ManageStatutes, Scope::Network(network.id))?;
    Ok(network)
}

/// A page below the statutes, with the way to it.
fn page(cx: &Cx, network: &Network, title: &str, between: Vec<PageLink>) -> Draft {
    let l = cx.locale();
    let mut links = vec![
        PageLink::new(format!("/n/{}", network.slug), network.name(l)),
        PageLink::new(format!("/n/{}/statutes", network.slug), t!(l, "section-statutes")),
    ];
    links.extend(between);
    if links.last().is_some_and(|last| last.href != cx.path()) {
        links.push(PageLink::new(cx.path(), title));
    }
    cx.network_page(network, title).breadcrumb(links)
}

/// The way to the draft.
fn draft_link(l: Locale, network: &Network) -> PageLink {
    PageLink::new(format!("/n/{}/statutes/draft", network.slug), t!(l, "statutes-draft"))
}
