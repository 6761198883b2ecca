//! Elections that took place, by Condorcet's methods and majority judgment, against their published results.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

mod support;

use counting::formats::{self, Format};
use counting::{
    BallotKind, Candidate, Election, Graded, Method, Options, Outcome, Preference, Rankings, Round, Ungraded, Unranked,
    count,
};
use support::elections;

/// The tally sheet of an election of Debian's project leader. The names are in Latin-1, each byte a letter.
fn debian(year: u32) -> Option<Election> {
    let sheet = std::fs::read(elections("debian")?.join(format!("leader{year}.tally.txt"))).unwrap();
    let sheet: String = sheet.into_iter().map(char::from).collect();
    let names: Vec<_> = sheet
        .lines()
        .filter_map(|line| line.split_once("Option ")?.1.split_once(">: "))
        .map(|(_, name)| Candidate::new(name.trim()))
        .collect();
    let mut ballots = Rankings::builder(names.len());
    for ballot in sheet.lines().filter_map(|line| line.strip_prefix("V: ")) {
        let ballot = ballot.split_whitespace().next().unwrap();
        let mut places: Vec<_> = ballot
            .chars()
            .enumerate()
            .filter_map(|(candidate, place)| Some((place.to_digit(10)?, candidate)))
            .collect();
        places.sort_unstable();
        let order = places
            .iter()
            .enumerate()
            .map(|(at, &(place, candidate))| Preference { candidate, shared: at > 0 && places[at - 1].0 == place });
        ballots.add(order, 1).unwrap();
    }
    Some(Election::new(format!("Debian {year}"), 1, names, ballots.finish()).unwrap())
}

fn tideman(name: &str) -> Option<Election> {
    let file = std::fs::read(elections("tideman")?.join(format!("{name}.HIL"))).unwrap();
    Some(formats::read(Format::Blt, &file, BallotKind::Ranked).unwrap().election)
}

fn counted(method: Method, election: &Election, unranked: Unranked) -> Outcome {
    count(method, election, &Options { unranked, ..Options::default() }).unwrap()
}

fn ranking(outcome: &Outcome) -> String {
    let ranking = outcome.rounds.iter().find_map(|round| match round {
        Round::Paths(paths) => Some(&paths.ranking),
        _ => None,
    });
    ranking.unwrap().iter().map(|level| level.join(" = ")).collect::<Vec<_>>().join(" > ")
}

#[test]
fn debian_elected_its_leaders() {
    for (year, voters, leader, order) in [
        (
            2006,
            421,
            "Anthony Towns",
            "Anthony Towns > Steve McIntyre > Jeroen van Wolffelaar = Andreas Schuldei > Bill Allombert > \
             None of the Above > Ari Pollak > Jonathan aka Ted Walther",
        ),
        (
            2007,
            482,
            "Sam Hocevar",
            "Sam Hocevar > Steve McIntyre > Raphaël Hertzog > Wouter Verhelst > Anthony Towns > Gustavo Franco > \
             None Of The Above > Simon Richter > Aigars Mahinovs",
        ),
        (2020, 339, "Jonathan Carter", "Jonathan Carter > Sruthi Chandran > Brian Gupta > None Of The Above"),
    ] {
        let Some(election) = debian(year) else { return };
        let outcome = counted(Method::Schulze, &election, Unranked::Last);
        assert_eq!(outcome.turnout.valid + outcome.turnout.blank, voters, "{year}");
        assert_eq!(outcome.elected, [leader], "{year}");
        assert_eq!(ranking(&outcome), order, "{year}");
        assert_eq!(counted(Method::RankedPairs, &election, Unranked::Last).elected, [leader], "{year}");
    }
}

/// Whoever leaves somebody out of a ballot means last place: without that, 2006 has another winner.
#[test]
fn debian_2006_flips_when_unranked_is_no_opinion() {
    let Some(election) = debian(2006) else { return };
    for method in [Method::Schulze, Method::RankedPairs] {
        assert_eq!(counted(method, &election, Unranked::Last).elected, ["Anthony Towns"]);
        assert_eq!(counted(method, &election, Unranked::NoOpinion).elected, ["Steve McIntyre"]);
    }
}

/// The winners that `pref_voting` 1.18 finds by the same rules.
#[test]
fn tidemans_elections() {
    for (name, voters, last, none) in [
        ("A1", 380, "Candidate 1", "Candidate 1"),
        ("A3", 989, "6", "6"),
        ("A60", 197, "1", "1"),
        ("A77", 213, "3", "1"),
    ] {
        let Some(election) = tideman(name) else { return };
        let election = election.with_seats(1).unwrap();
        for method in [Method::Schulze, Method::RankedPairs] {
            let outcome = counted(method, &election, Unranked::Last);
            assert_eq!(outcome.turnout.valid + outcome.turnout.blank, voters, "{name}");
            assert_eq!(outcome.elected, [last], "{name} {method}");
            assert_eq!(counted(method, &election, Unranked::NoOpinion).elected, [none], "{name} {method}");
        }
    }
}

