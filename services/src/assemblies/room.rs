//! The room as one person sees it.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::{AssemblyRules, Kind, Notice, State, Venue, notice},
    ballots::Said,
    colleges::{LeftOut, RollEntry},
    ids::{AssemblyId, NetworkId, OrganizationId, PollId},
    polls::{CastAs, CastRefused, Choice, PollState, Voter, may_cast},
    quorum::Quorum,
    tellers::may_replace,
};
use entities::{
    assemblies::{poll, vote},
    elections::mark,
};
use uuid::Uuid;

use super::{
    documents::Document,
    drafting::visible,
    floor::{Floor, Speech},
    items::Item,
    participation::{Attending, attending},
    proceedings::{Attendance, Proceedings, ProxyLine, RollLine},
    second::may_follow,
    sitting::Sitting,
};
use crate::{Error, Services, Viewer, day_in, elections::secrecy, networks::Network};

/// An assembly with everything that its pages and minutes tell.
#[derive(Clone, Debug)]
pub struct Room {
    /// Which.
    pub id: AssemblyId,
    /// Of which network.
    pub network: Network,
    /// Ordinary or extraordinary.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// What it is called.
    pub title: String,
    /// In a room, from afar, or both.
    pub venue: Venue,
    /// Where.
    pub place: Option<String>,
    /// Where, from afar.
    pub remote_url: Option<String>,
    /// The day.
    pub held_on: NaiveDate,
    /// The hour.
    pub starts_at: DateTime<Utc>,
    /// Whether its day has come.
    pub day_has_come: bool,
    /// Whose members have a vote: those of this day.
    pub reference_on: Option<NaiveDate>,
    /// When the members were called.
    pub convened_at: Option<DateTime<Utc>>,
    /// With how much notice.
    pub notice: Option<Notice>,
    /// When the session was opened.
    pub opened_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub closed_at: Option<DateTime<Utc>>,
    /// The rules that apply.
    pub rules: AssemblyRules,
    /// Of the statutes, where the rules are a version of them.
    pub statutes_version: Option<i32>,
    /// The assembly without a quorum after which this is the second, and its title.
    pub second_of: Option<(AssemblyId, String)>,
    /// The agenda.
    pub items: Arc<Vec<Item>>,
    /// Documents.
    pub documents: Vec<Document>,
    /// The roll, by name.
    pub roll: Arc<Vec<RollLine>>,
    /// Organizations without a vote, and why.
    pub left_out: Arc<Vec<(String, LeftOut)>>,
    /// Who came and went.
    pub attendances: Arc<Vec<Attendance>>,
    /// Who is there without a vote.
    pub attending: Attending,
    /// Proxies, those that ended too.
    pub proxies: Arc<Vec<ProxyLine>>,
    /// The quorum now.
    pub quorum: Quorum,
    /// For whom the viewer may act.
    pub mine: Vec<MyVoice>,
    /// The item that the assembly is at, and who speaks to it.
    pub floor: Floor,
    /// The viewer, where it is a person.
    pub viewer: Option<Uuid>,
    /// Who spoke, in that order.
    pub speeches: Arc<Vec<Speech>>,
    /// Whether the viewer runs it.
    pub may_run: bool,
    /// Whether the viewer is a teller of it.
    pub is_teller: bool,
    /// Whether the viewer prepares it.
    pub may_convene: bool,
    /// Whether the viewer may prepare a second assembly for what had no quorum.
    pub may_repeat: bool,
}

/// An organization for which the viewer may act here.
#[derive(Clone, Debug)]
pub struct MyVoice {
    /// Which.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// Its voices.
    pub weight: u64,
    /// In which right: its own representative, or the holder of its proxy.
    pub cast_as: CastAs,
    /// Whether the viewer has arrived for it, or for the holder of its proxy.
    pub here: bool,
    /// To whom it gave its proxy, when it did.
    pub given_to: Option<String>,
    /// What it said in the open poll; the first of them, where several are open.
    pub choice: Option<Choice>,
    /// What it said in each open poll.
    pub said: BTreeMap<PollId, Said>,
    /// Whether its secret ballot is in the box of the open poll; of the first, where several are open.
    pub ballot_taken: bool,
    /// The open polls in whose box its secret ballot is.
    pub boxed: BTreeSet<PollId>,
    /// The open polls in which it was handed a paper.
    pub on_paper: BTreeSet<PollId>,
    /// Why the viewer may not vote for it in the open poll.
    pub refused: Option<CastRefused>,
}

