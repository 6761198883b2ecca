//! General assemblies: agenda, roll, attendance, proxies, polls, votes, minutes.

pub mod assembly;
pub mod attendance;
pub mod attendee;
pub mod check_in;
pub mod document;
pub mod floor;
pub mod item;
pub mod left_out;
pub mod minutes;
pub mod minutes_act;
pub mod minutes_approval;
pub mod minutes_course;
pub mod pass;
pub mod poll;
pub mod proxy;
pub mod request;
pub mod request_support;
pub mod roll_entry;
pub mod speaking_request;
pub mod vote;
