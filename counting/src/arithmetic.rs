//! Three ways to reckon with parts of a vote, for Meek's method.

use std::cmp::Ordering;

use num_bigint::{BigInt, Sign};
use num_rational::BigRational;

use crate::{Amount, Formula};

/// How Meek's method adds, multiplies, rounds and compares.
pub(crate) trait Arithmetic {
    /// A number of votes or a share of one.
    type Number: Clone;
    /// Whether candidates who are sure to lose are excluded before the surplus is small.
    const EXCLUDES_SURE_LOSERS: bool;
    /// How the quota is rounded.
    const FORMULA: Formula;
    /// Whether a candidate with exactly the quota has reached it.
    const REACHED_BY_EQUALITY: bool;

    fn whole(&self, number: u64) -> Self::Number;
    fn add(&self, to: &mut Self::Number, number: &Self::Number);
    fn subtract(&self, from: &mut Self::Number, number: &Self::Number);
    fn times(&self, number: &Self::Number, weight: u64) -> Self::Number;
    /// The part of a ballot that a candidate keeps.
    fn part(&self, of: &Self::Number, keep: &Self::Number) -> Self::Number;
    /// The new keep factor: the old one × quota / votes.
    fn keep(&self, keep: &Self::Number, quota: &Self::Number, votes: &Self::Number) -> Self::Number;
    fn quota(&self, votes: &Self::Number, seats: usize) -> Self::Number;
    fn compare(&self, one: &Self::Number, other: &Self::Number) -> Ordering;
    /// Whether a surplus needs no further distribution.
    fn is_small(&self, surplus: &Self::Number) -> bool;
    /// Whether a number has outgrown what can be reckoned with.
    fn is_too_large(&self, _number: &Self::Number) -> bool {
        false
    }
    fn show(&self, number: &Self::Number) -> Amount;
}

/// Nine decimals, as the reference rule rounds them.
pub(crate) struct NinePlaces;

const NANO: u128 = 1_000_000_000;

impl Arithmetic for NinePlaces {
    type Number = i128;
    const EXCLUDES_SURE_LOSERS: bool = false;
    const FORMULA: Formula = Formula::DroopNinePlaces;
    const REACHED_BY_EQUALITY: bool = true;

    fn whole(&self, number: u64) -> i128 {
        i128::from(number) * NANO as i128
    }

    fn add(&self, to: &mut i128, number: &i128) {
        *to += number;
    }

    fn subtract(&self, from: &mut i128, number: &i128) {
        *from -= number;
    }

    fn times(&self, number: &i128, weight: u64) -> i128 {
        number * i128::from(weight)
    }

    fn part(&self, of: &i128, keep: &i128) -> i128 {
        // Both are at most one: their product has sixty bits.
        (*of as u64 * *keep as u64).div_ceil(NANO as u64).into()
    }

    fn keep(&self, keep: &i128, quota: &i128, votes: &i128) -> i128 {
        // A keep factor has thirty bits, a number of votes ninety-four.
        let kept = (keep.unsigned_abs() * quota.unsigned_abs()).div_ceil(NANO);
        (kept * NANO).div_ceil(votes.unsigned_abs()).min(NANO) as i128
    }

    fn quota(&self, votes: &i128, seats: usize) -> i128 {
        votes / (seats as i128 + 1) + 1
    }

    fn compare(&self, one: &i128, other: &i128) -> Ordering {
        one.cmp(other)
    }

    fn is_small(&self, surplus: &i128) -> bool {
        *surplus < 1_000
    }

    fn show(&self, number: &i128) -> Amount {
        Amount::decimal(number.unsigned_abs(), 9)
    }
}

/// Eighteen decimals and nine that guard them.
pub(crate) struct Guarded {
    one: BigInt,
    guard: BigInt,
    small: BigInt,
}

