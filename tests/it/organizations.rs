//! What an organization is, through its own pages.

use domain::people::Role;
use http::StatusCode;
use services::{Error, FieldProblem, organizations::NameForm};

use crate::{houses::Houses, support::for_each_database};

const IDENTITY: [(&str, &str); 4] =
    [("legal_form", "association_1901"), ("country", "FR"), ("locales", "fr"), ("version", "1")];

#[tokio::test]
async fn two_people_who_edit_at_once_notice() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut first = houses.browser(&houses.north, Role::OrganizationAdministrator);
        let mut second = houses.browser(&houses.north, Role::NetworkAdministrator);
        let mut entries = IDENTITY.to_vec();
        entries.push(("phone", "01 23 45 67 89"));
        let saved = first.post("/o/north-member/edit", &entries).await;
        assert_eq!(saved.location.as_deref(), Some("/o/north-member?done=saved"));
        let mut entries = IDENTITY.to_vec();
        entries.push(("description", "What I typed <b>meanwhile</b>"));
        let late = second.post("/o/north-member/edit", &entries).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.body.contains("What I typed &lt;b&gt;meanwhile"), "nothing typed is lost: {}", late.body);
        let line = houses.journal("organization_edited").await.pop().expect("one line");
        assert_eq!(line["after"]["phone"], "01 23 45 67 89");
        assert_eq!(houses.journal("organization_edited").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn registration_numbers_are_checked_and_belong_to_one() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut browser = houses.browser(&houses.north, Role::OrganizationAdministrator);
        let mut wrong = IDENTITY.to_vec();
        wrong.extend([("siren", "732 829 321"), ("enterprise_number", "0566.988.25"), ("website", "javascript:x")]);
        let answer = browser.post("/o/north-member/edit", &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("732 829 321"), "what was typed comes back");
        assert_eq!(answer.body.matches("aria-invalid=\"true\"").count(), 3, "{}", answer.body);

        let mut right = IDENTITY.to_vec();
        right.extend([("siren", "732 829 320"), ("rna", "W9R1001234")]);
        let answer = browser.post("/o/north-member/edit", &right).await;
        assert_eq!(answer.location.as_deref(), Some("/o/north-member?done=saved-unusual"));
        let mut other = houses.browser(&houses.south, Role::OrganizationAdministrator);
        let answer = other.post("/o/south-member/edit", &right).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "the number is another's");
    })
    .await;
}

#[tokio::test]
async fn the_past_is_not_rewritten_without_a_reason() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let viewer = houses.viewer(&houses.north, Role::OrganizationAdministrator).await;
        let (services, id) = (&houses.world.services, houses.north.organization);
        let name = |name: &str, from: &str, reason: &str| NameForm {
            name: name.into(),
            short_name: String::new(),
            valid_from: from.into(),
            reason: reason.into(),
        };
        services.name_organization(&viewer, id, &name("New name", "2026-03-01", "")).await.expect("news");
        let refused = services.name_organization(&viewer, id, &name("Older", "1997-03-22", "")).await;
        let Err(Error::Invalid(fields)) = refused else { panic!("{refused:?}") };
        assert_eq!((fields[0].field, &fields[0].problem), ("reason", &FieldProblem::Missing));
        services
            .name_organization(&viewer, id, &name("Older", "1997-03-22", "Found in the register"))
            .await
            .expect("told");
        let line = houses.journal("organization_name_corrected").await.pop().expect("a line");
        assert_eq!(line["reason"], "Found in the register");
        let organization = services.organization(&viewer, "north-member").await.expect("its own");
        let on = |year, month| organization.name_on(chrono::NaiveDate::from_ymd_opt(year, month, 2).expect("a day"));
        assert_eq!((on(2003, 6), on(2026, 3)), ("Older", "New name"));
    })
    .await;
}

#[tokio::test]
async fn figures_are_added_and_never_changed() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut browser = houses.browser(&houses.north, Role::OrganizationAdministrator);
        let figure = [("figure", "places"), ("value", "1 200"), ("as_of", "2026-01-01")];
        assert_eq!(browser.post("/o/north-member/figures", &figure).await.status, StatusCode::SEE_OTHER);
        let again = [("figure", "places"), ("value", "900"), ("as_of", "01/01/2026")];
        assert_eq!(browser.post("/o/north-member/figures", &again).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = browser.get("/n/north/members/north-member").await;
        assert!(page.body.contains("1,200"), "{}", page.body);
        for value in ["-1", "1e9", "99999999999999999999"] {
            let wrong = [("figure", "places"), ("value", value), ("as_of", "2026-02-01")];
            assert_eq!(browser.post("/o/north-member/figures", &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
    })
    .await;
}

#[tokio::test]
async fn a_site_is_opened_and_closed_once() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut browser = houses.browser(&houses.north, Role::OrganizationAdministrator);
        let close = format!("/o/north-member/sites/{}", houses.north.site);
        let early = browser.post(&close, &[("closed_on", "1990-01-01")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(browser.post(&close, &[("closed_on", "2026-03-01")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(browser.post(&close, &[("closed_on", "2026-03-02")]).await.status, StatusCode::CONFLICT);
        assert!(browser.get("/o/north-member/sites").await.body.contains("Closed since 1 March 2026"));
    })
    .await;
}
