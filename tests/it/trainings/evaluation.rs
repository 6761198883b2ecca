//! What people thought of a session: who is asked, and that nothing tells who said what.

use chrono::TimeDelta;
use domain::{
    ids::{PersonId, RegistrationId},
    people::Role,
    trainings::{
        attendance::Attendance,
        evaluation::{Answer, Answers},
    },
};
use entities::{
    mail::letter,
    trainings::{evaluation_mark, evaluation_sheet},
};
use http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::{Viewer, trainings::NewMark};
use uuid::Uuid;

use super::support::{Course, people, viewer};
use crate::{
    houses::Houses,
    support::{Browser, for_each_database},
};

/// A morning that is over soon.
pub const MORNING: [(&str, &str); 4] =
    [("rule", "first_come"), ("capacity", "6"), ("half_days", "2026-03-05 11:00 12:00"), ("closes_on", "2026-03-05")];

/// Writes the usual questions through the form of the training.
pub async fn usual_questions(houses: &Houses) {
    let mut organizer = houses.browser(&houses.north, Role::TrainingOrganizer);
    let form = format!("/n/north/trainings/{}/evaluation", houses.north.training);
    let filled = organizer.get(&format!("{form}?preset=yes")).await;
    assert!(filled.body.contains("Would you recommend this training to colleagues?"), "{}", filled.body);
    let entries = [
        ("version", "0"),
        ("count", "3"),
        ("kind-0", "scale"),
        ("text-0_en", "It was useful."),
        ("text-0_fr", "C’était utile."),
        ("kind-1", "choice"),
        ("text-1_en", "Again?"),
        ("options-1_en", "Yes\nNo"),
        ("kind-2", "text"),
        ("text-2_en", "What else?"),
    ];
    let saved = organizer.post(&form, &entries).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    assert_eq!(organizer.post(&form, &entries).await.status, StatusCode::CONFLICT, "somebody else saved meanwhile");
    let uneven =
        organizer.post(&form, &[("version", "1"), ("count", "1"), ("kind-0", "choice"), ("text-0_en", "Again?")]);
    let uneven = uneven.await;
    assert_eq!(uneven.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(uneven.body.contains("Question 1: give 2 to 10 answers"), "{}", uneven.body);
}

/// Somebody's answers to all questions.
pub async fn answers(houses: &Houses, course: &Course, person: PersonId, mark: u8, words: &str) -> Answers {
    let network = houses.network(&houses.north).await;
    let viewer = viewer(houses, person).await;
    let page = houses.world.services.evaluation(&viewer, &network, course.session).await.expect("a page");
    let all = [Answer::Scale(mark), Answer::Choice(0), Answer::Text(words.into())];
    page.questions.iter().map(|question| question.id).zip(all).collect()
}

async fn notes(houses: &Houses, course: &Course, organizer: &Viewer, missing: PersonId) {
    let network = houses.network(&houses.north).await;
    let services = &houses.world.services;
    let sheet = services.attendance(organizer, &network, course.session).await.expect("a sheet");
    let rows = course.rows(houses).await;
    let row = rows.iter().find(|row| row.person_id == missing.0).expect("a registration");
    let mark = NewMark {
        nonce: Uuid::new_v4(),
        registration: RegistrationId(row.id),
        half_day: sheet.half_days[0].id,
        attendance: Attendance::Absent,
        noted: houses.world.time.now(),
        sent: houses.world.time.now(),
    };
    services.mark_attendance(organizer, network.id, course.session, vec![mark]).await.expect("noted");
}

#[tokio::test]
async fn those_who_were_there_answer_once_and_results_wait_for_the_third() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        usual_questions(&houses).await;
        let course = Course::announced(&houses, &MORNING).await;
        let five = people(&houses, houses.north.organization, 5).await;
        for person in &five {
            course.asks(&houses, *person, houses.north.organization).await.expect("asked");
        }
        let services = houses.world.services.clone();
        let network = houses.network(&houses.north).await;
        let organizer = houses.viewer(&houses.north, Role::TrainingOrganizer).await;
        let ends =
            services.training_session(&organizer, &network, course.session).await.expect("a page").half_days[0].ends;
        houses.world.time.set(ends + TimeDelta::minutes(1));
        notes(&houses, &course, &organizer, five[4]).await;

        // Two hours after the end four are written to, once; who was absent throughout is not.
        houses.world.time.set(ends + TimeDelta::hours(2));
        for _ in 0..2 {
            services.settle_session(course.session).await.expect("settled");
        }
        let address = format!("{}/evaluation", course.path);
        let letters = letter::Entity::find().filter(letter::Column::Body.contains(&address));
        let letters = letters.all(services.store().read()).await.expect("a database");
        assert_eq!(letters.len(), 4);
        assert!(letters.iter().all(|letter| letter.person_id != Some(five[4].0)));
        assert_eq!(houses.journal("training_evaluation_asked").await.len(), 1);

        let told = |person: PersonId, mark, words: &'static str| {
            let (services, houses, course) = (services.clone(), &houses, &course);
            async move {
                let sheet = answers(houses, course, person, mark, words).await;
                let viewer = viewer(houses, person).await;
                services.answer_evaluation(&viewer, houses.north.network, course.session, sheet).await
            }
        };
        told(five[0], 5, "Zeal").await.expect("taken");
        assert!(told(five[0], 1, "Again").await.is_err(), "each answers once");
        assert!(told(five[4], 1, "Absent").await.is_err(), "who was not there has no say");
        told(five[1], 4, "").await.expect_err("an empty text is no answer");
        told(five[1], 4, "Amber").await.expect("taken");
        let results = format!("{address}/results");
        let mut browser = houses.browser(&houses.north, Role::TrainingOrganizer);
        let early = browser.get(&results).await.body;
        assert!(early.contains("2 answers from 4 people") && !early.contains("Zeal"), "{early}");
        told(five[2], 4, "Mint").await.expect("taken");
        let shown = browser.get(&results).await.body;
        assert!(shown.contains("Average 4.3 of 5") && shown.contains("role=\"img\""), "{shown}");
        let place = |word: &str| shown.find(word).unwrap_or_else(|| panic!("{word}: {shown}"));
        assert!(place("Amber") < place("Mint") && place("Mint") < place("Zeal"), "no order but the alphabet’s");

        // Nothing that is stored tells who said what, and the journal heard of nobody.
        let sheets = evaluation_sheet::Entity::find().all(services.store().read()).await.expect("sheets");
        let marks = evaluation_mark::Entity::find().all(services.store().read()).await.expect("marks");
        assert_eq!((sheets.len(), marks.len()), (3, 3));
        assert!(sheets.iter().all(|sheet| sheet.id.get_version_num() == 4), "drawn by chance");
        let foreign = houses.browser(&houses.north, Role::Trainer).get(&results).await;
        assert_eq!(foreign.status, StatusCode::UNPROCESSABLE_ENTITY, "a trainer of other sessions");
        let staff = houses.browser(&houses.north, Role::Staff).get(&results).await;
        assert_eq!(staff.status, StatusCode::FORBIDDEN);

        // After thirty days nobody answers any more, and what is stored is written anew.
        houses.world.time.set(ends + TimeDelta::days(30));
        services.settle_session(course.session).await.expect("settled");
        assert!(told(five[3], 3, "Late").await.is_err());
        let organizer = houses.viewer(&houses.north, Role::TrainingOrganizer).await;
        let kept = services.evaluation_results(&organizer, &network, course.session).await.expect("results");
        assert!(kept.sheets == 3 && kept.results.is_some(), "the answers stay");
    })
    .await;
}

