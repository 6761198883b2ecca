//! What is there from the beginning: organizations, people, networks with their colleges.

use std::sync::Arc;

use domain::identifiers::Register;
use entities::{
    Unit,
    networks::{college, network},
    organizations::{organization, organization_name, site},
    people::person,
    statutes::{draft, version},
};
use serde_json::json;
use services::{Error, Services};
use uuid::Uuid;

use super::{ACTOR, insert};
use crate::{
    data::{Demo, Network, Organization},
    ids::id,
};

pub(super) async fn write(services: &Services, demo: &Arc<Demo>) -> Result<(), Error> {
    let demo = Arc::clone(demo);
    services
        .store()
        .write(move |unit| {
            let demo = Arc::clone(&demo);
            Box::pin(async move {
                organizations(unit, &demo.organizations).await?;
                people(unit, &demo).await?;
                networks(unit, &demo.networks).await
            })
        })
        .await
}

async fn organizations(unit: &Unit, all: &[Organization]) -> Result<(), Error> {
    let (mut rows, mut names, mut sites) = (Vec::new(), Vec::new(), Vec::new());
    for one in all {
        let organization_id = id("organization", &one.slug);
        rows.push(row(unit, organization_id, one)?);
        names.extend(one.names.iter().map(|name| organization_name::Model {
            id: id("organization_name", &format!("{} {}", one.slug, name.valid_from)),
            organization_id,
            name: name.name.clone(),
            short_name: name.short_name.clone(),
            valid_from: name.valid_from,
        }));
        sites.extend(one.sites.iter().map(|place| site::Model {
            id: id("site", &format!("{} {}", one.slug, place.name)),
            organization_id,
            label: place.name.clone(),
            street: Some(place.street.clone()).filter(|street| !street.is_empty()),
            postal_code: None,
            city: place.town.clone(),
            country: place.country.clone(),
            valid_from: place.opened_on,
            valid_to: None,
        }));
        let told = json!({ "organization": organization_id, "slug": one.slug, "names": one.names });
        unit.record(ACTOR, None, "organization_created", told);
    }
    insert::<organization::ActiveModel>(unit, rows).await?;
    insert::<organization_name::ActiveModel>(unit, names).await?;
    insert::<site::ActiveModel>(unit, sites).await
}

fn row(unit: &Unit, organization_id: Uuid, one: &Organization) -> Result<organization::Model, Error> {
    // Kept in the form in which a page would keep it; the tests of the data say that all are right.
    let number = |register: Register| {
        let found = one.identifiers.iter().find(|identifier| identifier.register == register)?;
        register.parse(&found.value).ok().map(|identifier| identifier.value)
    };
    Ok(organization::Model {
        id: organization_id,
        slug: one.slug.clone(),
        legal_form: one.legal_form.to_string(),
        country: one.country.clone(),
        locales: serde_json::to_value(&one.languages)?,
        rna: number(Register::Rna),
        siren: number(Register::Siren),
        siret: number(Register::Siret),
        enterprise_number: number(Register::EnterpriseNumber),
        email: Some(one.email.clone()),
        phone: one.phone.clone(),
        website: None,
        description: String::new(),
        created_at: unit.now(),
        version: 1,
    })
}

async fn people(unit: &Unit, demo: &Demo) -> Result<(), Error> {
    let rows = demo.people.iter().map(|one| {
        let person = id("person", &one.slug);
        unit.record(ACTOR, None, "person_created", json!({ "person": person }));
        person::Model {
            id: person,
            name: one.display_name.clone(),
            pseudonym: one.pseudonym.clone(),
            email: one.email.clone(),
            locale: one.language.to_string(),
            created_at: unit.now(),
        }
    });
    insert::<person::ActiveModel>(unit, rows.collect()).await
}

async fn networks(unit: &Unit, all: &[Network]) -> Result<(), Error> {
    let (mut rows, mut colleges) = (Vec::new(), Vec::new());
    let (mut versions, mut drafts) = (Vec::new(), Vec::new());
    for one in all {
        let network_id = id("network", &one.slug);
        rows.push(network::Model {
            id: network_id,
            slug: one.slug.clone(),
            names: serde_json::to_value(&one.names)?,
            descriptions: serde_json::to_value(&one.about)?,
            host_organization_id: Some(id("organization", &one.host)),
            locale: one.default_language.to_string(),
            locales: serde_json::to_value(&one.languages)?,
            time_zone: one.time_zone.to_string(),
            rules: serde_json::to_value(&one.rules)?,
            demo: true,
            created_at: unit.now(),
        });
        unit.record(ACTOR, Some(network_id), "network_created", json!({ "network": network_id, "names": one.names }));
        if let Some(first) = &one.statutes {
            let rules = serde_json::to_value(&one.rules)?;
            let told = json!({ "version": 1, "valid_from": first.valid_from, "note": first.note, "rules": rules });
            unit.record(ACTOR, Some(network_id), "statutes_adopted", told);
            versions.push(version::Model {
                network_id,
                version: 1,
                valid_from: first.valid_from,
                assembly_id: None,
                rules,
                note: first.note.clone(),
                made_at: unit.now(),
                made_by: None,
            });
        }
        if let Some(rules) = &one.draft {
            let rules = serde_json::to_value(rules)?;
            unit.record(ACTOR, Some(network_id), "statutes_drafted", json!({ "rules": rules }));
            drafts.push(draft::Model { network_id, rules, revision: 1, edited_at: unit.now(), edited_by: None });
        }
        for (position, college) in (0..).zip(&one.colleges) {
            let college_id = college_id(&one.slug, &college.slug);
            colleges.push(college::Model {
                id: college_id,
                network_id,
                position,
                names: serde_json::to_value(&college.names)?,
                weight_rule: serde_json::to_value(&college.weight)?,
            });
            let told = json!({ "college": college_id, "names": college.names, "weight_rule": college.weight });
            unit.record(ACTOR, Some(network_id), "college_saved", told);
        }
    }
    insert::<network::ActiveModel>(unit, rows).await?;
    insert::<college::ActiveModel>(unit, colleges).await?;
    insert::<version::ActiveModel>(unit, versions).await?;
    insert::<draft::ActiveModel>(unit, drafts).await
}

pub(super) fn college_id(network: &str, college: &str) -> Uuid {
    id("college", &format!("{network} {college}"))
}
