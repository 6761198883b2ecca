//! Somebody who counts papers and raised hands in an assembly.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// Somebody who counts papers and raised hands in an assembly.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "tellers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub assembly_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    /// As they were called then.
    pub person_name: String,
    pub appointed_at: DateTime<Utc>,
    pub appointed_by: Uuid,
    /// A teller no more; what they signed keeps their name.
    pub dismissed_at: Option<DateTime<Utc>>,
}

impl ActiveModelBehavior for ActiveModel {}
