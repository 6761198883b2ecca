//! People and their mandates: who may do what, from when to when, given by whom.
//!
//! People of other organizations are known by their pseudonym where they have one.

mod details;
mod lists;
mod mandates;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    access::{Action, Relation, Scope, permitted},
    ids::{NetworkId, PersonId},
    people::{Holder, Role},
};
use entities::{
    Unit,
    people::{mandate, person},
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};
use uuid::Uuid;

use crate::{Error, Viewer, organizations};

pub use details::{KnownPerson, PersonForm};
pub use lists::{PersonInNetwork, PersonInOrganization};
pub use mandates::MandateForm;

pub(super) const fn managing(holder: Holder) -> (Action, Scope) {
    match holder {
        Holder::Network(id) => (Action::ManageNetworkMandates, Scope::Network(id)),
        Holder::Organization(id) => (Action::ManageOrganizationMandates, Scope::Organization(id)),
    }
}

/// The true name, for those who may know it; for others the pseudonym of whoever has one.
pub(crate) fn name_for(person: &person::Model, true_name: bool) -> String {
    match &person.pseudonym {
        Some(pseudonym) if !true_name => pseudonym.clone(),
        _ => person.name.clone(),
    }
}

/// Mandates that count on a day, the first and the last included: see `domain::people::Mandate::valid_on`.
pub(crate) fn valid_on(day: NaiveDate) -> Condition {
    let still = mandate::Column::EndsOn.is_null().or(mandate::Column::EndsOn.gte(day));
    Condition::all().add(mandate::Column::StartsOn.lte(day)).add(still)
}

/// Who may do something for one of several organizations on a day.
pub(crate) async fn holders(
    database: &impl ConnectionTrait,
    organizations: &[Uuid],
    action: Action,
    day: NaiveDate,
) -> Result<BTreeSet<Uuid>, Error> {
    let rows = mandate::Entity::find()
        .filter(mandate::Column::OrganizationId.is_in(organizations.iter().copied()))
        .filter(valid_on(day))
        .all(database)
        .await?;
    let may = |row: &mandate::Model| {
        row.role.parse::<Role>().is_ok_and(|role| permitted(action, role, Relation::InOrganization))
    };
    Ok(rows.iter().filter(|row| may(row)).map(|row| row.person_id).collect())
}

pub(super) fn stored_holder(row: &mandate::Model) -> Result<Holder, Error> {
    Ok(crate::viewer::stored_mandate(row)?.holder)
}

/// Whether the viewer may see one of the places in which someone holds or held a mandate.
pub(super) async fn visible(database: &impl ConnectionTrait, viewer: &Viewer, id: PersonId) -> Result<bool, Error> {
    let mandates = mandate::Entity::find().filter(mandate::Column::PersonId.eq(id.0)).all(database).await?;
    for row in &mandates {
        let scope = match stored_holder(row)? {
            Holder::Network(id) => Scope::Network(id),
            Holder::Organization(id) => Scope::Organization(id),
        };
        if viewer.may(Action::ViewPeople, scope) {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(super) async fn tell(
    unit: &Unit,
    by: PersonId,
    holder: Holder,
    kind: &'static str,
    payload: serde_json::Value,
) -> Result<(), Error> {
    match holder {
        Holder::Network(NetworkId(id)) => {
            unit.record(by, Some(id), kind, payload);
            Ok(())
        }
        Holder::Organization(id) => organizations::tell(unit, by, id, kind, payload).await,
    }
}
