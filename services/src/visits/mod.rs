//! Stays and visits between associations: what hosts offer, who asks for what, and what the network hears of it.
//!
//! Who agrees when, and for how many there is room, is decided in `domain::visits`.

mod asking;
mod letters;
mod offers;
mod page;

pub use asking::VisitForm;
pub use offers::OfferForm;
pub use page::{Feedback, OfferLine, Place, VisitLine, VisitPage, VisitsPage};

use domain::{
    access::{Action, Scope},
    ids::{NetworkId, OrganizationId, VisitId},
    visits::{Days, Offer, Standing, Visit},
};
use entities::visits::{offer, visit};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{Error, Viewer};

/// How a viewer stands to a request.
fn standing(viewer: &Viewer, row: &visit::Model) -> Standing {
    let network = NetworkId(row.network_id);
    let sender = Scope::Member(network, OrganizationId(row.sender_id));
    Standing {
        visitor: viewer.actor.person().is_some_and(|person| person.0 == row.person_id),
        officer: viewer.may(Action::RegisterStaff, sender),
        manager: viewer.may(Action::AgreeToTraining, sender),
        host: viewer.may(Action::RegisterStaff, Scope::Member(network, OrganizationId(row.host_id))),
    }
}

/// A request as the rules see it.
fn stored(row: &visit::Model) -> Result<Visit, Error> {
    Ok(Visit {
        id: VisitId(row.id),
        sender: OrganizationId(row.sender_id),
        host: OrganizationId(row.host_id),
        people: u32::try_from(row.people).unwrap_or(u32::MAX),
        days: Days { first: row.first_on, last: row.last_on },
        state: row.state.parse()?,
    })
}

/// An offer as the rules see it.
fn stored_offer(row: &offer::Model) -> Offer {
    Offer {
        places: u32::try_from(row.places).unwrap_or_default(),
        from: row.first_on,
        until: row.last_on,
        open: row.open,
    }
}

/// An offer, and every request for it.
async fn offered(
    database: &impl ConnectionTrait,
    network: NetworkId,
    id: Option<Uuid>,
) -> Result<Option<(offer::Model, Vec<Visit>)>, Error> {
    let Some(id) = id else { return Ok(None) };
    let row = offer::Entity::find_by_id(id).one(database).await?;
    let row = row.filter(|row| row.network_id == network.0).ok_or(Error::NotFound)?;
    let others = visit::Entity::find().filter(visit::Column::OfferId.eq(id)).all(database).await?;
    Ok(Some((row, others.iter().map(stored).collect::<Result<_, _>>()?)))
}
