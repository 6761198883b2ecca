//! The conformance suite's tests of discovery and of changing keys.

use oidc::provider::signed_part;
use serde_json::json;

use crate::hostile::{Rig, new_key};

const DISCOVERY: &str = "/.well-known/openid-configuration";

#[tokio::test]
async fn oidcc_client_test_discovery_openid_config() {
    let rig = Rig::new().await;
    let provider = rig.client.provider(&rig.provider.issuer).await.expect("found");
    assert_eq!(provider.authorization_endpoint.path(), "/authorize");
    assert_eq!(provider.token_endpoint.path(), "/token");
    assert_eq!(provider.pkce, Some(true));
    assert!(provider.names_itself_on_return && !provider.backchannel_logout);
    assert_eq!(rig.provider.requests_to(DISCOVERY), 1);
}

#[tokio::test]
async fn oidcc_client_test_discovery_jwks_uri_keys() {
    let rig = Rig::new().await;
    rig.sign_in().await.expect("let in");
    rig.sign_in().await.expect("let in");
    assert_eq!((rig.provider.requests_to(DISCOVERY), rig.provider.requests_to("/jwks")), (1, 1), "kept for an hour");
    rig.pass(3_600);
    rig.provider.id_token(|claims| {
        claims["iat"] = json!(crate::hostile::NOW + 3_600);
        claims["exp"] = json!(crate::hostile::NOW + 3_900);
    });
    rig.sign_in().await.expect("let in");
    assert_eq!((rig.provider.requests_to(DISCOVERY), rig.provider.requests_to("/jwks")), (2, 2));
}

#[tokio::test]
async fn oidcc_client_test_discovery_issuer_mismatch() {
    let rig = Rig::new().await;
    rig.provider.discovery(|document| document["issuer"] = json!("https://elsewhere.example"));
    let refusal = rig.begin().await.expect_err("refused");
    assert_eq!(
        refusal,
        oidc::OidcError::DiscoveryIssuerMismatch {
            expected: rig.provider.issuer.clone(),
            found: "https://elsewhere.example".to_owned(),
        }
    );
    assert_eq!(refusal.code(), "discovery-issuer-mismatch");
    let own = rig.provider.issuer.clone();
    rig.provider.discovery(move |document| document["issuer"] = json!(format!("{own}/")));
    assert_eq!(rig.refusal().await, "discovery-issuer-mismatch", "a slash makes another issuer");
}

#[tokio::test]
async fn incomplete_documents() {
    let rig = Rig::new().await;
    rig.provider.discovery(|document| {
        document.as_object_mut().expect("an object").remove("token_endpoint");
    });
    assert_eq!(rig.refusal().await, "missing-endpoint");
    rig.provider.discovery(|document| {
        document.as_object_mut().expect("an object").remove("jwks_uri");
    });
    assert_eq!(rig.refusal().await, "answer-invalid");
}

#[tokio::test]
async fn oidcc_client_test_signing_key_rotation() {
    let rig = Rig::new().await;
    rig.sign_in().await.expect("let in");
    rig.provider.rotate(&new_key("second"));
    rig.sign_in().await.expect("the new key is fetched");
    rig.sign_in().await.expect("and kept");
    assert_eq!(rig.provider.requests_to("/jwks"), 2);
}

#[tokio::test]
async fn oidcc_client_test_signing_key_rotation_just_before_signing() {
    let rig = Rig::new().await;
    let begin = rig.begin().await.expect("begins");
    let callback = rig.provider.agree(&begin.authorize_url);
    rig.provider.rotate(&new_key("second"));
    rig.finish(&begin, &callback).await.expect("the new key is fetched");
    assert_eq!(rig.provider.requests_to("/jwks"), 2);
}

#[tokio::test]
async fn a_key_that_changes_under_the_same_name_is_fetched_again() {
    let rig = Rig::new().await;
    rig.sign_in().await.expect("let in");
    rig.provider.rotate(&new_key("first"));
    rig.sign_in().await.expect("let in");
}

#[tokio::test]
async fn unknown_keys_do_not_make_this_server_hammer_the_provider() {
    let rig = Rig::new().await;
    let stranger = new_key("stranger");
    rig.provider.sign(move |claims| stranger.token("JWT", claims));
    for _ in 0..10 {
        assert_eq!(rig.refusal().await, "unknown-key");
    }
    assert_eq!(rig.provider.requests_to("/jwks"), 2, "one fetch and one more");
    rig.pass(60);
    assert_eq!(rig.refusal().await, "unknown-key");
    assert_eq!(rig.provider.requests_to("/jwks"), 3);
}

#[tokio::test]
async fn many_sign_ins_at_once_fetch_once() {
    let rig = Rig::new().await;
    let (first, second, third) = tokio::join!(rig.sign_in(), rig.sign_in(), rig.sign_in());
    for outcome in [first, second, third] {
        outcome.expect("let in");
    }
    assert_eq!(rig.provider.requests_to(DISCOVERY), 1);
}

#[tokio::test]
async fn a_repaired_provider_is_asked_again_when_it_is_forgotten() {
    let rig = Rig::new().await;
    rig.begin().await.expect("begins");
    rig.client.forget(&rig.provider.issuer);
    rig.begin().await.expect("begins");
    assert_eq!(rig.provider.requests_to(DISCOVERY), 2);
}

#[tokio::test]
async fn malformed_tokens() {
    let rig = Rig::new().await;
    for (token, code) in [
        ("", "malformed-token"),
        ("a.b", "malformed-token"),
        ("a.b.c.d.e", "malformed-token"),
        ("a.b.c", "malformed-token"),
        ("é.é.é", "malformed-token"),
    ] {
        rig.provider.sign(move |_| token.to_owned());
        assert_eq!(rig.refusal().await, code, "{token}");
    }
    for (header, code) in [
        (json!({"alg": "ES256", "kid": "first", "crit": ["b64"], "b64": false}), "malformed-token"),
        (json!({"alg": "ES256", "kid": "first", "typ": "at+jwt"}), "wrong-token-type"),
        (json!({"alg": "ES256", "kid": "first", "typ": "logout+jwt"}), "wrong-token-type"),
        (json!({"kid": "first"}), "malformed-token"),
        (json!({"alg": "RS1", "kid": "first"}), "algorithm-not-allowed"),
    ] {
        rig.provider.sign(move |claims| format!("{}.AAAA", signed_part(&header, claims)));
        assert_eq!(rig.refusal().await, code);
    }
    rig.provider.sign(|_| "a".repeat(70_000));
    assert_eq!(rig.refusal().await, "malformed-token");
}
