//! What trainings amounted to, for those who organize them, and for officers of members about their own people.
//! The sums are in `domain::trainings::figures`; here is read what they are made of.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::{
    access::{Action, Scope},
    ids::{NetworkId, OrganizationId, PersonId, RegistrationId, TrainingId, TrainingSessionId},
    organizations::name_on,
    trainings::{
        State,
        attendance::{Attendance, Sheet, merge},
        catalogue::{Course, Details},
        evaluation::{Answers, Average, Question, satisfaction},
        figures::{Counted, Entry, Figures, People, by, price, total},
        half_days::HalfDay,
        seating::Seating,
    },
};
use entities::{
    organizations::site,
    trainings::{cost, evaluation, evaluation_sheet, registration, session, training},
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{
    attendance::marks_of,
    costs::Costs,
    planning::half_days_of,
    records::{moment, people},
};
use crate::{
    Error, Refusal, Services, Viewer, day_in,
    networks::{Network, names_of},
    people::name_for,
    text::fold,
};

/// Half-days in one statement: SQLite takes so many parameters and no more.
const ROWS: usize = 10_000;

/// Which sessions and registrations are counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FiguresFilter {
    /// Sessions that begin on this day or later.
    pub from: Option<NaiveDate>,
    /// Sessions that begin on this day or before.
    pub to: Option<NaiveDate>,
    /// Of this training alone.
    pub training: Option<TrainingId>,
    /// On behalf of this association alone.
    pub organization: Option<OrganizationId>,
    /// On behalf of associations of this territory alone.
    pub territory: Option<String>,
    /// Whether people's names are wanted, for a file.
    pub named: bool,
}

/// The figures.
#[derive(Clone, Debug, Default)]
pub struct FiguresPage {
    /// Whether whole sessions are counted. Otherwise some associations' people alone are, and what belongs to a session
    /// as a whole (seats, opinions, cost) is left out.
    pub whole: bool,
    /// Everything together.
    pub total: Figures,
    /// The sessions, the latest first.
    pub sessions: Vec<SessionFigures>,
    /// The associations, those with most seats first.
    pub organizations: Vec<OrganizationFigures>,
    /// The territories, those with most seats first; `None` for people of no association and for associations without an
    /// address.
    pub territories: Vec<(Option<String>, People)>,
    /// Everybody who registered, in the order of sessions and of time.
    pub registrations: Vec<RegistrationFigures>,
    /// The network's trainings, by title, to choose from.
    pub trainings: Vec<(TrainingId, String)>,
    /// The associations, by name, to choose from.
    pub known_organizations: Vec<(OrganizationId, String)>,
    /// The territories, by name, to choose from.
    pub known_territories: Vec<String>,
}

/// A session and what it amounts to.
#[derive(Clone, Debug)]
pub struct SessionFigures {
    /// Which.
    pub id: TrainingSessionId,
    /// The title of its training.
    pub title: String,
    /// The day on which it begins.
    pub day: NaiveDate,
    /// Where.
    pub place: Option<String>,
    /// What it amounts to.
    pub figures: Figures,
    /// What it cost.
    pub costs: Costs,
}

/// An association and what its people amount to.
#[derive(Clone, Debug)]
pub struct OrganizationFigures {
    /// Which.
    pub id: OrganizationId,
    /// How it is called.
    pub name: String,
    /// Where it is.
    pub territory: Option<String>,
    /// What its people amount to.
    pub people: People,
}

/// A registration, without what was asked about diet and needs.
#[derive(Clone, Debug)]
pub struct RegistrationFigures {
    /// The title of the training.
    pub title: String,
    /// The day on which the session begins.
    pub day: NaiveDate,
    /// Who; empty where names were not asked for.
    pub name: String,
    /// On behalf of which association, as it was called then.
    pub organization: String,
    /// Where the association is.
    pub territory: Option<String>,
    /// The day of asking.
    pub asked: NaiveDate,
    /// Where it stands, and who was there for how long.
    pub entry: Entry,
}

/// A registration, without what was asked about diet and needs.
struct Row {
    id: Uuid,
    session: Uuid,
    person: Uuid,
    organization: OrganizationId,
    organization_name: String,
    state: State,
    asked: DateTime<Utc>,
}

/// A session as it is stored.
struct Stored {
    id: Uuid,
    training: Uuid,
    place: Option<String>,
    begins_at: DateTime<Utc>,
    capacity: u32,
}

