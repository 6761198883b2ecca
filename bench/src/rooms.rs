//! A room that votes at once: everybody has the page open, a thousand votes come within five seconds, and each is
//! followed from the moment it is due to its place in the turnout of every screen.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use entities::{Clock, Store, assemblies::vote};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::Value;
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::{
    client::{self, Connection, Stream},
    generated::{self, Generated, Voter, cookie},
    load::percentile,
    machine,
    server::{self, Kind, Server},
    streams::{PATIENCE, follow},
};

/// So many votes come within so much time, evenly.
const VOTES: usize = 1000;
const WITHIN: Duration = Duration::from_secs(5);

/// What was measured.
#[derive(Clone, Debug)]
pub struct Voting {
    /// On which database.
    pub database: &'static str,
    /// How many pages watch.
    pub streams: usize,
    /// From when a vote is due to its acknowledgement: milliseconds, of half and of 99 in 100.
    pub vote: (f64, f64),
    /// From when the page after a vote is asked for to its end: milliseconds.
    pub page: (f64, f64),
    /// From an acknowledgement to the turnout that counts it, over all votes and all screens: milliseconds.
    pub turnout: (f64, f64),
    /// From the first vote that is due to the last acknowledgement.
    pub took: Duration,
    /// Memory of the server with everything open.
    pub megabytes: f64,
}

/// What one screen saw: when, and how many had voted.
type Seen = Vec<(Instant, usize)>;

/// Plays it on an empty database, with as many members as screens.
///
/// # Errors
/// When a vote is refused or lost, or a screen does not hear of all. Never because it is slow.
pub async fn measure(database: &'static str, url: &str, streams: usize) -> Result<Voting> {
    let store = Store::open(url, Clock::system()).await?;
    let generated = generated::generate(&store, streams.max(VOTES), 1).await?;
    let server = Server::start(&server::Options { kind: Kind::Trame, database: url.to_owned(), page_bytes: 0 })?;
    let screens = follow(&server, &generated, streams).await?;
    let watching: JoinSet<Result<Seen>> = screens.into_iter().map(watch).collect();
    let mut voters = Vec::with_capacity(VOTES);
    for voter in &generated.voters[..VOTES] {
        voters.push((voter.clone(), Connection::open(server.address).await?));
    }
    let begun = Instant::now();
    let each = WITHIN / u32::try_from(VOTES)?;
    let voting: JoinSet<_> = voters
        .into_iter()
        .zip(0..)
        .map(|((voter, connection), number)| {
            cast(server.address, generated.clone(), voter, connection, begun + each * number)
        })
        .collect();
    let (mut acknowledged, mut votes, mut pages) = (Vec::new(), Vec::new(), Vec::new());
    for cast in voting.join_all().await {
        let Cast { due, answered, page } = cast?;
        acknowledged.push(answered);
        votes.push(microseconds(answered - due));
        pages.push(microseconds(page));
    }
    acknowledged.sort_unstable();
    let seen = tokio::time::timeout(PATIENCE, watching.join_all()).await.context("a screen never showed all votes")?;
    let mut delays = Vec::with_capacity(streams * VOTES);
    for screen in seen {
        let mut known = 0;
        for (at, voted) in screen? {
            let counted = acknowledged.get(known..voted).unwrap_or_default();
            delays.extend(counted.iter().map(|answered| microseconds(at.saturating_duration_since(*answered))));
            known = known.max(voted);
        }
    }
    ensure!(delays.len() == streams * VOTES, "a screen missed a vote");
    let kept = vote::Entity::find().filter(vote::Column::PollId.eq(generated.polls[0])).count(store.read()).await?;
    ensure!(kept == VOTES as u64, "{VOTES} votes were acknowledged and {kept} are there");
    let both = |latencies: &[u32]| (percentile(latencies, 50), percentile(latencies, 99));
    Ok(Voting {
        database,
        streams,
        vote: both(&votes),
        page: both(&pages),
        turnout: both(&delays),
        took: acknowledged.last().map_or(Duration::ZERO, |last| *last - begun),
        megabytes: machine::megabytes(server.process())?,
    })
}

fn microseconds(duration: Duration) -> u32 {
    u32::try_from(duration.as_micros()).unwrap_or(u32::MAX)
}

struct Cast {
    due: Instant,
    answered: Instant,
    page: Duration,
}

/// Votes when it is due, then loads the room again, as a browser without JavaScript does.
async fn cast(
    address: std::net::SocketAddr,
    generated: Generated,
    voter: Voter,
    mut connection: Connection,
    due: Instant,
) -> Result<Cast> {
    tokio::time::sleep_until(due.into()).await;
    let form = format!("organization={}&request={}&choice=for", voter.organization, Uuid::new_v4());
    let ballot = client::post(address, &generated.ballot_box(generated.polls[0]), &cookie(&voter.secret), &form);
    let answer = connection.send(&ballot).await?;
    ensure!(answer.status == 303, "a vote was answered {}", answer.status);
    let answered = Instant::now();
    let room = client::get(address, &format!("{}/room", generated.path()), &cookie(&voter.secret));
    let answer = connection.send(&room).await?;
    ensure!(answer.status == 200, "the room was answered {}", answer.status);
    Ok(Cast { due, answered, page: answered.elapsed() })
}

/// Notes every turnout that a screen shows, until all have voted.
async fn watch(mut screen: Stream) -> Result<Seen> {
    let mut seen = Seen::new();
    loop {
        let event: Value = serde_json::from_str(&screen.event().await?)?;
        let voted = event["bars"][0]["value"].as_u64().context("no turnout")?;
        seen.push((Instant::now(), usize::try_from(voted)?));
        if voted == VOTES as u64 {
            return Ok(seen);
        }
    }
}
