//! Needs: associations state them until a day, those who organize put them together, and a training answers them.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use domain::people::Role;
use entities::{mail::letter, trainings::need};
use http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::support::Course;
use crate::{houses::Houses, support::for_each_database};

async fn rows(houses: &Houses) -> Vec<need::Model> {
    let rows = need::Entity::find().order_by_asc(need::Column::StatedAt).order_by_asc(need::Column::Id);
    rows.all(houses.world.services.store().read()).await.expect("a database")
}

#[tokio::test]
async fn a_need_is_stated_put_together_and_answered_by_a_training() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let here = format!("/n/north/trainings/needs/{}", houses.north.collection);
        let organization = houses.north.organization.to_string();
        let mut officer = houses.browser(&houses.north, Role::TrainingOfficer);
        let form = |subject: &'static str, people: &'static str| {
            [("organization", organization.clone()), ("subject", subject.to_owned()), ("people", people.to_owned())]
        };
        for (subject, people) in [("First aid", "4"), ("Reanimation", "3")] {
            let form = form(subject, people);
            let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let sent = officer.post(&here, &form).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        }
        let again = form("first  AID", "2");
        let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let refused = officer.post(&here, &again).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("Your association has stated this need already."), "{}", refused.body);

        // Others of the association see what it asks for; others of the network do not.
        let staff = houses.browser(&houses.north, Role::Staff).get(&here).await.body;
        assert!(staff.contains("Reanimation") && staff.contains("training officer states the needs"), "{staff}");
        let observer = houses.browser(&houses.north, Role::Observer).get(&here).await.body;
        assert!(!observer.contains("Reanimation"), "{observer}");

        // The organizer puts both together, and plans a training from the group.
        let needs = rows(&houses).await;
        let about = |subject: &str| needs.iter().find(|row| row.stated["subject"] == subject).expect("a need").id;
        let (first_aid, reanimation) = (about("First aid"), about("Reanimation"));
        let mut organizer = houses.browser(&houses.north, Role::TrainingOrganizer);
        let moved = organizer.post(&format!("{here}/{}/group", reanimation), &[("with", "subject:First aid")]).await;
        assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.body);
        let page = organizer.get(&here).await.body;
        assert!(page.contains("First aid (one association, 7 people)"), "{page}");
        let csv = organizer.get(&format!("{here}/needs.csv")).await.body;
        assert!(csv.contains("First aid,north-member,Reanimation,3"), "{csv}");
        let need = first_aid.to_string();
        let planned = organizer.get(&format!("/n/north/trainings/new?need={need}&title=First%20aid")).await.body;
        assert!(planned.contains(&need) && planned.contains("will answer all the needs"), "{planned}");
        let form = [("title", "First aid"), ("hours", "7"), ("provider", "network"), ("languages", "en")];
        let mut form = form.to_vec();
        form.push(("need", need.as_str()));
        let added = organizer.post("/n/north/trainings/new", &form).await;
        let location = added.location.unwrap_or_else(|| panic!("{}", added.body));
        let training = location.split('?').next().expect("a path").to_owned();
        assert!(rows(&houses).await.iter().all(|row| row.answered_by.is_some()));

        // A draft is not shown to others; once it is in the catalogue, whoever asked has the way there.
        let page = officer.get(&here).await.body;
        assert!(page.contains("A training is being prepared.") && !page.contains(&training), "{page}");
        let told = || {
            letter::Entity::find()
                .filter(letter::Column::Body.contains("plans the training “First aid”"))
                .all(houses.world.services.store().read())
        };
        assert_eq!(told().await.expect("a database").len(), 0, "nobody hears of a draft");
        organizer.post(&format!("{training}/listed"), &[("listed", "yes")]).await;
        let page = officer.get(&here).await.body;
        assert!(page.contains("Planned: First aid") && page.contains(&training), "{page}");
        let readers: Vec<_> = told().await.expect("a database").into_iter().map(|letter| letter.person_id).collect();
        assert_eq!(readers, [Some(houses.north.person(Role::TrainingOfficer).0)], "once, to who stated it");
        let removed = officer.post(&format!("{here}/{}/remove", first_aid), &[]).await;
        assert_eq!(removed.status, StatusCode::UNPROCESSABLE_ENTITY, "what is answered stays");
        for (kind, lines) in
            [("training_need_stated", 2), ("training_needs_grouped", 1), ("training_needs_answered", 1)]
        {
            assert_eq!(houses.journal(kind).await.len(), lines, "{kind}");
        }
    })
    .await;
}

#[tokio::test]
async fn only_who_may_states_needs_and_only_until_the_last_day() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let here = format!("/n/north/trainings/needs/{}", houses.north.collection);
        let (organization, training) = (houses.north.organization.to_string(), houses.north.training.to_string());
        let form = [("organization", organization.as_str()), ("training", training.as_str()), ("people", "5")];
        let mut staff = houses.browser(&houses.north, Role::Staff);
        assert_eq!(staff.post(&here, &form).await.status, StatusCode::FORBIDDEN);
        let mut stranger = houses.browser(&houses.south, Role::TrainingOfficer);
        assert_eq!(stranger.post(&here, &form).await.status, StatusCode::NOT_FOUND);
        // Who manages the association may, where it has no training officer.
        let mut administrator = houses.browser(&houses.north, Role::OrganizationAdministrator);
        assert_eq!(administrator.post(&here, &form).await.status, StatusCode::SEE_OTHER);
        let address = format!("{here}/{}", rows(&houses).await[0].id);
        assert_eq!(staff.get(&address).await.status, StatusCode::NOT_FOUND);
        let change = [("training", training.as_str()), ("people", "6"), ("version", "0")];
        assert_eq!(administrator.post(&address, &change).await.status, StatusCode::SEE_OTHER);
        assert_eq!(administrator.post(&address, &change).await.status, StatusCode::CONFLICT);
        // A session that is planned from the need answers it.
        let need = rows(&houses).await[0].id.to_string();
        houses.world.time.set(houses.world.time.now() + TimeDelta::days(3));
        let late = administrator.post(&address, &[("training", training.as_str()), ("people", "7")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(rows(&houses).await[0].people, 6);
        let need: &'static str = Box::leak(need.into_boxed_str());
        let later = [("rule", "first_come"), ("capacity", "6"), ("need", need)];
        Course::announced(&houses, &later).await;
        assert_eq!(rows(&houses).await[0].answered_by, Some(houses.north.training));

        let mut organizer = houses.browser(&houses.north, Role::TrainingOrganizer);
        let twice =
            organizer.post("/n/north/trainings/needs/new", &[("year", "2027"), ("closes_on", "2026-12-24")]).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "one collection a year");
        let next = [("year", "2028"), ("closes_on", "2026-12-24"), ("introduction", "The grant ends in June.")];
        let opened = organizer.post("/n/north/trainings/needs/new", &next).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
        let letters = letter::Entity::find().filter(letter::Column::Subject.eq("Training needs for 2028"));
        let letters = letters.all(houses.world.services.store().read()).await.expect("a database");
        let body = &letters.first().expect("a letter").body;
        assert!(body.contains("The grant ends in June.") && body.contains("until 24 December 2026"), "{body}");
        let told: BTreeSet<_> = letters.into_iter().filter_map(|letter| letter.person_id).collect();
        let who = [Role::TrainingOfficer, Role::OrganizationAdministrator, Role::LegalRepresentative];
        assert_eq!(told, who.map(|role| houses.north.person(role).0).into(), "those who may state needs");
    })
    .await;
}
