//! What awaits a person: gathered from every capability, the most urgent first.

mod assemblies;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    access::{Action, Scope},
    ids::{AssemblyId, NetworkId, OrganizationId},
    memberships::Status,
    organizations::name_on,
    people::{Holder, Role},
    sign_in::ConnectionState,
};
use entities::{
    memberships::membership,
    organizations::organization,
    sign_in::{approval, connection},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Error, Services, Viewer, day_in,
    networks::{Network, names_of},
    time_zone,
};

/// An assembly, as a task mentions it.
#[derive(Clone, Debug)]
pub struct AssemblyMention {
    /// Stands in its address.
    pub id: AssemblyId,
    /// Its title.
    pub title: String,
    /// The network's word in addresses.
    pub network: String,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// In the network's time zone.
    pub zone: chrono_tz::Tz,
}

/// Something that awaits a person.
#[derive(Clone, Debug)]
pub enum Awaiting {
    /// A vote is open, and these organizations have not voted.
    Vote {
        /// Where.
        assembly: AssemblyMention,
        /// For whom the person may vote, by name.
        organizations: Vec<String>,
    },
    /// An assembly is in session.
    Session {
        /// Which.
        assembly: AssemblyMention,
    },
    /// An assembly is convened: come, or give a proxy.
    Assembly {
        /// Which.
        assembly: AssemblyMention,
        /// Whom the person represents there, by name; nobody for those who only run it.
        organizations: Vec<String>,
    },
    /// Enough members ask for an assembly: the board is obliged to call it.
    Request {
        /// The network's word in addresses.
        network: String,
        /// How many such requests wait.
        count: usize,
    },
    /// An association asks to join a network.
    Application {
        /// The network's word in addresses.
        network: String,
        /// The organization's word in addresses.
        organization: String,
        /// Its name.
        name: String,
        /// Since when.
        since: NaiveDate,
    },
    /// People whom an association's provider vouches for wait to be let in.
    Approval {
        /// The organization's word in addresses.
        organization: String,
        /// Its name.
        name: String,
        /// How many.
        people: usize,
    },
    /// An assembly is over and its minutes are not edited.
    Minutes {
        /// Which.
        assembly: AssemblyMention,
    },
    /// The person has to read the minutes of an assembly, or to sign them.
    Signing {
        /// Which.
        assembly: AssemblyMention,
        /// Both have read: now they sign.
        sign: bool,
    },
    /// A connection was begun and is not in use.
    Connection {
        /// The organization's word in addresses.
        organization: String,
        /// Its name.
        name: String,
    },
}

/// An organization in which a person holds a mandate.
#[derive(Clone, Debug)]
pub struct OwnOrganization {
    /// Which.
    pub id: OrganizationId,
    /// Stands in addresses.
    pub slug: String,
    /// Its name today.
    pub name: String,
    /// What the person is there.
    pub roles: Vec<Role>,
    /// Words of the networks in which its page can be seen.
    pub networks: Vec<String>,
}

/// What the home page of a person shows.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// What awaits them, the most urgent first.
    pub awaiting: Vec<Awaiting>,
    /// Their networks.
    pub networks: Vec<Network>,
    /// Their organizations.
    pub organizations: Vec<OwnOrganization>,
}

impl Services {
    /// What a person finds at the front door.
    ///
    /// # Errors
    /// [`Error::SignInFirst`], or [`Error::Database`].
    pub async fn home(&self, viewer: &Viewer) -> Result<Home, Error> {
        viewer.person()?;
        let mine = viewer.actor.networks();
        let networks: Vec<Network> =
            self.networks().await?.into_iter().filter(|network| mine.contains(&network.id)).collect();
        let organizations = self.own_organizations(viewer, &networks).await?;
        let mut awaiting = self.assemblies_awaiting(viewer, &networks).await?;
        let convening = |network: &&Network| viewer.may(Action::ConveneAssembly, Scope::Network(network.id));
        let convening: Vec<&Network> = networks.iter().filter(convening).collect();
        if !convening.is_empty() {
            let ids: Vec<Uuid> = convening.iter().map(|network| network.id.0).collect();
            let requests = self.requests_awaiting(&ids).await?;
            let asked = |network: &&Network| {
                let count = *requests.get(&network.id.0)?;
                Some(Awaiting::Request { network: network.slug.clone(), count })
            };
            awaiting.extend(convening.iter().filter_map(asked));
        }
        awaiting.extend(self.applications_awaiting(viewer, &networks).await?);
        awaiting.extend(self.connections_awaiting(viewer, &organizations).await?);
        awaiting.sort_by_key(|task| match task {
            Awaiting::Vote { .. } => 0,
            Awaiting::Session { .. } => 1,
            Awaiting::Assembly { .. } => 2,
            Awaiting::Request { .. } => 3,
            Awaiting::Application { .. } => 4,
            Awaiting::Approval { .. } => 5,
            Awaiting::Minutes { .. } | Awaiting::Signing { .. } => 6,
            Awaiting::Connection { .. } => 7,
        });
        Ok(Home { awaiting, networks, organizations })
    }

