//! Papers and raised hands: two tellers write, what both say counts, and nobody votes twice.

use std::collections::BTreeMap;

use domain::{
    bundle::check,
    ids::PollId,
    polls::{CastRefused, Choice},
    tellers::{LineRefused, SignedOff, TellersRefused, Unfinished, Way},
};
use entities::assemblies::vote;
use http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};
use services::{
    Error, Refusal,
    tellers::{NewSheet, Sheets},
};

use super::{
    bundle::forged,
    fixture::{ADMINISTRATOR, Assembly, BOARD, House, STRANGER, of, organization, person, refusal},
};
use crate::support::for_each_database;

pub fn tellers<T: std::fmt::Debug>(result: Result<T, Error>) -> TellersRefused {
    match refusal(result) {
        Refusal::Tellers(refused) => refused,
        other => panic!("another refusal: {other:?}"),
    }
}

pub fn missing<T: std::fmt::Debug>(result: Result<T, Error>) -> Unfinished {
    match tellers(result) {
        TellersRefused::Unfinished(missing) => missing,
        other => panic!("another refusal: {other:?}"),
    }
}

/// One of the two tellers, who speaks for Digue, and the other, who chairs.
pub fn first() -> String {
    of("Digue")
}

pub const SECOND: &str = BOARD;

pub async fn appoint(house: &House, assembly: &Assembly, who: &str) -> Result<(), Error> {
    house.services.appoint_teller(&house.viewer(ADMINISTRATOR).await, assembly.id, person(who)).await
}

/// A vote is open, and two tellers are there.
async fn counting(house: &House) -> (Assembly, PollId) {
    let (assembly, poll) = house.voting().await;
    appoint(house, &assembly, &first()).await.expect("a teller");
    appoint(house, &assembly, SECOND).await.expect("a teller");
    (assembly, poll)
}

fn sheet(way: Way, votes: &[(&str, Choice)]) -> NewSheet {
    let votes: BTreeMap<_, _> = votes.iter().map(|(name, choice)| (organization(name), *choice)).collect();
    NewSheet { way, votes, handed_in: true }
}

async fn writes(house: &House, at: (&Assembly, PollId), who: &str, new: NewSheet) -> Result<(), Error> {
    house.services.write_sheet(&house.viewer(who).await, at.0.id, at.1, new).await
}

async fn sees(house: &House, at: (&Assembly, PollId), who: &str) -> Result<Sheets, Error> {
    house.services.sheets(&house.viewer(who).await, at.0.id, at.1).await
}

async fn signs(house: &House, at: (&Assembly, PollId), who: &str) -> Result<SignedOff, Error> {
    let seen = sees(house, at, who).await?.seen;
    house.services.sign_off_sheets(&house.viewer(who).await, at.0.id, at.1, &seen).await
}

async fn closes(house: &House, poll: PollId) -> Result<domain::polls::Outcome, Error> {
    house.services.close_poll(&house.viewer(ADMINISTRATOR).await, poll).await.map(|(_, outcome)| outcome)
}

async fn on_record(house: &House) -> u64 {
    vote::Entity::find().count(house.services.store().read()).await.expect("a count")
}

