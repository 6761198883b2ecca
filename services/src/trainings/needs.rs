//! Needs that a network collects from its members for a year: what they ask for, put together, and what answers it.

mod changes;
mod letters;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    ids::{NeedCollectionId, NeedId, NetworkId, OrganizationId, TrainingId},
    people::Holder,
    trainings::{
        catalogue::Standing,
        needs::{Group, Need, Topic, groups, may_touch},
    },
};
use entities::trainings::{need, need_collection, training};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

pub(super) use self::{changes::answer, letters::answered};
use crate::{
    Error, Services, Viewer, day_in,
    networks::{Network, name_of, names_of},
    text::fold,
};

/// What a form says of a collection of needs.
#[derive(Clone, Debug, Default)]
pub struct NeedCollectionForm {
    /// For which year.
    pub year: String,
    /// What the network asks for.
    pub introduction: String,
    /// The last day.
    pub closes_on: String,
    /// The version that was read.
    pub version: Option<i32>,
}

/// What a form says of a need.
#[derive(Clone, Debug, Default)]
pub struct NeedForm {
    /// Whose.
    pub organization: String,
    /// A training of the catalogue; empty where the subject says it.
    pub training: String,
    /// The subject, in the association's words.
    pub subject: String,
    /// For how many people.
    pub people: String,
    /// When and where, best.
    pub preference: String,
    /// Why.
    pub reasons: String,
    /// The version that was read.
    pub version: Option<i32>,
}

/// A collection of needs.
#[derive(Clone, Debug)]
pub struct NeedCollection {
    /// Which.
    pub id: NeedCollectionId,
    /// For which year.
    pub year: i32,
    /// What the network asks for, in its words.
    pub introduction: String,
    /// From when on nothing is stated any more.
    pub closes_at: DateTime<Utc>,
    /// Whether needs may be stated now.
    pub open: bool,
    /// Counts changes.
    pub version: i32,
}

/// A need, as a viewer may see it.
#[derive(Clone, Debug)]
pub struct NeedLine {
    /// Which.
    pub id: NeedId,
    /// Whose.
    pub organization: OrganizationId,
    /// How it was called then.
    pub organization_name: String,
    /// About what, as the association said it.
    pub stated: Topic,
    /// The same in words.
    pub label: String,
    /// Whether those who organize have put it under another heading.
    pub moved: bool,
    /// For how many people.
    pub people: u32,
    /// When and where, best.
    pub preference: String,
    /// Why.
    pub reasons: String,
    /// What answers it.
    pub answer: Option<Answer>,
    /// Whether the viewer may change it now.
    pub may_change: bool,
    /// Counts changes.
    pub version: i32,
}

/// A training that answers a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which.
    pub training: TrainingId,
    /// What it is called; not said while it is a draft, but to those who organize.
    pub title: Option<String>,
}

/// Needs that one training could answer.
#[derive(Clone, Debug)]
pub struct NeedGroup {
    /// The group.
    pub group: Group,
    /// About what, in words.
    pub label: String,
    /// Its needs, in the order in which they were stated.
    pub needs: Vec<NeedLine>,
}

/// A collection as one person sees it.
#[derive(Clone, Debug)]
pub struct NeedsPage {
    /// The collection.
    pub collection: NeedCollection,
    /// The needs of the viewer's associations.
    pub own: Vec<NeedLine>,
    /// All needs, put together; for those who organize.
    pub groups: Vec<NeedGroup>,
    /// For whom the viewer may state needs, by name.
    pub employers: Vec<(OrganizationId, String)>,
    /// The trainings of the catalogue, by title.
    pub trainings: Vec<(TrainingId, String)>,
    /// Whether the viewer organizes trainings.
    pub may_organize: bool,
}

impl NeedCollection {
    fn stored(row: need_collection::Model, now: DateTime<Utc>) -> Self {
        Self {
            id: NeedCollectionId(row.id),
            year: row.year,
            introduction: row.introduction,
            open: may_touch(row.closes_at, now).is_ok(),
            closes_at: row.closes_at,
            version: row.version,
        }
    }
}

impl Services {
    /// The collections of a network, the latest year first.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn need_collections(&self, viewer: &Viewer, network: &Network) -> Result<Vec<NeedCollection>, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let rows = need_collection::Entity::find()
            .filter(need_collection::Column::NetworkId.eq(network.id.0))
            .order_by_desc(need_collection::Column::Year)
            .all(self.store().read())
            .await?;
        Ok(rows.into_iter().map(|row| NeedCollection::stored(row, self.now())).collect())
    }

    /// A collection: one's associations' needs, and all of them for those who organize.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn training_needs(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: NeedCollectionId,
    ) -> Result<NeedsPage, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let may_organize = viewer.may(Action::OrganizeTrainings, Scope::Network(network.id));
        let database = self.store().read();
        let row = collection_of(database, network.id, id).await?;
        let collection = NeedCollection::stored(row, self.now());
        let known = Known::load(database, network.id, may_organize).await?;
        let rows = rows_of(database, id).await?;
        let (mut own, mut lines, mut needs) = (Vec::new(), BTreeMap::new(), Vec::new());
        for row in rows {
            let need = stored(&row)?;
            let registers = viewer.may(Action::RegisterStaff, Scope::Member(network.id, need.organization));
            // Those who hold a mandate in the network know its members, and are not of them by that.
            let belongs = viewer.actor.members_of(network.id).contains(&need.organization)
                && viewer.actor.mandates().iter().any(|it| it.holder == Holder::Organization(need.organization));
            if may_organize || belongs {
                let line = known.line(row, &need, registers && collection.open);
                if belongs {
                    own.push(line.clone());
                }
                lines.insert(need.id, line);
            }
            needs.push(need);
        }
        let mut grouped = Vec::new();
        if may_organize {
            for group in groups(&needs) {
                let needs = group.needs.iter().filter_map(|id| lines.remove(id)).collect();
                grouped.push(NeedGroup { label: known.label(&group.topic), group, needs });
            }
        }
        let employers = self.state_for(viewer, network).await?;
        Ok(NeedsPage { collection, own, groups: grouped, employers, trainings: known.offered(), may_organize })
    }

    /// The associations for which the viewer may state needs, by name.
    async fn state_for(&self, viewer: &Viewer, network: &Network) -> Result<Vec<(OrganizationId, String)>, Error> {
        let members = viewer.actor.members_of(network.id).into_iter();
        let ids: Vec<Uuid> = members
            .filter(|id| viewer.may(Action::RegisterStaff, Scope::Member(network.id, *id)))
            .map(|id| id.0)
            .collect();
        let names = names_of(self.store().read(), &ids).await?;
        let today = day_in(network.zone, self.now());
        let mut found: Vec<_> = ids.iter().map(|id| (OrganizationId(*id), name_of(&names, *id, today))).collect();
        found.sort_by_cached_key(|(_, name)| fold(name));
        Ok(found)
    }
}

