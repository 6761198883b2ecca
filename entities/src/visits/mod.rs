//! Stays and visits between associations.

pub mod feedback;
pub mod offer;
pub mod visit;
