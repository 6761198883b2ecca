//! The statutes in an assembly: which version it froze, what each kind of decision needs, and what
//! other rules would have made of its votes.

use domain::{
    assemblies::{AssemblyRules, CourseRefused, ItemKind, Kind},
    majorities::{MajorityRule, Outcome, Verdict},
    polls::Choice,
    quorum::QuorumRule,
    statutes::{Decision, Preset},
};
use services::{
    Error,
    assemblies::NewItem,
    statutes::{Adoption, Edit},
};
use uuid::Uuid;

use super::fixture::{ADMINISTRATOR, Assembly, BOARD, House, course, of};
use crate::support::for_each_database;

impl House {
    /// Puts rules into force from a day on.
    async fn adopts(&self, rules: &AssemblyRules, from: &str) -> i32 {
        let board = self.viewer(BOARD).await;
        let text = domain::statutes::write_toml(rules);
        self.services.edit_statutes(&board, &self.network, 0, &Edit::Toml(text)).await.expect("a draft");
        let form = Adoption { revision: 1, valid_from: from.into(), ..Adoption::default() };
        self.services.adopt_statutes(&board, &self.network, &form).await.expect("a version")
    }

    /// Adds a motion of a kind of decision to a draft.
    async fn moves(&self, assembly: &Assembly, decision: Decision) -> Uuid {
        let new = NewItem {
            kind: ItemKind::Motion,
            title: decision.to_string(),
            text: "L’assemblée décide.".into(),
            decision,
            election: None,
        };
        self.services.add_item(&self.viewer(BOARD).await, assembly.id, new).await.expect("an item")
    }

    /// Opens a vote, takes it and closes it.
    async fn decides(&self, assembly: &Assembly, item: Uuid, votes: &[(&str, Choice)]) -> Outcome {
        let poll = self.opens(assembly, item).await.expect("a poll");
        for (name, choice) in votes {
            self.votes(assembly, poll, &of(name), name, *choice).await.expect("a vote");
        }
        self.services.close_poll(&self.viewer(ADMINISTRATOR).await, poll).await.expect("counted").1
    }
}

#[tokio::test]
async fn an_assembly_keeps_the_version_of_its_convocation_and_its_minutes_name_it() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let board = house.viewer(BOARD).await;
        let before = house.drafted().await;
        assert_eq!(house.services.room(&board, before.id).await.expect("a room").statutes_version, None);
        let mut rules = Preset::FrenchAssociation.rules();
        rules.reference_days = 20;
        assert_eq!(house.adopts(&rules, "2026-03-30").await, 1);
        let room = house.services.room(&board, before.id).await.expect("a room");
        assert_eq!((room.statutes_version, room.rules), (Some(1), rules.clone()), "on its day these are the rules");
        house.services.convene(&board, before.id).await.expect("a convocation");
        let mut stricter = rules.clone();
        stricter.proxies.per_holder = Some(0);
        assert_eq!(house.adopts(&stricter, "2026-03-30").await, 2);
        let kept = house.services.room(&board, before.id).await.expect("a room");
        assert_eq!((kept.statutes_version, kept.rules), (Some(1), rules), "what was convened stays");
        let next = house.drafted().await;
        let next = house.services.room(&board, next.id).await.expect("a room");
        assert_eq!((next.statutes_version, next.rules), (Some(2), stricter));
        let mut browser = house.browser(BOARD).await;
        let minutes = browser.get(&format!("{}/minutes", house.path(&before))).await.body;
        assert!(minutes.contains("Statutes, version 1"), "{minutes}");
    })
    .await;
}

/// Of a Belgian association, with the roll of thirty days before, on which there are eight.
fn belgian() -> AssemblyRules {
    AssemblyRules { reference_days: 30, ..Preset::BelgianAssociation.rules() }
}

