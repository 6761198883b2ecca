//! General assemblies: agenda, roll, attendance, proxies, polls, votes, minutes.

pub mod assembly;
pub mod attendance;
pub mod document;
pub mod floor;
pub mod item;
pub mod left_out;
pub mod minutes;
pub mod poll;
pub mod proxy;
pub mod roll_entry;
pub mod speaking_request;
pub mod vote;
