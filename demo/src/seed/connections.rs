//! How the associations of the demo sign their people in.

use std::sync::Arc;

use entities::sign_in::{approval, connection, domain, identity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use services::{Error, Services};

use super::{ACTOR, insert};
use crate::{
    data::{Demo, DomainProof},
    ids::id,
    provider::issuer_address,
};

/// What an organization's connection asks for.
const SCOPES: &str = "openid email profile groups";

pub(super) async fn write(services: &Services, demo: &Arc<Demo>) -> Result<(), Error> {
    let demo = Arc::clone(demo);
    let public_url = services.settings().public_url.clone();
    services
        .store()
        .write(move |unit| {
            let (demo, public_url) = (Arc::clone(&demo), public_url.clone());
            Box::pin(async move {
                let (mut rows, mut domains, mut identities) = (Vec::new(), Vec::new(), Vec::new());
                for one in &demo.connections {
                    let organization_id = id("organization", &one.organization);
                    let connection_id = id("connection", &one.organization);
                    let issuer = issuer_address(&public_url, &one.issuer);
                    rows.push(connection::Model {
                        id: connection_id,
                        organization_id,
                        issuer: issuer.clone(),
                        client_id: one.client_id.clone(),
                        client_secret: None,
                        client_authentication: "none".into(),
                        pkce: true,
                        scopes: SCOPES.into(),
                        unknown_person: one.unknown_person.to_string(),
                        claim_rules: serde_json::to_value(&one.claim_rules)?,
                        state: one.state.to_string(),
                        tested_at: None,
                        test_result: None,
                        version: 1,
                        created_at: unit.now(),
                    });
                    domains.extend(one.domains.iter().map(|claimed| domain::Model {
                        id: id("domain", &claimed.name),
                        organization_id,
                        domain: claimed.name.clone(),
                        challenge: id("challenge", &claimed.name).simple().to_string(),
                        verified_at: claimed.proof.map(|_| unit.now()),
                        verified_by: claimed.proof.map(|proof| match proof {
                            DomainProof::Dns => "dns".into(),
                            DomainProof::NetworkAdministrator => ACTOR.into(),
                        }),
                        created_at: unit.now(),
                    }));
                    identities.extend(one.accounts.iter().filter_map(|account| {
                        Some(identity::Model {
                            id: id("identity", &account.subject),
                            person_id: id("person", account.person.as_ref()?),
                            connection_id,
                            issuer: issuer.clone(),
                            subject: account.subject.clone(),
                            email: Some(account.email.clone()),
                            created_at: unit.now(),
                            last_used_at: unit.now(),
                        })
                    }));
                    let told = json!({ "organization": organization_id, "state": one.state, "rules": one.claim_rules });
                    unit.record(ACTOR, None, "connection_saved", told);
                }
                insert::<connection::ActiveModel>(unit, rows).await?;
                insert::<domain::ActiveModel>(unit, domains).await?;
                insert::<identity::ActiveModel>(unit, identities).await
            })
        })
        .await
}

/// Lets the connections of the demo follow the server's address: their issuers lie under it.
/// Connections to any other issuer were set up by hand and stay.
pub(super) async fn follow(services: &Services, demo: &Arc<Demo>) -> Result<(), Error> {
    let public_url = &services.settings().public_url;
    let stored = connection::Entity::find().all(services.store().read()).await?;
    let moved: Vec<_> = stored
        .into_iter()
        .filter_map(|row| {
            let one = demo.connections.iter().find(|one| id("connection", &one.organization) == row.id)?;
            let issuer = issuer_address(public_url, &one.issuer);
            let ours = row.issuer.ends_with(&issuer_address("", &one.issuer));
            (ours && row.issuer != issuer).then_some((row.id, row.issuer, issuer))
        })
        .collect();
    if moved.is_empty() {
        return Ok(());
    }
    services
        .store()
        .write(move |unit| {
            let moved = moved.clone();
            Box::pin(async move {
                for (connection_id, before, after) in moved {
                    connection::Entity::update_many()
                        .filter(connection::Column::Id.eq(connection_id))
                        .col_expr(connection::Column::Issuer, after.as_str().into())
                        .exec(unit.write())
                        .await?;
                    identity::Entity::update_many()
                        .filter(identity::Column::ConnectionId.eq(connection_id))
                        .filter(identity::Column::Issuer.eq(before.as_str()))
                        .col_expr(identity::Column::Issuer, after.as_str().into())
                        .exec(unit.write())
                        .await?;
                    approval::Entity::update_many()
                        .filter(approval::Column::ConnectionId.eq(connection_id))
                        .filter(approval::Column::Issuer.eq(before.as_str()))
                        .col_expr(approval::Column::Issuer, after.as_str().into())
                        .exec(unit.write())
                        .await?;
                    let told = json!({ "connection": connection_id, "before": before, "after": after });
                    unit.record(ACTOR, None, "demo_issuer_moved", told);
                }
                Ok::<_, Error>(())
            })
        })
        .await
}
