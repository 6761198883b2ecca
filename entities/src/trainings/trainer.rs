//! Who leads a session and takes down who is there.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// Who leads a session and takes down who is there.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "training_trainers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
