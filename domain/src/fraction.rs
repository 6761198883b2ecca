//! Exact fractions: thresholds such as one half, two thirds, four fifths.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A fraction between 0 and 1, kept as it is written in the statutes ("2/3", "50/100").
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "(u64, u64)")]
pub struct Fraction {
    numerator: u64,
    denominator: u64,
}

/// Why two numbers make no share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a share is a whole number over a larger or equal one, which is not zero")]
pub struct NotAShare;

impl Fraction {
    /// One half.
    pub const HALF: Self = Self { numerator: 1, denominator: 2 };
    /// Two thirds.
    pub const TWO_THIRDS: Self = Self { numerator: 2, denominator: 3 };
    /// Nothing at all: a threshold that "at least" always meets.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// A share of a whole.
    ///
    /// # Errors
    /// [`NotAShare`] when the denominator is zero or the share is larger than the whole.
    pub const fn new(numerator: u64, denominator: u64) -> Result<Self, NotAShare> {
        if denominator == 0 || numerator > denominator {
            return Err(NotAShare);
        }
        Ok(Self { numerator, denominator })
    }

    /// The number above the line.
    #[must_use]
    pub const fn numerator(self) -> u64 {
        self.numerator
    }

    /// The number below the line.
    #[must_use]
    pub const fn denominator(self) -> u64 {
        self.denominator
    }

    /// Whether `part` of `whole` meets this threshold, by cross-multiplication in 128 bits.
    #[must_use]
    pub fn met_by(self, part: u64, whole: u64, comparison: Comparison) -> bool {
        let part = u128::from(part) * u128::from(self.denominator);
        let needed = u128::from(whole) * u128::from(self.numerator);
        match comparison {
            Comparison::AtLeast => part >= needed,
            Comparison::MoreThan => part > needed,
        }
    }

    /// The smallest whole number that meets this threshold of `whole`: what people mean by
    /// "how many do we need?".
    #[must_use]
    pub fn needed_of(self, whole: u64, comparison: Comparison) -> u64 {
        let product = u128::from(whole) * u128::from(self.numerator);
        let denominator = u128::from(self.denominator);
        let needed = match comparison {
            Comparison::AtLeast => product.div_ceil(denominator),
            Comparison::MoreThan => product / denominator + 1,
        };
        u64::try_from(needed).expect("a share of a 64-bit number plus one fits, but for the whole of u64::MAX")
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        u128::from(self.numerator) * u128::from(other.denominator)
            == u128::from(other.numerator) * u128::from(self.denominator)
    }
}

impl Eq for Fraction {}

impl fmt::Display for Fraction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.numerator, self.denominator)
    }
}

/// As a pair of numbers, or as people write it.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a share is written [2, 3], \"2/3\" or \"66 %\"")]
enum Written {
    Pair(u64, u64),
    Text(String),
}

impl TryFrom<Written> for Fraction {
    type Error = NotAShare;

    fn try_from(written: Written) -> Result<Self, NotAShare> {
        match written {
            Written::Pair(numerator, denominator) => Self::new(numerator, denominator),
            Written::Text(text) => text.parse(),
        }
    }
}

impl std::str::FromStr for Fraction {
    type Err = NotAShare;

    /// Reads a share as the statutes write it: "2/3", "50 %".
    fn from_str(text: &str) -> Result<Self, NotAShare> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let number = |text: &str| text.parse().map_err(|_| NotAShare);
        match text.strip_suffix('%') {
            Some(percent) => Self::new(number(percent)?, 100),
            None => {
                let (numerator, denominator) = text.split_once('/').ok_or(NotAShare)?;
                Self::new(number(numerator)?, number(denominator)?)
            }
        }
    }
}

impl From<Fraction> for (u64, u64) {
    fn from(fraction: Fraction) -> Self {
        (fraction.numerator, fraction.denominator)
    }
}

text_enum! {
    /// How a number is held against a threshold: the one-vote difference between "at least half"
    /// and "more than half".
    pub enum Comparison {
        /// ≥
        AtLeast = "at_least",
        /// >
        MoreThan = "more_than",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn forty_two_and_forty_three_members() {
        use Comparison::{AtLeast, MoreThan};
        assert_eq!(Fraction::HALF.needed_of(42, AtLeast), 21);
        assert_eq!(Fraction::HALF.needed_of(43, AtLeast), 22);
        assert_eq!(Fraction::HALF.needed_of(42, MoreThan), 22);
        assert_eq!(Fraction::HALF.needed_of(43, MoreThan), 22);
        assert_eq!(Fraction::TWO_THIRDS.needed_of(42, AtLeast), 28);
        assert_eq!(Fraction::TWO_THIRDS.needed_of(43, AtLeast), 29);
    }

    #[test]
    fn shares_are_read_as_the_statutes_write_them() {
        for text in ["\"2/3\"", "\" 2 / 3 \"", "[2, 3]", "[4, 6]"] {
            assert_eq!(serde_json::from_str::<Fraction>(text).ok(), Some(Fraction::TWO_THIRDS), "{text}");
        }
        assert_eq!("50 %".parse(), Ok(Fraction::HALF));
        for wrong in ["", "3/2", "1/0", "half", "120 %", "-1/2", "1/99999999999999999999999"] {
            assert_eq!(wrong.parse::<Fraction>(), Err(NotAShare), "{wrong}");
        }
        assert!(serde_json::from_str::<Fraction>("[3, 2]").is_err());
        assert!(serde_json::from_str::<Fraction>("0.5").is_err());
    }

    proptest! {
        /// What is announced as needed is enough, and one less is not.
        #[test]
        fn needed_is_the_exact_edge(numerator in 0_u64..1_000, denominator in 1_u64..1_000, whole in 0_u64..1_000_000_000_000, strict: bool) {
            prop_assume!(numerator <= denominator);
            let fraction = Fraction::new(numerator, denominator).expect("a share");
            let comparison = if strict { Comparison::MoreThan } else { Comparison::AtLeast };
            let needed = fraction.needed_of(whole, comparison);
            prop_assert!(fraction.met_by(needed, whole, comparison));
            if let Some(one_less) = needed.checked_sub(1) {
                prop_assert!(!fraction.met_by(one_less, whole, comparison));
            }
        }

        /// Weights with a large common factor decide as the small ones do.
        #[test]
        fn a_common_factor_changes_nothing(part in 0_u64..10_000, whole in 0_u64..10_000, factor in 1_u64..1_000_000_000, strict: bool) {
            let comparison = if strict { Comparison::MoreThan } else { Comparison::AtLeast };
            prop_assert_eq!(
                Fraction::TWO_THIRDS.met_by(part, whole, comparison),
                Fraction::TWO_THIRDS.met_by(part * factor, whole * factor, comparison)
            );
        }
    }
}
