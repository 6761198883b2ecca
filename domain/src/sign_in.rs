//! Signing in through one's own association: what a connection may bring in, and as what.

use serde::{Deserialize, Serialize};

use crate::people::Role;

text_enum! {
    /// What happens to a person whom the association's provider vouches for and nobody knows yet.
    pub enum UnknownPerson {
        /// Refused, with a word on whom to ask.
        Refuse = "refuse",
        /// Kept waiting until an administrator of the organization agrees.
        AskApproval = "ask_approval",
        /// Taken in as staff.
        CreateStaff = "create_staff",
    }
}

text_enum! {
    /// Where a connection stands.
    pub enum ConnectionState {
        /// Being set up.
        Draft = "draft",
        /// A test sign-in succeeded with these very settings.
        Tested = "tested",
        /// In use.
        Active = "active",
        /// Switched off.
        Disabled = "disabled",
    }
}

/// Providers of mail to the public: nobody's domain, so no association may claim it. Small
/// associations use exactly these; invitations and one-time links serve them.
const CONSUMER_DOMAINS: &[&str] = &[
    "aol.com",
    "bbox.fr",
    "free.fr",
    "gmail.com",
    "gmx.com",
    "gmx.fr",
    "googlemail.com",
    "hotmail.be",
    "hotmail.com",
    "hotmail.fr",
    "icloud.com",
    "laposte.net",
    "live.be",
    "live.com",
    "live.fr",
    "mac.com",
    "mail.com",
    "me.com",
    "msn.com",
    "neuf.fr",
    "numericable.fr",
    "orange.fr",
    "outlook.be",
    "outlook.com",
    "outlook.fr",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "proximus.be",
    "scarlet.be",
    "sfr.fr",
    "skynet.be",
    "telenet.be",
    "voo.be",
    "wanadoo.fr",
    "yahoo.com",
    "yahoo.fr",
    "ymail.com",
    "zoho.com",
];

/// Why a text is no domain that can be claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum DomainRefused {
    /// Not the form of a domain name.
    #[error("this is no domain name")]
    Form,
    /// It serves the public.
    #[error("this domain belongs to a provider of mail to the public")]
    Consumer,
}

/// The domain that an organization claims, in lower case.
///
/// # Errors
/// [`DomainRefused`].
pub fn claimable_domain(text: &str) -> Result<String, DomainRefused> {
    let domain = text.trim().trim_start_matches('@').trim_end_matches('.').to_lowercase();
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if domain.len() > 253 || !domain.contains('.') || !domain.split('.').all(label) {
        return Err(DomainRefused::Form);
    }
    if CONSUMER_DOMAINS.contains(&domain.as_str()) { Err(DomainRefused::Consumer) } else { Ok(domain) }
}

/// An e-mail address in the form in which addresses are compared, or `None` when it is none.
#[must_use]
pub fn normalized_address(text: &str) -> Option<String> {
    let address = text.trim().to_lowercase();
    let (local, domain) = address.rsplit_once('@')?;
    let plausible = !local.is_empty()
        && address.len() <= 254
        && !address.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"'))
        && !local.contains('@')
        && domain.contains('.')
        && domain.split('.').all(|label| !label.is_empty());
    plausible.then_some(address)
}

/// The domain of an address.
#[must_use]
pub fn domain_of(address: &str) -> Option<&str> {
    address.rsplit_once('@').map(|(_, domain)| domain)
}

/// What a provider said of the person who signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed<'a> {
    /// The address, normalized, if there is one.
    pub address: Option<&'a str>,
    /// Whether the provider says that it checked it. An absent word is a no.
    pub verified: bool,
}

/// What is known of the person who signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known<'a> {
    /// This identity (connection, issuer, subject) signed in before.
    Identity {
        /// The address that it had last time.
        address: Option<&'a str>,
    },
    /// No identity: someone new to Trame, or at least to this connection. Never looked up by address.
    Nobody,
}

/// What to do with a sign-in that the protocol accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// Open a session for the person of that identity.
    Welcome,
    /// Make a person, staff of the organization, and open a session.
    Create,
    /// Note the request and say that an administrator will decide.
    Wait,
}

/// Why a sign-in that the protocol accepted is refused all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum AdmissionRefused {
    /// The address is of a domain that the organization has not proved to be its own.
    #[error("the address is not of a domain of this organization")]
    ForeignDomain,
    /// Someone who has signed in before comes back with an address in another domain.
    #[error("the address moved to another domain")]
    AddressMoved,
    /// The provider does not vouch for the address.
    #[error("the provider has not verified the address")]
    AddressUnverified,
    /// Nobody knows this person, and the organization takes no unknown people in.
    #[error("this person is not known")]
    Unknown,
}

/// Decides on a sign-in, after the protocol has accepted it.
///
/// # Errors
/// [`AdmissionRefused`].
pub fn admit(
    known: &Known<'_>,
    claimed: &Claimed<'_>,
    proved_domains: &[String],
    policy: UnknownPerson,
) -> Result<Admission, AdmissionRefused> {
    let foreign =
        |address: &str| domain_of(address).is_none_or(|domain| !proved_domains.iter().any(|proved| proved == domain));
    match known {
        Known::Identity { address: before } => {
            if let Some(now) = claimed.address {
                let moved = before.is_none_or(|before| domain_of(before) != domain_of(now));
                if moved && foreign(now) {
                    return Err(AdmissionRefused::AddressMoved);
                }
            }
            Ok(Admission::Welcome)
        }
        Known::Nobody => {
            if let Some(address) = claimed.address {
                if foreign(address) {
                    return Err(AdmissionRefused::ForeignDomain);
                }
                if !claimed.verified {
                    return Err(AdmissionRefused::AddressUnverified);
                }
            }
            match policy {
                UnknownPerson::Refuse => Err(AdmissionRefused::Unknown),
                UnknownPerson::AskApproval => Ok(Admission::Wait),
                UnknownPerson::CreateStaff => Ok(Admission::Create),
            }
        }
    }
}

