//! The ballot box: the one place where a voter and a ballot meet, for the length of one transaction.
//!
//! A mark says that an organization has voted; a ballot says what somebody voted. No column is common to both but the
//! poll: no person, no time, no number in an order. The journal hears nothing before the close. What this protects from
//! and what not is told in `docs/secret-polls.md`.
//!
//! Another protocol, with ballots that are encrypted on the voter's device and counted verifiably, would take the place
//! of the functions of this module.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::{OrganizationId, PollId};
use entities::{
    Unit,
    elections::{ballot, mark},
};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{Error, Refusal};

/// Rows in one statement: SQLite takes so many parameters and no more.
const ROWS: usize = 500;

/// In place of a form's key, which is never this: the mark stands for a paper that was handed out.
const PAPER: &str = "paper";

/// A ballot that is taken, with its voter: they part here.
pub(crate) struct Taken {
    /// In which poll.
    pub poll: PollId,
    /// Who votes.
    pub organization: OrganizationId,
    /// The form's own key.
    pub request: String,
    /// What the ballot says.
    pub paper: serde_json::Value,
    /// What it weighs.
    pub weight: u64,
}

/// By which request these organizations have voted, where they have.
pub(crate) async fn requests(
    database: &impl ConnectionTrait,
    poll: PollId,
    organizations: impl IntoIterator<Item = Uuid>,
) -> Result<BTreeMap<OrganizationId, String>, Error> {
    let marks = mark::Entity::find().filter(mark::Column::PollId.eq(poll.0));
    let marks = marks.filter(mark::Column::OrganizationId.is_in(organizations)).all(database).await?;
    Ok(marks.into_iter().map(|mark| (OrganizationId(mark.organization_id), mark.request)).collect())
}

/// That a form which came again is the one by which an organization has voted.
///
/// # Errors
/// A refusal where it was another, or a paper: a ballot is not changed.
pub(crate) fn same_request(marked: &str, request: &str) -> Result<(), Refusal> {
    match marked {
        PAPER => Err(Refusal::Named("ballot-on-paper")),
        marked if marked == request => Ok(()),
        _ => Err(Refusal::Named("ballot-cast-already")),
    }
}

/// Marks the voters and puts their ballots into the box: all marks, by organization, then all ballots, by identifiers
/// that are drawn by chance. What came together lies in two orders that have nothing in common.
pub(crate) async fn take_all(unit: &Unit, taken: Vec<Taken>) -> Result<(), Error> {
    let mut marks = Vec::with_capacity(taken.len());
    let mut ballots = Vec::with_capacity(taken.len());
    for Taken { poll, organization, request, paper, weight } in taken {
        marks.push(mark::Model { poll_id: poll.0, organization_id: organization.0, request });
        ballots.push(ballot_of(poll, paper, weight)?);
    }
    if marks.is_empty() {
        return Ok(());
    }
    marks.sort_by_key(|mark| (mark.poll_id, mark.organization_id));
    ballots.sort_by_key(|ballot| ballot.id);
    write(unit, &marks, &ballots).await
}

async fn write(unit: &Unit, marks: &[mark::Model], ballots: &[ballot::Model]) -> Result<(), Error> {
    for rows in marks.chunks(ROWS) {
        let rows = rows.iter().cloned().map(|row| row.into_active_model().reset_all());
        mark::Entity::insert_many(rows).exec_without_returning(unit.write()).await?;
    }
    for rows in ballots.chunks(ROWS) {
        let rows = rows.iter().cloned().map(|row| row.into_active_model().reset_all());
        ballot::Entity::insert_many(rows).exec_without_returning(unit.write()).await?;
    }
    Ok(())
}

/// Marks an organization to which a paper is handed out: what it says comes with all the others, by [`pour`].
///
/// # Errors
/// A refusal where it has voted on a screen.
pub(crate) async fn hand_out(unit: &Unit, poll: PollId, organization: OrganizationId) -> Result<(), Error> {
    if mark::Entity::find_by_id((poll.0, organization.0)).one(unit.read()).await?.is_some() {
        return Err(Refusal::Named("ballot-cast-already").into());
    }
    let marked = mark::Model { poll_id: poll.0, organization_id: organization.0, request: PAPER.to_owned() };
    write(unit, &[marked], &[]).await
}

