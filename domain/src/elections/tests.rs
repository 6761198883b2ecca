use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    colleges::WeightReason,
    fraction::{Comparison, Fraction},
    ids::{CollegeId, OrganizationId},
    proxies::Presence,
    quorum::{Condition, Counting, QuorumRule},
};

fn rules(method: Method, seats: usize) -> Rules {
    Rules {
        method,
        seats,
        ties: TieRule::Assembly,
        unit: Unit::Heads,
        seed: None,
        reserved: vec![],
        parity: None,
        electorate: None,
    }
}

fn names(number: usize) -> Vec<Name> {
    (0..number).map(|at| Name { name: format!("Candidate {at}"), ..Name::default() }).collect()
}

/// Four names, or four lists of two.
fn paper(method: Method) -> Vec<Name> {
    let mut names = names(4);
    if LIST_METHODS.contains(&method) {
        for name in &mut names {
            let person = |at: usize| OnList { name: format!("{} / {at}", name.name), withdrawn: false };
            name.people = (0..2).map(person).collect();
        }
    }
    names
}

fn marks(beside: &[&str]) -> Marks {
    Marks { blank: false, beside: beside.iter().map(|typed| (*typed).to_owned()).collect() }
}

fn quorum(reached: bool) -> Quorum {
    Quorum { counting: Counting::Present, reached, parts: vec![] }
}

fn cast(papers: &[Paper]) -> Vec<Ballot> {
    (1_u128..)
        .zip(papers)
        .map(|(id, paper)| Ballot { id: Uuid::from_u128(id), paper: paper.clone(), weight: 1 })
        .collect()
}

#[test]
fn a_ranking_has_no_gap_and_no_place_twice() {
    let read = |beside: &[&str]| Paper::read(Marking::Ranks, &names(3), &marks(beside));
    assert_eq!(read(&["2", "", " 1 "]), Ok(Paper::Ranked(vec![2, 0])));
    assert_eq!(read(&["1", "1", ""]), Err(PaperRefused::SamePlace { place: 1 }));
    assert_eq!(read(&["1", "3", ""]), Err(PaperRefused::Gap { place: 2 }));
    assert_eq!(read(&["2", "", ""]), Err(PaperRefused::Gap { place: 1 }));
    assert_eq!(read(&["4", "", ""]), Err(PaperRefused::NotAMark { typed: "4".into(), candidate: 0 }));
    assert_eq!(read(&["", "", "x"]), Err(PaperRefused::NotAMark { typed: "x".into(), candidate: 2 }));
    assert_eq!(read(&["", "", ""]), Err(PaperRefused::Empty));
}

#[test]
fn blank_is_said_and_never_guessed() {
    let blank = |beside: &[&str]| Paper::read(Marking::Ranks, &names(2), &Marks { blank: true, ..marks(beside) });
    assert_eq!(blank(&["", ""]), Ok(Paper::Blank));
    assert_eq!(blank(&["1", ""]), Err(PaperRefused::BlankWithMarks));
}

#[test]
fn names_are_limited_by_the_seats_where_the_method_says_so() {
    let block = rules(Method::Block, 2).marking();
    assert_eq!(Paper::read(block, &names(3), &marks(&["on", "", "on"])), Ok(Paper::Named(vec![0, 2])));
    assert_eq!(Paper::read(block, &names(3), &marks(&["on", "on", "on"])), Err(PaperRefused::TooMany { most: 2 }));
    let approval = rules(Method::Approval, 2).marking();
    assert_eq!(Paper::read(approval, &names(3), &marks(&["on", "on", "on"])), Ok(Paper::Named(vec![0, 1, 2])));
}

#[test]
fn who_withdrew_is_not_voted_for_and_earlier_votes_go_on() {
    let mut standing = names(3);
    standing[0].withdrawn = true;
    let refused = Paper::read(Marking::Ranks, &standing, &marks(&["1", "2", ""]));
    assert_eq!(refused, Err(PaperRefused::Withdrawn { candidate: 0 }));
    let ballots = cast(&[Paper::Ranked(vec![0, 1]), Paper::Ranked(vec![0, 1]), Paper::Ranked(vec![2])]);
    let declared = declare(&rules(Method::Irv, 1), &standing, &ballots, quorum(true)).expect("a count");
    assert_eq!(declared.count.expect("a count").elected, ["Candidate 1"]);
}

