//! Motions and amendments: who may propose what until when, the order of the vote, and the text that
//! changes with each.

use std::collections::BTreeMap;

use domain::{
    assemblies::CourseRefused,
    ids::{AmendmentId, ParagraphId},
    locale::Locale,
    motions::{ChangeKind, Deadlines, MotionRefused, Phase, State, TextRefused, WithoutObject},
    polls::Choice,
};
use entities::{
    assemblies::poll,
    motions::{amendment, revision},
};
use http::StatusCode;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use services::{
    Error, Refusal,
    motions::{NewAmendment, NewMotion, Ruling},
};

use super::{
    debate::{Debate, FOUR, MARCH, SEATS, SIX, refused},
    fixture::{ADMINISTRATOR, ALTERNATE, BOARD, FORMER, House, STRANGER, at, course, of, organization, refusal},
};
use crate::support::for_each_database;

#[tokio::test]
async fn each_vote_changes_the_text_that_the_next_is_on() {
    for_each_database(async |world| {
        let debate = Debate::begin(House::build(world).await).await;
        let seats = debate.admitted("Abri", 0, ChangeKind::Replace, FOUR).await;
        let month = debate.admitted("Boussole", 0, ChangeKind::Replace, MARCH).await;
        let rival = debate.admitted("Cèdre", 0, ChangeKind::Replace, SIX).await;
        let more = debate.admitted("Digue", 2, ChangeKind::Insert, "Un bilan est publié.").await;
        assert_eq!(debate.page().await.collisions.len(), 3, "each pair on the first paragraph");
        debate.opens_session().await;

        // In the order of the rule: all three change one word, so the first that came in.
        assert_eq!(refused(debate.puts(rival).await), MotionRefused::NotItsTurn { first: 1 });
        let chair = debate.house.viewer(ADMINISTRATOR).await;
        let early = debate.house.services.open_poll(&chair, debate.assembly.id, debate.assembly.fees).await;
        assert_eq!(refused(early), MotionRefused::AmendmentsPending { count: 4 });
        debate.votes(seats, Choice::For).await;
        assert_eq!(debate.state(seats).await, State::Adopted);
        assert_eq!(debate.state(rival).await, State::Superseded);
        let page = debate.page().await;
        let rival = page.amendment(rival).expect("it");
        assert_eq!(rival.superseded, Some((WithoutObject::Overlap, Some(1))));
        let month = page.amendment(month).expect("it");
        assert_eq!((month.before.as_str(), month.state), (FOUR, State::Admissible));
        assert_eq!(month.after, "Quatre sièges du conseil sont ouverts aux personnes accompagnées en mars.");
        let month = month.id();
        debate.votes(month, Choice::For).await;
        debate.votes(more, Choice::Against).await;
        assert_eq!(debate.state(more).await, State::Rejected);

        // Every revision is there as it was; a rejected amendment makes none.
        let query = revision::Entity::find().filter(revision::Column::MotionId.eq(debate.motion.0));
        let database = debate.house.services.store().read();
        let kept = query.order_by_asc(revision::Column::Number).all(database).await.expect("revisions");
        let told: Vec<_> = kept.iter().map(|row| (row.number, row.cause.as_str(), row.amendment_id)).collect();
        let by = |id: AmendmentId| Some(id.0);
        assert_eq!(told, [(1, "written", None), (2, "amendment", by(seats)), (3, "amendment", by(month))]);
        assert!(kept[0].text.to_string().contains(SEATS), "{}", kept[0].text);

        let poll = debate.house.services.open_poll(&chair, debate.assembly.id, debate.assembly.fees).await;
        debate.decides(poll.expect("the amendments are decided"), Choice::For).await;
        let page = debate.page().await;
        assert_eq!(page.motion.state, State::Adopted);
        assert_eq!(
            debate.text(Locale::Fr).await,
            "1. Gouvernance\n\n1.1 Quatre sièges du conseil sont ouverts aux personnes accompagnées en mars.\n\n\
             1.2 Elles sont désignées par leurs pairs.\n\n2. Suivi\n\n2.1 Le conseil en rend compte chaque année."
        );

        // The minutes tell each amendment with what became of it, and the text that was voted on.
        let mut browser = debate.house.browser(&of("Abri")).await;
        let minutes = browser.get(&format!("{}/minutes.pdf?lang=fr", debate.house.path(&debate.assembly))).await;
        assert_eq!(minutes.status, StatusCode::OK, "{}", minutes.body);
        for expected in [
            "Amendement 1 à l’alinéa 1.1",
            "Proposé par",
            SIX,
            "Sans objet depuis l’adoption de l’amendement 1.",
            "Un bilan est publié.",
            "Texte mis aux voix",
            "1.1 Quatre sièges du conseil sont ouverts aux personnes accompagnées en mars.",
        ] {
            assert!(minutes.body.replace('\u{a0}', " ").contains(expected), "{expected} in\n{}", minutes.body);
        }
    })
    .await;
}

