//! What was asked after a session: the form as it stood when people were written to.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// What was asked after a session: the form as it stood when people were written to.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "evaluations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_id: Uuid,
    /// `Vec<domain::trainings::evaluation::Question>`.
    #[sea_orm(column_type = "JsonBinary")]
    pub questions: Json,
    pub asked_at: DateTime<Utc>,
    /// When marks and sheets were written anew, after the last answer.
    pub sealed_at: Option<DateTime<Utc>>,
}

impl ActiveModelBehavior for ActiveModel {}
