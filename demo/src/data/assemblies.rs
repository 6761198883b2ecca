//! Assemblies, and what happened in them as a list in the order of the clock.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use domain::{
    assemblies::{Kind, State, Venue},
    elections::{Method, TieRule},
    locale::Locale,
    motions::ChangeKind,
    polls::Choice,
    statutes::Decision,
};
use serde::Deserialize;

use super::{Day, Localized};

/// A general assembly.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assembly {
    /// Of which network.
    pub network: String,
    /// Unique in the network.
    pub slug: String,
    /// Ordinary or extraordinary.
    pub kind: Kind,
    /// What it is called.
    pub title: Localized,
    /// How far the seeder takes it: convened, or closed after everything in [`Assembly::timeline`].
    pub state: State,
    /// The day on which the convocation is sent.
    pub convened_on: Day,
    /// Who sends it for the board.
    pub convened_by: String,
    /// The day of the assembly.
    pub on: Day,
    /// The hour of the convocation, in the network's time zone like every other time here.
    pub starts_at: NaiveTime,
    /// When the session was opened, if it was.
    pub opened_at: Option<NaiveTime>,
    /// When it was closed.
    pub closed_at: Option<NaiveTime>,
    /// Where.
    pub place: String,
    /// In a room, from afar, or both.
    pub venue: Venue,
    /// Who presides.
    pub chair: String,
    /// Who writes the minutes.
    pub secretary: String,
    /// The letter of the convocation, in the network's own language.
    pub letter: String,
    /// How the minutes begin.
    pub minutes_opening: Option<String>,
    /// How they end.
    pub minutes_closing: Option<String>,
    /// Who came and left when.
    #[serde(default)]
    pub attendance: Vec<Attendance>,
    /// Who gave a proxy to whom.
    #[serde(default)]
    pub proxies: Vec<Proxy>,
    /// The agenda.
    pub items: Vec<Item>,
}

/// Someone in the room for an organization.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// For whom.
    pub organization: String,
    /// Who.
    pub person: String,
    /// When they came.
    pub arrived: NaiveTime,
    /// When they left; at the close when `None`.
    pub departed: Option<NaiveTime>,
}

/// A proxy from one organization to another. It ends when the giver arrives.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proxy {
    /// The organization that gives.
    pub from: String,
    /// The organization that holds.
    pub to: String,
    /// Who signed for the giver.
    pub given_by: String,
    /// When.
    pub on: Day,
    /// At what time; noon when `None`.
    pub at: Option<NaiveTime>,
}

/// An item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its title.
    pub title: Localized,
    /// What the convocation says of it.
    pub text: String,
    /// Papers that go with it.
    #[serde(default)]
    pub documents: Vec<Document>,
    /// What is decided: an ordinary matter where nothing is said.
    #[serde(default = "ordinary")]
    pub decision: Decision,
    /// What is put to the vote under it, if anything.
    pub motion: Option<Motion>,
    /// Who is elected under it, if anybody.
    pub election: Option<Election>,
    /// When it was begun.
    pub starts_at: Option<NaiveTime>,
    /// What the secretary wrote.
    pub minutes: Option<String>,
}

const fn ordinary() -> Decision {
    Decision::Ordinary
}

/// A paper of an item.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// Its text.
    pub body: String,
}

/// An election that waits for its vote. The candidates are invented.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Election {
    /// How ballots become seats.
    pub method: Method,
    /// How many are elected.
    pub seats: usize,
    /// What breaks a tie.
    pub ties: TieRule,
    /// Who stands.
    pub candidates: Vec<Candidate>,
}

/// A candidate.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// An invented name.
    pub name: String,
    /// Of which organization.
    pub organization: String,
    /// What they say.
    pub statement: String,
}

/// A motion.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Motion {
    /// What is decided if it is adopted.
    pub text: Localized,
    /// The text of articles that it puts to the vote, if it has one: as it is typed into the form.
    #[serde(default)]
    pub articles: Localized,
    /// The last day on which its text may be amended.
    pub amendments_until: Option<Day>,
    /// What members propose to change in it.
    #[serde(default)]
    pub amendments: Vec<Amendment>,
    /// How the vote went, if it was held.
    pub ballot: Option<Ballot>,
}

/// An amendment that was handed in and found admissible.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// Of which organization.
    pub organization: String,
    /// Who handed it in.
    pub person: String,
    /// On which day, at noon.
    pub on: Day,
    /// To which paragraph: `1.2` is the second of the first article.
    pub paragraph: String,
    /// In which language.
    pub language: Locale,
    /// What it does.
    pub change: ChangeKind,
    /// The words that it brings.
    #[serde(default)]
    pub text: String,
    /// Why.
    pub reasons: String,
    /// Who supports it: organizations, with the person who says so.
    #[serde(default)]
    pub supporters: Vec<Supporter>,
}

/// An organization that supports an amendment.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supporter {
    /// Which.
    pub organization: String,
    /// Who says so.
    pub person: String,
}

/// A vote that was held. Who was there and stands in no list did not vote.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    /// When it was opened.
    pub opens_at: NaiveTime,
    /// When it was closed.
    pub closes_at: NaiveTime,
    /// Organizations in favour.
    #[serde(rename = "for", default)]
    pub in_favour: Vec<String>,
    /// Organizations against.
    #[serde(default)]
    pub against: Vec<String>,
    /// Organizations that abstained.
    #[serde(default)]
    pub abstained: Vec<String>,
}

