//! General assemblies, from the draft to the minutes.
//!
//! The board or the federation's employees prepare and run them; representatives come, give
//! proxies and vote. Every rule is in `domain::{assemblies, colleges, proxies, quorum, polls}`.

mod ballot;
mod bundle;
mod casting;
mod check_in;
mod convening;
mod convocation;
mod documents;
pub(crate) mod drafting;
mod floor;
mod items;
mod live;
mod minutes;
mod minutes_approval;
mod minutes_course;
mod minutes_signing;
mod participation;
pub(crate) mod polls;
mod presence;
mod proceedings;
mod readings;
mod requests;
mod roll;
mod room;
mod rooms;
mod second;
pub(crate) mod sitting;
mod votes;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::{Kind, State},
    ids::AssemblyId,
};
use entities::assemblies::assembly;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

pub use check_in::{Batch, Checked, DoorEntry, DoorList, Pass, Told};
pub use convening::{Convened, Preparation};
pub use documents::{Document, NewDocument};
pub use drafting::{NewAssembly, NewItem};
pub(crate) use drafting::{draft, item_of, last_position, visible};
pub use floor::{Asks, Floor, FloorStep, Speech};
pub use items::{AmendmentPut, Item, ItemPoll, OtherChoice, Turnout};
pub use live::{Live, Words};
pub use minutes::{Minutes, MinutesEdit, MinutesText};
pub use minutes_approval::Approvable;
pub(crate) use minutes_course::signing;
pub use minutes_course::{Act, Approved, Named, Presented, Signing};
pub use participation::{Attendee, Attending, NewAttendee, OwnSeat, Speaker};
pub use presence::{Arrival, DeskLine, DeskPerson};
pub(crate) use proceedings::Proceedings;
pub use proceedings::{Attendance, ProxyLine, RollLine};
pub(crate) use readings::Readings;
pub use requests::{AssemblyRequest, NewRequest, Requests};
pub use room::{MyVoice, Room};
pub use rooms::Rooms;
pub use votes::{Cast, CastTogether, Recorded};
pub(crate) use votes::{Votes, gathering};

use crate::{Error, Services, Viewer, networks::Network};

/// A line in the list of assemblies.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Which.
    pub id: AssemblyId,
    /// Ordinary or extraordinary.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub state: State,
    /// The day.
    pub held_on: NaiveDate,
    /// The hour.
    pub starts_at: DateTime<Utc>,
}

impl Services {
    /// The assemblies of a network, the latest first. Drafts show to those who prepare them.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn assemblies(&self, viewer: &Viewer, network: &Network) -> Result<Vec<Listed>, Error> {
        let scope = Scope::Network(network.id);
        viewer.require(Action::ViewAssembly, scope)?;
        let mut query = assembly::Entity::find().filter(assembly::Column::NetworkId.eq(network.id.0));
        if !viewer.may(Action::ConveneAssembly, scope) {
            query = query.filter(assembly::Column::State.ne(State::Draft.as_str()));
        }
        let rows = query.order_by_desc(assembly::Column::StartsAt).all(self.store().read()).await?;
        rows.into_iter().map(listed).collect()
    }
}

fn listed(row: assembly::Model) -> Result<Listed, Error> {
    Ok(Listed {
        id: AssemblyId(row.id),
        kind: row.kind.parse()?,
        title: row.title,
        state: row.state.parse()?,
        held_on: row.held_on,
        starts_at: row.starts_at,
    })
}

/// The network of an assembly as the journal names it.
fn in_network(row: &assembly::Model) -> Option<Uuid> {
    Some(row.network_id)
}
