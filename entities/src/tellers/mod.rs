//! Tellers of an assembly, and the sheets on which two of them write down papers and raised hands.

pub mod sheet;
pub mod teller;
pub mod urn;
pub mod urn_sheet;
