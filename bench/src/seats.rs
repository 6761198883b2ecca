//! A training that opens: two thousand people ask at once for two hundred seats, of which an association may hold six.
//! Where processes share a database, one of them dies in the middle, and whoever was not answered asks again.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use chrono::{Days, TimeDelta};
use domain::people::Role;
use entities::{
    Clock, Store, Unit,
    people::{mandate, person},
    sign_in::session as sign_in_session,
    trainings::{half_day, registration, session, training},
};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use serde_json::json;
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::{
    client::{self, Connection},
    generated::{self, Generated, SLUG, cookie, insert, open_session},
    load::percentile,
    machine,
    server::{self, Kind, Server},
};

const ASSOCIATIONS: usize = 40;
const PEOPLE_OF_EACH: usize = 50;
const SEATS: usize = 200;
const QUOTA: usize = 6;
/// When one of several processes dies, counted from the first request.
const DEATH: Duration = Duration::from_millis(700);

/// What was measured.
#[derive(Clone, Debug)]
pub struct Asked {
    /// On which database.
    pub database: &'static str,
    /// Processes that shared it at first.
    pub processes: usize,
    /// From the common start to the answer, milliseconds: half, 99 in 100.
    pub answered: (f64, f64),
    /// How many had to ask again, because their process had died.
    pub again: usize,
    /// From the first request to the last answer.
    pub took: Duration,
    /// Memory of the process that was left.
    pub megabytes: f64,
}

/// Somebody who asks.
#[derive(Clone, Debug)]
struct Asking {
    organization: Uuid,
    secret: String,
    request: Uuid,
}

/// Plays it on an empty database.
///
/// # Errors
/// When a request is lost, or more is given than there is. Never because it is slow.
pub async fn measure(database: &'static str, url: &str, processes: usize) -> Result<Asked> {
    let store = Store::open(url, Clock::system()).await?;
    let generated = generated::generate(&store, ASSOCIATIONS, 1).await?;
    let (id, asking) = fill(&store, &generated).await?;
    let path = format!("/n/{SLUG}/trainings/sessions/{id}/registrations");
    let mut servers = Vec::new();
    for _ in 0..processes {
        let options = server::Options { kind: Kind::Trame, database: url.to_owned(), page_bytes: 0 };
        servers.push(Server::start(&options)?);
    }
    let addresses: Vec<SocketAddr> = servers.iter().map(|server| server.address).collect();
    let mut connections = Vec::with_capacity(asking.len());
    for (number, one) in asking.into_iter().enumerate() {
        let address = addresses[number % addresses.len()];
        connections.push((one, address, Connection::open(address).await?));
    }
    let begun = Instant::now();
    let first = addresses[0];
    let waiting: JoinSet<_> =
        connections.into_iter().map(|(one, at, connection)| ask(path.clone(), one, at, connection, first)).collect();
    if processes > 1 {
        tokio::time::sleep_until((begun + DEATH).into()).await;
        servers.truncate(1);
    }
    let (mut latencies, mut again, mut last) = (Vec::new(), 0, begun);
    for answered in waiting.join_all().await {
        let (at, asked_again) = answered?;
        latencies.push(u32::try_from((at - begun).as_micros()).unwrap_or(u32::MAX));
        again += usize::from(asked_again);
        last = last.max(at);
    }
    held(&store, id).await?;
    Ok(Asked {
        database,
        processes,
        answered: (percentile(&latencies, 50), percentile(&latencies, 99)),
        again,
        took: last - begun,
        megabytes: machine::megabytes(servers[0].process())?,
    })
}

/// Asks, and asks once more at the first process where nobody answered.
async fn ask(
    path: String,
    one: Asking,
    at: SocketAddr,
    mut connection: Connection,
    first: SocketAddr,
) -> Result<(Instant, bool)> {
    let form = format!("form=own&organization={}&request={}&needs=", one.organization, one.request);
    let request = |address| client::post(address, &path, &cookie(&one.secret), &form);
    match connection.send(&request(at)).await {
        Ok(answer) if answer.status == 303 => return Ok((Instant::now(), false)),
        Ok(answer) => ensure!(answer.status >= 500, "a request was answered {}", answer.status),
        Err(_) => {}
    }
    let answer = Connection::open(first).await?.send(&request(first)).await?;
    ensure!(answer.status == 303, "a request was answered {} the second time", answer.status);
    Ok((Instant::now(), true))
}

