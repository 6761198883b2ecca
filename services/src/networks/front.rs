//! What the front page of a network tells of it.

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::State,
    ids::{AssemblyId, NetworkId},
    locale::Locale,
    memberships::Status,
};
use entities::{assemblies::assembly, memberships::membership, networks::network};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Network, names_of};
use crate::{Error, Services, Viewer, day_in};

/// The assembly that comes next, or is in session.
#[derive(Clone, Debug)]
pub struct NextAssembly {
    /// Stands in its address.
    pub id: AssemblyId,
    /// Its title.
    pub title: String,
    /// Convened or open.
    pub state: State,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// Where, if there is a place.
    pub place: Option<String>,
}

/// A network to which this one belongs, through the organization that carries it.
#[derive(Clone, Debug)]
pub struct Belonging {
    /// Its name.
    pub name: String,
    /// Where its pages are; `None` for those who may not see them.
    pub slug: Option<String>,
    /// The organization through which it is a member.
    pub through: String,
}

/// What the front page of a network tells of it.
#[derive(Clone, Debug)]
pub struct Front {
    /// Members with all their rights.
    pub admitted: u64,
    /// Members that may not vote for now.
    pub suspended: u64,
    /// Associations that ask to join.
    pub applied: u64,
    /// The assembly that comes next.
    pub next: Option<NextAssembly>,
    /// Networks to which this one belongs.
    pub belongs_to: Vec<Belonging>,
}

impl Services {
    /// What the front page of a network tells of it.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn front(&self, viewer: &Viewer, network: &Network, locale: Locale) -> Result<Front, Error> {
        viewer.require(Action::ViewNetwork, Scope::Network(network.id))?;
        let database = self.store().read();
        let counts: Vec<(String, i64)> = membership::Entity::find()
            .select_only()
            .column(membership::Column::Status)
            .column_as(membership::Column::Id.count(), "members")
            .filter(membership::Column::NetworkId.eq(network.id.0))
            .group_by(membership::Column::Status)
            .into_tuple()
            .all(database)
            .await?;
        let count = |status: Status| {
            let found = counts.iter().find(|(word, _)| word == status.as_str());
            found.map_or(0, |(_, count)| u64::try_from(*count).unwrap_or_default())
        };
        let today = day_in(network.zone, self.now());
        let next = assembly::Entity::find()
            .filter(assembly::Column::NetworkId.eq(network.id.0))
            .filter(
                assembly::Column::State
                    .eq(State::Open.as_str())
                    .or(assembly::Column::State.eq(State::Convened.as_str()).and(assembly::Column::HeldOn.gte(today))),
            )
            .order_by_asc(assembly::Column::StartsAt)
            .one(database)
            .await?;
        let next = match next {
            Some(row) => Some(NextAssembly {
                id: AssemblyId(row.id),
                title: row.title,
                state: row.state.parse()?,
                starts_at: row.starts_at,
                place: row.place,
            }),
            None => None,
        };
        Ok(Front {
            admitted: count(Status::Admitted),
            suspended: count(Status::Suspended),
            applied: count(Status::Applied),
            next,
            belongs_to: self.belongings(viewer, network, locale).await?,
        })
    }

    async fn belongings(&self, viewer: &Viewer, here: &Network, locale: Locale) -> Result<Vec<Belonging>, Error> {
        let Some(host) = here.host else { return Ok(Vec::new()) };
        let database = self.store().read();
        let networks: Vec<uuid::Uuid> = membership::Entity::find()
            .filter(membership::Column::OrganizationId.eq(host.0))
            .filter(membership::Column::NetworkId.ne(here.id.0))
            .filter(membership::Column::Status.is_in([Status::Admitted.as_str(), Status::Suspended.as_str()]))
            .all(database)
            .await?
            .into_iter()
            .map(|row| row.network_id)
            .collect();
        if networks.is_empty() {
            return Ok(Vec::new());
        }
        let names = names_of(database, &[host.0]).await?;
        let today = day_in(here.zone, self.now());
        let through = names.get(&host.0).and_then(|names| domain::organizations::name_on(names, today));
        let through = through.map(|name| name.name.clone()).unwrap_or_default();
        let rows = network::Entity::find().filter(network::Column::Id.is_in(networks)).all(database).await?;
        rows.into_iter()
            .map(|row| {
                let visible = viewer.may(Action::ViewNetwork, Scope::Network(NetworkId(row.id)));
                let network = Network::stored(row)?;
                Ok(Belonging {
                    name: network.name(locale).to_owned(),
                    slug: visible.then_some(network.slug),
                    through: through.clone(),
                })
            })
            .collect()
    }
}
