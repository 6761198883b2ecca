//! A step that a membership took, with who, when and by which decision.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;

/// A step that a membership took, with who, when and by which decision.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "membership_steps")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub membership_id: Uuid,
    pub position: i32,
    /// `domain::memberships::Step`.
    pub step: String,
    /// Where the membership stood afterwards.
    pub status: String,
    pub effective_on: NaiveDate,
    #[sea_orm(column_type = "Text", nullable)]
    pub decision: Option<String>,
    pub recorded_at: DateTime<Utc>,
    pub recorded_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
