//! The rounds of a count as tables.

use counting::{
    Allocation, BrokenBy, Comparisons, Fate, Formula, Grades, Method, Outcome, Paths, Question, Round, Settling, State,
    Step, Threshold, Tie, Votes,
};

use super::{RoundReport, amount, claim, whole};
use crate::{Locale, list, t};

/// The largest house whose seats are told one by one.
const MOST_SEATS: usize = 200;

pub(super) fn rounds(l: Locale, outcome: &Outcome) -> Vec<RoundReport> {
    let mut reports: Vec<RoundReport> = Vec::new();
    for round in &outcome.rounds {
        match round {
            Round::Votes(round) => reports.push(votes(l, outcome.method, round)),
            Round::Comparisons(round) => reports.push(comparisons(l, round)),
            Round::Paths(round) => reports.push(paths(l, round)),
            Round::Settling(round) => reports.push(settling(l, round)),
            Round::Grades(round) => reports.push(grades(l, round)),
            Round::Allocation(round) => reports.extend(allocation(l, round)),
        }
    }
    for (index, report) in reports.iter_mut().enumerate() {
        report.heading = t!(l, "counting-round", number = index + 1, step = report.heading.as_str());
    }
    reports
}

fn votes(l: Locale, method: Method, round: &Votes) -> RoundReport {
    let keeps = round.tallies.iter().any(|tally| tally.keep.is_some());
    let mut columns = vec![t!(l, "counting-column-candidate"), unit(l, method), t!(l, "counting-column-state")];
    if keeps {
        columns.push(t!(l, "counting-column-keep"));
    }
    let mut rows: Vec<Vec<String>> = round
        .tallies
        .iter()
        .map(|tally| {
            let mut row = vec![tally.candidate.clone(), amount(l, &tally.votes), state(l, tally.state)];
            if keeps {
                row.push(tally.keep.as_ref().map(|keep| amount(l, keep)).unwrap_or_default());
            }
            row
        })
        .collect();
    let beside = [(t!(l, "counting-row-exhausted"), &round.exhausted), (t!(l, "counting-row-lost"), &round.lost)];
    for (name, votes) in beside {
        // A zero is written with decimals or without.
        if votes.as_str().bytes().any(|digit| matches!(digit, b'1'..=b'9')) {
            let mut row = vec![name, amount(l, votes)];
            row.resize(columns.len(), String::new());
            rows.push(row);
        }
    }
    let mut notes = Vec::new();
    notes.extend(round.threshold.as_ref().map(|threshold| needed(l, threshold)));
    if !round.elected.is_empty() {
        notes.push(t!(l, "counting-note-elected", names = list(l, &round.elected)));
    }
    if !round.excluded.is_empty() {
        notes.push(t!(l, "counting-note-excluded", names = list(l, &round.excluded)));
    }
    notes.extend(round.ties.iter().map(|it| tie(l, it)));
    RoundReport { heading: step(l, method, &round.step), columns, rows, notes }
}

/// What is counted by a method that adds up.
fn unit(l: Locale, method: Method) -> String {
    match method {
        Method::Approval => t!(l, "counting-column-approvals"),
        Method::Borda => t!(l, "counting-column-points"),
        _ => t!(l, "counting-column-votes"),
    }
}

fn state(l: Locale, state: State) -> String {
    match state {
        State::Hopeful => t!(l, "counting-state-hopeful"),
        State::Elected => t!(l, "counting-state-elected"),
        State::Excluded => t!(l, "counting-state-excluded"),
    }
}

