//! Secret ballots on their way in. Everybody votes within a minute, so those that wait for the writer go together: what
//! they depend on, and no more, is read once for all, and they are written in the order of their identifiers, which are
//! drawn by chance, apart from the marks.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    access::{Action, Scope},
    assemblies::State,
    colleges::RollEntry,
    elections::Paper,
    ids::{AssemblyId, NetworkId, OrganizationId, PersonId, PollId},
    polls::{CastRefused, PollState, Voter, may_cast},
    proxies::Presence,
};
use entities::{
    Gathering, Unit,
    assemblies::{assembly, attendance, poll, proxy, roll_entry},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    Election, SecretCast, of_items,
    secrecy::{self, Taken},
};
use crate::{Error, Refusal, Services, Viewer, assemblies::sitting::stored_entry, networks::network_by_id};

/// The secret ballots that wait for the writer.
pub(crate) type SecretBallots = Gathering<SecretBallot, (), Error>;

/// What is done for all of them at once.
pub(crate) fn gathering() -> SecretBallots {
    Gathering::new(|unit, ballots| Box::pin(take(unit, ballots)))
}

/// A ballot and who hands it in.
#[derive(Clone, Debug)]
pub(crate) struct SecretBallot {
    viewer: Viewer,
    cast: SecretCast,
}

/// Where a ballot goes: an assembly, and the item under which persons are elected.
type Place = (AssemblyId, Uuid);

impl Services {
    /// Takes a ballot. It is not changed any more; the same request twice is one ballot.
    ///
    /// # Errors
    /// Of permission, or a refusal: closed, not yours, not here, cast already, or marks that cannot be read.
    pub async fn cast_ballot(&self, viewer: &Viewer, cast: SecretCast) -> Result<(), Error> {
        viewer.person()?;
        let id = cast.assembly;
        self.secret_ballots().write(self.store(), SecretBallot { viewer: viewer.clone(), cast }).await?;
        self.rooms().changed(id);
        Ok(())
    }
}

