//! The room as one person sees it, and what everyone in it may see live.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::{Arc, OnceLock},
};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::{AssemblyRules, ItemKind, Kind, Notice, State, Venue, notice},
    ballots::{Division, Said, SecretBecause},
    colleges::{LeftOut, RollEntry},
    elections::Rules,
    ids::{AssemblyId, MotionId, NetworkId, OrganizationId, PersonId, PollId},
    locale::Locale,
    motions,
    polls::{CastAs, CastRefused, Choice, Majority, Outcome, PollState, Voter, may_cast},
    proxies::Representation,
    quorum::Quorum,
    statutes::Decision,
    tellers::{Way, may_replace, urn::Urn},
};
use entities::{
    assemblies::{assembly, left_out, poll, vote},
    elections::mark,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use uuid::Uuid;

use super::{
    documents::{Document, documents_of},
    drafting::{items_of, visible},
    floor::{Floor, Speech, floor_of, speeches_of},
    participation::{Attending, attending, may_enter},
    second::may_follow,
    sitting::{Sitting, decision_of, polls},
};
use crate::{
    Error, Services, Viewer,
    ballots::{self, Secrecy},
    day_in,
    elections::{self, Election, secrecy},
    networks::{Network, network_by_id},
};

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

/// What is the same for all who look at an assembly at one moment.
#[derive(Debug)]
pub(crate) struct Proceedings {
    sitting: Sitting,
    network: Network,
    floor: Floor,
    speeches: Arc<Vec<Speech>>,
    polls: Vec<poll::Model>,
    votes: Vec<vote::Model>,
    marks: Vec<mark::Model>,
    items: Arc<Vec<Item>>,
    documents: Vec<Document>,
    roll: Arc<Vec<RollLine>>,
    left_out: Arc<Vec<(String, LeftOut)>>,
    attendances: Arc<Vec<Attendance>>,
    proxies: Arc<Vec<ProxyLine>>,
    tellers: HashSet<PersonId>,
    second_of: Option<(AssemblyId, String)>,
    quorum: Quorum,
    names: HashMap<OrganizationId, String>,
}

/// An item of the agenda.
#[derive(Clone, Debug)]
pub struct Item {
    /// Which.
    pub id: Uuid,
    /// From 1.
    pub number: usize,
    /// Whether something is decided.
    pub kind: ItemKind,
    /// What it is called.
    pub title: String,
    /// What is proposed or said.
    pub text: String,
    /// What is decided.
    pub decision: Decision,
    /// What a motion needs.
    pub majority: Majority,
    /// The vote on it.
    pub poll: Option<ItemPoll>,
    /// The motion with a text of its own, if it has one.
    pub motion: Option<MotionId>,
    /// The amendments to that text, each a question of its own: those voted on first, then those that
    /// will be, in the order of the vote.
    pub amendments: Vec<Item>,
    /// What is proposed, where this question is an amendment.
    pub amendment: Option<AmendmentPut>,
    /// Whether it may still come to a vote.
    pub awaits_vote: bool,
    /// Whether that vote will be secret, where it awaits one.
    pub secrecy: Secrecy,
    /// Who stands, for an election.
    pub election: Option<Election>,
}

/// An amendment as a question of an assembly.
pub type AmendmentPut = crate::motions::Amendment;

/// The vote on an item.
#[derive(Clone, Debug)]
pub struct ItemPoll {
    /// Which.
    pub id: PollId,
    /// Open or closed.
    pub state: PollState,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// What it needs.
    pub rule: Majority,
    /// The quorum when it was opened.
    pub quorum: Quorum,
    /// The result, once closed.
    pub outcome: Option<Outcome>,
    /// How many voted.
    pub turnout: Turnout,
    /// Who voted what, once closed, where it is by name.
    pub votes: Vec<OtherChoice>,
    /// Why it is secret, where it is.
    pub secret: Option<SecretBecause>,
    /// The same for all that were put to the vote together.
    pub together: Option<Uuid>,
    /// Of a secret vote on a motion, once closed: who voted, by name.
    pub voted: Vec<String>,
    /// What became of the papers of a secret vote, with the names of the tellers; nobody hears of it before the close.
    pub urn: Option<(Urn, Vec<String>)>,
}

/// A vote by name.
#[derive(Clone, Debug)]
pub struct OtherChoice {
    /// Whose.
    pub organization: String,
    /// What; where most of the voices are, if they are divided.
    pub choice: Choice,
    /// How the voices are divided, if they are.
    pub divided: Option<Division>,
    /// With how many voices.
    pub weight: u64,
    /// By whose hand, for a proxy.
    pub by_proxy_of: Option<String>,
    /// In which way and by which tellers it was written down, for a paper or a raised hand.
    pub told: Option<(Way, [String; 2])>,
}

/// How many have voted, of how many who can.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Turnout {
    /// Organizations that have.
    pub voted: u64,
    /// Their voices.
    pub voted_weight: u64,
    /// Organizations that are present or represented.
    pub present: u64,
    /// Their voices.
    pub present_weight: u64,
}

