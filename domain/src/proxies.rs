//! Who is in the room, and who speaks for whom.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    colleges::RollEntry,
    ids::{OrganizationId, PersonId},
};

/// What the statutes say about proxies. Their silence is no cap, hence the options.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProxyRule {
    /// How many one organization may hold; no cap when `None`, none allowed when zero.
    pub per_holder: Option<u32>,
    /// Whether giver and holder must be of the same college.
    #[serde(default)]
    pub same_college: bool,
    /// Whether a holder may vote otherwise for one whom it represents than for another, or for itself.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub split: bool,
    /// Whether an organization of several voices may divide them among answers.
    #[serde(default, skip_serializing_if = "is_no")]
    pub split_voices: bool,
}

const fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_yes(value: &bool) -> bool {
    *value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_no(value: &bool) -> bool {
    !*value
}

impl ProxyRule {
    /// So many, of this college; a holder is free in what it says for each, with all voices of each.
    #[must_use]
    pub const fn new(per_holder: Option<u32>, same_college: bool) -> Self {
        Self { per_holder, same_college, split: true, split_voices: false }
    }
}

/// How an organization takes part at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "as", rename_all = "snake_case")]
pub enum Representation {
    /// Its own representative is there.
    Present,
    /// The holder of its proxy is there.
    Represented {
        /// The holder.
        by: OrganizationId,
    },
    /// Neither.
    Absent,
}

/// Who is there and which proxies stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Presence {
    people: BTreeMap<OrganizationId, BTreeSet<PersonId>>,
    proxies: BTreeMap<OrganizationId, OrganizationId>,
}

/// Why a proxy is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum ProxyRefused {
    /// The giver has no vote in this assembly.
    #[error("the giver is not on the roll")]
    GiverNotOnRoll,
    /// The holder has no vote in this assembly.
    #[error("the holder is not on the roll")]
    HolderNotOnRoll,
    /// Nobody represents themselves by proxy.
    #[error("an organization gives no proxy to itself")]
    ToItself,
    /// The giver is in the room and votes for itself.
    #[error("the giver is present")]
    GiverIsPresent,
    /// The giver has given its proxy already.
    #[error("the giver has already given a proxy")]
    AlreadyGiven {
        /// To whom.
        to: OrganizationId,
    },
    /// A proxy is not passed on: the giver holds proxies, or the holder has given its own away.
    #[error("a proxy cannot be passed on")]
    Chain,
    /// The holder has as many as the rule allows.
    #[error("the holder already holds {limit}")]
    TooMany {
        /// The limit.
        limit: u32,
    },
    /// The rule wants both in one college.
    #[error("giver and holder are of different colleges")]
    OtherCollege,
}

impl Presence {
    /// Someone comes in for an organization. Its proxy, if it gave one, no longer stands: the
    /// holder whose proxy ends is returned, so that it can be told and written down.
    pub fn arrive(&mut self, organization: OrganizationId, person: PersonId) -> Option<OrganizationId> {
        self.people.entry(organization).or_default().insert(person);
        self.proxies.remove(&organization)
    }

    /// Someone leaves.
    pub fn leave(&mut self, organization: OrganizationId, person: PersonId) {
        if let Some(people) = self.people.get_mut(&organization) {
            people.remove(&person);
            if people.is_empty() {
                self.people.remove(&organization);
            }
        }
    }

    /// A proxy as it stands in the records; [`may_give`] is what decides about a new one.
    pub fn give(&mut self, giver: OrganizationId, holder: OrganizationId) {
        self.proxies.insert(giver, holder);
    }

    /// A proxy ends.
    pub fn take_back(&mut self, giver: OrganizationId) {
        self.proxies.remove(&giver);
    }

    /// How an organization takes part now. A proxy counts while its holder is there.
    #[must_use]
    pub fn of(&self, organization: OrganizationId) -> Representation {
        if self.people.contains_key(&organization) {
            return Representation::Present;
        }
        match self.proxies.get(&organization) {
            Some(holder) if self.people.contains_key(holder) => Representation::Represented { by: *holder },
            _ => Representation::Absent,
        }
    }

    /// Whether a person has arrived for an organization and not left.
    #[must_use]
    pub fn is_here(&self, organization: OrganizationId, person: PersonId) -> bool {
        self.people.get(&organization).is_some_and(|people| people.contains(&person))
    }

    /// The organizations whose proxy one holds.
    pub fn held_by(&self, holder: OrganizationId) -> impl Iterator<Item = OrganizationId> {
        self.proxies.iter().filter(move |(_, held_by)| **held_by == holder).map(|(giver, _)| *giver)
    }

    /// To whom an organization gave its proxy.
    #[must_use]
    pub fn given_by(&self, giver: OrganizationId) -> Option<OrganizationId> {
        self.proxies.get(&giver).copied()
    }
}

