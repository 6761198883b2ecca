//! Passkeys, with a device made of software.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use http::StatusCode;
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{
    providers::Federation,
    support::{Answer, Browser, PUBLIC_URL, for_each_database},
};

pub const PRESENT: u8 = 0x01;
pub const VERIFIED: u8 = 0x04;
const ATTESTED: u8 = 0x40;

/// A device that holds one key, and asks nobody for a finger.
pub struct Device {
    key: SigningKey,
    id: [u8; 16],
    user: String,
    uses: u8,
}

impl Device {
    pub fn new() -> Self {
        let key = SigningKey::from_slice(&[7; 32]).expect("a key");
        Self { key, id: [3; 16], user: String::new(), uses: 0 }
    }

    fn client_data(kind: &str, question: &Value, origin: &str) -> Vec<u8> {
        let challenge = &question["publicKey"]["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": origin, "crossOrigin": false }).to_string().into_bytes()
    }

    fn authenticator_data(&mut self, flags: u8) -> Vec<u8> {
        self.uses += 1;
        let mut data = Sha256::digest(b"trame.test").to_vec();
        data.extend([flags, 0, 0, 0, self.uses]);
        data
    }

    pub fn register(&mut self, question: &Value) -> Value {
        self.user = question["publicKey"]["user"]["id"].as_str().expect("a user").to_owned();
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut data = self.authenticator_data(PRESENT | VERIFIED | ATTESTED);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend(self.id);
        // The public key as CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(point.x().expect("a point"));
        data.extend([0x22, 0x58, 0x20]);
        data.extend(point.y().expect("a point"));
        let mut object = vec![0xa3, 0x63];
        object.extend(b"fmt\x64none\x67attStmt\xa0\x68authData\x58");
        object.push(u8::try_from(data.len()).expect("short"));
        object.extend(data);
        json!({ "answer": {
            "id": BASE64.encode(self.id), "rawId": BASE64.encode(self.id), "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": BASE64.encode(Self::client_data("webauthn.create", question, PUBLIC_URL)),
                "attestationObject": BASE64.encode(object),
            },
        } })
    }

    pub fn answer(&mut self, question: &Value, flags: u8, origin: &str) -> Value {
        let client_data = Self::client_data("webauthn.get", question, origin);
        let data = self.authenticator_data(flags);
        let signed = [data.clone(), Sha256::digest(&client_data).to_vec()].concat();
        let signature: Signature = self.key.sign(&signed);
        json!({ "next": "/account", "answer": {
            "id": BASE64.encode(self.id), "rawId": BASE64.encode(self.id), "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": BASE64.encode(client_data),
                "authenticatorData": BASE64.encode(data),
                "signature": BASE64.encode(signature.to_der()),
                "userHandle": self.user,
            },
        } })
    }
}

pub async fn question(browser: &mut Browser, path: &str) -> Value {
    let asked = browser.post_json(path, &json!({})).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.body);
    serde_json::from_str(&asked.body).expect("JSON")
}

async fn sign_in(browser: &mut Browser, device: &mut Device) -> Answer {
    let asked = question(browser, "/sign-in/passkey/start").await;
    browser.post_json("/sign-in/passkey", &device.answer(&asked, PRESENT | VERIFIED, PUBLIC_URL)).await
}

#[tokio::test]
async fn a_passkey_signs_its_person_in() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let mut device = Device::new();
        let mut browser = federation.by_link("nora@federation.example").await;
        assert!(browser.get("/account").await.body.contains("data-passkey=\"register\""));
        let anonymous = federation.world.browser().post_json("/account/passkeys/start", &json!({})).await;
        assert_eq!(anonymous.status, StatusCode::UNAUTHORIZED);
        let asked = question(&mut browser, "/account/passkeys/start").await;
        let made = device.register(&asked);
        let kept = browser.post_json("/account/passkeys", &made).await;
        assert!(kept.status.is_success(), "{}", kept.body);
        let again = browser.post_json("/account/passkeys", &made).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "the question is used up");

        let mut other = federation.world.browser();
        assert!(other.get("/sign-in").await.body.contains("data-passkey=\"sign-in\""));
        let arrived = sign_in(&mut other, &mut device).await;
        assert_eq!(arrived.body, json!({ "next": "/account" }).to_string());
        let page = other.get("/account").await;
        assert!(page.body.contains("Nora") && page.body.contains("with a passkey"), "{}", page.body);
        assert_eq!(federation.journal("sign_in").await.last(), Some(&json!({ "method": "passkey" })));

        let id = page.body.split("/account/passkeys/").nth(1).and_then(|rest| rest.split('/').next());
        let remove = format!("/account/passkeys/{}/remove", id.expect("a passkey"));
        let mut stranger = federation.signed_in(&federation.aurore, "admin").await;
        assert_eq!(stranger.post(&remove, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.post(&remove, &[]).await.status, StatusCode::SEE_OTHER);
        let gone = sign_in(&mut federation.world.browser(), &mut device).await;
        assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_is_not_quite_right_opens_nothing() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let mut device = Device::new();
        let mut owner = federation.by_link("nora@federation.example").await;
        let asked = question(&mut owner, "/account/passkeys/start").await;
        let made = device.register(&asked);
        // Another person's browser cannot hand it in.
        let mut stranger = federation.signed_in(&federation.aurore, "admin").await;
        question(&mut stranger, "/account/passkeys/start").await;
        assert_eq!(stranger.post_json("/account/passkeys", &made).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(owner.post_json("/account/passkeys", &made).await.status.is_success());

        let mut browser = federation.world.browser();
        let start = "/sign-in/passkey/start";
        let old = question(&mut browser, start).await;
        let administrator = BASE64.encode(federation.aurore.administrator.as_bytes());
        let good = PRESENT | VERIFIED;
        for fault in ["unverified", "elsewhere", "replayed", "another's", "empty"] {
            let asked = question(&mut browser, start).await;
            let wrong = match fault {
                "unverified" => device.answer(&asked, PRESENT, PUBLIC_URL),
                "elsewhere" => device.answer(&asked, good, "http://trame.test.example"),
                "replayed" => device.answer(&old, good, PUBLIC_URL),
                "another's" => {
                    let mut answer = device.answer(&asked, good, PUBLIC_URL);
                    answer["answer"]["response"]["userHandle"] = json!(administrator);
                    answer
                }
                _ => json!({ "answer": {} }),
            };
            let refused = browser.post_json("/sign-in/passkey", &wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fault}");
            assert!(browser.cookie("session").is_none(), "{fault}");
        }
        let asked = question(&mut browser, start).await;
        let late = device.answer(&asked, PRESENT | VERIFIED, PUBLIC_URL);
        federation.world.time.pass_minutes(6);
        assert_eq!(browser.post_json("/sign-in/passkey", &late).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sign_in(&mut browser, &mut device).await.status.is_success());
    })
    .await;
}
