//! The files of the site: inside the program, compressed beforehand, under names that change with
//! their content.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use bytes::Bytes;
use rust_embed::{Embed, EmbeddedFile};

const MANIFEST: &str = "manifest.json";

#[derive(Embed)]
#[folder = "../target/site"]
struct Site;

struct File {
    plain: Bytes,
    brotli: Option<Bytes>,
    kind: &'static str,
}

/// Read once, together with the manifest: in debug builds the folder may change under a running server.
static FILES: LazyLock<HashMap<String, File>> = LazyLock::new(|| {
    let read = |name: &str| Site::get(name).map(bytes_of);
    Site::iter()
        .filter(|name| name != MANIFEST && !name.ends_with(".br"))
        .filter_map(|name| {
            let file = File { plain: read(&name)?, brotli: read(&format!("{name}.br")), kind: kind(&name) };
            Some((name.into_owned(), file))
        })
        .collect()
});

fn bytes_of(file: EmbeddedFile) -> Bytes {
    match file.data {
        Cow::Borrowed(data) => Bytes::from_static(data),
        Cow::Owned(data) => Bytes::from(data),
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Tells the pages where the files are. Returns how many there are: none in a program that was
/// built before the site.
pub fn install() -> usize {
    let manifest: BTreeMap<String, String> =
        Site::get(MANIFEST).and_then(|file| serde_json::from_slice(&file.data).ok()).unwrap_or_default();
    LazyLock::force(&FILES);
    let count = manifest.len();
    let addresses = manifest.into_iter().map(|(name, served)| (name, format!("/assets/{served}")));
    // Twice in the tests, with the same files.
    let _ = app::ui::install(addresses.collect());
    count
}

pub(super) fn routes() -> Router {
    Router::new().route("/assets/{name}", get(serve))
}

async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(file) = FILES.get(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
    let about = [
        (header::CONTENT_TYPE, HeaderValue::from_static(file.kind)),
        (header::CACHE_CONTROL, forever),
        (header::VARY, HeaderValue::from_static("accept-encoding")),
    ];
    match &file.brotli {
        Some(brotli) if accepts_brotli(&headers) => {
            (about, [(header::CONTENT_ENCODING, "br")], brotli.clone()).into_response()
        }
        _ => (about, file.plain.clone()).into_response(),
    }
}

fn accepts_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|coding| {
        let (name, quality) = coding.split_once(';').unwrap_or((coding, ""));
        name.trim() == "br" && !matches!(quality.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_only_for_who_wants_it() {
        let accepts = |value: &'static str| {
            accepts_brotli(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(value))]))
        };
        assert!(accepts("gzip, deflate, br, zstd"));
        assert!(accepts("br;q=0.5"));
        assert!(!accepts("gzip, br;q=0"));
        assert!(!accepts("gzip"));
        assert!(!accepts_brotli(&HeaderMap::new()));
    }
}