/// A line of the roll with how it takes part now.
#[derive(Clone, Debug)]
pub struct RollLine {
    /// The frozen line.
    pub entry: RollEntry,
    /// Present, represented, absent.
    pub representation: Representation,
}

/// Someone who came.
#[derive(Clone, Debug)]
pub struct Attendance {
    /// For whom.
    pub organization: OrganizationId,
    /// The organization's name.
    pub organization_name: String,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// Whether from afar.
    pub remote: bool,
    /// From.
    pub arrived_at: DateTime<Utc>,
    /// To.
    pub left_at: Option<DateTime<Utc>>,
}

/// A proxy that stands or stood.
#[derive(Clone, Debug)]
pub struct ProxyLine {
    /// Whose.
    pub giver: OrganizationId,
    /// The giver's name.
    pub giver_name: String,
    /// To whom.
    pub holder: OrganizationId,
    /// The holder's name.
    pub holder_name: String,
    /// From.
    pub given_at: DateTime<Utc>,
    /// To.
    pub revoked_at: Option<DateTime<Utc>>,
    /// `arrival` or `giver`.
    pub revoked_because: Option<String>,
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

/// What everyone in the room sees change, without reloading the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Live {
    /// What pages make of it.
    pub words: Words,
    /// Changes when the page has something else to show: a vote opened, closed, the session ended.
    pub scene: String,
    /// Of the open poll; of the first, where several are open.
    pub turnout: Option<Turnout>,
    /// Of each, by the number of its item, where several are open.
    pub questions: Vec<(usize, Turnout)>,
    /// The quorum.
    pub quorum: Option<Quorum>,
    /// Who speaks, and who waits.
    pub floor: Floor,
}

/// A state of the room in words, made once for each language and not for each of a thousand pages.
#[derive(Clone, Debug, Default)]
pub struct Words([OnceLock<String>; Locale::ALL.len()]);

impl Words {
    /// The words in a language, made by whoever asks first.
    pub fn in_language(&self, locale: Locale, make: impl FnOnce() -> String) -> &str {
        self.0[locale as usize].get_or_init(make)
    }
}

/// They follow from the rest.
impl PartialEq for Words {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Words {}

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

