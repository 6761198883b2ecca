//! Where the minutes of an assembly stand.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// Where the minutes of an assembly stand.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "minutes_courses")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub assembly_id: Uuid,
    pub chair_id: Option<Uuid>,
    pub chair_name: Option<String>,
    pub secretary_id: Option<Uuid>,
    pub secretary_name: Option<String>,
    /// Which version was given to be read; the four are there or not together.
    pub version: Option<i32>,
    /// `domain::minutes::Canonical`, letter by letter as it was hashed.
    #[sea_orm(column_type = "Text", nullable)]
    pub text: Option<String>,
    pub hash: Option<String>,
    pub presented_at: Option<DateTime<Utc>>,
    pub approved_at: Option<DateTime<Utc>>,
    /// The assembly that approved them, and its title.
    pub approved_by: Option<Uuid>,
    pub approved_title: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
