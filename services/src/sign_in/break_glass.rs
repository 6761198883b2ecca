//! What a network's administrator may do for a member whose sign-in is broken: vouch for a domain,
//! and make a one-time link. Both are told to the journal, and the person is told of the link.

use domain::{
    access::{Action, Scope},
    ids::{NetworkId, PersonId},
    locale::Locale,
    memberships::Status,
    people::{Holder, Role},
};
use entities::{
    memberships::membership,
    people::{mandate, person},
};
use i18n::t;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use super::{
    Organization,
    domains::{self, DomainLine},
    links::{LinkPurpose, make, path_of, person_of},
    organization_named, today,
};
use crate::{
    Error, Services, Viewer,
    mail::{self, Letter},
};

/// A person of an organization who may need help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reachable {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Whether they have an address to which a link can be sent.
    pub has_address: bool,
}

/// What the network's administrator sees of an organization's sign-in.
#[derive(Clone, Debug)]
pub struct Rescue {
    /// Whose.
    pub organization: Organization,
    /// Its mail domains.
    pub domains: Vec<DomainLine>,
    /// Its people.
    pub people: Vec<Reachable>,
}

/// A link that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RescueLink {
    /// It was sent to the person's address.
    Sent,
    /// To be handed over; it is shown this once.
    Shown {
        /// The whole address.
        address: String,
    },
}

impl Services {
    /// The organization, and the network by which the viewer may help it.
    async fn helped(&self, viewer: &Viewer, slug: &str) -> Result<(Organization, Uuid), Error> {
        viewer.person()?;
        let database = self.store().read();
        let organization = organization_named(database, slug, today(self.now())).await?;
        viewer.require(Action::BreakGlass, Scope::Organization(organization.id))?;
        let administers = |network: Uuid| {
            let holder = Holder::Network(NetworkId(network));
            let mut mandates = viewer.actor.mandates().iter();
            mandates.any(|mandate| mandate.role == Role::NetworkAdministrator && mandate.holder == holder)
        };
        let memberships = membership::Entity::find()
            .filter(membership::Column::OrganizationId.eq(organization.id.0))
            .filter(membership::Column::Status.is_in([Status::Admitted, Status::Suspended].map(Status::as_str)))
            .all(database)
            .await?;
        let network = memberships.into_iter().map(|row| row.network_id).find(|network| administers(*network));
        Ok((organization, network.ok_or(Error::NotFound)?))
    }

    /// What can be done for an organization.
    ///
    /// # Errors
    /// Of permission, [`Error::Database`].
    pub async fn rescue(&self, viewer: &Viewer, slug: &str) -> Result<Rescue, Error> {
        let (organization, _) = self.helped(viewer, slug).await?;
        let database = self.store().read();
        let today = today(self.now());
        let people: Vec<Uuid> = mandate::Entity::find()
            .filter(mandate::Column::OrganizationId.eq(organization.id.0))
            .all(database)
            .await?
            .into_iter()
            .filter(|row| row.starts_on <= today && row.ends_on.is_none_or(|end| end >= today))
            .map(|row| row.person_id)
            .collect();
        let people = person::Entity::find()
            .filter(person::Column::Id.is_in(people))
            .order_by_asc(person::Column::Name)
            .all(database)
            .await?;
        let reachable = |row: person::Model| Reachable {
            id: PersonId(row.id),
            // The network is another organization to a person who goes by a pseudonym.
            name: row.pseudonym.unwrap_or(row.name),
            has_address: row.email.is_some(),
        };
        Ok(Rescue {
            domains: domains::of(database, organization.id.0).await?,
            people: people.into_iter().map(reachable).collect(),
            organization,
        })
    }

    /// Vouches for a domain in the name of the network.
    ///
    /// # Errors
    /// Of permission; [`crate::Refusal::Named`] `domain-taken`.
    pub async fn vouch_for_domain(&self, viewer: &Viewer, slug: &str, id: Uuid) -> Result<(), Error> {
        let (organization, network) = self.helped(viewer, slug).await?;
        let by = viewer.person()?;
        self.store()
            .write(move |unit| {
                let organization = organization.id.0;
                Box::pin(
                    async move { domains::prove(unit, organization, id, (by, Some(network)), &by.to_string()).await },
                )
            })
            .await
    }

    /// Makes a one-time link for a person of an organization.
    ///
    /// # Errors
    /// Of permission; [`Error::NotFound`] for someone who holds no mandate there.
    pub async fn break_glass(
        &self,
        viewer: &Viewer,
        slug: &str,
        helped: PersonId,
        by_mail: bool,
    ) -> Result<RescueLink, Error> {
        let (organization, network) = self.helped(viewer, slug).await?;
        let by = viewer.person()?;
        let by_name = viewer.name.clone();
        let base = self.settings().public_url.clone();
        self.store()
            .write(move |unit| {
                let (organization, by_name, base) = (organization.clone(), by_name.clone(), base.clone());
                Box::pin(async move {
                    let person = person_of(unit, organization.id.0, helped).await?;
                    let token = make(unit, helped, LinkPurpose::BreakGlass, Some(by)).await?;
                    let address = format!("{base}{}", path_of(&token));
                    let mailed = by_mail && person.email.is_some();
                    if let Some(to_address) = person.email.clone() {
                        let l: Locale = person.locale.parse()?;
                        let body = if mailed {
                            t!(l, "sign-in-letter-rescue-body", name = &person.name, by = &by_name, link = &address)
                        } else {
                            t!(l, "sign-in-letter-rescue-notice-body", name = &person.name, by = &by_name)
                        };
                        let letter = Letter {
                            network: Some(network),
                            person: Some(person.id),
                            to_address,
                            to_name: person.name.clone(),
                            subject: t!(l, "sign-in-letter-rescue-subject"),
                            body,
                            calendar: None,
                            kind: "break_glass",
                        };
                        mail::enqueue(unit, letter).await?;
                    }
                    let particulars = json!({
                        "organization": organization.id, "person": helped, "by_mail": mailed,
                    });
                    unit.record(by, Some(network), "break_glass", particulars);
                    Ok(if mailed { RescueLink::Sent } else { RescueLink::Shown { address } })
                })
            })
            .await
    }
}
