//! Ties that the assembly decides: the run-off, its own decision, what an auditor finds; and what happens at one instant.

use domain::{
    assemblies::CourseRefused,
    bundle::check,
    elections::{Method, TieRefused, TieRule},
    polls::{CastRefused, PollState},
    quorum::Unit,
    statutes::{AssemblyRules, Decision, DecisionRule},
};
use entities::elections::{ballot, mark};
use http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};
use services::{
    Error, Refusal,
    assemblies::Item,
    elections::{Election, NewElection, SecretCast},
};
use uuid::Uuid;

use super::{
    bundle::forged,
    fixture::{ADMINISTRATOR, Assembly, BOARD, House, of, organization, refusal},
};
use crate::support::for_each_database;

fn plurality() -> NewElection {
    NewElection {
        method: Method::Plurality,
        seats: 1,
        ties: TieRule::Assembly,
        unit: Unit::Heads,
        candidacies_until: None,
        reserved: vec![],
        parity: None,
        electorate: None,
    }
}

const THREE: [&str; 3] = ["Abri", "Boussole", "Cèdre"];

impl House {
    /// Two of three have two votes each: the count leaves one seat to the assembly.
    async fn tied(&self) -> (Assembly, Uuid) {
        let (assembly, item) = self.electing(plurality(), &THREE).await;
        let here = (&assembly, item);
        for (by, name, marks) in [
            ("Abri", "Abri", ["on", "", ""]),
            ("Abri", "Écluse", ["on", "", ""]),
            ("Boussole", "Boussole", ["", "on", ""]),
            ("Boussole", "Gué", ["", "on", ""]),
            ("Cèdre", "Cèdre", ["", "", "on"]),
        ] {
            self.ballot(here, by, name, &marks).await.expect("a ballot");
        }
        let declared = self.declares(&assembly, item).await;
        assert_eq!(declared.count.expect("a count").open_seats, 1);
        (assembly, item)
    }

    async fn items(&self, assembly: &Assembly) -> Vec<Item> {
        let chair = self.viewer(ADMINISTRATOR).await;
        self.services.room(&chair, assembly.id).await.expect("the room").items.to_vec()
    }

    async fn election(&self, assembly: &Assembly, item: Uuid) -> Election {
        let items = self.items(assembly).await;
        items.into_iter().find(|it| it.id == item).and_then(|item| item.election).expect("the election")
    }

    async fn settles(&self, assembly: &Assembly, item: Uuid, chosen: &[&str], reason: &str) -> Result<(), Error> {
        let chair = self.viewer(ADMINISTRATOR).await;
        let chosen = chosen.iter().map(|name| of(name)).collect();
        self.services.decide_tie(&chair, assembly.id, item, chosen, reason.into()).await.map(drop)
    }
}

