//! The course of minutes.

use domain::minutes::{Office, Proof, Stage};

use crate::{Locale, t};

/// In which capacity somebody reads and signs.
#[must_use]
pub fn office(l: Locale, office: Office) -> String {
    match office {
        Office::Chair => t!(l, "minutes-signature-chair"),
        Office::Secretary => t!(l, "minutes-signature-secretary"),
    }
}

/// Where minutes stand.
#[must_use]
pub fn minutes_stage(l: Locale, stage: Stage) -> String {
    match stage {
        Stage::Draft => t!(l, "signing-draft"),
        Stage::Presented => t!(l, "signing-presented"),
        Stage::Read => t!(l, "signing-read"),
        Stage::Signed => t!(l, "signing-signed"),
        Stage::Approved => t!(l, "signing-approved"),
    }
}

/// How somebody signed in: `oidc`, `link` or `passkey`.
#[must_use]
pub fn sign_in_method(l: Locale, method: &str) -> String {
    match method {
        "oidc" => t!(l, "account-method-oidc"),
        "passkey" => t!(l, "account-method-passkey"),
        _ => t!(l, "account-method-link"),
    }
}

/// How somebody signed.
#[must_use]
pub fn proof(l: Locale, zone: chrono_tz::Tz, proof: &Proof) -> String {
    match proof {
        Proof::Passkey(proof) => t!(l, "signing-how-passkey", site = proof.origin.as_str()),
        Proof::Session { opened_by, opened_at } => t!(
            l,
            "signing-how-session",
            method = sign_in_method(l, opened_by),
            time = crate::date_time(l, zone, *opened_at)
        ),
    }
}