/// Whether a mark stands for a paper.
pub(crate) fn is_paper(mark: &mark::Model) -> bool {
    mark.request == PAPER
}

/// To whom a paper was handed out.
pub(crate) async fn handed_out(
    database: &impl ConnectionTrait,
    poll: PollId,
) -> Result<BTreeSet<OrganizationId>, Error> {
    let marks = marks(database, &[poll.0]).await?;
    Ok(marks.iter().filter(|mark| is_paper(mark)).map(|mark| OrganizationId(mark.organization_id)).collect())
}

/// Puts the papers of an urn into the box, all at once: nothing ties one of them to a mark.
pub(crate) async fn pour<P: Serialize>(unit: &Unit, poll: PollId, papers: &[P], weight: u64) -> Result<(), Error> {
    let mut ballots = Vec::with_capacity(papers.len());
    for paper in papers {
        ballots.push(ballot_of(poll, serde_json::to_value(paper)?, weight)?);
    }
    ballots.sort_by_key(|ballot| ballot.id);
    write(unit, &[], &ballots).await
}

fn ballot_of(poll: PollId, paper: serde_json::Value, weight: u64) -> Result<ballot::Model, Error> {
    let weight = i64::try_from(weight).map_err(|_| Error::Stored("a weight beyond 63 bits".into()))?;
    // Not the unit's own identifier: those tell the time.
    Ok(ballot::Model { id: Uuid::new_v4(), poll_id: poll.0, paper, weight })
}

/// Who has voted in these polls.
pub(crate) async fn marks(database: &impl ConnectionTrait, polls: &[Uuid]) -> Result<Vec<mark::Model>, Error> {
    if polls.is_empty() {
        return Ok(Vec::new());
    }
    let polls = mark::Column::PollId.is_in(polls.iter().copied());
    Ok(mark::Entity::find().filter(polls).order_by_asc(mark::Column::OrganizationId).all(database).await?)
}

/// Opens the box at the close: who has voted, and the ballots, each in the order of identifiers. Both are written anew in
/// that order, so that neither the place on the disk nor the transaction that wrote a row, which PostgreSQL keeps beside
/// each, tells from then on what came when.
///
/// A ballot is its identifier, what was marked, and its weight.
pub(crate) async fn empty<P: DeserializeOwned>(
    unit: &Unit,
    poll: PollId,
) -> Result<(BTreeSet<OrganizationId>, Vec<(Uuid, P, u64)>), Error> {
    let marks = marks(unit.read(), &[poll.0]).await?;
    let ballots = rows(unit.read(), poll).await?;
    let of_poll = mark::Column::PollId.eq(poll.0);
    mark::Entity::delete_many().filter(of_poll).exec(unit.write()).await?;
    ballot::Entity::delete_many().filter(ballot::Column::PollId.eq(poll.0)).exec(unit.write()).await?;
    write(unit, &marks, &ballots).await?;
    let voted = marks.into_iter().map(|mark| OrganizationId(mark.organization_id)).collect();
    Ok((voted, ballots.into_iter().map(out).collect::<Result<_, Error>>()?))
}

/// The ballots of a poll that is closed.
pub(crate) async fn ballots<P: DeserializeOwned>(
    database: &impl ConnectionTrait,
    poll: PollId,
) -> Result<Vec<(Uuid, P, u64)>, Error> {
    rows(database, poll).await?.into_iter().map(out).collect()
}

async fn rows(database: &impl ConnectionTrait, poll: PollId) -> Result<Vec<ballot::Model>, Error> {
    let of_poll = ballot::Column::PollId.eq(poll.0);
    Ok(ballot::Entity::find().filter(of_poll).order_by_asc(ballot::Column::Id).all(database).await?)
}

fn out<P: DeserializeOwned>(row: ballot::Model) -> Result<(Uuid, P, u64), Error> {
    let weight = u64::try_from(row.weight).map_err(|_| Error::Stored("a negative weight".into()))?;
    Ok((row.id, serde_json::from_value(row.paper)?, weight))
}