/// Eight on the roll; two thirds of them must be there for the statutes, any number otherwise.
#[tokio::test]
async fn each_decision_has_its_own_quorum_and_majority() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        house.adopts(&belgian(), "2026-03-01").await;
        let assembly = house.drafted().await;
        let statutes = house.moves(&assembly, Decision::Statutes).await;
        let purpose = house.moves(&assembly, Decision::Purpose).await;
        let board = house.viewer(BOARD).await;
        house.services.convene(&board, assembly.id).await.expect("a convocation");
        house.world.time.set(super::fixture::at("2026-03-30T12:00:00Z"));
        house.services.open_session(&house.viewer(ADMINISTRATOR).await, assembly.id).await.expect("a session");
        let present = ["Abri", "Boussole", "Cèdre", "Digue", "Écluse"];
        for name in present {
            house.arrives(&assembly, name).await.expect("an arrival");
        }
        assert!(matches!(course(house.opens(&assembly, statutes).await), CourseRefused::NoQuorum { .. }));
        let accounts = house.decides(&assembly, assembly.accounts, &[("Abri", Choice::For)]).await;
        assert_eq!(accounts.verdict, Verdict::Adopted, "any number");
        house.arrives(&assembly, "Gué").await.expect("an arrival");
        use Choice::{Abstain, Against, Blank, For};
        let cast = [("Cèdre", For), ("Digue", For), ("Boussole", Against), ("Abri", Abstain), ("Écluse", Blank)];
        let changed = house.decides(&assembly, statutes, &cast).await;
        let held = &changed.conditions[0];
        assert_eq!((changed.verdict, held.have, held.base, held.needed), (Verdict::Adopted, 5, 7, 5));
        assert_eq!((changed.tally.abstained.heads, changed.tally.blank.heads), (1, 1), "four different things");
        let refused = house.decides(&assembly, purpose, &cast).await;
        let held = &refused.conditions[0];
        assert_eq!((refused.verdict, held.have, held.base, held.needed), (Verdict::Rejected, 5, 7, 6));
    })
    .await;
}

#[tokio::test]
async fn other_rules_on_past_votes_show_what_would_have_changed() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let board = house.viewer(BOARD).await;
        let assembly = house.in_session(&["Abri", "Boussole", "Cèdre", "Digue"]).await;
        use Choice::{Against, For};
        let accounts = [("Abri", For), ("Boussole", For), ("Cèdre", For), ("Digue", Against)];
        let accounts = house.decides(&assembly, assembly.accounts, &accounts).await;
        house.world.time.set(super::fixture::at("2026-03-30T13:00:00Z"));
        let fees = [("Abri", Against), ("Boussole", For), ("Cèdre", For), ("Digue", For)];
        let fees = house.decides(&assembly, assembly.fees, &fees).await;
        assert!(accounts.adopted() && fees.adopted());
        // Whoever leaves after the close was there for the vote.
        house.world.time.set(super::fixture::at("2026-03-30T14:00:00Z"));
        house.leaves(&assembly, "Abri").await.expect("a departure");

        let same = house.services.what_if(&board, &house.network, &AssemblyRules::usual()).await.expect("votes");
        let was: Vec<&Outcome> = same.iter().map(|vote| &vote.would).collect();
        assert_eq!(was, [&accounts, &fees], "by the rules of the day it comes out as it did");
        assert!(same.iter().all(|vote| !vote.changed() && vote.was == vote.would));

        let mut unanimous = AssemblyRules::usual();
        let rule = unanimous.kinds.get_mut(&Kind::Ordinary).expect("a kind");
        let all = domain::fraction::Fraction::new(1, 1).expect("all");
        rule.majority = MajorityRule { threshold: all, ..MajorityRule::TWO_THIRDS }.into();
        let changed = house.services.what_if(&board, &house.network, &unanimous).await.expect("votes");
        assert!(changed.iter().all(|vote| vote.changed() && vote.would.verdict == Verdict::Rejected));
        let held = &changed[0].would.conditions[0];
        assert_eq!(held.have + 1, held.needed - changed[0].would.tally.against.weight + 1, "both sides are kept");

        let mut everybody = AssemblyRules::usual();
        let rule = everybody.kinds.get_mut(&Kind::Ordinary).expect("a kind");
        let total = rule.quorum.total.map(|total| domain::quorum::Condition { threshold: all, ..total });
        rule.quorum = QuorumRule { total, ..rule.quorum };
        let lost = house.services.what_if(&board, &house.network, &everybody).await.expect("votes");
        assert!(lost.iter().all(|vote| vote.would.verdict == Verdict::NoQuorum));
        assert_eq!((lost[0].would.quorum.parts[0].have, lost[0].would.quorum.parts[0].needed), (4, 8));

        let member = house.viewer(&of("Abri")).await;
        let refused = house.services.what_if(&member, &house.network, &everybody).await;
        assert!(matches!(refused, Err(Error::NotAllowed { .. })), "the board tries drafts");
        let mut browser = house.browser(BOARD).await;
        let text = domain::statutes::write_toml(&unanimous);
        house.services.edit_statutes(&board, &house.network, 0, &Edit::Toml(text)).await.expect("a draft");
        let page = browser.get("/n/reseau/statutes/draft/what-if").await.body;
        assert_eq!(page.matches("Another result").count(), 2, "{page}");
        let none = browser.get(&format!("/n/reseau/statutes/draft/what-if?assembly={}", Uuid::nil())).await.body;
        assert!(none.contains("No vote fits this filter"), "{none}");
        let file = browser.get("/n/reseau/statutes/draft/what-if.csv?show=changed").await.body;
        assert_eq!(file.lines().count(), 3, "{file}");
        assert!(file.contains("Comptes 2025"), "{file}");
    })
    .await;
}

