//! The minutes: what the records say, what the secretary adds, and the document made of both.

use std::collections::BTreeMap;

use domain::{
    assemblies::{CourseRefused, State},
    locale::Locale,
    polls::Choice,
};
use http::StatusCode;
use serde_json::Value;
use services::{
    Error,
    assemblies::{MinutesEdit, MinutesText},
};

use super::fixture::{ADMINISTRATOR, Assembly, BOARD, House, STRANGER, course, of};
use crate::support::for_each_database;

/// A session from its first arrival to its end: one motion adopted, one not voted on.
pub async fn held(house: &House) -> Assembly {
    let (assembly, poll) = house.voting().await;
    house.gives(&assembly, "Écluse", "Abri").await.expect("a proxy");
    house.gives(&assembly, "Gué", "Abri").await.expect("a proxy");
    house.world.time.pass_minutes(7);
    house.arrives(&assembly, "Gué").await.expect("an arrival");
    for (by, name, choice) in [
        ("Abri", "Abri", Choice::For),
        ("Abri", "Écluse", Choice::Against),
        ("Cèdre", "Cèdre", Choice::For),
        ("Gué", "Gué", Choice::Abstain),
    ] {
        house.votes(&assembly, poll, &of(by), name, choice).await.expect("a vote");
    }
    let chair = house.viewer(ADMINISTRATOR).await;
    house.services.close_poll(&chair, poll).await.expect("a result");
    house.world.time.pass_minutes(10);
    house.leaves(&assembly, "Digue").await.expect("a departure");
    house.world.time.pass_minutes(43);
    house.services.close_session(&chair, assembly.id).await.expect("the end");
    assembly
}

pub fn edit(version: i32, opening: &str) -> MinutesEdit {
    let text = MinutesText { opening: opening.into(), ..MinutesText::default() };
    MinutesEdit { version, locale: Locale::Fr, text }
}

/// Every text of a document, in order.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        Value::Object(values) => values.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

#[tokio::test]
async fn the_minutes_assemble_themselves() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = held(&house).await;
        let notes =
            BTreeMap::from([(assembly.report, "La présidente présente le rapport.\n\nUn débat suit.".to_owned())]);
        let text = MinutesText { opening: "La séance est ouverte.".into(), closing: "Merci à tous.".into(), notes };
        let saved = MinutesEdit { version: 0, locale: Locale::Fr, text };
        house.services.save_minutes(&house.viewer(BOARD).await, assembly.id, saved).await.expect("saved");

        let mut browser = house.browser(&of("Abri")).await;
        let path = house.path(&assembly);
        let answer = browser.get(&format!("{path}/minutes.pdf?lang=fr")).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        assert_eq!(answer.headers["content-type"], "application/pdf");
        let disposition = answer.headers["content-disposition"].to_str().expect("text");
        assert!(disposition.contains("reseau-2026-03-30-fr.pdf"), "{disposition}");
        let document: Value = serde_json::from_str(&answer.body).expect("the document");
        assert_eq!(
            (document["locale"].as_str(), document["title"].as_str()),
            (Some("fr"), Some("Assemblée générale 2026"))
        );
        let mut found = Vec::new();
        texts(&document, &mut found);
        let all = found.join("\n").replace(['\u{202f}', '\u{a0}'], " ");
        for expected in [
            "5 mars 2026",
            "30 mars 2026",
            "Salle des fêtes, Montreuil",
            "La séance est ouverte.",
            "Présidence Boussole",
            "14:17",
            "Comptes 2025",
            "L’assemblée approuve les comptes de 2025.",
            "La présidente présente le rapport.",
            "Un débat suit.",
            "Cotisation 2027",
            "Cette motion n’a pas été mise aux voix.",
            "Merci à tous.",
            "14:07",
            "15:00",
        ] {
            let expected_hours = expected.replace(':', " h ").replace(" h 00", " h");
            assert!(all.contains(expected) || all.contains(&expected_hours), "{expected} is missing in\n{all}");
        }
        // The result stands with both sides of what decided it: five voices, of six expressed.
        let explained =
            document["blocks"].as_array().expect("blocks").iter().find(|block| block["kind"] == "explanation");
        let explained = &explained.expect("a result")["data"];
        let side =
            |name: &str| explained[name].as_str().unwrap_or_default().split(' ').next().unwrap_or_default().to_owned();
        assert_eq!((side("left"), side("right")), ("5".to_owned(), "4".to_owned()));
        assert_eq!((explained["comparison"].as_str(), explained["adopted"].as_bool()), (Some("≥"), Some(true)));
        assert!(all.contains("6 associations présentes ou représentées pour 4 nécessaires"), "{all}");
        // Both proxies are told, with the one that ended on arrival, and the journal's fingerprint.
        let rows: Vec<_> = document["blocks"]
            .as_array()
            .expect("blocks")
            .iter()
            .filter(|block| block["kind"] == "table")
            .map(|block| block["data"]["rows"].as_array().expect("rows").len())
            .collect();
        let tables =
            "five people, their six movements, two proxies, a quorum twice, eight on the roll, five without a vote";
        assert_eq!(rows, [5, 6, 2, 2, 8, 5], "{tables}");
        let minutes = house.services.minutes(&house.viewer(&of("Abri")).await, assembly.id).await.expect("the minutes");
        let (sequence, hash) = minutes.journal.expect("a journal");
        assert!(all.contains(&hash) && sequence > 10, "{all}");

        // The page says the same, and the file is the same when it is made again.
        let page = browser.get(&format!("{path}/minutes?lang=fr")).await;
        for expected in ["La séance est ouverte.", "Présidence Boussole", "L’assemblée approuve les comptes de 2025."]
        {
            assert!(page.body.contains(expected), "{expected}");
        }
        assert_eq!(browser.get(&format!("{path}/minutes.pdf?lang=fr")).await.body, answer.body);
        let dutch = browser.get(&format!("{path}/minutes.pdf?lang=nl")).await.body;
        assert!(dutch.contains("30 maart 2026") && dutch.contains("La séance est ouverte."), "{dutch}");
    })
    .await;
}

