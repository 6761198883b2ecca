//! Seats that are shared out: of a college by itself, reserved for colleges, among lists with a rule of parity.

use domain::{
    assemblies::State,
    bundle::check,
    elections::{
        CollegeSeats, Electorate, Method, TieRule,
        parity::{self, Side, Unbalanced},
    },
    ids::CollegeId,
    quorum::Unit,
};
use http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};
use services::{
    Error, Refusal,
    elections::{Election, NewCandidacy, NewElection, OnList},
};
use uuid::Uuid;

use super::{
    bundle::forged,
    fixture::{ADMINISTRATOR, Assembly, BOARD, House, at, of, organization, refusal},
};
use crate::support::for_each_database;

impl House {
    async fn colleges(&self) -> Vec<CollegeSeats> {
        let found = self.services.colleges(&self.viewer(ADMINISTRATOR).await, self.network.id).await;
        let name = |college: services::networks::College| CollegeSeats {
            college: CollegeId(college.id.0),
            name: college.names.text(self.network.locale, self.network.locale).to_owned(),
            seats: 0,
        };
        found.expect("colleges").into_iter().map(name).collect()
    }

    async fn the_election(&self, assembly: &Assembly) -> Election {
        let chair = self.viewer(ADMINISTRATOR).await;
        let room = self.services.room(&chair, assembly.id).await.expect("the room");
        room.items.iter().find_map(|item| item.election.clone()).expect("the election")
    }

    async fn on_list(
        &self,
        (assembly, item): (&Assembly, Uuid),
        by: &str,
        (name, side): (&str, Side),
        list: OnList,
    ) -> Result<(), Error> {
        let new = NewCandidacy {
            organization: organization(by),
            name: name.into(),
            statement: String::new(),
            list: Some(list),
            side: Some(side),
        };
        self.services.propose_candidacy(&self.viewer(&of(by)).await, assembly.id, item, new).await
    }

    /// Somebody of another association is put on a list by whoever keeps it.
    async fn invites(
        &self,
        (assembly, item): (&Assembly, Uuid),
        by: &str,
        (of, name): (&str, &str),
        list: OnList,
    ) -> Result<(), Error> {
        let (organization, name, statement) = (organization(of), name.to_owned(), String::new());
        let new = NewCandidacy { organization, name, statement, list: Some(list), side: None };
        self.services.propose_candidacy(&self.viewer(by).await, assembly.id, item, new).await
    }

    /// Everybody who was proposed consents on paper, the session is open with four who are there.
    async fn gathers(&self, assembly: &Assembly) {
        let chair = self.viewer(ADMINISTRATOR).await;
        for candidacy in self.the_election(assembly).await.candidacies {
            if !candidacy.stands() {
                let consent = self.services.consent_to_candidacy(&chair, assembly.id, candidacy.id, true).await;
                consent.expect("consent on paper");
            }
        }
        self.world.time.set(at("2026-03-30T12:00:00Z"));
        self.services.open_session(&chair, assembly.id).await.expect("a session");
        for name in ["Abri", "Boussole", "Cèdre", "Digue"] {
            self.arrives(assembly, name).await.expect("an arrival");
        }
    }

    async fn verified(&self, assembly: &Assembly) {
        let chair = self.viewer(ADMINISTRATOR).await;
        self.services.close_session(&chair, assembly.id).await.expect("an end");
        let bundle = self.services.bundle(&chair, assembly.id).await.expect("a bundle");
        let checked = check(&bundle).expect("a sound bundle");
        assert!(checked.agrees() && !checked.elections.is_empty(), "{checked:?}");
    }
}

fn block(reserved: Vec<CollegeSeats>) -> NewElection {
    NewElection {
        method: Method::Block,
        seats: 2,
        ties: TieRule::Lot,
        unit: Unit::Heads,
        candidacies_until: None,
        reserved,
        parity: None,
        electorate: None,
    }
}