#[tokio::test]
async fn a_second_assembly_decides_what_had_no_quorum_and_nothing_else() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        house.adopts(&belgian(), "2026-03-01").await;
        let (services, board) = (&house.services, house.viewer(BOARD).await);
        let first = house.drafted().await;
        house.moves(&first, Decision::Statutes).await;
        services.convene(&board, first.id).await.expect("a convocation");
        house.world.time.set(super::fixture::at("2026-03-30T12:00:00Z"));
        services.open_session(&board, first.id).await.expect("a session");
        house.arrives(&first, "Abri").await.expect("an arrival");
        house.decides(&first, first.accounts, &[("Abri", Choice::For)]).await;
        let early = services.repeat_assembly(&board, first.id).await;
        assert!(matches!(course(early), CourseRefused::NotNow { .. }), "the first is not over");
        services.close_session(&board, first.id).await.expect("the end");
        assert!(services.room(&board, first.id).await.expect("a room").may_repeat);

        let again = services.repeat_assembly(&board, first.id).await.expect("a second assembly");
        let room = services.room(&board, again).await.expect("a room");
        let motions: Vec<_> = room.items.iter().map(|item| (item.title.as_str(), item.decision)).collect();
        assert_eq!(motions, [("statutes", Decision::Statutes)], "what had its quorum is decided or left");
        assert_eq!(room.held_on.to_string(), "2026-04-14", "fifteen days later");
        assert_eq!(room.second_of.as_ref().map(|(id, _)| *id), Some(first.id));
        let twice = services.repeat_assembly(&board, first.id).await;
        assert_eq!(super::fixture::refusal(twice), services::Refusal::Named("second-exists"));
        let more = NewItem {
            kind: ItemKind::Motion,
            title: "Et".into(),
            text: "Puis.".into(),
            decision: Decision::Budget,
            election: None,
        };
        let more = services.add_item(&board, again, more).await;
        assert_eq!(super::fixture::refusal(more), services::Refusal::Named("second-agenda"));
        let sooner = |day: &str| services::assemblies::NewAssembly { day: super::fixture::day(day), ..House::wanted() };
        services.change_assembly(&board, again, sooner("2026-04-30")).await.expect("a later day");
        services.convene(&board, again).await.expect("a convocation");
        house.world.time.set(super::fixture::at("2026-04-30T12:00:00Z"));
        services.open_session(&house.viewer(BOARD).await, again).await.expect("a session");
        let second =
            Assembly { id: again, report: room.items[0].id, accounts: room.items[0].id, fees: room.items[0].id };
        house.arrives(&second, "Abri").await.expect("an arrival");
        let changed = house.decides(&second, second.accounts, &[("Abri", Choice::For)]).await;
        assert_eq!(changed.verdict, Verdict::Adopted, "any number");
        assert!(changed.quorum.parts.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_second_assembly_is_not_held_before_its_time() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let mut rules = belgian();
        rules.kinds.get_mut(&Kind::Ordinary).expect("a kind").notice_days = 1;
        house.adopts(&rules, "2026-03-01").await;
        let (services, board) = (&house.services, house.viewer(BOARD).await);
        let first = house.drafted().await;
        house.moves(&first, Decision::Statutes).await;
        services.convene(&board, first.id).await.expect("a convocation");
        house.world.time.set(super::fixture::at("2026-03-30T12:00:00Z"));
        services.open_session(&board, first.id).await.expect("a session");
        services.close_session(&board, first.id).await.expect("the end");
        let again = services.repeat_assembly(&board, first.id).await.expect("a second assembly");
        let sooner = services::assemblies::NewAssembly { day: super::fixture::day("2026-04-13"), ..House::wanted() };
        services.change_assembly(&board, again, sooner.clone()).await.expect("a draft");
        let earliest = super::fixture::day("2026-04-14");
        assert_eq!(course(services.convene(&board, again).await), CourseRefused::TooSoonAfterFirst { earliest });
        let told = services.preparation(&board, again).await.expect("a preparation").obstacle;
        assert_eq!(told, Some(CourseRefused::TooSoonAfterFirst { earliest }));
        let day = services::assemblies::NewAssembly { day: earliest, ..sooner };
        services.change_assembly(&board, again, day).await.expect("a draft");
        services.convene(&board, again).await.expect("a convocation");
    })
    .await;
}

