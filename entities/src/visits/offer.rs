//! What a host offers.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// What a host offers.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "visit_offers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub network_id: Uuid,
    pub host_id: Uuid,
    /// `domain::visits::Kind`.
    pub kind: String,
    pub title: String,
    /// What one sees, for whom, where, whom to call.
    #[sea_orm(column_type = "Text")]
    pub details: String,
    /// How many people at a time.
    pub places: i32,
    /// Not before this day.
    pub first_on: Option<chrono::NaiveDate>,
    /// Not after this day.
    pub last_on: Option<chrono::NaiveDate>,
    /// Whether requests are taken.
    pub open: bool,
    pub created_at: DateTime<Utc>,
    pub created_by: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
