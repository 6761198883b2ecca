//! Every way in which a sign-in can be refused.

/// Why a sign-in, a sign-out or a look at a provider was refused.
///
/// One variant for each refusal that a person or an auditor would name. The text is for logs and for
/// administrators; people are shown a message chosen by [`OidcError::code`] in their own language.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum OidcError {
    // The provider as a machine on the network.
    /// The address is no absolute https address (http is for loopback, when that is allowed).
    #[error("{address} is not an https address")]
    InsecureAddress {
        /// The address as it was given.
        address: String,
    },
    /// The address leads into a private, link-local or otherwise reserved network.
    #[error("{host} is in a network that providers may not point to")]
    AddressNotAllowed {
        /// The host whose address was refused.
        host: String,
    },
    /// Nothing answers: the name is unknown, the connection is refused, or its certificate is wrong.
    #[error("the provider cannot be reached: {reason}")]
    ProviderDown {
        /// What the network said.
        reason: String,
    },
    /// The provider did not answer within the time limit.
    #[error("the provider did not answer in time")]
    ProviderTooSlow,
    /// The provider answered with an HTTP error.
    #[error("the provider answered with status {status}")]
    ProviderFailed {
        /// The HTTP status.
        status: u16,
    },
    /// The provider answered with more than the size limit.
    #[error("the provider's answer is too large")]
    AnswerTooLarge,
    /// The provider answered with a redirection, which is never followed.
    #[error("the provider redirected a request that must be answered directly")]
    RedirectRefused,
    /// The provider's answer is not the document that the protocol asks for.
    #[error("the provider's answer cannot be understood: {reason}")]
    AnswerInvalid {
        /// What is wrong with it.
        reason: String,
    },
    /// The discovery document is that of another issuer.
    #[error("the provider calls itself {found}, not {expected}")]
    DiscoveryIssuerMismatch {
        /// The issuer of the connection.
        expected: String,
        /// The issuer of the document.
        found: String,
    },
    /// The provider does not offer something that is needed.
    #[error("the provider has no {endpoint}")]
    MissingEndpoint {
        /// The name of the metadata field.
        endpoint: &'static str,
    },

    // The browser's return.
    /// The returned state is absent or is not that of this browser's sign-in.
    #[error("the answer does not belong to a sign-in that was begun in this browser")]
    StateMismatch,
    /// The answer names another issuer than the one that was asked (a mix-up).
    #[error("the answer comes from another issuer than the one that was asked")]
    CallbackIssuerMismatch,
    /// The provider promises to name itself in its answers and did not.
    #[error("the answer does not name its issuer although the provider promises it")]
    CallbackIssuerMissing,
    /// The connection was pointed to another provider while this sign-in was under way.
    #[error("the connection has changed since this sign-in was begun")]
    ConnectionChanged,
    /// The provider refused, for example because the person declined.
    #[error("the provider refused: {error}")]
    ProviderError {
        /// The error code of the protocol, such as `access_denied`.
        error: String,
        /// The provider's explanation, shortened and without control characters.
        description: Option<String>,
    },
    /// The answer holds neither a code nor an error.
    #[error("the answer holds no code")]
    MissingCode,
    /// The provider did not exchange the code for a token.
    #[error("the provider did not accept the code: {error}")]
    TokenRefused {
        /// The error code of the protocol, such as `invalid_grant` or `invalid_client`.
        error: String,
        /// The provider's explanation, shortened and without control characters.
        description: Option<String>,
    },
    /// The token answer holds no ID token.
    #[error("the provider sent no ID token")]
    MissingIdToken,

    // Tokens.
    /// The token is not a signed JSON web token that this service understands.
    #[error("the token is malformed: {reason}")]
    MalformedToken {
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The token's header says that it is meant for something else.
    #[error("the token is of the wrong type: {found}")]
    WrongTokenType {
        /// The `typ` of the header.
        found: String,
    },
    /// The token is not signed (`alg: none`).
    #[error("the token is not signed")]
    UnsignedToken,
    /// The token is signed in a way that is not accepted, such as with a shared secret.
    #[error("the signature algorithm {algorithm} is not accepted")]
    AlgorithmNotAllowed {
        /// The `alg` of the header.
        algorithm: String,
    },
    /// The token is signed with a key that the provider does not publish.
    #[error("the token is signed with an unknown key")]
    UnknownKey,
    /// Several published keys fit and the token does not say which one it means.
    #[error("several keys fit the token")]
    AmbiguousKey,
    /// The signature is wrong.
    #[error("the token's signature is wrong")]
    SignatureInvalid,
    /// The token is from another issuer.
    #[error("the token is from another issuer")]
    IssuerMismatch,
    /// The token is meant for another client.
    #[error("the token is meant for another client")]
    AudienceMismatch,
    /// The token was made for another client, which may only pass it on.
    #[error("the token was issued to another client")]
    AuthorizedPartyMismatch,
    /// The token does not say until when it is valid.
    #[error("the token has no expiry")]
    MissingExpiry,
    /// The token has expired.
    #[error("the token has expired")]
    Expired,
    /// The token does not say when it was issued.
    #[error("the token does not say when it was issued")]
    MissingIssuedAt,
    /// The token says that it was issued in the future: one of the two clocks is wrong.
    #[error("the token was issued in the future")]
    IssuedInFuture,
    /// The token was not issued just now.
    #[error("the token was issued too long ago")]
    IssuedTooLongAgo,
    /// The token belongs to another sign-in.
    #[error("the token's nonce is not that of this sign-in")]
    NonceMismatch,
    /// The token or the user information does not say whom it is about.
    #[error("the provider does not say who the person is")]
    MissingSubject,
    /// The user information is about another person than the ID token.
    #[error("the user information is about another person")]
    UserinfoSubjectMismatch,

    // Sign-out.
    /// The logout token does not carry the back-channel logout event.
    #[error("the logout token carries no logout event")]
    MissingLogoutEvent,
    /// The logout token carries a nonce, as an ID token would.
    #[error("the logout token carries a nonce")]
    NonceInLogoutToken,
    /// The logout token names neither a person nor a session.
    #[error("the logout token names neither a person nor a session")]
    NothingToLogOut,
    /// The logout token has no identifier, so that a repetition could not be noticed.
    #[error("the logout token has no identifier")]
    MissingTokenId,
    /// The return from the provider's sign-out does not belong to a sign-out begun here.
    #[error("the return from sign-out does not belong to a sign-out that was begun in this browser")]
    LogoutStateMismatch,
}

