//! What a teller has read from the urn of a secret vote and two have not signed off yet.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// What a teller has read from the urn of a secret vote and two have not signed off yet.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "urn_sheets")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub poll_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub teller_id: Uuid,
    /// `domain::tellers::urn::Reading` of each paper, sorted: their order tells nothing.
    #[sea_orm(column_type = "JsonBinary")]
    pub papers: Json,
    pub handed_in: bool,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
