//! Members of a network: the list, the page of each, and the steps of their membership.
//!
//! Used by everyone in a network to see who belongs to it; by its administrators to take members
//! in and to take decisions down. The rules are in `domain::memberships`.

mod forms;
mod list;
mod page;

use domain::{
    access::Action,
    locale::Locale,
    memberships::{Status, Step},
};
use i18n::t;

use crate::{
    routes::{Access, Routes},
    ui::Tone,
};

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    let view = Access::May(Action::ViewNetwork);
    let manage = Access::May(Action::ManageMemberships);
    Routes::default()
        .get("/n/{network}/members", view, list::list)
        .get("/n/{network}/members.csv", view, list::csv)
        .get("/n/{network}/members/{organization}", view, page::member)
        .get("/n/{network}/new-member", manage, forms::new_member)
        .post("/n/{network}/new-member", manage, forms::add_member)
        .get("/n/{network}/members/{organization}/membership", manage, forms::membership)
        .post("/n/{network}/members/{organization}/steps", manage, forms::take_step)
        .post("/n/{network}/members/{organization}/college", manage, forms::assign_college)
}

/// Where a membership stands, in words.
#[must_use]
pub fn status(l: Locale, status: Status) -> String {
    match status {
        Status::Applied => t!(l, "memberships-status-applied"),
        Status::Admitted => t!(l, "memberships-status-admitted"),
        Status::Suspended => t!(l, "memberships-status-suspended"),
        Status::Left => t!(l, "memberships-status-left"),
        Status::Excluded => t!(l, "memberships-status-excluded"),
    }
}

/// What a status means at a glance.
#[must_use]
pub const fn tone(status: Status) -> Tone {
    match status {
        Status::Admitted => Tone::Positive,
        Status::Applied | Status::Suspended => Tone::Attention,
        Status::Left => Tone::Neutral,
        Status::Excluded => Tone::Critical,
    }
}

/// A step in words.
#[must_use]
pub fn step(l: Locale, step: Step) -> String {
    match step {
        Step::Apply => t!(l, "memberships-step-apply"),
        Step::Admit => t!(l, "memberships-step-admit"),
        Step::Suspend => t!(l, "memberships-step-suspend"),
        Step::Reinstate => t!(l, "memberships-step-reinstate"),
        Step::Leave => t!(l, "memberships-step-leave"),
        Step::Exclude => t!(l, "memberships-step-exclude"),
    }
}
