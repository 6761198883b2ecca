//! The language of somebody whom nobody has asked yet.

use std::str::FromStr as _;

use crate::Locale;

/// The language of ours that an `Accept-Language` header prefers, if it names one.
///
/// ```
/// use i18n::{Locale, negotiate};
/// assert_eq!(negotiate("de, nl-BE;q=0.9, fr;q=0.8"), Some(Locale::Nl));
/// assert_eq!(negotiate("de"), None);
/// ```
#[must_use]
pub fn negotiate(accept_language: &str) -> Option<Locale> {
    let mut best: Option<(u16, Locale)> = None;
    for range in accept_language.split(',').take(32) {
        let mut parts = range.split(';');
        let tag = parts.next().unwrap_or("").trim();
        let primary = tag.split('-').next().unwrap_or("").to_ascii_lowercase();
        let quality = parts.find_map(|part| part.trim().strip_prefix("q=").map(thousandths)).unwrap_or(1000);
        if let Ok(locale) = Locale::from_str(&primary)
            && quality > best.map_or(0, |(quality, _)| quality)
        {
            best = Some((quality, locale));
        }
    }
    best.map(|(_, locale)| locale)
}

/// A quality such as "0.85" in thousandths; nonsense counts as "not wanted".
fn thousandths(quality: &str) -> u16 {
    let (whole, decimals) = quality.trim().split_once('.').unwrap_or((quality.trim(), ""));
    let decimals: String = decimals.chars().chain("000".chars()).take(3).collect();
    match (whole, decimals.parse::<u16>()) {
        ("1", _) => 1000,
        ("0", Ok(thousandths)) => thousandths,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefers_the_highest_quality_then_the_first() {
        assert_eq!(negotiate("fr-BE,en;q=0.7,nl;q=0.8"), Some(Locale::Fr));
        assert_eq!(negotiate("en;q=0.7, nl;q=0.8"), Some(Locale::Nl));
        assert_eq!(negotiate("EN-gb;q=0.5, nl;q=0.5"), Some(Locale::En));
        assert_eq!(negotiate("fr;q=0, en;q=0.001"), Some(Locale::En));
    }

    #[test]
    fn nonsense_is_no_preference() {
        for header in ["", "*", ";;;", "fr;q=lots", ",,,", "\u{1f600}"] {
            assert_eq!(negotiate(header), None, "{header}");
        }
    }
}
