//! A motion is put to the vote, votes come in, and the result follows from them and from nothing else.

use std::sync::Arc;

use domain::{
    assemblies::CourseRefused,
    ids::{OrganizationId, PollId},
    polls::{CastAs, CastRefused, Choice, MajorityRule, Verdict, count},
    proxies::Representation,
};
use entities::{
    assemblies::{attendance, poll, vote},
    audit::journal_line,
};
use futures::future::join_all;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use services::{
    Error, Refusal, Viewer,
    assemblies::{Cast, Room},
};
use tokio::sync::Notify;

use super::fixture::{
    ADMINISTRATOR, ALTERNATE, Assembly, BOARD, FORMER, House, STRANGER, at, course, of, organization, person, refusal,
};
use crate::support::for_each_database;

async fn stored(house: &House) -> Vec<vote::Model> {
    let mut rows = vote::Entity::find().all(house.services.store().read()).await.expect("the votes");
    rows.sort_by_key(|row| row.cast_at);
    rows
}

async fn close(house: &House, poll: PollId) -> Result<domain::polls::Outcome, Error> {
    let chair = house.viewer(ADMINISTRATOR).await;
    house.services.close_poll(&chair, poll).await.map(|(_, outcome)| outcome)
}

async fn room(house: &House, viewer: &str, assembly: &Assembly) -> Room {
    house.services.room(&house.viewer(viewer).await, assembly.id).await.expect("the room")
}

#[tokio::test]
async fn two_chairs_press_at_once_and_one_vote_opens() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&["Abri", "Boussole", "Cèdre", "Digue"]).await;
        let (one, two) = (house.viewer(ADMINISTRATOR).await, house.viewer(BOARD).await);
        let elsewhere = house.world.another_process().await;
        let (a, b, c) = tokio::join!(
            house.services.open_poll(&one, assembly.id, assembly.accounts),
            house.services.open_poll(&two, assembly.id, assembly.accounts),
            elsewhere.open_poll(&two, assembly.id, assembly.fees),
        );
        let (opened, refused): (Vec<_>, Vec<_>) = [a, b, c].into_iter().partition(Result::is_ok);
        assert_eq!(opened.len(), 1);
        for result in refused {
            assert_eq!(course(result), CourseRefused::PollOpen);
        }
        assert_eq!(poll::Entity::find().count(house.services.store().read()).await.expect("a count"), 1);
    })
    .await;
}

#[tokio::test]
async fn a_motion_is_voted_on_once_in_session_by_its_chair() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        assert_eq!(course(house.opens(&assembly, assembly.fees).await), CourseRefused::PollOpen);
        let chair = house.viewer(ADMINISTRATOR).await;
        assert_eq!(course(house.services.close_session(&chair, assembly.id).await), CourseRefused::PollOpen);
        let member = house.services.close_poll(&house.viewer(&of("Abri")).await, poll).await;
        assert!(matches!(member, Err(Error::NotAllowed { .. })), "{member:?}");
        let stranger = house.services.close_poll(&house.viewer(STRANGER).await, poll).await;
        assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");
        close(&house, poll).await.expect("a result");
        assert_eq!(refusal(close(&house, poll).await), Refusal::Cast(CastRefused::Closed));
        assert_eq!(course(house.opens(&assembly, assembly.accounts).await), CourseRefused::AlreadyVoted);
        assert_eq!(course(house.opens(&assembly, assembly.report).await), CourseRefused::NotAMotion);
        let other = house.drafted().await;
        let foreign = house.opens(&assembly, other.fees).await;
        assert!(matches!(foreign, Err(Error::NotFound)), "an item of another agenda: {foreign:?}");
        house.opens(&assembly, assembly.fees).await.expect("the next motion");
    })
    .await;
}

