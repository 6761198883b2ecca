//! Papers of a secret vote, for persons or on a motion: one handed out to an organization, and read from the urn by two
//! tellers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    ballots::Stamp,
    elections::{GRADES, Marking, Marks, Name, Paper},
    ids::PersonId,
    polls::Choice,
};

use super::{Teller, TellersRefused, Unfinished};

/// What is printed on the paper of a motion, one below the other: one of them is marked, as a paper with three names is.
pub const ANSWERS: [Choice; 3] = [Choice::For, Choice::Against, Choice::Abstain];
/// How a blank paper is written down.
pub const BLANK: &str = "0";
/// How a paper that says nothing that counts is written down.
pub const NULL: &str = "x";
/// How a name without a grade is written down.
pub const NO_GRADE: &str = "-";

/// What stands on a paper from the urn.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// Something that counts, or blank.
    Valid(Paper),
    /// Nothing that counts. No screen lets such a ballot through.
    Null,
}

/// What a teller has read from the urn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UrnSheet {
    /// Who.
    pub teller: Teller,
    /// The papers.
    pub papers: Vec<Reading>,
    /// Whether the teller has finished.
    pub handed_in: bool,
}

/// What became of the papers that were handed out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Urn {
    /// Papers that were handed out.
    pub handed_out: usize,
    /// Papers from the urn that say something that counts, or blank: they are in the ballot box now.
    pub valid: usize,
    /// Papers from the urn that say nothing that counts. Those of a motion are in the box as such.
    pub null: usize,
    /// What each of them weighs, and for which college.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// The two who read them; nobody where the papers were discarded.
    #[serde(default)]
    pub tellers: Vec<PersonId>,
}

impl Urn {
    /// Papers that say something that counts and never came: those that were kept, and the null ones.
    #[must_use]
    pub const fn missing(&self) -> usize {
        self.handed_out.saturating_sub(self.valid)
    }

    /// Papers that never came into the urn.
    #[must_use]
    pub const fn kept(&self) -> usize {
        self.missing().saturating_sub(self.null)
    }

    /// Whether there are no more papers than were handed out, read by two people or by nobody.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let read = match self.tellers.as_slice() {
            [] => self.valid == 0 && self.null == 0,
            [first, second] => first != second,
            _ => false,
        };
        read && self.valid.saturating_add(self.null) <= self.handed_out
    }
}

impl Reading {
    /// Reads a line that a teller typed: numbers of candidates by their place on the paper from 1, in the order of
    /// preference where places are asked for; a grade from 1 for each candidate; [`BLANK`]; [`NULL`]. `None` where it is
    /// none of these: a paper with such marks is null.
    #[must_use]
    pub fn read(marking: Marking, names: &[Name], line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [] => return None,
            [BLANK] => return Some(Self::Valid(Paper::Blank)),
            [word] if word.eq_ignore_ascii_case(NULL) => return Some(Self::Null),
            _ => {}
        }
        let mut beside = vec![String::new(); names.len()];
        if marking == Marking::Grades {
            if words.len() != names.len() {
                return None;
            }
            for (mark, word) in beside.iter_mut().zip(words).filter(|(_, word)| *word != NO_GRADE) {
                let grade: usize = word.parse().ok().filter(|grade| (1..=GRADES).contains(grade))?;
                *mark = (grade - 1).to_string();
            }
        } else {
            for (place, word) in (1..).zip(words) {
                let candidate: usize = word.parse().ok()?;
                let mark = beside.get_mut(candidate.checked_sub(1)?).filter(|mark| mark.is_empty())?;
                *mark = if marking == Marking::Ranks { place.to_string() } else { "on".to_owned() };
            }
        }
        // The paper was printed before anybody withdrew: the count reads it as if their name did not stand on it.
        let names: Vec<Name> = names.iter().map(|name| Name { withdrawn: false, ..name.clone() }).collect();
        Paper::read(marking, &names, &Marks { blank: false, beside }).ok().map(Self::Valid)
    }

    /// Reads a line of a teller on the paper of a motion: the number of one of [`ANSWERS`] from 1; [`BLANK`]; [`NULL`].
    #[must_use]
    pub fn read_answer(line: &str) -> Option<Self> {
        Self::read(Marking::One, &ANSWERS.map(|_| Name::default()), line)
    }

    /// The line that [`Reading::read`] reads.
    #[must_use]
    pub fn write(&self) -> String {
        let numbers = |candidates: &[usize]| {
            candidates.iter().map(|candidate| (candidate + 1).to_string()).collect::<Vec<_>>().join(" ")
        };
        match self {
            Self::Null => NULL.to_owned(),
            Self::Valid(Paper::Blank) => BLANK.to_owned(),
            Self::Valid(Paper::Ranked(candidates) | Paper::Named(candidates)) => numbers(candidates),
            Self::Valid(Paper::Graded(grades)) => {
                let words =
                    grades.iter().map(|grade| grade.map_or(NO_GRADE.to_owned(), |grade| (grade + 1).to_string()));
                words.collect::<Vec<_>>().join(" ")
            }
        }
    }
}

