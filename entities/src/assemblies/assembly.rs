//! A general assembly.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;

/// A general assembly.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "assemblies")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub network_id: Uuid,
    /// `domain::assemblies::Kind`.
    pub kind: String,
    pub title: String,
    /// `domain::assemblies::State`.
    pub state: String,
    /// `domain::assemblies::Venue`.
    pub venue: String,
    pub place: Option<String>,
    pub remote_url: Option<String>,
    /// The day, in the network's time zone.
    pub held_on: NaiveDate,
    pub starts_at: DateTime<Utc>,
    /// Day whose memberships make the roll.
    pub reference_on: Option<NaiveDate>,
    pub convened_at: Option<DateTime<Utc>>,
    pub convened_by: Option<Uuid>,
    pub opened_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    /// `domain::assemblies::AssemblyRules`, frozen at the convocation.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub rules: Option<Json>,
    /// The version of the network's statutes that these rules are, where there was one.
    pub statutes_version: Option<i32>,
    /// The assembly without a quorum after which this is the second.
    pub second_of: Option<Uuid>,
    pub created_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}