impl Guarded {
    pub(crate) fn new() -> Self {
        let ten = BigInt::from(10);
        Self { one: ten.pow(27), guard: ten.pow(9), small: ten.pow(18) }
    }
}

impl Arithmetic for Guarded {
    type Number = BigInt;
    const EXCLUDES_SURE_LOSERS: bool = true;
    const FORMULA: Formula = Formula::DroopExact;
    const REACHED_BY_EQUALITY: bool = false;

    fn whole(&self, number: u64) -> BigInt {
        &self.one * number
    }

    fn add(&self, to: &mut BigInt, number: &BigInt) {
        *to += number;
    }

    fn subtract(&self, from: &mut BigInt, number: &BigInt) {
        *from -= number;
    }

    fn times(&self, number: &BigInt, weight: u64) -> BigInt {
        number * weight
    }

    fn part(&self, of: &BigInt, keep: &BigInt) -> BigInt {
        of * keep / &self.one
    }

    fn keep(&self, keep: &BigInt, quota: &BigInt, votes: &BigInt) -> BigInt {
        (keep * quota / &self.one) * &self.one / votes
    }

    fn quota(&self, votes: &BigInt, seats: usize) -> BigInt {
        votes / (seats as u64 + 1)
    }

    fn compare(&self, one: &BigInt, other: &BigInt) -> Ordering {
        let apart = one - other;
        if BigInt::from_biguint(Sign::Plus, apart.magnitude() * 2_u32) < self.guard {
            Ordering::Equal
        } else {
            one.cmp(other)
        }
    }

    fn is_small(&self, surplus: &BigInt) -> bool {
        self.compare(surplus, &self.small) != Ordering::Greater
    }

    fn show(&self, number: &BigInt) -> Amount {
        let rounded: BigInt = (number + &self.guard / 2) / &self.guard;
        let one = BigInt::from(10).pow(18);
        let (whole, decimals): (BigInt, BigInt) = (&rounded / &one, &rounded % &one);
        Amount::written(format!("{whole}.{:0>18}", decimals.to_string()))
    }
}

/// Fractions.
pub(crate) struct Exact {
    small: BigRational,
}

impl Exact {
    pub(crate) fn new() -> Self {
        Self { small: BigRational::new(BigInt::from(1), BigInt::from(10).pow(10)) }
    }

    /// The most bits of a fraction. Ten thousand are reckoned with in well under a millisecond.
    const MOST_BITS: u64 = 10_000;
}

impl Arithmetic for Exact {
    type Number = BigRational;
    const EXCLUDES_SURE_LOSERS: bool = true;
    const FORMULA: Formula = Formula::DroopExact;
    const REACHED_BY_EQUALITY: bool = false;

    fn whole(&self, number: u64) -> BigRational {
        BigRational::from_integer(number.into())
    }

    fn add(&self, to: &mut BigRational, number: &BigRational) {
        *to += number;
    }

    fn subtract(&self, from: &mut BigRational, number: &BigRational) {
        *from -= number;
    }

    fn times(&self, number: &BigRational, weight: u64) -> BigRational {
        number * BigInt::from(weight)
    }

    fn part(&self, of: &BigRational, keep: &BigRational) -> BigRational {
        of * keep
    }

    fn keep(&self, keep: &BigRational, quota: &BigRational, votes: &BigRational) -> BigRational {
        keep * quota / votes
    }

    fn quota(&self, votes: &BigRational, seats: usize) -> BigRational {
        votes / BigInt::from(seats as u64 + 1)
    }

    fn compare(&self, one: &BigRational, other: &BigRational) -> Ordering {
        one.cmp(other)
    }

    fn is_small(&self, surplus: &BigRational) -> bool {
        *surplus <= self.small
    }

    fn is_too_large(&self, number: &BigRational) -> bool {
        number.numer().bits() + number.denom().bits() > Self::MOST_BITS
    }

    fn show(&self, number: &BigRational) -> Amount {
        Amount::fraction(number)
    }
}