/// What papers read by [`Reading::read_answer`] say, and the null ones beside them: each is a ballot.
#[must_use]
pub fn answers(papers: &[Paper], null: usize) -> Vec<Choice> {
    let said = papers.iter().map(|paper| match paper {
        Paper::Blank => Choice::Blank,
        Paper::Ranked(marked) => marked.first().and_then(|at| ANSWERS.get(*at)).copied().unwrap_or(Choice::Null),
        Paper::Named(_) | Paper::Graded(_) => Choice::Null,
    });
    said.chain(std::iter::repeat_n(Choice::Null, null)).collect()
}

/// Whether a paper can be handed out to an organization, by what its ballot carries and those of the papers before: a
/// paper carries neither a number of voices nor a college.
///
/// # Errors
/// [`TellersRefused`] where it carries something else.
pub fn may_hand_out(before: Option<Stamp>, stamp: Stamp, name: &str) -> Result<(), TellersRefused> {
    let name = name.to_owned();
    match before {
        Some(before) if before.weight != stamp.weight => Err(TellersRefused::OtherWeight { name }),
        Some(before) if before != stamp => Err(TellersRefused::OtherCollege { name }),
        _ => Ok(()),
    }
}

fn count(papers: &[Reading]) -> BTreeMap<&Reading, usize> {
    let mut counted = BTreeMap::new();
    for paper in papers {
        *counted.entry(paper).or_default() += 1;
    }
    counted
}

/// What stands on papers, and how many such papers the first and the second have read, where it is not the same.
#[must_use]
pub fn compare([first, second]: [&UrnSheet; 2]) -> Vec<(Reading, [usize; 2])> {
    let (one, other) = (count(&first.papers), count(&second.papers));
    let mut named: Vec<&Reading> = one.keys().chain(other.keys()).copied().collect();
    named.sort_unstable();
    named.dedup();
    let of = |counted: &BTreeMap<&Reading, usize>, paper: &Reading| counted.get(paper).copied().unwrap_or(0);
    let counts = named.into_iter().map(|paper| (paper.clone(), [of(&one, paper), of(&other, paper)]));
    counts.filter(|(_, [one, other])| one != other).collect()
}

/// The two sheets that can be compared.
///
/// # Errors
/// [`Unfinished`] with what is missing; `None` where nobody has begun.
pub fn pair(sheets: &[UrnSheet]) -> Result<Option<[&UrnSheet; 2]>, Unfinished> {
    let [first, others @ ..] = sheets else { return Ok(None) };
    let Some(second) = others.iter().find(|sheet| sheet.teller.person != first.teller.person) else {
        return Err(Unfinished::OneSheet { by: first.teller.name.clone() });
    };
    let open: Vec<String> =
        [first, second].iter().filter(|sheet| !sheet.handed_in).map(|sheet| sheet.teller.name.clone()).collect();
    if open.is_empty() { Ok(Some([first, second])) } else { Err(Unfinished::NotHandedIn { by: open }) }
}

/// What is missing before the papers of an urn go into the box; `None` where none was handed out.
#[must_use]
pub fn unfinished(sheets: &[UrnSheet], handed_out: usize) -> Option<Unfinished> {
    let pair = match pair(sheets) {
        Ok(None) if handed_out == 0 => return None,
        Ok(None) => return Some(Unfinished::UrnClosed { handed_out }),
        Ok(Some(pair)) => pair,
        Err(missing) => return Some(missing),
    };
    let lines = compare(pair).len();
    let papers = pair[0].papers.len();
    Some(if lines > 0 {
        Unfinished::Differ { lines }
    } else if papers > handed_out {
        Unfinished::TooManyPapers { papers, handed_out }
    } else {
        Unfinished::NotSignedOff
    })
}

