//! Motions with a text of their own, its revisions, and their amendments.

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
                    .table("motions")
                    .col(uuid("id").primary_key())
                    .col(uuid("assembly_id"))
                    .col(uuid_null("item_id"))
                    .col(integer("number"))
                    .col(string("title"))
                    .col(string("locale"))
                    .col(text("reasons"))
                    .col(string("state"))
                    .col(text_null("refusal"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(uuid_null("created_by"))
                    .col(timestamp_with_time_zone_null("submitted_at"))
                    .foreign_key(ForeignKey::create().from("motions", "assembly_id").to("assemblies", "id"))
                    .foreign_key(ForeignKey::create().from("motions", "item_id").to("agenda_items", "id"))
                    .take(),
            )
            .await?;
        for (name, column) in [("one_motions_assembly_id_number", "number"), ("one_motions_item_id", "item_id")] {
            let index = Index::create().unique().name(name).table("motions").col("assembly_id").col(column).take();
            manager.create_index(index).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("motion_revisions")
                    .col(uuid("motion_id"))
                    .col(integer("number"))
                    .col(json_binary("text"))
                    .col(string("cause"))
                    .col(uuid_null("amendment_id"))
                    .col(timestamp_with_time_zone("made_at"))
                    .col(uuid_null("made_by"))
                    .primary_key(Index::create().col("motion_id").col("number"))
                    .foreign_key(ForeignKey::create().from("motion_revisions", "motion_id").to("motions", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("amendments")
                    .col(uuid("id").primary_key())
                    .col(uuid("motion_id"))
                    .col(integer("number"))
                    .col(uuid("paragraph_id"))
                    .col(string("locale"))
                    .col(integer("revision"))
                    .col(string("change"))
                    .col(text("text"))
                    .col(text("reasons"))
                    .col(string("state"))
                    .col(text_null("refusal"))
                    .col(string_null("superseded_because"))
                    .col(uuid_null("superseded_by"))
                    .col(integer_null("position"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(uuid_null("created_by"))
                    .col(timestamp_with_time_zone_null("submitted_at"))
                    .foreign_key(ForeignKey::create().from("amendments", "motion_id").to("motions", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .unique()
                    .name("one_amendments_motion_id_number")
                    .table("amendments")
                    .col("motion_id")
                    .col("number")
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("motion_backers")
                    .col(uuid("backed_id"))
                    .col(uuid("organization_id"))
                    .col(string("part"))
                    .col(string("name"))
                    .col(timestamp_with_time_zone("since"))
                    .col(uuid_null("person_id"))
                    .primary_key(Index::create().col("backed_id").col("organization_id"))
                    .foreign_key(
                        ForeignKey::create().from("motion_backers", "organization_id").to("organizations", "id"),
                    )
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("motion_deadlines")
                    .col(uuid("assembly_id").primary_key())
                    .col(timestamp_with_time_zone_null("motions_until"))
                    .col(timestamp_with_time_zone_null("amendments_until"))
                    .foreign_key(ForeignKey::create().from("motion_deadlines", "assembly_id").to("assemblies", "id"))
                    .take(),
            )
            .await?;
        amendments_are_voted_on(manager).await
    }
}

/// An item has one vote of its own, and one for each amendment to its motion.
async fn amendments_are_voted_on(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let column = Table::alter().table("polls").add_column(uuid_null("amendment_id")).take();
    manager.alter_table(column).await?;
    manager.drop_index(Index::drop().name("one_polls_item_id").table("polls").to_owned()).await?;
    let database = manager.get_connection();
    for index in [
        "CREATE UNIQUE INDEX one_polls_item_id_alone ON polls (item_id) WHERE amendment_id IS NULL",
        "CREATE UNIQUE INDEX one_polls_amendment_id ON polls (amendment_id) WHERE amendment_id IS NOT NULL",
    ] {
        database.execute_unprepared(index).await?;
    }
    Ok(())
}
