//! One type for each kind of identifier, so that an association is never taken for a person.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }
    )+ };
}

id! {
    /// A network of organizations.
    NetworkId,
    /// An organization: one identity, however many networks it belongs to.
    OrganizationId,
    /// A college of a network.
    CollegeId,
    /// A person.
    PersonId,
    /// A general assembly.
    AssemblyId,
    /// A poll: one question put to the vote.
    PollId,
    /// A motion with a text of its own.
    MotionId,
    /// An amendment to a motion.
    AmendmentId,
    /// A paragraph of a motion: the same through every change of its words and of its number.
    ParagraphId,
    /// An offer of a stay or a visit.
    VisitOfferId,
    /// A stay or a visit that was asked for.
    VisitId,
    /// A training of a network's catalogue.
    TrainingId,
    /// A session of a training: what people register for.
    TrainingSessionId,
    /// A half-day of a session.
    HalfDayId,
    /// A registration: one person asked for one session, on behalf of one organization.
    RegistrationId,
    /// Registrations that want seats together or not at all.
    RegistrationGroupId,
    /// A collection of the needs that associations state for a year.
    NeedCollectionId,
    /// What an association needs: a subject, for so many people.
    NeedId,
}
