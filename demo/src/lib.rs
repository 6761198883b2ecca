//! The demo: five networks made of public facts and invented people, and the identity providers of
//! their associations, all inside one program on one machine.
//!
//! [`seed`] fills an empty database once. [`Provider`] signs anybody in as anybody, so it must only
//! ever be mounted by `trame demo`, on loopback.

pub mod data;

mod clock;
mod ids;
mod pages;
mod provider;
mod seed;

pub use clock::DemoClock;
pub use ids::id;
pub use provider::{Provider, issuer_address};
pub use seed::{SeedError, Seeded, seed};