#[tokio::test]
async fn the_close_of_a_vote_changes_everything_or_nothing() {
    for_each_database(async |world| {
        let debate = Debate::begin(House::build(world).await).await;
        let seats = debate.admitted("Abri", 0, ChangeKind::Replace, FOUR).await;
        debate.opens_session().await;
        let (first, second) = (debate.house.viewer(ADMINISTRATOR).await, debate.house.viewer(BOARD).await);
        let (services, id) = (&debate.house.services, debate.assembly.id);
        // Two chairs press at once, to open and to close: one does, the other hears why not.
        let (one, two) = tokio::join!(
            services.open_amendment_poll(&first, id, seats),
            services.open_amendment_poll(&second, id, seats)
        );
        let (opened, late) = if one.is_ok() { (one, two) } else { (two, one) };
        let poll = opened.expect("the first");
        assert_eq!(course(late), CourseRefused::PollOpen);
        assert_eq!(debate.state(seats).await, State::Voting);
        debate.house.votes(&debate.assembly, poll, &of("Cèdre"), "Cèdre", Choice::For).await.expect("a vote");
        let (one, two) = tokio::join!(services.close_poll(&first, poll), services.close_poll(&second, poll));
        let (closed, late) = if one.is_ok() { (one, two) } else { (two, one) };
        closed.expect("the first");
        assert!(matches!(refusal(late), Refusal::Cast(_)));
        let page = debate.page().await;
        assert_eq!((page.motion.revision, page.amendments[0].state), (2, State::Adopted));

        // When the text cannot be written down, the vote is not closed and the amendment not adopted.
        let more = debate.admitted_in_session("Boussole", 2, "Un bilan est publié.").await;
        let poll = debate.puts(more).await.expect("its turn");
        debate.house.votes(&debate.assembly, poll, &of("Cèdre"), "Cèdre", Choice::For).await.expect("a vote");
        let full = "CREATE UNIQUE INDEX one_amendment_only ON motion_revisions (motion_id, cause)";
        services.store().read().execute_unprepared(full).await.expect("no room for a second one");
        let broken = services.close_poll(&first, poll).await;
        assert!(matches!(broken, Err(Error::Database(_))), "{broken:?}");
        let row = amendment::Entity::find_by_id(more.0).one(services.store().read()).await.expect("an answer");
        assert_eq!(row.expect("it").state, State::Voting.as_str());
        let row = poll::Entity::find_by_id(poll.0).one(services.store().read()).await.expect("an answer");
        assert_eq!(row.expect("it").closed_at, None);
    })
    .await;
}

