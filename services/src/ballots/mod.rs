//! Polls that are not by name and alone: several questions on one ballot, and secret votes on motions.
//!
//! What makes a vote secret is decided in `domain::ballots`; how ballots are kept apart from their voters is in
//! `elections::secrecy`, as for elections of persons.

mod asking;
mod casting;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{
    assemblies::ItemKind,
    ballots::{Answer, Carries, SecrecyAsked, SecretBallot, SecretBecause, Stamp, must_be_secret, secrecy_asked},
    ids::{AssemblyId, OrganizationId, PollId},
    polls::Majority,
    statutes::Decision,
};
use entities::{
    Unit,
    assemblies::{item, poll},
    ballots::{form, request},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Query, SelectStatement},
};
use uuid::Uuid;

use crate::{
    Error, Refusal,
    assemblies::sitting::{Sitting, decision_of},
    elections::secrecy,
};

/// Most questions on one ballot: more nobody reads on a phone.
pub const QUESTIONS: usize = 20;

/// How whoever chairs wants a vote held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// In secret, whatever the statutes say.
    pub secret: bool,
    /// That some ballots will show whose they are is known.
    pub acknowledged: bool,
}

/// How a poll is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Form {
    /// Why it is secret, where it is.
    pub secret: Option<SecretBecause>,
    /// The same for all that were put to the vote together.
    pub together: Option<Uuid>,
}

impl Form {
    fn of(row: &form::Model) -> Result<Self, Error> {
        Ok(Self { secret: row.secret.as_deref().map(str::parse).transpose()?, together: row.together })
    }

    /// Writes it down, where there is something to say.
    pub async fn store(self, unit: &Unit, poll: Uuid) -> Result<(), Error> {
        if self == Self::default() {
            return Ok(());
        }
        let row = form::ActiveModel {
            poll_id: Set(poll),
            secret: Set(self.secret.map(|because| because.to_string())),
            together: Set(self.together),
        };
        form::Entity::insert(row).exec_without_returning(unit.write()).await?;
        Ok(())
    }
}

/// How these polls are held.
pub(crate) async fn forms(database: &impl ConnectionTrait, polls: &[Uuid]) -> Result<HashMap<Uuid, Form>, Error> {
    if polls.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = form::Entity::find().filter(form::Column::PollId.is_in(polls.iter().copied())).all(database).await?;
    rows.iter().map(|row| Ok((row.poll_id, Form::of(row)?))).collect()
}

/// How a poll is held.
pub(crate) async fn form_of(database: &impl ConnectionTrait, poll: PollId) -> Result<Form, Error> {
    let row = form::Entity::find_by_id(poll.0).one(database).await?;
    row.as_ref().map_or(Ok(Form::default()), Form::of)
}

/// The poll, if it is secret: nobody votes in it by name.
pub(crate) fn secret_polls(poll: PollId) -> SelectStatement {
    Query::select()
        .column(form::Column::PollId)
        .from(form::Entity)
        .and_where(form::Column::PollId.eq(poll.0))
        .and_where(form::Column::Secret.is_not_null())
        .to_owned()
}

/// Who asks for a secret vote on the questions of an assembly.
pub(crate) async fn requests(
    database: &impl ConnectionTrait,
    assembly: AssemblyId,
) -> Result<BTreeMap<Uuid, BTreeSet<OrganizationId>>, Error> {
    let rows = request::Entity::find().filter(request::Column::AssemblyId.eq(assembly.0)).all(database).await?;
    let mut asked: BTreeMap<Uuid, BTreeSet<OrganizationId>> = BTreeMap::new();
    for row in rows {
        asked.entry(row.question_id).or_default().insert(OrganizationId(row.organization_id));
    }
    Ok(asked)
}

/// Whether the vote on a question will be secret, and what its ballots would show.
#[derive(Clone, Debug, Default)]
pub struct Secrecy {
    /// How many asked, where the statutes let a share of those there ask.
    pub asked: Option<SecrecyAsked>,
    /// Who asked.
    pub by: BTreeSet<OrganizationId>,
    /// Why it will be secret, where it must be.
    pub because: Option<SecretBecause>,
    /// Organizations whose ballot would show whose it is.
    pub recognizable: Vec<String>,
}

impl Secrecy {
    /// Of a question that awaits its vote.
    pub(crate) fn of(
        sitting: &Sitting,
        decision: Decision,
        majority: &Majority,
        by: Option<&BTreeSet<OrganizationId>>,
    ) -> Self {
        let by = by.cloned().unwrap_or_default();
        let asked = secrecy_asked(&sitting.rules, &sitting.roll, &sitting.presence, &by);
        let because = must_be_secret(&sitting.rules, decision, asked);
        Self { asked, by, because, recognizable: recognizable(sitting, majority) }
    }
}

/// Organizations whose ballot would show whose it is, by name.
pub(crate) fn recognizable(sitting: &Sitting, majority: &Majority) -> Vec<String> {
    Carries::of(majority).recognizable(&sitting.roll).into_iter().map(|entry| entry.name.clone()).collect()
}

/// Whether questions that are put to the vote, alone or together, are voted on in secret.
///
/// # Errors
/// A refusal where ballots would show whose they are, and nobody has said that this is known.
pub(crate) async fn held(
    database: &impl ConnectionTrait,
    sitting: &Sitting,
    questions: &[(Uuid, &item::Model)],
    manner: Manner,
) -> Result<Option<SecretBecause>, Error> {
    let asked = requests(database, AssemblyId(sitting.row.id)).await?;
    let mut because = manner.secret.then_some(SecretBecause::Chair);
    let mut known = false;
    for (question, item) in questions {
        let majority = sitting.majority_of(item)?;
        let secrecy = Secrecy::of(sitting, decision_of(item)?, &majority, asked.get(question));
        // Right goes before choice: the minutes say why.
        because = match (because, secrecy.because) {
            (Some(SecretBecause::Statutes), _) | (_, None) => because,
            (_, right) => right,
        };
        known |= !secrecy.recognizable.is_empty();
    }
    if because.is_some() && known && !manner.acknowledged {
        return Err(Refusal::Named("ballots-recognizable").into());
    }
    Ok(because)
}

/// Opens the box of a secret vote at its close.
pub(crate) async fn empty(unit: &Unit, poll: PollId) -> Result<(BTreeSet<OrganizationId>, Vec<SecretBallot>), Error> {
    let (voted, ballots) = secrecy::empty::<Answer>(unit, poll).await?;
    Ok((voted, ballots.into_iter().map(secret_ballot).collect()))
}

/// What was in the box of a secret vote that is closed.
pub(crate) async fn read(
    database: &impl ConnectionTrait,
    poll: PollId,
) -> Result<(BTreeSet<OrganizationId>, Vec<SecretBallot>), Error> {
    let voted = secrecy::marks(database, &[poll.0]).await?;
    let ballots = secrecy::ballots::<Answer>(database, poll).await?;
    let voted = voted.into_iter().map(|mark| OrganizationId(mark.organization_id)).collect();
    Ok((voted, ballots.into_iter().map(secret_ballot).collect()))
}

fn secret_ballot((id, answer, weight): (Uuid, Answer, u64)) -> SecretBallot {
    SecretBallot { id, choice: answer.choice, stamp: Stamp { weight, college: answer.college } }
}

/// What a poll of a motion that is voted on in secret needs.
pub(crate) fn secret_majority(row: &poll::Model, kind: ItemKind, form: Form) -> Result<Majority, Error> {
    if kind != ItemKind::Motion || form.secret.is_none() {
        return Err(Error::NotFound);
    }
    Ok(serde_json::from_value(row.rule.clone())?)
}
