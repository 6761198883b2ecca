//! The conformance suite's tests of signing out.

use oidc::provider::{SigningKey, signed_part};
use oidc::{LogoutToken, OidcError, check_logout_return};
use serde_json::{Value, json};
use url::Url;

use crate::hostile::{CLIENT_ID, NOW, RSA, Rig, new_key, query};

async fn rig() -> (Rig, SigningKey) {
    let key = new_key("first");
    (Rig::with_key(&key).await, key)
}

fn claims(rig: &Rig) -> Value {
    json!({
        "iss": rig.provider.issuer, "aud": CLIENT_ID, "iat": NOW, "exp": NOW + 120, "jti": "once",
        "sub": "jeanne", "sid": "session-1",
        "events": {"http://schemas.openid.net/event/backchannel-logout": {}},
    })
}

async fn verified(rig: &Rig, token: &str) -> Result<LogoutToken, OidcError> {
    rig.client.verify_logout_token(&rig.settings, token).await
}

/// The code with which a token is refused whose claims were changed.
async fn refusal(change: impl FnOnce(&mut Value)) -> &'static str {
    let (rig, key) = rig().await;
    let mut claims = claims(&rig);
    change(&mut claims);
    verified(&rig, &key.token("logout+jwt", &claims)).await.expect_err("must be refused").code()
}

#[tokio::test]
async fn oidcc_client_test_rp_backchannel_rpinitlogout() {
    let (rig, key) = rig().await;
    for typ in ["logout+jwt", "application/logout+jwt", "JWT"] {
        let token = verified(&rig, &key.token(typ, &claims(&rig))).await.expect("accepted");
        assert_eq!((token.sub.as_deref(), token.sid.as_deref()), (Some("jeanne"), Some("session-1")));
        assert_eq!((token.jti.as_str(), token.iat.timestamp()), ("once", NOW));
    }
    let untyped = key.token_with_header(&json!({"alg": "ES256", "kid": "first"}), &claims(&rig));
    verified(&rig, &untyped).await.expect("accepted");
    assert_eq!(
        verified(&rig, &key.token("at+jwt", &claims(&rig))).await.expect_err("refused").code(),
        "wrong-token-type"
    );
}

#[tokio::test]
async fn oidcc_client_test_rp_backchannel_rpinitlogout_alg_none() {
    let (rig, _) = rig().await;
    let token = format!("{}.", signed_part(&json!({"alg": "none", "typ": "logout+jwt"}), &claims(&rig)));
    assert_eq!(verified(&rig, &token).await.expect_err("refused").code(), "unsigned-token");
}

#[tokio::test]
async fn oidcc_client_test_rp_backchannel_rpinitlogout_no_event() {
    let without = refusal(|claims| {
        claims.as_object_mut().expect("an object").remove("events");
    });
    assert_eq!(without.await, "missing-logout-event");
}

#[tokio::test]
async fn oidcc_client_test_rp_backchannel_rpinitlogout_with_nonce() {
    assert_eq!(refusal(|claims| claims["nonce"] = json!("n")).await, "nonce-in-logout-token");
}

#[tokio::test]
async fn oidcc_client_test_rp_backchannel_rpinitlogout_wrong_alg() {
    let (rig, _) = rig().await;
    // The provider publishes a key for ES256 only.
    let token = RSA.clone().named("first").token("logout+jwt", &claims(&rig));
    assert_eq!(verified(&rig, &token).await.expect_err("refused").code(), "unknown-key");
    let token = crate::forgery::hmac_token(b"trame", "logout+jwt", &claims(&rig));
    assert_eq!(verified(&rig, &token).await.expect_err("refused").code(), "algorithm-not-allowed");
}

#[tokio::test]
async fn oidcc_client_test_rp_backchannel_rpinitlogout_wrong_aud() {
    assert_eq!(refusal(|claims| claims["aud"] = json!("somebody-else")).await, "audience-mismatch");
}

#[tokio::test]
async fn oidcc_client_test_rp_backchannel_rpinitlogout_wrong_event() {
    assert_eq!(refusal(|claims| claims["events"] = json!({"urn:other": {}})).await, "missing-logout-event");
    let no_object = json!({"http://schemas.openid.net/event/backchannel-logout": true});
    assert_eq!(refusal(|claims| claims["events"] = no_object).await, "missing-logout-event");
}

