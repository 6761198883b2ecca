//! Offers, requests and what was told of them, as one person sees them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    access::{Action, Scope},
    ids::{OrganizationId, PersonId, VisitId, VisitOfferId},
    people::Holder,
    visits::{Days, Kind, Move, Standing, State, may, may_tell},
};
use entities::visits::{feedback, offer, visit};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{standing, stored};
use crate::{
    Error, Services, Viewer, day_in,
    networks::{Network, members_of, name_of, names_of},
    people::{holders, name_for},
    text::fold,
    trainings::{people, staff},
};

/// What a host offers.
#[derive(Clone, Debug)]
pub struct OfferLine {
    /// Which.
    pub id: VisitOfferId,
    /// Who offers.
    pub host: OrganizationId,
    /// How it is called today.
    pub host_name: String,
    /// What kind of visit it is.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// What one sees, for whom, where, whom to call.
    pub details: String,
    /// How many people at a time.
    pub places: u32,
    /// Not before this day.
    pub first: Option<NaiveDate>,
    /// Not after this day.
    pub last: Option<NaiveDate>,
    /// Whether requests are taken.
    pub open: bool,
    /// Whether the viewer speaks for the host.
    pub own: bool,
}

/// What one side told of a visit.
#[derive(Clone, Debug)]
pub struct Feedback {
    /// Whether it is the host's side.
    pub by_host: bool,
    /// What it says.
    pub text: String,
    /// Whether every member reads it.
    pub published: bool,
}

/// A request.
#[derive(Clone, Debug)]
pub struct VisitLine {
    /// Which.
    pub id: VisitId,
    /// The title of the offer, where it is for one.
    pub offer: Option<String>,
    /// What kind of visit it is.
    pub kind: Kind,
    /// Who sends.
    pub sender_name: String,
    /// Who receives.
    pub host_name: String,
    /// Who goes.
    pub person_name: String,
    /// How many people.
    pub people: u32,
    /// When.
    pub days: Days,
    /// What they would like to see.
    pub wish: String,
    /// Where it stands.
    pub state: State,
    /// Why it was refused or cancelled.
    pub reason: Option<String>,
    /// Whether the viewer may agree now.
    pub may_agree: bool,
    /// Whether the viewer may refuse now: also once the first day has come.
    pub may_refuse: bool,
    /// Whether the viewer may cancel now.
    pub may_cancel: bool,
    /// Whether the viewer may tell of it now.
    pub may_tell: bool,
    /// Whether it is the business of the viewer's association, or the viewer's own.
    pub close: bool,
    /// What was told of it that the viewer may read.
    pub feedback: Vec<Feedback>,
    /// What the viewer's side has told.
    pub told: Option<Feedback>,
}

impl VisitLine {
    /// Whether it waits for something that the viewer does: an answer, or what they tell of it.
    #[must_use]
    pub const fn waits(&self) -> bool {
        self.may_agree || self.may_refuse || (self.may_tell && self.told.is_none())
    }
}

/// An association for which the viewer asks or offers.
#[derive(Clone, Debug)]
pub struct Place {
    /// Which.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// Its people, where the viewer asks for them; the viewer alone otherwise.
    pub people: Vec<(PersonId, String)>,
    /// Whether the viewer speaks for it as a host.
    pub offers: bool,
}

/// The page of a request.
#[derive(Clone, Debug)]
pub struct VisitPage {
    /// The request.
    pub line: VisitLine,
    /// The association that has to answer, where it has nobody who may.
    pub nobody_in: Option<String>,
}

/// The visits of a network for one viewer.
#[derive(Clone, Debug)]
pub struct VisitsPage {
    /// What is offered: what takes requests, and what the viewer offered.
    pub offers: Vec<OfferLine>,
    /// The requests that are the viewer's business.
    pub visits: Vec<VisitLine>,
    /// What was told to every member.
    pub published: Vec<VisitLine>,
    /// The viewer's associations in the network.
    pub places: Vec<Place>,
}

