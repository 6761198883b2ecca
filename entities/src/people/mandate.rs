//! A role that a person holds for a time.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;

/// A role that a person holds for a time.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "mandates")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    /// `domain::people::Role`.
    pub role: String,
    pub network_id: Option<Uuid>,
    pub organization_id: Option<Uuid>,
    pub starts_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
    pub granted_by: Option<Uuid>,
    /// `decision`, or `claims` when an identity provider gave it.
    pub source: String,
    pub created_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}
