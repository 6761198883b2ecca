//! A code that cameras read, drawn as one shape.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode as Squares};

/// Squares that must stay empty around the code.
const QUIET: usize = 4;

/// A QR code of a text: dark on white in every theme, because that is what cameras read.
#[component]
pub fn QrCode(
    /// What cameras read.
    #[prop(into)]
    text: String,
    /// What it is, for those who do not see it.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    // Without a code there are still the signs below it, which can be typed.
    Squares::with_error_correction_level(text.as_bytes(), EcLevel::M).ok().map(|squares| {
        let side = squares.width() + 2 * QUIET;
        let mut path = String::new();
        for (place, color) in squares.to_colors().into_iter().enumerate() {
            if color == Color::Dark {
                let (x, y) = (place % squares.width() + QUIET, place / squares.width() + QUIET);
                path.push_str(&format!("M{x} {y}h1v1h-1z"));
            }
        }
        view! {
            <svg class="qr" role="img" aria-label=label viewBox=format!("0 0 {side} {side}") shape-rendering="crispEdges">
                <rect width=side.to_string() height=side.to_string() fill="#fff"></rect>
                <path d=path fill="#000"></path>
            </svg>
        }
    })
}
