//! Trainings that a network's members share: the catalogue, sessions, who takes part.
//!
//! Who has a seat is decided in `domain::trainings`; here it is authorised, stored, told to the journal and to people.

mod attendance;
mod badges;
mod calendar;
mod catalogue;
mod certificates;
mod costs;
mod evaluation_form;
mod evaluations;
mod figures;
mod here;
mod letters;
mod moves;
mod needs;
mod page;
mod planning;
mod priorities;
mod record;
mod records;
mod registering;
mod session_form;
mod settling;

pub use attendance::{AttendanceSheet, NewMark, Participant};
pub use badges::Badge;
pub use catalogue::{Training, TrainingForm, TrainingPage, duration, half_day_in_words};
pub use certificates::{Certified, Told};
pub use costs::Costs;
pub use evaluation_form::{EvaluationForm, TypedQuestion, evaluation_preset};
pub use evaluations::{EvaluationPage, EvaluationResults};
pub use figures::{FiguresFilter, FiguresPage, OrganizationFigures, RegistrationFigures, SessionFigures, sees_figures};
pub use here::Here;
pub use moves::Move;
pub use needs::{Answer, NeedCollection, NeedCollectionForm, NeedForm, NeedGroup, NeedLine, NeedsPage};
pub(crate) use page::staff;
pub use page::{Employer, Guest, Line, MoveKind, SessionPage};
pub use planning::SessionLine;
pub use priorities::{Priority, PriorityForm};
pub use record::{RecordLine, StaffRecord};
pub(crate) use records::people;
pub use registering::{NewPerson, NewRegistrations};
pub(crate) use registering::{Registering, belonging, gathering};
pub use session_form::{HALF_DAYS, HalfDayForm, HalfDayProblem, SessionForm};
pub use settling::TRAINING_JOB;
