//! The whole HTTP stack: what it refuses, and what it tells browsers to refuse.

use std::net::{IpAddr, SocketAddr};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
};
use http::{HeaderMap, Request, StatusCode, header};
use services::{Services, Settings};
use tower::ServiceExt;
use trame_server::{Config, http::router};

use crate::support::{PUBLIC_URL, World, for_each_database};

struct Seen {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Seen {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// A refusal is a page of ours, in the language that was asked for.
    fn is_page(&self, status: StatusCode, language: &str) -> bool {
        let text = String::from_utf8_lossy(&self.body);
        self.status == status
            && self.header("content-type").starts_with("text/html")
            && text.contains(&format!("<html lang=\"{language}\""))
            && text.contains("<h1>")
    }
}

async fn ask(router: &Router, request: Request<Body>) -> Seen {
    let response = router.clone().oneshot(request).await.expect("an answer");
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, 32 << 20).await.expect("a body").to_vec();
    Seen { status: parts.status, headers: parts.headers, body }
}

fn stack(world: &World) -> Router {
    router(world.services.clone(), &Config::default()).expect("a router")
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).header(header::ACCEPT_LANGUAGE, "nl").body(Body::empty()).expect("a request")
}

fn form(path: &str, body: impl Into<Body>) -> Request<Body> {
    Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ACCEPT_LANGUAGE, "nl")
        .body(body.into())
        .expect("a request")
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_answer_and_refusals_are_pages() {
    for_each_database(|world| async move {
        let stack = stack(&world);
        for path in ["/", "/health", "/sign-in"] {
            let seen = ask(&stack, get(path)).await;
            assert_eq!(seen.status, StatusCode::OK, "{path}");
        }
        assert!(ask(&stack, get("/nowhere")).await.is_page(StatusCode::NOT_FOUND, "nl"));
        assert!(ask(&stack, form("/", "")).await.is_page(StatusCode::METHOD_NOT_ALLOWED, "nl"));
        // One of the databases cannot keep such a text, and neither is asked to.
        for path in ["/n/%00", "/n/%FF", "/?next=%00", "/sso/%00"] {
            assert!(ask(&stack, get(path)).await.is_page(StatusCode::BAD_REQUEST, "nl"), "{path}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_large_or_no_text_is_refused() {
    for_each_database(|world| async move {
        let stack = stack(&world);
        let large = "a=".to_owned() + &"x".repeat(1024 * 1024);
        assert!(ask(&stack, form("/sign-in", large.clone())).await.is_page(StatusCode::PAYLOAD_TOO_LARGE, "nl"));
        let mut announced = form("/sign-in", "a=b");
        announced.headers_mut().insert(header::CONTENT_LENGTH, "1000000000".parse().expect("a value"));
        assert!(ask(&stack, announced).await.is_page(StatusCode::PAYLOAD_TOO_LARGE, "nl"));
        let pieces = futures::stream::iter((0..40).map(|_| Ok::<_, std::io::Error>("x".repeat(64 * 1024))));
        let streamed = form("/sign-in", Body::from_stream(pieces));
        assert!(ask(&stack, streamed).await.is_page(StatusCode::PAYLOAD_TOO_LARGE, "nl"));
        for wrong in [&b"identifier=%FF"[..], b"identifier=\xff\xfe", b"identifier=%C3", b"identifier=a%00b"] {
            assert!(ask(&stack, form("/sign-in", wrong.to_vec())).await.is_page(StatusCode::BAD_REQUEST, "nl"));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_of_other_sites_are_refused() {
    for_each_database(|world| async move {
        let stack = stack(&world);
        let from = |name: &'static str, value: &'static str| {
            let mut request = form("/sign-in", "");
            request.headers_mut().insert(name, value.parse().expect("a value"));
            request.headers_mut().insert(header::HOST, "trame.test".parse().expect("a value"));
            request
        };
        for origin in ["https://evil.example", "null", "http://trame.test.evil.example", "https://sub.trame.test"] {
            assert!(ask(&stack, from("origin", origin)).await.is_page(StatusCode::FORBIDDEN, "nl"), "{origin}");
        }
        for site in ["cross-site", "same-site"] {
            assert!(ask(&stack, from("sec-fetch-site", site)).await.is_page(StatusCode::FORBIDDEN, "nl"), "{site}");
        }
        for ours in [from("origin", PUBLIC_URL), from("sec-fetch-site", "same-origin")] {
            assert_ne!(ask(&stack, ours).await.status, StatusCode::FORBIDDEN);
        }
        // Providers post from their own servers: not stopped here, but by what they must sign.
        let mut logout = form("/sso/nobody/logout", "logout_token=x");
        logout.headers_mut().insert(header::ORIGIN, "https://id.example".parse().expect("a value"));
        assert_ne!(ask(&stack, logout).await.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_forwarding_header_gives_no_new_address() {
    for_each_database(|world| async move {
        let proxy: IpAddr = "10.0.0.1".parse().expect("an address");
        let config = Config { sign_ins_per_minute: 3, trusted_proxies: vec![proxy], ..Config::default() };
        let stack = router(world.services.clone(), &config).expect("a router");
        let attempt = |peer: IpAddr, forwarded: String| {
            let mut request = form("/sign-in", "");
            request.extensions_mut().insert(ConnectInfo(SocketAddr::from((peer, 40_000))));
            request.headers_mut().insert("x-forwarded-for", forwarded.parse().expect("a value"));
            request
        };
        let outside: IpAddr = "203.0.113.7".parse().expect("an address");
        for number in 0..3 {
            let seen = ask(&stack, attempt(outside, format!("198.51.100.{number}"))).await;
            assert_ne!(seen.status, StatusCode::TOO_MANY_REQUESTS);
        }
        let seen = ask(&stack, attempt(outside, "198.51.100.99".into())).await;
        assert!(seen.is_page(StatusCode::TOO_MANY_REQUESTS, "nl"));
        // The proxy is believed: each client behind it has an allowance of its own.
        for number in 0..6 {
            let seen = ask(&stack, attempt(proxy, format!("198.51.100.{number}"))).await;
            assert_ne!(seen.status, StatusCode::TOO_MANY_REQUESTS);
        }
        world.time.pass_minutes(1);
        let seen = ask(&stack, attempt(outside, "198.51.100.99".into())).await;
        assert_ne!(seen.status, StatusCode::TOO_MANY_REQUESTS);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn browsers_are_told_what_to_refuse() {
    for_each_database(|world| async move {
        let plain = stack(&world);
        let settings = Settings { public_url: "https://trame.test".into(), ..world.services.settings().clone() };
        let secure = router(Services::new(world.services.store().clone(), settings), &Config::default());
        let secure = secure.expect("a router");
        for path in ["/", "/nowhere", "/assets/nothing.css", "/health"] {
            let seen = ask(&plain, get(path)).await;
            let policy = seen.header("content-security-policy");
            for part in [
                "default-src 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'",
            ] {
                assert!(policy.contains(part), "{path}: {policy}");
            }
            assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
            assert_eq!(seen.header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(seen.header("referrer-policy"), "same-origin", "{path}");
            assert_eq!(seen.header("cross-origin-opener-policy"), "same-origin", "{path}");
            assert!(!seen.header("permissions-policy").is_empty(), "{path}");
            assert!(seen.header("strict-transport-security").is_empty(), "{path}");
            let seen = ask(&secure, get(path)).await;
            assert_eq!(seen.header("strict-transport-security"), "max-age=31536000", "{path}");
        }
        let page = String::from_utf8(ask(&plain, get("/")).await.body).expect("text");
        assert!(!page.contains("<script>") && !page.contains(" style=") && !page.contains(" onclick="));
        assert_eq!(ask(&plain, get("/")).await.header("cache-control"), "no-store");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_compressed_and_live_streams_are_not() {
    for_each_database(|world| async move {
        let stack = stack(&world);
        for (wanted, given) in [("br", "br"), ("gzip", "gzip"), ("identity", "")] {
            let mut request = get("/");
            request.headers_mut().insert(header::ACCEPT_ENCODING, wanted.parse().expect("a value"));
            assert_eq!(ask(&stack, request).await.header("content-encoding"), given);
        }
    })
    .await;
}

#[tokio::test]
async fn files_of_the_site_are_kept_forever_under_names_of_their_content() {
    for_each_database(|world| async move {
        if trame_server::http::install_assets() == 0 {
            // Built without its site, as `cargo test` alone does.
            return;
        }
        let stack = stack(&world);
        let page = String::from_utf8(ask(&stack, get("/")).await.body).expect("text");
        let start = page.find("/assets/trame.").expect("the style sheet");
        let address = page[start..].split('"').next().expect("its address").to_owned();
        let seen = ask(&stack, get(&address)).await;
        assert_eq!(seen.status, StatusCode::OK);
        assert_eq!(seen.header("content-type"), "text/css; charset=utf-8");
        assert_eq!(seen.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(seen.header("content-encoding"), "");
        let mut request = get(&address);
        request.headers_mut().insert(header::ACCEPT_ENCODING, "gzip, br".parse().expect("a value"));
        let small = ask(&stack, request).await;
        assert_eq!(small.header("content-encoding"), "br");
        assert!(small.body.len() * 2 < seen.body.len());
        for other in ["/assets/manifest.json", "/assets/..%2fmanifest.json", &format!("{address}.br")] {
            assert_eq!(ask(&stack, get(other)).await.status, StatusCode::NOT_FOUND, "{other}");
        }
    })
    .await;
}
