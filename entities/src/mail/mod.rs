//! Letters that leave the house, and the jobs that carry them.

pub mod job;
pub mod letter;
