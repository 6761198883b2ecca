//! The schema, one file a change. Old and new servers run side by side during an upgrade: a change first
//! only adds (expand), and a later one takes away what nobody uses any more (contract).

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::{MigrationTrait, async_trait};

mod m20261121_000001_networks;
mod m20261121_000002_organizations;
mod m20261121_000003_memberships;
mod m20261121_000004_people;
mod m20261121_000005_sign_in;
mod m20261121_000006_assemblies;
mod m20261121_000007_audit;
mod m20261121_000008_mail;
mod m20261121_000011_statutes;
mod m20261121_000012_motions;
mod m20261121_000030_speakers;
mod m20261121_000040_elections;
mod m20261130_000050_journal_salt;
mod m20261130_000051_tellers;
mod m20261130_000052_ballots;
mod m20261130_000053_minutes;
mod m20261130_000054_check_in;
mod m20261130_000055_elections;
mod m20261130_000060_trainings;
mod m20261201_000061_badges;
mod m20261201_000062_sharing;
mod m20261201_000063_attendance_codes;
mod m20261201_000070_needs;
mod m20261201_000071_visits;
mod m20261201_000080_evaluations;

/// Every change of the schema, in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261121_000001_networks::Migration),
            Box::new(m20261121_000002_organizations::Migration),
            Box::new(m20261121_000003_memberships::Migration),
            Box::new(m20261121_000004_people::Migration),
            Box::new(m20261121_000005_sign_in::Migration),
            Box::new(m20261121_000006_assemblies::Migration),
            Box::new(m20261121_000007_audit::Migration),
            Box::new(m20261121_000008_mail::Migration),
            Box::new(m20261121_000011_statutes::Migration),
            Box::new(m20261121_000012_motions::Migration),
            Box::new(m20261121_000030_speakers::Migration),
            Box::new(m20261121_000040_elections::Migration),
            Box::new(m20261130_000050_journal_salt::Migration),
            Box::new(m20261130_000055_elections::Migration),
            Box::new(m20261130_000051_tellers::Migration),
            Box::new(m20261130_000054_check_in::Migration),
            Box::new(m20261130_000053_minutes::Migration),
            Box::new(m20261130_000052_ballots::Migration),
            Box::new(m20261130_000060_trainings::Migration),
            Box::new(m20261201_000061_badges::Migration),
            Box::new(m20261201_000062_sharing::Migration),
            Box::new(m20261201_000063_attendance_codes::Migration),
            Box::new(m20261201_000070_needs::Migration),
            Box::new(m20261201_000071_visits::Migration),
            Box::new(m20261201_000080_evaluations::Migration),
        ]
    }
}
