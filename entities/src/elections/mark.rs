//! That an organization has voted, and nothing of when or what.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// That an organization has voted, and nothing of when or what.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "ballot_marks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub poll_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    /// The form's own key, drawn by chance: the same request sent twice is one ballot.
    pub request: String,
}

impl ActiveModelBehavior for ActiveModel {}
