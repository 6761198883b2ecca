//! The table.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};

use crate::{load::Sample, rooms::Voting, seats::Asked, streams::Streams};

/// One server at one concurrency.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What was asked for.
    pub what: &'static str,
    /// On which database.
    pub database: &'static str,
    /// How many at once.
    pub connections: usize,
    /// Which server.
    pub server: &'static str,
    /// What was measured.
    pub sample: Sample,
    /// Memory of the server afterwards.
    pub megabytes: f64,
}

/// Everything that was measured.
#[derive(Clone, Debug)]
pub struct Report {
    /// When.
    pub at: DateTime<Utc>,
    /// Size of the page.
    pub page_bytes: usize,
    /// Pages and votes: the bare handler first, then what is held against it.
    pub groups: Vec<Vec<Cell>>,
    /// Live streams.
    pub streams: Vec<Streams>,
    /// Rooms that vote.
    pub rooms: Vec<Voting>,
    /// Trainings that open.
    pub seats: Vec<Asked>,
}

impl Report {
    /// Nothing yet.
    #[must_use]
    pub fn new(at: DateTime<Utc>) -> Self {
        Self { at, page_bytes: 0, groups: Vec::new(), streams: Vec::new(), rooms: Vec::new(), seats: Vec::new() }
    }

    /// Markdown.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        let cores = std::thread::available_parallelism().map_or(0, usize::from);
        let _ = writeln!(text, "# Measured on {}, {cores} cores\n", self.at.format("%Y-%m-%d at %H:%M UTC"));
        if !self.groups.is_empty() {
            text.push_str(
                "| what | database | at once | server | req/s | p50 ms | p99 ms | CPU ms: server + database | memory MB | req/s to bare | CPU to bare |\n\
                 |---|---|---|---|---|---|---|---|---|---|---|\n",
            );
            for (bare, group) in self.groups.iter().filter_map(|group| Some((group.first()?, group))) {
                for cell in group {
                    let _ = writeln!(text, "{}", row(cell, bare));
                }
            }
            let _ = writeln!(text, "\n{}", explained(self.page_bytes));
        }
        if !self.streams.is_empty() {
            text.push_str(
                "\n| database | memory idle MB | with 1,000 streams MB | opened in s (CPU s) | change seen by all: p50 ms | p99 ms |\n\
                 |---|---|---|---|---|---|\n",
            );
            for streams in &self.streams {
                let Streams { database, idle, open, opening: (elapsed, processor), told: (median, most) } = streams;
                let _ = writeln!(
                    text,
                    "| {database} | {idle:.1} | {open:.1} | {elapsed:.1} ({processor:.1}) | {median:.0} | {most:.0} |"
                );
            }
            text.push_str(
                "\nEvery stream is of another person, all in one client on this machine. A change is told within a \
                 tenth of a second of the one before, so that a thousand votes are not a thousand readings.\n",
            );
        }
        if !self.rooms.is_empty() {
            text.push_str(
                "\n| database | screens | vote: p50 ms | p99 ms | the page after it: p50 ms | p99 ms | turnout on a screen: p50 ms | p99 ms | last vote after s | memory MB |\n\
                 |---|---|---|---|---|---|---|---|---|---|\n",
            );
            for room in &self.rooms {
                let Voting { database, streams, vote, page, turnout, took, megabytes } = room;
                let _ = writeln!(
                    text,
                    "| {database} | {streams} | {:.0} | {:.0} | {:.0} | {:.0} | {:.0} | {:.0} | {:.1} | {megabytes:.0} |",
                    vote.0,
                    vote.1,
                    page.0,
                    page.1,
                    turnout.0,
                    turnout.1,
                    took.as_secs_f64()
                );
            }
            text.push_str(
                "\nAs many members as screens, each with a stream of their own; a thousand of them vote within five \
                 seconds, evenly, and load the room again. A vote is measured from when it is due, the turnout from each \
                 vote's acknowledgement on each screen. Every acknowledged vote was found in the database, and every \
                 screen showed all of them. Client, server and database share the processor.\n",
            );
        }
        if !self.seats.is_empty() {
            text.push_str(
                "\n| database | processes | answered: p50 ms | p99 ms | asked again | last answer after s | memory MB |\n\
                 |---|---|---|---|---|---|---|\n",
            );
            for asked in &self.seats {
                let Asked { database, processes, answered: (median, most), again, took, megabytes } = asked;
                let _ = writeln!(
                    text,
                    "| {database} | {processes} | {median:.0} | {most:.0} | {again} | {:.1} | {megabytes:.0} |",
                    took.as_secs_f64()
                );
            }
            text.push_str(
                "\nTwo thousand people of forty associations ask at the same instant for two hundred seats, six at most \
                 for an association; of two processes one dies in the middle. Everybody was found in the database once, \
                 two hundred had a seat, and no association had more than six.\n",
            );
        }
        text
    }
}

fn row(cell: &Cell, bare: &Cell) -> String {
    let Cell { what, database, connections, server, sample, megabytes } = cell;
    let (own, of_database) = sample.processor();
    let (rate, median, most) = (sample.rate(), sample.percentile(50), sample.percentile(99));
    let whole = |sample: &Sample| sample.processor().0 + sample.processor().1;
    let (rates, processors) = if std::ptr::eq(cell, bare) {
        (String::new(), String::new())
    } else {
        (format!("**{:.2}**", rate / bare.sample.rate()), format!("{:.2}", whole(sample) / whole(&bare.sample)))
    };
    format!(
        "| {what} | {database} | {connections} | {server} | {rate:.0} | {median:.2} | {most:.2} | {own:.3} + {of_database:.3} | {megabytes:.0} | {rates} | {processors} |"
    )
}

fn explained(page_bytes: usize) -> String {
    let mut text = String::from(
        "The bare handler is axum without layers on the same database, in the same run, in turns. Load and servers \
         share the processor.\n\n",
    );
    let _ = writeln!(
        text,
        "- Page: {page_bytes} bytes for a signed-in representative. Bare reads the session with its person, and the \
         members with all their names and their colleges, in two statements, and writes the rows by hand, filled up \
         to the same size. Trame also reads mandates and memberships, decides what may be seen, and renders the whole \
         page in the person's language."
    );
    text.push_str(
        "- Vote: durable before it is acknowledged (SQLite in WAL with `synchronous=FULL`, PostgreSQL with `fsync`). \
         Bare reads the session with its person, and in one statement the poll, the line on the roll, arrival, proxy \
         and vote before; then it inserts one row. The bare insert reads nothing and believes the form. Trame also \
         reads mandates and memberships, decides in the order of one writer, and appends to the chained journal.\n",
    );
    text
}
