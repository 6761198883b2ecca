//! Who is at an assembly without a vote, and who of them speaks: the statutes say.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::{AssemblyRules, CourseRefused, State},
    ids::{AssemblyId, NetworkId, OrganizationId, PersonId},
    participation::seats,
    speakers::{RequestKind, SpeakerList},
    statutes::Audience,
};
use entities::{
    assemblies::{assembly, attendee},
    people::person,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};
use uuid::Uuid;

use super::{
    floor::{Asking, ask_in},
    in_network,
    sitting::Sitting,
};
use crate::{
    Error, FieldError, FieldProblem, Refusal, Services, Viewer, day_in,
    networks::{names_of, network_by_id},
};

/// Someone who attends without a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// Which.
    pub id: Uuid,
    /// The name under which they came.
    pub name: String,
    /// As whom.
    pub audience: Audience,
    /// With whom; may be empty.
    pub organization: String,
    /// Whether they may ask for the floor.
    pub speaks: bool,
    /// From.
    pub arrived_at: DateTime<Utc>,
    /// To.
    pub left_at: Option<DateTime<Utc>>,
}

/// What whoever looks may do here without a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnSeat {
    /// As whom they attend.
    pub audience: Audience,
    /// Whether they may ask for the floor.
    pub speaks: bool,
    /// Their line among those who are there.
    pub here: Option<Uuid>,
}

/// Everybody who is or was there without a vote, as one person sees it.
#[derive(Clone, Debug, Default)]
pub struct Attending {
    /// In the order of arrival.
    pub attendees: Vec<Attendee>,
    /// What whoever looks may do.
    pub own: Option<OwnSeat>,
    /// Whether they may be in the room at all.
    pub may_enter: bool,
}

/// Somebody whom the desk writes down.
#[derive(Clone, Debug, Default)]
pub struct NewAttendee {
    /// The name that they give, which may be a pseudonym.
    pub name: String,
    /// As whom they come.
    pub audience: String,
    /// With whom; may be empty.
    pub organization: String,
}

/// For whom the desk asks for the floor.
#[derive(Clone, Copy, Debug)]
pub enum Speaker {
    /// Somebody who attends without a vote.
    Attendee(Uuid),
    /// Somebody who is there for an organization.
    Representative(OrganizationId, PersonId),
}

/// The attendees of an assembly, in the order of arrival.
pub(super) async fn attendees_of(
    database: &impl ConnectionTrait,
    id: AssemblyId,
) -> Result<Vec<attendee::Model>, Error> {
    let query = attendee::Entity::find().filter(attendee::Column::AssemblyId.eq(id.0));
    Ok(query.order_by_asc(attendee::Column::ArrivedAt).order_by_asc(attendee::Column::Id).all(database).await?)
}

fn on_roll(sitting: &Sitting) -> BTreeSet<OrganizationId> {
    sitting.roll.iter().map(|entry| entry.organization).collect()
}

/// Who is there without a vote, and what the viewer may.
pub(super) async fn attending(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    sitting: &Sitting,
) -> Result<Attending, Error> {
    let rules = &sitting.rules.participation;
    let rows = attendees_of(database, AssemblyId(sitting.row.id)).await?;
    let seats = seats(&viewer.actor, NetworkId(sitting.row.network_id), &on_roll(sitting));
    let person = viewer.person().ok().map(|person| person.0);
    let here = rows.iter().find(|row| row.left_at.is_none() && row.person_id.is_some() && row.person_id == person);
    let own = rules.attends_as(&seats).map(|(audience, _)| OwnSeat {
        audience,
        speaks: rules.lets_speak(audience),
        here: here.map(|row| row.id),
    });
    let attendee = |row: attendee::Model| {
        let audience = row.audience.parse()?;
        Ok(Attendee {
            id: row.id,
            name: row.name,
            audience,
            organization: row.organization_name,
            speaks: rules.lets_speak(audience),
            arrived_at: row.arrived_at,
            left_at: row.left_at,
        })
    };
    Ok(Attending {
        own,
        may_enter: rules.may_enter(&seats),
        attendees: rows.into_iter().map(attendee).collect::<Result<_, Error>>()?,
    })
}