#[test]
fn without_quorum_or_candidates_nothing_is_counted() {
    let ballots = cast(&[Paper::Ranked(vec![0])]);
    let irv = rules(Method::Irv, 1);
    assert_eq!(declare(&irv, &names(1), &ballots, quorum(false)).map(|declared| declared.count), Ok(None));
    let gone = [Name { name: "Gone".into(), withdrawn: true, ..Name::default() }];
    assert_eq!(declare(&irv, &gone, &ballots, quorum(true)).map(|declared| declared.count), Ok(None));
}

#[test]
fn only_a_weight_that_nobody_shares_is_recognizable() {
    let roll: Vec<RollEntry> = (1_u128..)
        .zip([1, 1, 2, 0])
        .map(|(number, weight)| RollEntry {
            organization: OrganizationId(Uuid::from_u128(number)),
            name: number.to_string(),
            college: CollegeId(Uuid::nil()),
            college_name: String::new(),
            weight,
            reason: WeightReason::Fixed,
        })
        .collect();
    let heads = rules(Method::Irv, 1);
    assert!(heads.recognizable(&roll).is_empty());
    let voices = Rules { unit: Unit::Weight, ..heads };
    let alone: Vec<&str> = voices.recognizable(&roll).iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(alone, ["3"]);
    // Where one college elects, only it can share a weight.
    let electorate = Electorate { college: roll[0].college, name: "One".into() };
    let own = Rules { electorate: Some(electorate), ..voices };
    let first = RollEntry { college: CollegeId(Uuid::from_u128(7)), ..roll[1].clone() };
    let roll = [roll[0].clone(), first, roll[2].clone()];
    let names: Vec<&str> = own.recognizable(&roll).iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["1", "3"]);
}

#[test]
fn where_voters_make_the_quorum_it_is_asked_of_the_college_that_elects() {
    let entry = |number: u128, college: u128| RollEntry {
        organization: OrganizationId(Uuid::from_u128(number)),
        name: number.to_string(),
        college: CollegeId(Uuid::from_u128(college)),
        college_name: college.to_string(),
        weight: 1,
        reason: WeightReason::Fixed,
    };
    let roll: Vec<RollEntry> = (1..=10).map(|number| entry(number, if number <= 3 { 1 } else { 2 })).collect();
    let half = Condition { threshold: Fraction::HALF, comparison: Comparison::AtLeast, unit: Unit::Heads };
    let asked = |counting| QuorumRule { counting, total: Some(half), each_college: None };
    let college = Electorate { college: CollegeId(Uuid::from_u128(1)), name: "1".into() };
    let own = Rules { electorate: Some(college), ..rules(Method::Block, 2) };
    let voted = [1, 2].map(|number| OrganizationId(Uuid::from_u128(number))).into();
    let there = Presence::default();
    let reached = |rules: &Rules, counting| rules.quorum_at_close(&asked(counting), &roll, &there, &voted).reached;
    assert!(reached(&own, Counting::Voting), "two of its three");
    assert!(!reached(&rules(Method::Block, 2), Counting::Voting), "two of ten");
    assert!(!reached(&own, Counting::Present), "nobody is there");
}

proptest! {
    /// Whatever the method and the marks: what is read can be counted, and as many are elected as there can be.
    #[test]
    fn every_ballot_that_is_read_is_counted(
        method in prop::sample::select(METHODS.to_vec()),
        typed in prop::collection::vec(prop::collection::vec(0_usize..7, 4), 1..12),
    ) {
        let seats = 1;
        let rules = rules(method, seats);
        let mut papers = Vec::new();
        for beside in &typed {
            let beside = beside.iter().map(|mark| if *mark == 0 { String::new() } else { mark.to_string() }).collect();
            papers.extend(Paper::read(rules.marking(), &paper(method), &Marks { blank: false, beside }));
        }
        papers.push(Paper::Blank);
        let declared = declare(&rules, &paper(method), &cast(&papers), quorum(true));
        let count = declared.expect("countable").count.expect("a count");
        prop_assert_eq!(count.elected.len() + count.open_seats, seats);
    }
}

fn declared(rules: &Rules, names: &[Name], papers: &[Paper]) -> Declared {
    declare(rules, names, &cast(papers), quorum(true)).expect("countable")
}

fn one(name: usize) -> Paper {
    Paper::Ranked(vec![name])
}

