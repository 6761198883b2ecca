//! What rules may not say: what nobody could ever meet, or what says two things at once.

use super::{AssemblyRules, Decision};
use crate::{
    assemblies::Kind,
    fraction::{Comparison, Fraction},
    majorities::Majority,
    quorum::QuorumRule,
};

/// Longest time that rules count in days: ten years.
const DAYS: u32 = 3_650;
/// More conditions than any statutes have.
const CONDITIONS: usize = 6;

/// Why rules cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// Nothing is said about ordinary assemblies.
    #[error("there are no rules for ordinary assemblies")]
    NoOrdinary,
    /// More than all of a whole: nobody could reach it.
    #[error("“more than all” cannot be reached")]
    Unreachable,
    /// A number of days beyond ten years.
    #[error("more than {DAYS} days")]
    TooManyDays,
    /// More conditions than a page can show.
    #[error("more than {CONDITIONS} conditions")]
    TooManyConditions,
    /// An ordinary decision is what the kind of assembly says, and nothing beside.
    #[error("what an ordinary decision needs stands with the kind of assembly")]
    OrdinaryTwice,
    /// Someone may speak who may not be present.
    #[error("who may speak must be allowed to be present")]
    SpeaksFromOutside,
}

/// Rules with everything that stands against them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} flaws", .0.len())]
pub struct InvalidStatutes(pub Vec<Flaw>);

impl AssemblyRules {
    /// Checks the rules once, before they are written down.
    ///
    /// # Errors
    /// [`InvalidStatutes`] with every flaw, each once.
    pub fn validate(&self) -> Result<(), InvalidStatutes> {
        let mut flaws = Vec::new();
        let mut found = |flaw: Flaw, is: bool| {
            if is && !flaws.contains(&flaw) {
                flaws.push(flaw);
            }
        };
        let unreachable = |threshold: Fraction, comparison| {
            comparison == Comparison::MoreThan && threshold.numerator() == threshold.denominator()
        };
        let mut majorities: Vec<&Majority> = self.decisions.values().map(|rule| &rule.majority).collect();
        let mut quorums: Vec<&QuorumRule> = self.decisions.values().filter_map(|rule| rule.quorum.as_ref()).collect();
        for rules in self.kinds.values() {
            majorities.push(&rules.majority);
            quorums.push(&rules.quorum);
            quorums.extend(rules.second.as_ref().map(|second| &second.quorum));
            found(Flaw::TooManyDays, rules.notice_days > DAYS);
            found(Flaw::TooManyDays, rules.second.is_some_and(|second| second.after_days > DAYS));
        }
        found(Flaw::TooManyDays, self.reference_days > DAYS);
        found(Flaw::NoOrdinary, !self.kinds.contains_key(&Kind::Ordinary));
        found(Flaw::OrdinaryTwice, self.decisions.contains_key(&Decision::Ordinary));
        found(Flaw::SpeaksFromOutside, !self.participation.speak.is_subset(&self.participation.present));
        for majority in majorities {
            found(Flaw::TooManyConditions, majority.conditions.len() > CONDITIONS);
            for rule in &majority.conditions {
                found(Flaw::Unreachable, unreachable(rule.threshold, rule.comparison));
            }
        }
        for condition in quorums.iter().flat_map(|rule| rule.total.iter().chain(&rule.each_college)) {
            found(Flaw::Unreachable, unreachable(condition.threshold, condition.comparison));
        }
        if flaws.is_empty() { Ok(()) } else { Err(InvalidStatutes(flaws)) }
    }
}
