//! Who stands: by their own word, or proposed by an organization and with their consent.

use domain::{
    access::{Action, Scope},
    assemblies::{CourseRefused, State},
    elections::{MOST_CANDIDATES, MOST_ON_LISTS, parity::Side},
    ids::{AssemblyId, NetworkId, OrganizationId},
    polls::PollState,
};
use entities::elections::candidacy;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait};
use uuid::Uuid;

use super::{
    Candidacy, Election, ON_PAPER, OWN,
    lists::{OnList, place_on, word},
    voting::election,
};
use crate::{
    Error, FieldError, FieldProblem, Refusal, Services, Viewer,
    assemblies::{
        drafting::visible,
        sitting::{Sitting, polls},
    },
    day_in,
    networks::network_by_id,
    text::fold,
};

/// Longest name.
const NAME: usize = 120;
/// Longest statement: two pages.
const STATEMENT: usize = 5_000;

/// A candidacy on its way in.
#[derive(Clone, Debug)]
pub struct NewCandidacy {
    /// Of which organization the candidate is; it has a vote in the assembly.
    pub organization: OrganizationId,
    /// Who; the viewer where nothing is said.
    pub name: String,
    /// What they say.
    pub statement: String,
    /// On which list, where lists share the seats.
    pub list: Option<OnList>,
    /// What they declare for the rule of parity, where there is one.
    pub side: Option<Side>,
}

impl Services {
    /// Stands for election, or proposes somebody who has to consent.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or a refusal: too late, not convened yet.
    pub async fn propose_candidacy(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        item_id: Uuid,
        new: NewCandidacy,
    ) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, new) = (viewer.clone(), new.clone());
                Box::pin(async move {
                    let person = viewer.person()?;
                    let sitting = Sitting::load(unit.read(), id).await?;
                    visible(&viewer, &sitting.row)?;
                    let network = NetworkId(sitting.row.network_id);
                    let election = election(unit.read(), id, item_id).await?.1;
                    let represents = may_propose(&viewer, &sitting, &election, new.organization)?;
                    let entry = sitting.entry(new.organization).ok_or(Refusal::Named("candidacy-organization"))?;
                    election.elects(entry)?;
                    not_open_yet(unit.read(), &sitting, item_id).await?;
                    let zone = network_by_id(unit.read(), network.0).await?.zone;
                    if election.candidacies_until.is_some_and(|until| day_in(zone, unit.now()) > until) {
                        return Err(Refusal::Named("candidacies-over").into());
                    }
                    let (name, statement) = (new.name.trim(), new.statement.trim());
                    let own = represents && (name.is_empty() || fold(name) == fold(&viewer.name));
                    let name = if own { viewer.name.as_str() } else { name };
                    check(&election, name, statement)?;
                    let on = place_on(unit, &viewer, &sitting, (item_id, &election), new.list.clone()).await?;
                    let side = election.rules.parity.and(new.side);
                    let row = candidacy::ActiveModel {
                        id: Set(unit.id()),
                        item_id: Set(item_id),
                        name: Set(name.to_owned()),
                        organization_id: Set(new.organization.0),
                        organization_name: Set(entry.name.clone()),
                        person_id: Set(own.then_some(person.0)),
                        statement: Set(statement.to_owned()),
                        proposed_at: Set(unit.now()),
                        proposed_by: Set(person.0),
                        consent: Set(own.then(|| OWN.to_owned())),
                        consented_at: Set(own.then(|| unit.now())),
                        consent_recorded_by: Set(own.then_some(person.0)),
                        withdrawn_at: Set(None),
                        list_id: Set(on.map(|(list, _)| list)),
                        list_place: Set(on.map(|(_, place)| place)),
                        side: Set(side.map(|side| word(side).to_owned())),
                    };
                    candidacy::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    let told = serde_json::json!({
                        "assembly": id, "item": item_id, "name": name, "organization": new.organization, "own": own,
                    });
                    unit.record(person, Some(network.0), "candidacy_proposed", told);
                    Ok(())
                })
            })
            .await
    }

    /// Records that a candidate consents: their own word, or a paper that whoever runs the assembly holds.
    ///
    /// # Errors
    /// Of permission, or a refusal: not the candidate, consented already, the vote is open.
    pub async fn consent_to_candidacy(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        candidacy_id: Uuid,
        on_paper: bool,
    ) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let person = viewer.person()?;
                    let (sitting, item_id, found) = found(unit.read(), &viewer, id, candidacy_id).await?;
                    let network = NetworkId(sitting.row.network_id);
                    if on_paper {
                        viewer.require(Action::RunAssembly, Scope::Network(network))?;
                    } else {
                        let member = Scope::Member(network, found.organization);
                        viewer.require(Action::RepresentOrganization, member)?;
                        if fold(&found.name) != fold(&viewer.name) {
                            return Err(Refusal::Named("candidacy-not-yours").into());
                        }
                    }
                    not_open_yet(unit.read(), &sitting, item_id).await?;
                    if found.consented_at.is_some() || found.withdrawn_at.is_some() {
                        return Err(Refusal::Named("candidacy-settled").into());
                    }
                    let consent = if on_paper { ON_PAPER } else { OWN };
                    let change = candidacy::ActiveModel {
                        id: Set(candidacy_id),
                        person_id: Set((!on_paper).then_some(person.0)),
                        consent: Set(Some(consent.to_owned())),
                        consented_at: Set(Some(unit.now())),
                        consent_recorded_by: Set(Some(person.0)),
                        ..Default::default()
                    };
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({
                        "assembly": id, "item": item_id, "name": found.name, "consent": consent,
                    });
                    unit.record(person, Some(network.0), "candidacy_consented", told);
                    Ok(())
                })
            })
            .await
    }

    /// Withdraws a candidacy: by the candidate, who may also decline, by whoever proposed somebody who has not consented, or
    /// by whoever runs the assembly on the candidate's word. During the vote too: ballots are then read as if the name did not stand on them.
    ///
    /// # Errors
    /// Of permission, or a refusal: not the candidate, withdrawn already, the vote is closed.
    pub async fn withdraw_candidacy(&self, viewer: &Viewer, id: AssemblyId, candidacy_id: Uuid) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let person = viewer.person()?;
                let (sitting, item_id, found) = found(unit.read(), viewer, id, candidacy_id).await?;
                let network = sitting.row.network_id;
                let member = Scope::Member(NetworkId(network), found.organization);
                let named =
                    || viewer.may(Action::RepresentOrganization, member) && fold(&found.name) == fold(&viewer.name);
                let waits = found.consented_at.is_none();
                let own = found.person == Some(person.0) || (waits && (found.proposed_by == person.0 || named()));
                if !own && !viewer.may(Action::RunAssembly, Scope::Network(NetworkId(network))) {
                    return Err(Refusal::Named("candidacy-not-yours").into());
                }
                if found.withdrawn_at.is_some() {
                    return Err(Refusal::Named("candidacy-settled").into());
                }
                let all = polls(unit.read(), id).await?;
                let closed = PollState::Closed.as_str();
                if all.iter().any(|poll| poll.item_id == item_id && poll.state == closed) {
                    return Err(domain::polls::CastRefused::Closed.into());
                }
                let change = candidacy::ActiveModel {
                    id: Set(candidacy_id),
                    withdrawn_at: Set(Some(unit.now())),
                    ..Default::default()
                };
                change.update(unit.write()).await?;
                let told = serde_json::json!({ "assembly": id, "item": item_id, "name": found.name });
                unit.record(person, Some(network), "candidacy_withdrawn", told);
                Ok(())
            })
        })
        .await
    }
}

