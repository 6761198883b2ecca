//! The members are called: notice, roll, letters, and everything that stands from then on.

use std::collections::BTreeMap;

use domain::{
    assemblies::{AssemblyRules, CourseRefused, Notice, NoticeTooShort, State},
    colleges::{Figure, LeftOut, WeightReason},
    memberships::Status,
};
use entities::{
    assemblies::{assembly, roll_entry},
    mail::{job, letter},
    memberships::{membership, membership_step},
    networks::{college, network},
    organizations::{declared_figure, organization_name},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, PaginatorTrait};
use services::{
    Error,
    assemblies::{NewAssembly, NewItem, Room},
};

use super::fixture::{ADMINISTRATOR, ALTERNATE, BOARD, House, course, day, declared, named, of};
use crate::support::for_each_database;

fn roll(room: &Room) -> Vec<(&str, u64)> {
    room.roll.iter().map(|line| (line.entry.name.as_str(), line.entry.weight)).collect()
}

#[tokio::test]
async fn a_notice_too_short_is_refused_with_the_earliest_day() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (services, board) = (&house.services, house.viewer(BOARD).await);
        let assembly = house.drafted().await;
        let soon = NewAssembly { day: day("2026-03-19"), ..House::wanted() };
        services.change_assembly(&board, assembly.id, soon).await.expect("a change");
        let refused = course(services.convene(&board, assembly.id).await);
        let notice = NoticeTooShort { days: 14, required: 15, earliest: day("2026-03-20") };
        assert_eq!(refused, CourseRefused::Notice { notice });

        let read = services.store().read();
        let row = assembly::Entity::find_by_id(assembly.id.0).one(read).await.expect("an answer").expect("the draft");
        assert_eq!((row.state.as_str(), row.rules), (State::Draft.as_str(), None));
        assert_eq!(roll_entry::Entity::find().count(read).await.expect("a count"), 0);
        assert_eq!(letter::Entity::find().count(read).await.expect("a count"), 0);

        let earliest = NewAssembly { day: day("2026-03-20"), ..House::wanted() };
        services.change_assembly(&board, assembly.id, earliest).await.expect("a change");
        let convened = services.convene(&board, assembly.id).await.expect("on the earliest day");
        assert_eq!(convened.notice, Notice { days: 15, required: 15 });
        let room = services.room(&board, assembly.id).await.expect("the assembly");
        assert_eq!(room.notice, Some(convened.notice));
    })
    .await;
}

#[tokio::test]
async fn everyone_is_on_the_roll_with_the_reason_or_left_out_with_the_reason() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        // Known at the convocation to begin before the day of the assembly.
        house.put::<organization_name::ActiveModel>(named("Gué", "Gué et Passerelle", "2026-03-15")).await;
        let assembly = house.convened().await;
        let room = house.services.room(&house.viewer(&of("Abri")).await, assembly.id).await.expect("the assembly");
        assert_eq!(room.reference_on, Some(day("2026-02-28")));
        assert_eq!(
            roll(&room),
            [
                ("Abri", 1),
                ("Boussole", 2),
                ("Cèdre", 4),
                ("Digue", 1),
                ("Écluse", 1),
                ("Fontaine", 1),
                ("Gué et Passerelle", 1),
                ("Havre", 1)
            ]
        );
        let reasons: Vec<_> = room.roll.iter().map(|line| line.entry.reason.clone()).collect();
        let bracket = |value, as_of, from, below| WeightReason::Bracket {
            figure: Figure::Places,
            value,
            as_of: day(as_of),
            from,
            below,
        };
        assert_eq!(reasons[0], bracket(40, "2025-01-01", 0, Some(50)), "what counts from 1 March is too late");
        assert_eq!(reasons[1], bracket(120, "2025-01-01", 50, Some(200)));
        assert_eq!(reasons[2], bracket(300, "2026-02-28", 200, None), "the reference day itself counts");
        assert_eq!(reasons[3], WeightReason::NothingDeclared { figure: Figure::Places });
        assert_eq!(reasons[4], WeightReason::Fixed, "a figure is no matter in this college");
        let left_out: BTreeMap<_, _> = room.left_out.iter().map(|(name, reason)| (name.as_str(), *reason)).collect();
        let expected = BTreeMap::from([
            ("Île", LeftOut::Status { status: Status::Suspended }),
            ("Jardin", LeftOut::Status { status: Status::Left }),
            ("Kiosque", LeftOut::Status { status: Status::Applied }),
            ("Lien", LeftOut::NotYetMember),
            ("Mât", LeftOut::NoVoice),
        ]);
        assert_eq!(left_out, expected);
    })
    .await;
}

