//! A letter to one person.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A letter to one person.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "letters")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub network_id: Option<Uuid>,
    pub person_id: Option<Uuid>,
    pub to_address: String,
    pub to_name: String,
    pub subject: String,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// An iCalendar file that goes with it.
    #[sea_orm(column_type = "Text", nullable)]
    pub calendar: Option<String>,
    /// Why it was sent: `convocation`, `sign_in_link`, `invitation`.
    pub kind: String,
    pub message_id: String,
    pub created_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
}

impl ActiveModelBehavior for ActiveModel {}
