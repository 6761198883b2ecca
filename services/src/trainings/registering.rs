//! Asking for seats. When a session opens everybody asks within a minute, so what waits for the writer goes together:
//! the session is read once for all, each is decided in the order in which they came, and all are written at once.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use chrono::TimeDelta;
use domain::{
    access::{Action, Scope},
    ids::{NetworkId, OrganizationId, PersonId, RegistrationGroupId, RegistrationId, TrainingSessionId},
    organizations::name_on,
    trainings::registering::{Asking, Candidate, register},
};
use entities::{
    Gathering, Unit,
    people::mandate,
    trainings::{practice, registration},
};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::{
    letters,
    records::{More, Records, row},
    settling::settle,
};
use crate::{
    Error, Refusal, Services, Viewer, day_in,
    networks::{names_of, network_by_id},
    people::valid_on,
};

/// Most people in one request.
const PEOPLE: usize = 50;
/// Rows in one statement: SQLite takes so many parameters and no more.
const ROWS: usize = 200;
/// Longest note about diet and needs.
const NEEDS: usize = 1_000;
/// How far the moments of those who ask at the same time may run ahead of the clock.
const TICK: TimeDelta = TimeDelta::minutes(1);
/// The place of those who ask for themselves: after those whom their officer has put in order.
const UNORDERED: u32 = 1_000;

/// Seats that are asked for, on behalf of one organization.
#[derive(Clone, Debug)]
pub struct NewRegistrations {
    /// On behalf of which; of the network's partners where `None`.
    pub organization: Option<OrganizationId>,
    /// For whom, in the order of the organization's priorities.
    pub people: Vec<NewPerson>,
    /// Whether they want seats together or not at all.
    pub together: bool,
    /// The form's own key: the same request sent twice is one.
    pub request: String,
}

/// Somebody for whom a seat is asked.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Who.
    pub person: PersonId,
    /// The reserved seats to which they declare a right, by key.
    pub qualities: BTreeSet<String>,
    /// What those who prepare the session have to know.
    pub needs: String,
}

/// Requests that wait for the writer.
pub(crate) type Registering = Gathering<Request, Vec<RegistrationId>, Error>;

/// What is done for all of them at once.
pub(crate) fn gathering() -> Registering {
    Gathering::new(|unit, requests| Box::pin(take(unit, requests)))
}

/// A request and who makes it.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    viewer: Viewer,
    network: NetworkId,
    session: TrainingSessionId,
    new: NewRegistrations,
    public_url: String,
}

impl Services {
    /// Asks for seats, for oneself or for an organization's people. The same request twice is one.
    ///
    /// # Errors
    /// Of permission, or a refusal: not open, registered already, not of that organization.
    pub async fn register_for_training(
        &self,
        viewer: &Viewer,
        network: NetworkId,
        session: TrainingSessionId,
        new: NewRegistrations,
    ) -> Result<Vec<RegistrationId>, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network))?;
        viewer.person()?;
        let public_url = self.settings().public_url.clone();
        let request = Request { viewer: viewer.clone(), network, session, new, public_url };
        self.registering().write(self.store(), request).await
    }
}

