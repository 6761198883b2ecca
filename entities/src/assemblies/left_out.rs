//! An organization that is not on the roll, and why.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// An organization that is not on the roll, and why.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "roll_left_out")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub assembly_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    pub name: String,
    /// `domain::colleges::LeftOut`.
    #[sea_orm(column_type = "JsonBinary")]
    pub reason: Json,
}

impl ActiveModelBehavior for ActiveModel {}
