//! Someone who attends without a vote.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// Someone who attends without a vote, from when to when.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "attendees")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub assembly_id: Uuid,
    /// Nobody who is known here, where the desk wrote a name down.
    pub person_id: Option<Uuid>,
    /// The name under which they came, which may be a pseudonym.
    pub name: String,
    /// `domain::statutes::Audience`.
    pub audience: String,
    /// With whom they came; may be empty.
    pub organization_name: String,
    pub arrived_at: DateTime<Utc>,
    pub left_at: Option<DateTime<Utc>>,
}

impl ActiveModelBehavior for ActiveModel {}
