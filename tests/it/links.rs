//! One-time links: for those without a provider, for invitations, and for the network's help.

use chrono::TimeDelta;
use entities::sign_in::link;
use http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};
use services::{Error, Refusal};

use crate::{
    providers::Federation,
    support::{PUBLIC_URL, for_each_database},
};

#[tokio::test]
async fn a_link_opens_one_session_after_a_press_of_its_button() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let mut browser = federation.world.browser();
        let known = browser.post("/sign-in", &[("address", "Nora@Federation.example"), ("next", "/account")]).await;
        let unknown = browser.post("/sign-in", &[("address", "nobody@federation.example"), ("next", "/account")]).await;
        assert_eq!((known.status, &known.location), (unknown.status, &unknown.location));
        assert_eq!(known.body, unknown.body);
        assert_eq!(federation.letters().await.len(), 1);
        let link = federation.latest_link().await;
        let token = link.trim_start_matches("/sign-in/link/").split('?').next().expect("a token").to_owned();
        assert_eq!(token.len(), 64);
        let stored = link::Entity::find().all(federation.world.services.store().read()).await.expect("links");
        assert!(stored.iter().all(|row| row.token_hash != token));
        // A mail scanner opens the link; nothing happens.
        for _ in 0..2 {
            let page = federation.world.browser().get(&link).await;
            assert!(page.status.is_success() && page.body.contains("Hello Nora"), "{}", page.body);
        }
        let arrived = browser.post(&format!("/sign-in/link/{token}"), &[("next", "/account")]).await;
        assert_eq!(arrived.location.as_deref(), Some("/account"));
        assert!(browser.get("/account").await.body.contains("Nora"));
        let mut other = federation.world.browser();
        assert_eq!(other.post(&format!("/sign-in/link/{token}"), &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(other.get(&link).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(federation.last_refusal().await, "link-expired");
        assert!(other.cookie("session").is_none());
    })
    .await;
}

#[tokio::test]
async fn a_link_grows_old_and_few_are_sent() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let mut browser = federation.world.browser();
        for _ in 0..7 {
            let answer = browser.post("/sign-in", &[("address", "nora@federation.example")]).await;
            assert_eq!(answer.location.as_deref(), Some("/sign-in/sent"));
        }
        let database = federation.world.services.store().read();
        assert_eq!(link::Entity::find().count(database).await.expect("a number"), 5);
        let link = federation.latest_link().await;
        federation.world.time.pass_minutes(16);
        assert_eq!(browser.post(&link, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        federation.world.time.pass_minutes(60);
        browser.post("/sign-in", &[("address", "nora@federation.example")]).await;
        assert_eq!(link::Entity::find().count(database).await.expect("a number"), 6);
        for (address, message) in [("", "field-address-error"), ("no address", "field-address-error")] {
            let answer = browser.post("/sign-in", &[("address", address)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains(message) && answer.body.contains(address), "{}", answer.body);
        }
    })
    .await;
}

#[tokio::test]
async fn an_address_of_a_connected_domain_gets_no_link() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let mut browser = federation.world.browser();
        for address in ["admin@aurore.example", "nobody@aurore.example"] {
            let answer = browser.post("/sign-in", &[("address", address)]).await;
            assert!(answer.location.expect("the provider").starts_with(federation.aurore.issuer.address()));
        }
        assert!(federation.letters().await.is_empty());
        federation.world.services.request_link("admin@aurore.example", Default::default(), "/").await.expect("answers");
        assert!(federation.letters().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_networks_administrator_lets_somebody_in_whose_sign_in_is_broken() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let mut nora = federation.by_link("nora@federation.example").await;
        let mut aurore = federation.signed_in(&federation.aurore, "admin").await;
        assert!(nora.get("/o/aurore/rescue").await.body.contains("Admin of aurore"));
        let page = format!("/o/aurore/rescue/people/{}", federation.aurore.administrator);
        assert_eq!(aurore.get("/o/aurore/rescue").await.status, StatusCode::FORBIDDEN);
        assert_eq!(aurore.post(&page, &[("how", "show")]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(nora.get("/o/aurore/connection").await.status, StatusCode::FORBIDDEN);
        let foreign = format!("/o/aurore/rescue/people/{}", federation.coallia.administrator);
        assert_eq!(nora.post(&foreign, &[("how", "show")]).await.status, StatusCode::NOT_FOUND);
        // Letters of one instant have no order.
        federation.world.time.pass_minutes(1);
        let shown = nora.post(&page, &[("how", "show")]).await;
        let start = shown.body.find(&format!("{PUBLIC_URL}/sign-in/link/")).expect("a link") + PUBLIC_URL.len();
        let link = shown.body[start..].split('<').next().expect("a link").to_owned();
        assert!(federation.letters().await.pop().expect("a notice").contains("Nora"));
        assert_eq!(federation.journal("break_glass").await.len(), 1);
        assert!(!federation.journal("break_glass").await[0].to_string().contains(&link[14..]));
        let mut rescued = federation.world.browser();
        rescued.post(&link, &[]).await;
        assert!(rescued.get("/o/aurore/connection").await.status.is_success());
        federation.world.time.pass_minutes(1);
        assert_eq!(nora.post(&page, &[("how", "mail")]).await.status, StatusCode::SEE_OTHER);
        assert!(federation.latest_link().await.starts_with("/sign-in/link/"));
    })
    .await;
}

#[tokio::test]
async fn the_first_administrator_comes_in_by_invitation() {
    for_each_database(async |world| {
        let services = &world.services;
        assert!(services.nobody_yet().await.expect("answers"));
        let link = services.invite_administrator("Première", None, None).await.expect("a link");
        assert!(!services.nobody_yet().await.expect("answers"));
        let again = services.invite_administrator("Autre", Some("autre@exemple.example"), None).await.expect("a link");
        assert_ne!(link, again);
        assert_eq!(services.networks().await.expect("networks").len(), 1);
        let unknown = services.invite_administrator("X", None, Some("nowhere")).await;
        assert!(matches!(unknown, Err(Error::NotFound)));
        let mut browser = world.browser();
        world.time.pass_minutes(TimeDelta::days(13).num_minutes());
        assert_eq!(browser.post(&link, &[]).await.status, StatusCode::SEE_OTHER);
        assert!(browser.get("/n/reseau").await.status.is_success());
        world.time.pass_minutes(TimeDelta::days(2).num_minutes());
        let late = services.use_link(again.trim_start_matches("/sign-in/link/"), &Default::default()).await;
        assert!(matches!(late, Err(Error::Refused(Refusal::Named("link-expired")))));
    })
    .await;
}
