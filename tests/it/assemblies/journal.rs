//! What happened stands in the journal, and whoever changes a line of it is found out.

use domain::{journal::Broken, polls::Choice};
use entities::audit::journal_line;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder};
use services::audit::Verified;

use super::fixture::{ADMINISTRATOR, House, STRANGER, of, organization, person};
use crate::support::for_each_database;

async fn lines(house: &House) -> Vec<journal_line::Model> {
    let read = house.services.store().read();
    journal_line::Entity::find().order_by_asc(journal_line::Column::Sequence).all(read).await.expect("the journal")
}

async fn broken(house: &House) -> Option<Broken> {
    match house.services.verify_journal().await.expect("an answer") {
        Verified::Broken(broken) => Some(broken),
        Verified::Whole { .. } => None,
    }
}

#[tokio::test]
async fn everything_that_happens_has_its_line() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        house.gives(&assembly, "Écluse", "Abri").await.expect("a proxy");
        house.arrives(&assembly, "Écluse").await.expect("an arrival");
        house.arrives(&assembly, "Écluse").await.expect("twice is once");
        house.votes_with(&assembly, poll, &of("Abri"), "Abri", Choice::For, "a").await.expect("a vote");
        house.votes_with(&assembly, poll, &of("Abri"), "Abri", Choice::For, "a").await.expect("the same form");
        house.votes(&assembly, poll, &of("Abri"), "Boussole", Choice::For).await.expect_err("not yours");
        house.leaves(&assembly, "Écluse").await.expect("a departure");
        let chair = house.viewer(ADMINISTRATOR).await;
        house.services.close_poll(&chair, poll).await.expect("a result");
        house.services.close_session(&chair, assembly.id).await.expect("the end");

        let lines = lines(&house).await;
        let kinds: Vec<_> = lines.iter().map(|line| line.kind.as_str()).collect();
        assert_eq!(
            kinds,
            [
                "assembly_drafted",
                "agenda_item_added",
                "agenda_item_added",
                "agenda_item_added",
                "assembly_convened",
                "session_opened_by_chair",
                "arrival",
                "arrival",
                "arrival",
                "arrival",
                "poll_opened",
                "proxy_given",
                "arrival",
                "proxy_revoked",
                "vote_cast",
                "departure",
                "poll_closed",
                "session_closed"
            ],
            "one line for each, none for what was refused or nothing new"
        );
        assert!(lines.iter().all(|line| line.network == house.network.id.to_string()));
        let vote = &lines[14];
        assert_eq!(vote.actor, person(&of("Abri")).to_string());
        let told: serde_json::Value = serde_json::from_str(&vote.payload).expect("particulars");
        assert_eq!(
            (told["organization"].as_str(), told["choice"].as_str()),
            (Some(organization("Abri").to_string().as_str()), Some("for"))
        );
        let opened: serde_json::Value = serde_json::from_str(&lines[10].payload).expect("particulars");
        assert_eq!(opened["text"], "L’assemblée approuve les comptes de 2025.", "the very words that were voted on");
        let closed: serde_json::Value = serde_json::from_str(&lines[16].payload).expect("particulars");
        assert_eq!(closed["outcome"]["verdict"], "adopted");

        let Verified::Whole { lines: count, head } = house.services.verify_journal().await.expect("an answer") else {
            panic!("the journal is whole")
        };
        assert_eq!((count, head.to_vec()), (18, lines[17].hash.clone()));
        for name in [of("Abri"), STRANGER.to_owned()] {
            let refused = house.services.journal(&house.viewer(&name).await, house.network.id, 0, 50).await;
            assert!(refused.is_err(), "{name} reads the journal");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_changes_the_journal_is_found_out() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        house.votes(&assembly, poll, &of("Abri"), "Abri", Choice::Against).await.expect("a vote");
        house.services.close_poll(&house.viewer(ADMINISTRATOR).await, poll).await.expect("a result");
        let whole = lines(&house).await;
        assert_eq!(broken(&house).await, None);
        let read = house.services.store().read();
        let run = async |sql: &str| {
            read.execute_unprepared(sql).await.expect("the hand of somebody with the database's password");
        };
        let restore = async |row: &journal_line::Model| {
            let row = row.clone().into_active_model().reset_all();
            row.update(read).await.expect("as it was");
        };
        let vote = whole.iter().position(|line| line.kind == "vote_cast").expect("the vote");
        let sequence = whole[vote].sequence;

        run(&format!("UPDATE journal SET payload = REPLACE(payload, 'against', 'for') WHERE sequence = {sequence}"))
            .await;
        assert_eq!(broken(&house).await, Some(Broken::Altered { sequence }));
        restore(&whole[vote]).await;
        assert_eq!(broken(&house).await, None);
        for column in ["actor", "network", "kind"] {
            run(&format!("UPDATE journal SET {column} = 'x' WHERE sequence = {sequence}")).await;
            assert_eq!(broken(&house).await, Some(Broken::Altered { sequence }), "{column}");
            restore(&whole[vote]).await;
        }
        let later = journal_line::ActiveModel {
            sequence: Set(sequence),
            at: Set(whole[vote].at + chrono::Duration::microseconds(1)),
            ..Default::default()
        };
        later.update(read).await.expect("another time");
        assert_eq!(broken(&house).await, Some(Broken::Altered { sequence }));
        restore(&whole[vote]).await;

        run(&format!("DELETE FROM journal WHERE sequence = {sequence}")).await;
        assert_eq!(broken(&house).await, Some(Broken::Missing { expected: sequence, found: sequence + 1 }));
        journal_line::Entity::insert(whole[vote].clone().into_active_model())
            .exec_without_returning(read)
            .await
            .expect("as it was");
        assert_eq!(broken(&house).await, None);

        for (from, to) in [(3, -1), (4, 3), (-1, 4)] {
            run(&format!("UPDATE journal SET sequence = {to} WHERE sequence = {from}")).await;
        }
        assert_eq!(broken(&house).await, Some(Broken::Altered { sequence: 3 }), "two lines in each other's place");
        for (from, to) in [(3, -1), (4, 3), (-1, 4)] {
            run(&format!("UPDATE journal SET sequence = {to} WHERE sequence = {from}")).await;
        }
        assert_eq!(broken(&house).await, None);

        let last = whole.last().expect("lines").sequence;
        run(&format!("DELETE FROM journal WHERE sequence = {last}")).await;
        assert_eq!(broken(&house).await, Some(Broken::Truncated { expected: last, found: last - 1 }));
        run("DELETE FROM journal").await;
        assert_eq!(broken(&house).await, Some(Broken::Truncated { expected: last, found: 0 }));
    })
    .await;
}
