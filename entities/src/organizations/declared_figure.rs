//! A number that an organization declared about itself.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;

/// A number that an organization declared about itself.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "declared_figures")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    /// `domain::colleges::Figure`.
    pub figure: String,
    pub value: i64,
    pub as_of: NaiveDate,
    pub declared_at: DateTime<Utc>,
    pub declared_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
