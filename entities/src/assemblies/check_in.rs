//! A scan at a door, with what became of it.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A scan at a door, with what became of it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "check_ins")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub assembly_id: Uuid,
    /// Made by the door: the same scan told twice has the same.
    #[sea_orm(primary_key, auto_increment = false)]
    pub nonce: Uuid,
    /// What the door calls itself; may be empty.
    pub door: String,
    pub organization_id: Option<Uuid>,
    pub person_id: Option<Uuid>,
    /// `domain::check_in::Outcome`.
    #[sea_orm(column_type = "JsonBinary")]
    pub outcome: Json,
    pub conflict: bool,
    pub scanned_at: DateTime<Utc>,
    pub received_at: DateTime<Utc>,
    pub received_by: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
