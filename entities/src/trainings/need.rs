//! What an association needs: a subject, for so many people.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// What an association needs: a subject, for so many people.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "training_needs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub collection_id: Uuid,
    pub organization_id: Uuid,
    /// How it was called then.
    pub organization_name: String,
    /// `domain::trainings::needs::Topic`, as the association said it.
    #[sea_orm(column_type = "JsonBinary")]
    pub stated: Json,
    /// The same, with what those who organize have put it together.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub grouped: Option<Json>,
    pub people: i32,
    /// When and where, best.
    #[sea_orm(column_type = "Text")]
    pub preference: String,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub reasons: String,
    /// The training of the catalogue that answers it.
    pub answered_by: Option<Uuid>,
    /// Counts changes.
    pub version: i32,
    pub stated_at: DateTime<Utc>,
    pub stated_by: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
