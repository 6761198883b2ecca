//! The floor: the item that the assembly is at, and who speaks to it.

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::{CourseRefused, State},
    ids::{AssemblyId, NetworkId, OrganizationId, PersonId},
    speakers::{FloorRefused, Request, RequestKind, RequestState, SpeakerList, SpeakingRule, may_ask, order},
    statutes::Audience,
};
use entities::{
    Unit,
    assemblies::{attendee, floor, item, speaking_request},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, sea_query::OnConflict,
};
use uuid::Uuid;

use super::{in_network, participation::attendees_of, sitting::Sitting};
use crate::{Error, Services, Viewer};

/// What everybody sees of the floor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Floor {
    /// The item that the assembly is at.
    pub item: Option<Uuid>,
    /// Whether one can still ask to speak to it.
    pub list_open: bool,
    /// How the floor is given.
    pub rule: SpeakingRule,
    /// Who has it.
    pub speaking: Option<Speech>,
    /// Who waits, in the order in which they will have it.
    pub waiting: Vec<Speech>,
}

/// Someone who speaks, spoke or waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speech {
    /// Which request.
    pub id: Uuid,
    /// To which item.
    pub item: Uuid,
    /// Who, by identifier.
    pub person: Uuid,
    /// Who, by the name under which they came.
    pub name: String,
    /// For whom, or with whom they came; may be empty for who attends without a vote.
    pub organization: String,
    /// As whom they attend, where it is without a vote.
    pub audience: Option<Audience>,
    /// For what.
    pub kind: RequestKind,
    /// Since when they have the floor.
    pub began_at: Option<DateTime<Utc>>,
    /// Until when they had it.
    pub ended_at: Option<DateTime<Utc>>,
}

/// What someone asks for.
#[derive(Clone, Copy, Debug)]
pub struct Asks {
    /// For whom they speak.
    pub organization: OrganizationId,
    /// A speech, or a point of order.
    pub kind: RequestKind,
    /// In which list.
    pub list: SpeakerList,
}

/// What the chair does with the floor.
#[derive(Clone, Copy, Debug)]
pub enum FloorStep {
    /// Comes to an item: its list opens, and whoever speaks has spoken.
    Item(Uuid),
    /// Ends the speech that is held, and gives the floor to who is first. `None` where nobody spoke: two chairs who
    /// press at once give the floor once.
    Next {
        /// Who spoke, as the chair saw it.
        after: Option<Uuid>,
    },
    /// Ends the speech that is held.
    End {
        /// Who spoke, as the chair saw it.
        speech: Uuid,
    },
    /// Opens or closes the list.
    List {
        /// Whether one can ask.
        open: bool,
    },
    /// Changes how the floor is given.
    Rule(SpeakingRule),
}

impl Services {
    /// Asks for the floor.
    ///
    /// # Errors
    /// Of permission, or [`FloorRefused`].
    pub async fn ask_floor(&self, viewer: &Viewer, id: AssemblyId, asks: Asks) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| Box::pin(ask(unit, viewer, id, asks))).await
    }

    /// Takes a request back: the own one, or as the chair.
    ///
    /// # Errors
    /// Of permission, or [`FloorRefused::NotWaiting`].
    pub async fn withdraw_request(&self, viewer: &Viewer, id: AssemblyId, request: Uuid) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let sitting = Sitting::load(unit.read(), id).await?;
                let scope = Scope::Network(NetworkId(sitting.row.network_id));
                viewer.require(Action::ViewAssembly, scope)?;
                let found = speaking_request::Entity::find_by_id(request).one(unit.read()).await?;
                let found = found.filter(|found| found.assembly_id == id.0).ok_or(Error::NotFound)?;
                if Some(viewer.person()?.0) != found.person_id {
                    viewer.require(Action::RunAssembly, scope)?;
                }
                if found.state.parse::<RequestState>()? != RequestState::Waiting {
                    return Err(FloorRefused::NotWaiting.into());
                }
                let told = serde_json::json!({ "assembly": id, "request": request });
                let mut change = found.into_active_model();
                change.state = Set(RequestState::Withdrawn.to_string());
                change.update(unit.write()).await?;
                unit.record(viewer.person()?, in_network(&sitting.row), "floor_request_withdrawn", told);
                Ok(())
            })
        })
        .await
    }

    /// The chair moves on.
    ///
    /// # Errors
    /// Of permission, [`FloorRefused`], or [`Error::Conflict`] when someone else moved on meanwhile.
    pub async fn step_floor(&self, viewer: &Viewer, id: AssemblyId, step: FloorStep) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| Box::pin(take_step(unit, viewer, id, step))).await
    }
}

