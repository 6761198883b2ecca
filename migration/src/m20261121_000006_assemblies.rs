//! General assemblies: agenda, roll, attendance, proxies, polls, votes, minutes.

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
                    .table("assemblies")
                    .col(uuid("id").primary_key())
                    .col(uuid("network_id"))
                    .col(string("kind"))
                    .col(string("title"))
                    .col(string("state"))
                    .col(string("venue"))
                    .col(string_null("place"))
                    .col(string_null("remote_url"))
                    .col(date("held_on"))
                    .col(timestamp_with_time_zone("starts_at"))
                    .col(date_null("reference_on"))
                    .col(timestamp_with_time_zone_null("convened_at"))
                    .col(uuid_null("convened_by"))
                    .col(timestamp_with_time_zone_null("opened_at"))
                    .col(timestamp_with_time_zone_null("closed_at"))
                    .col(json_binary_null("rules"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(ForeignKey::create().from("assemblies", "network_id").to("networks", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("by_assemblies_network_id_starts_at")
                    .table("assemblies")
                    .col("network_id")
                    .col("starts_at")
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("agenda_items")
                    .col(uuid("id").primary_key())
                    .col(uuid("assembly_id"))
                    .col(integer("position"))
                    .col(string("kind"))
                    .col(string("title"))
                    .col(text("text"))
                    .col(json_binary_null("majority"))
                    .foreign_key(ForeignKey::create().from("agenda_items", "assembly_id").to("assemblies", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .unique()
                    .name("one_agenda_items_assembly_id_position")
                    .table("agenda_items")
                    .col("assembly_id")
                    .col("position")
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("documents")
                    .col(uuid("id").primary_key())
                    .col(uuid("assembly_id"))
                    .col(uuid_null("item_id"))
                    .col(string("file_name"))
                    .col(string("content_type"))
                    .col(big_integer("size"))
                    .col(string("sha256"))
                    .col(blob("content"))
                    .col(timestamp_with_time_zone("added_at"))
                    .col(uuid_null("added_by"))
                    .foreign_key(ForeignKey::create().from("documents", "assembly_id").to("assemblies", "id"))
                    .foreign_key(ForeignKey::create().from("documents", "item_id").to("agenda_items", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(Index::create().name("by_documents_assembly_id").table("documents").col("assembly_id").take())
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("roll_entries")
                    .col(uuid("assembly_id"))
                    .col(uuid("organization_id"))
                    .col(string("name"))
                    .col(uuid("college_id"))
                    .col(string("college_name"))
                    .col(big_integer("weight"))
                    .col(json_binary("reason"))
                    .primary_key(Index::create().col("assembly_id").col("organization_id"))
                    .foreign_key(ForeignKey::create().from("roll_entries", "assembly_id").to("assemblies", "id"))
                    .foreign_key(ForeignKey::create().from("roll_entries", "organization_id").to("organizations", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("roll_left_out")
                    .col(uuid("assembly_id"))
                    .col(uuid("organization_id"))
                    .col(string("name"))
                    .col(json_binary("reason"))
                    .primary_key(Index::create().col("assembly_id").col("organization_id"))
                    .foreign_key(ForeignKey::create().from("roll_left_out", "assembly_id").to("assemblies", "id"))
                    .foreign_key(
                        ForeignKey::create().from("roll_left_out", "organization_id").to("organizations", "id"),
                    )
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("attendances")
                    .col(uuid("id").primary_key())
                    .col(uuid("assembly_id"))
                    .col(uuid("organization_id"))
                    .col(uuid("person_id"))
                    .col(string("person_name"))
                    .col(boolean("remote"))
                    .col(timestamp_with_time_zone("arrived_at"))
                    .col(timestamp_with_time_zone_null("left_at"))
                    .foreign_key(ForeignKey::create().from("attendances", "assembly_id").to("assemblies", "id"))
                    .foreign_key(ForeignKey::create().from("attendances", "organization_id").to("organizations", "id"))
                    .foreign_key(ForeignKey::create().from("attendances", "person_id").to("people", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("by_attendances_assembly_id_person_id")
                    .table("attendances")
                    .col("assembly_id")
                    .col("person_id")
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("proxies")
                    .col(uuid("id").primary_key())
                    .col(uuid("assembly_id"))
                    .col(uuid("giver_id"))
                    .col(uuid("holder_id"))
                    .col(timestamp_with_time_zone("given_at"))
                    .col(uuid_null("given_by"))
                    .col(timestamp_with_time_zone_null("revoked_at"))
                    .col(string_null("revoked_because"))
                    .foreign_key(ForeignKey::create().from("proxies", "assembly_id").to("assemblies", "id"))
                    .foreign_key(ForeignKey::create().from("proxies", "giver_id").to("organizations", "id"))
                    .foreign_key(ForeignKey::create().from("proxies", "holder_id").to("organizations", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("by_proxies_assembly_id_giver_id")
                    .table("proxies")
                    .col("assembly_id")
                    .col("giver_id")
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("polls")
                    .col(uuid("id").primary_key())
                    .col(uuid("assembly_id"))
                    .col(uuid("item_id"))
                    .col(string("state"))
                    .col(json_binary("rule"))
                    .col(json_binary("quorum"))
                    .col(timestamp_with_time_zone("opened_at"))
                    .col(timestamp_with_time_zone_null("closed_at"))
                    .col(json_binary_null("outcome"))
                    .foreign_key(ForeignKey::create().from("polls", "assembly_id").to("assemblies", "id"))
                    .foreign_key(ForeignKey::create().from("polls", "item_id").to("agenda_items", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(Index::create().unique().name("one_polls_item_id").table("polls").col("item_id").take())
            .await?;
        manager
            .create_index(Index::create().name("by_polls_assembly_id").table("polls").col("assembly_id").take())
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("votes")
                    .col(uuid("poll_id"))
                    .col(uuid("organization_id"))
                    .col(string("choice"))
                    .col(uuid("cast_by"))
                    .col(json_binary("cast_as"))
                    .col(string("request"))
                    .col(timestamp_with_time_zone("cast_at"))
                    .col(integer("changes"))
                    .primary_key(Index::create().col("poll_id").col("organization_id"))
                    .foreign_key(ForeignKey::create().from("votes", "poll_id").to("polls", "id"))
                    .foreign_key(ForeignKey::create().from("votes", "organization_id").to("organizations", "id"))
                    .foreign_key(ForeignKey::create().from("votes", "cast_by").to("people", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("minutes")
                    .col(uuid("assembly_id").primary_key())
                    .col(string("locale"))
                    .col(text("opening"))
                    .col(text("closing"))
                    .col(json_binary("notes"))
                    .col(integer("version"))
                    .col(timestamp_with_time_zone("edited_at"))
                    .col(uuid_null("edited_by"))
                    .foreign_key(ForeignKey::create().from("minutes", "assembly_id").to("assemblies", "id"))
                    .take(),
            )
            .await?;
        Ok(())
    }
}