/// A collection of a network.
async fn collection_of(
    database: &impl ConnectionTrait,
    network: NetworkId,
    id: NeedCollectionId,
) -> Result<need_collection::Model, Error> {
    let row = need_collection::Entity::find_by_id(id.0).one(database).await?;
    row.filter(|row| row.network_id == network.0).ok_or(Error::NotFound)
}

/// A need of a collection.
async fn need_of(
    database: &impl ConnectionTrait,
    collection: NeedCollectionId,
    id: NeedId,
) -> Result<need::Model, Error> {
    let row = need::Entity::find_by_id(id.0).one(database).await?;
    row.filter(|row| row.collection_id == collection.0).ok_or(Error::NotFound)
}

/// A need that the viewer may change; for anybody else it does not exist.
async fn own_need(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    network: NetworkId,
    (collection, id): (NeedCollectionId, NeedId),
) -> Result<need::Model, Error> {
    collection_of(database, network, collection).await?;
    let row = need_of(database, collection, id).await?;
    let scope = Scope::Member(network, OrganizationId(row.organization_id));
    if viewer.may(Action::RegisterStaff, scope) { Ok(row) } else { Err(Error::NotFound) }
}

async fn rows_of(database: &impl ConnectionTrait, collection: NeedCollectionId) -> Result<Vec<need::Model>, Error> {
    let rows = need::Entity::find()
        .filter(need::Column::CollectionId.eq(collection.0))
        .order_by_asc(need::Column::StatedAt)
        .order_by_asc(need::Column::Id);
    Ok(rows.all(database).await?)
}

async fn all(database: &impl ConnectionTrait, collection: NeedCollectionId) -> Result<Vec<Need>, Error> {
    rows_of(database, collection).await?.iter().map(stored).collect()
}

/// The needs that stand under the same heading as one of them.
async fn group_of(
    database: &impl ConnectionTrait,
    collection: NeedCollectionId,
    id: NeedId,
) -> Result<Vec<NeedId>, Error> {
    let found = groups(&all(database, collection).await?).into_iter().find(|group| group.needs.contains(&id));
    found.map(|group| group.needs).ok_or(Error::NotFound)
}

fn stored(row: &need::Model) -> Result<Need, Error> {
    Ok(Need {
        id: NeedId(row.id),
        organization: OrganizationId(row.organization_id),
        stated: serde_json::from_value(row.stated.clone())?,
        grouped: row.grouped.clone().map(serde_json::from_value).transpose()?,
        people: u32::try_from(row.people).unwrap_or_default(),
    })
}

/// The trainings of a network, for the words of needs.
struct Known {
    titles: BTreeMap<TrainingId, (String, bool)>,
    may_organize: bool,
}

impl Known {
    async fn load(database: &impl ConnectionTrait, network: NetworkId, may_organize: bool) -> Result<Self, Error> {
        let rows = training::Entity::find().filter(training::Column::NetworkId.eq(network.0)).all(database).await?;
        let published = |row: &training::Model| row.state == Standing::Published.as_str();
        let titles = rows.into_iter().map(|row| (TrainingId(row.id), (row.title.clone(), published(&row)))).collect();
        Ok(Self { titles, may_organize })
    }

    /// Those of the catalogue, by title.
    fn offered(self) -> Vec<(TrainingId, String)> {
        let published = self.titles.into_iter().filter(|(_, (_, published))| *published);
        let mut found: Vec<_> = published.map(|(id, (title, _))| (id, title)).collect();
        found.sort_by_cached_key(|(_, title)| fold(title));
        found
    }

    fn label(&self, topic: &Topic) -> String {
        match topic {
            Topic::Training { training } => self.titles.get(training).map(|(title, _)| title.clone()),
            Topic::Subject { subject } => Some(subject.clone()),
        }
        .unwrap_or_default()
    }

    fn line(&self, row: need::Model, need: &Need, may_change: bool) -> NeedLine {
        let answer = row.answered_by.map(TrainingId).map(|training| {
            let seen = self.titles.get(&training).filter(|(_, published)| *published || self.may_organize);
            Answer { training, title: seen.map(|(title, _)| title.clone()) }
        });
        NeedLine {
            id: need.id,
            organization: need.organization,
            organization_name: row.organization_name,
            label: self.label(&need.stated),
            stated: need.stated.clone(),
            moved: need.grouped.is_some(),
            people: need.people,
            preference: row.preference,
            reasons: row.reasons,
            may_change: may_change && answer.is_none(),
            answer,
            version: row.version,
        }
    }
}
