//! Lists of candidates: who makes them, and in what order people stand on them.

use domain::{
    access::{Action, Scope},
    elections::parity::Side,
    ids::{AssemblyId, NetworkId},
};
use entities::{
    Unit,
    elections::{candidacy, list},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use super::{
    Candidacy, CandidateList, Election,
    candidacies::{found, not_open_yet},
    voting::election,
};
use crate::{Error, FieldError, FieldProblem, Refusal, Services, Viewer, assemblies::sitting::Sitting, text::fold};

/// Longest name of a list.
const NAME: usize = 120;

/// The list on which somebody stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnList {
    /// One that is there.
    Known(Uuid),
    /// A new one of this name.
    New(String),
}

/// A side as it is stored.
pub(super) fn side(word: &str) -> Option<Side> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

/// The word under which a side is stored.
pub(super) fn word(side: Side) -> &'static str {
    match side {
        Side::Woman => "woman",
        Side::Man => "man",
        Side::Neither => "neither",
    }
}

/// The list on which somebody is going to stand, made where it is new, and the place that comes after the last. Only who
/// made a list, and whoever runs the assembly, adds to it.
///
/// # Errors
/// [`Error::Invalid`] for its name, [`Error::NotFound`], or a refusal.
pub(super) async fn place_on(
    unit: &Unit,
    viewer: &Viewer,
    sitting: &Sitting,
    (item, election): (Uuid, &Election),
    on: Option<OnList>,
) -> Result<Option<(Uuid, i32)>, Error> {
    let wrong = |problem| Err(Error::Invalid(vec![FieldError::new("list", problem)]));
    if !election.rules.by_lists() {
        return Ok(None);
    }
    match on {
        None => wrong(FieldProblem::Missing),
        Some(OnList::Known(id)) => {
            let list = election.lists.iter().find(|list| list.id == id).ok_or(Error::NotFound)?;
            keeps(viewer, sitting, list)?;
            let last = election.candidacies.iter().filter(|it| it.list == Some(id)).map(|it| it.list_place).max();
            Ok(Some((id, last.unwrap_or(0) + 1)))
        }
        Some(OnList::New(name)) => {
            let name = name.trim();
            if name.is_empty() {
                return wrong(FieldProblem::Missing);
            }
            if name.chars().count() > NAME {
                return wrong(FieldProblem::TooLong { limit: NAME });
            }
            if election.lists.iter().any(|list| fold(&list.name) == fold(name)) {
                return wrong(FieldProblem::Taken);
            }
            let id = unit.id();
            let row = list::ActiveModel {
                id: Set(id),
                item_id: Set(item),
                name: Set(name.to_owned()),
                proposed_at: Set(unit.now()),
                proposed_by: Set(viewer.person()?.0),
            };
            list::Entity::insert(row).exec_without_returning(unit.write()).await?;
            Ok(Some((id, 1)))
        }
    }
}

/// Who made a list keeps it, and so does whoever runs the assembly.
fn keeps(viewer: &Viewer, sitting: &Sitting, list: &CandidateList) -> Result<(), Error> {
    let network = NetworkId(sitting.row.network_id);
    if viewer.person().is_ok_and(|person| person.0 == list.proposed_by)
        || viewer.may(Action::RunAssembly, Scope::Network(network))
    {
        return Ok(());
    }
    Err(Refusal::Named("list-not-yours").into())
}

impl Services {
    /// What a candidate declares for the rule of parity, in place of what was said for them. The journal does not hear it:
    /// it is for the rule alone.
    ///
    /// # Errors
    /// Of permission, or a refusal: not the candidate, the vote is open.
    pub async fn declare_side(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        candidacy_id: Uuid,
        side: Side,
    ) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let person = viewer.person()?;
                    let (sitting, item_id, found) = found(unit.read(), &viewer, id, candidacy_id).await?;
                    let member = Scope::Member(NetworkId(sitting.row.network_id), found.organization);
                    viewer.require(Action::RepresentOrganization, member)?;
                    if found.person != Some(person.0) && fold(&found.name) != fold(&viewer.name) {
                        return Err(Refusal::Named("candidacy-not-yours").into());
                    }
                    not_open_yet(unit.read(), &sitting, item_id).await?;
                    let change = candidacy::ActiveModel {
                        id: Set(candidacy_id),
                        side: Set(Some(word(side).to_owned())),
                        ..Default::default()
                    };
                    change.update(unit.write()).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Moves somebody one place up on their list; whoever is first stays.
    ///
    /// # Errors
    /// Of permission, or a refusal: another's list, the vote is open.
    pub async fn move_up_on_list(&self, viewer: &Viewer, id: AssemblyId, candidacy_id: Uuid) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let person = viewer.person()?;
                    let (sitting, item_id, moved) = found(unit.read(), &viewer, id, candidacy_id).await?;
                    let election = election(unit.read(), id, item_id).await?.1;
                    let list = election.lists.iter().find(|list| Some(list.id) == moved.list).ok_or(Error::NotFound)?;
                    keeps(&viewer, &sitting, list)?;
                    not_open_yet(unit.read(), &sitting, item_id).await?;
                    let people: Vec<&Candidacy> = election.on_list(list.id).collect();
                    let at = people.iter().position(|it| it.id == candidacy_id).ok_or(Error::NotFound)?;
                    let Some(before) = at.checked_sub(1).map(|before| people[before]) else { return Ok(()) };
                    for (of, place) in [(moved.id, before.list_place), (before.id, moved.list_place)] {
                        let change =
                            candidacy::ActiveModel { id: Set(of), list_place: Set(Some(place)), ..Default::default() };
                        change.update(unit.write()).await?;
                    }
                    let told = serde_json::json!({
                        "assembly": id, "item": item_id, "list": list.name, "name": moved.name,
                    });
                    unit.record(person, Some(sitting.row.network_id), "candidate_list_ordered", told);
                    Ok(())
                })
            })
            .await
    }
}
