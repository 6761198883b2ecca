//! Members ask for an assembly.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// Members ask for an assembly.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "assembly_requests")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub network_id: Uuid,
    /// `domain::assemblies::Kind`.
    pub kind: String,
    pub purpose: String,
    pub asked_at: DateTime<Utc>,
    /// When enough had asked.
    pub reached_at: Option<DateTime<Utc>>,
    /// The assembly that was convened upon it.
    pub answered_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
