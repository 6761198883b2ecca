//! What a session cost, as those who organize say.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// What a session cost, as those who organize say.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "training_costs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_id: Uuid,
    /// In cents of a euro.
    pub cost_cents: Option<i64>,
    /// What others paid towards it, in cents of a euro.
    pub funding_cents: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
