//! An open session. The identifier itself is only in the browser.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// An open session. The identifier itself is only in the browser.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id_hash: String,
    pub person_id: Uuid,
    pub identity_id: Option<Uuid>,
    pub connection_id: Option<Uuid>,
    /// `sid` of the provider.
    pub provider_session: Option<String>,
    /// Sent back as a hint at sign-out.
    #[sea_orm(column_type = "Text", nullable)]
    pub id_token: Option<String>,
    /// `oidc`, `link` or `passkey`.
    pub method: String,
    pub user_agent: String,
    pub created_at: DateTime<Utc>,
    pub last_seen_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}
