//! That an organization asks for a secret vote on a question: an item, or an amendment.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// That an organization asks for a secret vote.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "secrecy_requests")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub question_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    pub assembly_id: Uuid,
    pub asked_by: Uuid,
    pub asked_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}
