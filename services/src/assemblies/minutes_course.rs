//! The course of the minutes: who chaired and kept them, the version that is read and signed.

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::State,
    ids::{AssemblyId, NetworkId, PersonId},
    minutes::{Course, MinutesRefused, Office, Proof, Stage, text_hash},
    polls::{Outcome, PollState},
};
use entities::{
    Unit,
    assemblies::{assembly, attendance, item, minutes, minutes_act, minutes_approval, minutes_course, poll},
    people::{mandate, person},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use super::in_network;
use crate::{Error, FieldError, FieldProblem, Services, Viewer, day_in, networks::network_by_id};

/// Where the minutes stand, with the names.
#[derive(Clone, Debug, Default)]
pub struct Signing {
    /// What may be done.
    pub course: Course,
    /// Whoever chaired.
    pub chair: Option<Named>,
    /// Whoever kept the minutes.
    pub secretary: Option<Named>,
    /// The version that was given to be read.
    pub presented: Option<Presented>,
    /// Who has read and signed it, in their order.
    pub acts: Vec<Act>,
    /// Who had read or signed an earlier one.
    pub voided: Vec<Act>,
    /// The assembly that is to decide on it.
    pub awaited_by: Option<(AssemblyId, String)>,
    /// The assembly that approved it.
    pub approved: Option<Approved>,
    /// In which capacity the viewer reads and signs.
    pub mine: Option<Office>,
}

/// A person with an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub person: PersonId,
    /// Under which name they stand in the minutes.
    pub name: String,
}

/// A version that stands.
#[derive(Clone, Debug)]
pub struct Presented {
    /// Of the secretary's text.
    pub version: i32,
    /// `domain::minutes::Canonical`, letter by letter.
    pub text: String,
    /// Its hash.
    pub hash: String,
    /// Since when.
    pub at: DateTime<Utc>,
}

/// Somebody read or signed.
#[derive(Clone, Debug)]
pub struct Act {
    /// In which capacity.
    pub office: Office,
    /// Who.
    pub name: String,
    /// Which version.
    pub version: i32,
    /// When.
    pub at: DateTime<Utc>,
    /// How, for a signature.
    pub proof: Option<Proof>,
    /// When a change made it void.
    pub voided_at: Option<DateTime<Utc>>,
}

/// An approval.
#[derive(Clone, Debug)]
pub struct Approved {
    /// By which assembly.
    pub assembly: AssemblyId,
    /// What it is called.
    pub title: String,
    /// When it decided.
    pub at: DateTime<Utc>,
}

