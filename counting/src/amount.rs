//! Exact numbers as they are written in an outcome.

use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use serde::{Deserialize, Serialize};

/// An exact number of votes: a whole number (`12`), a decimal number (`12.50000`) or a fraction (`25/2`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amount(String);

impl Amount {
    /// A whole number.
    pub fn whole(number: impl Into<u128>) -> Self {
        Self(number.into().to_string())
    }

    /// So many units of which `10^places` make one vote, written with that many places.
    #[must_use]
    pub fn decimal(units: u128, places: u32) -> Self {
        let one = 10_u128.pow(places);
        let width = places as usize;
        Self(format!("{}.{:0width$}", units / one, units % one))
    }

    /// A fraction in lowest terms; whole if it is.
    #[must_use]
    pub fn fraction(number: &BigRational) -> Self {
        if number.is_integer() {
            Self(number.numer().to_string())
        } else {
            Self(format!("{}/{}", number.numer(), number.denom()))
        }
    }

    /// A quotient of two whole numbers, in lowest terms. Over zero it reads as it was given.
    #[must_use]
    pub fn quotient(numerator: u128, denominator: u128) -> Self {
        if denominator == 0 {
            return Self(format!("{numerator}/0"));
        }
        Self::fraction(&BigRational::new(BigInt::from(numerator), BigInt::from(denominator)))
    }

    /// As it is written, with a point before the decimals.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Takes a number that is written already.
    pub(crate) fn written(number: String) -> Self {
        Self(number)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
