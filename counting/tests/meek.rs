//! Meek's method against counts in each arithmetic, row by row.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

mod support;

use counting::{MeekArithmetic, Method, Options, State, Step, Ties, Votes, count};
use support::{Row, blt, elections, rows, units, votes};

/// A fraction or a decimal number as the table writes it, with `places` decimals, rounded as there.
fn written(amount: &str, places: usize) -> String {
    let Some((numerator, denominator)) = amount.split_once('/') else {
        let (whole, decimals) = amount.split_once('.').unwrap_or((amount, ""));
        return format!("{whole}.{decimals:0<places$}");
    };
    let (numerator, denominator): (u128, u128) = (numerator.parse().unwrap(), denominator.parse().unwrap());
    let one = 10_u128.pow(places as u32);
    let rounded = (2 * numerator * one / denominator).div_ceil(2);
    format!("{}.{:0places$}", rounded / one, rounded % one)
}

fn places(row: &Row) -> usize {
    row.totals[0].split_once('.').unwrap().1.len()
}

/// Every number of a row against the round that it belongs to.
fn assert_row(row: &Row, round: &Votes, place: &str) {
    let places = places(row);
    let shown = |amount: &str| written(amount, places);
    assert_eq!(row.totals[0], shown(round.threshold.as_ref().unwrap().votes.as_str()), "quota, {place}");
    assert_eq!(row.totals[3], shown(round.exhausted.as_str()), "exhausted, {place}");
    for (cells, tally) in row.candidates.iter().zip(&round.tallies) {
        let keep = tally.keep.as_ref().unwrap();
        assert_eq!(cells[1], shown(tally.votes.as_str()), "votes of {}, {place}", tally.candidate);
        assert_eq!(cells[2], shown(keep.as_str()), "keep factor of {}, {place}", tally.candidate);
    }
    let Step::Distribution { surplus, .. } = &round.step else { panic!("{:?}, {place}", round.step) };
    if row.action != "elect" {
        // The table's rows of an election still hold the surplus of the distribution before.
        assert_eq!(row.totals[2], shown(surplus.as_str()), "surplus, {place}");
    }
}

fn follow(ballots: &str, table: &str, meek: MeekArithmetic) {
    let Some(folder) = elections("meek") else { return };
    let (election, order) = blt(&std::fs::read_to_string(folder.join(ballots)).unwrap());
    // The table excludes the first of the tied in the order of the file, or of the ballot paper; a lot the last.
    let order = order.unwrap_or_else(|| election.candidates().iter().map(|candidate| candidate.name.clone()).collect());
    let ties = Ties::Drawn(order.into_iter().rev().collect());
    let outcome = count(Method::StvMeek, &election, &Options { ties, meek, ..Options::default() }).unwrap();
    let table = rows(&std::fs::read_to_string(folder.join(table)).unwrap());
    let rounds: Vec<_> = outcome.rounds.iter().map(votes).collect();
    let (mut elected, mut excluded, mut compared) = (Vec::new(), Vec::new(), 0);
    let mut states = vec!["H".to_owned(); election.candidates().len()];
    for (number, row) in table.iter().enumerate() {
        let place = format!("{ballots} {meek:?}, round {} {} (row {number})", row.round, row.action);
        let changed: Vec<_> = (0..states.len()).filter(|&at| row.candidates[at][0] != states[at]).collect();
        match row.action.as_str() {
            "elect" => elected.extend(election.names(&changed)),
            "defeat" => excluded.extend(election.names(&changed)),
            _ => {}
        }
        states = row.candidates.iter().map(|cells| cells[0].clone()).collect();
        // Once the count is over, the table takes the votes of the last defeated away; ours ends with the round.
        let over = !states.contains(&"H".to_owned())
            || table[number..].iter().all(|row| row.round == "X" || row.action == "defeat");
        if let Ok(round) = row.round.parse::<usize>()
            && round > 0
            && !over
        {
            let before = &table[number - 1];
            if row.action == "defeat" && before.action == "defeat" && before.round == row.round {
                // Of several sure losers the table distributes the ballots of one before it names the next; ours are
                // excluded together, so that these votes are those of the next round.
                for (cells, tally) in row.candidates.iter().zip(&rounds[round].tallies) {
                    assert_eq!(cells[1], written(tally.votes.as_str(), places(row)), "{place}");
                }
                continue;
            }
            assert_row(row, rounds[round - 1], &place);
            compared = round;
        }
    }
    assert!(compared + 1 >= rounds.len(), "{ballots}: {compared} of {} rounds compared", rounds.len());
    assert_eq!(outcome.elected, elected, "{ballots} {meek:?}");
    let ours: Vec<_> = rounds.iter().flat_map(|round| round.excluded.clone()).collect();
    assert_eq!(ours, excluded[..ours.len()], "{ballots} {meek:?}");
    let last = rounds.last().unwrap();
    for name in &excluded[ours.len()..] {
        assert!(last.tallies.iter().any(|tally| tally.candidate == *name && tally.state == State::Excluded));
    }
}

#[test]
fn castor_and_pollux_by_the_reference_rule() {
    follow("42.blt", "42-meek-prf-o6-fixed-p9-d9.rounds.tsv", MeekArithmetic::Reference);
    follow("42t.blt", "42t-meek-prf-o6-fixed-p9-d9.rounds.tsv", MeekArithmetic::Reference);
}

#[test]
fn castor_and_pollux_with_guarded_decimals() {
    follow("42.blt", "42-meek-o9-guarded-p18-g9-d18.rounds.tsv", MeekArithmetic::Guarded);
    follow("42t.blt", "42t-meek-o9-guarded-p18-g9-d18.rounds.tsv", MeekArithmetic::Guarded);
}

#[test]
fn castor_and_pollux_with_fractions() {
    follow("42.blt", "42-meek-o10-rational-d12.rounds.tsv", MeekArithmetic::Exact);
    follow("42t.blt", "42t-meek-o10-rational-d12.rounds.tsv", MeekArithmetic::Exact);
}

#[test]
fn wichmanns_election_m135() {
    follow("M135.blt", "M135-meek-prf-o6-fixed-p9-d9.rounds.tsv", MeekArithmetic::Reference);
    follow("M135.blt", "M135-meek-o9-guarded-p18-g9-d18.rounds.tsv", MeekArithmetic::Guarded);
}

#[test]
fn without_a_lot_pollux_and_helen_are_tied() {
    let election = support::election(2, "Castor Pollux Helen", "4: Castor Pollux\n2: Helen");
    for meek in [MeekArithmetic::Guarded, MeekArithmetic::Exact] {
        let outcome = count(Method::StvMeek, &election, &Options { meek, ..Options::default() }).unwrap();
        assert_eq!(outcome.elected, ["Castor"]);
        assert_eq!(outcome.tied, [["Pollux", "Helen"]]);
        assert_eq!(outcome.open_seats, 1);
    }
    // Nine decimals rounded up keep a hair more with Castor than the quota, and Pollux stays behind by it.
    let outcome = count(Method::StvMeek, &election, &Options::default()).unwrap();
    assert_eq!(outcome.elected, ["Castor", "Helen"]);
}

#[test]
fn no_vote_is_lost() {
    let election = support::election(2, "A B C D", "9: A B\n4: B\n5: C D\n3: D A C");
    let outcome = count(Method::StvMeek, &election, &Options::default()).unwrap();
    for round in outcome.rounds.iter().map(votes) {
        let held: u128 = round.tallies.iter().map(|tally| units(&tally.votes, 9)).sum();
        assert_eq!(held + units(&round.exhausted, 9), 21_000_000_000);
    }
}
