use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    people::Role,
    trainings::{catalogue::Course, seating::Rule},
};

use super::*;
use crate::data::{Demo, Mandate};

fn demo() -> Demo {
    Demo::load().expect("the data can be read")
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")
}

fn of<'d>(demo: &'d Demo, network: &'d str) -> impl Iterator<Item = &'d Training> {
    demo.trainings.iter().filter(move |training| training.network == network)
}

fn mandates<'d>(demo: &'d Demo, person: &'d str, day: NaiveDate) -> impl Iterator<Item = &'d Mandate> {
    demo.mandates.iter().filter(move |mandate| {
        let until = mandate.until.is_none_or(|until| day <= until.date(today()));
        mandate.person == person && mandate.from.date(today()) <= day && until
    })
}

#[test]
fn five_kinds_of_sessions_stand_side_by_side_in_one_network() {
    let demo = demo();
    let sessions: Vec<_> = of(&demo, "interlogement93").flat_map(|training| &training.sessions).collect();
    let coming = |session: &&&Session| today() < session.half_days[0].on.date(today());
    let announced = |rule| {
        let of_rule =
            sessions.iter().filter(coming).filter(move |it| it.course() == Course::Announced && it.rule == rule);
        of_rule.copied().collect::<Vec<_>>()
    };
    assert!(announced(Rule::FirstCome).iter().any(|session| session.quota.is_some() && session.reserved.is_empty()));
    assert!(announced(Rule::FirstCome).iter().any(|session| !session.reserved.is_empty()));
    assert_eq!(announced(Rule::FairAtClose).len(), 1);
    assert_eq!(sessions.iter().filter(|session| session.course() == Course::Planned).count(), 1);
    assert_eq!(sessions.iter().filter(|session| !coming(session)).count(), 1);
    assert!(of(&demo, "interlogement93").any(|training| !training.published), "a draft");
}

#[test]
fn the_agenda_of_2019_has_its_days_and_places() {
    let demo = demo();
    let sessions = of(&demo, "increase").flat_map(|training| &training.sessions);
    let mut agenda: Vec<_> = sessions
        .map(|session| {
            let days: BTreeSet<NaiveDate> = session.half_days.iter().map(|it| it.on.date(today())).collect();
            let days: Vec<String> = days.into_iter().map(|day| day.to_string()).collect();
            (days.join(" "), session.place.as_str())
        })
        .collect();
    agenda.sort();
    let agenda: Vec<_> = agenda.iter().map(|(days, place)| (days.as_str(), *place)).collect();
    assert_eq!(
        agenda,
        [
            ("2019-05-09 2019-05-10", "Achicourt et Beaurains"),
            ("2019-05-09 2019-05-10", "Béthune"),
            ("2019-05-23 2019-05-24", "Outreau et Saint-Martin-Boulogne"),
            ("2019-06-26 2019-06-27", "Outreau et Saint-Martin-Boulogne"),
        ]
    );
    let titles: BTreeSet<_> = of(&demo, "increase").map(|training| training.title.as_str()).collect();
    for subject in ["Gestion de projet", "Créer une association", "Demander une subvention"] {
        assert!(titles.contains(subject), "{subject}");
    }
}

#[test]
fn the_bilingual_network_visits_in_both_languages() {
    let demo = demo();
    let visit = of(&demo, "transfrontalier").next().expect("a visit");
    assert_eq!(visit.languages, [Locale::Fr, Locale::Nl]);
    assert!(visit.title.contains("Visite") && visit.title.contains("Praktijkbezoek"));
}

#[test]
fn one_member_has_a_training_officer_and_enough_people_for_a_group() {
    let demo = demo();
    let holds = |role: Role, organization: &str| {
        let of_role = demo.mandates.iter().filter(|mandate| mandate.role == role);
        of_role.filter(|mandate| mandate.organization.as_deref() == Some(organization)).count()
    };
    assert_eq!(holds(Role::TrainingOfficer, "aurore"), 1);
    assert!(holds(Role::Staff, "aurore") >= 8);
    let agreement = demo.agreements.first().expect("an association that agrees first");
    assert_eq!(holds(Role::Manager, &agreement.organization), 1);
    for role in [Role::TrainingOrganizer, Role::Trainer] {
        let held = demo.mandates.iter().filter(|mandate| mandate.role == role);
        assert!(held.into_iter().all(|mandate| mandate.network.as_deref() == Some("interlogement93")), "{role}");
    }
}

#[test]
fn whoever_registers_may_and_on_a_day_on_which_they_can() {
    let demo = demo();
    let mut slugs = BTreeSet::new();
    for training in &demo.trainings {
        assert!(slugs.insert((&training.network, &training.slug)), "{} twice", training.slug);
        let added = training.added_on.date(today());
        let organizes = |mandate: &Mandate| {
            mandate.network.as_ref() == Some(&training.network)
                && matches!(mandate.role, Role::TrainingOrganizer | Role::NetworkAdministrator)
        };
        assert!(mandates(&demo, &training.organized_by, added).any(organizes), "{}", training.organized_by);
        let sessions: BTreeSet<_> = training.sessions.iter().map(|session| &session.slug).collect();
        assert_eq!(sessions.len(), training.sessions.len(), "{}: a session twice", training.slug);
        for session in &training.sessions {
            let (opens, closes) = (session.opens_on.date(today()), session.closes_on.date(today()));
            assert!(added <= opens && opens < closes && closes < session.half_days[0].on.date(today()));
            for registration in &session.registrations {
                let on = registration.on.date(today());
                assert!((opens..=closes).contains(&on) && on < today(), "{}: {:?}", training.slug, registration.people);
                let announced = session.announced_on.map(|day| day.date(today()));
                assert!(announced.is_some_and(|announced| announced <= on), "{}", training.slug);
                for person in &registration.people {
                    let belongs = |mandate: &Mandate| match &registration.organization {
                        Some(organization) => mandate.organization.as_ref() == Some(organization),
                        None => mandate.role == Role::Partner && mandate.network.as_ref() == Some(&training.network),
                    };
                    assert!(mandates(&demo, person, on).any(belongs), "{person} on {on}");
                }
                let keys: BTreeSet<_> = session.reserved.iter().map(|pot| pot.key.clone()).collect();
                assert!(registration.qualities.is_subset(&keys), "{:?}", registration.qualities);
            }
        }
    }
}
