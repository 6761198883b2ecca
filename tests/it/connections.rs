//! An association's administrator sets its sign-in up alone.

use domain::sign_in::{DomainRefused, UnknownPerson};
use entities::sign_in::{connection, domain as mail_domain};
use http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use services::{Error, Refusal};

use crate::{
    providers::{CLIENT, Federation, SECRET, at_provider},
    support::{Answer, Browser, for_each_database},
};

async fn state(federation: &Federation) -> connection::Model {
    let database = federation.world.services.store().read();
    let row = connection::Entity::find_by_id(federation.aurore.connection).one(database).await;
    row.expect("a database").expect("a connection")
}

async fn save(federation: &Federation, browser: &mut Browser, changed: &[(&str, &str)]) -> Answer {
    let row = state(federation).await;
    let version = row.version.to_string();
    let mut entries = vec![
        ("issuer", row.issuer.as_str()),
        ("client_id", CLIENT),
        ("client_secret", ""),
        ("client_authentication", "basic"),
        ("pkce", "yes"),
        ("scopes", row.scopes.as_str()),
        ("unknown_person", "refuse"),
        ("version", version.as_str()),
    ];
    entries.retain(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    entries.extend(changed);
    browser.post("/o/aurore/connection", &entries).await
}

#[tokio::test]
async fn changed_settings_are_tested_before_they_are_used() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let mut browser = federation.signed_in(&federation.aurore, "admin").await;
        let mut phone = federation.signed_in(&federation.aurore, "admin").await;
        let page = browser.get("/o/aurore/connection").await;
        assert!(page.body.contains("In service") && !page.body.contains(SECRET), "{}", page.body);
        // Nothing changed, so nothing stops.
        assert_eq!(save(&federation, &mut browser, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(state(&federation).await.state, "active");

        let rules = [("unknown_person", "create_staff"), ("claim", "groups"), ("value", "equipe"), ("role", "staff")];
        assert_eq!(save(&federation, &mut browser, &rules).await.status, StatusCode::SEE_OTHER);
        let row = state(&federation).await;
        assert_eq!((row.state.as_str(), row.client_secret.as_deref()), ("draft", Some(SECRET)));
        let line = federation.journal("connection_saved").await.pop().expect("a line");
        assert_eq!(line["changed"], json!(["unknown_person", "claim_rules"]));
        assert_eq!(phone.get("/account").await.status, StatusCode::UNAUTHORIZED, "its sessions are over");
        assert!(browser.get("/account").await.status.is_success(), "but the administrator's own");
        let instead = phone.get("/sso/aurore").await;
        assert!(instead.location.expect("the form").starts_with("/sign-in?organization=aurore"));
        let early = browser.post("/o/aurore/connection/activate", &[]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);

        let begun = browser.post("/o/aurore/connection/test", &[]).await;
        let back = at_provider(&federation.aurore.issuer, &begun, "admin");
        let tested = browser.get(&back).await;
        assert_eq!(tested.location.as_deref(), Some("/o/aurore/connection#test"));
        let page = browser.get("/o/aurore/connection").await;
        assert!(page.body.contains("admin@aurore.example") && page.body.contains("would come in"), "{}", page.body);
        assert_eq!(state(&federation).await.state, "tested");
        // Any further change takes the test back.
        save(&federation, &mut browser, &[("unknown_person", "refuse")]).await;
        assert_eq!(state(&federation).await.state, "draft");
        let begun = browser.post("/o/aurore/connection/test", &[]).await;
        let back = at_provider(&federation.aurore.issuer, &begun, "admin");
        browser.get(&back).await;
        assert_eq!(browser.post("/o/aurore/connection/activate", &[]).await.status, StatusCode::SEE_OTHER);
        federation.signed_in(&federation.aurore, "admin").await;

        let mut phone = federation.signed_in(&federation.aurore, "admin").await;
        assert_eq!(browser.post("/o/aurore/connection/disable", &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(phone.get("/account").await.status, StatusCode::UNAUTHORIZED);
        let whole = serde_json::to_string(&federation.journal("connection_saved").await).expect("JSON");
        assert!(!whole.contains(SECRET));
    })
    .await;
}

#[tokio::test]
async fn a_form_comes_back_with_what_was_typed_and_why() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let mut browser = federation.signed_in(&federation.aurore, "admin").await;
        for (changed, field) in [
            (vec![("issuer", "ldap://directory.example")], "field-issuer-error"),
            (vec![("issuer", "https://192.168.1.1/")], "field-issuer-error"),
            (vec![("issuer", "https://thief.example")], "field-client_secret-error"),
            (vec![("client_id", " ")], "field-client_id-error"),
            (vec![("client_authentication", "none"), ("pkce", "")], "field-pkce-error"),
            (vec![("unknown_person", "everybody")], "field-unknown_person-error"),
            (vec![("claim", "groups"), ("value", "x"), ("role", "legal_representative")], "field-rules"),
            (vec![("claim", "groups"), ("value", ""), ("role", "staff")], "field-rules"),
        ] {
            let answer = save(&federation, &mut browser, &changed).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{changed:?}");
            assert!(answer.body.contains(&format!("id=\"{field}\"")), "{changed:?} {}", answer.body);
            // A choice that was never offered cannot be shown again.
            assert!(changed[0].0 == "unknown_person" || answer.body.contains(changed[0].1), "{changed:?}");
        }
        let stale = save(&federation, &mut browser, &[("version", "0"), ("scopes", "openid")]).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        assert_eq!(state(&federation).await.state, "active");
        let mut stranger = federation.signed_in(&federation.coallia, "admin").await;
        assert_eq!(stranger.get("/o/aurore/connection").await.status, StatusCode::NOT_FOUND);
        assert_eq!(save(&federation, &mut stranger, &[("scopes", "openid")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(federation.world.browser().get("/o/aurore/connection").await.status, StatusCode::UNAUTHORIZED);
    })
    .await;
}

#[tokio::test]
async fn a_failed_test_says_why() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let mut browser = federation.signed_in(&federation.aurore, "admin").await;
        save(&federation, &mut browser, &[("client_secret", "a wrong secret")]).await;
        let begun = browser.post("/o/aurore/connection/test", &[]).await;
        let back = at_provider(&federation.aurore.issuer, &begun, "admin");
        browser.get(&back).await;
        let page = browser.get("/o/aurore/connection").await;
        assert!(page.body.contains("token-refused") && page.body.contains("invalid_client"), "{}", page.body);
        assert_eq!(state(&federation).await.state, "draft");
        let address = federation.aurore.issuer.address().replace("aurore", "nowhere");
        save(&federation, &mut browser, &[("issuer", &address), ("client_secret", SECRET)]).await;
        let failed = browser.post("/o/aurore/connection/test", &[]).await;
        assert_eq!(failed.location.as_deref(), Some("/o/aurore/connection#test"));
        assert!(browser.get("/o/aurore/connection").await.body.contains("provider-failed"));
    })
    .await;
}

