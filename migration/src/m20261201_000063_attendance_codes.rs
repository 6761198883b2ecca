//! Half-days have codes: who scans one says that they are there.

use sea_orm_migration::{prelude::*, schema::*};

/// The columns of this change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let code = string_null("code");
        manager.alter_table(Table::alter().table("training_half_days").add_column(code).take()).await?;
        let unique =
            Index::create().name("training_half_days_code").table("training_half_days").col("code").unique().take();
        manager.create_index(unique).await
    }
}
