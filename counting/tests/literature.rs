//! Small elections whose results are known, and the cases that rules are about.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

mod support;

use counting::{
    Amount, Approvals, Because, BrokenBy, Candidate, Election, Method, Options, Outcome, Preference, Question,
    Rankings, Refusal, Round, SecondRound, Ties, count,
};
use support::{election, votes};

fn counted(method: Method, election: &Election) -> Outcome {
    count(method, election, &Options::default()).unwrap()
}

fn with_lot(method: Method, election: &Election, seed: &str) -> Outcome {
    count(method, election, &Options { ties: Ties::Lot { seed: seed.into() }, ..Options::default() }).unwrap()
}

/// The choice of a capital of Tennessee, the textbook case of methods that disagree.
fn tennessee() -> Election {
    election(
        1,
        "Memphis Nashville Chattanooga Knoxville",
        "42: Memphis Nashville Chattanooga Knoxville
         26: Nashville Chattanooga Knoxville Memphis
         15: Chattanooga Knoxville Nashville Memphis
         17: Knoxville Chattanooga Nashville Memphis",
    )
}

#[test]
fn tennessee_by_each_method() {
    assert_eq!(counted(Method::Plurality, &tennessee()).elected, ["Memphis"]);
    assert_eq!(counted(Method::TwoRound, &tennessee()).elected, ["Nashville"]);
    assert_eq!(counted(Method::Irv, &tennessee()).elected, ["Knoxville"]);
    assert_eq!(counted(Method::StvScottish, &tennessee()).elected, ["Knoxville"]);
    assert_eq!(counted(Method::StvMeek, &tennessee()).elected, ["Knoxville"]);
}

#[test]
fn a_run_off_says_who_went_out_and_what_half_was() {
    let outcome = counted(Method::Irv, &tennessee());
    let rounds: Vec<_> = outcome.rounds.iter().map(votes).collect();
    assert_eq!(
        rounds.iter().map(|round| round.excluded.clone()).collect::<Vec<_>>(),
        [vec!["Chattanooga".to_owned()], vec!["Nashville".to_owned()], vec![],]
    );
    assert_eq!(
        outcome.reasons[0].because,
        Because::AbsoluteMajority { round: 3, votes: Amount::whole(58_u64), of: Amount::whole(100_u64) }
    );
}

#[test]
fn food_by_transferable_votes() {
    let food = election(
        3,
        "Oranges Pears Chocolate Strawberries Sweets",
        "4: Oranges\n2: Pears Oranges\n8: Chocolate Strawberries\n4: Chocolate Sweets\n1: Strawberries\n1: Sweets",
    );
    assert_eq!(counted(Method::StvScottish, &food).elected, ["Chocolate", "Oranges", "Strawberries"]);
    // Meek's quota of 5 is reached by Strawberries in the second round, before anything is excluded.
    assert_eq!(counted(Method::StvMeek, &food).elected, ["Chocolate", "Strawberries", "Oranges"]);
}

#[test]
fn exactly_half_is_no_majority() {
    let outcome = counted(Method::TwoRound, &election(1, "A B C", "21: A\n20: B\n1: C"));
    assert_eq!((outcome.elected.len(), outcome.second_round), (0, vec!["A".to_owned(), "B".to_owned()]));
    let outcome = counted(Method::TwoRound, &election(1, "A B C", "22: A\n20: B\n1: C"));
    assert_eq!(outcome.elected, ["A"]);
    let outcome = counted(Method::Irv, &election(1, "A B", "21: A\n21: B"));
    assert_eq!((outcome.elected.len(), outcome.tied), (0, vec![vec!["A".to_owned(), "B".to_owned()]]));
}

#[test]
fn a_second_vote_decides_the_second_round() {
    let first = election(1, "A B C", "4: A\n3: B\n2: C");
    let second = election(1, "B A", "4: A\n5: B");
    let options = Options { second_round: SecondRound::Ballots(Box::new(second)), ..Options::default() };
    let outcome = count(Method::TwoRound, &first, &options).unwrap();
    assert_eq!((outcome.elected, outcome.second_round), (vec!["B".to_owned()], vec!["A".to_owned(), "B".to_owned()]));
    let other = election(1, "B X", "4: X\n5: B");
    let options = Options { second_round: SecondRound::Ballots(Box::new(other)), ..Options::default() };
    assert_eq!(count(Method::TwoRound, &first, &options), Err(Refusal::UnknownCandidate { name: "A".into() }));
}

