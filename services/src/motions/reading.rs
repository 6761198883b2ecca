//! What the pages of motions show.

use std::collections::HashMap;

use domain::{
    ids::{AmendmentId, AssemblyId, MotionId},
    locale::Locale,
    motions::{Change, Deadlines, Ordered, Proposal, Standing, State, WithoutObject, collisions, order, standing},
};
use entities::{
    assemblies::poll,
    motions::{amendment, motion},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    Amendment, Motion, MotionPage, Motions,
    stored::{AUTHOR, Dossier, SUPPORTER, deadlines, seen},
};
use crate::{Error, Services, Viewer};

impl Services {
    /// The motions of an assembly that the viewer may see: drafts show to their authors.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn motions(&self, viewer: &Viewer, id: AssemblyId) -> Result<Motions, Error> {
        let database = self.store().read();
        let (_, state) = seen(database, viewer, id).await?;
        let mut shown = Vec::new();
        for row in rows(database, id).await? {
            let dossier = Dossier::of(database, row).await?;
            if dossier.row.submitted_at.is_some() || dossier.is_author(viewer, dossier.row.id) {
                shown.push(motion(&dossier)?);
            }
        }
        let deadlines = deadlines(database, id).await?;
        Ok(Motions { motions: shown, phase: deadlines.phase(state, self.now()), deadlines })
    }

    /// A motion with the amendments that the viewer may see.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn motion(&self, viewer: &Viewer, id: AssemblyId, which: MotionId) -> Result<MotionPage, Error> {
        let database = self.store().read();
        let (_, state) = seen(database, viewer, id).await?;
        let dossier = Dossier::load(database, id, which).await?;
        if dossier.row.submitted_at.is_none() && !dossier.is_author(viewer, dossier.row.id) {
            return Err(Error::NotFound);
        }
        let mut shown = amendments(&dossier, &votes(database, &dossier).await?)?;
        shown.retain(|amendment| amendment.handed_in || dossier.is_author(viewer, amendment.id().0));
        let waiting: Vec<Proposal> = shown
            .iter()
            .filter(|amendment| amendment.handed_in && amendment.state.pending())
            .map(|amendment| amendment.proposal.clone())
            .collect();
        let deadlines: Deadlines = deadlines(database, id).await?;
        Ok(MotionPage {
            motion: motion(&dossier)?,
            amendments: shown,
            collisions: collisions(&waiting),
            phase: deadlines.phase(state, self.now()),
            deadlines,
        })
    }
}

