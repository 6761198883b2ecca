//! Mail domains: claimed by an organization, proved by its DNS or by its network's word.

use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::sign_in::claimable_domain;
use entities::{Unit, sign_in::domain as mail_domain};
use hickory_resolver::{Resolver, proto::rr::RData};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use super::{network_of, sessions::secret};
use crate::{Error, Refusal, Services, Viewer};

/// What the TXT record begins with.
pub const DOMAIN_RECORD: &str = "trame-domain-verification=";
const DNS_TIMEOUT: Duration = Duration::from_secs(5);

/// A domain that an organization claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainLine {
    /// Which claim.
    pub id: Uuid,
    /// The domain.
    pub domain: String,
    /// The TXT record that proves it.
    pub record: String,
    /// Since when it is proved.
    pub verified_at: Option<DateTime<Utc>>,
    /// Whether it was proved by DNS, and otherwise by a network's word.
    pub by_dns: bool,
}

pub(super) async fn of(database: &impl ConnectionTrait, organization: Uuid) -> Result<Vec<DomainLine>, Error> {
    let rows = mail_domain::Entity::find()
        .filter(mail_domain::Column::OrganizationId.eq(organization))
        .order_by_asc(mail_domain::Column::Domain)
        .all(database)
        .await?;
    let line = |row: mail_domain::Model| DomainLine {
        id: row.id,
        record: format!("{DOMAIN_RECORD}{}", row.challenge),
        domain: row.domain,
        verified_at: row.verified_at,
        by_dns: row.verified_by.as_deref() == Some("dns"),
    };
    Ok(rows.into_iter().map(line).collect())
}

async fn claim(unit: &Unit, organization: Uuid, id: Uuid) -> Result<mail_domain::Model, Error> {
    let row = mail_domain::Entity::find_by_id(id).one(unit.read()).await?;
    row.filter(|row| row.organization_id == organization).ok_or(Error::NotFound)
}

/// Whether another organization has proved the domain already.
async fn taken(unit: &Unit, organization: Uuid, domain: &str) -> Result<bool, Error> {
    let other = mail_domain::Entity::find()
        .filter(mail_domain::Column::Domain.eq(domain))
        .filter(mail_domain::Column::VerifiedAt.is_not_null())
        .filter(mail_domain::Column::OrganizationId.ne(organization))
        .one(unit.read())
        .await?;
    Ok(other.is_some())
}

/// Notes that a claim is proved; the first to prove a domain has it.
pub(super) async fn prove(
    unit: &Unit,
    organization: Uuid,
    id: Uuid,
    (by, network): (domain::ids::PersonId, Option<Uuid>),
    how: &str,
) -> Result<(), Error> {
    let row = claim(unit, organization, id).await?;
    if row.verified_at.is_some() {
        return Ok(());
    }
    if taken(unit, organization, &row.domain).await? {
        return Err(Refusal::Named("domain-taken").into());
    }
    let particulars = json!({
        "organization": organization, "domain": row.domain, "by": if how == "dns" { "dns" } else { "network" },
    });
    let mut row = row.into_active_model();
    row.verified_at = Set(Some(unit.now()));
    row.verified_by = Set(Some(how.to_owned()));
    mail_domain::Entity::update(row).exec(unit.write()).await?;
    unit.record(by, network, "domain_verified", particulars);
    Ok(())
}

