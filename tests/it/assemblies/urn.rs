//! Papers of secret votes: handed out, read by two from the urn, and counted with the ballots from screens.

use domain::{
    assemblies::{AssemblyRules, Kind},
    bundle::{Bundle, Checked, check},
    elections::{Method, TieRule},
    ids::PollId,
    motions::{ChangeKind, State},
    polls::{CastRefused, Choice, MajorityRule, MajorityScope, Outcome, Verdict},
    quorum::Unit,
    tellers::{LineRefused, TellersRefused, Unfinished, urn::Urn},
};
use http::StatusCode;
use services::{Error, Refusal, elections::NewElection, tellers::Papers};
use uuid::Uuid;

use super::{
    ballots::{SECRET, audited, boxes},
    bundle::forged,
    debate::{Debate, FOUR},
    fixture::{ADMINISTRATOR, Assembly, House, STRANGER, of, organization, person, refusal},
    tellers::{SECOND, appoint, first, missing, tellers},
};
use crate::support::for_each_database;

type Vote<'a> = (&'a Assembly, PollId);

/// A secret vote is open, and two tellers are there.
async fn counting(house: &House) -> (Assembly, PollId) {
    let assembly = house.in_session(&["Abri", "Boussole", "Cèdre", "Digue"]).await;
    for (giver, holder) in [("Écluse", "Abri"), ("Fontaine", "Abri"), ("Gué", "Digue"), ("Havre", "Digue")] {
        house.gives(&assembly, giver, holder).await.expect("a proxy");
    }
    let poll = opens(house, &assembly, assembly.accounts).await;
    (assembly, poll)
}

async fn opens(house: &House, assembly: &Assembly, item: Uuid) -> PollId {
    for who in [first(), SECOND.to_owned()] {
        appoint(house, assembly, &who).await.expect("a teller");
    }
    let chair = house.viewer(ADMINISTRATOR).await;
    house.services.open_poll_held(&chair, assembly.id, Ok(item), SECRET).await.expect("an open vote")
}

async fn hands_out(house: &House, at: Vote<'_>, name: &str) -> Result<(), Error> {
    house.services.hand_out_paper(&house.viewer(SECOND).await, at.0.id, at.1, organization(name)).await
}

async fn reads(house: &House, at: Vote<'_>, who: &str, lines: &str) -> Result<(), Error> {
    house.services.write_urn_sheet(&house.viewer(who).await, at.0.id, at.1, lines, true).await
}

async fn sees(house: &House, at: Vote<'_>, who: &str) -> Result<Papers, Error> {
    house.services.papers(&house.viewer(who).await, at.0.id, at.1).await
}

async fn signs(house: &House, at: Vote<'_>, who: &str) -> Result<Urn, Error> {
    let seen = sees(house, at, who).await?.seen;
    house.services.sign_off_urn(&house.viewer(who).await, at.0.id, at.1, &seen).await
}

async fn closes(house: &House, poll: PollId) -> Result<Outcome, Error> {
    house.services.close_poll(&house.viewer(ADMINISTRATOR).await, poll).await.map(|(_, outcome)| outcome)
}

async fn on_screen(house: &House, at: Vote<'_>, by: &str, name: &str, choice: Choice) -> Result<(), Error> {
    let request = Uuid::new_v4().to_string();
    let answers = boxes(house, at.0, &of(by), &[(at.1, name, choice)], &request).await?;
    answers.into_iter().next().expect("one answer")
}

/// Two read the same papers, and one signs for both.
async fn read_by_both(house: &House, at: Vote<'_>, lines: &str) -> Urn {
    for who in [first(), SECOND.to_owned()] {
        reads(house, at, &who, lines).await.expect("a sheet");
    }
    signs(house, at, SECOND).await.expect("signed")
}

/// A chain that holds, with a line of a kind rewritten.
fn altered(made: &Bundle, kind: &str, from: &str, to: &str) -> Checked {
    let other = forged(made.clone(), |line| {
        if line.kind == kind {
            assert!(line.payload.contains(from), "{}", line.payload);
            line.payload = line.payload.replacen(from, to, 1);
        }
    });
    check(&other).expect("a chain")
}

