//! A sign-in that is under way at a provider.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A sign-in that is under way at a provider.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_attempts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub state_hash: String,
    pub connection_id: Uuid,
    pub issuer: String,
    pub nonce: String,
    pub pkce_verifier: Option<String>,
    /// Of the cookie that ties the attempt to one browser.
    pub browser_hash: String,
    /// `sign_in`, `test` or `link`.
    pub purpose: String,
    /// Who asked, for a test or a link.
    pub person_id: Option<Uuid>,
    pub return_to: String,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}
