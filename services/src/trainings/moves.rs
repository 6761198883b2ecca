//! What people do with a registration.

use std::collections::BTreeSet;

use domain::{
    access::{Action, Scope},
    ids::{NetworkId, OrganizationId, PersonId, RegistrationId},
    trainings::{
        Registration,
        moves::{self, Transfer},
        registering::{Candidate, agree},
    },
};
use entities::{Unit, trainings::registration};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};

use super::{
    letters,
    records::{Kept, More, Records, row},
    registering::belonging,
    settling::settle,
};
use crate::{Error, Refusal, Services, Viewer, day_in, networks::network_by_id};

/// Longest reason.
const REASON: usize = 1_000;

/// What somebody wants to do with a registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// The association agrees.
    Agree,
    /// The association, or who organizes, says no.
    Refuse {
        /// Why.
        reason: String,
    },
    /// Withdraws it.
    Cancel,
    /// Takes the seat that is offered.
    Accept,
    /// Does not take it.
    Decline,
    /// Who organizes seats somebody out of order.
    Seat {
        /// Why.
        reason: String,
    },
    /// Gives the seat to a colleague.
    Transfer {
        /// To whom.
        to: PersonId,
    },
}

impl Move {
    const fn word(&self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Refuse { .. } => "refuse",
            Self::Cancel => "cancel",
            Self::Accept => "accept",
            Self::Decline => "decline",
            Self::Seat { .. } => "seat",
            Self::Transfer { .. } => "transfer",
        }
    }

    fn reason(&self) -> Option<String> {
        match self {
            Self::Refuse { reason } | Self::Seat { reason } => Some(reason.trim().chars().take(REASON).collect()),
            _ => None,
        }
    }
}

/// What a viewer is to a registration.
pub(super) struct Standing {
    pub own: bool,
    pub officer: bool,
    pub manager: bool,
    pub organizer: bool,
}

impl Standing {
    /// `home` is the network that holds the session.
    pub fn of(viewer: &Viewer, home: NetworkId, registration: &Registration) -> Self {
        let member = Scope::Member(registration.guest.unwrap_or(home), registration.organization);
        Self {
            own: viewer.actor.person() == Some(registration.person),
            officer: viewer.may(Action::RegisterStaff, member),
            manager: viewer.may(Action::AgreeToTraining, member),
            organizer: viewer.may(Action::OrganizeTrainings, Scope::Network(home)),
        }
    }

    /// Whether the registration is shown to the viewer.
    pub const fn sees(&self) -> bool {
        self.own || self.officer || self.manager || self.organizer
    }

    /// Whether the viewer may do this, were the registration to let them.
    pub const fn may(&self, wanted: &Move) -> bool {
        match wanted {
            Move::Agree => self.manager,
            Move::Refuse { .. } => self.manager || self.organizer,
            Move::Cancel => self.own || self.officer || self.organizer,
            Move::Accept | Move::Decline | Move::Transfer { .. } => self.own || self.officer,
            Move::Seat { .. } => self.organizer,
        }
    }
}

impl Services {
    /// Does something with a registration; what follows from it, such as an offer to the next, is done at once.
    ///
    /// # Errors
    /// Of permission, [`Error::NotFound`] for registrations that are none of the viewer's business, or a refusal.
    pub async fn move_registration(
        &self,
        viewer: &Viewer,
        network: NetworkId,
        id: RegistrationId,
        wanted: Move,
    ) -> Result<(), Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network))?;
        let (viewer, public_url) = (viewer.clone(), self.settings().public_url.clone());
        self.store()
            .write(move |unit| {
                let (viewer, wanted, public_url) = (viewer.clone(), wanted.clone(), public_url.clone());
                Box::pin(async move {
                    let person = viewer.person()?;
                    let mut records = Records::of_registration(unit.read(), network, id).await?;
                    let registration = records.find(id)?.clone();
                    let standing = Standing::of(&viewer, records.network(), &registration);
                    if !standing.sees() {
                        return Err(Error::NotFound);
                    }
                    if !standing.may(&wanted) {
                        return Err(Refusal::Named("training-not-yours").into());
                    }
                    let changed =
                        apply(unit, &mut records, &registration, &wanted, (person, standing.organizer)).await?;
                    let told = serde_json::json!({
                        "session": records.id(), "registration": id, "move": wanted.word(), "reason": wanted.reason(),
                        "changed": changed,
                    });
                    unit.record(person, Some(records.row.network_id), "training_registration_moved", told);
                    letters::moved_on(unit, &records, &changed, &public_url).await?;
                    settle(unit, &mut records, &public_url).await
                })
            })
            .await
    }
}

/// Decides, and writes down what is decided. Returns the registrations that stand elsewhere now.
async fn apply(
    unit: &Unit,
    records: &mut Records,
    registration: &Registration,
    wanted: &Move,
    (by, organizer): (PersonId, bool),
) -> Result<Vec<RegistrationId>, Error> {
    let (seating, all, now) = (&records.seating, &records.registrations, unit.now());
    let reason = wanted.reason();
    let changed: Vec<Registration> = match wanted {
        Move::Agree => {
            let placed = agree(seating, all, registration.id, now)?;
            placed.into_iter().map(|placed| placed.registration).collect()
        }
        Move::Refuse { reason } => vec![moves::refuse(seating, registration, reason, now)?],
        Move::Cancel => vec![moves::cancel(seating, registration, organizer, now)?],
        Move::Accept => vec![moves::accept(seating, registration, now)?],
        Move::Decline => vec![moves::decline(seating, registration, now)?],
        Move::Seat { reason } => moves::seat_out_of_order(seating, all, registration.id, reason, now)?,
        Move::Transfer { to } => return give(unit, records, registration, *to, by).await,
    };
    let ids = changed.iter().map(|registration| registration.id).collect();
    let kept = |registration| Kept { registration, because: None, reason: reason.clone() };
    records.keep(unit, changed.into_iter().map(kept).collect()).await?;
    Ok(ids)
}

/// Gives a seat to a colleague.
async fn give(
    unit: &Unit,
    records: &mut Records,
    registration: &Registration,
    to: PersonId,
    by: PersonId,
) -> Result<Vec<RegistrationId>, Error> {
    let OrganizationId(organization) = registration.organization;
    let today = day_in(network_by_id(unit.read(), records.row.network_id).await?.zone, unit.now());
    let colleagues = belonging(unit.read(), &BTreeSet::from([organization]), &BTreeSet::from([to.0]), today).await?;
    if colleagues.is_empty() {
        return Err(Refusal::Named("training-not-of-organization").into());
    }
    let colleague = Candidate {
        id: RegistrationId(unit.id()),
        person: to,
        qualities: registration.qualities.clone(),
        order: registration.order,
    };
    let transfer = moves::transfer(&records.seating, &records.registrations, registration.id, &colleague, unit.now())?;
    let Transfer { given, taken } = transfer;
    let from = records.row_of(registration.id)?;
    let more = More {
        organization_name: from.organization_name.clone(),
        asked_by: by.0,
        request: taken.id.to_string(),
        needs: None,
        because: None,
    };
    let new = row(records.row.id, &taken, more)?;
    registration::Entity::insert(new.clone().into_active_model().reset_all())
        .exec_without_returning(unit.write())
        .await?;
    let ids = vec![given.id, taken.id];
    records.keep(unit, vec![Kept::from(given)]).await?;
    records.add(vec![new])?;
    Ok(ids)
}
