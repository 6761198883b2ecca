//! What votes for organizations depend on, and no more. In an assembly everybody votes within a minute, so it is
//! read for all who wait in one statement: a union of five, each of which finds its rows by an index, whatever the
//! database knows of the size of its tables.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::{
    assemblies::ItemKind,
    colleges::RollEntry,
    ids::{AssemblyId, CollegeId, OrganizationId, PersonId, PollId},
    polls::PollState,
    proxies::{Presence, ProxyRule},
};
use entities::{
    assemblies::{assembly, attendance, item, poll, proxy, roll_entry, vote},
    networks::network,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JsonValue, QueryFilter,
    sea_query::{Expr, Query, SelectStatement, UnionType},
};
use uuid::Uuid;

use crate::{Error, viewer::column};

/// Where a vote goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub assembly: AssemblyId,
    pub poll: PollId,
}

/// A poll with the lines of those who vote in it now.
#[derive(Clone, Debug)]
pub(super) struct Ballots {
    pub network: Uuid,
    /// The word of the network in addresses.
    pub slug: String,
    pub state: PollState,
    /// What the rules of the assembly say about those who vote for others.
    pub proxies: ProxyRule,
    /// The lines of their organizations.
    pub roll: Vec<RollEntry>,
    /// Where they are, and to whom their organizations gave a proxy.
    pub presence: Presence,
    /// What stands for their organizations already.
    pub votes: BTreeMap<OrganizationId, vote::Model>,
}

impl Ballots {
    /// Loads them without asking who wants to know.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the assembly has no such poll.
    pub async fn load(
        database: &impl ConnectionTrait,
        place: Place,
        organizations: &BTreeSet<OrganizationId>,
        people: &BTreeSet<PersonId>,
    ) -> Result<Self, Error> {
        let query = query(place, organizations, people);
        let mut rows = Row::find_by_statement(database.get_database_backend().build(&query)).all(database).await?;
        let poll = rows.iter().position(|row| row.source == POLL).ok_or(Error::NotFound)?;
        let poll = rows.swap_remove(poll);
        let mut ballots = Self {
            network: poll.one,
            slug: text(poll.name)?,
            state: text(poll.word)?.parse()?,
            proxies: serde_json::from_value::<Rules>(poll.json.ok_or_else(missing)?)?.proxies,
            roll: Vec::new(),
            presence: Presence::default(),
            votes: BTreeMap::new(),
        };
        // Who arrives takes the proxy back: proxies that stand were given after.
        rows.sort_by_key(|row| row.source);
        for row in rows {
            let organization = OrganizationId(row.one);
            match row.source {
                ROLL => ballots.roll.push(row.entry()?),
                ATTENDANCE => {
                    ballots.presence.arrive(organization, PersonId(row.other));
                }
                PROXY => ballots.presence.give(organization, OrganizationId(row.other)),
                _ => {
                    ballots.votes.insert(organization, row.vote(place.poll)?);
                }
            }
        }
        if !ballots.proxies.split {
            ballots.load_others(database, place).await?;
        }
        Ok(ballots)
    }

    /// Where one answer is asked of a holder for all, also what stands for the others, and all proxies.
    async fn load_others(&mut self, database: &impl ConnectionTrait, place: Place) -> Result<(), Error> {
        let votes = vote::Entity::find().filter(vote::Column::PollId.eq(place.poll.0)).all(database).await?;
        self.votes.extend(votes.into_iter().map(|row| (OrganizationId(row.organization_id), row)));
        let standing = proxy::Column::AssemblyId.eq(place.assembly.0).and(proxy::Column::RevokedAt.is_null());
        for row in proxy::Entity::find().filter(standing).all(database).await? {
            self.presence.give(OrganizationId(row.giver_id), OrganizationId(row.holder_id));
        }
        Ok(())
    }
}

/// What is read of the rules of an assembly.
#[derive(serde::Deserialize)]
struct Rules {
    proxies: ProxyRule,
}

const VOTE: i32 = 0;
const ROLL: i32 = 1;
const ATTENDANCE: i32 = 2;
const PROXY: i32 = 3;
const POLL: i32 = 4;

/// A row of one of the five, under names that fit all.
#[derive(Debug, FromQueryResult)]
struct Row {
    source: i32,
    one: Uuid,
    other: Uuid,
    name: Option<String>,
    word: Option<String>,
    number: Option<i64>,
    json: Option<JsonValue>,
    at: Option<DateTime<Utc>>,
}

fn text(value: Option<String>) -> Result<String, Error> {
    value.ok_or_else(missing)
}

fn missing() -> Error {
    Error::Stored("a row of a poll lacks a value".into())
}

impl Row {
    fn entry(self) -> Result<RollEntry, Error> {
        Ok(RollEntry {
            organization: OrganizationId(self.one),
            name: text(self.name)?,
            college: CollegeId(self.other),
            college_name: text(self.word)?,
            weight: u64::try_from(self.number.ok_or_else(missing)?)
                .map_err(|_| Error::Stored("a negative weight".into()))?,
            reason: serde_json::from_value(self.json.ok_or_else(missing)?)?,
        })
    }

