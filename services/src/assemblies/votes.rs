//! Votes on their way in.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    ballots::{Said, may_differ, may_say, speaks_for},
    ids::{AssemblyId, NetworkId, OrganizationId, PollId},
    polls::{CastAs, CastRefused, Choice, Voter, may_cast},
    tellers::may_replace,
};
use entities::{Gathering, Unit, assemblies::vote};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryTrait, sea_query::OnConflict};

use super::ballot::{Ballots, Place};
use crate::{Error, Refusal, Services, Viewer};

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

/// Several votes in one gesture: for several organizations, to several questions.
#[derive(Clone, Debug)]
pub struct CastTogether {
    /// The word of the network in the address.
    pub network: String,
    /// In which assembly.
    pub assembly: AssemblyId,
    /// The form's own key.
    pub request: String,
    /// Each with its poll, its organization and what it says.
    pub votes: Vec<(PollId, OrganizationId, Said)>,
}

/// The votes that wait for the writer.
pub(crate) type Votes = Gathering<Vec<Vote>, Answers, Error>;

/// What became of the votes of one gesture, in their order.
type Answers = Vec<Result<Recorded, Error>>;

/// What is done for all of them at once.
pub(crate) fn gathering() -> Votes {
    Gathering::new(|unit, votes| Box::pin(take(unit, votes))).following_journal()
}

/// Rows in one statement: SQLite takes so many parameters and no more.
const ROWS: usize = 1_000;

/// Votes in one gesture: a hundred proxies on a few questions.
const TOGETHER: usize = 2_000;

/// A vote and who casts it.
#[derive(Clone, Debug)]
pub(crate) struct Vote {
    viewer: Viewer,
    network: Option<String>,
    place: Place,
    organization: OrganizationId,
    said: Said,
    request: String,
}

impl Services {
    /// Takes a vote. Until the close it may be changed; the same request twice is one vote.
    ///
    /// # Errors
    /// Of permission, or a refusal: closed, not yours, not here.
    pub async fn cast(&self, viewer: &Viewer, cast: Cast) -> Result<Recorded, Error> {
        viewer.person()?;
        let Cast { network, assembly, poll, organization, choice, request } = cast;
        let place = Place { assembly, poll };
        let vote = Vote { viewer: viewer.clone(), network, place, organization, said: choice.into(), request };
        let answers = self.votes().write(self.store(), vec![vote]).await?;
        self.rooms().changed(assembly);
        answers.into_iter().next().unwrap_or(Err(Error::NotFound))
    }

    /// Takes several votes in one transaction, and says of each whether it is recorded: one that is refused does not
    /// hold up the others.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`]: then none is.
    pub async fn cast_together(
        &self,
        viewer: &Viewer,
        cast: CastTogether,
    ) -> Result<Vec<Result<Recorded, Error>>, Error> {
        viewer.person()?;
        let CastTogether { network, assembly, request, votes } = cast;
        if votes.len() > TOGETHER {
            return Err(Error::NotFound);
        }
        let vote = |(poll, organization, said)| Vote {
            viewer: viewer.clone(),
            network: Some(network.clone()),
            place: Place { assembly, poll },
            organization,
            said,
            request: request.clone(),
        };
        let answers = self.votes().write(self.store(), votes.into_iter().map(vote).collect()).await?;
        self.rooms().changed(assembly);
        Ok(answers)
    }
}