    /// Reads what is the same for all who look. Asks nobody.
    async fn proceed(&self, id: AssemblyId) -> Result<Proceedings, Error> {
        let database = self.store().read();
        let sitting = Sitting::load(database, id).await?;
        let network = network_by_id(database, sitting.row.network_id).await?;
        let (floor, speeches) = (floor_of(database, &sitting).await?, speeches_of(database, &sitting).await?);
        let polls = polls(database, id).await?;
        let ids: Vec<Uuid> = polls.iter().map(|poll| poll.id).collect();
        let votes = vote::Entity::find().filter(vote::Column::PollId.is_in(ids.clone())).all(database).await?;
        let marks = secrecy::marks(database, &ids).await?;
        let items = items(database, &sitting, network.locale, &polls, (&votes, &marks)).await?;
        let mut left_out = left_out::Entity::find().filter(left_out::Column::AssemblyId.eq(id.0)).all(database).await?;
        left_out.sort_by_cached_key(|row| crate::text::fold(&row.name));
        let tellers = crate::tellers::appointed(database, id).await?;
        let second_of = match sitting.row.second_of {
            Some(first) => assembly::Entity::find_by_id(first).one(database).await?,
            None => None,
        };
        let names = names(&sitting);
        let name = |organization: Uuid| names.get(&OrganizationId(organization)).cloned().unwrap_or_default();
        let roll = sitting.roll.iter();
        let roll = roll
            .map(|entry| RollLine { entry: entry.clone(), representation: sitting.presence.of(entry.organization) })
            .collect();
        let left_out = left_out.into_iter().map(|row| Ok((row.name, serde_json::from_value(row.reason)?)));
        let attendances = sitting.attendances.iter().map(|row| Attendance {
            organization: OrganizationId(row.organization_id),
            organization_name: name(row.organization_id),
            person: PersonId(row.person_id),
            person_name: row.person_name.clone(),
            remote: row.remote,
            arrived_at: row.arrived_at,
            left_at: row.left_at,
        });
        let proxies = sitting.proxies.iter().map(|row| ProxyLine {
            giver: OrganizationId(row.giver_id),
            giver_name: name(row.giver_id),
            holder: OrganizationId(row.holder_id),
            holder_name: name(row.holder_id),
            given_at: row.given_at,
            revoked_at: row.revoked_at,
            revoked_because: row.revoked_because.clone(),
        });
        Ok(Proceedings {
            floor,
            speeches: Arc::new(speeches),
            items: Arc::new(items),
            documents: documents_of(database, id).await?,
            roll: Arc::new(roll),
            left_out: Arc::new(left_out.collect::<Result<_, Error>>()?),
            attendances: Arc::new(attendances.collect()),
            proxies: Arc::new(proxies.collect()),
            tellers: tellers.into_iter().map(|teller| teller.person).collect(),
            second_of: second_of.map(|first| (AssemblyId(first.id), first.title)),
            quorum: sitting.quorum(),
            names,
            network,
            polls,
            votes,
            marks,
            sitting,
        })
    }

