//! What somebody can show of a session.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// What somebody can show of a session.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "training_certificates")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub registration_id: Uuid,
    /// In the address of the page that verifies it.
    #[sea_orm(unique)]
    pub code: String,
    /// What it says: it does not change when names do.
    #[sea_orm(column_type = "JsonBinary")]
    pub told: Json,
    pub issued_at: DateTime<Utc>,
    /// When the end of the qualification was announced that goes with it.
    pub announced_at: Option<DateTime<Utc>>,
}

impl ActiveModelBehavior for ActiveModel {}
