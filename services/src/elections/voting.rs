//! The close. How a vote opens stands in `opening`, how ballots come in `casting`.

use domain::{
    access::{Action, Scope},
    assemblies::CourseRefused,
    elections::{Ballot, Declared, Marks, Paper, declare},
    ids::{AssemblyId, NetworkId, OrganizationId, PollId},
    polls::{CastRefused, PollState},
};
use entities::{
    assemblies::{item, poll},
    elections::election,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait};
use uuid::Uuid;

use super::{Election, of_items, secrecy};
use crate::{
    Error, Refusal, Services, Viewer,
    assemblies::{
        drafting::item_of,
        sitting::{Sitting, decision_of, polls},
    },
};

/// A secret ballot on its way in.
#[derive(Clone, Debug)]
pub struct SecretCast {
    /// The word of the network in the address.
    pub network: String,
    /// In which assembly.
    pub assembly: AssemblyId,
    /// Under which item.
    pub item: Uuid,
    /// For whom.
    pub organization: OrganizationId,
    /// What was typed.
    pub marks: Marks,
    /// The form's own key: the same request sent twice is one ballot.
    pub request: String,
}

impl Services {
    /// Closes the vote and counts it.
    ///
    /// # Errors
    /// Of permission, or a refusal when it is not open.
    pub async fn close_election(&self, viewer: &Viewer, id: AssemblyId, item_id: Uuid) -> Result<Declared, Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let (sitting, found, election) = run(unit.read(), viewer, id, item_id).await?;
                let all = polls(unit.read(), id).await?;
                let poll = all.iter().find(|poll| poll.item_id == item_id);
                let poll = poll.ok_or(Refusal::Named("election-not-open"))?;
                if poll.state.parse::<PollState>()? == PollState::Closed {
                    return Err(CastRefused::Closed.into());
                }
                crate::tellers::urn_signed_off(unit.read(), id, PollId(poll.id)).await?;
                let (voted, ballots) = secrecy::empty::<Paper>(unit, PollId(poll.id)).await?;
                let ballots: Vec<Ballot> =
                    ballots.into_iter().map(|(id, paper, weight)| Ballot { id, paper, weight }).collect();
                let rule = sitting.quorum_rule(decision_of(&found)?);
                let quorum = election.rules.quorum_at_close(&rule, &sitting.roll, &sitting.presence, &voted);
                let declared = declare(&election.rules, &election.paper, &ballots, quorum)
                    .map_err(|error| Error::Stored(error.to_string()))?;
                let change = poll::ActiveModel {
                    id: Set(poll.id),
                    state: Set(PollState::Closed.to_string()),
                    closed_at: Set(Some(unit.now())),
                    ..Default::default()
                };
                change.update(unit.write()).await?;
                let change = election::ActiveModel {
                    item_id: Set(item_id),
                    declared: Set(Some(serde_json::to_value(&declared)?)),
                    ..Default::default()
                };
                change.update(unit.write()).await?;
                let told = serde_json::json!({
                    "assembly": id, "poll": poll.id, "names": election.paper, "voted": voted, "ballots": ballots,
                    "declared": declared,
                });
                unit.record(viewer.person()?, Some(sitting.row.network_id), "election_closed", told);
                Ok(declared)
            })
        })
        .await
    }
}

/// An election of an assembly that the viewer runs.
pub(super) async fn run(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    id: AssemblyId,
    item_id: Uuid,
) -> Result<(Sitting, item::Model, Election), Error> {
    let sitting = Sitting::load(database, id).await?;
    viewer.require(Action::RunAssembly, Scope::Network(NetworkId(sitting.row.network_id)))?;
    let (found, election) = election(database, id, item_id).await?;
    Ok((sitting, found, election))
}

/// An item of an assembly and the election under it.
pub(super) async fn election(
    database: &impl ConnectionTrait,
    id: AssemblyId,
    item_id: Uuid,
) -> Result<(item::Model, Election), Error> {
    let found = item_of(database, id, item_id).await?;
    let election = of_items(database, &[item_id]).await?.remove(&item_id).ok_or(CourseRefused::NotAMotion)?;
    Ok((found, election))
}