/// Decides on each vote in the order in which they came, and writes those that are taken.
async fn take(unit: &Unit, gestures: Vec<Vec<Vote>>) -> Result<Vec<Result<Answers, Error>>, Error> {
    // Everybody votes in one poll, but for those who vote in another assembly at this very moment.
    let places: BTreeSet<Place> = gestures.iter().flatten().map(|vote| vote.place).collect();
    let mut ballots = BTreeMap::new();
    for place in places {
        let here = || gestures.iter().flatten().filter(|vote| vote.place == place);
        let organizations = here().map(|vote| vote.organization).collect();
        let people = here().filter_map(|vote| vote.viewer.person().ok()).collect();
        match Ballots::load(unit.read(), place, &organizations, &people).await {
            Ok(found) => drop(ballots.insert(place, found)),
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    let mut taken = BTreeMap::new();
    let mut answers = Vec::with_capacity(gestures.len());
    for gesture in gestures {
        answers.push(Ok(decide(unit, &mut ballots, &mut taken, gesture)?));
    }
    let rows: Vec<vote::Model> = taken.into_values().collect();
    for rows in rows.chunks(ROWS) {
        let rows = rows.iter().cloned().map(|stands| stands.into_active_model().reset_all());
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
        unit.write_with_lines(vote::Entity::insert_many(rows).on_conflict(again).into_query());
    }
    Ok(answers)
}

/// A vote that may be taken.
struct Allowed {
    recorded: Recorded,
    cast_as: CastAs,
    said: Said,
    stands: vote::Model,
}

/// Decides on the votes of one gesture, and tells the journal of those that are taken.
fn decide(
    unit: &Unit,
    ballots: &mut BTreeMap<Place, Ballots>,
    taken: &mut BTreeMap<(Place, OrganizationId), vote::Model>,
    gesture: Vec<Vote>,
) -> Result<Answers, Error> {
    let mut answers: Vec<Result<Recorded, Error>> = Vec::with_capacity(gesture.len());
    let mut allowed: Vec<(usize, Place, Allowed)> = Vec::new();
    let mut before: BTreeMap<(Place, OrganizationId), Option<vote::Model>> = BTreeMap::new();
    for (at, vote) in gesture.iter().enumerate() {
        let decided = ballots.get_mut(&vote.place).ok_or(Error::NotFound).and_then(|ballots| {
            let decided = vote.decide(ballots, unit)?;
            if let Some(allowed) = &decided.1 {
                // It stands before what comes after it in this very go.
                let stood = ballots.votes.insert(vote.organization, allowed.stands.clone());
                before.entry((vote.place, vote.organization)).or_insert(stood);
            }
            Ok(decided)
        });
        answers.push(decided.map(|(recorded, decided)| {
            allowed.extend(decided.map(|decided| (at, vote.place, decided)));
            recorded
        }));
    }
    // What a holder says for one and for another is looked at once all of it is said.
    let mut refused: BTreeMap<(Place, OrganizationId), CastRefused> = BTreeMap::new();
    for (_, place, one) in &allowed {
        let Some(ballots) = ballots.get(place).filter(|ballots| !ballots.proxies.split) else { continue };
        let holder = holder(one);
        if let Err(reason) = may_differ(&ballots.proxies, said_by(ballots, holder)?) {
            refused.insert((*place, holder), reason);
        }
    }
    for (at, place, one) in allowed {
        let key = (place, OrganizationId(one.stands.organization_id));
        if let Some(reason) = refused.get(&(place, holder(&one))) {
            answers[at] = Err((*reason).into());
            if let (Some(stood), Some(ballots)) = (before.remove(&key), ballots.get_mut(&place)) {
                match stood {
                    Some(stood) => drop(ballots.votes.insert(key.1, stood)),
                    None => drop(ballots.votes.remove(&key.1)),
                }
            }
            continue;
        }
        let told = serde_json::json!({
            "poll": place.poll, "organization": key.1, "choice": one.said, "as": one.cast_as,
        });
        let network = ballots.get(&place).map(|ballots| ballots.network);
        unit.record(gesture[at].viewer.person()?, network, "vote_cast", told);
        taken.insert(key, one.stands);
        answers[at] = Ok(one.recorded);
    }
    Ok(answers)
}

/// The organization that decides what is said.
fn holder(vote: &Allowed) -> OrganizationId {
    match vote.cast_as {
        CastAs::Own | CastAs::Tellers { .. } => OrganizationId(vote.stands.organization_id),
        CastAs::Proxy { holder } => holder,
    }
}

/// What a holder said for itself and for those whom it represents now.
fn said_by(ballots: &Ballots, holder: OrganizationId) -> Result<Vec<Said>, Error> {
    let mut said = Vec::new();
    for organization in speaks_for(&ballots.presence, holder) {
        let Some(stands) = ballots.votes.get(&organization) else { continue };
        let own = organization == holder;
        let cast_as: CastAs = serde_json::from_value(stands.cast_as.clone())?;
        if cast_as == (if own { CastAs::Own } else { CastAs::Proxy { holder } }) {
            said.push(stands.choice.parse()?);
        }
    }
    Ok(said)
}

impl Vote {
    /// What the voter is told, and what would now stand for the organization if that is new.
    fn decide(&self, ballots: &Ballots, unit: &Unit) -> Result<(Recorded, Option<Allowed>), Error> {
        let person = self.viewer.person()?;
        self.viewer.require(Action::ViewAssembly, Scope::Network(NetworkId(ballots.network)))?;
        if self.network.as_ref().is_some_and(|network| *network != ballots.slug) {
            return Err(Error::NotFound);
        }
        let before = ballots.votes.get(&self.organization);
        // Sent again because a line broke, perhaps after the close: it is on record.
        if let Some(before) = before
            && before.request == self.request
            && before.cast_by == person.0
        {
            return Ok((Recorded { at: before.cast_at, changed: false }, None));
        }
        let voter = Voter { person, represents: &self.viewer.actor.represents() };
        let cast_as = may_cast(ballots.state, &ballots.roll, &ballots.presence, voter, self.organization)?;
        if let Some(before) = before {
            may_replace(&serde_json::from_value(before.cast_as.clone())?)?;
        }
        if self.said == Said::Whole(Choice::Null) {
            return Err(Refusal::Named("ballot-choose").into());
        }
        let entry = ballots.roll.iter().find(|entry| entry.organization == self.organization);
        let said = may_say(&ballots.proxies, entry.map_or(0, |entry| entry.weight), self.said)?;
        let stands = vote::Model {
            poll_id: self.place.poll.0,
            organization_id: self.organization.0,
            choice: said.to_string(),
            cast_by: person.0,
            cast_as: serde_json::to_value(cast_as)?,
            request: self.request.clone(),
            cast_at: unit.now(),
            changes: before.map_or(0, |before| before.changes + 1),
        };
        let recorded =
            Recorded { at: unit.now(), changed: before.is_some_and(|before| before.choice != stands.choice) };
        Ok((recorded.clone(), Some(Allowed { recorded, cast_as, said, stands })))
    }
}
