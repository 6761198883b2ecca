//! A version of a network's statutes as rules. Never rewritten.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;

/// A version of a network's statutes as rules. Never rewritten.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "statutes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub network_id: Uuid,
    /// From 1, without a gap.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// The first day of an assembly to which it applies; never before that of the version before.
    pub valid_from: NaiveDate,
    /// The assembly that adopted it, where it was one of ours.
    pub assembly_id: Option<Uuid>,
    /// `domain::statutes::AssemblyRules`.
    #[sea_orm(column_type = "JsonBinary")]
    pub rules: Json,
    /// What changed, in a sentence.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    pub made_at: DateTime<Utc>,
    pub made_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
