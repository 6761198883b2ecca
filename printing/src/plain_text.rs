//! Makes what a person typed printable, whatever it is.
//!
//! An archived, accessible PDF must not hold a character without a glyph, and a line cannot break
//! inside a word without a place to break. Text is only ever data for the template, so nothing in
//! it is a command; what is replaced here is replaced on paper alone.

use serde_json::Value;

use crate::fonts::FONTS;

/// What stands on paper for a character that no typeface has.
const NO_GLYPH: char = '□';
/// A place where a line may break, without width.
const BREAK: char = '\u{200b}';
/// How many characters of a word stand together before it may break.
const UNBROKEN: usize = 24;

/// Makes every string of the data printable.
pub(crate) fn clean(data: &mut Value) {
    match data {
        Value::String(text) => *text = breakable(&printable(text)),
        Value::Array(items) => items.iter_mut().for_each(clean),
        Value::Object(fields) => fields.values_mut().for_each(clean),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The text with a visible box for each character that cannot be drawn.
pub(crate) fn printable(text: &str) -> String {
    let mut printable = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\n' => printable.push('\n'),
            '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => printable.push('\n'),
            '\t' => printable.push(' '),
            _ if is_invisible(character) || character.is_control() => {}
            _ if is_space(character) || FONTS.cover(character) => printable.push(character),
            _ => printable.push(NO_GLYPH),
        }
    }
    printable
}

/// Spaces that the typesetter makes of an ordinary one.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}')
}

/// Characters that draw nothing: joiners, variation selectors, marks of direction that could show
/// a sentence in another order than it was written in, and emoji's skin tones and tags.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{fff0}'..='\u{fffc}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// The text with places to break in words that could run out of a line or a cell: after the marks
/// of an address, and inside of what has none.
fn breakable(text: &str) -> String {
    let mut breakable = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        if piece.chars().count() <= UNBROKEN {
            breakable.push_str(piece);
            continue;
        }
        let mut since_break = 0;
        for character in piece.chars() {
            if since_break >= UNBROKEN {
                breakable.push(BREAK);
                since_break = 0;
            }
            breakable.push(character);
            since_break += 1;
            if matches!(character, '@' | '/' | '.' | '_' | '-' | '?' | '&' | '=' | ':' | ',') {
                breakable.push(BREAK);
                since_break = 0;
            }
        }
    }
    breakable
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_stays() {
        let text = "Élus·es : l’œuvre «\u{a0}Ţ\u{a0}» coûte 1\u{202f}234 € ; Ελλάδα, Київ, שלום, سلام ✓ ≥\nfin";
        assert_eq!(breakable(&printable(text)), text);
    }

    #[test]
    fn what_cannot_be_drawn_shows() {
        assert_eq!(printable("a🎉b漢\u{e000}\u{fffd}"), "a□b□□□");
        assert_eq!(printable("👩🏽\u{200d}🚒"), "□□");
    }

    #[test]
    fn what_draws_nothing_goes() {
        assert_eq!(printable("a\u{0}\u{7}\u{1b}[31mb\u{202e}c\u{2066}\u{feff}\tz\r\ny\rx"), "a[31mbc z\ny\nx");
    }

    #[test]
    fn long_words_can_break() {
        assert_eq!(
            breakable("prenom.nom@association.example oui"),
            "prenom.\u{200b}nom@\u{200b}association.\u{200b}example oui"
        );
        assert_eq!(breakable(&"x".repeat(50)).matches(BREAK).count(), 2);
        assert_eq!(breakable("anticonstitutionnellement").matches(BREAK).count(), 1);
        assert_eq!(breakable("constitutionnellement"), "constitutionnellement");
    }
}
