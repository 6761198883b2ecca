//! The session and its polls: opening and closing. Votes come in between: see [`super::votes`].

use std::collections::BTreeSet;

use domain::{
    access::{Action, Scope},
    assemblies::{CourseRefused, ItemKind, State, may_close, may_open, may_open_poll},
    ballots::Said,
    ids::{AmendmentId, AssemblyId, NetworkId, OrganizationId, PollId},
    polls::{Majority, Outcome, PollState, count, count_ballots},
    quorum::quorum_at_close,
};
use entities::{
    Unit,
    assemblies::{assembly, item, poll, vote},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    drafting::item_of,
    floor, in_network, minutes_approval,
    sitting::{Sitting, decision_of, poll_states, polls},
};
use crate::{
    Error, Refusal, Services, Viewer,
    ballots::{Form, Manner, QUESTIONS, empty, form_of, forms, held},
    motions::{Effects, Put},
};

impl Services {
    /// Opens the session.
    ///
    /// # Errors
    /// Of permission, or a refusal.
    pub async fn open_session(&self, viewer: &Viewer, id: AssemblyId) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let sitting = run(unit.read(), viewer, id).await?;
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
                Ok(())
            })
        })
        .await
    }

    /// Ends the session. Whoever is still there leaves with it.
    ///
    /// # Errors
    /// Of permission, or a refusal.
    pub async fn close_session(&self, viewer: &Viewer, id: AssemblyId) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let sitting = run(unit.read(), viewer, id).await?;
                may_close(sitting.state, &poll_states(&polls(unit.read(), id).await?)?)?;
                let change = assembly::ActiveModel {
                    id: Set(id.0),
                    state: Set(State::Closed.to_string()),
                    closed_at: Set(Some(unit.now())),
                    ..Default::default()
                };
                change.update(unit.write()).await?;
                floor::end_speech(unit, id).await?;
                let told = serde_json::json!({ "assembly": id });
                unit.record(viewer.person()?, in_network(&sitting.row), "session_closed", told);
                Ok(())
            })
        })
        .await
    }

    /// Puts the motion of an item to the vote.
    ///
    /// # Errors
    /// Of permission, or a refusal: quorum, another vote, already voted on.
    pub async fn open_poll(&self, viewer: &Viewer, id: AssemblyId, item_id: Uuid) -> Result<PollId, Error> {
        self.put_to_vote(viewer, id, vec![Put::Item(item_id)], (1, Manner::default())).await
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
        self.put_to_vote(viewer, id, vec![Put::Amendment(amendment)], (1, Manner::default())).await
    }

    /// Puts a question to the vote in a manner that whoever chairs chooses: an item or an amendment.
    ///
    /// # Errors
    /// As of the two above, or a refusal where secret ballots would show whose they are.
    pub async fn open_poll_held(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        question: Result<Uuid, AmendmentId>,
        manner: Manner,
    ) -> Result<PollId, Error> {
        let put = question.map_or_else(Put::Amendment, Put::Item);
        self.put_to_vote(viewer, id, vec![put], (1, manner)).await
    }

    /// Puts several items to the vote on one ballot, each with its own majority and result.
    ///
    /// # Errors
    /// As for one; then none is put to the vote.
    pub async fn open_polls_together(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        items: &[Uuid],
        manner: Manner,
    ) -> Result<PollId, Error> {
        self.put_to_vote(viewer, id, items.iter().copied().map(Put::Item).collect(), (2, manner)).await
    }

    async fn put_to_vote(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        puts: Vec<Put>,
        (fewest, manner): (usize, Manner),
    ) -> Result<PollId, Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            let puts = puts.clone();
            Box::pin(async move {
                let sitting = run(unit.read(), viewer, id).await?;
                let different: BTreeSet<Uuid> = puts.iter().map(|put| put.question()).collect();
                if puts.len() < fewest || puts.len() > QUESTIONS || different.len() < puts.len() {
                    return Err(Refusal::Named("together-choose").into());
                }
                let all = polls(unit.read(), id).await?;
                let mut asked = Vec::new();
                for put in puts {
                    let item_id = put.item(unit.read()).await?;
                    asked.push((put, item_of(unit.read(), id, item_id).await?));
                }
                let questions: Vec<_> = asked.iter().map(|(put, found)| (put.question(), found)).collect();
                let secret = held(unit.read(), &sitting, &questions, manner).await?;
                let together = (asked.len() > 1).then(|| unit.id());
                let mut first = None;
                for (put, found) in asked {
                    let opened =
                        put_one(unit, viewer, &sitting, &all, (put, &found), Form { secret, together }).await?;
                    first = first.or(Some(opened));
                }
                first.ok_or(Error::NotFound)
            })
        })
        .await
    }

    /// Closes all open votes of an assembly that were put to the vote together with this one.
    ///
    /// # Errors
    /// Of permission, or a refusal when it is closed already.
    pub async fn close_polls_together(&self, viewer: &Viewer, poll: PollId) -> Result<AssemblyId, Error> {
        let viewer = viewer.clone();
        let id = self
            .store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let row = poll::Entity::find_by_id(poll.0).one(unit.read()).await?.ok_or(Error::NotFound)?;
                    let id = AssemblyId(row.assembly_id);
                    let together = form_of(unit.read(), poll).await?.together;
                    let open = polls(unit.read(), id).await?;
                    let open: Vec<_> = open.into_iter().filter(|poll| poll.state == PollState::Open.as_str()).collect();
                    let forms = forms(unit.read(), &open.iter().map(|poll| poll.id).collect::<Vec<_>>()).await?;
                    let with = |one: &poll::Model| {
                        one.id == poll.0
                            || (together.is_some() && forms.get(&one.id).and_then(|form| form.together) == together)
                    };
                    let group: Vec<_> = open.into_iter().filter(with).collect();
                    if group.is_empty() {
                        return Err(domain::polls::CastRefused::Closed.into());
                    }
                    for row in group {
                        close_one(unit, &viewer, row).await?;
                    }
                    Ok::<_, Error>(id)
                })
            })
            .await?;
        self.rooms().changed(id);
        Ok(id)
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
                    close_one(unit, &viewer, row).await
                })
            })
            .await?;
        self.rooms().changed(id);
        Ok((id, outcome))
    }
}