async fn rows(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Vec<motion::Model>, Error> {
    Ok(motion::Entity::find()
        .filter(motion::Column::AssemblyId.eq(id.0))
        .order_by_asc(motion::Column::Number)
        .all(database)
        .await?)
}

/// When each amendment was put to the vote.
async fn votes(database: &impl ConnectionTrait, dossier: &Dossier) -> Result<Vec<Uuid>, Error> {
    let ids = dossier.amendments.iter().map(|row| row.id);
    let polls = poll::Entity::find()
        .filter(poll::Column::AmendmentId.is_in(ids))
        .order_by_asc(poll::Column::OpenedAt)
        .all(database)
        .await?;
    Ok(polls.into_iter().filter_map(|poll| poll.amendment_id).collect())
}

fn motion(dossier: &Dossier) -> Result<Motion, Error> {
    let (text, revision) = dossier.text()?;
    let row = &dossier.row;
    Ok(Motion {
        id: MotionId(row.id),
        number: row.number.unsigned_abs(),
        item: row.item_id,
        title: row.title.clone(),
        locale: row.locale.parse()?,
        reasons: row.reasons.clone(),
        state: dossier.state,
        refusal: row.refusal.clone(),
        authors: dossier.behind(row.id, AUTHOR),
        supporters: dossier.behind(row.id, SUPPORTER),
        text: text.clone(),
        revision: revision.unsigned_abs(),
        submitted_at: row.submitted_at,
    })
}

/// The amendments: those voted on in the order of their votes, those to be voted on in theirs, then
/// the others by number.
fn amendments(dossier: &Dossier, voted: &[Uuid]) -> Result<Vec<Amendment>, Error> {
    let (text, _) = dossier.text()?;
    let ordered: Vec<Ordered> = order(text, &dossier.proposals(&[State::Submitted, State::Admissible])?);
    let mut all =
        dossier.amendments.iter().map(|row| one(dossier, row, &ordered)).collect::<Result<Vec<_>, Error>>()?;
    let vote = |id: AmendmentId| voted.iter().position(|voted| *voted == id.0);
    let turn = |id: AmendmentId| ordered.iter().position(|ordered| ordered.id == id);
    let last = usize::MAX;
    all.sort_by_key(|amendment| {
        let id = amendment.id();
        (vote(id).unwrap_or(last), turn(id).unwrap_or(last), amendment.proposal.number)
    });
    Ok(all)
}

fn one(dossier: &Dossier, row: &amendment::Model, ordered: &[Ordered]) -> Result<Amendment, Error> {
    let (text, _) = dossier.text()?;
    let proposal = dossier.proposal(row)?;
    let state: State = row.state.parse()?;
    let standing = standing(text, &proposal);
    let (before, after) = if state.pending() || state == State::Draft {
        let now = text.paragraph(proposal.paragraph).map_or("", |paragraph| paragraph.words(proposal.locale));
        let after = match &standing {
            Standing::Rebased { text } => text.as_str(),
            _ => proposal.change.words(),
        };
        (now.to_owned(), after.to_owned())
    } else {
        decided(dossier, row, &proposal)
    };
    let before = if matches!(proposal.change, Change::InsertAfter { .. }) { String::new() } else { before };
    let turn = ordered.iter().find(|ordered| ordered.id == proposal.id);
    let because: Option<WithoutObject> = row.superseded_because.as_deref().map(str::parse).transpose()?;
    let by = dossier.amendments.iter().find(|other| Some(other.id) == row.superseded_by);
    Ok(Amendment {
        place: dossier.revision(row.revision).and_then(|text| text.place(proposal.paragraph)),
        reasons: row.reasons.clone(),
        state,
        refusal: row.refusal.clone(),
        superseded: because.map(|because| (because, by.map(|by| by.number.unsigned_abs()))),
        authors: dossier.behind(row.id, AUTHOR),
        supporters: dossier.behind(row.id, SUPPORTER),
        standing,
        before,
        after,
        distance: turn.map_or(0, |turn| turn.distance),
        by_chair: turn.is_some_and(|turn| turn.by_chair),
        handed_in: row.submitted_at.is_some(),
        proposal,
    })
}

/// The words before and after, of what is decided: as adopted, or as it was written.
fn decided(dossier: &Dossier, row: &amendment::Model, proposal: &Proposal) -> (String, String) {
    let adopted = dossier.revisions.iter().position(|(revision, _)| revision.amendment_id == Some(row.id));
    let words = |index: usize| {
        let (_, text) = dossier.revisions.get(index)?;
        text.paragraph(proposal.paragraph).map(|paragraph| paragraph.words(proposal.locale).to_owned())
    };
    match (adopted, &proposal.change) {
        (Some(index), Change::Replace { .. }) if index > 0 => {
            (words(index - 1).unwrap_or_default(), words(index).unwrap_or_default())
        }
        _ => (proposal.base.clone(), proposal.change.words().to_owned()),
    }
}

/// What is voted on under an item, beside or instead of its own words.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub motion: MotionId,
    pub state: State,
    pub text: String,
    pub amendments: Vec<Amendment>,
}

/// The motions of an assembly's items, with the amendments that were handed in.
pub(crate) async fn questions(
    database: &impl ConnectionTrait,
    id: AssemblyId,
    main: Locale,
) -> Result<HashMap<Uuid, Question>, Error> {
    let mut found = HashMap::new();
    for row in rows(database, id).await? {
        let Some(item) = row.item_id else { continue };
        let dossier = Dossier::of(database, row).await?;
        let mut amendments = amendments(&dossier, &votes(database, &dossier).await?)?;
        amendments.retain(|amendment| amendment.handed_in);
        let question = Question {
            motion: MotionId(dossier.row.id),
            state: dossier.state,
            text: dossier.text()?.0.assembled(main, main),
            amendments,
        };
        found.insert(item, question);
    }
    Ok(found)
}
