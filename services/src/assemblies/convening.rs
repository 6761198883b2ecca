//! Preparing an assembly and calling its members.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Days, LocalResult, NaiveDate, NaiveTime, TimeZone, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::{ItemKind, Kind, Notice, State, Venue, may_convene},
    colleges::{Candidate, College, Declaration, LeftOut, RollEntry, freeze_roll},
    ids::{AssemblyId, CollegeId, NetworkId, OrganizationId},
    locale::Localized,
    memberships::status_on,
    organizations::name_on,
    people::Role,
    polls::MajorityRule,
};
use entities::{
    assemblies::{item, assembly, document, left_out, roll_entry},
    memberships::{membership, membership_step},
    networks::college,
    organizations::declared_figure,
    people::{mandate, person},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{convocation, in_network, sitting::Sitting};
use crate::{
    Error, FieldError, FieldProblem, Refusal, Services, Viewer, day_in,
    mail,
    networks::{Network, names_of, network_by_id},
    text,
};

/// Longest title.
const TITLE: usize = 200;
/// Longest text of an item: some forty pages.
const TEXT: usize = 100_000;
/// Largest document, in bytes.
pub(super) const DOCUMENT: usize = 10 * 1024 * 1024;

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
    /// The majority, where it is another than the kind's.
    pub majority: Option<MajorityRule>,
}

/// A file to be added.
#[derive(Clone)]
pub struct NewDocument {
    /// Under which name it is offered.
    pub file_name: String,
    /// Its content.
    pub content: Vec<u8>,
}

/// A document of an item, without its content.
#[derive(Clone, Debug)]
pub struct Document {
    /// Which.
    pub id: Uuid,
    /// Of which item.
    pub item: Option<Uuid>,
    /// Under which name it is offered.
    pub file_name: String,
    /// In bytes.
    pub size: i64,
}

/// What a convocation did.
#[derive(Clone, Debug)]
pub struct Convened {
    /// The notice that is given.
    pub notice: Notice,
    /// How many letters leave.
    pub letters: usize,
    /// Organizations with nobody who could be written to: they must be reached otherwise.
    pub unreachable: Vec<String>,
}

/// A draft with what a convocation today would mean.
#[derive(Clone, Debug)]
pub struct Preparation {
    /// The roll as it would be frozen.
    pub roll: Vec<RollEntry>,
    /// Who would not be on it, and why.
    pub left_out: Vec<(String, LeftOut)>,
    /// What stands against a convocation today.
    pub obstacle: Option<domain::assemblies::CourseRefused>,
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
        if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
    }
}

