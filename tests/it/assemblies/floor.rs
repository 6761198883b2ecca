//! Who speaks: asking, the order, the chair, and what stands against it.

use domain::speakers::{FloorRefused, RequestKind, SpeakerList, SpeakingOrder, SpeakingRule};
use entities::audit::journal_line;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::{
    Error, Refusal,
    assemblies::{Asks, Floor, FloorStep},
};
use uuid::Uuid;

use super::fixture::{ADMINISTRATOR, Assembly, BOARD, House, STRANGER, of, organization, refusal};
use crate::support::for_each_database;

async fn asks(house: &House, assembly: &Assembly, name: &str, list: SpeakerList) -> Result<(), Error> {
    let asks = Asks { organization: organization(name), kind: RequestKind::Speech, list };
    house.services.ask_floor(&house.viewer(&of(name)).await, assembly.id, asks).await
}

async fn steps(house: &House, assembly: &Assembly, who: &str, step: FloorStep) -> Result<(), Error> {
    house.services.step_floor(&house.viewer(who).await, assembly.id, step).await
}

async fn floor(house: &House, assembly: &Assembly) -> Floor {
    house.services.live(assembly.id).await.expect("the room").floor
}

fn waiting(floor: &Floor) -> Vec<&str> {
    floor.waiting.iter().map(|speech| speech.organization.as_str()).collect()
}

fn floor_refused<T: std::fmt::Debug>(result: Result<T, Error>) -> FloorRefused {
    match refusal(result) {
        Refusal::Floor(refused) => refused,
        other => panic!("another refusal: {other:?}"),
    }
}

#[tokio::test]
async fn people_speak_in_the_order_of_the_rule_and_the_minutes_tell_who() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&["Abri", "Boussole", "Cèdre", "Digue"]).await;
        let early = asks(&house, &assembly, "Abri", SpeakerList::Men).await;
        assert!(early.is_err(), "no item has been called: {early:?}");
        steps(&house, &assembly, ADMINISTRATOR, FloorStep::Item(assembly.accounts)).await.expect("an item");
        for (name, list) in [("Abri", SpeakerList::Men), ("Boussole", SpeakerList::Men), ("Cèdre", SpeakerList::Women)]
        {
            asks(&house, &assembly, name, list).await.expect("a place");
        }
        assert_eq!(floor_refused(asks(&house, &assembly, "Abri", SpeakerList::Men).await), FloorRefused::AlreadyAsked);
        assert_eq!(waiting(&floor(&house, &assembly).await), ["Abri", "Boussole", "Cèdre"]);
        let rule = SpeakingRule { order: SpeakingOrder::Alternating, ..SpeakingRule::default() };
        steps(&house, &assembly, BOARD, FloorStep::Rule(rule)).await.expect("a rule");
        assert_eq!(waiting(&floor(&house, &assembly).await), ["Abri", "Cèdre", "Boussole"]);

        let point =
            Asks { organization: organization("Digue"), kind: RequestKind::PointOfOrder, list: SpeakerList::Unstated };
        house
            .services
            .ask_floor(&house.viewer(&of("Digue")).await, assembly.id, point)
            .await
            .expect("a point of order");
        assert_eq!(waiting(&floor(&house, &assembly).await), ["Digue", "Abri", "Cèdre", "Boussole"]);

        let mut after = None;
        for expected in ["Digue", "Abri", "Cèdre"] {
            steps(&house, &assembly, ADMINISTRATOR, FloorStep::Next { after }).await.expect("the next");
            let speaking = floor(&house, &assembly).await.speaking.expect("someone speaks");
            assert_eq!(speaking.organization, expected);
            after = Some(speaking.id);
        }
        let last = floor(&house, &assembly).await.waiting[0].id;
        house
            .services
            .withdraw_request(&house.viewer(&of("Boussole")).await, assembly.id, last)
            .await
            .expect("taken back");
        steps(&house, &assembly, ADMINISTRATOR, FloorStep::End { speech: after.expect("a speech") })
            .await
            .expect("an end");
        let now = floor(&house, &assembly).await;
        assert!(now.speaking.is_none() && now.waiting.is_empty(), "{now:?}");
        let room = house.services.room(&house.viewer(ADMINISTRATOR).await, assembly.id).await.expect("the room");
        let spoke: Vec<&str> = room.speeches.iter().map(|speech| speech.organization.as_str()).collect();
        assert_eq!(spoke, ["Digue", "Abri", "Cèdre"]);
        assert!(room.speeches.iter().all(|speech| speech.item == assembly.accounts && speech.ended_at.is_some()));
    })
    .await;
}