/// "Who has this value in this claim holds this role": one line of a connection's allow-list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimRule {
    /// Name of the claim.
    pub claim: String,
    /// Value that it has, or contains when it is a list.
    pub value: String,
    /// The role.
    pub role: Role,
}

/// Roles that a provider may give: never one of the network, and not the statutory one, which
/// rests on a decision of the association and not on a directory.
#[must_use]
pub const fn may_come_from_claims(role: Role) -> bool {
    !role.is_of_network() && !matches!(role, Role::LegalRepresentative)
}

/// The roles that a sign-in gives, from the claims that were received.
#[must_use]
pub fn roles_from_claims(rules: &[ClaimRule], claims: &serde_json::Value) -> Vec<Role> {
    let holds = |rule: &&ClaimRule| match claims.get(&rule.claim) {
        Some(serde_json::Value::String(text)) => *text == rule.value,
        Some(serde_json::Value::Array(values)) => values.iter().any(|value| value.as_str() == Some(&rule.value)),
        Some(serde_json::Value::Bool(yes)) => yes.to_string() == rule.value,
        _ => false,
    };
    let mut roles: Vec<Role> =
        rules.iter().filter(|rule| may_come_from_claims(rule.role)).filter(holds).map(|rule| rule.role).collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_mail_domains_cannot_be_claimed() {
        assert_eq!(claimable_domain("Gmail.com"), Err(DomainRefused::Consumer));
        assert_eq!(claimable_domain("@wanadoo.fr"), Err(DomainRefused::Consumer));
        assert_eq!(claimable_domain("Aurore.example."), Ok("aurore.example".into()));
        for wrong in ["", "localhost", "a..b", "-a.fr", "a b.fr", "é.fr"] {
            assert_eq!(claimable_domain(wrong), Err(DomainRefused::Form), "{wrong}");
        }
    }

    #[test]
    fn addresses_are_compared_in_one_form() {
        assert_eq!(normalized_address(" Anne@Aurore.Example "), Some("anne@aurore.example".into()));
        for wrong in ["", "a", "a@b", "@b.fr", "a@b@c.fr", "a b@c.fr", "a@c..fr", "x@y.fr,z@y.fr", "<a@b.fr>"] {
            assert_eq!(normalized_address(wrong), None, "{wrong}");
        }
    }

    fn claimed(address: &str, verified: bool) -> Claimed<'_> {
        Claimed { address: Some(address), verified }
    }

    #[test]
    fn a_provider_brings_in_only_its_own_domains() {
        let proved = ["aurore.example".to_owned()];
        let nobody = |claimed: &Claimed<'_>, policy| admit(&Known::Nobody, claimed, &proved, policy);
        let create = UnknownPerson::CreateStaff;
        assert_eq!(nobody(&claimed("a@aurore.example", true), create), Ok(Admission::Create));
        assert_eq!(nobody(&claimed("a@coallia.example", true), create), Err(AdmissionRefused::ForeignDomain));
        assert_eq!(nobody(&claimed("a@sub.aurore.example", true), create), Err(AdmissionRefused::ForeignDomain));
        assert_eq!(nobody(&claimed("a@aurore.example", false), create), Err(AdmissionRefused::AddressUnverified));
        assert_eq!(
            nobody(&Claimed { address: None, verified: false }, UnknownPerson::AskApproval),
            Ok(Admission::Wait)
        );
        assert_eq!(nobody(&claimed("a@aurore.example", true), UnknownPerson::Refuse), Err(AdmissionRefused::Unknown));
    }

    #[test]
    fn an_address_does_not_move_to_another_members_domain() {
        let proved = ["aurore.example".to_owned()];
        let known = Known::Identity { address: Some("a@aurore.example") };
        let admit = |address| admit(&known, &claimed(address, true), &proved, UnknownPerson::CreateStaff);
        assert_eq!(admit("a@aurore.example"), Ok(Admission::Welcome));
        assert_eq!(admit("b@aurore.example"), Ok(Admission::Welcome));
        assert_eq!(admit("a@coallia.example"), Err(AdmissionRefused::AddressMoved));
    }

    #[test]
    fn claims_give_only_roles_of_the_organization() {
        let rule = |value: &str, role| ClaimRule { claim: "groups".into(), value: value.into(), role };
        let rules = [
            rule("direction", Role::LegalRepresentative),
            rule("direction", Role::NetworkAdministrator),
            rule("direction", Role::Delegate),
            rule("equipe", Role::Staff),
        ];
        let claims = serde_json::json!({ "groups": ["direction", "equipe"] });
        assert_eq!(roles_from_claims(&rules, &claims), [Role::Delegate, Role::Staff]);
        assert!(roles_from_claims(&rules, &serde_json::json!({ "groups": { "direction": true } })).is_empty());
    }
}
