//! The electoral roll: what it is made from, and how it is written down.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::{
    colleges::{Candidate, College, Declaration, LeftOut, RollEntry},
    ids::{AssemblyId, CollegeId, OrganizationId},
    locale::Localized,
    memberships::status_on,
};
use entities::{
    assemblies::{left_out, roll_entry},
    memberships::{membership, membership_step},
    networks::college,
    organizations::declared_figure,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{
    Error,
    networks::{Network, name_of, names_of},
};

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
            name: name_of(&names, row.organization_id, held_on),
            college: row.college_id.and_then(|college| colleges.get(&college).cloned()),
            status: steps.get(&row.id).and_then(|steps| status_on(steps, reference)),
            declarations: figures.remove(&row.organization_id).unwrap_or_default(),
        })
        .collect())
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

pub(super) fn named_ids(
    candidates: &[Candidate],
    left_out: BTreeMap<OrganizationId, LeftOut>,
) -> Vec<(Uuid, String, LeftOut)> {
    candidates
        .iter()
        .filter_map(|c| left_out.get(&c.organization).map(|reason| (c.organization.0, c.name.clone(), *reason)))
        .collect()
}

pub(super) fn named(candidates: &[Candidate], left_out: BTreeMap<OrganizationId, LeftOut>) -> Vec<(String, LeftOut)> {
    named_ids(candidates, left_out).into_iter().map(|(_, name, reason)| (name, reason)).collect()
}
