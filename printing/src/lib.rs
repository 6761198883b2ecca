//! Printed documents: minutes, certificates, letters.
//!
//! This crate sets type and nothing else. It is given a [`Document`] whose strings are translated
//! already, and returns a tagged PDF that conforms to PDF/A-2a (kept for decades) and PDF/UA-1
//! (read aloud in the right order). It knows no capability and reads no clock: the same document
//! and the same moment give the same bytes.
//!
//! Setting a page takes milliseconds of pure computation: call `pdf` where blocking is allowed.

mod document;
#[cfg(feature = "typesetter")]
mod fonts;
#[cfg(feature = "typesetter")]
mod plain_text;
#[cfg(feature = "typesetter")]
mod typesetting;
#[cfg(feature = "typesetter")]
mod world;

pub use document::{Align, Block, Column, Document};
#[cfg(feature = "typesetter")]
pub use typesetting::{PrintingError, pdf};
