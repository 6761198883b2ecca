//! What the tests share: where the real elections lie, a reader for their ballot files, and the tables of their rounds.

#![allow(dead_code, reason = "every test program uses a part")]
#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

use std::io::Write as _;
use std::path::PathBuf;

use counting::{Amount, Candidate, Election, Rankings, Round, Votes};

/// The folder of real elections; none, said aloud, where it is missing.
pub fn elections(folder: &str) -> Option<PathBuf> {
    let workspace = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = workspace.join(std::env::var_os("TRAME_ELECTIONS").unwrap_or_else(|| "../shared/data/elections".into()));
    let folder = root.join(folder);
    if folder.is_dir() {
        return Some(folder);
    }
    // Past the capture of output: a test that passes by doing nothing is not silent about it.
    let message = format!("LEFT OUT: no real elections in {} (set TRAME_ELECTIONS)\n", folder.display());
    let _ = std::io::stderr().write_all(message.as_bytes());
    None
}

/// A well-formed BLT file, and the order of its `[tie …]` line.
pub fn blt(text: &str) -> (Election, Option<Vec<String>>) {
    let mut lines = text.lines().map(str::trim);
    let numbers = |line: &str| line.split_whitespace().map(|word| word.parse().unwrap()).collect::<Vec<usize>>();
    let head = numbers(lines.next().unwrap());
    let mut tie = None;
    let mut ballots = Rankings::builder(head[0]);
    for line in lines.by_ref() {
        if let Some(order) = line.strip_prefix("[tie").and_then(|line| line.strip_suffix(']')) {
            tie = Some(numbers(order));
            continue;
        }
        let ballot = numbers(line);
        if ballot == [0] {
            break;
        }
        let order: Vec<_> = ballot[1..ballot.len() - 1].iter().map(|number| number - 1).collect();
        ballots.add_order(&order, ballot[0] as u64).unwrap();
    }
    let names: Vec<_> = lines.by_ref().take(head[0]).map(|line| line.trim_matches('"').to_owned()).collect();
    let tie = tie.map(|order| order.into_iter().map(|number| names[number - 1].clone()).collect());
    let title = lines.next().unwrap_or_default().trim_matches('"').to_owned();
    let candidates = names.into_iter().map(Candidate::new).collect();
    (Election::new(title, head[1], candidates, ballots.finish()).unwrap(), tie)
}

/// Ballots like `"4: A B C"`, one a line, for candidates named by single words.
pub fn election(seats: usize, names: &str, ballots: &str) -> Election {
    let names: Vec<_> = names.split_whitespace().collect();
    let mut builder = Rankings::builder(names.len());
    for line in ballots.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (weight, order) = line.split_once(':').unwrap();
        let order: Vec<_> =
            order.split_whitespace().map(|name| names.iter().position(|other| *other == name).unwrap()).collect();
        builder.add_order(&order, weight.parse().unwrap()).unwrap();
    }
    Election::new("", seats, names.into_iter().map(Candidate::new).collect(), builder.finish()).unwrap()
}

/// A row of a table of rounds.
pub struct Row {
    pub round: String,
    pub action: String,
    /// The columns between the action and the first candidate.
    pub totals: Vec<String>,
    /// For each candidate the columns after the name: state, votes and, for Meek, the keep factor.
    pub candidates: Vec<Vec<String>>,
}

/// The rows of a table, without those that hold no numbers.
pub fn rows(table: &str) -> Vec<Row> {
    let mut lines = table.lines();
    let head: Vec<_> = lines.next().unwrap().split('\t').collect();
    let first = head.iter().position(|column| column.ends_with(".name")).unwrap();
    let width = head.iter().filter(|column| column.starts_with("1.")).count();
    lines
        .map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>())
        .filter(|cells| cells.len() == head.len())
        .map(|cells| Row {
            round: cells[0].clone(),
            action: cells[1].clone(),
            totals: cells[2..first].to_vec(),
            candidates: cells[first..].chunks(width).map(|cells| cells[1..].to_vec()).collect(),
        })
        .collect()
}

/// A round of a count of votes.
pub fn votes(round: &Round) -> &Votes {
    match round {
        Round::Votes(votes) => votes,
        #[allow(unreachable_patterns, reason = "other methods have other rounds")]
        _ => panic!("not a round of votes"),
    }
}

/// A number of votes in units of the given number of decimals.
pub fn units(amount: &Amount, places: usize) -> u128 {
    let (whole, decimals) = amount.as_str().split_once('.').unwrap_or((amount.as_str(), ""));
    format!("{whole}{decimals:0<places$}").parse().unwrap()
}