    async fn own_organizations(&self, viewer: &Viewer, networks: &[Network]) -> Result<Vec<OwnOrganization>, Error> {
        let mut roles: HashMap<Uuid, Vec<Role>> = HashMap::new();
        for mandate in viewer.actor.mandates() {
            if let Holder::Organization(id) = mandate.holder {
                roles.entry(id.0).or_default().push(mandate.role);
            }
        }
        if roles.is_empty() {
            return Ok(Vec::new());
        }
        let database = self.store().read();
        let ids: Vec<Uuid> = roles.keys().copied().collect();
        let names = names_of(database, &ids).await?;
        let memberships = membership::Entity::find()
            .filter(membership::Column::OrganizationId.is_in(ids.iter().copied()))
            .filter(membership::Column::NetworkId.is_in(networks.iter().map(|network| network.id.0)))
            .all(database)
            .await?;
        let rows = organization::Entity::find().filter(organization::Column::Id.is_in(ids)).all(database).await?;
        let today = day_in(time_zone("Europe/Paris"), self.now());
        let mut organizations: Vec<_> = rows
            .into_iter()
            .map(|row| OwnOrganization {
                id: OrganizationId(row.id),
                name: names
                    .get(&row.id)
                    .and_then(|names| name_on(names, today))
                    .map_or_else(|| row.slug.clone(), |name| name.name.clone()),
                slug: row.slug,
                roles: roles.remove(&row.id).unwrap_or_default(),
                networks: memberships
                    .iter()
                    .filter(|membership| membership.organization_id == row.id)
                    .filter_map(|membership| networks.iter().find(|network| network.id.0 == membership.network_id))
                    .map(|network| network.slug.clone())
                    .collect(),
            })
            .collect();
        organizations.sort_by_cached_key(|organization| crate::text::fold(&organization.name));
        Ok(organizations)
    }

    async fn applications_awaiting(&self, viewer: &Viewer, networks: &[Network]) -> Result<Vec<Awaiting>, Error> {
        let deciding: Vec<&Network> = networks
            .iter()
            .filter(|network| viewer.may(Action::ManageMemberships, Scope::Network(network.id)))
            .collect();
        if deciding.is_empty() {
            return Ok(Vec::new());
        }
        let database = self.store().read();
        let rows = membership::Entity::find()
            .filter(membership::Column::NetworkId.is_in(deciding.iter().map(|network| network.id.0)))
            .filter(membership::Column::Status.eq(Status::Applied.as_str()))
            .all(database)
            .await?;
        let ids: Vec<Uuid> = rows.iter().map(|row| row.organization_id).collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let names = names_of(database, &ids).await?;
        let slugs = organization::Entity::find().filter(organization::Column::Id.is_in(ids));
        let slugs: HashMap<Uuid, String> =
            slugs.all(database).await?.into_iter().map(|row| (row.id, row.slug)).collect();
        let mut applications: Vec<(NaiveDate, Awaiting)> = Vec::with_capacity(rows.len());
        for row in rows {
            let network = deciding.iter().find(|network| network.id == NetworkId(row.network_id));
            let (Some(network), Some(slug)) = (network, slugs.get(&row.organization_id)) else { continue };
            let today = day_in(network.zone, self.now());
            let name = names.get(&row.organization_id).and_then(|names| name_on(names, today));
            let task = Awaiting::Application {
                network: network.slug.clone(),
                organization: slug.clone(),
                name: name.map_or_else(|| slug.clone(), |name| name.name.clone()),
                since: row.status_since,
            };
            applications.push((row.status_since, task));
        }
        applications.sort_by_key(|(since, _)| *since);
        Ok(applications.into_iter().map(|(_, task)| task).collect())
    }

    async fn connections_awaiting(
        &self,
        viewer: &Viewer,
        organizations: &[OwnOrganization],
    ) -> Result<Vec<Awaiting>, Error> {
        let mine: Vec<&OwnOrganization> = organizations
            .iter()
            .filter(|organization| viewer.may(Action::ManageConnection, Scope::Organization(organization.id)))
            .collect();
        if mine.is_empty() {
            return Ok(Vec::new());
        }
        let database = self.store().read();
        let connections = connection::Entity::find()
            .filter(connection::Column::OrganizationId.is_in(mine.iter().map(|organization| organization.id.0)))
            .all(database)
            .await?;
        let waiting = approval::Entity::find()
            .filter(approval::Column::ConnectionId.is_in(connections.iter().map(|row| row.id)))
            .filter(approval::Column::State.eq("waiting"))
            .all(database)
            .await?;
        let mut awaiting = Vec::new();
        for row in connections {
            let Some(organization) = mine.iter().find(|own| own.id.0 == row.organization_id) else { continue };
            let people = waiting.iter().filter(|approval| approval.connection_id == row.id).count();
            let (slug, name) = (organization.slug.clone(), organization.name.clone());
            if people > 0 {
                let (organization, name) = (slug.clone(), name.clone());
                awaiting.push(Awaiting::Approval { organization, name, people });
            }
            let state: ConnectionState = row.state.parse()?;
            if matches!(state, ConnectionState::Draft | ConnectionState::Tested) {
                awaiting.push(Awaiting::Connection { organization: slug, name });
            }
        }
        Ok(awaiting)
    }
}
