//! A small OpenID provider that behaves well: for the demo, whose first sign-in should be a real one,
//! and for tests.
//!
//! It keeps everything in memory and signs anybody in as anybody: it must only ever listen on loopback.

mod issuer;
mod keys;
mod routes;

pub use issuer::{
    AuthorizeRefusal, AuthorizeRequest, EndSessionRequest, Issuer, Person, RegisteredClient, TokenAnswer, TokenRefusal,
    TokenRequest,
};
pub use keys::{SigningKey, signed_part};
pub use routes::{Page, PageRequest, router};
