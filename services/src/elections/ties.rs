//! A tie that the count leaves to the assembly: the run-off, or the assembly's own decision.

use domain::{
    assemblies::{CourseRefused, ItemKind, State},
    elections::{Declared, TieRefused},
    ids::{AssemblyId, PollId},
};
use entities::{
    Unit,
    assemblies::{item, poll},
    elections::{candidacy, election, list},
};
use i18n::t;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    Candidacy, Election,
    opening::{Opening, may_open, open},
    voting::{election, run},
};
use crate::{
    Error, FieldError, FieldProblem, Refusal, Services, Viewer,
    assemblies::sitting::{Sitting, polls},
    networks::network_by_id,
};

/// Longest reason.
const REASON: usize = 2_000;

/// A closed election with its tie.
struct Open {
    sitting: Sitting,
    item: item::Model,
    election: Election,
    declared: Declared,
    poll: PollId,
}

impl Services {
    /// Writes down what the assembly decides of a tie: who of the tied, and why.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`] for a reason that is too long, or a refusal: no tie, not among the tied, another
    /// number than there are seats, no reason.
    pub async fn decide_tie(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        item_id: Uuid,
        chosen: Vec<String>,
        reason: String,
    ) -> Result<Declared, Error> {
        if reason.chars().count() > REASON {
            return Err(Error::Invalid(vec![FieldError::new("reason", FieldProblem::TooLong { limit: REASON })]));
        }
        self.in_room(viewer, id, move |unit, viewer| {
            let (chosen, reason) = (chosen.clone(), reason.clone());
            Box::pin(async move {
                let open = tied(unit, viewer, id, item_id).await?;
                let declared = open.declared.decide(&open.election.rules, &open.election.paper, &chosen, &reason)?;
                let change = election::ActiveModel {
                    item_id: Set(item_id),
                    declared: Set(Some(serde_json::to_value(&declared)?)),
                    ..Default::default()
                };
                change.update(unit.write()).await?;
                let told = serde_json::json!({
                    "assembly": id, "poll": open.poll, "item": item_id, "decided": declared.decided,
                });
                unit.record(viewer.person()?, Some(open.sitting.row.network_id), "election_decided", told);
                Ok(declared)
            })
        })
        .await
    }

    /// Holds a run-off: an election between exactly the tied for exactly the seats that are left, directly after the
    /// first, and open at once. What was acknowledged at the first opening holds for it too: who votes is counted alike.
    ///
    /// # Errors
    /// Of permission, or a refusal: no tie, another vote, quorum.
    pub async fn hold_runoff(&self, viewer: &Viewer, id: AssemblyId, item_id: Uuid) -> Result<Uuid, Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let first = tied(unit, viewer, id, item_id).await?;
                let (rules, tied) = first.declared.runoff(&first.election.rules, &first.election.paper)?;
                let (network, locale) = {
                    let network = network_by_id(unit.read(), first.sitting.row.network_id).await?;
                    (network.id.0, network.locale)
                };
                let added = item::Model {
                    id: unit.id(),
                    position: first.item.position + 1,
                    title: t!(locale, "lists-runoff-title", title = first.item.title.clone()),
                    text: String::new(),
                    kind: ItemKind::Election.to_string(),
                    ..first.item.clone()
                };
                let opening = Opening {
                    sitting: &first.sitting,
                    item: &added,
                    election: &first.election,
                    runoff_of: Some(first.poll),
                };
                may_open(unit, &opening).await?;
                make_room(unit, id, first.item.position).await?;
                let row = added.clone().into_active_model().reset_all();
                item::Entity::insert(row).exec_without_returning(unit.write()).await?;
                let row = election::ActiveModel {
                    item_id: Set(added.id),
                    rules: Set(serde_json::to_value(&rules)?),
                    candidacies_until: Set(None),
                    paper: Set(None),
                    declared: Set(None),
                    runoff_of: Set(Some(item_id)),
                };
                election::Entity::insert(row).exec_without_returning(unit.write()).await?;
                stand_again(unit, &first, &tied.between, added.id).await?;
                let told = serde_json::json!({
                    "assembly": id, "item": added.id, "title": added.title, "runoff_of": first.poll,
                });
                unit.record(viewer.person()?, Some(network), "agenda_item_added", told);
                let again = election(unit.read(), id, added.id).await?.1;
                open(unit, viewer, Opening { election: &again, ..opening }).await?;
                Ok(added.id)
            })
        })
        .await
    }
}

/// A closed election whose tie nobody has decided, while the session lasts.
async fn tied(unit: &Unit, viewer: &Viewer, id: AssemblyId, item_id: Uuid) -> Result<Open, Error> {
    let (sitting, item, election) = run(unit.read(), viewer, id, item_id).await?;
    if sitting.state != State::Open {
        return Err(CourseRefused::NotNow { state: sitting.state }.into());
    }
    if election.runoff.is_some() {
        return Err(Refusal::Named("election-runoff-held").into());
    }
    let poll: Option<poll::Model> = polls(unit.read(), id).await?.into_iter().find(|poll| poll.item_id == item_id);
    let (Some(poll), Some(declared)) = (poll, election.declared.clone()) else { return Err(TieRefused::NoTie.into()) };
    Ok(Open { sitting, item, election, declared, poll: PollId(poll.id) })
}

/// Moves what comes after a place of the agenda one place down, the last first: two items never share one.
async fn make_room(unit: &Unit, id: AssemblyId, after: i32) -> Result<(), Error> {
    let later = item::Entity::find()
        .filter(item::Column::AssemblyId.eq(id.0))
        .filter(item::Column::Position.gt(after))
        .order_by_desc(item::Column::Position)
        .all(unit.read())
        .await?;
    for item in later {
        let change = item::ActiveModel { id: Set(item.id), position: Set(item.position + 1), ..Default::default() };
        change.update(unit.write()).await?;
    }
    Ok(())
}

/// The tied stand again under the run-off: with their consent, which was for this office.
async fn stand_again(unit: &Unit, first: &Open, between: &[String], item: Uuid) -> Result<(), Error> {
    let elected: Vec<&str> = first.declared.elected().collect();
    let by_lists = first.election.rules.by_lists();
    let rows = candidacy::Entity::find()
        .filter(candidacy::Column::ItemId.eq(first.item.id))
        .filter(candidacy::Column::WithdrawnAt.is_null())
        .all(unit.read())
        .await?;
    let lists = list::Entity::find().filter(list::Column::ItemId.eq(first.item.id)).all(unit.read()).await?;
    let mut copies = Vec::new();
    for list in lists.into_iter().filter(|list| between.contains(&list.name)) {
        let copy = list::Model { id: unit.id(), item_id: item, ..list.clone() };
        copies.push((list.id, copy.id));
        list::Entity::insert(copy.into_active_model().reset_all()).exec_without_returning(unit.write()).await?;
    }
    for row in rows {
        if !Candidacy::from(row.clone()).stands() || elected.contains(&row.name.as_str()) {
            continue;
        }
        let copy = row.list_id.and_then(|of| copies.iter().find(|(list, _)| *list == of)).map(|(_, copy)| *copy);
        let is_tied = if by_lists { copy.is_some() } else { between.contains(&row.name) };
        if !is_tied {
            continue;
        }
        let again = candidacy::Model { id: unit.id(), item_id: item, list_id: copy, ..row };
        candidacy::Entity::insert(again.into_active_model().reset_all()).exec_without_returning(unit.write()).await?;
    }
    Ok(())
}
