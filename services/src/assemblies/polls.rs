//! The session and its polls: opening and closing. Votes come in between: see [`super::votes`].

use domain::{
    access::{Action, Scope},
    assemblies::{CourseRefused, ItemKind, State, may_close, may_open, may_open_poll},
    ids::{AmendmentId, AssemblyId, NetworkId, OrganizationId, PollId},
    polls::{Choice, Majority, Outcome, PollState, count},
    quorum::quorum_at_close,
};
use entities::assemblies::{assembly, poll, vote};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    drafting::item_of,
    in_network,
    sitting::{Sitting, decision_of, poll_states, polls},
};
use crate::{
    Error, Services, Viewer,
    motions::{Effects, Put},
};

impl Services {
    /// Opens the session.
    ///
    /// # Errors
    /// Of permission, or a refusal.
    pub async fn open_session(&self, viewer: &Viewer, id: AssemblyId) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let sitting = run(unit.read(), &viewer, id).await?;
                    may_open(sitting.state)?;
                    sitting.day_has_come(unit.read(), unit.now()).await?;
                    let change = assembly::ActiveModel {
                        id: Set(id.0),
                        state: Set(State::Open.to_string()),
                        opened_at: Set(Some(unit.now())),
                        ..Default::default()
                    };
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({ "assembly": id, "quorum": sitting.quorum() });
                    unit.record(viewer.person()?, in_network(&sitting.row), "session_opened_by_chair", told);
                    Ok::<_, Error>(())
                })
            })
            .await?;
        self.rooms().changed(id);
        Ok(())
    }

    /// Ends the session. Whoever is still there leaves with it.
    ///
    /// # Errors
    /// Of permission, or a refusal.
    pub async fn close_session(&self, viewer: &Viewer, id: AssemblyId) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let sitting = run(unit.read(), &viewer, id).await?;
                    may_close(sitting.state, &poll_states(&polls(unit.read(), id).await?)?)?;
                    let change = assembly::ActiveModel {
                        id: Set(id.0),
                        state: Set(State::Closed.to_string()),
                        closed_at: Set(Some(unit.now())),
                        ..Default::default()
                    };
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({ "assembly": id });
                    unit.record(viewer.person()?, in_network(&sitting.row), "session_closed", told);
                    Ok::<_, Error>(())
                })
            })
            .await?;
        self.rooms().changed(id);
        Ok(())
    }

    /// Puts the motion of an item to the vote.
    ///
    /// # Errors
    /// Of permission, or a refusal: quorum, another vote, already voted on.
    pub async fn open_poll(&self, viewer: &Viewer, id: AssemblyId, item_id: Uuid) -> Result<PollId, Error> {
        self.put_to_vote(viewer, id, Put::Item(item_id)).await
    }

    /// Puts an amendment to the motion of an item to the vote.
    ///
    /// # Errors
    /// Of permission, or a refusal: quorum, another vote, not its turn, without object.
    pub async fn open_amendment_poll(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        amendment: AmendmentId,
    ) -> Result<PollId, Error> {
        self.put_to_vote(viewer, id, Put::Amendment(amendment)).await
    }

    async fn put_to_vote(&self, viewer: &Viewer, id: AssemblyId, put: Put) -> Result<PollId, Error> {
        let viewer = viewer.clone();
        let opened = self
            .store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let sitting = run(unit.read(), &viewer, id).await?;
                    let item_id = put.item(unit.read()).await?;
                    let amendment_id = put.amendment();
                    let found = item_of(unit.read(), id, item_id).await?;
                    let kind: ItemKind = found.kind.parse()?;
                    if kind != ItemKind::Motion {
                        return Err(CourseRefused::NotAMotion.into());
                    }
                    let all = polls(unit.read(), id).await?;
                    let (here, others): (Vec<_>, Vec<_>) =
                        all.iter().partition(|poll| poll.item_id == item_id && poll.amendment_id == amendment_id);
                    let here = poll_states(here)?.first().copied();
                    let quorum = sitting.quorum_for(decision_of(&found)?);
                    may_open_poll(sitting.state, kind, here, &poll_states(others)?, &quorum)?;
                    let motion = put.check(unit.read()).await?;
                    let rule = sitting.majority_of(&found)?;
                    let poll_id = unit.id();
                    let row = poll::ActiveModel {
                        id: Set(poll_id),
                        assembly_id: Set(id.0),
                        item_id: Set(item_id),
                        amendment_id: Set(amendment_id),
                        state: Set(PollState::Open.to_string()),
                        rule: Set(serde_json::to_value(&rule)?),
                        quorum: Set(serde_json::to_value(&quorum)?),
                        opened_at: Set(unit.now()),
                        closed_at: Set(None),
                        outcome: Set(None),
                    };
                    poll::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    put.open(unit).await?;
                    let told = serde_json::json!({
                        "assembly": id, "poll": poll_id, "item": item_id, "title": found.title, "text": found.text,
                        "motion": motion, "decision": found.decision, "rule": rule, "quorum": quorum,
                    });
                    unit.record(viewer.person()?, in_network(&sitting.row), "poll_opened", told);
                    Ok::<_, Error>(PollId(poll_id))
                })
            })
            .await?;
        self.rooms().changed(id);
        Ok(opened)
    }

    /// Closes a poll and counts it.
    ///
    /// # Errors
    /// Of permission, or a refusal when it is closed already.
    pub async fn close_poll(&self, viewer: &Viewer, poll: PollId) -> Result<(AssemblyId, Outcome), Error> {
        let viewer = viewer.clone();
        let (id, outcome) = self
            .store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let row = poll::Entity::find_by_id(poll.0).one(unit.read()).await?.ok_or(Error::NotFound)?;
                    let sitting = run(unit.read(), &viewer, AssemblyId(row.assembly_id)).await?;
                    if row.state.parse::<PollState>()? == PollState::Closed {
                        return Err(domain::polls::CastRefused::Closed.into());
                    }
                    let found = item_of(unit.read(), AssemblyId(row.assembly_id), row.item_id).await?;
                    if found.kind.parse::<ItemKind>()? != ItemKind::Motion {
                        return Err(CourseRefused::NotAMotion.into());
                    }
                    let votes = votes(unit.read(), poll).await?;
                    let voted = votes.iter().map(|(organization, _)| *organization).collect();
                    let rule = sitting.quorum_rule(decision_of(&found)?);
                    let quorum = quorum_at_close(&rule, &sitting.roll, &sitting.presence, &voted);
                    let rule: Majority = serde_json::from_value(row.rule.clone())?;
                    let outcome = count(rule, &sitting.roll, &sitting.presence, &votes, quorum);
                    let effects = Effects::of(unit.read(), &row, outcome.adopted()).await?;
                    let change = poll::ActiveModel {
                        id: Set(poll.0),
                        state: Set(PollState::Closed.to_string()),
                        closed_at: Set(Some(unit.now())),
                        outcome: Set(Some(serde_json::to_value(&outcome)?)),
                        ..Default::default()
                    };
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({ "assembly": row.assembly_id, "poll": poll, "outcome": outcome });
                    unit.record(viewer.person()?, in_network(&sitting.row), "poll_closed", told);
                    effects.write(unit, &viewer, sitting.row.network_id).await?;
                    Ok::<_, Error>((AssemblyId(row.assembly_id), outcome))
                })
            })
            .await?;
        self.rooms().changed(id);
        Ok((id, outcome))
    }
}

/// An assembly that the viewer runs.
async fn run(database: &impl ConnectionTrait, viewer: &Viewer, id: AssemblyId) -> Result<Sitting, Error> {
    let sitting = Sitting::load(database, id).await?;
    viewer.require(Action::RunAssembly, Scope::Network(NetworkId(sitting.row.network_id)))?;
    Ok(sitting)
}

/// The votes of a poll.
pub(crate) async fn votes(
    database: &impl ConnectionTrait,
    poll: PollId,
) -> Result<Vec<(OrganizationId, Choice)>, Error> {
    vote::Entity::find()
        .filter(vote::Column::PollId.eq(poll.0))
        .all(database)
        .await?
        .into_iter()
        .map(|row| Ok((OrganizationId(row.organization_id), row.choice.parse()?)))
        .collect()
}
