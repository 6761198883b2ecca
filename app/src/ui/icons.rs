//! The few drawings of the product, as inert SVG. None carries a meaning that words beside it do not.

use super::Tone;

/// The mark: a plain weave of three wefts over and under three warps.
pub(super) const MARK: &str = concat!(
    r#"<svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">"#,
    r#"<path class="warp" d="M5 1v1m0 6v8m0 6v1M12 1v8m0 6v8M19 1v1m0 6v8m0 6v1"/>"#,
    r#"<path class="weft" d="M1 5h8m6 0h8M1 12h1m6 0h8m6 0h1M1 19h8m6 0h8"/>"#,
    "</svg>"
);

const CHECK: &str = r#"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="10"/><path d="m7.5 12.5 3 3 6-7"/></svg>"#;
const CROSS: &str = r#"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="10"/><path d="m8.5 8.5 7 7m0-7-7 7"/></svg>"#;
const EXCLAMATION: &str = r#"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 3 2.5 20h19z"/><path d="M12 10v4.5m0 2.6v.1"/></svg>"#;
const LETTER: &str = r#"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="10"/><path d="M12 11v6m0-9.6v-.1"/></svg>"#;

/// The drawing that repeats a tone for those who do not see its colour.
pub(super) fn icon(tone: Tone) -> &'static str {
    match tone {
        Tone::Positive => CHECK,
        Tone::Critical => CROSS,
        Tone::Attention => EXCLAMATION,
        Tone::Neutral | Tone::Active => LETTER,
    }
}
