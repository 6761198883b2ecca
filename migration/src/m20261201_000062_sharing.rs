//! Sessions that are shared with other networks, and networks' priorities for associations.

use sea_orm_migration::{prelude::*, schema::*};

/// The tables of this change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let guests = Table::create()
            .table("training_guests")
            .col(uuid("session_id"))
            .col(uuid("network_id"))
            .primary_key(Index::create().col("session_id").col("network_id"))
            .foreign_key(ForeignKey::create().from("training_guests", "session_id").to("training_sessions", "id"))
            .foreign_key(ForeignKey::create().from("training_guests", "network_id").to("networks", "id"))
            .take();
        manager.create_table(guests).await?;
        let by_network =
            Index::create().name("by_training_guests_network_id").table("training_guests").col("network_id").take();
        manager.create_index(by_network).await?;
        let priorities = Table::create()
            .table("training_priorities")
            .col(uuid("network_id"))
            .col(uuid("organization_id"))
            .col(integer("priority"))
            .primary_key(Index::create().col("network_id").col("organization_id"))
            .foreign_key(ForeignKey::create().from("training_priorities", "network_id").to("networks", "id"))
            .foreign_key(ForeignKey::create().from("training_priorities", "organization_id").to("organizations", "id"))
            .take();
        manager.create_table(priorities).await?;
        let guest = uuid_null("guest_network_id");
        manager.alter_table(Table::alter().table("training_registrations").add_column(guest).take()).await
    }
}
