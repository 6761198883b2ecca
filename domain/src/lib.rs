//! The rules of a federation, as plain functions.
//!
//! Nothing here reads a clock, draws a random number, waits, or knows a database: what is needed
//! is handed in, what is decided comes out as a value that explains itself. Everything that
//! decides is exact: integers and fractions, never floating point.

#[macro_use]
mod text_enum;

pub mod access;
pub mod assemblies;
pub mod ballots;
pub mod bundle;
pub mod check_in;
pub mod colleges;
pub mod convening;
pub mod elections;
pub mod fraction;
pub mod identifiers;
pub mod ids;
pub mod journal;
pub mod locale;
pub mod majorities;
pub mod memberships;
pub mod minutes;
pub mod motions;
pub mod organizations;
pub mod participation;
pub mod people;
pub mod polls;
pub mod proxies;
pub mod quorum;
pub mod sign_in;
pub mod speakers;
pub mod statutes;
pub mod tellers;
pub mod trainings;
pub mod visits;

/// A word that stands for no value of an enumeration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{word}” is no {kind}")]
pub struct UnknownWord {
    /// The enumeration that was asked.
    pub kind: &'static str,
    /// What it was asked for.
    pub word: String,
}