impl Services {
    /// Who may be named: those who were there, and those who hold a mandate in the network.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn minutes_people(&self, viewer: &Viewer, id: AssemblyId) -> Result<Vec<Named>, Error> {
        let database = self.store().read();
        let row = assembly::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        viewer.require(Action::RunAssembly, Scope::Network(NetworkId(row.network_id)))?;
        people(database, &row, self.now()).await
    }

    /// Says who chaired the session and who keeps its minutes. What was read and signed before is void.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`] for somebody who was not there, or a refusal.
    pub async fn name_minutes_offices(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        chair: Option<PersonId>,
        secretary: Option<PersonId>,
    ) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let row = run(unit, &viewer, id).await?;
                    let known = people(unit.read(), &row, unit.now()).await?;
                    let find = |person: Option<PersonId>| known.iter().find(|known| Some(known.person) == person);
                    let (Some(chair), Some(secretary)) = (find(chair), find(secretary)) else {
                        let missing = [("chair", find(chair)), ("secretary", find(secretary))];
                        let missing = missing.into_iter().filter(|(_, found)| found.is_none());
                        let missing = missing.map(|(field, _)| FieldError::new(field, FieldProblem::NotAChoice));
                        return Err(Error::Invalid(missing.collect()));
                    };
                    signing(unit.read(), &row).await?.course.may_name(chair.person, secretary.person)?;
                    let voided = back_to_draft(unit, id).await?;
                    let change = minutes_course::ActiveModel {
                        assembly_id: Set(id.0),
                        chair_id: Set(Some(chair.person.0)),
                        chair_name: Set(Some(chair.name.clone())),
                        secretary_id: Set(Some(secretary.person.0)),
                        secretary_name: Set(Some(secretary.name.clone())),
                        ..Default::default()
                    };
                    let columns = [
                        minutes_course::Column::ChairId,
                        minutes_course::Column::ChairName,
                        minutes_course::Column::SecretaryId,
                        minutes_course::Column::SecretaryName,
                    ];
                    minutes_course::Entity::insert(change)
                        .on_conflict(
                            OnConflict::column(minutes_course::Column::AssemblyId).update_columns(columns).to_owned(),
                        )
                        .exec_without_returning(unit.write())
                        .await?;
                    let told = serde_json::json!({
                        "assembly": id, "chair": { "person": chair.person, "name": chair.name },
                        "secretary": { "person": secretary.person, "name": secretary.name }, "voided": voided,
                    });
                    unit.record(viewer.person()?, in_network(&row), "minutes_offices_named", told);
                    Ok(())
                })
            })
            .await
    }

    /// Gives a version to be read: from now on its text stands, and its hash is what is read and signed.
    ///
    /// # Errors
    /// Of permission, a refusal, or [`Error::Conflict`] when there is a newer version.
    pub async fn present_minutes(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        version: i32,
        text: String,
    ) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, text) = (viewer.clone(), text.clone());
                Box::pin(async move {
                    let row = run(unit, &viewer, id).await?;
                    signing(unit.read(), &row).await?.course.may_present()?;
                    let saved = minutes::Entity::find_by_id(id.0).one(unit.read()).await?;
                    if saved.map_or(0, |saved| saved.version) != version {
                        return Err(Error::Conflict);
                    }
                    let hash = text_hash(&text);
                    let change = minutes_course::ActiveModel {
                        assembly_id: Set(id.0),
                        version: Set(Some(version)),
                        text: Set(Some(text)),
                        hash: Set(Some(hash.clone())),
                        presented_at: Set(Some(unit.now())),
                        ..Default::default()
                    };
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({ "assembly": id, "version": version, "hash": hash });
                    unit.record(viewer.person()?, in_network(&row), "minutes_presented", told);
                    Ok(())
                })
            })
            .await
    }

    /// The viewer declares that they have read the version of that hash.
    ///
    /// # Errors
    /// Of permission, or a refusal: not theirs, another version.
    pub async fn read_minutes(&self, viewer: &Viewer, id: AssemblyId, hash: &str) -> Result<(), Error> {
        let (viewer, hash) = (viewer.clone(), hash.to_owned());
        self.store()
            .write(move |unit| {
                let (viewer, hash) = (viewer.clone(), hash.clone());
                Box::pin(async move {
                    let (row, signing) = seen(unit.read(), &viewer, id).await?;
                    let office = signing.course.may_read(viewer.person()?)?;
                    act(unit, &row, &signing, office, &hash, None).await
                })
            })
            .await
    }
}

/// An assembly whose minutes the viewer may see.
pub(super) async fn seen(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    id: AssemblyId,
) -> Result<(assembly::Model, Signing), Error> {
    let row = assembly::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
    super::drafting::visible(viewer, &row)?;
    let mut signing = signing(database, &row).await?;
    signing.mine = signing.course.office_of(viewer.person()?);
    Ok((row, signing))
}

async fn run(unit: &Unit, viewer: &Viewer, id: AssemblyId) -> Result<assembly::Model, Error> {
    let row = assembly::Entity::find_by_id(id.0).one(unit.read()).await?.ok_or(Error::NotFound)?;
    viewer.require(Action::RunAssembly, Scope::Network(NetworkId(row.network_id)))?;
    Ok(row)
}

