//! A line of the frozen electoral roll.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// A line of the frozen electoral roll.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "roll_entries")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub assembly_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    /// On the day of the assembly.
    pub name: String,
    pub college_id: Uuid,
    pub college_name: String,
    pub weight: i64,
    /// `domain::colleges::WeightReason`.
    #[sea_orm(column_type = "JsonBinary")]
    pub reason: Json,
}

impl ActiveModelBehavior for ActiveModel {}
