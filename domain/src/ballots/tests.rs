//! What the rules of ballots promise, by cases and by properties.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    colleges::WeightReason,
    fraction::Fraction,
    ids::PersonId,
    majorities::{MajorityRule, Outcome, count, count_ballots},
    quorum::{Counting, Quorum},
};

const DIVIDES: ProxyRule = ProxyRule { split_voices: true, ..ProxyRule::new(None, false) };

fn organization(number: u128) -> OrganizationId {
    OrganizationId(Uuid::from_u128(number))
}

/// In two colleges, in turn.
fn roll(weights: &[u64]) -> Vec<RollEntry> {
    (1_u128..)
        .zip(weights)
        .map(|(number, weight)| RollEntry {
            organization: organization(number),
            name: format!("Association {number}"),
            college: CollegeId(Uuid::from_u128(number % 2)),
            college_name: format!("Collège {}", number % 2),
            weight: *weight,
            reason: WeightReason::Fixed,
        })
        .collect()
}

fn quorum() -> Quorum {
    Quorum { counting: Counting::Present, reached: true, parts: vec![] }
}

fn division(in_favour: u64, against: u64, abstained: u64, blank: u64) -> Said {
    Said::Divided(Division { in_favour, against, abstained, blank })
}

#[test]
fn a_head_is_where_most_of_its_voices_are() {
    assert_eq!(division(5, 3, 0, 0).head(), Choice::For);
    assert_eq!(division(2, 3, 2, 1).head(), Choice::Against);
    assert_eq!(division(4, 4, 0, 0).head(), Choice::Abstain);
    assert_eq!(division(3, 3, 0, 3).head(), Choice::Abstain);
    assert_eq!(division(0, 1, 0, 2).head(), Choice::Blank);
}

#[test]
fn voices_are_divided_where_the_statutes_say_so_and_all_of_them() {
    let silent = ProxyRule::new(None, false);
    assert_eq!(may_say(&silent, 8, division(5, 3, 0, 0)), Err(CastRefused::NotDivided));
    assert_eq!(may_say(&silent, 8, Choice::For.into()), Ok(Said::Whole(Choice::For)));
    assert_eq!(may_say(&DIVIDES, 8, division(5, 3, 0, 0)), Ok(division(5, 3, 0, 0)));
    assert_eq!(may_say(&DIVIDES, 8, division(5, 2, 0, 0)), Err(CastRefused::DividedOtherwise { voices: 8 }));
    assert_eq!(may_say(&DIVIDES, 8, division(u64::MAX, 9, 0, 0)), Err(CastRefused::DividedOtherwise { voices: 8 }));
    assert_eq!(may_say(&DIVIDES, 8, division(0, 8, 0, 0)), Ok(Said::Whole(Choice::Against)));
}

#[test]
fn one_answer_for_all_where_the_statutes_want_it() {
    let together = ProxyRule { split: false, ..ProxyRule::new(None, false) };
    let (one, two) = ([Choice::For.into(), Choice::For.into()], [Choice::For.into(), Choice::Blank.into()]);
    assert_eq!(may_differ(&together, one), Ok(()));
    assert_eq!(may_differ(&together, two), Err(CastRefused::MustAgree));
    assert_eq!(may_differ(&together, []), Ok(()));
    assert_eq!(may_differ(&ProxyRule::new(None, false), two), Ok(()));
}

