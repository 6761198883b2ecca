//! The assemblies, played through the services at their own time.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use domain::{
    assemblies::{ItemKind, State, Venue},
    ids::{AssemblyId, MotionId, OrganizationId, PersonId, PollId},
    locale::Locale,
    quorum::Unit,
};
use services::{
    Error, Services, Viewer,
    assemblies::{Arrival, Cast, MinutesEdit, MinutesText, NewAssembly, NewDocument, NewItem},
    elections::{NewCandidacy, NewElection},
};
use uuid::Uuid;

use super::{SeedError, moment, motions, viewer};
use crate::{
    data::{Amendment, Assembly, Demo, Item, Network, Occurrence, text_in},
    ids::id,
};

/// When a convocation leaves on its day.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine o’clock is a time");
/// When an amendment is handed in on its day.
const NOON: NaiveTime = NaiveTime::from_hms_opt(12, 0, 0).expect("noon is a time");

/// Something that happens, with its time.
pub(super) struct Event<'d> {
    pub at: DateTime<Utc>,
    assembly: &'d Assembly,
    network: &'d Network,
    what: What<'d>,
}

enum What<'d> {
    Convened,
    Amended(usize, &'d Amendment),
    Occurs(Occurrence<'d>),
    MinutesWritten,
}

/// Everything that happens in all assemblies, in the order of the clock.
pub(super) fn events(demo: &Demo, today: NaiveDate) -> Result<Vec<Event<'_>>, SeedError> {
    let mut all = Vec::new();
    for assembly in &demo.assemblies {
        let unknown = || SeedError::Unknown(format!("no network {}", assembly.network));
        let network = demo.network(&assembly.network).ok_or_else(unknown)?;
        let mut add = |local: NaiveDateTime, what| {
            let at = moment(network, local)?;
            all.push(Event { at, assembly, network, what });
            Ok::<_, SeedError>(())
        };
        add(assembly.convened_on.date(today).and_time(MORNING), What::Convened)?;
        for (index, item) in assembly.items.iter().enumerate() {
            for amendment in item.motion.iter().flat_map(|motion| &motion.amendments) {
                add(amendment.on.date(today).and_time(NOON), What::Amended(index, amendment))?;
            }
        }
        for (local, occurrence) in assembly.timeline(today)? {
            add(local, What::Occurs(occurrence))?;
        }
        if let (State::Closed, Some(closed)) = (assembly.state, assembly.closed_at) {
            add(assembly.on.date(today).and_time(closed) + TimeDelta::hours(20), What::MinutesWritten)?;
        }
    }
    all.sort_by_key(|event| event.at);
    Ok(all)
}

/// An assembly as it is played.
struct Played {
    id: AssemblyId,
    items: Vec<Uuid>,
    motions: BTreeMap<usize, MotionId>,
    polls: BTreeMap<usize, PollId>,
}

/// Plays what happens.
pub(super) struct Player<'d> {
    services: &'d Services,
    today: NaiveDate,
    played: BTreeMap<(&'d str, &'d str), Played>,
}

impl<'d> Player<'d> {
    pub(super) const fn new(services: &'d Services, today: NaiveDate) -> Self {
        Self { services, today, played: BTreeMap::new() }
    }

    pub(super) async fn happens(&mut self, event: &Event<'d>) -> Result<(), SeedError> {
        match &event.what {
            What::Convened => self.convene(event).await,
            What::Amended(item, amendment) => self.amend(event, *item, amendment).await,
            What::Occurs(occurrence) => self.occurs(event, occurrence).await,
            What::MinutesWritten => self.write_minutes(event).await,
        }
    }

    async fn viewer(&self, person: &str) -> Result<Viewer, SeedError> {
        viewer(self.services, person).await
    }

    fn played(&mut self, assembly: &'d Assembly) -> Result<&mut Played, SeedError> {
        let unknown = || SeedError::Unknown(format!("{} has not been convened yet", assembly.slug));
        self.played.get_mut(&(assembly.network.as_str(), assembly.slug.as_str())).ok_or_else(unknown)
    }

