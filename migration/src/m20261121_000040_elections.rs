//! Elections of persons: how they are held, who stands, who has voted, and the ballots, which are nobody's.

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
                    .table("elections")
                    .col(uuid("item_id").primary_key())
                    .col(json_binary("rules"))
                    .col(date_null("candidacies_until"))
                    .col(json_binary_null("paper"))
                    .col(json_binary_null("declared"))
                    .foreign_key(ForeignKey::create().from("elections", "item_id").to("agenda_items", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("candidacies")
                    .col(uuid("id").primary_key())
                    .col(uuid("item_id"))
                    .col(string("name"))
                    .col(uuid("organization_id"))
                    .col(string("organization_name"))
                    .col(uuid_null("person_id"))
                    .col(text("statement"))
                    .col(timestamp_with_time_zone("proposed_at"))
                    .col(uuid("proposed_by"))
                    .col(string_null("consent"))
                    .col(timestamp_with_time_zone_null("consented_at"))
                    .col(uuid_null("consent_recorded_by"))
                    .col(timestamp_with_time_zone_null("withdrawn_at"))
                    .foreign_key(ForeignKey::create().from("candidacies", "item_id").to("agenda_items", "id"))
                    .foreign_key(ForeignKey::create().from("candidacies", "organization_id").to("organizations", "id"))
                    .foreign_key(ForeignKey::create().from("candidacies", "person_id").to("people", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(Index::create().name("by_candidacies_item_id").table("candidacies").col("item_id").take())
            .await?;
        // SQLite numbers the rows of a table in the order in which they come, unless it is told not to: a ballot must
        // not carry such a number. sea-query has no word for it.
        let (json, uuid, rowless) = match manager.get_database_backend() {
            DbBackend::Sqlite => ("jsonb_text", "uuid_text", " WITHOUT ROWID"),
            _ => ("jsonb", "uuid", ""),
        };
        let ballots = format!(
            "CREATE TABLE secret_ballots (id {uuid} NOT NULL PRIMARY KEY, \
             poll_id {uuid} NOT NULL REFERENCES polls (id), paper {json} NOT NULL, weight bigint NOT NULL){rowless}"
        );
        let marks = format!(
            "CREATE TABLE ballot_marks (poll_id {uuid} NOT NULL REFERENCES polls (id), \
             organization_id {uuid} NOT NULL REFERENCES organizations (id), request varchar NOT NULL, \
             PRIMARY KEY (poll_id, organization_id)){rowless}"
        );
        let database = manager.get_connection();
        database.execute_unprepared(&ballots).await?;
        database.execute_unprepared(&marks).await?;
        database.execute_unprepared("CREATE INDEX by_secret_ballots_poll_id ON secret_ballots (poll_id)").await?;
        Ok(())
    }
}