fn step(l: Locale, method: Method, step: &Step) -> String {
    match step {
        Step::First => match method {
            Method::Approval => t!(l, "counting-step-approvals"),
            Method::Borda => t!(l, "counting-step-points"),
            _ => t!(l, "counting-step-first"),
        },
        Step::Surplus { of, surplus } => {
            t!(l, "counting-step-surplus", name = of.as_str(), surplus = amount(l, surplus))
        }
        Step::Exclusion { of } => t!(l, "counting-step-exclusion", name = of.as_str()),
        Step::GivingWay { of } => t!(l, "counting-step-giving-way", names = list(l, of)),
        Step::Distribution { iterations, surplus, .. } => {
            t!(l, "counting-step-distribution", times = *iterations, surplus = amount(l, surplus))
        }
        Step::SecondRound { .. } => t!(l, "counting-step-second-round"),
    }
}

fn needed(l: Locale, threshold: &Threshold) -> String {
    let formula = match threshold.formula {
        Formula::HalfOfValid => t!(l, "counting-formula-half-of-valid"),
        Formula::HalfOfContinuing => t!(l, "counting-formula-half-of-continuing"),
        Formula::DroopWhole => t!(l, "counting-formula-droop-whole"),
        Formula::DroopNinePlaces => t!(l, "counting-formula-droop-nine-places"),
        Formula::DroopExact => t!(l, "counting-formula-droop-exact"),
    };
    let votes = amount(l, &threshold.votes);
    if threshold.reached_by_equality {
        t!(l, "counting-needed-at-least", votes = votes, formula = formula)
    } else {
        t!(l, "counting-needed-more-than", votes = votes, formula = formula)
    }
}

fn tie(l: Locale, tie: &Tie) -> String {
    let question = match tie.question {
        Question::Elect => t!(l, "counting-question-elect"),
        Question::Exclude => t!(l, "counting-question-exclude"),
        Question::TransferFirst => t!(l, "counting-question-transfer-first"),
        Question::GoOn => t!(l, "counting-question-go-on"),
        Question::Order => t!(l, "counting-question-order"),
    };
    let taken = list(l, &tie.taken);
    let by = match &tie.broken_by {
        BrokenBy::EarlierRound { round } => t!(l, "counting-by-earlier-round", round = *round, taken = taken),
        BrokenBy::Rule => t!(l, "counting-by-rule", taken = taken),
        BrokenBy::Lot { seed } => t!(l, "counting-by-lot", seed = seed.as_str(), taken = taken),
        BrokenBy::DrawnOrder => t!(l, "counting-by-drawn-order", taken = taken),
        BrokenBy::NoConsequence => t!(l, "counting-by-no-consequence", taken = taken),
        BrokenBy::Open => t!(l, "counting-by-open"),
    };
    t!(l, "counting-tie", names = list(l, &tie.candidates), question = question, by = by)
}

/// The table of every candidate against every other.
fn square(l: Locale, candidates: &[String], cell: impl Fn(usize, usize) -> String) -> (Vec<String>, Vec<Vec<String>>) {
    let columns = std::iter::once(t!(l, "counting-column-candidate")).chain(candidates.iter().cloned()).collect();
    let rows = candidates.iter().enumerate().map(|(one, name)| {
        let cells = (0..candidates.len()).map(|other| if one == other { String::new() } else { cell(one, other) });
        std::iter::once(name.clone()).chain(cells).collect()
    });
    (columns, rows.collect())
}

fn comparisons(l: Locale, round: &Comparisons) -> RoundReport {
    let (columns, rows) = square(l, &round.candidates, |one, other| whole(l, round.preferring[one][other]));
    RoundReport { heading: t!(l, "counting-step-comparisons"), columns, rows, notes: Vec::new() }
}

fn paths(l: Locale, round: &Paths) -> RoundReport {
    let (columns, rows) = square(l, &round.candidates, |one, other| {
        round.strength[one][other].map_or_else(|| "–".to_owned(), |win| whole(l, win.votes))
    });
    let mut notes = vec![t!(l, "counting-note-ranking", order = order(&round.ranking))];
    notes.extend(round.ties.iter().map(|it| tie(l, it)));
    RoundReport { heading: t!(l, "counting-step-paths"), columns, rows, notes }
}

