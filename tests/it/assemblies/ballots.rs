//! Many proxies in one gesture, voices divided, several questions on one ballot, and secret votes on motions.

use domain::{
    assemblies::{AssemblyRules, CourseRefused},
    ballots::{Division, Said, SecretBecause},
    bundle::{Checked, check},
    fraction::Fraction,
    ids::PollId,
    polls::{CastRefused, Choice, Verdict},
};
use entities::{
    assemblies::vote,
    audit::journal_line,
    elections::{ballot, mark},
};
use http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::{
    Error, Refusal,
    assemblies::{CastTogether, Room},
    ballots::Manner,
};
use uuid::Uuid;

use super::fixture::{ADMINISTRATOR, Assembly, BOARD, House, course, of, organization, refusal};
use crate::support::for_each_database;

pub const SECRET: Manner = Manner { secret: true, acknowledged: true };

async fn room(house: &House, who: &str, assembly: &Assembly) -> Room {
    house.services.room(&house.viewer(who).await, assembly.id).await.expect("the room")
}

/// What stands for an organization.
async fn stands(house: &House, name: &str) -> Option<vote::Model> {
    let of_it = vote::Column::OrganizationId.eq(organization(name).0);
    vote::Entity::find().filter(of_it).one(house.services.store().read()).await.expect("an answer")
}

async fn lines(house: &House, kind: &str) -> u64 {
    let told = journal_line::Entity::find().filter(journal_line::Column::Kind.eq(kind));
    told.count(house.services.store().read()).await.expect("a count")
}

/// The session ends, and an auditor counts again.
pub async fn audited(house: &House, assembly: &Assembly) -> Checked {
    let chair = house.viewer(ADMINISTRATOR).await;
    house.services.close_session(&chair, assembly.id).await.expect("an end");
    let bundle = house.services.bundle(&chair, assembly.id).await.expect("a bundle");
    check(&bundle).expect("a sound bundle")
}

/// A form of votes: the same for all of these organizations.
fn for_all(polls: &[(PollId, Choice)], names: &[&str], request: &str) -> Vec<(String, String)> {
    let mut form = vec![("step".to_owned(), "all".to_owned()), ("request".to_owned(), request.to_owned())];
    for (poll, choice) in polls {
        form.push(("poll".to_owned(), poll.to_string()));
        form.push((format!("all-{poll}"), choice.to_string()));
        form.extend(names.iter().map(|name| (format!("voice-{poll}"), organization(name).to_string())));
    }
    form
}

fn entries(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test]
async fn a_holder_votes_for_all_in_one_gesture_or_one_by_one() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        for giver in ["Écluse", "Fontaine"] {
            house.gives(&assembly, giver, "Abri").await.expect("a proxy");
        }
        let mut browser = house.browser(&of("Abri")).await;
        let page = format!("{}/room", house.path(&assembly));
        let shown = browser.get(&page).await.body;
        assert!(shown.contains("The same answer for all 3") && shown.contains("Écluse (1 voice)"), "{shown}");
        let address = format!("{}/polls/{poll}/votes", house.path(&assembly));
        let request = Uuid::new_v4().to_string();
        let nothing = browser.post(&address, &[("step", "all"), ("request", &request)]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", nothing.body);
        let form = for_all(&[(poll, Choice::For)], &["Abri", "Écluse", "Fontaine"], &request);
        for _ in 0..2 {
            let taken = browser.post(&address, &entries(&form)).await;
            assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        }
        assert_eq!(lines(&house, "vote_cast").await, 3, "the same form sent again is the votes of before");
        let shown = browser.get(&page).await.body;
        assert!(shown.contains("3 of 3 votes recorded"), "{shown}");

        // One of them arrives: its vote is not the holder's any more, and the others are recorded all the same.
        house.arrives(&assembly, "Écluse").await.expect("an arrival");
        let one = |name: &str| format!("one-{poll}-{}", organization(name));
        let request = Uuid::new_v4().to_string();
        let (abri, ecluse, fontaine) = (one("Abri"), one("Écluse"), one("Fontaine"));
        let each = [
            ("step", "each"),
            ("request", request.as_str()),
            (abri.as_str(), "against"),
            (ecluse.as_str(), "against"),
            (fontaine.as_str(), "for"),
        ];
        let partly = browser.post(&address, &each).await;
        assert_eq!(partly.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(partly.body.contains("Recorded: Abri."), "{}", partly.body);
        assert!(partly.body.contains("Not recorded: Écluse."), "{}", partly.body);
        assert_eq!(stands(&house, "Abri").await.map(|row| row.choice), Some("against".into()));
        assert_eq!(stands(&house, "Écluse").await.map(|row| row.choice), Some("for".into()));
        assert_eq!(stands(&house, "Fontaine").await.map(|row| row.changes), Some(0), "left as it was");
        let chair = house.viewer(ADMINISTRATOR).await;
        house.services.close_poll(&chair, poll).await.expect("a result");
        assert!(audited(&house, &assembly).await.agrees());
    })
    .await;
}

