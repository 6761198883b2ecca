//! Trainings: who has a seat, who waits, and that each can read why.

mod attendance;
mod evaluation;
mod fairness;
mod figures;
mod needs;
mod sharing;
mod support;

use chrono::TimeDelta;
use domain::{people::Role, trainings::State};
use http::StatusCode;
use services::trainings::Move;

use self::support::{Course, people, viewer};
use crate::{houses::Houses, support::for_each_database};

const FIRST: [(&str, &str); 2] = [("rule", "first_come"), ("capacity", "4")];

#[tokio::test]
async fn an_officer_registers_six_of_whom_four_fit() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let course = Course::announced(&houses, &FIRST).await;
        let six = people(&houses, houses.north.organization, 6).await;
        let mut officer = houses.browser(&houses.north, Role::TrainingOfficer);
        let organization = houses.north.organization.to_string();
        let mut form: Vec<(&str, &str)> = vec![("form", "staff"), ("request", "5f0c2d56-6b7e-4f0a-9a55-1c1c2f7a0001")];
        form.extend([("organization", organization.as_str()), ("way", "fit")]);
        // The last of the list goes first: the order is the officer's.
        let places: Vec<(String, String)> = (1..)
            .zip(six.iter().rev())
            .map(|(place, person)| (format!("place-{person}"), i32::to_string(&place)))
            .collect();
        form.extend(places.iter().map(|(name, place)| (name.as_str(), place.as_str())));
        let sent = officer.post(&format!("{}/registrations", course.path), &form).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let again = officer.post(&format!("{}/registrations", course.path), &form).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "the same form twice is one");
        let states = course.states(&houses).await;
        assert_eq!(states, ["seated", "seated", "seated", "seated", "waiting", "waiting"]);
        let waiting = course.rows(&houses).await.into_iter().filter(|row| row.state == "waiting");
        let waiting: Vec<_> = waiting.map(|row| row.person_id).collect();
        assert_eq!(waiting, [six[1].0, six[0].0]);
        let page = officer.get(&course.path).await.body;
        assert!(page.contains("Every seat is taken.") && page.contains("Place 1 on the waiting list."), "{page}");
        assert!(page.contains("4 of 4 are taken"), "{page}");
        let told = houses.journal("training_asked").await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0]["registrations"].as_array().map(Vec::len), Some(6));

        // Who works there sees their own registration and nobody else's.
        let other = course.lines(&houses, six[0]).await;
        assert_eq!(other.len(), 1);
        let stranger = houses.browser(&houses.south, Role::Staff).get(&course.path).await;
        assert_eq!(stranger.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_seat_goes_to_the_next_and_on_when_nobody_answers() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let course = Course::announced(&houses, &[("rule", "first_come"), ("capacity", "1")]).await;
        let three = people(&houses, houses.north.organization, 3).await;
        for person in &three {
            course.asks(&houses, *person, houses.north.organization).await.expect("asked");
        }
        assert_eq!(course.states(&houses).await, ["seated", "waiting", "waiting"]);
        course.moves(&houses, three[0], Move::Cancel).await.expect("cancelled");
        assert_eq!(course.states(&houses).await, ["cancelled", "offered", "waiting"]);
        let page = course.lines(&houses, three[1]).await;
        assert_eq!(page[0].until, Some(houses.world.time.now() + TimeDelta::hours(48)));
        // Nobody answers: the offer lapses by its hour, and the job that looks at it makes the next.
        houses.world.time.set(houses.world.time.now() + TimeDelta::hours(48));
        houses.world.services.settle_session(course.session).await.expect("settled");
        assert_eq!(course.states(&houses).await, ["cancelled", "expired", "offered"]);
        course.moves(&houses, three[2], Move::Accept).await.expect("accepted");
        course.moves(&houses, three[2], Move::Cancel).await.expect("cancelled");
        houses.world.services.settle_session(course.session).await.expect("settled");
        assert_eq!(course.states(&houses).await, ["cancelled", "expired", "cancelled"], "nobody is offered it again");
        let late = course.moves(&houses, three[1], Move::Accept).await;
        assert!(late.is_err(), "the hour has passed");

        // Calendars: the seat as it was given, and taken away again by a newer file of the same entry.
        let files = course.calendars(&houses, three[2]).await;
        let of_method = |method: &str| files.iter().find(|file| file.contains(&format!("METHOD:{method}\r\n")));
        let given = of_method("REQUEST").expect("an invitation");
        let taken = of_method("CANCEL").expect("a cancellation");
        let of = |file: &str, name: &str| {
            let line = file.lines().find(|line| line.starts_with(name)).expect("a property");
            line[name.len()..].to_owned()
        };
        assert_eq!(of(given, "UID:"), of(taken, "UID:"));
        let sequence = |file: &str| of(file, "SEQUENCE:").parse::<u32>().expect("a number");
        assert!(sequence(given) < sequence(taken));
    })
    .await;
}