#[test]
fn all_who_tie_for_the_second_round_go_on_unless_there_is_a_lot() {
    let election = election(1, "A B C D", "4: A\n3: B\n3: C\n1: D");
    let outcome = counted(Method::TwoRound, &election);
    assert_eq!(outcome.second_round, ["A", "B", "C"]);
    assert_eq!(votes(&outcome.rounds[0]).ties[0].broken_by, BrokenBy::Rule);
    let outcome = with_lot(Method::TwoRound, &election, "s");
    assert_eq!(outcome.second_round.len(), 2);
    assert_eq!(votes(&outcome.rounds[0]).ties[0].question, Question::GoOn);
}

#[test]
fn two_rounds_for_a_board_of_three() {
    let mut ballots = Approvals::builder(5);
    for (names, weight) in [(vec![0, 1, 2], 6), (vec![0, 3], 3), (vec![4], 2), (vec![0, 1, 2, 3], 9)] {
        ballots.add(&names, weight).unwrap();
    }
    let names = ["A", "B", "C", "D", "E"].map(Candidate::new).into();
    let outcome = counted(Method::TwoRound, &Election::new("", 3, names, ballots.finish()).unwrap());
    // Of 11 valid ballots 9 name A, 6 name B and C; the ballots with four names are invalid.
    assert_eq!((outcome.turnout.valid, outcome.turnout.invalid), (11, 9));
    assert_eq!(outcome.elected, ["A", "B", "C"]);
}

#[test]
fn a_block_vote_reads_as_many_names_as_seats() {
    let outcome = counted(Method::Block, &election(2, "A B C", "3: A B C\n2: C B A\n1: B"));
    assert_eq!(outcome.elected, ["B", "A"]);
    let Round::Votes(round) = &outcome.rounds[0] else { panic!() };
    assert_eq!(round.tallies.iter().map(|tally| tally.votes.as_str()).collect::<Vec<_>>(), ["3", "6", "2"]);
}

/// Ballots of positions, where `true` marks a candidate as good as the one before.
fn shared(seats: usize, ballots: &[(&[(usize, bool)], u64)]) -> Election {
    let mut builder = Rankings::builder(3);
    for (ballot, weight) in ballots {
        let preferences = ballot.iter().map(|&(candidate, shared)| Preference { candidate, shared });
        builder.add(preferences, *weight).unwrap();
    }
    Election::new("", seats, ["A", "B", "C"].map(Candidate::new).into(), builder.finish()).unwrap()
}

#[test]
fn a_shared_place_ends_a_transferable_ballot() {
    // C goes out first; its ballots say A and B equally, or nobody.
    let election = shared(
        1,
        &[
            (&[(0, false)], 4),
            (&[(1, false)], 4),
            (&[(2, false), (0, false), (1, true)], 2),
            (&[(2, false)], 1),
            (&[(0, false), (1, true)], 7),
        ],
    );
    for method in [Method::StvScottish, Method::StvMeek, Method::Irv] {
        let outcome = counted(method, &election);
        assert_eq!((outcome.turnout.valid, outcome.turnout.invalid), (11, 7), "{method}");
        assert_eq!(outcome.tied, [["A", "B"]], "{method}");
    }
    assert_eq!(votes(&counted(Method::Irv, &election).rounds[1]).exhausted.as_str(), "3");
    // After C withdrew, its ballots count for whom they name next; a place that C shared is no longer shared.
    let mut election = shared(1, &[(&[(0, false), (2, true)], 2), (&[(1, false)], 1), (&[(2, false)], 4)]);
    election.withdraw("C").unwrap();
    for method in [Method::Irv, Method::StvScottish, Method::StvMeek, Method::Plurality] {
        let outcome = counted(method, &election);
        assert_eq!((outcome.elected, outcome.turnout.blank), (vec!["A".to_owned()], 4), "{method}");
    }
}