#[tokio::test]
async fn who_may_propose_and_until_when() {
    for_each_database(async |world| {
        let debate = Debate::begin(House::build(world).await).await;
        let (services, id) = (&debate.house.services, debate.assembly.id);
        let board = debate.house.viewer(BOARD).await;
        let until = at("2026-03-20T22:59:00Z");
        let deadlines = Deadlines { motions: Some(at("2026-03-10T12:00:00Z")), amendments: Some(until) };
        services.set_deadlines(&board, id, deadlines).await.expect("deadlines");
        let member = debate.house.viewer(&of("Abri")).await;
        let set = services.set_deadlines(&member, id, deadlines).await;
        assert!(matches!(set, Err(Error::NotAllowed { .. })), "{set:?}");
        let new = debate.amendment("Abri", 0, ChangeKind::Replace, FOUR).await;

        // For one's own organization only, and only for one with a vote here.
        let foreign = debate.drafts("Boussole", new.clone()).await;
        assert!(matches!(foreign, Err(Error::NotAllowed { .. })), "{foreign:?}");
        let stranger = services.draft_amendment(&debate.house.viewer(STRANGER).await, id, new.clone()).await;
        assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");
        let board_itself = services.draft_amendment(&board, id, new.clone()).await;
        assert!(matches!(board_itself, Err(Error::NotAllowed { .. })), "{board_itself:?}");
        let suspended = debate.amendment("Île", 0, ChangeKind::Replace, FOUR).await;
        assert_eq!(refused(debate.drafts("Île", suspended).await), MotionRefused::NotOnRoll);
        let alternate = debate.amendment("Boussole", 1, ChangeKind::Delete, "").await;
        let alternate = services.draft_amendment(&debate.house.viewer(ALTERNATE).await, id, alternate).await;
        alternate.expect("an alternate speaks for the organization");

        // What changes nothing is no amendment; what is not there cannot be amended.
        let same = debate.amendment("Abri", 0, ChangeKind::Replace, SEATS).await;
        assert_eq!(refused(debate.drafts("Abri", same).await), MotionRefused::ChangesNothing);
        let nowhere = NewAmendment { paragraph: ParagraphId(uuid::Uuid::new_v4()), ..new.clone() };
        assert!(matches!(debate.drafts("Abri", nowhere).await, Err(Error::NotFound)));
        let silent = NewAmendment { reasons: " ".into(), ..new.clone() };
        assert!(matches!(debate.drafts("Abri", silent).await, Err(Error::Invalid(_))));

        // A draft is nobody else's; it is handed in once, and in time.
        let draft = debate.drafts("Abri", new.clone()).await.expect("a draft");
        assert!(debate.page().await.amendment(draft).is_none(), "the board does not see it");
        let shown = services.motion(&member, id, debate.motion).await.expect("a motion");
        assert_eq!(shown.amendment(draft).map(|one| one.state), Some(State::Draft));
        assert!(matches!(debate.submits("Boussole", draft).await, Err(Error::NotFound)));
        let unseen = debate.house.viewer(&of("Boussole")).await;
        let support = services.support(&unseen, id, debate.motion, Some(draft), organization("Boussole")).await;
        assert!(matches!(support, Err(Error::NotFound)), "{support:?}");
        debate.submits("Abri", draft).await.expect("in time");
        assert_eq!(
            refused(debate.submits("Abri", draft).await),
            MotionRefused::NotFromHere { state: State::Submitted }
        );

        debate.house.world.time.set(until);
        let last = debate.amendment("Cèdre", 2, ChangeKind::Delete, "").await;
        let last = debate.drafts("Cèdre", last).await.expect("the last moment counts in");
        debate.house.world.time.pass_minutes(1);
        assert_eq!(refused(debate.submits("Cèdre", last).await), MotionRefused::DeadlinePassed { at: until });
        assert_eq!(refused(debate.drafts("Abri", new).await), MotionRefused::DeadlinePassed { at: until });
        assert_eq!(debate.page().await.phase, Phase::Over);

        // Nobody rules, orders or puts to the vote who is not of the board.
        let ruled = services.rule_amendment(&member, id, debate.motion, draft, Ruling::Admissible).await;
        assert!(matches!(ruled, Err(Error::NotAllowed { .. })), "{ruled:?}");
        let ordered = services.move_amendment(&member, id, debate.motion, draft, 1, true).await;
        assert!(matches!(ordered, Err(Error::NotAllowed { .. })), "{ordered:?}");
        let put = services.open_amendment_poll(&member, id, draft).await;
        assert!(matches!(put, Err(Error::NotAllowed { .. })), "{put:?}");
        assert!(matches!(debate.rules(draft, Ruling::Refused(" ".into())).await, Err(Error::Invalid(_))));
        debate.rules(draft, Ruling::Refused("Contraire aux statuts.".into())).await.expect("a refusal with its reason");
        let page = debate.page().await;
        let refused_one = page.amendment(draft).expect("it");
        assert_eq!(refused_one.refusal.as_deref(), Some("Contraire aux statuts."));
        let again = debate.rules(draft, Ruling::Admissible).await;
        assert_eq!(refused(again), MotionRefused::NotFromHere { state: State::Refused });
    })
    .await;
}

