//! Stays and visits between associations: offers, requests, and what was told afterwards.

use sea_orm_migration::{prelude::*, schema::*};

/// The tables of this capability.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let offers = Table::create()
            .table("visit_offers")
            .col(uuid("id").primary_key())
            .col(uuid("network_id"))
            .col(uuid("host_id"))
            .col(string("kind"))
            .col(string("title"))
            .col(text("details"))
            .col(integer("places"))
            .col(date_null("first_on"))
            .col(date_null("last_on"))
            .col(boolean("open"))
            .col(timestamp_with_time_zone("created_at"))
            .col(uuid("created_by"))
            .foreign_key(ForeignKey::create().from("visit_offers", "network_id").to("networks", "id"))
            .foreign_key(ForeignKey::create().from("visit_offers", "host_id").to("organizations", "id"))
            .take();
        manager.create_table(offers).await?;
        let visits = Table::create()
            .table("visits")
            .col(uuid("id").primary_key())
            .col(uuid("network_id"))
            .col(uuid_null("offer_id"))
            .col(uuid("sender_id"))
            .col(uuid("host_id"))
            .col(uuid("person_id"))
            .col(string("kind"))
            .col(integer("people"))
            .col(date("first_on"))
            .col(date("last_on"))
            .col(text("wish"))
            .col(string("state"))
            .col(text_null("reason"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(uuid("asked_by"))
            .foreign_key(ForeignKey::create().from("visits", "network_id").to("networks", "id"))
            .foreign_key(ForeignKey::create().from("visits", "offer_id").to("visit_offers", "id"))
            .foreign_key(ForeignKey::create().from("visits", "person_id").to("people", "id"))
            .take();
        manager.create_table(visits).await?;
        let feedback = Table::create()
            .table("visit_feedback")
            .col(uuid("visit_id"))
            .col(string("side"))
            .col(text("text"))
            .col(boolean("published"))
            .col(timestamp_with_time_zone("told_at"))
            .col(uuid("told_by"))
            .primary_key(Index::create().col("visit_id").col("side"))
            .foreign_key(ForeignKey::create().from("visit_feedback", "visit_id").to("visits", "id"))
            .take();
        manager.create_table(feedback).await?;
        for table in ["visit_offers", "visits"] {
            let name = format!("by_{table}_network_id");
            manager.create_index(Index::create().name(name).table(table).col("network_id").take()).await?;
        }
        Ok(())
    }
}
