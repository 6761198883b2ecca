//! The same through the browser, without JavaScript: addresses, forms, and what somebody forges.

use domain::polls::Choice;
use entities::assemblies::vote;
use http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};
use uuid::Uuid;

use super::fixture::{ADMINISTRATOR, Assembly, BOARD, House, STRANGER, of, organization};
use crate::support::{Answer, Browser, for_each_database};

const BOUNDARY: &str = "trame-test-boundary";

fn upload(name: &str, content: &str) -> (String, String) {
    let body = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"document\"; filename=\"{name}\"\r\n\
         Content-Type: text/plain\r\n\r\n{content}\r\n--{BOUNDARY}--\r\n"
    );
    (format!("multipart/form-data; boundary={BOUNDARY}"), body)
}

/// Every address of an assembly, asked with forms that would be right.
async fn everywhere(browser: &mut Browser, network: &str, assembly: &Assembly, part: Uuid) -> Vec<(String, Answer)> {
    let abri = organization("Abri").to_string();
    let (request, holder) = (Uuid::new_v4().to_string(), organization("Boussole").to_string());
    let entries = [
        ("organization", abri.as_str()),
        ("request", request.as_str()),
        ("choice", "for"),
        ("giver", abri.as_str()),
        ("holder", holder.as_str()),
        ("direction", "up"),
        ("kind", "motion"),
        ("title", "Forgé"),
        ("text", "Forgé"),
        ("version", "0"),
        ("opening", "Forgé"),
    ];
    let mut answers = Vec::new();
    for row in app::site().table().iter().filter(|row| row.path.contains("/assemblies")) {
        let path = row.path.replace("{network}", network);
        let path = path.replace("{assembly}", &assembly.id.to_string());
        let path = ["{part}", "{motion}", "{amendment}", "{request}"]
            .iter()
            .fold(path, |path, name| path.replace(name, &part.to_string()));
        let answer = match row.method {
            "GET" => browser.get(&path).await,
            _ if path.ends_with("/documents") => {
                let (kind, body) = upload("a.txt", "a");
                browser.post_body(&path, &kind, body).await
            }
            _ => browser.post(&path, &entries).await,
        };
        answers.push((format!("{} {path}", row.method), answer));
    }
    assert!(answers.len() > 30, "the table has the addresses of assemblies");
    answers
}

async fn votes(house: &House) -> u64 {
    vote::Entity::find().count(house.services.store().read()).await.expect("a count")
}

#[tokio::test]
async fn nothing_is_shown_to_whoever_has_not_signed_in() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        let mut browser = house.world.browser();
        for (asked, answer) in everywhere(&mut browser, "reseau", &assembly, poll.0).await {
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{asked}");
            assert!(answer.body.contains("/sign-in?next="), "{asked}: a page that says what to do");
            assert!(!answer.body.contains("Comptes 2025"), "{asked}");
        }
        assert_eq!(votes(&house).await, 0);
    })
    .await;
}

