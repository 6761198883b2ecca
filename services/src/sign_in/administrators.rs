//! The first way in: `trame admin invite`, and the first start of an empty server.

use chrono::NaiveDate;
use domain::{
    assemblies::AssemblyRules,
    ids::{NetworkId, PersonId},
    locale::{Locale, Localized},
    people::Role,
    sign_in::normalized_address,
};
use entities::{
    Unit,
    networks::network,
    people::{mandate, person},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::{
    admission::create_person,
    links::{LinkPurpose, make, path_of},
    today,
};
use crate::{Error, FieldError, FieldProblem, Refusal, Services, networks::find_network};

/// Stands in the address of the network that is made when there is none.
const FIRST_NETWORK: &str = "reseau";

impl Services {
    /// Makes somebody an administrator of a network, and a one-time link with which they sign in.
    /// Without a network's word it is the only one; where there is none, an empty one is made.
    /// Returns the path of the link. For whoever has the server in their hands, so nobody is asked for
    /// permission.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown network, [`Refusal::Named`] `network-needed` where there are
    /// several, [`Error::Invalid`] for a name or an address that is none.
    pub async fn invite_administrator(
        &self,
        name: &str,
        address: Option<&str>,
        network: Option<&str>,
    ) -> Result<String, Error> {
        let name = name.trim().to_owned();
        if name.is_empty() {
            return Err(Error::Invalid(vec![FieldError::new("name", FieldProblem::Missing)]));
        }
        let wrong = || Error::Invalid(vec![FieldError::new("address", FieldProblem::NotAnAddress)]);
        let address = address.map(|text| normalized_address(text).ok_or_else(wrong)).transpose()?;
        let network = network.map(str::to_owned);
        self.store()
            .write(move |unit| {
                let (name, address, network) = (name.clone(), address.clone(), network.clone());
                Box::pin(async move {
                    let network = match network {
                        Some(slug) => find_network(unit.read(), &slug).await?.id,
                        None => only_network(unit).await?,
                    };
                    let person = match known(unit, address.as_deref()).await? {
                        Some(person) => person,
                        None => create_person(unit, &name, address, Locale::default()).await?,
                    };
                    appoint(unit, person, network).await?;
                    let token = make(unit, person, LinkPurpose::Invitation, None).await?;
                    unit.record("", Some(network.0), "administrator_invited", json!({ "person": person }));
                    Ok(path_of(&token))
                })
            })
            .await
    }

    /// Whether nobody is there yet: the first start.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn nobody_yet(&self) -> Result<bool, Error> {
        Ok(person::Entity::find().one(self.store().read()).await?.is_none())
    }
}

/// Whoever runs the command vouches for the address, so that asking twice makes no second person.
async fn known(unit: &Unit, address: Option<&str>) -> Result<Option<PersonId>, Error> {
    let Some(address) = address else { return Ok(None) };
    let found = person::Entity::find().filter(person::Column::Email.eq(address)).one(unit.read()).await?;
    Ok(found.map(|row| PersonId(row.id)))
}

async fn only_network(unit: &Unit) -> Result<NetworkId, Error> {
    let rows = network::Entity::find().all(unit.read()).await?;
    match rows.as_slice() {
        [one] => return Ok(NetworkId(one.id)),
        [] => {}
        _ => return Err(Refusal::Named("network-needed").into()),
    }
    let names = Localized(
        [(Locale::Fr, "Réseau"), (Locale::Nl, "Netwerk"), (Locale::En, "Network")]
            .map(|(locale, name)| (locale, name.to_owned()))
            .into(),
    );
    let id = unit.id();
    let row = network::ActiveModel {
        id: Set(id),
        slug: Set(FIRST_NETWORK.to_owned()),
        names: Set(serde_json::to_value(names)?),
        descriptions: Set(serde_json::to_value(Localized::default())?),
        host_organization_id: Set(None),
        locale: Set(Locale::Fr.to_string()),
        locales: Set(serde_json::to_value(Locale::ALL)?),
        time_zone: Set("Europe/Paris".to_owned()),
        rules: Set(serde_json::to_value(AssemblyRules::usual())?),
        demo: Set(false),
        created_at: Set(unit.now()),
    };
    network::Entity::insert(row).exec_without_returning(unit.write()).await?;
    unit.record("", Some(id), "network_created", json!({ "slug": FIRST_NETWORK }));
    Ok(NetworkId(id))
}

async fn appoint(unit: &Unit, person: PersonId, network: NetworkId) -> Result<(), Error> {
    let today: NaiveDate = today(unit.now());
    let held = mandate::Entity::find()
        .filter(mandate::Column::PersonId.eq(person.0))
        .filter(mandate::Column::NetworkId.eq(network.0))
        .filter(mandate::Column::Role.eq(Role::NetworkAdministrator.as_str()))
        .all(unit.read())
        .await?;
    if held.iter().any(|row| row.starts_on <= today && row.ends_on.is_none_or(|end| end >= today)) {
        return Ok(());
    }
    let row = mandate::ActiveModel {
        id: Set(unit.id()),
        person_id: Set(person.0),
        role: Set(Role::NetworkAdministrator.to_string()),
        network_id: Set(Some(network.0)),
        organization_id: Set(None),
        starts_on: Set(today),
        ends_on: Set(None),
        granted_by: Set(None),
        source: Set("decision".to_owned()),
        created_at: Set(unit.now()),
    };
    mandate::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok(())
}
