//! A session of a training.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A session of a training.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "training_sessions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub training_id: Uuid,
    pub network_id: Uuid,
    /// `domain::trainings::catalogue::Course`.
    pub state: String,
    pub place: Option<String>,
    pub remote_url: Option<String>,
    /// How to get there, for those who have a seat.
    #[sea_orm(column_type = "Text")]
    pub instructions: String,
    /// The first half-day.
    pub begins_at: DateTime<Utc>,
    /// The end of the last.
    pub ends_at: DateTime<Utc>,
    /// `domain::trainings::seating::Seating`.
    #[sea_orm(column_type = "JsonBinary")]
    pub seating: Json,
    /// `domain::trainings::allocation::Allocation`, once it has run.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub allocation: Option<Json>,
    /// Counts changes: the sequence of its calendar entries.
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub reminded_at: Option<DateTime<Utc>>,
}

impl ActiveModelBehavior for ActiveModel {}
