//! People and their mandates.

pub mod mandate;
pub mod person;
