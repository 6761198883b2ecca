//! An organization behind a motion or an amendment.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// An organization behind a motion or an amendment.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "motion_backers")]
pub struct Model {
    /// The motion or the amendment.
    #[sea_orm(primary_key, auto_increment = false)]
    pub backed_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    /// `author` or `supporter`.
    pub part: String,
    /// What it was called on the roll.
    pub name: String,
    pub since: DateTime<Utc>,
    pub person_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
