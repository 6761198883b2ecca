//! A network's priority for an association, where seats are given out after the close.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// A network's priority for an association: lower comes first, and those without one last.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "training_priorities")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub network_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    pub priority: i32,
}

impl ActiveModelBehavior for ActiveModel {}