#[tokio::test]
async fn a_provider_that_is_down_is_said_to_be() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let mut browser = federation.signed_in(&federation.aurore, "admin").await;
        let address = "http://127.0.0.1:9/provider";
        save(&federation, &mut browser, &[("issuer", address), ("client_secret", SECRET)]).await;
        federation
            .world
            .services
            .store()
            .write::<_, Error, _>({
                let connection = federation.aurore.connection;
                move |unit| {
                    Box::pin(async move {
                        let row = connection::ActiveModel {
                            id: sea_orm::ActiveValue::Set(connection),
                            state: sea_orm::ActiveValue::Set("active".into()),
                            ..Default::default()
                        };
                        connection::Entity::update(row).exec(unit.write()).await?;
                        Ok(())
                    })
                }
            })
            .await
            .expect("in use");
        let down = federation.world.browser().get("/sso/aurore").await;
        assert_eq!(down.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(down.body.contains("does not answer") && down.body.contains("provider-down"), "{}", down.body);
        assert_eq!(federation.last_refusal().await, "provider-down");
        // The other member notices nothing.
        federation.signed_in(&federation.coallia, "admin").await;
    })
    .await;
}

#[tokio::test]
async fn a_domain_belongs_to_who_proved_it_first() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let mut aurore = federation.signed_in(&federation.aurore, "admin").await;
        let mut coallia = federation.signed_in(&federation.coallia, "admin").await;
        let mut nora = federation.by_link("nora@federation.example").await;
        let claim = "/o/aurore/connection/domains";
        for wrong in ["gmail.com", "orange.fr", "no domain", "coallia.example", "aurore.example"] {
            let answer = aurore.post(claim, &[("domain", wrong)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            assert!(answer.body.contains(wrong), "{wrong} {}", answer.body);
        }
        let name = "common.example";
        aurore.post(claim, &[("domain", name)]).await;
        coallia.post("/o/coallia/connection/domains", &[("domain", name)]).await;
        let database = federation.world.services.store().read();
        let claims = mail_domain::Entity::find().filter(mail_domain::Column::Domain.eq(name)).all(database).await;
        let claims = claims.expect("claims");
        let of = |organization| claims.iter().find(|row| row.organization_id == organization).expect("a claim");
        let (first, second) = (of(federation.aurore.id), of(federation.coallia.id));
        assert_ne!(first.challenge, second.challenge);
        assert!(aurore.get("/o/aurore/connection").await.body.contains(&first.challenge));
        // Not proved yet: an address of the domain leads nowhere.
        let nowhere = aurore.clone().post("/sign-in", &[("address", "x@common.example")]).await;
        assert_eq!(nowhere.location.as_deref(), Some("/sign-in/sent"));
        let vouch = |id| format!("/o/coallia/rescue/domains/{id}");
        assert_eq!(aurore.post(&vouch(second.id), &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(nora.post(&vouch(first.id), &[]).await.status, StatusCode::NOT_FOUND, "another's claim");
        assert_eq!(nora.post(&vouch(second.id), &[]).await.status, StatusCode::SEE_OTHER);
        let late = nora.post(&format!("/o/aurore/rescue/domains/{}", first.id), &[]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        let begun = aurore.clone().post("/sign-in", &[("address", "x@common.example")]).await;
        assert!(begun.location.expect("the provider").starts_with(federation.coallia.issuer.address()));
        let gone = format!("/o/coallia/connection/domains/{}/remove", second.id);
        assert_eq!(aurore.post(&gone, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(coallia.post(&gone, &[]).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn only_the_administrator_sets_a_connection_up() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        federation.set(federation.aurore.connection, UnknownPerson::CreateStaff, json!([])).await;
        federation.aurore.issuer.set_people(vec![crate::providers::account(
            "staff",
            Some("staff@aurore.example"),
            true,
            &[],
        )]);
        let mut staff = federation.signed_in(&federation.aurore, "staff").await;
        for path in ["/o/aurore/connection", "/o/aurore/approvals", "/o/aurore/rescue"] {
            assert_eq!(staff.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        let services = &federation.world.services;
        let viewer = services.viewer(staff.cookie("session")).await.expect("a viewer");
        let refused = services.claim_domain(&viewer, "aurore", "gmail.com").await;
        assert!(matches!(refused, Err(Error::NotAllowed { .. })), "permission comes before the rule");
        assert_eq!(Refusal::from(DomainRefused::Consumer), DomainRefused::Consumer.into());
    })
    .await;
}
