//! What `cargo xtask bench` measures: pages and votes of the whole server beside a bare handler on
//! the same database, as ratios in one run, because no two runs of one machine are alike.
//!
//! The generated assembly and the small client also serve the tests that kill a server.

pub mod bare;
pub mod client;
pub mod generated;
pub mod load;
pub mod machine;
pub mod measure;
pub mod report;
pub mod rooms;
pub mod seats;
pub mod server;
pub mod streams;

/// Hexadecimal digits of the hash under which the database knows a session's secret.
#[must_use]
pub fn session_hash(secret: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(secret.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
