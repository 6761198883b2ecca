//! The door: passes, and arrivals that the server hears of at once, late, twice or from two doors.

use chrono::{DateTime, Duration, Utc};
use domain::{
    bundle,
    check_in::{Late, Outcome, grouped},
    polls::Choice,
};
use entities::assemblies::{attendance, proxy};
use http::StatusCode;
use sea_orm::EntityTrait;
use serde_json::json;
use services::{
    Error, Refusal,
    assemblies::{Batch, Checked, Told},
};
use uuid::Uuid;

use super::fixture::{
    ADMINISTRATOR, ALTERNATE, Assembly, FORMER, House, STRANGER, at, of, organization, person, refusal,
};
use crate::support::for_each_database;

async fn code(house: &House, assembly: &Assembly, name: &str) -> String {
    let viewer = house.viewer(ADMINISTRATOR).await;
    let pass = house.services.pass_of(&viewer, assembly.id, organization(name), person(&of(name))).await;
    pass.expect("a pass").code
}

fn scan(code: &str, at: DateTime<Utc>) -> Told {
    Told { nonce: Uuid::new_v4(), pass: code.into(), at }
}

async fn tell(house: &House, assembly: &Assembly, door: &str, scans: &[Told]) -> Vec<Checked> {
    let batch = Batch { door: door.into(), sent_at: house.world.time.now(), scans: scans.to_vec() };
    house.services.check_in(&house.viewer(ADMINISTRATOR).await, assembly.id, batch).await.expect("an answer")
}

fn outcomes(checked: &[Checked]) -> Vec<Outcome> {
    checked.iter().map(|checked| checked.outcome).collect()
}

async fn stays(house: &House) -> Vec<attendance::Model> {
    attendance::Entity::find().all(house.services.store().read()).await.expect("the attendances")
}

async fn present(house: &House, assembly: &Assembly) -> u64 {
    house.services.live(assembly.id).await.expect("the room").quorum.expect("a quorum").parts[0].have
}

#[tokio::test]
async fn a_pass_is_made_once_and_shown_to_its_person_and_to_the_desk() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.convened().await;
        let mine = async |name: &str| house.services.my_passes(&house.viewer(name).await, assembly.id).await;
        let first = mine(&of("Abri")).await.expect("passes");
        assert_eq!(first.len(), 1);
        assert_eq!(first, mine(&of("Abri")).await.expect("the same"));
        assert_eq!(first[0].code, code(&house, &assembly, "Abri").await);
        assert_ne!(first[0].code, code(&house, &assembly, "Boussole").await);
        assert_eq!(mine(ALTERNATE).await.expect("of the alternate").len(), 1);
        assert!(mine(&of("Île")).await.expect("an answer").is_empty(), "suspended");
        assert!(mine(FORMER).await.expect("an answer").is_empty(), "the mandate ends before the day");
        assert!(matches!(mine(STRANGER).await, Err(Error::NotFound)));
        // Nobody knows where to write to the one of Havre: the desk prints the pass.
        let havre = (organization("Havre"), person(&of("Havre")));
        let abri = house.viewer(&of("Abri")).await;
        let other = house.services.pass_of(&abri, assembly.id, havre.0, havre.1).await;
        assert!(matches!(other, Err(Error::NotAllowed { .. })), "{other:?}");
        let admin = house.viewer(ADMINISTRATOR).await;
        let nobody = house.services.pass_of(&admin, assembly.id, havre.0, person(ADMINISTRATOR)).await;
        assert_eq!(refusal(nobody), Refusal::Named("not-a-representative"));

        let path = house.path(&assembly);
        let page = house.browser(&of("Abri")).await.get(&format!("{path}/pass")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains(&grouped(&first[0].code)) && page.body.contains("class=\"qr\""));
        assert!(!page.body.contains("<script type=\"module\""), "it needs no script");
        let printed = format!("{path}/pass?organization={}&person={}", havre.0, havre.1);
        assert!(house.browser(ADMINISTRATOR).await.get(&printed).await.body.contains("Présidence Havre"));
        assert_eq!(house.browser(&of("Abri")).await.get(&printed).await.status, StatusCode::FORBIDDEN);
        let list = house.browser(ADMINISTRATOR).await.get(&format!("{path}/door.json")).await;
        assert!(list.body.contains("Présidence Havre") && !list.body.contains(&first[0].code), "no codes on devices");
    })
    .await;
}

