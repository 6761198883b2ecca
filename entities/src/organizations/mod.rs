//! Organizations, their names over time, sites, contacts and figures.

pub mod declared_figure;
pub mod organization;
pub mod organization_name;
pub mod site;
