//! An assembly as its records stand: what every decision about it begins with.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    assemblies::{AssemblyRules, Kind, KindRules, State},
    colleges::RollEntry,
    ids::{AssemblyId, CollegeId, OrganizationId, PersonId},
    polls::{Majority, PollState},
    proxies::Presence,
    quorum::{Quorum, QuorumRule, quorum},
    statutes::Decision,
};
use entities::assemblies::{assembly, attendance, item, poll, proxy, roll_entry};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{Error, Refusal, day_in, networks::network_by_id, statutes::in_force};

/// An assembly with its rules, its roll and who is there.
#[derive(Clone, Debug)]
pub(crate) struct Sitting {
    pub row: assembly::Model,
    pub kind: Kind,
    pub state: State,
    pub rules: AssemblyRules,
    /// Of the statutes, where the rules are a version of them.
    pub version: Option<i32>,
    /// The first day on which a second assembly may be held; `None` for a first.
    pub not_before: Option<NaiveDate>,
    pub roll: Vec<RollEntry>,
    pub attendances: Vec<attendance::Model>,
    pub proxies: Vec<proxy::Model>,
    pub presence: Presence,
}

impl Sitting {
    /// Loads an assembly without asking who wants to know.
    pub async fn load(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Self, Error> {
        let row = assembly::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        let (rules, version) = match &row.rules {
            Some(rules) => (serde_json::from_value(rules.clone())?, row.statutes_version),
            None => in_force(database, row.network_id, row.held_on).await?,
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
            version,
            not_before: None,
            roll,
            presence: presence(&attendances, &proxies),
            attendances,
            proxies,
            row,
        };
        sitting.roll.sort_by_cached_key(|entry| crate::text::fold(&entry.name));
        if let Some(first) = sitting.row.second_of {
            let first = assembly::Entity::find_by_id(first).one(database).await?.ok_or(Error::NotFound)?;
            let days = sitting.kind_rules().second.map_or(0, |second| second.after_days);
            sitting.not_before = first.held_on.checked_add_days(Days::new(days.into()));
        }
        Ok(sitting)
    }

    pub fn kind_rules(&self) -> KindRules {
        self.rules.of(self.kind)
    }

    /// The quorum of the assembly.
    pub fn quorum(&self) -> Quorum {
        self.quorum_for(Decision::Ordinary)
    }

    /// The quorum of a decision, as far as it is known before a vote closes.
    pub fn quorum_for(&self, decision: Decision) -> Quorum {
        quorum(&self.quorum_rule(decision), &self.roll, &self.presence)
    }

    /// The rule of that quorum.
    pub fn quorum_rule(&self, decision: Decision) -> QuorumRule {
        self.rules.quorum(self.kind, decision, self.row.second_of.is_some())
    }

    /// What an item needs: by its kind of decision, or as it was written down before there were any.
    pub fn majority_of(&self, item: &item::Model) -> Result<Majority, Error> {
        match &item.majority {
            Some(majority) => Ok(serde_json::from_value(majority.clone())?),
            None => Ok(self.rules.majority(self.kind, decision_of(item)?)),
        }
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

/// Who was there and which proxies stood at a moment of the past.
pub(crate) fn presence_at(attendances: &[attendance::Model], proxies: &[proxy::Model], at: DateTime<Utc>) -> Presence {
    let mut presence = Presence::default();
    for row in attendances.iter().filter(|row| row.arrived_at <= at && row.left_at.is_none_or(|left| at < left)) {
        presence.arrive(OrganizationId(row.organization_id), PersonId(row.person_id));
    }
    for row in proxies.iter().filter(|row| row.given_at <= at && row.revoked_at.is_none_or(|ended| at < ended)) {
        presence.give(OrganizationId(row.giver_id), OrganizationId(row.holder_id));
    }
    presence
}

pub(crate) fn stored_entry(row: roll_entry::Model) -> Result<RollEntry, Error> {
    Ok(RollEntry {
        organization: OrganizationId(row.organization_id),
        name: row.name,
        college: CollegeId(row.college_id),
        college_name: row.college_name,
        weight: u64::try_from(row.weight).map_err(|_| Error::Stored("a negative weight".into()))?,
        reason: serde_json::from_value(row.reason)?,
    })
}

/// What an item decides.
pub(crate) fn decision_of(item: &item::Model) -> Result<Decision, Error> {
    Ok(item.decision.as_deref().map(str::parse).transpose()?.unwrap_or(Decision::Ordinary))
}

/// The polls of an assembly.
pub(crate) async fn polls(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Vec<poll::Model>, Error> {
    Ok(poll::Entity::find()
        .filter(poll::Column::AssemblyId.eq(id.0))
        .order_by_asc(poll::Column::OpenedAt)
        .all(database)
        .await?)
}

/// Where polls stand.
pub(crate) fn poll_states<'a>(polls: impl IntoIterator<Item = &'a poll::Model>) -> Result<Vec<PollState>, Error> {
    polls.into_iter().map(|poll| Ok(poll.state.parse()?)).collect()
}