/// Decides whether `giver` may give its proxy to `holder`.
///
/// # Errors
/// [`ProxyRefused`] with the first rule that stands against it.
pub fn may_give(
    rule: &ProxyRule,
    roll: &[RollEntry],
    presence: &Presence,
    giver: OrganizationId,
    holder: OrganizationId,
) -> Result<(), ProxyRefused> {
    let find = |organization| roll.iter().find(|entry| entry.organization == organization);
    let giver_entry = find(giver).ok_or(ProxyRefused::GiverNotOnRoll)?;
    let holder_entry = find(holder).ok_or(ProxyRefused::HolderNotOnRoll)?;
    if giver == holder {
        return Err(ProxyRefused::ToItself);
    }
    if presence.of(giver) == Representation::Present {
        return Err(ProxyRefused::GiverIsPresent);
    }
    if let Some(to) = presence.given_by(giver) {
        return Err(ProxyRefused::AlreadyGiven { to });
    }
    if presence.given_by(holder).is_some() || presence.held_by(giver).next().is_some() {
        return Err(ProxyRefused::Chain);
    }
    if rule.same_college && giver_entry.college != holder_entry.college {
        return Err(ProxyRefused::OtherCollege);
    }
    match rule.per_holder {
        Some(limit) if presence.held_by(holder).count() >= limit as usize => Err(ProxyRefused::TooMany { limit }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::{colleges::WeightReason, ids::CollegeId};

    fn organization(number: u128) -> OrganizationId {
        OrganizationId(Uuid::from_u128(number))
    }

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn roll() -> Vec<RollEntry> {
        (1..=9)
            .map(|number| RollEntry {
                organization: organization(number),
                name: format!("Association {number}"),
                college: CollegeId(Uuid::from_u128(number % 2)),
                college_name: format!("Collège {}", number % 2),
                weight: 1,
                reason: WeightReason::Fixed,
            })
            .collect()
    }

    const TWO: ProxyRule = ProxyRule::new(Some(2), false);

    #[test]
    fn each_rule_refuses_by_name() {
        let mut presence = Presence::default();
        presence.arrive(organization(1), person(1));
        presence.give(organization(2), organization(1));
        presence.give(organization(3), organization(1));
        let give = |rule: &ProxyRule, giver, holder| {
            may_give(rule, &roll(), &presence, organization(giver), organization(holder))
        };
        assert_eq!(give(&TWO, 40, 1), Err(ProxyRefused::GiverNotOnRoll));
        assert_eq!(give(&TWO, 4, 40), Err(ProxyRefused::HolderNotOnRoll));
        assert_eq!(give(&TWO, 4, 4), Err(ProxyRefused::ToItself));
        assert_eq!(give(&TWO, 1, 5), Err(ProxyRefused::GiverIsPresent));
        assert_eq!(give(&TWO, 2, 5), Err(ProxyRefused::AlreadyGiven { to: organization(1) }));
        assert_eq!(give(&TWO, 4, 2), Err(ProxyRefused::Chain));
        assert_eq!(give(&TWO, 4, 1), Err(ProxyRefused::TooMany { limit: 2 }));
        let same_college = ProxyRule::new(None, true);
        assert_eq!(give(&same_college, 4, 5), Err(ProxyRefused::OtherCollege));
        assert_eq!(give(&same_college, 4, 6), Ok(()));
        assert_eq!(give(&ProxyRule::new(None, false), 4, 1), Ok(()));
        assert_eq!(give(&ProxyRule::new(Some(0), false), 4, 5), Err(ProxyRefused::TooMany { limit: 0 }));
    }

    #[test]
    fn arriving_ends_the_own_proxy_and_leaving_does_not_bring_it_back() {
        let mut presence = Presence::default();
        presence.arrive(organization(1), person(1));
        presence.give(organization(2), organization(1));
        assert_eq!(presence.of(organization(2)), Representation::Represented { by: organization(1) });
        assert_eq!(presence.arrive(organization(2), person(2)), Some(organization(1)));
        assert_eq!(presence.of(organization(2)), Representation::Present);
        presence.leave(organization(2), person(2));
        assert_eq!(presence.of(organization(2)), Representation::Absent);
    }

    #[test]
    fn an_organization_is_there_while_one_of_its_people_is() {
        let mut presence = Presence::default();
        presence.arrive(organization(1), person(1));
        presence.arrive(organization(1), person(2));
        presence.leave(organization(1), person(1));
        assert_eq!(presence.of(organization(1)), Representation::Present);
        presence.leave(organization(1), person(2));
        assert_eq!(presence.of(organization(1)), Representation::Absent);
    }

    proptest! {
        /// Whatever is asked in whatever order, the accepted proxies keep every rule.
        #[test]
        fn accepted_proxies_keep_the_rules(asked in prop::collection::vec((1_u128..12, 1_u128..12), 0..60)) {
            let (roll, mut presence) = (roll(), Presence::default());
            for (giver, holder) in asked {
                if may_give(&TWO, &roll, &presence, organization(giver), organization(holder)).is_ok() {
                    presence.give(organization(giver), organization(holder));
                }
            }
            for number in 1..=9 {
                let held = presence.held_by(organization(number)).count();
                prop_assert!(held <= 2);
                prop_assert!(held == 0 || presence.given_by(organization(number)).is_none());
            }
        }
    }
}
