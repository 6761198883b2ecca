//! Trainings of a network: the catalogue, sessions with their half-days, registrations, attendance, certificates.

use sea_orm_migration::{prelude::*, schema::*};

/// The tables of this capability.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(trainings()).await?;
        manager.create_table(sessions()).await?;
        manager.create_table(half_days()).await?;
        manager.create_table(trainers()).await?;
        manager.create_table(registrations()).await?;
        manager.create_table(marks()).await?;
        manager.create_table(certificates()).await?;
        manager.create_table(practices()).await?;
        for (table, column) in [
            ("trainings", "network_id"),
            ("training_sessions", "training_id"),
            ("training_sessions", "network_id"),
            ("training_half_days", "session_id"),
            ("training_registrations", "session_id"),
            ("training_registrations", "person_id"),
            ("training_registrations", "organization_id"),
            ("training_marks", "registration_id"),
        ] {
            let name = format!("by_{table}_{column}");
            manager.create_index(Index::create().name(name).table(table).col(column).take()).await?;
        }
        let calendar = text_null("calendar");
        manager.alter_table(Table::alter().table("letters").add_column(calendar).take()).await
    }
}

fn trainings() -> TableCreateStatement {
    Table::create()
        .table("trainings")
        .col(uuid("id").primary_key())
        .col(uuid("network_id"))
        .col(string("state"))
        .col(string("title"))
        .col(json_binary("details"))
        .col(integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(uuid("created_by"))
        .foreign_key(ForeignKey::create().from("trainings", "network_id").to("networks", "id"))
        .take()
}

fn sessions() -> TableCreateStatement {
    Table::create()
        .table("training_sessions")
        .col(uuid("id").primary_key())
        .col(uuid("training_id"))
        .col(uuid("network_id"))
        .col(string("state"))
        .col(string_null("place"))
        .col(string_null("remote_url"))
        .col(text("instructions"))
        .col(timestamp_with_time_zone("begins_at"))
        .col(timestamp_with_time_zone("ends_at"))
        .col(json_binary("seating"))
        .col(json_binary_null("allocation"))
        .col(integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("reminded_at"))
        .foreign_key(ForeignKey::create().from("training_sessions", "training_id").to("trainings", "id"))
        .foreign_key(ForeignKey::create().from("training_sessions", "network_id").to("networks", "id"))
        .take()
}

fn half_days() -> TableCreateStatement {
    Table::create()
        .table("training_half_days")
        .col(uuid("id").primary_key())
        .col(uuid("session_id"))
        .col(timestamp_with_time_zone("starts_at"))
        .col(timestamp_with_time_zone("ends_at"))
        .foreign_key(ForeignKey::create().from("training_half_days", "session_id").to("training_sessions", "id"))
        .take()
}

fn trainers() -> TableCreateStatement {
    Table::create()
        .table("training_trainers")
        .col(uuid("session_id"))
        .col(uuid("person_id"))
        .primary_key(Index::create().col("session_id").col("person_id"))
        .foreign_key(ForeignKey::create().from("training_trainers", "session_id").to("training_sessions", "id"))
        .foreign_key(ForeignKey::create().from("training_trainers", "person_id").to("people", "id"))
        .take()
}

fn registrations() -> TableCreateStatement {
    Table::create()
        .table("training_registrations")
        .col(uuid("id").primary_key())
        .col(uuid("session_id"))
        .col(uuid("person_id"))
        .col(uuid("organization_id"))
        .col(string("organization_name"))
        .col(uuid_null("group_id"))
        .col(json_binary("qualities"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(uuid("asked_by"))
        .col(string("request"))
        .col(integer("rank"))
        .col(string("state"))
        .col(string_null("pot"))
        .col(timestamp_with_time_zone_null("held_until"))
        .col(json_binary_null("because"))
        .col(text_null("reason"))
        .col(text_null("needs"))
        .col(integer("version"))
        .foreign_key(ForeignKey::create().from("training_registrations", "session_id").to("training_sessions", "id"))
        .foreign_key(ForeignKey::create().from("training_registrations", "person_id").to("people", "id"))
        .take()
}

fn marks() -> TableCreateStatement {
    Table::create()
        .table("training_marks")
        .col(uuid("nonce").primary_key())
        .col(uuid("half_day_id"))
        .col(uuid("registration_id"))
        .col(string("attendance"))
        .col(timestamp_with_time_zone("marked_at"))
        .col(uuid("marked_by"))
        .foreign_key(ForeignKey::create().from("training_marks", "half_day_id").to("training_half_days", "id"))
        .foreign_key(ForeignKey::create().from("training_marks", "registration_id").to("training_registrations", "id"))
        .take()
}

fn certificates() -> TableCreateStatement {
    Table::create()
        .table("training_certificates")
        .col(uuid("registration_id").primary_key())
        .col(string_uniq("code"))
        .col(json_binary("told"))
        .col(timestamp_with_time_zone("issued_at"))
        .foreign_key(
            ForeignKey::create().from("training_certificates", "registration_id").to("training_registrations", "id"),
        )
        .take()
}

fn practices() -> TableCreateStatement {
    Table::create()
        .table("training_practices")
        .col(uuid("organization_id").primary_key())
        .col(boolean("agreement"))
        .foreign_key(ForeignKey::create().from("training_practices", "organization_id").to("organizations", "id"))
        .take()
}
