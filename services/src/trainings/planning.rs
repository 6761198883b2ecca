//! Sessions: planned, announced, confirmed or cancelled by those who organize trainings.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    ids::{HalfDayId, NetworkId, PersonId, TrainingId, TrainingSessionId},
    trainings::{
        State,
        catalogue::Course,
        changes::may_change,
        half_days::HalfDay,
        seating::{Rule, Seating},
    },
};
use entities::{
    Unit,
    trainings::{guest, half_day, registration, session},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::{
    catalogue::row_of,
    letters, needs,
    priorities::priorities_of,
    records::Records,
    session_form::{Read, SessionForm},
    settling::{enqueue, settle},
};
use crate::{Error, Refusal, Services, Viewer, networks::Network, sign_in::fresh_code};

/// A session in a list.
#[derive(Clone, Debug)]
pub struct SessionLine {
    /// Which.
    pub id: TrainingSessionId,
    /// Of which training.
    pub training: TrainingId,
    /// Where it stands.
    pub course: Course,
    /// Where it is held.
    pub place: Option<String>,
    /// Whether one can take part from afar.
    pub remote: bool,
    /// When it begins.
    pub begins_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Until when people register.
    pub closes_at: DateTime<Utc>,
    /// How many seats there are.
    pub capacity: u32,
    /// How many are held.
    pub taken: u32,
    /// How seats are given.
    pub rule: Rule,
    /// How many people await the allocation.
    pub asked: u32,
}

/// The sessions of a network, by training, the next first and what is over after it.
pub(super) async fn sessions_of(
    database: &impl ConnectionTrait,
    network: NetworkId,
    now: DateTime<Utc>,
    whole: bool,
) -> Result<HashMap<TrainingId, Vec<SessionLine>>, Error> {
    let shared = guest::Entity::find().filter(guest::Column::NetworkId.eq(network.0)).all(database).await?;
    let shared = session::Column::Id.is_in(shared.into_iter().map(|row| row.session_id));
    let rows = session::Entity::find()
        .filter(Condition::any().add(session::Column::NetworkId.eq(network.0)).add(shared))
        .order_by_asc(session::Column::BeginsAt)
        .all(database)
        .await?;
    let taken = taken(database, rows.iter().map(|row| row.id).collect(), now).await?;
    let mut lines: HashMap<TrainingId, Vec<SessionLine>> = HashMap::new();
    let (over, coming): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.ends_at < now);
    for row in coming.into_iter().chain(over.into_iter().rev()) {
        let course: Course = row.state.parse()?;
        if course == Course::Planned && !(whole && row.network_id == network.0) {
            continue;
        }
        let seating: Seating = serde_json::from_value(row.seating)?;
        lines.entry(TrainingId(row.training_id)).or_default().push(SessionLine {
            id: TrainingSessionId(row.id),
            training: TrainingId(row.training_id),
            course,
            place: row.place,
            remote: row.remote_url.is_some(),
            begins_at: row.begins_at,
            ends_at: row.ends_at,
            closes_at: seating.closes_at,
            capacity: seating.capacity,
            taken: taken.get(&row.id).map_or(0, |(taken, _)| *taken),
            rule: seating.rule,
            asked: taken.get(&row.id).map_or(0, |(_, asked)| *asked),
        });
    }
    Ok(lines)
}

/// The seats that are held in each of these sessions, and how many people await the allocation.
async fn taken(
    database: &impl ConnectionTrait,
    sessions: Vec<Uuid>,
    now: DateTime<Utc>,
) -> Result<HashMap<Uuid, (u32, u32)>, Error> {
    use State::{Asked, Offered, Seated};
    if sessions.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Uuid, String, Option<DateTime<Utc>>)> = registration::Entity::find()
        .select_only()
        .column(registration::Column::SessionId)
        .column(registration::Column::State)
        .column(registration::Column::HeldUntil)
        .filter(registration::Column::SessionId.is_in(sessions))
        .filter(registration::Column::State.is_in([Asked.as_str(), Offered.as_str(), Seated.as_str()]))
        .into_tuple()
        .all(database)
        .await?;
    let mut found: HashMap<Uuid, (u32, u32)> = HashMap::new();
    for (session, state, until) in rows {
        let (taken, asked) = found.entry(session).or_default();
        match state.parse::<State>()?.at(until, now) {
            Asked => *asked += 1,
            state if state.takes_seat() => *taken += 1,
            _ => {}
        }
    }
    Ok(found)
}