async fn ask(unit: &Unit, viewer: &Viewer, id: AssemblyId, asks: Asks) -> Result<(), Error> {
    let Asks { organization, kind, list } = asks;
    let sitting = Sitting::load(unit.read(), id).await?;
    let network = NetworkId(sitting.row.network_id);
    viewer.require(Action::ViewAssembly, Scope::Network(network))?;
    viewer.require(Action::RepresentOrganization, Scope::Member(network, organization))?;
    let person = viewer.person()?;
    let name = sitting
        .attendances
        .iter()
        .rfind(|row| row.person_id == person.0 && row.left_at.is_none())
        .map_or_else(|| viewer.name.clone(), |row| row.person_name.clone());
    let asking = Asking {
        organization: Some(organization),
        person: Some(person.0),
        attendee: None,
        name,
        here: sitting.presence.is_here(organization, person),
    };
    ask_in(unit, &sitting, person, asking, (kind, list)).await
}

/// Who asks: for an organization, or attending without a vote.
pub(super) struct Asking {
    pub organization: Option<OrganizationId>,
    pub person: Option<Uuid>,
    pub attendee: Option<Uuid>,
    pub name: String,
    pub here: bool,
}

/// Puts someone on the list, by whoever asks for them.
pub(super) async fn ask_in(
    unit: &Unit,
    sitting: &Sitting,
    by: PersonId,
    asking: Asking,
    (kind, list): (RequestKind, SpeakerList),
) -> Result<(), Error> {
    let id = AssemblyId(sitting.row.id);
    let Asking { organization, person, attendee, name, here } = asking;
    let floor = floor_row(unit.read(), id).await?;
    let Some(item) = floor.as_ref().and_then(|floor| floor.item_id) else {
        return Err(CourseRefused::NotNow { state: sitting.state }.into());
    };
    let rows = of_item(unit.read(), item).await?;
    let list_open = floor.is_some_and(|floor| floor.list_open);
    let request = unit.id();
    may_ask(sitting.state, here, list_open, person.or(attendee).unwrap_or(request), kind, &requests(&rows)?)?;
    let row = speaking_request::ActiveModel {
        id: Set(request),
        assembly_id: Set(id.0),
        item_id: Set(item),
        organization_id: Set(organization.map(|organization| organization.0)),
        person_id: Set(person),
        attendee_id: Set(attendee),
        person_name: Set(name),
        kind: Set(kind.to_string()),
        list: Set(list.to_string()),
        state: Set(RequestState::Waiting.to_string()),
        asked: Set(last(unit.read(), id, speaking_request::Column::Asked).await? + 1),
        spoke: Set(None),
        asked_at: Set(unit.now()),
        began_at: Set(None),
        ended_at: Set(None),
    };
    speaking_request::Entity::insert(row).exec_without_returning(unit.write()).await?;
    let mut told = serde_json::json!({ "assembly": id, "item": item, "organization": organization, "kind": kind });
    if let Some(attendee) = attendee {
        told["attendee"] = serde_json::json!(attendee);
    }
    unit.record(by, in_network(&sitting.row), "floor_asked", told);
    Ok(())
}