#[tokio::test]
async fn a_college_gets_its_seat_although_others_have_more_votes() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let colleges = house.colleges().await;
        let associates = colleges.iter().find(|of| of.name == "Associés").expect("the college").clone();
        let reserved = vec![CollegeSeats { seats: 1, ..associates }];
        let (assembly, item) = house.electing(block(reserved), &["Abri", "Boussole", "Écluse"]).await;
        let (page, here) = (format!("{}/elections/{item}", house.path(&assembly)), (&assembly, item));
        let told = house.browser(&of("Abri")).await.get(&page).await.body;
        assert!(told.contains("Associés: at least 1"), "{told}");
        assert!(told.contains("<legend>Associés</legend>"), "{told}");
        for (by, name, marks) in [
            ("Abri", "Abri", ["on", "on", ""]),
            ("Boussole", "Boussole", ["on", "on", ""]),
            ("Cèdre", "Cèdre", ["on", "", "on"]),
        ] {
            house.ballot(here, by, name, &marks).await.expect("a ballot");
        }
        let declared = house.declares(&assembly, item).await;
        let mut elected: Vec<&str> = declared.elected().collect();
        elected.sort_unstable();
        assert_eq!(elected, [of("Abri"), of("Écluse")]);
        house.verified(&assembly).await;
    })
    .await;
}

#[tokio::test]
async fn seats_are_reserved_only_where_the_method_can() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let colleges = house.colleges().await;
        let assembly = house.drafted().await;
        let page = format!("{}/items/new", house.path(&assembly));
        let mut browser = house.browser(BOARD).await;
        let form = browser.get(&page).await.body;
        let college = format!("reserved-{}", colleges[0].college);
        assert!(form.contains(&college) && form.contains("Seats reserved for the college"), "{form}");
        let entries = |method: &'static str, seats: &'static str| {
            vec![
                ("kind", "election"),
                ("title", "Conseil"),
                ("text", ""),
                ("decision", "persons"),
                ("method", method),
                ("seats", "3"),
                ("unit", "heads"),
                ("ties", "assembly"),
                ("candidacies_until", ""),
                ("parity", ""),
                (college.as_str(), seats),
            ]
        };
        let cannot = browser.post(&page, &entries("approval", "1")).await;
        assert_eq!(cannot.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(cannot.body.contains("This method does not allow it"), "{}", cannot.body);
        let many = browser.post(&page, &entries("block", "4")).await;
        assert_eq!(many.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(many.body.contains("3 at most in all"), "{}", many.body);
        let saved = browser.post(&page, &entries("block", "2")).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let reserved = house.the_election(&assembly).await.rules.reserved;
        assert_eq!(reserved.iter().map(|of| of.seats).collect::<Vec<_>>(), [2]);
    })
    .await;
}