    /// Whether a viewer may see the room of an assembly in the network at this address: what a stream
    /// asks, a thousand times at once, without the room itself.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn may_watch(&self, viewer: &Viewer, network: &str, id: AssemblyId) -> Result<(), Error> {
        let database = self.store().read();
        let row = assembly::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        visible(viewer, &row)?;
        may_enter(database, viewer, &row).await?;
        let here = network_by_id(database, row.network_id).await?.slug == network;
        if here { Ok(()) } else { Err(Error::NotFound) }
    }

    /// What everyone in a room may see change. Asks nobody: [`Services::room`] did, for the page
    /// that watches.
    ///
    /// # Errors
    /// [`Error::NotFound`] or [`Error::Database`].
    pub async fn live(&self, id: AssemblyId) -> Result<Live, Error> {
        let database = self.store().read();
        let sitting = Sitting::load(database, id).await?;
        let all = polls(database, id).await?;
        let open: Vec<&poll::Model> = all.iter().filter(|poll| poll.state == PollState::Open.as_str()).collect();
        let mut turnouts = Vec::new();
        if let Some(first) = open.first() {
            let ids: Vec<Uuid> = open.iter().map(|poll| poll.id).collect();
            let rows = vote::Entity::find().filter(vote::Column::PollId.is_in(ids.clone())).all(database).await?;
            let marks = secrecy::marks(database, &ids).await?;
            let forms = ballots::forms(database, &ids).await?;
            let elected = elections::rules_of(database, first.item_id).await?;
            for poll in &open {
                let secret = forms.get(&poll.id).is_some_and(|form| form.secret.is_some());
                let voted = voted(poll.id, &rows, &marks);
                turnouts.push((poll.item_id, turnout(&sitting, &voted, elected.as_ref(), secret)));
            }
        }
        let questions = match turnouts.len() {
            0 | 1 => Vec::new(),
            _ => {
                let items = items_of(database, id).await?;
                let number = |of: &Uuid| items.iter().position(|item| item.id == *of).map_or(0, |at| at + 1);
                let mut numbered: Vec<_> = turnouts.iter().map(|(item, turnout)| (number(item), *turnout)).collect();
                numbered.sort_by_key(|(number, _)| *number);
                numbered
            }
        };
        let turnout = match questions.first() {
            Some((_, turnout)) => Some(*turnout),
            None => turnouts.first().map(|(_, turnout)| *turnout),
        };
        let closed = all.len() - open.len();
        let broken = all.iter().filter(|poll| poll.outcome.as_ref().is_some_and(|told| told.get("casting").is_some()));
        let closed = closed + broken.count();
        let floor = floor_of(database, &sitting).await?;
        let open = open.iter().map(|poll| PollId(poll.id)).collect();
        let scene = scene(sitting.state, closed, open, &floor);
        let quorum = Some(sitting.quorum());
        Ok(Live { words: Words::default(), scene, turnout, questions, quorum, floor })
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

    /// What this page begins with, before anything changes.
    #[must_use]
    pub fn live(&self) -> Live {
        let open = self.open_items().filter_map(|item| Some((item.number, item.poll.as_ref()?.turnout)));
        let mut questions: Vec<(usize, Turnout)> = open.collect();
        let turnout = questions.first().map(|(_, turnout)| *turnout);
        if questions.len() < 2 {
            questions.clear();
        }
        let (quorum, floor) = (Some(self.quorum.clone()), self.floor.clone());
        Live { words: Words::default(), scene: self.scene(), turnout, questions, quorum, floor }
    }

    fn scene(&self) -> String {
        let polls = self.questions().filter_map(|item| item.poll.as_ref());
        let (open, closed): (Vec<_>, Vec<_>) = polls.partition(|poll| poll.state == PollState::Open);
        let open = open.iter().map(|poll| poll.id).collect();
        // A tie that is broken is something else to show, like one more vote closed.
        let broken = closed.iter().filter(|poll| poll.outcome.as_ref().is_some_and(|told| told.casting.is_some()));
        scene(self.state, closed.len() + broken.count(), open, &self.floor)
    }

    /// The item that the assembly is at.
    #[must_use]
    pub fn called_item(&self) -> Option<&Item> {
        self.items.iter().find(|item| Some(item.id) == self.floor.item)
    }
}

fn scene(state: State, closed: usize, mut open: Vec<PollId>, floor: &Floor) -> String {
    open.sort_unstable();
    let open = open.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let item = floor.item.map(|item| item.to_string()).unwrap_or_default();
    format!("{state}-{closed}-{open}-{item}-{}", floor.list_open)
}

fn names(sitting: &Sitting) -> HashMap<OrganizationId, String> {
    sitting.roll.iter().map(|entry| (entry.organization, entry.name.clone())).collect()
}

/// Who has voted in a poll, by name or in secret.
fn voted(poll: Uuid, votes: &[vote::Model], marks: &[mark::Model]) -> HashSet<Uuid> {
    let votes = votes.iter().filter(|vote| vote.poll_id == poll).map(|vote| vote.organization_id);
    let marks = marks.iter().filter(|mark| mark.poll_id == poll).map(|mark| mark.organization_id);
    votes.chain(marks).collect()
}

