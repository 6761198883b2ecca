//! The measurements, one after the other; the two servers take turns within each.

use std::{
    path::PathBuf,
    sync::{Arc, atomic::AtomicUsize},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use chrono_tz::Europe::Paris;
use demo::{DemoClock, data::Demo};
use domain::people::Role;
use entities::{
    Clock, Store, assemblies::vote, memberships::membership, networks::network, people::mandate, sign_in::session,
};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, sqlx};
use services::{Services, Settings, day_in};
use uuid::Uuid;

use crate::{
    client::{self, Connection},
    generated::{self, Generated, cookie},
    load::{Load, Requests, Sample},
    machine::{self, Watched},
    report::{Cell, Report},
    rooms, seats,
    server::{self, Kind, Server},
    streams,
};

const NETWORK: &str = "interlogement93";
/// Organizations that vote, and votes that are open: enough for every vote of a run to be a first one.
const MEMBERS: usize = 2000;
const POLLS: usize = 30;
const CONNECTIONS: [usize; 2] = [1, 32];
/// How often the servers take turns.
const TURNS: u32 = 3;
/// How many watch a room that votes.
const SCREENS: [usize; 2] = [1000, 5000];
const WARM_UP: Duration = Duration::from_millis(400);

/// What to measure with.
#[derive(Clone, Debug, clap::Args)]
pub struct Options {
    /// A PostgreSQL server that flushes to the disk, in which a database of this name is made
    #[arg(long)]
    pub postgres: Option<String>,
    /// A folder for the SQLite database, on a disk and not in memory
    #[arg(long)]
    pub folder: PathBuf,
    /// Where the table is kept
    #[arg(long)]
    pub output: Option<PathBuf>,
    /// Seconds that each server is measured for in each cell
    #[arg(long, default_value_t = 3.0)]
    pub seconds: f64,
    /// Measure only what has this in its name: page, vote, streams, rooms, seats
    #[arg(long)]
    pub only: Option<String>,
}

impl Options {
    fn wants(&self, what: &str) -> bool {
        self.only.as_deref().is_none_or(|only| what.contains(only))
    }
}

/// A database that is ready, with what has to be known to ask for its pages.
struct Ground {
    name: &'static str,
    url: String,
    /// The database's own processes, when it has any.
    processes: Option<Watched>,
    /// The secret of the session of an ordinary representative.
    member: String,
    generated: Generated,
}

/// Measures everything.
///
/// # Errors
/// When a server answers something else than it should. Never because it is slow.
pub async fn run(options: Options) -> Result<()> {
    let mut report = Report::new(Clock::system().now());
    let file = options.folder.join("bench.db");
    let mut grounds = vec![ground("SQLite", format!("sqlite://{}?mode=rwc", file.display()), None).await?];
    if let Some(server) = &options.postgres {
        let (url, processes) = postgres_database(server).await?;
        grounds.push(ground("PostgreSQL", url, Some(processes)).await?);
    }
    for ground in &grounds {
        if options.wants("page") {
            pages(&options, ground, &mut report).await?;
        }
        if options.wants("streams") {
            eprintln!("▸ {}: streams", ground.name);
            report.streams.push(streams::measure(ground.name, &ground.url, &ground.generated).await?);
        }
        // Last, because afterwards everybody has voted and no turnout changes any more.
        if options.wants("vote") {
            votes(&options, ground, &mut report).await?;
        }
    }
    if options.wants("rooms") {
        for screens in SCREENS {
            eprintln!("▸ SQLite: a room of {screens}");
            let file = options.folder.join(format!("room-{screens}.db"));
            let url = format!("sqlite://{}?mode=rwc", file.display());
            report.rooms.push(rooms::measure("SQLite", &url, screens).await?);
            if let Some(server) = &options.postgres {
                eprintln!("▸ PostgreSQL: a room of {screens}");
                let (url, _) = postgres_database(server).await?;
                report.rooms.push(rooms::measure("PostgreSQL", &url, screens).await?);
            }
        }
    }
    if options.wants("seats") {
        eprintln!("▸ SQLite: seats of a training");
        let url = format!("sqlite://{}?mode=rwc", options.folder.join("seats.db").display());
        report.seats.push(seats::measure("SQLite", &url, 1).await?);
        if let Some(server) = &options.postgres {
            for processes in [1, 2] {
                eprintln!("▸ PostgreSQL: seats of a training, {processes} processes");
                let (url, _) = postgres_database(server).await?;
                report.seats.push(seats::measure("PostgreSQL", &url, processes).await?);
            }
        }
    }
    let text = report.text();
    println!("{text}");
    if let Some(output) = &options.output {
        std::fs::create_dir_all(output)?;
        let file = output.join(format!("{}.md", report.at.format("%Y-%m-%d-%H%M")));
        std::fs::write(&file, &text)?;
        println!("{}", file.display());
    }
    Ok(())
}

