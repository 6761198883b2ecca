//! What people thought of a session: who is asked, the answers, what is shown of them.
//!
//! Somebody who answers and what they answered meet here and nowhere else, for the length of one transaction: a mark
//! says that a registration has answered, a sheet says what somebody did. Neither has a time, and the journal hears of no
//! answer. What that protects from is told in `docs/trainings.md`.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    access::{Action, Scope},
    ids::{NetworkId, RegistrationId, TrainingSessionId},
    trainings::{
        State,
        attendance::merge,
        catalogue::Course,
        evaluation::{
            Answer, AnswerRefused, Answered, Answers, Question, check, closes, may_answer, results, was_there,
        },
        half_days::HalfDay,
    },
};
use entities::{
    Unit,
    trainings::{evaluation, evaluation_form, evaluation_mark, evaluation_sheet},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::{
    attendance::{marks_of, may_mark, require_mark},
    catalogue::Training,
    letters,
    planning::half_days_of,
    records::Records,
};
use crate::{Error, Services, Viewer, fields::TEXT, networks::Network};

/// How long after its end people are asked: trainers have noted by then who was there.
pub(super) const ASKED_AFTER: TimeDelta = TimeDelta::hours(2);

/// Rows in one statement.
const ROWS: usize = 500;

/// What somebody who was at a session is asked.
#[derive(Clone, Debug)]
pub struct EvaluationPage {
    /// Of which training.
    pub training: Training,
    /// When the session began.
    pub begins_at: DateTime<Utc>,
    /// Until when people answer.
    pub closes_at: DateTime<Utc>,
    /// What is asked; nothing where nobody was asked yet.
    pub questions: Vec<Question>,
    /// Whether the viewer answers now.
    pub may_answer: Result<(), AnswerRefused>,
    /// Whether the viewer sees the results.
    pub sees_results: bool,
}

/// What was answered, for those who organize and who led the session.
#[derive(Clone, Debug)]
pub struct EvaluationResults {
    /// Of which training.
    pub training: Training,
    /// When the session began.
    pub begins_at: DateTime<Utc>,
    /// Until when people answer.
    pub closes_at: DateTime<Utc>,
    /// What was asked.
    pub questions: Vec<Question>,
    /// How many people were there.
    pub people: usize,
    /// How many of them have answered.
    pub sheets: usize,
    /// What they answered, once there are enough of them.
    pub results: Option<Vec<Answered>>,
}

impl Services {
    /// What the viewer is asked about a session.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn evaluation(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingSessionId,
    ) -> Result<EvaluationPage, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let database = self.store().read();
        let records = Records::seen_from(database, network.id, id).await?;
        let home = Scope::Network(records.network());
        if records.course == Course::Planned && !viewer.may(Action::OrganizeTrainings, home) {
            return Err(Error::NotFound);
        }
        let standing = Standing::load(database, viewer, &records).await?;
        Ok(EvaluationPage {
            begins_at: records.row.begins_at,
            closes_at: closes(records.row.ends_at),
            questions: standing.questions.unwrap_or_default(),
            may_answer: may_answer(records.row.ends_at, standing.registration.is_some(), standing.answered, self.now()),
            sees_results: may_mark(database, viewer, &records).await?,
            training: records.training.try_into()?,
        })
    }

    /// Takes the viewer's answers about a session, once. Nothing tells from then on that they are theirs.
    ///
    /// # Errors
    /// Of permission, or a refusal; see [`AnswerRefused`].
    pub async fn answer_evaluation(
        &self,
        viewer: &Viewer,
        network: NetworkId,
        id: TrainingSessionId,
        answers: Answers,
    ) -> Result<(), Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network))?;
        viewer.person()?;
        let viewer = viewer.clone();
        let trimmed = |answer| match answer {
            Answer::Text(text) => Answer::Text(text.trim().chars().take(TEXT).collect()),
            other => other,
        };
        let answers: Answers = answers.into_iter().map(|(question, answer)| (question, trimmed(answer))).collect();
        self.store()
            .write(move |unit| {
                let (viewer, answers) = (viewer.clone(), answers.clone());
                Box::pin(async move {
                    let records = Records::seen_from(unit.read(), network, id).await?;
                    let standing = Standing::load(unit.read(), &viewer, &records).await?;
                    let Some(questions) = standing.questions else { return Err(Error::NotFound) };
                    let there = standing.registration.is_some();
                    may_answer(records.row.ends_at, there, standing.answered, unit.now())?;
                    check(&questions, &answers)?;
                    let registration = standing.registration.ok_or(AnswerRefused::NotThere)?;
                    let mark = evaluation_mark::Model { session_id: id.0, registration_id: registration.0 };
                    // Not the unit's own identifier: those tell the time.
                    let answers = serde_json::to_value(&answers)?;
                    let sheet = evaluation_sheet::Model { id: Uuid::new_v4(), session_id: id.0, answers };
                    write(unit, &[mark], &[sheet]).await
                })
            })
            .await
    }

    /// What was answered about a session.
    ///
    /// # Errors
    /// Of permission, or a refusal for those who neither organize nor lead it.
    pub async fn evaluation_results(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingSessionId,
    ) -> Result<EvaluationResults, Error> {
        viewer.require(Action::TakeAttendance, Scope::Network(network.id))?;
        let database = self.store().read();
        let records = Records::load(database, network.id, id).await?;
        require_mark(database, viewer, &records).await?;
        let questions = asked(database, id).await?.unwrap_or_default();
        let sheets = sheets_of(database, id).await?;
        let sheets =
            sheets.into_iter().map(|row| serde_json::from_value(row.answers)).collect::<Result<Vec<Answers>, _>>()?;
        Ok(EvaluationResults {
            begins_at: records.row.begins_at,
            closes_at: closes(records.row.ends_at),
            people: there(database, &records).await?.len(),
            sheets: sheets.len(),
            results: results(&questions, &sheets),
            questions,
            training: records.training.try_into()?,
        })
    }
}

