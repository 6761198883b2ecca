//! The client against a provider that misbehaves on command, and against the embedded one.
//!
//! The tests that begin with `oidcc_client_test` are named after those of the OpenID Foundation's
//! conformance suite for relying parties.

mod discovery;
mod embedded;
mod faults;
mod forgery;
mod hostile;
mod logout;
mod sign_in;
