//! Votes on their way in.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    ids::{AssemblyId, NetworkId, OrganizationId, PollId},
    polls::{Choice, Voter, may_cast},
};
use entities::{Gathering, Unit, assemblies::vote};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, sea_query::OnConflict};

use super::ballot::{Ballots, Place};
use crate::{Error, Services, Viewer};

/// A vote on its way in.
#[derive(Clone, Debug)]
pub struct Cast {
    /// The word of the network in the address, where the vote came by one.
    pub network: Option<String>,
    /// In which assembly.
    pub assembly: AssemblyId,
    /// In which poll of it.
    pub poll: PollId,
    /// For whom.
    pub organization: OrganizationId,
    /// What.
    pub choice: Choice,
    /// The form's own key: the same request sent twice, because a line broke, is one vote.
    pub request: String,
}

/// A vote that is on record.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Since when.
    pub at: DateTime<Utc>,
    /// Whether it took the place of another choice.
    pub changed: bool,
}

/// The votes that wait for the writer.
pub(crate) type Votes = Gathering<Vote, Recorded, Error>;

/// What is done for all of them at once.
pub(crate) fn gathering() -> Votes {
    Gathering::new(|unit, votes| Box::pin(take(unit, votes)))
}

/// A vote and who casts it.
#[derive(Clone, Debug)]
pub(crate) struct Vote {
    viewer: Viewer,
    cast: Cast,
}

impl Services {
    /// Takes a vote. Until the close it may be changed; the same request twice is one vote.
    ///
    /// # Errors
    /// Of permission, or a refusal: closed, not yours, not here.
    pub async fn cast(&self, viewer: &Viewer, cast: Cast) -> Result<Recorded, Error> {
        viewer.person()?;
        let id = cast.assembly;
        let recorded = self.votes().write(self.store(), Vote { viewer: viewer.clone(), cast }).await?;
        self.rooms().changed(id);
        Ok(recorded)
    }
}

/// Decides on each vote in the order in which they came, and writes those that are taken.
async fn take(unit: &Unit, votes: Vec<Vote>) -> Result<Vec<Result<Recorded, Error>>, Error> {
    // Everybody votes in one poll, but for those who vote in another assembly at this very moment.
    let places: BTreeSet<Place> = votes.iter().map(Vote::place).collect();
    let mut ballots = BTreeMap::new();
    for place in places {
        let here = || votes.iter().filter(|vote| vote.place() == place);
        let organizations = here().map(|vote| vote.cast.organization).collect();
        let people = here().filter_map(|vote| vote.viewer.person().ok()).collect();
        match Ballots::load(unit.read(), place, &organizations, &people).await {
            Ok(found) => drop(ballots.insert(place, found)),
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    let mut taken = BTreeMap::new();
    let mut answers = Vec::with_capacity(votes.len());
    for vote in votes {
        let (place, organization) = (vote.place(), vote.cast.organization);
        let decided = ballots.get_mut(&place).ok_or(Error::NotFound).and_then(|ballots| {
            let (recorded, stands) = vote.decide(ballots, unit)?;
            if let Some(stands) = stands {
                // It stands before what comes after it in this very go.
                ballots.votes.insert(organization, stands.clone());
                taken.insert((place, organization), stands);
            }
            Ok(recorded)
        });
        answers.push(decided);
    }
    if !taken.is_empty() {
        let rows = taken.into_values().map(|stands: vote::Model| stands.into_active_model().reset_all());
        let again = OnConflict::columns([vote::Column::PollId, vote::Column::OrganizationId])
            .update_columns([
                vote::Column::Choice,
                vote::Column::CastBy,
                vote::Column::CastAs,
                vote::Column::Request,
                vote::Column::CastAt,
                vote::Column::Changes,
            ])
            .to_owned();
        vote::Entity::insert_many(rows).on_conflict(again).exec_without_returning(unit.write()).await?;
    }
    Ok(answers)
}

impl Vote {
    fn place(&self) -> Place {
        Place { assembly: self.cast.assembly, poll: self.cast.poll }
    }

    /// What the voter is told, and what now stands for the organization if that is new.
    fn decide(self, ballots: &Ballots, unit: &Unit) -> Result<(Recorded, Option<vote::Model>), Error> {
        let Self { viewer, cast: Cast { network, poll, organization, choice, request, .. } } = self;
        let person = viewer.person()?;
        viewer.require(Action::ViewAssembly, Scope::Network(NetworkId(ballots.network)))?;
        if network.is_some_and(|network| network != ballots.slug) {
            return Err(Error::NotFound);
        }
        let before = ballots.votes.get(&organization);
        // Sent again because a line broke, perhaps after the close: it is on record.
        if let Some(before) = before
            && before.request == request
            && before.cast_by == person.0
        {
            return Ok((Recorded { at: before.cast_at, changed: false }, None));
        }
        let voter = Voter { person, represents: &viewer.actor.represents() };
        let cast_as = may_cast(ballots.state, &ballots.roll, &ballots.presence, voter, organization)?;
        let told = serde_json::json!({ "poll": poll, "organization": organization, "choice": choice, "as": cast_as });
        unit.record(person, Some(ballots.network), "vote_cast", told);
        let stands = vote::Model {
            poll_id: poll.0,
            organization_id: organization.0,
            choice: choice.to_string(),
            cast_by: person.0,
            cast_as: serde_json::to_value(cast_as)?,
            request,
            cast_at: unit.now(),
            changes: before.map_or(0, |before| before.changes + 1),
        };
        let changed = before.is_some_and(|before| before.choice != stands.choice);
        Ok((Recorded { at: unit.now(), changed }, Some(stands)))
    }
}
