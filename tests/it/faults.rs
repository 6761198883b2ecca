//! What must hold when something breaks in the middle of a vote: an acknowledged vote is there, no
//! vote counts twice, and nothing is counted after the result.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufRead, BufReader},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use bench::{
    client::{self, Connection},
    generated::{Generated, Voter, cookie, generate},
};
use domain::{
    ids::{AssemblyId, OrganizationId, PollId},
    polls::{CastRefused, Choice},
};
use entities::{
    Clock,
    assemblies::{poll, vote},
    audit::journal_line,
};
use futures::future::join_all;
use http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::{Error, Refusal, Services, assemblies::Cast};
use tokio::sync::watch;
use uuid::Uuid;

use crate::support::{Browser, World, for_each_database};

const VOTES: usize = 2000;
/// How many votes are acknowledged when the server is killed, each time.
const KILLED_AT: [usize; 3] = [400, 900, 1500];
const CONNECTIONS: usize = 32;
const RUNS: usize = 200;

/// The real program on a database that others may have open too. Killed when the test ends in any way.
struct Trame {
    child: Child,
    address: SocketAddr,
}

impl Trame {
    /// Starts it and waits for its first answer; how long that took.
    async fn start(program: &PathBuf, world: &World) -> (Self, Duration) {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = free.local_addr().expect("an address");
        drop(free);
        let begun = Instant::now();
        let mut child = command(program, world, &["serve", "--port", &address.port().to_string()])
            .stdout(Stdio::piped())
            .spawn()
            .expect("trame starts");
        let mut lines = BufReader::new(child.stdout.take().expect("the output is piped")).lines();
        let ready = lines.by_ref().map_while(Result::ok).any(|line| line.starts_with("Trame is at"));
        assert!(ready, "trame ended before it served");
        // What else it prints is read, so that it never waits for us.
        std::thread::spawn(move || lines.for_each(drop));
        let mut connection = Connection::open(address).await.expect("trame listens");
        let answer = connection.send(&client::get(address, "/", "")).await.expect("an answer");
        assert_eq!(answer.status, 200);
        (Self { child, address }, begun.elapsed())
    }

    /// SIGKILL: it has no say in the matter.
    fn kill(&mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }
}

impl Drop for Trame {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(program: &PathBuf, world: &World, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).args(["--database-url", world.url()]).current_dir(std::env::temp_dir());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("TRAME_")) {
        command.env_remove(name);
    }
    command.env("RUST_LOG", "error");
    command
}

/// A vote on a phone: sent again with the same key until it is acknowledged.
#[derive(Clone, Debug)]
struct Ballot {
    voter: Voter,
    choice: &'static str,
    request: Uuid,
}

/// Who still has to vote, and whose vote was acknowledged.
#[derive(Default)]
struct Urn {
    waiting: Vec<Ballot>,
    acknowledged: Vec<Ballot>,
    heard: watch::Sender<usize>,
}

/// Votes on one connection, until nobody is left or the server is gone.
async fn vote_on(address: SocketAddr, urn: Arc<Mutex<Urn>>, path: String) {
    let Ok(mut connection) = Connection::open(address).await else { return };
    loop {
        let next = urn.lock().expect("the urn").waiting.pop();
        let Some(ballot) = next else { return };
        let Ballot { voter, choice, request } = &ballot;
        let form = format!("organization={}&request={request}&choice={choice}", voter.organization);
        let answer = connection.send(&client::post(address, &path, &cookie(&voter.secret), &form)).await;
        let mut urn = urn.lock().expect("the urn");
        match answer {
            Ok(answer) => {
                assert_eq!(answer.status, 303, "{ballot:?}");
                urn.acknowledged.push(ballot);
                urn.heard.send_replace(urn.acknowledged.len());
            }
            // Nobody knows whether it was counted: the voter presses again.
            Err(_) => {
                urn.waiting.push(ballot);
                return;
            }
        }
    }
}

