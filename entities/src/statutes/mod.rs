//! Statutes as rules: the versions of a network, and its draft.

pub mod draft;
pub mod version;