#[test]
fn a_lot_can_be_drawn_again_by_anybody() {
    // printf 'a seed\nA' | sha256sum begins with 83, for B with c4, for C with 6f.
    let election = election(1, "A B C", "1: A\n1: B\n1: C");
    let outcome = with_lot(Method::Plurality, &election, "a seed");
    assert_eq!((outcome.elected, outcome.tied.len()), (vec!["C".to_owned()], 0));
    assert_eq!(
        outcome.reasons[0].because,
        Because::TieBroken { votes: Amount::whole(1_u64), by: BrokenBy::Lot { seed: "a seed".into() } }
    );
    let order = Ties::Drawn(["B", "C", "A"].map(String::from).into());
    let options = Options { ties: order, ..Options::default() };
    for method in [Method::Plurality, Method::Irv, Method::StvScottish, Method::StvMeek] {
        assert_eq!(count(method, &election, &options).unwrap().elected, ["B"], "{method}");
    }
    let short = Options { ties: Ties::Drawn(vec!["A".into()]), ..Options::default() };
    assert_eq!(count(Method::Irv, &election, &short), Err(Refusal::NotDrawn { name: "B".into() }));
}

#[test]
fn a_tie_without_consequence_is_no_tie_of_the_result() {
    // D and E tie for the first exclusion; whoever goes first, the other goes next.
    let election = election(1, "A B C D E", "9: A\n7: B\n3: C A\n1: D C\n1: E C");
    let outcome = counted(Method::Irv, &election);
    assert_eq!((outcome.elected, outcome.tied.len()), (vec!["A".to_owned()], 0));
    assert_eq!(votes(&outcome.rounds[0]).ties[0].broken_by, BrokenBy::NoConsequence);
}

#[test]
fn the_last_earlier_round_that_differs_breaks_a_tie() {
    // In the third round B and C have seven votes each; C had fewer in the first round, B in the second.
    let election = election(1, "A B C D E", "10: A\n6: B\n5: C\n1: D B\n2: D\n2: E C");
    for method in [Method::Irv, Method::StvScottish] {
        let outcome = counted(method, &election);
        let round = votes(&outcome.rounds[2]);
        assert_eq!(round.excluded, ["B"], "{method}");
        assert_eq!(round.ties[0].broken_by, BrokenBy::EarlierRound { round: 2 }, "{method}");
    }
}

#[test]
fn an_open_tie_leaves_certain_seats_filled() {
    // A is elected at once; B and C are alike to the last ballot.
    let outcome = counted(Method::StvScottish, &election(2, "A B C", "10: A\n4: B\n4: C"));
    assert_eq!(outcome.elected, ["A"]);
    assert_eq!((outcome.tied, outcome.open_seats), (vec![vec!["B".to_owned(), "C".to_owned()]], 1));
    // With nobody's votes to go by, everybody is tied.
    let nobody = election(2, "A B C D E F G H I J K L", "");
    for method in [Method::StvScottish, Method::StvMeek, Method::Plurality, Method::Block] {
        let outcome = counted(method, &nobody);
        assert_eq!((outcome.elected.len(), outcome.tied[0].len(), outcome.open_seats), (0, 12, 2), "{method}");
    }
}

#[test]
fn fewer_candidates_than_seats_leave_seats_open() {
    let few = election(5, "A B", "3: A B\n1: B");
    for method in [Method::Plurality, Method::Block, Method::StvScottish, Method::StvMeek] {
        let outcome = counted(method, &few);
        assert_eq!((outcome.elected.len(), outcome.open_seats, outcome.tied.len()), (2, 3, 0), "{method}");
    }
}

#[test]
fn what_cannot_be_counted_is_refused() {
    let mut two = tennessee().with_seats(2).unwrap();
    assert_eq!(
        count(Method::Irv, &two, &Options::default()),
        Err(Refusal::OneSeatOnly { method: Method::Irv, seats: 2 })
    );
    assert_eq!(two.withdraw("Paris"), Err(Refusal::UnknownCandidate { name: "Paris".into() }));
    for name in ["Memphis", "Nashville", "Chattanooga", "Knoxville"] {
        two.withdraw(name).unwrap();
    }
    assert_eq!(count(Method::Plurality, &two, &Options::default()), Err(Refusal::NoCandidates));
    assert_eq!(two.with_seats(0).unwrap_err(), Refusal::NoSeats);
    let twice = ["A", "A"].map(Candidate::new).into();
    let refused = Election::new("", 1, twice, Rankings::builder(2).finish()).unwrap_err();
    assert_eq!(refused, Refusal::SameName { name: "A".into() });
}

#[test]
fn an_outcome_is_the_same_after_a_journey_as_text() {
    for method in [Method::Plurality, Method::TwoRound, Method::Irv, Method::StvScottish, Method::StvMeek] {
        let outcome = counted(method, &tennessee());
        let text = serde_json::to_string(&outcome).unwrap();
        assert_eq!(serde_json::from_str::<Outcome>(&text).unwrap(), outcome);
    }
}