async fn pages(options: &Options, ground: &Ground, report: &mut Report) -> Result<()> {
    let path = format!("/n/{NETWORK}/members");
    let trame = start(ground, Kind::Trame, 0)?;
    // The bare page is made as large as the product's.
    let request = client::get(trame.address, &path, &cookie(&ground.member));
    let answer = Connection::open(trame.address).await?.send(&request).await?;
    ensure!(answer.status == 200, "the page was answered {}", answer.status);
    report.page_bytes = answer.length;
    let bare = start(ground, Kind::Bare, answer.length)?;
    let load = |server: &Server| {
        let request = client::get(server.address, &path, &cookie(&ground.member));
        load(server, Arc::new(move |_| request.clone()), 200)
    };
    for connections in CONNECTIONS {
        eprintln!("▸ {}: page of members, concurrency {connections}", ground.name);
        let servers = [("bare", &bare, load(&bare)), ("Trame", &trame, load(&trame))];
        report.groups.push(turns(options, ground, "page of members", connections, &servers).await?);
    }
    Ok(())
}

async fn votes(options: &Options, ground: &Ground, report: &mut Report) -> Result<()> {
    let (trame, bare) = (start(ground, Kind::Trame, 0)?, start(ground, Kind::Bare, 0)?);
    let servers = [
        ("bare", &bare, ballots(&bare, "", &ground.generated)),
        ("bare insert", &bare, ballots(&bare, "/insert", &ground.generated)),
        ("Trame", &trame, ballots(&trame, "", &ground.generated)),
    ];
    let mut acknowledged = 0;
    for connections in CONNECTIONS {
        eprintln!("▸ {}: vote, concurrency {connections}", ground.name);
        let cells = turns(options, ground, "vote", connections, &servers).await?;
        acknowledged +=
            cells.iter().filter(|cell| cell.server == "Trame").map(|cell| cell.sample.latencies.len()).sum::<usize>();
        report.groups.push(cells);
    }
    let store = Store::open(&ground.url, Clock::system()).await?;
    let kept = usize::try_from(
        vote::Entity::find()
            .filter(vote::Column::PollId.is_in(ground.generated.polls.clone()))
            .count(store.read())
            .await?,
    )?;
    let possible = MEMBERS * POLLS;
    ensure!(kept >= acknowledged.min(possible), "{acknowledged} votes were acknowledged and {kept} are there");
    Ok(())
}

/// Every member votes in one poll, then in the next; all for the first time, then changing.
fn ballots(server: &Server, route: &'static str, generated: &Generated) -> Load {
    let (generated, address) = (generated.clone(), server.address);
    let requests = move |number: usize| {
        let voter = &generated.voters[number % generated.voters.len()];
        let poll = generated.polls[number / generated.voters.len() % generated.polls.len()];
        let choice = ["for", "against", "abstain"][number % 3];
        let form = format!("organization={}&request={}&choice={choice}", voter.organization, Uuid::new_v4());
        client::post(address, &format!("{route}{}", generated.ballot_box(poll)), &cookie(&voter.secret), &form)
    };
    load(server, Arc::new(requests), 303)
}

fn load(server: &Server, requests: Requests, status: u16) -> Load {
    Load { address: server.address, requests, next: Arc::new(AtomicUsize::new(0)), status }
}