#[tokio::test]
async fn lists_share_the_seats_and_keep_the_rule_of_parity() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let by_lists = NewElection {
            method: Method::Dhondt,
            seats: 3,
            parity: Some(parity::Rule::Alternating),
            ..block(Vec::new())
        };
        let (assembly, item) = house.called_to_elect(by_lists).await;
        let here = (&assembly, item);
        let none = NewCandidacy {
            organization: organization("Abri"),
            name: "Ada".into(),
            statement: String::new(),
            list: None,
            side: None,
        };
        let nowhere = house.services.propose_candidacy(&house.viewer(&of("Abri")).await, assembly.id, item, none).await;
        assert!(matches!(nowhere, Err(Error::Invalid(_))), "{nowhere:?}");
        house.on_list(here, "Abri", ("Ada", Side::Woman), OnList::New("Ensemble".into())).await.expect("a list");
        house.on_list(here, "Boussole", ("Bo", Side::Man), OnList::New("Demain".into())).await.expect("a list");
        let election = house.the_election(&assembly).await;
        let list = |name: &str| election.lists.iter().find(|list| list.name == name).expect("a list").id;
        let (ensemble, demain) = (OnList::Known(list("Ensemble")), OnList::Known(list("Demain")));
        let foreign = house.on_list(here, "Cèdre", ("Cleo", Side::Woman), ensemble.clone()).await;
        assert_eq!(refusal(foreign), Refusal::Named("list-not-yours"));
        house.on_list(here, "Abri", ("Cleo", Side::Woman), ensemble.clone()).await.expect("on the list");
        house.on_list(here, "Abri", ("Dan", Side::Man), ensemble).await.expect("on the list");
        house.on_list(here, "Boussole", ("Eve", Side::Woman), demain).await.expect("on the list");

        // What each declared is for the rule: others do not see it, the journal does not hold it.
        let page = format!("{}/elections/{item}", house.path(&assembly));
        let seen = house.browser(&of("Cèdre")).await.get(&page).await.body;
        assert!(seen.contains("Ensemble") && !seen.contains("does not keep the rule"), "{seen}");
        house.gathers(&assembly).await;
        let chair = house.viewer(ADMINISTRATOR).await;
        let row = refusal(house.services.open_election(&chair, assembly.id, item, true).await);
        let unbalanced = Unbalanced::SameInARow { place: 1 };
        assert_eq!(row, Refusal::Parity { list: "Ensemble".into(), unbalanced });
        let dan = house.the_election(&assembly).await.candidacies.iter().find(|it| it.name == "Dan").expect("Dan").id;
        let other = house.services.move_up_on_list(&house.viewer(&of("Cèdre")).await, assembly.id, dan).await;
        assert_eq!(refusal(other), Refusal::Named("list-not-yours"));
        house.services.move_up_on_list(&house.viewer(&of("Abri")).await, assembly.id, dan).await.expect("one place up");
        house.services.open_election(&chair, assembly.id, item, true).await.expect("an open vote");

        let election = house.the_election(&assembly).await;
        let paper: Vec<&str> = election.paper.iter().map(|name| name.name.as_str()).collect();
        assert_eq!(paper, ["Demain", "Ensemble"]);
        let mut voter = house.browser(&of("Abri")).await;
        let told = voter.get(&page).await.body;
        assert!(told.contains("Ada, Dan, Cleo"), "{told}");
        let (abri, request) = (organization("Abri").to_string(), Uuid::new_v4().to_string());
        let form = [("organization", abri.as_str()), ("request", request.as_str()), ("mark", "1")];
        let taken = voter.post(&format!("{page}/vote"), &form).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        // No list at all is one more choice.
        assert!(told.contains("Blank ballot: no list"), "{told}");
        house.ballot(here, "Digue", "Digue", &["", "on"]).await.expect("a ballot");
        house.ballot(here, "Boussole", "Boussole", &["on"]).await.expect("a ballot");
        house.ballot(here, "Cèdre", "Cèdre", &["", "on"]).await.expect("a ballot");
        // Somebody withdraws during the vote: the next of the list takes the place.
        house.services.withdraw_candidacy(&chair, assembly.id, dan).await.expect("a withdrawal");
        let declared = house.declares(&assembly, item).await;
        assert_eq!(declared.elected().collect::<Vec<_>>(), ["Ada", "Cleo", "Bo"]);
        let told = voter.get(&page).await.body;
        assert!(told.contains("Voices by list") && told.contains("3 voices, 2 seats"), "{told}");
        let minutes = house.browser(ADMINISTRATOR).await.get(&format!("{}/minutes", house.path(&assembly))).await.body;
        assert!(minutes.contains("Demain: Bo, Eve"), "{minutes}");
        house.verified(&assembly).await;
        let room = house.services.room(&chair, assembly.id).await.expect("the room");
        assert_eq!(room.state, State::Closed);
    })
    .await;
}

