//! An assembly as its records stand: what every decision about it begins with.

use chrono::{DateTime, Utc};
use domain::{
    assemblies::{AssemblyRules, Kind, KindRules, State},
    colleges::RollEntry,
    ids::{AssemblyId, CollegeId, OrganizationId, PersonId},
    polls::PollState,
    proxies::Presence,
    quorum::{Quorum, quorum},
};
use entities::assemblies::{assembly, attendance, poll, proxy, roll_entry};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{Error, Refusal, day_in, networks::network_by_id};

/// An assembly with its rules, its roll and who is there.
#[derive(Clone, Debug)]
pub(super) struct Sitting {
    pub row: assembly::Model,
    pub kind: Kind,
    pub state: State,
    pub rules: AssemblyRules,
    pub roll: Vec<RollEntry>,
    pub attendances: Vec<attendance::Model>,
    pub proxies: Vec<proxy::Model>,
    pub presence: Presence,
}

impl Sitting {
    /// Loads an assembly without asking who wants to know.
    pub async fn load(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Self, Error> {
        let row = assembly::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        let rules = match &row.rules {
            Some(rules) => serde_json::from_value(rules.clone())?,
            None => network_by_id(database, row.network_id).await?.rules,
        };
        let roll = roll_entry::Entity::find()
            .filter(roll_entry::Column::AssemblyId.eq(id.0))
            .all(database)
            .await?
            .into_iter()
            .map(stored_entry)
            .collect::<Result<Vec<_>, _>>()?;
        let attendances = attendance::Entity::find()
            .filter(attendance::Column::AssemblyId.eq(id.0))
            .order_by_asc(attendance::Column::ArrivedAt)
            .all(database)
            .await?;
        let proxies = proxy::Entity::find()
            .filter(proxy::Column::AssemblyId.eq(id.0))
            .order_by_asc(proxy::Column::GivenAt)
            .all(database)
            .await?;
        let mut sitting = Self {
            kind: row.kind.parse()?,
            state: row.state.parse()?,
            rules,
            roll,
            presence: presence(&attendances, &proxies),
            attendances,
            proxies,
            row,
        };
        sitting.roll.sort_by_cached_key(|entry| crate::text::fold(&entry.name));
        Ok(sitting)
    }

    pub fn kind_rules(&self) -> KindRules {
        self.rules.of(self.kind)
    }

    pub fn quorum(&self) -> Quorum {
        quorum(&self.kind_rules().quorum, &self.roll, &self.presence)
    }

    /// Nothing happens at an assembly before its day: the notice would be none.
    pub async fn day_has_come(&self, database: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), Error> {
        let zone = network_by_id(database, self.row.network_id).await?.zone;
        if day_in(zone, now) < self.row.held_on { Err(Refusal::Named("before-the-day").into()) } else { Ok(()) }
    }

    pub fn entry(&self, organization: OrganizationId) -> Option<&RollEntry> {
        self.roll.iter().find(|entry| entry.organization == organization)
    }
}

/// Who is there and which proxies stand, from the rows that have no end.
pub(super) fn presence(attendances: &[attendance::Model], proxies: &[proxy::Model]) -> Presence {
    let mut presence = Presence::default();
    for row in attendances.iter().filter(|row| row.left_at.is_none()) {
        presence.arrive(OrganizationId(row.organization_id), PersonId(row.person_id));
    }
    for row in proxies.iter().filter(|row| row.revoked_at.is_none()) {
        presence.give(OrganizationId(row.giver_id), OrganizationId(row.holder_id));
    }
    presence
}

pub(super) fn stored_entry(row: roll_entry::Model) -> Result<RollEntry, Error> {
    Ok(RollEntry {
        organization: OrganizationId(row.organization_id),
        name: row.name,
        college: CollegeId(row.college_id),
        college_name: row.college_name,
        weight: u64::try_from(row.weight).map_err(|_| Error::Stored("a negative weight".into()))?,
        reason: serde_json::from_value(row.reason)?,
    })
}

/// The polls of an assembly.
pub(super) async fn polls(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Vec<poll::Model>, Error> {
    Ok(poll::Entity::find()
        .filter(poll::Column::AssemblyId.eq(id.0))
        .order_by_asc(poll::Column::OpenedAt)
        .all(database)
        .await?)
}

/// Where polls stand.
pub(super) fn poll_states<'a>(polls: impl IntoIterator<Item = &'a poll::Model>) -> Result<Vec<PollState>, Error> {
    polls.into_iter().map(|poll| Ok(poll.state.parse()?)).collect()
}
