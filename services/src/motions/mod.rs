//! Motions with a text of their own: handing in, supporting, ruling, ordering, voting.
//!
//! Members act for organizations that they represent and that stand on the roll; the board says
//! what is admissible; the chair sets the order; closing a vote changes the text. Every rule is in
//! `domain::motions`.

mod handing_in;
mod ordering;
mod reading;
mod ruling;
mod stored;
mod submitting;
mod voting;

use chrono::{DateTime, Utc};
use domain::{
    ids::{AmendmentId, MotionId, OrganizationId},
    locale::Locale,
    motions::{Collision, Deadlines, Phase, Place, Proposal, Standing, State, Text, WithoutObject},
};
use uuid::Uuid;

pub(crate) use reading::questions;
pub use ruling::Ruling;
pub use submitting::{NewAmendment, NewMotion};
pub(crate) use voting::{Effects, Put, detach};

/// A motion.
#[derive(Clone, Debug)]
pub struct Motion {
    /// Which.
    pub id: MotionId,
    /// In the assembly, from 1.
    pub number: u32,
    /// The item under which it is voted on.
    pub item: Option<Uuid>,
    /// What it is called.
    pub title: String,
    /// The language of title and reasons.
    pub locale: Locale,
    /// Why it is proposed.
    pub reasons: String,
    /// Where it stands.
    pub state: State,
    /// Why the board refused it.
    pub refusal: Option<String>,
    /// The organizations that wrote it; the board, where there is none.
    pub authors: Vec<Backer>,
    /// The organizations that support it.
    pub supporters: Vec<Backer>,
    /// Its text as it stands.
    pub text: Text,
    /// Which revision that is, from 1.
    pub revision: u32,
    /// When it was handed in.
    pub submitted_at: Option<DateTime<Utc>>,
}

/// An organization behind a motion or an amendment.
#[derive(Clone, Debug)]
pub struct Backer {
    /// Which.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
}

/// An amendment.
#[derive(Clone, Debug)]
pub struct Amendment {
    /// As the rules see it.
    pub proposal: Proposal,
    /// Where its paragraph stood in the text on which it was written.
    pub place: Option<Place>,
    /// Why it is proposed.
    pub reasons: String,
    /// Where it stands.
    pub state: State,
    /// Why the board refused it.
    pub refusal: Option<String>,
    /// Why it is without object, and the number of the amendment whose adoption made it so.
    pub superseded: Option<(WithoutObject, Option<u32>)>,
    /// The organizations that wrote it.
    pub authors: Vec<Backer>,
    /// The organizations that support it.
    pub supporters: Vec<Backer>,
    /// What it amounts to on the text as it stands.
    pub standing: Standing,
    /// The words before: now, or when it was decided.
    pub before: String,
    /// The words after, if it is adopted or as it was.
    pub after: String,
    /// How far it is from the text: words taken out and put in.
    pub distance: usize,
    /// Whether the chair set its place in the order.
    pub by_chair: bool,
    pub(crate) handed_in: bool,
}

impl Amendment {
    /// Which.
    #[must_use]
    pub const fn id(&self) -> AmendmentId {
        self.proposal.id
    }
}

/// The motions of an assembly.
#[derive(Clone, Debug)]
pub struct Motions {
    /// In the order of their numbers.
    pub motions: Vec<Motion>,
    /// Until when the members may propose.
    pub deadlines: Deadlines,
    /// What they may hand in now.
    pub phase: Phase,
}

/// A motion with its amendments.
#[derive(Clone, Debug)]
pub struct MotionPage {
    /// The motion.
    pub motion: Motion,
    /// Those that were voted on in the order of their votes, those that will be in the order of the
    /// vote, then the others by number.
    pub amendments: Vec<Amendment>,
    /// Which of those that wait for the vote get in each other's way.
    pub collisions: Vec<Collision>,
    /// Until when the members may propose.
    pub deadlines: Deadlines,
    /// What they may hand in now.
    pub phase: Phase,
}

impl MotionPage {
    /// An amendment by its identifier.
    #[must_use]
    pub fn amendment(&self, id: AmendmentId) -> Option<&Amendment> {
        self.amendments.iter().find(|amendment| amendment.id() == id)
    }
}