#[tokio::test]
async fn the_chair_breaks_a_tie_once_where_the_statutes_say_so() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        house.adopts(&Preset::FrenchAssociation.rules(), "2026-03-01").await;
        let assembly = house.in_session(&["Abri", "Boussole", "Digue", "Écluse"]).await;
        use Choice::{Abstain, Against, For};
        let cast = [("Abri", For), ("Digue", For), ("Boussole", Against), ("Écluse", Abstain)];
        let tied = house.decides(&assembly, assembly.accounts, &cast).await;
        assert!(tied.awaits_casting_vote() && !tied.adopted());
        let mut chair = house.browser(ADMINISTRATOR).await;
        let path = house.path(&assembly);
        let room = chair.get(&format!("{path}/room")).await.body;
        assert!(room.contains("Break the tie: for"), "{room}");
        let of_item = house.services.room(&house.viewer(BOARD).await, assembly.id).await.expect("a room");
        let poll = of_item.items[1].poll.as_ref().expect("a vote").id;
        let casting = format!("{path}/polls/{poll}/casting");
        let mut member = house.browser(&of("Abri")).await;
        assert_eq!(member.post(&casting, &[("choice", "for")]).await.status, http::StatusCode::FORBIDDEN);
        assert_eq!(chair.post(&casting, &[("choice", "abstain")]).await.status, http::StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(chair.post(&casting, &[("choice", "for")]).await.status, http::StatusCode::SEE_OTHER);
        assert_eq!(
            chair.post(&casting, &[("choice", "against")]).await.status,
            http::StatusCode::UNPROCESSABLE_ENTITY,
            "once"
        );
        let minutes = chair.get(&format!("{path}/minutes")).await.body;
        assert!(minutes.contains("The chair’s vote breaks the tie: for."), "{minutes}");
    })
    .await;
}
