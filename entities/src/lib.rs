//! Tables as sea-orm models, one folder a capability, and the one way to write.

pub mod clock;
pub mod database;
pub mod gathering;
pub mod tx;

#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod assemblies;
#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod audit;
#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod ballots;
#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod elections;
#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod mail;
#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod memberships;
#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod motions;
#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod networks;
#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod organizations;
#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod people;
#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod sign_in;
#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod statutes;
#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod tellers;
#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod trainings;
#[expect(clippy::disallowed_methods, reason = "generated code of sea-orm, which nobody calls")]
pub mod visits;

pub use clock::Clock;
pub use database::{ConnectError, Store};
pub use gathering::Gathering;
pub use tx::{Failure, Unit};
