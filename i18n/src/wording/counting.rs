//! Counts of elections: the result, every round as a table, and why.

mod reasons;
mod rounds;

use counting::{Amount, BrokenBy, Method, Outcome, Round};

use crate::{Locale, list, number, t};

/// A count in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountReport {
    /// The method and the number of seats.
    pub title: String,
    /// Who is elected, who is tied, and how many ballots there were, one sentence each.
    pub result: Vec<String>,
    /// Each round.
    pub rounds: Vec<RoundReport>,
    /// Why, in sentences that make a paragraph.
    pub reasons: Vec<String>,
}

/// A round as a table with remarks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundReport {
    /// What happened.
    pub heading: String,
    /// The heads of the columns.
    pub columns: Vec<String>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
    /// What follows from the round, and its ties, one sentence each.
    pub notes: Vec<String>,
}

/// A count in words.
#[must_use]
pub fn count_report(l: Locale, outcome: &Outcome) -> CountReport {
    CountReport {
        title: t!(l, "counting-title", method = counting_method(l, outcome.method), seats = outcome.seats),
        result: result(l, outcome),
        rounds: rounds::rounds(l, outcome),
        reasons: reasons::reasons(l, outcome),
    }
}

/// What an election came to, one sentence each.
#[must_use]
pub fn declaration(l: Locale, declared: &domain::elections::Declared) -> Vec<String> {
    let mut said = match &declared.count {
        Some(outcome) => result(l, outcome),
        None if !declared.vacant.is_empty() => Vec::new(),
        None if declared.quorum.reached => vec![t!(l, "elections-nobody-stood")],
        None => vec![t!(l, "elections-no-quorum")],
    };
    for vacant in &declared.vacant {
        said.push(t!(l, "lists-vacant", college = vacant.name.as_str(), seats = vacant.seats));
    }
    if let Some(decided) = &declared.decided {
        let names = list(l, &decided.elected);
        said.push(t!(l, "lists-decided", names = names, reason = decided.reason.as_str()));
        // Whoever reads only the first sentence learns of everybody.
        if let Some(first) = said.first_mut() {
            *first = elected(l, &declared.elected().map(ToOwned::to_owned).collect::<Vec<_>>());
        }
    }
    said
}

/// A grade of majority judgment; 0 is the best.
#[must_use]
pub fn grade(l: Locale, grade: usize) -> String {
    match grade {
        0 => t!(l, "elections-grade-0"),
        1 => t!(l, "elections-grade-1"),
        2 => t!(l, "elections-grade-2"),
        3 => t!(l, "elections-grade-3"),
        4 => t!(l, "elections-grade-4"),
        _ => t!(l, "elections-grade-5"),
    }
}

/// The count of an election in an assembly, whose grades are numbers until they are told.
#[must_use]
pub fn election_report(l: Locale, outcome: &Outcome) -> CountReport {
    let mut outcome = outcome.clone();
    let tell = |word: &mut String| {
        if let Ok(number) = word.parse() {
            *word = grade(l, number);
        }
    };
    for round in &mut outcome.rounds {
        if let Round::Grades(grades) = round {
            grades.scale.iter_mut().for_each(tell);
            grades.profiles.iter_mut().filter_map(|profile| profile.majority_grade.as_mut()).for_each(tell);
        }
    }
    for reason in &mut outcome.reasons {
        if let counting::Because::BetterGrade { grade, rival_grade, decided, rival_decided, .. } = &mut reason.because {
            [grade, rival_grade, decided, rival_decided].into_iter().flatten().for_each(tell);
        }
    }
    count_report(l, &outcome)
}

/// The name of a method.
#[must_use]
pub fn counting_method(l: Locale, method: Method) -> String {
    match method {
        Method::Plurality => t!(l, "counting-method-plurality"),
        Method::Block => t!(l, "counting-method-block"),
        Method::TwoRound => t!(l, "counting-method-two-round"),
        Method::Approval => t!(l, "counting-method-approval"),
        Method::Borda => t!(l, "counting-method-borda"),
        Method::Irv => t!(l, "counting-method-irv"),
        Method::StvScottish => t!(l, "counting-method-stv-scottish"),
        Method::StvMeek => t!(l, "counting-method-stv-meek"),
        Method::Schulze => t!(l, "counting-method-schulze"),
        Method::RankedPairs => t!(l, "counting-method-ranked-pairs"),
        Method::MajorityJudgment => t!(l, "counting-method-majority-judgment"),
        Method::Dhondt => t!(l, "counting-method-dhondt"),
        Method::SainteLague => t!(l, "counting-method-sainte-lague"),
        Method::LargestRemainder => t!(l, "counting-method-largest-remainder"),
    }
}