#[tokio::test]
async fn one_answer_for_all_where_the_statutes_ask_for_it() {
    for_each_database(async |world| {
        let mut rules = AssemblyRules::usual();
        rules.proxies.split = false;
        let house = House::build_with(world, rules).await;
        let (assembly, poll) = house.voting().await;
        house.gives(&assembly, "Écluse", "Abri").await.expect("a proxy");
        house.votes(&assembly, poll, &of("Abri"), "Abri", Choice::For).await.expect("a vote");
        let otherwise = house.votes(&assembly, poll, &of("Abri"), "Écluse", Choice::Against).await;
        assert_eq!(refusal(otherwise), Refusal::Cast(CastRefused::MustAgree));
        assert!(stands(&house, "Écluse").await.is_none(), "what is refused does not stand");
        assert_eq!(lines(&house, "vote_cast").await, 1);
        house.votes(&assembly, poll, &of("Boussole"), "Boussole", Choice::Against).await.expect("another holder");
        let mut browser = house.browser(&of("Abri")).await;
        let shown = browser.get(&format!("{}/room", house.path(&assembly))).await.body;
        assert!(shown.contains("The statutes ask for one answer") && !shown.contains("association by association"));
        // Both change in one gesture.
        let form = for_all(&[(poll, Choice::Against)], &["Abri", "Écluse"], &Uuid::new_v4().to_string());
        let address = format!("{}/polls/{poll}/votes", house.path(&assembly));
        let taken = browser.post(&address, &entries(&form)).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        assert_eq!(stands(&house, "Écluse").await.map(|row| row.choice), Some("against".into()));
    })
    .await;
}

#[tokio::test]
async fn voices_are_divided_counted_shown_and_counted_again() {
    for_each_database(async |world| {
        let mut rules = AssemblyRules::usual();
        rules.proxies.split_voices = true;
        let house = House::build_with(world, rules).await;
        let (assembly, poll) = house.voting().await;
        let mut browser = house.browser(&of("Cèdre")).await;
        let page = format!("{}/room", house.path(&assembly));
        let shown = browser.get(&page).await.body;
        assert!(shown.contains("Divide the voices of Cèdre"), "{shown}");
        let address = format!("{}/polls/{poll}/votes", house.path(&assembly));
        let cedre = organization("Cèdre").to_string();
        let divide = |in_favour, against| {
            let request = Uuid::new_v4().to_string();
            [
                ("step", "divide".to_owned()),
                ("request", request),
                ("poll", poll.to_string()),
                ("organization", cedre.clone()),
                ("part-for", String::from(in_favour)),
                ("part-against", String::from(against)),
            ]
        };
        let wrong = divide("3", "2");
        let wrong: Vec<(&str, &str)> = wrong.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let refused = browser.post(&address, &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("share out exactly 4 voices"), "{}", refused.body);
        let right = divide("3", "1");
        let right: Vec<(&str, &str)> = right.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let taken = browser.post(&address, &right).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        assert!(browser.get(&page).await.body.contains("Your vote: For: 3, Against: 1"));
        house.votes(&assembly, poll, &of("Boussole"), "Boussole", Choice::Against).await.expect("a vote");
        let chair = house.viewer(ADMINISTRATOR).await;
        let (_, outcome) = house.services.close_poll(&chair, poll).await.expect("a result");
        let tally = outcome.tally;
        assert_eq!((tally.in_favour.weight, tally.in_favour.heads), (3, 1));
        assert_eq!((tally.against.weight, tally.against.heads), (3, 1));
        assert_eq!(outcome.verdict, Verdict::Tied);
        let told = room(&house, BOARD, &assembly).await;
        let poll = told.items[1].poll.as_ref().expect("the vote");
        let divided = poll.votes.iter().find_map(|vote| vote.divided);
        assert_eq!(divided, Some(Division { in_favour: 3, against: 1, ..Division::default() }));
        let checked = audited(&house, &assembly).await;
        assert!(checked.agrees() && checked.polls[0].again == outcome);
        let minutes = browser.get(&format!("{}/minutes", house.path(&assembly))).await.body;
        assert!(minutes.contains("Divided voices: Cèdre (For: 3, Against: 1)"), "{minutes}");
    })
    .await;
}

