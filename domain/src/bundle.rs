//! What is handed out of an assembly, so that anyone can check it without the server: the lines of the journal
//! that are about it, the hashes of those that are not, and with them every count.
//!
//! Everything is taken from the lines themselves: the roll and the rules from the convocation, who was there from
//! arrivals and departures, the votes from the votes. So a result that agrees with its own lines, in a chain whose
//! last hash stands in minutes that somebody kept, is the result that there was.

mod elections;
mod minutes;
mod tellers;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    assemblies::Kind,
    ballots::{Said, SecretBallot, matches, may_say},
    colleges::RollEntry,
    ids::{AssemblyId, OrganizationId, PersonId, PollId},
    journal::{Hash, Line, digits, follow, read_digits},
    majorities::{Outcome, count, count_ballots},
    polls::Choice,
    proxies::Presence,
    quorum::quorum_at_close,
    statutes::{AssemblyRules, Decision},
    tellers::urn::Urn,
};

pub use self::{
    elections::ElectionRecount,
    minutes::{CheckedMinutes, CheckedSignature, Fault, TextFault},
};
use self::{
    elections::Elections,
    minutes::Minutes,
    tellers::{Papers, Settled, Signed, Tellers},
};

/// The form of a bundle; another form has another word.
pub const FORMAT: &str = "trame-assembly-1";

/// An assembly to be checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// [`FORMAT`].
    pub format: String,
    /// Name of the network.
    pub network: String,
    /// Which assembly.
    pub assembly: AssemblyId,
    /// What it is called.
    pub title: String,
    /// The hash of the line before the first, in hexadecimal digits.
    pub before: String,
    /// The lines, in their order and without gaps.
    pub lines: Vec<Entry>,
    /// The text of the minutes that was given to be read and signed ([`crate::minutes::Canonical`]), letter by letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<String>,
    /// The hash of the last, in hexadecimal digits: the one to compare with minutes that were kept.
    pub head: String,
}

impl Bundle {
    /// The hash that the lines give at a place, in hexadecimal digits; `None` outside of the bundle.
    #[must_use]
    pub fn hash_at(&self, sequence: i64) -> Option<String> {
        let mut reached = read_digits(&self.before)?;
        for entry in &self.lines {
            let (place, content) = entry.content()?;
            reached = follow(&reached, &content);
            if place == sequence {
                return Some(digits(&reached));
            }
        }
        None
    }
}

/// A line of the journal, or the hash of one that is about something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Entry {
    /// What it says.
    Told(Line),
    /// That it is there.
    Sealed {
        /// Its place in the chain.
        sequence: i64,
        /// The hash of its content, in hexadecimal digits.
        content: String,
    },
}

impl Entry {
    /// Its place and the hash of its content; `None` where the hash is none.
    fn content(&self) -> Option<(i64, Hash)> {
        match self {
            Self::Told(line) => Some((line.sequence, line.content())),
            Self::Sealed { sequence, content } => Some((*sequence, read_digits(content)?)),
        }
    }

    const fn sequence(&self) -> i64 {
        match self {
            Self::Told(line) => line.sequence,
            Self::Sealed { sequence, .. } => *sequence,
        }
    }
}

/// What checking a bundle found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// Lines that were read.
    pub told: usize,
    /// Lines of which only the hash is there.
    pub sealed: usize,
    /// Place of the last line.
    pub last: i64,
    /// Its hash.
    pub head: String,
    /// Every vote, counted again.
    pub polls: Vec<Recount>,
    /// Every election, counted again.
    pub elections: Vec<ElectionRecount>,
    /// The minutes, where a version of them was given to be read.
    pub minutes: Option<CheckedMinutes>,
}

impl Checked {
    /// Whether every count came out as it was told, and every signature holds.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.polls.iter().all(Recount::agrees)
            && self.elections.iter().all(ElectionRecount::agrees)
            && self.minutes.as_ref().is_none_or(CheckedMinutes::agrees)
    }
}

