//! One person, asked for one session on behalf of one organization.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// One person, asked for one session on behalf of one organization.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "training_registrations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub session_id: Uuid,
    pub person_id: Uuid,
    pub organization_id: Uuid,
    /// The network through which it takes part, where it is not the session's own.
    pub guest_network_id: Option<Uuid>,
    /// How it was called then.
    pub organization_name: String,
    /// With whom, where they want seats together or not at all.
    pub group_id: Option<Uuid>,
    /// Keys of the pots from which the person may have a seat.
    #[sea_orm(column_type = "JsonBinary")]
    pub qualities: Json,
    pub asked_at: DateTime<Utc>,
    pub asked_by: Uuid,
    /// The form's own key: the same request sent twice is one.
    pub request: String,
    /// The place among the organization's people, lower first.
    pub rank: i32,
    /// `domain::trainings::State`.
    pub state: String,
    pub pot: Option<String>,
    /// Until when an offer holds the seat.
    pub held_until: Option<DateTime<Utc>>,
    /// Why there was a seat, or none, when it was decided.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub because: Option<Json>,
    /// Why the association or the organizer said no, or seated somebody out of order.
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    /// What those who prepare the session have to know: diet, accessibility. Erased some time after it.
    #[sea_orm(column_type = "Text", nullable)]
    pub needs: Option<String>,
    /// Counts changes: the sequence of its calendar entries.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