#[tokio::test]
async fn votes_are_cast_for_oneself_and_by_proxy_and_changed_until_the_close() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        house.gives(&assembly, "Écluse", "Abri").await.expect("a proxy");
        let abri = of("Abri");
        let cast = async |by: &str, name: &str, choice, request: &str| {
            house.world.time.pass_minutes(1);
            house.votes_with(&assembly, poll, by, name, choice, request).await.expect("a vote")
        };
        assert!(!cast(&abri, "Abri", Choice::For, "a").await.changed);
        let twice = cast(&abri, "Abri", Choice::For, "a").await;
        assert!(!twice.changed);
        assert_eq!(twice.at, at("2026-03-30T12:01:00Z"), "the same form sent again is the vote of before");
        assert!(!cast(&abri, "Écluse", Choice::Abstain, "b").await.changed);
        assert!(cast(&abri, "Écluse", Choice::Against, "c").await.changed);
        assert!(!cast(&abri, "Écluse", Choice::Against, "d").await.changed, "another form, the same choice");

        let rows = stored(&house).await;
        let told: Vec<_> = rows.iter().map(|row| (row.organization_id, row.choice.as_str(), row.changes)).collect();
        assert_eq!(told, [(organization("Abri").0, "for", 0), (organization("Écluse").0, "against", 2)]);
        let right = |row: &vote::Model| serde_json::from_value::<CastAs>(row.cast_as.clone()).expect("a right");
        assert_eq!(right(&rows[0]), CastAs::Own);
        assert_eq!(right(&rows[1]), CastAs::Proxy { holder: organization("Abri") });

        // One person of the organization changes what another said; the giver arrives and votes itself.
        house.votes(&assembly, poll, &of("Boussole"), "Boussole", Choice::For).await.expect("a vote");
        let alternate = house.votes(&assembly, poll, ALTERNATE, "Boussole", Choice::Against).await;
        assert_eq!(refusal(alternate), Refusal::Cast(CastRefused::NotHere));
        house.arrives(&assembly, "Écluse").await.expect("an arrival");
        let holder = house.votes(&assembly, poll, &abri, "Écluse", Choice::For).await;
        assert_eq!(refusal(holder), Refusal::Cast(CastRefused::NotYours));
        assert!(house.votes(&assembly, poll, &of("Écluse"), "Écluse", Choice::For).await.expect("a vote").changed);

        let mine = room(&house, &of("Écluse"), &assembly).await.mine;
        assert_eq!((mine.len(), mine[0].choice, mine[0].cast_as), (1, Some(Choice::For), CastAs::Own));
        close(&house, poll).await.expect("a result");
        let late = house.votes(&assembly, poll, &abri, "Abri", Choice::Against).await;
        assert_eq!(refusal(late), Refusal::Cast(CastRefused::Closed));
        assert_eq!(stored(&house).await.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn votes_that_wait_together_are_decided_one_after_the_other() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        let (abri, boussole) = (house.viewer(&of("Abri")).await, house.viewer(&of("Boussole")).await);
        let cast = |viewer, name: &str, choice, request: &str| {
            let (organization, request) = (organization(name), request.to_owned());
            house
                .services
                .cast(viewer, Cast { network: None, assembly: assembly.id, poll, organization, choice, request })
        };
        let votes = join_all([
            cast(&abri, "Abri", Choice::For, "first"),
            cast(&boussole, "Abri", Choice::Against, "not theirs"),
            cast(&abri, "Abri", Choice::Against, "second"),
            cast(&boussole, "Boussole", Choice::For, "own"),
            cast(&abri, "Abri", Choice::Against, "second"),
        ]);
        // The writer is kept busy until all five wait for it.
        let gate = Arc::new(Notify::new());
        let opened = Arc::clone(&gate);
        let busy = house.services.store().write::<(), DbErr, _>(move |_| {
            let opened = Arc::clone(&opened);
            Box::pin(async move {
                opened.notified().await;
                Ok(())
            })
        });
        let (_, answers, ()) = tokio::join!(biased; busy, votes, async { gate.notify_one() });
        let mut answers = answers.into_iter();
        let mut next = || answers.next().expect("an answer for each");
        assert!(!next().expect("a vote").changed);
        assert_eq!(refusal(next()), Refusal::Cast(CastRefused::NotYours));
        assert!(next().expect("another choice").changed);
        assert!(!next().expect("a vote").changed);
        assert!(!next().expect("the same form again").changed);
        let mut rows: Vec<_> =
            stored(&house).await.into_iter().map(|row| (row.organization_id, row.choice, row.changes)).collect();
        rows.sort();
        let mut expected =
            [(organization("Abri").0, "against".to_owned(), 1), (organization("Boussole").0, "for".to_owned(), 0)];
        expected.sort();
        assert_eq!(rows, expected);
        let told = journal_line::Entity::find().filter(journal_line::Column::Kind.eq("vote_cast"));
        assert_eq!(told.count(house.services.store().read()).await.expect("a count"), 3, "what was taken, each once");
    })
    .await;
}

