//! Motions with a text of their own, its revisions, and their amendments.

pub mod amendment;
pub mod backer;
pub mod deadline;
pub mod motion;
pub mod revision;
