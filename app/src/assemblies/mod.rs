//! General assemblies: the list, the preparation, the room, the screen, the minutes.

pub mod islands;

#[cfg(feature = "ssr")]
mod agenda;
#[cfg(feature = "ssr")]
mod casting;
#[cfg(feature = "ssr")]
mod desk;
#[cfg(feature = "ssr")]
mod door;
#[cfg(feature = "ssr")]
mod floor;
#[cfg(feature = "ssr")]
mod live;
#[cfg(feature = "ssr")]
mod minutes;
#[cfg(feature = "ssr")]
mod overview;
#[cfg(feature = "ssr")]
mod participation;
#[cfg(feature = "ssr")]
mod pass;
#[cfg(feature = "ssr")]
mod preparation;
#[cfg(feature = "ssr")]
mod requests;
#[cfg(feature = "ssr")]
mod room;
#[cfg(feature = "ssr")]
mod screen;
#[cfg(feature = "ssr")]
mod secrecy;
#[cfg(feature = "ssr")]
mod together;
#[cfg(feature = "ssr")]
mod voting;

#[cfg(feature = "ssr")]
pub(crate) use self::overview::{attachment, breadcrumb};
#[cfg(feature = "ssr")]
pub(crate) use self::preparation::summary;
#[cfg(feature = "ssr")]
pub(crate) use self::room::question_name;
#[cfg(feature = "ssr")]
pub(crate) use self::secrecy::manner;
#[cfg(feature = "ssr")]
pub use self::ssr::routes;
#[cfg(feature = "ssr")]
pub(crate) use self::ssr::{Address, PartAddress};

#[cfg(feature = "ssr")]
mod ssr {
    use domain::{access::Action, ids::AssemblyId};
    use serde::Deserialize;
    use services::{Error, assemblies::Room};
    use uuid::Uuid;

    use super::{
        casting, desk, door, floor, live, minutes, overview, participation, pass, preparation, requests, room, screen,
        secrecy, together, voting,
    };
    use crate::{
        context::Cx,
        routes::{Access, Routes},
    };

    /// The parts of an assembly's address.
    #[derive(Clone, Debug, Deserialize)]
    pub struct Address {
        /// Of the network.
        pub network: String,
        /// Of the assembly.
        pub assembly: Uuid,
    }

    /// The parts of an item's, a poll's or a document's address.
    #[derive(Clone, Debug, Deserialize)]
    pub struct PartAddress {
        /// Of the network.
        pub network: String,
        /// Of the assembly.
        pub assembly: Uuid,
        /// Of the part.
        pub part: Uuid,
    }

    impl From<&PartAddress> for Address {
        fn from(address: &PartAddress) -> Self {
            Self { network: address.network.clone(), assembly: address.assembly }
        }
    }

    impl Address {
        /// Which assembly.
        pub fn id(&self) -> AssemblyId {
            AssemblyId(self.assembly)
        }

        /// The address of its page.
        pub fn path(&self) -> String {
            format!("/n/{}/assemblies/{}", self.network, self.assembly)
        }

        /// The room for whoever looks, if it stands at this address.
        pub async fn room(&self, cx: &Cx) -> Result<Room, Error> {
            let room = cx.services().room(cx.viewer(), self.id()).await?;
            if room.network.slug == self.network { Ok(room) } else { Err(Error::NotFound) }
        }
    }

