//! Tellers of an assembly, and the sheets on which two of them write down papers and raised hands.

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
                    .table("tellers")
                    .col(uuid("assembly_id"))
                    .col(uuid("person_id"))
                    .col(string("person_name"))
                    .col(timestamp_with_time_zone("appointed_at"))
                    .col(uuid("appointed_by"))
                    .col(timestamp_with_time_zone_null("dismissed_at"))
                    .primary_key(Index::create().col("assembly_id").col("person_id"))
                    .foreign_key(ForeignKey::create().from("tellers", "assembly_id").to("assemblies", "id"))
                    .foreign_key(ForeignKey::create().from("tellers", "person_id").to("people", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("teller_sheets")
                    .col(uuid("poll_id"))
                    .col(uuid("teller_id"))
                    .col(string("way"))
                    .col(json_binary("votes"))
                    .col(boolean("handed_in"))
                    .col(integer("version"))
                    .col(timestamp_with_time_zone("saved_at"))
                    .primary_key(Index::create().col("poll_id").col("teller_id"))
                    .foreign_key(ForeignKey::create().from("teller_sheets", "poll_id").to("polls", "id"))
                    .foreign_key(ForeignKey::create().from("teller_sheets", "teller_id").to("people", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("urn_sheets")
                    .col(uuid("poll_id"))
                    .col(uuid("teller_id"))
                    .col(json_binary("papers"))
                    .col(boolean("handed_in"))
                    .col(integer("version"))
                    .primary_key(Index::create().col("poll_id").col("teller_id"))
                    .foreign_key(ForeignKey::create().from("urn_sheets", "poll_id").to("polls", "id"))
                    .foreign_key(ForeignKey::create().from("urn_sheets", "teller_id").to("people", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("urns")
                    .col(uuid("poll_id").primary_key())
                    .col(json_binary("urn"))
                    .foreign_key(ForeignKey::create().from("urns", "poll_id").to("polls", "id"))
                    .take(),
            )
            .await
    }
}
