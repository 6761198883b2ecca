//! Every address × everyone: what the table of routes promises is what they answer.

use app::{Access, routes::Row};
use domain::{
    access::{Action, Actor, Denied, Scope},
    people::Role,
};
use http::StatusCode;

use crate::{
    houses::{House, Houses},
    support::{Answer, Browser, for_each_database},
};

/// Pages that whoever may see them finds only at a later time of an assembly, or with a sign-in
/// that is set up: allowed, and yet not there.
const NOT_THERE_YET: &[&str] = &[
    "/n/{network}/assemblies/{assembly}/minutes",
    "/n/{network}/assemblies/{assembly}/minutes.pdf",
    "/n/{network}/assemblies/{assembly}/minutes/edit",
    "/n/{network}/assemblies/{assembly}/minutes/signing",
    "/n/{network}/assemblies/{assembly}/documents/{part}",
    "/n/{network}/assemblies/{assembly}/roll.csv",
    "/n/{network}/assemblies/{assembly}/bundle.json",
    "/n/{network}/assemblies/{assembly}/elections/{part}",
    "/n/{network}/assemblies/{assembly}/polls/{part}/paper",
    "/n/{network}/assemblies/{assembly}/door/{code}",
    "/n/{network}/assemblies/{assembly}/polls/{part}/urn",
    "/n/{network}/trainings/needs/{collection}/{need}",
    "/n/{network}/trainings/needs/{collection}/{need}/group",
    "/n/{network}/trainings/sessions/{session}/registrations/{registration}/transfer",
    "/attendance/{code}",
    "/n/{network}/trainings/visits/{visit}",
    "/n/{network}/trainings/visits/offers/{offer}",
];

/// What stands under an address of a thing that the houses do not have: whoever sees the network
/// hears that it is not there, whether they might have used it or not.
const OF_NOTHING: &[&str] = &[
    "/n/{network}/assemblies/{assembly}/polls/{part}/close",
    "/n/{network}/assemblies/{assembly}/polls/{part}/close-together",
    "/n/{network}/assemblies/{assembly}/polls/{part}/votes",
    "/n/{network}/assemblies/{assembly}/polls/{part}/casting",
    "/n/{network}/assemblies/{assembly}/polls/{part}/paper/discard",
    "/n/{network}/assemblies/{assembly}/polls/{part}/urn/discard",
    "/n/{network}/assemblies/{assembly}/proxy/revoke",
    "/n/{network}/assemblies/{assembly}/elections/{part}/candidacies",
    "/n/{network}/assemblies/{assembly}/elections/{part}/vote",
    "/n/{network}/assemblies/{assembly}/candidacies/{part}/up",
    "/n/{network}/assemblies/{assembly}/candidacies/{part}/side",
    "/n/{network}/assemblies/{assembly}/candidacies/{part}/consent",
    "/n/{network}/assemblies/{assembly}/candidacies/{part}/paper",
    "/n/{network}/assemblies/{assembly}/candidacies/{part}/withdraw",
];

/// A stream that does not end.
const ENDLESS: &str = "/n/{network}/assemblies/{assembly}/live";

fn scope(house: &House, row: &Row, action: Action) -> Scope {
    if row.path.starts_with("/o/") {
        Scope::Organization(house.organization)
    } else if action == Action::RepresentOrganization {
        Scope::Member(house.network, house.organization)
    } else {
        Scope::Network(house.network)
    }
}

fn expected(house: &House, row: &Row, actor: &Actor) -> Result<(), Denied> {
    match row.access {
        Access::Public => Ok(()),
        Access::SignedIn if actor.person().is_some() => Ok(()),
        Access::SignedIn => Err(Denied::SignInFirst),
        Access::May(action) => actor.may(action, scope(house, row, action)),
    }
}

fn holds(row: &Row, expected: &Result<(), Denied>, answer: &Answer) -> bool {
    let status = answer.status;
    match expected {
        Ok(()) => {
            let absent = status == StatusCode::NOT_FOUND;
            let may_be_absent = row.access == Access::Public || NOT_THERE_YET.contains(&row.path);
            !status.is_server_error()
                && (!absent || may_be_absent)
                && !matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN)
        }
        Err(Denied::SignInFirst) => status == StatusCode::UNAUTHORIZED,
        Err(Denied::Invisible) => status == StatusCode::NOT_FOUND,
        // Someone who sees the assembly and speaks for nobody is told so by a rule.
        Err(Denied::NotAllowed { .. }) if row.access == Access::May(Action::RepresentOrganization) => {
            matches!(status, StatusCode::FORBIDDEN | StatusCode::UNPROCESSABLE_ENTITY)
                || (status == StatusCode::NOT_FOUND && OF_NOTHING.contains(&row.path))
        }
        Err(Denied::NotAllowed { .. }) => {
            status == StatusCode::FORBIDDEN || (status == StatusCode::NOT_FOUND && OF_NOTHING.contains(&row.path))
        }
    }
}

