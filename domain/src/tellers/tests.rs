use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{colleges::WeightReason, ids::CollegeId};

fn organization(number: u128) -> OrganizationId {
    OrganizationId(Uuid::from_u128(number))
}

fn teller(number: u128) -> Teller {
    Teller { person: PersonId(Uuid::from_u128(100 + number)), name: format!("Teller {number}") }
}

fn roll(count: u128) -> Vec<RollEntry> {
    (1..=count)
        .map(|number| RollEntry {
            organization: organization(number),
            name: format!("Association {number}"),
            college: CollegeId(Uuid::nil()),
            college_name: "Membres".into(),
            weight: 1,
            reason: WeightReason::Fixed,
        })
        .collect()
}

fn sheet(number: u128, votes: &[(u128, Choice)]) -> Sheet {
    Sheet {
        teller: teller(number),
        way: Way::Paper,
        votes: votes.iter().map(|(number, choice)| (organization(*number), *choice)).collect(),
        handed_in: true,
    }
}

fn signed() -> CastAs {
    CastAs::Tellers { way: Way::Paper, tellers: [teller(1).person, teller(2).person] }
}

#[test]
fn who_may_stand_on_a_sheet() {
    let roll = roll(5);
    let mut presence = Presence::default();
    presence.arrive(organization(1), PersonId(Uuid::from_u128(50)));
    presence.give(organization(2), organization(1));
    let votes = BTreeMap::from([(organization(4), CastAs::Own), (organization(5), signed())]);
    let meeting = Meeting { roll: &roll, presence: &presence, votes: &votes };
    let may = |sheets: &[Sheet], number| may_stand(meeting, sheets, organization(number));
    assert_eq!(may(&[], 1), Ok(()));
    assert_eq!(may(&[], 2), Ok(()), "represented");
    assert_eq!(may(&[], 3), Err(LineRefused::NotHere));
    assert_eq!(may(&[sheet(1, &[(3, Choice::For)])], 3), Ok(()), "it was there when it was written down");
    assert_eq!(may(&[], 4), Err(LineRefused::VotedOnScreen));
    assert_eq!(may(&[], 5), Err(LineRefused::SignedOff));
    assert_eq!(may(&[], 9), Err(LineRefused::NotOnRoll));
}

#[test]
fn who_may_write_and_what() {
    let roll = roll(3);
    let mut presence = Presence::default();
    presence.arrive(organization(1), PersonId(Uuid::from_u128(50)));
    let votes = BTreeMap::new();
    let meeting = Meeting { roll: &roll, presence: &presence, votes: &votes };
    let tellers = [teller(1), teller(2), teller(3)];
    let write = |sheets: &[Sheet], new: &Sheet| may_write(meeting, &tellers, sheets, new);
    assert_eq!(write(&[], &sheet(1, &[(1, Choice::Null)])), Ok(()));
    assert_eq!(write(&[], &sheet(9, &[])), Err(TellersRefused::NotATeller));
    assert_eq!(write(&[], &sheet(1, &[])), Err(TellersRefused::Empty));
    let begun = Sheet { handed_in: false, ..sheet(1, &[]) };
    assert_eq!(write(&[], &begun), Ok(()), "it may be empty while it is written");
    let hands = |choice| Sheet { way: Way::Hands, ..sheet(1, &[(1, choice)]) };
    assert_eq!(write(&[], &hands(Choice::Abstain)), Ok(()));
    for choice in [Choice::Blank, Choice::Null] {
        assert_eq!(write(&[], &hands(choice)), Err(TellersRefused::NotByHand { choice }));
    }
    let absent = write(&[], &sheet(1, &[(2, Choice::For)]));
    assert_eq!(absent, Err(TellersRefused::Line { name: "Association 2".into(), why: LineRefused::NotHere }));
    let two = [sheet(1, &[]), sheet(2, &[])];
    let by = vec!["Teller 1".to_owned(), "Teller 2".to_owned()];
    assert_eq!(write(&two, &sheet(3, &[(1, Choice::For)])), Err(TellersRefused::TwoSheets { by }));
    assert_eq!(write(&two, &sheet(2, &[(1, Choice::For)])), Ok(()), "one's own again");
}