#[tokio::test]
async fn what_changes_afterwards_changes_nothing() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.convened().await;
        let member = house.viewer(&of("Abri")).await;
        let before = house.services.room(&member, assembly.id).await.expect("the assembly");

        house.put::<organization_name::ActiveModel>(named("Fontaine", "Fontaine Solidarité", "2026-03-20")).await;
        house.put::<declared_figure::ActiveModel>(declared("Abri", "2026-02-01", 5000)).await;
        let network_id = house.network.id.0;
        let changed = house.services.store().write(move |unit| {
            Box::pin(async move {
                let mut rules = AssemblyRules::usual();
                for kind in rules.kinds.values_mut() {
                    kind.notice_days = 0;
                    kind.quorum.total = None;
                }
                rules.proxies.per_holder = Some(0);
                let row = network::ActiveModel {
                    id: Set(network_id),
                    rules: Set(serde_json::to_value(rules)?),
                    ..Default::default()
                };
                row.update(unit.write()).await?;
                for row in college::Entity::find().all(unit.read()).await? {
                    let mut row = row.into_active_model();
                    row.weight_rule = Set(serde_json::json!({ "rule": "fixed", "weight": 100 }));
                    row.update(unit.write()).await?;
                }
                for row in membership::Entity::find().all(unit.read()).await? {
                    let step = membership_step::Model {
                        id: unit.id(),
                        membership_id: row.id,
                        position: 9,
                        step: "exclude".into(),
                        status: "suspended".into(),
                        effective_on: day("2026-02-01"),
                        decision: None,
                        recorded_at: unit.now(),
                        recorded_by: None,
                    };
                    membership_step::Entity::insert(step.into_active_model())
                        .exec_without_returning(unit.write())
                        .await?;
                }
                Ok::<_, Error>(())
            })
        });
        changed.await.expect("the network changes");

        let after = house.services.room(&member, assembly.id).await.expect("the assembly");
        assert_eq!(roll(&after), roll(&before));
        assert_eq!(after.left_out, before.left_out);
        assert_eq!(after.rules, before.rules);
        assert_eq!(after.rules, AssemblyRules::usual());
        assert_eq!((after.quorum, after.notice), (before.quorum, before.notice));

        let board = house.viewer(BOARD).await;
        let change = house.services.change_assembly(&board, assembly.id, House::wanted()).await;
        assert_eq!(course(change), CourseRefused::NotNow { state: State::Convened });
        let item = NewItem {
            kind: domain::assemblies::ItemKind::Information,
            title: "Divers".into(),
            text: String::new(),
            decision: domain::statutes::Decision::Ordinary,
            election: None,
        };
        assert_eq!(
            course(house.services.add_item(&board, assembly.id, item.clone()).await),
            CourseRefused::NotNow { state: State::Convened }
        );
        let changed = house.services.change_item(&board, assembly.id, assembly.fees, item).await;
        assert_eq!(course(changed), CourseRefused::NotNow { state: State::Convened });
        course(house.services.remove_item(&board, assembly.id, assembly.fees).await);
        course(house.services.move_item(&board, assembly.id, assembly.fees, true).await);
    })
    .await;
}

#[tokio::test]
async fn every_representative_with_an_address_is_written_to() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.drafted().await;
        let convened = house.services.convene(&house.viewer(BOARD).await, assembly.id).await.expect("a convocation");
        assert_eq!(convened.letters, 8, "one for each of seven organizations, and one for an alternate");
        assert_eq!(convened.unreachable, ["Havre"]);

        let read = house.services.store().read();
        let letters = letter::Entity::find().all(read).await.expect("the letters");
        assert_eq!(letters.len(), 8);
        assert_eq!(job::Entity::find().all(read).await.expect("the jobs").len(), 8, "each has its job");
        let to = |name: &str| {
            letters.iter().find(|letter| letter.to_name == name).unwrap_or_else(|| panic!("none to {name}"))
        };
        let address = format!("http://trame.test{}", house.path(&assembly));
        for letter in &letters {
            assert!(letter.body.contains(&address) && letter.body.contains("Comptes 2025"), "{}", letter.body);
            assert!(!letter.body.contains('\u{2068}'), "no marks of direction in a letter");
            assert_eq!((letter.kind.as_str(), letter.sent_at), ("convocation", None));
        }
        let french = &to(&of("Boussole")).body;
        assert!(french.contains("30 mars 2026") && french.contains("Boussole") && french.contains("14"), "{french}");
        assert!(
            french.contains("Salle des fêtes, Montreuil") && french.contains("https://visio.example/ag"),
            "{french}"
        );
        let dutch = &to(ALTERNATE).body;
        assert!(dutch.contains("30 maart 2026"), "{dutch}");
        assert!(letters.iter().all(|letter| letter.to_name != of("Île")), "who is not on the roll is not called");
    })
    .await;
}

#[tokio::test]
async fn the_members_are_called_once() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.drafted().await;
        let (board, administrator) = (house.viewer(BOARD).await, house.viewer(ADMINISTRATOR).await);
        let elsewhere = house.world.another_process().await;
        let (here, there) =
            tokio::join!(house.services.convene(&board, assembly.id), elsewhere.convene(&administrator, assembly.id));
        let (first, second) = if here.is_ok() { (here, there) } else { (there, here) };
        assert_eq!(first.expect("one of them").letters, 8);
        assert_eq!(course(second), CourseRefused::NotNow { state: State::Convened });
        assert_eq!(letter::Entity::find().count(house.services.store().read()).await.expect("a count"), 8);
        let again = house.services.convene(&board, assembly.id).await;
        assert_eq!(course(again), CourseRefused::NotNow { state: State::Convened });
        let member = house.services.convene(&house.viewer(&of("Abri")).await, assembly.id).await;
        assert!(matches!(member, Err(Error::NotAllowed { .. })), "{member:?}");
    })
    .await;
}
