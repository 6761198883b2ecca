//! A motion put to the vote: who may cast what, and what the votes decide.

use serde::{Deserialize, Serialize};

use crate::{
    colleges::RollEntry,
    ids::{OrganizationId, PersonId},
    proxies::Presence,
    tellers::Way,
};

pub use crate::majorities::{
    Base, Count, Inequality, Majority, MajorityRule, MajorityScope, Outcome, Tally, Tie, Verdict, count, count_ballots,
};

text_enum! {
    /// What an organization says to a motion.
    pub enum Choice {
        /// For.
        For = "for",
        /// Against.
        Against = "against",
        /// Neither; said aloud, unlike an absence.
        Abstain = "abstain",
        /// A ballot handed in with no answer on it: cast, unlike an abstention, which declines to
        /// take part in the decision, and not expressed.
        Blank = "blank",
        /// A ballot handed in on paper that says nothing that counts: cast, and not expressed. Tellers
        /// enter it; nobody casts one on a screen.
        Null = "null",
    }
}

impl Choice {
    /// What can be said on a screen.
    pub const ON_SCREEN: &'static [Self] = &[Self::For, Self::Against, Self::Abstain, Self::Blank];
}

text_enum! {
    /// Where a poll stands. There is no way back from closed.
    pub enum PollState {
        /// Votes are taken and may be changed.
        Open = "open",
        /// Counted; the result does not change any more.
        Closed = "closed",
    }
}

/// Someone who wants to vote for an organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voter<'a> {
    /// Who.
    pub person: PersonId,
    /// The organizations that this person represents by a mandate valid today.
    pub represents: &'a std::collections::BTreeSet<OrganizationId>,
}

/// In which right a vote is cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "as", rename_all = "snake_case")]
pub enum CastAs {
    /// For the own organization.
    Own,
    /// For another, by its proxy.
    Proxy {
        /// The organization that holds the proxy.
        holder: OrganizationId,
    },
    /// On paper or by a raised hand, written down by two tellers.
    Tellers {
        /// In which way.
        way: Way,
        /// The two.
        tellers: [PersonId; 2],
    },
}

/// Why a vote is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum CastRefused {
    /// The poll is closed.
    #[error("the poll is closed")]
    Closed,
    /// The organization has no vote in this assembly.
    #[error("the organization is not on the roll")]
    NotOnRoll,
    /// The person represents neither the organization nor the holder of its proxy.
    #[error("this is not for you to cast")]
    NotYours,
    /// The organization gave its proxy away and its own representative has not arrived.
    #[error("the organization gave its proxy to another")]
    GivenAway,
    /// The person has not arrived.
    #[error("you have not arrived")]
    NotHere,
    /// Two tellers have signed off what the organization said on paper or by a raised hand.
    #[error("the vote of the organization was given on paper or by a raised hand")]
    SignedOff,
    /// The statutes do not let an organization divide its voices.
    #[error("voices are not divided here")]
    NotDivided,
    /// The parts are not together what the organization has.
    #[error("the parts do not make {voices} voices")]
    DividedOtherwise {
        /// What it has.
        voices: u64,
    },
    /// The statutes want one answer for all whom a holder votes for.
    #[error("a holder gives the same answer for all")]
    MustAgree,
}

/// Decides whether a person may now vote for an organization, and in which right.
///
/// # Errors
/// [`CastRefused`] with the first reason against it.
pub fn may_cast(
    state: PollState,
    roll: &[RollEntry],
    presence: &Presence,
    voter: Voter<'_>,
    organization: OrganizationId,
) -> Result<CastAs, CastRefused> {
    if state == PollState::Closed {
        return Err(CastRefused::Closed);
    }
    if !roll.iter().any(|entry| entry.organization == organization) {
        return Err(CastRefused::NotOnRoll);
    }
    let proxy = presence.given_by(organization);
    if voter.represents.contains(&organization) {
        return match (proxy, presence.is_here(organization, voter.person)) {
            (Some(_), _) => Err(CastRefused::GivenAway),
            (None, true) => Ok(CastAs::Own),
            (None, false) => Err(CastRefused::NotHere),
        };
    }
    match proxy {
        Some(holder) if voter.represents.contains(&holder) => {
            if presence.is_here(holder, voter.person) {
                Ok(CastAs::Proxy { holder })
            } else {
                Err(CastRefused::NotHere)
            }
        }
        _ => Err(CastRefused::NotYours),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use uuid::Uuid;

    use super::*;
    use crate::{colleges::WeightReason, ids::CollegeId};

    fn organization(number: u128) -> OrganizationId {
        OrganizationId(Uuid::from_u128(number))
    }

    fn roll(weights: &[u64]) -> Vec<RollEntry> {
        (1_u128..)
            .zip(weights)
            .map(|(number, weight)| RollEntry {
                organization: organization(number),
                name: format!("Association {number}"),
                college: CollegeId(Uuid::nil()),
                college_name: "Membres".into(),
                weight: *weight,
                reason: WeightReason::Fixed,
            })
            .collect()
    }

    #[test]
    fn who_may_cast_for_whom() {
        let person = PersonId(Uuid::from_u128(100));
        let mine = BTreeSet::from([organization(1)]);
        let voter = Voter { person, represents: &mine };
        let roll = roll(&[1, 1, 1, 1]);
        let mut presence = Presence::default();
        let may = |presence: &Presence, number| may_cast(PollState::Open, &roll, presence, voter, organization(number));
        assert_eq!(may(&presence, 1), Err(CastRefused::NotHere));
        presence.arrive(organization(1), person);
        presence.give(organization(2), organization(1));
        presence.give(organization(3), organization(4));
        assert_eq!(may(&presence, 1), Ok(CastAs::Own));
        assert_eq!(may(&presence, 2), Ok(CastAs::Proxy { holder: organization(1) }));
        assert_eq!(may(&presence, 3), Err(CastRefused::NotYours));
        assert_eq!(may(&presence, 9), Err(CastRefused::NotOnRoll));
        assert_eq!(may_cast(PollState::Closed, &roll, &presence, voter, organization(1)), Err(CastRefused::Closed));
        presence.leave(organization(1), person);
        assert_eq!(may(&presence, 2), Err(CastRefused::NotHere));
        let mut given = Presence::default();
        given.give(organization(1), organization(2));
        assert_eq!(may(&given, 1), Err(CastRefused::GivenAway));
    }
}
