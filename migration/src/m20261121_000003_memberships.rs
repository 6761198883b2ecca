//! Organizations in networks.

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
                    .table("memberships")
                    .col(uuid("id").primary_key())
                    .col(uuid("organization_id"))
                    .col(uuid("network_id"))
                    .col(uuid_null("college_id"))
                    .col(string("status"))
                    .col(date("status_since"))
                    .col(integer("version"))
                    .foreign_key(ForeignKey::create().from("memberships", "organization_id").to("organizations", "id"))
                    .foreign_key(ForeignKey::create().from("memberships", "network_id").to("networks", "id"))
                    .foreign_key(ForeignKey::create().from("memberships", "college_id").to("colleges", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .unique()
                    .name("one_memberships_organization_id_network_id")
                    .table("memberships")
                    .col("organization_id")
                    .col("network_id")
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("by_memberships_network_id_status")
                    .table("memberships")
                    .col("network_id")
                    .col("status")
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("membership_steps")
                    .col(uuid("id").primary_key())
                    .col(uuid("membership_id"))
                    .col(integer("position"))
                    .col(string("step"))
                    .col(string("status"))
                    .col(date("effective_on"))
                    .col(text_null("decision"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .col(uuid_null("recorded_by"))
                    .foreign_key(ForeignKey::create().from("membership_steps", "membership_id").to("memberships", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .unique()
                    .name("one_membership_steps_membership_id_position")
                    .table("membership_steps")
                    .col("membership_id")
                    .col("position")
                    .take(),
            )
            .await?;
        Ok(())
    }
}
