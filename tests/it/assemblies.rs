//! General assemblies, from the draft to the minutes, as those who take part and those who check live them.

mod convocation;
mod debate;
mod fixture;
mod journal;
mod live;
mod minutes;
mod motion_pages;
mod motions;
mod pages;
mod preparation;
mod presence;
mod votes;
