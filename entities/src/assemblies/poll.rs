//! A motion put to the vote.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A motion put to the vote.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "polls")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub assembly_id: Uuid,
    pub item_id: Uuid,
    /// The amendment to the item's motion that is voted on; none for the item itself.
    pub amendment_id: Option<Uuid>,
    /// `domain::polls::PollState`.
    pub state: String,
    /// `domain::majorities::Majority`.
    #[sea_orm(column_type = "JsonBinary")]
    pub rule: Json,
    /// `domain::quorum::Quorum` when it opened.
    #[sea_orm(column_type = "JsonBinary")]
    pub quorum: Json,
    pub opened_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    /// `domain::polls::Outcome`.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub outcome: Option<Json>,
}

impl ActiveModelBehavior for ActiveModel {}