/// An order with equals: "A > B = C > D".
fn order(ranking: &[Vec<String>]) -> String {
    ranking.iter().map(|level| level.join(" = ")).collect::<Vec<_>>().join(" > ")
}

fn settling(l: Locale, round: &Settling) -> RoundReport {
    let fate = |fate: Fate| match fate {
        Fate::Kept => t!(l, "counting-fate-kept"),
        Fate::Contradicted => t!(l, "counting-fate-contradicted"),
        Fate::Depends => t!(l, "counting-fate-depends"),
    };
    let rows = round.wins.iter().map(|it| {
        let (votes, against) = (whole(l, it.win.votes), whole(l, it.win.against));
        vec![it.winner.clone(), it.loser.clone(), votes, against, fate(it.fate)]
    });
    let mut notes = vec![match round.ways {
        0 => t!(l, "counting-note-too-many-orders"),
        1 => t!(l, "counting-note-ranking", order = order(&round.ranking)),
        ways => t!(l, "counting-note-orders", ways = ways),
    }];
    notes.extend(round.ties.iter().map(|it| tie(l, it)));
    RoundReport {
        heading: t!(l, "counting-step-settling"),
        columns: vec![
            t!(l, "counting-column-winner"),
            t!(l, "counting-column-loser"),
            t!(l, "counting-column-for"),
            t!(l, "counting-column-against"),
            t!(l, "counting-column-fate"),
        ],
        rows: rows.collect(),
        notes,
    }
}

fn grades(l: Locale, round: &Grades) -> RoundReport {
    let mut columns =
        vec![t!(l, "counting-column-place"), t!(l, "counting-column-candidate"), t!(l, "counting-column-grade")];
    columns.extend(round.scale.iter().cloned());
    let rows = round.profiles.iter().map(|profile| {
        let grade = profile.majority_grade.clone().unwrap_or_else(|| t!(l, "counting-no-grade"));
        let place = whole(l, profile.place as u64);
        let counts = profile.counts.iter().map(|count| whole(l, *count));
        [place, profile.candidate.clone(), grade].into_iter().chain(counts).collect()
    });
    RoundReport {
        heading: t!(l, "counting-step-grades"),
        columns,
        rows: rows.collect(),
        notes: round.ties.iter().map(|it| tie(l, it)).collect(),
    }
}

fn allocation(l: Locale, round: &Allocation) -> Vec<RoundReport> {
    let lists = round
        .lists
        .iter()
        .map(|it| vec![it.name.clone(), whole(l, it.votes), whole(l, it.seats as u64), amount(l, &it.next)]);
    let mut notes = Vec::new();
    notes.extend(round.quota.as_ref().map(|quota| t!(l, "counting-note-quota", votes = amount(l, quota))));
    notes.extend(round.ties.iter().map(|it| tie(l, it)));
    let heading = t!(l, "counting-step-allocation");
    let mut reports = vec![RoundReport {
        heading: heading.clone(),
        columns: vec![
            t!(l, "counting-column-list"),
            t!(l, "counting-column-votes"),
            t!(l, "counting-column-seats"),
            t!(l, "counting-column-next"),
        ],
        rows: lists.collect(),
        notes,
    }];
    if !round.given.is_empty() && round.given.len() <= MOST_SEATS {
        let rows = round.given.iter().enumerate().map(|(index, given)| {
            let candidate = given.candidate.clone().unwrap_or_default();
            vec![whole(l, index as u64 + 1), given.list.clone(), candidate, claim(l, &given.by)]
        });
        reports.push(RoundReport {
            heading,
            columns: vec![
                t!(l, "counting-column-seat"),
                t!(l, "counting-column-list"),
                t!(l, "counting-column-candidate"),
                t!(l, "counting-column-by"),
            ],
            rows: rows.collect(),
            notes: Vec::new(),
        });
    }
    reports
}