/// In a secret vote each counts one: voices that add up would tell who has just voted. In an election, those count who
/// elect.
fn turnout(sitting: &Sitting, voted: &HashSet<Uuid>, elected: Option<&Rules>, secret: bool) -> Turnout {
    let mut turnout = Turnout::default();
    let secret = secret || elected.is_some();
    for entry in sitting.roll.iter().filter(|entry| elected.is_none_or(|rules| rules.elects(entry))) {
        let weight = if secret { 1 } else { entry.weight };
        let has_voted = voted.contains(&entry.organization.0);
        if has_voted {
            turnout.voted += 1;
            turnout.voted_weight += weight;
        }
        if has_voted || sitting.presence.of(entry.organization) != Representation::Absent {
            turnout.present += 1;
            turnout.present_weight += weight;
        }
    }
    turnout
}

pub(super) async fn items(
    database: &impl ConnectionTrait,
    sitting: &Sitting,
    main: Locale,
    polls: &[poll::Model],
    (votes, marks): (&[vote::Model], &[mark::Model]),
) -> Result<Vec<Item>, Error> {
    let names = names(sitting);
    let id = AssemblyId(sitting.row.id);
    let tellers = crate::tellers::names(database, id).await?;
    let urns = crate::tellers::urns(database, polls).await?;
    let rows = items_of(database, id).await?;
    let held: Vec<Uuid> = rows.iter().filter(|row| row.kind == ItemKind::Election.as_str()).map(|row| row.id).collect();
    let mut elections = elections::of_items(database, &held).await?;
    let mut put = crate::motions::questions(database, id, main).await?;
    let forms = ballots::forms(database, &polls.iter().map(|poll| poll.id).collect::<Vec<_>>()).await?;
    let asked = ballots::requests(database, id).await?;
    let poll_of = |item: Uuid, amendment: Option<Uuid>| {
        polls.iter().find(|poll| poll.item_id == item && poll.amendment_id == amendment)
    };
    let vote = |item: Uuid, amendment: Option<Uuid>, elected: Option<&Rules>| {
        poll_of(item, amendment)
            .map(|poll| {
                let of_poll: Vec<_> = votes.iter().filter(|vote| vote.poll_id == poll.id).collect();
                let form = forms.get(&poll.id).copied().unwrap_or_default();
                let voted = voted(poll.id, votes, marks);
                let turnout = turnout(sitting, &voted, elected, form.secret.is_some());
                let mut told = item_poll(sitting, poll, (&of_poll, turnout), (&names, &tellers))?;
                (told.secret, told.together) = (form.secret, form.together);
                let urn = urns.get(&poll.id).filter(|_| told.state == PollState::Closed);
                told.urn = urn.map(|urn| crate::tellers::named(urn.clone(), &tellers));
                // Nobody but the voter hears of a mark before the close.
                if form.secret.is_some() && told.state == PollState::Closed {
                    let voters = sitting.roll.iter().filter(|entry| voted.contains(&entry.organization.0));
                    told.voted = voters.map(|entry| entry.name.clone()).collect();
                }
                Ok::<_, Error>(told)
            })
            .transpose()
    };
    let secrecy = |question: Uuid, decision: Decision, majority: &Majority| {
        Secrecy::of(sitting, decision, majority, asked.get(&question))
    };
    let mut number = 0;
    rows.into_iter()
        .map(|row| {
            let (decision, majority) = (decision_of(&row)?, sitting.majority_of(&row)?);
            let mut election = elections.remove(&row.id);
            // A run-off stands under the number of the election whose tie it decides: what was announced keeps its own.
            number += usize::from(election.as_ref().is_none_or(|election| election.runoff_of.is_none()));
            // Nobody but the voter hears of a mark before the close.
            if let (Some(election), Some(poll)) = (&mut election, poll_of(row.id, None))
                && election.declared.is_some()
            {
                let voted = voted(poll.id, &[], marks);
                let entries = sitting.roll.iter().filter(|entry| voted.contains(&entry.organization.0));
                election.voted = entries.map(|entry| entry.name.clone()).collect();
            }
            let poll = vote(row.id, None, election.as_ref().map(|election| &election.rules))?;
            let kind = row.kind.parse()?;
            let question = put.remove(&row.id);
            let mut item = Item {
                id: row.id,
                number,
                kind,
                title: row.title,
                text: row.text,
                decision,
                majority,
                awaits_vote: kind != ItemKind::Information && poll.is_none(),
                poll,
                motion: question.as_ref().map(|question| question.motion),
                amendments: Vec::new(),
                amendment: None,
                election,
                secrecy: Secrecy::default(),
            };
            if let Some(question) = question {
                item.awaits_vote = question.state == motions::State::Admissible;
                for amendment in question.amendments {
                    let poll = vote(item.id, Some(amendment.id().0), None)?;
                    item.amendments.push(amendment_put(&item, amendment, poll));
                }
                item.text = [item.text.as_str(), &question.text].join("\n\n").trim().to_owned();
            }
            if item.awaits_vote && item.kind == ItemKind::Motion {
                item.secrecy = secrecy(item.id, item.decision, &item.majority);
            }
            for amendment in item.amendments.iter_mut().filter(|amendment| amendment.awaits_vote) {
                amendment.secrecy = secrecy(amendment.id, amendment.decision, &amendment.majority);
            }
            Ok(item)
        })
        .collect()
}