/// Decides on each in the order in which they came, and writes those that are taken.
async fn take(unit: &Unit, requests: Vec<Request>) -> Result<Vec<Result<Vec<RegistrationId>, Error>>, Error> {
    let known = Known::load(unit, &requests).await?;
    let mut sessions: BTreeMap<TrainingSessionId, Records> = BTreeMap::new();
    let mut through: BTreeSet<(TrainingSessionId, NetworkId)> = BTreeSet::new();
    for request in &requests {
        if through.contains(&(request.session, request.network)) {
            continue;
        }
        match Records::seen_from(unit.read(), request.network, request.session).await {
            Ok(records) => {
                through.insert((request.session, request.network));
                sessions.insert(request.session, records);
            }
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    let mut new: BTreeMap<TrainingSessionId, Vec<registration::Model>> = BTreeMap::new();
    let mut answers = Vec::with_capacity(requests.len());
    for request in &requests {
        let seen = through.contains(&(request.session, request.network));
        let records = sessions.get_mut(&request.session).filter(|_| seen);
        let decided = records.ok_or(Error::NotFound).and_then(|records| {
            let rows = request.decide(unit, &known, records)?;
            let ids = rows.iter().map(|row| RegistrationId(row.id)).collect();
            let fresh: Vec<_> =
                rows.into_iter().filter(|row| records.rows.iter().all(|there| there.id != row.id)).collect();
            records.add(fresh.clone())?;
            new.entry(request.session).or_default().extend(fresh);
            Ok(ids)
        });
        answers.push(decided);
    }
    for (session, rows) in new.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        let Some(records) = sessions.get_mut(&session) else { continue };
        for rows in rows.chunks(ROWS) {
            let rows = rows.iter().cloned().map(|row| row.into_active_model().reset_all());
            registration::Entity::insert_many(rows).exec_without_returning(unit.write()).await?;
        }
        let public_url = requests.first().map(|request| request.public_url.clone()).unwrap_or_default();
        let ids: Vec<RegistrationId> = rows.iter().map(|row| RegistrationId(row.id)).collect();
        letters::moved_on(unit, records, &ids, &public_url).await?;
        settle(unit, records, &public_url).await?;
    }
    Ok(answers)
}

impl Request {
    /// The rows of this request: those that are there where it came before.
    fn decide(&self, unit: &Unit, known: &Known, records: &Records) -> Result<Vec<registration::Model>, Error> {
        let person = self.viewer.person()?;
        let before = records.rows.iter().filter(|row| row.asked_by == person.0 && row.request == self.new.request);
        let before: Vec<_> = before.cloned().collect();
        if !before.is_empty() {
            return Ok(before);
        }
        if !records.course.gives_seats() {
            return Err(Refusal::Named("training-not-open").into());
        }
        let (organization, name) = self.may_ask(known, person)?;
        if self.new.people.len() > PEOPLE {
            return Err(Refusal::Named("training-too-many").into());
        }
        let together = self.new.together.then(|| RegistrationGroupId(unit.id()));
        let pots: BTreeSet<&String> = records.seating.pots.iter().map(|pot| &pot.key).collect();
        let alone = self.new.people.len() == 1 && self.new.people[0].person == person;
        // Identifiers grow in the order in which they were handed in.
        let mut ids: Vec<Uuid> = self.new.people.iter().map(|_| unit.id()).collect();
        ids.sort_unstable();
        let people = (0..).zip(&self.new.people).zip(ids).map(|((place, new), id)| Candidate {
            id: RegistrationId(id),
            person: new.person,
            qualities: new.qualities.iter().filter(|key| pots.contains(key)).cloned().collect(),
            order: if alone { UNORDERED } else { place },
        });
        let scope = Scope::Organization(organization);
        let agreement = known.agreement.contains(&organization.0) && !self.viewer.may(Action::AgreeToTraining, scope);
        // A member of both networks takes part as a member of the session's own.
        let home = records.network();
        let at_home = self.network == home || self.viewer.actor.members_of(home).contains(&organization);
        let guest = (!at_home).then_some(self.network);
        let asking = Asking { organization, guest, people: people.collect(), together, agreement };
        // Those who ask within one tick of the clock keep the order in which they came; a clock that was set back by
        // more than that does not.
        let last = records.registrations.iter().map(|registration| registration.asked).max();
        let last = last.filter(|last| *last < unit.now() + TICK).map(|last| last + TimeDelta::microseconds(1));
        let asked = last.map_or(unit.now(), |last| last.max(unit.now()));
        let placed = register(&records.seating, &records.registrations, &asking, asked)?;
        let mut rows = Vec::with_capacity(placed.len());
        for (placed, new) in placed.iter().zip(&self.new.people) {
            let needs = Some(new.needs.trim()).filter(|needs| !needs.is_empty());
            let more = More {
                organization_name: name.clone(),
                asked_by: person.0,
                request: self.new.request.clone(),
                needs: needs.map(|needs| needs.chars().take(NEEDS).collect()),
                because: None,
            };
            rows.push(row(records.row.id, &placed.registration, more)?);
        }
        let told: Vec<_> = placed
            .iter()
            .map(|placed| {
                let registration = &placed.registration;
                serde_json::json!({
                    "registration": registration.id, "person": registration.person, "place": placed.place,
                    "group": registration.group,
                })
            })
            .collect();
        let told = serde_json::json!({ "session": records.id(), "organization": organization, "registrations": told });
        unit.record(person, Some(self.network.0), "training_asked", told);
        Ok(rows)
    }

    /// On behalf of which organization, and how it is called.
    fn may_ask(&self, known: &Known, person: PersonId) -> Result<(OrganizationId, String), Error> {
        let own = self.new.people.iter().all(|new| new.person == person);
        let Some(organization) = self.new.organization else {
            // Partners are of no member: they ask for themselves, and count as one association.
            self.viewer.require(Action::TakePart, Scope::Network(self.network))?;
            let name = known.networks.get(&self.network.0).cloned().unwrap_or_default();
            return if own { Ok((OrganizationId(self.network.0), name)) } else { Err(Error::NotFound) };
        };
        let scope = Scope::Member(self.network, organization);
        let action = if own { Action::TakePart } else { Action::RegisterStaff };
        self.viewer.require(action, scope)?;
        if !self.viewer.actor.members_of(self.network).contains(&organization) {
            return Err(Error::NotFound);
        }
        for new in &self.new.people {
            if !known.belongs.contains(&(new.person.0, organization.0)) {
                return Err(Refusal::Named("training-not-of-organization").into());
            }
        }
        Ok((organization, known.names.get(&organization.0).cloned().unwrap_or_default()))
    }
}

/// What the decisions need beside the sessions, read once for all.
struct Known {
    /// Who holds a mandate today in which organization.
    belongs: BTreeSet<(Uuid, Uuid)>,
    /// How organizations are called.
    names: BTreeMap<Uuid, String>,
    /// How networks call their partners.
    networks: BTreeMap<Uuid, String>,
    /// Organizations whose managers agree first.
    agreement: BTreeSet<Uuid>,
}

impl Known {
    async fn load(unit: &Unit, requests: &[Request]) -> Result<Self, Error> {
        let database = unit.read();
        let organizations: BTreeSet<Uuid> =
            requests.iter().filter_map(|request| request.new.organization).map(|organization| organization.0).collect();
        let people: BTreeSet<Uuid> =
            requests.iter().flat_map(|request| &request.new.people).map(|new| new.person.0).collect();
        let mut networks = BTreeMap::new();
        let mut today = day_in(chrono_tz::Europe::Paris, unit.now());
        for request in requests {
            if let Entry::Vacant(entry) = networks.entry(request.network.0) {
                let network = network_by_id(database, request.network.0).await?;
                today = day_in(network.zone, unit.now());
                entry.insert(i18n::t!(network.locale, "trainings-partners"));
            }
        }
        let belongs = belonging(database, &organizations, &people, today).await?;
        let organization_ids: Vec<Uuid> = organizations.iter().copied().collect();
        let names = names_of(database, &organization_ids).await?;
        let names = names.into_iter().filter_map(|(id, dated)| Some((id, name_on(&dated, today)?.name.clone())));
        let names = names.collect();
        let practices = practice::Entity::find()
            .filter(practice::Column::OrganizationId.is_in(organizations))
            .filter(practice::Column::Agreement.eq(true))
            .all(database)
            .await?;
        let agreement = practices.into_iter().map(|row| row.organization_id).collect();
        Ok(Self { belongs, names, networks, agreement })
    }
}

/// Who of these people holds a mandate on a day in which of these organizations.
pub(crate) async fn belonging(
    database: &impl ConnectionTrait,
    organizations: &BTreeSet<Uuid>,
    people: &BTreeSet<Uuid>,
    today: chrono::NaiveDate,
) -> Result<BTreeSet<(Uuid, Uuid)>, Error> {
    let rows = mandate::Entity::find()
        .filter(mandate::Column::OrganizationId.is_in(organizations.iter().copied()))
        .filter(mandate::Column::PersonId.is_in(people.iter().copied()))
        .filter(valid_on(today))
        .all(database)
        .await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.person_id, row.organization_id?))).collect())
}
