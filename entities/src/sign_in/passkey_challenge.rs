//! A question to a passkey that waits for its answer.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A question to a passkey that waits for its answer.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "passkey_challenges")]
pub struct Model {
    /// Of the cookie that ties the question to one browser.
    #[sea_orm(primary_key, auto_increment = false)]
    pub browser_hash: String,
    /// Who registers a passkey; nobody while signing in.
    pub person_id: Option<Uuid>,
    /// What the library has to remember.
    #[sea_orm(column_type = "JsonBinary")]
    pub state: Json,
    pub expires_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}
