//! The whole product in one process, against both databases.

mod access;
mod assemblies;
mod connections;
mod demo;
mod faults;
mod houses;
mod links;
mod mail;
mod memberships;
mod networks;
mod organizations;
mod passkeys;
mod people;
mod providers;
mod server;
mod sign_in;
mod statutes;
mod support;
mod trainings;
mod visits;