#[tokio::test]
async fn one_press_opens_a_runoff_between_the_tied() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, item) = house.tied().await;
        let chair = house.viewer(ADMINISTRATOR).await;
        let voter = house.viewer(&of("Abri")).await;
        let foreign = house.services.hold_runoff(&voter, assembly.id, item).await;
        assert!(matches!(foreign, Err(Error::NotAllowed { .. })), "{foreign:?}");
        let page = format!("{}/elections/{item}", house.path(&assembly));
        let mut browser = house.browser(ADMINISTRATOR).await;
        let offered = browser.get(&page).await.body;
        assert!(offered.contains("Open a run-off"), "{offered}");
        let opened = browser.post(&format!("{page}/runoff"), &[]).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);

        let items = house.items(&assembly).await;
        let at = items.iter().position(|it| it.id == item).expect("the first");
        let runoff = &items[at + 1];
        assert_eq!((runoff.number, runoff.title.as_str()), (items[at].number, "Scrutin de départage\u{a0}: Conseil"));
        let election = runoff.election.clone().expect("an election");
        let paper: Vec<&str> = election.paper.iter().map(|name| name.name.as_str()).collect();
        assert_eq!(paper, [of("Abri"), of("Boussole")]);
        assert_eq!((election.rules.seats, election.rules.method), (1, Method::Plurality));
        assert_eq!(runoff.poll.as_ref().map(|poll| poll.state), Some(PollState::Open));
        assert_eq!(items[at].election.as_ref().and_then(|first| first.runoff), Some(runoff.id));
        // One way, once.
        let twice = refusal(house.services.hold_runoff(&chair, assembly.id, item).await);
        assert_eq!(twice, Refusal::Named("election-runoff-held"));
        let besides = refusal(house.settles(&assembly, item, &["Abri"], "L’aînée").await);
        assert_eq!(besides, Refusal::Named("election-runoff-held"));

        let here = (&assembly, runoff.id);
        house.ballot(here, "Abri", "Abri", &["on", ""]).await.expect("a ballot");
        house.ballot(here, "Digue", "Digue", &["on", ""]).await.expect("a ballot");
        house.ballot(here, "Cèdre", "Cèdre", &["", "on"]).await.expect("a ballot");
        let declared = house.declares(&assembly, runoff.id).await;
        assert_eq!(declared.elected().collect::<Vec<_>>(), [of("Abri")]);
        let minutes = browser.get(&format!("{}/minutes", house.path(&assembly))).await.body;
        assert!(minutes.contains("This vote decides between the names that were tied"), "{minutes}");
        assert!(minutes.contains("A run-off decides the tie"), "{minutes}");

        house.services.close_session(&chair, assembly.id).await.expect("an end");
        let bundle = house.services.bundle(&chair, assembly.id).await.expect("a bundle");
        let checked = check(&bundle).expect("a sound bundle");
        assert!(checked.agrees() && checked.elections.len() == 2, "{checked:?}");
        // A run-off with somebody who was not tied does not fit the first.
        let other = forged(bundle, |line| {
            let named = [of("Boussole"), of("Cèdre")];
            if line.kind == "election_opened" && line.payload.contains("\"runoff_of\":\"") {
                line.payload = line.payload.replace(&named[0], &named[1]);
            }
            if line.kind == "election_closed" && !line.payload.contains(&named[1]) {
                line.payload = line.payload.replace(&named[0], &named[1]);
            }
        });
        let checked = check(&other).expect("a chain");
        assert!(checked.elections[0].agrees() && !checked.elections[1].agrees(), "{checked:?}");
    })
    .await;
}

#[tokio::test]
async fn the_assembly_decides_itself_among_the_tied_and_says_why() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, item) = house.tied().await;
        let outsider = refusal(house.settles(&assembly, item, &["Cèdre"], "L’aînée").await);
        assert_eq!(outsider, Refusal::Tie(TieRefused::NotTied { name: of("Cèdre") }));
        let page = format!("{}/elections/{item}", house.path(&assembly));
        let mut browser = house.browser(ADMINISTRATOR).await;
        let (abri, boussole) = (of("Abri"), of("Boussole"));
        let both = [("chosen", abri.as_str()), ("chosen", boussole.as_str()), ("reason", "Par tirage au sort")];
        let refused = browser.post(&format!("{page}/decide"), &both).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.body.contains("Par tirage au sort") && refused.body.contains("you chose 2"),
            "{}",
            refused.body
        );
        let silent = refusal(house.settles(&assembly, item, &["Boussole"], " ").await);
        assert_eq!(silent, Refusal::Tie(TieRefused::NoReason));
        let decided = browser.post(&format!("{page}/decide"), &both[1..]).await;
        assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.body);

        let declared = house.election(&assembly, item).await.declared.expect("a result");
        assert_eq!(declared.elected().collect::<Vec<_>>(), [of("Boussole")]);
        let told = browser.get(&page).await.body;
        assert!(told.contains("Tie decided by the assembly") && told.contains("Par tirage au sort"), "{told}");
        assert!(
            told.contains(&format!("Elected: {}.", of("Boussole"))) && !told.contains("Nobody is elected"),
            "{told}"
        );
        assert!(!told.contains("Open a run-off"), "{told}");
        let minutes = browser.get(&format!("{}/minutes", house.path(&assembly))).await.body;
        assert!(minutes.contains("Par tirage au sort"), "{minutes}");
        let again = refusal(house.settles(&assembly, item, &["Abri"], "L’aînée").await);
        assert_eq!(again, Refusal::Tie(TieRefused::NoTie));

        let chair = house.viewer(ADMINISTRATOR).await;
        house.services.close_session(&chair, assembly.id).await.expect("an end");
        let bundle = house.services.bundle(&chair, assembly.id).await.expect("a bundle");
        let checked = check(&bundle).expect("a sound bundle");
        assert!(checked.agrees(), "{checked:?}");
        let again = checked.elections[0].again.as_ref().and_then(|again| again.decided.clone()).expect("a decision");
        assert_eq!((again.chosen, again.reason.as_str()), (vec![of("Boussole")], "Par tirage au sort"));
        let other = forged(bundle, |line| {
            if line.kind == "election_decided" {
                line.payload = line.payload.replace(&boussole, &of("Cèdre"));
            }
        });
        assert!(!check(&other).expect("a chain").agrees());
    })
    .await;
}