#[tokio::test]
async fn people_of_several_associations_stand_on_one_list_each_with_their_own_consent() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, item) = house.called_to_elect(NewElection { method: Method::Dhondt, ..block(Vec::new()) }).await;
        let here = (&assembly, item);
        house.on_list(here, "Abri", (&of("Abri"), Side::Neither), OnList::New("Un".into())).await.expect("a list");
        let list = OnList::Known(house.the_election(&assembly).await.lists[0].id);
        for name in ["Boussole", "Cèdre"] {
            house.invites(here, &of("Abri"), (name, &of(name)), list.clone()).await.expect("somebody invited");
        }
        // Whoever runs the assembly writes down whom they have on paper; nobody stands without a name.
        let nameless = house.invites(here, ADMINISTRATOR, ("Digue", ""), list.clone()).await;
        assert!(matches!(nameless, Err(Error::Invalid(_))), "{nameless:?}");
        let page = format!("{}/elections/{item}", house.path(&assembly));
        let form = house.browser(ADMINISTRATOR).await.get(&page).await.body;
        assert!(form.contains("name=\"list_name\"") && form.contains(&organization("Digue").to_string()), "{form}");
        house.invites(here, ADMINISTRATOR, ("Digue", "Dora"), list.clone()).await.expect("on paper");
        let standing = async || {
            let candidacies = house.the_election(&assembly).await.candidacies;
            candidacies.into_iter().filter(|it| it.stands()).map(|it| it.name).collect::<Vec<_>>()
        };
        assert_eq!(standing().await, [of("Abri")]);
        let found = house.the_election(&assembly).await.candidacies;
        let which = |name: &str| found.iter().find(|it| it.name == name).expect("a candidacy").id;
        let (boussole, cedre) = (which(&of("Boussole")), which(&of("Cèdre")));
        let someone = house.viewer(&of("Boussole")).await;
        house.services.consent_to_candidacy(&someone, assembly.id, boussole, false).await.expect("consent");
        // Whoever is named may decline; nobody else for them.
        let foreign = house.services.withdraw_candidacy(&someone, assembly.id, cedre).await;
        assert_eq!(refusal(foreign), Refusal::Named("candidacy-not-yours"));
        let named = house.viewer(&of("Cèdre")).await;
        house.services.withdraw_candidacy(&named, assembly.id, cedre).await.expect("no");
        assert_eq!(standing().await, [of("Abri"), of("Boussole")]);
    })
    .await;
}

#[tokio::test]
async fn the_candidate_declares_and_the_journal_does_not_hear_it() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let by_lists =
            NewElection { method: Method::SainteLague, parity: Some(parity::Rule::Balanced), ..block(Vec::new()) };
        let (assembly, item) = house.called_to_elect(by_lists).await;
        let me = of("Abri");
        house.on_list((&assembly, item), "Abri", (&me, Side::Neither), OnList::New("Un".into())).await.expect("a list");
        let mine = house.the_election(&assembly).await.candidacies[0].id;
        let page = house.path(&assembly);
        let other = house
            .browser(&of("Cèdre"))
            .await
            .post(&format!("{page}/candidacies/{mine}/side"), &[("side", "man")])
            .await;
        assert!(other.status.is_client_error(), "{}", other.body);
        let before = entities::audit::journal_line::Entity::find();
        let lines = before.count(house.services.store().read()).await.expect("a count");
        let said =
            house.browser(&me).await.post(&format!("{page}/candidacies/{mine}/side"), &[("side", "woman")]).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
        assert_eq!(house.the_election(&assembly).await.candidacies[0].side, Some(Side::Woman));
        let after = entities::audit::journal_line::Entity::find();
        let now = after.count(house.services.store().read()).await.expect("a count");
        assert_eq!(lines, now);
    })
    .await;
}

/// The lists “Rives” and “Sources” of the college of associates, which alone elects; who is of it is there.
async fn lists_of_associates(house: &House, ties: TieRule, seats: usize) -> (Assembly, Uuid) {
    let associates = house.colleges().await.into_iter().find(|of| of.name == "Associés").expect("the college");
    let electorate = Electorate { college: associates.college, name: associates.name };
    let own = NewElection { method: Method::Dhondt, seats, ties, electorate: Some(electorate), ..block(Vec::new()) };
    let (assembly, item) = house.called_to_elect(own).await;
    let here = (&assembly, item);
    let rives = OnList::New("Rives".into());
    let foreign = house.on_list(here, "Abri", ("Ada", Side::Neither), rives.clone()).await;
    assert_eq!(refusal(foreign), Refusal::OtherCollege { college: "Associés".into() });
    house.on_list(here, "Écluse", ("Eva", Side::Neither), rives).await.expect("a list");
    let election = house.the_election(&assembly).await;
    house.on_list(here, "Écluse", ("Emil", Side::Neither), OnList::Known(election.lists[0].id)).await.expect("a name");
    house.on_list(here, "Fontaine", ("Flo", Side::Neither), OnList::New("Sources".into())).await.expect("a list");
    house.gathers(&assembly).await;
    for name in ["Écluse", "Fontaine", "Gué", "Havre"] {
        house.arrives(&assembly, name).await.expect("an arrival");
    }
    let chair = house.viewer(ADMINISTRATOR).await;
    house.services.open_election(&chair, assembly.id, item, true).await.expect("an open vote");
    (assembly, item)
}

