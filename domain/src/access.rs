//! The one permission function: role × relation × action → allowed, or refused with the reason.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    ids::{NetworkId, OrganizationId, PersonId},
    memberships::Status,
    people::{Holder, Mandate, Role},
};

text_enum! {
    /// Something that a person may be allowed to do.
    pub enum Action {
        /// See a network's inner pages: members, assemblies, bodies.
        ViewNetwork = "view_network",
        /// Change a network's presentation and colleges.
        ManageNetwork = "manage_network",
        /// Take the steps of memberships and put members into colleges.
        ManageMemberships = "manage_memberships",
        /// See the contact details of a member's people.
        ViewPeople = "view_people",
        /// Give and end mandates of a network.
        ManageNetworkMandates = "manage_network_mandates",
        /// Change an organization's names, sites, contacts and declared figures.
        ManageOrganization = "manage_organization",
        /// Add people to an organization, give and end their mandates.
        ManageOrganizationMandates = "manage_organization_mandates",
        /// Set up an organization's sign-in.
        ManageConnection = "manage_connection",
        /// Verify a domain by the network's word, and let someone in when a sign-in is broken.
        BreakGlass = "break_glass",
        /// See an assembly, its agenda, roll and results.
        ViewAssembly = "view_assembly",
        /// Prepare and convene an assembly.
        ConveneAssembly = "convene_assembly",
        /// Run an assembly: attendance, opening and closing of polls, minutes.
        RunAssembly = "run_assembly",
        /// Take part for an organization: arrive, give a proxy, vote.
        RepresentOrganization = "represent_organization",
        /// Read the journal.
        ReadJournal = "read_journal",
        /// See a network's trainings and their sessions.
        ViewTrainings = "view_trainings",
        /// Ask for a seat for oneself, on behalf of an organization.
        TakePart = "take_part",
        /// Ask for seats for an organization's people.
        RegisterStaff = "register_staff",
        /// Agree that an organization's people take part.
        AgreeToTraining = "agree_to_training",
        /// Write the catalogue, plan sessions, give out seats.
        OrganizeTrainings = "organize_trainings",
        /// Take down who was there.
        TakeAttendance = "take_attendance",
        /// Draft a network's statutes as rules, and put a version into force.
        ManageStatutes = "manage_statutes",
    }
}

/// What an action is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A network and everything in it.
    Network(NetworkId),
    /// An organization, by itself.
    Organization(OrganizationId),
    /// An organization as a member of a network.
    Member(NetworkId, OrganizationId),
}

/// How a person's mandate relates to the scope of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The mandate is held in the network concerned.
    InNetwork,
    /// The mandate is held in the organization concerned.
    InOrganization,
    /// The mandate is held in an organization that is a member of the network concerned.
    InMember,
}

/// Who acts: a person with the mandates that are valid today, and where they lead.
#[derive(Clone, Debug, Default)]
pub struct Actor {
    person: Option<PersonId>,
    mandates: Vec<Mandate>,
    memberships: Vec<(OrganizationId, NetworkId, Status)>,
}

/// Why an action is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// Nobody is signed in.
    #[error("sign in first")]
    SignInFirst,
    /// The person has nothing to do with it: as far as they can see, it does not exist.
    #[error("not found")]
    Invisible,
    /// The person may see it, and others may do this.
    #[error("not allowed")]
    NotAllowed {
        /// Roles that may.
        roles: Vec<Role>,
    },
}

impl Actor {
    /// Someone who has not signed in.
    #[must_use]
    pub fn anonymous() -> Self {
        Self::default()
    }

    /// A person, with the mandates of theirs that are valid on `today` (others are dropped here, so
    /// that no later check can forget), and the memberships of the organizations concerned.
    #[must_use]
    pub fn new(
        person: PersonId,
        mandates: impl IntoIterator<Item = Mandate>,
        memberships: impl IntoIterator<Item = (OrganizationId, NetworkId, Status)>,
        today: NaiveDate,
    ) -> Self {
        Self {
            person: Some(person),
            mandates: mandates.into_iter().filter(|mandate| mandate.valid_on(today)).collect(),
            memberships: memberships
                .into_iter()
                .filter(|(_, _, status)| matches!(status, Status::Admitted | Status::Suspended | Status::Applied))
                .collect(),
        }
    }

    /// The person, when signed in.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// The mandates that are valid today.
    #[must_use]
    pub fn mandates(&self) -> &[Mandate] {
        &self.mandates
    }

    /// The networks whose inner pages the person may see.
    #[must_use]
    pub fn networks(&self) -> BTreeSet<NetworkId> {
        let own = self.mandates.iter().filter_map(|mandate| match mandate.holder {
            Holder::Network(network) => Some(network),
            Holder::Organization(_) => None,
        });
        let through_members = self.memberships.iter().map(|(_, network, _)| *network);
        own.chain(through_members)
            .filter(|network| self.may(Action::ViewNetwork, Scope::Network(*network)).is_ok())
            .collect()
    }