/// Decides on each in the order in which they came, and writes those that are taken.
async fn take(unit: &Unit, ballots: Vec<SecretBallot>) -> Result<Vec<Result<(), Error>>, Error> {
    let places: BTreeSet<Place> = ballots.iter().map(SecretBallot::place).collect();
    let mut boxes = BTreeMap::new();
    for place in places {
        let here = || ballots.iter().filter(|ballot| ballot.place() == place);
        let organizations = here().map(|ballot| ballot.cast.organization.0).collect();
        let people = here().filter_map(|ballot| ballot.viewer.person().ok()).map(|person| person.0).collect();
        match BallotBox::load(unit.read(), place, organizations, people).await {
            Ok(found) => drop(boxes.insert(place, found)),
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    let mut taken = Vec::new();
    let mut answers = Vec::with_capacity(ballots.len());
    for ballot in ballots {
        let decided = boxes.get_mut(&ballot.place()).ok_or(Error::NotFound).and_then(|here| {
            let new = ballot.decide(here)?;
            if let Some(new) = new {
                here.marks.insert(new.organization, new.request.clone());
                taken.push(new);
            }
            Ok(())
        });
        answers.push(decided);
    }
    secrecy::take_all(unit, taken).await?;
    Ok(answers)
}

impl SecretBallot {
    fn place(&self) -> Place {
        (self.cast.assembly, self.cast.item)
    }

    /// What goes into the box; `None` where it is there already.
    fn decide(self, here: &BallotBox) -> Result<Option<Taken>, Error> {
        let Self { viewer, cast } = self;
        let person = viewer.person()?;
        viewer.require(Action::ViewAssembly, Scope::Network(NetworkId(here.network)))?;
        if cast.network != here.slug {
            return Err(Error::NotFound);
        }
        let (poll, state) = here.poll.ok_or(Refusal::Named("election-not-open"))?;
        let represents = viewer.actor.represents();
        let voter = Voter { person, represents: &represents };
        let may = may_cast(state, &here.roll, &here.presence, voter, cast.organization);
        // Sent again because a line broke, perhaps after the close: it is in the box. Only who may vote for the
        // organization is told.
        if matches!(may, Ok(_) | Err(CastRefused::Closed))
            && let Some(request) = here.marks.get(&cast.organization)
        {
            secrecy::same_request(request, &cast.request)?;
            return Ok(None);
        }
        may?;
        let entry = here.roll.iter().find(|entry| entry.organization == cast.organization);
        let entry = entry.ok_or(CastRefused::NotOnRoll)?;
        here.election.elects(entry)?;
        let paper = Paper::read(here.election.rules.marking(), &here.election.paper, &cast.marks)?;
        let paper = serde_json::to_value(paper)?;
        let weight = here.election.rules.weight(entry);
        Ok(Some(Taken { poll, organization: cast.organization, request: cast.request, paper, weight }))
    }
}

/// A ballot box with the lines of those who vote now.
struct BallotBox {
    network: Uuid,
    /// The word of the network in addresses.
    slug: String,
    /// `None` before it opens.
    poll: Option<(PollId, PollState)>,
    election: Election,
    /// The lines of their organizations.
    roll: Vec<RollEntry>,
    /// Where they are, and to whom their organizations gave a proxy.
    presence: Presence,
    /// By which request their organizations have voted.
    marks: BTreeMap<OrganizationId, String>,
}

impl BallotBox {
    /// Loads it without asking who wants to know.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the assembly has no such election.
    async fn load(
        database: &impl ConnectionTrait,
        (id, item): Place,
        organizations: BTreeSet<Uuid>,
        people: BTreeSet<Uuid>,
    ) -> Result<Self, Error> {
        let row = assembly::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        // Where there is no session there is no ballot, and a draft is not there for those who vote.
        if row.state == State::Draft.as_str() {
            return Err(Error::NotFound);
        }
        crate::assemblies::item_of(database, id, item).await?;
        let election = of_items(database, &[item]).await?.remove(&item).ok_or(Error::NotFound)?;
        let polls = poll::Entity::find().filter(poll::Column::AssemblyId.eq(id.0));
        let poll = polls.filter(poll::Column::ItemId.eq(item)).one(database).await?;
        let poll = poll.map(|poll| Ok::<_, Error>((PollId(poll.id), poll.state.parse()?))).transpose()?;
        let entries = roll_entry::Entity::find().filter(roll_entry::Column::AssemblyId.eq(id.0));
        let of_organizations = roll_entry::Column::OrganizationId.is_in(organizations.iter().copied());
        let roll = entries.filter(of_organizations).all(database).await?.into_iter().map(stored_entry);
        let mut presence = Presence::default();
        let there = attendance::Entity::find()
            .filter(attendance::Column::AssemblyId.eq(id.0))
            .filter(attendance::Column::PersonId.is_in(people))
            .filter(attendance::Column::LeftAt.is_null());
        for row in there.all(database).await? {
            presence.arrive(OrganizationId(row.organization_id), PersonId(row.person_id));
        }
        // Who arrives takes the proxy back: proxies that stand were given after.
        let given = proxy::Entity::find()
            .filter(proxy::Column::AssemblyId.eq(id.0))
            .filter(proxy::Column::GiverId.is_in(organizations.iter().copied()))
            .filter(proxy::Column::RevokedAt.is_null());
        for row in given.all(database).await? {
            presence.give(OrganizationId(row.giver_id), OrganizationId(row.holder_id));
        }
        let marks = match poll {
            Some((poll, _)) => secrecy::requests(database, poll, organizations).await?,
            None => BTreeMap::new(),
        };
        let slug = network_by_id(database, row.network_id).await?.slug;
        let roll = roll.collect::<Result<_, _>>()?;
        Ok(Self { network: row.network_id, slug, poll, election, roll, presence, marks })
    }
}
