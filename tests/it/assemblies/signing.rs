//! The minutes on their way: read by two, signed by a passkey and by a session, approved by a later assembly.

use domain::{
    assemblies::{ItemKind, Kind},
    bundle::{Bundle, Entry, Fault, TextFault, check},
    ids::AssemblyId,
    locale::Locale,
    minutes::{MinutesRefused, Office, Proof, SignatureFault, Stage, challenge, text_hash},
    polls::Choice,
    statutes::Decision,
};
use http::StatusCode;
use serde_json::json;
use services::{
    Error, Refusal,
    assemblies::{Minutes, MinutesEdit, NewAssembly, NewItem},
};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};

use super::{
    bundle::forged,
    fixture::{ADMINISTRATOR, Assembly, BOARD, House, at, day, of, person, refusal},
    minutes::{edit, held},
};
use crate::{
    passkeys::{Device, PRESENT, VERIFIED, question},
    support::{Browser, PUBLIC_URL, for_each_database},
};

async fn minutes(house: &House, assembly: &Assembly) -> Minutes {
    house.services.minutes(&house.viewer(BOARD).await, assembly.id).await.expect("the minutes")
}

async fn stage(house: &House, assembly: &Assembly) -> Stage {
    minutes(house, assembly).await.signing.course.stage()
}

async fn bundle(house: &House, assembly: &Assembly) -> Bundle {
    house.services.bundle(&house.viewer(BOARD).await, assembly.id).await.expect("a bundle")
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> MinutesRefused {
    match refusal(result) {
        Refusal::Minutes(refused) => refused,
        other => panic!("another refusal: {other:?}"),
    }
}

/// A session that is over, with a version that both have to read. The administrator chaired.
async fn presented(house: &House, assembly: &Assembly) -> (Browser, Browser, String) {
    let (mut chair, mut secretary) = (house.browser(ADMINISTRATOR).await, house.browser(BOARD).await);
    let path = format!("{}/minutes", house.path(assembly));
    let (first, second) = (person(ADMINISTRATOR).to_string(), person(BOARD).to_string());
    let names = [("chair", first.as_str()), ("secretary", second.as_str())];
    let named = secretary.post(&format!("{path}/offices"), &names).await;
    assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.body);
    let version = minutes(house, assembly).await.version.to_string();
    let given = secretary.post(&format!("{path}/present"), &[("version", version.as_str())]).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.body);
    // The page is what the chair sees first.
    assert_eq!(chair.get(&format!("{path}/signing")).await.status, StatusCode::OK);
    let hash = minutes(house, assembly).await.signing.presented.expect("a version").hash;
    (chair, secretary, hash)
}

async fn post(browser: &mut Browser, house: &House, assembly: &Assembly, part: &str, hash: &str) -> StatusCode {
    let path = format!("{}/minutes/{part}", house.path(assembly));
    browser.post(&path, &[("hash", hash), ("confirm", "yes")]).await.status
}

/// Minutes that both have read and signed by their sessions.
async fn signed(house: &House, assembly: &Assembly) -> String {
    let (mut chair, mut secretary, hash) = presented(house, assembly).await;
    for part in ["read", "sign"] {
        for browser in [&mut chair, &mut secretary] {
            assert_eq!(post(browser, house, assembly, part, &hash).await, StatusCode::SEE_OTHER, "{part}");
        }
    }
    assert_eq!(stage(house, assembly).await, Stage::Signed);
    hash
}

