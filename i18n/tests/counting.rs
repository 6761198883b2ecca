//! Counts as a person reads them, side by side in three languages.

use std::fmt::Write as _;

use counting::{Candidate, Election, Graded, Method, Options, Outcome, Preference, Rankings, Ties, count};
use i18n::{Locale, wording};
use insta::assert_snapshot;

fn rankings(seats: usize, names: &[&str], ballots: &[(&[usize], u64)]) -> Election {
    let mut builder = Rankings::builder(names.len());
    for (order, weight) in ballots {
        let order = order.iter().map(|&candidate| Preference { candidate, shared: false });
        builder.add(order, *weight).expect("a ballot");
    }
    let candidates = names.iter().copied().map(Candidate::new).collect();
    Election::new("", seats, candidates, builder.finish()).expect("an election")
}

/// Everything that is said, with a plain space wherever a typographic one stands.
fn told(outcome: &Outcome) -> String {
    let mut text = String::new();
    for locale in Locale::ALL {
        let report = wording::count_report(*locale, outcome);
        writeln!(text, "[{locale}] {}", report.title).expect("a string takes it");
        for round in report.rounds {
            writeln!(text, "{}\n  {}", round.heading, round.columns.join(" | ")).expect("a string takes it");
            for row in round.rows {
                assert_eq!(row.len(), round.columns.len());
                writeln!(text, "  {}", row.join(" | ")).expect("a string takes it");
            }
            for note in round.notes {
                writeln!(text, "- {note}").expect("a string takes it");
            }
        }
        writeln!(text, "{}\n{}\n", report.result.join(" "), report.reasons.join(" ")).expect("a string takes it");
    }
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn counted(method: Method, election: &Election, ties: Ties) -> String {
    told(&count(method, election, &Options { ties, ..Options::default() }).expect("a count"))
}

const FOUR: [&str; 4] = ["Ada", "Bo", "Cleo", "Dan"];

fn board() -> Election {
    rankings(2, &FOUR, &[(&[0, 1, 2], 1005), (&[1, 0], 400), (&[2, 3], 300), (&[3, 2], 301), (&[], 7)])
}

#[test]
fn transferable_votes() {
    assert_snapshot!(counted(Method::StvScottish, &board(), Ties::Assembly));
}

#[test]
fn a_tie_that_a_lot_breaks() {
    let tied = rankings(1, &FOUR[..2], &[(&[0], 3), (&[1], 3)]);
    assert_snapshot!(counted(Method::Plurality, &tied, Ties::Lot { seed: "20261121".into() }));
}

#[test]
fn points_with_an_open_tie() {
    assert_snapshot!(counted(
        Method::Borda,
        &rankings(2, &FOUR[..3], &[(&[0, 1, 2], 1), (&[0, 2, 1], 1)]),
        Ties::Assembly
    ));
}

#[test]
fn strongest_paths() {
    let cycle = rankings(1, &FOUR[..3], &[(&[0, 1, 2], 40), (&[2, 0, 1], 28), (&[1, 2, 0], 24), (&[1, 0, 2], 8)]);
    assert_snapshot!(counted(Method::Schulze, &cycle, Ties::Assembly));
}

#[test]
fn ranked_pairs_that_depend_on_an_order() {
    let cycle = rankings(1, &FOUR[..3], &[(&[0, 1, 2], 1), (&[1, 2, 0], 1), (&[2, 0, 1], 1)]);
    assert_snapshot!(counted(Method::RankedPairs, &cycle, Ties::Assembly));
}

#[test]
fn grades() {
    let mut ballots = Graded::builder(2, ["best", "mid", "worst"].map(str::to_owned).into());
    for ballot in [[0, 1], [1, 1], [2, 1]] {
        ballots.add(&ballot.map(Some), 1).expect("a ballot");
    }
    let candidates = ["Ada", "Bo"].map(Candidate::new).into();
    let election = Election::new("", 1, candidates, ballots.finish()).expect("an election");
    assert_snapshot!(counted(Method::MajorityJudgment, &election, Ties::Assembly));
}

#[test]
fn lists() {
    let lists = rankings(3, &["Together", "Forward"], &[(&[0], 340_000), (&[1], 280_000)]);
    assert_snapshot!(counted(Method::Dhondt, &lists, Ties::Assembly));
}

/// Whatever method counts, every sentence can be said: a missing variable would stop a debug build.
#[test]
fn every_method_can_be_told() {
    for method in Method::ALL.into_iter().filter(|method| *method != Method::MajorityJudgment) {
        let board = if method == Method::Irv { board().with_seats(1).expect("a seat") } else { board() };
        for ties in [Ties::Assembly, Ties::Lot { seed: "x".into() }] {
            assert!(counted(method, &board, ties).contains("[nl]"), "{method}");
        }
    }
}
