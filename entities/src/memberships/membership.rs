//! An organization in a network.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

/// An organization in a network.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "memberships")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub network_id: Uuid,
    pub college_id: Option<Uuid>,
    /// `domain::memberships::Status`.
    pub status: String,
    pub status_since: NaiveDate,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
