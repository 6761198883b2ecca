//! Elections of persons: how they are held, who stands, who has voted, and the ballots, which are nobody's.

pub mod ballot;
pub mod candidacy;
pub mod election;
pub mod list;
pub mod mark;
