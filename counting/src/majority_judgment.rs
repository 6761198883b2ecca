//! Majority judgment (Balinski and Laraki, Majority Judgment, MIT Press 2010; "A theory of measuring, electing, and
//! ranking", PNAS 104, 2007).
//!
//! A candidate's majority grade is the middle one of its grades; of two middle grades the lower one, for that is the
//! best grade to which a majority agrees. Between candidates with the same majority grade, one such grade of each is
//! taken away and the middle grades of what is left are compared, until they differ. Candidates with the same grades
//! throughout are equal.

mod merit;

use std::cmp::Ordering;

use self::merit::Merit;
use crate::outcome::{Because, Outcome, Reason, Round, Turnout};
use crate::tables::{Grades, Profile};
use crate::ties::{Best, Lots, best, in_ballot_order};
use crate::{Election, Method, Options, Question, Refusal, Ungraded};

/// Counts.
pub(crate) fn count(election: &Election, options: &Options) -> Result<Outcome, Refusal> {
    let lots = Lots::new(&options.ties, election)?;
    let standing = election.standing();
    let (merits, turnout) = merits(election, &standing, options.ungraded)?;
    let places = places(&standing, &merits);
    let score = |candidate: usize| std::cmp::Reverse(places[candidate]);
    let elected = best(election, &lots, &standing, score, election.seats(), Question::Elect);
    let scale = election.graded(Method::MajorityJudgment)?.scale();
    let grade = |candidate: usize| merits[candidate].majority_grade().map(|grade| scale[grade].clone());
    let mut order = standing.clone();
    order.sort_by_key(|&candidate| (places[candidate], candidate));
    let profiles = order
        .iter()
        .map(|&candidate| Profile {
            candidate: election.name(candidate),
            counts: merits[candidate].counts().to_vec(),
            majority_grade: grade(candidate),
            place: places[candidate],
        })
        .collect();
    let grades = Grades { scale: scale.to_vec(), profiles, ties: elected.tie.iter().cloned().collect() };
    Ok(Outcome {
        method: Method::MajorityJudgment,
        seats: election.seats(),
        elected: election.names(&elected.taken),
        tied: if elected.tied.is_empty() { Vec::new() } else { vec![in_ballot_order(election, &elected.tied)] },
        open_seats: election.seats() - elected.taken.len(),
        second_round: Vec::new(),
        turnout,
        rounds: vec![Round::Grades(grades)],
        reasons: reasons(election, &merits, scale, &elected),
    })
}

/// The grades of each candidate; withdrawn ones stay empty.
fn merits(election: &Election, standing: &[usize], ungraded: Ungraded) -> Result<(Vec<Merit>, Turnout), Refusal> {
    let graded = election.graded(Method::MajorityJudgment)?;
    let mut merits = vec![Merit::new(graded.scale().len()); election.candidates().len()];
    let mut turnout = Turnout::default();
    let mut grades: Vec<Option<usize>> = Vec::with_capacity(merits.len());
    for (ballot, weight) in graded.iter() {
        grades.clear();
        grades.extend(ballot);
        if standing.iter().all(|&candidate| grades[candidate].is_none()) {
            turnout.blank += weight;
            continue;
        }
        turnout.valid += weight;
        for &candidate in standing {
            match (grades[candidate], ungraded) {
                (Some(grade), _) => merits[candidate].add(grade, weight),
                (None, Ungraded::Worst) => merits[candidate].add_worst(weight),
                (None, Ungraded::LeftOut) => {}
            }
        }
    }
    Ok((merits, turnout))
}

/// The place of each candidate, counted from one. As many stand before somebody as are better.
fn places(standing: &[usize], merits: &[Merit]) -> Vec<usize> {
    let mut places = vec![0; merits.len()];
    let mut order = standing.to_vec();
    order.sort_by(|&one, &other| merits[other].compare(&merits[one]));
    let mut place = 1;
    for (index, &candidate) in order.iter().enumerate() {
        if index > 0 && merits[candidate].compare(&merits[order[index - 1]]) != Ordering::Equal {
            place = index + 1;
        }
        places[candidate] = place;
    }
    places
}

fn reasons(election: &Election, merits: &[Merit], scale: &[String], best: &Best) -> Vec<Reason> {
    let rival = best.tied.first().copied().or(best.next);
    let word = |grade: Option<usize>| grade.map(|grade| scale[grade].clone());
    let because = |candidate: usize| {
        if let (Some(by), Some(tie)) = (best.by_lot(&election.name(candidate)), &best.tie) {
            return Because::DrawnAmong { candidates: tie.candidates.clone(), by };
        }
        let Some(rival) = rival else { return Because::Unopposed };
        let (mine, theirs) = merits[candidate].decided_by(&merits[rival]);
        Because::BetterGrade {
            grade: word(merits[candidate].majority_grade()),
            rival: election.name(rival),
            rival_grade: word(merits[rival].majority_grade()),
            decided: word(mine),
            rival_decided: word(theirs),
        }
    };
    best.taken
        .iter()
        .map(|&candidate| Reason { candidate: election.name(candidate), because: because(candidate) })
        .collect()
}
