//! A session that is shared with another network, and the priorities of a network.

use std::collections::BTreeSet;

use domain::{
    people::Role,
    trainings::{State, waiting::Wait},
};
use http::StatusCode;
use services::trainings::{Move, MoveKind, NewPerson, NewRegistrations};
use uuid::Uuid;

use super::support::{Course, people, viewer};
use crate::{houses::Houses, support::for_each_database};

#[tokio::test]
async fn another_network_takes_part_with_its_own_seats_and_sees_nothing_else() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let form = [("rule", "first_come"), ("capacity", "5"), ("guests", "south: 1")];
        let course = Course::announced(&houses, &form).await;
        let services = &houses.world.services;
        let south = houses.network(&houses.south).await;
        let ask = async |person| {
            let new = NewRegistrations {
                organization: Some(houses.south.organization),
                people: vec![NewPerson { person, qualities: BTreeSet::new(), needs: "vegetarian".into() }],
                together: false,
                request: Uuid::new_v4().to_string(),
            };
            let viewer = viewer(&houses, person).await;
            services.register_for_training(&viewer, south.id, course.session, new).await.expect("registered")
        };
        let guests = people(&houses, houses.south.organization, 2).await;
        for guest in &guests {
            ask(*guest).await;
        }
        assert_eq!(course.states(&houses).await, ["seated", "waiting"], "four seats are left, and not for them");
        let north = people(&houses, houses.north.organization, 1).await[0];
        course.asks(&houses, north, houses.north.organization).await.expect("asked");

        // In their own network they find it, with why they wait; it is not theirs to change.
        let path = format!("/n/south/trainings/sessions/{}", course.session);
        let guest = viewer(&houses, guests[1]).await;
        let page = services.training_session(&guest, &south, course.session).await.expect("a page");
        assert_eq!(page.lines.len(), 1, "and nobody else's");
        assert_eq!(page.lines[0].waits, Some((1, Wait::GuestQuota { limit: 1, taken: 1 })));
        assert_eq!(page.home.as_ref().map(|home| home.id), Some(houses.north.network));
        let mut staff = houses.browser(&houses.south, Role::Staff);
        let catalogue = staff.get("/n/south/trainings").await.body;
        assert!(catalogue.contains("Welcoming people") && catalogue.contains("offered by north"), "{catalogue}");
        let body = staff.get(&path).await.body;
        assert!(body.contains("Shared with south: at most one seat (1 taken)"), "{body}");
        let mut organizer = houses.browser(&houses.south, Role::TrainingOrganizer);
        let theirs = organizer.get(&path).await;
        assert_eq!(theirs.status, StatusCode::OK);
        assert!(!theirs.body.contains("id=\"organize\"") && !theirs.body.contains("vegetarian"), "{}", theirs.body);
        for action in ["edit", "attendance", "registrations.csv"] {
            let refused = organizer.get(&format!("{path}/{action}")).await.status;
            assert_eq!(refused, StatusCode::NOT_FOUND, "{action}");
        }
        let cancelled = organizer.post(&format!("{path}/course"), &[("course", "cancelled")]).await;
        assert_eq!(cancelled.status, StatusCode::NOT_FOUND);
        assert_eq!(houses.journal("training_session_shared").await.len(), 1);

        // The seat that they give back goes to their own, who hear of it with the address in their network.
        let first = viewer(&houses, guests[0]).await;
        let mine = services.training_session(&first, &south, course.session).await.expect("a page").lines[0].clone();
        assert!(mine.moves.contains(&MoveKind::Cancel));
        services.move_registration(&first, south.id, mine.id, Move::Cancel).await.expect("cancelled");
        assert_eq!(course.states(&houses).await, ["cancelled", "offered", "seated"]);
        let letters = course.letters(&houses, guests[1]).await;
        assert!(letters.last().is_some_and(|body| body.contains(&path)), "{letters:?}");

        // Invited no more: who is there stays, and still sees it.
        let mut host = houses.browser(&houses.north, Role::TrainingOrganizer);
        let edit = format!("{}/edit", course.path);
        let mut form = course.form(&[("rule", "first_come"), ("capacity", "5"), ("guests", "")]);
        let refused = host.post(&edit, &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("Another network holds 1 seats"), "{}", refused.body);
        form.push(("acknowledged", "yes"));
        assert_eq!(host.post(&edit, &form).await.status, StatusCode::SEE_OTHER);
        let page = services.training_session(&guest, &south, course.session).await.expect("still seen");
        assert_eq!(page.lines[0].state, State::Offered);
        services.move_registration(&guest, south.id, page.lines[0].id, Move::Accept).await.expect("accepted");
    })
    .await;
}

#[tokio::test]
async fn priorities_are_those_of_the_day_on_which_a_session_is_announced() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut organizer = houses.browser(&houses.north, Role::TrainingOrganizer);
        let priorities = "/n/north/trainings/priorities";
        let unknown = organizer.post(priorities, &[("name", "Nobody"), ("priority", "1")]).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        let set = organizer.post(priorities, &[("name", "NORTH-MEMBER"), ("priority", "1")]).await;
        assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
        let staff = houses.browser(&houses.north, Role::Staff).clone().post(priorities, &[("name", "x")]).await;
        assert_eq!(staff.status, StatusCode::FORBIDDEN);
        let seen = houses.browser(&houses.north, Role::Staff).get(priorities).await;
        assert!(seen.body.contains("north-member"), "everybody reads them: {}", seen.body);

        let course = Course::announced(&houses, &[("rule", "fair_at_close"), ("capacity", "2")]).await;
        let page = houses.browser(&houses.north, Role::Staff).get(&course.path).await.body;
        assert!(page.contains("Priority 1: north-member"), "{page}");
        let gone = [("organization", &*houses.north.organization.to_string())].map(|(name, id)| (name, id.to_owned()));
        let gone: Vec<_> = gone.iter().map(|(name, id)| (*name, id.as_str())).collect();
        organizer.post(&format!("{priorities}/remove"), &gone).await;
        let page = houses.browser(&houses.north, Role::Staff).get(&course.path).await.body;
        assert!(page.contains("Priority 1: north-member"), "what was announced stays: {page}");
        assert_eq!(houses.journal("training_priority_set").await.len(), 2);
    })
    .await;
}
