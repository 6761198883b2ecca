//! How a poll is held, where it is not by name and alone.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// How a poll is held.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "ballot_forms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub poll_id: Uuid,
    /// `domain::ballots::SecretBecause`, where it is secret.
    pub secret: Option<String>,
    /// The same for all polls that were put to the vote together.
    pub together: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
