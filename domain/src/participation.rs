//! Who may be at an assembly without a vote, and who of them may speak.

use std::collections::BTreeSet;

use crate::{
    access::Actor,
    ids::{NetworkId, OrganizationId},
    people::{Holder, Role},
    statutes::{Audience, Participation},
};

/// What one of somebody's roles makes of them at an assembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Represents an organization of the roll.
    Votes,
    /// Runs the assembly.
    Runs,
    /// Belongs to those whom the statutes may let in without a vote.
    Attends(Audience),
}

/// A standing, and with whom somebody comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// What they are.
    pub standing: Standing,
    /// The member with whom they come; nobody for people of the network itself.
    pub organization: Option<OrganizationId>,
}

/// What a role makes of its holder. A representative of a member that is not on the roll is a member without a vote.
#[must_use]
pub const fn standings(role: Role, on_roll: bool) -> &'static [Standing] {
    use Audience as A;
    use Standing::{Attends, Runs, Votes};
    match role {
        Role::LegalRepresentative | Role::Delegate | Role::Alternate if on_roll => &[Votes],
        Role::LegalRepresentative | Role::Delegate | Role::Alternate => &[Attends(A::MembersWithoutVote)],
        Role::NetworkBoard => &[Runs],
        Role::NetworkAdministrator => &[Runs, Attends(A::Staff)],
        Role::OrganizationAdministrator
        | Role::Staff
        | Role::TrainingOfficer
        | Role::Manager
        | Role::TrainingOrganizer => &[Attends(A::Staff)],
        Role::PersonConcerned => &[Attends(A::PersonsConcerned)],
        Role::Partner | Role::Trainer => &[Attends(A::Partners)],
        Role::Observer => &[Attends(A::Observers)],
    }
}

/// Everything that somebody is at an assembly of a network today.
#[must_use]
pub fn seats(actor: &Actor, network: NetworkId, on_roll: &BTreeSet<OrganizationId>) -> Vec<Seat> {
    let members = actor.members_of(network);
    let mut seats = Vec::new();
    for mandate in actor.mandates() {
        let organization = match mandate.holder {
            Holder::Network(held) if held == network => None,
            Holder::Organization(held) if members.contains(&held) || on_roll.contains(&held) => Some(held),
            Holder::Network(_) | Holder::Organization(_) => continue,
        };
        let votes = organization.is_some_and(|organization| on_roll.contains(&organization));
        seats.extend(standings(mandate.role, votes).iter().map(|standing| Seat { standing: *standing, organization }));
    }
    seats
}

impl Participation {
    /// Whether an audience may be there.
    #[must_use]
    pub fn lets_in(&self, audience: Audience) -> bool {
        self.present.contains(&audience) || self.present.contains(&Audience::Public)
    }

    /// Whether an audience may ask for the floor.
    #[must_use]
    pub fn lets_speak(&self, audience: Audience) -> bool {
        let asked = self.speak.contains(&audience) || self.speak.contains(&Audience::Public);
        asked && self.lets_in(audience)
    }

    /// Whether somebody may be in the room. Rules that name nobody leave it to the assembly's own people.
    #[must_use]
    pub fn may_enter(&self, seats: &[Seat]) -> bool {
        *self == Self::default()
            || seats.iter().any(|seat| match seat.standing {
                Standing::Votes | Standing::Runs => true,
                Standing::Attends(audience) => self.lets_in(audience),
            })
    }

