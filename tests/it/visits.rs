//! Stays and visits: both associations agree, nobody else acts, and never more people than places.

use std::collections::BTreeSet;

use domain::{ids::VisitId, people::Role};
use entities::{mail::letter, memberships::membership, people::person, visits::visit};
use http::StatusCode;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    houses::{Houses, join, organization},
    support::for_each_database,
};

const VISITS: &str = "/n/north/trainings/visits";

/// A host in the north network, whose training officer is the one of the north house.
async fn host(houses: &Houses) -> Uuid {
    host_with(houses, Role::TrainingOfficer).await
}

/// A host in the north network, whose training officer has some other role in the north house.
async fn host_with(houses: &Houses, officer: Role) -> Uuid {
    let (network, college) = (houses.north.network.0, houses.north.college);
    let (officer, since) = (houses.north.person(officer), houses.world.time.now().date_naive());
    let made = houses.world.services.store().write(move |unit| {
        Box::pin(async move {
            let id = organization(unit, "the-host", since).await?;
            join(unit, id, network, Some(college), since).await?;
            let row = entities::people::mandate::Model {
                id: unit.id(),
                person_id: officer.0,
                network_id: None,
                organization_id: Some(id),
                role: Role::TrainingOfficer.to_string(),
                starts_on: since,
                ends_on: None,
                granted_by: None,
                source: "decision".into(),
                created_at: unit.now(),
            };
            let row = sea_orm::IntoActiveModel::into_active_model(row);
            let row = sea_orm::ActiveModelTrait::reset_all(row);
            entities::people::mandate::Entity::insert(row).exec_without_returning(unit.write()).await?;
            Ok::<_, services::Error>(id)
        })
    });
    made.await.expect("a host")
}

async fn rows(houses: &Houses) -> Vec<visit::Model> {
    visit::Entity::find().all(houses.world.services.store().read()).await.expect("a database")
}