#[test]
fn the_assembly_chooses_among_the_tied_only_and_says_why() {
    let rules = rules(Method::Plurality, 2);
    let told = declared(&rules, &names(4), &[one(0), one(0), one(1), one(2)]);
    let tied = told.tie(&names(4)).expect("a tie");
    assert_eq!((tied.seats, tied.between.as_slice()), (1, &["Candidate 1".to_owned(), "Candidate 2".into()][..]));
    let decide = |chosen: &[&str], reason: &str| {
        let chosen: Vec<String> = chosen.iter().map(|name| (*name).to_owned()).collect();
        told.clone().decide(&rules, &names(4), &chosen, reason)
    };
    let outsider = decide(&["Candidate 3"], "the eldest");
    assert_eq!(outsider, Err(TieRefused::NotTied { name: "Candidate 3".into() }));
    let both = decide(&["Candidate 1", "Candidate 2"], "both");
    assert_eq!(both, Err(TieRefused::Number { seats: 1, chosen: 2 }));
    assert_eq!(decide(&["Candidate 2"], "  "), Err(TieRefused::NoReason));
    let decided = decide(&["Candidate 2", "Candidate 2"], "the eldest").expect("a decision");
    assert_eq!(decided.elected().collect::<Vec<_>>(), ["Candidate 0", "Candidate 2"]);
    assert_eq!(decided.tie(&names(4)), None);
    let again = decided.decide(&rules, &names(4), &["Candidate 1".into()], "again");
    assert_eq!(again, Err(TieRefused::NoTie));
}

#[test]
fn a_runoff_is_for_the_tied_and_the_seats_that_are_left() {
    let rules = rules(Method::Plurality, 2);
    let told = declared(&rules, &names(4), &[one(0), one(0), one(1), one(2)]);
    let (runoff, tied) = told.runoff(&rules, &names(4)).expect("a run-off");
    assert_eq!(runoff, Rules { seats: 1, ..rules.clone() });
    assert_eq!(tied.between, ["Candidate 1", "Candidate 2"]);
    let clear = declared(&rules, &names(4), &[one(0), one(1)]);
    assert_eq!(clear.runoff(&rules, &names(4)).map(drop), Err(TieRefused::NoTie));
}

fn of_colleges(colleges: &[&str]) -> Vec<Name> {
    let name = |(at, college): (usize, &&str)| Name {
        name: format!("Candidate {at}"),
        college: Some((*college).to_owned()),
        ..Name::default()
    };
    colleges.iter().enumerate().map(name).collect()
}

fn reserving(method: Method, seats: usize, reserved: &[(&str, usize)]) -> Rules {
    let of = |(name, seats): &(&str, usize)| CollegeSeats {
        college: CollegeId(Uuid::from_u128(name.len() as u128)),
        name: (*name).to_owned(),
        seats: *seats,
    };
    Rules { reserved: reserved.iter().map(of).collect(), ..rules(method, seats) }
}

#[test]
fn a_college_gets_the_seats_that_are_reserved_for_it() {
    let names = of_colleges(&["A", "A", "A", "BB"]);
    let rules = reserving(Method::Block, 2, &[("BB", 1)]);
    let told = declared(&rules, &names, &[Paper::Named(vec![0, 1]), Paper::Named(vec![0, 1]), Paper::Named(vec![3])]);
    assert!(told.elected().any(|name| name == "Candidate 3"), "{told:?}");
    assert!(told.vacant.is_empty());
}

#[test]
fn reserved_seats_without_candidates_stay_vacant() {
    let mut names = of_colleges(&["A", "A", "BB"]);
    names[2].withdrawn = true;
    let rules = reserving(Method::Block, 2, &[("BB", 1)]);
    let told = declared(&rules, &names, &[Paper::Named(vec![0, 1]), Paper::Named(vec![0])]);
    assert_eq!(told.elected().collect::<Vec<_>>(), ["Candidate 0"]);
    assert_eq!(told.vacant.iter().map(|vacant| vacant.seats).sum::<usize>(), 1);
    assert_eq!(told.tie(&names), None);
}

#[test]
fn a_decision_of_a_tie_keeps_the_reserved_seats() {
    let names = of_colleges(&["A", "A", "BB", "BB"]);
    let rules = reserving(Method::Block, 2, &[("BB", 1)]);
    let told = declared(&rules, &names, &[Paper::Named(vec![0, 1]), Paper::Named(vec![2, 3])]);
    let tied = told.tie(&names).expect("a tie");
    assert_eq!(tied.seats, 2);
    let against = told.clone().decide(&rules, &names, &["Candidate 0".into(), "Candidate 1".into()], "drawn");
    assert_eq!(against, Err(TieRefused::College { college: "BB".into(), missing: 1 }));
    assert!(told.decide(&rules, &names, &["Candidate 0".into(), "Candidate 3".into()], "drawn").is_ok());
}

