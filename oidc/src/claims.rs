//! What the claims of a verified token must say.

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::error::OidcError;
use crate::jws::Claims;

/// How far two clocks may differ.
pub const LEEWAY_SECONDS: i64 = 60;
/// How old a token may be when it arrives. Whoever remembers the identifiers of logout tokens must do so
/// for at least this long, plus [`LEEWAY_SECONDS`].
pub const OLDEST_TOKEN_SECONDS: i64 = 600;
/// The longest subject identifier that the protocol allows.
const LONGEST_SUBJECT: usize = 255;

/// A claim that is a non-empty string.
pub(crate) fn text<'claims>(claims: &'claims Claims, name: &str) -> Option<&'claims str> {
    claims.get(name).and_then(Value::as_str).filter(|text| !text.is_empty())
}

/// A claim that is true. Some providers write booleans as strings.
pub(crate) fn is_true(claims: &Claims, name: &str) -> bool {
    match claims.get(name) {
        Some(Value::Bool(value)) => *value,
        Some(Value::String(value)) => value == "true",
        _ => false,
    }
}

/// The person whom the token is about.
pub(crate) fn subject(claims: &Claims) -> Result<&str, OidcError> {
    text(claims, "sub").filter(|subject| subject.len() <= LONGEST_SUBJECT).ok_or(OidcError::MissingSubject)
}

pub(crate) fn check_issuer(claims: &Claims, issuer: &str) -> Result<(), OidcError> {
    if text(claims, "iss") == Some(issuer) { Ok(()) } else { Err(OidcError::IssuerMismatch) }
}

/// The token is meant for this client, and if it names the client that it was issued to, that is this one.
pub(crate) fn check_audience(claims: &Claims, client_id: &str) -> Result<(), OidcError> {
    let several = match claims.get("aud") {
        Some(Value::String(audience)) if audience == client_id => false,
        Some(Value::Array(audiences)) if audiences.iter().any(|audience| audience == client_id) => audiences.len() > 1,
        _ => return Err(OidcError::AudienceMismatch),
    };
    match claims.get("azp") {
        Some(party) if party == client_id => Ok(()),
        None if !several => Ok(()),
        _ => Err(OidcError::AuthorizedPartyMismatch),
    }
}

/// If there is an expiry, it has not passed.
pub(crate) fn check_expiry(claims: &Claims, now: DateTime<Utc>) -> Result<(), OidcError> {
    match seconds(claims, "exp") {
        Some(expiry) if expiry.saturating_add(LEEWAY_SECONDS) <= now.timestamp() => Err(OidcError::Expired),
        _ => Ok(()),
    }
}

/// The token says until when it is valid.
pub(crate) fn require_expiry(claims: &Claims) -> Result<(), OidcError> {
    seconds(claims, "exp").map(|_| ()).ok_or(OidcError::MissingExpiry)
}

/// The token was issued just now. Returns when.
pub(crate) fn check_issued_at(claims: &Claims, now: DateTime<Utc>) -> Result<DateTime<Utc>, OidcError> {
    let issued = seconds(claims, "iat").ok_or(OidcError::MissingIssuedAt)?;
    let begins = seconds(claims, "nbf").map_or(issued, |not_before| not_before.max(issued));
    if begins > now.timestamp() + LEEWAY_SECONDS {
        return Err(OidcError::IssuedInFuture);
    }
    if issued < now.timestamp() - OLDEST_TOKEN_SECONDS - LEEWAY_SECONDS {
        return Err(OidcError::IssuedTooLongAgo);
    }
    DateTime::from_timestamp(issued, 0).ok_or(OidcError::MissingIssuedAt)
}

/// A date in seconds. The protocol allows fractions, which are cut off.
#[expect(clippy::cast_possible_truncation, reason = "a cast from float saturates, and such dates are refused")]
fn seconds(claims: &Claims, name: &str) -> Option<i64> {
    let number = claims.get(name)?;
    number.as_i64().or_else(|| number.as_f64().map(|fraction| fraction as i64))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn claims(value: Value) -> Claims {
        value.as_object().cloned().expect("an object")
    }

    fn noon() -> DateTime<Utc> {
        "2026-03-14T12:00:00Z".parse().expect("a date")
    }

    fn audience(value: Value) -> Result<(), &'static str> {
        check_audience(&claims(value), "me").map_err(|error| error.code())
    }

    #[test]
    fn audiences() {
        assert_eq!(audience(json!({"aud": "me"})), Ok(()));
        assert_eq!(audience(json!({"aud": ["me"]})), Ok(()));
        assert_eq!(audience(json!({"aud": ["me", "you"], "azp": "me"})), Ok(()));
        assert_eq!(audience(json!({"aud": ["me", "you"]})), Err("authorized-party-mismatch"));
        assert_eq!(audience(json!({"aud": ["me", "you"], "azp": "you"})), Err("authorized-party-mismatch"));
        assert_eq!(audience(json!({"aud": "me", "azp": "you"})), Err("authorized-party-mismatch"));
        assert_eq!(audience(json!({"aud": "me", "azp": null})), Err("authorized-party-mismatch"));
        assert_eq!(audience(json!({"aud": "you"})), Err("audience-mismatch"));
        assert_eq!(audience(json!({"aud": ["you"]})), Err("audience-mismatch"));
        assert_eq!(audience(json!({"aud": {"me": "me"}})), Err("audience-mismatch"));
        assert_eq!(audience(json!({})), Err("audience-mismatch"));
    }

    #[test]
    fn times_have_a_leeway_of_a_minute() {
        let now = noon().timestamp();
        let expiry = |at: i64| check_expiry(&claims(json!({"exp": at})), noon()).map_err(|error| error.code());
        assert_eq!(expiry(now - 59), Ok(()));
        assert_eq!(expiry(now - 60), Err("expired"));
        let issued =
            |at: Value| check_issued_at(&claims(json!({"iat": at})), noon()).map(|_| ()).map_err(|error| error.code());
        assert_eq!(issued(json!(now + 60)), Ok(()));
        assert_eq!(issued(json!(now + 61)), Err("issued-in-future"));
        assert_eq!(issued(json!(now - 660)), Ok(()));
        assert_eq!(issued(json!(now - 661)), Err("issued-too-long-ago"));
        assert_eq!(issued(json!(format!("{now}"))), Err("missing-issued-at"));
        assert_eq!(issued(json!(1e300)), Err("issued-in-future"));
    }

    #[test]
    fn subjects_are_short_non_empty_strings() {
        assert_eq!(subject(&claims(json!({"sub": "a"}))), Ok("a"));
        for wrong in [json!({}), json!({"sub": ""}), json!({"sub": 7}), json!({"sub": "a".repeat(256)})] {
            assert_eq!(subject(&claims(wrong)), Err(OidcError::MissingSubject));
        }
    }
}
