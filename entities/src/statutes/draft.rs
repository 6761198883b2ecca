//! The next version of a network's statutes, while it is written.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// The next version of a network's statutes, while it is written.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "statutes_drafts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub network_id: Uuid,
    /// `domain::statutes::AssemblyRules`.
    #[sea_orm(column_type = "JsonBinary")]
    pub rules: Json,
    /// Goes up with each change: someone else may have saved meanwhile.
    pub revision: i32,
    pub edited_at: DateTime<Utc>,
    pub edited_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