/// Who is elected.
fn elected(l: Locale, elected: &[String]) -> String {
    let names = list(l, elected);
    match elected {
        [] => t!(l, "counting-elected-nobody"),
        [_] => t!(l, "counting-elected-one", names = names),
        _ => t!(l, "counting-elected-several", names = names),
    }
}

fn result(l: Locale, outcome: &Outcome) -> Vec<String> {
    let lists = outcome.rounds.iter().find_map(|round| match round {
        Round::Allocation(allocation) if allocation.given.iter().all(|given| given.candidate.is_none()) => {
            Some(&allocation.lists)
        }
        _ => None,
    });
    let mut result = vec![match (&outcome.elected[..], lists) {
        ([_, ..], Some(lists)) => {
            let lists: Vec<String> = lists
                .iter()
                .map(|it| t!(l, "counting-list-seats", list = it.name.as_str(), count = it.seats))
                .collect();
            t!(l, "counting-elected-lists", lists = list(l, &lists))
        }
        (names, _) => elected(l, names),
    }];
    if !outcome.second_round.is_empty() {
        result.push(t!(l, "counting-second-round", names = list(l, &outcome.second_round)));
    }
    for tied in &outcome.tied {
        result.push(t!(l, "counting-tied", names = list(l, tied), seats = outcome.open_seats));
    }
    if outcome.open_seats > 0 && outcome.tied.is_empty() && outcome.second_round.is_empty() {
        result.push(t!(l, "counting-open-seats", seats = outcome.open_seats));
    }
    let turnout = outcome.turnout;
    result.push(t!(
        l,
        "counting-turnout",
        valid = whole(l, turnout.valid),
        blank = whole(l, turnout.blank),
        invalid = whole(l, turnout.invalid)
    ));
    result
}

/// A number of votes as the language writes it: "1 234,50000". A fraction stays one: "25/2".
fn amount(l: Locale, amount: &Amount) -> String {
    let written = |digits: &str| digits.parse().map_or_else(|_| digits.to_owned(), |digits| number(l, digits));
    if let Some((above, below)) = amount.as_str().split_once('/') {
        return format!("{}/{}", written(above), written(below));
    }
    let Some((whole, decimals)) = amount.as_str().split_once('.') else { return written(amount.as_str()) };
    let point = if l == Locale::En { '.' } else { ',' };
    format!("{}{point}{decimals}", written(whole))
}

fn whole(l: Locale, votes: u64) -> String {
    amount(l, &Amount::whole(votes))
}

/// What broke a tie, for the middle of a sentence.
fn broken_by(l: Locale, by: &BrokenBy) -> String {
    match by {
        BrokenBy::EarlierRound { round } => t!(l, "counting-broken-earlier-round", round = *round),
        BrokenBy::Rule => t!(l, "counting-broken-rule"),
        BrokenBy::Lot { seed } => t!(l, "counting-broken-lot", seed = seed.as_str()),
        BrokenBy::DrawnOrder => t!(l, "counting-broken-drawn-order"),
        BrokenBy::NoConsequence => t!(l, "counting-broken-no-consequence"),
        BrokenBy::Open => t!(l, "counting-broken-open"),
    }
}

/// What won a seat for a list.
fn claim(l: Locale, claim: &counting::Claim) -> String {
    match claim {
        counting::Claim::Quotient { quotient } => t!(l, "counting-claim-quotient", number = amount(l, quotient)),
        counting::Claim::Quota => t!(l, "counting-claim-quota"),
        counting::Claim::Remainder { remainder } => t!(l, "counting-claim-remainder", number = amount(l, remainder)),
    }
}
