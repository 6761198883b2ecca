use proptest::prelude::*;

use super::*;

fn minute(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_774_854_000 + 60 * minute, 0).expect("a time")
}

fn ledger(last_decision: Option<i64>) -> Ledger {
    let guest = Guest { on_roll: true, mandated: true, stays: vec![] };
    let doors = Doors { state: State::Open, open_since: minute(0), last_decision: last_decision.map(minute) };
    let guests = ["a", "b", "c", "d"].map(|pass| (pass.to_owned(), guest.clone())).into();
    Ledger { doors, guests, settled: BTreeMap::new() }
}

fn scan(nonce: u128, pass: &str, at: i64) -> Scan {
    Scan { nonce: Uuid::from_u128(nonce), pass: pass.into(), at: minute(at) }
}

#[test]
fn a_code_is_read_as_people_write_it() {
    let code = code(0x0123_4567_89ab_cdef_0123);
    assert_eq!(code, "04HMASW9NF6YY093");
    assert_eq!(grouped(&code), "04HM-ASW9-NF6Y-Y093");
    let address = format!("https://trame.example/n/a/assemblies/b/door/{code}");
    for typed in
        [&code, &grouped(&code), "o4hm asw9 nf6y yo93", " 04HM-ASW9-NF6Y-Y093 ", &address, &format!("{address}/")]
    {
        assert_eq!(read_code(typed).as_deref(), Some(code.as_str()), "{typed}");
    }
    for typed in ["", "04HM", "04HM-ASW9-NF6Y-Y09U", "04HM-ASW9-NF6Y-Y0933", "é4HMASW9NF6YY093"] {
        assert_eq!(read_code(typed), None, "{typed}");
    }
}

#[test]
fn a_scan_counts_from_its_own_moment() {
    let mut ledger = ledger(None);
    let recorded = Outcome::Recorded { at: minute(5), late: None };
    assert_eq!(ledger.settle(&scan(1, "a", 5), minute(9)), recorded);
    assert_eq!(ledger.settle(&scan(1, "a", 5), minute(12)), recorded, "told twice");
    assert_eq!(ledger.settle(&scan(2, "a", 6), minute(9)), Outcome::AlreadyThere { since: minute(5) });
    assert_eq!(ledger.settle(&scan(3, "e", 6), minute(9)), Outcome::Unknown);
    assert_eq!(ledger.present().collect::<Vec<_>>(), ["a"]);
}

#[test]
fn nobody_was_there_at_a_vote_that_the_server_held_without_them() {
    let mut ledger = ledger(Some(7));
    let late = Some(Late::Vote);
    assert_eq!(ledger.settle(&scan(1, "a", 5), minute(9)), Outcome::Recorded { at: minute(9), late });
    assert_eq!(
        ledger.settle(&scan(2, "b", 7), minute(9)),
        Outcome::Recorded { at: minute(9), late },
        "which came first?"
    );
    assert_eq!(ledger.settle(&scan(3, "c", 8), minute(9)), Outcome::Recorded { at: minute(8), late: None });
    assert_eq!(ledger.settle(&scan(4, "d", 9), minute(9)), Outcome::Recorded { at: minute(9), late: None });
}

#[test]
fn a_clock_that_is_wrong_is_not_believed() {
    let mut ledger = ledger(None);
    let late = Some(Late::Clock);
    assert_eq!(ledger.settle(&scan(1, "a", -60), minute(9)), Outcome::Recorded { at: minute(9), late });
    assert_eq!(ledger.settle(&scan(2, "b", 600), minute(9)), Outcome::Recorded { at: minute(9), late });
    // Ten minutes ago is ten minutes ago, whatever the device takes for now.
    assert_eq!(by_our_clock(minute(1_000), minute(1_010), minute(30)), minute(20));
}

#[test]
fn an_old_scan_brings_nobody_back() {
    let mut ledger = ledger(None);
    let stay = Stay { from: minute(2), until: Some(minute(6)) };
    ledger.guests.get_mut("a").expect("a guest").stays.push(stay);
    assert_eq!(ledger.settle(&scan(1, "a", 4), minute(9)), Outcome::LeftSince { at: minute(6) });
    assert_eq!(ledger.settle(&scan(2, "a", 7), minute(9)), Outcome::Recorded { at: minute(7), late: None });
}