/// Puts one question to the vote. `all` are the polls there were before: those of the same ballot are not among them.
async fn put_one(
    unit: &Unit,
    viewer: &Viewer,
    sitting: &Sitting,
    all: &[poll::Model],
    (put, found): (Put, &item::Model),
    form: Form,
) -> Result<PollId, Error> {
    let (id, item_id, amendment_id) = (AssemblyId(sitting.row.id), found.id, put.amendment());
    let kind: ItemKind = found.kind.parse()?;
    if kind != ItemKind::Motion {
        return Err(CourseRefused::NotAMotion.into());
    }
    let (here, others): (Vec<_>, Vec<_>) =
        all.iter().partition(|poll| poll.item_id == item_id && poll.amendment_id == amendment_id);
    let here = poll_states(here)?.first().copied();
    let quorum = sitting.quorum_for(decision_of(found)?);
    may_open_poll(sitting.state, kind, here, &poll_states(others)?, &quorum)?;
    let motion = put.check(unit.read()).await?;
    let rule = sitting.majority_of(found)?;
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
    form.store(unit, poll_id).await?;
    put.open(unit).await?;
    let mut told = serde_json::json!({
        "assembly": id, "poll": poll_id, "item": item_id, "title": found.title, "text": found.text,
        "motion": motion, "decision": found.decision, "rule": rule, "quorum": quorum,
    });
    if let Some(because) = form.secret {
        told["secret"] = serde_json::json!(because);
    }
    if let Some(together) = form.together {
        told["together"] = serde_json::json!(together);
    }
    unit.record(viewer.person()?, in_network(&sitting.row), "poll_opened", told);
    Ok(PollId(poll_id))
}

