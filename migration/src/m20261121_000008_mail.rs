//! Letters that leave the house, and the jobs that carry them.

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
                    .table("letters")
                    .col(uuid("id").primary_key())
                    .col(uuid_null("network_id"))
                    .col(uuid_null("person_id"))
                    .col(string("to_address"))
                    .col(string("to_name"))
                    .col(string("subject"))
                    .col(text("body"))
                    .col(string("kind"))
                    .col(string("message_id"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone_null("sent_at"))
                    .take(),
            )
            .await?;
        manager
            .create_index(Index::create().name("by_letters_created_at").table("letters").col("created_at").take())
            .await?;
        manager
            .create_index(Index::create().name("by_letters_network_id").table("letters").col("network_id").take())
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("jobs")
                    .col(uuid("id").primary_key())
                    .col(string("kind"))
                    .col(json_binary("payload"))
                    .col(timestamp_with_time_zone("run_at"))
                    .col(integer("attempts"))
                    .col(timestamp_with_time_zone_null("locked_until"))
                    .col(timestamp_with_time_zone_null("done_at"))
                    .col(text_null("last_error"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("by_jobs_done_at_run_at").table("jobs").col("done_at").col("run_at").take(),
            )
            .await?;
        Ok(())
    }
}