#[tokio::test]
async fn voices_are_not_divided_where_the_statutes_are_silent() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        let division = Said::Divided(Division { in_favour: 3, against: 1, ..Division::default() });
        let cast = CastTogether {
            network: "reseau".into(),
            assembly: assembly.id,
            request: Uuid::new_v4().to_string(),
            votes: vec![(poll, organization("Cèdre"), division)],
        };
        let answers = house.services.cast_together(&house.viewer(&of("Cèdre")).await, cast).await.expect("answers");
        let first = answers.into_iter().next().expect("one");
        assert_eq!(refusal(first), Refusal::Cast(CastRefused::NotDivided));
    })
    .await;
}

/// Ballots of these organizations, by one hand.
pub async fn boxes(
    house: &House,
    assembly: &Assembly,
    by: &str,
    votes: &[(PollId, &str, Choice)],
    request: &str,
) -> Result<Vec<Result<(), Error>>, Error> {
    let vote = |(poll, name, choice): &(PollId, &str, Choice)| (*poll, organization(name), Said::Whole(*choice));
    let cast = CastTogether {
        network: "reseau".into(),
        assembly: assembly.id,
        request: request.into(),
        votes: votes.iter().map(vote).collect(),
    };
    house.services.cast_secretly(&house.viewer(by).await, cast).await
}

#[tokio::test]
async fn a_motion_is_voted_on_in_secret_and_anyone_counts_again() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&["Abri", "Boussole", "Cèdre", "Digue"]).await;
        house.gives(&assembly, "Écluse", "Abri").await.expect("a proxy");
        let chair = house.viewer(ADMINISTRATOR).await;
        let unaware = Manner { secret: true, acknowledged: false };
        let silent = house.services.open_poll_held(&chair, assembly.id, Ok(assembly.accounts), unaware).await;
        assert_eq!(refusal(silent), Refusal::Named("ballots-recognizable"));
        let opened = house.services.open_poll_held(&chair, assembly.id, Ok(assembly.accounts), SECRET).await;
        let poll = opened.expect("an open vote");

        let named = house.votes(&assembly, poll, &of("Abri"), "Abri", Choice::For).await;
        assert!(matches!(named, Err(Error::NotFound)), "{named:?}");
        let mut browser = house.browser(&of("Cèdre")).await;
        let page = format!("{}/room", house.path(&assembly));
        let shown = browser.get(&page).await.body;
        assert!(shown.contains("The vote is secret: the chair has decided so."), "{shown}");
        assert!(shown.contains("Cèdre: no other association has the same on its ballot"), "{shown}");

        let before = lines(&house, "vote_cast").await;
        let both = [(poll, "Abri", Choice::For), (poll, "Écluse", Choice::Against)];
        for _ in 0..2 {
            let answers = boxes(&house, &assembly, &of("Abri"), &both, "a").await.expect("answers");
            assert!(answers.iter().all(Result::is_ok), "{answers:?}");
        }
        let again = boxes(&house, &assembly, &of("Abri"), &both[..1], "b").await.expect("an answer");
        let again = again.into_iter().next().expect("one");
        assert_eq!(refusal(again), Refusal::Named("ballot-cast-already"));
        let form = for_all(&[(poll, Choice::For)], &["Cèdre"], &Uuid::new_v4().to_string());
        let taken = browser.post(&format!("{}/polls/{poll}/votes", house.path(&assembly)), &entries(&form)).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        assert!(browser.get(&page).await.body.contains("In the box: Cèdre."));
        let read = house.services.store().read();
        let kept = (ballot::Entity::find().count(read).await, mark::Entity::find().count(read).await);
        assert_eq!((kept.0.expect("a count"), kept.1.expect("a count")), (3, 3));
        assert_eq!(lines(&house, "vote_cast").await, before, "the journal hears nothing before the close");

        let told = room(&house, BOARD, &assembly).await;
        let open = told.open_item().and_then(|item| item.poll.clone()).expect("the open vote");
        assert!(open.outcome.is_none() && open.votes.is_empty() && open.voted.is_empty());
        assert_eq!((open.turnout.voted, open.turnout.voted_weight), (3, 3), "in heads only");
        let live = house.services.live(assembly.id).await.expect("what is live");
        assert_eq!(live, told.live());

        let (_, outcome) = house.services.close_poll(&chair, poll).await.expect("a result");
        assert_eq!((outcome.tally.in_favour.weight, outcome.tally.against.weight), (5, 1));
        assert_eq!(outcome.tally.entitled.weight, 12);
        let told = room(&house, BOARD, &assembly).await;
        let closed = told.items[1].poll.as_ref().expect("the vote");
        assert_eq!(closed.secret, Some(SecretBecause::Chair));
        assert!(closed.votes.is_empty());
        assert_eq!(closed.voted, ["Abri", "Cèdre", "Écluse"]);
        let late = boxes(&house, &assembly, &of("Boussole"), &[(poll, "Boussole", Choice::For)], "c").await;
        let late = late.expect("an answer").into_iter().next().expect("one");
        assert_eq!(refusal(late), Refusal::Cast(CastRefused::Closed));
        let screen = browser.get(&format!("{}/screen", house.path(&assembly))).await;
        assert_eq!(screen.status, StatusCode::OK);
        let replayed =
            house.services.what_if(&house.viewer(BOARD).await, &house.network, &AssemblyRules::usual()).await;
        let replayed = replayed.expect("votes");
        assert_eq!((replayed.len(), &replayed[0].would), (1, &outcome));

        let checked = audited(&house, &assembly).await;
        assert!(checked.agrees() && checked.polls[0].again == outcome);
        let minutes = browser.get(&format!("{}/minutes", house.path(&assembly))).await.body;
        assert!(minutes.contains("Voted: Abri, Cèdre and Écluse."), "{minutes}");
    })
    .await;
}

