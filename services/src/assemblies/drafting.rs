//! Preparing an assembly: when and where, and its agenda.

use chrono::{DateTime, LocalResult, NaiveDate, NaiveTime, TimeZone, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::{ItemKind, Kind, State, Venue},
    ids::{AssemblyId, NetworkId},
    statutes::Decision,
};
use entities::assemblies::{assembly, document, item};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{in_network, minutes_approval, second::agenda_is_open};
use crate::{
    Error, FieldError, FieldProblem, Services, Viewer,
    elections::{self, NewElection},
    networks::{Network, network_by_id},
};

/// Longest title.
const TITLE: usize = 200;
/// Longest text of an item: some forty pages.
const TEXT: usize = 100_000;

/// What a form says of an assembly.
#[derive(Clone, Debug)]
pub struct NewAssembly {
    /// Ordinary or extraordinary.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// In a room, from afar, or both.
    pub venue: Venue,
    /// Where, for a room.
    pub place: String,
    /// Where, from afar: an address of the web.
    pub remote_url: String,
    /// The day, in the network's time zone.
    pub day: NaiveDate,
    /// The hour, in the network's time zone.
    pub time: NaiveTime,
}

/// What a form says of an item.
#[derive(Clone, Debug)]
pub struct NewItem {
    /// Whether something is decided.
    pub kind: ItemKind,
    /// What it is called.
    pub title: String,
    /// What is proposed or said.
    pub text: String,
    /// What is decided: the statutes say what it needs.
    pub decision: Decision,
    /// How an election is held; `None` where none is.
    pub election: Option<NewElection>,
}

impl NewAssembly {
    fn check(&self, zone: chrono_tz::Tz) -> Result<DateTime<Utc>, Error> {
        let mut errors = Vec::new();
        if self.title.trim().is_empty() {
            errors.push(FieldError::new("title", FieldProblem::Missing));
        } else if self.title.chars().count() > TITLE {
            errors.push(FieldError::new("title", FieldProblem::TooLong { limit: TITLE }));
        }
        if self.venue != Venue::Remote && self.place.trim().is_empty() {
            errors.push(FieldError::new("place", FieldProblem::Missing));
        }
        if self.venue != Venue::Room && !web_address(&self.remote_url) {
            errors.push(FieldError::new("remote_url", FieldProblem::NotAWebAddress));
        }
        // An hour that a change of clocks skips is no hour; one that comes twice is the first.
        let starts = match zone.from_local_datetime(&self.day.and_time(self.time)) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.with_timezone(&Utc)),
            LocalResult::None => None,
        };
        let Some(starts) = starts else {
            errors.push(FieldError::new("time", FieldProblem::NotADate));
            return Err(Error::Invalid(errors));
        };
        if errors.is_empty() { Ok(starts) } else { Err(Error::Invalid(errors)) }
    }
}

fn web_address(text: &str) -> bool {
    url::Url::parse(text.trim()).is_ok_and(|url| url.scheme() == "https" && url.host_str().is_some())
}

impl NewItem {
    fn check(&self) -> Result<(), Error> {
        let mut errors = Vec::new();
        if self.title.trim().is_empty() {
            errors.push(FieldError::new("title", FieldProblem::Missing));
        } else if self.title.chars().count() > TITLE {
            errors.push(FieldError::new("title", FieldProblem::TooLong { limit: TITLE }));
        }
        if self.kind == ItemKind::Motion && self.text.trim().is_empty() {
            errors.push(FieldError::new("text", FieldProblem::Missing));
        } else if self.text.chars().count() > TEXT {
            errors.push(FieldError::new("text", FieldProblem::TooLong { limit: TEXT }));
        }
        match &self.election {
            Some(election) => election.check(&mut errors),
            None if self.kind == ItemKind::Election => {
                errors.push(FieldError::new("method", FieldProblem::Missing));
            }
            None => {}
        }
        if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
    }

    async fn store_election(&self, database: &impl ConnectionTrait, item: Uuid) -> Result<(), Error> {
        match self.election.as_ref().filter(|_| self.kind == ItemKind::Election) {
            Some(election) => elections::store(database, item, election).await,
            None => elections::forget(database, item).await,
        }
    }
}

/// A draft that the viewer prepares, within a change.
pub(crate) async fn draft(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    id: AssemblyId,
) -> Result<assembly::Model, Error> {
    let row = assembly::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
    viewer.require(Action::ConveneAssembly, Scope::Network(NetworkId(row.network_id)))?;
    let state: State = row.state.parse()?;
    if state != State::Draft {
        return Err(domain::assemblies::CourseRefused::NotNow { state }.into());
    }
    Ok(row)
}

