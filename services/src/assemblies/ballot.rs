//! What a vote for one organization depends on, and no more. In an assembly everybody votes within a
//! minute, one after the other, so it is read in one statement.

use chrono::{DateTime, Utc};
use domain::{
    colleges::RollEntry,
    ids::{CollegeId, OrganizationId, PersonId, PollId},
    polls::PollState,
    proxies::Presence,
};
use entities::assemblies::{assembly, attendance, poll, proxy, roll_entry, vote};
use sea_orm::{
    ConnectionTrait, ExprTrait, FromQueryResult, JsonValue,
    sea_query::{Query, SelectStatement},
};
use uuid::Uuid;

use crate::{Error, viewer::column};

/// A poll as one voter and one organization stand to it.
#[derive(Clone, Debug)]
pub(super) struct Ballot {
    pub assembly_id: Uuid,
    pub network_id: Uuid,
    pub state: PollState,
    /// The organization's line, if it has one.
    pub roll: Vec<RollEntry>,
    /// Where the voter is, and to whom the organization gave its proxy.
    pub presence: Presence,
    /// What was said for the organization before.
    pub vote: Option<Before>,
}

/// A vote that is there already.
#[derive(Clone, Debug)]
pub(super) struct Before {
    pub choice: String,
    pub request: String,
    pub cast_by: Uuid,
    pub cast_at: DateTime<Utc>,
    pub changes: i32,
}

impl Ballot {
    /// Loads it without asking who wants to know.
    pub async fn load(
        database: &impl ConnectionTrait,
        poll: PollId,
        organization: OrganizationId,
        person: PersonId,
    ) -> Result<Self, Error> {
        let query = query(poll, organization, person);
        let rows = Row::find_by_statement(database.get_database_backend().build(&query)).all(database).await?;
        let mut presence = Presence::default();
        for arrived in rows.iter().filter_map(|row| row.arrived_for) {
            presence.arrive(OrganizationId(arrived), person);
        }
        let row = rows.into_iter().next().ok_or(Error::NotFound)?;
        if let Some(holder) = row.holder_id {
            presence.give(organization, OrganizationId(holder));
        }
        Ok(Self {
            assembly_id: row.assembly_id,
            network_id: row.network_id,
            state: row.state.parse()?,
            roll: row.entry(organization)?.into_iter().collect(),
            presence,
            vote: row.before(),
        })
    }
}

/// The poll beside each organization for which the voter has arrived.
#[derive(Debug, FromQueryResult)]
struct Row {
    assembly_id: Uuid,
    network_id: Uuid,
    state: String,
    name: Option<String>,
    college_id: Option<Uuid>,
    college_name: Option<String>,
    weight: Option<i64>,
    reason: Option<JsonValue>,
    arrived_for: Option<Uuid>,
    holder_id: Option<Uuid>,
    choice: Option<String>,
    request: Option<String>,
    cast_by: Option<Uuid>,
    cast_at: Option<DateTime<Utc>>,
    changes: Option<i32>,
}

impl Row {
    fn entry(&self, organization: OrganizationId) -> Result<Option<RollEntry>, Error> {
        let (Some(name), Some(college), Some(college_name), Some(weight), Some(reason)) =
            (&self.name, self.college_id, &self.college_name, self.weight, &self.reason)
        else {
            return Ok(None);
        };
        Ok(Some(RollEntry {
            organization,
            name: name.clone(),
            college: CollegeId(college),
            college_name: college_name.clone(),
            weight: u64::try_from(weight).map_err(|_| Error::Stored("a negative weight".into()))?,
            reason: serde_json::from_value(reason.clone())?,
        }))
    }

    fn before(self) -> Option<Before> {
        Some(Before {
            choice: self.choice?,
            request: self.request?,
            cast_by: self.cast_by?,
            cast_at: self.cast_at?,
            changes: self.changes?,
        })
    }
}

fn query(of_poll: PollId, organization: OrganizationId, person: PersonId) -> SelectStatement {
    let of_assembly = || column(poll::Entity, poll::Column::AssemblyId);
    let on_roll = |of| column(roll_entry::Entity, of);
    let there = |of| column(attendance::Entity, of);
    let given = |of| column(proxy::Entity, of);
    let said = |of| column(vote::Entity, of);
    Query::select()
        .expr(of_assembly())
        .expr(column(assembly::Entity, assembly::Column::NetworkId))
        .expr(column(poll::Entity, poll::Column::State))
        .expr(on_roll(roll_entry::Column::Name))
        .expr(on_roll(roll_entry::Column::CollegeId))
        .expr(on_roll(roll_entry::Column::CollegeName))
        .expr(on_roll(roll_entry::Column::Weight))
        .expr(on_roll(roll_entry::Column::Reason))
        .expr_as(there(attendance::Column::OrganizationId), "arrived_for")
        .expr(given(proxy::Column::HolderId))
        .expr(said(vote::Column::Choice))
        .expr(said(vote::Column::Request))
        .expr(said(vote::Column::CastBy))
        .expr(said(vote::Column::CastAt))
        .expr(said(vote::Column::Changes))
        .from(poll::Entity)
        .inner_join(assembly::Entity, column(assembly::Entity, assembly::Column::Id).eq(of_assembly()))
        .left_join(
            roll_entry::Entity,
            on_roll(roll_entry::Column::AssemblyId)
                .eq(of_assembly())
                .and(on_roll(roll_entry::Column::OrganizationId).eq(organization.0)),
        )
        .left_join(
            attendance::Entity,
            there(attendance::Column::AssemblyId)
                .eq(of_assembly())
                .and(there(attendance::Column::PersonId).eq(person.0))
                .and(there(attendance::Column::LeftAt).is_null()),
        )
        .left_join(
            proxy::Entity,
            given(proxy::Column::AssemblyId)
                .eq(of_assembly())
                .and(given(proxy::Column::GiverId).eq(organization.0))
                .and(given(proxy::Column::RevokedAt).is_null()),
        )
        .left_join(
            vote::Entity,
            said(vote::Column::PollId).eq(of_poll.0).and(said(vote::Column::OrganizationId).eq(organization.0)),
        )
        .and_where(column(poll::Entity, poll::Column::Id).eq(of_poll.0))
        .to_owned()
}
