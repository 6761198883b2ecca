//! A network's statutes as rules that a machine can keep: who calls, with how much notice, who is
//! enough, what each kind of decision needs.
//!
//! The rules are data with one schema ([`AssemblyRules`], described in `docs/statutes.md`), written
//! as a form, as TOML and as JSON. An assembly freezes those of its day when it is convened.

mod presets;
mod replay;
mod schema;
mod toml_form;
mod validity;

pub use presets::Preset;
pub use replay::{PastPoll, PastVotes, replay};
pub use schema::{
    AssemblyRules, Audience, Convener, Convening, Decision, DecisionRule, KindRules, Participation, SecondConvocation,
    SecrecyRule,
};
pub use toml_form::{Unreadable, read_toml, write_toml};
pub use validity::{Flaw, InvalidStatutes};

#[cfg(test)]
mod tests;
