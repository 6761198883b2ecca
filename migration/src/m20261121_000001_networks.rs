//! Networks and their colleges.

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
                    .table("networks")
                    .col(uuid("id").primary_key())
                    .col(string("slug"))
                    .col(json_binary("names"))
                    .col(json_binary("descriptions"))
                    .col(uuid_null("host_organization_id"))
                    .col(string("locale"))
                    .col(json_binary("locales"))
                    .col(string("time_zone"))
                    .col(json_binary("rules"))
                    .col(boolean("demo"))
                    .col(timestamp_with_time_zone("created_at"))
                    .take(),
            )
            .await?;
        manager
            .create_index(Index::create().unique().name("one_networks_slug").table("networks").col("slug").take())
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("colleges")
                    .col(uuid("id").primary_key())
                    .col(uuid("network_id"))
                    .col(integer("position"))
                    .col(json_binary("names"))
                    .col(json_binary("weight_rule"))
                    .foreign_key(ForeignKey::create().from("colleges", "network_id").to("networks", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(Index::create().name("by_colleges_network_id").table("colleges").col("network_id").take())
            .await?;
        Ok(())
    }
}
