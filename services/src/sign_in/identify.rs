//! Where somebody signs in: at their association's own provider, or by a one-time link.

use std::collections::{HashMap, HashSet};

use domain::{
    locale::Locale,
    memberships::Status,
    organizations::name_on,
    sign_in::{ConnectionState, domain_of, normalized_address},
};
use entities::{
    memberships::membership,
    organizations::organization,
    sign_in::{connection, domain as mail_domain},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Organization, organization_by_id, organization_named, today};
use crate::{Error, FieldError, FieldProblem, Services, networks::names_of};

/// How somebody is to sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// At the provider of this organization.
    Connection(Organization),
    /// By a one-time link to this address, if it is somebody's: nobody is told whether it is.
    Mail {
        /// The address, normalized.
        address: String,
    },
}

/// An organization to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Stands in addresses.
    pub slug: String,
    /// Its name today.
    pub name: String,
    /// Whether it has a provider of its own in use; otherwise its people ask for a one-time link.
    pub connected: bool,
}

/// The members of a network, to pick from.
#[derive(Clone, Debug)]
pub struct NetworkChoices {
    /// Name of the network.
    pub network: String,
    /// Its members, by name.
    pub organizations: Vec<Listed>,
}

impl Services {
    /// Where the holder of an address signs in. The answer rests on the domain alone, so that it is
    /// the same whether the person is known or not.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the field `address`.
    pub async fn identify(&self, text: &str) -> Result<Way, Error> {
        let problem = if text.trim().is_empty() { FieldProblem::Missing } else { FieldProblem::NotAnAddress };
        let address =
            normalized_address(text).ok_or_else(|| Error::Invalid(vec![FieldError::new("address", problem)]))?;
        let database = self.store().read();
        let organizations: Vec<Uuid> = mail_domain::Entity::find()
            .filter(mail_domain::Column::Domain.eq(domain_of(&address).unwrap_or_default()))
            .filter(mail_domain::Column::VerifiedAt.is_not_null())
            .all(database)
            .await?
            .into_iter()
            .map(|row| row.organization_id)
            .collect();
        if organizations.is_empty() {
            return Ok(Way::Mail { address });
        }
        let active = connection::Entity::find()
            .filter(connection::Column::OrganizationId.is_in(organizations))
            .filter(connection::Column::State.eq(ConnectionState::Active.as_str()))
            .one(database)
            .await?;
        Ok(match active {
            Some(row) => Way::Connection(organization_by_id(database, row.organization_id, today(self.now())).await?),
            None => Way::Mail { address },
        })
    }

    /// An organization that somebody picked, and whether it has a provider of its own in use.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn sign_in_organization(&self, slug: &str) -> Result<(Organization, bool), Error> {
        let database = self.store().read();
        let organization = organization_named(database, slug, today(self.now())).await?;
        let active = connection::Entity::find()
            .filter(connection::Column::OrganizationId.eq(organization.id.0))
            .filter(connection::Column::State.eq(ConnectionState::Active.as_str()))
            .one(database)
            .await?;
        Ok((organization, active.is_some()))
    }

    /// The associations to pick from, by network; those whose name holds `search`, when it is not empty.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn sign_in_choices(&self, search: &str, locale: Locale) -> Result<Vec<NetworkChoices>, Error> {
        let database = self.store().read();
        let today = today(self.now());
        let members = membership::Entity::find()
            .filter(membership::Column::Status.is_in([Status::Admitted, Status::Suspended].map(Status::as_str)))
            .all(database)
            .await?;
        let ids: Vec<Uuid> = members.iter().map(|row| row.organization_id).collect();
        let names = names_of(database, &ids).await?;
        let slugs: HashMap<Uuid, String> = organization::Entity::find()
            .filter(organization::Column::Id.is_in(ids))
            .all(database)
            .await?
            .into_iter()
            .map(|row| (row.id, row.slug))
            .collect();
        let connected: HashSet<Uuid> = connection::Entity::find()
            .filter(connection::Column::State.eq(ConnectionState::Active.as_str()))
            .all(database)
            .await?
            .into_iter()
            .map(|row| row.organization_id)
            .collect();
        let wanted = folded(search.trim());
        let mut choices = Vec::new();
        for network in self.networks().await? {
            let mut organizations: Vec<Listed> = members
                .iter()
                .filter(|row| row.network_id == network.id.0)
                .filter_map(|row| {
                    let slug = slugs.get(&row.organization_id)?.clone();
                    let name = names.get(&row.organization_id).and_then(|names| name_on(names, today))?;
                    let short = name.short_name.clone().unwrap_or_default();
                    let found = folded(&name.name).contains(&wanted) || folded(&short).contains(&wanted);
                    let connected = connected.contains(&row.organization_id);
                    found.then(|| Listed { slug, name: name.name.clone(), connected })
                })
                .collect();
            organizations.sort_by_cached_key(|listed| folded(&listed.name));
            if !organizations.is_empty() {
                choices.push(NetworkChoices { network: network.name(locale).to_owned(), organizations });
            }
        }
        choices.sort_by_cached_key(|choice| folded(&choice.network));
        Ok(choices)
    }
}

/// A name as people look for it: without capitals and without accents.
fn folded(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'à' | 'á' | 'â' | 'ä' => 'a',
            'ç' => 'c',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'î' | 'ï' | 'í' => 'i',
            'ô' | 'ö' | 'ó' => 'o',
            'ù' | 'û' | 'ü' | 'ú' => 'u',
            '’' => '\'',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_found_without_their_accents() {
        assert!(super::folded("Fédération « L’Étape »").contains(&super::folded("l'etape")));
    }
}
