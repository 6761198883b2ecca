//! Who calls an assembly, and members who ask for one.

use std::collections::BTreeSet;

use domain::{
    assemblies::{AssemblyRules, CourseRefused, Kind},
    fraction::Fraction,
    ids::OrganizationId,
    statutes::{Convener, Convening},
};
use http::StatusCode;
use services::{Error, Refusal, assemblies::NewRequest, home::Awaiting};
use uuid::Uuid;

use super::fixture::{ADMINISTRATOR, BOARD, House, STRANGER, course, of, organization, refusal};
use crate::support::for_each_database;

fn rules() -> AssemblyRules {
    let mut rules = AssemblyRules::usual();
    let by = BTreeSet::from([Convener::Board, Convener::Chair]);
    let ordinary = rules.kinds.get_mut(&Kind::Ordinary).expect("a kind");
    ordinary.convening = Convening { by, on_request_of: Fraction::new(1, 4).ok() };
    rules
}

fn new(name: &str, kind: &str, purpose: &str) -> NewRequest {
    NewRequest { organization: Some(organization(name)), kind: kind.into(), purpose: purpose.into() }
}

async fn asks(house: &House, by: &str, request: Uuid, name: &str, asks: bool) -> Result<(), Error> {
    let which = (request, organization(name));
    house.services.support_request(&house.viewer(by).await, &house.network, which, asks).await
}

#[tokio::test]
async fn the_board_calls_where_the_statutes_say_so() {
    for_each_database(async |world| {
        let house = House::build_with(world, rules()).await;
        let assembly = house.drafted().await;
        let administrator = house.viewer(ADMINISTRATOR).await;
        let refused = CourseRefused::NotAConvener { by: vec![Convener::Board, Convener::Chair] };
        let preparation = house.services.preparation(&administrator, assembly.id).await.expect("a preparation");
        assert_eq!(preparation.obstacle, Some(refused.clone()), "said beforehand");
        assert_eq!(course(house.services.convene(&administrator, assembly.id).await), refused);
        let mut browser = house.browser(ADMINISTRATOR).await;
        let answer = browser.post(&format!("{}/convene", house.path(&assembly)), &[]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("The statutes say who calls an assembly"), "{}", answer.body);
        house.services.convene(&house.viewer(BOARD).await, assembly.id).await.expect("by the board");
    })
    .await;
}

#[tokio::test]
async fn enough_members_oblige_the_board() {
    for_each_database(async |world| {
        let house = House::build_with(world, rules()).await;
        let (services, network) = (&house.services, &house.network);
        // With a vote today, on 5 March: eight of the fixture's roll and two that were admitted since.
        let abri = house.viewer(&of("Abri")).await;
        services
            .ask_for_assembly(&abri, network, new("Abri", "ordinary", "Un budget rectifié."))
            .await
            .expect("a request");
        let read = async || services.assembly_requests(&abri, network).await.expect("the requests");
        let first = read().await;
        let (request, asked) = (first.requests[0].id, first.requests[0].asked.expect("a rule"));
        assert_eq!((asked.have, asked.needed, asked.of, asked.reached), (1, 3, 10, false));
        assert_eq!(first.mine, [(organization("Abri"), "Abri".to_owned())]);
        asks(&house, &of("Abri"), request, "Abri", true).await.expect("twice is once");
        asks(&house, &of("Boussole"), request, "Boussole", true).await.expect("two");
        asks(&house, &of("Boussole"), request, "Boussole", false).await.expect("taken back");
        asks(&house, &of("Cèdre"), request, "Cèdre", true).await.expect("two again");
        let other = asks(&house, &of("Abri"), request, "Cèdre", false).await;
        assert!(matches!(other, Err(Error::NotAllowed { .. })), "{other:?}");
        let stranger = asks(&house, STRANGER, request, "Zénith", true).await;
        assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");
        let suspended = asks(&house, &of("Île"), request, "Île", true).await;
        assert_eq!(refusal(suspended), Refusal::Named("request-no-vote"));
        let board = house.viewer(BOARD).await;
        let waits = async || {
            let home = services.home(&board).await.expect("the home page");
            home.awaiting.iter().any(|task| matches!(task, Awaiting::Request { count: 1, .. }))
        };
        assert!(!waits().await);
        asks(&house, &of("Digue"), request, "Digue", true).await.expect("three");
        assert!(waits().await, "a duty of the board");
        let reached = read().await.requests.remove(0);
        assert!(reached.reached_at.is_some() && reached.asked.expect("a rule").reached);
        asks(&house, &of("Digue"), request, "Digue", false).await.expect("too late to change that");
        assert!(read().await.requests[0].reached_at.is_some());

        let assembly = house.convened().await;
        let answered = services.answer_request(&abri, network, request, assembly.id).await;
        assert!(matches!(answered, Err(Error::NotAllowed { .. })), "{answered:?}");
        services.answer_request(&board, network, request, assembly.id).await.expect("an answer");
        assert!(!waits().await);
        let late = asks(&house, &of("Écluse"), request, "Écluse", true).await;
        assert_eq!(refusal(late), Refusal::Named("request-answered"));
    })
    .await;
}

#[tokio::test]
async fn the_page_says_how_many_are_needed_and_takes_a_request_without_javascript() {
    for_each_database(async |world| {
        let house = House::build_with(world, rules()).await;
        let path = "/n/reseau/assemblies/requests";
        let mut browser = house.browser(&of("Abri")).await;
        let page = browser.get(path).await;
        assert!(page.body.contains("3 of the 10 members"), "{}", page.body);
        let id = organization("Abri").to_string();
        let wrong = browser.post(path, &[("organization", &id), ("kind", "ordinary"), ("purpose", " ")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let no_rule =
            browser.post(path, &[("organization", &id), ("kind", "extraordinary"), ("purpose", "A new name")]).await;
        assert_eq!(no_rule.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(no_rule.body.contains("A new name"), "what was typed comes back");
        let asked =
            browser.post(path, &[("organization", &id), ("kind", "ordinary"), ("purpose", "A new budget")]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
        let page = browser.get(path).await;
        assert!(page.body.contains("A new budget") && page.body.contains("1 member asks"), "{}", page.body);
        let viewer = house.viewer(&of("Abri")).await;
        let requests = house.services.assembly_requests(&viewer, &house.network).await.expect("the requests");
        assert_eq!(requests.requests.len(), 1, "what was refused left nothing behind");
        let join = format!("{path}/{}/join", requests.requests[0].id);
        let cedre = organization("Cèdre").to_string();
        let mut other = house.browser(&of("Cèdre")).await;
        assert_eq!(other.post(&join, &[("organization", &cedre)]).await.status, StatusCode::SEE_OTHER);
        let nobody = OrganizationId(Uuid::nil()).to_string();
        assert_eq!(
            house.browser(BOARD).await.post(&join, &[("organization", &nobody)]).await.status,
            StatusCode::FORBIDDEN
        );
    })
    .await;
}
