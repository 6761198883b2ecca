//! The vote of an organization. Open ballots: each is told by name.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// The vote of an organization. Open ballots: each is told by name.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "votes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub poll_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    /// `domain::polls::Choice`.
    pub choice: String,
    pub cast_by: Uuid,
    /// `domain::polls::CastAs`.
    #[sea_orm(column_type = "JsonBinary")]
    pub cast_as: Json,
    /// The form's own key: the same request sent twice is one vote.
    pub request: String,
    pub cast_at: DateTime<Utc>,
    pub changes: i32,
}

impl ActiveModelBehavior for ActiveModel {}
