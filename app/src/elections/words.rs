//! Sentences of elections that several pages say.

use domain::{
    elections::{
        Electorate, Rules, TieRefused,
        parity::{self, Side, Unbalanced},
        statutory_unit,
    },
    locale::Locale,
    statutes::AssemblyRules,
};
use i18n::t;
use services::elections::Election;

/// That one college alone elects.
pub fn electorate_alone(l: Locale, electorate: &Electorate) -> String {
    t!(l, "lists-electorate-alone", college = electorate.name.as_str())
}

/// Why a decision of a tie is not taken.
pub fn tie_refused(l: Locale, refused: &TieRefused) -> String {
    match refused {
        TieRefused::NoTie => t!(l, "refused-tie-none"),
        TieRefused::NotTied { name } => t!(l, "refused-tie-not-tied", name = name.as_str()),
        TieRefused::Number { seats, chosen } => t!(l, "refused-tie-number", seats = *seats, chosen = *chosen),
        TieRefused::College { college, missing } => {
            t!(l, "refused-tie-college", college = college.as_str(), missing = *missing)
        }
        TieRefused::NoReason => t!(l, "refused-tie-no-reason"),
    }
}

/// Why a list stands against the opening.
pub fn parity_refused(l: Locale, list: &str, unbalanced: Unbalanced) -> String {
    match unbalanced {
        Unbalanced::SameInARow { place } => {
            t!(l, "refused-parity-row", list = list, place = place, next = place + 1)
        }
        Unbalanced::Numbers { women, men } => {
            t!(l, "refused-parity-numbers", list = list, women = women, men = men)
        }
    }
}

/// Whether a list keeps the rule.
pub fn parity_of(l: Locale, kept: Result<(), Unbalanced>) -> String {
    match kept {
        Ok(()) => t!(l, "lists-parity-kept"),
        Err(Unbalanced::SameInARow { place }) => t!(l, "lists-parity-row", place = place, next = place + 1),
        Err(Unbalanced::Numbers { women, men }) => t!(l, "lists-parity-numbers", women = women, men = men),
    }
}

/// A rule of parity.
pub fn parity_rule(l: Locale, rule: parity::Rule) -> String {
    match rule {
        parity::Rule::Alternating => t!(l, "lists-parity-alternating"),
        parity::Rule::Balanced => t!(l, "lists-parity-balanced"),
    }
}

/// What a candidate declares.
pub fn side(l: Locale, side: Side) -> String {
    match side {
        Side::Woman => t!(l, "lists-side-woman"),
        Side::Man => t!(l, "lists-side-man"),
        Side::Neither => t!(l, "lists-side-neither"),
    }
}

/// The colleges with their reserved seats, in one line each.
pub fn reserved(l: Locale, election: &Election) -> Vec<String> {
    let of =
        |of: &domain::elections::CollegeSeats| t!(l, "lists-reserved-of", college = of.name.as_str(), seats = of.seats);
    election.rules.reserved.iter().map(of).collect()
}

/// Who elects, where it is one college.
pub fn electorate(l: Locale, college: &str) -> String {
    t!(l, "lists-electorate-of", college = college)
}

/// That an election counts otherwise than the statutes say, where it does.
pub fn departs(l: Locale, statutes: &AssemblyRules, rules: &Rules) -> Option<String> {
    let said = statutory_unit(statutes).filter(|unit| *unit != rules.unit)?;
    let (statutes, unit) = (i18n::wording::unit(l, said), i18n::wording::unit(l, rules.unit));
    Some(t!(l, "lists-departs", statutes = statutes, unit = unit))
}