#[test]
fn the_door_is_for_those_on_the_roll_with_a_mandate_on_the_day() {
    let mut ledger = ledger(None);
    ledger.guests.get_mut("a").expect("a guest").on_roll = false;
    ledger.guests.get_mut("b").expect("a guest").mandated = false;
    assert_eq!(ledger.settle(&scan(1, "a", 1), minute(1)), Outcome::NotOnRoll);
    assert_eq!(ledger.settle(&scan(2, "b", 1), minute(1)), Outcome::MandateEnded);
    assert_eq!(ledger.settle(&scan(3, "c", -5), minute(-5)), Outcome::NotYet);
    ledger.doors.state = State::Closed;
    assert_eq!(ledger.settle(&scan(4, "c", 1), minute(1)), Outcome::SessionOver);
    assert!(ledger.present().next().is_none());
}

fn batch(first: u128) -> impl Strategy<Value = Vec<Scan>> {
    prop::collection::vec((prop::sample::select(vec!["a", "b", "c", "d", "e"]), -5_i64..40), 0..8)
        .prop_map(move |drawn| (first..).zip(drawn).map(|(nonce, (pass, at))| scan(nonce, pass, at)).collect())
}

fn stays() -> impl Strategy<Value = Vec<(usize, i64, Option<i64>)>> {
    prop::collection::vec((0..4_usize, 0_i64..10, prop::option::of(1_i64..10)), 0..4)
}

/// A ledger in which some were there before.
fn lived(before: &[(usize, i64, Option<i64>)], decision: Option<i64>) -> Ledger {
    let mut ledger = ledger(decision);
    for (guest, from, lasted) in before {
        let guest = ledger.guests.values_mut().nth(*guest).expect("one of four");
        if guest.stays.is_empty() {
            guest.stays.push(Stay { from: minute(*from), until: lasted.map(|lasted| minute(from + lasted)) });
        }
    }
    ledger
}

fn settle(ledger: &mut Ledger, scans: &[Scan], now: i64) -> Vec<Outcome> {
    scans.iter().map(|scan| ledger.settle(scan, minute(now))).collect()
}

proptest! {
    #[test]
    fn the_same_batch_twice_is_once(scans in batch(1), before in stays(), decision in prop::option::of(0_i64..40)) {
        let mut once = lived(&before, decision);
        let told = settle(&mut once, &scans, 45);
        let mut twice = once.clone();
        prop_assert_eq!(settle(&mut twice, &scans, 50), told);
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn the_order_of_two_doors_changes_nobodys_presence(
        (one, two) in (batch(1), batch(100)),
        before in stays(),
        decision in prop::option::of(0_i64..40),
    ) {
        let (mut forth, mut back) = (lived(&before, decision), lived(&before, decision));
        settle(&mut forth, &one, 45);
        settle(&mut forth, &two, 46);
        settle(&mut back, &two, 45);
        settle(&mut back, &one, 46);
        prop_assert!(forth.present().eq(back.present()));
    }

    #[test]
    fn no_arrival_lies_to_come_before_the_doors_within_a_stay_or_before_a_vote(
        scans in batch(1),
        before in stays(),
        decision in prop::option::of(0_i64..40),
    ) {
        let mut ledger = lived(&before, decision);
        for outcome in settle(&mut ledger, &scans, 45) {
            if let Outcome::Recorded { at, .. } = outcome {
                prop_assert!(minute(0) <= at && at <= minute(45));
                prop_assert!(decision.is_none_or(|decided| minute(decided) < at));
            }
        }
        for guest in ledger.guests.values() {
            for pair in guest.stays.windows(2) {
                prop_assert!(pair[0].until.is_some_and(|until| until <= pair[1].from));
            }
        }
    }

    #[test]
    fn every_code_is_read_back(bits: u128) {
        let code = code(bits);
        prop_assert_eq!(read_code(&grouped(&code)), Some(code));
    }
}
