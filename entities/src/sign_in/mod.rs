//! Connections to identity providers, identities, sessions.

pub mod approval;
pub mod attempt;
pub mod connection;
pub mod domain;
pub mod identity;
pub mod link;
pub mod logout_token;
pub mod passkey;
pub mod passkey_challenge;
pub mod session;
