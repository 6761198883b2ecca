//! Who comes, who leaves, who speaks for whom, and what that does to the quorum.

use domain::{
    assemblies::{AssemblyRules, CourseRefused, State},
    polls::CastRefused,
    proxies::{ProxyRefused, ProxyRule, Representation},
};
use entities::assemblies::{attendance, proxy};
use sea_orm::EntityTrait;
use services::{Error, Refusal, assemblies::Arrival};

use super::fixture::{
    ADMINISTRATOR, ALTERNATE, Assembly, FORMER, House, STRANGER, at, course, of, organization, person, proxy_refused,
    refusal,
};
use crate::support::for_each_database;

async fn arrivals(house: &House) -> Vec<attendance::Model> {
    attendance::Entity::find().all(house.services.store().read()).await.expect("the attendances")
}

/// What is there of what is needed, over the whole roll.
async fn quorum(house: &House, assembly: &Assembly) -> (u64, u64, bool) {
    let live = house.services.live(assembly.id).await.expect("what is live");
    let quorum = live.quorum.expect("a quorum");
    (quorum.parts[0].have, quorum.parts[0].needed, quorum.reached)
}

#[tokio::test]
async fn arriving_twice_is_arriving_once() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&[]).await;
        let viewer = house.viewer(&of("Boussole")).await;
        let arrival = Arrival { organization: organization("Boussole"), person: None, remote: true };
        let arrive = || house.services.arrive(&viewer, assembly.id, arrival);
        let (first, second) = tokio::join!(arrive(), arrive());
        first.and(second).expect("both are welcome");
        arrive().await.expect("and again");
        let rows = arrivals(&house).await;
        assert_eq!(rows.len(), 1);
        assert_eq!(
            (rows[0].person_name.as_str(), rows[0].remote, rows[0].left_at),
            ("Présidence Boussole", true, None)
        );

        // Somebody else of the same organization is another person and no other voice.
        let alternate = house.viewer(ALTERNATE).await;
        house.services.arrive(&alternate, assembly.id, arrival).await.expect("the alternate");
        assert_eq!(arrivals(&house).await.len(), 2);
        assert_eq!(quorum(&house, &assembly).await, (1, 4, false));
        house.leaves(&assembly, "Boussole").await.expect("a departure");
        house.leaves(&assembly, "Boussole").await.expect("who has left has left");
        assert_eq!(quorum(&house, &assembly).await.0, 1, "the alternate is still there");
    })
    .await;
}

#[tokio::test]
async fn who_may_come_in() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&[]).await;
        let arrive = async |viewer: &str, name: &str, who: Option<&str>| {
            let arrival = Arrival { organization: organization(name), person: who.map(person), remote: false };
            house.services.arrive(&house.viewer(viewer).await, assembly.id, arrival).await
        };
        let other = arrive(&of("Abri"), "Boussole", None).await;
        assert!(matches!(other, Err(Error::NotAllowed { .. })), "{other:?}");
        let former = arrive(FORMER, "Fontaine", None).await;
        assert!(matches!(former, Err(Error::NotAllowed { .. })), "the mandate ended yesterday: {former:?}");
        for name in ["Abri", "Zénith"] {
            let stranger = arrive(STRANGER, name, None).await;
            assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");
        }
        assert_eq!(refusal(arrive(&of("Île"), "Île", None).await), Refusal::Cast(CastRefused::NotOnRoll));
        // The chair's desk writes down whoever represents an organization, and nobody else.
        let named = Refusal::Named("not-a-representative");
        assert_eq!(refusal(arrive(ADMINISTRATOR, "Abri", None).await), named);
        assert_eq!(refusal(arrive(ADMINISTRATOR, "Fontaine", Some(FORMER)).await), named);
        assert_eq!(refusal(arrive(ADMINISTRATOR, "Abri", Some(&of("Boussole"))).await), named);
        assert!(arrivals(&house).await.is_empty());
        arrive(ADMINISTRATOR, "Abri", Some(&of("Abri"))).await.expect("written down at the desk");
        assert_eq!(arrivals(&house).await[0].person_id, person(&of("Abri")).0);

        let lines = house.services.desk(&house.viewer(ADMINISTRATOR).await, assembly.id).await.expect("the desk");
        let told: Vec<_> = lines
            .iter()
            .map(|line| {
                let people =
                    line.people.iter().map(|person| format!("{}{}", person.name, if person.here { " ✓" } else { "" }));
                (line.name.as_str(), people.collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(told[0], ("Abri", vec!["Présidence Abri ✓".to_owned()]));
        assert_eq!(told[1].1.len(), 2, "the alternate is offered too");
        assert_eq!(told[5], ("Fontaine", vec!["Présidence Fontaine".to_owned()]), "the former delegate is not");
        let member = house.services.desk(&house.viewer(&of("Abri")).await, assembly.id).await;
        assert!(matches!(member, Err(Error::NotAllowed { .. })), "{member:?}");
    })
    .await;
}