impl Ballot {
    /// Every vote, those in favour first.
    pub fn votes(&self) -> impl Iterator<Item = (&str, Choice)> {
        let lists =
            [(&self.in_favour, Choice::For), (&self.against, Choice::Against), (&self.abstained, Choice::Abstain)];
        lists.into_iter().flat_map(|(list, choice)| list.iter().map(move |one| (one.as_str(), choice)))
    }
}

/// Something that happened to an assembly after it was convened. Items are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occurrence<'a> {
    /// A proxy is given.
    ProxyGiven(&'a Proxy),
    /// Someone comes in; a proxy that their organization gave ends.
    Arrival(&'a Attendance),
    /// Someone leaves.
    Departure(&'a Attendance),
    /// The chair opens the session.
    SessionOpens,
    /// An item is begun.
    ItemBegins(usize),
    /// A motion is put to the vote.
    PollOpens(usize),
    /// A vote is cast.
    Vote {
        /// On which item.
        item: usize,
        /// For which organization.
        organization: &'a str,
        /// The organization that holds its proxy, when it is not there itself.
        holder: Option<&'a str>,
        /// By whom.
        person: &'a str,
        /// How.
        choice: Choice,
    },
    /// The vote is closed.
    PollCloses(usize),
    /// The chair closes the session.
    SessionCloses,
}

/// A vote in the data that nobody could have cast.
#[derive(Debug, thiserror::Error)]
#[error("{assembly}: nobody speaks for {organization} at {at}")]
pub struct NobodySpeaks {
    assembly: String,
    organization: String,
    at: NaiveTime,
}

impl Assembly {
    /// What happened, in the order of the clock: local times, when the demo starts on `today`.
    ///
    /// # Errors
    /// [`NobodySpeaks`] when a vote is written down for an organization that is neither present nor
    /// represented: never in a build whose tests pass.
    pub fn timeline(&self, today: NaiveDate) -> Result<Vec<(NaiveDateTime, Occurrence<'_>)>, NobodySpeaks> {
        let day = self.on.date(today);
        let mut all = Vec::new();
        for proxy in &self.proxies {
            let time = proxy.at.unwrap_or(NOON);
            all.push((proxy.on.date(today).and_time(time), Occurrence::ProxyGiven(proxy)));
        }
        let mut at = |time: NaiveTime, occurrence| all.push((day.and_time(time), occurrence));
        for attendance in &self.attendance {
            at(attendance.arrived, Occurrence::Arrival(attendance));
            if let Some(departed) = attendance.departed {
                at(departed, Occurrence::Departure(attendance));
            }
        }
        if let Some(opened) = self.opened_at {
            at(opened, Occurrence::SessionOpens);
        }
        for (index, item) in self.items.iter().enumerate() {
            if let Some(begun) = item.starts_at {
                at(begun, Occurrence::ItemBegins(index));
            }
            if let Some(ballot) = item.motion.as_ref().and_then(|motion| motion.ballot.as_ref()) {
                at(ballot.opens_at, Occurrence::PollOpens(index));
                for (time, vote) in self.votes(today, index, ballot)? {
                    at(time, vote);
                }
                at(ballot.closes_at, Occurrence::PollCloses(index));
            }
        }
        if let Some(closed) = self.closed_at {
            at(closed, Occurrence::SessionCloses);
        }
        // Stable: at the same minute, in the order above.
        all.sort_by_key(|(time, _)| *time);
        Ok(all)
    }

    /// The votes of a ballot, spread evenly over the time for which it was open.
    fn votes<'a>(
        &'a self,
        today: NaiveDate,
        item: usize,
        ballot: &'a Ballot,
    ) -> Result<Vec<(NaiveTime, Occurrence<'a>)>, NobodySpeaks> {
        let votes: Vec<_> = ballot.votes().collect();
        let parts = i32::try_from(votes.len()).unwrap_or(i32::MAX).saturating_add(1);
        let apart = (ballot.closes_at - ballot.opens_at) / parts;
        let mut time = ballot.opens_at;
        let mut cast = Vec::with_capacity(votes.len());
        for (organization, choice) in votes {
            time += whole_seconds(apart);
            let (person, holder) = self.speaker(today, organization, time).ok_or_else(|| NobodySpeaks {
                assembly: self.slug.clone(),
                organization: organization.to_owned(),
                at: time,
            })?;
            cast.push((time, Occurrence::Vote { item, organization, holder, person, choice }));
        }
        Ok(cast)
    }

    /// Who speaks for an organization at a time of the session, and as the holder of its proxy for
    /// which other organization.
    #[must_use]
    pub fn speaker(&self, today: NaiveDate, organization: &str, time: NaiveTime) -> Option<(&str, Option<&str>)> {
        let present = |organization: &str| {
            self.attendance.iter().find(|row| {
                row.organization == organization && row.arrived <= time && row.departed.is_none_or(|left| time < left)
            })
        };
        if let Some(row) = present(organization) {
            return Some((&row.person, None));
        }
        let moment = self.on.date(today).and_time(time);
        let proxy = self.proxies.iter().find(|proxy| {
            let given = proxy.on.date(today).and_time(proxy.at.unwrap_or(NOON));
            let ended = self.attendance.iter().any(|row| {
                let arrived = self.on.date(today).and_time(row.arrived);
                row.organization == organization && given <= arrived && arrived <= moment
            });
            proxy.from == organization && given <= moment && !ended
        })?;
        present(&proxy.to).map(|row| (row.person.as_str(), Some(proxy.to.as_str())))
    }
}

const NOON: NaiveTime = NaiveTime::from_hms_opt(12, 0, 0).expect("noon is a time");

fn whole_seconds(length: TimeDelta) -> TimeDelta {
    TimeDelta::seconds(length.num_seconds().max(1))
}
