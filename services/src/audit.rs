//! The journal: read by those who may, verified by anyone who has the database.

use domain::{
    access::{Action, Scope},
    ids::NetworkId,
    journal::{Broken, Hash, Line, Verifier},
    polls::PollState,
};
use entities::{
    assemblies::poll,
    audit::{journal_head, journal_line},
    people::person,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{Error, Services, Viewer};

/// How many lines are read at a time while verifying.
const CHUNK: u64 = 5_000;

/// What a verification found.
#[derive(Debug)]
pub enum Verified {
    /// Every line follows from the one before.
    Whole {
        /// How many lines.
        lines: i64,
        /// The last hash: whoever noted it earlier can compare.
        head: Hash,
    },
    /// Something was altered, removed or reordered.
    Broken(Broken),
}

/// A page of the journal.
#[derive(Debug)]
pub struct Page {
    /// Lines, the latest first.
    pub lines: Vec<journal_line::Model>,
    /// How many there are in all.
    pub total: u64,
}

/// A line with who did it.
#[derive(Debug)]
pub struct JournalLine {
    /// The line as it stands in the chain.
    pub row: journal_line::Model,
    /// Who, by name; `None` for the server itself and for someone unknown.
    pub who: Option<String>,
}

/// A page of the journal with names.
#[derive(Debug)]
pub struct JournalPage {
    /// Lines, the latest first.
    pub lines: Vec<JournalLine>,
    /// How many there are in all.
    pub total: u64,
}

impl Services {
    /// Follows the whole journal.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn verify_journal(&self) -> Result<Verified, Error> {
        let database = self.store().read();
        let head = journal_head::Entity::find_by_id(1).one(database).await?;
        let mut verifier = Verifier::default();
        loop {
            let (reached, _) = verifier.head();
            let rows = journal_line::Entity::find()
                .filter(journal_line::Column::Sequence.gt(reached))
                .order_by_asc(journal_line::Column::Sequence)
                .limit(CHUNK)
                .all(database)
                .await?;
            if rows.is_empty() {
                break;
            }
            for row in rows {
                // What was written while we read is not in the head that we noted.
                if head.as_ref().is_some_and(|head| row.sequence > head.sequence) {
                    break;
                }
                let stored = row.hash.clone();
                if let Err(broken) = verifier.take(&Line::from(row), &stored) {
                    return Ok(Verified::Broken(broken));
                }
            }
            if verifier.head().0 == reached || head.as_ref().is_some_and(|head| verifier.head().0 >= head.sequence) {
                break;
            }
        }
        let (sequence, hash) = head.map_or((0, domain::journal::GENESIS.to_vec()), |head| (head.sequence, head.hash));
        Ok(match verifier.finish(sequence, &hash) {
            Ok(()) => Verified::Whole { lines: sequence, head: verifier.head().1 },
            Err(broken) => Verified::Broken(broken),
        })
    }

    /// A page of a network's journal, the latest lines first; `page` counts from 0.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn journal(&self, viewer: &Viewer, network: NetworkId, page: u64, size: u64) -> Result<Page, Error> {
        viewer.require(Action::ReadJournal, Scope::Network(network))?;
        let query = journal_line::Entity::find()
            .filter(journal_line::Column::Network.eq(network.to_string()))
            .order_by_desc(journal_line::Column::Sequence)
            .paginate(self.store().read(), size.clamp(1, 500));
        let mut lines = query.fetch_page(page).await?;
        self.withhold_open_votes(&mut lines).await?;
        Ok(Page { lines, total: query.num_items().await? })
    }

    /// Whoever reads the journal sees that a vote was cast, and what it said once the poll is closed:
    /// nobody knows the result before the others.
    async fn withhold_open_votes(&self, lines: &mut [journal_line::Model]) -> Result<(), Error> {
        let mut cast = Vec::new();
        for line in lines.iter_mut().filter(|line| matches!(line.kind.as_str(), "vote_cast" | "sheets_signed_off")) {
            let told: serde_json::Value = serde_json::from_str(&line.payload)?;
            let id = told["poll"].as_str().and_then(|id| id.parse::<Uuid>().ok());
            cast.extend(id.map(|id| (id, told, line)));
        }
        if cast.is_empty() {
            return Ok(());
        }
        let open: Vec<Uuid> = poll::Entity::find()
            .filter(poll::Column::State.eq(PollState::Open.as_str()))
            .filter(poll::Column::Id.is_in(cast.iter().map(|(id, ..)| *id)))
            .select_only()
            .column(poll::Column::Id)
            .into_tuple()
            .all(self.store().read())
            .await?;
        for (_, mut told, line) in cast.into_iter().filter(|(id, ..)| open.contains(id)) {
            if let Some(told) = told.as_object_mut() {
                told.remove("choice");
                // Of papers and raised hands, only whose.
                if let Some(votes) = told.get_mut("votes") {
                    *votes = votes.as_object().map(|votes| votes.keys().cloned().collect()).unwrap_or_default();
                }
            }
            line.payload = told.to_string();
        }
        Ok(())
    }

    /// A page of a network's journal with the names of who did what, as far as the viewer may know
    /// them; `page` counts from 0.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn journal_page(
        &self,
        viewer: &Viewer,
        network: NetworkId,
        page: u64,
        size: u64,
    ) -> Result<JournalPage, Error> {
        let Page { lines, total } = self.journal(viewer, network, page, size).await?;
        let mut actors: Vec<Uuid> = lines.iter().filter_map(|line| line.actor.parse().ok()).collect();
        actors.sort_unstable();
        actors.dedup();
        let people = person::Entity::find().filter(person::Column::Id.is_in(actors)).all(self.store().read()).await?;
        let whole = viewer.may(Action::ViewPeople, Scope::Network(network));
        let who = |actor: &str| {
            let person = people.iter().find(|person| person.id.to_string() == actor)?;
            Some(person.pseudonym.clone().filter(|_| !whole).unwrap_or_else(|| person.name.clone()))
        };
        let lines = lines.into_iter().map(|row| JournalLine { who: who(&row.actor), row }).collect();
        Ok(JournalPage { lines, total })
    }
}
