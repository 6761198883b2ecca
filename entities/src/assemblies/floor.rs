//! The floor of an assembly in session: the item that it is at.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// The floor of an assembly in session: the item that it is at.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "floors")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub assembly_id: Uuid,
    pub item_id: Option<Uuid>,
    /// Whether one can still ask to speak to the item.
    pub list_open: bool,
    /// `domain::speakers::SpeakingRule`.
    #[sea_orm(column_type = "JsonBinary")]
    pub rule: Json,
}

impl ActiveModelBehavior for ActiveModel {}