#[tokio::test]
async fn support_counts_once_and_authors_take_back() {
    for_each_database(async |world| {
        let debate = Debate::begin(House::build(world).await).await;
        let (services, id) = (&debate.house.services, debate.assembly.id);
        let seats = debate.admitted("Abri", 0, ChangeKind::Replace, FOUR).await;
        let supports = async |by: &str, name: &str| {
            let viewer = debate.house.viewer(&of(by)).await;
            services.support(&viewer, id, debate.motion, Some(seats), organization(name)).await
        };
        let (one, two) = tokio::join!(supports("Cèdre", "Cèdre"), supports("Cèdre", "Cèdre"));
        let (counted, double) = if one.is_ok() { (one, two) } else { (two, one) };
        counted.expect("the first");
        assert_eq!(refused(double), MotionRefused::BacksAlready);
        assert_eq!(refused(supports("Abri", "Abri").await), MotionRefused::BacksAlready);
        let for_another = supports("Digue", "Boussole").await;
        assert!(matches!(for_another, Err(Error::NotAllowed { .. })), "{for_another:?}");
        let former = debate.house.viewer(FORMER).await;
        debate.house.world.time.set(at("2026-03-30T08:00:00Z"));
        let ended = services
            .support(&debate.house.viewer(FORMER).await, id, debate.motion, Some(seats), organization("Fontaine"))
            .await;
        assert!(matches!(ended, Err(Error::NotAllowed { .. })), "{ended:?} {former:?}");
        assert_eq!(debate.page().await.amendments[0].supporters.len(), 1);

        let taken =
            services.withdraw_amendment(&debate.house.viewer(&of("Cèdre")).await, id, debate.motion, seats).await;
        assert!(matches!(taken, Err(Error::NotAllowed { .. })), "a supporter is no author: {taken:?}");
        services
            .withdraw_amendment(&debate.house.viewer(&of("Abri")).await, id, debate.motion, seats)
            .await
            .expect("its author");
        assert_eq!(debate.state(seats).await, State::Withdrawn);
        assert_eq!(refused(supports("Digue", "Digue").await), MotionRefused::NotFromHere { state: State::Withdrawn });
    })
    .await;
}

#[tokio::test]
async fn a_motion_of_a_member_comes_on_the_agenda() {
    for_each_database(async |world| {
        let debate = Debate::begin(House::build(world).await).await;
        let (services, id) = (&debate.house.services, debate.assembly.id);
        let member = debate.house.viewer(&of("Gué")).await;
        let new = NewMotion {
            organization: organization("Gué"),
            title: "Un fonds de solidarité".into(),
            text: BTreeMap::from([(Locale::Fr, "Un fonds est créé.".to_owned())]),
            locale: Locale::Fr,
            reasons: String::new(),
        };
        let unlike = BTreeMap::from([(Locale::Fr, "Un.\n\nDeux.".to_owned()), (Locale::Nl, "Een.".to_owned())]);
        let unlike = services.draft_motion(&member, id, NewMotion { text: unlike, ..new.clone() }).await;
        let differs = TextRefused::BuiltDifferently { locale: Locale::Nl, article: 1 };
        assert_eq!(refused(unlike), MotionRefused::Text(differs));
        let motion = services.draft_motion(&member, id, new).await.expect("a draft");
        let unseen = services.motion(&debate.house.viewer(&of("Abri")).await, id, motion).await;
        assert!(matches!(unseen, Err(Error::NotFound)), "{unseen:?}");
        services.submit_motion(&member, id, motion).await.expect("in time");
        let board = debate.house.viewer(BOARD).await;
        let before = services.room(&board, id).await.expect("a room").items.len();
        services.rule_motion(&board, id, motion, Ruling::Admissible).await.expect("a ruling");
        let room = services.room(&board, id).await.expect("a room");
        let added = room.items.last().expect("an item");
        assert_eq!((room.items.len(), added.motion, added.awaits_vote), (before + 1, Some(motion), true));
        assert_eq!((added.title.as_str(), added.text.as_str()), ("Un fonds de solidarité", "1.1 Un fonds est créé."));
        let twice = services.rule_motion(&board, id, motion, Ruling::Admissible).await;
        assert_eq!(refused(twice), MotionRefused::NotFromHere { state: State::Admissible });
        // A motion that is taken back is not put to the vote.
        services.withdraw_motion(&member, id, motion).await.expect("its author");
        debate.opens_session().await;
        let put = services.open_poll(&debate.house.viewer(ADMINISTRATOR).await, id, added.id).await;
        assert_eq!(refused(put), MotionRefused::NotFromHere { state: State::Withdrawn });
    })
    .await;
}

