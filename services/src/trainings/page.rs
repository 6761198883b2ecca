//! A session as one person sees it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    ids::{OrganizationId, PersonId, RegistrationId, TrainingSessionId},
    people::Holder,
    trainings::{
        Registration, State,
        allocation::Allocation,
        catalogue::Course,
        changes::{Confirmation, confirmation},
        half_days::{HalfDay, clashes},
        moves::cancel,
        seating::{Seating, Tally},
        waiting::{Wait, waiting_list},
    },
};
use entities::{
    people::mandate,
    trainings::{practice, registration, session},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    attendance::may_mark,
    catalogue::Training,
    costs::{Costs, costs_of},
    evaluations::awaited,
    moves::{Move, Standing},
    planning::half_days_of,
    records::{Records, people},
    session_form::{SessionForm, written},
};
use crate::{
    Error, Services, Viewer, day_in,
    networks::{Network, name_of, names_of},
    people::name_for,
    people::valid_on,
    text::fold,
};

/// A session as one person sees it.
#[derive(Clone, Debug)]
pub struct SessionPage {
    /// Which.
    pub id: TrainingSessionId,
    /// The network that holds it, where it is looked at from another one.
    pub home: Option<Network>,
    /// The networks with which it is shared.
    pub guests: Vec<Guest>,
    /// The associations that come first where seats are given out after the close, by priority.
    pub priorities: Vec<(u32, Vec<String>)>,
    /// Of which training.
    pub training: Training,
    /// Where it stands.
    pub course: Course,
    /// Where it is held.
    pub place: Option<String>,
    /// Where, from afar; for those who have a seat and those who prepare it.
    pub remote_url: Option<String>,
    /// Whether one can take part from afar.
    pub remote: bool,
    /// How to get there, for the same.
    pub instructions: Option<String>,
    /// Its half-days, in their order.
    pub half_days: Vec<HalfDay>,
    /// Its rules about seats.
    pub seating: Seating,
    /// Seats that are held.
    pub taken: u32,
    /// People who wait.
    pub waiting: u32,
    /// Whether it has the people that it needs.
    pub confirmation: Confirmation,
    /// The allocation, once it has run.
    pub allocation: Option<Allocation>,
    /// Registrations that are the viewer's business: their own, their organization's, all for those who organize.
    pub lines: Vec<Line>,
    /// For whom the viewer may ask.
    pub employers: Vec<Employer>,
    /// Whether the viewer may ask as a partner of the network.
    pub partner: bool,
    /// The viewer.
    pub viewer: Option<PersonId>,
    /// Whether the viewer organizes trainings.
    pub may_organize: bool,
    /// Whether the viewer takes down who is there.
    pub may_mark: bool,
    /// Whether it is over.
    pub over: bool,
    /// Whether the viewer is asked what they thought of it.
    pub evaluates: bool,
    /// Whether people were asked what they thought of it.
    pub evaluated: bool,
    /// What it cost, for those who organize.
    pub costs: Option<Costs>,
}

/// Another network whose members may take part.
#[derive(Clone, Debug)]
pub struct Guest {
    /// Which.
    pub network: Network,
    /// How many seats its members may hold together.
    pub seats: u32,
    /// How many they hold.
    pub taken: u32,
}

/// An organization of the viewer's.
#[derive(Clone, Debug)]
pub struct Employer {
    /// Which.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// Its people who may be registered, by name, where the viewer registers them.
    pub staff: Option<Vec<(PersonId, String)>>,
    /// Whether its managers agree first.
    pub agreement: bool,
    /// Whether the viewer is one of them.
    pub may_agree: bool,
    /// How many seats it may hold.
    pub quota: Option<u32>,
    /// How many it holds.
    pub taken: u32,
}