#[tokio::test]
async fn what_two_tellers_agree_on_counts_once_and_for_good() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = counting(&house).await;
        let at = (&assembly, poll);
        house.gives(&assembly, "Écluse", "Abri").await.expect("a proxy");
        house.votes(&assembly, poll, &of("Boussole"), "Boussole", Choice::For).await.expect("a vote");
        let both = [("Abri", Choice::For), ("Écluse", Choice::Null), ("Cèdre", Choice::Against)];
        writes(&house, at, &first(), sheet(Way::Paper, &both)).await.expect("a sheet");

        // Blind: who writes still sees that the other has finished, and nothing of what.
        let seen = sees(&house, at, SECOND).await.expect("the sheets");
        assert!(seen.compared.is_none() && seen.mine.is_none(), "{seen:?}");
        assert!(seen.begun.len() == 1 && seen.begun[0].handed_in);
        assert_eq!(missing(signs(&house, at, &first()).await), Unfinished::OneSheet { by: first() });

        writes(&house, at, SECOND, sheet(Way::Paper, &both)).await.expect("a sheet");
        assert_eq!(on_record(&house).await, 1, "nothing counts before the sign-off");
        let seen = sees(&house, at, &first()).await.expect("the sheets");
        assert_eq!(seen.compared.map(|compared| compared.agreed.len()), Some(3));
        // Whoever only runs the assembly does not read results before the close.
        assert!(sees(&house, at, ADMINISTRATOR).await.expect("the state").compared.is_none());

        let signed = signs(&house, at, SECOND).await.expect("signed");
        assert_eq!((signed.votes.len(), signed.stood.len()), (3, 0));
        assert_eq!(on_record(&house).await, 4);
        let room = house.services.room(&house.viewer(&of("Abri")).await, assembly.id).await.expect("the room");
        let turnout = room.open_item().and_then(|item| item.poll.as_ref()).map(|poll| poll.turnout);
        assert_eq!(turnout.map(|turnout| turnout.voted), Some(4));
        assert!(room.mine.iter().all(|voice| voice.refused == Some(CastRefused::SignedOff)), "{:?}", room.mine);

        // On a screen, and on another sheet, the vote stands.
        for name in ["Abri", "Écluse"] {
            let again = house.votes(&assembly, poll, &of("Abri"), name, Choice::Against).await;
            assert_eq!(refusal(again), Refusal::Cast(CastRefused::SignedOff));
        }
        let twice = writes(&house, at, &first(), sheet(Way::Hands, &[("Cèdre", Choice::For)])).await;
        let why = LineRefused::SignedOff;
        assert_eq!(tellers(twice), TellersRefused::Line { name: "Cèdre".into(), why });
        assert_eq!(tellers(signs(&house, at, SECOND).await), TellersRefused::NoSheet);

        // The journal tells whose papers they were, and what they said after the close only.
        let network = house.network.id;
        let chair = house.viewer(ADMINISTRATOR).await;
        let line = async || {
            let page = house.services.journal(&chair, network, 0, 100).await.expect("the journal");
            page.lines.into_iter().find(|line| line.kind == "sheets_signed_off").expect("the sign-off").payload
        };
        let before = line().await;
        assert!(before.contains(&organization("Cèdre").to_string()) && !before.contains("against"), "{before}");
        let outcome = closes(&house, poll).await.expect("a result");
        assert!(line().await.contains("against"));
        let tally = outcome.tally;
        assert_eq!((tally.in_favour.weight, tally.against.weight, tally.null.heads), (3, 4, 1));

        let room = house.services.room(&chair, assembly.id).await.expect("the room");
        let votes = &room.questions().find_map(|item| item.poll.as_ref()).expect("the vote").votes;
        let told = |name: &str| votes.iter().find(|vote| vote.organization == name).and_then(|vote| vote.told.clone());
        let (way, mut names) = told("Cèdre").expect("on paper");
        names.sort();
        assert_eq!((way, names), (Way::Paper, [SECOND.to_owned(), first()]));
        assert_eq!(told("Boussole"), None);

        house.services.close_session(&chair, assembly.id).await.expect("an end");
        let made = house.services.bundle(&chair, assembly.id).await.expect("a bundle");
        let checked = check(&made).expect("a sound bundle");
        assert!(checked.agrees(), "{checked:?}");
        let mut browser = house.browser(&of("Abri")).await;
        let minutes = browser.get(&format!("{}/minutes", house.path(&assembly))).await;
        assert!(minutes.body.contains("On paper, counted by"), "{}", minutes.body);

        // One teller alone is none: a chain forged so holds, and the recount says it.
        let one = person(SECOND).to_string();
        let alone = forged(made.clone(), |line| {
            if line.kind == "sheets_signed_off" {
                line.payload = line.payload.replace(&person(&first()).to_string(), &one);
            }
        });
        let checked = check(&alone).expect("a chain");
        assert!(!checked.agrees() && checked.polls[0].irregular == 3, "{checked:?}");
        let twice = forged(made, |line| {
            if line.kind == "vote_cast" {
                let (boussole, cedre) = (organization("Boussole").to_string(), organization("Cèdre").to_string());
                line.payload = line.payload.replace(&boussole, &cedre);
            }
        });
        assert_eq!(check(&twice).expect("a chain").polls[0].irregular, 1, "on a screen and on paper");
    })
    .await;
}