/// Writes down that somebody read or signed the version that stands, which is the one that they saw.
pub(super) async fn act(
    unit: &Unit,
    row: &assembly::Model,
    signing: &Signing,
    office: Office,
    hash: &str,
    proof: Option<Proof>,
) -> Result<(), Error> {
    let presented = signing.presented.as_ref().ok_or(MinutesRefused::NothingPresented)?;
    if presented.hash != hash {
        return Err(MinutesRefused::OtherVersion.into());
    }
    let named = match office {
        Office::Chair => signing.chair.as_ref(),
        Office::Secretary => signing.secretary.as_ref(),
    };
    let named = named.ok_or(MinutesRefused::NotNamed)?;
    let (act, kind) = match proof {
        None => ("read", "minutes_read"),
        Some(_) => ("signed", "minutes_signed"),
    };
    let told = serde_json::json!({
        "assembly": row.id, "version": presented.version, "hash": hash, "office": office, "person": named.person,
        "name": named.name, "proof": proof,
    });
    let new = minutes_act::ActiveModel {
        id: Set(unit.id()),
        assembly_id: Set(row.id),
        act: Set(act.into()),
        office: Set(office.to_string()),
        person_id: Set(named.person.0),
        person_name: Set(named.name.clone()),
        version: Set(presented.version),
        hash: Set(hash.to_owned()),
        proof: Set(proof.map(serde_json::to_value).transpose()?),
        at: Set(unit.now()),
        voided_at: Set(None),
    };
    minutes_act::Entity::insert(new).exec_without_returning(unit.write()).await?;
    unit.record(named.person, in_network(row), kind, told);
    Ok(())
}

/// No version stands any more; how many readings and signatures are void by it.
pub(super) async fn back_to_draft(unit: &Unit, id: AssemblyId) -> Result<u64, Error> {
    use minutes_course::Column;
    minutes_course::Entity::update_many()
        .col_expr(Column::Version, Expr::value(Option::<i32>::None))
        .col_expr(Column::Text, Expr::value(Option::<String>::None))
        .col_expr(Column::Hash, Expr::value(Option::<String>::None))
        .col_expr(Column::PresentedAt, Expr::value(Option::<DateTime<Utc>>::None))
        .filter(Column::AssemblyId.eq(id.0))
        .exec(unit.write())
        .await?;
    let voided = minutes_act::Entity::update_many()
        .col_expr(minutes_act::Column::VoidedAt, Expr::value(unit.now()))
        .filter(minutes_act::Column::AssemblyId.eq(id.0))
        .filter(minutes_act::Column::VoidedAt.is_null())
        .exec(unit.write())
        .await?;
    Ok(voided.rows_affected)
}

/// Where the minutes of an assembly stand.
pub(crate) async fn signing(database: &impl ConnectionTrait, row: &assembly::Model) -> Result<Signing, Error> {
    let over = row.state.parse::<State>()? == State::Closed;
    let Some(course) = minutes_course::Entity::find_by_id(row.id).one(database).await? else {
        return Ok(Signing { course: Course { over, ..Course::default() }, ..Signing::default() });
    };
    let all = minutes_act::Entity::find()
        .filter(minutes_act::Column::AssemblyId.eq(row.id))
        .order_by_asc(minutes_act::Column::At)
        .order_by_asc(minutes_act::Column::Act)
        .order_by_asc(minutes_act::Column::Office)
        .all(database)
        .await?;
    let mut signing = Signing { course: Course { over, ..Course::default() }, ..Signing::default() };
    for row in all {
        let act = Act {
            office: row.office.parse()?,
            name: row.person_name,
            version: row.version,
            at: row.at,
            proof: row.proof.map(serde_json::from_value).transpose()?,
            voided_at: row.voided_at,
        };
        if act.voided_at.is_some() {
            signing.voided.push(act);
            continue;
        }
        let done = if act.proof.is_some() { &mut signing.course.signed } else { &mut signing.course.read };
        done.insert(act.office);
        signing.acts.push(act);
    }
    let named = |person: Option<Uuid>, name: Option<String>| {
        Some(Named { person: PersonId(person?), name: name.unwrap_or_default() })
    };
    signing.chair = named(course.chair_id, course.chair_name);
    signing.secretary = named(course.secretary_id, course.secretary_name);
    signing.course.chair = signing.chair.as_ref().map(|named| named.person);
    signing.course.secretary = signing.secretary.as_ref().map(|named| named.person);
    if let (Some(version), Some(text), Some(hash), Some(at)) =
        (course.version, course.text, course.hash, course.presented_at)
    {
        signing.presented = Some(Presented { version, text, hash, at });
        signing.course.presented = true;
    }
    if let (Some(at), Some(by)) = (course.approved_at, course.approved_by) {
        let title = course.approved_title.unwrap_or_default();
        signing.approved = Some(Approved { assembly: AssemblyId(by), title, at });
        signing.course.approved = true;
    } else if signing.course.stage() == Stage::Signed {
        signing.awaited_by = awaited_by(database, row.id).await?;
        signing.course.awaited = signing.awaited_by.is_some();
    }
    Ok(signing)
}

