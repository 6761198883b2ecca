//! Parity on lists: whether the candidates of a list follow a rule about gender, before anybody votes on it.
//!
//! Which candidate counts for which side is declared by the candidates; this knows two sides and those who declare
//! neither, and nothing else about them.

use serde::{Deserialize, Serialize};

/// What a candidate declares for the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Counted as a woman.
    Woman,
    /// Counted as a man.
    Man,
    /// Counted for neither: fits at every place.
    Neither,
}

/// What statutes ask of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Women and men take turns from the first place to the last.
    Alternating,
    /// The numbers of women and men differ by one at most.
    Balanced,
}

/// Why a list does not follow the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unbalanced {
    /// Two of one side follow one another.
    #[error("places {place} and {} are held by two of the same gender", place + 1)]
    SameInARow {
        /// The first of the two places, counted from one.
        place: usize,
    },
    /// Too many of one side.
    #[error("{women} women and {men} men: the numbers may differ by one")]
    Numbers {
        /// How many women.
        women: usize,
        /// How many men.
        men: usize,
    },
}

/// Checks a list from its first place to its last.
///
/// # Errors
/// The first place that breaks the rule, or the numbers.
pub fn check(rule: Rule, list: &[Side]) -> Result<(), Unbalanced> {
    match rule {
        Rule::Alternating => {
            let clash = list.windows(2).position(|pair| pair[0] == pair[1] && pair[0] != Side::Neither);
            clash.map_or(Ok(()), |index| Err(Unbalanced::SameInARow { place: index + 1 }))
        }
        Rule::Balanced => {
            let number = |side| list.iter().filter(|found| **found == side).count();
            let (women, men, neither) = (number(Side::Woman), number(Side::Man), number(Side::Neither));
            if women.abs_diff(men) <= neither + 1 { Ok(()) } else { Err(Unbalanced::Numbers { women, men }) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Rule::{Alternating, Balanced},
        Side::{Man, Neither, Woman},
        Unbalanced, check,
    };

    #[test]
    fn turns_are_taken_from_the_first_place_on() {
        assert_eq!(check(Alternating, &[Woman, Man, Woman]), Ok(()));
        assert_eq!(check(Alternating, &[Man, Woman, Woman, Man]), Err(Unbalanced::SameInARow { place: 2 }));
        assert_eq!(check(Alternating, &[Woman, Neither, Woman, Man]), Ok(()));
        assert_eq!(check(Alternating, &[]), Ok(()));
    }

    #[test]
    fn an_odd_list_may_be_one_apart() {
        assert_eq!(check(Balanced, &[Woman, Woman, Man]), Ok(()));
        assert_eq!(check(Balanced, &[Woman, Woman, Man, Woman]), Err(Unbalanced::Numbers { women: 3, men: 1 }));
        assert_eq!(check(Balanced, &[Woman, Woman, Man, Woman, Neither]), Ok(()));
    }
}
