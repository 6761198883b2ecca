//! An organization's connection to its identity provider.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// An organization's connection to its identity provider.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "connections")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub issuer: String,
    pub client_id: String,
    pub client_secret: Option<String>,
    /// `basic`, `post` or `none`.
    pub client_authentication: String,
    pub pkce: bool,
    pub scopes: String,
    /// `domain::sign_in::UnknownPerson`.
    pub unknown_person: String,
    /// List of `domain::sign_in::ClaimRule`.
    #[sea_orm(column_type = "JsonBinary")]
    pub claim_rules: Json,
    /// `domain::sign_in::ConnectionState`.
    pub state: String,
    pub tested_at: Option<DateTime<Utc>>,
    /// What the latest test sign-in received.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub test_result: Option<Json>,
    pub version: i32,
    pub created_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}
