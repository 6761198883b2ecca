//! General assemblies, from the draft to the minutes, as those who take part and those who check live them.

mod ballots;
mod bundle;
mod check_in;
mod clock;
mod convocation;
mod crowd;
mod debate;
mod elections;
mod fixture;
mod floor;
mod journal;
mod lists;
mod live;
mod minutes;
mod motion_pages;
mod motions;
mod pages;
mod participation;
mod preparation;
mod presence;
mod requests;
mod signing;
mod statutes;
mod tellers;
mod ties;
mod votes;
