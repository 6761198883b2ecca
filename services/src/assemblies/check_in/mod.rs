//! Check-in at the door: passes, and the scans that doors tell, at once or when their network is back.

mod passes;
mod settling;

pub(super) use passes::representatives;
pub use passes::{DoorEntry, DoorList, Pass};
pub use settling::{Batch, Checked, Told};
