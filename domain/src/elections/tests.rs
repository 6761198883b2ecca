use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    colleges::WeightReason,
    ids::{CollegeId, OrganizationId},
    quorum::Counting,
};

fn rules(method: Method, seats: usize) -> Rules {
    Rules { method, seats, ties: TieRule::Assembly, unit: Unit::Heads, seed: None }
}

fn names(number: usize) -> Vec<Name> {
    (0..number).map(|at| Name { name: format!("Candidate {at}"), withdrawn: false }).collect()
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
    let gone = [Name { name: "Gone".into(), withdrawn: true }];
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
            papers.extend(Paper::read(rules.marking(), &names(4), &Marks { blank: false, beside }));
        }
        papers.push(Paper::Blank);
        let declared = declare(&rules, &names(4), &cast(&papers), quorum(true));
        let count = declared.expect("countable").count.expect("a count");
        prop_assert_eq!(count.elected.len() + count.open_seats, seats);
    }
}