impl Services {
    /// What a network's trainings amount to: everything for those who organize, their own people for officers of members.
    ///
    /// # Errors
    /// Of permission, or a refusal for everybody else.
    pub async fn training_figures(
        &self,
        viewer: &Viewer,
        network: &Network,
        filter: &FiguresFilter,
    ) -> Result<FiguresPage, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let own = own(viewer, network.id)?;
        let (database, now) = (self.store().read(), self.now());
        let trainings = trainings(database, network.id).await?;
        let sessions = sessions(database, network, filter).await?;
        let ids: Vec<Uuid> = sessions.iter().map(|session| session.id).collect();
        let mut rows = rows(database, &ids, own.as_ref(), now).await?;
        let places = Places::load(database, network, &rows, day_in(network.zone, now)).await?;
        let mut page = FiguresPage {
            whole: own.is_none() && filter.organization.is_none() && filter.territory.is_none(),
            known_organizations: places.organizations(),
            known_territories: places.territories(),
            ..FiguresPage::default()
        };
        page.trainings = trainings.iter().map(|(id, (title, _))| (TrainingId(*id), title.clone())).collect();
        page.trainings.sort_by_cached_key(|(_, title)| fold(title));
        rows.retain(|row| {
            filter.organization.is_none_or(|wanted| wanted == row.organization)
                && filter.territory.as_ref().is_none_or(|wanted| places.territory(row.organization) == Some(wanted))
        });
        let half_days = half_days_of(database, ids.clone()).await?;
        let sheet = sheet(database, &half_days).await?;
        let (opinions, costs) = if page.whole {
            (opinions(database, &ids).await?, costs(database, &ids).await?)
        } else {
            (BTreeMap::new(), BTreeMap::new())
        };
        let known =
            if filter.named { people(database, rows.iter().map(|row| row.person)).await? } else { BTreeMap::new() };
        let mut of_session: HashMap<Uuid, Vec<Row>> = HashMap::new();
        for row in rows {
            of_session.entry(row.session).or_default().push(row);
        }
        let mut all: Vec<Counted> = Vec::with_capacity(sessions.len());
        for session in sessions {
            let rows = of_session.remove(&session.id).unwrap_or_default();
            if rows.is_empty() && !page.whole {
                continue;
            }
            let id = TrainingSessionId(session.id);
            let (title, details) = trainings.get(&session.training).ok_or(Error::NotFound)?;
            let days = half_days.get(&id).map_or(&[][..], Vec::as_slice);
            let entry = |row: &Row| entry(row, days, &sheet, details, network.id, now);
            let day = day_in(network.zone, session.begins_at);
            let costs = costs.get(&session.id).copied().unwrap_or_default();
            let counted = Counted {
                session: id,
                training: TrainingId(session.training),
                capacity: if page.whole { session.capacity } else { 0 },
                begun: session.begins_at <= now,
                satisfaction: opinions.get(&session.id).copied(),
                cost: costs.cost,
                funding: costs.funding,
                entries: rows.iter().map(entry).collect(),
            };
            for (row, entry) in rows.iter().zip(&counted.entries) {
                let name = known.get(&PersonId(row.person)).map(|person| name_for(person, own.is_some()));
                page.registrations.push(RegistrationFigures {
                    title: title.clone(),
                    day,
                    name: name.unwrap_or_default(),
                    organization: row.organization_name.clone(),
                    territory: places.territory(row.organization).cloned(),
                    asked: day_in(network.zone, row.asked),
                    entry: *entry,
                });
            }
            let figures = Figures::of(&counted);
            page.sessions.push(SessionFigures { id, title: title.clone(), day, place: session.place, figures, costs });
            all.push(counted);
        }
        page.total = total(&all);
        let organizations = by(&all, |organization| organization);
        page.organizations = organizations.into_iter().map(|(id, people)| places.figures(id, people)).collect();
        let most = |people: &People| (u64::MAX - people.seated, u64::MAX - people.registrations);
        page.organizations.sort_by_cached_key(|it| (most(&it.people), fold(&it.name)));
        page.territories = by(&all, |organization| places.territory(organization).cloned()).into_iter().collect();
        page.territories.sort_by_key(|(_, people)| most(people));
        Ok(page)
    }
}

/// Whether somebody sees figures of a network's trainings, all of them or their own association's.
#[must_use]
pub fn sees_figures(viewer: &Viewer, network: NetworkId) -> bool {
    own(viewer, network).is_ok()
}

/// The associations whose people somebody sees; all where they organize.
fn own(viewer: &Viewer, network: NetworkId) -> Result<Option<BTreeSet<OrganizationId>>, Error> {
    if viewer.may(Action::OrganizeTrainings, Scope::Network(network)) {
        return Ok(None);
    }
    let mut own = viewer.actor.members_of(network);
    own.retain(|organization| viewer.may(Action::RegisterStaff, Scope::Member(network, *organization)));
    if own.is_empty() { Err(Refusal::Named("training-no-figures").into()) } else { Ok(Some(own)) }
}