async fn lines(world: &World) -> Vec<String> {
    let found = journal_line::Entity::find().filter(journal_line::Column::Kind.eq("vote_cast"));
    let rows = found.all(world.services.store().read()).await.expect("the journal");
    rows.into_iter()
        .map(|row| {
            let told: serde_json::Value = serde_json::from_str(&row.payload).expect("what was told");
            told["organization"].as_str().expect("an organization").to_owned()
        })
        .collect()
}

async fn votes(world: &World) -> Vec<vote::Model> {
    vote::Entity::find().all(world.services.store().read()).await.expect("the votes")
}

/// Every acknowledged vote is there as it was cast, and the journal knows each vote once.
async fn check(world: &World, acknowledged: &[Ballot]) {
    let kept: BTreeMap<Uuid, vote::Model> =
        votes(world).await.into_iter().map(|row| (row.organization_id, row)).collect();
    for Ballot { voter, choice, request } in acknowledged {
        let row = kept.get(&voter.organization).expect("an acknowledged vote is there");
        assert_eq!((row.choice.as_str(), row.request.as_str()), (*choice, request.to_string().as_str()));
        assert_eq!(row.changes, 0, "sent twice with one key is cast once");
    }
    let told = lines(world).await;
    let once: BTreeSet<&String> = told.iter().collect();
    assert_eq!((told.len(), once.len()), (kept.len(), kept.len()), "the journal has each vote once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_the_middle_of_two_thousand_votes() {
    let Some(program) = std::env::var_os("TRAME_BIN").map(PathBuf::from) else {
        let told = b"killing the server is left out: TRAME_BIN is not set\n";
        return std::io::Write::write_all(&mut std::io::stderr(), told).expect("standard error");
    };
    for_each_database(async |world| {
        world.time.set(Clock::system().now());
        let generated = generate(world.services.store(), VOTES, 1).await.expect("an assembly");
        let choices = ["for", "against", "abstain"].into_iter().cycle();
        let ballot = |(voter, choice): (&Voter, _)| Ballot { voter: voter.clone(), choice, request: Uuid::new_v4() };
        let waiting = generated.voters.iter().zip(choices).map(ballot).collect();
        let urn = Arc::new(Mutex::new(Urn { waiting, ..Urn::default() }));
        let mut heard = urn.lock().expect("the urn").heard.subscribe();
        let path = generated.ballot_box(generated.polls[0]);
        let mut restarts = Vec::new();
        for enough in KILLED_AT.into_iter().chain([VOTES]) {
            let (mut trame, took) = Trame::start(&program, &world).await;
            restarts.push(took);
            let on_one = |_| tokio::spawn(vote_on(trame.address, Arc::clone(&urn), path.clone()));
            let mut voting = join_all((0..CONNECTIONS).map(on_one));
            tokio::select! {
                () = reached(&mut heard, enough) => {
                    trame.kill();
                    voting.await
                }
                // Nobody is left to vote, or nobody could.
                voted = &mut voting => voted,
            }
            .into_iter()
            .for_each(|task| task.expect("a voter"));
            let acknowledged = urn.lock().expect("the urn").acknowledged.clone();
            assert!(acknowledged.len() >= enough);
            check(&world, &acknowledged).await;
        }
        assert_eq!(votes(&world).await.len(), VOTES);
        let verified = command(&program, &world, &["journal", "verify"]).output().expect("trame starts");
        assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
        println!(
            "killed {} times in {VOTES} votes; from each start to the first answer: {restarts:?}",
            KILLED_AT.len()
        );
    })
    .await;
}

/// Waits until so many votes were acknowledged.
async fn reached(heard: &mut watch::Receiver<usize>, enough: usize) {
    drop(heard.wait_for(|acknowledged| *acknowledged >= enough).await);
}

async fn post(mut browser: Browser, path: &str, organization: Uuid, choice: &str, request: Uuid) -> StatusCode {
    let (organization, request) = (organization.to_string(), request.to_string());
    browser.post(path, &[("organization", &organization), ("choice", choice), ("request", &request)]).await.status
}

fn signed_in(world: &World, secret: &str) -> Browser {
    let mut browser = world.browser();
    browser.set_cookie("session", secret);
    browser
}

#[tokio::test]
async fn the_same_vote_fifty_times_at_once_counts_once() {
    for_each_database(async |world| {
        let generated = generate(world.services.store(), 3, 1).await.expect("an assembly");
        let (voter, path) = (&generated.voters[0], generated.ballot_box(generated.polls[0]));
        let request = Uuid::new_v4();
        let sent = (0..50).map(|_| post(signed_in(&world, &voter.secret), &path, voter.organization, "for", request));
        for status in join_all(sent).await {
            assert_eq!(status, StatusCode::SEE_OTHER, "whoever pressed fifty times hears fifty times that it is done");
        }
        let kept = votes(&world).await;
        assert_eq!((kept.len(), kept[0].changes), (1, 0));
        assert_eq!(lines(&world).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn two_votes_of_one_organization_at_the_same_instant_are_one() {
    for_each_database(async |world| {
        let generated = generate(world.services.store(), 20, 1).await.expect("an assembly");
        let path = generated.ballot_box(generated.polls[0]);
        for voter in &generated.voters {
            let vote =
                |choice| post(signed_in(&world, &voter.secret), &path, voter.organization, choice, Uuid::new_v4());
            let statuses = tokio::join!(vote("for"), vote("against"));
            assert_eq!(statuses, (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
        }
        let kept = votes(&world).await;
        assert_eq!(kept.len(), 20);
        assert!(kept.iter().all(|row| row.changes == 1), "the second is a change of the first");
    })
    .await;
}

/// A vote as the page would hand it over.
async fn cast(services: &Services, generated: &Generated, voter: &Voter, poll: Uuid) -> Result<(), Error> {
    let viewer = services.viewer(Some(&voter.secret)).await?;
    let cast = Cast {
        network: None,
        assembly: AssemblyId(generated.assembly),
        poll: PollId(poll),
        organization: OrganizationId(voter.organization),
        choice: Choice::For,
        request: Uuid::new_v4().to_string(),
    };
    services.cast(&viewer, cast).await.map(drop)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_counted_after_the_result() {
    for_each_database(async |world| {
        let generated = generate(world.services.store(), 6, RUNS).await.expect("an assembly");
        // The chair sits at another server on the same database.
        let elsewhere = world.another_process().await;
        let chair = elsewhere.viewer(Some(&generated.chair)).await.expect("the chair");
        let (mut late, mut early) = (0, 0);
        for poll in &generated.polls {
            let votes = join_all(generated.voters.iter().map(|voter| cast(&world.services, &generated, voter, *poll)));
            let (votes, closed) = tokio::join!(votes, elsewhere.close_poll(&chair, PollId(*poll)));
            let (_, outcome) = closed.expect("the poll closes");
            let counted = votes.iter().filter(|vote| vote.is_ok()).count();
            for vote in votes.into_iter().filter_map(Result::err) {
                assert!(matches!(vote, Error::Refused(Refusal::Cast(CastRefused::Closed))), "{vote:?}");
                late += 1;
            }
            early += counted;
            assert_eq!(outcome.tally.in_favour.heads, u64::try_from(counted).expect("a small number"));
            let kept = vote::Entity::find().filter(vote::Column::PollId.eq(*poll)).count(elsewhere.store().read());
            assert_eq!(
                kept.await.expect("a count"),
                outcome.tally.in_favour.heads,
                "what is there is what was counted"
            );
        }
        let open = poll::Entity::find().filter(poll::Column::State.eq("open")).count(world.services.store().read());
        assert_eq!(open.await.expect("a count"), 0);
        println!("{RUNS} races: {early} votes before the close, {late} refused after it");
    })
    .await;
}
