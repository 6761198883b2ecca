//! Polls that are not by name and alone, and who asked for secrecy.

pub mod form;
pub mod request;
