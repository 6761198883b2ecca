//! Signed tokens: their form, the choice of the key, and the signature.
//!
//! ID tokens, logout tokens and signed user information all go through here. The cryptography and the
//! key format are the library's; the rules about which algorithm and which key are accepted are ours,
//! so that each refusal has a name.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use openidconnect::core::{CoreJsonWebKey, CoreJsonWebKeySet, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKey as _, JsonWebKeyAlgorithm, JsonWebKeyUse as _, JwsSigningAlgorithm as _};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::error::{OidcError, plain_text};

/// The claims of a token, as the provider wrote them.
pub(crate) type Claims = Map<String, Value>;

/// Larger tokens are not read: no provider needs them and every one costs time.
const LONGEST_TOKEN: usize = 64 * 1024;

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    typ: Option<String>,
    crit: Option<Value>,
}

/// A token whose form is right and whose signature is not yet verified.
pub(crate) struct SignedToken<'token> {
    header: Header,
    algorithm: CoreJwsSigningAlgorithm,
    claims: Claims,
    signed_part: &'token [u8],
    signature: Vec<u8>,
}

impl<'token> SignedToken<'token> {
    /// Takes a token apart. Unsigned tokens and those signed with a shared secret end here.
    pub(crate) fn parse(token: &'token str) -> Result<Self, OidcError> {
        if token.len() > LONGEST_TOKEN {
            return Err(malformed("it is too long"));
        }
        let (signed_part, signature) = token.rsplit_once('.').ok_or(malformed("it has no parts"))?;
        let (header, payload) = signed_part.split_once('.').ok_or(malformed("it has too few parts"))?;
        if payload.contains('.') {
            return Err(malformed("it has too many parts; encrypted tokens are not supported"));
        }
        let header: Header =
            serde_json::from_slice(&decode(header)?).map_err(|_| malformed("its header is no JSON header"))?;
        let algorithm = accepted_algorithm(&header.alg)?;
        if header.crit.is_some() {
            return Err(malformed("it asks for extensions"));
        }
        let claims =
            serde_json::from_slice(&decode(payload)?).map_err(|_| malformed("its claims are no JSON object"))?;
        let signature = decode(signature)?;
        Ok(Self { header, algorithm, claims, signed_part: signed_part.as_bytes(), signature })
    }

    /// Checks that the header's type is absent, `JWT`, or the given one.
    pub(crate) fn expect_type(&self, expected: &str) -> Result<(), OidcError> {
        let Some(found) = &self.header.typ else { return Ok(()) };
        let short = found.to_ascii_lowercase();
        let short = short.strip_prefix("application/").unwrap_or(&short);
        if short == "jwt" || short == expected {
            Ok(())
        } else {
            Err(OidcError::WrongTokenType { found: plain_text(found) })
        }
    }

    /// Verifies the signature with the one published key that fits.
    pub(crate) fn verify(&self, keys: &CoreJsonWebKeySet) -> Result<(), OidcError> {
        let mut candidates = keys.keys().iter().filter(|key| self.fits(key));
        let key = candidates.next().ok_or(OidcError::UnknownKey)?;
        if candidates.next().is_some() {
            return Err(OidcError::AmbiguousKey);
        }
        key.verify_signature(&self.algorithm, self.signed_part, &self.signature)
            .map_err(|_| OidcError::SignatureInvalid)
    }

    /// The claims. Only to be called once the signature is verified.
    pub(crate) fn into_claims(self) -> Claims {
        self.claims
    }

    fn fits(&self, key: &CoreJsonWebKey) -> bool {
        let right_name = match &self.header.kid {
            Some(wanted) => key.key_id().is_some_and(|kid| kid.as_str() == wanted),
            None => true,
        };
        let right_algorithm = match key.signing_alg() {
            JsonWebKeyAlgorithm::Unspecified => true,
            JsonWebKeyAlgorithm::Algorithm(algorithm) => *algorithm == self.algorithm,
            JsonWebKeyAlgorithm::Unsupported => false,
        };
        right_name
            && right_algorithm
            && key.key_use().is_none_or(openidconnect::core::CoreJsonWebKeyUse::allows_signature)
            && self.algorithm.key_type().as_ref() == Some(key.key_type())
    }
}

/// Only signatures that the provider alone can make. Anybody who knows a shared secret, or the public
/// data of a client, could make the others.
fn accepted_algorithm(name: &str) -> Result<CoreJwsSigningAlgorithm, OidcError> {
    match name {
        "RS256" => Ok(CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256),
        "PS256" => Ok(CoreJwsSigningAlgorithm::RsaSsaPssSha256),
        "ES256" => Ok(CoreJwsSigningAlgorithm::EcdsaP256Sha256),
        "EdDSA" => Ok(CoreJwsSigningAlgorithm::EdDsa),
        none if none.eq_ignore_ascii_case("none") => Err(OidcError::UnsignedToken),
        other => Err(OidcError::AlgorithmNotAllowed { algorithm: plain_text(other) }),
    }
}

fn decode(part: &str) -> Result<Vec<u8>, OidcError> {
    BASE64_URL_SAFE_NO_PAD.decode(part).map_err(|_| malformed("it is not encoded in base64url"))
}

fn malformed(reason: &'static str) -> OidcError {
    OidcError::MalformedToken { reason }
}
