//! An assembly as all who look see it at one moment.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use domain::{
    colleges::{LeftOut, RollEntry},
    ids::{AssemblyId, OrganizationId, PersonId},
    proxies::Representation,
    quorum::Quorum,
};
use entities::{
    assemblies::{assembly, left_out, poll, vote},
    elections::mark,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    documents::{Document, documents_of},
    floor::{Floor, Speech, floor_of, speeches_of},
    items::{Item, items, names},
    sitting::{Sitting, polls},
};
use crate::{
    Error, Services,
    elections::secrecy,
    networks::{Network, network_by_id},
};

/// What is the same for all who look at an assembly at one moment.
#[derive(Debug)]
pub(crate) struct Proceedings {
    pub sitting: Sitting,
    pub network: Network,
    pub floor: Floor,
    pub speeches: Arc<Vec<Speech>>,
    pub polls: Vec<poll::Model>,
    pub votes: Vec<vote::Model>,
    pub marks: Vec<mark::Model>,
    pub items: Arc<Vec<Item>>,
    pub documents: Vec<Document>,
    pub roll: Arc<Vec<RollLine>>,
    pub left_out: Arc<Vec<(String, LeftOut)>>,
    pub attendances: Arc<Vec<Attendance>>,
    pub proxies: Arc<Vec<ProxyLine>>,
    pub tellers: HashSet<PersonId>,
    pub second_of: Option<(AssemblyId, String)>,
    pub quorum: Quorum,
    pub names: HashMap<OrganizationId, String>,
}

/// A line of the roll with how it takes part now.
#[derive(Clone, Debug)]
pub struct RollLine {
    /// The frozen line.
    pub entry: RollEntry,
    /// Present, represented, absent.
    pub representation: Representation,
}

/// Someone who came.
#[derive(Clone, Debug)]
pub struct Attendance {
    /// For whom.
    pub organization: OrganizationId,
    /// The organization's name.
    pub organization_name: String,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// Whether from afar.
    pub remote: bool,
    /// From.
    pub arrived_at: DateTime<Utc>,
    /// To.
    pub left_at: Option<DateTime<Utc>>,
}

/// A proxy that stands or stood.
#[derive(Clone, Debug)]
pub struct ProxyLine {
    /// Whose.
    pub giver: OrganizationId,
    /// The giver's name.
    pub giver_name: String,
    /// To whom.
    pub holder: OrganizationId,
    /// The holder's name.
    pub holder_name: String,
    /// From.
    pub given_at: DateTime<Utc>,
    /// To.
    pub revoked_at: Option<DateTime<Utc>>,
    /// `arrival` or `giver`.
    pub revoked_because: Option<String>,
}

impl Services {
    /// Reads what is the same for all who look. Asks nobody.
    pub(super) async fn proceed(&self, id: AssemblyId) -> Result<Proceedings, Error> {
        let database = self.store().read();
        let sitting = Sitting::load(database, id).await?;
        let network = network_by_id(database, sitting.row.network_id).await?;
        let (floor, speeches) = (floor_of(database, &sitting).await?, speeches_of(database, &sitting).await?);
        let polls = polls(database, id).await?;
        let ids: Vec<Uuid> = polls.iter().map(|poll| poll.id).collect();
        let votes = vote::Entity::find().filter(vote::Column::PollId.is_in(ids.clone())).all(database).await?;
        let marks = secrecy::marks(database, &ids).await?;
        let items = items(database, &sitting, network.locale, &polls, (&votes, &marks)).await?;
        let mut left_out = left_out::Entity::find().filter(left_out::Column::AssemblyId.eq(id.0)).all(database).await?;
        left_out.sort_by_cached_key(|row| crate::text::fold(&row.name));
        let tellers = crate::tellers::appointed(database, id).await?;
        let second_of = match sitting.row.second_of {
            Some(first) => assembly::Entity::find_by_id(first).one(database).await?,
            None => None,
        };
        let names = names(&sitting);
        let name = |organization: Uuid| names.get(&OrganizationId(organization)).cloned().unwrap_or_default();
        let roll = sitting.roll.iter();
        let roll = roll
            .map(|entry| RollLine { entry: entry.clone(), representation: sitting.presence.of(entry.organization) })
            .collect();
        let left_out = left_out.into_iter().map(|row| Ok((row.name, serde_json::from_value(row.reason)?)));
        let attendances = sitting.attendances.iter().map(|row| Attendance {
            organization: OrganizationId(row.organization_id),
            organization_name: name(row.organization_id),
            person: PersonId(row.person_id),
            person_name: row.person_name.clone(),
            remote: row.remote,
            arrived_at: row.arrived_at,
            left_at: row.left_at,
        });
        let proxies = sitting.proxies.iter().map(|row| ProxyLine {
            giver: OrganizationId(row.giver_id),
            giver_name: name(row.giver_id),
            holder: OrganizationId(row.holder_id),
            holder_name: name(row.holder_id),
            given_at: row.given_at,
            revoked_at: row.revoked_at,
            revoked_because: row.revoked_because.clone(),
        });
        Ok(Proceedings {
            floor,
            speeches: Arc::new(speeches),
            items: Arc::new(items),
            documents: documents_of(database, id).await?,
            roll: Arc::new(roll),
            left_out: Arc::new(left_out.collect::<Result<_, Error>>()?),
            attendances: Arc::new(attendances.collect()),
            proxies: Arc::new(proxies.collect()),
            tellers: tellers.into_iter().map(|teller| teller.person).collect(),
            second_of: second_of.map(|first| (AssemblyId(first.id), first.title)),
            quorum: sitting.quorum(),
            names,
            network,
            polls,
            votes,
            marks,
            sitting,
        })
    }
}
