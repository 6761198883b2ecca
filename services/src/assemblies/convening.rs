//! Calling the members: what stands against it, and what it does.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};
use domain::{
    access::{Action, Scope},
    assemblies::{CourseRefused, Notice, State, may_convene},
    colleges::{LeftOut, RollEntry, freeze_roll},
    convening::may_call,
    ids::{AssemblyId, NetworkId, OrganizationId},
    people::{Holder, Role},
};
use entities::{
    assemblies::assembly,
    people::{mandate, person},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    convocation,
    drafting::{count_items, draft, items_of},
    in_network,
    roll::{candidates, freeze, named, named_ids},
    second::in_time,
    sitting::Sitting,
};
use crate::{Error, Refusal, Services, Viewer, day_in, mail, networks::network_by_id, text};

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
    pub obstacle: Option<CourseRefused>,
}

impl Services {
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
        let obstacle = may_convene(sitting.state, &sitting.kind_rules(), items, roll.len(), today, sitting.row.held_on)
            .err()
            .or_else(|| in_time(&sitting).err())
            .or_else(|| calls(viewer, &sitting).err());
        let mut left_out = named(&candidates, left_out);
        left_out.sort_by_cached_key(|(name, _)| text::fold(name));
        Ok(Preparation { roll, left_out, obstacle })
    }

    /// Calls the members: freezes rules and roll, and writes to every representative.
    ///
    /// # Errors
    /// Of permission, or a refusal: agenda, roll, notice, state.
    pub async fn convene(&self, viewer: &Viewer, id: AssemblyId) -> Result<Convened, Error> {
        let public_url = self.settings().public_url.clone();
        self.in_room(viewer, id, move |unit, viewer| {
            let public_url = public_url.clone();
                Box::pin(async move {
                    draft(unit.read(), viewer, id).await?;
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
                    in_time(&sitting)?;
                    calls(viewer, &sitting)?;
                    let readers = readers(unit.read(), &roll, today).await?;
                    let unreachable = roll
                        .iter()
                        .filter(|entry| !readers.contains_key(&entry.organization))
                        .map(|entry| entry.name.clone())
                        .collect();
                    freeze(unit, id, &roll, named_ids(&candidates, left_out)).await?;
                    let change = assembly::ActiveModel {
                        id: Set(id.0),
                        state: Set(State::Convened.to_string()),
                        reference_on: Set(Some(reference)),
                        rules: Set(Some(serde_json::to_value(&sitting.rules)?)),
                        statutes_version: Set(sitting.version),
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
                        "kind": sitting.kind, "second": sitting.row.second_of.is_some(), "roll": roll, "letters": sent, "rules": sitting.rules, "statutes": sitting.version,
                    });
                    unit.record(viewer.person()?, in_network(&sitting.row), "assembly_convened", told);
                    Ok(Convened { notice, letters: sent, unreachable })
            })
        })
        .await
    }
}

/// Whether the statutes let the viewer call this assembly.
fn calls(viewer: &Viewer, sitting: &Sitting) -> Result<(), CourseRefused> {
    let here = Holder::Network(NetworkId(sitting.row.network_id));
    let roles = viewer.actor.mandates().iter().filter(|mandate| mandate.holder == here).map(|mandate| mandate.role);
    may_call(&sitting.kind_rules().convening, &roles.collect())
}

fn reference_day(sitting: &Sitting) -> Result<NaiveDate, Error> {
    let days = Days::new(u64::from(sitting.rules.reference_days));
    sitting.row.held_on.checked_sub_days(days).ok_or(Refusal::Named("date-impossible").into())
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
