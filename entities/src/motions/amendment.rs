//! An amendment to one paragraph of a motion. What it proposes is never rewritten.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// An amendment to one paragraph of a motion. What it proposes is never rewritten.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "amendments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub motion_id: Uuid,
    /// In the motion, from 1.
    pub number: i32,
    pub paragraph_id: Uuid,
    /// `domain::locale::Locale` in which it is written.
    pub locale: String,
    /// The revision on which it was written.
    pub revision: i32,
    /// `domain::motions::ChangeKind`.
    pub change: String,
    /// The words that it brings; empty for a deletion.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    #[sea_orm(column_type = "Text")]
    pub reasons: String,
    /// `domain::motions::State`.
    pub state: String,
    /// Why the board refused it.
    #[sea_orm(column_type = "Text", nullable)]
    pub refusal: Option<String>,
    /// `domain::motions::WithoutObject`.
    pub superseded_because: Option<String>,
    /// The amendment whose adoption left it without object.
    pub superseded_by: Option<Uuid>,
    /// The place that the chair gave it.
    pub position: Option<i32>,
    pub created_at: DateTime<Utc>,
    pub created_by: Option<Uuid>,
    pub submitted_at: Option<DateTime<Utc>>,
}

impl ActiveModelBehavior for ActiveModel {}