/// Shares a session with other networks. One from which people have registered still sees it when it is not invited
/// any more.
async fn share(unit: &Unit, person: PersonId, session: Uuid, guests: &BTreeMap<NetworkId, u32>) -> Result<(), Error> {
    let before = guest::Entity::find().filter(guest::Column::SessionId.eq(session)).all(unit.read()).await?;
    for row in &before {
        if guests.contains_key(&NetworkId(row.network_id)) {
            continue;
        }
        let registered = registration::Entity::find()
            .filter(registration::Column::SessionId.eq(session))
            .filter(registration::Column::GuestNetworkId.eq(row.network_id));
        if registered.one(unit.read()).await?.is_none() {
            guest::Entity::delete_by_id((session, row.network_id)).exec(unit.write()).await?;
        }
    }
    for (guest, seats) in guests {
        if before.iter().any(|row| row.network_id == guest.0) {
            continue;
        }
        let row = guest::ActiveModel { session_id: Set(session), network_id: Set(guest.0) };
        guest::Entity::insert(row).exec_without_returning(unit.write()).await?;
        // The journal of the other network says so too.
        let told = serde_json::json!({ "session": session, "seats": seats });
        unit.record(person, Some(guest.0), "training_session_shared", told);
    }
    Ok(())
}

impl Services {
    /// Plans a session of a training.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`].
    pub async fn add_session(
        &self,
        viewer: &Viewer,
        network: &Network,
        training: TrainingId,
        form: &SessionForm,
    ) -> Result<TrainingSessionId, Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let known = self.known(network).await?;
        let read = form.read(&known, Uuid::new_v4().simple().to_string())?;
        let (person, home, need) = (viewer.person()?, network.clone(), form.need);
        let public_url = self.settings().public_url.clone();
        self.store()
            .write(move |unit| {
                let (read, home, public_url) = (read.clone(), home.clone(), public_url.clone());
                Box::pin(async move {
                    let network = home.id;
                    row_of(unit.read(), network, training).await?;
                    let id = unit.id();
                    let Read { place, remote_url, instructions, half_days, seating } = read;
                    let row = session::ActiveModel {
                        id: Set(id),
                        training_id: Set(training.0),
                        network_id: Set(network.0),
                        state: Set(Course::Planned.to_string()),
                        place: Set(place),
                        remote_url: Set(remote_url),
                        instructions: Set(instructions),
                        begins_at: Set(seating.begins_at),
                        ends_at: Set(ends(&half_days)),
                        seating: Set(serde_json::to_value(&seating)?),
                        allocation: Set(None),
                        version: Set(0),
                        created_at: Set(unit.now()),
                        reminded_at: Set(None),
                    };
                    session::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    write_half_days(unit, id, &half_days).await?;
                    share(unit, person, id, &seating.guests).await?;
                    let told = serde_json::json!({ "training": training, "session": id, "seating": seating });
                    unit.record(person, Some(network.0), "training_session_planned", told);
                    if let Some(need) = need {
                        needs::answer(unit, person, &home, need, training, &public_url).await?;
                    }
                    Ok(TrainingSessionId(id))
                })
            })
            .await
    }

    /// Changes a session. Nobody loses a seat by it: where there are fewer seats than are held, or an association holds
    /// more than it might, that has to be acknowledged.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], [`Error::Conflict`], or a refusal.
    pub async fn change_session(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingSessionId,
        form: &SessionForm,
    ) -> Result<(), Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let known = self.known(network).await?;
        let read = form.read(&known, String::new())?;
        let (person, network, public_url) = (viewer.person()?, network.id, self.settings().public_url.clone());
        let (acknowledged, version) = (form.acknowledged, form.version);
        self.store()
            .write(move |unit| {
                let (read, public_url) = (read.clone(), public_url.clone());
                Box::pin(async move {
                    let mut records = Records::load(unit.read(), network, id).await?;
                    if version.is_some_and(|version| version != records.row.version) {
                        return Err(Error::Conflict);
                    }
                    if records.course == Course::Cancelled {
                        return Err(Refusal::Named("training-cancelled").into());
                    }
                    let Read { place, remote_url, instructions, half_days, seating } = read;
                    // The lot stays as it was published, and so do the priorities.
                    let Seating { seed, priorities, .. } = records.seating.clone();
                    let seating = Seating { seed, priorities, ..seating };
                    may_change(&records.seating, &seating, &records.registrations, acknowledged, unit.now())?;
                    let before = half_day::Entity::find()
                        .filter(half_day::Column::SessionId.eq(id.0))
                        .order_by_asc(half_day::Column::StartsAt)
                        .all(unit.read())
                        .await?;
                    let times = |days: &[HalfDay]| days.iter().map(|day| (day.starts, day.ends)).collect::<Vec<_>>();
                    let moved = before.iter().map(|row| (row.starts_at, row.ends_at)).collect::<Vec<_>>()
                        != times(&half_days)
                        || records.row.place != place
                        || records.row.remote_url != remote_url;
                    let change = session::ActiveModel {
                        id: Set(id.0),
                        place: Set(place.clone()),
                        remote_url: Set(remote_url.clone()),
                        instructions: Set(instructions.clone()),
                        begins_at: Set(seating.begins_at),
                        ends_at: Set(ends(&half_days)),
                        seating: Set(serde_json::to_value(&seating)?),
                        version: Set(records.row.version + 1),
                        ..Default::default()
                    };
                    records.row = change.update(unit.write()).await?;
                    records.seating = seating;
                    rewrite_half_days(unit, id.0, &before, &half_days).await?;
                    share(unit, person, id.0, &records.seating.guests).await?;
                    let told = serde_json::json!({
                        "session": id, "seating": records.seating, "acknowledged": acknowledged,
                    });
                    unit.record(person, Some(network.0), "training_session_changed", told);
                    if records.course.gives_seats() {
                        enqueue(unit, &records).await?;
                        if moved {
                            letters::moved(unit, &records, &public_url).await?;
                        }
                        settle(unit, &mut records, &public_url).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    /// Announces a session, confirms that it takes place, or cancels it. Who has a seat, or waits, is written to.
    ///
    /// # Errors
    /// Of permission, or a refusal: it does not lead on from where the session stands, too few people.
    pub async fn move_session(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingSessionId,
        next: Course,
    ) -> Result<(), Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let (person, network, public_url) = (viewer.person()?, network.id, self.settings().public_url.clone());
        self.store()
            .write(move |unit| {
                let public_url = public_url.clone();
                Box::pin(async move {
                    let mut records = Records::load(unit.read(), network, id).await?;
                    if records.course == next {
                        return Ok(());
                    }
                    // What has been held is not taken back.
                    if !records.course.may_become(next) || records.row.ends_at <= unit.now() {
                        return Err(Refusal::Named("training-course").into());
                    }
                    // What is announced is how seats will be given.
                    if next == Course::Announced {
                        records.seating.priorities = priorities_of(unit.read(), network).await?;
                    }
                    let change = session::ActiveModel {
                        id: Set(id.0),
                        state: Set(next.to_string()),
                        seating: Set(serde_json::to_value(&records.seating)?),
                        version: Set(records.row.version + 1),
                        ..Default::default()
                    };
                    records.row = change.update(unit.write()).await?;
                    records.course = next;
                    let told = serde_json::json!({ "session": id, "state": next });
                    unit.record(person, Some(network.0), "training_session_moved", told);
                    match next {
                        Course::Planned => {}
                        Course::Announced => enqueue(unit, &records).await?,
                        Course::Confirmed | Course::Cancelled => {
                            letters::course(unit, &records, &public_url).await?;
                        }
                    }
                    Ok(())
                })
            })
            .await
    }
}

fn ends(half_days: &[HalfDay]) -> DateTime<Utc> {
    half_days.iter().map(|day| day.ends).max().unwrap_or_default()
}

async fn write_half_days(unit: &Unit, session: Uuid, half_days: &[HalfDay]) -> Result<(), Error> {
    let mut rows = Vec::with_capacity(half_days.len());
    for day in half_days {
        rows.push(half_day::ActiveModel {
            id: Set(unit.id()),
            session_id: Set(session),
            starts_at: Set(day.starts),
            ends_at: Set(day.ends),
            code: Set(Some(fresh_code()?)),
        });
    }
    half_day::Entity::insert_many(rows).exec_without_returning(unit.write()).await?;
    Ok(())
}

/// Half-days keep their identifiers in their order: what was noted of them stays theirs. Those beyond are added or go.
async fn rewrite_half_days(
    unit: &Unit,
    session: Uuid,
    before: &[half_day::Model],
    half_days: &[HalfDay],
) -> Result<(), Error> {
    for (row, day) in before.iter().zip(half_days) {
        let change = half_day::ActiveModel {
            id: Set(row.id),
            starts_at: Set(day.starts),
            ends_at: Set(day.ends),
            ..Default::default()
        };
        change.update(unit.write()).await?;
    }
    for row in before.iter().skip(half_days.len()) {
        let noted = entities::trainings::mark::Entity::find()
            .filter(entities::trainings::mark::Column::HalfDayId.eq(row.id))
            .one(unit.read())
            .await?;
        if noted.is_some() {
            return Err(Refusal::Named("training-half-day-noted").into());
        }
        half_day::Entity::delete_by_id(row.id).exec(unit.write()).await?;
    }
    match half_days.get(before.len()..) {
        Some(more) if !more.is_empty() => write_half_days(unit, session, more).await,
        _ => Ok(()),
    }
}

/// The half-days of sessions, in their order.
pub(super) async fn half_days_of(
    database: &impl ConnectionTrait,
    sessions: Vec<Uuid>,
) -> Result<BTreeMap<TrainingSessionId, Vec<HalfDay>>, Error> {
    let rows = half_day::Entity::find()
        .filter(half_day::Column::SessionId.is_in(sessions))
        .order_by_asc(half_day::Column::StartsAt)
        .all(database)
        .await?;
    let mut found: BTreeMap<TrainingSessionId, Vec<HalfDay>> = BTreeMap::new();
    for row in rows {
        let day = HalfDay { id: HalfDayId(row.id), starts: row.starts_at, ends: row.ends_at };
        found.entry(TrainingSessionId(row.session_id)).or_default().push(day);
    }
    Ok(found)
}