#[tokio::test]
async fn doors_are_open_from_the_convocation_to_the_end() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let draft = house.drafted().await;
        let early = course(house.arrives(&draft, "Abri").await);
        assert_eq!(early, CourseRefused::NotNow { state: State::Draft });
        let convened = house.convened().await;
        house.gives(&convened, "Écluse", "Abri").await.expect("a proxy before the day");
        house.world.time.set(at("2026-03-29T21:59:00Z"));
        let before = Refusal::Named("before-the-day");
        assert_eq!(refusal(house.arrives(&convened, "Abri").await), before);
        let opened = house.services.open_session(&house.viewer(ADMINISTRATOR).await, convened.id).await;
        assert_eq!(refusal(opened), before, "the notice that was given is kept");
        house.world.time.set(at("2026-03-29T22:01:00Z"));
        house.arrives(&convened, "Abri").await.expect("it is the day in Paris");
        house.world.time.set(at("2026-03-05T09:00:00Z"));
        let assembly = house.in_session(&["Abri"]).await;
        house.services.close_session(&house.viewer(ADMINISTRATOR).await, assembly.id).await.expect("the end");
        let closed = CourseRefused::NotNow { state: State::Closed };
        assert_eq!(course(house.arrives(&assembly, "Boussole").await), closed);
        assert_eq!(course(house.leaves(&assembly, "Abri").await), closed);
        assert_eq!(course(house.gives(&assembly, "Boussole", "Abri").await), closed);
        let again = house.services.open_session(&house.viewer(ADMINISTRATOR).await, assembly.id).await;
        assert_eq!(course(again), closed, "there is no way back");
        let member = house.services.open_session(&house.viewer(&of("Abri")).await, convened.id).await;
        assert!(matches!(member, Err(Error::NotAllowed { .. })), "{member:?}");
    })
    .await;
}

#[tokio::test]
async fn an_arrival_ends_the_own_proxy() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&["Abri"]).await;
        house.gives(&assembly, "Boussole", "Abri").await.expect("a proxy");
        let of_boussole = async || {
            let room = house.services.room(&house.viewer(ADMINISTRATOR).await, assembly.id).await.expect("the room");
            let line = room.roll.iter().find(|line| line.entry.name == "Boussole").expect("on the roll").representation;
            (line, room.proxies[0].revoked_because.clone(), room.proxies[0].revoked_at)
        };
        let by = organization("Abri");
        assert_eq!(of_boussole().await, (Representation::Represented { by }, None, None));
        house.leaves(&assembly, "Abri").await.expect("the holder leaves");
        assert_eq!(of_boussole().await.0, Representation::Absent, "a proxy counts while its holder is there");
        house.arrives(&assembly, "Abri").await.expect("the holder is back");
        assert_eq!(of_boussole().await.0, Representation::Represented { by });

        house.world.time.pass_minutes(5);
        house.arrives(&assembly, "Boussole").await.expect("the giver comes after all");
        let (representation, because, at) = of_boussole().await;
        assert_eq!((representation, because.as_deref()), (Representation::Present, Some("arrival")));
        assert_eq!(at, Some(house.world.time.now()));
        house.leaves(&assembly, "Boussole").await.expect("and goes");
        assert_eq!(of_boussole().await.0, Representation::Absent, "what ended does not come back");
        house.gives(&assembly, "Boussole", "Abri").await.expect("a new one may be given");
        assert_eq!(proxy::Entity::find().all(house.services.store().read()).await.expect("proxies").len(), 2);
    })
    .await;
}

