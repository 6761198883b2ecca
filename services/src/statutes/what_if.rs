//! "What if": the draft's rules on the network's past votes.

use chrono::NaiveDate;
use domain::{
    access::{Action, Scope},
    assemblies::AssemblyRules,
    ballots::Carries,
    ids::{AssemblyId, PollId},
    polls::{Majority, Outcome, PollState},
    statutes::{Decision, PastPoll, PastVotes, replay},
};
use entities::assemblies::{assembly, attendance, item, poll, proxy, roll_entry};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    Error, Services, Viewer,
    assemblies::{
        polls::votes,
        sitting::{decision_of, presence_at, stored_entry},
    },
    ballots::{form_of, read},
    networks::Network,
};

/// A vote of the past, decided twice.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// In which assembly.
    pub assembly: AssemblyId,
    /// What it is called.
    pub assembly_title: String,
    /// Its day.
    pub held_on: NaiveDate,
    /// What was voted on.
    pub title: String,
    /// What kind of decision it was.
    pub decision: Decision,
    /// By the rules of its day.
    pub was: Outcome,
    /// By the other rules.
    pub would: Outcome,
}

impl Replayed {
    /// Whether the other rules decide otherwise.
    #[must_use]
    pub fn changed(&self) -> bool {
        self.was.verdict != self.would.verdict
    }
}

impl Services {
    /// Every closed vote of a network, decided again by other rules; the latest assembly first.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn what_if(
        &self,
        viewer: &Viewer,
        network: &Network,
        rules: &AssemblyRules,
    ) -> Result<Vec<Replayed>, Error> {
        viewer.require(Action::ManageStatutes, Scope::Network(network.id))?;
        let database = self.store().read();
        let assemblies = assembly::Entity::find()
            .filter(assembly::Column::NetworkId.eq(network.id.0))
            .order_by_desc(assembly::Column::StartsAt)
            .all(database)
            .await?;
        let mut replayed = Vec::new();
        for assembly in assemblies {
            replayed.extend(replayed_in(database, &assembly, rules).await?);
        }
        Ok(replayed)
    }
}

async fn replayed_in(
    database: &impl ConnectionTrait,
    held: &assembly::Model,
    rules: &AssemblyRules,
) -> Result<Vec<Replayed>, Error> {
    let polls = poll::Entity::find()
        .filter(poll::Column::AssemblyId.eq(held.id))
        .filter(poll::Column::State.eq(PollState::Closed.as_str()))
        .order_by_asc(poll::Column::OpenedAt)
        .all(database)
        .await?;
    if polls.is_empty() {
        return Ok(Vec::new());
    }
    let items = item::Entity::find().filter(item::Column::AssemblyId.eq(held.id)).all(database).await?;
    let roll = roll_entry::Entity::find()
        .filter(roll_entry::Column::AssemblyId.eq(held.id))
        .all(database)
        .await?
        .into_iter()
        .map(stored_entry)
        .collect::<Result<Vec<_>, _>>()?;
    let attendances =
        attendance::Entity::find().filter(attendance::Column::AssemblyId.eq(held.id)).all(database).await?;
    let proxies = proxy::Entity::find().filter(proxy::Column::AssemblyId.eq(held.id)).all(database).await?;
    let kind = held.kind.parse()?;
    let mut replayed = Vec::new();
    for poll in polls {
        let (Some(closed_at), Some(outcome)) = (poll.closed_at, poll.outcome) else { continue };
        let Some(item) = items.iter().find(|item| item.id == poll.item_id) else { continue };
        let decision = decision_of(item)?;
        let presence = presence_at(&attendances, &proxies, closed_at);
        let id = PollId(poll.id);
        let votes = votes(database, id).await?;
        let (voted, ballots) = match form_of(database, id).await?.secret {
            Some(_) => read(database, id).await.map(Some)?,
            None => None,
        }
        .unzip();
        let rule: Majority = serde_json::from_value(poll.rule)?;
        let cast = match (&voted, &ballots) {
            (Some(voted), Some(ballots)) => PastVotes::Secret { voted, carries: Carries::of(&rule), ballots },
            _ => PastVotes::Named(&votes),
        };
        let past =
            PastPoll { kind, decision, second: held.second_of.is_some(), roll: &roll, presence: &presence, cast };
        // A secret ballot that does not carry what the draft counts is not counted by guess.
        let Some(would) = replay(rules, &past) else { continue };
        replayed.push(Replayed {
            assembly: AssemblyId(held.id),
            assembly_title: held.title.clone(),
            held_on: held.held_on,
            title: item.title.clone(),
            decision,
            was: serde_json::from_value(outcome)?,
            would,
        });
    }
    Ok(replayed)
}
