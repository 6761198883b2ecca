use chrono::Days as Later;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day") + Later::new(number)
}

fn visit(number: u128, first: u64, last: u64, people: u32) -> Visit {
    let (sender, host) = (OrganizationId(Uuid::from_u128(1)), OrganizationId(Uuid::from_u128(2)));
    let days = Days { first: day(first), last: day(last) };
    Visit { id: VisitId(Uuid::from_u128(number)), sender, host, people, days, state: State::Asked }
}

const OFFER: Offer = Offer { places: 2, from: None, until: None, open: true };
const VISITOR: Standing = Standing { visitor: true, officer: false, manager: false, host: false };
const MANAGER: Standing = Standing { visitor: false, officer: false, manager: true, host: false };
const HOST: Standing = Standing { visitor: false, officer: false, manager: false, host: true };

fn no() -> Move {
    Move::Refuse { reason: "No room that week".into() }
}

#[test]
fn the_sender_agrees_first_and_the_host_then() {
    let mut asked = visit(1, 10, 12, 1);
    let decide = |visit: &Visit, who, wanted: &Move| decide(visit, who, wanted, (Some(&OFFER), &[]), day(0));
    assert_eq!(decide(&asked, HOST, &Move::Agree), Err(VisitRefused::NotFromHere { state: State::Asked }));
    assert_eq!(decide(&asked, MANAGER, &Move::Agree), Ok(State::Agreed));
    asked.state = State::Agreed;
    assert_eq!(decide(&asked, MANAGER, &Move::Agree), Err(VisitRefused::NotFromHere { state: State::Agreed }));
    assert_eq!(decide(&asked, HOST, &no()), Ok(State::Refused));
    let silent = Move::Refuse { reason: " ".into() };
    assert_eq!(decide(&asked, HOST, &silent), Err(VisitRefused::ReasonMissing));
    assert_eq!(decide(&asked, HOST, &Move::Agree), Ok(State::Confirmed));
}

#[test]
fn it_is_cancelled_before_it_begins_and_told_of_once_it_is_over() {
    let confirmed = Visit { state: State::Confirmed, ..visit(1, 10, 12, 1) };
    let cancel = Move::Cancel { reason: "Ill".into() };
    for who in [VISITOR, MANAGER, HOST] {
        assert_eq!(decide(&confirmed, who, &cancel, (None, &[]), day(9)), Ok(State::Cancelled));
        assert_eq!(decide(&confirmed, who, &cancel, (None, &[]), day(10)), Err(VisitRefused::Begun));
    }
    assert_eq!(may_tell(&confirmed, VISITOR, day(11)), Err(VisitRefused::NotOver));
    assert_eq!(may_tell(&confirmed, HOST, day(12)), Ok(()));
    let asked = visit(1, 10, 12, 1);
    assert_eq!(may_tell(&asked, VISITOR, day(20)), Err(VisitRefused::NotFromHere { state: State::Asked }));
}

#[test]
fn what_cannot_be_is_not_asked() {
    let ask = |visit: Visit, offer: Offer| may_ask(&visit, Some(&offer), &[], day(0));
    assert_eq!(ask(visit(1, 10, 12, 2), OFFER), Ok(()));
    assert_eq!(ask(visit(1, 12, 10, 1), OFFER), Err(VisitRefused::EndsBeforeItBegins));
    assert_eq!(ask(visit(1, 0, 1, 1), OFFER), Err(VisitRefused::Begun));
    assert_eq!(ask(visit(1, 10, 12, 0), OFFER), Err(VisitRefused::Nobody));
    assert_eq!(ask(visit(1, 10, 12, 3), OFFER), Err(VisitRefused::Full { day: day(10), left: 2 }));
    assert_eq!(ask(visit(1, 1, 93, 1), OFFER), Err(VisitRefused::TooLong { most: DAYS }));
    let host = visit(1, 10, 12, 1).host;
    assert_eq!(ask(Visit { sender: host, ..visit(1, 10, 12, 1) }, OFFER), Err(VisitRefused::OwnAssociation));
    assert_eq!(ask(visit(1, 10, 12, 1), Offer { open: false, ..OFFER }), Err(VisitRefused::OfferClosed));
    let until = Offer { until: Some(day(11)), ..OFFER };
    assert_eq!(ask(visit(1, 10, 12, 1), until), Err(VisitRefused::OutsideOffer));
}

fn standing() -> impl Strategy<Value = Standing> {
    (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>())
        .prop_map(|(visitor, officer, manager, host)| Standing { visitor, officer, manager, host })
}

fn wanted() -> impl Strategy<Value = Move> {
    prop_oneof![Just(Move::Agree), Just(no()), Just(Move::Cancel { reason: "Ill".into() })]
}

proptest! {
    /// Whatever people try in whatever order: never more people on a day than places, never a visit without both.
    #[test]
    fn no_day_is_overfull_and_nobody_is_skipped(
        asked in prop::collection::vec((1_u64..12, 0_u64..5, 1_u32..3), 1..6),
        tried in prop::collection::vec((any::<prop::sample::Index>(), standing(), wanted()), 0..60),
        places in 1_u32..4,
    ) {
        let offer = Offer { places, ..OFFER };
        let mut visits: Vec<Visit> =
            (1..).zip(asked).map(|(id, (first, more, people))| visit(id, first, first + more, people)).collect();
        let mut agreed = vec![(false, false); visits.len()];
        for (at, who, wanted) in tried {
            let at = at.index(visits.len());
            let before = visits[at].state;
            let Ok(after) = decide(&visits[at], who, &wanted, (Some(&offer), &visits), day(0)) else { continue };
            prop_assert!(before.is_live());
            match after {
                State::Agreed => { prop_assert!(before == State::Asked && who.manager); agreed[at].0 = true; }
                State::Confirmed => { prop_assert!(before == State::Agreed && who.host); agreed[at].1 = true; }
                State::Refused => prop_assert!(before != State::Confirmed && (who.manager || who.host)),
                State::Cancelled => prop_assert!(who != Standing::default()),
                State::Asked => prop_assert!(false, "nothing becomes a request again"),
            }
            visits[at].state = after;
        }
        for (visit, agreed) in visits.iter().zip(agreed) {
            prop_assert!(visit.state != State::Confirmed || agreed == (true, true));
        }
        for number in 0..20 {
            let there = visits.iter().filter(|it| it.state == State::Confirmed && it.days.has(day(number)));
            prop_assert!(there.map(|it| it.people).sum::<u32>() <= places);
        }
    }
}
