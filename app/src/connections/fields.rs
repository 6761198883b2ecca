//! The form of the settings: its entries, and what the service takes.

use services::sign_in::{ConnectionForm, RuleLine};

use crate::entries::Entries;

/// How many lines for roles the form has beyond those in use.
const EMPTY_LINES: usize = 3;

/// The entries of a form that is shown for the first time.
pub(super) fn entries(form: &ConnectionForm) -> Entries {
    let mut entries = Entries::default()
        .with("issuer", &form.issuer)
        .with("client_id", &form.client_id)
        .with("client_authentication", &form.client_authentication)
        .with("scopes", &form.scopes)
        .with("unknown_person", &form.unknown_person)
        .with("version", form.version)
        .with_some("pkce", form.pkce.then_some("yes"));
    for rule in &form.rules {
        entries = entries.with("claim", &rule.claim).with("value", &rule.value).with("role", &rule.role);
    }
    entries
}

/// The lines for roles: those that were filled in, and a few empty ones.
pub(super) fn lines(entries: &Entries) -> Vec<RuleLine> {
    let mut lines = rules(entries);
    lines.retain(|line| *line != RuleLine::default());
    lines.extend(std::iter::repeat_n(RuleLine::default(), EMPTY_LINES));
    lines
}

fn rules(entries: &Entries) -> Vec<RuleLine> {
    let (claims, values, roles) = (entries.all("claim"), entries.all("value"), entries.all("role"));
    let at = |texts: &[String], position: usize| texts.get(position).cloned().unwrap_or_default();
    let line =
        |position| RuleLine { claim: at(&claims, position), value: at(&values, position), role: at(&roles, position) };
    (0..claims.len().max(values.len()).max(roles.len())).map(line).collect()
}

/// What was typed.
pub(super) fn form(entries: &Entries) -> ConnectionForm {
    ConnectionForm {
        issuer: entries.text("issuer"),
        client_id: entries.text("client_id"),
        client_secret: entries.text("client_secret"),
        client_authentication: entries.text("client_authentication"),
        pkce: !entries.text("pkce").is_empty(),
        scopes: entries.text("scopes"),
        unknown_person: entries.text("unknown_person"),
        rules: rules(entries),
        version: entries.version(),
    }
}
