//! Networks and their colleges.

pub mod college;
pub mod network;