/// What a viewer is to the evaluation of a session.
struct Standing {
    /// The viewer's registration, where they were there.
    registration: Option<RegistrationId>,
    answered: bool,
    /// What was asked, once people were.
    questions: Option<Vec<Question>>,
}

impl Standing {
    async fn load(database: &impl ConnectionTrait, viewer: &Viewer, records: &Records) -> Result<Self, Error> {
        let own = |registration: &RegistrationId| {
            records.find(*registration).is_ok_and(|it| viewer.actor.person() == Some(it.person))
        };
        let registration = there(database, records).await?.into_iter().find(own);
        let answered = match registration {
            Some(RegistrationId(id)) => {
                evaluation_mark::Entity::find_by_id((records.row.id, id)).one(database).await?.is_some()
            }
            None => false,
        };
        Ok(Self { registration, answered, questions: asked(database, records.id()).await? })
    }
}

/// Whether the viewer is asked for their opinion of a session that is over, and whether anybody was.
pub(super) async fn awaited(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    records: &Records,
    now: DateTime<Utc>,
) -> Result<(bool, bool), Error> {
    if now < records.row.ends_at {
        return Ok((false, false));
    }
    let standing = Standing::load(database, viewer, records).await?;
    let may = may_answer(records.row.ends_at, standing.registration.is_some(), standing.answered, now).is_ok();
    let asked = standing.questions.is_some();
    Ok((may && asked, asked))
}

/// Those with a seat who were not absent throughout.
async fn there(database: &impl ConnectionTrait, records: &Records) -> Result<Vec<RegistrationId>, Error> {
    let half_days: Vec<HalfDay> =
        half_days_of(database, vec![records.row.id]).await?.remove(&records.id()).unwrap_or_default();
    let sheet = merge(&marks_of(database, &half_days).await?);
    let seated = records.registrations.iter().filter(|registration| registration.state == State::Seated);
    let seated = seated.map(|registration| registration.id);
    Ok(seated.filter(|registration| was_there(&sheet, *registration, &half_days)).collect())
}

