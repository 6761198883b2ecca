//! An organization: one identity, however many networks it belongs to.

#![expect(missing_docs, reason = "sea-orm generates the columns")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// An organization: one identity, however many networks it belongs to.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organizations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Stands in addresses.
    pub slug: String,
    /// `domain::organizations::LegalForm`.
    pub legal_form: String,
    /// ISO 3166 code.
    pub country: String,
    /// Languages that it works in.
    #[sea_orm(column_type = "JsonBinary")]
    pub locales: Json,
    pub rna: Option<String>,
    pub siren: Option<String>,
    pub siret: Option<String>,
    pub enterprise_number: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub website: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    pub created_at: DateTime<Utc>,
    /// Counts changes, so that two people editing at once notice.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
