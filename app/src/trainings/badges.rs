//! A certificate as an Open Badge: a picture with the credential in it, the credential alone, and the network's keys.

use axum::{Json, extract::Path, response::IntoResponse};
use domain::locale::Locale;
use i18n::t;
use leptos::prelude::*;
use serde_json::Value;
use services::trainings::{Badge, Certified};

use crate::{
    assemblies::attachment,
    context::{Answer, Cx},
    ui::render,
};

/// Most characters on a line of the picture.
const LINE: usize = 26;

/// The picture, with the credential in it as section 5.3.2 of the standard asks ("baking").
pub async fn svg(cx: Cx, Path(code): Path<String>) -> Answer {
    let badge = cx.services().badge(&code).await?;
    let name = format!("{}.svg", badge.certificate.grouped());
    Ok(attachment(&name, "image/svg+xml", picture(cx.locale(), &badge).into_bytes()))
}

/// The credential alone, as wallets take it.
pub async fn token(cx: Cx, Path(code): Path<String>) -> Answer {
    let badge = cx.services().badge(&code).await?;
    Ok(attachment(&format!("{}.jwt", badge.certificate.grouped()), "application/vc+jwt", badge.token.into_bytes()))
}

/// The keys by which a network's badges are verified. Any page may read them: verifiers run in browsers too.
pub async fn issuer(cx: Cx, Path(slug): Path<String>) -> Answer {
    let document: Json<Value> = Json(cx.services().issuer_document(&slug).await?);
    Ok(([("access-control-allow-origin", "*")], document).into_response())
}

/// A text in lines that fit, broken between words; what is left after three lines is cut.
fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > 3 {
        lines.truncate(3);
        lines[2].push('…');
    }
    lines
}

fn picture(l: Locale, badge: &Badge) -> String {
    let Certified { told, .. } = &badge.certificate;
    let what = told.granted.as_ref().map_or(&told.training, |granted| &granted.grant.name);
    let text = |y: usize, size: u8, weight: u16, words: String| {
        view! {
            <text x="200" y=y.to_string() font-size=size.to_string() font-weight=weight.to_string() text-anchor="middle">
                {words}
            </text>
        }
    };
    let title: Vec<_> = (0_usize..).zip(lines(what)).map(|(at, line)| text(176 + at * 34, 26, 700, line)).collect();
    let (name, code) = (told.name.clone(), badge.certificate.grouped());
    let network = told.network.clone();
    let label = t!(l, "badges-label", what = what.as_str(), name = told.name.as_str());
    let drawn = render(move || {
        view! {
            <title>{label}</title>
            <rect x="8" y="8" width="384" height="384" rx="28" fill="#fff" stroke="#1d4a7c" stroke-width="8"></rect>
            <path d="M168 84l24 24 44-48" fill="none" stroke="#1d4a7c" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"></path>
            <g font-family="sans-serif" fill="#14202e">
                {title}
                {text(300, 17, 400, name)}
                {text(336, 17, 400, network)}
                {text(370, 14, 400, code)}
            </g>
        }
    });
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" viewBox="0 0 400 400" width="400" height="400" role="img"><openbadges:credential verify="{}"/>{}</svg>"#,
        badge.token,
        // What hydration would look for is no XML.
        drawn.replace("<!>", "")
    )
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn long_titles_are_broken_between_words() {
        assert_eq!(lines("Accueillir"), ["Accueillir"]);
        assert_eq!(
            lines(
                "Repérer les violences conjugales et intrafamiliales, et orienter avec tact les personnes concernées"
            ),
            ["Repérer les violences", "conjugales et", "intrafamiliales, et…"]
        );
    }
}
