//! A list of candidates, where lists share the seats.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A list of candidates. Who is on it stands in `candidacies`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "candidate_lists")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub item_id: Uuid,
    pub name: String,
    pub proposed_at: DateTime<Utc>,
    pub proposed_by: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
