//! The demo: seeded once, by the rules, on both databases.

use std::{net::SocketAddr, sync::Arc};

use chrono::{Days, NaiveDate};
use demo::{DemoClock, Provider, SeedError, Seeded, data::Demo, id, issuer_address, seed};
use domain::{
    assemblies,
    ids::PersonId,
    polls::{Outcome, Verdict},
    trainings::State,
};
use entities::{
    Clock, Store,
    assemblies::{assembly, poll, proxy, roll_entry},
    mail::letter,
    networks::network,
    sign_in::{connection, identity},
    trainings::{registration, session, training},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use services::{Services, Settings, Viewer, audit::Verified, day_in};
use trame_server::http::application;

use crate::support::{PUBLIC_URL, World, for_each_database};

fn data() -> Arc<Demo> {
    Arc::new(Demo::load().expect("the data can be read"))
}

/// The same database with a clock that the seeder can set.
async fn settable(world: &World) -> (Services, DemoClock, NaiveDate) {
    let (clock, time) = (DemoClock::default(), world.time.clone());
    let store = Store::open(&world.url, clock.clock(Clock::new(move || time.now()))).await.expect("a database");
    let services = Services::new(store, world.services.settings().clone());
    (services, clock, day_in(chrono_tz::Europe::Paris, world.time.now()))
}

async fn held(services: &Services, title: &str) -> (assembly::Model, Vec<Outcome>) {
    let read = services.store().read();
    let found = assembly::Entity::find().filter(assembly::Column::Title.contains(title)).one(read).await;
    let found = found.expect("an answer").expect(title);
    let polls = poll::Entity::find().filter(poll::Column::AssemblyId.eq(found.id)).all(read).await.expect("polls");
    let outcomes = polls
        .into_iter()
        .map(|row| serde_json::from_value(row.outcome.expect("counted")).expect("an outcome"))
        .collect();
    (found, outcomes)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_is_seeded_once_and_played_by_the_rules() {
    for_each_database(|world| async move {
        let (services, clock, today) = settable(&world).await;
        assert_eq!(seed(&services, &clock, &data(), today).await.expect("a demo"), Seeded::Now);
        let Verified::Whole { lines, .. } = services.verify_journal().await.expect("an answer") else {
            panic!("the journal is broken");
        };
        assert_eq!(seed(&services, &clock, &data(), today).await.expect("a demo"), Seeded::Before);
        let Verified::Whole { lines: after, .. } = services.verify_journal().await.expect("an answer") else {
            panic!("the journal is broken");
        };
        assert_eq!(lines, after);

        let read = services.store().read();
        assert_eq!(network::Entity::find().count(read).await.expect("a count"), 6);
        let (of_2022, outcomes) = held(&services, "2 juin 2022").await;
        assert_eq!(of_2022.state, assemblies::State::Closed.to_string());
        assert_eq!(outcomes.len(), 3);
        for outcome in outcomes {
            assert_eq!(outcome.verdict, Verdict::Adopted);
            assert_eq!(outcome.tally.against.heads + outcome.tally.abstained.heads, 0, "unanimously");
        }
        let (of_2003, _) = held(&services, "2003").await;
        let names = roll_entry::Entity::find().filter(roll_entry::Column::AssemblyId.eq(of_2003.id)).all(read).await;
        let names: Vec<String> = names.expect("a roll").into_iter().map(|row| row.name).collect();
        assert!(names.iter().any(|name| name.contains("Point Services aux Particuliers")), "{names:?}");

        let todays = assembly::Entity::find().filter(assembly::Column::HeldOn.eq(today)).one(read).await;
        let todays = todays.expect("an answer").expect("an assembly today");
        assert_eq!(todays.state, assemblies::State::Convened.to_string());
        assert_eq!(
            todays.convened_at.map(|at| day_in(chrono_tz::Europe::Paris, at)),
            today.checked_sub_days(Days::new(20))
        );
        let roll = roll_entry::Entity::find().filter(roll_entry::Column::AssemblyId.eq(todays.id)).count(read).await;
        assert_eq!(roll.expect("a count"), 41);
        let proxies = proxy::Entity::find().filter(proxy::Column::AssemblyId.eq(todays.id)).count(read).await;
        assert_eq!(proxies.expect("a count"), 4);
        let strangers =
            letter::Entity::find().filter(letter::Column::ToAddress.not_like("%.example")).count(read).await;
        assert_eq!(strangers.expect("a count"), 0, "no letter of the demo has an address that exists");

        // The president opens the session of today.
        let president = PersonId(id("person", "interlogement93-presidente"));
        let president = Viewer::load(read, president, services.now()).await.expect("an answer").expect("the president");
        services.open_session(&president, domain::ids::AssemblyId(todays.id)).await.expect("the session opens");
    })
    .await;
}

/// Where the registrations of a training's only session stand, with the organization's name of each.
async fn standing(services: &Services, title: &str) -> Vec<(State, String, registration::Model)> {
    let read = services.store().read();
    let found = training::Entity::find().filter(training::Column::Title.contains(title)).one(read).await;
    let found = found.expect("an answer").expect(title);
    let held = session::Entity::find().filter(session::Column::TrainingId.eq(found.id)).one(read).await;
    let held = held.expect("an answer").expect("a session");
    let rows = registration::Entity::find()
        .filter(registration::Column::SessionId.eq(held.id))
        .order_by_asc(registration::Column::AskedAt)
        .all(read)
        .await
        .expect("registrations");
    rows.into_iter().map(|row| (row.state.parse().expect("a state"), row.organization_name.clone(), row)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn seats_of_the_demo_are_given_by_the_rules() {
    for_each_database(|world| async move {
        let (services, clock, today) = settable(&world).await;
        seed(&services, &clock, &data(), today).await.expect("a demo");
        let of = |rows: &[(State, String, registration::Model)], state: State| {
            rows.iter().filter(|(stands, ..)| *stands == state).map(|(_, name, _)| name.clone()).collect::<Vec<_>>()
        };

        // First come: four seats are left, and Coallia, which has all that it may, waits.
        let welcoming = standing(&services, "Accueillir et orienter").await;
        assert_eq!(of(&welcoming, State::Seated).len(), 8);
        assert_eq!(of(&welcoming, State::Waiting), ["Coallia"]);
        // A seat of those reserved goes to a small association.
        let health = standing(&services, "Santé mentale").await;
        assert_eq!(of(&health, State::Seated).len(), health.len());
        let reserved: Vec<_> = health.iter().filter(|(.., row)| row.pot.is_some()).map(|(_, name, _)| name).collect();
        assert_eq!(reserved, ["La Marmite"]);
        // Fair at close, and still open: nobody has a seat yet; one association agrees first.
        let open = standing(&services, "violences conjugales").await;
        assert_eq!(of(&open, State::AwaitingAgreement), ["Emmaüs Solidarité"]);
        assert_eq!(of(&open, State::Asked).len(), open.len() - 1);
        // Fair at close, and over: each association has a seat before any has a second.
        let over = standing(&services, "secours civiques").await;
        let seated = of(&over, State::Seated);
        assert_eq!((seated.len(), of(&over, State::Waiting).len()), (7, 3));
        for name in over.iter().map(|(_, name, _)| name) {
            let seats = seated.iter().filter(|seated| *seated == name).count();
            assert!((1..=2).contains(&seats), "{name} has {seats} seats");
        }
        assert!(over.iter().all(|(.., row)| row.because.is_some()), "everybody is told why");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_with_something_else_is_left_alone() {
    for_each_database(|world| async move {
        let (services, clock, today) = settable(&world).await;
        services.invite_administrator("Somebody", Some("somebody@example.org"), None).await.expect("invited");
        assert!(matches!(seed(&services, &clock, &data(), today).await, Err(SeedError::Occupied)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_follow_the_address_of_the_server() {
    for_each_database(|world| async move {
        let (services, clock, today) = settable(&world).await;
        seed(&services, &clock, &data(), today).await.expect("a demo");
        let settings = Settings { public_url: "http://127.0.0.1:4000".into(), ..services.settings().clone() };
        let moved = Services::new(services.store().clone(), settings);
        let all = async || connection::Entity::find().all(services.store().read()).await.expect("connections");
        assert!(all().await.iter().all(|row| row.issuer.starts_with(&issuer_address(PUBLIC_URL, ""))));
        assert_eq!(seed(&moved, &clock, &data(), today).await.expect("a demo"), Seeded::Before);
        assert!(all().await.iter().all(|row| row.issuer.starts_with("http://127.0.0.1:4000/demo/idp/")));
        let identities = identity::Entity::find().all(services.store().read()).await.expect("identities");
        assert!(identities.iter().all(|row| row.issuer.starts_with("http://127.0.0.1:4000/demo/idp/")));
    })
    .await;
}

#[tokio::test]
async fn the_provider_refuses_to_be_reached_from_elsewhere() {
    for_each_database(|world| async move {
        for (address, allowed) in
            [("127.0.0.1:3000", true), ("[::1]:3000", true), ("0.0.0.0:3000", false), ("192.168.1.2:80", false)]
        {
            let address: SocketAddr = address.parse().expect("an address");
            let provider = Provider::new(application(world.services.clone()), &data(), address);
            assert_eq!(provider.is_some(), allowed, "{address}");
        }
    })
    .await;
}
