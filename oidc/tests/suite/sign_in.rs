//! The conformance suite's tests of ID token, user information and client authentication.

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use oidc::provider::signed_part;
use oidc::{Callback, ClientAuthentication, ThirdPartyLogin};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use url::Url;

use crate::hostile::{RSA, Rig, listed, new_key, query};

#[tokio::test]
async fn oidcc_client_test() {
    let rig = Rig::new().await;
    let begin = rig.begin().await.expect("a sign-in begins");
    let sent = query(&begin.authorize_url);
    assert_eq!(sent["response_type"], "code");
    assert_eq!(sent["client_id"], "trame");
    assert_eq!(sent["redirect_uri"], "https://trame.example/sso/return");
    assert_eq!(sent["scope"], "openid profile email");
    assert_eq!(sent["code_challenge_method"], "S256");
    assert!(sent["state"].len() >= 32 && sent["nonce"].len() >= 32);
    assert_eq!(sent.len(), 8, "some providers refuse any further parameter: {sent:?}");

    let callback = rig.provider.agree(&begin.authorize_url);
    let identity = rig.finish(&begin, &callback).await.expect("Jeanne is let in");
    assert_eq!((identity.issuer.as_str(), identity.subject.as_str()), (rig.provider.issuer.as_str(), "jeanne"));
    assert_eq!(identity.sid.as_deref(), Some("session-1"));
    assert_eq!((identity.acr.as_deref(), identity.amr), (Some("eidas1"), vec!["pwd".to_owned(), "otp".to_owned()]));
    assert_eq!(identity.id_token.expose().split('.').count(), 3);

    let (_, _, form) =
        rig.provider.behaviour().requests.iter().find(|(path, ..)| path == "/token").cloned().expect("asked");
    let verifier = Sha256::digest(&form["code_verifier"]);
    assert_eq!(BASE64_URL_SAFE_NO_PAD.encode(verifier), sent["code_challenge"]);
    assert_eq!(form["redirect_uri"], sent["redirect_uri"]);
}

#[tokio::test]
async fn every_sign_in_has_its_own_state_nonce_and_verifier() {
    let rig = Rig::new().await;
    let (first, second) = (rig.begin().await.expect("begins").pending, rig.begin().await.expect("begins").pending);
    assert_ne!(first.state, second.state);
    assert_ne!(first.nonce, second.nonce);
    assert_ne!(first.pkce_verifier, second.pkce_verifier);
    assert!(!format!("{first:?}").contains(&first.state));
}

#[tokio::test]
async fn pkce_can_be_switched_off() {
    let mut rig = Rig::new().await;
    rig.settings.pkce = false;
    let begin = rig.begin().await.expect("begins");
    assert!(begin.pending.pkce_verifier.is_none());
    assert!(!begin.authorize_url.as_str().contains("code_challenge"));
    rig.sign_in().await.expect("let in");
}

#[tokio::test]
async fn oidcc_client_test_invalid_iss() {
    let rig = Rig::new().await;
    rig.provider.id_token(|claims| claims["iss"] = json!("https://elsewhere.example"));
    assert_eq!(rig.refusal().await, "issuer-mismatch");
}

#[tokio::test]
async fn an_issuer_that_differs_by_a_slash_is_another_issuer() {
    let rig = Rig::new().await;
    rig.provider.id_token(|claims| claims["iss"] = json!(format!("{}/", claims["iss"].as_str().expect("text"))));
    assert_eq!(rig.refusal().await, "issuer-mismatch");
}

#[tokio::test]
async fn oidcc_client_test_missing_sub() {
    let rig = Rig::new().await;
    rig.provider.id_token(|claims| remove(claims, "sub"));
    assert_eq!(rig.refusal().await, "missing-subject");
}

#[tokio::test]
async fn oidcc_client_test_invalid_aud() {
    let rig = Rig::new().await;
    rig.provider.id_token(|claims| claims["aud"] = json!("somebody-else"));
    assert_eq!(rig.refusal().await, "audience-mismatch");
}