    /// The routes.
    #[must_use]
    pub fn routes() -> Routes {
        let (view, convene) = (Access::May(Action::ViewAssembly), Access::May(Action::ConveneAssembly));
        let (run, represent) = (Access::May(Action::RunAssembly), Access::May(Action::RepresentOrganization));
        Routes::default()
            .get("/n/{network}/assemblies", view, overview::list)
            .get("/n/{network}/assemblies/new", convene, preparation::new)
            .post("/n/{network}/assemblies/new", convene, preparation::create)
            .get("/n/{network}/assemblies/requests", view, requests::show)
            .post("/n/{network}/assemblies/requests", represent, requests::ask)
            .post("/n/{network}/assemblies/requests/{request}/join", represent, requests::join)
            .post("/n/{network}/assemblies/requests/{request}/leave", represent, requests::leave)
            .post("/n/{network}/assemblies/requests/{request}/answer", convene, requests::answer)
            .get("/n/{network}/assemblies/{assembly}", view, overview::show)
            .get("/n/{network}/assemblies/{assembly}/roll.csv", view, overview::roll_csv)
            .get("/n/{network}/assemblies/{assembly}/edit", convene, preparation::edit)
            .post("/n/{network}/assemblies/{assembly}/edit", convene, preparation::save)
            .post("/n/{network}/assemblies/{assembly}/convene", convene, preparation::convene)
            .post("/n/{network}/assemblies/{assembly}/second", convene, preparation::repeat)
            .get("/n/{network}/assemblies/{assembly}/items/new", convene, preparation::new_item)
            .post("/n/{network}/assemblies/{assembly}/items/new", convene, preparation::add_item)
            .get("/n/{network}/assemblies/{assembly}/items/{part}", convene, preparation::edit_item)
            .post("/n/{network}/assemblies/{assembly}/items/{part}", convene, preparation::save_item)
            .post("/n/{network}/assemblies/{assembly}/items/{part}/remove", convene, preparation::remove_item)
            .post("/n/{network}/assemblies/{assembly}/items/{part}/move", convene, preparation::move_item)
            .post("/n/{network}/assemblies/{assembly}/items/{part}/documents", convene, preparation::add_document)
            .get("/n/{network}/assemblies/{assembly}/documents/{part}", view, overview::document)
            .get("/n/{network}/assemblies/{assembly}/room", view, room::show)
            .get("/n/{network}/assemblies/{assembly}/live", view, live::stream)
            .get("/n/{network}/assemblies/{assembly}/screen", view, screen::show)
            .post("/n/{network}/assemblies/{assembly}/arrive", represent, room::arrive)
            .post("/n/{network}/assemblies/{assembly}/leave", represent, room::leave)
            .post("/n/{network}/assemblies/{assembly}/proxy", represent, room::give_proxy)
            .post("/n/{network}/assemblies/{assembly}/proxy/revoke", represent, room::revoke_proxy)
            .post("/n/{network}/assemblies/{assembly}/polls/{part}/vote", represent, voting::vote)
            .post("/n/{network}/assemblies/{assembly}/polls/{part}/votes", represent, voting::votes)
            .post("/n/{network}/assemblies/{assembly}/items/{part}/secrecy", represent, secrecy::asks)
            .post("/n/{network}/assemblies/{assembly}/floor/ask", represent, floor::ask)
            .post("/n/{network}/assemblies/{assembly}/floor/withdraw", represent, floor::withdraw)
            .post("/n/{network}/assemblies/{assembly}/floor", run, floor::step)
            .post("/n/{network}/assemblies/{assembly}/floor/rule", run, floor::rule)
            .get("/n/{network}/assemblies/{assembly}/desk", run, desk::show)
            .get("/n/{network}/assemblies/{assembly}/pass", view, pass::show)
            .post("/n/{network}/assemblies/{assembly}/attend", view, participation::attend)
            .post("/n/{network}/assemblies/{assembly}/attend/leave", view, participation::leave)
            .post("/n/{network}/assemblies/{assembly}/attend/ask", view, participation::ask)
            .post("/n/{network}/assemblies/{assembly}/desk/attend", run, participation::write_down)
            .post("/n/{network}/assemblies/{assembly}/floor/ask-for", run, participation::ask_on_behalf)
            .get("/n/{network}/assemblies/{assembly}/door", run, door::show)
            .post("/n/{network}/assemblies/{assembly}/door", run, door::note)
            .get("/n/{network}/assemblies/{assembly}/door/{code}", run, door::scanned)
            .post("/n/{network}/assemblies/{assembly}/door/check-ins", run, door::told)
            .get("/n/{network}/assemblies/{assembly}/door.json", run, door::list)
            .get("/n/{network}/assemblies/{assembly}/door-worker.js", run, door::worker)
            .post("/n/{network}/assemblies/{assembly}/open", run, room::open)
            .post("/n/{network}/assemblies/{assembly}/close", run, room::close)
            .post("/n/{network}/assemblies/{assembly}/items/{part}/poll", run, room::open_poll)
            .post("/n/{network}/assemblies/{assembly}/polls", run, together::open)
            .post("/n/{network}/assemblies/{assembly}/polls/{part}/close", run, room::close_poll)
            .post("/n/{network}/assemblies/{assembly}/polls/{part}/close-together", run, together::close_all)
            .post("/n/{network}/assemblies/{assembly}/polls/{part}/casting", run, casting::casting)
            .and(minutes::routes())
    }
}