    async fn convene(&mut self, event: &Event<'d>) -> Result<(), SeedError> {
        let Event { assembly, network, .. } = event;
        let refused = |error| refused(assembly, "its convocation", error);
        let board = self.viewer(&assembly.convened_by).await?;
        let home = self.services.network(&board, &network.slug).await.map_err(refused)?;
        let l = network.default_language;
        let text = |text| text_in(text, l, l).to_owned();
        let new = NewAssembly {
            kind: assembly.kind,
            title: text(&assembly.title),
            venue: assembly.venue,
            place: assembly.place.clone(),
            remote_url: format!("https://visio.{}.example/{}", network.slug, assembly.slug),
            day: assembly.on.date(self.today),
            time: assembly.starts_at,
        };
        let drafted = self.services.draft_assembly(&board, &home, new).await.map_err(refused)?;
        let (mut items, mut motions) = (Vec::new(), BTreeMap::new());
        for (index, item) in assembly.items.iter().enumerate() {
            let new = new_item(item, l);
            let added = self.services.add_item(&board, drafted, new).await.map_err(refused)?;
            for paper in &item.documents {
                let new = NewDocument {
                    file_name: format!("{}.txt", paper.title),
                    content: paper.body.trim().as_bytes().to_vec(),
                };
                self.services.add_document(&board, drafted, added, new).await.map_err(refused)?;
            }
            if let Some(motion) = motions::write(self.services, &board, drafted, added, item).await.map_err(refused)? {
                motions.insert(index, motion);
            }
            items.push(added);
        }
        self.services.convene(&board, drafted).await.map_err(refused)?;
        let until = assembly
            .items
            .iter()
            .filter_map(|item| item.motion.as_ref()?.amendments_until)
            .max_by_key(|day| day.date(self.today));
        if let Some(until) = until {
            let until = until.date(self.today);
            motions::set_deadline(self.services, &board, drafted, network, until).await.map_err(refused)?;
        }
        self.nominate(event, drafted, &items).await.map_err(refused)?;
        let played = Played { id: drafted, items, motions, polls: BTreeMap::new() };
        self.played.insert((&assembly.network, &assembly.slug), played);
        Ok(())
    }

    /// An amendment is handed in, found admissible and supported.
    async fn amend(&mut self, event: &Event<'d>, item: usize, amendment: &Amendment) -> Result<(), SeedError> {
        let assembly = event.assembly;
        let refused = |error| refused(assembly, &format!("the amendment of {}", amendment.organization), error);
        let played = self.played(assembly)?;
        let (id, motion) = (played.id, played.motions.get(&item).copied());
        let unknown = || SeedError::Unknown(format!("{}: no articles under item {item}", assembly.slug));
        let motion = motion.ok_or_else(unknown)?;
        let (author, board) = (self.viewer(&amendment.person).await?, self.viewer(&assembly.convened_by).await?);
        let added = motions::amend(self.services, (&author, &board), (id, motion), amendment).await.map_err(refused)?;
        for supporter in &amendment.supporters {
            let viewer = self.viewer(&supporter.person).await?;
            let organization = organization(&supporter.organization);
            self.services.support(&viewer, id, motion, Some(added), organization).await.map_err(refused)?;
        }
        Ok(())
    }

    /// Candidates who gave their consent on paper.
    async fn nominate(&self, event: &Event<'d>, drafted: AssemblyId, items: &[Uuid]) -> Result<(), Error> {
        let read = self.services.store().read();
        let chair = PersonId(id("person", &event.assembly.chair));
        let chair = Viewer::load(read, chair, self.services.now()).await?.ok_or(Error::NotFound)?;
        for (item, planned) in items.iter().zip(&event.assembly.items) {
            for candidate in planned.election.iter().flat_map(|election| &election.candidates) {
                let new = NewCandidacy {
                    organization: organization(&candidate.organization),
                    name: candidate.name.clone(),
                    statement: candidate.statement.clone(),
                    list: None,
                    side: None,
                };
                self.services.propose_candidacy(&chair, drafted, *item, new).await?;
            }
        }
        let room = self.services.room(&chair, drafted).await?;
        let elections = room.items.iter().filter_map(|item| item.election.as_ref());
        for candidacy in elections.flat_map(|election| &election.candidacies) {
            self.services.consent_to_candidacy(&chair, drafted, candidacy.id, true).await?;
        }
        Ok(())
    }

