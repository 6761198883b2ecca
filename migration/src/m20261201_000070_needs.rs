//! Needs that a network collects from its members for a year.

use sea_orm_migration::{prelude::*, schema::*};

/// The tables of needs.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(collections()).await?;
        manager.create_table(needs()).await?;
        let one_a_year = Index::create()
            .name("one_training_need_collection_a_year")
            .table("training_need_collections")
            .col("network_id")
            .col("year")
            .unique()
            .take();
        manager.create_index(one_a_year).await?;
        for column in ["collection_id", "organization_id"] {
            let name = format!("by_training_needs_{column}");
            manager.create_index(Index::create().name(name).table("training_needs").col(column).take()).await?;
        }
        Ok(())
    }
}

fn collections() -> TableCreateStatement {
    Table::create()
        .table("training_need_collections")
        .col(uuid("id").primary_key())
        .col(uuid("network_id"))
        .col(integer("year"))
        .col(text("introduction"))
        .col(timestamp_with_time_zone("closes_at"))
        .col(integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(uuid("created_by"))
        .foreign_key(ForeignKey::create().from("training_need_collections", "network_id").to("networks", "id"))
        .take()
}

fn needs() -> TableCreateStatement {
    Table::create()
        .table("training_needs")
        .col(uuid("id").primary_key())
        .col(uuid("collection_id"))
        .col(uuid("organization_id"))
        .col(string("organization_name"))
        .col(json_binary("stated"))
        .col(json_binary_null("grouped"))
        .col(integer("people"))
        .col(text("preference"))
        .col(text("reasons"))
        .col(uuid_null("answered_by"))
        .col(integer("version"))
        .col(timestamp_with_time_zone("stated_at"))
        .col(uuid("stated_by"))
        .foreign_key(ForeignKey::create().from("training_needs", "collection_id").to("training_need_collections", "id"))
        .foreign_key(ForeignKey::create().from("training_needs", "organization_id").to("organizations", "id"))
        .foreign_key(ForeignKey::create().from("training_needs", "answered_by").to("trainings", "id"))
        .take()
}