/// A vote, counted again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recount {
    /// What was voted on.
    pub title: String,
    /// The result that was told.
    pub told: Outcome,
    /// The result that the lines give.
    pub again: Outcome,
    /// Votes, or an urn, that the lines tell of after the close, or by name though the vote is secret: there should be none.
    pub late: usize,
    /// What became of the papers of a secret vote, where some were handed out.
    pub urn: Option<Urn>,
    /// Votes that should not have been taken: one more of an organization whose paper or raised hand was signed off, a
    /// sheet of others than two tellers. There should be none.
    pub irregular: usize,
    /// Whether every vote is one that the rules let count: voices divided where they may be, and all of them; of a
    /// secret vote, ballots of as many voters on the roll, with what theirs carry, but for papers that two tellers tell of.
    pub lawful: bool,
}

impl Recount {
    /// Whether both are the same.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.told == self.again && self.late == 0 && self.irregular == 0 && self.lawful
    }
}

/// Why a bundle cannot be checked, or what is wrong with its chain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    /// Another form, or none.
    #[error("this is no bundle of a form that is known here ({0})")]
    Format(String),
    /// A hash that is none.
    #[error("line {0} has no hash of 64 hexadecimal digits")]
    Hash(i64),
    /// A line is missing, twice there, or out of its order.
    #[error("line {found} stands where line {expected} should")]
    Order {
        /// Which should come.
        expected: i64,
        /// Which came.
        found: i64,
    },
    /// The lines do not lead to the last hash: something was altered.
    #[error("the lines do not lead to the hash at the end: something in this bundle was altered")]
    Altered,
    /// A line does not say what lines of its kind say.
    #[error("line {0} cannot be understood")]
    Unreadable(i64),
    /// The assembly was never convened in these lines.
    #[error("the line with the roll and the rules is missing")]
    NoRoll,
}

/// Follows the chain and counts every vote again.
///
/// # Errors
/// [`Unsound`] at the first thing that cannot be.
pub fn check(bundle: &Bundle) -> Result<Checked, Unsound> {
    if bundle.format != FORMAT {
        return Err(Unsound::Format(bundle.format.clone()));
    }
    let mut reached = read_digits(&bundle.before).ok_or(Unsound::Hash(0))?;
    let mut expected = None;
    let mut session = Session::new(bundle.assembly);
    let (mut told, mut sealed, mut last) = (0, 0, 0);
    for entry in &bundle.lines {
        let (sequence, content) = entry.content().ok_or(Unsound::Hash(entry.sequence()))?;
        if let Some(expected) = expected.filter(|expected| *expected != sequence) {
            return Err(Unsound::Order { expected, found: sequence });
        }
        expected = Some(sequence + 1);
        last = sequence;
        reached = follow(&reached, &content);
        match entry {
            Entry::Told(line) => {
                told += 1;
                session.take(line)?;
            }
            Entry::Sealed { .. } => sealed += 1,
        }
    }
    if read_digits(&bundle.head) != Some(reached) {
        return Err(Unsound::Altered);
    }
    Ok(Checked {
        told,
        sealed,
        last,
        head: bundle.head.clone(),
        polls: session.recounts,
        elections: session.elections.recounts,
        minutes: session.minutes.checked(bundle),
    })
}

/// The assembly as its lines tell it.
struct Session {
    id: AssemblyId,
    convened: Option<Convened>,
    presence: Presence,
    open: BTreeMap<PollId, Opened>,
    closed: BTreeMap<PollId, usize>,
    recounts: Vec<Recount>,
    tellers: Tellers,
    elections: Elections,
    minutes: Minutes,
}

#[derive(Deserialize)]
struct Convened {
    kind: Kind,
    second: bool,
    rules: AssemblyRules,
    roll: Vec<RollEntry>,
}

