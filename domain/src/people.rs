//! People and their mandates. What one may do comes from mandates valid today and from nothing else.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::{NetworkId, OrganizationId};

text_enum! {
    /// What a person is, for a network or for an organization, for a time.
    pub enum Role {
        /// Represents an organization by its statutes: president, director.
        LegalRepresentative = "legal_representative",
        /// Sent by an organization to the assemblies of its networks.
        Delegate = "delegate",
        /// Takes the delegate's place when the delegate is away.
        Alternate = "alternate",
        /// Sits on the board of a network.
        NetworkBoard = "network_board",
        /// Runs a network's instance: the federation's employees.
        NetworkAdministrator = "network_administrator",
        /// Runs an organization's pages: its people, its sign-in.
        OrganizationAdministrator = "organization_administrator",
        /// Works for an organization.
        Staff = "staff",
        /// Registers an organization's people for trainings, in the order of its priorities.
        TrainingOfficer = "training_officer",
        /// Agrees, where an organization wants it, that its people take part in a training.
        Manager = "manager",
        /// Accompanied by an organization ("personne accompagnée"); possibly known to others by a pseudonym only.
        PersonConcerned = "person_concerned",
        /// Plans a network's trainings and gives out their seats.
        TrainingOrganizer = "training_organizer",
        /// Leads trainings of a network.
        Trainer = "trainer",
        /// Works with a network without being of a member.
        Partner = "partner",
        /// May look and not decide.
        Observer = "observer",
    }
}

impl Role {
    /// Whether the role is held in a network itself (and otherwise in an organization).
    #[must_use]
    pub const fn is_of_network(self) -> bool {
        matches!(
            self,
            Self::NetworkBoard
                | Self::NetworkAdministrator
                | Self::TrainingOrganizer
                | Self::Trainer
                | Self::Partner
                | Self::Observer
        )
    }

    /// Whether the holder speaks and votes for the organization in an assembly.
    #[must_use]
    pub const fn represents(self) -> bool {
        matches!(self, Self::LegalRepresentative | Self::Delegate | Self::Alternate)
    }
}

/// Where a mandate is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// In a network.
    Network(NetworkId),
    /// In an organization.
    Organization(OrganizationId),
}

/// A role that a person holds, from a day to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Mandate {
    /// Which role.
    pub role: Role,
    /// Where.
    pub holder: Holder,
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive; open when `None`.
    pub until: Option<NaiveDate>,
}

/// Why a mandate cannot be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum MandateRefused {
    /// A role of a network was given in an organization, or the reverse.
    #[error("this role is not held there")]
    WrongHolder,
    /// The last day lies before the first.
    #[error("the mandate would end before it begins")]
    EndsBeforeItBegins,
}

impl Mandate {
    /// Makes a mandate.
    ///
    /// # Errors
    /// [`MandateRefused`] when the role is not held there or the days are out of order.
    pub fn new(role: Role, holder: Holder, from: NaiveDate, until: Option<NaiveDate>) -> Result<Self, MandateRefused> {
        if role.is_of_network() != matches!(holder, Holder::Network(_)) {
            return Err(MandateRefused::WrongHolder);
        }
        if until.is_some_and(|until| until < from) {
            return Err(MandateRefused::EndsBeforeItBegins);
        }
        Ok(Self { role, holder, from, until })
    }

    /// Whether the mandate is valid on a day, its first and last included.
    #[must_use]
    pub fn valid_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_mandate_counts_from_its_first_to_its_last_day() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).expect("a day");
        let holder = Holder::Organization(OrganizationId(Uuid::nil()));
        let mandate = Mandate::new(Role::Delegate, holder, day(2), Some(day(4))).expect("right");
        let valid: Vec<u32> = (1..=6).filter(|d| mandate.valid_on(day(*d))).collect();
        assert_eq!(valid, [2, 3, 4]);
        assert_eq!(Mandate::new(Role::Delegate, holder, day(4), Some(day(2))), Err(MandateRefused::EndsBeforeItBegins));
        assert_eq!(Mandate::new(Role::NetworkBoard, holder, day(1), None), Err(MandateRefused::WrongHolder));
    }
}
