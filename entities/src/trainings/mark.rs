//! What was noted of somebody for a half-day; every mark is kept, and which counts follows from them all.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// What was noted of somebody for a half-day.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "training_marks")]
pub struct Model {
    /// Made by the device: the same mark told twice has the same.
    #[sea_orm(primary_key, auto_increment = false)]
    pub nonce: Uuid,
    pub half_day_id: Uuid,
    pub registration_id: Uuid,
    /// `domain::trainings::attendance::Attendance`.
    pub attendance: String,
    pub marked_at: DateTime<Utc>,
    pub marked_by: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
