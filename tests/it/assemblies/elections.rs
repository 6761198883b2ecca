//! An election of persons from the candidacies to the bundle: what is counted, and what nobody learns.

use std::collections::BTreeSet;

use domain::{
    assemblies::ItemKind,
    bundle::{Entry, check},
    elections::{Declared, Marks, Method, PaperRefused, TieRule},
    polls::CastRefused,
    quorum::Unit,
    statutes::Decision,
};
use entities::{
    audit::journal_line,
    elections::{ballot, mark},
};
use http::StatusCode;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IdenStatic, Iterable, PaginatorTrait, QueryFilter};
use services::{
    Error, Refusal,
    assemblies::NewItem,
    elections::{NewCandidacy, NewElection, SecretCast},
};
use uuid::Uuid;

use super::fixture::{ADMINISTRATOR, Assembly, BOARD, House, STRANGER, at, day, of, organization, refusal};
use crate::support::for_each_database;

fn stv(seats: usize) -> NewElection {
    NewElection {
        method: Method::StvScottish,
        seats,
        ties: TieRule::Lot,
        unit: Unit::Heads,
        candidacies_until: None,
        reserved: vec![],
        parity: None,
        electorate: None,
    }
}

impl House {
    /// The members are called to an assembly that elects.
    pub async fn called_to_elect(&self, election: NewElection) -> (Assembly, Uuid) {
        let assembly = self.drafted().await;
        let board = self.viewer(BOARD).await;
        let new = NewItem {
            kind: ItemKind::Election,
            title: "Conseil".into(),
            text: String::new(),
            decision: Decision::Persons,
            election: Some(election),
        };
        let item = self.services.add_item(&board, assembly.id, new).await.expect("an item");
        self.services.convene(&board, assembly.id).await.expect("a convocation");
        (assembly, item)
    }

    pub async fn stands(&self, assembly: &Assembly, item: Uuid, by: &str, name: &str) -> Result<(), Error> {
        let new = NewCandidacy {
            organization: organization(by),
            name: name.into(),
            statement: "Volontaire".into(),
            list: None,
            side: None,
        };
        self.services.propose_candidacy(&self.viewer(&of(by)).await, assembly.id, item, new).await
    }

    /// Candidates stand, the session is open with four who are there, and so is the vote.
    pub async fn electing(&self, election: NewElection, candidates: &[&str]) -> (Assembly, Uuid) {
        let (assembly, item) = self.called_to_elect(election).await;
        for name in candidates {
            self.stands(&assembly, item, name, "").await.expect("a candidacy");
        }
        self.world.time.set(at("2026-03-30T12:00:00Z"));
        let chair = self.viewer(ADMINISTRATOR).await;
        self.services.open_session(&chair, assembly.id).await.expect("a session");
        for name in ["Abri", "Boussole", "Cèdre", "Digue"] {
            self.arrives(&assembly, name).await.expect("an arrival");
        }
        for (giver, holder) in [("Écluse", "Abri"), ("Fontaine", "Abri"), ("Gué", "Boussole")] {
            self.gives(&assembly, giver, holder).await.expect("a proxy");
        }
        self.services.open_election(&chair, assembly.id, item, true).await.expect("an open vote");
        (assembly, item)
    }

    pub async fn ballot(&self, at: (&Assembly, Uuid), by: &str, name: &str, marks: &[&str]) -> Result<(), Error> {
        self.ballot_with(at, by, name, marks, &Uuid::new_v4().to_string()).await
    }

    pub async fn ballot_with(
        &self,
        (assembly, item): (&Assembly, Uuid),
        by: &str,
        name: &str,
        marks: &[&str],
        request: &str,
    ) -> Result<(), Error> {
        let beside = marks.iter().map(|mark| (*mark).to_owned()).collect();
        let cast = SecretCast {
            network: "reseau".into(),
            assembly: assembly.id,
            item,
            organization: organization(name),
            marks: Marks { blank: marks.is_empty(), beside },
            request: request.into(),
        };
        self.services.cast_ballot(&self.viewer(&of(by)).await, cast).await
    }

