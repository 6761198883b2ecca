//! Elections of persons: who stands, the secret ballot, the result.

#[cfg(feature = "ssr")]
pub(crate) mod form;
#[cfg(feature = "ssr")]
mod lists;
#[cfg(feature = "ssr")]
mod paper;
#[cfg(feature = "ssr")]
mod people;
#[cfg(feature = "ssr")]
mod result;
#[cfg(feature = "ssr")]
mod show;
#[cfg(feature = "ssr")]
mod ties;
#[cfg(feature = "ssr")]
pub(crate) mod words;

#[cfg(feature = "ssr")]
pub(crate) use self::result::{Declaration, minutes};

#[cfg(feature = "ssr")]
use crate::routes::{Access, Routes};

/// The routes.
#[cfg(feature = "ssr")]
#[must_use]
pub fn routes() -> Routes {
    use domain::access::Action;
    let view = Access::May(Action::ViewAssembly);
    let (run, represent) = (Access::May(Action::RunAssembly), Access::May(Action::RepresentOrganization));
    Routes::default()
        .get("/n/{network}/assemblies/{assembly}/elections/{part}", view, show::show)
        .post("/n/{network}/assemblies/{assembly}/elections/{part}/candidacies", represent, people::propose)
        .post("/n/{network}/assemblies/{assembly}/elections/{part}/vote", represent, show::vote)
        .post("/n/{network}/assemblies/{assembly}/elections/{part}/open", run, show::open)
        .post("/n/{network}/assemblies/{assembly}/elections/{part}/close", run, show::close)
        .post("/n/{network}/assemblies/{assembly}/elections/{part}/runoff", run, ties::runoff)
        .post("/n/{network}/assemblies/{assembly}/elections/{part}/decide", run, ties::decide)
        .post("/n/{network}/assemblies/{assembly}/candidacies/{part}/up", represent, lists::up)
        .post("/n/{network}/assemblies/{assembly}/candidacies/{part}/side", represent, lists::declare)
        .post("/n/{network}/assemblies/{assembly}/candidacies/{part}/consent", represent, people::consent)
        .post("/n/{network}/assemblies/{assembly}/candidacies/{part}/paper", run, people::consent_on_paper)
        .post("/n/{network}/assemblies/{assembly}/candidacies/{part}/withdraw", represent, people::withdraw)
}
