//! The hash-chained journal.

pub mod journal_head;
pub mod journal_line;