/// Decides what one of two tellers signs off: the papers that both have read, and no more than were handed out. They
/// come sorted, so that their order tells nothing.
///
/// # Errors
/// [`TellersRefused`] with the first thing that stands against it.
pub fn sign_off(
    tellers: &[Teller],
    sheets: &[UrnSheet],
    signer: PersonId,
    (handed_out, stamp): (usize, Stamp),
) -> Result<(Urn, Vec<Paper>), TellersRefused> {
    let is_teller = |person: PersonId| tellers.iter().any(|teller| teller.person == person);
    if !is_teller(signer) {
        return Err(TellersRefused::NotATeller);
    }
    match unfinished(sheets, handed_out) {
        Some(Unfinished::NotSignedOff) => {}
        None | Some(Unfinished::UrnClosed { .. }) => return Err(TellersRefused::NoSheet),
        Some(missing) => return Err(TellersRefused::Unfinished(missing)),
    }
    let Ok(Some([first, second])) = pair(sheets) else { return Err(TellersRefused::NoSheet) };
    let both = [first.teller.person, second.teller.person];
    if !both.contains(&signer) || !both.into_iter().all(is_teller) {
        return Err(TellersRefused::NotATeller);
    }
    let mut papers: Vec<Paper> = Vec::new();
    for reading in &first.papers {
        if let Reading::Valid(paper) = reading {
            papers.push(paper.clone());
        }
    }
    papers.sort_unstable();
    let null = first.papers.len() - papers.len();
    Ok((Urn { handed_out, valid: papers.len(), null, stamp, tellers: both.to_vec() }, papers))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::ids::CollegeId;

    fn names(count: usize) -> Vec<Name> {
        (1..=count)
            .map(|number| Name { name: format!("Candidate {number}"), withdrawn: number == 2, ..Name::default() })
            .collect()
    }

    fn sheet(number: u128, papers: Vec<Reading>) -> UrnSheet {
        let teller = Teller { person: PersonId(Uuid::from_u128(number)), name: format!("Teller {number}") };
        UrnSheet { teller, papers, handed_in: true }
    }

    #[test]
    fn a_line_is_a_paper_or_nothing() {
        let read = |marking, line: &str| Reading::read(marking, &names(3), line);
        let valid = |paper| Some(Reading::Valid(paper));
        assert_eq!(read(Marking::Ranks, "3 1"), valid(Paper::Ranked(vec![2, 0])));
        assert_eq!(read(Marking::Ranks, " 2 "), valid(Paper::Ranked(vec![1])), "printed before the withdrawal");
        assert_eq!(read(Marking::One, "3"), valid(Paper::Ranked(vec![2])));
        assert_eq!(read(Marking::Several(Some(2)), "3 1"), valid(Paper::Named(vec![0, 2])));
        assert_eq!(read(Marking::Grades, "1 - 6"), valid(Paper::Graded(vec![Some(0), None, Some(5)])));
        for marking in [Marking::One, Marking::Several(None), Marking::Ranks, Marking::Grades] {
            assert_eq!(read(marking, "0"), valid(Paper::Blank));
            assert_eq!(read(marking, "X"), Some(Reading::Null));
            for line in ["", "9 9 9", "1 1", "-1", "a", "0 1", "x 1", "99999999999999999999999"] {
                assert_eq!(read(marking, line), None, "{marking:?}: {line}");
            }
        }
        assert_eq!(read(Marking::One, "1 2"), None);
        assert_eq!(read(Marking::Several(Some(2)), "1 2 3"), None);
        assert_eq!(read(Marking::Grades, "1 2"), None);
        assert_eq!(read(Marking::Grades, "1 2 7"), None);
    }

    #[test]
    fn an_urn_is_signed_off_by_two_who_read_the_same_and_no_more_than_was_handed_out() {
        let (one, blank) = (Reading::Valid(Paper::Ranked(vec![0])), Reading::Valid(Paper::Blank));
        let papers = vec![one.clone(), Reading::Null, blank.clone()];
        let turned = vec![blank, one.clone(), Reading::Null];
        let (first, second) = (sheet(1, papers.clone()), sheet(2, turned));
        let tellers = [first.teller.clone(), second.teller.clone()];
        let sign = |sheets: &[UrnSheet], out: usize| sign_off(&tellers, sheets, tellers[0].person, (out, Stamp::ONE));
        let missing = |sheets: &[UrnSheet], out: usize| unfinished(sheets, out);
        assert_eq!(missing(&[], 0), None);
        assert_eq!(missing(&[], 4), Some(Unfinished::UrnClosed { handed_out: 4 }));
        assert_eq!(missing(std::slice::from_ref(&first), 4), Some(Unfinished::OneSheet { by: "Teller 1".into() }));
        let many = Unfinished::TooManyPapers { papers: 3, handed_out: 2 };
        assert_eq!(sign(&[first.clone(), second.clone()], 2), Err(TellersRefused::Unfinished(many)));
        let other = sheet(2, vec![one]);
        assert_eq!(missing(&[first.clone(), other], 4), Some(Unfinished::Differ { lines: 2 }));
        let (urn, taken) = sign(&[first, second], 4).expect("signed");
        assert_eq!((urn.handed_out, urn.valid, urn.null, urn.missing(), urn.kept()), (4, 2, 1, 2, 1));
        assert!(urn.is_sound() && taken == vec![Paper::Blank, Paper::Ranked(vec![0])]);
        let alone = Urn { tellers: vec![urn.tellers[0]; 2], ..urn.clone() };
        assert!(!alone.is_sound() && !Urn { handed_out: 2, ..urn.clone() }.is_sound());
        assert!(Urn { valid: 0, null: 0, tellers: vec![], ..urn }.is_sound(), "discarded");
    }

    #[test]
    fn a_paper_of_a_motion_says_one_of_three_answers() {
        let lines = ["1", "2", "3", "0", "x", "X", " 1 "];
        let papers: Vec<Reading> = lines.iter().map(|line| Reading::read_answer(line).expect(line)).collect();
        assert_eq!(papers.iter().map(Reading::write).collect::<Vec<_>>(), ["1", "2", "3", "0", "x", "x", "1"]);
        for line in ["4", "1 2", "-", "for", "", "00"] {
            assert_eq!(Reading::read_answer(line), None, "{line}");
        }
        let sheets = [sheet(1, papers.clone()), sheet(2, papers)];
        let tellers = [sheets[0].teller.clone(), sheets[1].teller.clone()];
        let (urn, taken) = sign_off(&tellers, &sheets, tellers[0].person, (9, Stamp::ONE)).expect("signed");
        assert_eq!((urn.valid, urn.null, urn.missing(), urn.kept()), (5, 2, 4, 2));
        let said = answers(&taken, urn.null);
        let of = |choice| said.iter().filter(|said| **said == choice).count();
        let all = [Choice::For, Choice::Against, Choice::Abstain, Choice::Blank, Choice::Null];
        assert_eq!(all.map(of), [2, 1, 1, 1, 2]);
    }

    #[test]
    fn papers_of_one_urn_carry_the_same() {
        let name = "Abri".to_owned();
        let college = |number| Some(CollegeId(Uuid::from_u128(number)));
        let first = Stamp { weight: 1, college: college(1) };
        assert_eq!(may_hand_out(None, first, &name), Ok(()));
        assert_eq!(may_hand_out(Some(first), first, &name), Ok(()));
        let (heavier, elsewhere) = (Stamp { weight: 2, ..first }, Stamp { college: college(2), ..first });
        let refused = TellersRefused::OtherWeight { name: name.clone() };
        assert_eq!(may_hand_out(Some(first), heavier, &name), Err(refused));
        let refused = TellersRefused::OtherCollege { name: name.clone() };
        assert_eq!(may_hand_out(Some(first), elsewhere, &name), Err(refused));
        let urn = Urn { handed_out: 2, valid: 1, null: 0, stamp: Stamp::ONE, tellers: Vec::new() };
        let told = serde_json::to_value(&urn).expect("JSON");
        let before = serde_json::json!({ "handed_out": 2, "valid": 1, "null": 0, "weight": 1, "tellers": [] });
        assert_eq!(told, before, "as urns of elections were always told");
        let urn = Urn { stamp: first, ..urn };
        let again: Urn = serde_json::from_value(serde_json::to_value(&urn).expect("JSON")).expect("an urn");
        assert_eq!(again, urn);
    }

    proptest! {
        /// What is written is read as it was, and the order in which papers come out of an urn does not matter.
        #[test]
        fn order_does_not_matter(
            orders in prop::collection::vec(prop::collection::vec(0_usize..4, 0..4), 0..12),
            seed in any::<prop::sample::Index>(),
        ) {
            let mut papers = Vec::new();
            for order in orders {
                let line = order.iter().map(|candidate| (candidate + 1).to_string()).collect::<Vec<_>>().join(" ");
                papers.extend(Reading::read(Marking::Ranks, &names(4), &line));
            }
            for paper in &papers {
                prop_assert_eq!(Reading::read(Marking::Ranks, &names(4), &paper.write()), Some(paper.clone()));
            }
            let mut turned = papers.clone();
            if !turned.is_empty() {
                let at = seed.index(turned.len());
                turned.rotate_left(at);
            }
            let out = papers.len();
            let sheets = [sheet(1, papers), sheet(2, turned)];
            let tellers = [sheets[0].teller.clone(), sheets[1].teller.clone()];
            prop_assert_eq!(compare([&sheets[0], &sheets[1]]), vec![]);
            if out > 0 {
                let (urn, taken) = sign_off(&tellers, &sheets, tellers[1].person, (out, Stamp::ONE)).expect("signed");
                prop_assert_eq!((urn.valid, urn.missing(), taken.len()), (out, 0, out));
            }
        }
    }
}
