//! Needs: until when they are stated, and that nobody is lost or counted twice when they are put together.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use crate::{
    ids::{NeedId, OrganizationId, TrainingId},
    trainings::needs::{Need, NeedRefused, PEOPLE, Topic, groups, may_state, may_touch},
};

fn closes() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).expect("a moment")
}

fn subject(words: &str) -> Topic {
    Topic::Subject { subject: words.into() }
}

fn training(number: u128) -> Topic {
    Topic::Training { training: TrainingId(Uuid::from_u128(number)) }
}

fn need(number: u128, organization: u128, stated: Topic, people: u32) -> Need {
    let (id, organization) = (NeedId(Uuid::from_u128(number)), OrganizationId(Uuid::from_u128(organization)));
    Need { id, organization, stated, grouped: None, people }
}

#[test]
fn needs_are_stated_until_the_deadline_and_not_from_it_on() {
    assert_eq!(may_touch(closes(), closes() - TimeDelta::seconds(1)), Ok(()));
    let closes_at = closes();
    assert_eq!(may_touch(closes(), closes()), Err(NeedRefused::Closed { closes_at }));
    let whose = OrganizationId(Uuid::from_u128(1));
    let late = may_state(closes(), &[], (whose, &training(1), 3), None, closes());
    assert_eq!(late, Err(NeedRefused::Closed { closes_at }));
}

#[test]
fn an_association_says_a_thing_once_and_may_change_it() {
    let now = closes() - TimeDelta::days(3);
    let there = [need(1, 1, subject("Premiers secours"), 4)];
    let (one, two) = (OrganizationId(Uuid::from_u128(1)), OrganizationId(Uuid::from_u128(2)));
    let again = subject("  premiers   SECOURS ");
    let refused = NeedRefused::StatedAlready { need: there[0].id };
    assert_eq!(may_state(closes(), &there, (one, &again, 2), None, now), Err(refused));
    assert_eq!(may_state(closes(), &there, (one, &again, 2), Some(there[0].id), now), Ok(()));
    assert_eq!(may_state(closes(), &there, (two, &again, 2), None, now), Ok(()));
    for people in [0, PEOPLE + 1] {
        let refused = NeedRefused::People { most: PEOPLE };
        assert_eq!(may_state(closes(), &there, (two, &again, people), None, now), Err(refused));
    }
}

#[test]
fn what_is_put_together_counts_together_in_the_words_said_first() {
    let mut needs = vec![
        need(1, 1, subject("Secourisme"), 2),
        need(2, 2, subject("secourisme"), 3),
        need(3, 2, training(7), 9),
        need(4, 3, subject("Gestes qui sauvent"), 1),
    ];
    let found = groups(&needs);
    assert_eq!(found.iter().map(|group| group.people).collect::<Vec<_>>(), [9, 5, 1]);
    assert_eq!((&found[1].topic, found[1].associations), (&subject("Secourisme"), 2));
    needs[3].grouped = Some(training(7));
    let found = groups(&needs);
    assert_eq!((found[0].people, found[0].associations, found.len()), (10, 2, 2));
}

proptest! {
    #[test]
    fn every_need_is_in_one_group_and_every_person_counts_once(
        drawn in prop::collection::vec((0_u128..6, 0_u128..4, prop::option::of(0_u128..4), 1_u32..50), 0..40)
    ) {
        let topic = |number: u128| if number < 2 { training(number) } else { subject(&format!("Subject {number}")) };
        let needs: Vec<Need> = (1..)
            .zip(drawn)
            .map(|(id, (organization, stated, grouped, people))| {
                Need { grouped: grouped.map(topic), ..need(id, organization, topic(stated), people) }
            })
            .collect();
        let found = groups(&needs);
        let mut ids: Vec<NeedId> = found.iter().flat_map(|group| group.needs.clone()).collect();
        ids.sort_unstable();
        prop_assert_eq!(ids, needs.iter().map(|need| need.id).collect::<Vec<_>>());
        let people: u64 = found.iter().map(|group| group.people).sum();
        prop_assert_eq!(people, needs.iter().map(|need| u64::from(need.people)).sum::<u64>());
        prop_assert!(found.iter().all(|group| group.associations as usize <= group.needs.len() && group.associations > 0));
        for (one, other) in found.iter().zip(found.iter().skip(1)) {
            prop_assert!(one.people >= other.people);
            prop_assert!(!one.topic.is(&other.topic));
        }
    }
}
