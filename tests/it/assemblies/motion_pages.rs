//! Motions and amendments as their pages show them, with plain forms from end to end.

use domain::polls::Choice;
use http::StatusCode;

use super::{
    debate::{Debate, FOUR, SEATS},
    fixture::{ADMINISTRATOR, BOARD, House, of, organization},
};
use crate::support::for_each_database;

#[tokio::test]
async fn everything_is_done_with_plain_forms() {
    for_each_database(async |world| {
        let debate = Debate::begin(House::build(world).await).await;
        let path = debate.path();
        let mut browser = debate.house.browser(&of("Abri")).await;
        let paragraph = debate.paragraph(0).await.to_string();
        let form = browser.get(&format!("{path}/amend?paragraph={paragraph}&text=fr")).await;
        assert!(form.body.contains(SEATS), "{}", form.body);
        let entries = |text: &'static str, step: &'static str| {
            vec![
                ("paragraph", paragraph.as_str()),
                ("language", "fr"),
                ("kind", "replace"),
                ("text", text),
                ("reasons", "<b>Quatre</b> valent mieux."),
                ("step", step),
            ]
        };
        let nothing = browser.post(&format!("{path}/amend"), &entries(SEATS, "submit")).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nothing.body.contains("Quatre&lt;/b&gt; valent mieux."), "what was typed comes back: {}", nothing.body);
        let sent = browser.post(&format!("{path}/amend"), &entries(FOUR, "submit")).await;
        assert_eq!(
            sent.location.as_deref(),
            Some(format!("{path}?done=amendment-submitted").as_str()),
            "{}",
            sent.body
        );
        let page = browser.get(&path).await;
        for expected in ["<del><span class=\"spoken\"> (removed:) </span>Deux", "<ins>", "&lt;b&gt;Quatre"] {
            assert!(page.body.contains(expected), "{expected} in {}", page.body);
        }
        let which = debate.page().await.amendments[0].id();
        let amendment = format!("{path}/amendments/{which}");

        let mut other = debate.house.browser(&of("Cèdre")).await;
        let supporter = organization("Cèdre").to_string();
        let supported = other.post(&format!("{amendment}/support"), &[("organization", &supporter)]).await;
        assert_eq!(supported.status, StatusCode::SEE_OTHER, "{}", supported.body);
        let twice = other.post(&format!("{amendment}/support"), &[("organization", &supporter)]).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(twice.body.contains("among the authors or supporters already"), "{}", twice.body);

        let mut board = debate.house.browser(BOARD).await;
        let none = board.post(&format!("{amendment}/rule"), &[("ruling", "refused"), ("reason", "")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", none.body);
        let ruled = board.post(&format!("{amendment}/rule"), &[("ruling", "admissible")]).await;
        assert_eq!(ruled.status, StatusCode::SEE_OTHER, "{}", ruled.body);
        let deadlines = format!("{}/motions/deadlines", debate.house.path(&debate.assembly));
        let typed = [("motions_day", ""), ("amendments_day", "2026-03-20"), ("amendments_time", "18:30")];
        assert_eq!(board.post(&deadlines, &typed).await.status, StatusCode::SEE_OTHER);
        let list = board.get(&format!("{}/motions", debate.house.path(&debate.assembly))).await;
        assert!(list.body.contains("18:30"), "in the network's time: {}", list.body);
        let wrong = board.post(&deadlines, &[("amendments_day", "demain")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("demain"), "{}", wrong.body);

        debate.opens_session().await;
        // The room has the chair's next right action, then everyone's ballot, then the result.
        let mut chair = debate.house.browser(ADMINISTRATOR).await;
        // Sessions of before have ended in the meantime.
        let (mut browser, mut other) =
            (debate.house.browser(&of("Abri")).await, debate.house.browser(&of("Cèdre")).await);
        let mut board = debate.house.browser(BOARD).await;
        let room = format!("{}/room", debate.house.path(&debate.assembly));
        assert!(chair.get(&room).await.body.contains("Comptes 2025"), "the first motion comes first");
        let opened = chair.post(&format!("{amendment}/poll"), &[]).await;
        assert_eq!(opened.location, Some(format!("{room}?done=poll-opened")), "{}", opened.body);
        let voting = other.get(&room).await;
        assert!(
            voting.body.contains("Amendment 1 to paragraph 1.1") && voting.body.contains("<ins>"),
            "{}",
            voting.body
        );
        let open = debate.house.services.room(&debate.house.viewer(ADMINISTRATOR).await, debate.assembly.id).await;
        let poll = open.expect("a room").open_item().and_then(|item| item.poll.clone()).expect("an open vote").id;
        debate.house.votes(&debate.assembly, poll, &of("Cèdre"), "Cèdre", Choice::For).await.expect("a vote");
        let closed = chair.post(&format!("{}/polls/{poll}/close", debate.house.path(&debate.assembly)), &[]).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
        let text = browser.get(&format!("{path}/text?text=fr")).await;
        assert!(text.body.contains(FOUR) && !text.body.contains(SEATS), "{}", text.body);
        let translation = board.get(&format!("{path}/translation")).await;
        assert!(translation.body.contains("Twee zetels"), "{}", translation.body);
        let (language, words) = ("nl", "Vier zetels in het bestuur staan in juni open voor begeleide personen.");
        let up_to_date = board
            .post(&format!("{path}/translation"), &[("paragraph", &paragraph), ("language", language), ("text", words)])
            .await;
        assert_eq!(up_to_date.status, StatusCode::SEE_OTHER, "{}", up_to_date.body);
        assert!(browser.get(&format!("{path}/text?text=nl")).await.body.contains(words));
    })
    .await;
}
