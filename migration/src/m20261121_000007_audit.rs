//! The hash-chained journal.

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
                    .table("journal")
                    .col(big_integer("sequence").primary_key())
                    .col(timestamp_with_time_zone("at"))
                    .col(string("actor"))
                    .col(string("network"))
                    .col(string("kind"))
                    .col(text("payload"))
                    .col(blob("hash"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("by_journal_network_sequence")
                    .table("journal")
                    .col("network")
                    .col("sequence")
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("journal_head")
                    .col(integer("id").primary_key())
                    .col(big_integer("sequence"))
                    .col(blob("hash"))
                    .take(),
            )
            .await?;
        Ok(())
    }
}