    pub async fn declares(&self, assembly: &Assembly, item: Uuid) -> Declared {
        let chair = self.viewer(ADMINISTRATOR).await;
        self.services.close_election(&chair, assembly.id, item).await.expect("a result")
    }

    async fn lines(&self) -> u64 {
        journal_line::Entity::find().count(self.services.store().read()).await.expect("a count")
    }
}

/// Seven stand; the paper has them by name: Abri, Boussole, Cèdre, Digue, Écluse, Fontaine, Gué.
const SEVEN: [&str; 7] = ["Abri", "Boussole", "Cèdre", "Digue", "Écluse", "Fontaine", "Gué"];

/// Each voter with the hand that votes for it, and the places it gives.
const VOTES: [(&str, &str, [&str; 7]); 6] = [
    ("Abri", "Abri", ["1", "2", "3", "", "", "", ""]),
    ("Abri", "Écluse", ["2", "1", "", "", "", "", ""]),
    ("Abri", "Fontaine", ["", "", "1", "2", "", "", ""]),
    ("Boussole", "Boussole", ["", "", "", "1", "2", "", ""]),
    ("Boussole", "Gué", ["", "", "", "", "1", "2", ""]),
    ("Cèdre", "Cèdre", ["", "", "", "", "", "1", "2"]),
];

#[tokio::test]
async fn five_are_elected_in_secret_with_proxies_and_anyone_counts_again() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, item) = house.electing(stv(5), &SEVEN).await;
        let (here, page) = ((&assembly, item), format!("{}/elections/{item}", house.path(&assembly)));
        let opened = house.lines().await;
        let request = Uuid::new_v4().to_string();
        for (by, name, places) in &VOTES {
            house.ballot_with(here, by, name, places, &format!("{request}{name}")).await.expect("a ballot");
        }
        house.ballot(here, "Digue", "Digue", &[]).await.expect("a blank ballot");

        // Sent again because a line broke: the same ballot. Anything else is too late.
        let again = format!("{request}Abri");
        house.ballot_with(here, "Abri", "Abri", &VOTES[0].2, &again).await.expect("on record");
        let second = refusal(house.ballot(here, "Abri", "Abri", &VOTES[1].2).await);
        assert_eq!(second, Refusal::Named("ballot-cast-already"));
        let foreign = refusal(house.ballot(here, "Digue", "Cèdre", &VOTES[0].2).await);
        assert_eq!(foreign, Refusal::Cast(CastRefused::NotYours));
        let read = house.services.store().read();
        assert_eq!(ballot::Entity::find().count(read).await.expect("a count"), 7);

        // Before the close nothing is told: neither what nor who, to nobody, and the journal has no line at all.
        assert_eq!(house.lines().await, opened);
        let chair = house.viewer(ADMINISTRATOR).await;
        let room = house.services.room(&chair, assembly.id).await.expect("the room");
        let election = room.items.iter().find_map(|item| item.election.clone()).expect("the election");
        assert!(election.declared.is_none() && election.voted.is_empty(), "{election:?}");
        assert_eq!(room.open_item().and_then(|item| item.poll.as_ref()).map(|poll| poll.turnout.voted), Some(7));
        let mut browser = house.browser(ADMINISTRATOR).await;
        let told = browser.get(&page).await.body;
        assert!(!told.contains("Who voted") && !told.contains("is elected"), "{told}");
        let mut voter = house.browser(&of("Abri")).await;
        let told = voter.get(&page).await.body;
        assert!(told.contains("The ballot is in the box"), "{told}");

        let declared = house.declares(&assembly, item).await;
        let count = declared.count.clone().expect("a count");
        assert_eq!(count.elected.len() + count.open_seats, 5);
        assert_eq!(count.open_seats, 0, "a lot leaves nothing open: {:?}", count.tied);
        assert_eq!((count.turnout.valid, count.turnout.blank), (6, 1));
        let late = refusal(house.ballot(here, "Digue", "Gué", &VOTES[0].2).await);
        assert_eq!(late, Refusal::Named("ballot-cast-already"));
        let told = browser.get(&page).await.body;
        for name in &count.elected {
            assert!(told.contains(name.as_str()), "{name}");
        }
        assert!(told.contains("Who voted"));
        let minutes = browser.get(&format!("{}/minutes", house.path(&assembly))).await.body;
        assert!(minutes.contains("Election by secret ballot") && minutes.contains(&count.elected[0]), "{minutes}");

        house.services.close_session(&chair, assembly.id).await.expect("an end");
        let bundle = house.services.bundle(&house.viewer(&of("Abri")).await, assembly.id).await.expect("a bundle");
        let checked = check(&bundle).expect("a sound bundle");
        assert!(checked.agrees(), "{checked:?}");
        assert_eq!((checked.elections[0].ballots, checked.elections[0].voted), (7, 7));
        assert_eq!(checked.elections[0].again, Some(declared));
        let closed = bundle.lines.iter().find_map(|entry| match entry {
            Entry::Told(line) if line.kind == "election_closed" => Some(line.payload.clone()),
            _ => None,
        });
        let closed: serde_json::Value = serde_json::from_str(&closed.expect("the close")).expect("a line");
        let ids: Vec<&str> =
            closed["ballots"].as_array().expect("ballots").iter().filter_map(|ballot| ballot["id"].as_str()).collect();
        assert!(ids.is_sorted() && ids.len() == 7, "{ids:?}");
    })
    .await;
}

