//! A name and the day from which it is the name.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

/// A name and the day from which it is the name.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organization_names")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub name: String,
    pub short_name: Option<String>,
    pub valid_from: NaiveDate,
}

impl ActiveModelBehavior for ActiveModel {}