#[derive(Deserialize)]
struct Opened {
    poll: PollId,
    title: String,
    #[serde(default)]
    decision: Option<Decision>,
    /// Why it is secret, where it is.
    #[serde(default)]
    secret: Option<String>,
    #[serde(skip)]
    votes: BTreeMap<OrganizationId, Said>,
    /// Those whose vote was signed off by tellers.
    #[serde(skip)]
    signed: BTreeSet<OrganizationId>,
    #[serde(skip)]
    papers: Papers,
    #[serde(skip)]
    irregular: usize,
    /// Votes by name, though it is secret.
    #[serde(skip)]
    named: usize,
}

#[derive(Deserialize)]
struct Came {
    organization: OrganizationId,
    person: PersonId,
}

#[derive(Deserialize)]
struct Given {
    giver: OrganizationId,
    holder: OrganizationId,
}

#[derive(Deserialize)]
struct Cast {
    poll: PollId,
    organization: OrganizationId,
    choice: Said,
}

#[derive(Deserialize)]
struct Closed {
    poll: PollId,
    outcome: Outcome,
    /// Of a secret vote: who voted, and the ballots.
    #[serde(default)]
    voted: Vec<OrganizationId>,
    #[serde(default)]
    ballots: Vec<SecretBallot>,
}

#[derive(Deserialize)]
struct About {
    assembly: Option<AssemblyId>,
}

fn read<T: DeserializeOwned>(line: &Line) -> Result<T, Unsound> {
    serde_json::from_str(&line.payload).map_err(|_| Unsound::Unreadable(line.sequence))
}

impl Session {
    fn new(id: AssemblyId) -> Self {
        Self {
            id,
            convened: None,
            presence: Presence::default(),
            open: BTreeMap::new(),
            closed: BTreeMap::new(),
            recounts: Vec::new(),
            tellers: Tellers::default(),
            elections: Elections::default(),
            minutes: Minutes::default(),
        }
    }

    fn take(&mut self, line: &Line) -> Result<(), Unsound> {
        if line.kind == "vote_cast" {
            return self.vote(&read(line)?);
        }
        if read::<About>(line)?.assembly != Some(self.id) {
            return Ok(());
        }
        match line.kind.as_str() {
            "assembly_convened" => self.convened = Some(read(line)?),
            "arrival" => {
                let Came { organization, person } = read(line)?;
                self.presence.arrive(organization, person);
            }
            "departure" => {
                let Came { organization, person } = read(line)?;
                self.presence.leave(organization, person);
            }
            "proxy_given" => {
                let Given { giver, holder } = read(line)?;
                self.presence.give(giver, holder);
            }
            "proxy_revoked" => self.presence.take_back(read::<Given>(line)?.giver),
            "poll_opened" => {
                let opened: Opened = read(line)?;
                self.open.insert(opened.poll, opened);
            }
            "poll_closed" => self.close(read(line)?)?,
            "teller_appointed" => self.tellers.appoint(line)?,
            "teller_dismissed" => self.tellers.dismiss(line)?,
            "sheets_signed_off" => self.sign_off(read(line)?),
            "election_opened" => self.elections.open(line)?,
            "urn_signed_off" | "urn_discarded" => self.settle(read(line)?, line.kind == "urn_discarded"),
            "election_closed" => {
                let convened = self.convened.as_ref().ok_or(Unsound::NoRoll)?;
                self.elections.close(line, convened, &self.presence)?;
            }
            "election_decided" => self.elections.decide(line)?,
            "casting_vote" => self.break_tie(read(line)?, line)?,
            _ => self.minutes.take(line)?,
        }
        Ok(())
    }

    fn vote(&mut self, cast: &Cast) -> Result<(), Unsound> {
        if let Some(open) = self.open.get_mut(&cast.poll) {
            if open.signed.contains(&cast.organization) || cast.choice == Said::Whole(Choice::Null) {
                open.irregular += 1;
            }
            if open.secret.is_some() {
                open.named += 1;
            } else {
                open.votes.insert(cast.organization, cast.choice);
            }
        } else if let Some(recount) = self.closed.get(&cast.poll).and_then(|place| self.recounts.get_mut(*place)) {
            recount.late += 1;
        }
        Ok(())
    }

