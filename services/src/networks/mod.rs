//! Networks: which there are, and who belongs to them.

mod front;
mod settings;

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::{
    access::{Action, Scope},
    assemblies::AssemblyRules,
    colleges::WeightRule,
    ids::{CollegeId, NetworkId, OrganizationId},
    locale::{Locale, Localized},
    memberships::Status,
    organizations::{DatedName, name_on},
};
use entities::{
    memberships::membership,
    networks::{college, network},
    organizations::{organization, organization_name},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, IntoColumnRef, Order, Query, SelectStatement},
};
use uuid::Uuid;

use crate::{Error, Services, Viewer, day_in, text, time_zone};

pub use front::{Belonging, Front, NextAssembly};
pub use settings::{CollegeForm, MOST_BRACKETS, NetworkForm};

/// A network, with its stored words understood.
#[derive(Clone, Debug)]
pub struct Network {
    /// Which.
    pub id: NetworkId,
    /// Stands in addresses.
    pub slug: String,
    /// Its names.
    pub names: Localized,
    /// What it is, in a few sentences.
    pub descriptions: Localized,
    /// Main language.
    pub locale: Locale,
    /// In which its days begin.
    pub zone: chrono_tz::Tz,
    /// Of its assemblies, until a version of its statutes is in force.
    pub rules: AssemblyRules,
    /// The organization that carries it.
    pub host: Option<OrganizationId>,
    /// Whether its content is invented.
    pub demo: bool,
}

impl Network {
    /// Its name in a language.
    #[must_use]
    pub fn name(&self, locale: Locale) -> &str {
        self.names.text(locale, self.locale)
    }

    pub(crate) fn stored(row: network::Model) -> Result<Self, Error> {
        Ok(Self {
            id: NetworkId(row.id),
            slug: row.slug,
            names: serde_json::from_value(row.names)?,
            descriptions: serde_json::from_value(row.descriptions)?,
            locale: row.locale.parse()?,
            zone: time_zone(&row.time_zone),
            rules: serde_json::from_value(row.rules)?,
            host: row.host_organization_id.map(OrganizationId),
            demo: row.demo,
        })
    }
}

/// A college, with its stored words understood.
#[derive(Clone, Debug)]
pub struct College {
    /// Which.
    pub id: CollegeId,
    /// Its names.
    pub names: Localized,
    /// How its members weigh.
    pub rule: WeightRule,
    /// Its place among the colleges.
    pub position: i32,
}

impl College {
    fn stored(row: college::Model) -> Result<Self, Error> {
        Ok(Self {
            id: CollegeId(row.id),
            names: serde_json::from_value(row.names)?,
            rule: serde_json::from_value(row.weight_rule)?,
            position: row.position,
        })
    }
}

/// A line in the list of members.
#[derive(Clone, Debug)]
pub struct Member {
    /// The organization.
    pub id: OrganizationId,
    /// Stands in addresses.
    pub slug: String,
    /// Its name today.
    pub name: String,
    /// What people say.
    pub short_name: Option<String>,
    /// Its college.
    pub college_id: Option<CollegeId>,
    /// Name of its college, in the language asked for.
    pub college: Option<String>,
    /// `domain::memberships::Status`, as a word.
    pub status: domain::memberships::Status,
    /// Since when.
    pub since: NaiveDate,
}

impl Services {
    /// Every network of the instance, by name: what the sign-in page and the front door show.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn networks(&self) -> Result<Vec<Network>, Error> {
        let rows = network::Entity::find().order_by_asc(network::Column::Slug).all(self.store().read()).await?;
        rows.into_iter().map(Network::stored).collect()
    }

    /// A network by the word in its address, for whoever may see its inner pages.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none or the viewer may not see it.
    pub async fn network(&self, viewer: &Viewer, slug: &str) -> Result<Network, Error> {
        let network = find_network(self.store().read(), slug).await?;
        viewer.require(Action::ViewNetwork, Scope::Network(network.id))?;
        Ok(network)
    }

    /// The members of a network by their names of today, whatever their status.
    ///
    /// The page that reads it is the busiest, so it is one statement.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn members(&self, viewer: &Viewer, network: &Network, locale: Locale) -> Result<Vec<Member>, Error> {
        viewer.require(Action::ViewNetwork, Scope::Network(network.id))?;
        let database = self.store().read();
        let today = day_in(network.zone, self.now());
        // Members come with a row for each of their names, which lie side by side.
        let rows = MemberRow::find_by_statement(database.get_database_backend().build(&members_query(network.id)));
        let mut members: Vec<Member> = Vec::new();
        let mut names: Vec<DatedName> = Vec::new();
        for row in rows.all(database).await? {
            let id = OrganizationId(row.id);
            let name = DatedName { name: row.name, short_name: row.short_name, valid_from: row.valid_from };
            if members.last().is_none_or(|last| last.id != id) {
                name_last(&mut members, &mut names, today);
                let college: Option<Localized> = row.college_names.map(serde_json::from_value).transpose()?;
                members.push(Member {
                    id,
                    slug: row.slug,
                    name: String::new(),
                    short_name: None,
                    college_id: row.college_id.map(CollegeId),
                    college: college.map(|names| names.text(locale, network.locale).to_owned()),
                    status: row.status.parse()?,
                    since: row.status_since,
                });
            }
            names.push(name);
        }
        name_last(&mut members, &mut names, today);
        members.sort_by_cached_key(|member| text::fold(&member.name));
        Ok(members)
    }

    /// The colleges of a network, in their order.
    pub(crate) async fn colleges_of(&self, network: NetworkId) -> Result<Vec<College>, Error> {
        let rows = college::Entity::find()
            .filter(college::Column::NetworkId.eq(network.0))
            .order_by_asc(college::Column::Position)
            .all(self.store().read())
            .await?;
        rows.into_iter().map(College::stored).collect()
    }

    /// The colleges of a network, in their order.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn colleges(&self, viewer: &Viewer, network: NetworkId) -> Result<Vec<College>, Error> {
        viewer.require(Action::ViewNetwork, Scope::Network(network))?;
        self.colleges_of(network).await
    }
}