#[tokio::test]
async fn where_they_differ_both_look_again() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = counting(&house).await;
        let at = (&assembly, poll);
        let one = [("Abri", Choice::For), ("Cèdre", Choice::Against)];
        writes(&house, at, &first(), sheet(Way::Hands, &one)).await.expect("a sheet");
        let other = [("Abri", Choice::For), ("Boussole", Choice::For)];
        writes(&house, at, SECOND, sheet(Way::Hands, &other)).await.expect("a sheet");
        assert_eq!(missing(signs(&house, at, &first()).await), Unfinished::Differ { lines: 2 });
        let seen = sees(&house, at, SECOND).await.expect("the sheets").compared.expect("both");
        assert_eq!(seen.differing.get(&organization("Cèdre")), Some(&[None, Some(Choice::Against)]), "mine first");
        // What the first read is not what the second then writes.
        let read = sees(&house, at, &first()).await.expect("the sheets").seen;
        writes(&house, at, SECOND, sheet(Way::Hands, &one)).await.expect("a sheet");
        let viewer = house.viewer(&first()).await;
        let stale = house.services.sign_off_sheets(&viewer, assembly.id, poll, &read).await;
        assert_eq!(tellers(stale), TellersRefused::Changed);
        assert_eq!(signs(&house, at, &first()).await.expect("signed").votes.len(), 2);
        assert_eq!(on_record(&house).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_vote_on_a_screen_before_the_sign_off_stands_and_the_tellers_are_told() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = counting(&house).await;
        let at = (&assembly, poll);
        let both = [("Abri", Choice::For), ("Cèdre", Choice::For)];
        for who in [first(), SECOND.to_owned()] {
            writes(&house, at, &who, sheet(Way::Paper, &both)).await.expect("a sheet");
        }
        let read = sees(&house, at, SECOND).await.expect("the sheets").seen;
        house.votes(&assembly, poll, &of("Cèdre"), "Cèdre", Choice::Against).await.expect("a vote");
        let viewer = house.viewer(SECOND).await;
        let unread = house.services.sign_off_sheets(&viewer, assembly.id, poll, &read).await;
        assert_eq!(tellers(unread), TellersRefused::Changed, "they look at it again");
        let told = sees(&house, at, SECOND).await.expect("the sheets").compared.expect("both").refused;
        assert_eq!(told, BTreeMap::from([(organization("Cèdre"), LineRefused::VotedOnScreen)]));
        let signed = signs(&house, at, SECOND).await.expect("signed");
        assert_eq!((signed.votes.len(), signed.stood), (1, told));
        let outcome = closes(&house, poll).await.expect("a result");
        assert_eq!((outcome.tally.in_favour.weight, outcome.tally.against.weight), (1, 4), "the vote on the screen");
        // It is not taken on a sheet either.
        let late = writes(&house, at, &first(), sheet(Way::Paper, &both)).await;
        assert_eq!(refusal(late), Refusal::Cast(CastRefused::Closed));
    })
    .await;
}

#[tokio::test]
async fn two_tellers_are_two_people_whom_the_chair_appoints() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = counting(&house).await;
        let at = (&assembly, poll);
        let some = || sheet(Way::Paper, &[("Abri", Choice::For)]);
        let absent = appoint(&house, &assembly, &of("Gué")).await;
        assert_eq!(refusal(absent), Refusal::Named("teller-not-here"));
        let by_a_member =
            house.services.appoint_teller(&house.viewer(&first()).await, assembly.id, person(&first())).await;
        assert!(matches!(by_a_member, Err(Error::NotAllowed { .. })), "{by_a_member:?}");
        for who in [of("Abri"), ADMINISTRATOR.to_owned()] {
            assert_eq!(tellers(writes(&house, at, &who, some()).await), TellersRefused::NotATeller, "{who}");
        }
        assert_eq!(tellers(sees(&house, at, &of("Abri")).await), TellersRefused::NotATeller);
        let stranger = writes(&house, at, STRANGER, some()).await;
        assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");

        // The same teller twice is one sheet.
        writes(&house, at, &first(), some()).await.expect("a sheet");
        writes(&house, at, &first(), some()).await.expect("the same sheet");
        assert_eq!(missing(signs(&house, at, &first()).await), Unfinished::OneSheet { by: first() });
        let begun =
            house.services.dismiss_teller(&house.viewer(ADMINISTRATOR).await, assembly.id, person(&first())).await;
        assert_eq!(refusal(begun), Refusal::Named("teller-has-begun"));
        writes(&house, at, SECOND, NewSheet { handed_in: false, ..some() }).await.expect("a sheet");
        appoint(&house, &assembly, &of("Abri")).await.expect("a third");
        let third = writes(&house, at, &of("Abri"), some()).await;
        assert!(matches!(tellers(third), TellersRefused::TwoSheets { .. }));
        assert!(matches!(tellers(signs(&house, at, &of("Abri")).await), TellersRefused::TwoSheets { .. }));
    })
    .await;
}

#[tokio::test]
async fn a_vote_does_not_close_over_a_sheet_unless_it_is_discarded() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = counting(&house).await;
        let at = (&assembly, poll);
        let some = || sheet(Way::Paper, &[("Abri", Choice::For)]);
        writes(&house, at, &first(), some()).await.expect("a sheet");
        assert_eq!(missing(closes(&house, poll).await), Unfinished::OneSheet { by: first() });
        writes(&house, at, SECOND, NewSheet { handed_in: false, ..some() }).await.expect("a sheet");
        assert_eq!(missing(closes(&house, poll).await), Unfinished::NotHandedIn { by: vec![SECOND.into()] });
        writes(&house, at, SECOND, some()).await.expect("a sheet");
        assert_eq!(missing(closes(&house, poll).await), Unfinished::NotSignedOff);
        let by_a_teller = house.services.discard_sheets(&house.viewer(&first()).await, assembly.id, poll).await;
        assert!(matches!(by_a_teller, Err(Error::NotAllowed { .. })), "{by_a_teller:?}");
        let chair = house.viewer(ADMINISTRATOR).await;
        house.services.discard_sheets(&chair, assembly.id, poll).await.expect("discarded");
        assert_eq!(tellers(house.services.discard_sheets(&chair, assembly.id, poll).await), TellersRefused::NoSheet);
        let outcome = closes(&house, poll).await.expect("a result");
        assert_eq!(outcome.tally.in_favour.heads, 0, "nothing on a sheet counted");
    })
    .await;
}