#[tokio::test]
async fn a_change_in_one_language_waits_for_the_other() {
    for_each_database(async |world| {
        let debate = Debate::begin(House::build(world).await).await;
        let (services, id) = (&debate.house.services, debate.assembly.id);
        let seats = debate.admitted("Abri", 0, ChangeKind::Replace, FOUR).await;
        let dutch = NewAmendment {
            locale: Locale::Nl,
            ..debate
                .amendment(
                    "Boussole",
                    0,
                    ChangeKind::Replace,
                    "Twee zetels in het bestuur staan in maart open voor begeleide personen.",
                )
                .await
        };
        let dutch = debate.drafts("Boussole", dutch).await.expect("a draft");
        debate.submits("Boussole", dutch).await.expect("in time");
        debate.rules(dutch, Ruling::Admissible).await.expect("a ruling");
        debate.opens_session().await;
        debate.votes(seats, Choice::For).await;
        assert_eq!(refused(debate.puts(dutch).await), MotionRefused::TranslationFirst { locale: Locale::Nl });
        let (board, paragraph) = (debate.house.viewer(BOARD).await, debate.paragraph(0).await);
        let four = "Vier zetels in het bestuur staan in juni open voor begeleide personen.";
        let member = debate.house.viewer(&of("Abri")).await;
        let not_theirs =
            services.translate_paragraph(&member, id, debate.motion, paragraph, Locale::Nl, four.into()).await;
        assert!(matches!(not_theirs, Err(Error::NotAllowed { .. })), "{not_theirs:?}");
        let french = services.translate_paragraph(&board, id, debate.motion, paragraph, Locale::Fr, SIX.into()).await;
        assert_eq!(refused(french), MotionRefused::Text(TextRefused::UpToDate));
        services
            .translate_paragraph(&board, id, debate.motion, paragraph, Locale::Nl, four.into())
            .await
            .expect("it was out of date");
        debate.votes(dutch, Choice::For).await;
        let text = debate.text(Locale::Nl).await;
        assert!(text.contains("1.1 Vier zetels in het bestuur staan in maart open voor begeleide personen."), "{text}");
        let page = debate.page().await;
        let first = page.motion.text.paragraphs().next().expect("it").1;
        assert!(first.stale(Locale::Fr) && !first.stale(Locale::Nl));
        assert_eq!(page.motion.revision, 4);
    })
    .await;
}

#[tokio::test]
async fn the_chair_sets_the_order_that_was_seen() {
    for_each_database(async |world| {
        let debate = Debate::begin(House::build(world).await).await;
        let (services, id) = (&debate.house.services, debate.assembly.id);
        let seats = debate.admitted("Abri", 0, ChangeKind::Replace, FOUR).await;
        let struck = debate.admitted("Boussole", 0, ChangeKind::Delete, "").await;
        let order = async || debate.page().await.amendments.iter().map(|one| one.id()).collect::<Vec<_>>();
        assert_eq!(order().await, [struck, seats], "striking out comes first");
        let chair = debate.house.viewer(ADMINISTRATOR).await;
        let (one, two) = tokio::join!(
            services.move_amendment(&chair, id, debate.motion, seats, 2, true),
            services.move_amendment(&chair, id, debate.motion, seats, 2, true),
        );
        let (moved, late) = if one.is_ok() { (one, two) } else { (two, one) };
        moved.expect("the first");
        assert!(matches!(late, Err(Error::Conflict)), "{late:?}");
        assert_eq!(order().await, [seats, struck]);
        services.order_by_rule(&chair, id, debate.motion).await.expect("back");
        assert_eq!(order().await, [struck, seats]);
    })
    .await;
}
