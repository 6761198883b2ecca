//! The door: passes, what doors told, people who attend without a vote, and members who ask for an assembly.

use sea_orm_migration::{
    prelude::*,
    schema::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

/// Check-in, attendance without a vote, requests for an assembly.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        doors(manager).await?;
        attendees(manager).await?;
        requests(manager).await
    }
}

fn key(from: &str, column: &str, to: &str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(from.to_owned(), column.to_owned()).to(to.to_owned(), "id").to_owned()
}

async fn doors(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("passes")
                .col(uuid("id").primary_key())
                .col(uuid("assembly_id"))
                .col(uuid("organization_id"))
                .col(uuid("person_id"))
                .col(string("code"))
                .col(timestamp_with_time_zone("made_at"))
                .foreign_key(&mut key("passes", "assembly_id", "assemblies"))
                .foreign_key(&mut key("passes", "organization_id", "organizations"))
                .foreign_key(&mut key("passes", "person_id", "people"))
                .take(),
        )
        .await?;
    manager
        .create_index(
            Index::create()
                .name("once_passes")
                .table("passes")
                .col("assembly_id")
                .col("organization_id")
                .col("person_id")
                .unique()
                .take(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("check_ins")
                .col(uuid("assembly_id"))
                .col(uuid("nonce"))
                .col(string("door"))
                .col(uuid_null("organization_id"))
                .col(uuid_null("person_id"))
                .col(json_binary("outcome"))
                .col(boolean("conflict"))
                .col(timestamp_with_time_zone("scanned_at"))
                .col(timestamp_with_time_zone("received_at"))
                .col(uuid("received_by"))
                .primary_key(Index::create().col("assembly_id").col("nonce"))
                .foreign_key(&mut key("check_ins", "assembly_id", "assemblies"))
                .take(),
        )
        .await
}

/// Who attends without a vote; and whoever of them speaks needs no organization and no account.
async fn attendees(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("attendees")
                .col(uuid("id").primary_key())
                .col(uuid("assembly_id"))
                .col(uuid_null("person_id"))
                .col(string("name"))
                .col(string("audience"))
                .col(string("organization_name"))
                .col(timestamp_with_time_zone("arrived_at"))
                .col(timestamp_with_time_zone_null("left_at"))
                .foreign_key(&mut key("attendees", "assembly_id", "assemblies"))
                .foreign_key(&mut key("attendees", "person_id", "people"))
                .take(),
        )
        .await?;
    let database = manager.get_connection();
    if database.get_database_backend() == DbBackend::Postgres {
        database
            .execute_unprepared(
                "ALTER TABLE speaking_requests ALTER COLUMN organization_id DROP NOT NULL, \
                 ALTER COLUMN person_id DROP NOT NULL, \
                 ADD COLUMN attendee_id uuid NULL REFERENCES attendees (id)",
            )
            .await?;
        return Ok(());
    }
    // SQLite takes no column's duty to hold something away: the table is made anew with its lines.
    database.execute_unprepared("ALTER TABLE speaking_requests RENAME TO speaking_requests_before").await?;
    database.execute_unprepared("DROP INDEX once_speaking_requests_asked").await?;
    manager
        .create_table(
            Table::create()
                .table("speaking_requests")
                .col(uuid("id").primary_key())
                .col(uuid("assembly_id"))
                .col(uuid("item_id"))
                .col(uuid_null("organization_id"))
                .col(uuid_null("person_id"))
                .col(string("person_name"))
                .col(string("kind"))
                .col(string("list"))
                .col(string("state"))
                .col(big_integer("asked"))
                .col(big_integer_null("spoke"))
                .col(timestamp_with_time_zone("asked_at"))
                .col(timestamp_with_time_zone_null("began_at"))
                .col(timestamp_with_time_zone_null("ended_at"))
                .col(uuid_null("attendee_id"))
                .foreign_key(&mut key("speaking_requests", "assembly_id", "assemblies"))
                .foreign_key(&mut key("speaking_requests", "item_id", "agenda_items"))
                .foreign_key(&mut key("speaking_requests", "organization_id", "organizations"))
                .foreign_key(&mut key("speaking_requests", "person_id", "people"))
                .foreign_key(&mut key("speaking_requests", "attendee_id", "attendees"))
                .take(),
        )
        .await?;
    let columns = "id, assembly_id, item_id, organization_id, person_id, person_name, kind, list, state, asked, spoke, \
                   asked_at, began_at, ended_at";
    let copied = format!("INSERT INTO speaking_requests ({columns}) SELECT {columns} FROM speaking_requests_before");
    database.execute_unprepared(&copied).await?;
    manager
        .create_index(
            Index::create()
                .name("once_speaking_requests_asked")
                .table("speaking_requests")
                .col("assembly_id")
                .col("asked")
                .unique()
                .take(),
        )
        .await?;
    manager.drop_table(Table::drop().table("speaking_requests_before").take()).await
}

async fn requests(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("assembly_requests")
                .col(uuid("id").primary_key())
                .col(uuid("network_id"))
                .col(string("kind"))
                .col(text("purpose"))
                .col(timestamp_with_time_zone("asked_at"))
                .col(timestamp_with_time_zone_null("reached_at"))
                .col(uuid_null("answered_by"))
                .foreign_key(&mut key("assembly_requests", "network_id", "networks"))
                .foreign_key(&mut key("assembly_requests", "answered_by", "assemblies"))
                .take(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("assembly_request_supports")
                .col(uuid("request_id"))
                .col(uuid("organization_id"))
                .col(uuid("person_id"))
                .col(timestamp_with_time_zone("asked_at"))
                .primary_key(Index::create().col("request_id").col("organization_id"))
                .foreign_key(&mut key("assembly_request_supports", "request_id", "assembly_requests"))
                .foreign_key(&mut key("assembly_request_supports", "organization_id", "organizations"))
                .foreign_key(&mut key("assembly_request_supports", "person_id", "people"))
                .take(),
        )
        .await
}