/// The assembly on whose agenda the minutes stand, as long as it has not decided on them.
async fn awaited_by(database: &impl ConnectionTrait, id: Uuid) -> Result<Option<(AssemblyId, String)>, Error> {
    let asked = minutes_approval::Entity::find().filter(minutes_approval::Column::AssemblyId.eq(id));
    for asked in asked.all(database).await? {
        let Some(item) = item::Entity::find_by_id(asked.item_id).one(database).await? else { continue };
        let held = assembly::Entity::find_by_id(item.assembly_id).one(database).await?.ok_or(Error::NotFound)?;
        if held.state.parse::<State>()? == State::Closed {
            continue;
        }
        let vote = poll::Entity::find()
            .filter(poll::Column::ItemId.eq(item.id))
            .filter(poll::Column::AmendmentId.is_null())
            .filter(poll::Column::State.eq(PollState::Closed.as_str()));
        let vote = vote.one(database).await?.and_then(|vote| vote.outcome);
        let outcome: Option<Outcome> = vote.map(serde_json::from_value).transpose()?;
        if outcome.is_none_or(|outcome| outcome.awaits_casting_vote()) {
            return Ok(Some((AssemblyId(held.id), held.title)));
        }
    }
    Ok(None)
}

async fn people(
    database: &impl ConnectionTrait,
    row: &assembly::Model,
    now: DateTime<Utc>,
) -> Result<Vec<Named>, Error> {
    let came = attendance::Entity::find().filter(attendance::Column::AssemblyId.eq(row.id)).all(database).await?;
    let mut people: Vec<Named> =
        came.into_iter().map(|row| Named { person: PersonId(row.person_id), name: row.person_name }).collect();
    // Whoever keeps the minutes may have been given their mandate after the session.
    let today = day_in(network_by_id(database, row.network_id).await?.zone, now);
    let mandates = mandate::Entity::find()
        .filter(mandate::Column::NetworkId.eq(row.network_id))
        .filter(mandate::Column::StartsOn.lte(today))
        .filter(mandate::Column::EndsOn.is_null().or(mandate::Column::EndsOn.gte(row.held_on)));
    let holders: Vec<Uuid> = mandates.all(database).await?.into_iter().map(|row| row.person_id).collect();
    let holders = person::Entity::find().filter(person::Column::Id.is_in(holders)).all(database).await?;
    people.extend(
        holders.into_iter().map(|row| Named { person: PersonId(row.id), name: row.pseudonym.unwrap_or(row.name) }),
    );
    people.sort_by_cached_key(|named| (crate::text::fold(&named.name), named.person));
    let mut seen = std::collections::HashSet::new();
    people.retain(|named| seen.insert(named.person));
    Ok(people)
}
