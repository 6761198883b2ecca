//! The key by which a network signs its badges.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// The key by which a network signs its badges: the newest signs, all of them stay published.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "training_badge_keys")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub network_id: Uuid,
    /// The 32 bytes of an Ed25519 key, as digits. Who has them signs in the network's name.
    pub secret: String,
    pub created_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}