#[tokio::test]
async fn the_quorum_is_lost_and_found_again() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&["Abri", "Boussole"]).await;
        house.gives(&assembly, "Cèdre", "Abri").await.expect("a proxy");
        assert_eq!(quorum(&house, &assembly).await, (3, 4, false));
        let CourseRefused::NoQuorum { quorum: missing } = course(house.opens(&assembly, assembly.accounts).await)
        else {
            panic!("no vote without a quorum")
        };
        let part = &missing.parts[0];
        assert_eq!((part.have, part.needed, part.whole, part.reached), (3, 4, 8, false));
        house.arrives(&assembly, "Digue").await.expect("the fourth");
        assert_eq!(quorum(&house, &assembly).await, (4, 4, true));
        house.leaves(&assembly, "Abri").await.expect("a departure");
        assert_eq!(quorum(&house, &assembly).await, (2, 4, false), "with the proxy that it held");
        course(house.opens(&assembly, assembly.accounts).await);
        house.arrives(&assembly, "Abri").await.expect("back");
        assert_eq!(quorum(&house, &assembly).await, (4, 4, true));
        house.opens(&assembly, assembly.accounts).await.expect("a vote");
    })
    .await;
}

#[tokio::test]
async fn every_rule_against_a_proxy_has_its_name() {
    for_each_database(async |world| {
        let mut rules = AssemblyRules::usual();
        rules.proxies = ProxyRule::new(Some(2), true);
        let house = House::build_with(world, rules).await;
        let assembly = house.in_session(&["Abri", "Gué"]).await;
        let desk = house.viewer(ADMINISTRATOR).await;
        let give = async |giver: &str, holder: &str| {
            house.services.give_proxy(&desk, assembly.id, organization(giver), organization(holder)).await
        };
        assert_eq!(proxy_refused(give("Île", "Abri").await), ProxyRefused::GiverNotOnRoll);
        assert_eq!(proxy_refused(house.gives(&assembly, "Île", "Abri").await), ProxyRefused::GiverNotOnRoll);
        assert_eq!(proxy_refused(give("Boussole", "Mât").await), ProxyRefused::HolderNotOnRoll);
        assert_eq!(proxy_refused(give("Boussole", "Boussole").await), ProxyRefused::ToItself);
        assert_eq!(proxy_refused(give("Abri", "Boussole").await), ProxyRefused::GiverIsPresent);
        assert_eq!(proxy_refused(give("Écluse", "Abri").await), ProxyRefused::OtherCollege);
        give("Boussole", "Abri").await.expect("the first");
        assert_eq!(
            proxy_refused(give("Boussole", "Cèdre").await),
            ProxyRefused::AlreadyGiven { to: organization("Abri") }
        );
        assert_eq!(proxy_refused(give("Cèdre", "Boussole").await), ProxyRefused::Chain);
        give("Cèdre", "Digue").await.expect("to one who may still come");
        assert_eq!(proxy_refused(give("Digue", "Abri").await), ProxyRefused::Chain);
        for giver in ["Écluse", "Fontaine"] {
            give(giver, "Gué").await.expect("two at most");
        }
        assert_eq!(proxy_refused(give("Havre", "Gué").await), ProxyRefused::TooMany { limit: 2 });

        // At the same instant two give theirs to one who has room for one.
        house.services.revoke_proxy(&desk, assembly.id, organization("Écluse")).await.expect("taken back");
        let (one, two) = tokio::join!(give("Écluse", "Gué"), give("Havre", "Gué"));
        let refused = if one.is_ok() { two } else { one };
        assert_eq!(proxy_refused(refused), ProxyRefused::TooMany { limit: 2 });

        let member = house.viewer(&of("Abri")).await;
        let other = house.services.give_proxy(&member, assembly.id, organization("Digue"), organization("Abri")).await;
        assert!(matches!(other, Err(Error::NotAllowed { .. })), "{other:?}");
    })
    .await;
}

#[tokio::test]
async fn a_proxy_is_taken_back_by_its_giver() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.convened().await;
        let giver = house.viewer(&of("Écluse")).await;
        let revoke = |viewer| house.services.revoke_proxy(viewer, assembly.id, organization("Écluse"));
        assert_eq!(refusal(revoke(&giver).await), Refusal::Named("no-proxy"));
        house.gives(&assembly, "Écluse", "Abri").await.expect("a proxy");
        let holder = house.viewer(&of("Abri")).await;
        let refused = revoke(&holder).await;
        assert!(matches!(refused, Err(Error::NotAllowed { .. })), "the holder does not: {refused:?}");
        revoke(&giver).await.expect("the giver does");
        assert_eq!(refusal(revoke(&giver).await), Refusal::Named("no-proxy"));
        let room = house.services.room(&giver, assembly.id).await.expect("the room");
        assert_eq!(room.proxies[0].revoked_because.as_deref(), Some("giver"));
        house.gives(&assembly, "Écluse", "Boussole").await.expect("to another");
    })
    .await;
}