#[tokio::test]
async fn two_chairs_who_press_at_once_give_the_floor_once() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&["Abri", "Boussole"]).await;
        steps(&house, &assembly, ADMINISTRATOR, FloorStep::Item(assembly.accounts)).await.expect("an item");
        for name in ["Abri", "Boussole"] {
            asks(&house, &assembly, name, SpeakerList::Unstated).await.expect("a place");
        }
        let (one, two) = (house.viewer(ADMINISTRATOR).await, house.viewer(BOARD).await);
        let elsewhere = house.world.another_process().await;
        let next = FloorStep::Next { after: None };
        let (a, b) = tokio::join!(
            house.services.step_floor(&one, assembly.id, next),
            elsewhere.step_floor(&two, assembly.id, next),
        );
        assert_eq!([&a, &b].iter().filter(|result| result.is_ok()).count(), 1, "{a:?} {b:?}");
        assert!([a, b].into_iter().any(|result| matches!(result, Err(Error::Conflict))));
        let told = journal_line::Entity::find().filter(journal_line::Column::Kind.eq("floor_given"));
        assert_eq!(told.count(house.services.store().read()).await.expect("a count"), 1);
    })
    .await;
}

#[tokio::test]
async fn the_floor_is_for_those_who_are_there_and_its_chair() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&["Abri"]).await;
        steps(&house, &assembly, ADMINISTRATOR, FloorStep::Item(assembly.accounts)).await.expect("an item");
        let absent = asks(&house, &assembly, "Boussole", SpeakerList::Unstated).await;
        assert_eq!(floor_refused(absent), FloorRefused::NotHere);
        let for_another =
            Asks { organization: organization("Boussole"), kind: RequestKind::Speech, list: SpeakerList::Unstated };
        let foreign = house.services.ask_floor(&house.viewer(&of("Abri")).await, assembly.id, for_another).await;
        assert!(matches!(foreign, Err(Error::NotAllowed { .. })), "{foreign:?}");
        let stranger = house.services.ask_floor(&house.viewer(STRANGER).await, assembly.id, for_another).await;
        assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");
        let member = steps(&house, &assembly, &of("Abri"), FloorStep::List { open: false }).await;
        assert!(matches!(member, Err(Error::NotAllowed { .. })), "{member:?}");
        let other = house.drafted().await;
        let item = steps(&house, &assembly, ADMINISTRATOR, FloorStep::Item(other.fees)).await;
        assert!(matches!(item, Err(Error::NotFound)), "an item of another agenda: {item:?}");

        asks(&house, &assembly, "Abri", SpeakerList::Unstated).await.expect("a place");
        let request = floor(&house, &assembly).await.waiting[0].id;
        house.arrives(&assembly, "Boussole").await.expect("an arrival");
        let struck = house.services.withdraw_request(&house.viewer(&of("Boussole")).await, assembly.id, request).await;
        assert!(matches!(struck, Err(Error::NotAllowed { .. })), "{struck:?}");
        let chair = house.viewer(ADMINISTRATOR).await;
        house.services.withdraw_request(&chair, assembly.id, request).await.expect("struck by the chair");
        let again = house.services.withdraw_request(&chair, assembly.id, request).await;
        assert_eq!(floor_refused(again), FloorRefused::NotWaiting);
        let nobody = steps(&house, &assembly, ADMINISTRATOR, FloorStep::End { speech: Uuid::nil() }).await;
        assert_eq!(floor_refused(nobody), FloorRefused::NobodySpeaks);
        let empty = steps(&house, &assembly, ADMINISTRATOR, FloorStep::Next { after: None }).await;
        assert_eq!(floor_refused(empty), FloorRefused::NotWaiting);
        steps(&house, &assembly, ADMINISTRATOR, FloorStep::List { open: false }).await.expect("a closed list");
        let late = asks(&house, &assembly, "Boussole", SpeakerList::Unstated).await;
        assert_eq!(floor_refused(late), FloorRefused::ListClosed);
    })
    .await;
}
