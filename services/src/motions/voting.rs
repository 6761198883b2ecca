//! What a vote asks of a motion before it opens, and what its close does to the text: in the same
//! transaction as the poll itself.

use domain::{
    ids::{AmendmentId, MotionId},
    motions::{
        CannotApply, MotionRefused, Proposal, Standing, State, Step, Text, WithoutObject, apply, may_put_to_vote,
        may_vote_on_text, order, standing, step,
    },
};
use entities::{
    Unit,
    assemblies::poll,
    motions::{amendment, motion},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{stored::Dossier, submitting::add_revision};
use crate::{Error, Viewer};

/// What is put to the vote.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Put {
    /// The motion under an item, if the item has one.
    Item(Uuid),
    /// An amendment.
    Amendment(AmendmentId),
}

impl Put {
    /// The item under which it is voted on.
    pub async fn item(self, database: &impl ConnectionTrait) -> Result<Uuid, Error> {
        match self {
            Self::Item(item) => Ok(item),
            Self::Amendment(id) => of_amendment(database, id).await?.row.item_id.ok_or(Error::NotFound),
        }
    }

    /// What is asked: an item, or an amendment.
    pub const fn question(self) -> Uuid {
        match self {
            Self::Item(item) => item,
            Self::Amendment(id) => id.0,
        }
    }

    /// The amendment, where it is one.
    pub const fn amendment(self) -> Option<Uuid> {
        match self {
            Self::Item(_) => None,
            Self::Amendment(id) => Some(id.0),
        }
    }

    /// Checks that it is its turn. What the journal has to tell of it; nothing for an item whose words
    /// stand on the agenda.
    pub async fn check(self, database: &impl ConnectionTrait) -> Result<Option<serde_json::Value>, Error> {
        match self {
            Self::Item(item) => {
                let Some(dossier) = under(database, item).await? else { return Ok(None) };
                step(dossier.state, &Step::PutToVote)?;
                let states: Result<Vec<State>, _> = dossier.amendments.iter().map(|row| row.state.parse()).collect();
                may_vote_on_text(&states?)?;
                let (text, revision) = dossier.text()?;
                Ok(Some(json!({ "motion": dossier.row.id, "revision": revision, "text": text })))
            }
            Self::Amendment(id) => {
                let dossier = of_amendment(database, id).await?;
                let row = dossier.amendment(id)?;
                step(row.state.parse()?, &Step::PutToVote)?;
                if dossier.state != State::Admissible {
                    return Err(MotionRefused::NotFromHere { state: dossier.state }.into());
                }
                let (text, revision) = dossier.text()?;
                let waiting = dossier.proposals(&[State::Admissible])?;
                let first = order(text, &waiting).first().map(|ordered| ordered.id);
                let number = |id: AmendmentId| waiting.iter().find(|(one, _)| one.id == id).map(|(one, _)| one.number);
                may_put_to_vote(row.number.unsigned_abs(), first.and_then(number))?;
                let proposal = dossier.proposal(row)?;
                match standing(text, &proposal) {
                    Standing::WithoutObject(because) => return Err(MotionRefused::WithoutObject { because }.into()),
                    Standing::TranslationFirst => {
                        return Err(MotionRefused::TranslationFirst { locale: proposal.locale }.into());
                    }
                    Standing::AsWritten | Standing::Rebased { .. } => {}
                }
                let told = json!({
                    "motion": dossier.row.id, "revision": revision, "amendment": id, "number": row.number,
                    "change": row.change, "text": row.text,
                });
                Ok(Some(told))
            }
        }
    }

    /// Notes that the vote is open.
    pub async fn open(self, unit: &Unit) -> Result<(), Error> {
        match self {
            Self::Item(item) => {
                motion::Entity::update_many()
                    .col_expr(motion::Column::State, State::Voting.as_str().into())
                    .filter(motion::Column::ItemId.eq(item))
                    .exec(unit.write())
                    .await?;
            }
            Self::Amendment(id) => set_amendment(unit, id.0, State::Voting).await?,
        }
        Ok(())
    }
}

/// What the close of a poll does to a motion.
#[derive(Debug, Default)]
pub(crate) struct Effects {
    motion: Option<(MotionId, State)>,
    amendment: Option<(Uuid, State)>,
    revision: Option<(MotionId, i32, Text)>,
    without_object: Vec<(Uuid, WithoutObject)>,
}

