//! Majority judgment: the cases about which programs disagree, and the definition followed to the letter.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

use counting::{
    Because, BrokenBy, Candidate, Election, Graded, Method, Options, Outcome, Refusal, Round, Ties, Ungraded, count,
};
use proptest::prelude::*;

const SCALE: [&str; 3] = ["best", "mid", "worst"];

/// Candidates A, B, C… with the grades that voter after voter gives; `.` is none.
fn graded(ballots: &[&str]) -> Election {
    let mut builder = Graded::builder(ballots[0].len(), SCALE.map(str::to_owned).into());
    for ballot in ballots {
        let grades: Vec<_> = ballot.chars().map(|grade| "bmw".find(grade)).collect();
        builder.add(&grades, 1).unwrap();
    }
    let candidates = ('A'..).take(ballots[0].len()).map(Candidate::new).collect();
    Election::new("", 1, candidates, builder.finish()).unwrap()
}

fn counted(election: &Election, options: &Options) -> Outcome {
    count(Method::MajorityJudgment, election, options).unwrap()
}

fn places(outcome: &Outcome) -> Vec<(String, Option<String>, usize)> {
    let Round::Grades(grades) = &outcome.rounds[0] else { panic!("no grades") };
    grades.profiles.iter().map(|it| (it.candidate.clone(), it.majority_grade.clone(), it.place)).collect()
}

/// Both have the middle grade "mid". With one taken away from each, A has best and worst, of which the lower counts,
/// and B has mid. A program that takes the better of two middle grades elects A.
#[test]
fn best_mid_worst_loses_against_mid_mid_mid() {
    let outcome = counted(&graded(&["bm", "mm", "wm"]), &Options::default());
    assert_eq!(outcome.elected, ["B"]);
    assert_eq!(
        outcome.reasons[0].because,
        Because::BetterGrade {
            grade: Some("mid".into()),
            rival: "A".into(),
            rival_grade: Some("mid".into()),
            decided: Some("mid".into()),
            rival_decided: Some("worst".into()),
        }
    );
}

#[test]
fn of_two_middle_grades_the_lower_one_counts() {
    let outcome = counted(&graded(&["bm", "wm"]), &Options::default());
    assert_eq!(places(&outcome), [("B".into(), Some("mid".into()), 1), ("A".into(), Some("worst".into()), 2)]);
}

#[test]
fn who_is_not_graded_has_the_worst_grade_or_fewer_grades() {
    let election = graded(&["b.", ".m", ".m"]);
    let worst = counted(&election, &Options::default());
    assert_eq!(worst.elected, ["B"]);
    let left_out = counted(&election, &Options { ungraded: Ungraded::LeftOut, ..Options::default() });
    assert_eq!(left_out.elected, ["A"]);
}

#[test]
fn the_same_grades_are_a_tie_that_a_lot_breaks() {
    let election = graded(&["bmw", "mbw", "wwm"]);
    let outcome = counted(&election, &Options::default());
    assert!(outcome.elected.is_empty());
    assert_eq!(outcome.tied, [["A", "B"]]);
    let lot = Options { ties: Ties::Drawn(["B", "C", "A"].map(str::to_owned).into()), ..Options::default() };
    let drawn = counted(&election, &lot);
    assert_eq!(drawn.elected, ["B"]);
    assert_eq!(
        drawn.reasons[0].because,
        Because::DrawnAmong { candidates: vec!["A".into(), "B".into()], by: BrokenBy::DrawnOrder }
    );
}

#[test]
fn empty_ballots_are_blank_and_withdrawn_candidates_are_not_judged() {
    let mut election = graded(&["bm", "..", "w."]);
    assert_eq!(counted(&election, &Options::default()).turnout.blank, 1);
    election.withdraw("A").unwrap();
    let outcome = counted(&election, &Options::default());
    assert_eq!((outcome.elected, outcome.turnout.blank), (vec!["B".to_owned()], 2));
}

#[test]
fn rankings_have_no_grades() {
    let ranked = counting::Rankings::builder(1).finish();
    let election = Election::new("", 1, vec![Candidate::new("A")], ranked).unwrap();
    assert!(matches!(
        count(Method::MajorityJudgment, &election, &Options::default()),
        Err(Refusal::WrongBallots { .. })
    ));
}

/// The definition: all grades of a candidate sorted, the lower middle one taken away, again and again.
fn values(mut grades: Vec<usize>) -> Vec<usize> {
    // Positions on the scale: larger is worse, so the worst first.
    grades.sort_unstable_by(|one, other| other.cmp(one));
    let mut values = Vec::new();
    while !grades.is_empty() {
        values.push(grades.remove((grades.len() - 1) / 2));
    }
    values
}

fn ballots() -> impl Strategy<Value = Vec<(Vec<usize>, u64)>> {
    (2..5_usize, 2..5_usize).prop_flat_map(|(candidates, grades)| {
        prop::collection::vec((prop::collection::vec(0..grades, candidates), 1..4_u64), 1..12)
    })
}

fn build(ballots: &[(Vec<usize>, u64)], factor: u64) -> Election {
    let scale = (0..5).map(|grade| grade.to_string()).collect();
    let mut builder = Graded::builder(ballots[0].0.len(), scale);
    for (ballot, weight) in ballots {
        builder.add(&ballot.iter().map(|&grade| Some(grade)).collect::<Vec<_>>(), weight * factor).unwrap();
    }
    let candidates = (0..ballots[0].0.len()).map(|number| Candidate::new(number.to_string())).collect();
    Election::new("", 1, candidates, builder.finish()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_order_is_that_of_the_definition(ballots in ballots()) {
        let many = ballots[0].0.len();
        let of = |candidate: usize| values(
            ballots.iter().flat_map(|(ballot, weight)| (0..*weight).map(move |_| ballot[candidate])).collect()
        );
        let by_definition: Vec<_> = (0..many).map(|one| 1 + (0..many).filter(|&other| of(other) < of(one)).count()).collect();
        let outcome = counted(&build(&ballots, 1), &Options::default());
        for (candidate, _, place) in places(&outcome) {
            prop_assert_eq!(place, by_definition[candidate.parse::<usize>().unwrap()]);
        }
    }

    #[test]
    fn larger_weights_in_proportion_change_nothing(ballots in ballots(), factor in 2..1_000_000_000_000_u64) {
        prop_assert_eq!(
            places(&counted(&build(&ballots, 1), &Options::default())),
            places(&counted(&build(&ballots, factor), &Options::default()))
        );
    }

    /// A better grade on one ballot never lowers a place.
    #[test]
    fn a_better_grade_does_no_harm(ballots in ballots(), at in any::<prop::sample::Index>(), whom in any::<prop::sample::Index>()) {
        let (at, whom) = (at.index(ballots.len()), whom.index(ballots[0].0.len()));
        let mut better = ballots.clone();
        better[at].0[whom] = better[at].0[whom].saturating_sub(1);
        let place = |ballots: &[(Vec<usize>, u64)]| {
            let places = places(&counted(&build(ballots, 1), &Options::default()));
            places.into_iter().find(|(name, ..)| *name == whom.to_string()).unwrap().2
        };
        prop_assert!(place(&better) <= place(&ballots));
    }
}
