//! Motions and their amendments: texts of articles and paragraphs, how they change by votes, and
//! when who may propose what.
//!
//! A paragraph keeps its identifier whatever happens to its words and to its number. An amendment
//! is written against one wording of one paragraph and is never rewritten: what it amounts to is
//! found again whenever the text has changed (see [`standing`]).

mod amendment;
mod collisions;
mod order;
mod text;
mod words;
mod workflow;

pub use amendment::{CannotApply, Change, ChangeKind, Proposal, Standing, WithoutObject, apply, standing};
pub use collisions::{Collision, CollisionKind, collisions};
pub use order::{Ordered, order};
pub use text::{Article, Paragraph, Place, Text, TextRefused, Wording};
pub use words::{Overlap, Segment, SegmentKind, difference, distance, merge, tidy};
pub use workflow::{
    Deadlines, MotionRefused, Phase, State, Step, may_put_to_vote, may_submit, may_support, may_vote_on_text, step,
};
