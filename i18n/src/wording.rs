//! What the domain decides, in sentences: statuses, rules, weights, quorums and results.
//!
//! Every number that decided something is in the sentence that tells the decision, with what it was
//! held against: whoever doubts a result can calculate it again.

mod counting;
mod minutes;
mod names;
mod quorum;
mod results;
mod rolls;
mod statutes;

pub use counting::{CountReport, RoundReport, count_report, counting_method, declaration, election_report, grade};
pub use minutes::{minutes_stage, office, proof, sign_in_method};
pub use names::{
    audience, base, change_kind, choice, comparison, connection_state, convener, counting, decision, figure, item_kind,
    kind, legal_form, majority_scope, motion_state, poll_state, preset, register, role, state, status, step, tie, unit,
    unknown_person, venue, without_object,
};
pub use quorum::{condition, quorum_part, quorum_rule, share};
pub use results::{Explained, ExplainedCondition, associations, inequality, majority, majority_rule, outcome, voices};
pub use rolls::{declared, left_out, proxy_rule, weight_reason, weight_rule};
pub use statutes::{Clause, clauses};