#[tokio::test]
async fn papers_of_a_secret_motion_count_with_the_ballots_from_screens() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = counting(&house).await;
        let at = (&assembly, poll);
        on_screen(&house, at, "Digue", "Havre", Choice::Abstain).await.expect("a ballot");
        for name in ["Abri", "Digue", "Écluse", "Fontaine", "Gué", "Abri"] {
            hands_out(&house, at, name).await.expect("a paper");
        }

        // A paper carries no number of voices, whoever voted gets none, and whoever got one does not vote on a screen.
        let heavier = tellers(hands_out(&house, at, "Boussole").await);
        assert_eq!(heavier, TellersRefused::OtherWeight { name: "Boussole".into() });
        assert_eq!(refusal(hands_out(&house, at, "Havre").await), Refusal::Named("ballot-cast-already"));
        let again = on_screen(&house, at, "Abri", "Écluse", Choice::For).await;
        assert_eq!(refusal(again), Refusal::Named("ballot-on-paper"));
        on_screen(&house, at, "Boussole", "Boussole", Choice::For).await.expect("a ballot");
        on_screen(&house, at, "Cèdre", "Cèdre", Choice::Against).await.expect("a ballot");
        let mut browser = house.browser(&of("Abri")).await;
        let path = house.path(&assembly);
        let shown = browser.get(&format!("{path}/room")).await.body;
        assert!(shown.contains("On paper: Abri, Écluse and Fontaine."), "{shown}");

        // Five are out and four come back. Each reads blind; where they differ, both look again.
        assert_eq!(missing(closes(&house, poll).await), Unfinished::UrnClosed { handed_out: 5 });
        let nonsense = tellers(reads(&house, at, &first(), "1\n4").await);
        assert_eq!(nonsense, TellersRefused::NoPaper { line: 2 });
        reads(&house, at, &first(), "1\n1\n2\nx").await.expect("a sheet");
        let seen = sees(&house, at, SECOND).await.expect("the papers");
        assert!(seen.differing.is_none() && seen.mine.is_none() && seen.handed_out.len() == 5, "{seen:?}");
        assert_eq!(missing(closes(&house, poll).await), Unfinished::OneSheet { by: first() });
        reads(&house, at, SECOND, "x\n2\n1\n2").await.expect("a sheet");
        assert_eq!(missing(signs(&house, at, SECOND).await), Unfinished::Differ { lines: 2 });
        reads(&house, at, SECOND, "X\n2\n1\n1").await.expect("a sheet");
        assert_eq!(missing(closes(&house, poll).await), Unfinished::NotSignedOff);
        let urn = signs(&house, at, &first()).await.expect("signed");
        assert_eq!((urn.handed_out, urn.valid, urn.null, urn.kept()), (5, 3, 1, 1));
        assert_eq!(tellers(signs(&house, at, SECOND).await), TellersRefused::NoSheet, "once");
        let room = house.services.room(&house.viewer(&of("Abri")).await, assembly.id).await.expect("the room");
        let open = room.open_item().and_then(|item| item.poll.as_ref()).expect("the vote");
        assert!(open.urn.is_none() && open.turnout.voted == 8, "nothing is told before the close: {open:?}");

        let outcome = closes(&house, poll).await.expect("a result");
        let tally = &outcome.tally;
        assert_eq!((tally.in_favour.weight, tally.in_favour.heads), (4, 3));
        assert_eq!((tally.against.weight, tally.against.heads), (5, 2));
        assert_eq!((tally.abstained.heads, tally.blank.heads, tally.null.heads), (1, 0, 1), "one was kept");
        let shown = browser.get(&format!("{path}/room")).await.body;
        let told = "Papers handed out: 5. Valid in the urn: 3; null: 1. Read by";
        assert!(shown.contains(told), "{shown}");

        let checked = audited(&house, &assembly).await;
        assert!(checked.agrees() && checked.polls[0].again == outcome, "{checked:?}");
        assert_eq!(checked.polls[0].urn, Some(urn));
        let minutes = browser.get(&format!("{path}/minutes")).await.body;
        assert!(minutes.contains(told), "{minutes}");

        // Chains that hold, and counts that tell.
        let chair = house.viewer(ADMINISTRATOR).await;
        let made = house.services.bundle(&chair, assembly.id).await.expect("a bundle");
        let (one, other) = (person(&first()).to_string(), person(SECOND).to_string());
        for (kind, from, to) in [
            ("poll_closed", r#""choice":"null""#, r#""choice":"for""#),
            ("poll_closed", r#""choice":"abstain""#, r#""choice":"null""#),
            ("urn_signed_off", r#""handed_out":5"#, r#""handed_out":6"#),
            ("urn_signed_off", r#""null":1"#, r#""null":0"#),
            ("urn_signed_off", r#""weight":1"#, r#""weight":2"#),
            ("urn_signed_off", one.as_str(), other.as_str()),
        ] {
            let checked = altered(&made, kind, from, to);
            assert!(!checked.agrees() && !checked.polls[0].lawful, "{kind}: {from}");
        }
        assert!(!altered(&made, "poll_closed", r#""choice":"against""#, r#""choice":"for""#).agrees());
    })
    .await;
}

#[tokio::test]
async fn a_vote_by_name_has_no_urn_and_a_secret_one_no_sheets() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = counting(&house).await;
        let sheets = house.services.sheets(&house.viewer(SECOND).await, assembly.id, poll).await;
        assert!(matches!(sheets, Err(Error::NotFound)), "{sheets:?}");
        house.leaves(&assembly, "Boussole").await.expect("gone");
        let refused = tellers(hands_out(&house, (&assembly, poll), "Boussole").await);
        assert_eq!(refused, TellersRefused::Line { name: "Boussole".into(), why: LineRefused::NotHere });
        closes(&house, poll).await.expect("no paper is out");
        let late = hands_out(&house, (&assembly, poll), "Abri").await;
        assert_eq!(refusal(late), Refusal::Cast(CastRefused::Closed));

        let named = house.opens(&assembly, assembly.fees).await.expect("an open vote");
        let at = (&assembly, named);
        let seen = sees(&house, at, SECOND).await;
        assert!(matches!(seen, Err(Error::NotFound)), "{seen:?}");
        let handed = hands_out(&house, at, "Abri").await;
        assert!(matches!(handed, Err(Error::NotFound)), "{handed:?}");
        let read = reads(&house, at, SECOND, "1").await;
        assert!(matches!(read, Err(Error::NotFound)), "{read:?}");
        let chair = house.viewer(ADMINISTRATOR).await;
        let discarded = house.services.discard_papers(&chair, assembly.id, named).await;
        assert!(matches!(discarded, Err(Error::NotFound)), "{discarded:?}");
    })
    .await;
}

#[tokio::test]
async fn where_each_college_is_asked_papers_are_of_one_college() {
    for_each_database(async |world| {
        let mut rules = AssemblyRules::usual();
        let ordinary = rules.kinds.get_mut(&Kind::Ordinary).expect("the usual rules");
        let each = MajorityRule { scope: MajorityScope::EachCollege, unit: Unit::Heads, ..MajorityRule::SIMPLE };
        ordinary.majority = each.into();
        let house = House::build_with(world, rules).await;
        let (assembly, poll) = counting(&house).await;
        let at = (&assembly, poll);
        hands_out(&house, at, "Abri").await.expect("a paper");
        hands_out(&house, at, "Cèdre").await.expect("where heads are counted, voices are no matter");
        let elsewhere = tellers(hands_out(&house, at, "Fontaine").await);
        assert_eq!(elsewhere, TellersRefused::OtherCollege { name: "Fontaine".into() });
        on_screen(&house, at, "Abri", "Fontaine", Choice::For).await.expect("a ballot");
        read_by_both(&house, at, "1\n0").await;
        let outcome = closes(&house, poll).await.expect("a result");
        assert_eq!((outcome.verdict, outcome.tally.blank.heads), (Verdict::Adopted, 1));
        assert!(outcome.conditions.iter().all(|held| held.have == 1), "one of each college: {outcome:?}");
        assert!(audited(&house, &assembly).await.agrees());
    })
    .await;
}

#[tokio::test]
async fn each_question_of_one_ballot_has_its_own_papers_and_none_closes_over_them() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&["Abri", "Boussole", "Cèdre", "Digue"]).await;
        for who in [first(), SECOND.to_owned()] {
            appoint(&house, &assembly, &who).await.expect("a teller");
        }
        let (chair, items) = (house.viewer(ADMINISTRATOR).await, [assembly.accounts, assembly.fees]);
        house.services.open_polls_together(&chair, assembly.id, &items, SECRET).await.expect("open votes");
        let room = house.services.room(&chair, assembly.id).await.expect("the room");
        let polls: Vec<PollId> = room.open_items().filter_map(|item| Some(item.poll.as_ref()?.id)).collect();
        let at = (&assembly, polls[0]);
        hands_out(&house, at, "Abri").await.expect("a paper");
        hands_out(&house, at, "Digue").await.expect("a paper");
        let both = [(polls[0], "Abri", Choice::For), (polls[1], "Abri", Choice::For)];
        let answers = boxes(&house, &assembly, &of("Abri"), &both, "a").await.expect("answers");
        assert!(answers[0].is_err() && answers[1].is_ok(), "{answers:?}");
        let mut browser = house.browser(&of("Abri")).await;
        let shown = browser.get(&format!("{}/room", house.path(&assembly))).await.body;
        assert!(shown.contains("On paper: Abri.") && !shown.contains("In the box: Abri."), "{shown}");

        let together = house.services.close_polls_together(&chair, polls[1]).await;
        assert_eq!(missing(together), Unfinished::UrnClosed { handed_out: 2 });
        let by_a_teller = house.services.discard_papers(&house.viewer(&first()).await, assembly.id, polls[0]).await;
        assert!(matches!(by_a_teller, Err(Error::NotAllowed { .. })), "{by_a_teller:?}");
        // What one has noted goes first, then the papers.
        reads(&house, at, SECOND, "1\n2").await.expect("a sheet");
        for _ in 0..2 {
            house.services.discard_papers(&chair, assembly.id, polls[0]).await.expect("discarded");
        }
        house.services.close_polls_together(&chair, polls[1]).await.expect("results");
        let room = house.services.room(&chair, assembly.id).await.expect("the room");
        let outcomes: Vec<_> =
            room.questions().filter_map(|item| item.poll.as_ref()?.outcome.clone()).map(|it| it.tally).collect();
        assert_eq!((outcomes[0].in_favour.heads, outcomes[1].in_favour.heads), (0, 1), "discarded, and on a screen");
        let shown = browser.get(&format!("{}/room", house.path(&assembly))).await.body;
        assert!(shown.contains("Papers handed out: 2. They were discarded"), "{shown}");
        let checked = audited(&house, &assembly).await;
        assert!(checked.agrees(), "{checked:?}");
    })
    .await;
}

