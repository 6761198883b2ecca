//! A proxy.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A proxy.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "proxies")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub assembly_id: Uuid,
    pub giver_id: Uuid,
    pub holder_id: Uuid,
    pub given_at: DateTime<Utc>,
    pub given_by: Option<Uuid>,
    pub revoked_at: Option<DateTime<Utc>>,
    /// `arrival` or `giver`.
    pub revoked_because: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
