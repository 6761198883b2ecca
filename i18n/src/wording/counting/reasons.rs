//! Why those who are elected are elected.

use counting::{Allocation, Because, Method, Outcome, Reason, Round, Win};

use super::{amount, broken_by, claim, whole};
use crate::{Locale, list, t};

pub(super) fn reasons(l: Locale, outcome: &Outcome) -> Vec<String> {
    let lists = outcome.rounds.iter().find_map(|round| match round {
        Round::Allocation(allocation) => Some(allocation),
        _ => None,
    });
    match lists {
        Some(allocation) => of_lists(l, outcome, allocation),
        None => outcome.reasons.iter().map(|reason| of_candidate(l, outcome.method, reason)).collect(),
    }
}

/// For lists it is enough to say what each has, and how the last seat was won.
fn of_lists(l: Locale, outcome: &Outcome, allocation: &Allocation) -> Vec<String> {
    let result = |it: &counting::List| {
        t!(l, "counting-list-result", list = it.name.as_str(), votes = whole(l, it.votes), count = it.seats)
    };
    let mut reasons: Vec<String> = allocation.lists.iter().map(result).collect();
    let last = outcome.reasons.iter().rev().find_map(|reason| match &reason.because {
        Because::Seat { list, claim, ahead_of } => Some((list, claim, ahead_of)),
        _ => None,
    });
    // Where lists are tied for the last seat, nobody has it yet.
    if let Some((to, by, rival)) = last.filter(|_| outcome.tied.is_empty()) {
        let by = claim(l, by);
        reasons.push(match rival {
            Some((rival, rival_claim)) => t!(
                l,
                "counting-last-seat",
                list = to.as_str(),
                claim = by,
                rival = rival.as_str(),
                rival_claim = amount(l, rival_claim)
            ),
            None => t!(l, "counting-last-seat-alone", list = to.as_str(), claim = by),
        });
    }
    let drawn = outcome.reasons.iter().filter(|reason| matches!(reason.because, Because::DrawnAmong { .. }));
    reasons.extend(drawn.map(|reason| of_candidate(l, outcome.method, reason)));
    reasons
}

fn of_candidate(l: Locale, method: Method, reason: &Reason) -> String {
    let name = reason.candidate.as_str();
    match &reason.because {
        Because::MostVotes { votes, ahead_of: Some((rival, theirs)) } => {
            let (votes, rival, theirs) = (amount(l, votes), rival.as_str(), amount(l, theirs));
            match method {
                Method::Borda => {
                    t!(l, "counting-most-points", name = name, votes = votes, rival = rival, rival_votes = theirs)
                }
                Method::Approval => {
                    t!(l, "counting-most-approvals", name = name, votes = votes, rival = rival, rival_votes = theirs)
                }
                _ => t!(l, "counting-most-votes", name = name, votes = votes, rival = rival, rival_votes = theirs),
            }
        }
        Because::MostVotes { votes, ahead_of: None } => {
            t!(l, "counting-most-alone", name = name, votes = amount(l, votes))
        }
        Because::TieBroken { votes, by } => {
            t!(l, "counting-tie-broken", name = name, votes = amount(l, votes), by = broken_by(l, by))
        }
        Because::AbsoluteMajority { round, votes, of } => t!(
            l,
            "counting-absolute-majority",
            name = name,
            votes = amount(l, votes),
            of = amount(l, of),
            round = *round
        ),
        Because::Quota { round, votes, quota } => t!(
            l,
            "counting-quota-reached",
            name = name,
            votes = amount(l, votes),
            quota = amount(l, quota),
            round = *round
        ),
        Because::LastStanding { round, votes } => {
            t!(l, "counting-last-standing", name = name, votes = amount(l, votes), round = *round)
        }
        Because::Reserved { group, votes } => {
            t!(l, "counting-reserved", name = name, group = group.as_str(), votes = amount(l, votes))
        }
        Because::Unopposed => t!(l, "counting-unopposed", name = name),
        Because::Certain => t!(l, "counting-certain", name = name),
        other => of_comparison(l, name, other),
    }
}

/// The reasons of methods that compare or grade.
fn of_comparison(l: Locale, name: &str, because: &Because) -> String {
    let grade = |grade: &Option<String>| grade.clone().unwrap_or_else(|| t!(l, "counting-no-grade"));
    let link = |win: &Option<Win>| whole(l, win.map_or(0, |win| win.votes));
    match because {
        Because::BeatsEach { closest, votes, against } => t!(
            l,
            "counting-beats-each",
            name = name,
            rival = closest.as_str(),
            votes = whole(l, *votes),
            against = whole(l, *against)
        ),
        Because::StrongerPath { rival, there, back } => {
            t!(l, "counting-stronger-path", name = name, rival = rival.as_str(), there = link(there), back = link(back))
        }
        Because::Contradicted { rival } => t!(l, "counting-contradicted", name = name, rival = rival.as_str()),
        Because::BetterGrade { grade: mine, rival, rival_grade, .. } if mine != rival_grade => t!(
            l,
            "counting-better-grade",
            name = name,
            grade = grade(mine),
            rival = rival.as_str(),
            rival_grade = grade(rival_grade)
        ),
        Because::BetterGrade { grade: both, rival, decided, rival_decided, .. } => t!(
            l,
            "counting-better-grade-later",
            name = name,
            rival = rival.as_str(),
            grade = grade(both),
            decided = grade(decided),
            rival_decided = grade(rival_decided)
        ),
        Because::Seat { list, claim: by, .. } => {
            t!(l, "counting-last-seat-alone", list = list.as_str(), claim = claim(l, by))
        }
        Because::DrawnAmong { candidates, by } => {
            t!(l, "counting-drawn-among", names = list(l, candidates), by = broken_by(l, by), name = name)
        }
        // The others are told by `of_candidate`.
        _ => t!(l, "counting-unopposed", name = name),
    }
}