impl Services {
    /// The room for one viewer.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn room(&self, viewer: &Viewer, id: AssemblyId) -> Result<Room, Error> {
        let seen = self.proceedings().share(id, async || self.proceed(id).await).await?;
        let Proceedings { sitting, network, votes, marks, .. } = &*seen;
        visible(viewer, &sitting.row)?;
        let database = self.store().read();
        let attending = attending(database, viewer, sitting).await?;
        let open: Vec<&poll::Model> = seen.polls.iter().filter(|poll| poll.state == PollState::Open.as_str()).collect();
        let mine = mine(viewer, sitting, &open, (votes, marks), &seen.names)?;
        let scope = Scope::Network(network.id);
        let row = &sitting.row;
        let may_convene = viewer.may(Action::ConveneAssembly, scope);
        let is_teller = viewer.person().is_ok_and(|person| seen.tellers.contains(&person));
        let may_repeat = may_convene && may_follow(database, sitting, &seen.items).await?;
        Ok(Room {
            id,
            kind: sitting.kind,
            state: sitting.state,
            title: row.title.clone(),
            venue: row.venue.parse()?,
            place: row.place.clone(),
            remote_url: row.remote_url.clone(),
            held_on: row.held_on,
            starts_at: row.starts_at,
            day_has_come: row.held_on <= day_in(network.zone, self.now()),
            reference_on: row.reference_on,
            convened_at: row.convened_at,
            notice: row
                .convened_at
                .and_then(|at| notice(&sitting.kind_rules(), day_in(network.zone, at), row.held_on).ok()),
            opened_at: row.opened_at,
            closed_at: row.closed_at,
            rules: sitting.rules.clone(),
            statutes_version: sitting.version,
            second_of: seen.second_of.clone(),
            items: Arc::clone(&seen.items),
            documents: seen.documents.clone(),
            roll: Arc::clone(&seen.roll),
            left_out: Arc::clone(&seen.left_out),
            attendances: Arc::clone(&seen.attendances),
            proxies: Arc::clone(&seen.proxies),
            quorum: seen.quorum.clone(),
            attending,
            mine,
            floor: seen.floor.clone(),
            viewer: viewer.person().ok().map(|person| person.0),
            speeches: Arc::clone(&seen.speeches),
            may_run: viewer.may(Action::RunAssembly, scope),
            is_teller,
            may_convene,
            may_repeat,
            network: network.clone(),
        })
    }
}

impl Room {
    /// The vote that is open; the first, where several are.
    #[must_use]
    pub fn open_item(&self) -> Option<&Item> {
        self.open_items().next()
    }

    /// Every vote that is open: several where they were put to the vote together.
    pub fn open_items(&self) -> impl Iterator<Item = &Item> {
        self.questions().filter(|item| item.poll.as_ref().is_some_and(|poll| poll.state == PollState::Open))
    }

    /// Everything that is or may be voted on, in the order of the vote: the amendments to a motion come
    /// before it.
    pub fn questions(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().flat_map(|item| item.amendments.iter().chain([item]))
    }

    /// The item that the assembly is at.
    #[must_use]
    pub fn called_item(&self) -> Option<&Item> {
        self.items.iter().find(|item| Some(item.id) == self.floor.item)
    }
}

fn mine(
    viewer: &Viewer,
    sitting: &Sitting,
    open: &[&poll::Model],
    (votes, marks): (&[vote::Model], &[mark::Model]),
    names: &HashMap<OrganizationId, String>,
) -> Result<Vec<MyVoice>, Error> {
    let Ok(person) = viewer.person() else { return Ok(Vec::new()) };
    let network = NetworkId(sitting.row.network_id);
    let represents: BTreeSet<OrganizationId> = viewer
        .actor
        .represents()
        .into_iter()
        .filter(|organization| viewer.may(Action::RepresentOrganization, Scope::Member(network, *organization)))
        .collect();
    let voter = Voter { person, represents: &represents };
    let voice = |entry: &RollEntry, cast_as: CastAs| {
        let acting = match cast_as {
            CastAs::Own => entry.organization,
            CastAs::Proxy { holder } => holder,
            CastAs::Tellers { .. } => entry.organization,
        };
        let mut refused = open
            .first()
            .map(|_| may_cast(PollState::Open, &sitting.roll, &sitting.presence, voter, entry.organization).err())
            .unwrap_or_default();
        let is_open = |poll: Uuid| open.iter().any(|open| open.id == poll);
        let of_mine: Vec<&vote::Model> =
            votes.iter().filter(|vote| vote.organization_id == entry.organization.0 && is_open(vote.poll_id)).collect();
        for vote in &of_mine {
            refused = refused.or(may_replace(&serde_json::from_value(vote.cast_as.clone())?).err());
        }
        let said: BTreeMap<PollId, Said> = of_mine
            .iter()
            .map(|vote| Ok((PollId(vote.poll_id), vote.choice.parse()?)))
            .collect::<Result<_, Error>>()?;
        let marked: Vec<&mark::Model> =
            marks.iter().filter(|mark| mark.organization_id == entry.organization.0 && is_open(mark.poll_id)).collect();
        let boxed: BTreeSet<PollId> = marked.iter().map(|mark| PollId(mark.poll_id)).collect();
        let first = open.first().map(|poll| PollId(poll.id));
        Ok(MyVoice {
            organization: entry.organization,
            name: entry.name.clone(),
            weight: entry.weight,
            cast_as,
            here: sitting.presence.is_here(acting, person),
            given_to: sitting.presence.given_by(entry.organization).and_then(|holder| names.get(&holder).cloned()),
            choice: first.and_then(|poll| said.get(&poll)).map(|said| said.head()),
            ballot_taken: first.is_some_and(|poll| boxed.contains(&poll)),
            on_paper: marked.iter().filter(|mark| secrecy::is_paper(mark)).map(|mark| PollId(mark.poll_id)).collect(),
            said,
            boxed,
            refused,
        })
    };
    let own = sitting.roll.iter().filter(|entry| represents.contains(&entry.organization));
    let mut mine = own.map(|entry| voice(entry, CastAs::Own)).collect::<Result<Vec<_>, Error>>()?;
    for entry in &sitting.roll {
        if represents.contains(&entry.organization) {
            continue;
        }
        if let Some(holder) = sitting.presence.given_by(entry.organization).filter(|holder| represents.contains(holder))
        {
            mine.push(voice(entry, CastAs::Proxy { holder })?);
        }
    }
    Ok(mine)
}