/// That everybody is there once, and nothing was given that there is not.
async fn held(store: &Store, id: Uuid) -> Result<()> {
    let rows = registration::Entity::find().filter(registration::Column::SessionId.eq(id)).all(store.read()).await?;
    ensure!(rows.len() == ASSOCIATIONS * PEOPLE_OF_EACH, "{} registrations are there", rows.len());
    let mut seats: BTreeMap<Uuid, usize> = BTreeMap::new();
    for row in &rows {
        match row.state.as_str() {
            "seated" => *seats.entry(row.organization_id).or_default() += 1,
            "waiting" => {}
            other => anyhow::bail!("a registration is {other}"),
        }
    }
    let taken: usize = seats.values().sum();
    ensure!(taken == SEATS, "{taken} seats of {SEATS} are taken");
    let most = seats.values().max().context("nobody has a seat")?;
    ensure!(*most <= QUOTA, "an association holds {most} seats");
    Ok(())
}

/// Adds the people, and a session that is open.
async fn fill(store: &Store, generated: &Generated) -> Result<(Uuid, Vec<Asking>)> {
    let asking: Vec<(Uuid, Asking)> = generated
        .voters
        .iter()
        .flat_map(|voter| {
            (0..PEOPLE_OF_EACH).map(|_| {
                let secret = Uuid::new_v4().simple().to_string().repeat(2);
                (Uuid::new_v4(), Asking { organization: voter.organization, secret, request: Uuid::new_v4() })
            })
        })
        .collect();
    let network = network(store).await?;
    let people = asking.clone();
    let id = store
        .write::<_, DbErr, _>(move |unit| {
            let people = people.clone();
            Box::pin(async move { write(unit, network, &people).await })
        })
        .await?;
    // In no order of associations: everybody asks when they can.
    let mut asking: Vec<Asking> = asking.into_iter().map(|(_, one)| one).collect();
    asking.sort_by_key(|one| one.request);
    Ok((id, asking))
}

async fn network(store: &Store) -> Result<Uuid> {
    use entities::networks::network;
    let row = network::Entity::find().filter(network::Column::Slug.eq(SLUG)).one(store.read()).await?;
    Ok(row.context("no network was made")?.id)
}

async fn write(unit: &Unit, network: Uuid, people: &[(Uuid, Asking)]) -> Result<Uuid, DbErr> {
    let now = unit.now();
    let past = now.date_naive() - Days::new(400);
    let rows = people.iter().enumerate().map(|(number, (id, _))| person::Model {
        id: *id,
        name: format!("Personne {number}"),
        pseudonym: None,
        email: Some(format!("personne-{number}@generated.example")),
        locale: "fr".into(),
        created_at: now,
    });
    insert::<person::ActiveModel>(unit, rows.collect()).await?;
    let rows = people.iter().map(|(id, one)| mandate::Model {
        id: Uuid::new_v4(),
        person_id: *id,
        role: Role::Staff.to_string(),
        network_id: None,
        organization_id: Some(one.organization),
        starts_on: past,
        ends_on: None,
        granted_by: None,
        source: "decision".into(),
        created_at: now,
    });
    insert::<mandate::ActiveModel>(unit, rows.collect()).await?;
    let rows = people.iter().map(|(id, one)| open_session(*id, &one.secret, unit));
    insert::<sign_in_session::ActiveModel>(unit, rows.collect()).await?;
    let (of, id, begins_at) = (Uuid::new_v4(), Uuid::new_v4(), now + TimeDelta::days(30));
    let row = training::Model {
        id: of,
        network_id: network,
        state: "published".into(),
        title: "Formation générée".into(),
        details: json!({
            "subject": "", "audience": "", "objectives": "", "prerequisites": "", "minutes": 420, "trainers": "",
            "provider": "network", "provider_name": "", "qualiopi": "", "languages": ["fr"], "accessibility": "",
            "prices": [], "funders": "",
        }),
        version: 0,
        created_at: now,
        created_by: Uuid::nil(),
    };
    insert::<training::ActiveModel>(unit, vec![row]).await?;
    let row = session::Model {
        id,
        training_id: of,
        network_id: network,
        state: "announced".into(),
        place: Some("Salle".into()),
        remote_url: None,
        instructions: String::new(),
        begins_at,
        ends_at: begins_at + TimeDelta::hours(7),
        seating: json!({
            "rule": "first_come", "capacity": SEATS, "minimum": 0, "quota": { "quota": "fixed", "seats": QUOTA },
            "pots": [], "reserved_until": null, "opens_at": now, "closes_at": begins_at, "begins_at": begins_at,
            "hold_hours": 48, "priorities": {}, "seed": "seed",
        }),
        allocation: None,
        version: 0,
        created_at: now,
        reminded_at: None,
    };
    insert::<session::ActiveModel>(unit, vec![row]).await?;
    let row = half_day::Model {
        code: None,
        id: Uuid::new_v4(),
        session_id: id,
        starts_at: begins_at,
        ends_at: begins_at + TimeDelta::hours(7),
    };
    insert::<half_day::ActiveModel>(unit, vec![row]).await?;
    Ok(id)
}
