//! An item of an agenda by which an assembly approves the minutes of an earlier one.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// An item of an agenda by which an assembly approves the minutes of an earlier one.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "minutes_approvals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_id: Uuid,
    /// Whose minutes.
    pub assembly_id: Uuid,
    /// The text that is to be approved, by its hash.
    pub hash: String,
}

impl ActiveModelBehavior for ActiveModel {}
