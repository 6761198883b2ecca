//! A training of a network’s catalogue.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A training of a network’s catalogue.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "trainings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub network_id: Uuid,
    /// `domain::trainings::catalogue::Standing`.
    pub state: String,
    pub title: String,
    /// `domain::trainings::catalogue::Details`.
    #[sea_orm(column_type = "JsonBinary")]
    pub details: Json,
    /// Counts changes.
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub created_by: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
