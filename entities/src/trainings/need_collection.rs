//! A collection of the needs of a network’s members for a year.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A collection of the needs of a network’s members for a year.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "training_need_collections")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub network_id: Uuid,
    /// The year in which the trainings shall be held.
    pub year: i32,
    /// What the network asks for, in its words.
    #[sea_orm(column_type = "Text")]
    pub introduction: String,
    /// From when on nothing is stated any more.
    pub closes_at: DateTime<Utc>,
    /// Counts changes.
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub created_by: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