#[tokio::test]
async fn a_college_elects_its_own_seats_by_lists() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, item) = lists_of_associates(&house, TieRule::Lot, 2).await;
        let (here, page) = ((&assembly, item), format!("{}/elections/{item}", house.path(&assembly)));
        let foreign = house.ballot(here, "Abri", "Abri", &["on"]).await;
        assert_eq!(refusal(foreign), Refusal::OtherCollege { college: "Associés".into() });
        let told = house.browser(&of("Abri")).await.get(&page).await.body;
        assert!(told.contains("it does not vote here") && !told.contains("name=\"mark\""), "{told}");
        for (name, mark) in [("Écluse", 0), ("Gué", 0), ("Havre", 0), ("Fontaine", 1)] {
            let marks = if mark == 0 { ["on", ""] } else { ["", "on"] };
            house.ballot(here, name, name, &marks).await.expect("a ballot");
        }
        let chair = house.browser(ADMINISTRATOR).await.get(&page).await.body;
        assert!(chair.contains("4 of 4"), "{chair}");
        let declared = house.declares(&assembly, item).await;
        assert_eq!(declared.elected().collect::<Vec<_>>(), ["Eva", "Emil"]);
        let told = house.browser(&of("Abri")).await.get(&page).await.body;
        assert!(told.contains("Only the college “Associés”"), "{told}");
        let minutes = house.browser(ADMINISTRATOR).await.get(&format!("{}/minutes", house.path(&assembly))).await.body;
        assert!(minutes.contains("The college “Associés” elected"), "{minutes}");
        house.verified(&assembly).await;

        // Somebody of another college among the voters: the recount finds it.
        let bundle = house.services.bundle(&house.viewer(ADMINISTRATOR).await, assembly.id).await.expect("a bundle");
        let (abri, gue) = (organization("Abri").to_string(), organization("Gué").to_string());
        let other = forged(bundle, |line| {
            if line.kind == "election_closed" {
                line.payload = line.payload.replace(&gue, &abri);
            }
        });
        assert!(!check(&other).expect("a chain that holds").agrees());
    })
    .await;
}

#[tokio::test]
async fn a_tie_of_lists_goes_to_a_runoff_of_the_same_voters() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, item) = lists_of_associates(&house, TieRule::Assembly, 1).await;
        for (name, marks) in [("Écluse", ["on", ""]), ("Fontaine", ["", "on"])] {
            house.ballot((&assembly, item), name, name, &marks).await.expect("a ballot");
        }
        assert_eq!(house.declares(&assembly, item).await.count.expect("a count").open_seats, 1);
        let chair = house.viewer(ADMINISTRATOR).await;
        let runoff = house.services.hold_runoff(&chair, assembly.id, item).await.expect("a run-off");
        let here = (&assembly, runoff);
        let foreign = house.ballot(here, "Abri", "Abri", &["on"]).await;
        assert_eq!(refusal(foreign), Refusal::OtherCollege { college: "Associés".into() });
        for (name, marks) in [("Écluse", ["on", ""]), ("Fontaine", ["", "on"]), ("Gué", ["", "on"])] {
            house.ballot(here, name, name, &marks).await.expect("a ballot");
        }
        let declared = house.declares(&assembly, runoff).await;
        assert_eq!(declared.elected().collect::<Vec<_>>(), ["Flo"]);
        let page = format!("{}/elections/{runoff}", house.path(&assembly));
        let told = house.browser(&of("Abri")).await.get(&page).await.body;
        assert!(told.contains("Sources") && told.contains("Rives"), "{told}");
        house.verified(&assembly).await;
    })
    .await;
}
