//! Until when the members of an assembly may propose.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// Until when the members of an assembly may propose.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "motion_deadlines")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub assembly_id: Uuid,
    pub motions_until: Option<DateTime<Utc>>,
    pub amendments_until: Option<DateTime<Utc>>,
}

impl ActiveModelBehavior for ActiveModel {}