#[tokio::test]
async fn oidcc_client_test_rp_backchannel_rpinitlogout_wrong_iss() {
    assert_eq!(refusal(|claims| claims["iss"] = json!("https://elsewhere.example")).await, "issuer-mismatch");
}

#[tokio::test]
async fn logout_tokens_are_fresh_named_and_about_somebody() {
    assert_eq!(refusal(|claims| claims["exp"] = json!(NOW - 60)).await, "expired");
    assert_eq!(refusal(|claims| claims["iat"] = json!(NOW - 661)).await, "issued-too-long-ago");
    assert_eq!(refusal(|claims| claims["iat"] = json!(NOW + 61)).await, "issued-in-future");
    assert_eq!(refusal(|claims| claims["iat"] = json!(null)).await, "missing-issued-at");
    assert_eq!(refusal(|claims| claims["jti"] = json!(null)).await, "missing-token-id");
    let anonymous = |claims: &mut Value| {
        let claims = claims.as_object_mut().expect("an object");
        claims.remove("sub");
        claims.remove("sid");
    };
    assert_eq!(refusal(anonymous).await, "nothing-to-log-out");
    assert_eq!(refusal(|claims| claims["sub"] = json!(7)).await, "nothing-to-log-out");
}

#[tokio::test]
async fn a_session_alone_or_a_person_alone_is_enough() {
    let (rig, key) = rig().await;
    for name in ["sub", "sid"] {
        let mut claims = claims(&rig);
        claims.as_object_mut().expect("an object").remove(name);
        verified(&rig, &key.token("logout+jwt", &claims)).await.expect("accepted");
    }
}

#[tokio::test]
async fn an_id_token_is_no_logout_token() {
    let (rig, _) = rig().await;
    let identity = rig.sign_in().await.expect("let in");
    assert_eq!(verified(&rig, identity.id_token.expose()).await.expect_err("refused").code(), "missing-logout-event");
}

#[tokio::test]
async fn forged_logout_tokens_from_anybody_do_not_flood_the_provider() {
    let (rig, _) = rig().await;
    let stranger = new_key("stranger");
    for _ in 0..10 {
        let token = stranger.token("logout+jwt", &claims(&rig));
        assert_eq!(verified(&rig, &token).await.expect_err("refused").code(), "unknown-key");
    }
    assert_eq!(rig.provider.requests_to("/jwks"), 2);
}

#[tokio::test]
async fn oidcc_client_test_rp_init_logout() {
    let (rig, _) = rig().await;
    let identity = rig.sign_in().await.expect("let in");
    let after = Url::parse("https://trame.example/signed-out").expect("an address");
    let url = rig.client.logout_url(&rig.settings, Some(&identity.id_token), &after, Some("bye")).await.expect("known");
    let url = url.expect("offered");
    assert_eq!(url.path(), "/end-session");
    let sent = query(&url);
    assert_eq!(sent["from"], "trame", "the endpoint's own parameters stay");
    assert_eq!(sent["id_token_hint"], identity.id_token.expose());
    assert_eq!(sent["client_id"], CLIENT_ID);
    assert_eq!(sent["post_logout_redirect_uri"], after.as_str());
    assert_eq!(sent["state"], "bye");
    assert_eq!(check_logout_return(Some("bye"), Some("bye")), Ok(()));

    rig.client.forget(&rig.provider.issuer);
    rig.provider.discovery(|document| {
        document.as_object_mut().expect("an object").remove("end_session_endpoint");
    });
    let url = rig.client.logout_url(&rig.settings, None, &after, None).await.expect("known");
    assert_eq!(url, None, "not every provider offers it");
}

#[tokio::test]
async fn oidcc_client_test_rp_init_logout_no_state() {
    assert_eq!(check_logout_return(Some("bye"), None), Err(OidcError::LogoutStateMismatch));
    assert_eq!(check_logout_return(None, None), Ok(()));
}

#[tokio::test]
async fn oidcc_client_test_rp_init_logout_other_state() {
    assert_eq!(check_logout_return(Some("bye"), Some("hello")), Err(OidcError::LogoutStateMismatch));
    assert_eq!(check_logout_return(None, Some("hello")), Err(OidcError::LogoutStateMismatch));
}
