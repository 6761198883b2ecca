//! Seats that are given out after the close, and everybody at the same instant.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use domain::{ids::OrganizationId, locale::Locale, people::Role, trainings::allocation::Because};
use http::StatusCode;
use services::trainings::Move;

use super::support::{Course, people};
use crate::{houses::Houses, support::for_each_database};

const FAIR: [(&str, &str); 2] = [("rule", "fair_at_close"), ("capacity", "3")];

#[tokio::test]
async fn each_association_has_a_seat_before_any_has_two_and_each_reads_why() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let course = Course::announced(&houses, &FAIR).await;
        let second = course.member(&houses, "second").await;
        let third = course.member(&houses, "third").await;
        let large = people(&houses, houses.north.organization, 4).await;
        let (one, other) = (people(&houses, second, 1).await[0], people(&houses, third, 1).await[0]);
        course.group(&houses, &large, false).await.expect("asked");
        course.asks(&houses, one, second).await.expect("asked");
        course.asks(&houses, other, third).await.expect("asked");
        assert!(course.states(&houses).await.iter().all(|state| state == "asked"));
        let page = houses.browser(&houses.north, Role::TrainingOfficer).get(&course.path).await.body;
        assert!(page.contains("Seats are given out after") && page.contains("each association one seat"), "{page}");

        let close = houses.network(&houses.north).await;
        let organizer = houses.viewer(&houses.north, Role::TrainingOrganizer).await;
        let seating =
            houses.world.services.training_session(&organizer, &close, course.session).await.expect("a page").seating;
        houses.world.time.set(seating.closes_at - TimeDelta::seconds(1));
        houses.world.services.settle_session(course.session).await.expect("settled");
        assert!(course.states(&houses).await.iter().all(|state| state == "asked"), "not before the close");
        houses.world.time.set(seating.closes_at);
        houses.world.services.settle_session(course.session).await.expect("settled");
        let states = course.states(&houses).await;
        assert_eq!(states, ["seated", "waiting", "waiting", "waiting", "seated", "seated"]);
        let seated = course.lines(&houses, large[0]).await;
        assert!(matches!(seated[0].because, Some(Because::Seated { round: 1, .. })), "{:?}", seated[0].because);
        let told = |line: &services::trainings::Line| {
            line.because.as_ref().map(|because| app::trainings::words::because(Locale::En, because)).expect("a reason")
        };
        assert!(told(&seated[0]).starts_with("Seat in round 1."), "{}", told(&seated[0]));
        let waits = course.lines(&houses, large[1]).await;
        assert!(told(&waits[0]).starts_with("No seat in round 2"), "{}", told(&waits[0]));

        // The allocation stands in the journal with all that is needed to draw it again.
        let told = houses.journal("training_seats_allocated").await;
        let allocation: domain::trainings::allocation::Allocation =
            serde_json::from_value(told[0]["allocation"].clone()).expect("an allocation");
        assert_eq!(allocation.decisions.len(), 6);
        assert_eq!(allocation.seating, seating);

        // A seat that becomes free goes to whoever has fewest, not to whoever asked first.
        course.moves(&houses, one, Move::Cancel).await.expect("cancelled");
        assert_eq!(course.states(&houses).await.iter().filter(|state| *state == "offered").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn never_over_a_limit_whatever_arrives_at_the_same_instant() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let form = [("rule", "first_come"), ("capacity", "12"), ("quota", "fixed"), ("quota_seats", "4")];
        let course = Course::announced(&houses, &form).await;
        let mut asking: Vec<(OrganizationId, _)> = Vec::new();
        for slug in ["a", "b", "c", "d", "e"] {
            let organization = course.member(&houses, slug).await;
            asking.extend(people(&houses, organization, 12).await.into_iter().map(|person| (organization, person)));
        }
        let answers = futures::future::join_all(
            asking.iter().map(|(organization, person)| course.asks(&houses, *person, *organization)),
        );
        assert!(answers.await.iter().all(Result::is_ok), "everybody is answered");
        let rows = course.rows(&houses).await;
        assert_eq!(rows.len(), 60, "nobody is lost, nobody is there twice");
        let mut seats: BTreeMap<_, usize> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.state == "seated") {
            *seats.entry(row.organization_id).or_default() += 1;
        }
        assert_eq!(seats.values().sum::<usize>(), 12);
        assert!(seats.values().all(|seats| *seats <= 4), "{seats:?}");
        // Everybody cancels and everybody accepts at once.
        let seated: Vec<_> = rows.iter().filter(|row| row.state == "seated").map(|row| row.person_id).collect();
        let cancelled = futures::future::join_all(
            seated.iter().map(|person| course.moves(&houses, domain::ids::PersonId(*person), Move::Cancel)),
        );
        assert!(cancelled.await.iter().all(Result::is_ok));
        let rows = course.rows(&houses).await;
        let held = rows.iter().filter(|row| matches!(row.state.as_str(), "seated" | "offered")).count();
        assert_eq!(held, 12, "each seat is offered once");
    })
    .await;
}

