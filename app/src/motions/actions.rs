//! What the buttons of a motion's page do.

use axum::extract::{Form, Path};
use domain::ids::OrganizationId;
use services::{Error, FieldError, FieldProblem, motions::Ruling};

use super::{AmendmentAddress, MotionAddress, page::motion_page};
use crate::{
    context::{Answer, Cx, done},
    entries::Entries,
    problems::on_form,
};

/// Goes on after a button, or shows the page with what stands against it.
async fn act(cx: &Cx, address: &MotionAddress, result: Result<(), Error>, word: &str) -> Answer {
    match on_form(result)? {
        Ok(()) => Ok(done(&address.path(), word)),
        Err(problem) => motion_page(cx, address, &problem).await,
    }
}

/// That the motion stands at this address for whoever looks.
async fn here(cx: &Cx, address: &MotionAddress) -> Result<(), Error> {
    cx.services().may_watch(cx.viewer(), &address.network, address.parent().id()).await
}

fn organization(entries: &Entries) -> Result<OrganizationId, Error> {
    entries.text("organization").parse().map(OrganizationId).map_err(|_| Error::NotFound)
}

fn ruling(entries: &Entries) -> Result<Ruling, Error> {
    match entries.text("ruling").as_str() {
        "admissible" => Ok(Ruling::Admissible),
        "refused" => Ok(Ruling::Refused(entries.text("reason"))),
        _ => Err(Error::Invalid(vec![FieldError::new("ruling", FieldProblem::Missing)])),
    }
}

/// A motion is handed in.
pub async fn submit_motion(cx: Cx, Path(address): Path<MotionAddress>) -> Answer {
    here(&cx, &address).await?;
    let result = cx.services().submit_motion(cx.viewer(), address.parent().id(), address.motion()).await;
    act(&cx, &address, result, "motion-submitted").await
}

/// A motion is taken back.
pub async fn withdraw_motion(cx: Cx, Path(address): Path<MotionAddress>) -> Answer {
    here(&cx, &address).await?;
    let result = cx.services().withdraw_motion(cx.viewer(), address.parent().id(), address.motion()).await;
    act(&cx, &address, result, "motion-withdrawn").await
}

/// A motion is supported.
pub async fn support_motion(cx: Cx, Path(address): Path<MotionAddress>, Form(entries): Form<Entries>) -> Answer {
    here(&cx, &address).await?;
    let id = address.parent().id();
    let services = cx.services();
    let result = match organization(&entries) {
        Ok(organization) => services.support(cx.viewer(), id, address.motion(), None, organization).await,
        Err(error) => Err(unread(&cx, &address, error).await?),
    };
    act(&cx, &address, result, "motion-supported").await
}

/// Whoever sends a form without an organization hears first whether they may see the motion, and
/// speak for somebody.
async fn unread(cx: &Cx, address: &MotionAddress, error: Error) -> Result<Error, Error> {
    let (room, _) = address.load(cx).await?;
    super::voices_needed(cx, &room)?;
    Ok(error)
}

/// The board rules on a motion.
pub async fn rule_motion(cx: Cx, Path(address): Path<MotionAddress>, Form(entries): Form<Entries>) -> Answer {
    board(&cx, &address).await?;
    let id = address.parent().id();
    let result = match ruling(&entries) {
        Ok(ruling) => cx.services().rule_motion(cx.viewer(), id, address.motion(), ruling).await,
        Err(error) => Err(error),
    };
    act(&cx, &address, result, "saved").await
}

async fn board(cx: &Cx, address: &MotionAddress) -> Result<(), Error> {
    use domain::access::{Action, Scope};
    let room = address.parent().room(cx).await?;
    cx.viewer().require(Action::ConveneAssembly, Scope::Network(room.network.id))
}

/// An amendment is handed in.
pub async fn submit_amendment(cx: Cx, Path(address): Path<AmendmentAddress>) -> Answer {
    let parent = address.parent();
    here(&cx, &parent).await?;
    let (id, motion) = (parent.parent().id(), parent.motion());
    let result = cx.services().submit_amendment(cx.viewer(), id, motion, address.amendment()).await;
    act(&cx, &parent, result, "amendment-submitted").await
}

/// An amendment is taken back.
pub async fn withdraw_amendment(cx: Cx, Path(address): Path<AmendmentAddress>) -> Answer {
    let parent = address.parent();
    here(&cx, &parent).await?;
    let (id, motion) = (parent.parent().id(), parent.motion());
    let result = cx.services().withdraw_amendment(cx.viewer(), id, motion, address.amendment()).await;
    act(&cx, &parent, result, "amendment-withdrawn").await
}

/// An amendment is supported.
pub async fn support_amendment(cx: Cx, Path(address): Path<AmendmentAddress>, Form(entries): Form<Entries>) -> Answer {
    let parent = address.parent();
    here(&cx, &parent).await?;
    let (id, motion) = (parent.parent().id(), parent.motion());
    let services = cx.services();
    let result = match organization(&entries) {
        Ok(organization) => services.support(cx.viewer(), id, motion, Some(address.amendment()), organization).await,
        Err(error) => Err(unread(&cx, &parent, error).await?),
    };
    act(&cx, &parent, result, "motion-supported").await
}

/// The board rules on an amendment.
pub async fn rule_amendment(cx: Cx, Path(address): Path<AmendmentAddress>, Form(entries): Form<Entries>) -> Answer {
    let parent = address.parent();
    board(&cx, &parent).await?;
    let (id, motion) = (parent.parent().id(), parent.motion());
    let result = match ruling(&entries) {
        Ok(ruling) => cx.services().rule_amendment(cx.viewer(), id, motion, address.amendment(), ruling).await,
        Err(error) => Err(error),
    };
    act(&cx, &parent, result, "saved").await
}

/// The chair puts an amendment to the vote: the room is where it goes on.
pub async fn put_to_vote(cx: Cx, Path(address): Path<AmendmentAddress>, Form(entries): Form<Entries>) -> Answer {
    let parent = address.parent();
    let id = parent.parent().room(&cx).await?.id;
    let (question, manner) = (Err(address.amendment()), crate::assemblies::manner(&entries));
    let result = cx.services().open_poll_held(cx.viewer(), id, question, manner).await.map(drop);
    match on_form(result)? {
        Ok(()) => Ok(done(&format!("{}/room", parent.parent().assembly()), "poll-opened")),
        Err(problem) => motion_page(&cx, &parent, &problem).await,
    }
}
