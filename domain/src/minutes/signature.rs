//! How minutes are signed: by the key of a device, or, weaker, by a session.
//!
//! A signature by passkey is a WebAuthn assertion (<https://www.w3.org/TR/webauthn-3/>) whose challenge is
//! made of the hash of the minutes. It is kept whole, so that anyone verifies it without a server: the
//! challenge is the right one, the device saw its person, and the key signed `authenticatorData` followed
//! by the hash of `clientDataJSON`.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use chrono::{DateTime, Utc};
use p256::ecdsa::{Signature, VerifyingKey, signature::Verifier};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{FORMAT, Office};

/// The person was there.
const PRESENT: u8 = 0x01;
/// The device knew them: a finger, a face, a code.
const VERIFIED: u8 = 0x04;
/// Hash of the site's name, flags, counter.
const AUTHENTICATOR_DATA: usize = 37;

/// What stands for a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "method", rename_all = "snake_case")]
pub enum Proof {
    /// By a passkey.
    Passkey(PasskeyProof),
    /// By someone who was signed in, and said so once more. Only the journal tells it.
    Session {
        /// How they had signed in: `oidc`, `link` or `passkey`.
        opened_by: String,
        /// When.
        opened_at: DateTime<Utc>,
    },
}

/// The answer of a passkey. Bytes are in base64url without padding, as browsers give them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyProof {
    /// Under which address the site was open.
    pub origin: String,
    /// Which passkey.
    pub credential: String,
    /// Its public key: a point of P-256, uncompressed.
    pub public_key: String,
    /// What the device says.
    pub authenticator_data: String,
    /// What the browser says.
    pub client_data: String,
    /// The signature over both, in DER.
    pub signature: String,
}

/// What is wrong with a signature by passkey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum SignatureFault {
    /// A part is not what it should be at all.
    #[error("the signature cannot be read")]
    Unreadable,
    /// It was made for something else than a signature.
    #[error("the answer is not that of a passkey in use")]
    Kind,
    /// It was made for another text, version or office.
    #[error("the signature is for another text")]
    Text,
    /// It was made on another site.
    #[error("the signature was made on another site")]
    Site,
    /// The device did not make sure of its person.
    #[error("the device did not verify its person")]
    Unverified,
    /// The key did not sign this.
    #[error("the key did not sign this")]
    Key,
}

#[derive(Deserialize)]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(default, rename = "crossOrigin")]
    cross_origin: bool,
}

/// The challenge of a signature: SHA-256 over three lines, each ended by a line feed: [`FORMAT`], the office,
/// the hash of the text in hexadecimal digits.
#[must_use]
pub fn challenge(hash: &str, office: Office) -> [u8; 32] {
    Sha256::digest(format!("{FORMAT}\n{office}\n{hash}\n")).into()
}

fn bytes(text: &str) -> Result<Vec<u8>, SignatureFault> {
    BASE64.decode(text).map_err(|_| SignatureFault::Unreadable)
}

impl PasskeyProof {
    /// Whether this signs the text of that hash in that office.
    ///
    /// # Errors
    /// [`SignatureFault`]: the first thing that does not hold.
    pub fn verify(&self, hash: &str, office: Office) -> Result<(), SignatureFault> {
        let (client_data, data) = (bytes(&self.client_data)?, bytes(&self.authenticator_data)?);
        let said: ClientData = serde_json::from_slice(&client_data).map_err(|_| SignatureFault::Unreadable)?;
        if said.kind != "webauthn.get" {
            return Err(SignatureFault::Kind);
        }
        if bytes(&said.challenge)? != challenge(hash, office) {
            return Err(SignatureFault::Text);
        }
        if data.len() < AUTHENTICATOR_DATA {
            return Err(SignatureFault::Unreadable);
        }
        let site = Sha256::digest(host(&self.origin));
        if said.origin != self.origin || said.cross_origin || data[..32] != site[..] {
            return Err(SignatureFault::Site);
        }
        if data[32] & PRESENT == 0 || data[32] & VERIFIED == 0 {
            return Err(SignatureFault::Unverified);
        }
        let key = VerifyingKey::from_sec1_bytes(&bytes(&self.public_key)?).map_err(|_| SignatureFault::Unreadable)?;
        let signature = Signature::from_der(&bytes(&self.signature)?).map_err(|_| SignatureFault::Unreadable)?;
        let signed = [data.as_slice(), Sha256::digest(&client_data).as_slice()].concat();
        key.verify(&signed, &signature).map_err(|_| SignatureFault::Key)
    }
}

