//! How organizations sign their people in: connections, and the accounts at the demo's own issuers.

use domain::sign_in::{ClaimRule, ConnectionState, UnknownPerson};
use serde::Deserialize;

/// How an organization signs its people in itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Connection {
    /// Whose.
    pub organization: String,
    /// In use, or being set up.
    pub state: ConnectionState,
    /// Name of its issuer at the embedded provider: the last part of the issuer's address.
    pub issuer: String,
    /// Under which the platform is known there.
    pub client_id: String,
    /// Its mail domains.
    pub domains: Vec<MailDomain>,
    /// Which claims give which roles.
    pub claim_rules: Vec<ClaimRule>,
    /// What happens to someone unknown.
    pub unknown_person: UnknownPerson,
    /// Who can sign in at the issuer: the people of its page.
    pub accounts: Vec<Account>,
}

/// A mail domain of a connection.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailDomain {
    /// The domain.
    pub name: String,
    /// How it was proved; not yet when `None`.
    pub proof: Option<DomainProof>,
}

/// How a mail domain was proved to be an organization's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DomainProof {
    /// By a TXT record.
    Dns,
    /// By the word of the network's administrator.
    NetworkAdministrator,
}

/// An account at an issuer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The subject: what identifies the account at its issuer.
    pub subject: String,
    /// Whose it is; `None` for someone whom the platform does not know yet.
    pub person: Option<String>,
    /// What the issuer says the name is.
    pub name: String,
    /// What the issuer says the address is.
    pub email: String,
    /// What the issuer says the groups are.
    #[serde(default)]
    pub groups: Vec<String>,
}
