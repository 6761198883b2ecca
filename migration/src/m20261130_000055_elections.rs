//! Elections: run-offs between the tied, lists of candidates, what candidates declare for a rule of parity.

use sea_orm_migration::{prelude::*, schema::*};

/// The tables of this change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("candidate_lists")
                    .col(uuid("id").primary_key())
                    .col(uuid("item_id"))
                    .col(string("name"))
                    .col(timestamp_with_time_zone("proposed_at"))
                    .col(uuid("proposed_by"))
                    .foreign_key(ForeignKey::create().from("candidate_lists", "item_id").to("agenda_items", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("by_candidate_lists_item_id").table("candidate_lists").col("item_id").take(),
            )
            .await?;
        for (table, column) in [
            ("elections", uuid_null("runoff_of")),
            ("candidacies", uuid_null("list_id")),
            ("candidacies", integer_null("list_place")),
            ("candidacies", string_null("side")),
        ] {
            manager.alter_table(Table::alter().table(table).add_column(column).take()).await?;
        }
        Ok(())
    }
}
