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

/// The one with a certificate of a session that is over, with the code of it.
async fn certified(houses: &Houses, course: &Course) -> (domain::ids::PersonId, String) {
    let one = people(houses, houses.north.organization, 1).await[0];
    course.asks(houses, one, houses.north.organization).await.expect("asked");
    let (network, services) = (houses.network(&houses.north).await, &houses.world.services);
    let organizer = houses.viewer(&houses.north, Role::TrainingOrganizer).await;
    let sheet = services.attendance(&organizer, &network, course.session).await.expect("a sheet");
    let last = sheet.half_days.last().expect("a half-day").ends;
    houses.world.time.set(last);
    let marks = sheet.half_days.iter().map(|day| NewMark {
        nonce: Uuid::new_v4(),
        registration: sheet.people[0].registration,
        half_day: day.id,
        attendance: Attendance::Present,
        noted: last,
        sent: last,
    });
    services.mark_attendance(&organizer, network.id, course.session, marks.collect()).await.expect("noted");
    assert_eq!(services.issue_certificates(&organizer, &network, course.session).await.expect("issued"), 1);
    let sheet = services.attendance(&organizer, &network, course.session).await.expect("a sheet");
    (one, sheet.people[0].certificate.clone().expect("a certificate").code)
}

#[tokio::test]
async fn a_certificate_is_a_badge_that_the_keys_of_its_network_verify() {
    for_each_database(async |world| {
        use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
        use ed25519_dalek::{Signature, Verifier, VerifyingKey};
        let houses = Houses::build(world).await;
        let mut outsider = houses.world.browser();
        assert_eq!(outsider.get("/n/north/did.json").await.status, StatusCode::NOT_FOUND, "no badge yet, no key");
        let course = Course::announced(&houses, &TWO_DAYS).await;
        let (_, code) = certified(&houses, &course).await;
        let token = outsider.get(&format!("/certificates/{code}/badge.jwt")).await.body;
        let again = outsider.get(&format!("/certificates/{code}/badge.jwt")).await.body;
        assert_eq!(token, again, "signed the same each time");
        let picture = outsider.get(&format!("/certificates/{code}/badge.svg")).await.body;
        assert!(picture.contains(&format!("verify=\"{token}\"")) && !picture.contains("<!"), "{picture}");

        let document: serde_json::Value =
            serde_json::from_str(&outsider.get("/n/north/did.json").await.body).expect("a document");
        let parts: Vec<&str> = token.split('.').collect();
        let read = |part: &str| BASE64.decode(part).expect("base64");
        let json = |part: &str| serde_json::from_slice::<serde_json::Value>(&read(part)).expect("json");
        let (header, payload) = (json(parts[0]), json(parts[1]));
        let methods = document["verificationMethod"].as_array().expect("keys");
        let method = methods.iter().find(|method| method["id"] == header["kid"]).expect("the key that signed");
        assert_eq!(method["controller"], payload["issuer"]["id"]);
        assert_eq!(payload["iss"], document["id"]);
        let public = read(method["publicKeyJwk"]["x"].as_str().expect("a key"));
        let key = VerifyingKey::from_bytes(&public.try_into().expect("32 bytes")).expect("a key");
        let signature = Signature::from_slice(&read(parts[2])).expect("a signature");
        let signed = format!("{}.{}", parts[0], parts[1]);
        key.verify(signed.as_bytes(), &signature).expect("genuine");
        let forged = format!("{}.{}", parts[0], BASE64.encode(payload.to_string().replace("Welcoming", "Leading")));
        assert!(key.verify(forged.as_bytes(), &signature).is_err(), "another training");
        assert_eq!(payload["name"], "Welcoming people");
        assert_eq!(houses.journal("training_badge_key_made").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_qualification_stands_in_the_record_and_its_end_is_announced_once() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let course = Course::announced(&houses, &TWO_DAYS).await;
        let mut organizer = houses.browser(&houses.north, Role::TrainingOrganizer);
        let form = [
            ("title", "Welcoming people"),
            ("hours", "2"),
            ("provider", "network"),
            ("languages", "en"),
            ("share", "80"),
            ("grant", "First aid"),
            ("validity", "months"),
            ("length", "2"),
            ("announced", "20"),
        ];
        let edit = format!("/n/north/trainings/{}/edit", houses.north.training);
        let saved = organizer.post(&edit, &form).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let (one, _) = certified(&houses, &course).await;
        // The session was on 5 March: the qualification holds until 5 May, which is said twenty days before.
        let viewer = super::support::viewer(&houses, one).await;
        let services = &houses.world.services;
        let record = services.training_record(&viewer).await.expect("a record");
        let granted = record[0].qualification.as_ref().expect("a qualification").0.clone();
        assert_eq!(granted.until(), chrono::NaiveDate::from_ymd_opt(2026, 5, 5));
        let mut officer = houses.browser(&houses.north, Role::TrainingOfficer);
        let page = officer.get("/o/north-member/trainings").await.body;
        assert!(page.contains("First aid") && page.contains("until 5 May 2026"), "{page}");
        let stranger = houses.browser(&houses.north, Role::Staff).get("/o/north-member/trainings").await;
        assert_eq!(stranger.status, StatusCode::FORBIDDEN);
        for (days, told) in [(40, 0), (41, 1), (42, 1), (100, 1)] {
            houses.world.time.set(granted.on.and_hms_opt(8, 0, 0).expect("a time").and_utc() + TimeDelta::days(days));
            services.settle_session(course.session).await.expect("settled");
            assert_eq!(houses.journal("training_qualifications_ending").await.len(), told, "day {days}");
        }
        let officer = houses.viewer(&houses.north, Role::TrainingOfficer).await;
        let staff = services.staff_record(&officer, houses.north.organization).await.expect("a record");
        let (_, standing) = staff.qualifications[0].1.qualification.as_ref().expect("a qualification");
        assert!(matches!(standing, domain::trainings::qualifications::Standing::Ended { .. }), "{standing:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_scans_the_code_says_that_they_are_there() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let course = Course::announced(&houses, &TWO_DAYS).await;
        let staff = houses.north.person(Role::Staff);
        course.asks(&houses, staff, houses.north.organization).await.expect("asked");
        let network = houses.network(&houses.north).await;
        let organizer = houses.viewer(&houses.north, Role::TrainingOrganizer).await;
        let services = &houses.world.services;
        let (_, codes) = services.attendance_codes(&organizer, &network, course.session).await.expect("codes");
        assert_eq!(codes.len(), 2, "one for each half-day");
        let shown = houses
            .browser(&houses.north, Role::TrainingOrganizer)
            .get(&format!("{}/attendance/codes", course.path))
            .await;
        assert!(shown.body.matches("class=\"qr\"").count() == 2, "{}", shown.body);
        let hidden = houses.browser(&houses.north, Role::Staff).get(&format!("{}/attendance/codes", course.path)).await;
        assert_eq!(hidden.status, StatusCode::FORBIDDEN);

        let (day, code) = &codes[0];
        let address = format!("/attendance/{code}");
        let mut browser = houses.browser(&houses.north, Role::Staff);
        houses.world.time.set(day.starts - TimeDelta::minutes(31));
        assert!(browser.get(&address).await.body.contains("It is a little early"));
        assert_eq!(browser.post(&address, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        houses.world.time.set(day.starts - TimeDelta::minutes(30));
        assert!(browser.get(&address).await.body.contains("I am here"));
        for _ in 0..2 {
            assert_eq!(browser.post(&address, &[]).await.status, StatusCode::SEE_OTHER);
        }
        assert!(browser.get(&address).await.body.contains("You are noted as present"));
        assert_eq!(houses.journal("training_said_here").await.len(), 1, "twice is once");
        let sheet = services.attendance(&organizer, &network, course.session).await.expect("a sheet");
        assert_eq!(sheet.sheet.of(sheet.people[0].registration, day.id), Some(Attendance::Present));
        let mut stranger = houses.browser(&houses.north, Role::Delegate);
        assert!(stranger.get(&address).await.body.contains("You have no seat in this session"));
        assert_eq!(stranger.post(&address, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(stranger.get("/attendance/0000-0000-0000-0000").await.status, StatusCode::NOT_FOUND);
        assert_eq!(houses.world.browser().get(&address).await.status, StatusCode::UNAUTHORIZED);
        houses.world.time.set(day.ends);
        assert_eq!(browser.post(&address, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "it is over");
    })
    .await;
}