/// A draft that the viewer prepares, within a change.
async fn draft(database: &impl ConnectionTrait, viewer: &Viewer, id: AssemblyId) -> Result<assembly::Model, Error> {
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
    pub async fn draft_assembly(&self, viewer: &Viewer, network: &Network, new: NewAssembly) -> Result<AssemblyId, Error> {
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
                    let last: Option<i32> = item::Entity::find()
                        .filter(item::Column::AssemblyId.eq(id.0))
                        .select_only()
                        .column_as(item::Column::Position.max(), "last")
                        .into_tuple::<Option<i32>>()
                        .one(unit.read())
                        .await?
                        .flatten();
                    let item_id = unit.id();
                    let added = item::ActiveModel {
                        id: Set(item_id),
                        assembly_id: Set(id.0),
                        position: Set(last.unwrap_or(0) + 1),
                        kind: Set(new.kind.to_string()),
                        title: Set(new.title.trim().to_owned()),
                        text: Set(new.text.trim().to_owned()),
                        majority: Set(new.majority.map(serde_json::to_value).transpose()?),
                    };
                    item::Entity::insert(added).exec_without_returning(unit.write()).await?;
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
                    let found = item_of(unit.read(), id, item_id).await?;
                    let mut change = found.into_active_model();
                    change.kind = Set(new.kind.to_string());
                    change.title = Set(new.title.trim().to_owned());
                    change.text = Set(new.text.trim().to_owned());
                    change.majority = Set(new.majority.map(serde_json::to_value).transpose()?);
                    change.update(unit.write()).await?;
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
                    document::Entity::delete_many()
                        .filter(document::Column::ItemId.eq(item_id))
                        .exec(unit.write())
                        .await?;
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
                        let change = item::ActiveModel { id: Set(which), position: Set(position), ..Default::default() };
                        change.update(unit.write()).await?;
                    }
                    let told = serde_json::json!({ "assembly": id, "item": item_id, "up": up });
                    unit.record(viewer.person()?, in_network(&row), "agenda_item_moved", told);
                    Ok(())
                })
            })
            .await
    }

    /// Adds a document to an item, as long as the session is not over.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`] for a file without content or too large.
    pub async fn add_document(&self, viewer: &Viewer, id: AssemblyId, item_id: Uuid, new: NewDocument) -> Result<(), Error> {
        if new.content.is_empty() {
            return Err(Error::Invalid(vec![FieldError::new("document", FieldProblem::Missing)]));
        }
        if new.content.len() > DOCUMENT {
            return Err(Error::Invalid(vec![FieldError::new("document", FieldProblem::FileTooLarge { megabytes: DOCUMENT >> 20 })]));
        }
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, new) = (viewer.clone(), new.clone());
                Box::pin(async move {
                    let row = assembly::Entity::find_by_id(id.0).one(unit.read()).await?.ok_or(Error::NotFound)?;
                    viewer.require(Action::ConveneAssembly, Scope::Network(NetworkId(row.network_id)))?;
                    let state: State = row.state.parse()?;
                    if state == State::Closed {
                        return Err(domain::assemblies::CourseRefused::NotNow { state }.into());
                    }
                    item_of(unit.read(), id, item_id).await?;
                    let document_id = unit.id();
                    let sha256: String = Sha256::digest(&new.content).iter().map(|byte| format!("{byte:02x}")).collect();
                    let added = document::ActiveModel {
                        id: Set(document_id),
                        assembly_id: Set(id.0),
                        item_id: Set(Some(item_id)),
                        file_name: Set(safe_file_name(&new.file_name)),
                        content_type: Set(content_type(&new.file_name).to_owned()),
                        size: Set(i64::try_from(new.content.len()).unwrap_or(i64::MAX)),
                        sha256: Set(sha256.clone()),
                        content: Set(new.content),
                        added_at: Set(unit.now()),
                        added_by: Set(Some(viewer.person()?.0)),
                    };
                    document::Entity::insert(added).exec_without_returning(unit.write()).await?;
                    let told = serde_json::json!({ "assembly": id, "document": document_id, "sha256": sha256 });
                    unit.record(viewer.person()?, in_network(&row), "document_added", told);
                    Ok(())
                })
            })
            .await
    }

    /// A document with its content: name, type, bytes.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn document(&self, viewer: &Viewer, id: AssemblyId, document_id: Uuid) -> Result<(String, String, Vec<u8>), Error> {
        let database = self.store().read();
        let row = assembly::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        visible(viewer, &row)?;
        let found = document::Entity::find_by_id(document_id).one(database).await?;
        let found = found.filter(|found| found.assembly_id == id.0).ok_or(Error::NotFound)?;
        Ok((found.file_name, found.content_type, found.content))
    }

    /// What a convocation today would mean: roll, and what stands against it.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn preparation(&self, viewer: &Viewer, id: AssemblyId) -> Result<Preparation, Error> {
        let database = self.store().read();
        let sitting = Sitting::load(database, id).await?;
        viewer.require(Action::ConveneAssembly, Scope::Network(NetworkId(sitting.row.network_id)))?;
        let network = network_by_id(database, sitting.row.network_id).await?;
        let reference = reference_day(&sitting)?;
        let candidates = candidates(database, &network, reference, sitting.row.held_on).await?;
        let (mut roll, left_out) = freeze_roll(&candidates, reference);
        roll.sort_by_cached_key(|entry| text::fold(&entry.name));
        let items = count_items(database, id).await?;
        let today = day_in(network.zone, self.now());
        let obstacle =
            may_convene(sitting.state, &sitting.kind_rules(), items, roll.len(), today, sitting.row.held_on).err();
        let mut left_out = named(&candidates, left_out);
        left_out.sort_by_cached_key(|(name, _)| text::fold(name));
        Ok(Preparation { roll, left_out, obstacle })
    }

    /// Calls the members: freezes rules and roll, and writes to every representative.
    ///
    /// # Errors
    /// Of permission, or a refusal: agenda, roll, notice, state.
    pub async fn convene(&self, viewer: &Viewer, id: AssemblyId) -> Result<Convened, Error> {
        let viewer = viewer.clone();
        let public_url = self.settings().public_url.clone();
        let convened = self
            .store()
            .write(move |unit| {
                let (viewer, public_url) = (viewer.clone(), public_url.clone());
                Box::pin(async move {
                    draft(unit.read(), &viewer, id).await?;
                    let sitting = Sitting::load(unit.read(), id).await?;
                    let network = network_by_id(unit.read(), sitting.row.network_id).await?;
                    let reference = reference_day(&sitting)?;
                    let candidates = candidates(unit.read(), &network, reference, sitting.row.held_on).await?;
                    let (roll, left_out) = freeze_roll(&candidates, reference);
                    let items = items_of(unit.read(), id).await?;
                    let today = day_in(network.zone, unit.now());
                    let notice = may_convene(
                        sitting.state,
                        &sitting.kind_rules(),
                        items.len(),
                        roll.len(),
                        today,
                        sitting.row.held_on,
                    )?;
                    let readers = readers(unit.read(), &roll, today).await?;
                    let unreachable =
                        roll.iter().filter(|entry| !readers.contains_key(&entry.organization)).map(|entry| entry.name.clone()).collect();
                    freeze(unit, id, &roll, named_ids(&candidates, left_out)).await?;
                    let change = assembly::ActiveModel {
                        id: Set(id.0),
                        state: Set(State::Convened.to_string()),
                        reference_on: Set(Some(reference)),
                        rules: Set(Some(serde_json::to_value(&sitting.rules)?)),
                        convened_at: Set(Some(unit.now())),
                        convened_by: Set(Some(viewer.person()?.0)),
                        ..Default::default()
                    };
                    change.update(unit.write()).await?;
                    let letters = convocation::letters(&sitting.row, &network, &items, &roll, &readers, &public_url)?;
                    let sent = letters.len();
                    for letter in letters {
                        mail::enqueue(unit, letter).await?;
                    }
                    let told = serde_json::json!({
                        "assembly": id, "held_on": sitting.row.held_on, "reference_on": reference, "notice": notice,
                        "roll": roll.len(), "letters": sent, "rules": sitting.rules,
                    });
                    unit.record(viewer.person()?, in_network(&sitting.row), "assembly_convened", told);
                    Ok::<_, Error>(Convened { notice, letters: sent, unreachable })
                })
            })
            .await?;
        self.rooms().changed(id);
        Ok(convened)
    }
}