#[tokio::test]
async fn both_sign_at_once_and_every_paper_counts_once() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = counting(&house).await;
        let at = (&assembly, poll);
        let both = [("Abri", Choice::For), ("Boussole", Choice::For), ("Cèdre", Choice::Blank)];
        for who in [first(), SECOND.to_owned()] {
            writes(&house, at, &who, sheet(Way::Paper, &both)).await.expect("a sheet");
        }
        let seen = sees(&house, at, SECOND).await.expect("the sheets").seen;
        let (one, other) = (house.viewer(&first()).await, house.viewer(SECOND).await);
        let elsewhere = house.world.another_process().await;
        let abri = of("Abri");
        let screen = house.votes(&assembly, poll, &abri, "Abri", Choice::Against);
        let (a, b, screen) = tokio::join!(
            house.services.sign_off_sheets(&one, assembly.id, poll, &seen),
            elsewhere.sign_off_sheets(&other, assembly.id, poll, &seen),
            screen,
        );
        let signed = [&a, &b].into_iter().filter(|result| result.is_ok()).count();
        // Whichever came first: the vote on the screen, or one of the two.
        match screen {
            Ok(_) => assert_eq!(signed, 0, "changed meanwhile: {a:?} {b:?}"),
            Err(_) => assert_eq!(signed, 1, "{a:?} {b:?}"),
        }
        if signed == 0 {
            signs(&house, at, SECOND).await.expect("signed");
        }
        assert_eq!(on_record(&house).await, 3);
    })
    .await;
}

#[tokio::test]
async fn the_sheets_as_pages() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        let path = house.path(&assembly);
        let mut chair = house.browser(ADMINISTRATOR).await;
        let page = chair.get(&format!("{path}/tellers")).await;
        assert!(page.body.contains("At least two are needed"), "{}", page.body);
        let none = chair.post(&format!("{path}/tellers"), &[]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        for who in [first(), SECOND.to_owned()] {
            let id = person(&who).to_string();
            let answer = chair.post(&format!("{path}/tellers"), &[("person", id.as_str())]).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        }
        let sheet = format!("{path}/polls/{poll}/paper");
        let mut one = house.browser(&first()).await;
        assert!(one.get(&format!("{path}/room")).await.body.contains(&sheet), "the room leads to the sheet");
        let lines = ["Abri", "Boussole", "Cèdre", "Digue"].map(|name| format!("vote-{}", organization(name)));
        let page = one.get(&format!("{sheet}?way=hands")).await;
        assert!(lines.iter().all(|line| page.body.contains(line)) && !page.body.contains("value=\"null\""));
        // An exception and all the others; one did not raise a hand.
        let exceptions = ["against", "", "", "none"];
        let mut entries: Vec<(&str, &str)> = lines.iter().map(String::as_str).zip(exceptions).collect();
        entries.extend([("way", "hands"), ("rest", "for"), ("step", "hand-in")]);
        let answer = one.post(&sheet, &entries).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        // Forged: by hand nothing is null. What was typed comes back.
        let forged: Vec<(&str, &str)> =
            entries.iter().map(|entry| if entry.1 == "against" { (entry.0, "null") } else { *entry }).collect();
        let refused = one.post(&sheet, &forged).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let nonsense = one.post(&sheet, &[("way", "hands"), ("rest", "perhaps"), ("step", "hand-in")]).await;
        assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);

        let closing = chair.post(&format!("{path}/polls/{poll}/close"), &[]).await;
        assert_eq!(closing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(closing.body.contains("A second person has to count"), "{}", closing.body);
        let mut other = house.browser(SECOND).await;
        let answer = other.post(&sheet, &entries).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let page = other.get(&sheet).await;
        let seen = page.body.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let seen = seen.expect("ready to sign").to_owned();
        let answer = other.post(&format!("{sheet}/sign"), &[("seen", seen.as_str())]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let answer = chair.post(&format!("{path}/polls/{poll}/close"), &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let page = chair.get(&sheet).await;
        assert!(page.body.contains("By raised hand, counted by"), "{}", page.body);
        let mut member = house.browser(&of("Boussole")).await;
        assert_eq!(member.get(&sheet).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(house.browser(STRANGER).await.get(&sheet).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