/// Titles and what the catalogue says, by training.
async fn trainings(
    database: &impl ConnectionTrait,
    network: NetworkId,
) -> Result<BTreeMap<Uuid, (String, Details)>, Error> {
    let rows = training::Entity::find().filter(training::Column::NetworkId.eq(network.0)).all(database).await?;
    rows.into_iter().map(|row| Ok((row.id, (row.title, serde_json::from_value(row.details)?)))).collect()
}

/// The sessions that were announced and not cancelled, the latest first.
async fn sessions(
    database: &impl ConnectionTrait,
    network: &Network,
    filter: &FiguresFilter,
) -> Result<Vec<Stored>, Error> {
    use session::Column as C;
    type Tuple = (Uuid, Uuid, Option<String>, DateTime<Utc>, serde_json::Value);
    let midnight = |day: NaiveDate| moment(network.zone, day.and_time(NaiveTime::MIN));
    let wanted = Condition::all()
        .add(C::NetworkId.eq(network.id.0))
        .add(C::State.is_in([Course::Announced.as_str(), Course::Confirmed.as_str()]))
        .add_option(filter.from.map(|day| C::BeginsAt.gte(midnight(day))))
        .add_option(filter.to.and_then(|day| day.succ_opt()).map(|day| C::BeginsAt.lt(midnight(day))))
        .add_option(filter.training.map(|training| C::TrainingId.eq(training.0)));
    // Without the allocation, which has an entry for everybody who asked.
    let rows: Vec<Tuple> = session::Entity::find()
        .select_only()
        .columns([C::Id, C::TrainingId, C::Place, C::BeginsAt, C::Seating])
        .filter(wanted)
        .order_by_desc(C::BeginsAt)
        .order_by_desc(C::Id)
        .into_tuple()
        .all(database)
        .await?;
    rows.into_iter()
        .map(|(id, training, place, begins_at, seating)| {
            let seating: Seating = serde_json::from_value(seating)?;
            Ok(Stored { id, training, place, begins_at, capacity: seating.capacity })
        })
        .collect()
}

/// Registrations of these sessions, in the order of time.
async fn rows(
    database: &impl ConnectionTrait,
    sessions: &[Uuid],
    own: Option<&BTreeSet<OrganizationId>>,
    now: DateTime<Utc>,
) -> Result<Vec<Row>, Error> {
    use registration::Column as C;
    type Tuple = (Uuid, Uuid, Uuid, Uuid, String, String, Option<DateTime<Utc>>, DateTime<Utc>);
    let wanted = Condition::all()
        .add(C::SessionId.is_in(sessions.iter().copied()))
        .add_option(own.map(|own| C::OrganizationId.is_in(own.iter().map(|organization| organization.0))));
    let columns =
        [C::Id, C::SessionId, C::PersonId, C::OrganizationId, C::OrganizationName, C::State, C::HeldUntil, C::AskedAt];
    let rows: Vec<Tuple> = registration::Entity::find()
        .select_only()
        .columns(columns)
        .filter(wanted)
        .order_by_asc(C::AskedAt)
        .order_by_asc(C::Id)
        .into_tuple()
        .all(database)
        .await?;
    rows.into_iter()
        .map(|(id, session, person, organization, organization_name, state, until, asked)| {
            let state = state.parse::<State>()?.at(until, now);
            let organization = OrganizationId(organization);
            Ok(Row { id, session, person, organization, organization_name, state, asked })
        })
        .collect()
}

fn entry(
    row: &Row,
    half_days: &[HalfDay],
    sheet: &Sheet,
    details: &Details,
    network: NetworkId,
    now: DateTime<Utc>,
) -> Entry {
    let registration = RegistrationId(row.id);
    let over: Vec<HalfDay> = half_days.iter().copied().filter(|day| day.ends <= now).collect();
    let noted = |day: &HalfDay| sheet.of(registration, day.id);
    let count = |days: usize| u64::try_from(days).unwrap_or(u64::MAX);
    Entry {
        registration,
        organization: row.organization,
        state: row.state,
        over: count(over.len()),
        noted: count(over.iter().filter(|day| noted(day).is_some()).count()),
        present: count(over.iter().filter(|day| noted(day) == Some(Attendance::Present)).count()),
        minutes: sheet.attended(registration, &over),
        // Partners are of no member: they stand under the network itself.
        cents: price(&details.prices, row.organization.0 == network.0),
    }
}