#[test]
fn lists_fill_their_seats_in_their_order_and_the_next_takes_the_place_of_who_withdrew() {
    let rules = rules(Method::Dhondt, 3);
    let mut lists = paper(Method::Dhondt);
    let ballots = [one(0), one(0), one(0), one(0), one(1), one(1), one(1), Paper::Blank];
    let told = declared(&rules, &lists, &ballots);
    let elected: Vec<&str> = told.elected().collect();
    assert_eq!(elected, ["Candidate 0 / 0", "Candidate 1 / 0", "Candidate 0 / 1"]);
    assert_eq!(told.count.as_ref().map(|count| count.turnout.blank), Some(1));
    lists[1].people[0].withdrawn = true;
    let told = declared(&rules, &lists, &ballots);
    assert!(told.elected().any(|name| name == "Candidate 1 / 1"), "{told:?}");
}

#[test]
fn the_next_of_a_chosen_list_takes_the_seat() {
    let rules = rules(Method::Dhondt, 3);
    let lists = paper(Method::Dhondt);
    let told = declared(&rules, &lists, &[one(0), one(0), one(1), one(1)]);
    let tied = told.tie(&lists).expect("a tie");
    assert_eq!((tied.seats, tied.between.len()), (1, 2));
    let decided = told.decide(&rules, &lists, &["Candidate 1".into()], "the larger list").expect("a decision");
    assert_eq!(decided.elected().last(), Some("Candidate 1 / 1"));
}

proptest! {
    /// A ballot of weight n counts as n ballots, in every method and through the whole of what is declared.
    #[test]
    fn weights_are_as_many_ballots(
        method in prop::sample::select(METHODS.to_vec()),
        typed in prop::collection::vec((prop::collection::vec(0_usize..5, 4), 1_u64..4), 1..8),
    ) {
        let (rules, names) = (rules(method, 1), paper(method));
        let (mut heavy, mut many) = (Vec::new(), Vec::new());
        for (beside, weight) in &typed {
            let beside = beside.iter().map(|mark| if *mark == 0 { String::new() } else { mark.to_string() }).collect();
            let Ok(paper) = Paper::read(rules.marking(), &names, &Marks { blank: false, beside }) else { continue };
            heavy.push(Ballot { id: Uuid::from_u128(heavy.len() as u128), paper: paper.clone(), weight: *weight });
            for _ in 0..*weight {
                many.push(Ballot { id: Uuid::from_u128(many.len() as u128), paper: paper.clone(), weight: 1 });
            }
        }
        prop_assert_eq!(declare(&rules, &names, &heavy, quorum(true)), declare(&rules, &names, &many, quorum(true)));
    }

    /// Neither the order of the ballots nor their identifiers change anything.
    #[test]
    fn ballots_are_anonymous(
        method in prop::sample::select(METHODS.to_vec()),
        typed in prop::collection::vec(prop::collection::vec(0_usize..5, 4), 1..8),
    ) {
        let (rules, names) = (rules(method, 1), paper(method));
        let read = |beside: &Vec<usize>| {
            let beside = beside.iter().map(|mark| if *mark == 0 { String::new() } else { mark.to_string() }).collect();
            Paper::read(rules.marking(), &names, &Marks { blank: false, beside }).ok()
        };
        let mut papers: Vec<Paper> = typed.iter().filter_map(read).collect();
        let told = declared(&rules, &names, &papers);
        papers.reverse();
        prop_assert_eq!(told, declared(&rules, &names, &papers));
    }

    /// Who is elected or tied depends on what the ballots say of them, not on their place on the paper.
    #[test]
    fn candidates_are_treated_alike(
        method in prop::sample::select(METHODS[..11].to_vec()),
        typed in prop::collection::vec(prop::collection::vec(0_usize..5, 4), 1..8),
    ) {
        let rules = rules(method, 1);
        let here = paper(method);
        let there: Vec<Name> = here.iter().rev().cloned().collect();
        let (mut as_is, mut turned) = (Vec::new(), Vec::new());
        for beside in &typed {
            let beside: Vec<String> =
                beside.iter().map(|mark| if *mark == 0 { String::new() } else { mark.to_string() }).collect();
            let reversed: Vec<String> = beside.iter().rev().cloned().collect();
            as_is.extend(Paper::read(rules.marking(), &here, &Marks { blank: false, beside }));
            turned.extend(Paper::read(rules.marking(), &there, &Marks { blank: false, beside: reversed }));
        }
        let sorted = |declared: Declared| {
            let count = declared.count.expect("a count");
            let mut tied: Vec<String> = count.tied.into_iter().flatten().collect();
            tied.sort();
            let mut elected = count.elected;
            elected.sort();
            (elected, tied, count.open_seats)
        };
        prop_assert_eq!(sorted(declared(&rules, &here, &as_is)), sorted(declared(&rules, &there, &turned)));
    }
}