/// Whether the viewer represents the association of a candidate. Whoever runs the assembly proposes people of any; and so
/// does, for a list, whoever elects: people of several associations stand on it together, each with their own consent.
///
/// # Errors
/// Of permission.
fn may_propose(
    viewer: &Viewer,
    sitting: &Sitting,
    election: &Election,
    organization: OrganizationId,
) -> Result<bool, Error> {
    let network = NetworkId(sitting.row.network_id);
    let represents = |organization| viewer.require(Action::RepresentOrganization, Scope::Member(network, organization));
    let own = represents(organization);
    let mut electing = sitting.roll.iter().filter(|entry| election.rules.elects(entry));
    if viewer.may(Action::RunAssembly, Scope::Network(network))
        || (election.rules.by_lists() && electing.any(|entry| represents(entry.organization).is_ok()))
    {
        return Ok(own.is_ok());
    }
    own.map(|()| true)
}

fn check(election: &Election, name: &str, statement: &str) -> Result<(), Error> {
    let mut errors = Vec::new();
    if name.is_empty() {
        errors.push(FieldError::new("name", FieldProblem::Missing));
    }
    if name.chars().count() > NAME {
        errors.push(FieldError::new("name", FieldProblem::TooLong { limit: NAME }));
    }
    if statement.chars().count() > STATEMENT {
        errors.push(FieldError::new("statement", FieldProblem::TooLong { limit: STATEMENT }));
    }
    let mut standing = election.candidacies.iter().filter(|candidacy| candidacy.withdrawn_at.is_none());
    // A count tells people apart by their names.
    if standing.clone().any(|candidacy| fold(&candidacy.name) == fold(name)) {
        errors.push(FieldError::new("name", FieldProblem::Taken));
    }
    let most = if election.rules.by_lists() { MOST_ON_LISTS } else { MOST_CANDIDATES };
    if standing.nth(most - 1).is_some() {
        return Err(Refusal::Named("candidacies-full").into());
    }
    if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
}

/// Candidacies are taken and confirmed from the convocation until the vote opens.
pub(super) async fn not_open_yet(
    database: &impl ConnectionTrait,
    sitting: &Sitting,
    item_id: Uuid,
) -> Result<(), Error> {
    if !matches!(sitting.state, State::Convened | State::Open) {
        return Err(CourseRefused::NotNow { state: sitting.state }.into());
    }
    let all = polls(database, AssemblyId(sitting.row.id)).await?;
    match all.iter().any(|poll| poll.item_id == item_id) {
        true => Err(Refusal::Named("candidacies-over").into()),
        false => Ok(()),
    }
}

pub(super) async fn found(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    id: AssemblyId,
    candidacy_id: Uuid,
) -> Result<(Sitting, Uuid, Candidacy), Error> {
    let sitting = Sitting::load(database, id).await?;
    visible(viewer, &sitting.row)?;
    let row = candidacy::Entity::find_by_id(candidacy_id).one(database).await?.ok_or(Error::NotFound)?;
    let item_id = row.item_id;
    election(database, id, item_id).await?;
    Ok((sitting, item_id, row.into()))
}