#[derive(Debug, FromQueryResult)]
struct MemberRow {
    id: Uuid,
    slug: String,
    college_id: Option<Uuid>,
    college_names: Option<sea_orm::JsonValue>,
    status: String,
    status_since: NaiveDate,
    name: String,
    short_name: Option<String>,
    valid_from: NaiveDate,
}

fn members_query(network: NetworkId) -> SelectStatement {
    Query::select()
        .columns([
            (organization::Entity, organization::Column::Id).into_column_ref(),
            (organization::Entity, organization::Column::Slug).into_column_ref(),
            (membership::Entity, membership::Column::CollegeId).into_column_ref(),
            (membership::Entity, membership::Column::Status).into_column_ref(),
            (membership::Entity, membership::Column::StatusSince).into_column_ref(),
            (organization_name::Entity, organization_name::Column::Name).into_column_ref(),
            (organization_name::Entity, organization_name::Column::ShortName).into_column_ref(),
            (organization_name::Entity, organization_name::Column::ValidFrom).into_column_ref(),
        ])
        .expr_as(Expr::col((college::Entity, college::Column::Names)), "college_names")
        .from(membership::Entity)
        .left_join(
            college::Entity,
            Expr::col((college::Entity, college::Column::Id))
                .equals((membership::Entity, membership::Column::CollegeId)),
        )
        .inner_join(
            organization::Entity,
            Expr::col((organization::Entity, organization::Column::Id))
                .equals((membership::Entity, membership::Column::OrganizationId)),
        )
        .inner_join(
            organization_name::Entity,
            Expr::col((organization_name::Entity, organization_name::Column::OrganizationId))
                .equals((membership::Entity, membership::Column::OrganizationId)),
        )
        .and_where(Expr::col((membership::Entity, membership::Column::NetworkId)).eq(network.0))
        .order_by((membership::Entity, membership::Column::OrganizationId), Order::Asc)
        .to_owned()
}

/// Gives the latest member of the list its name of today, from the names that were read for it.
fn name_last(members: &mut [Member], names: &mut Vec<DatedName>, today: NaiveDate) {
    if let Some(member) = members.last_mut()
        && let Some(name) = name_on(names, today)
    {
        member.name = name.name.clone();
        member.short_name = name.short_name.clone();
    }
    names.clear();
}

/// A network by the word in its address, without asking who wants to know.
pub(crate) async fn find_network(database: &impl ConnectionTrait, slug: &str) -> Result<Network, Error> {
    let row = network::Entity::find().filter(network::Column::Slug.eq(slug)).one(database).await?;
    Network::stored(row.ok_or(Error::NotFound)?)
}

/// A network by its identifier, without asking who wants to know.
pub(crate) async fn network_by_id(database: &impl ConnectionTrait, id: Uuid) -> Result<Network, Error> {
    let row = network::Entity::find_by_id(id).one(database).await?;
    Network::stored(row.ok_or(Error::NotFound)?)
}

/// The organizations that are members of a network today, those who are suspended among them.
pub(crate) async fn members_of(database: &impl ConnectionTrait, network: NetworkId) -> Result<BTreeSet<Uuid>, Error> {
    let ids: Vec<Uuid> = membership::Entity::find()
        .filter(membership::Column::NetworkId.eq(network.0))
        .filter(membership::Column::Status.is_in([Status::Admitted.as_str(), Status::Suspended.as_str()]))
        .select_only()
        .column(membership::Column::OrganizationId)
        .into_tuple()
        .all(database)
        .await?;
    Ok(ids.into_iter().collect())
}

/// How an organization was called on a day.
pub(crate) fn name_of(names: &HashMap<Uuid, Vec<DatedName>>, organization: Uuid, day: NaiveDate) -> String {
    names.get(&organization).and_then(|dated| name_on(dated, day)).map(|name| name.name.clone()).unwrap_or_default()
}

/// The names over time of several organizations.
pub(crate) async fn names_of(
    database: &impl ConnectionTrait,
    organizations: &[Uuid],
) -> Result<HashMap<Uuid, Vec<DatedName>>, Error> {
    let mut names: HashMap<Uuid, Vec<DatedName>> = HashMap::new();
    let rows = organization_name::Entity::find()
        .filter(organization_name::Column::OrganizationId.is_in(organizations.iter().copied()))
        .all(database)
        .await?;
    for row in rows {
        let name = DatedName { name: row.name, short_name: row.short_name, valid_from: row.valid_from };
        names.entry(row.organization_id).or_default().push(name);
    }
    Ok(names)
}