    fn vote(self, poll: PollId) -> Result<vote::Model, Error> {
        Ok(vote::Model {
            poll_id: poll.0,
            organization_id: self.one,
            choice: text(self.name)?,
            cast_by: self.other,
            cast_as: self.json.ok_or_else(missing)?,
            request: text(self.word)?,
            cast_at: self.at.ok_or_else(missing)?,
            changes: self.number.and_then(|changes| i32::try_from(changes).ok()).ok_or_else(missing)?,
        })
    }
}

/// The votes come first: they have a value in every column, from which PostgreSQL takes the types.
fn query(place: Place, organizations: &BTreeSet<OrganizationId>, people: &BTreeSet<PersonId>) -> SelectStatement {
    let Place { assembly: of_assembly, poll: of_poll } = place;
    let organizations = || organizations.iter().map(|organization| organization.0);
    let null = || Expr::cust("NULL");
    let said = |of| column(vote::Entity, of);
    let on_roll = |of| column(roll_entry::Entity, of);
    let there = |of| column(attendance::Entity, of);
    let given = |of| column(proxy::Entity, of);
    let roll = Query::select()
        .expr(Expr::val(ROLL))
        .expr(on_roll(roll_entry::Column::OrganizationId))
        .expr(on_roll(roll_entry::Column::CollegeId))
        .expr(on_roll(roll_entry::Column::Name))
        .expr(on_roll(roll_entry::Column::CollegeName))
        .expr(on_roll(roll_entry::Column::Weight))
        .expr(on_roll(roll_entry::Column::Reason))
        .expr(null())
        .from(roll_entry::Entity)
        .and_where(on_roll(roll_entry::Column::AssemblyId).eq(of_assembly.0))
        .and_where(on_roll(roll_entry::Column::OrganizationId).is_in(organizations()))
        .to_owned();
    let attendances = Query::select()
        .expr(Expr::val(ATTENDANCE))
        .expr(there(attendance::Column::OrganizationId))
        .expr(there(attendance::Column::PersonId))
        .exprs((0..5).map(|_| null()))
        .from(attendance::Entity)
        .and_where(there(attendance::Column::AssemblyId).eq(of_assembly.0))
        .and_where(there(attendance::Column::PersonId).is_in(people.iter().map(|person| person.0)))
        .and_where(there(attendance::Column::LeftAt).is_null())
        .to_owned();
    let proxies = Query::select()
        .expr(Expr::val(PROXY))
        .expr(given(proxy::Column::GiverId))
        .expr(given(proxy::Column::HolderId))
        .exprs((0..5).map(|_| null()))
        .from(proxy::Entity)
        .and_where(given(proxy::Column::AssemblyId).eq(of_assembly.0))
        .and_where(given(proxy::Column::GiverId).is_in(organizations()))
        .and_where(given(proxy::Column::RevokedAt).is_null())
        .to_owned();
    let in_network = || column(assembly::Entity, assembly::Column::NetworkId);
    let poll = Query::select()
        .expr(Expr::val(POLL))
        .expr(in_network())
        .expr(in_network())
        .expr(column(network::Entity, network::Column::Slug))
        .expr(column(poll::Entity, poll::Column::State))
        .expr(null())
        .expr(column(assembly::Entity, assembly::Column::Rules))
        .expr(null())
        .from(poll::Entity)
        .inner_join(
            assembly::Entity,
            column(assembly::Entity, assembly::Column::Id).eq(column(poll::Entity, poll::Column::AssemblyId)),
        )
        // Secret ballots go another way: nobody votes by name where persons are elected, or where
        // a motion is voted on in secret.
        .inner_join(item::Entity, column(item::Entity, item::Column::Id).eq(column(poll::Entity, poll::Column::ItemId)))
        .and_where(column(item::Entity, item::Column::Kind).eq(ItemKind::Motion.as_str()))
        .and_where(column(poll::Entity, poll::Column::Id).not_in_subquery(crate::ballots::secret_polls(of_poll)))
        .inner_join(network::Entity, column(network::Entity, network::Column::Id).eq(in_network()))
        .and_where(column(poll::Entity, poll::Column::Id).eq(of_poll.0))
        .and_where(column(poll::Entity, poll::Column::AssemblyId).eq(of_assembly.0))
        .to_owned();
    Query::select()
        .expr_as(Expr::val(VOTE), "source")
        .expr_as(said(vote::Column::OrganizationId), "one")
        .expr_as(said(vote::Column::CastBy), "other")
        .expr_as(said(vote::Column::Choice), "name")
        .expr_as(said(vote::Column::Request), "word")
        .expr_as(said(vote::Column::Changes), "number")
        .expr_as(said(vote::Column::CastAs), "json")
        .expr_as(said(vote::Column::CastAt), "at")
        .from(vote::Entity)
        .and_where(said(vote::Column::PollId).eq(of_poll.0))
        .and_where(said(vote::Column::OrganizationId).is_in(organizations()))
        .union(UnionType::All, roll)
        .union(UnionType::All, attendances)
        .union(UnionType::All, proxies)
        .union(UnionType::All, poll)
        .to_owned()
}
