//! Which associations come first where seats are given out after the close: the network says so for all its trainings.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Scope},
    ids::{NetworkId, OrganizationId},
    organizations::name_on,
    trainings::seating::Seating,
};
use entities::trainings::priority;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use uuid::Uuid;

use crate::{
    Error, FieldProblem, Services, Viewer, day_in,
    fields::{Fields, LINE},
    networks::{Network, members_of, name_of, names_of},
    text::fold,
};

/// The last priority that can be given.
const LAST: u64 = 99;

/// An association that comes before others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// Which.
    pub organization: OrganizationId,
    /// How it is called today.
    pub name: String,
    /// Lower comes first.
    pub priority: u32,
}

/// What a form says of a priority.
#[derive(Clone, Debug, Default)]
pub struct PriorityForm {
    /// The name of a member, as it is today.
    pub name: String,
    /// Its priority, from 1.
    pub priority: String,
}

/// The priorities of a network, as they are now.
pub(super) async fn priorities_of(
    database: &impl ConnectionTrait,
    network: NetworkId,
) -> Result<BTreeMap<OrganizationId, u32>, Error> {
    let rows = priority::Entity::find().filter(priority::Column::NetworkId.eq(network.0)).all(database).await?;
    let entry = |row: priority::Model| (OrganizationId(row.organization_id), u32::try_from(row.priority).unwrap_or(0));
    Ok(rows.into_iter().map(entry).collect())
}

impl Services {
    /// The associations that come first, by priority and name.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn training_priorities(&self, viewer: &Viewer, network: &Network) -> Result<Vec<Priority>, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let found = priorities_of(self.store().read(), network.id).await?;
        self.named(network, &found).await
    }

    /// The priorities that a session goes by, with the names of today.
    pub(super) async fn named_priorities(
        &self,
        network: &Network,
        seating: &Seating,
    ) -> Result<Vec<(u32, Vec<String>)>, Error> {
        let mut found: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        for Priority { name, priority, .. } in self.named(network, &seating.priorities).await? {
            found.entry(priority).or_default().push(name);
        }
        Ok(found.into_iter().collect())
    }

    async fn named(
        &self,
        network: &Network,
        priorities: &BTreeMap<OrganizationId, u32>,
    ) -> Result<Vec<Priority>, Error> {
        if priorities.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<Uuid> = priorities.keys().map(|organization| organization.0).collect();
        let names = names_of(self.store().read(), &ids).await?;
        let today = day_in(network.zone, self.now());
        let mut found: Vec<Priority> = priorities
            .iter()
            .map(|(organization, priority)| {
                let name = name_of(&names, organization.0, today);
                Priority { organization: *organization, name, priority: *priority }
            })
            .collect();
        found.sort_by_cached_key(|it| (it.priority, fold(&it.name)));
        Ok(found)
    }

    /// Says that a member comes first, or where. It holds for sessions that are announced from now on.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`].
    pub async fn set_training_priority(
        &self,
        viewer: &Viewer,
        network: &Network,
        form: &PriorityForm,
    ) -> Result<(), Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let mut fields = Fields::default();
        let name = fields.required("name", &form.name, LINE);
        let number = fields.number("priority", &form.priority, LAST);
        if number == 0 && !fields.has("priority") {
            fields.wrong("priority", FieldProblem::NotANumber);
        }
        let member = self.member_called(network, &name).await?;
        if member.is_none() && !fields.has("name") {
            fields.wrong("name", FieldProblem::NotAChoice);
        }
        fields.finish()?;
        let (person, network) = (viewer.person()?, network.id);
        let Some(organization) = member else { return Err(Error::NotFound) };
        let number = i32::try_from(number).unwrap_or(i32::MAX);
        self.store()
            .write(move |unit| {
                Box::pin(async move {
                    let row = priority::ActiveModel {
                        network_id: Set(network.0),
                        organization_id: Set(organization.0),
                        priority: Set(number),
                    };
                    let again = OnConflict::columns([priority::Column::NetworkId, priority::Column::OrganizationId])
                        .update_column(priority::Column::Priority)
                        .to_owned();
                    priority::Entity::insert(row).on_conflict(again).exec_without_returning(unit.write()).await?;
                    let told = serde_json::json!({ "organization": organization, "priority": number });
                    unit.record(person, Some(network.0), "training_priority_set", told);
                    Ok(())
                })
            })
            .await
    }

    /// Takes a priority away. Twice is once.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn drop_training_priority(
        &self,
        viewer: &Viewer,
        network: &Network,
        organization: OrganizationId,
    ) -> Result<(), Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let (person, network) = (viewer.person()?, network.id);
        self.store()
            .write(move |unit| {
                Box::pin(async move {
                    let gone = priority::Entity::delete_by_id((network.0, organization.0)).exec(unit.write()).await?;
                    if gone.rows_affected > 0 {
                        let told = serde_json::json!({ "organization": organization, "priority": null });
                        unit.record(person, Some(network.0), "training_priority_set", told);
                    }
                    Ok(())
                })
            })
            .await
    }

    /// The member of a network that has a name today, whatever its accents and capitals.
    pub(crate) async fn member_called(&self, network: &Network, name: &str) -> Result<Option<OrganizationId>, Error> {
        let database = self.store().read();
        let members: Vec<Uuid> = members_of(database, network.id).await?.into_iter().collect();
        let names = names_of(database, &members).await?;
        let today = day_in(network.zone, self.now());
        let called = |dated: &[domain::organizations::DatedName]| {
            name_on(dated, today).is_some_and(|known| {
                fold(&known.name) == fold(name) || known.short_name.as_deref().map(fold) == Some(fold(name))
            })
        };
        Ok(names.iter().find(|(_, dated)| called(dated)).map(|(id, _)| OrganizationId(*id)))
    }
}