#[tokio::test]
async fn a_forged_secret_ballot_shows() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&["Abri", "Boussole", "Cèdre", "Digue"]).await;
        let chair = house.viewer(ADMINISTRATOR).await;
        let opened = house.services.open_poll_held(&chair, assembly.id, Ok(assembly.accounts), SECRET).await;
        let poll = opened.expect("an open vote");
        boxes(&house, &assembly, &of("Cèdre"), &[(poll, "Cèdre", Choice::Against)], "a").await.expect("an answer");
        house.services.close_poll(&chair, poll).await.expect("a result");
        house.services.close_session(&chair, assembly.id).await.expect("an end");
        let bundle = house.services.bundle(&chair, assembly.id).await.expect("a bundle");
        let other = super::bundle::forged(bundle.clone(), |line| {
            if line.kind == "poll_closed" {
                line.payload = line.payload.replace(r#""choice":"against""#, r#""choice":"for""#);
            }
        });
        assert!(!check(&other).expect("a whole chain").agrees(), "the answer was changed");
        let heavier = super::bundle::forged(bundle, |line| {
            if line.kind == "poll_closed" {
                line.payload = line.payload.replace(r#""weight":4}]"#, r#""weight":5}]"#);
            }
        });
        let checked = check(&heavier).expect("a whole chain");
        assert!(!checked.polls[0].lawful, "nobody who voted has five voices");
    })
    .await;
}