#[test]
fn a_sheet_is_signed_off_by_two_who_agree() {
    let tellers = [teller(1), teller(2), teller(3)];
    let none = BTreeMap::new();
    let sign = |sheets: &[Sheet], signer: u128| sign_off(&none, &tellers, sheets, teller(signer).person);
    let missing = |refused: Result<SignedOff, TellersRefused>| match refused {
        Err(TellersRefused::Unfinished(missing)) => missing,
        other => panic!("{other:?}"),
    };
    let (one, other) =
        (sheet(1, &[(1, Choice::For), (2, Choice::Null)]), sheet(2, &[(1, Choice::For), (2, Choice::Null)]));
    assert_eq!(sign(&[], 1), Err(TellersRefused::NoSheet));
    let alone = Unfinished::OneSheet { by: "Teller 1".into() };
    assert_eq!(missing(sign(std::slice::from_ref(&one), 1)), alone);
    assert_eq!(missing(sign(&[one.clone(), one.clone()], 1)), alone, "one teller, however often");
    let open = Sheet { handed_in: false, ..other.clone() };
    assert_eq!(missing(sign(&[one.clone(), open], 1)), Unfinished::NotHandedIn { by: vec!["Teller 2".into()] });
    let hands = Sheet { way: Way::Hands, ..other.clone() };
    assert_eq!(missing(sign(&[one.clone(), hands], 1)), Unfinished::OtherWay);
    let differs = sheet(2, &[(1, Choice::Against), (3, Choice::For)]);
    assert_eq!(missing(sign(&[one.clone(), differs], 1)), Unfinished::Differ { lines: 3 });
    assert_eq!(sign(&[one.clone(), other.clone()], 3), Err(TellersRefused::NotATeller), "a third signs nothing");
    let dismissed = sign_off(&none, &[teller(1), teller(3)], &[one.clone(), other.clone()], teller(1).person);
    assert_eq!(dismissed, Err(TellersRefused::NotATeller));
    let done = sign(&[one.clone(), other.clone()], 2).expect("signed");
    assert_eq!((done.tellers, done.votes), ([teller(1).person, teller(2).person], one.votes.clone()));
    assert!(done.stood.is_empty());
}

#[test]
fn a_vote_on_a_screen_stands_and_what_is_signed_off_is_not_replaced() {
    let votes = BTreeMap::from([(organization(1), CastAs::Own)]);
    // Even where the two differ on it: it does not count any more.
    let sheets = [sheet(1, &[(1, Choice::For), (2, Choice::For)]), sheet(2, &[(1, Choice::Against), (2, Choice::For)])];
    let done = sign_off(&votes, &[teller(1), teller(2)], &sheets, teller(1).person).expect("signed");
    assert_eq!(done.votes, BTreeMap::from([(organization(2), Choice::For)]));
    assert_eq!(done.stood, BTreeMap::from([(organization(1), LineRefused::VotedOnScreen)]));
    assert_eq!(may_replace(&CastAs::Own), Ok(()));
    assert_eq!(may_replace(&signed()), Err(CastRefused::SignedOff));
}

fn some_votes() -> impl Strategy<Value = BTreeMap<OrganizationId, Choice>> {
    prop::collection::btree_map((1_u128..8).prop_map(organization), prop::sample::select(Choice::ALL), 0..8)
}

proptest! {
    /// Whatever two tellers write and whoever votes meanwhile: what is signed off is what both say, of organizations of
    /// which nothing is on record, and every organization on a sheet is accounted for exactly once.
    #[test]
    fn what_is_signed_off_is_what_both_say_and_nobody_else_did(
        one in some_votes(),
        other in some_votes(),
        on_screen in prop::collection::btree_set((1_u128..8).prop_map(organization), 0..8),
    ) {
        let votes: BTreeMap<OrganizationId, CastAs> =
            on_screen.iter().map(|organization| (*organization, CastAs::Own)).collect();
        let (first, second) = (Sheet { votes: one, ..sheet(1, &[]) }, Sheet { votes: other, ..sheet(2, &[]) });
        let compared = compare(&votes, [&first, &second]);
        let named: BTreeSet<_> = first.votes.keys().chain(second.votes.keys()).copied().collect();
        let places = compared.agreed.len() + compared.differing.len() + compared.refused.len();
        prop_assert_eq!(places, named.len());
        for (organization, choice) in &compared.agreed {
            prop_assert!(!on_screen.contains(organization));
            prop_assert_eq!(first.votes.get(organization), Some(choice));
            prop_assert_eq!(second.votes.get(organization), Some(choice));
        }
        prop_assert!(compared.refused.keys().all(|organization| on_screen.contains(organization)));
        let tellers = [teller(1), teller(2)];
        let sheets = [first, second];
        let ways = [sign_off(&votes, &tellers, &sheets, teller(1).person), sign_off(&votes, &tellers, &sheets, teller(2).person)];
        prop_assert_eq!(&ways[0], &ways[1], "whichever of the two signs");
        match &ways[0] {
            Ok(done) => {
                prop_assert!(compared.differing.is_empty());
                prop_assert_eq!(&done.votes, &compared.agreed);
                prop_assert_eq!(&done.stood, &compared.refused);
            }
            Err(refused) => prop_assert_eq!(
                refused,
                &TellersRefused::Unfinished(Unfinished::Differ { lines: compared.differing.len() })
            ),
        }
    }

    /// Sheets of fewer than two people are never signed off.
    #[test]
    fn one_teller_signs_nothing(votes in some_votes(), again in some_votes()) {
        let sheets = [Sheet { votes, ..sheet(1, &[]) }, Sheet { votes: again, ..sheet(1, &[]) }];
        let done = sign_off(&BTreeMap::new(), &[teller(1), teller(2)], &sheets, teller(1).person);
        prop_assert!(done.is_err());
    }
}