impl OidcError {
    /// A short name that never changes: the key of the message that people read and of the journal entry.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::InsecureAddress { .. } => "insecure-address",
            Self::AddressNotAllowed { .. } => "address-not-allowed",
            Self::ProviderDown { .. } => "provider-down",
            Self::ProviderTooSlow => "provider-too-slow",
            Self::ProviderFailed { .. } => "provider-failed",
            Self::AnswerTooLarge => "answer-too-large",
            Self::RedirectRefused => "redirect-refused",
            Self::AnswerInvalid { .. } => "answer-invalid",
            Self::DiscoveryIssuerMismatch { .. } => "discovery-issuer-mismatch",
            Self::MissingEndpoint { .. } => "missing-endpoint",
            Self::StateMismatch => "state-mismatch",
            Self::CallbackIssuerMismatch => "callback-issuer-mismatch",
            Self::CallbackIssuerMissing => "callback-issuer-missing",
            Self::ConnectionChanged => "connection-changed",
            Self::ProviderError { .. } => "provider-error",
            Self::MissingCode => "missing-code",
            Self::TokenRefused { .. } => "token-refused",
            Self::MissingIdToken => "missing-id-token",
            Self::MalformedToken { .. } => "malformed-token",
            Self::WrongTokenType { .. } => "wrong-token-type",
            Self::UnsignedToken => "unsigned-token",
            Self::AlgorithmNotAllowed { .. } => "algorithm-not-allowed",
            Self::UnknownKey => "unknown-key",
            Self::AmbiguousKey => "ambiguous-key",
            Self::SignatureInvalid => "signature-invalid",
            Self::IssuerMismatch => "issuer-mismatch",
            Self::AudienceMismatch => "audience-mismatch",
            Self::AuthorizedPartyMismatch => "authorized-party-mismatch",
            Self::MissingExpiry => "missing-expiry",
            Self::Expired => "expired",
            Self::MissingIssuedAt => "missing-issued-at",
            Self::IssuedInFuture => "issued-in-future",
            Self::IssuedTooLongAgo => "issued-too-long-ago",
            Self::NonceMismatch => "nonce-mismatch",
            Self::MissingSubject => "missing-subject",
            Self::UserinfoSubjectMismatch => "userinfo-subject-mismatch",
            Self::MissingLogoutEvent => "missing-logout-event",
            Self::NonceInLogoutToken => "nonce-in-logout-token",
            Self::NothingToLogOut => "nothing-to-log-out",
            Self::MissingTokenId => "missing-token-id",
            Self::LogoutStateMismatch => "logout-state-mismatch",
        }
    }

    /// Every code, so that a test can check that each has a message in each language.
    pub const CODES: &'static [&'static str] = &[
        "insecure-address",
        "address-not-allowed",
        "provider-down",
        "provider-too-slow",
        "provider-failed",
        "answer-too-large",
        "redirect-refused",
        "answer-invalid",
        "discovery-issuer-mismatch",
        "missing-endpoint",
        "state-mismatch",
        "callback-issuer-mismatch",
        "callback-issuer-missing",
        "connection-changed",
        "provider-error",
        "missing-code",
        "token-refused",
        "missing-id-token",
        "malformed-token",
        "wrong-token-type",
        "unsigned-token",
        "algorithm-not-allowed",
        "unknown-key",
        "ambiguous-key",
        "signature-invalid",
        "issuer-mismatch",
        "audience-mismatch",
        "authorized-party-mismatch",
        "missing-expiry",
        "expired",
        "missing-issued-at",
        "issued-in-future",
        "issued-too-long-ago",
        "nonce-mismatch",
        "missing-subject",
        "userinfo-subject-mismatch",
        "missing-logout-event",
        "nonce-in-logout-token",
        "nothing-to-log-out",
        "missing-token-id",
        "logout-state-mismatch",
    ];
}

/// Shortens text that a provider sent and removes what could disturb a log line or a page.
pub(crate) fn plain_text(text: &str) -> String {
    text.chars().filter(|character| !character.is_control()).take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_listed_once_and_in_kebab_case() {
        let mut seen = std::collections::BTreeSet::new();
        for code in OidcError::CODES {
            assert!(seen.insert(code), "{code} is listed twice");
            assert!(code.chars().all(|character| character.is_ascii_lowercase() || character == '-'));
        }
        assert!(seen.contains(&OidcError::LogoutStateMismatch.code()));
    }

    #[test]
    fn text_from_a_provider_is_shortened_and_cleaned() {
        assert_eq!(plain_text("a\r\nb\u{1b}[31m"), "ab[31m");
        assert_eq!(plain_text(&"é".repeat(300)).chars().count(), 200);
    }
}
