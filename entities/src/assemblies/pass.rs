//! What a representative shows at the door.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// What a representative shows at the door: one for each assembly, organization and person.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "passes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub assembly_id: Uuid,
    pub organization_id: Uuid,
    pub person_id: Uuid,
    /// Kept as it is, because it is shown and printed again; it opens nothing without somebody at the door.
    pub code: String,
    pub made_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}