#[tokio::test]
async fn minutes_are_read_by_both_and_signed_by_a_passkey_and_by_a_session() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = held(&house).await;
        house.services.save_minutes(&house.viewer(BOARD).await, assembly.id, edit(0, "Ouverture.")).await.expect("v1");
        let path = format!("{}/minutes", house.path(&assembly));

        // Nobody is both, nobody else names, and nothing is read before it stands.
        let mut member = house.browser(&of("Abri")).await;
        let mut secretary = house.browser(BOARD).await;
        let alone = person(BOARD).to_string();
        let same = [("chair", alone.as_str()), ("secretary", alone.as_str())];
        let refusal = secretary.post(&format!("{path}/offices"), &same).await;
        assert_eq!(refusal.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refusal.body.contains("are two persons"), "{}", refusal.body);
        assert_eq!(member.post(&format!("{path}/offices"), &same).await.status, StatusCode::FORBIDDEN);
        let early = secretary.post(&format!("{path}/present"), &[("version", "1")]).await;
        assert!(early.body.contains("Name the chair"), "{}", early.body);

        let (mut chair, mut secretary, hash) = presented(&house, &assembly).await;
        assert!(chair.get("/").await.body.contains("You have minutes to read"), "the front page says it");
        let text = minutes(&house, &assembly).await.signing.presented.expect("a version").text;
        assert_eq!(text_hash(&text), hash);
        assert_eq!(post(&mut member, &house, &assembly, "read", &hash).await, StatusCode::UNPROCESSABLE_ENTITY);
        let other = "0".repeat(64);
        assert_eq!(post(&mut chair, &house, &assembly, "read", &other).await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(post(&mut chair, &house, &assembly, "read", &hash).await, StatusCode::SEE_OTHER);
        let soon = chair.post(&format!("{path}/sign"), &[("hash", hash.as_str()), ("confirm", "yes")]).await;
        assert!(soon.body.contains("must both have read"), "{}", soon.body);
        assert_eq!(post(&mut secretary, &house, &assembly, "read", &hash).await, StatusCode::SEE_OTHER);

        // The chair signs by passkey: the challenge is made of the hash, and the device must know its person.
        let mut device = Device::new();
        let wanted = question(&mut chair, "/account/passkeys/start").await;
        assert!(chair.post_json("/account/passkeys", &device.register(&wanted)).await.status.is_success());
        let page = chair.get(&format!("{path}/signing")).await.body;
        assert!(page.contains("Sign with my passkey"), "{page}");
        let start = format!("{path}/passkey/start");
        let wanted = question(&mut chair, &start).await;
        assert_eq!(wanted["publicKey"]["challenge"], BASE64.encode(challenge(&hash, Office::Chair)));
        assert_eq!(wanted["publicKey"]["userVerification"], "required");
        for (flags, origin) in [(PRESENT, PUBLIC_URL), (PRESENT | VERIFIED, "http://elsewhere.test")] {
            let wanted = question(&mut chair, &start).await;
            let answer = device.answer(&wanted, flags, origin);
            let refused = chair.post_json(&format!("{path}/passkey"), &answer).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
        }
        let wanted = question(&mut chair, &start).await;
        let answer = device.answer(&wanted, PRESENT | VERIFIED, PUBLIC_URL);
        // Nobody else hands it in.
        let stolen = secretary.post_json(&format!("{path}/passkey"), &answer).await;
        assert_eq!(stolen.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", stolen.body);
        let kept = chair.post_json(&format!("{path}/passkey"), &answer).await;
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
        assert!(kept.body.contains("/minutes/signing?done=minutes-signed"), "{}", kept.body);

        // The secretary has none, and signs by the session, which is told as what it is.
        let none = secretary.post_json(&start, &json!({})).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", none.body);
        let unsure = secretary.post(&format!("{path}/sign"), &[("hash", hash.as_str())]).await;
        assert!(unsure.body.contains("Tick the box"), "{}", unsure.body);
        assert_eq!(post(&mut secretary, &house, &assembly, "sign", &hash).await, StatusCode::SEE_OTHER);
        assert_eq!(post(&mut secretary, &house, &assembly, "sign", &hash).await, StatusCode::UNPROCESSABLE_ENTITY);
        let found = minutes(&house, &assembly).await;
        assert_eq!(found.signing.course.stage(), Stage::Signed);
        let proofs: Vec<_> = found.signing.acts.iter().filter_map(|act| act.proof.clone()).collect();
        assert!(
            matches!(&proofs[..], [Proof::Passkey(proof), Proof::Session { opened_by, .. }]
                if proof.verify(&hash, Office::Chair).is_ok() && opened_by == "link"),
            "{proofs:?}"
        );
        let printed = member.get(&format!("{path}.pdf?lang=fr")).await.body;
        for expected in [hash.as_str(), "Signé, version 1", "Clé d’accès, sur http://trame.test", "par un lien"] {
            assert!(printed.contains(expected), "{expected} is missing in {printed}");
        }
        let dutch = member.get(&format!("{path}.pdf?lang=nl")).await.body;
        assert!(dutch.contains("Vertaling."), "{dutch}");

        // Anyone checks it without the server, and finds what was touched.
        let made = bundle(&house, &assembly).await;
        let checked = check(&made).expect("a sound bundle");
        let told = checked.minutes.clone().expect("minutes");
        assert!(checked.agrees(), "{checked:?}");
        assert_eq!((told.version, told.hash.as_str(), told.signatures.len()), (1, hash.as_str(), 2));
        assert_eq!(told.signatures[0].passkey.as_deref(), Some(PUBLIC_URL));
        let altered = Bundle { minutes: Some(text.replace("Ouverture.", "Ouverture !")), ..made.clone() };
        assert_eq!(check(&altered).expect("a chain").minutes.and_then(|told| told.text), Some(TextFault::OtherHash));
        let without = Bundle { minutes: None, ..made.clone() };
        assert!(!check(&without).expect("a chain").agrees());
        let moved = forged(made, |line| {
            if line.kind == "minutes_signed" {
                line.payload = line.payload.replace("\"chair\"", "\"secretary\"");
            }
        });
        let told = check(&moved).expect("a chain").minutes.expect("minutes");
        assert_eq!(told.signatures[0].fault, Some(Fault::NotTheirs));
        let swapped = forged(bundle(&house, &assembly).await, |line| {
            line.payload = line.payload.replace(&hash, &text_hash("another text"));
        });
        let told = check(&swapped).expect("a chain").minutes.expect("minutes");
        assert_eq!(told.signatures[0].fault, Some(Fault::Proof(SignatureFault::Text)));
        assert_eq!(told.text, Some(TextFault::OtherHash));
    })
    .await;
}