#[tokio::test]
async fn several_audiences_need_an_authorized_party() {
    let rig = Rig::new().await;
    rig.provider.id_token(|claims| claims["aud"] = json!(["trame", "somebody-else"]));
    assert_eq!(rig.refusal().await, "authorized-party-mismatch");
    rig.provider.id_token(|claims| {
        claims["aud"] = json!(["trame", "somebody-else"]);
        claims["azp"] = json!("trame");
    });
    rig.sign_in().await.expect("let in");
    rig.provider.id_token(|claims| claims["azp"] = json!("somebody-else"));
    assert_eq!(rig.refusal().await, "authorized-party-mismatch");
}

#[tokio::test]
async fn oidcc_client_test_missing_iat() {
    let rig = Rig::new().await;
    rig.provider.id_token(|claims| remove(claims, "iat"));
    assert_eq!(rig.refusal().await, "missing-issued-at");
}

#[tokio::test]
async fn tokens_from_the_future_and_from_long_ago_are_refused() {
    let rig = Rig::new().await;
    rig.provider.id_token(|claims| claims["iat"] = json!(crate::hostile::NOW + 61));
    assert_eq!(rig.refusal().await, "issued-in-future");
    rig.provider.id_token(|claims| claims["iat"] = json!(crate::hostile::NOW - 661));
    assert_eq!(rig.refusal().await, "issued-too-long-ago");
}

#[tokio::test]
async fn expired_token() {
    let rig = Rig::new().await;
    rig.provider.id_token(|claims| claims["exp"] = json!(crate::hostile::NOW - 60));
    assert_eq!(rig.refusal().await, "expired");
    rig.provider.id_token(|claims| claims["exp"] = json!(crate::hostile::NOW - 59));
    rig.sign_in().await.expect("clocks may differ by a minute");
    rig.provider.id_token(|claims| remove(claims, "exp"));
    assert_eq!(rig.refusal().await, "missing-expiry");
}

#[tokio::test]
async fn oidcc_client_test_kid_absent_single_jwks() {
    let key = new_key("only");
    let rig = Rig::with_key(&key).await;
    rig.provider.sign(move |claims| key.token_with_header(&json!({"alg": "ES256"}), claims));
    rig.sign_in().await.expect("there is only one key it can be");
}

#[tokio::test]
async fn oidcc_client_test_kid_absent_multiple_jwks() {
    let key = new_key("one");
    let rig = Rig::with_key(&key).await;
    rig.provider.behaviour().keys.push(new_key("two").public_jwk());
    rig.provider.sign(move |claims| key.token_with_header(&json!({"alg": "ES256"}), claims));
    assert_eq!(rig.refusal().await, "ambiguous-key");
}

#[tokio::test]
async fn kid_absent_with_one_key_for_each_algorithm_is_not_ambiguous() {
    let key = new_key("one");
    let rig = Rig::with_key(&key).await;
    let mut encryption = new_key("two").public_jwk();
    encryption["use"] = json!("enc");
    remove(&mut encryption, "alg");
    rig.provider.behaviour().keys.extend([RSA.public_jwk(), encryption, json!({"kty": "new", "kid": "three"})]);
    rig.provider.sign(move |claims| key.token_with_header(&json!({"alg": "ES256"}), claims));
    rig.sign_in().await.expect("only one key is for signing with ES256");
}

#[tokio::test]
async fn oidcc_client_test_idtoken_sig_rs256() {
    let rig = Rig::with_key(&RSA).await;
    rig.sign_in().await.expect("let in");
}

#[tokio::test]
async fn oidcc_client_test_idtoken_sig_none() {
    let rig = Rig::new().await;
    for name in ["none", "None", "NONE"] {
        rig.provider.sign(move |claims| format!("{}.", signed_part(&json!({"alg": name}), claims)));
        assert_eq!(rig.refusal().await, "unsigned-token");
    }
}