/// Whether a viewer may see an assembly: a draft only shows to those who prepare it.
pub(super) fn visible(viewer: &Viewer, row: &assembly::Model) -> Result<(), Error> {
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

async fn item_of(database: &impl ConnectionTrait, id: AssemblyId, item_id: Uuid) -> Result<item::Model, Error> {
    let found = item::Entity::find_by_id(item_id).one(database).await?;
    found.filter(|found| found.assembly_id == id.0).ok_or(Error::NotFound)
}

pub(super) async fn items_of(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Vec<item::Model>, Error> {
    Ok(item::Entity::find()
        .filter(item::Column::AssemblyId.eq(id.0))
        .order_by_asc(item::Column::Position)
        .all(database)
        .await?)
}

async fn count_items(database: &impl ConnectionTrait, id: AssemblyId) -> Result<usize, Error> {
    let count = item::Entity::find().filter(item::Column::AssemblyId.eq(id.0)).count(database).await?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// The documents of an assembly, without their content.
pub(super) async fn documents_of(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Vec<Document>, Error> {
    let rows: Vec<(Uuid, Option<Uuid>, String, i64)> = document::Entity::find()
        .filter(document::Column::AssemblyId.eq(id.0))
        .order_by_asc(document::Column::AddedAt)
        .select_only()
        .columns([document::Column::Id, document::Column::ItemId, document::Column::FileName, document::Column::Size])
        .into_tuple()
        .all(database)
        .await?;
    Ok(rows.into_iter().map(|(id, item, file_name, size)| Document { id, item, file_name, size }).collect())
}

fn reference_day(sitting: &Sitting) -> Result<NaiveDate, Error> {
    let days = Days::new(u64::from(sitting.rules.reference_days));
    sitting.row.held_on.checked_sub_days(days).ok_or(Refusal::Named("date-impossible").into())
}

/// What the roll needs to know of every membership of a network.
pub(crate) async fn candidates(
    database: &impl ConnectionTrait,
    network: &Network,
    reference: NaiveDate,
    held_on: NaiveDate,
) -> Result<Vec<Candidate>, Error> {
    let colleges: HashMap<Uuid, College> = college::Entity::find()
        .filter(college::Column::NetworkId.eq(network.id.0))
        .all(database)
        .await?
        .into_iter()
        .map(|row| {
            let names: Localized = serde_json::from_value(row.names)?;
            let name = names.text(network.locale, network.locale).to_owned();
            Ok((row.id, College { id: CollegeId(row.id), name, weight: serde_json::from_value(row.weight_rule)? }))
        })
        .collect::<Result<_, Error>>()?;
    let memberships =
        membership::Entity::find().filter(membership::Column::NetworkId.eq(network.id.0)).all(database).await?;
    let organizations: Vec<Uuid> = memberships.iter().map(|row| row.organization_id).collect();
    let names = names_of(database, &organizations).await?;
    let mut steps: HashMap<Uuid, Vec<(NaiveDate, domain::memberships::Status)>> = HashMap::new();
    let rows = membership_step::Entity::find()
        .filter(membership_step::Column::MembershipId.is_in(memberships.iter().map(|row| row.id)))
        .order_by_asc(membership_step::Column::Position)
        .all(database)
        .await?;
    for row in rows {
        steps.entry(row.membership_id).or_default().push((row.effective_on, row.status.parse()?));
    }
    let mut figures: HashMap<Uuid, Vec<Declaration>> = HashMap::new();
    let rows = declared_figure::Entity::find()
        .filter(declared_figure::Column::OrganizationId.is_in(organizations))
        .all(database)
        .await?;
    for row in rows {
        let value = u64::try_from(row.value).map_err(|_| Error::Stored("a negative figure".into()))?;
        let declaration = Declaration { figure: row.figure.parse()?, value, as_of: row.as_of };
        figures.entry(row.organization_id).or_default().push(declaration);
    }
    Ok(memberships
        .into_iter()
        .map(|row| Candidate {
            organization: OrganizationId(row.organization_id),
            name: names
                .get(&row.organization_id)
                .and_then(|names| name_on(names, held_on))
                .map(|name| name.name.clone())
                .unwrap_or_default(),
            college: row.college_id.and_then(|college| colleges.get(&college).cloned()),
            status: steps.get(&row.id).and_then(|steps| status_on(steps, reference)),
            declarations: figures.remove(&row.organization_id).unwrap_or_default(),
        })
        .collect())
}

/// Who can be written to, by organization: its representatives with an address.
async fn readers(
    database: &impl ConnectionTrait,
    roll: &[RollEntry],
    today: NaiveDate,
) -> Result<BTreeMap<OrganizationId, Vec<person::Model>>, Error> {
    let roles: Vec<&str> = Role::ALL.iter().filter(|role| role.represents()).map(|role| role.as_str()).collect();
    let rows = mandate::Entity::find()
        .filter(mandate::Column::OrganizationId.is_in(roll.iter().map(|entry| entry.organization.0)))
        .filter(mandate::Column::Role.is_in(roles))
        .filter(mandate::Column::StartsOn.lte(today))
        .all(database)
        .await?;
    let rows: Vec<_> = rows.into_iter().filter(|row| row.ends_on.is_none_or(|last| today <= last)).collect();
    let people: HashMap<Uuid, person::Model> = person::Entity::find()
        .filter(person::Column::Id.is_in(rows.iter().map(|row| row.person_id)))
        .filter(person::Column::Email.is_not_null())
        .all(database)
        .await?
        .into_iter()
        .map(|person| (person.id, person))
        .collect();
    let mut readers: BTreeMap<OrganizationId, Vec<person::Model>> = BTreeMap::new();
    for row in rows {
        if let (Some(organization), Some(person)) = (row.organization_id, people.get(&row.person_id)) {
            let list = readers.entry(OrganizationId(organization)).or_default();
            if !list.iter().any(|known| known.id == person.id) {
                list.push(person.clone());
            }
        }
    }
    Ok(readers)
}

/// Writes the roll down.
pub(super) async fn freeze(
    unit: &entities::Unit,
    id: AssemblyId,
    roll: &[RollEntry],
    left_out: Vec<(Uuid, String, LeftOut)>,
) -> Result<(), Error> {
    let mut rows = Vec::with_capacity(roll.len());
    for entry in roll {
        rows.push(roll_entry::ActiveModel {
            assembly_id: Set(id.0),
            organization_id: Set(entry.organization.0),
            name: Set(entry.name.clone()),
            college_id: Set(entry.college.0),
            college_name: Set(entry.college_name.clone()),
            weight: Set(i64::try_from(entry.weight).map_err(|_| Error::Stored("a weight beyond measure".into()))?),
            reason: Set(serde_json::to_value(&entry.reason)?),
        });
    }
    for chunk in rows.chunks(1000) {
        roll_entry::Entity::insert_many(chunk.to_vec()).exec_without_returning(unit.write()).await?;
    }
    let mut rows = Vec::with_capacity(left_out.len());
    for (organization, name, reason) in left_out {
        rows.push(left_out::ActiveModel {
            assembly_id: Set(id.0),
            organization_id: Set(organization),
            name: Set(name),
            reason: Set(serde_json::to_value(reason)?),
        });
    }
    for chunk in rows.chunks(1000) {
        left_out::Entity::insert_many(chunk.to_vec()).exec_without_returning(unit.write()).await?;
    }
    Ok(())
}

fn named_ids(candidates: &[Candidate], left_out: BTreeMap<OrganizationId, LeftOut>) -> Vec<(Uuid, String, LeftOut)> {
    candidates
        .iter()
        .filter_map(|c| left_out.get(&c.organization).map(|reason| (c.organization.0, c.name.clone(), *reason)))
        .collect()
}

fn named(candidates: &[Candidate], left_out: BTreeMap<OrganizationId, LeftOut>) -> Vec<(String, LeftOut)> {
    named_ids(candidates, left_out).into_iter().map(|(_, name, reason)| (name, reason)).collect()
}

/// A file's name without path or control characters, and never empty.
fn safe_file_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = name.chars().filter(|c| !c.is_control() && *c != '"').take(120).collect();
    if name.trim().is_empty() { "document".into() } else { name }
}

/// The type that a browser is told. Nothing that a browser would run: anything else is only saved.
fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().map(str::to_ascii_lowercase).as_deref() {
        Some("pdf") => "application/pdf",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("odt") => "application/vnd.oasis.opendocument.text",
        Some("ods") => "application/vnd.oasis.opendocument.spreadsheet",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}
