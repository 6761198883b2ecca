//! How an organization handles its people’s trainings.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// How an organization handles its people’s trainings.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "training_practices")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    /// Whether a manager agrees before anybody takes part.
    pub agreement: bool,
}

impl ActiveModelBehavior for ActiveModel {}