/// What people were asked about a session; nothing before they were.
async fn asked(database: &impl ConnectionTrait, id: TrainingSessionId) -> Result<Option<Vec<Question>>, Error> {
    let row = evaluation::Entity::find_by_id(id.0).one(database).await?;
    Ok(row.map(|row| serde_json::from_value(row.questions)).transpose()?)
}

async fn sheets_of(
    database: &impl ConnectionTrait,
    id: TrainingSessionId,
) -> Result<Vec<evaluation_sheet::Model>, Error> {
    let rows = evaluation_sheet::Entity::find().filter(evaluation_sheet::Column::SessionId.eq(id.0));
    Ok(rows.order_by_asc(evaluation_sheet::Column::Id).all(database).await?)
}

async fn write(unit: &Unit, marks: &[evaluation_mark::Model], sheets: &[evaluation_sheet::Model]) -> Result<(), Error> {
    for rows in marks.chunks(ROWS) {
        let rows = rows.iter().cloned().map(|row| row.into_active_model().reset_all());
        evaluation_mark::Entity::insert_many(rows).exec_without_returning(unit.write()).await?;
    }
    for rows in sheets.chunks(ROWS) {
        let rows = rows.iter().cloned().map(|row| row.into_active_model().reset_all());
        evaluation_sheet::Entity::insert_many(rows).exec_without_returning(unit.write()).await?;
    }
    Ok(())
}

/// Asks everybody who was there, once, some hours after the end.
pub(super) async fn ask(unit: &Unit, records: &Records, public_url: &str) -> Result<(), Error> {
    let ends_at = records.row.ends_at;
    if unit.now() < ends_at + ASKED_AFTER || closes(ends_at) <= unit.now() {
        return Ok(());
    }
    let form = evaluation_form::Entity::find_by_id(records.row.training_id).one(unit.read()).await?;
    let Some(form) = form.filter(|form| form.questions.as_array().is_some_and(|questions| !questions.is_empty()))
    else {
        return Ok(());
    };
    if evaluation::Entity::find_by_id(records.row.id).count(unit.read()).await? > 0 {
        return Ok(());
    }
    let row = evaluation::ActiveModel {
        session_id: Set(records.row.id),
        questions: Set(form.questions.clone()),
        asked_at: Set(unit.now()),
        sealed_at: Set(None),
    };
    evaluation::Entity::insert(row).exec_without_returning(unit.write()).await?;
    let there = there(unit.read(), records).await?;
    letters::evaluation(unit, records, &there, closes(ends_at), public_url).await?;
    let told = serde_json::json!({ "session": records.id(), "questions": form.questions, "people": there.len() });
    unit.record(super::settling::RULE, Some(records.row.network_id), "training_evaluation_asked", told);
    Ok(())
}

/// After the last answer marks and sheets are written anew, each in the order of its identifiers: PostgreSQL keeps the
/// number of the transaction beside each row, and it was the same for both.
pub(super) async fn seal(unit: &Unit, records: &Records) -> Result<(), Error> {
    let row = evaluation::Entity::find_by_id(records.row.id).one(unit.read()).await?;
    let Some(row) = row.filter(|row| row.sealed_at.is_none() && closes(records.row.ends_at) <= unit.now()) else {
        return Ok(());
    };
    let of_session = || evaluation_mark::Column::SessionId.eq(row.session_id);
    let marks = evaluation_mark::Entity::find().filter(of_session());
    let marks = marks.order_by_asc(evaluation_mark::Column::RegistrationId).all(unit.read()).await?;
    let sheets = sheets_of(unit.read(), records.id()).await?;
    evaluation_mark::Entity::delete_many().filter(of_session()).exec(unit.write()).await?;
    evaluation_sheet::Entity::delete_many()
        .filter(evaluation_sheet::Column::SessionId.eq(row.session_id))
        .exec(unit.write())
        .await?;
    write(unit, &marks, &sheets).await?;
    let change = evaluation::ActiveModel {
        session_id: Set(row.session_id),
        sealed_at: Set(Some(unit.now())),
        ..Default::default()
    };
    change.update(unit.write()).await?;
    Ok(())
}
