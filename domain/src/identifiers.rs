//! Registration numbers of organizations, with the check that each register publishes.
//!
//! Every identifier is optional: a group of tenants has none. What is checked is the form, never
//! the existence: no register is asked.

use serde::{Deserialize, Serialize};

text_enum! {
    /// The register that gave an identifier.
    pub enum Register {
        /// Répertoire national des associations (France): `W` and nine characters.
        Rna = "rna",
        /// Company number of the INSEE (France): nine digits, Luhn.
        Siren = "siren",
        /// Establishment number of the INSEE (France): SIREN and five digits, Luhn.
        Siret = "siret",
        /// Enterprise number of the Banque-Carrefour / Kruispuntbank (Belgium): ten digits, modulo 97.
        EnterpriseNumber = "enterprise_number",
    }
}

/// Why a registration number cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum InvalidIdentifier {
    /// Too short, too long, or with characters that the register does not use.
    #[error("this is not the form of such a number")]
    Form,
    /// The form is right and the check digits are not: most often a typing error.
    #[error("the check digits do not fit: is a digit wrong?")]
    Checksum,
}

/// A registration number in its stored form, and whether a person should look at it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// Without spaces and dots, letters upper case.
    pub value: String,
    /// Right, but rare enough to ask: an RNA with letters in the department (overseas, Corsica).
    pub unusual: bool,
}

impl Register {
    /// Reads a number as people write it, with spaces, dots or hyphens.
    ///
    /// # Errors
    /// [`InvalidIdentifier`] when the form or the check digits are wrong.
    pub fn parse(self, text: &str) -> Result<Identifier, InvalidIdentifier> {
        let value: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-'))
            .map(|c| c.to_ascii_uppercase())
            .collect();
        match self {
            Self::Rna => rna(value),
            Self::Siren => digits(&value, 9).and_then(|d| check(luhn(&d), value)),
            Self::Siret => digits(&value, 14).and_then(|d| check(luhn(&d) || la_poste(&value, &d), value)),
            Self::EnterpriseNumber => {
                let value = value.strip_prefix("BE").unwrap_or(&value).to_owned();
                let d = digits(&value, 10)?;
                if d[0] > 1 {
                    return Err(InvalidIdentifier::Form);
                }
                let number = |d: &[u64]| d.iter().fold(0, |sum, digit| sum * 10 + digit);
                check(97 - number(&d[..8]) % 97 == number(&d[8..]), value)
            }
        }
    }
}

fn check(right: bool, value: String) -> Result<Identifier, InvalidIdentifier> {
    if right { Ok(Identifier { value, unusual: false }) } else { Err(InvalidIdentifier::Checksum) }
}

fn rna(value: String) -> Result<Identifier, InvalidIdentifier> {
    let rest = value.strip_prefix('W').ok_or(InvalidIdentifier::Form)?;
    if rest.len() != 9 || !rest.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(InvalidIdentifier::Form);
    }
    let unusual = !rest.chars().all(|c| c.is_ascii_digit());
    if unusual && !rest.chars().skip(3).all(|c| c.is_ascii_digit()) {
        return Err(InvalidIdentifier::Form);
    }
    Ok(Identifier { value, unusual })
}

fn digits(value: &str, length: usize) -> Result<Vec<u64>, InvalidIdentifier> {
    let digits: Option<Vec<u64>> = value.chars().map(|c| c.to_digit(10).map(u64::from)).collect();
    digits.filter(|d| d.len() == length).ok_or(InvalidIdentifier::Form)
}

fn luhn(digits: &[u64]) -> bool {
    let sum: u64 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(index, digit)| match (index % 2, digit * 2) {
            (0, _) => *digit,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// La Poste has more establishments than Luhn leaves numbers: there the sum of the digits is a
/// multiple of five instead (INSEE).
fn la_poste(value: &str, digits: &[u64]) -> bool {
    value.starts_with("356000000") && digits.iter().sum::<u64>().is_multiple_of(5)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_numbers_are_right() {
        for (register, number) in [
            (Register::EnterpriseNumber, "0566.988.259"),
            (Register::EnterpriseNumber, "BE 0419.618.535"),
            (Register::Siren, "356 000 000"),
            (Register::Siret, "356 000 000 00048"),
            (Register::Siret, "35600000009075"),
            (Register::Siren, "732 829 320"),
            (Register::Siret, "732 829 320 00074"),
            (Register::Rna, "w931001234"),
        ] {
            assert!(register.parse(number).is_ok(), "{register} {number}");
        }
    }

    #[test]
    fn wrong_numbers_say_what_is_wrong() {
        assert_eq!(Register::EnterpriseNumber.parse("0566.988.258"), Err(InvalidIdentifier::Checksum));
        assert_eq!(Register::EnterpriseNumber.parse("2566.988.259"), Err(InvalidIdentifier::Form));
        assert_eq!(Register::Siren.parse("732829321"), Err(InvalidIdentifier::Checksum));
        assert_eq!(Register::Siret.parse("7328293200007"), Err(InvalidIdentifier::Form));
        assert_eq!(Register::Rna.parse("931001234"), Err(InvalidIdentifier::Form));
        assert_eq!(Register::Siren.parse("٧٣٢٨٢٩٣٢٠"), Err(InvalidIdentifier::Form));
    }

    #[test]
    fn overseas_letters_are_accepted_and_shown_again() {
        let identifier = Register::Rna.parse("W9R1001234").expect("Réunion writes letters");
        assert!(identifier.unusual);
        assert!(!Register::Rna.parse("W931001234").expect("plain").unusual);
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_always_found(position in 0_usize..9, delta in 1_u32..10) {
            let right = "732829320";
            let wrong: String = right.chars().enumerate().map(|(index, c)| {
                if index == position {
                    char::from_digit((c.to_digit(10).expect("digit") + delta) % 10, 10).expect("digit")
                } else { c }
            }).collect();
            prop_assert_eq!(Register::Siren.parse(&wrong), Err(InvalidIdentifier::Checksum));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}") {
            for register in Register::ALL { let _ = register.parse(&text); }
        }
    }
}
