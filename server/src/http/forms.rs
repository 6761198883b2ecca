//! What is sent must fit, and its text must be text.

use axum::{
    body::{Body, to_bytes},
    extract::{DefaultBodyLimit, Request},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Forms are typed by hand.
const FORM: usize = 1024 * 1024;
/// A document, with a little around it.
const UPLOAD: usize = 12 * 1024 * 1024;

/// Refuses what is too large with 413, and with 400 what is not UTF-8 or holds a null character,
/// which one of the databases cannot keep.
pub(super) async fn checked(mut request: Request, next: Next) -> Response {
    if !is_text(request.uri().path().as_bytes()) || !is_text(request.uri().query().unwrap_or_default().as_bytes()) {
        return StatusCode::BAD_REQUEST.into_response();
    }
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let upload = has_type(request.headers(), "multipart/form-data");
    let limit = if upload { UPLOAD } else { FORM };
    if announced(request.headers()).is_some_and(|length| length > limit) {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    }
    DefaultBodyLimit::max(limit).apply(&mut request);
    if has_type(request.headers(), "application/x-www-form-urlencoded") {
        let (parts, body) = request.into_parts();
        let Ok(form) = to_bytes(body, limit).await else { return StatusCode::PAYLOAD_TOO_LARGE.into_response() };
        if !is_text(&form) {
            return StatusCode::BAD_REQUEST.into_response();
        }
        request = Request::from_parts(parts, Body::from(form));
    }
    next.run(request).await
}

fn has_type(headers: &HeaderMap, kind: &str) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(kind.as_bytes()))
}

fn announced(headers: &HeaderMap) -> Option<usize> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Whether form-encoded bytes are UTF-8 without null once they are decoded.
fn is_text(encoded: &[u8]) -> bool {
    let decoded: Vec<u8> = percent_decoded(encoded).collect();
    std::str::from_utf8(&decoded).is_ok_and(|text| !text.contains('\0'))
}

fn percent_decoded(mut rest: &[u8]) -> impl Iterator<Item = u8> + '_ {
    std::iter::from_fn(move || {
        let digit = |byte: &u8| (*byte as char).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        if let [b'%', high, low, after @ ..] = rest
            && let (Some(high), Some(low)) = (digit(high), digit(low))
        {
            rest = after;
            return Some(high << 4 | low);
        }
        let (first, after) = rest.split_first()?;
        rest = after;
        Some(*first)
    })
}

#[cfg(test)]
mod tests {
    use super::is_text;

    #[test]
    fn text_is_utf_8_without_null() {
        for text in ["", "a=b&c=%C3%A9t%C3%A9", "name=été", "a=100%", "a=%zz", "a=%2500"] {
            assert!(is_text(text.as_bytes()), "{text}");
        }
        for (wrong, name) in
            [(&b"a=%FF"[..], "lone byte"), (b"a=\xff", "raw byte"), (b"a=%C3", "half"), (b"a=%00", "null")]
        {
            assert!(!is_text(wrong), "{name}");
        }
    }
}
