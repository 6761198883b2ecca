//! A motion with a text of its own.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A motion with a text of its own.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "motions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub assembly_id: Uuid,
    /// The item of the agenda under which it is voted on, once it stands there.
    pub item_id: Option<Uuid>,
    /// In the assembly, from 1.
    pub number: i32,
    pub title: String,
    /// `domain::locale::Locale` of title and reasons.
    pub locale: String,
    #[sea_orm(column_type = "Text")]
    pub reasons: String,
    /// `domain::motions::State`.
    pub state: String,
    /// Why the board refused it.
    #[sea_orm(column_type = "Text", nullable)]
    pub refusal: Option<String>,
    pub created_at: DateTime<Utc>,
    pub created_by: Option<Uuid>,
    pub submitted_at: Option<DateTime<Utc>>,
}

impl ActiveModelBehavior for ActiveModel {}
