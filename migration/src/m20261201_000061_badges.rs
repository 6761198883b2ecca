//! Badges: the keys by which networks sign them, and whether the end of a qualification was announced.

use sea_orm_migration::{prelude::*, schema::*};

/// The tables of this change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let keys = Table::create()
            .table("training_badge_keys")
            .col(uuid("id").primary_key())
            .col(uuid("network_id"))
            .col(string("secret"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(ForeignKey::create().from("training_badge_keys", "network_id").to("networks", "id"))
            .take();
        manager.create_table(keys).await?;
        let announced = timestamp_with_time_zone_null("announced_at");
        manager.alter_table(Table::alter().table("training_certificates").add_column(announced).take()).await
    }
}