impl Effects {
    /// Decides what follows from the result of a poll.
    pub async fn of(database: &impl ConnectionTrait, poll: &poll::Model, adopted: bool) -> Result<Self, Error> {
        let decide = Step::Decide { adopted };
        let Some(id) = poll.amendment_id.map(AmendmentId) else {
            let Some(dossier) = under(database, poll.item_id).await? else { return Ok(Self::default()) };
            let motion = Some((MotionId(dossier.row.id), step(dossier.state, &decide)?));
            return Ok(Self { motion, ..Self::default() });
        };
        let dossier = of_amendment(database, id).await?;
        let row = dossier.amendment(id)?;
        let state = step(row.state.parse()?, &decide)?;
        let mut effects = Self { amendment: Some((id.0, state)), ..Self::default() };
        if !adopted {
            return Ok(effects);
        }
        let (text, revision) = dossier.text()?;
        let proposal = dossier.proposal(row)?;
        let amended = match apply(text, &proposal) {
            Ok(amended) => amended,
            Err(CannotApply::WithoutObject(because)) => return Err(MotionRefused::WithoutObject { because }.into()),
            Err(CannotApply::TranslationFirst) => {
                return Err(MotionRefused::TranslationFirst { locale: proposal.locale }.into());
            }
        };
        let waiting = dossier.proposals(&[State::Submitted, State::Admissible])?;
        effects.without_object = waiting.iter().filter_map(|(one, _)| fallen(&amended, one)).collect();
        effects.revision = Some((MotionId(dossier.row.id), revision + 1, amended));
        Ok(effects)
    }

    /// Writes it down.
    pub async fn write(self, unit: &Unit, viewer: &Viewer, network: Uuid) -> Result<(), Error> {
        if let Some((motion, state)) = self.motion {
            let change = motion::ActiveModel { id: Set(motion.0), state: Set(state.to_string()), ..Default::default() };
            change.update(unit.write()).await?;
        }
        let Some((id, state)) = self.amendment else { return Ok(()) };
        set_amendment(unit, id, state).await?;
        for (fallen, because) in &self.without_object {
            let change = amendment::ActiveModel {
                id: Set(*fallen),
                state: Set(State::Superseded.to_string()),
                superseded_because: Set(Some(because.to_string())),
                superseded_by: Set(Some(id)),
                ..Default::default()
            };
            change.update(unit.write()).await?;
        }
        if let Some((motion, number, text)) = &self.revision {
            add_revision(unit, *motion, *number, text, "amendment", Some(id), viewer).await?;
            let told = json!({
                "motion": motion, "revision": number, "amendment": id, "text": text,
                "without_object": self.without_object,
            });
            unit.record(viewer.person()?, Some(network), "motion_text_amended", told);
        }
        Ok(())
    }
}

fn fallen(text: &Text, proposal: &Proposal) -> Option<(Uuid, WithoutObject)> {
    match standing(text, proposal) {
        Standing::WithoutObject(because) => Some((proposal.id.0, because)),
        _ => None,
    }
}

async fn set_amendment(unit: &Unit, id: Uuid, state: State) -> Result<(), Error> {
    let change = amendment::ActiveModel { id: Set(id), state: Set(state.to_string()), ..Default::default() };
    change.update(unit.write()).await?;
    Ok(())
}

/// The motion that is voted on under an item.
async fn under(database: &impl ConnectionTrait, item: Uuid) -> Result<Option<Dossier>, Error> {
    match motion::Entity::find().filter(motion::Column::ItemId.eq(item)).one(database).await? {
        Some(row) => Ok(Some(Dossier::of(database, row).await?)),
        None => Ok(None),
    }
}

async fn of_amendment(database: &impl ConnectionTrait, id: AmendmentId) -> Result<Dossier, Error> {
    let row = amendment::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
    let row = motion::Entity::find_by_id(row.motion_id).one(database).await?.ok_or(Error::NotFound)?;
    Dossier::of(database, row).await
}

/// An item goes off a draft's agenda: its motion is withdrawn, and its text kept.
pub(crate) async fn detach(unit: &Unit, item: Uuid) -> Result<(), Error> {
    let Some(dossier) = under(unit.read(), item).await? else { return Ok(()) };
    let change = motion::ActiveModel {
        id: Set(dossier.row.id),
        item_id: Set(None),
        state: Set(step(dossier.state, &Step::Withdraw)?.to_string()),
        ..Default::default()
    };
    change.update(unit.write()).await?;
    Ok(())
}