#[tokio::test]
async fn papers_of_an_amendment_as_pages() {
    for_each_database(async |world| {
        let debate = Debate::begin(House::build(world).await).await;
        let which = debate.admitted("Abri", 0, ChangeKind::Replace, FOUR).await;
        debate.opens_session().await;
        let (house, assembly) = (&debate.house, &debate.assembly);
        for who in [first(), SECOND.to_owned()] {
            appoint(house, assembly, &who).await.expect("a teller");
        }
        let runs = house.viewer(ADMINISTRATOR).await;
        let poll = house.services.open_poll_held(&runs, assembly.id, Err(which), SECRET).await.expect("an open vote");
        let path = house.path(assembly);
        let urn = format!("{path}/polls/{poll}/urn");
        let (mut one, mut other) = (house.browser(&first()).await, house.browser(SECOND).await);
        let shown = one.get(&format!("{path}/room")).await.body;
        assert!(
            shown.contains(&urn) && !shown.contains(&format!("{poll}/paper")),
            "the room leads to the urn: {shown}"
        );
        let mut chair = house.browser(ADMINISTRATOR).await;
        assert!(chair.get(&format!("{path}/tellers")).await.body.contains(&urn));
        let page = one.get(&urn).await.body;
        assert!(page.contains("Papers of the secret vote") && page.contains("<li>Abstention</li>"), "{page}");
        for name in ["Abri", "Digue"] {
            let id = organization(name).to_string();
            let answer = one.post(&format!("{urn}/hand-out"), &[("organization", id.as_str())]).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        }
        let boussole = organization("Boussole").to_string();
        let heavier = one.post(&format!("{urn}/hand-out"), &[("organization", boussole.as_str())]).await;
        assert_eq!(heavier.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(heavier.body.contains("This association votes on a screen."), "{}", heavier.body);
        let wrong = one.post(&urn, &[("papers", "for\n1"), ("step", "hand-in")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("Line 1 cannot be read"), "{}", wrong.body);
        for browser in [&mut one, &mut other] {
            let answer = browser.post(&urn, &[("papers", "1\n1"), ("step", "hand-in")]).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        }
        let closing = chair.post(&format!("{path}/polls/{poll}/close"), &[]).await;
        assert_eq!(closing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(closing.body.contains("Only the sign-off is missing"), "{}", closing.body);
        let page = other.get(&urn).await.body;
        let seen = page.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let seen = seen.expect("ready to sign").to_owned();
        let answer = other.post(&format!("{urn}/sign"), &[("seen", seen.as_str())]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let answer = chair.post(&format!("{path}/polls/{poll}/close"), &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        assert_eq!(debate.state(which).await, State::Adopted, "by two papers");
        assert!(one.get(&urn).await.body.contains("Valid in the urn: 2; null: 0."));
        let mut member = house.browser(&of("Boussole")).await;
        assert_eq!(member.get(&urn).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(house.browser(STRANGER).await.get(&urn).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn papers_of_an_election_are_counted_again_too() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let election = NewElection {
            method: Method::StvScottish,
            seats: 1,
            ties: TieRule::Lot,
            unit: Unit::Heads,
            candidacies_until: None,
            reserved: vec![],
            parity: None,
            electorate: None,
        };
        let (assembly, item) = house.electing(election, &["Abri", "Boussole"]).await;
        for who in [first(), SECOND.to_owned()] {
            appoint(&house, &assembly, &who).await.expect("a teller");
        }
        let chair = house.viewer(ADMINISTRATOR).await;
        let room = house.services.room(&chair, assembly.id).await.expect("the room");
        let poll = room.open_item().and_then(|item| item.poll.as_ref()).expect("the vote").id;
        let at = (&assembly, poll);
        for name in ["Abri", "Cèdre", "Digue", "Gué"] {
            hands_out(&house, at, name).await.expect("a paper: each counts one");
        }
        house.ballot((&assembly, item), "Boussole", "Boussole", &["", "1"]).await.expect("a ballot");
        let screen = refusal(house.ballot((&assembly, item), "Digue", "Digue", &["1", ""]).await);
        assert_eq!(screen, Refusal::Named("ballot-on-paper"));
        let early = house.services.close_election(&chair, assembly.id, item).await;
        assert_eq!(missing(early), Unfinished::UrnClosed { handed_out: 4 });
        let urn = read_by_both(&house, at, "1 2\n1\nx").await;
        let turnout = house.declares(&assembly, item).await.count.expect("a count").turnout;
        assert_eq!((turnout.valid, turnout.blank), (3, 0), "two papers and one from a screen");
        let told = "Papers handed out: 4. Valid in the urn: 2; null: 1.";
        let mut browser = house.browser(&of("Abri")).await;
        let shown = browser.get(&format!("{}/elections/{item}", house.path(&assembly))).await.body;
        assert!(shown.contains(told), "{shown}");
        let checked = audited(&house, &assembly).await;
        assert!(checked.agrees(), "{checked:?}");
        assert_eq!(checked.elections[0].urn, Some(urn));
        let minutes = browser.get(&format!("{}/minutes", house.path(&assembly))).await.body;
        assert!(minutes.contains(told), "{minutes}");
        let made = house.services.bundle(&chair, assembly.id).await.expect("a bundle");
        for (from, to) in [(r#""handed_out":4"#, r#""handed_out":5"#), (r#""null":1"#, r#""null":3"#)] {
            assert!(!altered(&made, "urn_signed_off", from, to).agrees(), "{from}");
        }
    })
    .await;
}
