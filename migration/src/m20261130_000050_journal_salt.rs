//! A random value in each line of the journal: see `domain::journal::Line::salt`.

use sea_orm_migration::{prelude::*, schema::*};

/// The column.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = Table::alter().table("journal").add_column(string("salt").default("")).take();
        manager.alter_table(column).await
    }
}
