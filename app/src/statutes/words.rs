//! The words of this capability that other pages need.

use domain::{locale::Locale, statutes::Flaw};
use i18n::t;

/// Why rules cannot be kept, as a sentence.
#[must_use]
pub fn flaw(l: Locale, flaw: Flaw) -> String {
    match flaw {
        Flaw::NoOrdinary => t!(l, "statutes-flaw-no-ordinary"),
        Flaw::Unreachable => t!(l, "statutes-flaw-unreachable"),
        Flaw::TooManyDays => t!(l, "statutes-flaw-too-many-days"),
        Flaw::TooManyConditions => t!(l, "statutes-flaw-too-many-conditions"),
        Flaw::OrdinaryTwice => t!(l, "statutes-flaw-ordinary-twice"),
        Flaw::SpeaksFromOutside => t!(l, "statutes-flaw-speaks-from-outside"),
    }
}