/// Measures all, in turns.
async fn turns(
    options: &Options,
    ground: &Ground,
    what: &'static str,
    connections: usize,
    servers: &[(&'static str, &Server, Load)],
) -> Result<Vec<Cell>> {
    let mut samples = vec![Sample::default(); servers.len()];
    for (_, _, load) in servers {
        load.run(connections, WARM_UP).await?;
    }
    let turn = Duration::from_secs_f64(options.seconds / f64::from(TURNS));
    for _ in 0..TURNS {
        for ((_, server, load), sample) in servers.iter().zip(&mut samples) {
            let watched = Watched::Process(server.process());
            let before = (watched.seconds()?, seconds(ground)?);
            let mut measured = load.run(connections, turn).await?;
            measured.server_seconds = watched.seconds()? - before.0;
            measured.database_seconds = seconds(ground)? - before.1;
            sample.add(measured);
        }
    }
    let cells = servers.iter().zip(samples).map(|((name, server, _), sample)| {
        let megabytes = machine::megabytes(server.process())?;
        Ok(Cell { what, database: ground.name, connections, server: name, sample, megabytes })
    });
    cells.collect()
}

fn seconds(ground: &Ground) -> Result<f64> {
    ground.processes.map_or(Ok(0.0), Watched::seconds)
}

fn start(ground: &Ground, kind: Kind, page_bytes: usize) -> Result<Server> {
    Server::start(&server::Options { kind, database: ground.url.clone(), page_bytes })
}

/// Fills a database with the demo and with the generated network.
async fn ground(name: &'static str, url: String, processes: Option<Watched>) -> Result<Ground> {
    eprintln!("▸ {name}: filling the database");
    let clock = DemoClock::default();
    let store = Store::open(&url, clock.clock(Clock::system())).await?;
    let settings = Settings { public_url: "http://127.0.0.1".into(), allow_loopback_providers: true, demo: true };
    let services = Services::new(store.clone(), settings);
    let today = day_in(Paris, services.now());
    demo::seed(&services, &clock, &Arc::new(Demo::load()?), today).await?;
    let member = "f".repeat(64);
    sign_in(&store, representative(&store).await?, &member).await?;
    let generated = generated::generate(&store, MEMBERS, POLLS).await?;
    Ok(Ground { name, url, processes, member, generated })
}

/// Somebody who represents a member of the network, as most visitors do.
async fn representative(store: &Store) -> Result<Uuid> {
    let found = network::Entity::find().filter(network::Column::Slug.eq(NETWORK)).one(store.read()).await?;
    let network = found.context("the demo has no such network")?.id;
    let members =
        membership::Entity::find().filter(membership::Column::NetworkId.eq(network)).all(store.read()).await?;
    let mandate = mandate::Entity::find()
        .filter(mandate::Column::OrganizationId.is_in(members.iter().map(|member| member.organization_id)))
        .filter(mandate::Column::Role.eq(Role::Delegate.as_str()))
        .filter(mandate::Column::EndsOn.is_null())
        .order_by_asc(mandate::Column::Id)
        .one(store.read())
        .await?;
    Ok(mandate.context("nobody represents a member")?.person_id)
}

async fn sign_in(store: &Store, person: Uuid, secret: &str) -> Result<()> {
    let secret = secret.to_owned();
    store
        .write::<_, DbErr, _>(move |unit| {
            let row = generated::open_session(person, &secret, unit);
            Box::pin(async move { generated::insert::<session::ActiveModel>(unit, vec![row]).await })
        })
        .await?;
    Ok(())
}

/// Makes a database, and finds the server's processes.
async fn postgres_database(server: &str) -> Result<(String, Watched)> {
    let pool = sqlx::PgPool::connect(server).await?;
    let name = format!("bench_{}", Uuid::new_v4().simple());
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&pool).await?;
    let (synchronous, backend): (String, i32) =
        sqlx::query_as("SELECT current_setting('fsync'), pg_backend_pid()").fetch_one(&pool).await?;
    ensure!(synchronous == "on", "this PostgreSQL does not flush to the disk, so nothing that it says is durable");
    let main = machine::parent(u32::try_from(backend)?)?;
    let (server, _) = server.rsplit_once('/').context("the address names no database")?;
    Ok((format!("{server}/{name}"), Watched::Family(main)))
}
