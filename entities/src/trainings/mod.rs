//! Trainings of a network, their sessions, and who takes part.

pub mod badge_key;
pub mod certificate;
pub mod cost;
pub mod evaluation;
pub mod evaluation_form;
pub mod evaluation_mark;
pub mod evaluation_sheet;
pub mod guest;
pub mod half_day;
pub mod mark;
pub mod need;
pub mod need_collection;
pub mod practice;
pub mod priority;
pub mod registration;
pub mod session;
pub mod trainer;
pub mod training;
