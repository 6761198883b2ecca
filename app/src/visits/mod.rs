//! Stays and visits between associations: offers, requests, the agreement of both, and what the network hears of it.
//!
//! The rules are in `domain::visits`.

mod forms;
mod list;
mod visit;
pub mod words;

use domain::{access::Action, locale::Locale};
use i18n::t;
use services::networks::Network;

use crate::{
    routes::{Access, Routes},
    ui::PageLink,
};

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    let view = Access::May(Action::ViewTrainings);
    Routes::default()
        .get("/n/{network}/trainings/visits", view, list::show)
        .get("/n/{network}/trainings/visits/offers/new", view, forms::new_offer)
        .post("/n/{network}/trainings/visits/offers/new", view, forms::add_offer)
        .get("/n/{network}/trainings/visits.csv", view, list::csv)
        .get("/n/{network}/trainings/visits/offers/{offer}", view, forms::edit_offer)
        .post("/n/{network}/trainings/visits/offers/{offer}", view, forms::change_offer)
        .post("/n/{network}/trainings/visits/offers/{offer}/open", view, forms::open_offer)
        .get("/n/{network}/trainings/visits/new", view, forms::new_visit)
        .post("/n/{network}/trainings/visits/new", view, forms::ask)
        .get("/n/{network}/trainings/visits/{visit}", view, visit::show)
        .post("/n/{network}/trainings/visits/{visit}", view, visit::act)
        .post("/n/{network}/trainings/visits/{visit}/feedback", view, visit::tell)
}

/// The way from the network to a page of visits.
fn way(l: Locale, network: &Network, rest: Vec<PageLink>) -> Vec<PageLink> {
    let mut links = vec![
        PageLink::new(format!("/n/{}", network.slug), network.name(l)),
        PageLink::new(format!("/n/{}/trainings", network.slug), t!(l, "trainings-title")),
        PageLink::new(format!("/n/{}/trainings/visits", network.slug), t!(l, "visits-title")),
    ];
    links.extend(rest);
    links
}