#[tokio::test]
async fn a_form_written_after_the_session_still_asks_and_is_answered_without_javascript() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let course = Course::announced(&houses, &MORNING).await;
        let staff = houses.north.person(Role::Staff);
        course.asks(&houses, staff, houses.north.organization).await.expect("asked");
        let mut browser: Browser = houses.browser(&houses.north, Role::Staff);
        let address = format!("{}/evaluation", course.path);
        assert!(browser.get(&address).await.body.contains("No questions"));
        let noon = "2026-03-05T14:00:00Z".parse().expect("a moment");
        houses.world.time.set(noon);
        houses.world.services.settle_session(course.session).await.expect("settled");
        usual_questions(&houses).await;
        houses.world.services.settle_session(course.session).await.expect("settled");
        let session = browser.get(&course.path).await.body;
        assert!(session.contains("Give my opinion"), "{session}");
        let page = browser.get(&address).await.body;
        assert!(page.contains("It was useful.") && page.contains("Who reads the answers"), "{page}");
        let french = browser.get(&format!("{address}?lang=fr")).await.body;
        assert!(french.contains("C’était utile.") && french.contains("1 – pas du tout"), "{french}");
        browser.get(&format!("{address}?lang=en")).await;
        let empty = browser.post(&address, &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.body.contains("Answer one question at least."), "{}", empty.body);
        let name = page.split("name=\"answer-").nth(1).and_then(|rest| rest.split('"').next()).expect("a question");
        let name = format!("answer-{name}");
        let wrong = browser.post(&address, &[(name.as_str(), "6")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "no such mark");
        assert_eq!(browser.post(&address, &[(name.as_str(), "5")]).await.status, StatusCode::SEE_OTHER);
        let thanks = browser.get(&address).await.body;
        assert!(thanks.contains("You have answered, thank you."), "{thanks}");
    })
    .await;
}
