//! Motions with a text of their own: the list, the text with its amendments, the forms, the order of
//! the vote, and the text as it stands, for printing.

mod actions;
mod amendment;
mod forms;
mod list;
mod order;
mod page;
mod text;
mod translation;
pub mod words;

use domain::{
    access::{Action, Scope},
    ids::{AmendmentId, AssemblyId, MotionId, OrganizationId},
    locale::Locale,
    motions::MotionRefused,
    polls::CastAs,
};
use i18n::t;
use serde::Deserialize;
use services::{Error, assemblies::Room, motions::MotionPage};
use uuid::Uuid;

use crate::{
    assemblies::breadcrumb,
    context::Cx,
    routes::{Access, Routes},
    ui::PageLink,
};

/// The parts of an assembly's address.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Address {
    network: String,
    assembly: Uuid,
}

/// The parts of a motion's address.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct MotionAddress {
    network: String,
    assembly: Uuid,
    motion: Uuid,
}

/// The parts of an amendment's address.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct AmendmentAddress {
    network: String,
    assembly: Uuid,
    motion: Uuid,
    amendment: Uuid,
}

impl Address {
    fn id(&self) -> AssemblyId {
        AssemblyId(self.assembly)
    }

    /// The address of the assembly's page.
    fn assembly(&self) -> String {
        format!("/n/{}/assemblies/{}", self.network, self.assembly)
    }

    /// The address of the list of its motions.
    fn path(&self) -> String {
        format!("{}/motions", self.assembly())
    }

    /// The room for whoever looks, if it stands at this address.
    async fn room(&self, cx: &Cx) -> Result<Room, Error> {
        let room = cx.services().room(cx.viewer(), self.id()).await?;
        if room.network.slug == self.network { Ok(room) } else { Err(Error::NotFound) }
    }
}

impl MotionAddress {
    fn parent(&self) -> Address {
        Address { network: self.network.clone(), assembly: self.assembly }
    }

    fn motion(&self) -> MotionId {
        MotionId(self.motion)
    }

    fn path(&self) -> String {
        motion_path(&self.parent().assembly(), self.motion())
    }

    /// The room and the motion for whoever looks.
    async fn load(&self, cx: &Cx) -> Result<(Room, MotionPage), Error> {
        let room = self.parent().room(cx).await?;
        let page = cx.services().motion(cx.viewer(), room.id, self.motion()).await?;
        Ok((room, page))
    }

    /// The way here, with what comes last.
    fn way(&self, l: Locale, room: &Room, page: &MotionPage, last: Vec<PageLink>) -> Vec<PageLink> {
        let parent = self.parent();
        let mut links = vec![
            PageLink::new(parent.assembly(), room.title.clone()),
            PageLink::new(parent.path(), t!(l, "motions")),
            PageLink::new(self.path(), page.motion.title.clone()),
        ];
        links.extend(last);
        breadcrumb(l, &room.network, links)
    }
}

impl AmendmentAddress {
    fn parent(&self) -> MotionAddress {
        MotionAddress { network: self.network.clone(), assembly: self.assembly, motion: self.motion }
    }

    fn amendment(&self) -> AmendmentId {
        AmendmentId(self.amendment)
    }
}

/// The address of a motion's page, from that of its assembly.
pub fn motion_path(assembly: &str, motion: MotionId) -> String {
    format!("{assembly}/motions/{motion}")
}

/// The organizations for which the viewer may propose here: their own, on the roll.
fn own_voices(room: &Room) -> Vec<(OrganizationId, String)> {
    let own = room.mine.iter().filter(|voice| matches!(voice.cast_as, CastAs::Own));
    own.map(|voice| (voice.organization, voice.name.clone())).collect()
}

/// The same for a form that is of no use without one.
///
/// # Errors
/// Whoever represents nobody hears who may; whoever represents someone without a vote here hears that.
fn voices_needed(cx: &Cx, room: &Room) -> Result<Vec<(OrganizationId, String)>, Error> {
    let own = own_voices(room);
    if !own.is_empty() {
        return Ok(own);
    }
    let scope = |organization| Scope::Member(room.network.id, organization);
    let represents = cx.viewer().actor.represents();
    if !represents.iter().any(|one| cx.viewer().may(Action::RepresentOrganization, scope(*one))) {
        cx.viewer().require(Action::RepresentOrganization, Scope::Network(room.network.id))?;
    }
    Err(MotionRefused::NotOnRoll.into())
}

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    let (view, convene) = (Access::May(Action::ViewAssembly), Access::May(Action::ConveneAssembly));
    let (run, represent) = (Access::May(Action::RunAssembly), Access::May(Action::RepresentOrganization));
    Routes::default()
        .get("/n/{network}/assemblies/{assembly}/motions", view, list::show)
        .get("/n/{network}/assemblies/{assembly}/motions/new", represent, forms::new_motion)
        .post("/n/{network}/assemblies/{assembly}/motions/new", represent, forms::add_motion)
        .get("/n/{network}/assemblies/{assembly}/motions/deadlines", convene, list::deadlines)
        .post("/n/{network}/assemblies/{assembly}/motions/deadlines", convene, list::save_deadlines)
        .get("/n/{network}/assemblies/{assembly}/items/{part}/text", convene, forms::item_text)
        .post("/n/{network}/assemblies/{assembly}/items/{part}/text", convene, forms::save_item_text)
        .get("/n/{network}/assemblies/{assembly}/motions/{motion}", view, page::show)
        .get("/n/{network}/assemblies/{assembly}/motions/{motion}/text", view, text::show)
        .post("/n/{network}/assemblies/{assembly}/motions/{motion}/submit", represent, actions::submit_motion)
        .post("/n/{network}/assemblies/{assembly}/motions/{motion}/withdraw", represent, actions::withdraw_motion)
        .post("/n/{network}/assemblies/{assembly}/motions/{motion}/support", represent, actions::support_motion)
        .post("/n/{network}/assemblies/{assembly}/motions/{motion}/rule", convene, actions::rule_motion)
        .get("/n/{network}/assemblies/{assembly}/motions/{motion}/amend", represent, forms::amend)
        .post("/n/{network}/assemblies/{assembly}/motions/{motion}/amend", represent, forms::add_amendment)
        .get("/n/{network}/assemblies/{assembly}/motions/{motion}/translation", convene, translation::show)
        .post("/n/{network}/assemblies/{assembly}/motions/{motion}/translation", convene, translation::save)
        .get("/n/{network}/assemblies/{assembly}/motions/{motion}/order", run, order::show)
        .post("/n/{network}/assemblies/{assembly}/motions/{motion}/order", run, order::save)
        .post(
            "/n/{network}/assemblies/{assembly}/motions/{motion}/amendments/{amendment}/submit",
            represent,
            actions::submit_amendment,
        )
        .post(
            "/n/{network}/assemblies/{assembly}/motions/{motion}/amendments/{amendment}/withdraw",
            represent,
            actions::withdraw_amendment,
        )
        .post(
            "/n/{network}/assemblies/{assembly}/motions/{motion}/amendments/{amendment}/support",
            represent,
            actions::support_amendment,
        )
        .post(
            "/n/{network}/assemblies/{assembly}/motions/{motion}/amendments/{amendment}/rule",
            convene,
            actions::rule_amendment,
        )
        .post(
            "/n/{network}/assemblies/{assembly}/motions/{motion}/amendments/{amendment}/poll",
            run,
            actions::put_to_vote,
        )
}
