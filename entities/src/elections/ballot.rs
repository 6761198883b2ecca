//! A ballot. It has no voter, no time and no number: see docs/secret-polls.md before adding a column.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// A ballot. It has no voter, no time and no number.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "secret_ballots")]
pub struct Model {
    /// Drawn by chance.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub poll_id: Uuid,
    /// `domain::elections::Paper`.
    #[sea_orm(column_type = "JsonBinary")]
    pub paper: Json,
    pub weight: i64,
}

impl ActiveModelBehavior for ActiveModel {}