#[tokio::test]
async fn oidcc_client_test_invalid_sig_rs256() {
    let rig = Rig::with_key(&RSA).await;
    rig.provider.sign(|claims| {
        let token = RSA.token("JWT", claims);
        let (signed, signature) = token.rsplit_once('.').expect("three parts");
        let mut signature = BASE64_URL_SAFE_NO_PAD.decode(signature).expect("base64");
        signature[17] ^= 1;
        format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))
    });
    assert_eq!(rig.refusal().await, "signature-invalid");
}

#[tokio::test]
async fn oidcc_client_test_userinfo_invalid_sub() {
    let rig = Rig::new().await;
    rig.provider.userinfo(|claims| claims["sub"] = json!("pierre"));
    assert_eq!(rig.refusal().await, "userinfo-subject-mismatch");
    rig.provider.userinfo(|claims| remove(claims, "sub"));
    assert_eq!(rig.refusal().await, "missing-subject");
}

#[tokio::test]
async fn oidcc_client_test_nonce_invalid() {
    let rig = Rig::new().await;
    rig.provider.id_token(|claims| claims["nonce"] = json!("another"));
    assert_eq!(rig.refusal().await, "nonce-mismatch");
    rig.provider.id_token(|claims| remove(claims, "nonce"));
    assert_eq!(rig.refusal().await, "nonce-mismatch");
}

#[tokio::test]
async fn oidcc_client_test_scope_userinfo_claims() {
    let rig = Rig::new().await;
    let identity = rig.sign_in().await.expect("let in");
    assert_eq!(identity.email.as_deref(), Some("jeanne@aurore.example"));
    assert!(identity.email_verified);
    assert_eq!((identity.name.as_deref(), identity.locale.as_deref()), (Some("Jeanne Moreau"), Some("fr-BE")));
    assert_eq!(identity.claims["groups"], json!(["board"]));
    assert_eq!(rig.provider.behaviour().requests.last().expect("asked").1.as_deref(), Some("Bearer access"));
}

#[tokio::test]
async fn an_address_is_unverified_unless_its_own_source_says_otherwise() {
    let rig = Rig::new().await;
    rig.provider.userinfo(|claims| remove(claims, "email_verified"));
    assert!(!rig.sign_in().await.expect("let in").email_verified);
    rig.provider.userinfo(|claims| claims["email_verified"] = json!("true"));
    assert!(rig.sign_in().await.expect("let in").email_verified);
    rig.provider.id_token(|claims| claims["email"] = json!("president@victim.example"));
    let identity = rig.sign_in().await.expect("let in");
    assert_eq!(identity.email.as_deref(), Some("president@victim.example"));
    assert!(!identity.email_verified, "the user information vouches for its own address only");
}

#[tokio::test]
async fn a_provider_without_user_information_is_enough() {
    let rig = Rig::new().await;
    rig.provider.discovery(|document| remove(document, "userinfo_endpoint"));
    rig.provider.id_token(|claims| claims["email"] = json!("jeanne@aurore.example"));
    let identity = rig.sign_in().await.expect("let in");
    assert_eq!(identity.email.as_deref(), Some("jeanne@aurore.example"));
    assert_eq!(rig.provider.requests_to("/userinfo"), 0);
}

#[tokio::test]
async fn oidcc_client_test_client_secret_basic() {
    let rig = Rig::new().await;
    rig.sign_in().await.expect("let in");
    let (_, authorization, form) = token_request(&rig);
    let sent =
        BASE64_STANDARD.decode(authorization.expect("sent").strip_prefix("Basic ").expect("basic")).expect("base64");
    assert_eq!(sent, b"trame:a+secret%3A+with%2Fodd%2Bcharacters");
    assert!(!form.contains_key("client_secret"));
}

#[tokio::test]
async fn client_secret_post_and_public_clients() {
    let mut rig = Rig::new().await;
    rig.settings.client_authentication = ClientAuthentication::Post;
    rig.sign_in().await.expect("let in");
    let (_, authorization, form) = token_request(&rig);
    assert_eq!((authorization, form["client_secret"].as_str()), (None, crate::hostile::CLIENT_SECRET));

    rig.settings.client_authentication = ClientAuthentication::None;
    rig.provider.behaviour().requests.clear();
    rig.sign_in().await.expect("let in");
    let (_, authorization, form) = token_request(&rig);
    assert_eq!((authorization, form["client_id"].as_str()), (None, "trame"));
    assert!(!form.contains_key("client_secret"), "a secret that is still configured stays here");
}