#[tokio::test]
async fn both_associations_agree_and_the_network_hears_of_it() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let host = host(&houses).await.to_string();
        let mut officer = houses.browser(&houses.north, Role::TrainingOfficer);
        let offer = [("host", host.as_str()), ("kind", "stay"), ("title", "Nights on the street"), ("places", "1")];
        let offered = officer.post(&format!("{VISITS}/offers/new"), &offer).await;
        assert_eq!(offered.status, StatusCode::SEE_OTHER, "{}", offered.body);
        let mut staff = houses.browser(&houses.north, Role::Staff);
        let refused = staff.post(&format!("{VISITS}/offers/new"), &offer).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "staff offers nothing");
        let list = staff.get(VISITS).await.body;
        let id = list.split("new?offer=").nth(1).and_then(|rest| rest.get(..36)).expect("an offer").to_owned();

        let who = format!("{} {}", houses.north.organization, houses.north.person(Role::Staff));
        let ask = |first: &'static str, last: &'static str| {
            [
                ("offer", id.as_str()),
                ("who", who.as_str()),
                ("people", "1"),
                ("first_on", first),
                ("last_on", last),
                ("wish", "How you do it"),
            ]
        };
        let asked = staff.post(&format!("{VISITS}/new"), &ask("2026-05-04", "2026-05-06")).await;
        let path = asked.location.unwrap_or_else(|| panic!("{}", asked.body));
        let path = path.split('?').next().expect("a path").to_owned();
        assert!(staff.get(&path).await.body.contains("waits for the agreement of the association that sends"));
        let stranger = houses.browser(&houses.north, Role::Observer).get(&path).await;
        assert_eq!(stranger.status, StatusCode::NOT_FOUND, "it is none of their business");
        assert_eq!(houses.browser(&houses.south, Role::Staff).get(&path).await.status, StatusCode::NOT_FOUND);

        // The sender first, then the host; each hears when it is their turn.
        let agree = [("move", "agree")];
        let early = staff.post(&path, &agree).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody agrees for themselves");
        let mut manager = houses.browser(&houses.north, Role::Manager);
        assert_eq!(manager.post(&path, &agree).await.status, StatusCode::SEE_OTHER);
        assert_eq!(rows(&houses).await[0].state, "agreed");
        assert_eq!(manager.post(&path, &agree).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not for the host");
        let told = letter::Entity::find()
            .filter(letter::Column::PersonId.eq(houses.north.person(Role::TrainingOfficer).0))
            .filter(letter::Column::Body.contains(&path));
        let told = told.all(houses.world.services.store().read()).await.expect("a database");
        assert!(!told.is_empty(), "the host is asked");
        assert_eq!(officer.post(&path, &agree).await.status, StatusCode::SEE_OTHER);
        assert_eq!(rows(&houses).await[0].state, "confirmed");

        // The one place is taken on those days, and free on others.
        for (first, last, status) in [
            ("2026-05-06", "2026-05-07", StatusCode::UNPROCESSABLE_ENTITY),
            ("2026-05-07", "2026-05-08", StatusCode::SEE_OTHER),
        ] {
            assert_eq!(staff.post(&format!("{VISITS}/new"), &ask(first, last)).await.status, status, "{first}");
        }

        // Afterwards both tell; what is published is read by every member.
        let network = houses.network(&houses.north).await;
        let viewer = houses.viewer(&houses.north, Role::Staff).await;
        let services = &houses.world.services;
        let visit: VisitId = VisitId(path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("a visit"));
        let told = services.tell_of_visit(&viewer, &network, visit, ("Useful", true)).await;
        assert!(told.is_err(), "it is not over");
        houses.world.time.set("2026-05-06T18:00:00Z".parse().expect("a time"));
        services.tell_of_visit(&viewer, &network, visit, ("Useful nights", true)).await.expect("told");
        let host = houses.viewer(&houses.north, Role::TrainingOfficer).await;
        services.tell_of_visit(&host, &network, visit, ("Only for you", false)).await.expect("told");
        let reader = houses.viewer(&houses.north, Role::Delegate).await;
        let page = services.visits(&reader, &network).await.expect("a page");
        let read: Vec<&str> = page.published[0].feedback.iter().map(|told| told.text.as_str()).collect();
        assert_eq!(read, ["Useful nights"], "what was not published stays between them");
        assert_eq!(page.published[0].person_name, "", "and who went too");
        assert_eq!(houses.journal("visit_moved").await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_no_has_a_reason_and_a_visit_is_cancelled_before_it_begins() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        host(&houses).await;
        let mut staff = houses.browser(&houses.north, Role::Staff);
        let who = format!("{} {}", houses.north.organization, houses.north.person(Role::Staff));
        let ask = [
            ("host", "the-host"),
            ("kind", "experience"),
            ("who", who.as_str()),
            ("people", "6"),
            ("first_on", "2026-05-04"),
            ("last_on", "2026-05-04"),
        ];
        for (wrong, value) in
            [("host", "Nobody"), ("people", "0"), ("first_on", "2026-01-01"), ("last_on", "2026-05-01")]
        {
            let form: Vec<_> =
                ask.iter().map(|(name, was)| (*name, if *name == wrong { value } else { *was })).collect();
            let refused = staff.post(&format!("{VISITS}/new"), &form).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        let asked = staff.post(&format!("{VISITS}/new"), &ask).await;
        let path = asked.location.unwrap_or_else(|| panic!("{}", asked.body));
        let path = path.split('?').next().expect("a path").to_owned();
        let mut manager = houses.browser(&houses.north, Role::Manager);
        let silent = manager.post(&path, &[("move", "refuse"), ("reason", " ")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(silent.body.contains("Say why"), "{}", silent.body);
        assert_eq!(staff.post(&path, &[("move", "cancel"), ("reason", "Ill")]).await.status, StatusCode::SEE_OTHER);
        let page = staff.get(&path).await.body;
        assert!(page.contains("cancelled") && page.contains("Ill"), "{page}");
        let late = manager.post(&path, &[("move", "agree")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "it is over");
        assert_eq!(rows(&houses).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn two_who_were_asked_for_the_same_place_do_not_both_come() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let host = host(&houses).await.to_string();
        let mut officer = houses.browser(&houses.north, Role::TrainingOfficer);
        let offer =
            |places| [("host", host.as_str()), ("kind", "stay"), ("title", "Nights on the street"), ("places", places)];
        officer.post(&format!("{VISITS}/offers/new"), &offer("1")).await;
        let list = officer.get(VISITS).await.body;
        let id = list.split("/visits/offers/").nth(2).and_then(|rest| rest.get(..36)).expect("an offer").to_owned();
        let mut manager = houses.browser(&houses.north, Role::Manager);
        let who = format!("{} {}", houses.north.organization, houses.north.person(Role::Manager));
        let mut paths = Vec::new();
        for first in ["2026-05-04", "2026-05-05"] {
            let form = [
                ("offer", id.as_str()),
                ("who", who.as_str()),
                ("people", "1"),
                ("first_on", first),
                ("last_on", "2026-05-06"),
            ];
            let asked = manager.post(&format!("{VISITS}/new"), &form).await;
            paths.push(asked.location.unwrap_or_else(|| panic!("{}", asked.body)));
        }
        let paths: Vec<&str> = paths.iter().map(|path| path.split('?').next().expect("a path")).collect();
        assert!(rows(&houses).await.iter().all(|row| row.state == "agreed"), "whoever may agree agrees by asking");
        let agree = [("move", "agree")];
        assert_eq!(officer.post(paths[0], &agree).await.status, StatusCode::SEE_OTHER);
        let full = officer.post(paths[1], &agree).await;
        assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(full.body.contains("On 5 May 2026 there is no place left"), "{}", full.body);

        // The host receives two at a time from now on; who was there already stays.
        let address = format!("{VISITS}/offers/{id}");
        assert!(officer.get(&address).await.body.contains("Nights on the street"));
        assert_eq!(manager.post(&address, &offer("2")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(officer.post(&address, &offer("0")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(officer.post(&address, &offer("2")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(houses.journal("visit_offer_changed").await.len(), 1);
        assert_eq!(officer.post(paths[1], &agree).await.status, StatusCode::SEE_OTHER);
        assert_eq!(officer.post(&address, &offer("1")).await.status, StatusCode::SEE_OTHER);
        assert!(rows(&houses).await.iter().all(|row| row.state == "confirmed"), "fewer places take nobody’s away");

        // The file has what the page has, with the same filter.
        let file = manager.get(&format!("{VISITS}.csv")).await.body;
        assert_eq!(file.lines().count(), 3, "{file}");
        assert_eq!(manager.get(&format!("{VISITS}.csv?state=refused")).await.body.lines().count(), 1);
        assert!(
            !houses.browser(&houses.north, Role::Observer).get(&format!("{VISITS}.csv")).await.body.contains("Nights")
        );
    })
    .await;
}

#[tokio::test]
async fn a_refusal_is_read_by_those_who_agreed_and_a_host_hears_of_what_it_was_asked() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let host = host(&houses).await;
        let mut staff = houses.browser(&houses.north, Role::Staff);
        let mut officer = houses.browser(&houses.north, Role::TrainingOfficer);
        let mut manager = houses.browser(&houses.north, Role::Manager);
        let who = format!("{} {}", houses.north.organization, houses.north.person(Role::Staff));
        let ask = [
            ("host", "THE-HOST"),
            ("kind", "experience"),
            ("who", who.as_str()),
            ("people", "6"),
            ("first_on", "2026-05-04"),
            ("last_on", "2026-05-04"),
        ];
        let asked = staff.post(&format!("{VISITS}/new"), &ask).await;
        let path = asked.location.unwrap_or_else(|| panic!("{}", asked.body));
        let path = path.split('?').next().expect("a path").to_owned();
        manager.post(&path, &[("move", "agree")]).await;
        let refused = officer.post(&path, &[("move", "refuse"), ("reason", "The house moves that week")]).await;
        assert_eq!(refused.status, StatusCode::SEE_OTHER);
        let letters = letter::Entity::find().filter(letter::Column::Body.contains("The house moves that week"));
        let letters = letters.all(houses.world.services.store().read()).await.expect("a database");
        let told: BTreeSet<_> = letters.into_iter().filter_map(|letter| letter.person_id).collect();
        let readers = [Role::Staff, Role::Manager, Role::LegalRepresentative].map(|role| houses.north.person(role).0);
        assert_eq!(told, readers.into(), "who asked, and who may have agreed");

        // Nobody takes an association that has left the network for a host.
        let gone = houses.world.services.store().write(move |unit| {
            Box::pin(async move {
                membership::Entity::update_many()
                    .col_expr(membership::Column::Status, sea_orm::sea_query::Expr::value("left"))
                    .filter(membership::Column::OrganizationId.eq(host))
                    .exec(unit.write())
                    .await?;
                Ok::<_, services::Error>(())
            })
        });
        gone.await.expect("gone");
        let again = staff.post(&format!("{VISITS}/new"), &ask).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.body);
        assert!(staff.get(&path).await.body.contains("The house moves that week"), "what was stays to be read");
    })
    .await;
}

#[tokio::test]
async fn a_host_knows_a_visitor_by_the_pseudonym_that_they_chose() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        host_with(&houses, Role::Observer).await;
        let visitor = houses.north.person(Role::Staff).0;
        let named = houses.world.services.store().write(move |unit| {
            Box::pin(async move {
                let change = person::ActiveModel {
                    id: Set(visitor),
                    name: Set("Jeanne Martin".into()),
                    pseudonym: Set(Some("Jo".into())),
                    ..Default::default()
                };
                sea_orm::ActiveModelTrait::update(change, unit.write()).await?;
                Ok::<_, services::Error>(())
            })
        });
        named.await.expect("a pseudonym");
        let who = format!("{} {visitor}", houses.north.organization);
        let ask = [
            ("host", "the-host"),
            ("kind", "stay"),
            ("who", who.as_str()),
            ("people", "1"),
            ("first_on", "2026-05-04"),
            ("last_on", "2026-05-04"),
        ];
        let mut officer = houses.browser(&houses.north, Role::TrainingOfficer);
        let asked = officer.post(&format!("{VISITS}/new"), &ask).await;
        let path = asked.location.unwrap_or_else(|| panic!("{}", asked.body));
        let path = path.split('?').next().expect("a path").to_owned();
        assert!(officer.get(&path).await.body.contains("Jeanne Martin"));
        let seen = houses.browser(&houses.north, Role::Observer).get(&path).await.body;
        assert!(seen.contains("Jo") && !seen.contains("Jeanne"), "{seen}");
    })
    .await;
}
