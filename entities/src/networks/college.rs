//! A college of a network.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// A college of a network.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "colleges")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub network_id: Uuid,
    pub position: i32,
    /// `domain::locale::Localized`.
    #[sea_orm(column_type = "JsonBinary")]
    pub names: Json,
    /// `domain::colleges::WeightRule`.
    #[sea_orm(column_type = "JsonBinary")]
    pub weight_rule: Json,
}

impl ActiveModelBehavior for ActiveModel {}