impl Services {
    /// The visits of a network for one viewer; those who organize trainings see every request.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn visits(&self, viewer: &Viewer, network: &Network) -> Result<VisitsPage, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let database = self.store().read();
        let rows = visit::Entity::find()
            .filter(visit::Column::NetworkId.eq(network.id.0))
            .order_by_desc(visit::Column::FirstOn)
            .order_by_desc(visit::Column::Id)
            .all(database)
            .await?;
        let organizes = viewer.may(Action::OrganizeTrainings, Scope::Network(network.id));
        let (mut visits, mut published) = (Vec::new(), Vec::new());
        for line in self.visit_lines(viewer, network, &rows).await? {
            let told: Vec<Feedback> = line.feedback.iter().filter(|told| told.published).cloned().collect();
            if !told.is_empty() {
                published.push(VisitLine { feedback: told, ..line.clone() });
            }
            if line.close || organizes {
                visits.push(line);
            }
        }
        // What waits for the viewer comes first.
        visits.sort_by_key(|line| (!line.waits(), !line.state.is_live()));
        let offers = self.visit_offers(viewer, network).await?;
        let places = self.visit_places(viewer, network).await?;
        Ok(VisitsPage { offers, visits, published, places })
    }

    /// A request, for both associations and those who organize trainings.
    ///
    /// # Errors
    /// [`Error::NotFound`] for everybody else.
    pub async fn visit(&self, viewer: &Viewer, network: &Network, id: VisitId) -> Result<VisitPage, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let row = visit::Entity::find_by_id(id.0).one(self.store().read()).await?;
        let row = row.filter(|row| row.network_id == network.id.0).ok_or(Error::NotFound)?;
        let organizes = viewer.may(Action::OrganizeTrainings, Scope::Network(network.id));
        let rows = [row];
        let line = self.visit_lines(viewer, network, &rows).await?.pop();
        let line = line.filter(|line| line.close || organizes).ok_or(Error::NotFound)?;
        let [row] = rows;
        let next = match line.state {
            State::Asked => Some((row.sender_id, Action::AgreeToTraining, line.sender_name.clone())),
            State::Agreed => Some((row.host_id, Action::RegisterStaff, line.host_name.clone())),
            _ => None,
        };
        let mut nobody_in = None;
        if let Some((organization, action, name)) = next {
            let today = day_in(network.zone, self.now());
            let answer = holders(self.store().read(), &[organization], action, today).await?;
            nobody_in = answer.is_empty().then_some(name);
        }
        Ok(VisitPage { line, nobody_in })
    }

    /// Requests as a viewer may read them, in the order given.
    async fn visit_lines(
        &self,
        viewer: &Viewer,
        network: &Network,
        rows: &[visit::Model],
    ) -> Result<Vec<VisitLine>, Error> {
        let database = self.store().read();
        let today = day_in(network.zone, self.now());
        let told = feedback::Entity::find()
            .filter(feedback::Column::VisitId.is_in(rows.iter().map(|row| row.id)))
            .order_by_asc(feedback::Column::ToldAt)
            .all(database)
            .await?;
        let offers = offer::Entity::find()
            .filter(offer::Column::Id.is_in(rows.iter().filter_map(|row| row.offer_id)))
            .all(database)
            .await?;
        let titles: BTreeMap<Uuid, String> = offers.into_iter().map(|row| (row.id, row.title)).collect();
        let both: Vec<Uuid> = rows.iter().flat_map(|row| [row.sender_id, row.host_id]).collect();
        let names = names_of(database, &both).await?;
        let known = people(database, rows.iter().map(|row| row.person_id)).await?;
        let organizes = viewer.may(Action::OrganizeTrainings, Scope::Network(network.id));
        let line = |row: &visit::Model| {
            let (visit, standing) = (stored(row)?, standing(viewer, row));
            let close = standing != Standing::default();
            let own_side = if standing.visitor { "visitor" } else { "host" };
            let of_visit = || told.iter().filter(|told| told.visit_id == row.id);
            let feedback = |told: &feedback::Model| Feedback {
                by_host: told.side == "host",
                text: told.text.clone(),
                published: told.published,
            };
            let may_now = |wanted: &Move| may(standing, visit.state, wanted);
            let (refuse, cancel) = (Move::Refuse { reason: String::new() }, Move::Cancel { reason: String::new() });
            // Those who were there are named as they were called then.
            let name = |id: Uuid| name_of(&names, id, today.min(visit.days.last));
            // Who goes is the business of those two associations alone; the host knows some by a pseudonym.
            let person = known.get(&PersonId(row.person_id)).filter(|_| close);
            let at_home = standing.visitor || standing.officer || standing.manager;
            Ok(VisitLine {
                id: VisitId(row.id),
                offer: row.offer_id.and_then(|offer| titles.get(&offer).cloned()),
                kind: row.kind.parse()?,
                sender_name: name(row.sender_id),
                host_name: name(row.host_id),
                person_name: person.map(|person| name_for(person, at_home)).unwrap_or_default(),
                people: visit.people,
                days: visit.days,
                wish: row.wish.clone(),
                state: visit.state,
                reason: row.reason.clone(),
                may_agree: may_now(&Move::Agree) && today < visit.days.first,
                may_refuse: may_now(&refuse),
                may_cancel: may_now(&cancel) && today < visit.days.first,
                may_tell: may_tell(&visit, standing, today).is_ok(),
                close,
                feedback: of_visit().filter(|told| told.published || close || organizes).map(feedback).collect(),
                told: of_visit().find(|told| close && told.side == own_side).map(feedback),
            })
        };
        rows.iter().map(line).collect()
    }

    /// What members offer that takes requests, and everything that the viewer offered for their association.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn visit_offers(&self, viewer: &Viewer, network: &Network) -> Result<Vec<OfferLine>, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let database = self.store().read();
        let today = day_in(network.zone, self.now());
        let rows = offer::Entity::find()
            .filter(offer::Column::NetworkId.eq(network.id.0))
            .order_by_desc(offer::Column::CreatedAt)
            .order_by_desc(offer::Column::Id)
            .all(database)
            .await?;
        let hosts: Vec<Uuid> = rows.iter().map(|row| row.host_id).collect();
        let (names, members) = (names_of(database, &hosts).await?, members_of(database, network.id).await?);
        let mut lines = Vec::new();
        for row in rows.into_iter().filter(|row| members.contains(&row.host_id)) {
            let own = viewer.may(Action::RegisterStaff, Scope::Member(network.id, OrganizationId(row.host_id)));
            let over = row.last_on.is_some_and(|last| last <= today);
            if own || (row.open && !over) {
                lines.push(OfferLine {
                    id: VisitOfferId(row.id),
                    host: OrganizationId(row.host_id),
                    host_name: name_of(&names, row.host_id, today),
                    kind: row.kind.parse()?,
                    places: u32::try_from(row.places).unwrap_or_default(),
                    title: row.title,
                    details: row.details,
                    first: row.first_on,
                    last: row.last_on,
                    open: row.open,
                    own,
                });
            }
        }
        Ok(lines)
    }

    /// The viewer's associations in a network, with the people for whom they ask.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn visit_places(&self, viewer: &Viewer, network: &Network) -> Result<Vec<Place>, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let Some(person) = viewer.actor.person() else { return Ok(Vec::new()) };
        let database = self.store().read();
        let today = day_in(network.zone, self.now());
        let mine: Vec<OrganizationId> = viewer
            .actor
            .members_of(network.id)
            .into_iter()
            .filter(|id| viewer.actor.mandates().iter().any(|mandate| mandate.holder == Holder::Organization(*id)))
            .collect();
        let ids: Vec<Uuid> = mine.iter().map(|organization| organization.0).collect();
        let (names, staff) = (names_of(database, &ids).await?, staff(database, &ids, today).await?);
        let own = people(database, [person.0]).await?.remove(&person).map(|row| row.name).unwrap_or_default();
        let mut places: Vec<Place> = mine
            .into_iter()
            .map(|organization| {
                let officer = viewer.may(Action::RegisterStaff, Scope::Member(network.id, organization));
                let people = match staff.get(&organization.0) {
                    Some(staff) if officer => staff.clone(),
                    _ => vec![(person, own.clone())],
                };
                Place { organization, name: name_of(&names, organization.0, today), people, offers: officer }
            })
            .collect();
        places.sort_by_cached_key(|place| fold(&place.name));
        Ok(places)
    }
}