#[tokio::test]
async fn nothing_exists_for_people_of_another_network() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        let mut browser = house.browser(STRANGER).await;
        for (asked, answer) in everywhere(&mut browser, "reseau", &assembly, poll.0).await {
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{asked}");
        }
        // Nor under the address of their own network, where they may do everything; nor for members there.
        for name in [STRANGER.to_owned(), ADMINISTRATOR.to_owned(), of("Abri")] {
            let mut browser = house.browser(&name).await;
            for part in [poll.0, assembly.fees] {
                for (asked, answer) in everywhere(&mut browser, "autre", &assembly, part).await {
                    let own = name == STRANGER && !asked.contains(&assembly.id.to_string());
                    assert!(own || answer.status == StatusCode::NOT_FOUND, "{name}: {asked}: {}", answer.status);
                }
            }
        }
        assert_eq!(votes(&house).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_draft_has_no_address_for_members() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.drafted().await;
        let mut browser = house.browser(&of("Abri")).await;
        for (asked, answer) in everywhere(&mut browser, "reseau", &assembly, assembly.fees).await {
            let expected = match asked.as_str() {
                "GET /n/reseau/assemblies" | "GET /n/reseau/assemblies/requests" => StatusCode::OK,
                "POST /n/reseau/assemblies/requests" => StatusCode::UNPROCESSABLE_ENTITY,
                answered
                    if answered.starts_with("POST /n/reseau/assemblies/requests/") && answered.ends_with("/answer") =>
                {
                    StatusCode::FORBIDDEN
                }
                "GET /n/reseau/assemblies/new" | "POST /n/reseau/assemblies/new" => StatusCode::FORBIDDEN,
                _ => StatusCode::NOT_FOUND,
            };
            assert_eq!(answer.status, expected, "{asked}");
            assert!(!answer.body.contains("Assemblée générale 2026"), "{asked}");
        }
        let mut board = house.browser(BOARD).await;
        let page = board.get(&house.path(&assembly)).await;
        assert!(page.status.is_success() && page.body.contains("Comptes 2025"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn forged_forms_are_refused_and_leave_nothing() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let other = house.convened().await;
        let (assembly, poll) = house.voting().await;
        let (path, crossed) = (house.path(&assembly), house.path(&other));
        let mut browser = house.browser(&of("Abri")).await;
        let request = Uuid::new_v4().to_string();
        let (abri, boussole) = (organization("Abri").to_string(), organization("Boussole").to_string());
        let ballot = |organization: &str, choice: &str| {
            [("organization", organization.to_owned()), ("request", request.clone()), ("choice", choice.to_owned())]
        };
        let mut send = async |path: &str, entries: &[(&str, String)]| {
            let entries: Vec<_> = entries.iter().map(|(name, value)| (*name, value.as_str())).collect();
            browser.post(path, &entries).await
        };
        let vote_path = format!("{path}/polls/{poll}/vote");
        // Another assembly's poll under this one's address, in both directions, and no poll at all.
        for address in [format!("{crossed}/polls/{poll}/vote"), format!("{path}/polls/{}/vote", assembly.id)] {
            assert_eq!(send(&address, &ballot(&abri, "for")).await.status, StatusCode::NOT_FOUND, "{address}");
        }
        let others = send(&vote_path, &ballot(&boussole, "for")).await;
        assert_eq!(others.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(others.body.contains("You do not represent this association"), "{}", others.body);
        let unknown = send(&vote_path, &ballot(&Uuid::new_v4().to_string(), "for")).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        for choice in ["", "maybe", "FOR", "for\" onload=\"x"] {
            let answer = send(&vote_path, &ballot(&abri, choice)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{choice}");
            assert!(answer.body.contains("role=\"alert\""), "{choice}: {}", answer.body);
        }
        // No identifier, none at all, or twice: refused with a page, never a fault.
        let organization_of = |value: &str| {
            vec![("organization", value.to_owned()), ("request", request.clone()), ("choice", "for".into())]
        };
        let twice = [organization_of(&abri), organization_of(&boussole)].concat();
        for entries in [organization_of("1 OR 1=1"), organization_of(""), vec![("choice", "for".into())], vec![], twice]
        {
            let answer = send(&vote_path, &entries).await;
            assert!(answer.status.is_client_error(), "{entries:?}: {}", answer.status);
            assert!(
                answer.body.contains("<!DOCTYPE html>") || answer.body.contains("<!doctype html>"),
                "{}",
                answer.body
            );
        }
        for (part, entries) in [
            ("arrive", [("organization", boussole.clone())]),
            ("leave", [("organization", boussole.clone())]),
            ("proxy/revoke", [("giver", boussole.clone())]),
        ] {
            assert_eq!(send(&format!("{path}/{part}"), &entries).await.status, StatusCode::FORBIDDEN, "{part}");
        }
        for part in ["open", "close", "items/0/poll"] {
            let part = part.replace("items/0", &format!("items/{}", assembly.fees));
            assert_eq!(send(&format!("{path}/{part}"), &[]).await.status, StatusCode::FORBIDDEN, "{part}");
        }
        let close = format!("polls/{poll}/close");
        assert_eq!(send(&format!("{path}/{close}"), &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(votes(&house).await, 0);

        let mut chair = house.browser(ADMINISTRATOR).await;
        assert_eq!(chair.post(&format!("{crossed}/{close}"), &[]).await.status, StatusCode::NOT_FOUND);
        let foreign = chair.post(&format!("{crossed}/items/{}/poll", assembly.fees), &[]).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        for address in ["/n/reseau/assemblies/1", "/n/reseau/assemblies/%00", "/n/reseau/assemblies/x/room"] {
            let answer = chair.get(address).await;
            assert!(answer.status.is_client_error(), "{address}: {}", answer.status);
        }
    })
    .await;
}

/// A page without what differs from one making to the next.
fn lasting(page: &str) -> String {
    let mut parts = page.split("name=\"request\" value=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.get(36..).unwrap_or_default())
}

#[tokio::test]
async fn no_page_tells_the_result_before_the_close() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        let path = house.path(&assembly);
        let look = async |choice| {
            house.votes(&assembly, poll, &of("Cèdre"), "Cèdre", choice).await.expect("a vote");
            let mut seen = Vec::new();
            for name in [ADMINISTRATOR.to_owned(), of("Abri"), of("Boussole")] {
                let mut browser = house.browser(&name).await;
                for part in ["", "/room", "/screen", "/minutes", "/minutes.pdf", "/desk"] {
                    let answer = browser.get(&format!("{path}{part}")).await;
                    assert!(answer.status.is_success() || part == "/desk", "{part}: {}", answer.status);
                    assert!(!answer.body.contains("class=\"tally"), "{part}");
                    if part == "/room" || part == "/screen" {
                        assert!(answer.body.contains("1 voted of 4"), "turnout is told: {}", answer.body);
                    }
                    // The minutes carry the journal's latest fingerprint, which a vote moves on.
                    if !part.starts_with("/minutes") {
                        seen.push((name.clone(), part, lasting(&answer.body)));
                    }
                }
            }
            seen
        };
        let first = look(Choice::For).await;
        let second = look(Choice::Against).await;
        for (before, after) in first.iter().zip(&second) {
            assert!(before == after, "{} {} tells what was voted:\n{}\n{}", before.0, before.1, before.2, after.2);
        }
        house.services.close_poll(&house.viewer(ADMINISTRATOR).await, poll).await.expect("a result");
        let room = house.browser(&of("Abri")).await.get(&format!("{path}/room")).await;
        assert!(room.body.contains("tally") && room.body.contains("Against"), "{}", room.body);
    })
    .await;
}

#[tokio::test]
async fn a_whole_assembly_without_javascript() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let mut board = house.browser(BOARD).await;
        let form = |day: &'static str| {
            [
                ("kind", "ordinary"),
                ("title", "Assemblée du printemps"),
                ("day", day),
                ("time", "14:00"),
                ("venue", "room"),
                ("place", "Mairie"),
                ("remote_url", ""),
            ]
        };
        let refused = board.post("/n/reseau/assemblies/new", &form("30/03/2026")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for kept in ["Assemblée du printemps", "Mairie", "30/03/2026"] {
            assert!(refused.body.contains(kept), "{kept} comes back: {}", refused.body);
        }
        let begun = board.post("/n/reseau/assemblies/new", &form("2026-03-30")).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        let path = begun.location.expect("the draft's address");
        let motion = [
            ("kind", "motion"),
            ("title", "Budget"),
            ("text", "L’assemblée adopte le budget."),
            ("decision", "statutes"),
        ];
        let without_text = [("kind", "motion"), ("title", "Budget"), ("text", ""), ("decision", "statutes")];
        let refused = board.post(&format!("{path}/items/new"), &without_text).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("value=\"Budget\""), "{}", refused.body);
        let added = board.post(&format!("{path}/items/new"), &motion).await;
        assert_eq!(added.location.as_deref(), Some(format!("{path}?done=item-added").as_str()));
        let page = board.get(&path).await.body;
        let item = between(&page, &format!("{path}/items/"), "/move")
            .or_else(|| between(&page, &format!("{path}/items/"), "/remove"));
        let item = item.expect("the item's address");
        let (kind, body) = upload("budget.txt", "Recettes et dépenses");
        let answer = board.post_body(&format!("{path}/items/{item}/documents"), &kind, body).await;
        assert_eq!(answer.location.as_deref(), Some(format!("{path}?done=document-added").as_str()), "{}", answer.body);
        let called = board.post(&format!("{path}/convene"), &[]).await;
        assert!(
            called.status.is_success() && called.body.contains("Havre"),
            "who could not be written to: {}",
            called.body
        );
        assert_eq!(board.post(&format!("{path}/convene"), &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);

        let mut abri = house.browser(&of("Abri")).await;
        let page = abri.get(&path).await.body;
        let document = between(&page, &format!("{path}/documents/"), "\"").expect("the document's address");
        let read = abri.get(&format!("{path}/documents/{document}")).await;
        assert_eq!(read.body, "Recettes et dépenses");
        assert!(
            read.headers["content-disposition"]
                .to_str()
                .expect("text")
                .starts_with("attachment; filename=\"budget.txt\"")
        );
        let roll = abri.get(&format!("{path}/roll.csv")).await;
        assert_eq!(roll.body.lines().count(), 9);
        assert!(roll.body.contains("Cèdre,Hébergement,4,"), "{}", roll.body);

        house.world.time.set(super::fixture::at("2026-03-30T12:00:00Z"));
        let mut chair = house.browser(ADMINISTRATOR).await;
        let opened = chair.post(&format!("{path}/open"), &[]).await;
        assert_eq!(opened.location.as_deref(), Some(format!("{path}/room?done=session-opened").as_str()));
        let poll_path = format!("{path}/items/{item}/poll");
        let early = chair.post(&poll_path, &[]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(early.body.contains("The quorum is not reached"), "{}", early.body);
        let mut browsers = Vec::new();
        for name in ["Abri", "Boussole", "Cèdre", "Digue"] {
            let mut browser = house.browser(&of(name)).await;
            let organization = organization(name).to_string();
            let arrived = browser.post(&format!("{path}/arrive"), &[("organization", &organization)]).await;
            assert_eq!(
                arrived.location.as_deref(),
                Some(format!("{path}/room?done=arrived").as_str()),
                "{}",
                arrived.body
            );
            browsers.push((name, organization, browser));
        }
        let ecluse = organization("Écluse").to_string();
        let given = house
            .browser(&of("Écluse"))
            .await
            .post(&format!("{path}/proxy"), &[("giver", &ecluse), ("holder", &browsers[0].1)])
            .await;
        assert_eq!(given.location.as_deref(), Some(format!("{path}/room?done=proxy-given").as_str()), "{}", given.body);
        assert_eq!(chair.post(&poll_path, &[]).await.status, StatusCode::SEE_OTHER);

        let mut votes_cast = 0;
        for (name, _, browser) in &mut browsers {
            let room = browser.get(&format!("{path}/room")).await.body;
            let action = between(&room, &format!("action=\"{path}/polls/"), "/vote").expect("a ballot");
            // The ballots on the page, each with the key that it was made with.
            for ballot in room.split(&format!("action=\"{path}/polls/{action}/vote\"")).skip(1) {
                let organization = between(ballot, "name=\"organization\" value=\"", "\"").expect("for whom");
                let request = between(ballot, "name=\"request\" value=\"", "\"").expect("its key");
                let choice = if *name == "Digue" { "against" } else { "for" };
                let entries = [("organization", organization), ("request", request), ("choice", choice)];
                for _ in 0..2 {
                    let voted = browser.post(&format!("{path}/polls/{action}/vote"), &entries).await;
                    assert_eq!(
                        voted.location.as_deref(),
                        Some(format!("{path}/room?done=vote-recorded").as_str()),
                        "{}",
                        voted.body
                    );
                }
                votes_cast += 1;
            }
        }
        assert_eq!((votes_cast, votes(&house).await), (5, 5), "one of them by proxy");
        let room = chair.get(&format!("{path}/room")).await.body;
        let close = between(&room, &format!("action=\"{path}/polls/"), "/close").expect("the button");
        let closed = chair.post(&format!("{path}/polls/{close}/close"), &[]).await;
        assert_eq!(closed.location.as_deref(), Some(format!("{path}/room?done=poll-closed").as_str()));
        let late = [
            ("organization", browsers[0].1.clone()),
            ("request", Uuid::new_v4().to_string()),
            ("choice", "against".into()),
        ];
        let late: Vec<_> = late.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let late = browsers[0].2.post(&format!("{path}/polls/{close}/vote"), &late).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.body.contains("The vote is closed"), "{}", late.body);
        assert_eq!(chair.post(&format!("{path}/close"), &[]).await.status, StatusCode::SEE_OTHER);
        for part in ["", "/room", "/minutes", "/screen"] {
            let answer = abri.get(&format!("{path}{part}")).await;
            assert!(answer.status.is_success() && answer.body.contains("Assemblée du printemps"), "{part}");
        }
        let minutes = abri.get(&format!("{path}/minutes")).await.body;
        assert!(minutes.contains("L’assemblée adopte le budget.") && minutes.contains("Digue"), "{minutes}");
    })
    .await;
}

/// What stands between two texts.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    text.split(before).skip(1).find_map(|rest| {
        let found = &rest[..rest.find(after)?];
        (!found.contains(['/', '"', '<']) && found != "new").then_some(found)
    })
}