    /// The organizations that the person represents today.
    #[must_use]
    pub fn represents(&self) -> BTreeSet<OrganizationId> {
        self.mandates
            .iter()
            .filter(|mandate| mandate.role.represents())
            .filter_map(|mandate| match mandate.holder {
                Holder::Organization(organization) => Some(organization),
                Holder::Network(_) => None,
            })
            .collect()
    }

    /// The person's organizations that are members of a network, suspended ones too.
    #[must_use]
    pub fn members_of(&self, network: NetworkId) -> BTreeSet<OrganizationId> {
        let member = |status: &Status| matches!(status, Status::Admitted | Status::Suspended);
        let members = self.memberships.iter().filter(|(_, joined, status)| *joined == network && member(status));
        members.map(|(organization, ..)| *organization).collect()
    }

    /// Whether the person may do `action` to `scope`.
    ///
    /// # Errors
    /// [`Denied`], which says whether to sign in, to answer "not found", or whom to ask.
    pub fn may(&self, action: Action, scope: Scope) -> Result<(), Denied> {
        if self.person.is_none() {
            return Err(Denied::SignInFirst);
        }
        let relations: BTreeSet<(Role, Relation)> = self
            .mandates
            .iter()
            .flat_map(|mandate| {
                self.relations(mandate.holder, scope).into_iter().map(|relation| (mandate.role, relation))
            })
            .collect();
        if relations.iter().any(|(role, relation)| permitted(action, *role, *relation)) {
            return Ok(());
        }
        let visible = relations.iter().any(|(role, relation)| {
            permitted(Action::ViewNetwork, *role, *relation) || *relation == Relation::InOrganization
        });
        if !visible {
            return Err(Denied::Invisible);
        }
        let roles = Role::ALL
            .iter()
            .copied()
            .filter(|role| {
                [Relation::InNetwork, Relation::InOrganization, Relation::InMember]
                    .iter()
                    .any(|r| permitted(action, *role, *r))
            })
            .collect();
        Err(Denied::NotAllowed { roles })
    }

    fn relations(&self, holder: Holder, scope: Scope) -> Vec<Relation> {
        let member_of = |organization: OrganizationId, network: NetworkId| {
            self.memberships.iter().any(|(o, n, status)| {
                *o == organization && *n == network && matches!(status, Status::Admitted | Status::Suspended)
            })
        };
        let mut relations = Vec::new();
        match (holder, scope) {
            (Holder::Network(held), Scope::Network(network) | Scope::Member(network, _)) if held == network => {
                relations.push(Relation::InNetwork);
            }
            (Holder::Organization(held), Scope::Organization(organization)) if held == organization => {
                relations.push(Relation::InOrganization);
            }
            (Holder::Organization(held), Scope::Member(network, organization)) => {
                if held == organization {
                    relations.push(Relation::InOrganization);
                }
                if member_of(held, network) {
                    relations.push(Relation::InMember);
                }
            }
            (Holder::Organization(held), Scope::Network(network)) if member_of(held, network) => {
                relations.push(Relation::InMember);
            }
            // What a member is to its network: the network's own people see it as the member that it is.
            (Holder::Network(held), Scope::Organization(organization))
                if self.memberships.iter().any(|(o, n, _)| *o == organization && *n == held) =>
            {
                relations.push(Relation::InNetwork);
            }
            _ => {}
        }
        relations
    }
}

