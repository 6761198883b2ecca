//! Organizations in networks.

pub mod membership;
pub mod membership_step;