#[tokio::test]
async fn a_forged_box_does_not_agree() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, item) = house.electing(stv(1), &["Abri", "Boussole"]).await;
        for (by, name, marks) in [("Abri", "Abri", ["1", "2"]), ("Boussole", "Boussole", ["2", "1"])] {
            house.ballot((&assembly, item), by, name, &marks).await.expect("a ballot");
        }
        house.ballot((&assembly, item), "Digue", "Digue", &["1", ""]).await.expect("a ballot");
        house.declares(&assembly, item).await;
        let chair = house.viewer(ADMINISTRATOR).await;
        house.services.close_session(&chair, assembly.id).await.expect("an end");
        let bundle = house.services.bundle(&chair, assembly.id).await.expect("a bundle");
        assert!(check(&bundle).expect("sound").agrees());
        // The last hash is chained anew: only the count can tell.
        for (from, to) in [("{\"ranked\":[0,1]}", "{\"ranked\":[1,0]}"), ("\"weight\":1", "\"weight\":2")] {
            let forged = super::bundle::forged(bundle.clone(), |line| {
                if line.kind == "election_closed" {
                    assert!(line.payload.contains(from), "{}", line.payload);
                    line.payload = line.payload.replacen(from, to, 1);
                }
            });
            assert!(!check(&forged).expect("a chain").agrees(), "{from}");
        }
    })
    .await;
}

#[test]
fn marks_and_ballots_share_no_column_but_the_poll() {
    let of_ballots: BTreeSet<&str> = ballot::Column::iter().map(|column| column.as_str()).collect();
    let of_marks: BTreeSet<&str> = mark::Column::iter().map(|column| column.as_str()).collect();
    assert_eq!(of_ballots, BTreeSet::from(["id", "paper", "poll_id", "weight"]));
    assert_eq!(of_marks, BTreeSet::from(["organization_id", "poll_id", "request"]));
}