#[tokio::test]
async fn a_correction_goes_back_to_the_draft_and_voids_what_was_signed() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = held(&house).await;
        let hash = signed(&house, &assembly).await;
        let board = house.viewer(BOARD).await;
        // What stands is what was read, letter by letter, and not what the records would say today.
        let printed = house.browser(BOARD).await.get(&format!("{}/minutes.pdf?lang=fr", house.path(&assembly))).await;
        assert!(printed.body.contains("Signé, version 0"), "{}", printed.body);
        house.services.save_minutes(&board, assembly.id, edit(0, "Une correction.")).await.expect("saved");
        let found = minutes(&house, &assembly).await;
        assert_eq!(found.signing.course.stage(), Stage::Draft);
        assert_eq!((found.signing.acts.len(), found.signing.voided.len()), (0, 4));
        let late = house.services.read_minutes(&house.viewer(ADMINISTRATOR).await, assembly.id, &hash).await;
        assert_eq!(refused(late), MinutesRefused::NothingPresented);
        // They stay in the journal; the bundle tells that nothing stands.
        let made = bundle(&house, &assembly).await;
        let told = |kind: &str| {
            made.lines.iter().filter(|entry| matches!(entry, Entry::Told(line) if line.kind == kind)).count()
        };
        assert_eq!((told("minutes_read"), told("minutes_signed")), (2, 2));
        let checked = check(&made).expect("a sound bundle");
        assert!(checked.agrees() && checked.minutes.is_none(), "{checked:?}");
        let page = house.browser(BOARD).await.get(&format!("{}/minutes/signing", house.path(&assembly))).await.body;
        assert!(page.contains("Void since a correction"), "{page}");

        // Other names, too.
        signed(&house, &assembly).await;
        let (chair, secretary) = (Some(person(&of("Abri"))), Some(person(BOARD)));
        house.services.name_minutes_offices(&board, assembly.id, chair, secretary).await.expect("named");
        assert_eq!(stage(&house, &assembly).await, Stage::Draft);
        let absent = house.services.name_minutes_offices(&board, assembly.id, Some(person("Nobody")), secretary).await;
        assert!(matches!(&absent, Err(Error::Invalid(fields)) if fields[0].field == "chair"), "{absent:?}");
    })
    .await;
}

