//! What became of the papers that were handed out in a secret vote. It has no voter.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// What became of the papers that were handed out in a secret vote. It has no voter.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "urns")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub poll_id: Uuid,
    /// `domain::tellers::urn::Urn`.
    #[sea_orm(column_type = "JsonBinary")]
    pub urn: Json,
}

impl ActiveModelBehavior for ActiveModel {}