impl Services {
    /// Claims a domain; it counts once it is proved.
    ///
    /// # Errors
    /// `domain::sign_in::DomainRefused`, [`Refusal::Named`] `domain-taken` or `domain-claimed`; of
    /// permission.
    pub async fn claim_domain(&self, viewer: &Viewer, slug: &str, text: &str) -> Result<(), Error> {
        let organization = self.administered(viewer, slug).await?;
        let by = viewer.person()?;
        let name = claimable_domain(text)?;
        self.store()
            .write(move |unit| {
                let (organization, name) = (organization.clone(), name.clone());
                Box::pin(async move {
                    if taken(unit, organization.id.0, &name).await? {
                        return Err(Refusal::Named("domain-taken").into());
                    }
                    let before = of(unit.read(), organization.id.0).await?;
                    if before.iter().any(|line| line.domain == name) {
                        return Err(Refusal::Named("domain-claimed").into());
                    }
                    let network = network_of(unit.read(), organization.id.0).await?;
                    let row = mail_domain::ActiveModel {
                        id: Set(unit.id()),
                        organization_id: Set(organization.id.0),
                        domain: Set(name.clone()),
                        challenge: Set(secret()),
                        verified_at: Set(None),
                        verified_by: Set(None),
                        created_at: Set(unit.now()),
                    };
                    mail_domain::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    let particulars = json!({ "organization": organization.id, "domain": name });
                    unit.record(by, network, "domain_claimed", particulars);
                    Ok(())
                })
            })
            .await
    }

    /// Looks for the TXT record of a claim.
    ///
    /// # Errors
    /// [`Refusal::Named`] `domain-record-missing` or `domain-taken`; of permission.
    pub async fn check_domain(&self, viewer: &Viewer, slug: &str, id: Uuid) -> Result<(), Error> {
        let organization = self.administered(viewer, slug).await?;
        let by = viewer.person()?;
        let lines = of(self.store().read(), organization.id.0).await?;
        let line = lines.into_iter().find(|line| line.id == id).ok_or(Error::NotFound)?;
        if !text_records(&line.domain).await.contains(&line.record) {
            return Err(Refusal::Named("domain-record-missing").into());
        }
        self.store()
            .write(move |unit| {
                let organization = organization.clone();
                Box::pin(async move {
                    let network = network_of(unit.read(), organization.id.0).await?;
                    prove(unit, organization.id.0, id, (by, network), "dns").await
                })
            })
            .await
    }

    /// Gives a domain up.
    ///
    /// # Errors
    /// Of permission; [`Error::NotFound`].
    pub async fn remove_domain(&self, viewer: &Viewer, slug: &str, id: Uuid) -> Result<(), Error> {
        let organization = self.administered(viewer, slug).await?;
        let by = viewer.person()?;
        self.store()
            .write(move |unit| {
                let organization = organization.clone();
                Box::pin(async move {
                    let row = claim(unit, organization.id.0, id).await?;
                    let network = network_of(unit.read(), organization.id.0).await?;
                    mail_domain::Entity::delete_by_id(id).exec(unit.write()).await?;
                    let particulars = json!({ "organization": organization.id, "domain": row.domain });
                    unit.record(by, network, "domain_removed", particulars);
                    Ok(())
                })
            })
            .await
    }
}

/// The TXT records of a domain; none when its name servers do not answer in time.
async fn text_records(domain: &str) -> Vec<String> {
    let lookup = async {
        let resolver = Resolver::builder_tokio().ok()?.build().ok()?;
        // The dot at the end keeps the resolver from trying the server's own domain as well.
        let found = resolver.txt_lookup(format!("{domain}.")).await.ok()?;
        let texts = found.answers().iter().filter_map(|record| match &record.data {
            RData::TXT(text) => Some(joined(text.txt_data.iter().map(AsRef::as_ref))),
            _ => None,
        });
        Some(texts.collect())
    };
    tokio::time::timeout(DNS_TIMEOUT, lookup).await.ok().flatten().unwrap_or_default()
}

/// A record is sent in pieces of 255 bytes.
fn joined<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> String {
    String::from_utf8_lossy(&pieces.collect::<Vec<_>>().concat()).trim().to_owned()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_record_in_pieces_is_one_text() {
        let pieces: [&[u8]; 2] = [b"trame-domain-", b"verification=abc "];
        assert_eq!(super::joined(pieces.into_iter()), "trame-domain-verification=abc");
    }
}