/// The whole policy, as one table.
#[must_use]
pub const fn permitted(action: Action, role: Role, relation: Relation) -> bool {
    use Action as A;
    use Relation::{InMember, InNetwork, InOrganization};
    use Role as R;
    match (action, relation) {
        (A::ViewNetwork | A::ViewAssembly | A::ViewTrainings, InNetwork | InMember) => true,
        (A::TakePart, InOrganization) => true,
        (A::TakePart, InNetwork) => matches!(role, R::Partner | R::Trainer | R::TrainingOrganizer),
        (A::RegisterStaff, InOrganization) => {
            matches!(role, R::TrainingOfficer | R::OrganizationAdministrator | R::LegalRepresentative)
        }
        (A::AgreeToTraining, InOrganization) => matches!(role, R::Manager | R::LegalRepresentative),
        (A::OrganizeTrainings, InNetwork) => matches!(role, R::TrainingOrganizer | R::NetworkAdministrator),
        (A::TakeAttendance, InNetwork) => {
            matches!(role, R::TrainingOrganizer | R::NetworkAdministrator | R::Trainer)
        }
        (A::ManageNetwork | A::ManageMemberships | A::ManageNetworkMandates | A::BreakGlass, InNetwork) => {
            matches!(role, R::NetworkAdministrator)
        }
        (A::ViewPeople, InNetwork) => matches!(role, R::NetworkAdministrator | R::NetworkBoard),
        (A::ViewPeople, InOrganization) => !matches!(role, R::PersonConcerned),
        (A::ManageOrganization | A::ManageOrganizationMandates | A::ManageConnection, InOrganization) => {
            matches!(role, R::OrganizationAdministrator | R::LegalRepresentative)
        }
        (A::ManageOrganization | A::ManageOrganizationMandates, InNetwork) => matches!(role, R::NetworkAdministrator),
        (A::ConveneAssembly | A::RunAssembly | A::ManageStatutes, InNetwork) => {
            matches!(role, R::NetworkAdministrator | R::NetworkBoard)
        }
        (A::RepresentOrganization, InOrganization) => role.represents(),
        (A::ReadJournal, InNetwork) => matches!(role, R::NetworkAdministrator | R::NetworkBoard | R::Observer),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 6, 1).expect("a day")
    }

    const NETWORK: NetworkId = NetworkId(Uuid::from_u128(1));
    const OTHER_NETWORK: NetworkId = NetworkId(Uuid::from_u128(2));
    const MEMBER: OrganizationId = OrganizationId(Uuid::from_u128(3));
    const SISTER: OrganizationId = OrganizationId(Uuid::from_u128(4));

    fn actor(role: Role, holder: Holder) -> Actor {
        let mandate = Mandate::new(role, holder, today(), Some(today())).expect("right");
        let memberships = [(MEMBER, NETWORK, Status::Admitted), (SISTER, NETWORK, Status::Admitted)];
        Actor::new(PersonId(Uuid::from_u128(9)), [mandate], memberships, today())
    }

    /// The matrix that a reviewer reads: a change of policy is a change of this snapshot.
    #[test]
    fn matrix() {
        let mut text = String::new();
        for action in Action::ALL {
            text.push_str(&format!("{action}\n"));
            for relation in [Relation::InNetwork, Relation::InOrganization, Relation::InMember] {
                let roles: Vec<_> = Role::ALL
                    .iter()
                    .filter(|role| role.is_of_network() == (relation == Relation::InNetwork))
                    .filter(|role| permitted(*action, **role, relation))
                    .map(|role| role.as_str())
                    .collect();
                if !roles.is_empty() {
                    text.push_str(&format!("  {relation:?}: {}\n", roles.join(", ")));
                }
            }
        }
        insta::assert_snapshot!(text);
    }

    #[test]
    fn an_ended_mandate_gives_nothing() {
        let mandate =
            Mandate::new(Role::NetworkAdministrator, Holder::Network(NETWORK), today(), Some(today())).expect("right");
        let tomorrow = today().succ_opt().expect("a day");
        let actor = Actor::new(PersonId(Uuid::nil()), [mandate], [], tomorrow);
        assert_eq!(actor.may(Action::ViewNetwork, Scope::Network(NETWORK)), Err(Denied::Invisible));
        assert!(actor.networks().is_empty());
    }

    #[test]
    fn what_one_may_not_see_does_not_exist() {
        let administrator = actor(Role::NetworkAdministrator, Holder::Network(OTHER_NETWORK));
        assert_eq!(administrator.may(Action::ManageMemberships, Scope::Network(NETWORK)), Err(Denied::Invisible));
        assert_eq!(Actor::anonymous().may(Action::ViewNetwork, Scope::Network(NETWORK)), Err(Denied::SignInFirst));
    }

    #[test]
    fn a_delegate_represents_the_own_association_only() {
        let delegate = actor(Role::Delegate, Holder::Organization(MEMBER));
        assert_eq!(delegate.may(Action::RepresentOrganization, Scope::Member(NETWORK, MEMBER)), Ok(()));
        assert!(matches!(
            delegate.may(Action::RepresentOrganization, Scope::Member(NETWORK, SISTER)),
            Err(Denied::NotAllowed { .. })
        ));
        assert!(matches!(delegate.may(Action::RunAssembly, Scope::Network(NETWORK)), Err(Denied::NotAllowed { .. })));
    }

    #[test]
    fn nobody_rises_from_an_organization_to_its_network() {
        for role in Role::ALL.iter().filter(|role| !role.is_of_network()) {
            let actor = actor(*role, Holder::Organization(MEMBER));
            for action in [
                Action::ManageNetwork,
                Action::ManageMemberships,
                Action::RunAssembly,
                Action::BreakGlass,
                Action::ReadJournal,
                Action::ManageStatutes,
            ] {
                assert!(actor.may(action, Scope::Network(NETWORK)).is_err(), "{role} {action}");
            }
            assert!(actor.may(Action::ManageConnection, Scope::Organization(SISTER)).is_err(), "{role}");
        }
    }
}
