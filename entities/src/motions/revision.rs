//! The text of a motion at one moment. Rows are added and never changed.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// The text of a motion at one moment. Rows are added and never changed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "motion_revisions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub motion_id: Uuid,
    /// From 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// `domain::motions::Text`.
    #[sea_orm(column_type = "JsonBinary")]
    pub text: Json,
    /// `written`, `amendment` or `translation`.
    pub cause: String,
    /// The amendment that was adopted.
    pub amendment_id: Option<Uuid>,
    pub made_at: DateTime<Utc>,
    pub made_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
