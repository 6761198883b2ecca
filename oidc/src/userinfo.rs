//! The person's details, which many providers keep out of the ID token.

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use openidconnect::HttpRequest;
use url::Url;

use crate::claims;
use crate::error::OidcError;
use crate::jws::{Claims, SignedToken};
use crate::{Client, ConnectionSettings};

impl Client {
    /// Reads the user information. It is asked for at every sign-in, even when the ID token already has
    /// an address: roles are mapped from these claims, and one that is missing would take a role away.
    pub(crate) async fn userinfo(
        &self,
        settings: &ConnectionSettings,
        endpoint: &Url,
        access_token: &str,
        subject: &str,
    ) -> Result<Claims, OidcError> {
        let mut authorization = HeaderValue::try_from(format!("Bearer {access_token}"))
            .map_err(|_| invalid("the access token holds characters that cannot be sent"))?;
        authorization.set_sensitive(true);
        let request = HttpRequest::new(Vec::new());
        let (mut parts, body) = request.into_parts();
        parts.uri = endpoint.as_str().parse().map_err(|_| invalid("the userinfo endpoint is no address"))?;
        parts.headers.insert(AUTHORIZATION, authorization);
        parts.headers.insert(ACCEPT, HeaderValue::from_static("application/json, application/jwt"));
        let answer = self.http.send(HttpRequest::from_parts(parts, body)).await?;
        if !answer.status().is_success() {
            return Err(OidcError::ProviderFailed { status: answer.status().as_u16() });
        }
        let content_type = answer.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let claims = if essence == "application/jwt" {
            let token = std::str::from_utf8(answer.body()).map_err(|_| invalid("the user information is no text"))?;
            self.verified_userinfo(settings, token.trim()).await?
        } else {
            serde_json::from_slice(answer.body()).map_err(|_| invalid("the user information is no JSON object"))?
        };
        if claims::subject(&claims)? == subject { Ok(claims) } else { Err(OidcError::UserinfoSubjectMismatch) }
    }

    /// Signed user information need not name issuer, audience and expiry; what it names must be right.
    async fn verified_userinfo(&self, settings: &ConnectionSettings, token: &str) -> Result<Claims, OidcError> {
        let token = SignedToken::parse(token)?;
        token.expect_type("jwt")?;
        self.verify_signature(&settings.issuer, &token).await?;
        let claims = token.into_claims();
        if claims.contains_key("iss") {
            claims::check_issuer(&claims, &settings.issuer)?;
        }
        if claims.contains_key("aud") {
            claims::check_audience(&claims, &settings.client_id)?;
        }
        claims::check_expiry(&claims, (self.clock)())?;
        Ok(claims)
    }
}

/// Puts both sources together. The ID token wins, and an address is never judged verified by what the
/// other source says about another address.
pub(crate) fn merged(mut id_token: Claims, mut userinfo: Claims) -> Claims {
    if id_token.get("email") != userinfo.get("email") {
        let other = if id_token.contains_key("email") { &mut userinfo } else { &mut id_token };
        other.remove("email_verified");
    }
    userinfo.extend(id_token);
    userinfo
}

fn invalid(reason: &str) -> OidcError {
    OidcError::AnswerInvalid { reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn both(id_token: Value, userinfo: Value) -> Value {
        let object = |value: Value| value.as_object().cloned().expect("an object");
        Value::Object(merged(object(id_token), object(userinfo)))
    }

    #[test]
    fn a_verified_address_does_not_vouch_for_another() {
        assert_eq!(
            both(
                json!({"sub": "a", "email": "x@a.org"}),
                json!({"sub": "a", "email": "y@b.org", "email_verified": true})
            ),
            json!({"sub": "a", "email": "x@a.org"})
        );
        assert_eq!(
            both(
                json!({"sub": "a", "email": "x@a.org"}),
                json!({"sub": "a", "email": "x@a.org", "email_verified": true})
            ),
            json!({"sub": "a", "email": "x@a.org", "email_verified": true})
        );
        // An address from the user information alone must not borrow the ID token's word either.
        assert_eq!(
            both(json!({"sub": "a", "email_verified": true}), json!({"sub": "a", "email": "y@b.org"})),
            json!({"sub": "a", "email": "y@b.org"})
        );
    }
}
