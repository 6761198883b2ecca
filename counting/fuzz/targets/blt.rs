//! A coverage-guided search for a BLT file that is neither refused with its line nor read as it is written.

#![no_main]

#[path = "../../tests/support/soundness.rs"]
mod soundness;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| soundness::says_what_is_read(text));