/// Asks as a browser would. What is allowed to change something is left alone: it would, and the
/// next one would find another house.
async fn ask(browser: &mut Browser, house: &House, row: &Row, allowed: bool) -> Option<Answer> {
    let address = house.address(row);
    match row.method {
        "GET" if allowed && row.path == ENDLESS => None,
        "GET" => Some(browser.get(&address).await),
        _ if allowed => None,
        _ => Some(browser.post(&address, &[]).await),
    }
}

/// An empty form may be refused before anyone asks who sent it. That tells nothing, as long as the
/// same form is refused in the same way where there is no such house at all.
async fn unread(browser: &mut Browser, house: &House, row: &Row, answer: &Answer) -> bool {
    let unread = [StatusCode::BAD_REQUEST, StatusCode::UNSUPPORTED_MEDIA_TYPE, StatusCode::UNPROCESSABLE_ENTITY];
    if row.method != "POST" || !unread.contains(&answer.status) {
        return false;
    }
    let address = house.address(row);
    let nowhere = address
        .replace(&format!("/n/{}/", house.word), "/n/nowhere/")
        .replace(&format!("/o/{}/", house.member()), "/o/nowhere/");
    browser.post(&nowhere, &[]).await.status == answer.status
}

#[tokio::test]
async fn every_address_answers_everyone_as_the_table_says() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let table = app::site().table().to_vec();
        let mut wrong = Vec::new();
        let mut asked = 0;
        let mut viewers = vec![("nobody".to_owned(), Actor::anonymous(), houses.world.browser())];
        for house in [&houses.north, &houses.south] {
            for role in Role::ALL {
                let viewer = houses.viewer(house, *role).await;
                viewers.push((format!("{role} of {}", house.word), viewer.actor, houses.browser(house, *role)));
            }
        }
        for (name, actor, browser) in &viewers {
            for row in &table {
                // Signing out would end the session that the next address is asked with.
                let browser = &mut browser.clone();
                let expected = expected(&houses.north, row, actor);
                let Some(answer) = ask(browser, &houses.north, row, expected.is_ok()).await else { continue };
                asked += 1;
                if !holds(row, &expected, &answer) && !unread(browser, &houses.north, row, &answer).await {
                    wrong.push(format!("{name}: {} {} {expected:?}, got {}", row.method, row.path, answer.status));
                }
            }
        }
        assert!(wrong.is_empty(), "{} of {asked} answers:\n{}", wrong.len(), wrong.join("\n"));
        assert!(asked > 1_000, "only {asked} answers");
    })
    .await;
}

/// A foreign thing under one's own roof is as invisible as under its own.
#[tokio::test]
async fn things_of_another_house_are_not_reached_through_ones_own() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let (north, south) = (&houses.north, &houses.south);
        let mut browser = houses.browser(south, Role::NetworkAdministrator);
        for address in [
            format!("/n/south/members/{}", north.member()),
            format!("/n/south/members/{}/membership", north.member()),
            format!("/n/south/settings/colleges/{}", north.college),
            format!("/n/south/assemblies/{}", north.assembly),
            format!("/n/south/assemblies/{}/motions/{}", north.assembly, north.motion),
            format!("/n/south/assemblies/{}/motions/{}", south.assembly, north.motion),
            format!("/n/south/mandates/{}", north.mandate(Role::Observer)),
            format!("/n/south/people/new?person={}", north.person(Role::Staff)),
            format!("/o/{}/people/{}", south.member(), north.person(Role::Staff)),
            format!("/o/{}/mandates/{}", south.member(), north.mandate(Role::Staff)),
        ] {
            assert_eq!(browser.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
        for (address, entries) in [
            (
                format!("/n/south/members/{}/steps", north.member()),
                vec![("step", "leave"), ("on", "2026-01-01"), ("version", "1")],
            ),
            (format!("/n/south/settings/colleges/{}/remove", north.college), vec![]),
            (
                format!("/n/south/assemblies/{}/motions/{}/rule", south.assembly, north.motion),
                vec![("ruling", "admissible")],
            ),
            (
                format!(
                    "/n/south/assemblies/{}/motions/{}/amendments/{}/rule",
                    south.assembly, south.motion, north.amendment
                ),
                vec![("ruling", "admissible")],
            ),
            (format!("/n/south/mandates/{}", north.mandate(Role::Observer)), vec![("last_day", "2026-03-05")]),
            (format!("/o/{}/sites/{}", south.member(), north.site), vec![("closed_on", "2026-03-05")]),
            (
                format!("/o/{}/mandates/{}", south.member(), north.mandate(Role::Staff)),
                vec![("last_day", "2026-03-05")],
            ),
        ] {
            let answer = browser.post(&address, &entries).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        }
    })
    .await;
}