fn amendment_put(item: &Item, amendment: AmendmentPut, poll: Option<ItemPoll>) -> Item {
    Item {
        id: amendment.id().0,
        number: usize::try_from(amendment.proposal.number).unwrap_or(usize::MAX),
        kind: ItemKind::Motion,
        title: item.title.clone(),
        text: amendment.after.clone(),
        decision: item.decision,
        majority: item.majority.clone(),
        awaits_vote: item.awaits_vote && amendment.state == motions::State::Admissible,
        poll,
        motion: item.motion,
        amendments: Vec::new(),
        amendment: Some(amendment),
        election: None,
        secrecy: Secrecy::default(),
    }
}

fn item_poll(
    sitting: &Sitting,
    row: &poll::Model,
    (votes, turnout): (&[&vote::Model], Turnout),
    (names, tellers): (&HashMap<OrganizationId, String>, &BTreeMap<PersonId, String>),
) -> Result<ItemPoll, Error> {
    let state: PollState = row.state.parse()?;
    let mut told = Vec::new();
    if state == PollState::Closed {
        for entry in &sitting.roll {
            let Some(vote) = votes.iter().find(|vote| vote.organization_id == entry.organization.0) else { continue };
            let (by_proxy_of, by_tellers) = match serde_json::from_value(vote.cast_as.clone())? {
                CastAs::Own => (None, None),
                CastAs::Proxy { holder } => (names.get(&holder).cloned(), None),
                CastAs::Tellers { way, tellers: both } => {
                    (None, Some((way, both.map(|person| tellers.get(&person).cloned().unwrap_or_default()))))
                }
            };
            let said: Said = vote.choice.parse()?;
            told.push(OtherChoice {
                organization: entry.name.clone(),
                choice: said.head(),
                divided: said.division(),
                weight: entry.weight,
                by_proxy_of,
                told: by_tellers,
            });
        }
    }
    Ok(ItemPoll {
        id: PollId(row.id),
        state,
        opened_at: row.opened_at,
        closed_at: row.closed_at,
        rule: serde_json::from_value(row.rule.clone())?,
        quorum: serde_json::from_value(row.quorum.clone())?,
        outcome: row.outcome.clone().map(serde_json::from_value).transpose()?,
        turnout,
        votes: told,
        secret: None,
        together: None,
        voted: Vec::new(),
        urn: None,
    })
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
