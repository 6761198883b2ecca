//! The statutes of a network as rules: their versions, the draft of the next, and what it would have
//! changed. Every member reads them; the board and the administrators write them.
//!
//! The rules and their schema are in `domain::statutes`.

mod adoption;
mod drafts;
mod forms;
mod what_if;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::AssemblyRules,
    ids::AssemblyId,
};
use entities::{assemblies::assembly, statutes::version};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

pub use adoption::Adoption;
pub use drafts::Draft;
pub use forms::{Edit, MOST_CONDITIONS, Typed};
pub use what_if::Replayed;

use crate::{
    Error, Services, Viewer, day_in,
    networks::{Network, network_by_id},
};

/// A version of a network's statutes as rules.
#[derive(Clone, Debug)]
pub struct Version {
    /// From 1.
    pub number: i32,
    /// The first day of an assembly to which it applies.
    pub valid_from: NaiveDate,
    /// The assembly that adopted it, where it was one of ours, and its title.
    pub adopted_by: Option<(AssemblyId, String)>,
    /// The rules.
    pub rules: AssemblyRules,
    /// What changed, in a sentence.
    pub note: String,
    /// When it was written down.
    pub made_at: DateTime<Utc>,
}

/// A network's statutes as rules.
#[derive(Clone, Debug)]
pub struct Statutes {
    /// The rules of today.
    pub rules: AssemblyRules,
    /// The version that they are; `None` before the first.
    pub in_force: Option<i32>,
    /// Every version, the latest first.
    pub versions: Vec<Version>,
    /// Whether the viewer prepares the next.
    pub may_manage: bool,
}

impl Statutes {
    /// A version by its number.
    #[must_use]
    pub fn version(&self, number: i32) -> Option<&Version> {
        self.versions.iter().find(|version| version.number == number)
    }
}

impl Services {
    /// The statutes of a network.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn statutes(&self, viewer: &Viewer, network: &Network) -> Result<Statutes, Error> {
        let scope = Scope::Network(network.id);
        viewer.require(Action::ViewNetwork, scope)?;
        let database = self.store().read();
        let rows = version::Entity::find()
            .filter(version::Column::NetworkId.eq(network.id.0))
            .order_by_desc(version::Column::Version)
            .all(database)
            .await?;
        let assemblies: Vec<Uuid> = rows.iter().filter_map(|row| row.assembly_id).collect();
        let titles = assembly::Entity::find().filter(assembly::Column::Id.is_in(assemblies)).all(database).await?;
        let versions = rows
            .into_iter()
            .map(|row| {
                let adopted_by = titles.iter().find(|assembly| Some(assembly.id) == row.assembly_id);
                Ok(Version {
                    number: row.version,
                    valid_from: row.valid_from,
                    adopted_by: adopted_by.map(|assembly| (AssemblyId(assembly.id), assembly.title.clone())),
                    rules: serde_json::from_value(row.rules)?,
                    note: row.note,
                    made_at: row.made_at,
                })
            })
            .collect::<Result<Vec<_>, Error>>()?;
        let (rules, in_force) = in_force(database, network.id.0, day_in(network.zone, self.now())).await?;
        Ok(Statutes { rules, in_force, versions, may_manage: viewer.may(Action::ManageStatutes, scope) })
    }
}

/// The rules that apply to an assembly held on a day, and the version that they are. Before the first
/// version they are those of the network's creation.
pub(crate) async fn in_force(
    database: &impl ConnectionTrait,
    network: Uuid,
    day: NaiveDate,
) -> Result<(AssemblyRules, Option<i32>), Error> {
    let row = version::Entity::find()
        .filter(version::Column::NetworkId.eq(network))
        .filter(version::Column::ValidFrom.lte(day))
        .order_by_desc(version::Column::Version)
        .one(database)
        .await?;
    match row {
        Some(row) => Ok((serde_json::from_value(row.rules)?, Some(row.version))),
        None => Ok((network_by_id(database, network).await?.rules, None)),
    }
}