    fn sign_off(&mut self, signed: Signed) {
        let votes = signed.votes.len();
        if let Some(open) = self.open.get_mut(&signed.poll) {
            let before = signed.votes.keys().filter(|organization| open.votes.contains_key(organization)).count();
            open.irregular += if self.tellers.may_sign(&signed) { before } else { votes };
            open.signed.extend(signed.votes.keys());
            if open.secret.is_some() {
                open.named += votes;
            } else {
                open.votes.extend(signed.votes.into_iter().map(|(voter, choice)| (voter, choice.into())));
            }
        } else if let Some(recount) = self.closed.get(&signed.poll).and_then(|place| self.recounts.get_mut(*place)) {
            recount.late += votes;
        }
    }

    fn settle(&mut self, Settled { poll, urn }: Settled, discarded: bool) {
        let of_motion = self.open.get_mut(&poll).map(|open| &mut open.papers);
        if let Some(papers) = of_motion.or_else(|| self.elections.papers(poll)) {
            papers.settle(urn, discarded, &self.tellers);
        } else if let Some(recount) = self.closed.get(&poll).and_then(|place| self.recounts.get_mut(*place)) {
            recount.late += 1;
        }
    }

    fn close(&mut self, closed: Closed) -> Result<(), Unsound> {
        let Some(opened) = self.open.remove(&closed.poll) else { return Ok(()) };
        let convened = self.convened.as_ref().ok_or(Unsound::NoRoll)?;
        let voted: BTreeSet<OrganizationId> = match &opened.secret {
            Some(_) => closed.voted.iter().copied().collect(),
            None => opened.votes.keys().copied().collect(),
        };
        let decision = opened.decision.unwrap_or(Decision::Ordinary);
        let rule = convened.rules.quorum(convened.kind, decision, convened.second);
        let quorum = quorum_at_close(&rule, &convened.roll, &self.presence, &voted);
        // The majority of the statutes, not the one that the line of the opening tells.
        let majority = convened.rules.majority(convened.kind, decision);
        let roll = &convened.roll;
        let Papers { urn, unsettled } = opened.papers;
        let (again, lawful) = if opened.secret.is_some() {
            let lawful = voted.len() == closed.voted.len()
                && !unsettled
                && matches(&majority, roll, &voted, &closed.ballots, urn.as_ref());
            (count_ballots(&majority, roll, &self.presence, (&voted, &closed.ballots), quorum), lawful)
        } else {
            let votes: Vec<(OrganizationId, Said)> = opened.votes.into_iter().collect();
            let lawful = urn.is_none()
                && votes.iter().all(|(voter, said)| {
                    let weight = roll.iter().find(|entry| entry.organization == *voter).map_or(0, |entry| entry.weight);
                    may_say(&convened.rules.proxies, weight, *said) == Ok(*said)
                });
            (count(majority, roll, &self.presence, &votes, quorum), lawful)
        };
        self.closed.insert(closed.poll, self.recounts.len());
        let (late, irregular) = (opened.named, opened.irregular);
        let (title, told) = (opened.title, closed.outcome);
        self.recounts.push(Recount { title, told, again, late, urn, irregular, lawful });
        Ok(())
    }

    fn break_tie(&mut self, Closed { poll, outcome, .. }: Closed, line: &Line) -> Result<(), Unsound> {
        let recount = self.closed.get(&poll).and_then(|place| self.recounts.get_mut(*place));
        let recount = recount.ok_or(Unsound::Unreadable(line.sequence))?;
        let choice = outcome.casting.ok_or(Unsound::Unreadable(line.sequence))?;
        recount.again = recount.again.clone().broken_by(choice);
        recount.told = outcome;
        Ok(())
    }
}

/// The kinds of line that are about one assembly, by the word under which they name it.
#[must_use]
pub fn concerns(line: &Line, assembly: AssemblyId, polls: &BTreeSet<PollId>) -> bool {
    if line.kind == "vote_cast" {
        return read::<Cast>(line).is_ok_and(|cast| polls.contains(&cast.poll));
    }
    read::<About>(line).is_ok_and(|about| about.assembly == Some(assembly))
}
