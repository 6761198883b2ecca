//! The course of the minutes: who chaired and kept them, the version that was given to be read, who read and
//! signed it and how, which assembly is to approve it or has.

use sea_orm_migration::{prelude::*, schema::*};

/// The tables of the course of the minutes.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("minutes_courses")
                    .col(uuid("assembly_id").primary_key())
                    .col(uuid_null("chair_id"))
                    .col(string_null("chair_name"))
                    .col(uuid_null("secretary_id"))
                    .col(string_null("secretary_name"))
                    .col(integer_null("version"))
                    .col(text_null("text"))
                    .col(string_null("hash"))
                    .col(timestamp_with_time_zone_null("presented_at"))
                    .col(timestamp_with_time_zone_null("approved_at"))
                    .col(uuid_null("approved_by"))
                    .col(string_null("approved_title"))
                    .foreign_key(ForeignKey::create().from("minutes_courses", "assembly_id").to("assemblies", "id"))
                    .foreign_key(ForeignKey::create().from("minutes_courses", "chair_id").to("people", "id"))
                    .foreign_key(ForeignKey::create().from("minutes_courses", "secretary_id").to("people", "id"))
                    .foreign_key(ForeignKey::create().from("minutes_courses", "approved_by").to("assemblies", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("minutes_acts")
                    .col(uuid("id").primary_key())
                    .col(uuid("assembly_id"))
                    .col(string("act"))
                    .col(string("office"))
                    .col(uuid("person_id"))
                    .col(string("person_name"))
                    .col(integer("version"))
                    .col(string("hash"))
                    .col(json_binary_null("proof"))
                    .col(timestamp_with_time_zone("at"))
                    .col(timestamp_with_time_zone_null("voided_at"))
                    .foreign_key(ForeignKey::create().from("minutes_acts", "assembly_id").to("assemblies", "id"))
                    .foreign_key(ForeignKey::create().from("minutes_acts", "person_id").to("people", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("minutes_acts_of_an_assembly").table("minutes_acts").col("assembly_id").take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("minutes_approvals")
                    .col(uuid("item_id").primary_key())
                    .col(uuid("assembly_id"))
                    .col(string("hash"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("minutes_approvals", "item_id")
                            .to("agenda_items", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .foreign_key(ForeignKey::create().from("minutes_approvals", "assembly_id").to("assemblies", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("minutes_approvals_of_an_assembly")
                    .table("minutes_approvals")
                    .col("assembly_id")
                    .take(),
            )
            .await
    }
}