#[test]
fn what_is_stored_and_told_reads_back() {
    for said in [Said::Whole(Choice::Abstain), division(5, 3, 0, 0)] {
        assert_eq!(said.to_string().parse::<Said>(), Ok(said));
        let told = serde_json::to_string(&said).expect("a text");
        assert_eq!(serde_json::from_str::<Said>(&told).expect("a vote"), said);
    }
    assert_eq!(division(5, 3, 0, 0).to_string(), r#"{"for":5,"against":3}"#);
    assert_eq!(serde_json::to_string(&Said::Whole(Choice::For)).expect("a text"), r#""for""#);
    assert!("{}x".parse::<Said>().is_err() && "perhaps".parse::<Said>().is_err());
}

#[test]
fn a_quarter_of_those_there_ask_for_secrecy() {
    let (roll, mut presence) = (roll(&[1; 9]), Presence::default());
    for number in 1..=5 {
        presence.arrive(organization(number), PersonId(Uuid::from_u128(number)));
    }
    let asked = |numbers: &[u128]| numbers.iter().map(|number| organization(*number)).collect::<BTreeSet<_>>();
    let mut rules = AssemblyRules::usual();
    assert_eq!(secrecy_asked(&rules, &roll, &presence, &asked(&[1])), None);
    rules.secrecy.on_request_of = Fraction::new(1, 4).ok();
    let of = |numbers: &[u128]| secrecy_asked(&rules, &roll, &presence, &asked(numbers)).expect("a share");
    assert_eq!(of(&[1]), SecrecyAsked { asked: 1, needed: 2, present: 5 });
    assert!(!of(&[1]).enough() && of(&[1, 2]).enough());
    assert_eq!(of(&[1, 9]).asked, 1, "who is absent asks for nothing");
    assert_eq!(must_be_secret(&rules, Decision::Ordinary, Some(of(&[1]))), None);
    assert_eq!(must_be_secret(&rules, Decision::Ordinary, Some(of(&[1, 2]))), Some(SecretBecause::Requested));
    rules.secrecy.persons = true;
    assert_eq!(must_be_secret(&rules, Decision::Persons, None), Some(SecretBecause::Statutes));
}

#[test]
fn a_ballot_carries_what_the_count_needs_and_no_more() {
    let roll = roll(&[1, 1, 2, 4, 2]);
    let names =
        |rule: &Majority| Carries::of(rule).recognizable(&roll).iter().map(|entry| entry.weight).collect::<Vec<_>>();
    let heads = MajorityRule { unit: Unit::Heads, ..MajorityRule::SIMPLE };
    assert_eq!(names(&heads.into()), [0; 0]);
    assert_eq!(names(&MajorityRule::SIMPLE.into()), [4]);
    let each = MajorityRule { scope: MajorityScope::EachCollege, ..MajorityRule::SIMPLE };
    assert_eq!(names(&each.into()), [1, 1, 4]);
}

fn choice() -> impl Strategy<Value = Choice> {
    prop::sample::select(Choice::ALL.to_vec())
}

/// Somebody's weight and what they say of it: nothing, one answer, or a division of all voices.
fn voter() -> impl Strategy<Value = (u64, Option<Said>)> {
    let divided = (0_u64..6, 0_u64..6, 0_u64..6, 0_u64..6).prop_filter_map("voices", |(a, b, c, d)| {
        let all = a + b + c + d;
        let said = may_say(&DIVIDES, all, division(a, b, c, d)).ok()?;
        Some((all, Some(said)))
    });
    prop_oneof![
        (1_u64..20).prop_map(|weight| (weight, None)),
        (1_u64..20, choice()).prop_map(|(weight, choice)| (weight, Some(choice.into()))),
        divided,
    ]
}

fn decide(rule: MajorityRule, voters: &[(u64, Option<Said>)]) -> Outcome {
    let weights: Vec<u64> = voters.iter().map(|(weight, _)| *weight).collect();
    let votes: Vec<(OrganizationId, Said)> =
        (1_u128..).zip(voters).filter_map(|(number, (_, said))| Some((organization(number), (*said)?))).collect();
    count(rule, &roll(&weights), &Presence::default(), &votes, quorum())
}

proptest! {
    #[test]
    fn voices_and_heads_conserve(voters in prop::collection::vec(voter(), 1..12)) {
        let tally = decide(MajorityRule::SIMPLE, &voters).tally;
        let cast: Vec<_> = voters.iter().filter(|(_, said)| said.is_some()).collect();
        let all = [tally.in_favour, tally.against, tally.abstained, tally.blank, tally.null];
        prop_assert_eq!(all.iter().map(|count| count.weight).sum::<u64>(), cast.iter().map(|(weight, _)| weight).sum::<u64>());
        prop_assert_eq!(all.iter().map(|count| count.heads).sum::<u64>(), cast.len() as u64);
        prop_assert_eq!(tally.present.weight, cast.iter().map(|(weight, _)| weight).sum::<u64>());
    }

    #[test]
    fn all_voices_on_one_side_are_a_whole_vote(
        weights in prop::collection::vec(1_u64..20, 1..12),
        choice in prop::sample::select(Choice::ON_SCREEN.to_vec()),
    ) {
        let whole: Vec<_> = weights.iter().map(|weight| (*weight, Some(Said::Whole(choice)))).collect();
        let divided: Vec<_> = weights
            .iter()
            .map(|weight| (*weight, Some(Said::Divided(Division::default().with(choice, *weight)))))
            .collect();
        prop_assert_eq!(decide(MajorityRule::SIMPLE, &whole), decide(MajorityRule::SIMPLE, &divided));
    }

    /// Secret ballots are counted as the same answers by name are, whatever the majority asks.
    #[test]
    fn a_secret_vote_comes_out_as_by_name(
        answers in prop::collection::vec((1_u64..5, prop::option::of(prop::sample::select(Choice::ON_SCREEN))), 1..12),
        each in any::<bool>(),
    ) {
        let scope = if each { MajorityScope::EachCollege } else { MajorityScope::Whole };
        let rule: Majority = MajorityRule { scope, ..MajorityRule::SIMPLE }.into();
        let weights: Vec<u64> = answers.iter().map(|(weight, _)| *weight).collect();
        let roll = roll(&weights);
        let voters: Vec<_> = answers.iter().map(|(weight, said)| (*weight, said.map(Said::Whole))).collect();
        let carries = Carries::of(&rule);
        let (mut voted, mut ballots) = (BTreeSet::new(), Vec::new());
        for (entry, (_, said)) in roll.iter().zip(&answers) {
            let Some(choice) = *said else { continue };
            voted.insert(entry.organization);
            ballots.push(SecretBallot { id: Uuid::nil(), choice, stamp: carries.stamp(entry) });
        }
        let secret = count_ballots(&rule, &roll, &Presence::default(), (&voted, &ballots), quorum());
        prop_assert!(matches(&rule, &roll, &voted, &ballots, None));
        prop_assert_eq!(secret, decide(rule.conditions[0], &voters));
        if let Some(first) = ballots.first_mut() {
            first.stamp.weight += 1;
            prop_assert!(!matches(&rule, &roll, &voted, &ballots, None));
        }
    }

    /// Ballots and what two tellers tell of the urn fit together, and with any other number they do not.
    #[test]
    fn papers_that_were_kept_are_nothing_and_null_ones_null(
        (screens, read) in (0_usize..6, prop::collection::vec(choice(), 0..6)),
        kept in 0_usize..4,
    ) {
        let rule = Majority::from(MajorityRule::SIMPLE);
        let handed_out = read.len() + kept;
        let roll = roll(&vec![1; screens + handed_out]);
        let voted: BTreeSet<OrganizationId> = roll.iter().map(|entry| entry.organization).collect();
        let ballot = |choice| SecretBallot { id: Uuid::nil(), choice, stamp: Stamp::ONE };
        let mut ballots = vec![ballot(Choice::For); screens];
        ballots.extend(read.iter().copied().map(ballot));
        let null = read.iter().filter(|choice| **choice == Choice::Null).count();
        let urn = Urn { handed_out, valid: read.len() - null, null, stamp: Stamp::ONE, tellers: vec![] };
        let fits = |ballots: &[SecretBallot], urn: &Urn| matches(&rule, &roll, &voted, ballots, Some(urn));
        prop_assert!(fits(&ballots, &urn));
        prop_assert_eq!(matches(&rule, &roll, &voted, &ballots, None), kept + null == 0);
        let outcome = count_ballots(&rule, &roll, &Presence::default(), (&voted, &ballots), quorum());
        let cast = outcome.tally.base(crate::majorities::Base::Cast, crate::quorum::Unit::Heads);
        prop_assert_eq!((cast, outcome.tally.null.heads), (ballots.len() as u64, null as u64));
        let more = [Urn { handed_out: handed_out + 1, ..urn.clone() }, Urn { null: null + 1, ..urn.clone() }];
        prop_assert!(more.iter().all(|urn| !fits(&ballots, urn)));
        prop_assert!(!fits(&[ballots.as_slice(), &[ballot(Choice::For)]].concat(), &urn));
        if let Some(first) = ballots.first_mut() {
            first.choice = if first.choice == Choice::Null { Choice::For } else { Choice::Null };
            prop_assert!(!fits(&ballots, &urn));
        }
    }
}
