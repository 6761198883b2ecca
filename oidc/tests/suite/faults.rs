//! Providers that are down, slow, huge, or point where they should not.

use std::time::Duration;

use oidc::{NetworkPolicy, OidcError};
use serde_json::json;

use crate::hostile::{Fault, Hostile, Rig, new_key, settings};

const DISCOVERY: &str = "/.well-known/openid-configuration";
const ENDPOINTS: [&str; 4] = [DISCOVERY, "/jwks", "/token", "/userinfo"];

/// The codes with which a sign-in is refused when each of the endpoints fails in the same way.
async fn refusals(fault: impl Fn() -> Fault) -> Vec<&'static str> {
    let mut codes = Vec::new();
    for endpoint in ENDPOINTS {
        let fault = fault();
        let rig = if matches!(fault, Fault::NeverAnswers) { Rig::impatient().await } else { Rig::new().await };
        rig.provider.fail(endpoint, fault);
        codes.push(rig.refusal().await);
    }
    codes
}

#[tokio::test]
async fn provider_down() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let issuer = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let rig = Rig { settings: settings(&issuer), ..Rig::new().await };
    assert_eq!(rig.refusal().await, "provider-down");
}

#[tokio::test]
async fn internal_server_errors() {
    assert_eq!(refusals(|| Fault::Status(500)).await, ["provider-failed"; 4]);
}

#[tokio::test]
async fn ten_megabytes() {
    assert_eq!(refusals(|| Fault::TenMegabytes).await, ["answer-too-large"; 4]);
    // The same without telling the length beforehand.
    assert_eq!(refusals(|| Fault::Endless).await, ["answer-too-large"; 4]);
}

#[tokio::test]
async fn redirect_to_loopback() {
    let innocent = Hostile::start(&new_key("innocent")).await;
    let target = format!("{}/admin", innocent.issuer);
    assert_eq!(refusals(|| Fault::Redirect(target.clone())).await, ["redirect-refused"; 4]);
    assert_eq!(innocent.requests_to("/admin"), 0, "the redirection is not followed");
}

#[tokio::test]
async fn never_answering() {
    assert_eq!(refusals(|| Fault::NeverAnswers).await, ["provider-too-slow"; 4]);
}

#[tokio::test]
async fn answers_that_are_no_json() {
    let page = || Fault::Body("text/html", "<h1>Maintenance</h1>".to_owned());
    assert_eq!(refusals(page).await, ["answer-invalid"; 4]);
    assert_eq!(refusals(|| Fault::Body("application/json", "[".repeat(10_000))).await, ["answer-invalid"; 4]);
}

#[tokio::test]
async fn a_token_answer_without_id_token() {
    let rig = Rig::new().await;
    let body = json!({"access_token": "a", "token_type": "Bearer"}).to_string();
    rig.provider.fail("/token", Fault::Body("application/json", body));
    assert_eq!(rig.refusal().await, "missing-id-token");
}

#[tokio::test]
async fn access_tokens_that_cannot_be_sent() {
    let rig = Rig::new().await;
    let mut token = String::new();
    rig.provider.sign({
        let key = new_key("first");
        rig.provider.rotate(&key);
        move |claims| key.token("JWT", claims)
    });
    let begin = rig.begin().await.expect("begins");
    let callback = rig.provider.agree(&begin.authorize_url);
    let claims = json!({
        "iss": rig.provider.issuer, "sub": "jeanne", "aud": "trame", "iat": crate::hostile::NOW,
        "exp": crate::hostile::NOW + 60, "nonce": begin.pending.nonce,
    });
    token.push_str(&(rig.provider.behaviour().sign)(&claims));
    let body = json!({"access_token": "a\r\nHost: b", "token_type": "Bearer", "id_token": token}).to_string();
    rig.provider.fail("/token", Fault::Body("application/json", body));
    assert_eq!(rig.finish(&begin, &callback).await.expect_err("refused").code(), "answer-invalid");
}

