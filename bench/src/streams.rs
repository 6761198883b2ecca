//! A thousand people watch one room: what they cost, and how soon they see a vote counted.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tokio::{sync::mpsc, task::JoinSet, time::timeout};
use uuid::Uuid;

use crate::{
    client::{self, Connection, Stream},
    generated::{Generated, cookie},
    load::percentile,
    machine::{self, Watched},
    server::{self, Kind, Server},
};

const STREAMS: usize = 1000;
const OPENING: usize = 32;
const CHANGES: usize = 12;
/// Far more than it may take: for a server that has stopped telling, not for a slow one.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// What was measured.
#[derive(Clone, Debug)]
pub struct Streams {
    /// On which database.
    pub database: &'static str,
    /// Memory of the server after its first page.
    pub idle: f64,
    /// Memory with all streams open.
    pub open: f64,
    /// How long it took to open all, and the server's seconds on the processor meanwhile.
    pub opening: (f64, f64),
    /// From the sending of a vote to its turnout in a page: milliseconds, of half and of 99 in 100.
    pub told: (f64, f64),
}

/// Opens the streams of a fresh server, then votes and waits until everyone has heard.
///
/// # Errors
/// When a stream is refused or falls silent.
pub async fn measure(database: &'static str, url: &str, generated: &Generated) -> Result<Streams> {
    let server = Server::start(&server::Options { kind: Kind::Trame, database: url.to_owned(), page_bytes: 0 })?;
    Connection::open(server.address).await?.send(&client::get(server.address, "/", "")).await?;
    let idle = machine::megabytes(server.process())?;
    let watched = Watched::Process(server.process());
    let (begun, before) = (Instant::now(), watched.seconds()?);
    let (heard, mut hearing) = mpsc::unbounded_channel();
    let mut listeners = JoinSet::new();
    for stream in follow(&server, generated, STREAMS).await? {
        listeners.spawn(listen(stream, heard.clone()));
    }
    let opening = (begun.elapsed().as_secs_f64(), watched.seconds()? - before);
    let mut delays = Vec::with_capacity(STREAMS * CHANGES);
    let mut connection = Connection::open(server.address).await?;
    // The room shows the turnout of the vote that was opened first.
    for voter in generated.voters.iter().rev().take(CHANGES) {
        let form = format!("organization={}&request={}&choice=for", voter.organization, Uuid::new_v4());
        let path = generated.ballot_box(generated.polls[0]);
        let ballot = client::post(server.address, &path, &cookie(&voter.secret), &form);
        let sent = Instant::now();
        connection.send(&ballot).await?;
        for _ in 0..STREAMS {
            let at: Instant = timeout(PATIENCE, hearing.recv()).await?.context("all streams ended")?;
            delays.push(u32::try_from((at - sent).as_micros()).unwrap_or(u32::MAX));
        }
    }
    let open = machine::megabytes(server.process())?;
    listeners.shutdown().await;
    let told = (percentile(&delays, 50), percentile(&delays, 99));
    Ok(Streams { database, idle, open, opening, told })
}

/// Opens so many streams, each of another person.
pub(crate) async fn follow(server: &Server, generated: &Generated, streams: usize) -> Result<Vec<Stream>> {
    let mut opened = Vec::with_capacity(streams);
    for some in generated.voters[..streams].chunks(OPENING) {
        let opening: JoinSet<Result<Stream>> = some
            .iter()
            .map(|voter| {
                let request =
                    client::get(server.address, &format!("{}/live", generated.path()), &cookie(&voter.secret));
                let address = server.address;
                async move {
                    let mut stream = Connection::open(address).await?.follow(&request).await?;
                    // What is there now comes at once.
                    stream.event().await?;
                    Ok(stream)
                }
            })
            .collect();
        for stream in opening.join_all().await {
            opened.push(stream?);
        }
    }
    Ok(opened)
}

async fn listen(mut stream: Stream, heard: mpsc::UnboundedSender<Instant>) {
    while stream.event().await.is_ok() {
        if heard.send(Instant::now()).is_err() {
            return;
        }
    }
}
