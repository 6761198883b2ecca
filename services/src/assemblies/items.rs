//! The agenda as everybody sees it: each item with its vote.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::{
    assemblies::ItemKind,
    ballots::{Division, Said, SecretBecause},
    elections::Rules,
    ids::{AssemblyId, MotionId, OrganizationId, PersonId, PollId},
    locale::Locale,
    motions,
    polls::{CastAs, Choice, Majority, Outcome, PollState},
    proxies::Representation,
    quorum::Quorum,
    statutes::Decision,
    tellers::{Way, urn::Urn},
};
use entities::{
    assemblies::{poll, vote},
    elections::mark,
};
use sea_orm::ConnectionTrait;
use serde::Serialize;
use uuid::Uuid;

use super::{
    drafting::items_of,
    sitting::{Sitting, decision_of},
};
use crate::{
    Error,
    ballots::{self, Secrecy},
    elections::{self, Election},
};

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

/// The names on the roll.
pub(super) fn names(sitting: &Sitting) -> HashMap<OrganizationId, String> {
    sitting.roll.iter().map(|entry| (entry.organization, entry.name.clone())).collect()
}

/// Who has voted in a poll, by name or in secret.
pub(super) fn voted(poll: Uuid, votes: &[vote::Model], marks: &[mark::Model]) -> HashSet<Uuid> {
    let votes = votes.iter().filter(|vote| vote.poll_id == poll).map(|vote| vote.organization_id);
    let marks = marks.iter().filter(|mark| mark.poll_id == poll).map(|mark| mark.organization_id);
    votes.chain(marks).collect()
}

/// In a secret vote each counts one: voices that add up would tell who has just voted. In an election, those count who
/// elect.
pub(super) fn turnout(sitting: &Sitting, voted: &HashSet<Uuid>, elected: Option<&Rules>, secret: bool) -> Turnout {
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
