//! A network of organizations.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A network of organizations.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "networks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Stands in addresses.
    pub slug: String,
    /// `domain::locale::Localized`.
    #[sea_orm(column_type = "JsonBinary")]
    pub names: Json,
    /// `domain::locale::Localized`.
    #[sea_orm(column_type = "JsonBinary")]
    pub descriptions: Json,
    /// The organization that carries the network, through which it can be a member of another.
    pub host_organization_id: Option<Uuid>,
    /// Main language.
    pub locale: String,
    /// Languages in which its pages are offered.
    #[sea_orm(column_type = "JsonBinary")]
    pub locales: Json,
    /// Name of the time zone in which its days begin.
    pub time_zone: String,
    /// `domain::statutes::AssemblyRules` of its creation, until a version of its statutes is in force.
    #[sea_orm(column_type = "JsonBinary")]
    pub rules: Json,
    /// Whether its content is invented.
    pub demo: bool,
    pub created_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}
