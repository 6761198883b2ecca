//! The minutes of an assembly.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// The minutes of an assembly.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "minutes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub assembly_id: Uuid,
    pub locale: String,
    #[sea_orm(column_type = "Text")]
    pub opening: String,
    #[sea_orm(column_type = "Text")]
    pub closing: String,
    /// What the secretary wrote under each item.
    #[sea_orm(column_type = "JsonBinary")]
    pub notes: Json,
    pub version: i32,
    pub edited_at: DateTime<Utc>,
    pub edited_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
