//! Organizations, their names over time, sites, contacts and figures.

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
                    .table("organizations")
                    .col(uuid("id").primary_key())
                    .col(string("slug"))
                    .col(string("legal_form"))
                    .col(string("country"))
                    .col(json_binary("locales"))
                    .col(string_null("rna"))
                    .col(string_null("siren"))
                    .col(string_null("siret"))
                    .col(string_null("enterprise_number"))
                    .col(string_null("email"))
                    .col(string_null("phone"))
                    .col(string_null("website"))
                    .col(text("description"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(integer("version"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create().unique().name("one_organizations_slug").table("organizations").col("slug").take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("organization_names")
                    .col(uuid("id").primary_key())
                    .col(uuid("organization_id"))
                    .col(string("name"))
                    .col(string_null("short_name"))
                    .col(date("valid_from"))
                    .foreign_key(
                        ForeignKey::create().from("organization_names", "organization_id").to("organizations", "id"),
                    )
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .unique()
                    .name("one_organization_names_organization_id_valid_from")
                    .table("organization_names")
                    .col("organization_id")
                    .col("valid_from")
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("sites")
                    .col(uuid("id").primary_key())
                    .col(uuid("organization_id"))
                    .col(string("label"))
                    .col(string_null("street"))
                    .col(string_null("postal_code"))
                    .col(string("city"))
                    .col(string("country"))
                    .col(date_null("valid_from"))
                    .col(date_null("valid_to"))
                    .foreign_key(ForeignKey::create().from("sites", "organization_id").to("organizations", "id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(Index::create().name("by_sites_organization_id").table("sites").col("organization_id").take())
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("declared_figures")
                    .col(uuid("id").primary_key())
                    .col(uuid("organization_id"))
                    .col(string("figure"))
                    .col(big_integer("value"))
                    .col(date("as_of"))
                    .col(timestamp_with_time_zone("declared_at"))
                    .col(uuid_null("declared_by"))
                    .foreign_key(
                        ForeignKey::create().from("declared_figures", "organization_id").to("organizations", "id"),
                    )
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .unique()
                    .name("one_declared_figures_organization_id_figure_as_of")
                    .table("declared_figures")
                    .col("organization_id")
                    .col("figure")
                    .col("as_of")
                    .take(),
            )
            .await?;
        Ok(())
    }
}
