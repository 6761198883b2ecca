//! Who was there, and what they can show of it.

use chrono::TimeDelta;
use domain::{ids::RegistrationId, people::Role, trainings::attendance::Attendance};
use http::StatusCode;
use services::trainings::NewMark;
use uuid::Uuid;

use super::support::{Course, people};
use crate::{houses::Houses, support::for_each_database};

const TWO_DAYS: [(&str, &str); 4] = [
    ("rule", "first_come"),
    ("capacity", "4"),
    ("half_days", "2026-03-05 11:00 12:00\n2026-03-05 13:00 14:00"),
    ("closes_on", "2026-03-05"),
];

#[tokio::test]
async fn a_trainer_notes_who_is_there_and_an_outsider_verifies_the_certificate() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let course = Course::announced(&houses, &TWO_DAYS).await;
        let three = people(&houses, houses.north.organization, 3).await;
        for person in &three {
            course.asks(&houses, *person, houses.north.organization).await.expect("asked");
        }
        let attendance = format!("{}/attendance", course.path);
        let mut trainer = houses.browser(&houses.north, Role::Trainer);
        assert_eq!(trainer.get(&attendance).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not named for this one");
        let staff = houses.browser(&houses.north, Role::Staff).get(&attendance).await;
        assert_eq!(staff.status, StatusCode::FORBIDDEN);
        let named = houses.north.person(Role::Trainer).to_string();
        let mut organizer = houses.browser(&houses.north, Role::TrainingOrganizer);
        let staff = houses.north.person(Role::Staff).to_string();
        let wrong = organizer.post(&format!("{attendance}/trainers"), &[("trainer", staff.as_str())]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "no trainer");
        organizer.post(&format!("{attendance}/trainers"), &[("trainer", named.as_str())]).await;
        assert_eq!(trainer.get(&attendance).await.status, StatusCode::OK);

        // Two are there on both days, one on neither.
        let network = houses.network(&houses.north).await;
        let viewer = houses.viewer(&houses.north, Role::Trainer).await;
        let services = &houses.world.services;
        let sheet = services.attendance(&viewer, &network, course.session).await.expect("a sheet");
        let days: Vec<_> = sheet.half_days.iter().map(|day| day.id).collect();
        houses.world.time.set(sheet.half_days[1].ends - TimeDelta::minutes(1));
        let rows = course.rows(&houses).await;
        let of = |at: usize| RegistrationId(rows[at].id);
        let (first, day) = (format!("mark-{}", of(0)), days[0].to_string());
        let form = [("half_day", day.as_str()), (first.as_str(), "present")];
        assert_eq!(trainer.post(&attendance, &form).await.status, StatusCode::SEE_OTHER);
        let all =
            [("half_day", &*days[1].to_string()), ("all", "present")].map(|(name, value)| (name, value.to_owned()));
        let all: Vec<_> = all.iter().map(|(name, value)| (*name, value.as_str())).collect();
        trainer.post(&attendance, &all).await;
        // A device that was offline tells twice what it kept; the clock on it is an hour fast.
        let now = houses.world.time.now() + TimeDelta::hours(1);
        let kept: Vec<NewMark> = [(1, days[0], Attendance::Present), (2, days[1], Attendance::Absent)]
            .map(|(at, half_day, attendance)| NewMark {
                nonce: Uuid::new_v4(),
                registration: of(at),
                half_day,
                attendance,
                noted: now,
                sent: now + TimeDelta::seconds(1),
            })
            .into();
        houses.world.time.pass_minutes(1);
        for _ in 0..2 {
            let told = services.mark_attendance(&viewer, network.id, course.session, kept.clone()).await;
            told.expect("told");
        }
        let sheet = services.attendance(&viewer, &network, course.session).await.expect("a sheet").sheet;
        assert_eq!(sheet.of(of(1), days[0]), Some(Attendance::Present));
        assert_eq!(sheet.of(of(2), days[1]), Some(Attendance::Absent), "the later mark counts");
        assert_eq!(houses.journal("training_attendance_marked").await.len(), 3, "told twice is once");
        let foreign = NewMark { half_day: domain::ids::HalfDayId(Uuid::nil()), nonce: Uuid::new_v4(), ..kept[0] };
        let refused = services.mark_attendance(&viewer, network.id, course.session, vec![foreign]).await;
        assert!(matches!(refused, Err(services::Error::NotFound)), "{refused:?}");

        // After the end two get a certificate, once; anybody can hold it against what they were shown.
        assert_eq!(services.issue_certificates(&viewer, &network, course.session).await.expect("issued"), 2);
        assert_eq!(services.issue_certificates(&viewer, &network, course.session).await.expect("issued"), 0);
        let sheet = services.attendance(&viewer, &network, course.session).await.expect("a sheet");
        let codes: Vec<_> = sheet.people.iter().filter_map(|person| person.certificate.clone()).collect();
        assert_eq!(codes.len(), 2);
        let mut outsider = houses.world.browser();
        let page = outsider.get(&format!("/certificates/{}", codes[0].grouped().to_lowercase())).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        for text in ["This certificate is genuine", "Welcoming people", "north-member", "2 hours of 2 hours"] {
            assert!(page.body.contains(text), "{text}: {}", page.body);
        }
        let forged = outsider.get("/certificates/0000-0000-0000-0000").await;
        assert_eq!(forged.status, StatusCode::NOT_FOUND);
        let file = outsider.get(&format!("/certificates/{}/certificate.pdf", codes[0].code)).await;
        assert_eq!(file.status, StatusCode::OK);
        assert!(file.body.starts_with("%PDF-") || file.body.contains("Certificate of attendance"), "a document");
    })
    .await;
}

#[tokio::test]
async fn two_who_note_something_else_are_shown_to_each_other() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let course = Course::announced(&houses, &TWO_DAYS).await;
        let one = people(&houses, houses.north.organization, 1).await[0];
        course.asks(&houses, one, houses.north.organization).await.expect("asked");
        let network = houses.network(&houses.north).await;
        let organizer = houses.viewer(&houses.north, Role::TrainingOrganizer).await;
        let administrator = houses.viewer(&houses.north, Role::NetworkAdministrator).await;
        let services = &houses.world.services;
        let sheet = services.attendance(&organizer, &network, course.session).await.expect("a sheet");
        let registration = sheet.people[0].registration;
        let now = houses.world.time.now();
        let mark = |attendance| NewMark {
            nonce: Uuid::new_v4(),
            registration,
            half_day: sheet.half_days[0].id,
            attendance,
            noted: now,
            sent: now,
        };
        let noted = [(&organizer, Attendance::Present), (&administrator, Attendance::Absent)];
        for (viewer, attendance) in noted {
            let told = services.mark_attendance(viewer, network.id, course.session, vec![mark(attendance)]).await;
            told.expect("told");
            houses.world.time.pass_minutes(1);
        }
        let page = houses.browser(&houses.north, Role::TrainingOrganizer);
        let body = page.clone().get(&format!("{}/attendance", course.path)).await.body;
        assert!(body.contains("Two people noted something else"), "{body}");
    })
    .await;
}