#[tokio::test]
async fn a_tie_is_decided_while_the_session_lasts() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, item) = house.tied().await;
        let chair = house.viewer(ADMINISTRATOR).await;
        house.services.close_session(&chair, assembly.id).await.expect("an end");
        let late = refusal(house.settles(&assembly, item, &["Abri"], "L’aînée").await);
        assert!(matches!(late, Refusal::Course(CourseRefused::NotNow { .. })), "{late:?}");
        let late = refusal(house.services.hold_runoff(&chair, assembly.id, item).await);
        assert!(matches!(late, Refusal::Course(CourseRefused::NotNow { .. })), "{late:?}");
        let told = house.browser(ADMINISTRATOR).await.get(&format!("{}/elections/{item}", house.path(&assembly))).await;
        assert!(told.body.contains("this tie was not decided"), "{}", told.body);
        let bundle = house.services.bundle(&chair, assembly.id).await.expect("a bundle");
        assert!(check(&bundle).expect("a sound bundle").agrees());
    })
    .await;
}

#[tokio::test]
async fn an_election_that_counts_otherwise_than_the_statutes_says_so() {
    for_each_database(async |world| {
        let mut rules = AssemblyRules::usual();
        let majority = rules.majority(domain::assemblies::Kind::Ordinary, Decision::Persons);
        let unit = majority.conditions[0].unit;
        rules.decisions.insert(Decision::Persons, DecisionRule { majority, quorum: None, secret: false });
        let house = House::build_with(world, rules).await;
        let other = if unit == Unit::Heads { Unit::Weight } else { Unit::Heads };
        let (assembly, item) = house.electing(NewElection { unit: other, ..plurality() }, &THREE).await;
        let page = format!("{}/elections/{item}", house.path(&assembly));
        let told = house.browser(&of("Abri")).await.get(&page).await.body;
        assert!(told.contains("This election counts otherwise"), "{told}");
        let minutes = house.browser(ADMINISTRATOR).await.get(&format!("{}/minutes", house.path(&assembly))).await.body;
        assert!(minutes.contains("This election counts otherwise"), "{minutes}");
    })
    .await;
}

#[tokio::test]
async fn departing_from_the_statutes_is_acknowledged_before_the_vote_opens() {
    for_each_database(async |world| {
        let mut rules = AssemblyRules::usual();
        let majority = rules.majority(domain::assemblies::Kind::Ordinary, Decision::Persons);
        assert_eq!(majority.conditions[0].unit, Unit::Weight);
        rules.decisions.insert(Decision::Persons, DecisionRule { majority, quorum: None, secret: false });
        let house = House::build_with(world, rules).await;
        let (assembly, item) = house.called_to_elect(plurality()).await;
        house.stands(&assembly, item, "Abri", "").await.expect("a candidacy");
        house.world.time.set(super::fixture::at("2026-03-30T12:00:00Z"));
        let chair = house.viewer(ADMINISTRATOR).await;
        house.services.open_session(&chair, assembly.id).await.expect("a session");
        for name in ["Abri", "Boussole", "Cèdre", "Digue"] {
            house.arrives(&assembly, name).await.expect("an arrival");
        }
        let silent = refusal(house.services.open_election(&chair, assembly.id, item, false).await);
        assert_eq!(silent, Refusal::Named("election-departs"));
        // Two who chair press at once: it opens once.
        let second = house.viewer(BOARD).await;
        let (one, two) = tokio::join!(
            house.services.open_election(&chair, assembly.id, item, true),
            house.services.open_election(&second, assembly.id, item, true),
        );
        let refused = if one.is_ok() { two } else { one };
        assert_eq!(refusal(refused), Refusal::Course(CourseRefused::PollOpen));
    })
    .await;
}