/// A registration.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub id: RegistrationId,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Whether it is the viewer.
    pub own: bool,
    /// On behalf of which organization.
    pub organization: OrganizationId,
    /// How it was called then.
    pub organization_name: String,
    /// Where it stands.
    pub state: State,
    /// From which reserved seats.
    pub pot: Option<String>,
    /// Until when an offer holds the seat.
    pub until: Option<DateTime<Utc>>,
    /// When it was asked for.
    pub asked: DateTime<Utc>,
    /// The place on the waiting list, and why there is no offer yet.
    pub waits: Option<(u32, Wait)>,
    /// Why there was a seat or none when seats were given out; see `domain::trainings::allocation::Because`.
    pub because: Option<domain::trainings::allocation::Because>,
    /// Why the association or the organizer decided as they did.
    pub reason: Option<String>,
    /// Diet and needs, for those who prepare the session and the person.
    pub needs: Option<String>,
    /// Whether the person has a seat in another session at the same time.
    pub clashes: bool,
    /// What the viewer may do now.
    pub moves: Vec<MoveKind>,
}

/// What can be done with a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveKind {
    /// Agree.
    Agree,
    /// Say no, with a reason.
    Refuse,
    /// Withdraw.
    Cancel,
    /// Take the offer.
    Accept,
    /// Not take it.
    Decline,
    /// Seat out of order, with a reason.
    Seat,
    /// Give to a colleague.
    Transfer,
}

impl MoveKind {
    const ALL: [(Self, Move, State); 7] = [
        (Self::Accept, Move::Accept, State::Seated),
        (Self::Decline, Move::Decline, State::Declined),
        (Self::Agree, Move::Agree, State::Asked),
        (Self::Seat, Move::Seat { reason: String::new() }, State::Seated),
        (Self::Refuse, Move::Refuse { reason: String::new() }, State::Refused),
        (Self::Transfer, Move::Transfer { to: PersonId(Uuid::nil()) }, State::Transferred),
        (Self::Cancel, Move::Cancel, State::Cancelled),
    ];

    /// What may be done with a registration that stands here.
    fn of(standing: &Standing, state: State) -> Vec<Self> {
        let leads = |kind: Self, next: State| match kind {
            Self::Accept => state == State::Offered,
            Self::Agree => state == State::AwaitingAgreement,
            Self::Seat => matches!(state, State::Asked | State::Waiting),
            _ => state.may_become(next),
        };
        let may = Self::ALL.into_iter().filter(|(kind, wanted, next)| leads(*kind, *next) && standing.may(wanted));
        may.map(|(kind, ..)| kind).collect()
    }

    /// The same at a moment: nothing once the session has begun, and no seat is given back too late.
    fn now(seating: &Seating, registration: &Registration, standing: &Standing, now: DateTime<Utc>) -> Vec<Self> {
        if seating.begins_at <= now {
            return Vec::new();
        }
        let mut kinds = Self::of(standing, registration.state_at(now));
        if cancel(seating, registration, standing.organizer, now).is_err() {
            kinds.retain(|kind| *kind != Self::Cancel);
        }
        kinds
    }
}

impl SessionPage {
    /// Who is registered already, of those whom the viewer sees.
    #[must_use]
    pub fn registered(&self) -> BTreeSet<PersonId> {
        self.lines.iter().filter(|line| line.state.is_live()).map(|line| line.person).collect()
    }
}