impl Services {
    /// Begins an assembly.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`].
    pub async fn draft_assembly(
        &self,
        viewer: &Viewer,
        network: &Network,
        new: NewAssembly,
    ) -> Result<AssemblyId, Error> {
        viewer.require(Action::ConveneAssembly, Scope::Network(network.id))?;
        let starts_at = new.check(network.zone)?;
        let (person, network) = (viewer.person()?, network.id.0);
        self.store()
            .write(move |unit| {
                let new = new.clone();
                Box::pin(async move {
                    let id = unit.id();
                    let row = assembly::ActiveModel {
                        id: Set(id),
                        network_id: Set(network),
                        state: Set(State::Draft.to_string()),
                        reference_on: Set(None),
                        convened_at: Set(None),
                        convened_by: Set(None),
                        opened_at: Set(None),
                        closed_at: Set(None),
                        rules: Set(None),
                        statutes_version: Set(None),
                        second_of: Set(None),
                        created_at: Set(unit.now()),
                        ..fields(&new, starts_at)
                    };
                    assembly::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    let told = serde_json::json!({ "assembly": id, "title": new.title, "kind": new.kind });
                    unit.record(person, Some(network), "assembly_drafted", told);
                    Ok(AssemblyId(id))
                })
            })
            .await
    }

    /// Changes a draft.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or a refusal once it is convened.
    pub async fn change_assembly(&self, viewer: &Viewer, id: AssemblyId, new: NewAssembly) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, new) = (viewer.clone(), new.clone());
                Box::pin(async move {
                    let row = draft(unit.read(), &viewer, id).await?;
                    let zone = network_by_id(unit.read(), row.network_id).await?.zone;
                    let change = assembly::ActiveModel { id: Set(id.0), ..fields(&new, new.check(zone)?) };
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({ "assembly": id, "title": new.title, "kind": new.kind });
                    unit.record(viewer.person()?, in_network(&row), "assembly_changed", told);
                    Ok(())
                })
            })
            .await
    }

    /// Adds an item at the end of the agenda.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or a refusal once the assembly is convened.
    pub async fn add_item(&self, viewer: &Viewer, id: AssemblyId, new: NewItem) -> Result<Uuid, Error> {
        new.check()?;
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, new) = (viewer.clone(), new.clone());
                Box::pin(async move {
                    let row = draft(unit.read(), &viewer, id).await?;
                    agenda_is_open(&row)?;
                    let last = last_position(unit.read(), id).await?;
                    let item_id = unit.id();
                    let added = item::ActiveModel {
                        id: Set(item_id),
                        assembly_id: Set(id.0),
                        position: Set(last + 1),
                        kind: Set(new.kind.to_string()),
                        title: Set(new.title.trim().to_owned()),
                        text: Set(new.text.trim().to_owned()),
                        decision: Set(Some(new.decision.to_string())),
                        majority: Set(None),
                    };
                    item::Entity::insert(added).exec_without_returning(unit.write()).await?;
                    new.store_election(unit.write(), item_id).await?;
                    let told = serde_json::json!({ "assembly": id, "item": item_id, "title": new.title });
                    unit.record(viewer.person()?, in_network(&row), "agenda_item_added", told);
                    Ok(item_id)
                })
            })
            .await
    }

    /// Changes an item of a draft.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or a refusal once the assembly is convened.
    pub async fn change_item(&self, viewer: &Viewer, id: AssemblyId, item_id: Uuid, new: NewItem) -> Result<(), Error> {
        new.check()?;
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, new) = (viewer.clone(), new.clone());
                Box::pin(async move {
                    let row = draft(unit.read(), &viewer, id).await?;
                    agenda_is_open(&row)?;
                    let found = item_of(unit.read(), id, item_id).await?;
                    minutes_approval::is_no_approval(unit.read(), item_id).await?;
                    let mut change = found.into_active_model();
                    change.kind = Set(new.kind.to_string());
                    change.title = Set(new.title.trim().to_owned());
                    change.text = Set(new.text.trim().to_owned());
                    change.decision = Set(Some(new.decision.to_string()));
                    change.majority = Set(None);
                    change.update(unit.write()).await?;
                    new.store_election(unit.write(), item_id).await?;
                    let told = serde_json::json!({ "assembly": id, "item": item_id, "title": new.title });
                    unit.record(viewer.person()?, in_network(&row), "agenda_item_changed", told);
                    Ok(())
                })
            })
            .await
    }

    /// Takes an item off a draft's agenda, with its documents.
    ///
    /// # Errors
    /// Of permission, or a refusal once the assembly is convened.
    pub async fn remove_item(&self, viewer: &Viewer, id: AssemblyId, item_id: Uuid) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let row = draft(unit.read(), &viewer, id).await?;
                    let found = item_of(unit.read(), id, item_id).await?;
                    crate::motions::detach(unit, item_id).await?;
                    document::Entity::delete_many()
                        .filter(document::Column::ItemId.eq(item_id))
                        .exec(unit.write())
                        .await?;
                    elections::forget(unit.write(), item_id).await?;
                    item::Entity::delete_by_id(item_id).exec(unit.write()).await?;
                    let told = serde_json::json!({ "assembly": id, "item": item_id, "title": found.title });
                    unit.record(viewer.person()?, in_network(&row), "agenda_item_removed", told);
                    Ok(())
                })
            })
            .await
    }

    /// Moves an item of a draft one place up or down; at the end of the list it stays.
    ///
    /// # Errors
    /// Of permission, or a refusal once the assembly is convened.
    pub async fn move_item(&self, viewer: &Viewer, id: AssemblyId, item_id: Uuid, up: bool) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let row = draft(unit.read(), &viewer, id).await?;
                    let items = items_of(unit.read(), id).await?;
                    let at = items.iter().position(|item| item.id == item_id).ok_or(Error::NotFound)?;
                    let neighbour = if up { at.checked_sub(1) } else { Some(at + 1) };
                    let Some(neighbour) = neighbour.and_then(|at| items.get(at)) else { return Ok(()) };
                    // By way of a place that nobody has: two items never share one.
                    for (which, position) in
                        [(item_id, 0), (neighbour.id, items[at].position), (item_id, neighbour.position)]
                    {
                        let change =
                            item::ActiveModel { id: Set(which), position: Set(position), ..Default::default() };
                        change.update(unit.write()).await?;
                    }
                    let told = serde_json::json!({ "assembly": id, "item": item_id, "up": up });
                    unit.record(viewer.person()?, in_network(&row), "agenda_item_moved", told);
                    Ok(())
                })
            })
            .await
    }
}

