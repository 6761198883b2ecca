//! Versions of a network's statutes as rules, their draft, and which of them an assembly applies.

use sea_orm_migration::{prelude::*, schema::*};

/// The tables of this capability.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("statutes")
                    .col(uuid("network_id"))
                    .col(integer("version"))
                    .col(date("valid_from"))
                    .col(uuid_null("assembly_id"))
                    .col(json_binary("rules"))
                    .col(text("note"))
                    .col(timestamp_with_time_zone("made_at"))
                    .col(uuid_null("made_by"))
                    .primary_key(Index::create().col("network_id").col("version"))
                    .foreign_key(ForeignKey::create().from("statutes", "network_id").to("networks", "id"))
                    .foreign_key(ForeignKey::create().from("statutes", "assembly_id").to("assemblies", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("statutes_drafts")
                    .col(uuid("network_id").primary_key())
                    .col(json_binary("rules"))
                    .col(integer("revision"))
                    .col(timestamp_with_time_zone("edited_at"))
                    .col(uuid_null("edited_by"))
                    .foreign_key(ForeignKey::create().from("statutes_drafts", "network_id").to("networks", "id"))
                    .take(),
            )
            .await?;
        manager
            .alter_table(Table::alter().table("assemblies").add_column(integer_null("statutes_version")).take())
            .await?;
        manager.alter_table(Table::alter().table("assemblies").add_column(uuid_null("second_of")).take()).await?;
        manager.alter_table(Table::alter().table("agenda_items").add_column(string_null("decision")).take()).await
    }
}
