//! What one side tells the network of a visit.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// What one side tells the network of a visit.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "visit_feedback")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub visit_id: Uuid,
    /// `visitor` or `host`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub side: String,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// Whether every member of the network reads it, or those who organize trainings alone.
    pub published: bool,
    pub told_at: DateTime<Utc>,
    pub told_by: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