#[tokio::test]
async fn what_a_door_kept_counts_once_from_the_moment_of_the_scan() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&["Abri"]).await;
        house.gives(&assembly, "Boussole", "Abri").await.expect("a proxy");
        let scanned = house.world.time.now();
        let abri = code(&house, &assembly, "Abri").await;
        let kept = [
            scan(&code(&house, &assembly, "Boussole").await, scanned),
            scan(&grouped(&code(&house, &assembly, "Cèdre").await).to_lowercase(), scanned + Duration::minutes(1)),
            scan(&abri, scanned),
            scan("0000000000000000", scanned),
        ];
        house.world.time.pass_minutes(10);
        let told = tell(&house, &assembly, "Porte B", &kept).await;
        assert_eq!(
            outcomes(&told),
            [
                Outcome::Recorded { at: scanned, late: None },
                Outcome::Recorded { at: scanned + Duration::minutes(1), late: None },
                Outcome::AlreadyThere { since: scanned },
                Outcome::Unknown,
            ]
        );
        assert_eq!(told[0].person.as_deref(), Some("Présidence Boussole"));
        assert_eq!(present(&house, &assembly).await, 3);
        let proxies = proxy::Entity::find().all(house.services.store().read()).await.expect("proxies");
        assert_eq!(proxies[0].revoked_because.as_deref(), Some("arrival"), "arriving ends it");

        house.world.time.pass_minutes(5);
        assert_eq!(tell(&house, &assembly, "Porte B", &kept).await, told, "the line broke before the answer came");
        assert_eq!(stays(&house).await.len(), 3);

        // Another door was told of the same person; and a clock that is a day behind is still right about minutes.
        let mut slow = scan(&code(&house, &assembly, "Digue").await, scanned - Duration::days(1));
        let admin = house.viewer(ADMINISTRATOR).await;
        let again = scan(&code(&house, &assembly, "Cèdre").await, scanned - Duration::days(1));
        slow.at += Duration::minutes(2);
        let sent_at = scanned - Duration::days(1) + Duration::minutes(3);
        let batch = Batch { door: "Porte A".into(), sent_at, scans: vec![slow, again] };
        let told = house.services.check_in(&admin, assembly.id, batch).await.expect("an answer");
        let minute_ago = house.world.time.now() - Duration::minutes(1);
        assert_eq!(told[0].outcome, Outcome::Recorded { at: minute_ago, late: None });
        assert_eq!(told[1].by_door.as_deref(), Some("Porte B"));
        let (conflicts, _) = house.services.checked(&admin, assembly.id, None).await.expect("the conflicts");
        assert_eq!(conflicts.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn an_arrival_that_is_told_after_a_vote_changes_nothing_about_it() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        let kept = [scan(&code(&house, &assembly, "Écluse").await, house.world.time.now())];
        for name in ["Abri", "Boussole", "Cèdre", "Digue"] {
            house.votes(&assembly, poll, &of(name), name, Choice::For).await.expect("a vote");
        }
        house.world.time.pass_minutes(5);
        let admin = house.viewer(ADMINISTRATOR).await;
        house.services.close_poll(&admin, poll).await.expect("a result");
        house.world.time.pass_minutes(5);
        let told = tell(&house, &assembly, "", &kept).await;
        let now = house.world.time.now();
        assert_eq!(outcomes(&told), [Outcome::Recorded { at: now, late: Some(Late::Vote) }]);
        let stay = stays(&house).await.into_iter().find(|stay| stay.organization_id == organization("Écluse").0);
        assert_eq!(stay.expect("there").arrived_at, now);
        assert_eq!(present(&house, &assembly).await, 5);

        // Who left after the scan is not brought back.
        let old = [scan(&code(&house, &assembly, "Digue").await, now)];
        house.world.time.pass_minutes(1);
        house.leaves(&assembly, "Digue").await.expect("a departure");
        house.world.time.pass_minutes(1);
        let left = Outcome::LeftSince { at: house.world.time.now() - Duration::minutes(1) };
        assert_eq!(outcomes(&tell(&house, &assembly, "", &old).await), [left]);
        assert_eq!(present(&house, &assembly).await, 4);

        house.services.close_session(&admin, assembly.id).await.expect("the end");
        let over = [scan(&code_of(&kept), house.world.time.now())];
        assert_eq!(outcomes(&tell(&house, &assembly, "", &over).await), [Outcome::SessionOver]);
        let bundle = house.services.bundle(&admin, assembly.id).await.expect("a bundle");
        let checked = bundle::check(&bundle).expect("a sound bundle");
        assert!(checked.agrees(), "{checked:?}");
    })
    .await;
}

