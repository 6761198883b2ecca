//! Text as people look for it, and as it stands in addresses.

/// Without capitals and accents, so that "ecole" finds "École", and É sorts beside E.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        match character {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '’' => folded.push('\''),
            // Combining accents, for names that were typed in pieces.
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// A word for an address, made of a name: "Cités Caritas" gives "cites-caritas".
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for character in fold(name).chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= 60 {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "x".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_capitals_do_not_hide_a_name() {
        assert_eq!(fold("Écoles de l’Œuvre"), "ecoles de l'oeuvre");
        assert_eq!(fold("E\u{301}cole"), "ecole");
    }

    #[test]
    fn every_name_gives_a_word_for_an_address() {
        assert_eq!(slug("Cap à cité"), "cap-a-cite");
        assert_eq!(slug("  CASP / ARAPEJ 93 "), "casp-arapej-93");
        assert_eq!(slug("漢字"), "x");
        assert!(slug(&"a".repeat(500)).len() <= 60);
    }
}
