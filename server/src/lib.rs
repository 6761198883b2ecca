//! The server: configuration, HTTP, jobs, and the commands of `trame`.

pub mod commands;
pub mod config;
pub mod http;
pub mod jobs;
pub mod mail;

pub use config::{Config, Smtp};
