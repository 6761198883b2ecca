//! Someone who asked for the floor.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// Someone who asked for the floor.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "speaking_requests")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub assembly_id: Uuid,
    pub item_id: Uuid,
    /// None for who attends without a vote.
    pub organization_id: Option<Uuid>,
    /// None for who attends and is not known here.
    pub person_id: Option<Uuid>,
    pub person_name: String,
    /// `domain::speakers::RequestKind`.
    pub kind: String,
    /// `domain::speakers::SpeakerList`.
    pub list: String,
    /// `domain::speakers::RequestState`.
    pub state: String,
    /// Place in the order of asking, in the assembly.
    pub asked: i64,
    /// Place in the order of speaking, in the assembly.
    pub spoke: Option<i64>,
    pub asked_at: DateTime<Utc>,
    pub began_at: Option<DateTime<Utc>>,
    pub ended_at: Option<DateTime<Utc>>,
    /// Of `attendees`, for who attends without a vote.
    pub attendee_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
