//! The opening of a vote: from here on the paper stands.

use domain::{
    access::{Action, Scope},
    assemblies::{ItemKind, may_open_poll},
    elections::{Name, TieRule, parity, statutory_unit},
    ids::{AssemblyId, NetworkId, PollId},
    polls::PollState,
};
use entities::{
    Unit,
    assemblies::{item, poll},
    elections::election,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use super::{Candidacy, Election, sheet, voting::run};
use crate::{
    Error, Refusal, Services, Viewer,
    assemblies::sitting::{Sitting, decision_of, poll_states, polls},
};

/// An election that is about to open.
pub(super) struct Opening<'o> {
    /// The assembly.
    pub sitting: &'o Sitting,
    /// The item under which it stands.
    pub item: &'o item::Model,
    /// The election with who stands.
    pub election: &'o Election,
    /// The poll of the election whose tie it decides.
    pub runoff_of: Option<PollId>,
}

impl Services {
    /// Puts an election to the vote: from here on the paper stands. Where a ballot would show whose it is by its number of
    /// voices, or where it is counted otherwise than the statutes say, whoever opens has to say that this is known.
    ///
    /// # Errors
    /// Of permission, or a refusal: quorum, another vote, nobody stands, a list that does not keep the rule of parity.
    pub async fn open_election(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        item_id: Uuid,
        acknowledged: bool,
    ) -> Result<PollId, Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let (sitting, found, election) = run(unit.read(), viewer, id, item_id).await?;
                let opening = Opening { sitting: &sitting, item: &found, election: &election, runoff_of: None };
                may_open(unit, &opening).await?;
                let rules = &election.rules;
                if !rules.recognizable(&sitting.roll).is_empty() && !acknowledged {
                    return Err(Refusal::Named("election-recognizable").into());
                }
                if statutory_unit(&sitting.rules).is_some_and(|unit| unit != rules.unit) && !acknowledged {
                    return Err(Refusal::Named("election-departs").into());
                }
                open(unit, viewer, opening).await
            })
        })
        .await
    }
}

/// Whether a vote may open now.
pub(super) async fn may_open(unit: &Unit, opening: &Opening<'_>) -> Result<(), Error> {
    let Opening { sitting, item, .. } = opening;
    let all = polls(unit.read(), AssemblyId(sitting.row.id)).await?;
    let (here, others): (Vec<_>, Vec<_>) = all.iter().partition(|poll| poll.item_id == item.id);
    let here = poll_states(here)?.first().copied();
    let quorum = sitting.quorum_for(decision_of(item)?);
    Ok(may_open_poll(sitting.state, ItemKind::Election, here, &poll_states(others)?, &quorum)?)
}

/// Opens a vote and writes down its paper.
pub(super) async fn open(unit: &Unit, viewer: &Viewer, opening: Opening<'_>) -> Result<PollId, Error> {
    let Opening { sitting, item, election, runoff_of } = opening;
    let id = AssemblyId(sitting.row.id);
    viewer.require(Action::RunAssembly, Scope::Network(NetworkId(sitting.row.network_id)))?;
    let lines = paper(sitting, election)?;
    if lines.is_empty() {
        return Err(Refusal::Named("election-no-candidates").into());
    }
    let names: Vec<Name> = sheet::names(&lines, &election.candidacies, &election.lists);
    let mut rules = election.rules.clone();
    if rules.ties == TieRule::Lot {
        rules.seed = Some(Uuid::new_v4().simple().to_string());
    }
    let quorum = sitting.quorum_for(decision_of(item)?);
    let poll_id = unit.id();
    let row = poll::ActiveModel {
        id: Set(poll_id),
        assembly_id: Set(id.0),
        item_id: Set(item.id),
        amendment_id: Set(None),
        state: Set(PollState::Open.to_string()),
        rule: Set(serde_json::to_value(sitting.majority_of(item)?)?),
        quorum: Set(serde_json::to_value(&quorum)?),
        opened_at: Set(unit.now()),
        closed_at: Set(None),
        outcome: Set(None),
    };
    poll::Entity::insert(row).exec_without_returning(unit.write()).await?;
    let change = election::ActiveModel {
        item_id: Set(item.id),
        rules: Set(serde_json::to_value(&rules)?),
        paper: Set(Some(serde_json::to_value(lines)?)),
        ..Default::default()
    };
    change.update(unit.write()).await?;
    let candidates: Vec<&str> = names.iter().map(|name| name.name.as_str()).collect();
    let departs = statutory_unit(&sitting.rules).filter(|unit| *unit != rules.unit);
    let told = serde_json::json!({
        "assembly": id, "poll": poll_id, "item": item.id, "title": item.title, "decision": item.decision,
        "rules": rules, "candidates": candidates, "paper": names, "quorum": quorum, "runoff_of": runoff_of,
        "departs_from": departs,
    });
    unit.record(viewer.person()?, Some(sitting.row.network_id), "election_opened", told);
    Ok(PollId(poll_id))
}

/// The paper with those who stand now.
fn paper(sitting: &Sitting, election: &Election) -> Result<Vec<sheet::Line>, Error> {
    if election.rules.by_lists() {
        let mut lines = Vec::new();
        for list in &election.lists {
            let people: Vec<&Candidacy> = election.on_list(list.id).filter(|candidacy| candidacy.stands()).collect();
            if people.is_empty() {
                continue;
            }
            if let Some(rule) = election.rules.parity {
                let sides: Vec<parity::Side> =
                    people.iter().map(|candidacy| candidacy.side.unwrap_or(parity::Side::Neither)).collect();
                parity::check(rule, &sides)
                    .map_err(|unbalanced| Refusal::Parity { list: list.name.clone(), unbalanced })?;
            }
            lines.push(sheet::Line::List { list: list.id, people: people.iter().map(|it| it.id).collect() });
        }
        return Ok(lines);
    }
    let line = |candidacy: &Candidacy| match sitting.entry(candidacy.organization) {
        Some(entry) if !election.rules.reserved.is_empty() => {
            sheet::Line::OfCollege { candidacy: candidacy.id, college: reserved_name(election, entry) }
        }
        _ => sheet::Line::Candidate(candidacy.id),
    };
    Ok(election.candidacies.iter().filter(|candidacy| candidacy.stands()).map(line).collect())
}

/// The name of a college as the election says it where it reserves seats for it, else as the roll does.
fn reserved_name(election: &Election, entry: &domain::colleges::RollEntry) -> String {
    let reserved = election.rules.reserved.iter().find(|of| of.college == entry.college);
    reserved.map_or_else(|| entry.college_name.clone(), |of| of.name.clone())
}