/// The name in an address of the web, without scheme and port: what passkeys are bound to.
fn host(origin: &str) -> &str {
    let name = origin.split_once("://").map_or(origin, |(_, rest)| rest);
    name.split([':', '/']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::{SigningKey, signature::Signer};

    use super::*;

    const HASH: &str = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";
    const ORIGIN: &str = "https://trame.example:8443";

    fn key() -> SigningKey {
        SigningKey::from_slice(&[7; 32]).expect("a key")
    }

    fn proof(kind: &str, challenge: &[u8], origin: &str, flags: u8) -> PasskeyProof {
        let client_data = serde_json::json!({
            "type": kind, "challenge": BASE64.encode(challenge), "origin": origin, "crossOrigin": false,
        });
        let client_data = client_data.to_string().into_bytes();
        let mut data = Sha256::digest("trame.example").to_vec();
        data.extend([flags, 0, 0, 0, 1]);
        let signed = [data.clone(), Sha256::digest(&client_data).to_vec()].concat();
        let signature: Signature = key().sign(&signed);
        PasskeyProof {
            origin: ORIGIN.into(),
            credential: BASE64.encode([3; 16]),
            public_key: BASE64.encode(key().verifying_key().to_sec1_point(false).as_bytes()),
            authenticator_data: BASE64.encode(&data),
            client_data: BASE64.encode(&client_data),
            signature: BASE64.encode(signature.to_der()),
        }
    }

    fn good() -> PasskeyProof {
        proof("webauthn.get", &challenge(HASH, Office::Chair), ORIGIN, PRESENT | VERIFIED)
    }

    #[test]
    fn a_signature_holds_for_its_text_and_office_only() {
        assert_eq!(good().verify(HASH, Office::Chair), Ok(()));
        assert_eq!(good().verify(HASH, Office::Secretary), Err(SignatureFault::Text));
        assert_eq!(good().verify(&HASH.replace('5', "6"), Office::Chair), Err(SignatureFault::Text));
    }

    #[test]
    fn whatever_is_altered_shows() {
        let mine = challenge(HASH, Office::Chair);
        let both = PRESENT | VERIFIED;
        for (fault, proof) in [
            (SignatureFault::Kind, proof("webauthn.create", &mine, ORIGIN, both)),
            (SignatureFault::Text, proof("webauthn.get", &[0; 32], ORIGIN, both)),
            (SignatureFault::Site, proof("webauthn.get", &mine, "https://evil.example", both)),
            (SignatureFault::Unverified, proof("webauthn.get", &mine, ORIGIN, PRESENT)),
            (SignatureFault::Unverified, proof("webauthn.get", &mine, ORIGIN, VERIFIED)),
            // Another name for the site, which the device did not see.
            (SignatureFault::Site, {
                let mut moved = proof("webauthn.get", &mine, "https://other.example", both);
                moved.origin = "https://other.example".into();
                moved
            }),
            (
                SignatureFault::Key,
                PasskeyProof {
                    public_key: BASE64.encode(
                        SigningKey::from_slice(&[8; 32])
                            .expect("a key")
                            .verifying_key()
                            .to_sec1_point(false)
                            .as_bytes(),
                    ),
                    ..good()
                },
            ),
            (SignatureFault::Key, {
                let mut data = BASE64.decode(good().authenticator_data).expect("bytes");
                data[36] = 9;
                PasskeyProof { authenticator_data: BASE64.encode(data), ..good() }
            }),
            (SignatureFault::Unreadable, PasskeyProof { signature: "AAAA".into(), ..good() }),
            (SignatureFault::Unreadable, PasskeyProof { client_data: "!".into(), ..good() }),
            (SignatureFault::Unreadable, PasskeyProof { authenticator_data: "AAAA".into(), ..good() }),
            (SignatureFault::Unreadable, PasskeyProof { public_key: String::new(), ..good() }),
        ] {
            assert_eq!(proof.verify(HASH, Office::Chair), Err(fault), "{proof:?}");
        }
    }

    /// Every bit of what was signed is covered by the signature.
    #[test]
    fn one_flipped_bit_is_enough() {
        for part in ["authenticator_data", "client_data", "signature"] {
            let mut value = serde_json::to_value(good()).expect("JSON");
            let mut raw = BASE64.decode(value[part].as_str().expect("text")).expect("bytes");
            for at in 0..raw.len() {
                raw[at] ^= 1;
                value[part] = BASE64.encode(&raw).into();
                let altered: PasskeyProof = serde_json::from_value(value.clone()).expect("a proof");
                assert!(altered.verify(HASH, Office::Chair).is_err(), "{part} {at}");
                raw[at] ^= 1;
            }
        }
    }

    #[test]
    fn a_proof_is_kept_as_plain_data() {
        let kept = serde_json::to_string(&Proof::Passkey(good())).expect("JSON");
        assert!(kept.starts_with(r#"{"method":"passkey","#), "{kept}");
        assert_eq!(serde_json::from_str::<Proof>(&kept).expect("a proof"), Proof::Passkey(good()));
    }
}
