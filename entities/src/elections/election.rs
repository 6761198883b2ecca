//! How an election is held, and what it came to.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

/// How an election is held, and what it came to.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "elections")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_id: Uuid,
    /// `domain::elections::Rules`; with the seed of the lot from the opening on.
    #[sea_orm(column_type = "JsonBinary")]
    pub rules: Json,
    /// The last day on which candidacies are taken, in the network's time zone; until the vote opens where `None`.
    pub candidacies_until: Option<NaiveDate>,
    /// Identifiers of the candidacies in the order of the ballot paper, from the opening on.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub paper: Option<Json>,
    /// `domain::elections::Declared`, once closed.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub declared: Option<Json>,
    /// The item of the election whose tie this one decides.
    pub runoff_of: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
