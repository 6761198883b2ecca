//! A place where an organization works.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

/// A place where an organization works.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sites")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub label: String,
    pub street: Option<String>,
    pub postal_code: Option<String>,
    pub city: String,
    pub country: String,
    pub valid_from: Option<NaiveDate>,
    pub valid_to: Option<NaiveDate>,
}

impl ActiveModelBehavior for ActiveModel {}