#[tokio::test]
async fn two_secretaries_do_not_overwrite_each_other() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = held(&house).await;
        let (board, chair) = (house.viewer(BOARD).await, house.viewer(ADMINISTRATOR).await);
        let (one, two) = tokio::join!(
            house.services.save_minutes(&board, assembly.id, edit(0, "Celui du bureau.")),
            house.services.save_minutes(&chair, assembly.id, edit(0, "Celui du siège.")),
        );
        let (saved, refused) = if one.is_ok() { (one, two) } else { (two, one) };
        saved.expect("the first");
        assert!(matches!(refused, Err(Error::Conflict)), "{refused:?}");
        let stale = house.services.save_minutes(&board, assembly.id, edit(0, "Encore.")).await;
        assert!(matches!(stale, Err(Error::Conflict)), "{stale:?}");
        house
            .services
            .save_minutes(&board, assembly.id, edit(1, "Après lecture."))
            .await
            .expect("with the version that was read");

        // In the browser the text that was typed comes back, and is saved by whoever insists.
        let mut browser = house.browser(BOARD).await;
        let path = format!("{}/minutes/edit", house.path(&assembly));
        let note = format!("note-{}", assembly.report);
        let form = |version| {
            [
                ("version", version),
                ("locale", "fr"),
                ("opening", "Mon long texte."),
                ("closing", ""),
                (note.as_str(), "Ma note."),
            ]
        };
        let refused = browser.post(&path, &form("1")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
        assert!(refused.body.contains("Mon long texte.") && refused.body.contains("Ma note."), "nothing typed is lost");
        assert!(refused.body.contains("name=\"version\" value=\"2\""), "{}", refused.body);
        let saved = browser.post(&path, &form("2")).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let minutes = house.services.minutes(&board, assembly.id).await.expect("the minutes");
        assert_eq!((minutes.version, minutes.text.opening.as_str()), (3, "Mon long texte."));
        assert_eq!(minutes.text.notes[&assembly.report], "Ma note.");
    })
    .await;
}

#[tokio::test]
async fn who_writes_minutes_and_when() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.convened().await;
        let board = house.viewer(BOARD).await;
        let early = house.services.save_minutes(&board, assembly.id, edit(0, "Trop tôt.")).await;
        assert_eq!(course(early), CourseRefused::NotNow { state: State::Convened });
        let draft = house.drafted().await;
        let none = house.services.minutes(&board, draft.id).await;
        assert_eq!(course(none), CourseRefused::NotNow { state: State::Draft });
        let held = held(&house).await;
        let member = house.viewer(&of("Abri")).await;
        let refused = house.services.save_minutes(&member, held.id, edit(0, "Moi.")).await;
        assert!(matches!(refused, Err(Error::NotAllowed { .. })), "{refused:?}");
        house.services.minutes(&member, held.id).await.expect("every member reads them");
        let stranger = house.services.minutes(&house.viewer(STRANGER).await, held.id).await;
        assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");
        let long = house.services.save_minutes(&board, held.id, edit(0, &"é".repeat(50_001))).await;
        assert!(matches!(long, Err(Error::Invalid(_))), "{long:?}");
    })
    .await;
}
