//! Signing in: identities, sessions, one-time links, and the connections of organizations.
//!
//! A person is known by (connection, issuer, subject) and never by an e-mail address: an address
//! only decides where somebody is sent to sign in, and whose mailbox gets a one-time link.

mod account;
mod administrators;
mod admission;
mod approvals;
mod break_glass;
mod connections;
mod domains;
mod flow;
mod identify;
mod links;
mod passkeys;
mod sessions;
mod sign_out;
mod signatures;

use chrono::NaiveDate;
use domain::{
    ids::OrganizationId,
    memberships::Status,
    organizations::{DatedName, name_on},
};
use entities::{
    memberships::membership,
    organizations::{organization, organization_name},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use url::Url;
use uuid::Uuid;

use crate::{Error, Refusal, day_in, time_zone};

pub use account::{Account, HeldMandate, LinkedIdentity, SessionLine};
pub use approvals::Waiting;
pub use break_glass::{Reachable, Rescue, RescueLink};
pub use connections::{ConnectionForm, ConnectionView, RuleLine, TestResult};
pub use domains::{DOMAIN_RECORD, DomainLine};
pub use flow::{Finished, Purpose};
pub use identify::{Listed, NetworkChoices, Way};
pub use links::{INVITATION_DAYS, LINK_MINUTES, LINKS_PER_HOUR, LinkShown};
pub use oidc::Callback;
pub use passkeys::PasskeyLine;
pub use sessions::{Browser, IDLE_DAYS, NewSession, SESSION_DAYS, secret};
pub(crate) use sessions::{end_sessions_of, fresh_code, hashed};
pub use sign_out::SignedOut;

/// Every code that `Refusal::Protocol` may hold after a sign-in at a provider.
pub const PROTOCOL_CODES: &[&str] = oidc::OidcError::CODES;

/// An organization as sign-in speaks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// Which.
    pub id: OrganizationId,
    /// Stands in addresses.
    pub slug: String,
    /// Its name today.
    pub name: String,
}

/// The day on which mandates are looked at.
fn today(now: chrono::DateTime<chrono::Utc>) -> NaiveDate {
    day_in(time_zone("Europe/Paris"), now)
}

async fn named(
    database: &impl ConnectionTrait,
    row: Option<organization::Model>,
    today: NaiveDate,
) -> Result<Organization, Error> {
    let row = row.ok_or(Error::NotFound)?;
    let names: Vec<DatedName> = organization_name::Entity::find()
        .filter(organization_name::Column::OrganizationId.eq(row.id))
        .all(database)
        .await?
        .into_iter()
        .map(|row| DatedName { name: row.name, short_name: row.short_name, valid_from: row.valid_from })
        .collect();
    let name = name_on(&names, today)
        .map(|name| name.short_name.clone().unwrap_or_else(|| name.name.clone()))
        .unwrap_or_else(|| row.slug.clone());
    Ok(Organization { id: OrganizationId(row.id), slug: row.slug, name })
}

/// An organization by the word in its address, without asking who wants to know.
async fn organization_named(
    database: &impl ConnectionTrait,
    slug: &str,
    today: NaiveDate,
) -> Result<Organization, Error> {
    let row = organization::Entity::find().filter(organization::Column::Slug.eq(slug)).one(database).await?;
    named(database, row, today).await
}

/// An organization by its identifier, without asking who wants to know.
async fn organization_by_id(
    database: &impl ConnectionTrait,
    id: Uuid,
    today: NaiveDate,
) -> Result<Organization, Error> {
    named(database, organization::Entity::find_by_id(id).one(database).await?, today).await
}

/// The network in whose journal an organization's sign-in is told: the one it has belonged to longest.
async fn network_of(database: &impl ConnectionTrait, organization: Uuid) -> Result<Option<Uuid>, Error> {
    let belongs = [Status::Admitted, Status::Suspended].map(Status::as_str);
    let row = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(organization))
        .filter(membership::Column::Status.is_in(belongs))
        .order_by_asc(membership::Column::StatusSince)
        .order_by_asc(membership::Column::Id)
        .one(database)
        .await?;
    Ok(row.map(|row| row.network_id))
}

/// A path on this server to go to after signing in; the front door for anything else.
#[must_use]
pub fn local_path(public_url: &str, path: &str) -> String {
    let plain = path.starts_with('/')
        && path.len() <= 1000
        && !path.contains('\\')
        && !path.chars().any(char::is_control)
        // Not back to where one signs in or out: that would go round in circles.
        && !["/sign-in", "/sign-out", "/sso/"].iter().any(|prefix| path.starts_with(prefix));
    let local = || {
        let base = Url::parse(public_url).ok()?;
        let target = base.join(path).ok()?;
        // Two slashes would be read as another host, by us now or by a browser later.
        (target.origin() == base.origin() && !target.path().starts_with("//"))
            .then(|| target[url::Position::BeforePath..].to_owned())
    };
    plain.then(local).flatten().unwrap_or_else(|| "/".into())
}

/// The stable word of a refusal, for the journal.
#[must_use]
pub fn refusal_word(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Protocol(word) | Refusal::Named(word) => (*word).to_owned(),
        Refusal::Admission(refused) => {
            serde_json::to_value(refused).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn only_paths_of_this_server_are_returned_to() {
        let here = "https://trame.example";
        for (asked, answer) in [
            ("/n/demo/assemblies?page=2", "/n/demo/assemblies?page=2"),
            ("/account#sessions", "/account#sessions"),
            ("//evil.example/", "/"),
            ("/\\evil.example", "/"),
            ("https://evil.example/", "/"),
            ("/a/..//evil.example", "/"),
            ("/\t/evil.example", "/"),
            ("/sign-in?next=/", "/"),
            ("javascript:alert(1)", "/"),
            ("", "/"),
        ] {
            assert_eq!(local_path(here, asked), answer, "{asked}");
        }
    }
}
