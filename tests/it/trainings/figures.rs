//! What trainings amounted to, on the page and in the files.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use chrono::TimeDelta;
use domain::{people::Role, trainings::attendance::Attendance};
use http::StatusCode;
use services::trainings::NewMark;
use uuid::Uuid;

use super::{
    evaluation::{MORNING, answers, usual_questions},
    support::{Course, people, viewer},
};
use crate::{houses::Houses, support::for_each_database};

#[tokio::test]
async fn a_funder_reads_the_figures_of_a_session_and_reckons_with_them() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        usual_questions(&houses).await;
        let course = Course::announced(&houses, &MORNING).await;
        let second = course.member(&houses, "second").await;
        let (four, other) = (people(&houses, houses.north.organization, 4).await, people(&houses, second, 1).await[0]);
        for person in &four {
            course.asks_needing(&houses, *person, houses.north.organization, "No nuts").await.expect("asked");
        }
        course.asks(&houses, other, second).await.expect("asked");
        let (services, network) = (houses.world.services.clone(), houses.network(&houses.north).await);
        let organizer = houses.viewer(&houses.north, Role::TrainingOrganizer).await;
        let sheet = services.attendance(&organizer, &network, course.session).await.expect("a sheet");
        houses.world.time.set(sheet.half_days[0].ends + TimeDelta::hours(2));
        let now = houses.world.time.now();
        let half_day = sheet.half_days[0].id;
        let mark = |attendance| {
            move |person: &services::trainings::Participant| NewMark {
                nonce: Uuid::new_v4(),
                registration: person.registration,
                half_day,
                attendance,
                noted: now,
                sent: now,
            }
        };
        let mut marks: Vec<NewMark> = sheet.people.iter().take(4).map(mark(Attendance::Present)).collect();
        marks.extend(sheet.people.iter().skip(4).map(mark(Attendance::Excused)));
        services.mark_attendance(&organizer, network.id, course.session, marks).await.expect("noted");
        services.settle_session(course.session).await.expect("settled");
        for (person, given) in four.iter().zip([5, 4, 4]) {
            let sheet = answers(&houses, &course, *person, given, "Fine").await;
            let viewer = viewer(&houses, *person).await;
            services.answer_evaluation(&viewer, network.id, course.session, sheet).await.expect("taken");
        }
        let mut browser = houses.browser(&houses.north, Role::TrainingOrganizer);
        let costs = format!("{}/costs", course.path);
        let wrong = browser.post(&costs, &[("form", "costs"), ("cost", "a lot")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.body);
        let said = browser.post(&costs, &[("form", "costs"), ("cost", "900,50"), ("funding", "600")]).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);

        let page = browser.get("/n/north/trainings/figures?from=2026-03-01&to=2026-03-31").await.body;
        for text in ["5 of 6", "80%", "4 hours", "4.3, from 3 marks", "900.50", "Left to the network", "Town"] {
            assert!(page.contains(text), "{text}: {page}");
        }
        assert!(page.contains("role=\"img\"") && !page.contains("No nuts"), "{page}");
        let none = browser.get("/n/north/trainings/figures?from=2027-01-01").await.body;
        assert!(none.contains("No session"), "{none}");
        let csv = browser.get("/n/north/trainings/figures.csv?table=associations&from=2026-03-01&to=2026-03-31").await;
        assert!(csv.body.contains("north-member,Town,4,4,"), "{}", csv.body);

        let file = browser.get_bytes("/n/north/trainings/figures.xlsx?from=2026-03-01&to=2026-03-31").await;
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).expect("a workbook");
        assert_eq!(book.sheet_names(), ["Sessions", "Associations", "Territories", "Registrations"]);
        let sessions = book.worksheet_range("Sessions").expect("a sheet");
        let row: Vec<Data> = sessions.rows().nth(1).expect("a session").to_vec();
        assert_eq!(row[0], Data::String("Welcoming people".into()));
        assert!(matches!(&row[1], Data::DateTime(day) if day.is_datetime()), "{row:?}");
        assert_eq!(row[3..6], [Data::Float(6.0), Data::Float(5.0), Data::Float(5.0)]);
        assert_eq!(row[row.len() - 2..], [Data::Float(900.5), Data::Float(600.0)]);
        let registrations = book.worksheet_range("Registrations").expect("a sheet");
        assert_eq!(registrations.height(), 6, "a row of headings, and five people");
        assert!(registrations.rows().flatten().all(|cell| *cell != "No nuts"));
        let french = browser.get_bytes("/n/north/trainings/figures.xlsx?lang=fr").await;
        let book: Xlsx<_> = Xlsx::new(Cursor::new(french)).expect("a workbook");
        assert_eq!(book.sheet_names()[3], "Inscriptions");
        browser.get("/n/north/trainings?lang=en").await;

        // An officer sees their own association's people, and nothing of the session as a whole.
        let mut officer = houses.browser(&houses.north, Role::TrainingOfficer);
        let own = officer.get("/n/north/trainings/figures").await.body;
        assert!(own.contains("north-member") && !own.contains(">second<") && !own.contains("900.50"), "{own}");
        assert!(!own.contains("Satisfaction"), "{own}");
        let staff = houses.browser(&houses.north, Role::Staff).get("/n/north/trainings/figures").await;
        assert_eq!(staff.status, StatusCode::UNPROCESSABLE_ENTITY);
        let stranger = houses.browser(&houses.south, Role::TrainingOrganizer).get("/n/north/trainings/figures").await;
        assert_eq!(stranger.status, StatusCode::NOT_FOUND);
    })
    .await;
}