fn code_of(kept: &[Told]) -> String {
    kept[0].pass.clone()
}

#[tokio::test]
async fn the_day_the_roll_and_the_mandate_are_asked_at_the_door() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.convened().await;
        let early = [scan(&code(&house, &assembly, "Abri").await, house.world.time.now())];
        assert_eq!(outcomes(&tell(&house, &assembly, "", &early).await), [Outcome::NotYet]);
        house.world.time.set(at("2026-03-30T06:00:00Z"));
        let abri = house.viewer(&of("Abri")).await;
        let batch = Batch { door: String::new(), sent_at: house.world.time.now(), scans: vec![] };
        let forbidden = house.services.check_in(&abri, assembly.id, batch.clone()).await;
        assert!(matches!(forbidden, Err(Error::NotAllowed { .. })), "{forbidden:?}");
        let stranger = house.services.check_in(&house.viewer(STRANGER).await, assembly.id, batch).await;
        assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");
        // A mandate that ended after the pass was printed.
        let pass = code(&house, &assembly, "Gué").await;
        let database = house.services.store().read();
        let mandates = entities::people::mandate::Entity::find().all(database).await.expect("mandates");
        let mandate = mandates.into_iter().find(|row| row.person_id == person(&of("Gué")).0).expect("a mandate");
        let ended = house.services.store().write(move |unit| {
            let mut row = sea_orm::IntoActiveModel::into_active_model(mandate.clone());
            row.ends_on = sea_orm::ActiveValue::Set(Some(super::fixture::day("2026-03-29")));
            Box::pin(async move {
                sea_orm::ActiveModelTrait::update(row, unit.write()).await.map(|_| ()).map_err(Error::from)
            })
        });
        ended.await.expect("an end");
        let told = tell(&house, &assembly, "", &[scan(&pass, house.world.time.now())]).await;
        assert_eq!(outcomes(&told), [Outcome::MandateEnded]);
    })
    .await;
}

#[tokio::test]
async fn the_pages_of_the_door_work_without_javascript_and_tell_scripts_the_same() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&[]).await;
        let path = house.path(&assembly);
        let mut browser = house.browser(ADMINISTRATOR).await;
        let page = browser.get(&format!("{path}/door")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.headers["permissions-policy"].to_str().expect("text").contains("camera=(self)"));
        let abri = code(&house, &assembly, "Abri").await;
        let nonce = Uuid::new_v4().to_string();
        let typed = grouped(&abri).to_lowercase();
        for _ in 0..2 {
            let answer = browser.post(&format!("{path}/door"), &[("code", &typed), ("nonce", &nonce)]).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            let page = browser.get(&answer.location.expect("an address")).await;
            assert!(page.body.contains("Welcome, Présidence Abri (Abri)."), "{}", page.body);
        }
        let wrong = browser.post(&format!("{path}/door"), &[("code", "12 34"), ("door", "Gate")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("belongs to no pass") && wrong.body.contains("12 34"));

        let boussole = code(&house, &assembly, "Boussole").await;
        let opened = browser.get(&format!("{path}/door/{boussole}")).await;
        assert!(opened.body.contains("Présidence Boussole"), "one press");
        assert_eq!(browser.get(&format!("{path}/door/{}", "0".repeat(16))).await.status, StatusCode::NOT_FOUND);
        let mut own = house.browser(&of("Boussole")).await;
        assert_eq!(own.get(&format!("{path}/door/{boussole}")).await.status, StatusCode::FORBIDDEN);

        let now = house.world.time.now();
        let scans = json!([{ "nonce": Uuid::new_v4(), "pass": boussole, "at": now }, { "nonce": Uuid::new_v4(), "pass": "nonsense", "at": now }]);
        let told = json!({ "door": "Gate", "sent_at": now, "scans": scans });
        let answer = browser.post_json(&format!("{path}/door/check-ins"), &told).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let lines: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
        assert_eq!((lines[0]["conflict"].as_bool(), lines[1]["conflict"].as_bool()), (Some(false), Some(true)));
        let worker = browser.get(&format!("{path}/door-worker.js")).await;
        assert!(worker.headers["content-type"].to_str().expect("text").starts_with("text/javascript"));
        assert_eq!(present(&house, &assembly).await, 2);
    })
    .await;
}
