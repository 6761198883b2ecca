//! People and their mandates: given, ended, and what others may know.

use domain::people::Role;
use http::StatusCode;

use crate::{houses::Houses, support::for_each_database};

#[tokio::test]
async fn a_mandate_is_given_and_opens_what_it_opens() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut browser = houses.browser(&houses.north, Role::OrganizationAdministrator);
        let new = [
            ("name", "Somebody new"),
            ("email", "New@North.example"),
            ("locale", "nl"),
            ("role", "delegate"),
            ("from", "2026-03-01"),
        ];
        let given = browser.post("/o/north-member/people/new", &new).await;
        assert_eq!(given.location.as_deref(), Some("/o/north-member/people?done=mandate-given"));
        let page = browser.get("/o/north-member/people").await;
        assert!(page.body.contains("Somebody new") && page.body.contains("new@north.example"), "{}", page.body);
        let twice = browser.post("/o/north-member/people/new", &new).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "the role is held already");
        let backwards =
            [("name", "X"), ("locale", "fr"), ("role", "staff"), ("from", "2026-03-02"), ("until", "2026-03-01")];
        assert_eq!(
            browser.post("/o/north-member/people/new", &backwards).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let raised = [("name", "X"), ("locale", "fr"), ("role", "network_administrator"), ("from", "2026-03-02")];
        let answer = browser.post("/o/north-member/people/new", &raised).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "no organization gives a network's role");
        // The same address in another house is the same person.
        let mut south = houses.browser(&houses.south, Role::OrganizationAdministrator);
        assert_eq!(south.post("/o/south-member/people/new", &new).await.status, StatusCode::SEE_OTHER);
        assert_eq!(houses.journal("person_added").await.len(), 1);
        assert_eq!(houses.journal("mandate_given").await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn the_last_mandate_ends_the_sessions() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let today = houses.world.time.now().date_naive().to_string();
        let mut staff = houses.browser(&houses.north, Role::Staff);
        assert!(staff.get("/n/north").await.status.is_success());
        let mut browser = houses.browser(&houses.north, Role::OrganizationAdministrator);
        let address = format!("/o/north-member/mandates/{}", houses.north.mandate(Role::Staff));
        assert!(browser.get(&address).await.status.is_success());
        let ended = browser.post(&address, &[("last_day", &today)]).await;
        assert_eq!(ended.status, StatusCode::SEE_OTHER);
        assert_eq!(staff.get("/n/north").await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(houses.journal("sessions_ended").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_network_keeps_an_administrator() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut browser = houses.browser(&houses.north, Role::NetworkAdministrator);
        let address = format!("/n/north/mandates/{}", houses.north.mandate(Role::NetworkAdministrator));
        let last = browser.post(&address, &[("last_day", "2026-03-10")]).await;
        assert_eq!(last.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(last.body.contains("last person who administers"), "{}", last.body);
        let person = houses.north.person(Role::NetworkBoard).to_string();
        let second = [("person", person.as_str()), ("role", "network_administrator"), ("from", "2026-03-01")];
        assert_eq!(browser.post("/n/north/people/new", &second).await.status, StatusCode::SEE_OTHER);
        assert_eq!(browser.post(&address, &[("last_day", "2026-03-10")]).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn others_know_a_pseudonym_and_no_address() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let own =
            houses.browser(&houses.north, Role::OrganizationAdministrator).get("/n/north/members/north-member").await;
        assert!(own.body.contains("The person_concerned of north"), "{}", own.body);
        let other = houses.browser(&houses.north, Role::Partner).get("/n/north/members/north-member").await;
        assert!(other.body.contains("Marigold of north"), "{}", other.body);
        assert!(!other.body.contains("The person_concerned of north"));
        assert!(!other.body.contains("delegate@north.example"), "contact details are not for everyone");
    })
    .await;
}

#[tokio::test]
async fn an_address_that_opens_other_doors_is_not_changed_by_one_house() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        // The administrator of the network also works for its member.
        let person = houses.north.person(Role::NetworkAdministrator).to_string();
        let mut network = houses.browser(&houses.north, Role::NetworkAdministrator);
        let also = [("person", person.as_str()), ("role", "staff"), ("from", "2026-03-01")];
        assert_eq!(network.post("/o/north-member/people/new", &also).await.status, StatusCode::SEE_OTHER);
        let mut member = houses.browser(&houses.north, Role::OrganizationAdministrator);
        let address = format!("/o/north-member/people/{person}");
        let stolen = [("name", "Me"), ("email", "me@north.example"), ("locale", "en")];
        let refused = member.post(&address, &stolen).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("also holds a mandate elsewhere"), "{}", refused.body);
        let own = format!("/o/north-member/people/{}", houses.north.person(Role::Staff));
        assert_eq!(member.post(&own, &stolen).await.status, StatusCode::SEE_OTHER);
        let taken = [("name", "Me"), ("email", "delegate@north.example"), ("locale", "en")];
        assert_eq!(member.post(&own, &taken).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}