impl Services {
    /// A session for one viewer.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn training_session(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingSessionId,
    ) -> Result<SessionPage, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let database = self.store().read();
        let records = Records::seen_from(database, network.id, id).await?;
        let home = records.network();
        let may_organize = home == network.id && viewer.may(Action::OrganizeTrainings, Scope::Network(home));
        if records.course == Course::Planned && !may_organize {
            return Err(Error::NotFound);
        }
        let now = self.now();
        let half_days = half_days_of(database, vec![id.0]).await?.remove(&id).unwrap_or_default();
        let lines = lines(database, viewer, &records, &half_days, now).await?;
        let seated = lines.iter().any(|line| line.own && line.state == State::Seated);
        let may_mark = may_mark(database, viewer, &records).await?;
        let inside = seated || may_organize || may_mark;
        let tally = Tally::new(&records.seating, &records.registrations, now);
        let waiting = records.registrations.iter().filter(|it| it.state_at(now) == State::Waiting).count();
        let employers = self.employers(viewer, network, &records).await?;
        let (evaluates, evaluated) = awaited(database, viewer, &records, now).await?;
        let costs = if may_organize { Some(costs_of(database, id).await?) } else { None };
        let row = &records.row;
        let shared = home != network.id || !records.seating.guests.is_empty();
        let networks = if shared { self.networks().await? } else { Vec::new() };
        let through = |guest: Network| {
            let seats = records.seating.guests.get(&guest.id).copied()?;
            let taken = tally.taken_through(guest.id);
            Some(Guest { network: guest, seats, taken })
        };
        let priorities = self.named_priorities(network, &records.seating).await?;
        Ok(SessionPage {
            id,
            home: networks.iter().find(|it| it.id == home && home != network.id).cloned(),
            guests: networks.into_iter().filter_map(through).collect(),
            priorities,
            training: records.training.clone().try_into()?,
            course: records.course,
            place: row.place.clone(),
            remote: row.remote_url.is_some(),
            remote_url: row.remote_url.clone().filter(|_| inside),
            instructions: Some(row.instructions.clone()).filter(|text| inside && !text.is_empty()),
            half_days,
            taken: tally.taken(),
            waiting: u32::try_from(waiting).unwrap_or(u32::MAX),
            confirmation: confirmation(&records.seating, &records.registrations),
            allocation: row.allocation.clone().map(serde_json::from_value).transpose()?,
            lines,
            partner: employers.is_empty() && viewer.may(Action::TakePart, Scope::Network(network.id)),
            employers,
            viewer: viewer.actor.person(),
            may_organize,
            may_mark,
            over: records.row.ends_at <= now,
            evaluates,
            evaluated,
            costs,
            seating: records.seating,
        })
    }

    /// The form of a session, as it would be typed.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn session_form(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingSessionId,
    ) -> Result<SessionForm, Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let records = Records::load(self.store().read(), network.id, id).await?;
        written(self.store().read(), &records, &self.networks().await?).await
    }

    /// The organizations for which the viewer may ask.
    async fn employers(&self, viewer: &Viewer, network: &Network, records: &Records) -> Result<Vec<Employer>, Error> {
        let database = self.store().read();
        let today = day_in(network.zone, self.now());
        let organizations: Vec<Uuid> = viewer
            .actor
            .members_of(network.id)
            .into_iter()
            .filter(|id| viewer.actor.mandates().iter().any(|mandate| mandate.holder == Holder::Organization(*id)))
            .map(|organization| organization.0)
            .collect();
        let names = names_of(database, &organizations).await?;
        let staff = staff(database, &organizations, today).await?;
        let agreed = practice::Entity::find()
            .filter(practice::Column::OrganizationId.is_in(organizations.iter().copied()))
            .all(database)
            .await?;
        let tally = Tally::new(&records.seating, &records.registrations, self.now());
        let mut employers: Vec<Employer> = organizations
            .into_iter()
            .map(|id| {
                let organization = OrganizationId(id);
                let registers = viewer.may(Action::RegisterStaff, Scope::Member(network.id, organization));
                Employer {
                    organization,
                    name: name_of(&names, id, today),
                    staff: registers.then(|| staff.get(&id).cloned().unwrap_or_default()),
                    agreement: agreed.iter().any(|row| row.organization_id == id && row.agreement),
                    may_agree: viewer.may(Action::AgreeToTraining, Scope::Organization(organization)),
                    quota: records.seating.quota_of(organization),
                    taken: tally.taken_by(organization),
                }
            })
            .collect();
        employers.sort_by_cached_key(|employer| fold(&employer.name));
        Ok(employers)
    }
}

/// The people of organizations today, by name.
pub(crate) async fn staff(
    database: &impl ConnectionTrait,
    organizations: &[Uuid],
    today: chrono::NaiveDate,
) -> Result<BTreeMap<Uuid, Vec<(PersonId, String)>>, Error> {
    let rows = mandate::Entity::find()
        .filter(mandate::Column::OrganizationId.is_in(organizations.iter().copied()))
        .filter(valid_on(today))
        .all(database)
        .await?;
    let known = people(database, rows.iter().map(|row| row.person_id)).await?;
    let mut found: BTreeMap<Uuid, BTreeMap<PersonId, String>> = BTreeMap::new();
    for row in rows {
        let person = PersonId(row.person_id);
        if let (Some(organization), Some(known)) = (row.organization_id, known.get(&person)) {
            found.entry(organization).or_default().insert(person, known.name.clone());
        }
    }
    let sorted = |people: BTreeMap<PersonId, String>| {
        let mut people: Vec<_> = people.into_iter().collect();
        people.sort_by_cached_key(|(_, name)| fold(name));
        people
    };
    Ok(found.into_iter().map(|(organization, people)| (organization, sorted(people))).collect())
}