#[tokio::test]
async fn nobody_votes_who_may_not() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let other = house.convened().await;
        let (assembly, poll) = house.voting().await;
        house.gives(&assembly, "Havre", "Abri").await.expect("a proxy");
        let cast = async |by: &str, name: &str| house.votes(&assembly, poll, by, name, Choice::For).await;
        assert_eq!(refusal(cast(&of("Abri"), "Boussole").await), Refusal::Cast(CastRefused::NotYours));
        assert_eq!(refusal(cast(&of("Gué"), "Gué").await), Refusal::Cast(CastRefused::NotHere));
        assert_eq!(refusal(cast(&of("Havre"), "Havre").await), Refusal::Cast(CastRefused::GivenAway));
        assert_eq!(refusal(cast(&of("Île"), "Île").await), Refusal::Cast(CastRefused::NotOnRoll));
        assert_eq!(refusal(cast(ADMINISTRATOR, "Abri").await), Refusal::Cast(CastRefused::NotYours));
        assert_eq!(refusal(cast(FORMER, "Fontaine").await), Refusal::Cast(CastRefused::NotYours));
        for name in ["Abri", "Zénith"] {
            let stranger = cast(STRANGER, name).await;
            assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");
        }
        let anonymous = Cast {
            network: None,
            assembly: assembly.id,
            poll,
            organization: organization("Abri"),
            choice: Choice::For,
            request: "x".into(),
        };
        let anonymous = house.services.cast(&Viewer::anonymous(), anonymous).await;
        assert!(matches!(anonymous, Err(Error::SignInFirst)), "{anonymous:?}");

        // Another assembly's poll under this assembly's name, and one that does not exist.
        let crossed = house.votes(&other, poll, &of("Abri"), "Abri", Choice::For).await;
        assert!(matches!(crossed, Err(Error::NotFound)), "{crossed:?}");
        let unknown = house.votes(&assembly, PollId(assembly.id.0), &of("Abri"), "Abri", Choice::For).await;
        assert!(matches!(unknown, Err(Error::NotFound)), "{unknown:?}");
        assert!(stored(&house).await.is_empty(), "nothing of all this is on record");
    })
    .await;
}

#[tokio::test]
async fn whose_mandate_ended_at_midnight_does_not_vote_any_more() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&["Abri", "Boussole", "Cèdre"]).await;
        // As if the session had begun the evening before.
        let here = attendance::Model {
            id: assembly.id.0,
            assembly_id: assembly.id.0,
            organization_id: organization("Fontaine").0,
            person_id: person(FORMER).0,
            person_name: FORMER.into(),
            remote: false,
            arrived_at: at("2026-03-29T20:00:00Z"),
            left_at: None,
        };
        house.put::<attendance::ActiveModel>(here).await;
        let poll = house.opens(&assembly, assembly.accounts).await.expect("a poll");
        let refused = house.votes(&assembly, poll, FORMER, "Fontaine", Choice::For).await;
        assert_eq!(refusal(refused), Refusal::Cast(CastRefused::NotYours));
    })
    .await;
}

#[tokio::test]
async fn eight_votes_at_the_same_instant_are_eight_votes() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let names = ["Abri", "Boussole", "Cèdre", "Digue", "Écluse", "Fontaine", "Gué", "Havre"];
        let assembly = house.in_session(&names).await;
        let poll = house.opens(&assembly, assembly.accounts).await.expect("a poll");
        let elsewhere = house.world.another_process().await;
        // Each sends its form four times, to two processes.
        let mut casts = Vec::new();
        for (index, name) in names.into_iter().enumerate() {
            let viewer = house.viewer(&of(name)).await;
            let choice = Choice::ALL[index % 2];
            for copy in 0..4 {
                let services = if copy % 2 == 0 { &house.services } else { &elsewhere };
                let cast = Cast {
                    network: None,
                    assembly: assembly.id,
                    poll,
                    organization: organization(name),
                    choice,
                    request: format!("form of {name}"),
                };
                let viewer = viewer.clone();
                casts.push(async move { services.cast(&viewer, cast).await });
            }
        }
        for result in join_all(casts).await {
            assert!(!result.expect("a vote").changed);
        }
        let rows = stored(&house).await;
        assert_eq!(rows.len(), 8);
        assert!(rows.iter().all(|row| row.changes == 0));
        let outcome = close(&house, poll).await.expect("a result");
        assert_eq!((outcome.tally.in_favour.weight, outcome.tally.against.weight), (1 + 4 + 1 + 1, 2 + 1 + 1 + 1));
    })
    .await;
}