/// The last seat is close, 78.3 to 75.7 votes, and depends on the rule: weighted inclusive Gregory gives it to 3, with
/// five decimals as without any rounding; Meek's method gives it to 8, whom the data's own project names.
#[test]
fn tidemans_first_fills_three_seats() {
    let Some(election) = tideman("A1") else { return };
    assert_eq!(election.seats(), 3);
    let outcome = count(Method::StvScottish, &election, &Options::default()).unwrap();
    assert_eq!(outcome.elected, ["Candidate 1", "Candidate 9", "Candidate 3"]);
    let outcome = count(Method::StvMeek, &election, &Options::default()).unwrap();
    assert_eq!(outcome.elected, ["Candidate 1", "Candidate 9", "Candidate 8"]);
}

/// One case of the assertions.
#[derive(serde::Deserialize)]
struct Case {
    title: String,
    participants: u64,
    #[serde(default)]
    mode: String,
    #[serde(default)]
    default: usize,
    /// For each candidate how often each grade was given, the worst first.
    tallies: Vec<Vec<u64>>,
    ranks: Vec<usize>,
}

/// Ballots that give these grades: for each candidate a ballot that grades nobody else.
fn graded(tallies: &[Vec<u64>]) -> Election {
    let grades = tallies[0].len();
    let scale = (0..grades).map(|grade| format!("grade {}", grades - grade)).collect();
    let mut ballots = Graded::builder(tallies.len(), scale);
    for (candidate, tally) in tallies.iter().enumerate() {
        for (grade, weight) in tally.iter().enumerate() {
            let mut ballot = vec![None; tallies.len()];
            ballot[candidate] = Some(grades - 1 - grade);
            ballots.add(&ballot, *weight).unwrap();
        }
    }
    let candidates = (0..tallies.len()).map(|number| Candidate::new(format!("{number}"))).collect();
    Election::new("", 1, candidates, ballots.finish()).unwrap()
}

/// The lower middle grade of those that were given.
fn median(tally: &[u64]) -> usize {
    let middle = tally.iter().sum::<u64>().saturating_sub(1) / 2;
    let mut end = 0;
    tally
        .iter()
        .position(|count| {
            end += count;
            end > middle
        })
        .unwrap_or_default()
}

#[test]
fn the_assertions_of_mieux_voter() {
    let Some(folder) = elections("majority-judgment") else { return };
    let cases = std::fs::read_to_string(folder.join("assertions.json")).unwrap();
    let cases: Vec<Case> = serde_json::from_str(&cases).unwrap();
    assert_eq!(cases.len(), 9);
    for mut case in cases {
        // What each mode does with candidates whom some did not grade.
        for tally in &mut case.tallies {
            let missing = case.participants - tally.iter().sum::<u64>();
            match case.mode.as_str() {
                "Normalized" => {}
                "MedianDefault" => {
                    let median = median(tally);
                    tally[median] += missing;
                }
                _ => tally[case.default] += missing,
            }
        }
        let options = Options { ungraded: Ungraded::LeftOut, ..Options::default() };
        let outcome = count(Method::MajorityJudgment, &graded(&case.tallies), &options).unwrap();
        let Round::Grades(grades) = &outcome.rounds[0] else { panic!("no grades") };
        let place = |number: usize| {
            grades.profiles.iter().find(|profile| profile.candidate == number.to_string()).unwrap().place
        };
        let ranks: Vec<usize> = (0..case.tallies.len()).map(place).collect();
        assert_eq!(ranks, case.ranks, "{}", case.title);
    }
}

/// The first polling station of Orsay, French presidential election of 2007: 559 ballots, grades up to 6. Balinski and
/// Laraki published the order for three stations together, where Royal is before Sarkozy, Bové before Laguiller and
/// Nihous before de Villiers; this is the order of the first one alone.
#[test]
fn orsay_prefers_bayrou() {
    let Some(folder) = elections("majority-judgment") else { return };
    let file = std::fs::read(folder.join("orsay-2007-bureau-01.csv")).unwrap();
    let election = formats::read(Format::Csv, &file, BallotKind::Graded).unwrap().election;
    let outcome = count(Method::MajorityJudgment, &election, &Options::default()).unwrap();
    assert_eq!(outcome.turnout.valid + outcome.turnout.blank, 559);
    assert_eq!(outcome.elected, ["Bayrou"]);
    let Round::Grades(grades) = &outcome.rounds[0] else { panic!("no grades") };
    let order: Vec<_> = grades
        .profiles
        .iter()
        .map(|profile| (profile.candidate.as_str(), profile.majority_grade.as_deref().unwrap()))
        .collect();
    let expected = [
        ("Bayrou", "4"),
        ("Sarkozy", "4"),
        ("Royal", "4"),
        ("Voynet", "2"),
        ("Besancenot", "2"),
        ("Buffet", "2"),
        ("Laguiller", "2"),
        ("Bové", "2"),
        ("de Villiers", "1"),
        ("Nihous", "1"),
        ("Schivardi", "1"),
        ("Le Pen", "1"),
    ];
    assert_eq!(order, expected);
}
