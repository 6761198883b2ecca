//! Trainings that a network's members share: the catalogue, sessions, and who takes part.
//!
//! Used by staff who look for a training and get a seat, or learn why not; by training officers, managers and those who
//! organize. The rules are in `domain::trainings`.

mod attendance;
mod badges;
mod catalogue;
mod certificates;
mod evaluation;
mod evaluation_form;
mod figures;
mod figures_files;
mod forms;
mod half_days;
pub(crate) mod here;
mod needs;
mod priorities;
mod record;
mod registering;
mod registrations;
mod session;
pub mod words;

use domain::access::{Action, Scope};
use services::networks::Network;

use crate::{
    context::Cx,
    routes::{Access, Routes},
};

/// Whether the viewer organizes trainings of a network.
fn may_organize(cx: &Cx, network: &Network) -> bool {
    cx.viewer().may(Action::OrganizeTrainings, Scope::Network(network.id))
}

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    let view = Access::May(Action::ViewTrainings);
    let organize = Access::May(Action::OrganizeTrainings);
    let register = Access::May(Action::RegisterStaff);
    let mark = Access::May(Action::TakeAttendance);
    Routes::default()
        .get("/n/{network}/trainings", view, catalogue::list)
        .get("/n/{network}/trainings.csv", view, catalogue::csv)
        .get("/n/{network}/trainings/priorities", view, priorities::show)
        .post("/n/{network}/trainings/priorities", organize, priorities::set)
        .post("/n/{network}/trainings/priorities/remove", organize, priorities::remove)
        .get("/n/{network}/trainings/new", organize, forms::new_training)
        .post("/n/{network}/trainings/new", organize, forms::add_training)
        .get("/n/{network}/trainings/figures", view, figures::show)
        .get("/n/{network}/trainings/figures.csv", view, figures_files::csv)
        .get("/n/{network}/trainings/figures.xlsx", view, figures_files::xlsx)
        .get("/n/{network}/trainings/{training}", view, catalogue::training)
        .get("/n/{network}/trainings/{training}/edit", organize, forms::edit_training)
        .post("/n/{network}/trainings/{training}/edit", organize, forms::save_training)
        .get("/n/{network}/trainings/{training}/evaluation", organize, evaluation_form::edit)
        .post("/n/{network}/trainings/{training}/evaluation", organize, evaluation_form::save)
        .post("/n/{network}/trainings/{training}/listed", organize, forms::list_training)
        .get("/n/{network}/trainings/{training}/sessions/new", organize, forms::new_session)
        .post("/n/{network}/trainings/{training}/sessions/new", organize, forms::add_session)
        .get("/n/{network}/trainings/sessions/{session}", view, session::show)
        .get("/n/{network}/trainings/sessions/{session}/edit", organize, forms::edit_session)
        .post("/n/{network}/trainings/sessions/{session}/edit", organize, forms::save_session)
        .post("/n/{network}/trainings/sessions/{session}/course", organize, session::course)
        .post("/n/{network}/trainings/sessions/{session}/costs", organize, session::costs)
        .get("/n/{network}/trainings/sessions/{session}/evaluation", view, evaluation::show)
        .post("/n/{network}/trainings/sessions/{session}/evaluation", view, evaluation::answer)
        .get("/n/{network}/trainings/sessions/{session}/evaluation/results", mark, evaluation::results)
        .get("/n/{network}/trainings/sessions/{session}/registrations.csv", organize, session::csv)
        .post("/n/{network}/trainings/sessions/{session}/registrations", view, registering::register)
        .post("/n/{network}/trainings/registrations/{registration}", view, registrations::act)
        .get(
            "/n/{network}/trainings/sessions/{session}/registrations/{registration}/transfer",
            view,
            registrations::transfer,
        )
        .get("/n/{network}/trainings/sessions/{session}/attendance", mark, attendance::show)
        .post("/n/{network}/trainings/sessions/{session}/attendance", mark, attendance::note)
        .post("/n/{network}/trainings/sessions/{session}/attendance/marks", mark, attendance::told)
        .get("/n/{network}/trainings/sessions/{session}/attendance-worker.js", mark, attendance::worker)
        .post("/n/{network}/trainings/sessions/{session}/attendance/trainers", organize, attendance::name_trainers)
        .post("/n/{network}/trainings/sessions/{session}/attendance/certificates", mark, attendance::issue)
        .get("/n/{network}/trainings/needs", view, needs::list)
        .get("/n/{network}/trainings/needs/new", organize, needs::forms::new_collection)
        .post("/n/{network}/trainings/needs/new", organize, needs::forms::collect)
        .get("/n/{network}/trainings/needs/{collection}", view, needs::show)
        .post("/n/{network}/trainings/needs/{collection}", view, needs::state)
        .get("/n/{network}/trainings/needs/{collection}/edit", organize, needs::forms::edit_collection)
        .post("/n/{network}/trainings/needs/{collection}/edit", organize, needs::forms::save_collection)
        .get("/n/{network}/trainings/needs/{collection}/needs.csv", organize, needs::csv)
        .get("/n/{network}/trainings/needs/{collection}/{need}", view, needs::edit)
        .post("/n/{network}/trainings/needs/{collection}/{need}", view, needs::change)
        .post("/n/{network}/trainings/needs/{collection}/{need}/remove", view, needs::remove)
        .get("/n/{network}/trainings/needs/{collection}/{need}/group", organize, needs::grouping)
        .post("/n/{network}/trainings/needs/{collection}/{need}/group", organize, needs::group)
        .get("/n/{network}/trainings/sessions/{session}/attendance/codes", mark, here::codes)
        .get("/attendance/{code}", Access::SignedIn, here::show)
        .post("/attendance/{code}", Access::SignedIn, here::say)
        .get("/certificates/{code}", Access::Public, certificates::show)
        .get("/certificates/{code}/certificate.pdf", Access::Public, certificates::pdf)
        .get("/certificates/{code}/badge.svg", Access::Public, badges::svg)
        .get("/certificates/{code}/badge.jwt", Access::Public, badges::token)
        .get("/n/{network}/did.json", Access::Public, badges::issuer)
        .get("/account/trainings", Access::SignedIn, record::own)
        .get("/o/{organization}/trainings", register, record::staff)
        .post("/o/{organization}/trainings/agreement", Access::May(Action::ManageOrganization), record::agreement)
}