#[tokio::test]
async fn the_result_is_the_count_of_what_is_stored() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        house.gives(&assembly, "Écluse", "Abri").await.expect("a proxy");
        for (by, name, choice) in [
            ("Abri", "Abri", Choice::Against),
            ("Abri", "Écluse", Choice::Against),
            ("Cèdre", "Cèdre", Choice::For),
            ("Boussole", "Boussole", Choice::Abstain),
        ] {
            house.votes(&assembly, poll, &of(by), name, choice).await.expect("a vote");
        }
        let outcome = close(&house, poll).await.expect("a result");
        let after = room(&house, &of("Gué"), &assembly).await;
        let votes: Vec<_> = stored(&house)
            .await
            .into_iter()
            .map(|row| (OrganizationId(row.organization_id), row.choice.parse::<Choice>().expect("a choice")))
            .collect();
        let roll: Vec<_> = after.roll.iter().map(|line| line.entry.clone()).collect();
        let mut presence = domain::proxies::Presence::default();
        for line in after.attendances.iter() {
            presence.arrive(line.organization, line.person);
        }
        presence.give(organization("Écluse"), organization("Abri"));
        let counted = count(MajorityRule::SIMPLE, &roll, &presence, &votes, after.quorum.clone());
        assert_eq!(outcome, counted);
        let held = &outcome.conditions[0];
        assert_eq!((outcome.verdict, held.have, held.base, held.needed), (Verdict::Adopted, 4, 6, 4));
        assert_eq!((outcome.tally.present.heads, outcome.tally.entitled.weight), (5, 12));

        let item = after.items.iter().find(|item| item.id == assembly.accounts).expect("the item");
        let told = item.poll.as_ref().expect("its poll");
        assert_eq!(told.outcome.as_ref(), Some(&outcome), "the record says the same");
        let names: Vec<_> = told
            .votes
            .iter()
            .map(|vote| (vote.organization.as_str(), vote.choice, vote.by_proxy_of.as_deref()))
            .collect();
        assert_eq!(
            names,
            [
                ("Abri", Choice::Against, None),
                ("Boussole", Choice::Abstain, None),
                ("Cèdre", Choice::For, None),
                ("Écluse", Choice::Against, Some("Abri"))
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn a_tie_adopts_nothing_and_a_lost_quorum_decides_nothing() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        house.votes(&assembly, poll, &of("Abri"), "Abri", Choice::For).await.expect("a vote");
        house.votes(&assembly, poll, &of("Digue"), "Digue", Choice::Against).await.expect("a vote");
        let outcome = close(&house, poll).await.expect("a result");
        assert_eq!((outcome.verdict, outcome.adopted()), (Verdict::Tied, false));

        let poll = house.opens(&assembly, assembly.fees).await.expect("a poll");
        house.votes(&assembly, poll, &of("Abri"), "Abri", Choice::For).await.expect("a vote");
        house.leaves(&assembly, "Cèdre").await.expect("a departure");
        let outcome = close(&house, poll).await.expect("a result");
        assert_eq!((outcome.verdict, outcome.adopted()), (Verdict::NoQuorum, false));
        assert_eq!((outcome.quorum.parts[0].have, outcome.quorum.parts[0].needed), (3, 4));
        let line =
            room(&house, &of("Abri"), &assembly).await.roll.iter().find(|line| line.entry.name == "Cèdre").cloned();
        assert_eq!(line.expect("on the roll").representation, Representation::Absent);
    })
    .await;
}

#[tokio::test]
async fn before_the_close_nobody_knows_more_than_that_votes_came_in() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        let cast = async |choice| {
            house.votes(&assembly, poll, &of("Cèdre"), "Cèdre", choice).await.expect("a vote");
            let live = house.services.live(assembly.id).await.expect("what is live");
            let mut seen = vec![format!("{live:?}")];
            for name in [ADMINISTRATOR.to_owned(), BOARD.to_owned(), of("Abri"), of("Île")] {
                let room = room(&house, &name, &assembly).await;
                let item = room.open_item().expect("the open vote");
                let told = item.poll.as_ref().expect("its poll");
                assert!(told.outcome.is_none() && told.votes.is_empty(), "{told:?}");
                seen.push(format!("{:?} {:?}", room.items, room.mine));
            }
            seen
        };
        let first = cast(Choice::For).await;
        assert_eq!(first, cast(Choice::Against).await, "whatever the vote says, everything else looks the same");

        // The journal is read by the board, and keeps the secret until the close.
        let chair = house.viewer(ADMINISTRATOR).await;
        let told = async || {
            let page = house.services.journal(&chair, house.network.id, 0, 500).await.expect("the journal");
            page.lines.into_iter().filter(|line| line.kind == "vote_cast").map(|line| line.payload).collect::<Vec<_>>()
        };
        let withheld = told().await;
        assert_eq!(withheld.len(), 2);
        assert!(
            withheld.iter().all(|payload| !payload.contains("for") && !payload.contains("against")),
            "{withheld:?}"
        );
        close(&house, poll).await.expect("a result");
        let open = told().await;
        assert!(open[0].contains("\"choice\":\"against\"") && open[1].contains("\"choice\":\"for\""), "{open:?}");
    })
    .await;
}
