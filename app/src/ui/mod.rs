//! The kit of every page: the frame, the form controls, the tables and the boxes.
//!
//! Pages are rendered on the server to one string, see [`page`]. The kit knows no
//! language: every visible string is handed in already translated. It writes no inline
//! script and no inline style, because the content security policy forbids both.
//! What each part is for, with one example each: `docs/ui.md`.

mod actions;
mod assets;
mod chart;
mod choices;
mod content;
mod difference;
mod figures;
mod forms;
mod frame;
mod icons;
mod problem;
mod qr;
mod sequence;
mod tables;
mod tasks;
mod words;

pub use actions::*;
pub use assets::{Assets, asset, install, page_worker};
pub use chart::{BarChart, CHART_BARS, ChartBar, Charted};
pub use choices::*;
pub use content::*;
pub use difference::*;
pub use figures::*;
pub use forms::*;
pub use frame::*;
pub use problem::*;
pub use qr::QrCode;
pub use sequence::*;
pub use tables::*;
pub use tasks::*;
pub use words::Words;

/// The meaning of a tag, a notice or a verdict. The words carry the meaning; the tone only repeats it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// A plain fact.
    #[default]
    Neutral,
    /// Something that is happening now, such as a vote that is open.
    Active,
    /// Reached, admitted, adopted.
    Positive,
    /// Waiting for someone, or soon too late.
    Attention,
    /// Refused, excluded, not adopted.
    Critical,
}

impl Tone {
    /// The value of `data-tone` in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Tone::Neutral => "neutral",
            Tone::Active => "active",
            Tone::Positive => "positive",
            Tone::Attention => "attention",
            Tone::Critical => "critical",
        }
    }
}
