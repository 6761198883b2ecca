//! The provider's signing keys.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer as _;
use rand::CryptoRng;
use rsa::RsaPrivateKey;
use rsa::traits::PublicKeyParts as _;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// A key that signs tokens, with the name under which it is published.
#[derive(Clone)]
pub struct SigningKey {
    id: String,
    kind: Kind,
}

#[derive(Clone)]
enum Kind {
    Es256(Box<p256::ecdsa::SigningKey>),
    Rs256(Box<RsaPrivateKey>),
}

impl SigningKey {
    /// A new key on the curve P-256, made in no time.
    pub fn es256(id: &str, random: &mut impl CryptoRng) -> Self {
        let key = loop {
            let mut bytes = [0; 32];
            random.fill_bytes(&mut bytes);
            // Zero and numbers beyond the order of the curve are no keys: one chance in 2³².
            if let Ok(key) = p256::ecdsa::SigningKey::from_slice(&bytes) {
                break key;
            }
        };
        Self { id: id.to_owned(), kind: Kind::Es256(Box::new(key)) }
    }

    /// A new RSA key of 2,048 bits, which takes about a second to make. Most providers sign with RSA.
    pub fn rs256(id: &str, random: &mut impl CryptoRng) -> Self {
        let key = RsaPrivateKey::new(&mut Older(random), 2048).expect("2,048 bits make a valid key");
        Self { id: id.to_owned(), kind: Kind::Rs256(Box::new(key)) }
    }

    /// The name under which the key is published.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The same key under another name.
    #[must_use]
    pub fn named(mut self, id: &str) -> Self {
        id.clone_into(&mut self.id);
        self
    }

    /// The algorithm's name in a token's header.
    #[must_use]
    pub fn algorithm(&self) -> &'static str {
        match self.kind {
            Kind::Es256(_) => "ES256",
            Kind::Rs256(_) => "RS256",
        }
    }

    /// The public half as a JSON web key.
    #[must_use]
    pub fn public_jwk(&self) -> Value {
        match &self.kind {
            Kind::Es256(key) => {
                let point = key.verifying_key().to_sec1_point(false);
                let coordinate = |bytes: Option<&p256::FieldBytes>| {
                    BASE64_URL_SAFE_NO_PAD.encode(bytes.expect("an uncompressed point has both coordinates"))
                };
                json!({
                    "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": self.id,
                    "x": coordinate(point.x()), "y": coordinate(point.y()),
                })
            }
            Kind::Rs256(key) => json!({
                "kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.id,
                "n": BASE64_URL_SAFE_NO_PAD.encode(key.n().to_bytes_be()),
                "e": BASE64_URL_SAFE_NO_PAD.encode(key.e().to_bytes_be()),
            }),
        }
    }

    /// A token with the given type and claims.
    #[must_use]
    pub fn token(&self, typ: &str, claims: &Value) -> String {
        self.token_with_header(&json!({"alg": self.algorithm(), "kid": self.id, "typ": typ}), claims)
    }

    /// A token with any header at all, however wrong: the tests of the client need them.
    #[must_use]
    pub fn token_with_header(&self, header: &Value, claims: &Value) -> String {
        let signed_part = signed_part(header, claims);
        let signature = self.sign(signed_part.as_bytes());
        format!("{signed_part}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        match &self.kind {
            Kind::Es256(key) => {
                let signature: p256::ecdsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
            Kind::Rs256(key) => key
                .sign(rsa::Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(message))
                .expect("a digest of 32 bytes fits into 2,048 bits"),
        }
    }
}

/// Header and claims, encoded and joined: the part of a token that is signed.
#[must_use]
pub fn signed_part(header: &Value, claims: &Value) -> String {
    let encode = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}", encode(header), encode(claims))
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("SigningKey").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The source of randomness as the RSA library knows it, which is two versions behind.
struct Older<'random, R>(&'random mut R);

impl<R: CryptoRng> rsa::rand_core::RngCore for Older<'_, R> {
    fn next_u32(&mut self) -> u32 {
        self.0.next_u32()
    }

    fn next_u64(&mut self) -> u64 {
        self.0.next_u64()
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        self.0.fill_bytes(bytes);
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rsa::rand_core::Error> {
        self.0.fill_bytes(bytes);
        Ok(())
    }
}

impl<R: CryptoRng> rsa::rand_core::CryptoRng for Older<'_, R> {}