/// Who was there, in all these sessions.
async fn sheet(
    database: &impl ConnectionTrait,
    half_days: &BTreeMap<TrainingSessionId, Vec<HalfDay>>,
) -> Result<Sheet, Error> {
    let days: Vec<HalfDay> = half_days.values().flatten().copied().collect();
    let mut marks = Vec::new();
    for days in days.chunks(ROWS) {
        marks.extend(marks_of(database, days).await?);
    }
    Ok(merge(&marks))
}

/// How content people were with each session, where that is shown.
async fn opinions(database: &impl ConnectionTrait, sessions: &[Uuid]) -> Result<BTreeMap<Uuid, Average>, Error> {
    let asked = evaluation::Entity::find()
        .filter(evaluation::Column::SessionId.is_in(sessions.iter().copied()))
        .all(database)
        .await?;
    let rows = evaluation_sheet::Entity::find()
        .filter(evaluation_sheet::Column::SessionId.is_in(sessions.iter().copied()))
        .all(database)
        .await?;
    let mut sheets: HashMap<Uuid, Vec<Answers>> = HashMap::new();
    for row in rows {
        sheets.entry(row.session_id).or_default().push(serde_json::from_value(row.answers)?);
    }
    let mut found = BTreeMap::new();
    for row in asked {
        let questions: Vec<Question> = serde_json::from_value(row.questions)?;
        let sheets = sheets.remove(&row.session_id).unwrap_or_default();
        found.extend(satisfaction(&questions, &sheets).map(|average| (row.session_id, average)));
    }
    Ok(found)
}

async fn costs(database: &impl ConnectionTrait, sessions: &[Uuid]) -> Result<BTreeMap<Uuid, Costs>, Error> {
    let rows = cost::Entity::find().filter(cost::Column::SessionId.is_in(sessions.iter().copied()));
    Ok(rows.all(database).await?.into_iter().map(|row| (row.session_id, row.into())).collect())
}

/// How associations are called, and where they are.
struct Places {
    known: BTreeMap<OrganizationId, (String, Option<String>)>,
}

impl Places {
    /// Names are those of a day; the territory is the town of the oldest address that holds on it.
    async fn load(
        database: &impl ConnectionTrait,
        network: &Network,
        rows: &[Row],
        day: NaiveDate,
    ) -> Result<Self, Error> {
        // What an association was called then stands for those that have no name any more, such as the partners.
        let mut known: BTreeMap<OrganizationId, (String, Option<String>)> =
            rows.iter().map(|row| (row.organization, (row.organization_name.clone(), None))).collect();
        let ids: Vec<Uuid> = known.keys().map(|organization| organization.0).filter(|id| *id != network.id.0).collect();
        let names = names_of(database, &ids).await?;
        let sites = site::Entity::find()
            .filter(site::Column::OrganizationId.is_in(ids.iter().copied()))
            .order_by_asc(site::Column::ValidFrom)
            .order_by_asc(site::Column::Id)
            .all(database)
            .await?;
        let mut towns: HashMap<Uuid, String> = HashMap::new();
        for site in sites {
            let open = site.valid_from.is_none_or(|from| from <= day) && site.valid_to.is_none_or(|to| day <= to);
            let town = if site.city.trim().is_empty() { site.country } else { site.city.trim().to_owned() };
            if open {
                towns.entry(site.organization_id).or_insert(town);
            }
        }
        for (organization, (name, territory)) in &mut known {
            let dated = names.get(&organization.0).and_then(|names| name_on(names, day));
            if let Some(dated) = dated {
                name.clone_from(&dated.name);
            }
            *territory = towns.remove(&organization.0);
        }
        Ok(Self { known })
    }

    fn territory(&self, organization: OrganizationId) -> Option<&String> {
        self.known.get(&organization).and_then(|(_, territory)| territory.as_ref())
    }

    fn figures(&self, id: OrganizationId, people: People) -> OrganizationFigures {
        let (name, territory) = self.known.get(&id).cloned().unwrap_or_default();
        OrganizationFigures { id, name, territory, people }
    }

    fn organizations(&self) -> Vec<(OrganizationId, String)> {
        let mut all: Vec<_> = self.known.iter().map(|(id, (name, _))| (*id, name.clone())).collect();
        all.sort_by_cached_key(|(_, name)| fold(name));
        all
    }

    fn territories(&self) -> Vec<String> {
        let all: BTreeSet<&String> = self.known.values().filter_map(|(_, territory)| territory.as_ref()).collect();
        let mut all: Vec<String> = all.into_iter().cloned().collect();
        all.sort_by_cached_key(|territory| fold(territory));
        all
    }
}