/// Closes a poll, counts it, and does to the texts what follows.
async fn close_one(unit: &Unit, viewer: &Viewer, row: poll::Model) -> Result<(AssemblyId, Outcome), Error> {
    let (id, poll) = (AssemblyId(row.assembly_id), PollId(row.id));
    let sitting = run(unit.read(), viewer, id).await?;
    if row.state.parse::<PollState>()? == PollState::Closed {
        return Err(domain::polls::CastRefused::Closed.into());
    }
    let found = item_of(unit.read(), id, row.item_id).await?;
    if found.kind.parse::<ItemKind>()? != ItemKind::Motion {
        return Err(CourseRefused::NotAMotion.into());
    }
    let quorum_rule = sitting.quorum_rule(decision_of(&found)?);
    let rule: Majority = serde_json::from_value(row.rule.clone())?;
    let mut told = serde_json::json!({ "assembly": id, "poll": poll });
    let outcome = if form_of(unit.read(), poll).await?.secret.is_some() {
        crate::tellers::urn_signed_off(unit.read(), id, poll).await?;
        let (voted, ballots) = empty(unit, poll).await?;
        let quorum = quorum_at_close(&quorum_rule, &sitting.roll, &sitting.presence, &voted);
        told["voted"] = serde_json::json!(voted);
        told["ballots"] = serde_json::json!(ballots);
        count_ballots(&rule, &sitting.roll, &sitting.presence, (&voted, &ballots), quorum)
    } else {
        let rows = rows(unit.read(), poll).await?;
        crate::tellers::all_signed_off(unit.read(), id, poll, &rows).await?;
        let votes = said(rows)?;
        let voted = votes.iter().map(|(organization, _)| *organization).collect();
        let quorum = quorum_at_close(&quorum_rule, &sitting.roll, &sitting.presence, &voted);
        count(rule, &sitting.roll, &sitting.presence, &votes, quorum)
    };
    told["outcome"] = serde_json::json!(outcome);
    let effects = Effects::of(unit.read(), &row, outcome.adopted()).await?;
    let change = poll::ActiveModel {
        id: Set(poll.0),
        state: Set(PollState::Closed.to_string()),
        closed_at: Set(Some(unit.now())),
        outcome: Set(Some(serde_json::to_value(&outcome)?)),
        ..Default::default()
    };
    change.update(unit.write()).await?;
    unit.record(viewer.person()?, in_network(&sitting.row), "poll_closed", told);
    effects.write(unit, viewer, sitting.row.network_id).await?;
    let adopted = row.amendment_id.is_none() && outcome.adopted();
    minutes_approval::decided(unit, viewer, &sitting.row, (row.item_id, poll), adopted).await?;
    Ok((id, outcome))
}

/// An assembly that the viewer runs.
async fn run(database: &impl ConnectionTrait, viewer: &Viewer, id: AssemblyId) -> Result<Sitting, Error> {
    let sitting = Sitting::load(database, id).await?;
    viewer.require(Action::RunAssembly, Scope::Network(NetworkId(sitting.row.network_id)))?;
    Ok(sitting)
}

/// The votes of a poll.
pub(crate) async fn votes(database: &impl ConnectionTrait, poll: PollId) -> Result<Vec<(OrganizationId, Said)>, Error> {
    said(rows(database, poll).await?)
}

async fn rows(database: &impl ConnectionTrait, poll: PollId) -> Result<Vec<vote::Model>, Error> {
    Ok(vote::Entity::find().filter(vote::Column::PollId.eq(poll.0)).all(database).await?)
}

fn said(rows: Vec<vote::Model>) -> Result<Vec<(OrganizationId, Said)>, Error> {
    rows.into_iter().map(|row| Ok((OrganizationId(row.organization_id), row.choice.parse()?))).collect()
}