/// A later assembly with the approval on its agenda, decided by these votes.
async fn decides(house: &House, of_minutes: AssemblyId, on: &str, choice: Choice) -> AssemblyId {
    let board = house.viewer(BOARD).await;
    let new =
        NewAssembly { kind: Kind::Ordinary, title: format!("Assemblée du {on}"), day: day(on), ..House::wanted() };
    let id = house.services.draft_assembly(&board, &house.network, new).await.expect("a draft");
    let path = format!("/n/reseau/assemblies/{id}");
    let mut browser = house.browser(BOARD).await;
    let form = format!("{path}/minutes-approval");
    let empty = browser.post(&form, &[("minutes", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", empty.body);
    let wanted = of_minutes.to_string();
    let page = browser.get(&form).await.body;
    assert!(page.contains(&wanted), "{page}");
    let added = browser.post(&form, &[("minutes", wanted.as_str())]).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    assert!(!browser.get(&form).await.body.contains(&wanted), "not on two agendas");
    let item = house.services.room(&board, id).await.expect("a draft").items[0].id;
    let new = NewItem {
        kind: ItemKind::Motion,
        title: "Autre chose".into(),
        text: "Tout autre chose.".into(),
        decision: Decision::Ordinary,
        election: None,
    };
    let rewritten = house.services.change_item(&board, id, item, new).await;
    assert_eq!(refusal(rewritten), Refusal::Named("approval-item"));
    house.services.convene(&board, id).await.expect("a convocation");
    house.world.time.set(at(&format!("{on}T12:00:00Z")));
    let chair = house.viewer(ADMINISTRATOR).await;
    house.services.open_session(&chair, id).await.expect("a session");
    let room = house.services.room(&chair, id).await.expect("a room");
    let item = room.items[0].clone();
    assert!(item.text.contains("dont l’empreinte est"), "{}", item.text);
    let assembly = Assembly { id, report: item.id, accounts: item.id, fees: item.id };
    // Ten are on the roll by now.
    let present = ["Abri", "Boussole", "Cèdre", "Digue", "Écluse"];
    for name in present {
        house.arrives(&assembly, name).await.expect("an arrival");
    }
    let poll = house.opens(&assembly, item.id).await.expect("a poll");
    for name in present {
        house.votes(&assembly, poll, &of(name), name, choice).await.expect("a vote");
    }
    // Until the vote is closed nothing changes under it.
    let edit = MinutesEdit { version: 0, locale: Locale::Fr, text: Default::default() };
    let locked = house.services.save_minutes(&chair, of_minutes, edit).await;
    assert_eq!(refused(locked), MinutesRefused::Awaited);
    house.services.close_poll(&chair, poll).await.expect("a result");
    id
}

#[tokio::test]
async fn a_later_assembly_approves_the_minutes_with_its_vote() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = held(&house).await;
        let hash = signed(&house, &assembly).await;
        decides(&house, assembly.id, "2026-05-04", Choice::Against).await;
        assert_eq!(stage(&house, &assembly).await, Stage::Signed, "a vote against changes nothing");
        let by = decides(&house, assembly.id, "2026-06-15", Choice::For).await;
        let found = minutes(&house, &assembly).await;
        assert_eq!(found.signing.course.stage(), Stage::Approved);
        let approved = found.signing.approved.expect("an approval");
        assert_eq!((approved.assembly, approved.title.as_str()), (by, "Assemblée du 2026-06-15"));

        let board = house.viewer(BOARD).await;
        let edited = house.services.save_minutes(&board, assembly.id, edit(0, "Trop tard.")).await;
        assert_eq!(refused(edited), MinutesRefused::Approved);
        let (chair, secretary) = (Some(person(BOARD)), Some(person(ADMINISTRATOR)));
        let named = house.services.name_minutes_offices(&board, assembly.id, chair, secretary).await;
        assert_eq!(refused(named), MinutesRefused::Approved);
        let mut browser = house.browser(&of("Abri")).await;
        for page in ["minutes", "minutes/signing"] {
            let shown = browser.get(&format!("{}/{page}?lang=en", house.path(&assembly))).await;
            assert!(shown.body.contains("Approved by an assembly: Assemblée du 2026-06-15"), "{}", shown.body);
        }
        let printed = browser.get(&format!("{}/minutes.pdf?lang=fr", house.path(&assembly))).await.body;
        let printed = printed.replace(['\u{202f}', '\u{a0}'], " ");
        assert!(printed.contains("Approuvé par une assemblée : Assemblée du 2026-06-15"), "{printed}");

        let made = bundle(&house, &assembly).await;
        let checked = check(&made).expect("a sound bundle");
        assert!(checked.agrees(), "{checked:?}");
        let told = checked.minutes.expect("minutes");
        assert_eq!((told.hash, told.approved.as_deref()), (hash, Some("Assemblée du 2026-06-15")));
        // Approved without signatures is not what happened.
        let forged = forged(made, |line| {
            if line.kind == "minutes_signed" {
                line.kind = "minutes_hidden".into();
            }
        });
        let told = check(&forged).expect("a chain").minutes.expect("minutes");
        assert_eq!(told.text, Some(TextFault::Unsigned));
    })
    .await;
}
