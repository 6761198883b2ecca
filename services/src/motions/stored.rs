//! Motions and amendments as their rows stand: what every decision about them begins with.

use std::collections::HashMap;

use domain::{
    assemblies,
    ids::{AmendmentId, AssemblyId, MotionId, OrganizationId, ParagraphId},
    motions::{Change, ChangeKind, Deadlines, Proposal, State, Text},
};
use entities::{
    assemblies::{assembly, roll_entry},
    motions::{amendment, backer, deadline, motion, revision},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::Backer;
use crate::{Error, Viewer, assemblies::visible};

/// Authors and supporters.
pub(super) const AUTHOR: &str = "author";
pub(super) const SUPPORTER: &str = "supporter";

/// A motion with every revision of its text and every amendment.
#[derive(Clone, Debug)]
pub(super) struct Dossier {
    pub row: motion::Model,
    pub state: State,
    pub revisions: Vec<(revision::Model, Text)>,
    pub amendments: Vec<amendment::Model>,
    pub backers: HashMap<Uuid, Vec<backer::Model>>,
}

impl Dossier {
    /// Loads a motion of an assembly without asking who wants to know.
    pub async fn load(database: &impl ConnectionTrait, id: AssemblyId, motion: MotionId) -> Result<Self, Error> {
        let found = motion::Entity::find_by_id(motion.0).one(database).await?;
        let row = found.filter(|row| row.assembly_id == id.0).ok_or(Error::NotFound)?;
        Self::of(database, row).await
    }

    pub async fn of(database: &impl ConnectionTrait, row: motion::Model) -> Result<Self, Error> {
        let revisions = revision::Entity::find()
            .filter(revision::Column::MotionId.eq(row.id))
            .order_by_asc(revision::Column::Number)
            .all(database)
            .await?
            .into_iter()
            .map(|row| Ok((row.clone(), serde_json::from_value(row.text)?)))
            .collect::<Result<Vec<_>, Error>>()?;
        let amendments = amendment::Entity::find()
            .filter(amendment::Column::MotionId.eq(row.id))
            .order_by_asc(amendment::Column::Number)
            .all(database)
            .await?;
        let backed = amendments.iter().map(|row| row.id).chain([row.id]);
        let mut backers: HashMap<Uuid, Vec<backer::Model>> = HashMap::new();
        let query = backer::Entity::find().filter(backer::Column::BackedId.is_in(backed));
        for backer in query.order_by_asc(backer::Column::Since).all(database).await? {
            backers.entry(backer.backed_id).or_default().push(backer);
        }
        Ok(Self { state: row.state.parse()?, row, revisions, amendments, backers })
    }

    /// The text as it stands, and which revision that is.
    pub fn text(&self) -> Result<(&Text, i32), Error> {
        let last = self.revisions.last().ok_or_else(|| Error::Stored(format!("motion {} has no text", self.row.id)))?;
        Ok((&last.1, last.0.number))
    }

    /// The text of a revision.
    pub fn revision(&self, number: i32) -> Option<&Text> {
        self.revisions.iter().find(|(row, _)| row.number == number).map(|(_, text)| text)
    }

    pub fn amendment(&self, id: AmendmentId) -> Result<&amendment::Model, Error> {
        self.amendments.iter().find(|row| row.id == id.0).ok_or(Error::NotFound)
    }

    /// An amendment as the rules see it.
    pub fn proposal(&self, row: &amendment::Model) -> Result<Proposal, Error> {
        let paragraph = ParagraphId(row.paragraph_id);
        let locale = row.locale.parse()?;
        let base = self.revision(row.revision).and_then(|text| text.paragraph(paragraph));
        let text = row.text.clone();
        Ok(Proposal {
            id: AmendmentId(row.id),
            number: row.number.unsigned_abs(),
            paragraph,
            locale,
            base: base.map_or_else(String::new, |paragraph| paragraph.words(locale).to_owned()),
            change: match row.change.parse()? {
                ChangeKind::Replace => Change::Replace { text },
                ChangeKind::Delete => Change::Delete,
                ChangeKind::Insert => Change::InsertAfter { text },
            },
        })
    }

    /// The amendments in one of these states, as the rules see them, with the place that the chair gave.
    pub fn proposals(&self, wanted: &[State]) -> Result<Vec<(Proposal, Option<u32>)>, Error> {
        let mut found = Vec::new();
        for row in &self.amendments {
            if wanted.contains(&row.state.parse()?) {
                found.push((self.proposal(row)?, row.position.map(i32::unsigned_abs)));
            }
        }
        Ok(found)
    }

    /// Who is behind the motion or an amendment, in one part.
    pub fn behind(&self, id: Uuid, part: &str) -> Vec<Backer> {
        let all = self.backers.get(&id).into_iter().flatten();
        all.filter(|row| row.part == part)
            .map(|row| Backer { organization: OrganizationId(row.organization_id), name: row.name.clone() })
            .collect()
    }

    /// Whether a viewer speaks for an author of the motion or of an amendment.
    pub fn is_author(&self, viewer: &Viewer, id: Uuid) -> bool {
        let represents = viewer.actor.represents();
        self.behind(id, AUTHOR).iter().any(|backer| represents.contains(&backer.organization))
    }
}

/// An assembly that the viewer may see, with its state.
pub(super) async fn seen(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    id: AssemblyId,
) -> Result<(assembly::Model, assemblies::State), Error> {
    let row = assembly::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
    visible(viewer, &row)?;
    let state = row.state.parse()?;
    Ok((row, state))
}

/// Until when the members of an assembly may propose.
pub(super) async fn deadlines(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Deadlines, Error> {
    let row = deadline::Entity::find_by_id(id.0).one(database).await?;
    let stored = |row: deadline::Model| Deadlines { motions: row.motions_until, amendments: row.amendments_until };
    Ok(row.map(stored).unwrap_or_default())
}

/// What an organization is called on the roll; `None` when it does not stand there.
pub(super) async fn on_roll(
    database: &impl ConnectionTrait,
    id: AssemblyId,
    organization: OrganizationId,
) -> Result<Option<String>, Error> {
    let row = roll_entry::Entity::find_by_id((id.0, organization.0)).one(database).await?;
    Ok(row.map(|row| row.name))
}
