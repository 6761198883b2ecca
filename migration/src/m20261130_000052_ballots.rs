//! How a poll is held where it is not by name and alone, and who asked for a secret vote.

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
                    .table("ballot_forms")
                    .col(uuid("poll_id").primary_key())
                    .col(string_null("secret"))
                    .col(uuid_null("together"))
                    .foreign_key(ForeignKey::create().from("ballot_forms", "poll_id").to("polls", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("secrecy_requests")
                    .col(uuid("question_id"))
                    .col(uuid("organization_id"))
                    .col(uuid("assembly_id"))
                    .col(uuid("asked_by"))
                    .col(timestamp_with_time_zone("asked_at"))
                    .primary_key(Index::create().col("question_id").col("organization_id"))
                    .foreign_key(ForeignKey::create().from("secrecy_requests", "assembly_id").to("assemblies", "id"))
                    .foreign_key(
                        ForeignKey::create().from("secrecy_requests", "organization_id").to("organizations", "id"),
                    )
                    .foreign_key(ForeignKey::create().from("secrecy_requests", "asked_by").to("people", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("by_secrecy_requests_assembly_id")
                    .table("secrecy_requests")
                    .col("assembly_id")
                    .take(),
            )
            .await
    }
}
