//! The board prepares: form, agenda, documents.

use chrono::NaiveTime;
use domain::{
    assemblies::{CourseRefused, ItemKind, Kind, State, Venue},
    polls::MajorityRule,
    statutes::Decision,
};
use services::{
    Error, FieldError, FieldProblem,
    assemblies::{NewAssembly, NewDocument, NewItem},
};

use super::fixture::{ADMINISTRATOR, BOARD, House, STRANGER, course, day, of};
use crate::support::for_each_database;

fn fields<T: std::fmt::Debug>(result: Result<T, Error>) -> Vec<FieldError> {
    match result {
        Err(Error::Invalid(fields)) => fields,
        other => panic!("not about fields: {other:?}"),
    }
}

#[tokio::test]
async fn the_agenda_is_written_ordered_and_shortened() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (services, board) = (&house.services, house.viewer(BOARD).await);
        let assembly = house.drafted().await;
        let titles = async || {
            let room = services.room(&board, assembly.id).await.expect("the draft");
            room.items.iter().map(|item| format!("{} {}", item.number, item.title)).collect::<Vec<_>>()
        };
        assert_eq!(titles().await, ["1 Rapport d’activité", "2 Comptes 2025", "3 Cotisation 2027"]);

        services.move_item(&board, assembly.id, assembly.fees, true).await.expect("a move");
        assert_eq!(titles().await, ["1 Rapport d’activité", "2 Cotisation 2027", "3 Comptes 2025"]);
        services.move_item(&board, assembly.id, assembly.accounts, false).await.expect("at the end it stays");
        services.move_item(&board, assembly.id, assembly.report, true).await.expect("at the beginning it stays");
        services.move_item(&board, assembly.id, assembly.report, false).await.expect("a move");
        assert_eq!(titles().await, ["1 Cotisation 2027", "2 Rapport d’activité", "3 Comptes 2025"]);

        let new = NewItem {
            kind: ItemKind::Motion,
            title: " Statuts ".into(),
            text: "L’assemblée adopte les statuts.".into(),
            decision: Decision::Statutes,
            election: None,
        };
        services.change_item(&board, assembly.id, assembly.report, new).await.expect("a change");
        let document = NewDocument { file_name: "statuts.pdf".into(), content: b"%PDF".to_vec() };
        services.add_document(&board, assembly.id, assembly.accounts, document).await.expect("a document");
        services.remove_item(&board, assembly.id, assembly.accounts).await.expect("with its document");
        assert_eq!(titles().await, ["1 Cotisation 2027", "2 Statuts"]);
        let room = services.room(&board, assembly.id).await.expect("the draft");
        let changed = &room.items[1];
        assert_eq!((changed.kind, changed.decision), (ItemKind::Motion, Decision::Statutes));
        assert_eq!(changed.majority, MajorityRule::SIMPLE.into(), "what the assembly asks: these rules say no more");
        assert_eq!(
            room.items[0].majority,
            MajorityRule::SIMPLE.into(),
            "what the rules say where the item says nothing"
        );
        assert!(room.documents.is_empty());

        let added = NewItem {
            kind: ItemKind::Information,
            title: "Divers".into(),
            text: String::new(),
            decision: Decision::Ordinary,
            election: None,
        };
        services.add_item(&board, assembly.id, added).await.expect("after one was removed");
        assert_eq!(titles().await, ["1 Cotisation 2027", "2 Statuts", "3 Divers"]);
    })
    .await;
}

