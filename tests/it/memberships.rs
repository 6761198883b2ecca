//! Members of a network: taken in, listed, and led from step to step.

use chrono::NaiveDate;
use domain::{memberships::Status, people::Role};
use http::StatusCode;
use sea_orm::{ActiveValue::Set, EntityTrait};
use services::Error;

use crate::{
    houses::{Houses, join, organization},
    support::for_each_database,
};

const NEW: [(&str, &str); 5] = [
    ("name", "Écoles solidaires"),
    ("legal_form", "association_1901"),
    ("country", "FR"),
    ("siren", "732829320"),
    ("applied_on", "2026-03-01"),
];

#[tokio::test]
async fn an_association_applies_is_admitted_suspended_and_leaves() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut browser = houses.browser(&houses.north, Role::NetworkAdministrator);
        let added = browser.post("/n/north/new-member", &NEW).await;
        let page = "/n/north/members/ecoles-solidaires/membership";
        assert_eq!(added.location.as_deref(), Some(format!("{page}?done=member-added").as_str()));
        assert!(browser.get("/").await.body.contains("Écoles solidaires asks to join"));
        let steps = "/n/north/members/ecoles-solidaires/steps";
        let bare = browser.post(steps, &[("step", "admit"), ("on", "2026-03-02"), ("version", "1")]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "the decision is missing");
        let taken = [
            ("admit", "Board of 2 March", Status::Admitted),
            ("suspend", "Board of 3 March", Status::Suspended),
            ("leave", "", Status::Left),
        ];
        for (version, (step, decision, status)) in (1..).zip(taken) {
            let text = i32::to_string(&version);
            let entries = [("step", step), ("on", "2026-03-03"), ("decision", decision), ("version", text.as_str())];
            assert_eq!(browser.post(steps, &entries).await.status, StatusCode::SEE_OTHER, "{step}");
            let line = houses.journal("membership_step").await.pop().expect("a line");
            assert_eq!(line["status"], status.as_str());
        }
        let stale = [("step", "apply"), ("on", "2026-03-03"), ("version", "1")];
        assert_eq!(browser.post(steps, &stale).await.status, StatusCode::CONFLICT);
        let future = [("step", "apply"), ("on", "2031-01-01"), ("version", "4")];
        assert_eq!(browser.post(steps, &future).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let history = browser.get("/n/north/members/ecoles-solidaires").await;
        assert!(history.body.contains("Board of 2 March"), "{}", history.body);
    })
    .await;
}

#[tokio::test]
async fn one_identity_in_several_networks_and_nobody_is_drawn_in() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut north = houses.browser(&houses.north, Role::NetworkAdministrator);
        let mut south = houses.browser(&houses.south, Role::NetworkAdministrator);
        assert_eq!(north.post("/n/north/new-member", &NEW).await.status, StatusCode::SEE_OTHER);
        let drawn = south.post("/n/south/new-member", &NEW).await;
        assert_eq!(drawn.status, StatusCode::UNPROCESSABLE_ENTITY, "it has to apply itself");
        assert_eq!(south.get("/o/ecoles-solidaires").await.status, StatusCode::NOT_FOUND);
        let again = north.post("/n/north/new-member", &NEW).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "it is a member already");
        let applied = north.post("/o/ecoles-solidaires/networks", &[("network", "south")]).await;
        assert_eq!(applied.status, StatusCode::SEE_OTHER);
        assert_eq!(south.get("/n/south/members/ecoles-solidaires").await.status, StatusCode::OK);
        let unknown = north.post("/o/ecoles-solidaires/networks", &[("network", "nowhere")]).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn the_list_is_found_again_by_its_address_and_whole_as_a_file() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut browser = houses.browser(&houses.north, Role::Staff);
        assert!(browser.get("/n/north/members").await.body.contains("north-member"));
        let network = houses.north.network.0;
        let since = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day");
        let filled = houses.world.services.store().write(move |unit| {
            Box::pin(async move {
                for number in 0..250 {
                    let id = organization(unit, &format!("member-{number:03}"), since).await?;
                    join(unit, id, network, None, since).await?;
                }
                let formula = organization(unit, "=cmd()", since).await?;
                join(unit, formula, network, None, since).await
            })
        });
        filled.await.expect("a database");
        let first = browser.get("/n/north/members").await;
        assert!(first.body.contains("Page 1 of 3") && first.body.contains("member-000"), "{}", first.body.len());
        let third = browser.get("/n/north/members?page=3").await;
        assert!(third.body.contains("member-249") && !third.body.contains("member-000"));
        let found = browser.get("/n/north/members?q=MEMBER-00").await;
        assert!(found.body.contains("member-007") && !found.body.contains("member-010"));
        let nothing = browser.get("/n/north/members?q=%3Cscript%3E").await;
        assert!(nothing.status.is_success() && !nothing.body.contains("<script>"));
        let file = browser.get("/n/north/members.csv").await;
        assert_eq!(file.body.lines().count(), 1 + 1 + 250 + 1, "a heading and everyone");
        assert!(file.body.contains("\r\n'=cmd()"), "no cell is a formula");
        let filtered = browser.get("/n/north/members.csv?q=member-00").await;
        assert_eq!(filtered.body.lines().count(), 1 + 10);
    })
    .await;
}

#[tokio::test]
async fn a_network_is_a_member_of_another_through_its_host() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let (north, host) = (houses.north.network.0, houses.south.organization.0);
        let south = houses.south.network.0;
        let since = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day");
        let joined = houses.world.services.store().write(move |unit| {
            Box::pin(async move {
                use entities::networks::network;
                let row = network::ActiveModel {
                    id: Set(south),
                    host_organization_id: Set(Some(host)),
                    ..Default::default()
                };
                network::Entity::update(row).exec(unit.write()).await.map_err(Error::from)?;
                join(unit, host, north, None, since).await
            })
        });
        joined.await.expect("a database");
        let page = houses.browser(&houses.north, Role::Staff).get("/n/north/members/south-member").await;
        assert!(page.body.contains("carries the network south"), "{}", page.body);
        let page = houses.browser(&houses.south, Role::Observer).get("/n/south").await;
        assert!(page.body.contains("south is a member of north, through south-member"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn a_college_of_another_network_is_no_choice() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut browser = houses.browser(&houses.north, Role::NetworkAdministrator);
        let address = "/n/north/members/north-member/college";
        let foreign = houses.south.college.to_string();
        let answer = browser.post(address, &[("college", &foreign), ("version", "1")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(browser.post(address, &[("college", ""), ("version", "1")]).await.status, StatusCode::SEE_OTHER);
        let line = houses.journal("college_assigned").await.pop().expect("a line");
        assert!(line["before"].is_string() && line["after"].is_null());
    })
    .await;
}
