//! Who is who, as each viewer may know it.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    access::{Action, Scope},
    ids::{OrganizationId, PersonId},
    memberships::Status,
    people::Role,
};
use entities::{
    memberships::membership,
    organizations::organization,
    people::{mandate, person},
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{
    Error, Services, Viewer, day_in,
    networks::{Network, names_of},
    text, time_zone,
};

/// A mandate with the person who holds it, as a viewer may know them.
#[derive(Clone, Debug)]
pub struct PersonInOrganization {
    /// Who.
    pub person: PersonId,
    /// Name, or the pseudonym for those who may know no more.
    pub name: String,
    /// Where to write; only for those who may see contact details.
    pub email: Option<String>,
    /// Which mandate.
    pub mandate: Uuid,
    /// The role.
    pub role: Role,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where there is one.
    pub until: Option<NaiveDate>,
    /// Whether it counts today.
    pub valid: bool,
}

/// A mandate in a list over a whole network.
#[derive(Clone, Debug)]
pub struct PersonInNetwork {
    /// The mandate and its person.
    pub held: PersonInOrganization,
    /// The organization in which it is held, by name and address; `None` in the network itself.
    pub organization: Option<(String, String)>,
}

impl Services {
    /// The day on which mandates are looked at.
    pub(super) fn today(&self) -> NaiveDate {
        day_in(time_zone("Europe/Paris"), self.now())
    }

    /// The mandates of an organization that count today, as the viewer may know the people; those
    /// who see contact details also see what ended or is yet to begin.
    pub(crate) async fn people_of(
        &self,
        viewer: &Viewer,
        scope: Scope,
        organization: OrganizationId,
    ) -> Result<Vec<PersonInOrganization>, Error> {
        let rows = mandate::Entity::find().filter(mandate::Column::OrganizationId.eq(organization.0));
        let rows = with_people(self.store().read(), rows).await?;
        let whole = viewer.may(Action::ViewPeople, scope);
        let today = self.today();
        let mut people = rows
            .into_iter()
            .map(|(mandate, person)| seen(mandate, person, whole, today))
            .collect::<Result<Vec<_>, _>>()?;
        people.retain(|held| held.valid || whole);
        sort(&mut people);
        Ok(people)
    }

    /// Everyone who holds or held a mandate of an organization.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn organization_people(
        &self,
        viewer: &Viewer,
        organization: OrganizationId,
    ) -> Result<Vec<PersonInOrganization>, Error> {
        let scope = Scope::Organization(organization);
        viewer.require(Action::ViewPeople, scope)?;
        self.people_of(viewer, scope, organization).await
    }

    /// The mandates of a network and, of its current members, those that count today.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn network_people(&self, viewer: &Viewer, network: &Network) -> Result<Vec<PersonInNetwork>, Error> {
        viewer.require(Action::ViewPeople, Scope::Network(network.id))?;
        let database = self.store().read();
        let today = day_in(network.zone, self.now());
        let members = membership::Entity::find()
            .filter(membership::Column::NetworkId.eq(network.id.0))
            .filter(membership::Column::Status.is_in([
                Status::Applied.as_str(),
                Status::Admitted.as_str(),
                Status::Suspended.as_str(),
            ]))
            .all(database)
            .await?;
        let ids: Vec<Uuid> = members.iter().map(|row| row.organization_id).collect();
        let names = names_of(database, &ids).await?;
        let slugs = organization::Entity::find().filter(organization::Column::Id.is_in(ids.iter().copied()));
        let slugs: HashMap<Uuid, String> =
            slugs.all(database).await?.into_iter().map(|row| (row.id, row.slug)).collect();
        let rows = mandate::Entity::find().filter(
            Condition::any()
                .add(mandate::Column::NetworkId.eq(network.id.0))
                .add(mandate::Column::OrganizationId.is_in(ids)),
        );
        let mut people = Vec::new();
        for (mandate, person) in with_people(database, rows).await? {
            let organization = mandate.organization_id.map(|id| {
                let name = names.get(&id).and_then(|names| domain::organizations::name_on(names, today));
                let name = name.map(|name| name.short_name.clone().unwrap_or_else(|| name.name.clone()));
                (slugs.get(&id).cloned().unwrap_or_default(), name.unwrap_or_default())
            });
            let held = seen(mandate, person, true, today)?;
            if held.valid || organization.is_none() {
                people.push(PersonInNetwork { held, organization });
            }
        }
        people.sort_by_cached_key(|person| {
            let organization = person.organization.as_ref().map(|(_, name)| text::fold(name));
            (organization, !person.held.valid, person.held.role, text::fold(&person.held.name))
        });
        Ok(people)
    }
}

async fn with_people(
    database: &impl ConnectionTrait,
    query: sea_orm::Select<mandate::Entity>,
) -> Result<Vec<(mandate::Model, person::Model)>, Error> {
    let rows = query.order_by_asc(mandate::Column::StartsOn).all(database).await?;
    let mut ids: Vec<Uuid> = rows.iter().map(|row| row.person_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut people: HashMap<Uuid, person::Model> = HashMap::new();
    for chunk in ids.chunks(1_000) {
        let found = person::Entity::find().filter(person::Column::Id.is_in(chunk.iter().copied()));
        people.extend(found.all(database).await?.into_iter().map(|row| (row.id, row)));
    }
    Ok(rows.into_iter().filter_map(|row| people.get(&row.person_id).cloned().map(|person| (row, person))).collect())
}

fn seen(
    row: mandate::Model,
    person: person::Model,
    whole: bool,
    today: NaiveDate,
) -> Result<PersonInOrganization, Error> {
    let mandate = crate::viewer::stored_mandate(&row)?;
    Ok(PersonInOrganization {
        person: PersonId(person.id),
        name: if whole { person.name } else { person.pseudonym.unwrap_or(person.name) },
        email: person.email.filter(|_| whole),
        mandate: row.id,
        role: mandate.role,
        from: mandate.from,
        until: mandate.until,
        valid: mandate.valid_on(today),
    })
}

fn sort(people: &mut [PersonInOrganization]) {
    people.sort_by_cached_key(|held| (!held.valid, held.role, text::fold(&held.name)));
}