/// The registrations that are a viewer's business: own ones first, then by organization and name.
async fn lines(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    records: &Records,
    half_days: &[HalfDay],
    now: DateTime<Utc>,
) -> Result<Vec<Line>, Error> {
    let network = records.network();
    let waiting: BTreeMap<RegistrationId, (u32, Wait)> = waiting_list(&records.seating, &records.registrations, now)
        .into_iter()
        .map(|waiting| (waiting.registration, (waiting.position, waiting.because)))
        .collect();
    let seen: Vec<_> = records
        .rows
        .iter()
        .zip(&records.registrations)
        .map(|(row, registration)| (row, registration, Standing::of(viewer, network, registration)))
        .filter(|(.., standing)| standing.sees())
        .collect();
    let known = people(database, seen.iter().map(|(row, ..)| row.person_id)).await?;
    let busy = busy(database, records, half_days, seen.iter().map(|(row, ..)| row.person_id).collect()).await?;
    let mut lines = Vec::with_capacity(seen.len());
    for (row, registration, standing) in seen {
        let state = registration.state_at(now);
        // Those who organize trainings know some people by a pseudonym only.
        let close = standing.own || standing.officer || standing.manager;
        let name = known.get(&registration.person).map(|person| name_for(person, close)).unwrap_or_default();
        let because = row.because.clone().and_then(|because| serde_json::from_value(because).ok());
        lines.push(Line {
            id: registration.id,
            person: registration.person,
            name,
            own: standing.own,
            organization: registration.organization,
            organization_name: row.organization_name.clone(),
            state,
            pot: registration.pot.clone(),
            until: registration.until.filter(|_| state == State::Offered),
            asked: registration.asked,
            waits: waiting.get(&registration.id).cloned(),
            because,
            reason: row.reason.clone(),
            needs: row.needs.clone().filter(|_| standing.own || standing.organizer),
            clashes: state.is_live() && busy.contains(&registration.person),
            moves: MoveKind::now(&records.seating, registration, &standing, now),
        });
    }
    // What awaits an agreement comes first: it waits for whoever reads this.
    let waits = |line: &Line| line.state == State::AwaitingAgreement && line.moves.contains(&MoveKind::Agree);
    lines.sort_by_cached_key(|line| {
        let place = (!line.own, !waits(line), !line.state.is_live());
        (place, fold(&line.organization_name), fold(&line.name))
    });
    Ok(lines)
}

/// Which of these people have a seat in another session of the network at the same time.
async fn busy(
    database: &impl ConnectionTrait,
    records: &Records,
    half_days: &[HalfDay],
    people: Vec<Uuid>,
) -> Result<BTreeSet<PersonId>, Error> {
    if people.is_empty() {
        return Ok(BTreeSet::new());
    }
    let others = session::Entity::find()
        .filter(session::Column::Id.ne(records.row.id))
        .filter(session::Column::BeginsAt.lt(records.row.ends_at))
        .filter(session::Column::EndsAt.gt(records.row.begins_at))
        .filter(session::Column::State.ne(Course::Cancelled.as_str()))
        .all(database)
        .await?;
    let days = half_days_of(database, others.iter().map(|row| row.id).collect()).await?;
    let days: Vec<_> = days.into_iter().collect();
    let clashing: BTreeSet<Uuid> = clashes(half_days, &days).into_iter().map(|clash| clash.session.0).collect();
    if clashing.is_empty() {
        return Ok(BTreeSet::new());
    }
    let rows = registration::Entity::find()
        .filter(registration::Column::SessionId.is_in(clashing))
        .filter(registration::Column::PersonId.is_in(people))
        .filter(registration::Column::State.eq(State::Seated.as_str()))
        .all(database)
        .await?;
    Ok(rows.into_iter().map(|row| PersonId(row.person_id)).collect())
}
