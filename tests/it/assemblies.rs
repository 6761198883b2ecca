//! General assemblies, from the draft to the minutes, as those who take part and those who check live them.

mod bundle;
mod convocation;
mod debate;
mod elections;
mod fixture;
mod floor;
mod journal;
mod live;
mod minutes;
mod motion_pages;
mod motions;
mod pages;
mod preparation;
mod presence;
mod statutes;
mod votes;
