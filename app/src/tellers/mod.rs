//! Tellers: who they are, and the sheets on which two of them write down papers and raised hands.

#[cfg(feature = "ssr")]
mod appoint;
#[cfg(feature = "ssr")]
mod compared;
#[cfg(feature = "ssr")]
mod sheet;
#[cfg(feature = "ssr")]
mod urn;
#[cfg(feature = "ssr")]
pub mod words;

#[cfg(feature = "ssr")]
pub(crate) use self::{
    appoint::link,
    urn::{minutes as urn_minutes, papers_link, told as urn_told},
    words::minutes,
};

#[cfg(feature = "ssr")]
use crate::routes::{Access, Routes};

/// The routes.
#[cfg(feature = "ssr")]
#[must_use]
pub fn routes() -> Routes {
    use domain::access::Action;
    let (view, run) = (Access::May(Action::ViewAssembly), Access::May(Action::RunAssembly));
    Routes::default()
        .get("/n/{network}/assemblies/{assembly}/tellers", run, appoint::show)
        .post("/n/{network}/assemblies/{assembly}/tellers", run, appoint::appoint)
        .post("/n/{network}/assemblies/{assembly}/tellers/dismiss", run, appoint::dismiss)
        .get("/n/{network}/assemblies/{assembly}/polls/{part}/paper", view, sheet::show)
        .post("/n/{network}/assemblies/{assembly}/polls/{part}/paper", view, sheet::write)
        .post("/n/{network}/assemblies/{assembly}/polls/{part}/paper/sign", view, sheet::sign)
        .post("/n/{network}/assemblies/{assembly}/polls/{part}/paper/discard", run, sheet::discard)
        .get("/n/{network}/assemblies/{assembly}/polls/{part}/urn", view, urn::show)
        .post("/n/{network}/assemblies/{assembly}/polls/{part}/urn", view, urn::write)
        .post("/n/{network}/assemblies/{assembly}/polls/{part}/urn/hand-out", view, urn::hand_out_paper)
        .post("/n/{network}/assemblies/{assembly}/polls/{part}/urn/sign", view, urn::sign)
        .post("/n/{network}/assemblies/{assembly}/polls/{part}/urn/discard", run, urn::discard)
}
