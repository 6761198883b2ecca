//! What sign-in says when it refuses: one sentence for each thing that a person can do about it.

use domain::locale::Locale;
use i18n::t;

/// A refusal of the protocol. Many codes ask the same of a person, so they share a sentence; the code
/// itself is for the administrator and the journal.
#[must_use]
pub fn protocol(l: Locale, code: &str) -> String {
    known(l, code).unwrap_or_else(|| t!(l, "refused-protocol", code = code))
}

fn known(l: Locale, code: &str) -> Option<String> {
    Some(match code {
        "provider-down" | "provider-too-slow" | "provider-failed" => t!(l, "oidc-provider-silent"),
        "insecure-address"
        | "address-not-allowed"
        | "answer-too-large"
        | "redirect-refused"
        | "answer-invalid"
        | "discovery-issuer-mismatch"
        | "missing-endpoint" => t!(l, "oidc-provider-wrong"),
        "provider-error" => t!(l, "oidc-provider-error"),
        "token-refused" | "missing-code" | "missing-id-token" | "missing-subject" => t!(l, "oidc-token-refused"),
        "state-mismatch" => t!(l, "oidc-other-browser"),
        "callback-issuer-mismatch"
        | "callback-issuer-missing"
        | "issuer-mismatch"
        | "audience-mismatch"
        | "authorized-party-mismatch"
        | "nonce-mismatch"
        | "userinfo-subject-mismatch" => t!(l, "oidc-other-issuer"),
        "connection-changed" => t!(l, "oidc-connection-changed"),
        "malformed-token"
        | "wrong-token-type"
        | "unsigned-token"
        | "algorithm-not-allowed"
        | "unknown-key"
        | "ambiguous-key"
        | "signature-invalid" => t!(l, "oidc-signature"),
        "missing-expiry" | "expired" | "missing-issued-at" | "issued-in-future" | "issued-too-long-ago" => {
            t!(l, "oidc-clock")
        }
        "attempt-expired" => t!(l, "oidc-attempt-expired"),
        "missing-logout-event"
        | "nonce-in-logout-token"
        | "nothing-to-log-out"
        | "missing-token-id"
        | "logout-state-mismatch"
        | "token-replayed" => t!(l, "oidc-logout"),
        _ => return None,
    })
}

/// A refusal that sign-in names itself.
#[must_use]
pub fn named(l: Locale, word: &str) -> Option<String> {
    Some(match word {
        "no-mandate" => t!(l, "sign-in-no-mandate"),
        "connection-inactive" => t!(l, "sign-in-connection-inactive"),
        "connection-untested" => t!(l, "sign-in-connection-untested"),
        "identity-taken" => t!(l, "sign-in-identity-taken"),
        "session-ended" => t!(l, "sign-in-session-ended"),
        "approval-refused" => t!(l, "sign-in-approval-refused"),
        "domain-taken" => t!(l, "sign-in-domain-taken"),
        "domain-claimed" => t!(l, "sign-in-domain-claimed"),
        "domain-record-missing" => t!(l, "sign-in-domain-record-missing"),
        "passkey-refused" => t!(l, "sign-in-passkey-refused"),
        "network-needed" => t!(l, "sign-in-network-needed"),
        _ => return None,
    })
}

/// The message after a form.
#[must_use]
pub fn done(l: Locale, word: &str) -> Option<String> {
    Some(match word {
        "session-ended" => t!(l, "done-session-ended"),
        "identity-linked" => t!(l, "done-identity-linked"),
        "connection-saved" => t!(l, "done-connection-saved"),
        "connection-active" => t!(l, "done-connection-active"),
        "connection-disabled" => t!(l, "done-connection-disabled"),
        "domain-claimed" => t!(l, "done-domain-claimed"),
        "domain-verified" => t!(l, "done-domain-verified"),
        "domain-removed" => t!(l, "done-domain-removed"),
        "domain-vouched" => t!(l, "done-domain-vouched"),
        "approval-granted" => t!(l, "done-approval-granted"),
        "approval-refused" => t!(l, "done-approval-refused"),
        "passkey-registered" => t!(l, "done-passkey-registered"),
        "passkey-removed" => t!(l, "done-passkey-removed"),
        "rescue-sent" => t!(l, "done-rescue-sent"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_the_protocol_has_its_sentence() {
        for code in services::sign_in::PROTOCOL_CODES.iter().chain(&["attempt-expired", "token-replayed"]) {
            for locale in Locale::ALL {
                assert!(known(*locale, code).is_some(), "{code} in {locale}");
            }
        }
    }
}
