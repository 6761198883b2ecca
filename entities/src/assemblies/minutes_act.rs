//! Somebody read a version of the minutes, or signed it.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// Somebody read a version of the minutes, or signed it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "minutes_acts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub assembly_id: Uuid,
    /// `read` or `signed`.
    pub act: String,
    /// `domain::minutes::Office`.
    pub office: String,
    pub person_id: Uuid,
    pub person_name: String,
    pub version: i32,
    pub hash: String,
    /// `domain::minutes::Proof`, for a signature.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub proof: Option<Json>,
    pub at: DateTime<Utc>,
    /// When a change of the minutes made it void.
    pub voided_at: Option<DateTime<Utc>>,
}

impl ActiveModelBehavior for ActiveModel {}