#[tokio::test]
async fn enough_ask_for_a_secret_vote() {
    for_each_database(async |world| {
        let mut rules = AssemblyRules::usual();
        rules.secrecy.on_request_of = Some(Fraction::HALF);
        let house = House::build_with(world, rules).await;
        let assembly = house.in_session(&["Abri", "Boussole", "Cèdre", "Digue"]).await;
        let mut browser = house.browser(&of("Abri")).await;
        let page = format!("{}/room", house.path(&assembly));
        let shown = browser.get(&page).await.body;
        assert!(
            shown.contains("Requests for a secret vote: 0 of 4 associations present or represented; 2 needed"),
            "{shown}"
        );
        let address = format!("{}/items/{}/secrecy", house.path(&assembly), assembly.accounts);
        let abri = organization("Abri").to_string();
        let asked = browser.post(&address, &[("organization", &abri), ("asks", "yes")]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
        let boussole = house.viewer(&of("Boussole")).await;
        let ask = async |name: &str, asks| {
            let who = (organization(name), asks);
            house.services.ask_for_secrecy(&boussole, assembly.id, assembly.accounts, who).await
        };
        assert_eq!(refusal(ask("Cèdre", true).await), Refusal::Cast(CastRefused::NotYours));
        ask("Boussole", true).await.expect("a request");
        ask("Boussole", false).await.expect("taken back");
        let one = room(&house, BOARD, &assembly).await.items[1].secrecy.clone();
        assert_eq!((one.asked.map(|asked| asked.asked), one.because), (Some(1), None));
        ask("Boussole", true).await.expect("a request");
        let two = room(&house, BOARD, &assembly).await.items[1].secrecy.clone();
        assert_eq!(two.because, Some(SecretBecause::Requested));
        // Whoever runs cannot open it by name any more, nor without knowing whose ballots show.
        assert_eq!(refusal(house.opens(&assembly, assembly.accounts).await), Refusal::Named("ballots-recognizable"));
        let chair = house.viewer(ADMINISTRATOR).await;
        let known = Manner { secret: false, acknowledged: true };
        let poll = house.services.open_poll_held(&chair, assembly.id, Ok(assembly.accounts), known).await;
        let poll = poll.expect("an open vote");
        let open = room(&house, BOARD, &assembly).await;
        assert_eq!(open.items[1].poll.as_ref().and_then(|poll| poll.secret), Some(SecretBecause::Requested));
        assert_eq!(course(ask("Boussole", true).await), CourseRefused::AlreadyVoted);
        house.services.close_poll(&chair, poll).await.expect("a result");
        house.opens(&assembly, assembly.fees).await.expect("nobody asked for this one");
    })
    .await;
}

#[tokio::test]
async fn two_questions_on_one_ballot() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.in_session(&["Abri", "Boussole", "Cèdre", "Digue"]).await;
        house.gives(&assembly, "Écluse", "Abri").await.expect("a proxy");
        let mut chair = house.browser(ADMINISTRATOR).await;
        let path = house.path(&assembly);
        let (accounts, fees) = (assembly.accounts.to_string(), assembly.fees.to_string());
        let one = chair.post(&format!("{path}/polls"), &[("item", &accounts)]).await;
        assert_eq!(one.status, StatusCode::UNPROCESSABLE_ENTITY);
        let offered = chair.get(&format!("{path}/room")).await.body;
        assert!(offered.contains("Put these questions to the vote together"), "{offered}");
        let opened = chair.post(&format!("{path}/polls"), &[("item", &accounts), ("item", &fees)]).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
        let told = room(&house, &of("Abri"), &assembly).await;
        let polls: Vec<PollId> = told.open_items().filter_map(|item| Some(item.poll.as_ref()?.id)).collect();
        assert_eq!(polls.len(), 2);
        assert_eq!(house.services.live(assembly.id).await.expect("what is live"), told.live());
        assert_eq!(told.live().questions.len(), 2);

        let mut browser = house.browser(&of("Abri")).await;
        let shown = browser.get(&format!("{path}/room")).await.body;
        assert!(shown.contains("2 questions on one ballot") && shown.contains("Question 2 of 2"), "{shown}");
        let form = for_all(
            &[(polls[0], Choice::For), (polls[1], Choice::Against)],
            &["Abri", "Écluse"],
            &Uuid::new_v4().to_string(),
        );
        let taken = browser.post(&format!("{path}/polls/{}/votes", polls[0]), &entries(&form)).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        assert_eq!(lines(&house, "vote_cast").await, 4);
        let screen = browser.get(&format!("{path}/screen")).await.body;
        assert!(screen.contains("Comptes 2025") && screen.contains("Cotisation 2027"), "{screen}");

        // One is closed by itself, and the next with what is left.
        let services = &house.services;
        let runs = house.viewer(ADMINISTRATOR).await;
        services.close_poll(&runs, polls[1]).await.expect("a result");
        let closed = chair.post(&format!("{path}/polls/{}/close-together", polls[0]), &[]).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
        let told = room(&house, BOARD, &assembly).await;
        let verdicts: Vec<_> =
            told.questions().filter_map(|item| Some(item.poll.as_ref()?.outcome.as_ref()?.verdict)).collect();
        assert_eq!(verdicts, [Verdict::Adopted, Verdict::Rejected]);
        let twice = services.close_polls_together(&runs, polls[0]).await;
        assert_eq!(refusal(twice), Refusal::Cast(CastRefused::Closed));
        assert!(audited(&house, &assembly).await.agrees());
    })
    .await;
}
