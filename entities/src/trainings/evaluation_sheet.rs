//! What somebody answered. It has no person, no time and no number: see docs/trainings.md before adding a column.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// What somebody answered. It has no person, no time and no number.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "evaluation_sheets")]
pub struct Model {
    /// Drawn by chance.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub session_id: Uuid,
    /// `domain::trainings::evaluation::Answers`.
    #[sea_orm(column_type = "JsonBinary")]
    pub answers: Json,
}

impl ActiveModelBehavior for ActiveModel {}
