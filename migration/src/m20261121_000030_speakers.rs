//! The floor of an assembly in session: the item that it is at, and who asked to speak to it.

use sea_orm_migration::{prelude::*, schema::*};

/// The tables of the list of speakers.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("floors")
                    .col(uuid("assembly_id").primary_key())
                    .col(uuid_null("item_id"))
                    .col(boolean("list_open"))
                    .col(json_binary("rule"))
                    .foreign_key(ForeignKey::create().from("floors", "assembly_id").to("assemblies", "id"))
                    .foreign_key(ForeignKey::create().from("floors", "item_id").to("agenda_items", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("speaking_requests")
                    .col(uuid("id").primary_key())
                    .col(uuid("assembly_id"))
                    .col(uuid("item_id"))
                    .col(uuid("organization_id"))
                    .col(uuid("person_id"))
                    .col(string("person_name"))
                    .col(string("kind"))
                    .col(string("list"))
                    .col(string("state"))
                    .col(big_integer("asked"))
                    .col(big_integer_null("spoke"))
                    .col(timestamp_with_time_zone("asked_at"))
                    .col(timestamp_with_time_zone_null("began_at"))
                    .col(timestamp_with_time_zone_null("ended_at"))
                    .foreign_key(ForeignKey::create().from("speaking_requests", "assembly_id").to("assemblies", "id"))
                    .foreign_key(ForeignKey::create().from("speaking_requests", "item_id").to("agenda_items", "id"))
                    .foreign_key(
                        ForeignKey::create().from("speaking_requests", "organization_id").to("organizations", "id"),
                    )
                    .foreign_key(ForeignKey::create().from("speaking_requests", "person_id").to("people", "id"))
                    .take(),
            )
            .await?;
        // The order of asking has no two in one place, whoever writes.
        manager
            .create_index(
                Index::create()
                    .name("once_speaking_requests_asked")
                    .table("speaking_requests")
                    .col("assembly_id")
                    .col("asked")
                    .unique()
                    .take(),
            )
            .await
    }
}