#[tokio::test]
async fn a_stored_ballot_tells_neither_time_nor_order() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, item) = house.electing(stv(1), &["Abri", "Boussole"]).await;
        for (by, name, _) in &VOTES {
            house.ballot((&assembly, item), by, name, &["1", ""]).await.expect("a ballot");
        }
        let read = house.services.store().read();
        let ballots = ballot::Entity::find().all(read).await.expect("ballots");
        assert!(ballots.iter().all(|ballot| ballot.id.get_version_num() == 4), "{ballots:?}");
        assert_eq!(mark::Entity::find().count(read).await.expect("a count"), 6);
        if read.get_database_backend() == sea_orm::DbBackend::Sqlite {
            for table in ["secret_ballots", "ballot_marks"] {
                let numbered = read.execute_unprepared(&format!("SELECT rowid FROM {table}")).await;
                assert!(numbered.is_err(), "rows of {table} are numbered in the order in which they came");
            }
        } else {
            house.declares(&assembly, item).await;
            // After the close every row is of one transaction: it does not join a mark to a ballot.
            let written = read
                .query_all_raw(sea_orm::Statement::from_string(
                    sea_orm::DbBackend::Postgres,
                    "SELECT DISTINCT xmin::text FROM secret_ballots UNION SELECT DISTINCT xmin::text FROM ballot_marks",
                ))
                .await
                .expect("an answer");
            assert_eq!(written.len(), 1);
        }
    })
    .await;
}

#[tokio::test]
async fn who_withdraws_during_the_vote_gives_the_votes_to_the_next() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let irv = NewElection { method: Method::Irv, ..stv(1) };
        let (assembly, item) = house.electing(irv, &["Abri", "Boussole", "Cèdre"]).await;
        let here = (&assembly, item);
        house.ballot(here, "Abri", "Abri", &["1", "2", ""]).await.expect("a ballot");
        house.ballot(here, "Abri", "Écluse", &["1", "2", ""]).await.expect("a ballot");
        house.ballot(here, "Cèdre", "Cèdre", &["", "", "1"]).await.expect("a ballot");
        let candidate = house.viewer(&of("Abri")).await;
        let room = house.services.room(&candidate, assembly.id).await.expect("the room");
        let election = room.items.iter().find_map(|item| item.election.clone()).expect("the election");
        let mine = election.candidacies.iter().find(|candidacy| candidacy.name == of("Abri")).expect("a candidacy").id;
        let other = house.services.withdraw_candidacy(&house.viewer(&of("Cèdre")).await, assembly.id, mine).await;
        assert_eq!(refusal(other), Refusal::Named("candidacy-not-yours"));
        house.services.withdraw_candidacy(&candidate, assembly.id, mine).await.expect("a withdrawal");
        let refused = refusal(house.ballot(here, "Digue", "Digue", &["1", "", ""]).await);
        assert_eq!(refused, Refusal::Paper(PaperRefused::Withdrawn { candidate: 0 }));
        let declared = house.declares(&assembly, item).await;
        assert_eq!(declared.count.expect("a count").elected, [of("Boussole")]);
    })
    .await;
}