#[tokio::test]
async fn at_one_instant_a_ballot_is_one_and_a_vote_is_closed_once() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, item) = house.electing(plurality(), &THREE).await;
        let cast = |name: &str, request: &str| SecretCast {
            network: "reseau".into(),
            assembly: assembly.id,
            item,
            organization: organization(name),
            marks: domain::elections::Marks { blank: false, beside: vec!["on".into()] },
            request: request.into(),
        };
        let (abri, cedre) = (house.viewer(&of("Abri")).await, house.viewer(&of("Cèdre")).await);
        // The same ballot three times, another of the same voter, and one of somebody else, all at once.
        let (first, second, third, other, else_) = tokio::join!(
            house.services.cast_ballot(&abri, cast("Abri", "one")),
            house.services.cast_ballot(&abri, cast("Abri", "one")),
            house.services.cast_ballot(&abri, cast("Abri", "one")),
            house.services.cast_ballot(&abri, cast("Abri", "two")),
            house.services.cast_ballot(&cedre, cast("Cèdre", "three")),
        );
        else_.expect("the ballot of somebody else");
        let same = [first, second, third];
        let taken = same.iter().filter(|answer| answer.is_ok()).count();
        match other {
            Ok(()) => assert_eq!(taken, 0, "{same:?}"),
            Err(_) => assert_eq!(taken, 3, "{same:?}"),
        }
        let read = house.services.store().read();
        let marks = mark::Entity::find().count(read).await.expect("a count");
        assert_eq!((marks, ballot::Entity::find().count(read).await.expect("a count")), (2, 2));

        // A candidate withdraws while somebody votes for them: the ballot is refused, or it is read without the name.
        let candidacy = house.election(&assembly, item).await.candidacies[0].id;
        let digue = house.viewer(&of("Digue")).await;
        let (withdrawn, voted) = tokio::join!(
            house.services.withdraw_candidacy(&abri, assembly.id, candidacy),
            house.services.cast_ballot(&digue, cast("Digue", "four")),
        );
        withdrawn.expect("a withdrawal");
        if let Err(refused) = &voted {
            assert!(matches!(refused, Error::Refused(Refusal::Paper(_))), "{refused:?}");
        }

        let (chair, second) = (house.viewer(ADMINISTRATOR).await, house.viewer(BOARD).await);
        let (one, two) = tokio::join!(
            house.services.close_election(&chair, assembly.id, item),
            house.services.close_election(&second, assembly.id, item),
        );
        let (closed, refused) = if one.is_ok() { (one, two) } else { (two, one) };
        let declared = closed.expect("one of them closes");
        assert_eq!(refusal(refused), Refusal::Cast(CastRefused::Closed));
        assert_eq!(declared.count.map(|count| count.turnout.blank), Some(2 + u64::from(voted.is_ok())));
    })
    .await;
}

#[tokio::test]
async fn two_who_chair_open_a_vote_and_a_runoff_once() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, item) = house.tied().await;
        let (chair, second) = (house.viewer(ADMINISTRATOR).await, house.viewer(BOARD).await);
        let (one, two, decided) = tokio::join!(
            house.services.hold_runoff(&chair, assembly.id, item),
            house.services.hold_runoff(&second, assembly.id, item),
            house.settles(&assembly, item, &["Abri"], "L’aînée"),
        );
        let done = [one.is_ok(), two.is_ok(), decided.is_ok()];
        assert_eq!(done.iter().filter(|done| **done).count(), 1, "{one:?} {two:?} {decided:?}");
        let items = house.items(&assembly).await;
        let runoffs = items.iter().filter(|item| item.election.as_ref().is_some_and(|it| it.runoff_of.is_some()));
        assert_eq!(runoffs.count(), usize::from(decided.is_err()));
    })
    .await;
}
