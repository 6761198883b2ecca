//! Needs that associations state for a year: until when, by whom each may be changed, and which belong together.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::count;
use crate::ids::{NeedId, OrganizationId, TrainingId};

/// Most people for whom an association states one need.
pub const PEOPLE: u32 = 1_000;

/// What a need is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "about")]
pub enum Topic {
    /// A training of the catalogue.
    Training {
        /// Which.
        training: TrainingId,
    },
    /// Something else, in the words of whoever states it.
    Subject {
        /// The words.
        subject: String,
    },
}

impl Topic {
    /// The same for two topics that are one: capitals and spaces make no difference.
    #[must_use]
    fn key(&self) -> Self {
        match self {
            Self::Training { training } => Self::Training { training: *training },
            Self::Subject { subject } => {
                let words: Vec<String> = subject.split_whitespace().map(str::to_lowercase).collect();
                Self::Subject { subject: words.join(" ") }
            }
        }
    }

    /// Whether two topics are one.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

/// What an association needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// Which.
    pub id: NeedId,
    /// Whose.
    pub organization: OrganizationId,
    /// About what, as the association said it.
    pub stated: Topic,
    /// With what those who organize have put it together; with what it says itself when `None`.
    pub grouped: Option<Topic>,
    /// For how many people.
    pub people: u32,
}

impl Need {
    /// Under what it counts.
    #[must_use]
    pub fn topic(&self) -> &Topic {
        self.grouped.as_ref().unwrap_or(&self.stated)
    }
}

/// Needs that one training could answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// About what, in the words in which it was said first.
    pub topic: Topic,
    /// Which, in the order in which they were stated.
    pub needs: Vec<NeedId>,
    /// How many associations.
    pub associations: u32,
    /// For how many people together.
    pub people: u64,
}

/// Why a need stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum NeedRefused {
    /// The last day has passed.
    #[error("needs were stated until {closes_at}")]
    Closed {
        /// The first moment at which it was too late.
        closes_at: DateTime<Utc>,
    },
    /// For nobody, or for more people than an association has.
    #[error("between 1 and {most} people")]
    People {
        /// Most.
        most: u32,
    },
    /// The association has stated it already.
    #[error("the association has stated it already")]
    StatedAlready {
        /// As which need.
        need: NeedId,
    },
    /// A training answers it already.
    #[error("a training answers it already")]
    Answered,
}

/// Decides whether an association may say this; `replaced` is the need that it changes.
///
/// # Errors
/// [`NeedRefused`] after the last day, for nobody, or where the association says the same twice.
pub fn may_state(
    closes_at: DateTime<Utc>,
    needs: &[Need],
    (organization, topic, people): (OrganizationId, &Topic, u32),
    replaced: Option<NeedId>,
    now: DateTime<Utc>,
) -> Result<(), NeedRefused> {
    may_touch(closes_at, now)?;
    if !(1..=PEOPLE).contains(&people) {
        return Err(NeedRefused::People { most: PEOPLE });
    }
    let same = |need: &&Need| need.organization == organization && Some(need.id) != replaced && need.stated.is(topic);
    needs.iter().find(same).map_or(Ok(()), |need| Err(NeedRefused::StatedAlready { need: need.id }))
}

/// Whether needs may still be stated, changed and taken back.
///
/// # Errors
/// [`NeedRefused::Closed`] after the last day.
pub fn may_touch(closes_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), NeedRefused> {
    if now < closes_at { Ok(()) } else { Err(NeedRefused::Closed { closes_at }) }
}

/// What belongs together, most people first, then most associations, then as it was stated.
#[must_use]
pub fn groups(needs: &[Need]) -> Vec<Group> {
    let mut found: BTreeMap<Topic, (usize, Group, BTreeSet<OrganizationId>)> = BTreeMap::new();
    for (place, need) in needs.iter().enumerate() {
        let topic = need.topic();
        let (_, group, associations) = found.entry(topic.key()).or_insert_with(|| {
            let group = Group { topic: topic.clone(), needs: Vec::new(), associations: 0, people: 0 };
            (place, group, BTreeSet::new())
        });
        group.needs.push(need.id);
        group.people += u64::from(need.people);
        associations.insert(need.organization);
        group.associations = count(associations.len());
    }
    let mut sorted: Vec<_> = found.into_values().collect();
    sorted.sort_by_key(|(place, group, _)| (std::cmp::Reverse((group.people, group.associations)), *place));
    sorted.into_iter().map(|(_, group, _)| group).collect()
}
