//! What people think of trainings: forms, what a session was asked, who has answered, and the answers, which are
//! nobody's. And what a session cost.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

/// The tables of this capability.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("evaluation_forms")
                    .col(uuid("training_id").primary_key())
                    .col(json_binary("questions"))
                    .col(integer("version"))
                    .foreign_key(ForeignKey::create().from("evaluation_forms", "training_id").to("trainings", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("evaluations")
                    .col(uuid("session_id").primary_key())
                    .col(json_binary("questions"))
                    .col(timestamp_with_time_zone("asked_at"))
                    .col(timestamp_with_time_zone_null("sealed_at"))
                    .foreign_key(ForeignKey::create().from("evaluations", "session_id").to("training_sessions", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("training_costs")
                    .col(uuid("session_id").primary_key())
                    .col(big_integer_null("cost_cents"))
                    .col(big_integer_null("funding_cents"))
                    .foreign_key(
                        ForeignKey::create().from("training_costs", "session_id").to("training_sessions", "id"),
                    )
                    .take(),
            )
            .await?;
        // As for secret ballots: SQLite must not number these rows in the order in which they come.
        let (json, uuid, rowless) = match manager.get_database_backend() {
            DbBackend::Sqlite => ("jsonb_text", "uuid_text", " WITHOUT ROWID"),
            _ => ("jsonb", "uuid", ""),
        };
        let sheets = format!(
            "CREATE TABLE evaluation_sheets (id {uuid} NOT NULL PRIMARY KEY, \
             session_id {uuid} NOT NULL REFERENCES training_sessions (id), answers {json} NOT NULL){rowless}"
        );
        let marks = format!(
            "CREATE TABLE evaluation_marks (session_id {uuid} NOT NULL REFERENCES training_sessions (id), \
             registration_id {uuid} NOT NULL REFERENCES training_registrations (id), \
             PRIMARY KEY (session_id, registration_id)){rowless}"
        );
        let database = manager.get_connection();
        database.execute_unprepared(&sheets).await?;
        database.execute_unprepared(&marks).await?;
        database
            .execute_unprepared("CREATE INDEX by_evaluation_sheets_session_id ON evaluation_sheets (session_id)")
            .await?;
        Ok(())
    }
}
