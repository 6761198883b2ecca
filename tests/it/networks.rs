//! What a network's administrators change, and what its front pages tell.

use domain::{colleges::WeightRule, people::Role};
use http::StatusCode;

use crate::{houses::Houses, support::for_each_database};

#[tokio::test]
async fn colleges_ascend_and_stay_while_they_are_used() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut browser = houses.browser(&houses.north, Role::NetworkAdministrator);
        let brackets = |second: &'static str| {
            [
                ("name_en", "By places"),
                ("rule", "brackets"),
                ("figure", "places"),
                ("from_0", "0"),
                ("weight_0", "1"),
                ("from_1", second),
                ("weight_1", "2"),
            ]
        };
        let flat = browser.post("/n/north/settings/colleges/new", &brackets("0")).await;
        assert_eq!(flat.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(browser.post("/n/north/settings/colleges/new", &brackets("50")).await.status, StatusCode::SEE_OTHER);
        let viewer = houses.viewer(&houses.north, Role::Staff).await;
        let colleges = houses.world.services.colleges(&viewer, houses.north.network).await.expect("colleges");
        assert!(matches!(&colleges[1].rule, WeightRule::Brackets { brackets, .. } if brackets.len() == 2));
        let used = format!("/n/north/settings/colleges/{}/remove", houses.north.college);
        assert_eq!(browser.post(&used, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let unused = format!("/n/north/settings/colleges/{}/remove", colleges[1].id);
        assert_eq!(browser.post(&unused, &[]).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn the_presentation_keeps_its_main_language() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut browser = houses.browser(&houses.north, Role::NetworkAdministrator);
        let address = "/n/north/settings/presentation";
        let unnamed = [("name_en", "North"), ("locale", "fr"), ("time_zone", "Europe/Paris")];
        assert_eq!(browser.post(address, &unnamed).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let nowhere = [("name_en", "North"), ("locale", "en"), ("time_zone", "Atlantis")];
        assert_eq!(browser.post(address, &nowhere).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let named =
            [("name_en", "The North"), ("name_nl", "Het Noorden"), ("locale", "en"), ("time_zone", "Europe/Brussels")];
        assert_eq!(browser.post(address, &named).await.status, StatusCode::SEE_OTHER);
        assert!(browser.get("/n/north?lang=nl").await.body.contains("Het Noorden"));
        let line = houses.journal("network_edited").await.pop().expect("a line");
        assert_eq!(line["before"]["names"]["en"], "north");
    })
    .await;
}

#[tokio::test]
async fn the_front_door_tells_each_what_concerns_them() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let nobody = houses.world.browser().get("/").await;
        assert!(nobody.body.contains("/sign-in?next=%2Fn%2Fnorth"), "{}", nobody.body);
        assert!(!nobody.body.contains("Annual assembly"));
        let board = houses.browser(&houses.north, Role::NetworkBoard).get("/").await;
        assert!(board.body.contains("Coming up: Annual assembly"), "{}", board.body);
        assert!(!board.body.contains("/n/south"), "the other house is not theirs");
        let staff = houses.browser(&houses.north, Role::Staff).get("/").await;
        assert!(staff.body.contains("You are up to date"), "{}", staff.body);
        let front = houses.browser(&houses.north, Role::Staff).get("/n/north").await;
        assert!(front.body.contains("Annual assembly") && !front.body.contains("/n/north/settings"), "{}", front.body);
    })
    .await;
}

#[tokio::test]
async fn the_journal_is_read_and_verified_by_those_who_may() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut administrator = houses.browser(&houses.north, Role::NetworkAdministrator);
        let person = houses.north.person(Role::Delegate).to_string();
        let board = [("person", person.as_str()), ("role", "network_board"), ("from", "2026-03-01")];
        administrator.post("/n/north/people/new", &board).await;
        let page = houses.browser(&houses.north, Role::Observer).get("/n/north/journal").await;
        assert!(page.body.contains("Mandate given") && page.body.contains("The journal is intact"), "{}", page.body);
        let south = houses.browser(&houses.south, Role::Observer).get("/n/south/journal").await;
        assert!(!south.body.contains("Mandate given"), "lines of another network are not theirs");
    })
    .await;
}