#[tokio::test]
async fn a_group_waits_as_a_group_and_keeps_its_place() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let course = Course::announced(&houses, &[("rule", "first_come"), ("capacity", "2")]).await;
        let six = people(&houses, houses.north.organization, 6).await;
        course.asks(&houses, six[0], houses.north.organization).await.expect("asked");
        course.asks(&houses, six[1], houses.north.organization).await.expect("asked");
        course.group(&houses, &six[2..4], true).await.expect("asked");
        course.asks(&houses, six[4], houses.north.organization).await.expect("asked");
        course.moves(&houses, six[0], Move::Cancel).await.expect("cancelled");
        // One seat does not suffice for the two: it is offered to the next whom it fits.
        let states = course.states(&houses).await;
        assert_eq!(states, ["cancelled", "seated", "waiting", "waiting", "offered"]);
        course.moves(&houses, six[4], Move::Decline).await.expect("declined");
        course.moves(&houses, six[1], Move::Cancel).await.expect("cancelled");
        let states = course.states(&houses).await;
        assert_eq!(states, ["cancelled", "cancelled", "offered", "offered", "declined"]);
    })
    .await;
}

#[tokio::test]
async fn a_manager_agrees_where_the_association_wants_it() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let course = Course::announced(&houses, &FIRST).await;
        let mut officer = houses.browser(&houses.north, Role::OrganizationAdministrator);
        let set = officer.post("/o/north-member/trainings/agreement", &[("agreement", "yes")]).await;
        assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
        let staff = houses.north.person(Role::Staff);
        course.asks(&houses, staff, houses.north.organization).await.expect("asked");
        assert_eq!(course.states(&houses).await, ["awaiting_agreement"]);
        let own = course.moves(&houses, staff, Move::Agree).await;
        assert!(own.is_err(), "nobody agrees for themselves");
        let manager = houses.viewer(&houses.north, Role::Manager).await;
        let line = course.lines(&houses, staff).await[0].id;
        let network = houses.north.network;
        let refused = Move::Refuse { reason: " ".into() };
        assert!(houses.world.services.move_registration(&manager, network, line, refused).await.is_err());
        houses.world.services.move_registration(&manager, network, line, Move::Agree).await.expect("agreed");
        assert_eq!(course.states(&houses).await, ["seated"]);
        let foreign = houses.viewer(&houses.south, Role::Manager).await;
        let hidden = houses.world.services.move_registration(&foreign, network, line, Move::Cancel).await;
        assert!(matches!(hidden, Err(services::Error::NotFound)), "{hidden:?}");
    })
    .await;
}

#[tokio::test]
async fn a_session_shrinks_without_anybody_losing_a_seat() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let course = Course::announced(&houses, &FIRST).await;
        let five = people(&houses, houses.north.organization, 5).await;
        for person in &five {
            course.asks(&houses, *person, houses.north.organization).await.expect("asked");
        }
        let mut organizer = houses.browser(&houses.north, Role::TrainingOrganizer);
        let edit = format!("{}/edit", course.path);
        assert!(organizer.get(&edit).await.body.contains("value=\"4\""), "the form holds what is stored");
        let smaller = course.form(&[("rule", "first_come"), ("capacity", "2")]);
        let warned = organizer.post(&edit, &smaller).await;
        assert_eq!(warned.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(warned.body.contains("4 seats are taken, more than the 2"), "{}", warned.body);
        let mut known = smaller.clone();
        known.push(("acknowledged", "yes"));
        assert_eq!(organizer.post(&edit, &known).await.status, StatusCode::SEE_OTHER);
        course.moves(&houses, five[0], Move::Cancel).await.expect("cancelled");
        course.moves(&houses, five[1], Move::Cancel).await.expect("cancelled");
        let states = course.states(&houses).await;
        assert_eq!(states, ["cancelled", "cancelled", "seated", "seated", "waiting"], "no room yet");
        course.moves(&houses, five[2], Move::Cancel).await.expect("cancelled");
        assert_eq!(course.states(&houses).await.last().map(String::as_str), Some("offered"));
    })
    .await;
}