/// Whether the viewer may watch an assembly. The minutes of one that is over are for everybody who sees it.
pub(super) async fn may_enter(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    row: &assembly::Model,
) -> Result<(), Error> {
    let rules: Option<AssemblyRules> = row.rules.clone().map(serde_json::from_value).transpose()?;
    let silent = rules.is_none_or(|rules| rules.participation == domain::statutes::Participation::default());
    let runs = viewer.may(Action::RunAssembly, Scope::Network(NetworkId(row.network_id)));
    if silent || runs || row.state == State::Closed.as_str() {
        return Ok(());
    }
    let sitting = Sitting::load(database, AssemblyId(row.id)).await?;
    let seats = seats(&viewer.actor, NetworkId(row.network_id), &on_roll(&sitting));
    if sitting.rules.participation.may_enter(&seats) { Ok(()) } else { Err(Refusal::Named("not-in-the-room").into()) }
}

/// People come from the day of the assembly to its end.
async fn doors(database: &impl ConnectionTrait, sitting: &Sitting, now: DateTime<Utc>) -> Result<(), Error> {
    match sitting.state {
        State::Convened | State::Open => sitting.day_has_come(database, now).await,
        state => Err(CourseRefused::NotNow { state }.into()),
    }
}

impl Services {
    /// The viewer comes without a vote. Twice is once.
    ///
    /// # Errors
    /// Of permission, or a refusal: the statutes do not let them in, doors closed.
    pub async fn attend(&self, viewer: &Viewer, id: AssemblyId) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let sitting = Sitting::load(unit.read(), id).await?;
                let network = NetworkId(sitting.row.network_id);
                viewer.require(Action::ViewAssembly, Scope::Network(network))?;
                doors(unit.read(), &sitting, unit.now()).await?;
                let by = viewer.person()?;
                let seats = seats(&viewer.actor, network, &on_roll(&sitting));
                let seat = sitting.rules.participation.attends_as(&seats);
                let (audience, organization) = seat.ok_or(Refusal::Named("not-in-the-room"))?;
                let there = attendees_of(unit.read(), id).await?;
                if there.iter().any(|row| row.person_id == Some(by.0) && row.left_at.is_none()) {
                    return Ok(());
                }
                let zone = network_by_id(unit.read(), network.0).await?.zone;
                let person = person::Entity::find_by_id(by.0).one(unit.read()).await?.ok_or(Error::NotFound)?;
                let row = attendee::ActiveModel {
                    id: Set(unit.id()),
                    assembly_id: Set(id.0),
                    person_id: Set(Some(by.0)),
                    name: Set(person.pseudonym.unwrap_or(person.name)),
                    audience: Set(audience.to_string()),
                    organization_name: Set(match organization {
                        Some(organization) => name_of(unit.read(), organization, day_in(zone, unit.now())).await?,
                        None => String::new(),
                    }),
                    arrived_at: Set(unit.now()),
                    left_at: Set(None),
                };
                attendee::Entity::insert(row).exec_without_returning(unit.write()).await?;
                let told = serde_json::json!({ "assembly": id, "person": by, "audience": audience });
                unit.record(by, in_network(&sitting.row), "attendee_arrived", told);
                Ok(())
            })
        })
        .await
    }

    /// The desk writes somebody down who comes without a vote, by the name that they give.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or a refusal: the statutes do not let them in, doors closed.
    pub async fn write_down(&self, viewer: &Viewer, id: AssemblyId, new: NewAttendee) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            let new = new.clone();
            Box::pin(async move {
                let sitting = Sitting::load(unit.read(), id).await?;
                viewer.require(Action::RunAssembly, Scope::Network(NetworkId(sitting.row.network_id)))?;
                doors(unit.read(), &sitting, unit.now()).await?;
                let short = |text: &str| text.trim().chars().take(120).collect::<String>();
                let (name, organization) = (short(&new.name), short(&new.organization));
                let mut wrong = Vec::new();
                if name.is_empty() {
                    wrong.push(FieldError::new("name", FieldProblem::Missing));
                }
                let audience = new.audience.parse::<Audience>().ok();
                let audience = audience.filter(|audience| sitting.rules.participation.lets_in(*audience));
                let Some(audience) = audience.filter(|_| wrong.is_empty()) else {
                    if audience.is_none() {
                        wrong.push(FieldError::new("audience", FieldProblem::NotAChoice));
                    }
                    return Err(Error::Invalid(wrong));
                };
                let attendee = unit.id();
                let row = attendee::ActiveModel {
                    id: Set(attendee),
                    assembly_id: Set(id.0),
                    person_id: Set(None),
                    name: Set(name),
                    audience: Set(audience.to_string()),
                    organization_name: Set(organization),
                    arrived_at: Set(unit.now()),
                    left_at: Set(None),
                };
                attendee::Entity::insert(row).exec_without_returning(unit.write()).await?;
                let told = serde_json::json!({ "assembly": id, "attendee": attendee, "audience": audience });
                unit.record(viewer.person()?, in_network(&sitting.row), "attendee_arrived", told);
                Ok(())
            })
        })
        .await
    }

    /// Somebody who attended leaves: themselves, or by the desk. Who left has left.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn attendee_leaves(&self, viewer: &Viewer, id: AssemblyId, attendee: Uuid) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let sitting = Sitting::load(unit.read(), id).await?;
                let scope = Scope::Network(NetworkId(sitting.row.network_id));
                viewer.require(Action::ViewAssembly, scope)?;
                let by = viewer.person()?;
                let found = attendees_of(unit.read(), id).await?.into_iter().find(|row| row.id == attendee);
                if found.as_ref().and_then(|row| row.person_id) != Some(by.0) {
                    viewer.require(Action::RunAssembly, scope)?;
                }
                let found = found.ok_or(Error::NotFound)?;
                if found.left_at.is_none() {
                    let mut change = found.into_active_model();
                    change.left_at = Set(Some(unit.now()));
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({ "assembly": id, "attendee": attendee });
                    unit.record(by, in_network(&sitting.row), "attendee_left", told);
                }
                Ok(())
            })
        })
        .await
    }

    /// Whoever attends without a vote asks for the floor; or whoever runs the assembly asks for somebody.
    ///
    /// # Errors
    /// Of permission, or [`domain::speakers::FloorRefused`].
    pub async fn ask_floor_for(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        speaker: Speaker,
        (kind, list): (RequestKind, SpeakerList),
    ) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let sitting = Sitting::load(unit.read(), id).await?;
                let scope = Scope::Network(NetworkId(sitting.row.network_id));
                viewer.require(Action::ViewAssembly, scope)?;
                let by = viewer.person()?;
                let asking = match speaker {
                    Speaker::Attendee(attendee) => {
                        let found = attendees_of(unit.read(), id).await?.into_iter().find(|row| row.id == attendee);
                        if found.as_ref().and_then(|row| row.person_id) != Some(by.0) {
                            viewer.require(Action::RunAssembly, scope)?;
                        }
                        let found = found.ok_or(Error::NotFound)?;
                        if !sitting.rules.participation.lets_speak(found.audience.parse()?) {
                            return Err(Refusal::Named("audience-does-not-speak").into());
                        }
                        Asking {
                            organization: None,
                            person: found.person_id,
                            attendee: Some(attendee),
                            here: found.left_at.is_none(),
                            name: found.name,
                        }
                    }
                    Speaker::Representative(organization, person) => {
                        viewer.require(Action::RunAssembly, scope)?;
                        let mut rows = sitting.attendances.iter();
                        let row = rows.rfind(|row| row.organization_id == organization.0 && row.person_id == person.0);
                        Asking {
                            organization: Some(organization),
                            person: Some(person.0),
                            attendee: None,
                            here: row.is_some_and(|row| row.left_at.is_none()),
                            name: row.map(|row| row.person_name.clone()).unwrap_or_default(),
                        }
                    }
                };
                ask_in(unit, &sitting, by, asking, (kind, list)).await
            })
        })
        .await
    }
}

async fn name_of(
    database: &impl ConnectionTrait,
    organization: OrganizationId,
    today: chrono::NaiveDate,
) -> Result<String, Error> {
    let names = names_of(database, &[organization.0]).await?;
    let name = names.get(&organization.0).and_then(|names| domain::organizations::name_on(names, today));
    Ok(name.map(|name| name.name.clone()).unwrap_or_default())
}
