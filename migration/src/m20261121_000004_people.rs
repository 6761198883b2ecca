//! People and their mandates.

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
                    .table("people")
                    .col(uuid("id").primary_key())
                    .col(string("name"))
                    .col(string_null("pseudonym"))
                    .col(string_null("email"))
                    .col(string("locale"))
                    .col(timestamp_with_time_zone("created_at"))
                    .take(),
            )
            .await?;
        manager.create_index(Index::create().name("by_people_email").table("people").col("email").take()).await?;
        manager
            .create_table(
                Table::create()
                    .table("mandates")
                    .col(uuid("id").primary_key())
                    .col(uuid("person_id"))
                    .col(string("role"))
                    .col(uuid_null("network_id"))
                    .col(uuid_null("organization_id"))
                    .col(date("starts_on"))
                    .col(date_null("ends_on"))
                    .col(uuid_null("granted_by"))
                    .col(string("source"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(ForeignKey::create().from("mandates", "person_id").to("people", "id"))
                    .foreign_key(ForeignKey::create().from("mandates", "network_id").to("networks", "id"))
                    .foreign_key(ForeignKey::create().from("mandates", "organization_id").to("organizations", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(Index::create().name("by_mandates_person_id").table("mandates").col("person_id").take())
            .await?;
        manager
            .create_index(
                Index::create().name("by_mandates_organization_id").table("mandates").col("organization_id").take(),
            )
            .await?;
        manager
            .create_index(Index::create().name("by_mandates_network_id").table("mandates").col("network_id").take())
            .await?;
        Ok(())
    }
}
