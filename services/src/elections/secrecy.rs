//! The ballot box: the one place where a voter and a ballot meet, for the length of one transaction.
//!
//! A mark says that an organization has voted; a ballot says what somebody voted. No column is common to both but the
//! poll: no person, no time, no number in an order. The journal hears nothing before the close. What this protects from
//! and what not is told in `docs/secret-polls.md`.
//!
//! Another protocol, with ballots that are encrypted on the voter's device and counted verifiably, would take the place
//! of the four functions of this module.

use std::collections::BTreeSet;

use domain::{
    elections::{Ballot, Paper},
    ids::{OrganizationId, PollId},
};
use entities::{
    Unit,
    elections::{ballot, mark},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};
use uuid::Uuid;

use crate::{Error, Refusal};

/// Rows in one statement: SQLite takes so many parameters and no more.
const ROWS: usize = 500;

/// Whether this very request was taken before.
///
/// # Errors
/// A refusal where the organization has voted by another request: a ballot is not changed.
pub(super) async fn taken(
    database: &impl ConnectionTrait,
    poll: PollId,
    organization: OrganizationId,
    request: &str,
) -> Result<bool, Error> {
    match mark::Entity::find_by_id((poll.0, organization.0)).one(database).await? {
        None => Ok(false),
        Some(mark) if mark.request == request => Ok(true),
        Some(_) => Err(Refusal::Named("ballot-cast-already").into()),
    }
}

/// Marks the voter and puts the ballot into the box.
pub(super) async fn take(
    unit: &Unit,
    poll: PollId,
    organization: OrganizationId,
    request: String,
    (paper, weight): (&Paper, u64),
) -> Result<(), Error> {
    let marked =
        mark::ActiveModel { poll_id: Set(poll.0), organization_id: Set(organization.0), request: Set(request) };
    mark::Entity::insert(marked).exec_without_returning(unit.write()).await?;
    let put = ballot::ActiveModel {
        // Not the unit's own: those tell the time.
        id: Set(Uuid::new_v4()),
        poll_id: Set(poll.0),
        paper: Set(serde_json::to_value(paper)?),
        weight: Set(i64::try_from(weight).map_err(|_| Error::Stored("a weight beyond 63 bits".into()))?),
    };
    ballot::Entity::insert(put).exec_without_returning(unit.write()).await?;
    Ok(())
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
pub(super) async fn empty(unit: &Unit, poll: PollId) -> Result<(BTreeSet<OrganizationId>, Vec<Ballot>), Error> {
    let marks = marks(unit.read(), &[poll.0]).await?;
    let ballots = ballot::Entity::find()
        .filter(ballot::Column::PollId.eq(poll.0))
        .order_by_asc(ballot::Column::Id)
        .all(unit.read())
        .await?;
    let of_poll = mark::Column::PollId.eq(poll.0);
    mark::Entity::delete_many().filter(of_poll).exec(unit.write()).await?;
    ballot::Entity::delete_many().filter(ballot::Column::PollId.eq(poll.0)).exec(unit.write()).await?;
    for rows in marks.chunks(ROWS) {
        let rows = rows.iter().cloned().map(|row| row.into_active_model().reset_all());
        mark::Entity::insert_many(rows).exec_without_returning(unit.write()).await?;
    }
    for rows in ballots.chunks(ROWS) {
        let rows = rows.iter().cloned().map(|row| row.into_active_model().reset_all());
        ballot::Entity::insert_many(rows).exec_without_returning(unit.write()).await?;
    }
    let voted = marks.into_iter().map(|mark| OrganizationId(mark.organization_id)).collect();
    let read = |row: ballot::Model| {
        Ok(Ballot {
            id: row.id,
            paper: serde_json::from_value(row.paper)?,
            weight: u64::try_from(row.weight).map_err(|_| Error::Stored("a negative weight".into()))?,
        })
    };
    Ok((voted, ballots.into_iter().map(read).collect::<Result<_, Error>>()?))
}
