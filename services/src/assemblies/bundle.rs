//! The bundle of an assembly: its lines of the journal, for whoever wants to check them without us.

use std::collections::BTreeSet;

use domain::{
    assemblies::{CourseRefused, State},
    bundle::{Bundle, Entry, FORMAT, concerns},
    ids::{AssemblyId, PollId},
    journal::{GENESIS, Line, digits},
};
use entities::{
    assemblies::{assembly, minutes_course, poll},
    audit::journal_line,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::drafting::visible;
use crate::{Error, Services, Viewer, networks::network_by_id};

impl Services {
    /// Everything with which the results of an assembly can be checked, once its session is over.
    ///
    /// # Errors
    /// Of permission, or a refusal before the end.
    pub async fn bundle(&self, viewer: &Viewer, id: AssemblyId) -> Result<Bundle, Error> {
        let database = self.store().read();
        let row = assembly::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        visible(viewer, &row)?;
        let state: State = row.state.parse()?;
        if state != State::Closed {
            return Err(CourseRefused::NotNow { state }.into());
        }
        let network = network_by_id(database, row.network_id).await?;
        let polls = poll::Entity::find().filter(poll::Column::AssemblyId.eq(id.0)).all(database).await?;
        let polls: BTreeSet<PollId> = polls.into_iter().map(|poll| PollId(poll.id)).collect();
        let found = lines(database, id).await?;
        let before = match found.first() {
            Some(first) => journal_line::Entity::find_by_id(first.sequence - 1).one(database).await?,
            None => None,
        };
        let head = found.last().map(|last| digits(&last.hash)).unwrap_or_default();
        let minutes = minutes_course::Entity::find_by_id(id.0).one(database).await?.and_then(|row| row.text);
        let entry = |row: journal_line::Model| {
            let line = Line::from(row);
            if concerns(&line, id, &polls) {
                Entry::Told(line)
            } else {
                Entry::Sealed { sequence: line.sequence, content: digits(&line.content()) }
            }
        };
        Ok(Bundle {
            format: FORMAT.into(),
            network: network.name(network.locale).to_owned(),
            assembly: id,
            title: row.title,
            before: digits(before.map_or(GENESIS.to_vec(), |row| row.hash).as_slice()),
            lines: found.into_iter().map(entry).collect(),
            minutes,
            head,
        })
    }
}

/// The lines from the first that names the assembly to the last, with what lies between.
async fn lines(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Vec<journal_line::Model>, Error> {
    let naming = || {
        let query = journal_line::Entity::find().filter(journal_line::Column::Payload.contains(id.to_string()));
        query.select_only().column(journal_line::Column::Sequence)
    };
    let first: Option<i64> = naming().order_by_asc(journal_line::Column::Sequence).into_tuple().one(database).await?;
    let last: Option<i64> = naming().order_by_desc(journal_line::Column::Sequence).into_tuple().one(database).await?;
    let (Some(first), Some(last)) = (first, last) else { return Ok(Vec::new()) };
    Ok(journal_line::Entity::find()
        .filter(journal_line::Column::Sequence.between(first, last))
        .order_by_asc(journal_line::Column::Sequence)
        .all(database)
        .await?)
}
