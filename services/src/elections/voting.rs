//! The vote: opening, ballots, close.

use domain::{
    access::{Action, Scope},
    assemblies::{CourseRefused, ItemKind, may_open_poll},
    elections::{Declared, Marks, Paper, TieRule, declare},
    ids::{AssemblyId, NetworkId, OrganizationId, PollId},
    polls::{CastRefused, PollState, Voter, may_cast},
    quorum::quorum_at_close,
};
use entities::{
    assemblies::{item, poll},
    elections::election,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait};
use uuid::Uuid;

use super::{Candidacy, Election, of_items, secrecy};
use crate::{
    Error, Refusal, Services, Viewer,
    assemblies::{
        drafting::{item_of, visible},
        sitting::{Sitting, decision_of, poll_states, polls},
    },
    networks::network_by_id,
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
    /// Puts an election to the vote: from here on the paper stands. Where a ballot would show whose it is by its number of
    /// voices, whoever opens has to say that this is known.
    ///
    /// # Errors
    /// Of permission, or a refusal: quorum, another vote, nobody stands.
    pub async fn open_election(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        item_id: Uuid,
        acknowledged: bool,
    ) -> Result<PollId, Error> {
        let viewer = viewer.clone();
        let opened = self
            .store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let (sitting, found, election) = run(unit.read(), &viewer, id, item_id).await?;
                    let all = polls(unit.read(), id).await?;
                    let (here, others): (Vec<_>, Vec<_>) = all.iter().partition(|poll| poll.item_id == item_id);
                    let here = poll_states(here)?.first().copied();
                    let quorum = sitting.quorum_for(decision_of(&found)?);
                    may_open_poll(sitting.state, ItemKind::Election, here, &poll_states(others)?, &quorum)?;
                    let standing: Vec<&Candidacy> =
                        election.candidacies.iter().filter(|candidacy| candidacy.stands()).collect();
                    if standing.is_empty() {
                        return Err(Refusal::Named("election-no-candidates").into());
                    }
                    let mut rules = election.rules.clone();
                    if !rules.recognizable(&sitting.roll).is_empty() && !acknowledged {
                        return Err(Refusal::Named("election-recognizable").into());
                    }
                    if rules.ties == TieRule::Lot {
                        rules.seed = Some(Uuid::new_v4().simple().to_string());
                    }
                    let majority = sitting.majority_of(&found)?;
                    let poll_id = unit.id();
                    let row = poll::ActiveModel {
                        id: Set(poll_id),
                        assembly_id: Set(id.0),
                        item_id: Set(item_id),
                        amendment_id: Set(None),
                        state: Set(PollState::Open.to_string()),
                        rule: Set(serde_json::to_value(&majority)?),
                        quorum: Set(serde_json::to_value(&quorum)?),
                        opened_at: Set(unit.now()),
                        closed_at: Set(None),
                        outcome: Set(None),
                    };
                    poll::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    let order: Vec<Uuid> = standing.iter().map(|candidacy| candidacy.id).collect();
                    let change = election::ActiveModel {
                        item_id: Set(item_id),
                        rules: Set(serde_json::to_value(&rules)?),
                        paper: Set(Some(serde_json::to_value(order)?)),
                        ..Default::default()
                    };
                    change.update(unit.write()).await?;
                    let names: Vec<&str> = standing.iter().map(|candidacy| candidacy.name.as_str()).collect();
                    let told = serde_json::json!({
                        "assembly": id, "poll": poll_id, "item": item_id, "title": found.title,
                        "decision": found.decision, "rules": rules, "candidates": names, "quorum": quorum,
                    });
                    unit.record(viewer.person()?, Some(sitting.row.network_id), "election_opened", told);
                    Ok::<_, Error>(PollId(poll_id))
                })
            })
            .await?;
        self.rooms().changed(id);
        Ok(opened)
    }

    /// Takes a ballot. It is not changed any more; the same request twice is one ballot.
    ///
    /// # Errors
    /// Of permission, or a refusal: closed, not yours, not here, cast already, or marks that cannot be read.
    pub async fn cast_ballot(&self, viewer: &Viewer, cast: SecretCast) -> Result<(), Error> {
        viewer.person()?;
        let (viewer, id) = (viewer.clone(), cast.assembly);
        self.store()
            .write(move |unit| {
                let (viewer, cast) = (viewer.clone(), cast.clone());
                Box::pin(async move {
                    let sitting = Sitting::load(unit.read(), cast.assembly).await?;
                    visible(&viewer, &sitting.row)?;
                    if network_by_id(unit.read(), sitting.row.network_id).await?.slug != cast.network {
                        return Err(Error::NotFound);
                    }
                    let election = election(unit.read(), cast.assembly, cast.item).await?.1;
                    let all = polls(unit.read(), cast.assembly).await?;
                    let poll = all.iter().find(|poll| poll.item_id == cast.item);
                    let poll = poll.ok_or(Refusal::Named("election-not-open"))?;
                    let represents = viewer.actor.represents();
                    let voter = Voter { person: viewer.person()?, represents: &represents };
                    let may = may_cast(poll.state.parse()?, &sitting.roll, &sitting.presence, voter, cast.organization);
                    // Sent again because a line broke, perhaps after the close: it is in the box. Only who may vote for
                    // the organization is told.
                    if matches!(may, Ok(_) | Err(CastRefused::Closed))
                        && secrecy::taken(unit.read(), PollId(poll.id), cast.organization, &cast.request).await?
                    {
                        return Ok(());
                    }
                    may?;
                    let paper = Paper::read(election.rules.marking(), &election.paper, &cast.marks)?;
                    let entry = sitting.entry(cast.organization).ok_or(CastRefused::NotOnRoll)?;
                    let weight = election.rules.weight(entry);
                    secrecy::take(unit, PollId(poll.id), cast.organization, cast.request, (&paper, weight)).await
                })
            })
            .await?;
        self.rooms().changed(id);
        Ok(())
    }

    /// Closes the vote and counts it.
    ///
    /// # Errors
    /// Of permission, or a refusal when it is not open.
    pub async fn close_election(&self, viewer: &Viewer, id: AssemblyId, item_id: Uuid) -> Result<Declared, Error> {
        let viewer = viewer.clone();
        let declared = self
            .store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let (sitting, found, election) = run(unit.read(), &viewer, id, item_id).await?;
                    let all = polls(unit.read(), id).await?;
                    let poll = all.iter().find(|poll| poll.item_id == item_id);
                    let poll = poll.ok_or(Refusal::Named("election-not-open"))?;
                    if poll.state.parse::<PollState>()? == PollState::Closed {
                        return Err(CastRefused::Closed.into());
                    }
                    let (voted, ballots) = secrecy::empty(unit, PollId(poll.id)).await?;
                    let rule = sitting.quorum_rule(decision_of(&found)?);
                    let quorum = quorum_at_close(&rule, &sitting.roll, &sitting.presence, &voted);
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
                    Ok::<_, Error>(declared)
                })
            })
            .await?;
        self.rooms().changed(id);
        Ok(declared)
    }
}

/// An election of an assembly that the viewer runs.
async fn run(
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