/// Whether a viewer may see an assembly: a draft only shows to those who prepare it.
pub(crate) fn visible(viewer: &Viewer, row: &assembly::Model) -> Result<(), Error> {
    let scope = Scope::Network(NetworkId(row.network_id));
    viewer.require(Action::ViewAssembly, scope)?;
    if row.state == State::Draft.as_str() && !viewer.may(Action::ConveneAssembly, scope) {
        return Err(Error::NotFound);
    }
    Ok(())
}

fn fields(new: &NewAssembly, starts_at: DateTime<Utc>) -> assembly::ActiveModel {
    let text = |wanted: bool, text: &str| Some(text.trim().to_owned()).filter(|text| wanted && !text.is_empty());
    assembly::ActiveModel {
        kind: Set(new.kind.to_string()),
        title: Set(new.title.trim().to_owned()),
        venue: Set(new.venue.to_string()),
        place: Set(text(new.venue != Venue::Remote, &new.place)),
        remote_url: Set(text(new.venue != Venue::Room, &new.remote_url)),
        held_on: Set(new.day),
        starts_at: Set(starts_at),
        ..Default::default()
    }
}

pub(crate) async fn item_of(
    database: &impl ConnectionTrait,
    id: AssemblyId,
    item_id: Uuid,
) -> Result<item::Model, Error> {
    let found = item::Entity::find_by_id(item_id).one(database).await?;
    found.filter(|found| found.assembly_id == id.0).ok_or(Error::NotFound)
}

/// The place of the last item; 0 without any.
pub(crate) async fn last_position(database: &impl ConnectionTrait, id: AssemblyId) -> Result<i32, Error> {
    let last: Option<i32> = item::Entity::find()
        .filter(item::Column::AssemblyId.eq(id.0))
        .select_only()
        .column_as(item::Column::Position.max(), "last")
        .into_tuple::<Option<i32>>()
        .one(database)
        .await?
        .flatten();
    Ok(last.unwrap_or(0))
}

pub(super) async fn items_of(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Vec<item::Model>, Error> {
    Ok(item::Entity::find()
        .filter(item::Column::AssemblyId.eq(id.0))
        .order_by_asc(item::Column::Position)
        .all(database)
        .await?)
}

pub(super) async fn count_items(database: &impl ConnectionTrait, id: AssemblyId) -> Result<usize, Error> {
    let count = item::Entity::find().filter(item::Column::AssemblyId.eq(id.0)).count(database).await?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}