async fn take_step(unit: &Unit, viewer: &Viewer, id: AssemblyId, step: FloorStep) -> Result<(), Error> {
    let sitting = Sitting::load(unit.read(), id).await?;
    viewer.require(Action::RunAssembly, Scope::Network(NetworkId(sitting.row.network_id)))?;
    if sitting.state != State::Open && !matches!(step, FloorStep::Rule(_)) {
        return Err(FloorRefused::NotInSession.into());
    }
    let before = floor_row(unit.read(), id).await?;
    let rule = before.as_ref().map(stored_rule).transpose()?.unwrap_or_default();
    let item = before.as_ref().and_then(|floor| floor.item_id);
    let list_open = before.is_some_and(|floor| floor.list_open);
    let rows = match item {
        Some(item) => of_item(unit.read(), item).await?,
        None => Vec::new(),
    };
    let speaking = rows.iter().find(|row| row.state == RequestState::Speaking.as_str());
    let chair = viewer.person()?;
    let record = |kind, told| unit.record(chair, in_network(&sitting.row), kind, told);
    match step {
        FloorStep::Item(next) => {
            let found = item::Entity::find_by_id(next).one(unit.read()).await?;
            let found = found.filter(|found| found.assembly_id == id.0).ok_or(Error::NotFound)?;
            end(unit, speaking).await?;
            keep(unit, id, Some(next), true, rule).await?;
            record("item_called", serde_json::json!({ "assembly": id, "item": next, "title": found.title }));
        }
        FloorStep::Next { after } => {
            if speaking.map(|row| row.id) != after {
                return Err(Error::Conflict);
            }
            let next = order(rule, &requests(&rows)?).first().copied();
            let next = next.and_then(|next| rows.iter().find(|row| row.id == next)).ok_or(FloorRefused::NotWaiting)?;
            let spoke = last(unit.read(), id, speaking_request::Column::Spoke).await? + 1;
            end(unit, speaking).await?;
            let mut change = next.clone().into_active_model();
            change.state = Set(RequestState::Speaking.to_string());
            change.spoke = Set(Some(spoke));
            change.began_at = Set(Some(unit.now()));
            change.update(unit.write()).await?;
            record("floor_given", serde_json::json!({ "assembly": id, "item": next.item_id, "request": next.id }));
        }
        FloorStep::End { speech } => {
            if speaking.map(|row| row.id) != Some(speech) {
                return Err(FloorRefused::NobodySpeaks.into());
            }
            end(unit, speaking).await?;
            record("floor_taken_back", serde_json::json!({ "assembly": id, "request": speech }));
        }
        FloorStep::List { open } => {
            keep(unit, id, item, open, rule).await?;
            let kind = if open { "speakers_list_opened" } else { "speakers_list_closed" };
            record(kind, serde_json::json!({ "assembly": id, "item": item }));
        }
        FloorStep::Rule(rule) => {
            keep(unit, id, item, list_open, rule).await?;
            record("speaking_rule_changed", serde_json::json!({ "assembly": id, "rule": rule }));
        }
    }
    Ok(())
}

/// Whoever still speaks when the session ends has spoken.
pub(super) async fn end_speech(unit: &Unit, id: AssemblyId) -> Result<(), Error> {
    let item = floor_row(unit.read(), id).await?.and_then(|floor| floor.item_id);
    let rows = match item {
        Some(item) => of_item(unit.read(), item).await?,
        None => Vec::new(),
    };
    end(unit, rows.iter().find(|row| row.state == RequestState::Speaking.as_str())).await
}

async fn end(unit: &Unit, speaking: Option<&speaking_request::Model>) -> Result<(), Error> {
    if let Some(speaking) = speaking {
        let mut change = speaking.clone().into_active_model();
        change.state = Set(RequestState::Spoken.to_string());
        change.ended_at = Set(Some(unit.now()));
        change.update(unit.write()).await?;
    }
    Ok(())
}

async fn keep(
    unit: &Unit,
    id: AssemblyId,
    item: Option<Uuid>,
    list_open: bool,
    rule: SpeakingRule,
) -> Result<(), Error> {
    let row = floor::ActiveModel {
        assembly_id: Set(id.0),
        item_id: Set(item),
        list_open: Set(list_open),
        rule: Set(serde_json::to_value(rule)?),
    };
    let there = OnConflict::column(floor::Column::AssemblyId)
        .update_columns([floor::Column::ItemId, floor::Column::ListOpen, floor::Column::Rule])
        .to_owned();
    floor::Entity::insert(row).on_conflict(there).exec_without_returning(unit.write()).await?;
    Ok(())
}

/// The highest number given so far in an assembly.
async fn last(database: &impl ConnectionTrait, id: AssemblyId, number: speaking_request::Column) -> Result<i64, Error> {
    let query = speaking_request::Entity::find().filter(speaking_request::Column::AssemblyId.eq(id.0)).select_only();
    let found: Option<Option<i64>> = query.column_as(number.max(), "number").into_tuple().one(database).await?;
    Ok(found.flatten().unwrap_or_default())
}

