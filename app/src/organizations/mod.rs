//! The administration of an organization: what it is, its names over time, sites, figures, networks.
//!
//! Used by an organization's own administrators and by those of its networks. What others see of it
//! is its page as a member of a network.

mod details;
pub mod forms;
mod overview;
pub mod words;

use domain::access::Action;

pub(crate) use overview::today;

use crate::routes::{Access, Routes};

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    let manage = Access::May(Action::ManageOrganization);
    Routes::default()
        .get("/o/{organization}", manage, overview::overview)
        .get("/o/{organization}/edit", manage, overview::edit)
        .post("/o/{organization}/edit", manage, overview::save)
        .get("/o/{organization}/names", manage, details::names)
        .post("/o/{organization}/names", manage, details::add_name)
        .get("/o/{organization}/sites", manage, details::sites)
        .post("/o/{organization}/sites", manage, details::add_site)
        .post("/o/{organization}/sites/{site}", manage, details::close_site)
        .get("/o/{organization}/figures", manage, details::figures)
        .post("/o/{organization}/figures", manage, details::declare)
        .get("/o/{organization}/networks", manage, overview::networks)
        .post("/o/{organization}/networks", manage, overview::apply)
        .post("/o/{organization}/networks/{network}/leave", manage, overview::leave)
}
