//! Somebody who stands, or was proposed.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// Somebody who stands, or was proposed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "candidacies")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub item_id: Uuid,
    pub name: String,
    pub organization_id: Uuid,
    /// As it was called then.
    pub organization_name: String,
    /// The candidate, where they said so themselves.
    pub person_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub statement: String,
    pub proposed_at: DateTime<Utc>,
    pub proposed_by: Uuid,
    /// `own` or `paper`; nobody stands without it.
    pub consent: Option<String>,
    pub consented_at: Option<DateTime<Utc>>,
    pub consent_recorded_by: Option<Uuid>,
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// On which list, where lists share the seats.
    pub list_id: Option<Uuid>,
    /// At which place of it; the lowest is the first.
    pub list_place: Option<i32>,
    /// `counting::parity::Side` as they declare it, where the election has a rule of parity.
    pub side: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
