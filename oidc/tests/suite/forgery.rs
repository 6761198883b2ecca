//! Attempts to get in as somebody else.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac as _};
use oidc::provider::signed_part;
use oidc::{Callback, Pending};
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreJwsSigningAlgorithm, CoreRsaPrivateSigningKey};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use rsa::pkcs1::EncodeRsaPrivateKey as _;
use serde_json::{Value, json};
use sha2::Sha256;

use crate::hostile::{CLIENT_ID, CLIENT_SECRET, Hostile, RSA, Rig, new_key, settings, signed_with};

pub fn hmac_token(secret: &[u8], typ: &str, claims: &Value) -> String {
    let signed = signed_part(&json!({"alg": "HS256", "typ": typ}), claims);
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("any length");
    mac.update(signed.as_bytes());
    format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

#[tokio::test]
async fn hmac_signed_with_the_clients_public_data() {
    let rig = Rig::with_key(&RSA).await;
    let modulus = RSA.public_jwk()["n"].as_str().expect("text").to_owned();
    for secret in [CLIENT_ID.to_owned(), CLIENT_SECRET.to_owned(), modulus, RSA.public_jwk().to_string(), String::new()]
    {
        rig.provider.sign(move |claims| hmac_token(secret.as_bytes(), "JWT", claims));
        assert_eq!(rig.refusal().await, "algorithm-not-allowed");
    }
}

#[tokio::test]
async fn a_published_symmetric_key_is_never_used() {
    let rig = Rig::new().await;
    rig.provider.behaviour().keys.push(json!({"kty": "oct", "kid": "shared", "k": "c2hhcmVk"}));
    rig.provider.sign(|claims| hmac_token(b"shared", "JWT", claims));
    assert_eq!(rig.refusal().await, "algorithm-not-allowed");
}

#[tokio::test]
async fn a_key_of_one_kind_does_not_verify_a_signature_of_another() {
    let rig = Rig::with_key(&RSA).await;
    let forger = new_key("rsa");
    rig.provider.sign(move |claims| forger.token("JWT", claims));
    assert_eq!(rig.refusal().await, "unknown-key");
}

#[tokio::test]
async fn a_key_inside_the_token_is_ignored() {
    let rig = Rig::new().await;
    let forger = new_key("first");
    rig.provider.sign(move |claims| {
        let header =
            json!({"alg": "ES256", "kid": "first", "jwk": forger.public_jwk(), "jku": "https://evil.example/"});
        forger.token_with_header(&header, claims)
    });
    assert_eq!(rig.refusal().await, "signature-invalid");
}

#[tokio::test]
async fn eddsa_and_pss_signatures_are_accepted() {
    let rig = Rig::new().await;
    let seed_in_pkcs8 =
        [b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20".as_slice(), &[7; 32]].concat();
    let pem = format!(
        "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n",
        base64::prelude::BASE64_STANDARD.encode(seed_in_pkcs8)
    );
    let edwards = CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(JsonWebKeyId::new("ed".to_owned())));
    accepts(&rig, edwards.expect("a key"), "EdDSA", CoreJwsSigningAlgorithm::EdDsa).await;

    let key = rsa::RsaPrivateKey::new(&mut rsa::rand_core::OsRng, 2048).expect("a key");
    let pem = key.to_pkcs1_pem(rsa::pkcs1::LineEnding::LF).expect("a document");
    let pss = CoreRsaPrivateSigningKey::from_pem(&pem, Some(JsonWebKeyId::new("pss".to_owned())));
    accepts(&rig, pss.expect("a key"), "PS256", CoreJwsSigningAlgorithm::RsaSsaPssSha256).await;
}

async fn accepts<K>(rig: &Rig, key: K, name: &'static str, algorithm: CoreJwsSigningAlgorithm)
where
    K: PrivateSigningKey<VerificationKey = openidconnect::core::CoreJsonWebKey> + Send + Sync + 'static,
{
    rig.client.forget(&rig.provider.issuer);
    rig.provider.behaviour().keys = vec![serde_json::to_value(key.as_verification_key()).expect("a document")];
    rig.provider.sign(move |claims| {
        let signed = signed_part(&json!({"alg": name}), claims);
        let signature = key.sign(&algorithm, signed.as_bytes()).expect("signed");
        format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))
    });
    rig.sign_in().await.expect(name);
}