#[tokio::test]
async fn oidcc_client_test_userinfo_signed() {
    let rig = Rig::new().await;
    rig.provider.behaviour().sign_userinfo = true;
    let identity = rig.sign_in().await.expect("let in");
    assert_eq!(identity.email.as_deref(), Some("jeanne@aurore.example"));

    for (name, wrong, code) in [
        ("iss", json!("https://elsewhere.example"), "issuer-mismatch"),
        ("aud", json!("somebody-else"), "audience-mismatch"),
        ("exp", json!(crate::hostile::NOW - 60), "expired"),
        ("sub", json!("pierre"), "userinfo-subject-mismatch"),
    ] {
        rig.provider.userinfo(move |claims| claims[name] = wrong.clone());
        assert_eq!(rig.refusal().await, code, "{name}");
    }
    rig.provider.userinfo(|_| {});
    let forger = new_key("first");
    let honest = std::sync::Arc::clone(&rig.provider.behaviour().sign);
    rig.provider.sign(
        move |claims| {
            if claims.get("nonce").is_some() { honest(claims) } else { forger.token("JWT", claims) }
        },
    );
    assert_eq!(rig.refusal().await, "signature-invalid");
}

#[tokio::test]
async fn oidcc_client_test_3rd_party_init_login() {
    let rig = Rig::new().await;
    let request = ThirdPartyLogin {
        iss: rig.provider.issuer.clone(),
        login_hint: Some("jeanne@aurore.example".to_owned()),
        target_link_uri: Some("https://trame.example/assemblies/7?tab=votes#here".to_owned()),
    };
    let begin =
        rig.client.begin(&rig.settings, &rig.redirect_uri, request.login_hint.as_deref()).await.expect("begins");
    assert_eq!(query(&begin.authorize_url)["login_hint"], "jeanne@aurore.example");
    let callback = rig.provider.agree(&begin.authorize_url);
    rig.finish(&begin, &callback).await.expect("let in");

    let own = Url::parse("https://trame.example").expect("an address");
    assert_eq!(request.local_target(&own).as_deref(), Some("/assemblies/7?tab=votes"));
    for elsewhere in [
        "https://evil.example/",
        "//evil.example",
        "https://trame.example:444/",
        "javascript:alert(1)",
        "https://trame.example//evil.example",
        "http://trame.example/",
        "https://evil@trame.example/",
        "\\\\evil.example",
    ] {
        let request = ThirdPartyLogin { target_link_uri: Some(elsewhere.to_owned()), ..request.clone() };
        assert_eq!(request.local_target(&own), None, "{elsewhere}");
    }
}

#[tokio::test]
async fn the_provider_refuses() {
    let rig = Rig::new().await;
    let begin = rig.begin().await.expect("begins");
    let callback = Callback {
        code: None,
        error: Some("access_denied".to_owned()),
        error_description: Some("No\r\nthank you".to_owned()),
        ..rig.provider.agree(&begin.authorize_url)
    };
    let refusal = rig.finish(&begin, &callback).await.expect_err("refused");
    assert_eq!(listed(&refusal), "provider-error");
    assert_eq!(
        refusal,
        oidc::OidcError::ProviderError {
            error: "access_denied".to_owned(),
            description: Some("Nothank you".to_owned()),
        }
    );
    let callback = Callback { error: None, ..callback };
    assert_eq!(rig.finish(&begin, &callback).await.expect_err("refused").code(), "missing-code");
}

fn remove(claims: &mut Value, name: &str) {
    claims.as_object_mut().expect("an object").remove(name);
}

fn token_request(rig: &Rig) -> (String, Option<String>, std::collections::HashMap<String, String>) {
    rig.provider.behaviour().requests.iter().find(|(path, ..)| path == "/token").cloned().expect("asked")
}
