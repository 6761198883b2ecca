//! Who is there without a vote, and who of them speaks: as the statutes say.

use domain::{
    assemblies::AssemblyRules,
    people::Role,
    speakers::{FloorRefused, RequestKind, SpeakerList},
    statutes::{Audience, Participation},
};
use entities::people::{mandate, person};
use http::StatusCode;
use services::{
    Error, Refusal,
    assemblies::{Attending, FloorStep, NewAttendee, Speaker},
};
use uuid::Uuid;

use super::fixture::{
    ADMINISTRATOR, Assembly, BOARD, FORMER, House, STRANGER, day, of, organization, person as who, refusal,
};
use crate::support::for_each_database;

const RESIDENT: &str = "Rachel Hébergée";
const ASKS: (RequestKind, SpeakerList) = (RequestKind::Speech, SpeakerList::Unstated);

fn rules() -> AssemblyRules {
    let participation = Participation {
        present: [Audience::MembersWithoutVote, Audience::PersonsConcerned, Audience::Partners].into(),
        speak: [Audience::PersonsConcerned].into(),
    };
    AssemblyRules { participation, ..AssemblyRules::usual() }
}

/// Somebody who lives in a shelter of Abri, without an e-mail address, known elsewhere as Étoile.
async fn with_resident(house: &House) {
    let row = person::Model {
        id: who(RESIDENT).0,
        name: RESIDENT.into(),
        pseudonym: Some("Étoile".into()),
        email: None,
        locale: "fr".into(),
        created_at: house.world.time.now(),
    };
    house.put::<person::ActiveModel>(row).await;
    let row = mandate::Model {
        id: Uuid::new_v4(),
        person_id: who(RESIDENT).0,
        role: Role::PersonConcerned.to_string(),
        network_id: None,
        organization_id: Some(organization("Abri").0),
        starts_on: day("2020-01-01"),
        ends_on: None,
        granted_by: None,
        source: "decision".into(),
        created_at: house.world.time.now(),
    };
    house.put::<mandate::ActiveModel>(row).await;
}

async fn attending(house: &House, assembly: &Assembly, name: &str) -> Attending {
    house.services.room(&house.viewer(name).await, assembly.id).await.expect("the assembly").attending
}

async fn call(house: &House, assembly: &Assembly) {
    let chair = house.viewer(BOARD).await;
    house.services.step_floor(&chair, assembly.id, FloorStep::Item(assembly.accounts)).await.expect("an item");
}