    /// As whom somebody attends without a vote: one who may speak comes before one who may not. Nobody who has a vote.
    #[must_use]
    pub fn attends_as(&self, seats: &[Seat]) -> Option<(Audience, Option<OrganizationId>)> {
        if seats.iter().any(|seat| seat.standing == Standing::Votes) {
            return None;
        }
        let audience = |seat: &Seat| match seat.standing {
            Standing::Attends(audience) if self.lets_in(audience) => Some((audience, seat.organization)),
            _ => None,
        };
        let mut all: Vec<_> = seats.iter().filter_map(audience).collect();
        all.sort_by_key(|(audience, _)| !self.lets_speak(*audience));
        all.first().copied()
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use uuid::Uuid;

    use super::*;
    use crate::{ids::PersonId, memberships::Status, people::Mandate};

    const NETWORK: NetworkId = NetworkId(Uuid::from_u128(1));
    const MEMBER: OrganizationId = OrganizationId(Uuid::from_u128(2));
    const STRANGER: OrganizationId = OrganizationId(Uuid::from_u128(3));

    fn actor(roles: &[(Role, Holder)]) -> Actor {
        let today = NaiveDate::from_ymd_opt(2026, 3, 30).expect("a day");
        let mandates = roles.iter().map(|(role, holder)| Mandate::new(*role, *holder, today, None).expect("right"));
        Actor::new(PersonId(Uuid::nil()), mandates, [(MEMBER, NETWORK, Status::Suspended)], today)
    }

    fn rules() -> Participation {
        Participation {
            present: [Audience::MembersWithoutVote, Audience::PersonsConcerned, Audience::Partners].into(),
            speak: [Audience::PersonsConcerned, Audience::Staff].into(),
        }
    }

    fn seated(role: Role, holder: Holder, on_roll: &[OrganizationId]) -> Vec<Seat> {
        seats(&actor(&[(role, holder)]), NETWORK, &on_roll.iter().copied().collect())
    }

    #[test]
    fn the_statutes_say_who_is_there_and_who_speaks() {
        let rules = rules();
        let (member, network) = (Holder::Organization(MEMBER), Holder::Network(NETWORK));
        for (role, holder, enters, attends) in [
            (Role::Delegate, member, true, Some(Audience::MembersWithoutVote)),
            (Role::PersonConcerned, member, true, Some(Audience::PersonsConcerned)),
            (Role::Staff, member, false, None),
            (Role::OrganizationAdministrator, member, false, None),
            (Role::Partner, network, true, Some(Audience::Partners)),
            (Role::Observer, network, false, None),
            (Role::NetworkBoard, network, true, None),
            (Role::NetworkAdministrator, network, true, None),
            (Role::PersonConcerned, Holder::Organization(STRANGER), false, None),
        ] {
            let seats = seated(role, holder, &[]);
            assert_eq!(rules.may_enter(&seats), enters, "{role}");
            assert_eq!(rules.attends_as(&seats).map(|(audience, _)| audience), attends, "{role}");
        }
        assert!(rules.lets_speak(Audience::PersonsConcerned));
        assert!(!rules.lets_speak(Audience::Partners), "may be there and listen");
        assert!(!rules.lets_speak(Audience::Staff), "who may not be there does not speak");
    }

    #[test]
    fn who_has_a_vote_does_not_attend_without_one() {
        let seats = seated(Role::Delegate, Holder::Organization(MEMBER), &[MEMBER]);
        assert_eq!(seats, [Seat { standing: Standing::Votes, organization: Some(MEMBER) }]);
        assert_eq!(rules().attends_as(&seats), None);
        assert!(rules().may_enter(&seats));
    }

    #[test]
    fn of_two_roles_the_one_that_may_speak_counts() {
        let actor =
            actor(&[(Role::Partner, Holder::Network(NETWORK)), (Role::PersonConcerned, Holder::Organization(MEMBER))]);
        let attends = rules().attends_as(&seats(&actor, NETWORK, &BTreeSet::new()));
        assert_eq!(attends, Some((Audience::PersonsConcerned, Some(MEMBER))));
    }

    #[test]
    fn rules_that_name_nobody_keep_nobody_out() {
        let silent = Participation::default();
        assert!(silent.may_enter(&seated(Role::Observer, Holder::Network(NETWORK), &[])));
        assert_eq!(silent.attends_as(&seated(Role::Observer, Holder::Network(NETWORK), &[])), None);
        let public = Participation { present: [Audience::Public].into(), ..silent };
        assert!(public.may_enter(&seated(Role::Observer, Holder::Network(NETWORK), &[])));
    }
}