#[tokio::test]
async fn who_belongs_to_two_associations_registers_for_one() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let course = Course::announced(&houses, &FIRST).await;
        let second = course.member(&houses, "second").await;
        let both = people(&houses, houses.north.organization, 1).await[0];
        course.belongs(&houses, both, second).await;
        course.asks(&houses, both, houses.north.organization).await.expect("asked");
        let again = course.asks(&houses, both, second).await;
        assert!(matches!(again, Err(services::Error::Refused(services::Refusal::Register(_)))), "{again:?}");
        let foreign = course.asks(&houses, both, houses.south.organization).await;
        assert!(matches!(foreign, Err(services::Error::NotFound | services::Error::NotAllowed { .. })), "{foreign:?}");
    })
    .await;
}

#[tokio::test]
async fn diet_and_needs_are_seen_by_few_and_erased_after() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let course = Course::announced(&houses, &FIRST).await;
        let staff = houses.north.person(Role::Staff);
        course.asks_needing(&houses, staff, houses.north.organization, "No nuts").await.expect("asked");
        let organizer = houses.browser(&houses.north, Role::TrainingOrganizer).get(&course.path).await.body;
        assert!(organizer.contains("No nuts"), "{organizer}");
        let officer = houses.browser(&houses.north, Role::TrainingOfficer).get(&course.path).await.body;
        assert!(!officer.contains("No nuts"), "{officer}");
        houses.world.time.set(houses.world.time.now() + TimeDelta::days(120));
        houses.world.services.settle_session(course.session).await.expect("settled");
        assert_eq!(course.lines(&houses, staff).await[0].needs, None);
        assert_eq!(course.lines(&houses, staff).await[0].state, State::Seated);
    })
    .await;
}

#[tokio::test]
async fn half_days_through_the_night_of_a_clock_change_last_as_long_as_they_do() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let night = [("rule", "first_come"), ("capacity", "4"), ("half_days", "2027-03-27 22:00 06:00")];
        let course = Course::announced(&houses, &night).await;
        let organizer = houses.viewer(&houses.north, Role::TrainingOrganizer).await;
        let network = houses.network(&houses.north).await;
        let page = houses.world.services.training_session(&organizer, &network, course.session).await.expect("a page");
        assert_eq!(page.half_days[0].minutes(), 7 * 60, "the clock skips an hour that night");
    })
    .await;
}

#[tokio::test]
async fn after_its_last_day_a_seat_is_given_back_by_those_who_organize() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let form = [("rule", "first_come"), ("capacity", "2"), ("cancel_on", "2026-04-20")];
        let course = Course::announced(&houses, &form).await;
        let [one, two] = people(&houses, houses.north.organization, 2).await[..] else { panic!("two") };
        let first = course.asks(&houses, one, houses.north.organization).await.expect("a seat")[0];
        let second = course.asks(&houses, two, houses.north.organization).await.expect("a seat")[0];
        let (network, services) = (houses.north.network, &houses.world.services);
        let page = houses.browser(&houses.north, Role::TrainingOfficer).get(&course.path).await.body;
        assert!(page.contains("A seat is given back until 20 April 2026"), "said beforehand: {page}");

        // Until midnight where it is held, and not a minute longer.
        houses.world.time.set("2026-04-20T21:59:00Z".parse().expect("a time"));
        let asks = viewer(&houses, one).await;
        services.move_registration(&asks, network, first, Move::Cancel).await.expect("in time");
        houses.world.time.set("2026-04-20T22:00:00Z".parse().expect("a time"));
        let asks = viewer(&houses, two).await;
        let late = services.move_registration(&asks, network, second, Move::Cancel).await;
        assert!(matches!(late, Err(services::Error::Refused(services::Refusal::Move(_)))), "{late:?}");
        let line = course.lines(&houses, two).await.remove(0);
        assert!(!line.moves.contains(&services::trainings::MoveKind::Cancel), "{:?}", line.moves);
        assert!(line.moves.contains(&services::trainings::MoveKind::Transfer), "a colleague may still come");
        let organizer = houses.viewer(&houses.north, Role::TrainingOrganizer).await;
        services.move_registration(&organizer, network, second, Move::Cancel).await.expect("by those who organize");
        assert_eq!(course.states(&houses).await, ["cancelled", "cancelled"]);
    })
    .await;
}
