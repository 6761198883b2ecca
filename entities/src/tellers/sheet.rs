//! What a teller has written down for a poll and two have not signed off yet.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// What a teller has written down for a poll and two have not signed off yet.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "teller_sheets")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub poll_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub teller_id: Uuid,
    /// `domain::tellers::Way`.
    pub way: String,
    /// `domain::polls::Choice` by organization.
    #[sea_orm(column_type = "JsonBinary")]
    pub votes: Json,
    pub handed_in: bool,
    /// Counts up at every change: what was read is what is signed off.
    pub version: i32,
    pub saved_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}