#[tokio::test]
async fn two_servers_on_one_database_never_give_more_than_there_is() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        // SQLite is for one process.
        if !houses.world.url.starts_with("postgres") {
            return;
        }
        let second = houses.world.another_process().await;
        let form = [("rule", "first_come"), ("capacity", "20"), ("quota", "fixed"), ("quota_seats", "3")];
        let course = Course::announced(&houses, &form).await;
        let mut asking: Vec<(OrganizationId, _)> = Vec::new();
        for slug in ["a", "b", "c", "d", "e", "f", "g", "h"] {
            let organization = course.member(&houses, slug).await;
            asking.extend(people(&houses, organization, 25).await.into_iter().map(|person| (organization, person)));
        }
        let servers = [&houses.world.services, &second];
        let asked = asking.iter().enumerate().map(|(number, (organization, person))| {
            course.asks_at(servers[number % 2], &houses, *person, *organization)
        });
        let answers = futures::future::join_all(asked).await;
        assert!(answers.iter().all(Result::is_ok), "everybody is answered");
        let rows = course.rows(&houses).await;
        assert_eq!(rows.len(), 200, "nobody is lost");
        let mut seats: BTreeMap<_, usize> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.state == "seated") {
            *seats.entry(row.organization_id).or_default() += 1;
        }
        assert_eq!(seats.values().sum::<usize>(), 20);
        assert!(seats.values().all(|seats| *seats <= 3), "{seats:?}");
        let explained = course.lines(&houses, asking[199].1).await;
        assert!(explained[0].state.takes_seat() || explained[0].waits.is_some(), "each reads why: {explained:?}");
    })
    .await;
}

#[tokio::test]
async fn a_form_that_cannot_be_used_comes_back_with_every_fault() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut organizer = houses.browser(&houses.north, Role::TrainingOrganizer);
        let address = format!("/n/north/trainings/{}/sessions/new", houses.north.training);
        let wrong = [
            ("place", ""),
            ("day_0", "tomorrow"),
            ("capacity", "many"),
            ("rule", "luck"),
            ("opens_on", ""),
            ("closes_on", "31/02/2026"),
        ];
        let back = organizer.post(&address, &wrong).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(back.body.contains("tomorrow"), "what was typed comes back: {}", back.body);
        assert!(back.body.contains("Half-day 1 needs a day, a beginning and an end"), "{}", back.body);
        let early = [
            ("place", "Town hall"),
            ("day_0", "2026-05-04"),
            ("from_0", "09:00"),
            ("to_0", "12:30"),
            ("capacity", "2"),
            ("minimum", "3"),
            ("rule", "first_come"),
            ("quota", "none"),
            ("pots", "Small associations: 3"),
            ("opens_on", "2026-04-01"),
            ("closes_on", "2026-03-01"),
        ];
        let back = organizer.post(&address, &early).await;
        for text in [
            "3 people cannot come where there are 2 seats",
            "3 seats are reserved, and there are 2",
            "after the opening",
        ] {
            assert!(back.body.contains(text), "{text}: {}", back.body);
        }
        let staff = houses.browser(&houses.north, Role::Staff).post(&address, &early).await;
        assert_eq!(staff.status, StatusCode::FORBIDDEN);
    })
    .await;
}
