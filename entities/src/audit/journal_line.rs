//! A line of the journal; see `domain::journal`.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// A line of the journal; see `domain::journal`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "journal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub sequence: i64,
    pub at: DateTime<Utc>,
    pub actor: String,
    pub network: String,
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub payload: String,
    pub salt: String,
    pub hash: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for domain::journal::Line {
    fn from(row: Model) -> Self {
        let Model { sequence, at, actor, network, kind, payload, salt, .. } = row;
        Self { sequence, at, actor, network, kind, payload, salt }
    }
}