#[tokio::test]
async fn a_document_comes_back_as_it_was_and_harmless() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (services, board) = (&house.services, house.viewer(BOARD).await);
        let assembly = house.convened().await;
        let content: Vec<u8> = (0..=255).cycle().take(70_000).collect();
        for name in ["../../etc/comptes \"2025\".pdf", "C:\\piège.html"] {
            let document = NewDocument { file_name: name.into(), content: content.clone() };
            services.add_document(&board, assembly.id, assembly.accounts, document).await.expect("a document");
        }
        let member = house.viewer(&of("Abri")).await;
        let room = services.room(&member, assembly.id).await.expect("the assembly");
        let listed: Vec<_> = room.documents.iter().map(|found| (found.file_name.as_str(), found.size)).collect();
        assert_eq!(listed, [("comptes 2025.pdf", 70_000), ("piège.html", 70_000)]);
        let (name, kind, read) =
            services.document(&member, assembly.id, room.documents[0].id).await.expect("the first");
        assert_eq!((name.as_str(), kind.as_str(), read), ("comptes 2025.pdf", "application/pdf", content));
        let (_, kind, _) = services.document(&member, assembly.id, room.documents[1].id).await.expect("the second");
        assert_eq!(kind, "application/octet-stream", "nothing that a browser would run");

        let empty = NewDocument { file_name: "vide.pdf".into(), content: vec![] };
        let refused = fields(services.add_document(&board, assembly.id, assembly.accounts, empty).await);
        assert_eq!(refused, [FieldError::new("document", FieldProblem::Missing)]);
        let huge = NewDocument { file_name: "lourd.pdf".into(), content: vec![0; 10 * 1024 * 1024 + 1] };
        let refused = fields(services.add_document(&board, assembly.id, assembly.accounts, huge).await);
        assert_eq!(refused[0].field, "document");

        // A document of one assembly is not found in another, nor by a stranger.
        let other = house.drafted().await;
        let elsewhere = services.document(&board, other.id, room.documents[0].id).await;
        assert!(matches!(elsewhere, Err(Error::NotFound)), "{elsewhere:?}");
        let stranger = services.document(&house.viewer(STRANGER).await, assembly.id, room.documents[0].id).await;
        assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");
        let added = NewDocument { file_name: "a.txt".into(), content: b"a".to_vec() };
        let refused = services.add_document(&member, assembly.id, assembly.accounts, added).await;
        assert!(matches!(refused, Err(Error::NotAllowed { .. })), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn the_form_says_what_is_wrong_with_which_field() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let board = house.viewer(BOARD).await;
        let try_out = async |new: NewAssembly| house.services.draft_assembly(&board, &house.network, new).await;
        let nothing = NewAssembly {
            title: "  ".into(),
            place: String::new(),
            remote_url: "http://visio.example".into(),
            ..House::wanted()
        };
        let wrong = fields(try_out(nothing).await);
        let named: Vec<_> = wrong.iter().map(|error| error.field).collect();
        assert_eq!(named, ["title", "place", "remote_url"]);
        let script = NewAssembly { remote_url: "javascript:alert(1)".into(), ..House::wanted() };
        assert_eq!(fields(try_out(script).await)[0].problem, FieldProblem::NotAWebAddress);
        let long = NewAssembly { title: "é".repeat(201), ..House::wanted() };
        assert_eq!(fields(try_out(long).await)[0].problem, FieldProblem::TooLong { limit: 200 });
        // In the night to 29 March the clocks leave out this half hour.
        let skipped = NewAssembly {
            day: day("2026-03-29"),
            time: NaiveTime::from_hms_opt(2, 30, 0).expect("a time"),
            ..House::wanted()
        };
        assert_eq!(fields(try_out(skipped).await), [FieldError::new("time", FieldProblem::NotADate)]);
        let list = house.services.assemblies(&board, &house.network).await.expect("the list");
        assert!(list.is_empty(), "nothing was begun");

        let assembly = house.drafted().await;
        let without = NewItem {
            kind: ItemKind::Motion,
            title: String::new(),
            text: " ".into(),
            decision: Decision::Ordinary,
            election: None,
        };
        let named: Vec<_> = fields(house.services.add_item(&board, assembly.id, without).await);
        assert_eq!(named.iter().map(|error| error.field).collect::<Vec<_>>(), ["title", "text"]);

        let changed =
            NewAssembly { kind: Kind::Extraordinary, venue: Venue::Remote, title: "AG".into(), ..House::wanted() };
        house.services.change_assembly(&board, assembly.id, changed).await.expect("a change");
        let room = house.services.room(&board, assembly.id).await.expect("the draft");
        assert_eq!((room.kind, room.place, room.title.as_str()), (Kind::Extraordinary, None, "AG"));
    })
    .await;
}

#[tokio::test]
async fn a_draft_does_not_exist_for_members() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let assembly = house.drafted().await;
        let member = house.viewer(&of("Abri")).await;
        for name in [of("Abri"), STRANGER.to_owned()] {
            let room = house.services.room(&house.viewer(&name).await, assembly.id).await;
            assert!(matches!(room, Err(Error::NotFound)), "{name}: {room:?}");
        }
        assert!(house.services.assemblies(&member, &house.network).await.expect("the list").is_empty());
        let refused = house.services.draft_assembly(&member, &house.network, House::wanted()).await;
        assert!(matches!(refused, Err(Error::NotAllowed { .. })), "{refused:?}");
        for name in [BOARD, ADMINISTRATOR] {
            let list = house.services.assemblies(&house.viewer(name).await, &house.network).await.expect("the list");
            assert_eq!(list.iter().map(|listed| listed.state).collect::<Vec<_>>(), [State::Draft]);
        }
    })
    .await;
}

#[tokio::test]
async fn the_preparation_tells_what_stands_against_a_convocation() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (services, board) = (&house.services, house.viewer(BOARD).await);
        let bare = services.draft_assembly(&board, &house.network, House::wanted()).await.expect("a draft");
        let preparation = services.preparation(&board, bare).await.expect("the preparation");
        assert_eq!(preparation.obstacle, Some(CourseRefused::AgendaEmpty));
        assert_eq!(course(services.convene(&board, bare).await), CourseRefused::AgendaEmpty);
        let assembly = house.drafted().await;
        let preparation = services.preparation(&board, assembly.id).await.expect("the preparation");
        assert_eq!(preparation.obstacle, None);
        assert_eq!(preparation.roll.iter().map(|entry| entry.weight).sum::<u64>(), 12);
        let names: Vec<_> = preparation.roll.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["Abri", "Boussole", "Cèdre", "Digue", "Écluse", "Fontaine", "Gué", "Havre"]);
        house.world.time.pass_minutes(60 * 24 * 11);
        let preparation = services.preparation(&board, assembly.id).await.expect("the preparation");
        assert!(matches!(preparation.obstacle, Some(CourseRefused::Notice { .. })), "{:?}", preparation.obstacle);
    })
    .await;
}
