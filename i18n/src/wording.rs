//! What the domain decides, in sentences: statuses, rules, weights, quorums and results.
//!
//! Every number that decided something is in the sentence that tells the decision, with what it was
//! held against: whoever doubts a result can calculate it again.

mod names;
mod quorum;
mod results;
mod rolls;

pub use names::{
    base, change_kind, choice, comparison, connection_state, counting, figure, item_kind, kind, legal_form,
    motion_state, poll_state, register, role, state, status, step, unit, unknown_person, venue, without_object,
};
pub use quorum::{condition, quorum_part, quorum_rule, share};
pub use results::{Explained, associations, majority, outcome, voices};
pub use rolls::{declared, left_out, proxy_rule, weight_reason, weight_rule};
