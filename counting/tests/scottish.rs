//! The Scottish rules against the counts of Glasgow in May 2007, row by row.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

mod support;

use counting::{BrokenBy, Method, Options, State, Step, Ties, Votes, count};
use support::{Row, blt, elections, rows, units, votes};

/// The names by which a table calls states; `e` is elected with a surplus that has not been transferred.
fn state(letter: &str) -> State {
    match letter {
        "H" => State::Hopeful,
        "e" | "E" => State::Elected,
        "D" => State::Excluded,
        other => panic!("a state {other}"),
    }
}

fn assert_votes(row: &Row, round: &Votes, place: &str) {
    assert_eq!(row.totals[0], round.threshold.as_ref().unwrap().votes.as_str(), "quota, {place}");
    assert_eq!(row.totals[1], round.exhausted.as_str(), "not transferable, {place}");
    for (cells, tally) in row.candidates.iter().zip(&round.tallies) {
        assert_eq!(cells[1], tally.votes.as_str(), "votes of {}, {place}", tally.candidate);
    }
}

/// Follows the table: every number of every row, who is elected and excluded in which order, and what was transferred.
fn follow(name: &str, ties: Ties) {
    let Some(folder) = elections("scotland-2007") else { return };
    let read = |ending: &str| std::fs::read_to_string(folder.join(format!("{name}{ending}"))).unwrap();
    let (election, _) = blt(&read(".blt"));
    let outcome = count(Method::StvScottish, &election, &Options { ties, ..Options::default() }).unwrap();
    let table = rows(&read(".rounds.tsv"));
    let rounds: Vec<_> = outcome.rounds.iter().map(votes).collect();
    let mut at = 0;
    let mut states = vec![State::Hopeful; election.candidates().len()];
    let (mut elected, mut excluded, mut surpluses) = (Vec::new(), Vec::new(), Vec::new());
    for (number, row) in table.iter().enumerate() {
        let place = format!("{name}, row {} {} (line {number})", row.round, row.action);
        let now: Vec<_> = row.candidates.iter().map(|cells| state(&cells[0])).collect();
        let changed: Vec<_> = (0..now.len()).filter(|&candidate| now[candidate] != states[candidate]).collect();
        match row.action.as_str() {
            "begin" | "tie" | "end" => {}
            "elect" => elected.extend(election.names(&changed)),
            "defeat" => excluded.extend(election.names(&changed)),
            "unpend" => {
                let before = &table[number - 1].candidates;
                let from = (0..now.len())
                    .find(|&candidate| before[candidate][0] == "e" && row.candidates[candidate][0] == "E");
                surpluses.push(election.name(from.unwrap()));
            }
            "transfer" => {
                // The table has a step for an elected candidate without a surplus, in which nothing moves. Rule 48(1)
                // transfers from whoever exceeds the quota, so ours has no stage there.
                let moved =
                    row.candidates.iter().zip(&table[number - 1].candidates).any(|(now, before)| now[1] != before[1]);
                if moved {
                    at += 1;
                    match &rounds[at].step {
                        Step::Surplus { of, .. } => assert_eq!(Some(of), surpluses.last(), "{place}"),
                        Step::Exclusion { of } => assert_eq!(Some(of), excluded.last(), "{place}"),
                        other => panic!("{other:?}, {place}"),
                    }
                }
            }
            other => panic!("an action {other}"),
        }
        states = now;
        assert_votes(row, rounds[at], &place);
    }
    assert_eq!(at + 1, rounds.len(), "{name} has more rounds than the table");
    assert_eq!(outcome.elected, elected, "{name}");
    assert!(outcome.tied.is_empty() && outcome.open_seats == 0, "{name}");
    let ours: Vec<_> = rounds.iter().flat_map(|round| round.excluded.clone()).collect();
    let passed_over: Vec<_> = excluded.iter().skip(ours.len()).cloned().collect();
    assert_eq!(ours, excluded[..ours.len()], "{name}");
    for tally in &rounds[at].tallies {
        let expected = if elected.contains(&tally.candidate) { State::Elected } else { State::Excluded };
        assert_eq!(tally.state, expected, "{name}: {}", tally.candidate);
        assert!(!passed_over.contains(&tally.candidate) || expected == State::Excluded);
    }
    let total = |round: &Votes| {
        let held: u128 = round.tallies.iter().map(|tally| units(&tally.votes, 5)).sum();
        held + units(&round.exhausted, 5) + units(&round.lost, 5)
    };
    assert!(rounds.iter().all(|round| total(round) == u128::from(outcome.turnout.valid) * 100_000), "{name}");
}

macro_rules! wards {
    ($($test:ident $name:literal;)*) => {$(
        #[test]
        fn $test() {
            follow($name, Ties::Assembly);
        }
    )*};
}

wards! {
    anderston_city "Anderston-City";
    calton "Calton";
    craigton "Craigton";
    govan "Govan";
    hillhead "Hillhead";
    linn "Linn";
    partick_west "Partick-West";
    southside_central "Southside-Central";
    weak_defeat "weak-defeat";
    weak_surplus "weak-surplus";
}

#[test]
fn the_tie_for_a_defeat_is_broken_by_an_earlier_round() {
    let election = support::election(2, "A B C D E", "1: A B\n2: B\n3: C\n4: D\n5: E");
    let outcome = count(Method::StvScottish, &election, &Options::default()).unwrap();
    let tie = &votes(&outcome.rounds[1]).ties[0];
    assert_eq!((tie.candidates.as_slice(), tie.taken.as_slice()), (&["B".into(), "C".into()][..], &["B".into()][..]));
    assert_eq!(tie.broken_by, BrokenBy::EarlierRound { round: 1 });
    assert_eq!(outcome.elected, ["D", "E"]);
}