async fn floor_row(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Option<floor::Model>, Error> {
    Ok(floor::Entity::find_by_id(id.0).one(database).await?)
}

fn stored_rule(row: &floor::Model) -> Result<SpeakingRule, Error> {
    Ok(serde_json::from_value(row.rule.clone())?)
}

async fn of_item(database: &impl ConnectionTrait, item: Uuid) -> Result<Vec<speaking_request::Model>, Error> {
    let query = speaking_request::Entity::find().filter(speaking_request::Column::ItemId.eq(item));
    Ok(query.order_by_asc(speaking_request::Column::Asked).all(database).await?)
}

async fn of_assembly(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Vec<speaking_request::Model>, Error> {
    let query = speaking_request::Entity::find().filter(speaking_request::Column::AssemblyId.eq(id.0));
    Ok(query.order_by_asc(speaking_request::Column::Spoke).all(database).await?)
}

/// Who asked: somebody who is known here, or an attendee.
fn who(row: &speaking_request::Model) -> Uuid {
    row.person_id.or(row.attendee_id).unwrap_or(row.id)
}

fn requests(rows: &[speaking_request::Model]) -> Result<Vec<Request>, Error> {
    let request = |row: &speaking_request::Model| {
        Ok(Request {
            id: row.id,
            person: who(row),
            kind: row.kind.parse()?,
            list: row.list.parse()?,
            state: row.state.parse()?,
            asked: row.asked,
            spoke: row.spoke,
        })
    };
    rows.iter().map(request).collect()
}

fn speech(sitting: &Sitting, row: &speaking_request::Model, guests: &[attendee::Model]) -> Result<Speech, Error> {
    let entry = row.organization_id.and_then(|id| sitting.entry(OrganizationId(id)));
    let guest = row.attendee_id.and_then(|id| guests.iter().find(|guest| guest.id == id));
    let organization = entry.map(|entry| &entry.name).or(guest.map(|guest| &guest.organization_name));
    Ok(Speech {
        id: row.id,
        item: row.item_id,
        person: who(row),
        name: row.person_name.clone(),
        organization: organization.cloned().unwrap_or_default(),
        audience: guest.map(|guest| guest.audience.parse()).transpose()?,
        kind: row.kind.parse()?,
        began_at: row.began_at,
        ended_at: row.ended_at,
    })
}

/// Those who attend without a vote, where one of them asked.
async fn guests_of(
    database: &impl ConnectionTrait,
    sitting: &Sitting,
    rows: &[speaking_request::Model],
) -> Result<Vec<attendee::Model>, Error> {
    if rows.iter().all(|row| row.attendee_id.is_none()) {
        return Ok(Vec::new());
    }
    attendees_of(database, AssemblyId(sitting.row.id)).await
}

/// The floor as it stands.
pub(super) async fn floor_of(database: &impl ConnectionTrait, sitting: &Sitting) -> Result<Floor, Error> {
    let Some(row) = floor_row(database, AssemblyId(sitting.row.id)).await? else { return Ok(Floor::default()) };
    let rule = stored_rule(&row)?;
    let rows = match row.item_id {
        Some(item) => of_item(database, item).await?,
        None => Vec::new(),
    };
    let guests = guests_of(database, sitting, &rows).await?;
    let waiting = order(rule, &requests(&rows)?);
    let waiting = waiting.iter().filter_map(|id| rows.iter().find(|row| row.id == *id));
    let speaking = rows.iter().find(|row| row.state == RequestState::Speaking.as_str());
    Ok(Floor {
        item: row.item_id,
        list_open: row.list_open,
        rule,
        speaking: speaking.map(|row| speech(sitting, row, &guests)).transpose()?,
        waiting: waiting.map(|row| speech(sitting, row, &guests)).collect::<Result<_, _>>()?,
    })
}

/// Who spoke in an assembly, in that order: what the minutes tell.
pub(super) async fn speeches_of(database: &impl ConnectionTrait, sitting: &Sitting) -> Result<Vec<Speech>, Error> {
    let rows = of_assembly(database, AssemblyId(sitting.row.id)).await?;
    let guests = guests_of(database, sitting, &rows).await?;
    rows.iter().filter(|row| row.spoke.is_some()).map(|row| speech(sitting, row, &guests)).collect()
}
