//! What a use case may answer instead of doing what was asked.

use domain::{
    UnknownWord,
    access::Denied,
    assemblies::CourseRefused,
    colleges::InvalidWeightRule,
    elections::{PaperRefused, TieRefused, parity::Unbalanced},
    identifiers::InvalidIdentifier,
    memberships::StepRefused,
    minutes::MinutesRefused,
    motions::MotionRefused,
    people::MandateRefused,
    polls::CastRefused,
    proxies::ProxyRefused,
    sign_in::{AdmissionRefused, DomainRefused},
    speakers::FloorRefused,
    statutes::Flaw,
    tellers::TellersRefused,
    trainings::{
        attendance::HereRefused,
        changes::ChangeRefused,
        evaluation::{AnswerRefused, InvalidForm},
        moves::MoveRefused,
        needs::NeedRefused,
        registering::RegisterRefused,
        seating::InvalidSeating,
    },
    visits::VisitRefused,
};
use sea_orm::DbErr;

use crate::trainings::HalfDayProblem;

/// Why nothing was done. Each reaches a person as a sentence in their language.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody is signed in.
    #[error("sign in first")]
    SignInFirst,
    /// It does not exist, or not for this person.
    #[error("not found")]
    NotFound,
    /// The person may see it, and others may do this.
    #[error("not allowed")]
    NotAllowed {
        /// Roles that may.
        roles: Vec<domain::people::Role>,
    },
    /// A rule stands against it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Fields of the form have to be looked at again.
    #[error("{} fields are not right", .0.len())]
    Invalid(Vec<FieldError>),
    /// Someone else changed the same thing meanwhile.
    #[error("changed by someone else meanwhile")]
    Conflict,
    /// The database did not do its work; what was asked did not happen, or will show when it is back.
    #[error("database: {0}")]
    Database(#[source] DbErr),
    /// What is stored cannot be understood: a fault of ours.
    #[error("stored data: {0}")]
    Stored(String),
}

