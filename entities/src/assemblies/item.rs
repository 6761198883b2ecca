//! An item of the agenda.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use sea_orm::entity::prelude::*;

/// An item of the agenda.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "agenda_items")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub assembly_id: Uuid,
    pub position: i32,
    /// `domain::assemblies::ItemKind`.
    pub kind: String,
    pub title: String,
    /// What is proposed or said; the very text that is voted on.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// `domain::statutes::Decision`: what the statutes ask follows from it.
    pub decision: Option<String>,
    /// `domain::majorities::Majority` of items from before there were kinds of decision.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub majority: Option<Json>,
}

impl ActiveModelBehavior for ActiveModel {}
