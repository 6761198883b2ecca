//! A stay or a visit that was asked for.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A stay or a visit that was asked for.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "visits")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub network_id: Uuid,
    /// The offer that it answers; somebody may also ask without one.
    pub offer_id: Option<Uuid>,
    pub sender_id: Uuid,
    pub host_id: Uuid,
    /// Who goes, or leads those who go.
    pub person_id: Uuid,
    /// `domain::visits::Kind`.
    pub kind: String,
    pub people: i32,
    pub first_on: chrono::NaiveDate,
    pub last_on: chrono::NaiveDate,
    /// What they would like to see, and why.
    #[sea_orm(column_type = "Text")]
    pub wish: String,
    /// `domain::visits::State`.
    pub state: String,
    /// Why it was refused or cancelled.
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    pub asked_at: DateTime<Utc>,
    pub asked_by: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