/// A rule that stands against what was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Of the workflow of memberships.
    #[error(transparent)]
    Step(#[from] StepRefused),
    /// Of mandates.
    #[error(transparent)]
    Mandate(#[from] MandateRefused),
    /// Of proxies.
    #[error(transparent)]
    Proxy(#[from] ProxyRefused),
    /// Of voting.
    #[error(transparent)]
    Cast(#[from] CastRefused),
    /// Of a ballot that cannot be read.
    #[error(transparent)]
    Paper(#[from] PaperRefused),
    /// Of a tie that the assembly decides.
    #[error(transparent)]
    Tie(#[from] TieRefused),
    /// Of a list that does not keep the rule of parity.
    #[error("the list “{list}” does not keep the rule: {unbalanced}")]
    Parity {
        /// Which list.
        list: String,
        /// What is wrong with it.
        unbalanced: Unbalanced,
    },
    /// Of an election in which one college elects, from among its own.
    #[error("here the college “{college}” elects")]
    OtherCollege {
        /// Which.
        college: String,
    },
    /// Of the course of an assembly.
    #[error(transparent)]
    Course(#[from] CourseRefused),
    /// Of the floor.
    #[error(transparent)]
    Floor(#[from] FloorRefused),
    /// Of motions and amendments.
    #[error(transparent)]
    Motion(#[from] MotionRefused),
    /// Of tellers and their sheets.
    #[error(transparent)]
    Tellers(#[from] TellersRefused),
    /// Of registering for a training.
    #[error(transparent)]
    Register(#[from] RegisterRefused),
    /// Of what becomes of a registration.
    #[error(transparent)]
    Move(#[from] MoveRefused),
    /// Of needs.
    #[error(transparent)]
    Need(#[from] NeedRefused),
    /// Of other rules about seats.
    #[error(transparent)]
    Change(#[from] ChangeRefused),
    /// Of answering what is asked after a training.
    #[error(transparent)]
    Answer(#[from] AnswerRefused),
    /// Of a stay or a visit.
    #[error(transparent)]
    Visit(#[from] VisitRefused),
    /// Nobody says now that they are there.
    #[error(transparent)]
    Here(#[from] HereRefused),
    /// Of the course of minutes.
    #[error(transparent)]
    Minutes(#[from] MinutesRefused),
    /// Of weight rules.
    #[error(transparent)]
    WeightRule(#[from] InvalidWeightRule),
    /// Of mail domains.
    #[error(transparent)]
    Domain(#[from] DomainRefused),
    /// Of sign-in, after the protocol.
    #[error(transparent)]
    Admission(#[from] AdmissionRefused),
    /// Of the sign-in protocol: `oidc::OidcError::code`.
    #[error("the sign-in was refused: {0}")]
    Protocol(&'static str),
    /// Anything else that has a name: a stable word of the capability.
    #[error("{0}")]
    Named(&'static str),
}

/// A field of a form and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Name of the field.
    pub field: &'static str,
    /// What is wrong.
    pub problem: FieldProblem,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// Nothing was entered.
    Missing,
    /// More than fits.
    TooLong {
        /// How many characters fit.
        limit: usize,
    },
    /// A file larger than is taken.
    FileTooLarge {
        /// How many megabytes are.
        megabytes: usize,
    },
    /// No e-mail address.
    NotAnAddress,
    /// No number, or one that cannot be.
    NotANumber,
    /// No date, or one that cannot be.
    NotADate,
    /// None of what was offered.
    NotAChoice,
    /// What the chosen method cannot do.
    NotWithThisMethod,
    /// What has no meaning where one college elects.
    NotWithOneCollege,
    /// More than there can be.
    MoreThan {
        /// How many there can be.
        most: usize,
    },
    /// Not an address of the web that begins with https.
    NotAWebAddress,
    /// Used by another already.
    Taken,
    /// A registration number that cannot be right.
    Identifier(InvalidIdentifier),
    /// No share of a whole.
    NotAShare,
    /// A text that does not keep its format.
    Unreadable {
        /// The line, from 1.
        line: usize,
        /// What is wrong there, in the words of the format.
        detail: String,
    },
    /// Rules that nobody could keep.
    Flaw(Flaw),
    /// A half-day that cannot be.
    HalfDay {
        /// Which, counted from 1.
        number: usize,
        /// Why.
        problem: HalfDayProblem,
    },
    /// Rules about seats that cannot be used.
    Seating(InvalidSeating),
    /// Questions that nobody could answer.
    Evaluation(InvalidForm),
}

impl FieldError {
    /// A field and its problem.
    #[must_use]
    pub const fn new(field: &'static str, problem: FieldProblem) -> Self {
        Self { field, problem }
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
    }
}

impl From<Denied> for Error {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::SignInFirst => Self::SignInFirst,
            Denied::Invisible => Self::NotFound,
            Denied::NotAllowed { roles } => Self::NotAllowed { roles },
        }
    }
}

impl From<UnknownWord> for Error {
    fn from(error: UnknownWord) -> Self {
        Self::Stored(error.to_string())
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Stored(error.to_string())
    }
}

macro_rules! refusals {
    ($($kind:ty),+ $(,)?) => { $(
        impl From<$kind> for Error {
            fn from(refusal: $kind) -> Self {
                Self::Refused(refusal.into())
            }
        }
    )+ };
}

refusals!(
    StepRefused,
    MandateRefused,
    ProxyRefused,
    CastRefused,
    PaperRefused,
    TieRefused,
    CourseRefused,
    FloorRefused,
    MotionRefused,
    TellersRefused,
    RegisterRefused,
    MoveRefused,
    HereRefused,
    VisitRefused,
    NeedRefused,
    ChangeRefused,
    AnswerRefused,
    MinutesRefused,
    InvalidWeightRule,
    DomainRefused,
    AdmissionRefused,
);

impl entities::Failure for Error {
    fn database(&self) -> Option<&DbErr> {
        match self {
            Self::Database(error) => Some(error),
            _ => None,
        }
    }
}