#[tokio::test]
async fn a_code_from_another_associations_flow() {
    let victim = Rig::new().await;
    let other = Hostile::start(&new_key("other")).await;
    let other_settings = settings(&other.issuer);
    let theirs = victim.client.begin(&other_settings, &victim.redirect_uri, None).await.expect("begins");
    let ours = victim.begin().await.expect("begins");
    let stolen = other.agree(&theirs.authorize_url);

    // As it is: the state belongs to another sign-in.
    assert_eq!(victim.finish(&ours, &stolen).await.expect_err("refused").code(), "state-mismatch");
    // With the right state: the answer names another issuer.
    let mixed_up = Callback { state: Some(ours.pending.state.clone()), ..stolen };
    assert_eq!(victim.finish(&ours, &mixed_up).await.expect_err("refused").code(), "callback-issuer-mismatch");
    // Without the issuer: ours promises to name itself.
    let nameless = Callback { iss: None, ..mixed_up.clone() };
    assert_eq!(victim.finish(&ours, &nameless).await.expect_err("refused").code(), "callback-issuer-missing");
    // Pretending to be ours: our provider does not know the code.
    let relabelled =
        Callback { iss: Some(victim.provider.issuer.clone()), code: Some("code-77".to_owned()), ..mixed_up };
    let refusal = victim.finish(&ours, &relabelled).await.expect_err("refused");
    assert_eq!(refusal.code(), "token-refused");
    assert_eq!(refusal, oidc::OidcError::TokenRefused { error: "invalid_grant".to_owned(), description: None });
    // Even if it did, the token would be another sign-in's.
    victim.provider.behaviour().accepts_any_code = true;
    assert_eq!(victim.finish(&ours, &relabelled).await.expect_err("refused").code(), "nonce-mismatch");
    assert_eq!(other.requests_to("/token"), 0, "our secret is never sent to another provider");
}

#[tokio::test]
async fn a_code_from_another_persons_browser() {
    let rig = Rig::new().await;
    let attacker = rig.begin().await.expect("begins");
    let victim = rig.begin().await.expect("begins");
    let injected =
        Callback { state: Some(victim.pending.state.clone()), ..rig.provider.agree(&attacker.authorize_url) };
    assert_eq!(rig.finish(&victim, &injected).await.expect_err("refused").code(), "nonce-mismatch");
}

#[tokio::test]
async fn states_that_are_absent_empty_or_wrong() {
    let rig = Rig::new().await;
    let begin = rig.begin().await.expect("begins");
    let right = rig.provider.agree(&begin.authorize_url);
    for state in [None, Some(String::new()), Some("wrong".to_owned())] {
        let callback = Callback { state, ..right.clone() };
        assert_eq!(rig.finish(&begin, &callback).await.expect_err("refused").code(), "state-mismatch");
    }
    assert_eq!(rig.provider.requests_to("/token"), 0);
}

#[tokio::test]
async fn two_issuers_that_share_a_key() {
    let shared = new_key("shared");
    let rig = Rig::with_key(&shared).await;
    let other = Hostile::start(&shared).await;
    // The other issuer's token, down to the nonce, is signed with a key that ours publishes too.
    let other_issuer = other.issuer.clone();
    rig.provider.id_token(move |claims| claims["iss"] = json!(other_issuer));
    assert_eq!(rig.refusal().await, "issuer-mismatch");
    // The same subject at both is two identities.
    rig.provider.id_token(|_| {});
    let here = rig.sign_in().await.expect("let in");
    let there = Rig { settings: settings(&other.issuer), provider: other, ..Rig::with_key(&shared).await };
    let there = there.sign_in().await.expect("let in");
    assert_eq!(here.subject, there.subject);
    assert_ne!(here.issuer, there.issuer);
}

#[tokio::test]
async fn a_connection_that_changed_meanwhile() {
    let rig = Rig::new().await;
    let begin = rig.begin().await.expect("begins");
    let callback = rig.provider.agree(&begin.authorize_url);
    let pending = Pending { issuer: "https://before.example".to_owned(), ..begin.pending };
    let refusal = rig.client.finish(&rig.settings, &rig.redirect_uri, &pending, &callback).await;
    assert_eq!(refusal.expect_err("refused").code(), "connection-changed");
}

#[tokio::test]
async fn a_provider_that_does_not_name_itself_is_not_expected_to() {
    let rig = Rig::new().await;
    rig.provider.behaviour().names_itself = false;
    rig.sign_in().await.expect("let in");
    rig.provider.behaviour().sign = signed_with(&new_key("first"));
    assert_eq!(rig.refusal().await, "signature-invalid");
}
