//! What everyone in a room may see change, without reloading the page.

use std::sync::OnceLock;

use domain::{
    assemblies::State,
    ids::{AssemblyId, PollId},
    locale::Locale,
    polls::PollState,
    quorum::Quorum,
};
use entities::assemblies::{assembly, poll, vote};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    drafting::{items_of, visible},
    floor::{Floor, floor_of},
    items::{Turnout, turnout, voted},
    participation::may_enter,
    room::Room,
    sitting::{Sitting, polls},
};
use crate::{
    Error, Services, Viewer, ballots,
    elections::{self, secrecy},
    networks::network_by_id,
};

/// What everyone in the room sees change, without reloading the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Live {
    /// What pages make of it.
    pub words: Words,
    /// Changes when the page has something else to show: a vote opened, closed, the session ended.
    pub scene: String,
    /// Of the open poll; of the first, where several are open.
    pub turnout: Option<Turnout>,
    /// Of each, by the number of its item, where several are open.
    pub questions: Vec<(usize, Turnout)>,
    /// The quorum.
    pub quorum: Option<Quorum>,
    /// Who speaks, and who waits.
    pub floor: Floor,
}

/// A state of the room in words, made once for each language and not for each of a thousand pages.
#[derive(Clone, Debug, Default)]
pub struct Words([OnceLock<String>; Locale::ALL.len()]);

impl Words {
    /// The words in a language, made by whoever asks first.
    pub fn in_language(&self, locale: Locale, make: impl FnOnce() -> String) -> &str {
        self.0[locale as usize].get_or_init(make)
    }
}

/// They follow from the rest.
impl PartialEq for Words {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Words {}

impl Services {
    /// Whether a viewer may see the room of an assembly in the network at this address: what a stream
    /// asks, a thousand times at once, without the room itself.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn may_watch(&self, viewer: &Viewer, network: &str, id: AssemblyId) -> Result<(), Error> {
        let database = self.store().read();
        let row = assembly::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        visible(viewer, &row)?;
        may_enter(database, viewer, &row).await?;
        let here = network_by_id(database, row.network_id).await?.slug == network;
        if here { Ok(()) } else { Err(Error::NotFound) }
    }

    /// What everyone in a room may see change. Asks nobody: [`Services::room`] did, for the page
    /// that watches.
    ///
    /// # Errors
    /// [`Error::NotFound`] or [`Error::Database`].
    pub async fn live(&self, id: AssemblyId) -> Result<Live, Error> {
        let database = self.store().read();
        let sitting = Sitting::load(database, id).await?;
        let all = polls(database, id).await?;
        let open: Vec<&poll::Model> = all.iter().filter(|poll| poll.state == PollState::Open.as_str()).collect();
        let mut turnouts = Vec::new();
        if let Some(first) = open.first() {
            let ids: Vec<Uuid> = open.iter().map(|poll| poll.id).collect();
            let rows = vote::Entity::find().filter(vote::Column::PollId.is_in(ids.clone())).all(database).await?;
            let marks = secrecy::marks(database, &ids).await?;
            let forms = ballots::forms(database, &ids).await?;
            let elected = elections::rules_of(database, first.item_id).await?;
            for poll in &open {
                let secret = forms.get(&poll.id).is_some_and(|form| form.secret.is_some());
                let voted = voted(poll.id, &rows, &marks);
                turnouts.push((poll.item_id, turnout(&sitting, &voted, elected.as_ref(), secret)));
            }
        }
        let questions = match turnouts.len() {
            0 | 1 => Vec::new(),
            _ => {
                let items = items_of(database, id).await?;
                let number = |of: &Uuid| items.iter().position(|item| item.id == *of).map_or(0, |at| at + 1);
                let mut numbered: Vec<_> = turnouts.iter().map(|(item, turnout)| (number(item), *turnout)).collect();
                numbered.sort_by_key(|(number, _)| *number);
                numbered
            }
        };
        let turnout = match questions.first() {
            Some((_, turnout)) => Some(*turnout),
            None => turnouts.first().map(|(_, turnout)| *turnout),
        };
        let closed = all.len() - open.len();
        let broken = all.iter().filter(|poll| poll.outcome.as_ref().is_some_and(|told| told.get("casting").is_some()));
        let closed = closed + broken.count();
        let floor = floor_of(database, &sitting).await?;
        let open = open.iter().map(|poll| PollId(poll.id)).collect();
        let scene = scene(sitting.state, closed, open, &floor);
        let quorum = Some(sitting.quorum());
        Ok(Live { words: Words::default(), scene, turnout, questions, quorum, floor })
    }
}

impl Room {
    /// What this page begins with, before anything changes.
    #[must_use]
    pub fn live(&self) -> Live {
        let open = self.open_items().filter_map(|item| Some((item.number, item.poll.as_ref()?.turnout)));
        let mut questions: Vec<(usize, Turnout)> = open.collect();
        let turnout = questions.first().map(|(_, turnout)| *turnout);
        if questions.len() < 2 {
            questions.clear();
        }
        let (quorum, floor) = (Some(self.quorum.clone()), self.floor.clone());
        Live { words: Words::default(), scene: self.scene(), turnout, questions, quorum, floor }
    }

    fn scene(&self) -> String {
        let polls = self.questions().filter_map(|item| item.poll.as_ref());
        let (open, closed): (Vec<_>, Vec<_>) = polls.partition(|poll| poll.state == PollState::Open);
        let open = open.iter().map(|poll| poll.id).collect();
        // A tie that is broken is something else to show, like one more vote closed.
        let broken = closed.iter().filter(|poll| poll.outcome.as_ref().is_some_and(|told| told.casting.is_some()));
        scene(self.state, closed.len() + broken.count(), open, &self.floor)
    }
}

fn scene(state: State, closed: usize, mut open: Vec<PollId>, floor: &Floor) -> String {
    open.sort_unstable();
    let open = open.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let item = floor.item.map(|item| item.to_string()).unwrap_or_default();
    format!("{state}-{closed}-{open}-{item}-{}", floor.list_open)
}