#[tokio::test]
async fn private_addresses() {
    let rig = Rig::new().await;
    for issuer in
        ["https://10.0.0.1", "https://169.254.169.254/latest", "https://[fd00::1]", "https://192.168.1.1:8443"]
    {
        let rig = Rig { settings: settings(issuer), ..Rig::new().await };
        assert_eq!(rig.refusal().await, "address-not-allowed", "{issuer}");
    }
    // Neither may a document that comes from an allowed address lead there.
    for (endpoint, code) in [
        ("jwks_uri", "address-not-allowed"),
        ("token_endpoint", "address-not-allowed"),
        ("userinfo_endpoint", "address-not-allowed"),
        ("authorization_endpoint", "address-not-allowed"),
        ("end_session_endpoint", "address-not-allowed"),
    ] {
        rig.client.forget(&rig.provider.issuer);
        rig.provider.discovery(move |document| document[endpoint] = json!("https://10.0.0.1/x"));
        assert_eq!(rig.refusal().await, code, "{endpoint}");
    }
    for endpoint in ["authorization_endpoint", "end_session_endpoint"] {
        rig.client.forget(&rig.provider.issuer);
        rig.provider.discovery(move |document| document[endpoint] = json!("javascript:alert(1)"));
        assert_eq!(rig.refusal().await, "insecure-address", "{endpoint}");
    }
}

#[tokio::test]
async fn loopback_is_refused_unless_allowed() {
    let strict = Rig::with_policy(&new_key("first"), NetworkPolicy::default()).await;
    assert_eq!(strict.refusal().await, "insecure-address");
    let port = strict.provider.issuer.rsplit_once(':').expect("a port").1.to_owned();
    for host in ["127.0.0.1", "[::1]", "localhost"] {
        let issuer = format!("https://{host}:{port}");
        let refusal = strict.client.begin(&settings(&issuer), &strict.redirect_uri, None).await;
        // The name is refused only once it is resolved, which is what a rebinding attack must not escape.
        assert_eq!(refusal.expect_err("refused").code(), "address-not-allowed", "{host}");
    }
    assert!(strict.provider.behaviour().requests.is_empty(), "not a byte was sent");
}

#[tokio::test]
async fn addresses_that_are_none() {
    let rig = Rig::new().await;
    for issuer in ["", "aurore", "ftp://aurore.example", "file:///etc/passwd", "http://aurore.example", "https://"] {
        let refusal = rig.client.begin(&settings(issuer), &rig.redirect_uri, None).await;
        assert_eq!(refusal.expect_err("refused").code(), "insecure-address", "{issuer}");
        let refusal = oidc::check_issuer_address(issuer, &NetworkPolicy::loopback());
        assert_eq!(refusal.expect_err("refused").code(), "insecure-address", "{issuer}");
    }
}

#[tokio::test]
async fn a_slow_provider_does_not_slow_another() {
    // The slow one would take a minute; if anything waited for it, this test would not end in time.
    let policy = NetworkPolicy { total_timeout: Duration::from_mins(1), ..NetworkPolicy::loopback() };
    let rig = Rig::with_policy(&new_key("first"), policy).await;
    let slow = Hostile::start(&new_key("slow")).await;
    slow.fail(DISCOVERY, Fault::NeverAnswers);
    let slow_settings = settings(&slow.issuer);
    let stuck = rig.client.begin(&slow_settings, &rig.redirect_uri, None);
    tokio::select! {
        biased;
        outcome = stuck => panic!("the slow provider answered: {outcome:?}"),
        outcome = async {
            // Only once the slow one holds its request does the other begin.
            while slow.requests_to(DISCOVERY) == 0 {
                tokio::task::yield_now().await;
            }
            rig.sign_in().await
        } => assert_eq!(outcome.expect("let in").subject, "jeanne"),
    }
}

#[tokio::test]
async fn those_who_wait_for_a_slow_provider_give_up_too() {
    let rig = Rig::impatient().await;
    rig.provider.fail(DISCOVERY, Fault::NeverAnswers);
    let outcomes = tokio::join!(rig.begin(), rig.begin(), rig.begin());
    for outcome in [outcomes.0, outcomes.1, outcomes.2] {
        assert_eq!(outcome.expect_err("refused"), OidcError::ProviderTooSlow);
    }
}