#[tokio::test]
async fn nobody_stands_without_consent_or_after_the_day() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let until = NewElection { candidacies_until: Some(day("2026-03-20")), ..stv(1) };
        let (assembly, item) = house.called_to_elect(until).await;
        house.stands(&assembly, item, "Abri", "Maud Absente").await.expect("a proposal");
        let taken = house.stands(&assembly, item, "Boussole", "maud absente").await;
        assert!(matches!(taken, Err(Error::Invalid(_))), "{taken:?}");
        let chair = house.viewer(ADMINISTRATOR).await;
        let room = house.services.room(&chair, assembly.id).await.expect("the room");
        let election = room.items.iter().find_map(|item| item.election.clone()).expect("the election");
        let proposed = election.candidacies[0].id;
        assert!(!election.candidacies[0].stands());
        let by_another = house.viewer(&of("Abri")).await;
        let consent = house.services.consent_to_candidacy(&by_another, assembly.id, proposed, false).await;
        assert_eq!(refusal(consent), Refusal::Named("candidacy-not-yours"));
        let paper = house.services.consent_to_candidacy(&by_another, assembly.id, proposed, true).await;
        assert!(matches!(paper, Err(Error::NotAllowed { .. })), "{paper:?}");
        let stranger = house.viewer(STRANGER).await;
        let unseen = house.services.withdraw_candidacy(&stranger, assembly.id, proposed).await;
        assert!(matches!(unseen, Err(Error::NotFound)), "{unseen:?}");

        house.world.time.set(at("2026-03-30T12:00:00Z"));
        let late = refusal(house.stands(&assembly, item, "Boussole", "").await);
        assert_eq!(late, Refusal::Named("candidacies-over"));
        house.services.open_session(&chair, assembly.id).await.expect("a session");
        for name in ["Abri", "Boussole", "Cèdre", "Digue"] {
            house.arrives(&assembly, name).await.expect("an arrival");
        }
        let nobody = house.services.open_election(&chair, assembly.id, item, false).await;
        assert_eq!(refusal(nobody), Refusal::Named("election-no-candidates"));
        house.services.consent_to_candidacy(&chair, assembly.id, proposed, true).await.expect("consent on paper");
        let poll = house.services.open_election(&chair, assembly.id, item, false).await.expect("an open vote");
        // A vote by name does not get into the ballot box, nor does a motion's close open it.
        let named = house.votes(&assembly, poll, &of("Abri"), "Abri", domain::polls::Choice::For).await;
        assert!(matches!(named, Err(Error::NotFound)), "{named:?}");
        assert!(house.services.close_poll(&chair, poll).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_number_of_voices_that_tells_the_voter_is_warned_of() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let voices = NewElection { unit: Unit::Weight, ..stv(1) };
        let (assembly, item) = house.called_to_elect(voices).await;
        house.stands(&assembly, item, "Abri", "").await.expect("a candidacy");
        house.world.time.set(at("2026-03-30T12:00:00Z"));
        let chair = house.viewer(ADMINISTRATOR).await;
        house.services.open_session(&chair, assembly.id).await.expect("a session");
        for name in ["Abri", "Boussole", "Cèdre", "Digue"] {
            house.arrives(&assembly, name).await.expect("an arrival");
        }
        let silent = house.services.open_election(&chair, assembly.id, item, false).await;
        assert_eq!(refusal(silent), Refusal::Named("election-recognizable"));
        let page = format!("{}/elections/{item}", house.path(&assembly));
        let mut browser = house.browser(ADMINISTRATOR).await;
        let warned = browser.get(&page).await.body;
        assert!(warned.contains("Boussole and Cèdre"), "{warned}");
        let opened = browser.post(&format!("{page}/open"), &[("acknowledged", "yes")]).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
        let known = house.browser(&of("Cèdre")).await.get(&page).await.body;
        assert!(known.contains("No other association has 4 voices"), "{known}");
        let unknown = house.browser(&of("Abri")).await.get(&page).await.body;
        assert!(!unknown.contains("No other association has"), "{unknown}");
    })
    .await;
}

#[tokio::test]
async fn a_refused_ballot_comes_back_as_it_was_typed_and_is_not_in_the_box() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, item) = house.electing(stv(1), &["Abri", "Boussole"]).await;
        let (page, mut browser) =
            (format!("{}/elections/{item}", house.path(&assembly)), house.browser(&of("Abri")).await);
        let (abri, request) = (organization("Abri").to_string(), Uuid::new_v4().to_string());
        let voter = [("organization", abri.as_str()), ("request", request.as_str())];
        let twice = [voter.as_slice(), &[("mark-0", "1"), ("mark-1", "1")]].concat();
        let refused = browser.post(&format!("{page}/vote"), &twice).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("Your ballot is not recorded"), "{}", refused.body);
        assert!(refused.body.contains("Two names have this place"), "{}", refused.body);
        assert!(refused.body.contains(&request), "the same ballot");
        let read = house.services.store().read();
        assert_eq!(ballot::Entity::find().count(read).await.expect("a count"), 0);
        let right = [voter.as_slice(), &[("mark-0", "2"), ("mark-1", "1")]].concat();
        for _ in 0..2 {
            let taken = browser.post(&format!("{page}/vote"), &right).await;
            assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        }
        let of_abri = mark::Column::OrganizationId.eq(organization("Abri").0);
        let marks = mark::Entity::find().filter(of_abri).count(read).await.expect("a count");
        assert_eq!((marks, ballot::Entity::find().count(read).await.expect("a count")), (1, 1));
    })
    .await;
}