    async fn occurs(&mut self, event: &Event<'d>, occurrence: &Occurrence<'d>) -> Result<(), SeedError> {
        let assembly = event.assembly;
        let refused = |error| refused(assembly, &format!("{} {occurrence:?}", event.at), error);
        let services = self.services;
        let (drafted, chair) = (self.played(assembly)?.id, assembly.chair.as_str());
        match *occurrence {
            Occurrence::ProxyGiven(proxy) => {
                let giver = self.viewer(&proxy.given_by).await?;
                let (from, to) = (organization(&proxy.from), organization(&proxy.to));
                services.give_proxy(&giver, drafted, from, to).await.map_err(refused)
            }
            Occurrence::Arrival(row) => {
                let remote = assembly.venue == Venue::Remote;
                let arrival = Arrival { organization: organization(&row.organization), person: None, remote };
                services.arrive(&self.viewer(&row.person).await?, drafted, arrival).await.map_err(refused)
            }
            Occurrence::Departure(row) => {
                let viewer = self.viewer(&row.person).await?;
                services.leave(&viewer, drafted, organization(&row.organization), None).await.map_err(refused)
            }
            Occurrence::SessionOpens => {
                services.open_session(&self.viewer(chair).await?, drafted).await.map_err(refused)
            }
            // The agenda is followed in the room; only votes and minutes leave a record.
            Occurrence::ItemBegins(_) => Ok(()),
            Occurrence::PollOpens(item) => {
                let chair = self.viewer(chair).await?;
                let played = self.played(assembly)?;
                let poll = services.open_poll(&chair, drafted, played.items[item]).await.map_err(refused)?;
                played.polls.insert(item, poll);
                Ok(())
            }
            Occurrence::Vote { item, organization: voting, person, choice, .. } => {
                let viewer = self.viewer(person).await?;
                let poll = self.poll(assembly, item)?;
                let request = format!("demo-{item}-{voting}");
                let cast = Cast {
                    network: None,
                    assembly: drafted,
                    poll,
                    organization: organization(voting),
                    choice,
                    request,
                };
                services.cast(&viewer, cast).await.map(drop).map_err(refused)
            }
            Occurrence::PollCloses(item) => {
                let poll = self.poll(assembly, item)?;
                services.close_poll(&self.viewer(chair).await?, poll).await.map(drop).map_err(refused)
            }
            Occurrence::SessionCloses => {
                services.close_session(&self.viewer(chair).await?, drafted).await.map_err(refused)
            }
        }
    }

    fn poll(&mut self, assembly: &'d Assembly, item: usize) -> Result<PollId, SeedError> {
        let found = self.played(assembly)?.polls.get(&item).copied();
        found.ok_or_else(|| SeedError::Unknown(format!("{}: no poll on item {item}", assembly.slug)))
    }

    async fn write_minutes(&mut self, event: &Event<'d>) -> Result<(), SeedError> {
        let assembly = event.assembly;
        let secretary = self.viewer(&assembly.secretary).await?;
        let played = self.played(assembly)?;
        let notes = played
            .items
            .iter()
            .zip(&assembly.items)
            .filter_map(|(id, item)| Some((*id, trimmed(item.minutes.as_deref()?))));
        let text = MinutesText {
            opening: assembly.minutes_opening.as_deref().map(trimmed).unwrap_or_default(),
            closing: assembly.minutes_closing.as_deref().map(trimmed).unwrap_or_default(),
            notes: notes.collect(),
        };
        let edit = MinutesEdit { version: 0, locale: event.network.default_language, text };
        let id = played.id;
        self.services.save_minutes(&secretary, id, edit).await.map_err(|error| refused(assembly, "its minutes", error))
    }
}

fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

pub(super) fn organization(slug: &str) -> OrganizationId {
    OrganizationId(id("organization", slug))
}

fn new_item(item: &Item, l: Locale) -> NewItem {
    let (kind, text) = match (&item.motion, &item.election) {
        (Some(motion), _) => (ItemKind::Motion, text_in(&motion.text, l, l)),
        (None, Some(_)) => (ItemKind::Election, item.text.as_str()),
        (None, None) => (ItemKind::Information, item.text.as_str()),
    };
    let election = item.election.as_ref().map(|election| NewElection {
        method: election.method,
        seats: election.seats,
        ties: election.ties,
        unit: Unit::Heads,
        candidacies_until: None,
        reserved: Vec::new(),
        parity: None,
        electorate: None,
    });
    let title = text_in(&item.title, l, l).to_owned();
    NewItem { kind, title, text: text.to_owned(), decision: item.decision, election }
}

fn refused(assembly: &Assembly, what: &str, error: Error) -> SeedError {
    SeedError::Refused { what: format!("{} {}: {what}", assembly.network, assembly.slug), error }
}