#[tokio::test]
async fn a_person_concerned_comes_under_a_pseudonym_and_speaks_and_the_quorum_knows_nothing_of_it() {
    for_each_database(async |world| {
        let house = House::build_with(world, rules()).await;
        with_resident(&house).await;
        let assembly = house.in_session(&["Boussole"]).await;
        call(&house, &assembly).await;
        let path = house.path(&assembly);
        let mut browser = house.browser(RESIDENT).await;
        let room = browser.get(&format!("{path}/room")).await;
        assert_eq!(room.status, StatusCode::OK);
        assert!(room.body.contains("You may attend this assembly without voting (person concerned)"));
        let early = attending(&house, &assembly, RESIDENT).await.own.expect("a seat");
        assert_eq!((early.audience, early.speaks, early.here), (Audience::PersonsConcerned, true, None));
        for _ in 0..2 {
            assert_eq!(browser.post(&format!("{path}/attend"), &[]).await.status, StatusCode::SEE_OTHER);
        }
        let there = attending(&house, &assembly, RESIDENT).await;
        assert_eq!(there.attendees.len(), 1, "twice is once");
        assert_eq!((there.attendees[0].name.as_str(), there.attendees[0].organization.as_str()), ("Étoile", "Abri"));
        let attendee = there.attendees[0].id.to_string();
        let asked = browser.post(&format!("{path}/attend/ask"), &[("attendee", &attendee)]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
        let live = house.services.live(assembly.id).await.expect("the room");
        let waiting: Vec<_> =
            live.floor.waiting.iter().map(|one| (one.name.as_str(), one.organization.as_str())).collect();
        assert_eq!(waiting, [("Étoile", "Abri")]);
        assert_eq!(live.quorum.expect("a quorum").parts[0].have, 1, "without a vote, without weight in the quorum");
        let own = browser.get(&format!("{path}/room")).await.body;
        assert!(own.contains("number 1 on the list") || own.contains("Take back") || own.contains("floor/withdraw"));
        // Nobody else asks in their name.
        let abri = house.viewer(&of("Abri")).await;
        let other =
            house.services.ask_floor_for(&abri, assembly.id, Speaker::Attendee(there.attendees[0].id), ASKS).await;
        assert!(matches!(other, Err(Error::NotAllowed { .. })), "{other:?}");
        let minutes = house.browser(ADMINISTRATOR).await.get(&format!("{path}/minutes/edit")).await;
        assert_eq!(minutes.status, StatusCode::OK);
        house.services.close_session(&house.viewer(BOARD).await, assembly.id).await.expect("the end");
        let minutes = house.browser(ADMINISTRATOR).await.get(&format!("{path}/minutes")).await;
        assert!(minutes.body.contains("Étoile (person concerned, Abri)"), "{}", minutes.body);
        assert!(!minutes.body.contains(RESIDENT));
    })
    .await;
}

#[tokio::test]
async fn who_is_not_named_by_the_statutes_waits_for_the_minutes() {
    for_each_database(async |world| {
        let house = House::build_with(world, rules()).await;
        let assembly = house.in_session(&["Boussole"]).await;
        let path = house.path(&assembly);
        // An employee of a member, since the mandate of a delegate ended.
        let mut staff = house.browser(FORMER).await;
        for part in ["room", "screen", "live"] {
            let answer = staff.get(&format!("{path}/{part}")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{part}");
            assert!(answer.body.contains("your role is not among them"), "{part}");
        }
        assert_eq!(staff.get(&path).await.status, StatusCode::OK, "agenda and roll are for every member");
        let refused = house.services.attend(&house.viewer(FORMER).await, assembly.id).await;
        assert_eq!(refusal(refused), Refusal::Named("not-in-the-room"));
        let stranger = house.services.attend(&house.viewer(STRANGER).await, assembly.id).await;
        assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");
        // Who has a vote does not attend without one; a suspended member does.
        let voter = house.services.attend(&house.viewer(&of("Abri")).await, assembly.id).await;
        assert_eq!(refusal(voter), Refusal::Named("not-in-the-room"));
        house.services.attend(&house.viewer(&of("Île")).await, assembly.id).await.expect("a member without a vote");
        house.services.close_session(&house.viewer(BOARD).await, assembly.id).await.expect("the end");
        assert_eq!(staff.get(&format!("{path}/minutes")).await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn the_desk_writes_down_and_asks_for_those_who_have_no_account() {
    for_each_database(async |world| {
        let house = House::build_with(world, rules()).await;
        let assembly = house.in_session(&["Boussole"]).await;
        call(&house, &assembly).await;
        let desk = house.viewer(ADMINISTRATOR).await;
        let new = |name: &str, audience: Audience| NewAttendee {
            name: name.into(),
            audience: audience.to_string(),
            organization: String::new(),
        };
        let services = &house.services;
        services.write_down(&desk, assembly.id, new("Lune", Audience::PersonsConcerned)).await.expect("a line");
        services.write_down(&desk, assembly.id, new("Mairie", Audience::Partners)).await.expect("a line");
        for wrong in [new(" ", Audience::Partners), new("Somebody", Audience::Staff)] {
            let refused = services.write_down(&desk, assembly.id, wrong).await;
            assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
        }
        let there = attending(&house, &assembly, ADMINISTRATOR).await.attendees;
        let of_name = |name: &str| there.iter().find(|one| one.name == name).expect("a line").id;
        let (lune, mairie) = (Speaker::Attendee(of_name("Lune")), Speaker::Attendee(of_name("Mairie")));
        services.ask_floor_for(&desk, assembly.id, lune, ASKS).await.expect("a place");
        let twice = services.ask_floor_for(&desk, assembly.id, lune, ASKS).await;
        assert_eq!(refusal(twice), Refusal::Floor(FloorRefused::AlreadyAsked));
        let silent = services.ask_floor_for(&desk, assembly.id, mairie, ASKS).await;
        assert_eq!(refusal(silent), Refusal::Named("audience-does-not-speak"));
        let boussole = Speaker::Representative(organization("Boussole"), who(&of("Boussole")));
        services.ask_floor_for(&desk, assembly.id, boussole, ASKS).await.expect("on behalf");
        let absent = Speaker::Representative(organization("Abri"), who(&of("Abri")));
        let refused = services.ask_floor_for(&desk, assembly.id, absent, ASKS).await;
        assert_eq!(refusal(refused), Refusal::Floor(FloorRefused::NotHere));
        let room = house.browser(&of("Boussole")).await.get(&format!("{}/room", house.path(&assembly))).await;
        assert!(room.body.contains("Lune (person concerned)"), "said as whom, with nobody");

        services.attendee_leaves(&desk, assembly.id, of_name("Lune")).await.expect("a departure");
        services.attendee_leaves(&desk, assembly.id, of_name("Lune")).await.expect("who left has left");
        let mut page = house.browser(ADMINISTRATOR).await;
        let wrong = page.post(&format!("{}/desk/attend", house.path(&assembly)), &[("name", "")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let foreign = house
            .browser(&of("Boussole"))
            .await
            .post(&format!("{}/desk/attend", house.path(&assembly)), &[("name", "X"), ("audience", "partners")])
            .await;
        assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    })
    .await;
}
